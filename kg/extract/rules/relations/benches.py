"""Of what party or union somebody is who is called by an office and its name: "les députés LR", "l'élue CFDT"."""

from collections.abc import Iterator

from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.parsing.tree import ROOT, Word
from kg.extract.rules.relations.affiliations import party_of
from kg.extract.rules.relations.own_offices import person_from
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.model import MentionKind

BETWEEN = 2  # words between an office and the union that stands bare behind it: "délégué du personnel CGT"


def find_party_members(reading: Reading) -> Iterator[Draft]:
    """ "les députés LREM", "la maire PS de Nantes": who is called by an office and a party, and not by name."""
    tree, offices = reading.tree, reading.pack.words.get("party_offices", frozenset())
    titled = {title.noun for title in reading.titles}
    for index, item in enumerate(reading.table.items):
        word = tree.words[item.i]
        if item.kind is not MentionKind.NAME or word.case or word.rel not in ("nmod", "name", "appos"):
            continue
        if reading.root(index).type != "PoliticalParty" or word.head == ROOT or word.head in titled:
            continue
        owner = reading.at(word.head)
        held = owner is not None and tree.words[word.head].lemma in offices and 0 < item.core[0] - word.head <= 2
        if owner is None or not held or tree.words[item.core[0] - 1].text == ",":
            continue
        kind = reading.root(owner).type
        if kind in ("Person", "Group"):
            predicate = "memberOfParty" if kind == "Person" else "memberOf"
            draft = said_by_form(owner, predicate, index, item.i, "party/office", 0.65)
            draft.past = reading.context.past.is_former(word.head)
            yield draft


def find_leaders_of_benches(reading: Reading) -> Iterator[Draft]:
    """ "le président du groupe LR", "la patronne des sénateurs socialistes": who leads a party's members is one."""
    tree, benches = reading.tree, reading.pack.words.get("benches", frozenset())
    for title in reading.titles if benches else ():
        if reading.root(title.reference).type != "Person":
            continue
        for bench in tree.children(title.noun, "nmod"):
            of = bench.case in reading.pack.words["of"] and bench.i > title.noun and bench.lemma in benches
            party = _party_of_bench(reading, bench) if of else None
            if party is not None:
                draft = said_by_form(title.reference, "memberOfParty", party, bench.i, "party/title", 0.85)
                draft.past = reading.context.past.is_former(title.noun)
                yield draft


def _party_of_bench(reading: Reading, bench: Word) -> int | None:
    """The party whose name stands right behind a word for its members, or whose adjective hangs on it."""
    items, parties = reading.table.items, reading.pack.words["parties"]
    named = (i for i, x in enumerate(items) if x.core[0] == bench.i + 1 and x.kind is MentionKind.NAME)
    party = next((i for i in named if reading.root(i).type == "PoliticalParty"), None)
    told = (c for c in reading.tree.children(bench.i, "amod") if c.lemma in parties or c.lower in parties)
    adjective = next(told, None) if party is None else None
    return party if adjective is None else party_of(reading, adjective)


def find_opened_parties(reading: Reading) -> Iterator[Draft]:
    """ "Du côté du PS, Anne Roy a …", "Chez Les Républicains, le sénateur Luc Petit …": of whose camp one is."""
    tree, openers = reading.tree, reading.pack.words.get("camp_openers", frozenset())
    for index, item in enumerate(reading.table.items) if openers else ():
        if item.kind is not MentionKind.NAME or reading.root(index).type != "PoliticalParty":
            continue
        opens, comma = tree.sents[item.sent][0], item.core[1]
        before = " ".join(w.lower for w in tree.words[opens : item.core[0]])
        closed = comma + 1 < len(tree.words) and tree.words[comma].text == ","
        person = person_from(reading, comma + 1) if before in openers and closed else None
        if person is not None:
            yield said_by_form(person, "memberOfParty", index, item.i, "party/title", 0.75)


def find_union_members(reading: Reading) -> Iterator[Draft]:
    """ "Anne Roy, élue CFDT", "un délégué syndical FO": the union that stands bare behind what somebody is in it."""
    offices = reading.pack.words.get("union_offices", frozenset())
    for index, item in enumerate(reading.table.items) if offices else ():
        if item.kind is not MentionKind.NAME or reading.root(index).type != "Organization":
            continue
        noun = _office_before(reading, item, offices)
        owner = reading.at(noun) if noun is not None else None
        if owner is not None and reading.root(owner).type in ("Person", "Group"):
            yield said_by_form(owner, "memberOf", index, item.i, "party/office", 0.8)


def _office_before(reading: Reading, item: Reference, offices: frozenset[str]) -> int | None:
    """The office behind which a name stands bare."""
    words, first = reading.tree.words, item.core[0]
    if words[first].case or words[item.i].case or first == 0:
        return None
    for before in reversed(words[max(0, first - BETWEEN - 1) : first]):
        if before.lemma in offices or before.lower in offices:
            return before.i
        if before.is_title or before.pos not in ("ADJ", "NOUN", "ADP"):
            return None
    return None
