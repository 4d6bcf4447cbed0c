"""The main verb of a sentence, lost behind a relative, participle or conjunction."""

from kg.extract.rules.parsing.agreement import agrees, feature
from kg.extract.rules.parsing.mending.grammar import is_finite, lacks_subject, opens_after_comma
from kg.extract.rules.parsing.tree import PERSON_LABELS, ROOT, SUBJECTS, Tree, Word
from kg.lang import LanguagePack

LOOSE = ("advcl", "conj", "parataxis", "ccomp", "dep")  # what the parser makes of a clause that it cannot place
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
    main = next(
        (c for c in tree.children(verb.i, "parataxis", "conj", "ccomp", "advcl") if lacks_subject(tree, c)), None
    )
    if main is None or main.i < verb.i or not opens_after_comma(tree, main):
        return False
    main.head, main.rel = ROOT, "ROOT"
    subject.head, subject.rel = main.i, "subj:pass" if tree.child(main.i, "aux:pass") is not None else "subj"
    verb.head, verb.rel = subject.i, "acl"
    return True


def raise_behind_asides(tree: Tree, pack: LanguagePack) -> bool:
    """ "Renault, accusé de fraude, dément": what stands finite behind the second comma is the main clause.

    The parser made the name the head, and hung the verb on the last word of the participle's.
    """
    mended = False
    for first, last in tree.sents:
        noun = next((w for w in tree.words[first:last] if w.head == ROOT), None)
        if noun is None or noun.pos not in ("PROPN", "NOUN", "X") or tree.child(noun.i, "cop") is not None:
            continue
        aside = next((c for c in tree.children(noun.i, "acl") if _opens_aside(tree, noun, c)), None)
        end = tree.subtree(aside.i)[-1] + 1 if aside is not None else last
        commas = [i for i in range(aside.i, end) if tree.words[i].text == ","] if aside is not None else []
        main = next((v for i in commas if (v := _finite_right_behind(tree, i, last)) is not None), None)
        if main is None or aside is None or not any(w is aside for w in tree.ancestors(main.i)):
            continue
        main.head, main.rel, main.pos = ROOT, "ROOT", "VERB"
        noun.head, noun.rel = main.i, "subj:pass" if tree.child(main.i, "aux:pass") is not None else "subj"
        mended = True
    return mended


def _opens_aside(tree: Tree, noun: Word, participle: Word) -> bool:
    """Whether a bare participle stands right behind the comma that closes the phrase of a noun."""
    if participle.pos != "VERB" or "Tense=Past|VerbForm=Part" not in participle.morph:
        return False
    bare = tree.child(participle.i, "aux", "aux:pass", *SUBJECTS) is None
    return bare and participle.i > noun.i and tree.words[participle.i - 1].text == ","


def _finite_right_behind(tree: Tree, comma: int, last: int) -> Word | None:
    """The verb, or its auxiliary with it, that stands right behind a comma, without a subject."""
    word = tree.words[comma + 1] if comma + 1 < last else None
    while word is not None and word.rel in ("refl", "advmod", "obj", "iobj") and word.pos in ("PRON", "ADV"):
        word = tree.words[word.i + 1] if word.i + 1 < last else None
    if word is None or "VerbForm=Fin" not in word.morph or word.pos not in ("VERB", "AUX"):
        return None
    verb = tree.words[word.head] if word.pos == "AUX" and word.rel in ("aux", "aux:pass") else word
    alone = tree.child(verb.i, "mark", "cc", *SUBJECTS) is None
    return verb if verb.pos == "VERB" and alone and verb.rel != "relcl" else None


def hang_asides(tree: Tree, _: LanguagePack) -> bool:
    """ "Marc Lefort, condamné mardi pour fraude, a fait appel": the participle is said of who acts before its comma."""
    mended = False
    for word in tree.words[2:]:
        if word.rel not in ("parataxis", "advcl", "conj") or word.head == ROOT or word.head < word.i:
            continue
        subject = tree.child(word.head, *SUBJECTS)
        if subject is None or not _opens_aside(tree, subject, word):
            continue
        phrase = [i for i in tree.subtree(subject.i, ("punct",)) if i < word.i]
        if phrase[-1] == word.i - 2 and phrase == list(range(phrase[0], word.i - 1)):
            word.head, word.rel, mended = subject.i, "acl", True
    return mended


def hang_on_objects(tree: Tree, pack: LanguagePack) -> bool:
    """ "La police a arrêté Marc Petit, soupçonné de vol": a participle behind the object's comma is said of him.

    Of somebody, that is: behind a place or a thing it may be said of who acts.
    """
    mended = False
    for word in tree.words[2:]:
        if word.rel != "advcl" or word.head == ROOT or word.head > word.i:
            continue
        verb, before = tree.words[word.head], tree.words[word.i - 2]
        noun = tree.child(verb.i, "obj")
        if noun is None or verb.pos != "VERB" or not _opens_aside(tree, noun, word) or before.pos == "PUNCT":
            continue
        phrase = tree.subtree(noun.i, ("punct",))
        named = [w for w in (noun, *tree.children(noun.i, "appos")) if w.ent in PERSON_LABELS]
        told = all(agrees(tree, w, word, pack) for w in (noun, *named))
        if phrase[-1] == before.i and told and (named or pack.nouns.get(noun.lemma) == "Person"):
            word.head, word.rel, mended = noun.i, "acl", True
    return mended


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
    if tree.child(verb.i, "mark", *SUBJECTS) is not None or any(_is_relative(tree.words[i], pack) for i in below):
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


def _is_relative(word: Word, pack: LanguagePack) -> bool:
    words = pack.words
    openers = ("relative_subject", "relative_object", "relative_to", "relative_of", "relative_place")
    return any(word.lower in words[name] for name in openers)


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
        if tree.words[start - 1].text == "," and not _is_relative(subject, pack):
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
