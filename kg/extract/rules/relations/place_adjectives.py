"""Where something is by an adjective: "la police londonienne", "les maires normands", "l'élection américaine"."""

from collections.abc import Iterator

from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.parsing.tree import ROOT, Word
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.lang.schema import load_schema
from kg.model import MentionKind

FIRMS = ("Organization",)
SITED = ("Organization", "Group", "Event", "Place")  # no products: "une chanson bretonne" may be made anywhere


def find_place_adjectives(reading: Reading) -> Iterator[Draft]:
    """Yield `locatedIn` of what an adjective of a place qualifies; a name keeps it as a part of itself."""
    schema, table = load_schema(), reading.table
    for index, item in enumerate(table.items):
        word = reading.tree.words[item.i]
        if item.determiner != "adjective" or word.head == ROOT or not _tells_where(reading, item, word):
            continue
        owner = reading.at(word.head)
        if reading.root(index).type == "City":
            yield from _seats(reading, owner, index, word)
        if owner is None or table.items[owner].kind is MentionKind.NAME or table.root(owner) == table.root(index):
            continue
        if _is_around(reading, index, word):
            continue
        if schema.fits(reading.root(owner).type, SITED) and reading.root(owner).type != "Country":
            yield said_by_form(owner, "locatedIn", index, word.i, "place/adjective", 0.8)


def _seats(reading: Reading, owner: int | None, town: int, adjective: Word) -> Iterator[Draft]:
    """ "le siège parisien de Valtec", "Valtec, une start-up lyonnaise": the town of a firm's seat."""
    noun, words = reading.tree.words[adjective.head], reading.pack.words
    if noun.lemma in words["seats_of_firms"]:
        below = [c.i for c in reading.tree.children(noun.i, "nmod") if c.case in words["of"]]
        found = [reading.at(i) for head in below for i in reading.tree.conjuncts(head)]
    else:
        told = owner is not None and reading.table.items[owner].kind is MentionKind.NOMINAL
        found = [owner if told and reading.root(owner or 0).type == "Company" else None]
    for firm in found:
        if firm is not None and reading.is_name(firm) and load_schema().fits(reading.root(firm).type, FIRMS):
            yield said_by_form(firm, "headquarteredIn", town, adjective.i, "place/adjective", 0.8)


def _tells_where(reading: Reading, item: Reference, adjective: Word) -> bool:
    """Whether an adjective is of a region or city, or of the country of "l'élection", "le conflit" or the like.

    A country's adjective tells otherwise who did something: "une offensive turque" may be anywhere.
    """
    known = item.known or ""
    national = reading.tree.words[adjective.head].lemma in reading.pack.words["national_events"]
    return known.startswith("place/") or (national and known.startswith("country/"))


def _is_around(reading: Reading, town: int, adjective: Word) -> bool:
    """ "la région parisienne" lies around Paris, "un entourage trop parisien" is only of its kind."""
    tree = reading.tree
    around = tree.words[adjective.head].lemma in reading.pack.words["surroundings"]
    return (around and reading.root(town).type == "City") or tree.child(adjective.i, "advmod") is not None
