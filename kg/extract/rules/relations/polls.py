"""Whom an institute asks people for: "un sondage Ifop pour Le Figaro et RTL"."""

from collections.abc import Iterator

from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.lang.schema import load_schema
from kg.model import MentionKind

NEAR = 4  # words from the noun for a poll to the name of who made it
FIRMS = ("Company", "MediaOutlet", "Organization")


def find_polls(reading: Reading) -> Iterator[Draft]:
    """Yield to whom the maker of each poll supplies it: whoever stands behind "pour", and those in a row with him."""
    items, schema = reading.table.items, load_schema()
    names = [n for n, item in enumerate(items) if item.kind is MentionKind.NAME]
    for maker in names if reading.pack.words["polls"] else ():
        if not schema.fits(reading.root(maker).type, FIRMS) or not _made(reading, items[maker]):
            continue
        root = reading.table.root(maker)
        for client in _clients(reading, items[maker].core[1], names):
            if schema.fits(reading.root(client).type, FIRMS) and reading.table.root(client) != root:
                yield said_by_form(maker, "suppliesTo", client, items[client].i, "supply/poll", 0.85)


def _made(reading: Reading, item: Reference) -> bool:
    """Whether a noun for a poll stands before a name, with "de l'institut" or another maker between at most."""
    words = reading.pack.words
    for word in reversed(reading.tree.words[max(0, item.core[0] - NEAR) : item.core[0]]):
        if word.lemma in words["polls"]:
            return True
        linked = word.lower in words["standing_of"] or word.lemma in words["pollsters"] or word.text in "/-"
        if not linked and word.pos not in ("DET", "PROPN", "ADJ"):
            return False
    return False


def _clients(reading: Reading, end: int, names: list[int]) -> list[int]:
    """The name behind "pour", and those in a row with it up to "et": behind a mere comma a clause may begin."""
    words, items = reading.tree.words, reading.table.items
    starts = {items[n].core[0]: n for n in names}
    if end + 1 < len(words) and words[end].text == "/" and end + 1 in starts:
        end = items[starts[end + 1]].core[1]  # "Ipsos/Sopra Steria"
    end += end < len(words) and words[end].lemma in reading.pack.words["polling"]  # "un sondage Ifop réalisé pour RTL"
    links = reading.pack.words["employed_for"]
    if end and words[end - 1].lemma in reading.pack.words["ordering"]:
        links = reading.pack.words["by"]  # "commandé par Les Échos"
    if end >= len(words) or words[end].lower not in links:
        return []
    row: list[int] = []
    told, joined, at = 0, True, end + 1
    while at < len(words):
        article = words[at].lower in reading.pack.words["definite"]
        client = starts.get(at, starts.get(at + 1) if article else None)
        if client is None:
            break
        row.append(client)
        told = len(row) if joined else told
        at = items[client].core[1]
        if at >= len(words) or (words[at].pos != "CCONJ" and words[at].text not in ",/"):
            break
        joined, at = words[at].pos == "CCONJ", at + 1
    return row[:told]
