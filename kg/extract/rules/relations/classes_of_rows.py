"""The class of names by the plural that they are picked out of: of "banques, dont Valtec et Zumo" both are firms."""

from kg.extract.rules.relations.picked import picked_names
from kg.extract.rules.relations.reading import Reading
from kg.lang.schema import load_schema
from kg.model import MentionKind

TOLD = ("Organization", "City", "AdministrativeArea")  # other classes have nouns that are said of anything


def class_by_plurals(reading: Reading) -> None:
    """Give names that no table knows the class of the noun whose row they stand in, in place."""
    schema, table = load_schema(), reading.table
    for whole, names in picked_names(reading).items():
        kind = reading.pack.nouns.get(table.items[whole].head, "")
        if kind not in schema.ancestors or not schema.fits(kind, TOLD):
            continue
        for name in names:
            root = reading.root(name)
            unknown = root.kind is MentionKind.NAME and root.known is None
            if unknown and not schema.is_a(root.type, kind) and not root.gender:
                table.retype(root.name, kind)
