"""Who belongs to what is called after its members: "l'alliance Renault-Nissan"."""

from collections.abc import Iterator

from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.lang.schema import load_schema
from kg.model import MentionKind

MOST = 3  # members in a name


def find_paired_members(reading: Reading) -> Iterator[Draft]:
    """Yield the members that the article names elsewhere, where it names all of them."""
    words, schema = reading.tree.words, load_schema()
    named: dict[str, int] = {}
    for index, item in enumerate(reading.table.items):
        if item.kind is MentionKind.NAME:
            named.setdefault(item.name, index)
    for index, item in enumerate(reading.table.items):
        bond = item.core[0] - 1
        if item.kind is not MentionKind.NAME or bond < 0 or words[bond].lemma not in reading.pack.words["bonds"]:
            continue
        parts = item.name.split() if any("-" in w.text for w in words[slice(*item.core)]) else []
        members = [named[part] for part in parts if part in named]
        if not 2 <= len(parts) <= MOST or len(members) < len(parts):
            continue
        if all(schema.fits(reading.root(i).type, ("Organization",)) for i in (index, *members)):
            for member in members:
                yield said_by_form(member, "memberOf", index, bond, "member/paired", 0.85)
