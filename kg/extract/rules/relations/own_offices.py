"""What a clause says that somebody is, without naming him beside it: "je suis pompier", "… en tant que maire"."""

from collections.abc import Iterator

from kg.extract.rules.mentions.modifiers import owner_of
from kg.extract.rules.mentions.title_joins import Title
from kg.extract.rules.parsing.tree import ROOT, Word
from kg.extract.rules.relations.functions import function_of
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.extract.rules.relations.rows import row_from
from kg.lang.schema import load_schema
from kg.model import Datatype, MentionKind, Value

NEAR = 4  # words between an owner and "en tant que": "sa première visite en tant que"


def titles_of_oneself(reading: Reading) -> Iterator[Title]:
    """ "Je suis pompier", "quand j'étais ministre": what somebody says that he is."""
    words, pack = reading.tree.words, reading.pack
    for index, item in enumerate(tuple(reading.table.items)):
        if item.determiner != "first" or words[item.i].lower not in pack.words["speaking_first"]:
            continue
        verbs = (w for w in words[item.i + 1 : item.i + 4] if w.sent == item.sent)
        verb = next((w for w in verbs if w.lemma in pack.words["being"] and "VerbForm=Part" not in w.morph), None)
        noun = _office_behind(reading, verb.i + 1) if verb is not None else None
        if verb is not None and noun is not None:
            yield Title(noun.i, index, noun.i if verb.head == noun.i else verb.i)


def titles_as(reading: Reading) -> Iterator[Title]:
    """ "X a signé en tant que maire", "sa nomination comme ministre", "l'image d'Anne Roy comme ministre"."""
    tree, as_office = reading.tree, reading.pack.words["borne_as"] | reading.pack.words["in_office"]
    for noun in tree.words:
        if noun.case not in as_office or tree.child(noun.i, "det") is not None or not function_of(reading, noun):
            continue
        start = min(c.i for c in [noun, *tree.children(noun.i, "case", "mark", "advmod")])
        bearer = _bearer_before(reading, start, noun.case)
        if bearer is not None:
            yield Title(noun.i, bearer)
        elif noun.head != ROOT and tree.words[noun.head].pos == "VERB" and noun.case in reading.pack.words["in_office"]:
            yield from _said_of_subject(reading, noun)


def titles_of_careers(reading: Reading) -> Iterator[Title]:
    """ "sa carrière de chanteuse", "le métier d'instituteur de Luc Roy": what somebody's trade is told to be."""
    tree, words = reading.tree, reading.pack.words
    for noun in tree.words if words["careers"] else ():
        career = tree.words[noun.head] if noun.rel == "nmod" and noun.case in words["of"] else noun
        if career.lemma not in words["careers"] or tree.child(noun.i, "det", "poss") or not function_of(reading, noun):
            continue
        owner = owner_of(tree, reading.table, career)
        owners = [owner] if owner is not None else [reading.at(c.i) for c in tree.children(career.i, "nmod")]
        person = next((i for i in owners if i is not None and reading.root(i).type == "Person"), None)
        if person is not None and person != reading.at(noun.i):
            yield Title(noun.i, person)


def titles_won(reading: Reading) -> Iterator[Title]:
    """ "X was elected mayor", "named X secretary of state", "served as interior minister": an office by a verb."""
    tree, words = reading.tree, reading.pack.words
    for noun in tree.words:
        verb = tree.words[noun.head] if noun.head != ROOT else noun
        if verb.lemma not in words["taking_office"] or verb.pos != "VERB" or not verb.i < noun.i:
            continue
        gives = verb.lemma in reading.pack.lists["appointing"]
        bare = noun.rel == "xcomp" and not noun.case and gives
        won = bare or noun.case in words["as_office"] or (gives and noun.case in words["appointed_to"])
        if not won or not function_of(reading, noun) or _is_of_a_body(reading, noun):
            continue
        if verb.lemma in words["taking_over"] and reading.syntax.is_passive(verb):
            continue  # "was replaced as mayor": the office is lost
        active = gives and not reading.syntax.is_passive(verb)
        given = [c.i for c in tree.children(verb.i, "obj")] if active else reading.syntax.subjects(verb.i)[0]
        bearer = reading.table.at.get(given[0]) if len(given) == 1 else None
        if bearer is not None:
            yield Title(noun.i, bearer, verb.i)


def titles_fronted(reading: Reading) -> Iterator[Title]:
    """ "Élu conseiller en 2004, puis maire de Lens, X …", "Maire de Lens depuis 2020, l'écologiste X …"."""
    words, pack = reading.tree.words, reading.pack
    if pack.adposition == "head":
        return
    told = {title.noun for title in reading.titles}
    for start, end in reading.tree.sents:
        won = words[start].lower in pack.words["won_office"]
        first = start + 1 if won else start
        while won and first < min(end, start + NEAR) and not _is_office(reading, first):
            first += 1
        commas = (i for i in range(first + 1, end - 1) if words[i].text == ",")
        comma, bearer = next(((i, x) for i in commas if (x := person_from(reading, i + 1)) is not None), (0, 0))
        if not comma or not _is_office(reading, first):
            continue
        if any(w.pos in ("VERB", "AUX") and "VerbForm=Part" not in w.morph for w in words[first:comma]):
            continue
        for i in range(first, comma):
            joined = words[i - 1].lower in pack.words["then_office"] or words[i - 1].text == ","
            if i not in told and (i == first or joined) and _is_office(reading, i):
                yield Title(i, bearer)


def person_from(reading: Reading, i: int) -> int | None:
    """Return the name of a person that starts at a word, or the description of one that does: "l'écologiste X"."""
    items = reading.table.items
    at = (j for j, x in enumerate(items) if x.core[0] == i and x.kind is not MentionKind.PRONOUN)
    people = (j for j in at if reading.root(j).type == "Person" and reading.is_name(j))
    return next((j for j in people if items[j].kind is MentionKind.NAME or items[j].determiner == "definite"), None)


def _is_office(reading: Reading, i: int) -> bool:
    """A bare office, whatever part of speech the parser gave it."""
    word, offices = reading.tree.words[i], reading.pack.lists["positions"]
    bare = reading.tree.child(i, "det", "poss", "case") is None and "Number=Plur" not in word.morph
    return bare and (word.lemma in offices or word.lower in offices)


def titles_left(reading: Reading) -> Iterator[Title]:
    """ "resigned as finance minister", "was removed as mayor", "sacked Anne Roy as coach": an office that is left."""
    tree, words, syntax = reading.tree, reading.pack.words, reading.syntax
    leaving = reading.pack.lists.get("leaving_verbs", frozenset())
    for noun in tree.words:
        verb = tree.words[noun.head] if noun.head != ROOT and noun.case in words["as_office"] else noun
        if verb.pos != "VERB" or verb.i >= noun.i:
            continue
        acts = {verb.lemma, *(f"{verb.lemma} {c.lemma}" for c in tree.children(verb.i))}
        if (
            acts.isdisjoint(leaving)
            or not function_of(reading, noun)
            or _is_of_a_body(reading, noun, may_be_one_of=True)
        ):
            continue
        passive = syntax.is_passive(verb)
        given = [] if passive else [c.i for c in tree.children(verb.i, "obj")]
        leavers = given or ([] if verb.lemma in words["taking_over"] and not passive else syntax.subjects(verb.i)[0])
        leaver = reading.at(leavers[0]) if len(leavers) == 1 else None
        if leaver is not None and reading.root(leaver).type == "Person":
            yield Title(noun.i, leaver)


def _is_of_a_body(reading: Reading, noun: Word, *, may_be_one_of: bool = False) -> bool:
    """ "was elected leader of the Greens": a sharper property tells it; an indefinite one may be one of many."""
    tree, schema = reading.tree, load_schema()
    owners = [reading.at(c.i) for c in tree.children(noun.i, "nmod", "poss", "name")]
    several = any(c.lower in reading.pack.words["indefinite"] for c in tree.children(noun.i, "det"))
    return (several and not may_be_one_of) or any(
        i is not None and schema.fits(reading.root(i).type, ("Organization",)) for i in owners
    )


def find_lawyers(reading: Reading) -> Iterator[Draft]:
    """ "Me Paul Dumas", "maîtres Paul Dumas et Anne Roy": a title that only a lawyer bears."""
    words, pack, told = reading.tree.words, reading.pack, set[int]()
    for index, item in enumerate(tuple(reading.table.items)):
        first = item.core[0] - 1
        if item.kind is not MentionKind.NAME or first < 0:
            continue
        several = words[first].lower in pack.words["lawyers"]
        if not several and words[first].text not in pack.words["lawyer_titles"]:
            continue
        for person in row_from(reading, index, ("Person",)) if several else [index]:
            root = reading.table.root(person)
            if root in told or reading.root(person).type != "Person":
                continue
            told.add(root)
            if not pack.words["other_jurists"].isdisjoint(reading.table.described.get(root, ())):
                continue  # "le notaire, Me Paul Dumas"
            woman = reading.root(person).gender == "Fem"
            trade = min(pack.words["lawyer_woman" if woman else "lawyer"])
            value = Value(text=trade, datatype=Datatype.STRING)
            yield said_by_form(person, "occupation", value, first, "title/occupation", 0.8)


def _bearer_before(reading: Reading, start: int, mark: str) -> int | None:
    """The name right before, or whose the thing before is: "la cote d'Anne Roy comme", "sa visite en tant que"."""
    words, items = reading.tree.words, reading.table.items
    for index, item in enumerate(items):
        if item.kind is MentionKind.NAME and item.core[1] == start and reading.root(index).type == "Person":
            owns = words[item.i].case in reading.pack.words["of"]
            return index if owns or mark in reading.pack.words["in_office"] else None
    before = (reading.table.at.get(i) for i in range(start - 1, max(start - 1 - NEAR, 0), -1) if words[i].pos == "NOUN")
    thing = next(before, None)
    return owner_of(reading.tree, reading.table, words[items[thing].i]) if thing is not None else None


def _said_of_subject(reading: Reading, noun: Word) -> Iterator[Title]:
    for subject in reading.syntax.subjects(noun.head)[0]:
        index = reading.table.at.get(subject)
        if index is not None:
            yield Title(noun.i, index, noun.head)


def _office_behind(reading: Reading, i: int) -> Word | None:
    """The office or trade that stands from a word on without an article, behind "aussi" or an adjective."""
    words = reading.tree.words
    while i < len(words) and words[i].pos in ("ADV", "ADJ") and not function_of(reading, words[i]):
        i += 1
    return words[i] if i < len(words) and function_of(reading, words[i]) else None
