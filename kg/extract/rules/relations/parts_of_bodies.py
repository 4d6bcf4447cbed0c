"""Bodies that are part of a larger one: "le service de virologie du CHU de Caen", "la branche française de l'ONG"."""

from collections.abc import Iterator

from kg.extract.rules.parsing.tree import ROOT, Word
from kg.extract.rules.relations.affiliations import may_belong
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.lang.schema import load_schema
from kg.model import MentionKind

WITHIN = ("EducationalInstitution",)  # in which "à" tells a part to be: "le département de chimie à l'université Aton"
VAGUE = ("Concept", "AdministrativeArea")  # classes of a noun like "branche" or "département", not yet told as a body's
DEEP = 2  # complements between a part and its whole, at most: "le centre de don du corps de l'université"


def find_parts(reading: Reading) -> Iterator[Draft]:
    """ "le Conseil de sécurité de l'ONU" is part of it; a noun that may name many things is a body where one has it."""
    schema = load_schema()
    for index, item in enumerate(reading.table.items):
        word = reading.tree.words[item.i]
        if item.kind is MentionKind.PRONOUN or word.head == ROOT or not reading.is_name(index):
            continue
        part = _part_above(reading, word, index)
        owner = reading.at(part.i) if part is not None else None
        if part is None or owner is None or reading.table.root(owner) == reading.table.root(index):
            continue
        if word.case not in reading.pack.words["to"] and not may_belong(reading, owner, index, word):
            continue
        kind = reading.table.items[owner].type
        if kind in VAGUE and not reading.is_name(owner) and not _is_whole_name(reading, part, word, kind):
            reading.root(owner).type = "Organization"
        elif not schema.fits(kind, ("Organization",)):
            continue
        yield said_by_form(owner, "subsidiaryOf", index, word.i, "affiliation/part", 0.5)


def find_leading_bodies(reading: Reading) -> Iterator[Draft]:
    """ "la direction de Renault" leads it."""
    tree, words = reading.tree, reading.pack.words
    for index, item in enumerate(reading.table.items):
        word = tree.words[item.i]
        if word.head == ROOT or tree.words[word.head].lemma not in words["leading_bodies"]:
            continue
        body = reading.at(word.head) if word.rel == "nmod" and word.case in words["of"] else None
        if body is None or reading.table.items[body].determiner != "definite" or reading.is_name(body):
            continue  # "la direction générale de la Santé" is all of it a name
        if item.kind is not MentionKind.PRONOUN and may_belong(reading, body, index, word):
            yield said_by_form(body, "leads", index, word.i, "affiliation/direction", 0.5)


def _part_above(reading: Reading, word: Word, index: int) -> Word | None:
    """The noun of a part that a whole's name completes, or of which it closes the last complement."""
    tree, words = reading.tree, reading.pack.words
    of = word.rel == "nmod" and word.case in words["of"]
    within = word.rel == "nmod" and word.case in words["to"] and reading.root(index).type in WITHIN
    if not (of or within or word.rel == "poss"):
        return None
    part = tree.words[word.head]
    for _ in range(DEEP if word.case else 0):
        if part.lemma in words["parts"] or not _is_of_part(reading, part):
            break
        part = tree.words[part.head]
    return part if _is_part(reading, part.lemma, index) else None


def _is_of_part(reading: Reading, noun: Word) -> bool:
    """ "des urgences" in "le service des urgences de l'hôpital": no body, and no people who might have one."""
    nested = noun.rel == "nmod" and noun.case in reading.pack.words["of"] and noun.head != ROOT
    return nested and not _is_body(reading, noun) and reading.pack.nouns.get(noun.lemma) not in ("Person", "Group")


def _is_whole_name(reading: Reading, part: Word, word: Word, kind: str) -> bool:
    """ "le département de la Santé": with a field right behind it, what may be an area is a ministry."""
    return kind == "AdministrativeArea" and reading.tree.subtree(word.i)[0] == part.i + 1


def _is_body(reading: Reading, noun: Word) -> bool:
    """ "la section de l'école de l'Armée": what is itself a body is the whole, or the part."""
    index = reading.at(noun.i)
    return index is not None and load_schema().fits(reading.root(index).type, ("Organization",))


def _is_part(reading: Reading, lemma: str, index: int) -> bool:
    """Whether a body is a part of another; who leads a firm is no firm below it: "la direction de Renault"."""
    words, kind = reading.pack.words, reading.root(index).type
    if lemma in words.get("airtime", frozenset()) and load_schema().is_a(kind, "MediaOutlet"):
        return False  # "sur l'antenne de France Inter"
    return lemma in words["parts"] and lemma not in words["leading_bodies"]
