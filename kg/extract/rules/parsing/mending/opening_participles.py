"""Participles that open a sentence: "Accusé de vol par X, Y a nié"."""

from kg.extract.rules.parsing.agreement import singular_of
from kg.extract.rules.parsing.lemmas import of_participle
from kg.extract.rules.parsing.mending.grammar import is_bare_office, is_bare_participle, is_finite, lacks_subject
from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Tree, Word
from kg.lang import LanguagePack

# what the parser takes an opening participle for
MISREAD = ("obl", "nmod", "dislocated", "advmod", "dep", "expl", "aux")

BESIDE = 8  # words from a comma to the noun or verb of what is said beside a name


def raise_behind_openers(tree: Tree, pack: LanguagePack) -> bool:
    """ "Accusé de vol par le maire, l'élu Paul Roy a nié": a bare opening participle is no main verb.

    Who stands bare behind a comma acts, in the first finite clause from there on.
    """
    mended = False
    for first, last in tree.sents:
        word = tree.words[first]
        if word.head != ROOT or not is_bare_participle(tree, word):
            continue
        for comma in (w.i for w in tree.words[first:last] if w.text == ","):
            subject = _bare_behind(tree, comma, last)
            main = _finite_behind(tree, subject, last) if subject is not None else None
            if subject is None or main is None or not _agrees(tree, pack, word.lower, subject):
                continue
            main.head, main.rel, word.head, word.rel = ROOT, "ROOT", main.i, "advcl"
            passive = tree.child(main.i, "aux:pass") is not None
            subject.head, subject.rel, mended = main.i, "subj:pass" if passive else "subj", True
            break
    return mended


def _bare_behind(tree: Tree, comma: int, last: int) -> Word | None:
    """The noun or name whose phrase, without adposition or "et", begins right behind a comma."""
    for word in tree.words[comma + 1 : min(comma + 4, last)]:
        outside = word.head == ROOT or not comma < word.head < word.i
        if word.pos in ("NOUN", "PROPN", "X") and outside:
            starts = tree.subtree(word.i, ("punct",))[0] == comma + 1
            return word if starts and not word.case and tree.child(word.i, "cc", "mark", "cop") is None else None
    return None


def _finite_behind(tree: Tree, subject: Word, last: int) -> Word | None:
    """The first finite verb behind a noun that has it for its subject, or has none and stands in no other clause."""
    for verb in tree.words[subject.i + 1 : last]:
        if verb.pos != "VERB" or not is_finite(tree, verb):
            continue
        own = tree.child(verb.i, *SUBJECTS)
        if own is subject:
            return verb if tree.child(verb.i, "mark") is None else None
        if own is None and subject.head < subject.i:
            return verb if tree.child(verb.i, "mark", "cc", "refl") is None else None
    return None


def close_participles(tree: Tree, pack: LanguagePack) -> bool:
    """ "Née en 1956 à Paris, X dirige …": what stands before the comma belongs to the participle, X to the verb."""
    mended = False
    for first, last in tree.sents:
        word = tree.words[first]
        comma = next((w.i for w in tree.words[first:last] if w.text == ","), None)
        if comma is None or word.pos != "VERB" or "Tense=Past|VerbForm=Part" not in word.morph:
            continue
        if tree.child(word.i, "aux", "aux:pass", *SUBJECTS) is not None:
            continue
        if word.head == ROOT:
            clauses = [c for c in tree.children(word.i) if c.i > comma and is_finite(tree, c)]
            if not clauses or tree.child(clauses[0].i, *SUBJECTS) is None:
                continue
            clauses[0].head, clauses[0].rel, word.head, word.rel = ROOT, "ROOT", clauses[0].i, "advcl"
            mended = True
        mended = _give_back_subject(tree, word, comma) or mended
        mended = _lift_agent(tree, pack, word, comma) or mended
        for other in tree.words[first + 1 : comma]:
            if other.head == word.head and other.rel in ("obl", "agent", "obj", "advmod"):
                other.head, mended = word.i, True
    return mended


def _give_back_subject(tree: Tree, participle: Word, comma: int) -> bool:
    """ "Contacté par X, l'avocat affirme …": what stands between the comma and the main verb acts."""
    main = tree.words[participle.head]
    if main.pos != "VERB" or tree.child(main.i, *SUBJECTS) is not None:
        return False
    for other in tree.children(participle.i, "obl", "obj", "nmod"):
        if comma < other.i < main.i and not other.case and other.pos in ("NOUN", "PROPN"):
            other.head, other.rel = main.i, "subj"
            return True
    return False


def open_participles(tree: Tree, pack: LanguagePack) -> bool:
    """ "Arrêtés à Lyon, les deux hommes …": an opening participle was taken for a noun, or for what acts."""
    mended = False
    for first, last in tree.sents:
        word = tree.words[first]
        if first + 1 >= last or not _may_be_participle(tree, word, pack):
            continue
        lemma = word.lemma if word.pos == "VERB" else of_participle(word.lower, pack)
        comma = _comma_behind(tree, first, last)
        heads = [w.head for w in tree.words[first:last]]
        subject = _subject_behind(tree, word, comma + 1, last)
        mended = mended or heads != [w.head for w in tree.words[first:last]]
        if lemma is None or subject is None or not _agrees(tree, pack, word.lower, subject):
            continue
        word.pos, word.lemma, word.morph = "VERB", lemma, "Tense=Past|VerbForm=Part"
        if word.head == ROOT:
            tree.words[subject.head].head, tree.words[subject.head].rel = ROOT, "ROOT"
        word.head, word.rel, mended = subject.head, "advcl", True
        for other in tree.words[first + 1 : comma]:
            if other.head in (word.i, subject.head) and other.rel in ("nmod", "obl", "agent"):
                other.head, other.rel = word.i, "agent" if other.case in pack.words["by"] else "obl"
        _lift_agent(tree, pack, word, comma)
    return mended


def _comma_behind(tree: Tree, first: int, last: int) -> int:
    """The comma behind an opening phrase and what it says beside a name: "Créé par X, un ancien ingénieur, …"."""
    for comma in (w.i for w in tree.words[first:last] if w.text == ","):
        behind = tree.words[comma + 1 : min(comma + 1 + BESIDE, last)]
        said = (w for w in behind if w.rel in ("appos", "acl", "relcl") and first < w.head < comma)
        if not any(tree.subtree(w.i, ("punct",))[0] == comma + 1 for w in said):
            return comma
    return last


def _lift_agent(tree: Tree, pack: LanguagePack, participle: Word, comma: int) -> bool:
    """ "Nommée préfète de police par le ministre, …": who appoints is no complement of the office."""
    office = tree.words[participle.i + 1 : participle.i + 3]
    if not any(w.head == participle.i and _is_made(tree, w, pack) for w in office):
        return False
    for other in tree.words[participle.i + 2 : comma]:
        if other.case in pack.words["by"] and other.rel in ("nmod", "agent") and participle.i < other.head < other.i:
            other.head, other.rel = participle.i, "agent"
            return True
    return False


def _is_made(tree: Tree, word: Word, pack: LanguagePack) -> bool:
    """Whether a bare word tells what somebody was made: "ministre", "candidat"."""
    person = word.pos == "NOUN" and pack.nouns.get(word.lemma) == "Person"
    return is_bare_office(tree, word, pack) or (person and tree.child(word.i, "det", "poss", "case") is None)


def _may_be_participle(tree: Tree, word: Word, pack: LanguagePack) -> bool:
    """A bare word that a complement, date, sum or adverb follows; a verb that was made a subject or complement."""
    misread = word.rel in (*SUBJECTS, *MISREAD)
    if word.pos == "VERB" and ("Tense=Past|VerbForm=Part" not in word.morph or not misread):
        return False
    if word.pos not in ("NOUN", "PROPN", "ADJ", "X", "VERB"):
        return False
    after = tree.words[word.i + 1]
    completed = after.pos in ("ADP", "ADV", "DET", "NUM") or after.lemma in pack.lists["temporal"]
    office = tree.words[word.i + 2] if after.pos == "ADJ" and word.i + 2 < len(tree.words) else after
    completed = completed or _is_made(tree, office, pack)  # "Nommée Première ministre"
    return completed and tree.child(word.i, "det", "nummod", "cop", "aux", "appos", *SUBJECTS) is None


def _subject_behind(tree: Tree, opener: Word, start: int, last: int) -> Word | None:
    """The subject of the main clause, if its phrase stands right behind the comma; one hung on the opener is moved."""
    ahead = [w for w in tree.words[start : min(start + 8, last)] if w.pos in ("NOUN", "PROPN", "PRON", "X")]
    for word in ahead:
        if word.head == ROOT or word.case or tree.subtree(word.i, ("punct",))[0] != start:
            continue
        if word.rel in SUBJECTS and word.head > word.i and is_finite(tree, tree.words[word.head]):
            return word
        main = tree.words[opener.head] if opener.rel in SUBJECTS and opener.head != ROOT else None
        if main is not None and word.head == opener.i and main.i > word.i and main.pos == "VERB":
            word.head, word.rel = main.i, opener.rel
            return word
    return None


def _agrees(tree: Tree, pack: LanguagePack, participle: str, subject: Word) -> bool:
    """Whether a participle's ending has the gender and number of a subject, as far as its form tells them.

    The article tells the gender of what both may be: "la ministre".
    """
    either = participle in pack.verb_lemmas.get("participles", {})  # "mis", "pris": one man or several
    fem = not either and singular_of(pack, participle).endswith(pack.agreement["feminine"])
    plural = participle.endswith(pack.agreement["plural"])
    if subject.pos in ("PROPN", "X"):
        return either or not plural
    article = next((c.morph for c in tree.children(subject.i, "det") if "Gender=" in c.morph), subject.morph)
    if ("Gender=Masc" in article and fem) or ("Gender=Fem" in article and not fem):
        return False
    wrong = ("Number=Sing" in subject.morph and plural) or ("Number=Plur" in subject.morph and not plural)
    return either or not wrong


def seat_opening_names(tree: Tree, _: LanguagePack) -> bool:
    """ "Zumo, interdit par l'Inde, a perdu …": a name that opens the sentence acts, and the participle is said of it.

    The parser made two clauses of them.
    """
    mended = False
    for first, last in tree.sents:
        name = next((w for w in tree.words[first:last] if w.pos != "DET"), tree.words[first])
        if name.rel != "advcl" or name.pos not in ("PROPN", "X", "NOUN") or name.case or name.head < name.i:
            continue
        main, end = tree.words[name.head], _end_of_name(tree, name)
        if not lacks_subject(tree, main) or tree.child(name.i, "cop", "mark", "aux") is not None:
            continue
        participle = tree.words[end + 1] if end + 1 < main.i and tree.words[end].text == "," else main
        if participle is main or participle.head != main.i or not is_bare_participle(tree, participle):
            continue
        name.rel = "subj:pass" if tree.child(main.i, "aux:pass") is not None else "subj"
        participle.head, participle.rel, mended = name.i, "acl", True
    return mended


def seat_set_off_subjects(tree: Tree, _: LanguagePack) -> bool:
    """ "Zumo, racheté le 5 mai par Valtec, supprime …": who stands before the comma acts, and was bought besides."""
    mended = False
    for word in tree.words:
        subject = tree.child(word.i, "subj") if word.rel == "advcl" and word.head > word.i else None
        if subject is None or subject.i > word.i or tree.words[word.i - 1].text != ",":
            continue
        main, alone = tree.words[word.head], tree.child(word.i, "aux", "aux:pass", "cop", "mark", "obj") is None
        if alone and word.pos == "VERB" and "Tense=Past|VerbForm=Part" in word.morph and lacks_subject(tree, main):
            subject.head, subject.rel = main.i, "subj:pass" if tree.child(main.i, "aux:pass") is not None else "subj"
            word.head, word.rel, mended = subject.i, "acl", True
    return mended


def _end_of_name(tree: Tree, name: Word) -> int:
    """Where the words of a name end, without the comma behind it."""
    return max(w.i for w in (name, *tree.children(name.i, "name", "amod"))) + 1


def pass_headlines(tree: Tree, pack: LanguagePack) -> bool:
    """ "Zumo poursuivi en justice par Valtec", "Zumo interdit en Inde": a participle alone tells what was done to it.

    Of verbs like "partir" it tells what somebody did.
    """
    mended = False
    for word in tree.words:
        subject = tree.child(word.i, "subj") if _is_participle_alone(tree, word) else None
        if subject is None or word.lemma in pack.words["never_passive"] or not _stands_before(tree, subject, word):
            continue
        endings = pack.verb_lemmas.get("endings", {}).items()
        if any(word.lower.removesuffix(ending) + infinitive == word.lemma for ending, infinitive in endings):
            continue  # "participe", which the parser took for a participle
        subject.rel, mended = "subj:pass", True
        for child in tree.children(word.i, "obl"):
            child.rel = "agent" if child.case in pack.words["by"] else child.rel
    return mended


def _is_participle_alone(tree: Tree, word: Word) -> bool:
    past = word.pos == "VERB" and word.head == ROOT and "Tense=Past|VerbForm=Part" in word.morph
    if not past or any(lacks_subject(tree, c) for c in tree.children(word.i)):
        return False  # "le mariage avorté avec Zumo a coûté cher"
    return tree.child(word.i, "aux", "aux:pass", "aux:caus", "cop", "obj", "refl", "expl", "ccomp") is None


def _stands_before(tree: Tree, subject: Word, verb: Word) -> bool:
    """Whether the phrase of a noun or name ends right before a verb, and no relative clause of it."""
    if subject.pos not in ("NOUN", "PROPN", "X") or subject.i > verb.i:
        return False
    below = [i for i in tree.subtree(subject.i) if tree.words[i].pos not in ("PUNCT", "ADV")]
    return not [w for w in tree.words[below[-1] + 1 : verb.i] if w.pos not in ("PUNCT", "ADV")]
