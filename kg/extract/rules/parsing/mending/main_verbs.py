"""The main verb of a sentence, lost behind a relative, participle or conjunction."""

from kg.extract.rules.parsing.agreement import feature
from kg.extract.rules.parsing.mending.grammar import is_finite, is_relative, lacks_subject, opens_after_comma
from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Tree, Word
from kg.lang import LanguagePack

LOOSE = ("advcl", "conj", "parataxis", "ccomp", "dep")  # what the parser makes of a clause that it cannot place
CLAUSES = ("parataxis", "conj", "ccomp", "advcl", "punct", "dep", "obl")  # as what a main clause hangs on a participle
NO_SUBJECTS = ("obj", "attr", "xcomp", *SUBJECTS)  # nouns that have a verb of their own


def give_back_main_verb(tree: Tree, pack: LanguagePack) -> bool:
    """ "Total, qui emploie mille personnes, a réalisé …": what follows the second comma is the main clause."""
    mended = False
    for verb in tree.words:
        if verb.head != ROOT or verb.pos != "VERB":
            continue
        if _raise_behind_participle(tree, verb):
            mended = True
            continue
        pronoun = next((c for c in tree.children(verb.i, "subj") if c.lower in pack.words["relative_subject"]), None)
        if pronoun is None or pronoun.i < 2 or tree.words[pronoun.i - 1].text != ",":
            continue
        noun = _phrase_before(tree, pronoun.i - 1, verb)
        main = next((c for c in tree.children(verb.i, "parataxis", "conj", "ccomp") if lacks_subject(tree, c)), None)
        if noun is None or main is None or main.i < verb.i or not opens_after_comma(tree, main):
            continue
        main.head, main.rel = ROOT, "ROOT"
        noun.head, noun.rel = main.i, "subj:pass" if tree.child(main.i, "aux:pass") is not None else "subj"
        verb.head, verb.rel = noun.i, "relcl"
        mended = True
    return mended


def _raise_behind_participle(tree: Tree, verb: Word) -> bool:
    """ "BioNTech, basé à Mayence, collabore avec X": a bare participle is no main verb."""
    subject = tree.child(verb.i, *SUBJECTS)
    if subject is None or "Tense=Past" not in verb.morph or "VerbForm=Part" not in verb.morph:
        return False
    if tree.child(verb.i, "aux", "aux:pass", "cop") is not None or tree.words[verb.i - 1].text != ",":
        return False
    main = next((c for c in tree.children(verb.i, *CLAUSES) if lacks_subject(tree, c)), None)
    if main is None or main.i < verb.i or not opens_after_comma(tree, main):
        return False
    main.head, main.rel = ROOT, "ROOT"
    subject.head, subject.rel = main.i, "subj:pass" if tree.child(main.i, "aux:pass") is not None else "subj"
    verb.head, verb.rel = subject.i, "acl"
    return True


def _phrase_before(tree: Tree, comma: int, verb: Word) -> Word | None:
    """The bare noun phrase that ends before a comma and opens the sentence."""
    word = tree.words[comma - 1]
    first = tree.sents[verb.sent][0]
    for _ in range(8):
        if word.head in (ROOT, verb.i) or not first <= word.head < comma:
            break
        word = tree.words[word.head]
    opens = tree.subtree(word.i)[0] == first
    return word if word.pos in ("NOUN", "PROPN", "X") and not word.case and opens else None


def give_verbs_subjects(tree: Tree, pack: LanguagePack) -> bool:
    """ "Le soutien des électeurs recule encore": a finite verb qualifies no noun; the noun in front of it acts."""
    mended = False
    for verb in tree.words:
        noun = _acts_before(tree, verb, pack)
        if noun is None:
            continue
        for child in list(tree.children(noun.i)):
            if child.i > verb.i or child.rel in ("mark", "cc"):
                child.head = verb.i
        for child in [] if verb.head == noun.i else list(tree.children(verb.head)):
            child.head = verb.i if child.i > verb.i else child.head
        verb.head, verb.rel = noun.head, noun.rel if noun.rel in ("ROOT", "conj", "advcl") else "parataxis"
        noun.head, noun.rel, mended = verb.i, "subj", True
        for child in tree.words[verb.i + 1 :]:
            if child.head == verb.i and child.rel == "nmod" and not child.case and child.pos in ("NOUN", "PROPN"):
                child.rel = "obj"
                break
    return mended


def _acts_before(tree: Tree, verb: Word, pack: LanguagePack) -> Word | None:
    """The bare noun phrase right before a finite verb that the parser hung on a noun in it; no comma parts them."""
    if verb.pos != "VERB" or verb.rel not in ("acl", "amod") or verb.head > verb.i or not _is_indicative(verb, pack):
        return None
    below = [i for i in tree.subtree(verb.i) if i <= verb.i]
    if tree.child(verb.i, "mark", *SUBJECTS) is not None or any(is_relative(tree.words[i], pack) for i in below):
        return None
    noun = tree.words[verb.head]
    while (noun.case or noun.rel == "acl") and noun.head != ROOT and noun.head < noun.i:
        noun = tree.words[noun.head]
    phrase = [i for i in tree.subtree(noun.i) if i < below[0]]
    if (
        noun.pos not in ("NOUN", "PROPN")
        or noun.case
        or noun.rel in NO_SUBJECTS
        or noun.lemma in pack.lists["temporal"]
    ):
        return None
    if phrase != list(range(phrase[0], below[0])) or tree.words[below[0] - 1].pos == "PUNCT":
        return None
    return noun if feature(noun, "Number") == feature(verb, "Number") else None


def _is_indicative(verb: Word, pack: LanguagePack) -> bool:
    """Whether form and lemma alike are those of a finite verb: not "prônée", not "911"."""
    participle = verb.lower.endswith(tuple(sorted(pack.words["feminine_participles"])))
    infinitive = verb.lemma.endswith(tuple(pack.tense["infinitive_endings"]))
    return "Mood=Ind" in verb.morph and infinitive and not participle


def wake_verbs(tree: Tree, pack: LanguagePack) -> bool:
    """ "Londres négocie avec …": a present tense hung on a name that heads the sentence is its verb.

    So it is right behind "l'alliance", where an article opens the sentence.
    """
    mended = False
    named = {i for first, last, _ in tree.entities for i in range(first, last)}
    for word in tree.words:
        if word.rel not in ("acl", "amod", "parataxis") or word.pos != "VERB" or word.head == ROOT:
            continue
        head = tree.words[word.head]
        opens = word.rel == "acl" and _opens_as_subject(tree, pack, head, word)
        if word.head not in named and not opens:
            continue
        alone = tree.child(word.i, "mark", "aux", "aux:pass", *SUBJECTS) is None
        acts = _is_present(word, pack) if word.rel == "acl" else _is_finite_behind(tree, head, word)
        if head.head != ROOT or head.case or not alone or not acts:
            continue
        for child in tree.children(head.i):
            if child.i > word.i:
                child.head = word.i
        word.head, word.rel, word.morph = ROOT, "ROOT", "Mood=Ind|Tense=Pres|VerbForm=Fin"
        head.head, head.rel, mended = word.i, "subj", True
        behind = (c for c in tree.words[word.i + 1 :] if c.head == word.i and c.rel in ("parataxis", "nmod", "appos"))
        noun = next(behind, None)  # "Bruxelles menace la Hongrie"
        if noun is not None and not noun.case and noun.pos in ("NOUN", "PROPN") and _starts_behind(tree, word, noun):
            noun.rel = "obj"
    return mended


def _is_finite_behind(tree: Tree, name: Word, verb: Word) -> bool:
    """ "Johnny Depp poursuit X": a finite form right behind a name."""
    before = tree.words[verb.i - 1]
    return "VerbForm=Fin" in verb.morph and verb.i > name.i and (before is name or before.head == name.i)


def _starts_behind(tree: Tree, verb: Word, noun: Word) -> bool:
    return tree.words[verb.i + 1] in (noun, *tree.children(noun.i, "det"))


def _opens_as_subject(tree: Tree, pack: LanguagePack, noun: Word, verb: Word) -> bool:
    """ "L'alliance regroupe …": nothing but an article stands before a noun, and nothing between it and its verb."""
    start = tree.sents[noun.sent][0]
    opens = noun.i == start + 1 and tree.words[start].lower in pack.words["definite"] and noun.pos == "NOUN"
    return opens and verb.i == noun.i + 1 and "Number=Plur" not in noun.morph


def _is_present(word: Word, pack: LanguagePack) -> bool:
    """Whether a verb has the form of a present in the singular: "négocie", not "négociée", "vendre"."""
    participles = tuple(form + pack.agreement["feminine"] for form in pack.verb_lemmas.get("participle_endings", ()))
    other = word.lower.endswith((*participles, *pack.tense.get("infinitive_endings", ())))
    return word.lower.endswith(pack.tense.get("singular_present", ())) and not other


def raise_main_clause(tree: Tree, pack: LanguagePack) -> bool:
    """ "Alors que X dit …, Y a assuré …": the main clause has no conjunction and follows the comma."""
    mended = False
    for first, last in tree.sents:
        root = next((w for w in tree.words[first:last] if w.head == ROOT and w.pos == "VERB"), None)
        mark = tree.child(root.i, "mark") if root is not None else None
        if root is None or mark is None or not _subordinates(tree, mark) or mark.i > first + 2:
            continue
        main = next((c for c in tree.children(root.i) if c.i > root.i and is_finite(tree, c) and c.pos == "VERB"), None)
        if main is None or tree.child(main.i, "mark") is not None or main.rel == "relcl":
            main = _lower_main_clause(tree, root, last, pack)
        comma = _comma_before(tree, root, main)
        if main is None or comma is None:
            continue
        subject = next((w for w in tree.words[comma + 1 : main.i] if _is_subject_there(w, comma, main)), None)
        if tree.child(main.i, *SUBJECTS) is None and subject is None:
            continue
        main.head, main.rel, root.head, root.rel = ROOT, "ROOT", main.i, "advcl"
        if subject is not None and tree.child(main.i, *SUBJECTS) is None:
            passive = tree.child(main.i, "aux:pass") is not None
            subject.head, subject.rel = main.i, "subj:pass" if passive else "subj"
        mended = True
    return mended


def raise_behind_free_relatives(tree: Tree, pack: LanguagePack) -> bool:
    """ "Celui qui dirige Aton a critiqué X": of two finite verbs behind "qui" the first ends what tells who he is."""
    mended = False
    for first, last in tree.sents:
        one = next((w for w in tree.words[first:last] if w.head == ROOT), None)
        if one is None or one.lower not in pack.words["free_relatives"] or tree.child(one.i, "cop", *SUBJECTS):
            continue
        clause = tree.child(one.i, "relcl")
        behind = tree.words[clause.i + 1 : last] if clause is not None else []
        main = next((w for w in behind if is_finite(tree, w) and not _is_carried_infinitive(tree, w)), None)
        if clause is None or main is None or main.rel in ("conj", "relcl", "acl") or tree.child(main.i, "mark"):
            continue
        subject = tree.child(main.i, *SUBJECTS)
        if subject is not None and subject.i < main.i:
            continue
        for child in (*tree.children(one.i), *tree.children(clause.i)):
            if child.i > main.i:
                child.head = main.i
        passive = tree.child(main.i, "aux:pass") is not None
        main.head, main.rel, one.head, one.rel = ROOT, "ROOT", main.i, "subj:pass" if passive else "subj"
        if subject is not None:
            subject.rel = "obj"
        mended = True
    return mended


def _is_carried_infinitive(tree: Tree, verb: Word) -> bool:
    """ "vient d'être nommé": its auxiliary is an infinitive."""
    return any("VerbForm=Inf" in c.morph for c in tree.children(verb.i, "aux", "aux:pass", "cop"))


def _subordinates(tree: Tree, mark: Word) -> bool:
    """ "si", "alors que": the first word of what joins a clause to another."""
    return mark.pos == "SCONJ" or any(c.pos == "SCONJ" for c in tree.children(mark.i, "fixed"))


def _comma_before(tree: Tree, root: Word, main: Word | None) -> int | None:
    words = tree.words[root.i : root.i if main is None else main.i]
    return next((w.i for w in reversed(words) if w.text == ","), None)


def _lower_main_clause(tree: Tree, root: Word, last: int, pack: LanguagePack) -> Word | None:
    """ "Alors que X dit que Z monte, Y assure …": the main clause, which the parser hung below what X says.

    It is one of its own: with a subject that stands right behind a comma, without a conjunction or a relative.
    """
    that = tree.child(root.i, "ccomp")
    if pack.adposition != "child" or that is None or tree.child(that.i, "mark") is None:
        return None
    for verb in tree.words[that.i + 1 : last]:
        if verb.text == '"':
            return None  # whose words follow is not told by commas
        if verb.pos != "VERB" or verb.rel not in LOOSE or not is_finite(tree, verb):
            continue
        subject = tree.child(verb.i, *SUBJECTS)
        if subject is None or subject.i > verb.i or tree.child(verb.i, "mark", "cc") is not None:
            continue
        start = tree.subtree(subject.i)[0]
        if tree.words[start - 1].text == "," and not is_relative(subject, pack):
            return verb
    return None


def _is_subject_there(word: Word, comma: int, main: Word) -> bool:
    return word.pos in ("NOUN", "PROPN", "PRON") and not word.case and (word.head < comma or word.head == main.i)


def hang_conjunctions(tree: Tree, _: LanguagePack) -> bool:
    """ "Si Nokia rachète Alcatel, …": a conjunction opens the clause of the verb, not its subject."""
    mended = False
    for word in tree.words:
        noun = tree.words[word.head] if word.rel == "mark" and word.head != ROOT else word
        if noun is word or noun.rel not in SUBJECTS or noun.head == ROOT or noun.pos not in ("NOUN", "PROPN", "PRON"):
            continue
        if word.i < noun.i < noun.head and tree.words[noun.head].pos in ("VERB", "AUX"):
            word.head, mended = noun.head, True
    return mended
