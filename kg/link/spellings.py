"""One spelling for words that differ by accents, capitals or apostrophes alone: "chef de l'Etat", "chef de l'État"."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import TypeGuard

from kg.lang.fold import fold
from kg.model import Datatype, Document, Value


class Spellings:
    """Knows how the literals of all documents are spelled most often."""

    def __init__(self, documents: Iterable[Document]) -> None:
        """Count the spellings."""
        counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for document in documents:
            for claim in document.claims:
                if _is_words(claim.object):
                    counts[fold(claim.object.text)][claim.object.text] += 1
        # of equally frequent ones the one with most accents, which sort behind plain letters
        self._best = {key: max(found, key=lambda text: (found[text], text)) for key, found in counts.items()}

    def of(self, object_: str | Value) -> str | Value:
        """Return the object of a claim: words as they are spelled most often, anything else as it is."""
        return Value(text=self._best[fold(object_.text)], datatype=object_.datatype) if _is_words(object_) else object_


def _is_words(object_: str | Value) -> TypeGuard[Value]:
    return isinstance(object_, Value) and object_.datatype is Datatype.STRING
