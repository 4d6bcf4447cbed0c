"""The class of a name by what is said of it: who has a chief executive is a company."""

from collections.abc import Iterable

from kg.extract.rules.relations.reading import Draft, Reading
from kg.lang.schema import load_schema
from kg.model import MentionKind


def refine_types(reading: Reading, drafts: Iterable[Draft]) -> None:
    """Give names of vague class the finer one that their relations ask for, in place."""
    for draft in drafts:
        told = load_schema().properties.get(draft.predicate)
        if told is not None and told.subject_is:
            _refine(reading, draft.subject, told.subject_is)
        if told is not None and told.object_is and isinstance(draft.object, int):
            _refine(reading, draft.object, told.object_is)


def _refine(reading: Reading, index: int, kind: str) -> None:
    root = reading.root(index)
    vague = root.type in ("Entity", "Organization", "Agent")
    if root.kind is MentionKind.NAME and root.known is None and vague and load_schema().is_a(kind, root.type):
        root.type = kind
