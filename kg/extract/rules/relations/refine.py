"""The class of a name by what is said of it: who has a chief executive is a company."""

from collections.abc import Iterable, Mapping

from kg.extract.rules.relations.reading import Draft, Reading
from kg.lang.schema import load_schema
from kg.model import MentionKind

# What the two ends of a property are where the words alone do not tell; "" tells nothing.
ENDS: Mapping[str, tuple[str, str]] = {
    "acquired": ("", "Company"),
    "birthDate": ("Person", ""),
    "birthPlace": ("Person", "Place"),
    "ceoOf": ("Person", "Company"),
    "competesWith": ("Company", "Company"),
    "educatedAt": ("Person", "EducationalInstitution"),
    "listedOn": ("Company", ""),
    "marketValue": ("Company", ""),
    "memberOfParty": ("Person", "PoliticalParty"),
    "mergedWith": ("Company", "Company"),
    "occupation": ("Person", ""),
    "produces": ("Company", "Product"),
    "profit": ("Company", ""),
    "revenue": ("Company", ""),
    "spouseOf": ("Person", "Person"),
    "subsidiaryOf": ("Company", "Company"),
    "usesProduct": ("", "Product"),
}


def refine_types(reading: Reading, drafts: Iterable[Draft]) -> None:
    """Give names of vague class the finer one that their relations ask for, in place."""
    for draft in drafts:
        subject, target = ENDS.get(draft.predicate, ("", ""))
        if subject:
            _refine(reading, draft.subject, subject)
        if target and isinstance(draft.object, int):
            _refine(reading, draft.object, target)


def _refine(reading: Reading, index: int, kind: str) -> None:
    root = reading.root(index)
    vague = root.type in ("Entity", "Organization", "Agent")
    if root.kind is MentionKind.NAME and root.known is None and vague and load_schema().is_a(kind, root.type):
        root.type = kind
