"""Whom a name or a clause behind the name of a firm tells of in English: a person, and not the firm."""

from kg.extract.rules.parsing.tree import PERSON_LABELS, ROOT, SUBJECTS, Tree, Word
from kg.lang import LanguagePack

PLURAL_TAGS = ("NNS", "NNPS")
PERSON = "Person"


def hang_on_persons(tree: Tree, pack: LanguagePack) -> bool:
    """ "Rosa Diaz of Aton, who backs the plan": a person does, and no firm is called "who"."""
    mended = False
    for verb in tree.words:
        clause = tree.words[tree.first_conjunct(verb.i)]
        opens = any(c.lower in pack.words["relative_persons"] for c in tree.children(verb.i, *SUBJECTS, "obj"))
        if not opens or clause.rel != "relcl" or clause.head == ROOT:
            continue
        body = tree.words[clause.head]
        bearer = _bearer(tree, pack, body)
        if bearer is not None and body.i < clause.i:
            clause.head, mended = bearer.i, True
    return mended


def hang_on_holders(tree: Tree, pack: LanguagePack) -> bool:
    """ "The founder and head of Aton, Rosa Diaz, spoke": the name is of who holds the offices, and of no firm."""
    mended = False
    for name in tree.words[1:]:
        body = tree.words[name.head] if name.rel == "appos" and name.ent in PERSON_LABELS else name
        if body is name or body.i > name.i or tree.words[tree.subtree(name.i)[0] - 1].text != ",":
            continue
        holder = _bearer(tree, pack, body, apposed=True)
        if holder is not None and holder.ent not in PERSON_LABELS and tree.child(holder.i, "appos") is None:
            name.head, mended = holder.i, True
    return mended


def lift_judged(tree: Tree, pack: LanguagePack) -> bool:
    """ "found the head of Aton guilty of fraud": he is guilty, and not the firm."""
    mended = False
    for quality in tree.words:
        below = tree.words[quality.head] if quality.rel == "amod" and quality.pos == "ADJ" else quality
        bearer = (
            tree.words[below.head] if below is not quality and below.rel == "nmod" and below.head != ROOT else below
        )
        verb = (
            tree.words[bearer.head] if bearer is not below and bearer.rel == "obj" and bearer.head != ROOT else bearer
        )
        if verb is bearer or not bearer.i < below.i < quality.i or tree.child(quality.i, "adp") is None:
            continue
        if verb.lemma in pack.lists["appointing"]:
            quality.head, quality.rel, mended = verb.i, "ccomp", True
            bearer.head, bearer.rel = quality.i, "subj"
    return mended


def _bearer(tree: Tree, pack: LanguagePack, body: Word, *, apposed: bool = False) -> Word | None:
    """The one person of whom the name of a body tells where he belongs: "Rosa Diaz of Aton", "the head of Aton"."""
    person = tree.words[body.head] if body.rel == "nmod" and body.head != ROOT else body
    if person is body or not person.i < body.i or body.case not in pack.words["affiliation"]:
        return None
    one = person.tag not in PLURAL_TAGS and (person.ent in PERSON_LABELS or _is_somebody(pack, person))
    return person if one and not _may_be_person(pack, body, person, apposed=apposed) else None


def _may_be_person(pack: LanguagePack, body: Word, person: Word, *, apposed: bool) -> bool:
    """Whether "who" may be the second of two: several people, somebody with a name of his own."""
    if body.pos != "PROPN":
        return body.tag in PLURAL_TAGS or _is_somebody(pack, body) or pack.nouns.get(body.lemma) == "Group"
    several = body.tag in PLURAL_TAGS and body.ent != "ORG"
    apposed = apposed and person.lemma in pack.words["kin"]  # "The wife of Paul Napier, Rosa Diaz"
    named = body.ent in PERSON_LABELS and not (person.ent in PERSON_LABELS and body.case in pack.words["of"])
    return several or (named and not apposed) or _is_somebody(pack, body)


def _is_somebody(pack: LanguagePack, noun: Word) -> bool:
    return pack.nouns.get(noun.lemma) == PERSON or noun.lemma in pack.trades
