"""Terms of a query that the ontology does not have: nothing in any graph can match them."""

import re
from difflib import get_close_matches
from functools import cache
from typing import Final

from kg.graph.ontology import ontology_file
from kg.query.guard import TOKEN

_PREFIX: Final = "nkg:"
_TERM: Final = re.compile(r"^nkg:(\w+)\s", re.MULTILINE)  # where the ontology tells of one
_OWN: Final = re.compile(r"\bPREFIX\s+nkg:", re.IGNORECASE)  # it may stand for something else


def unknown_terms(text: str) -> list[str]:
    """Return a line for each property or class of a query that is not ours, with the one that is most like it."""
    if _OWN.search(text):
        return []
    named = {token[0].lstrip("-.").rstrip(".") for token in TOKEN.finditer(text) if token["prefixed"]}
    ours = sorted(term.removeprefix(_PREFIX) for term in named if term.startswith(_PREFIX))
    return [_told(term) for term in ours if term and term not in _known()]


def _told(term: str) -> str:
    alike = get_close_matches(term, sorted(_known()), n=1)
    meant = f" Did you mean {_PREFIX}{alike[0]}?" if alike else ""
    return f"The ontology has no {_PREFIX}{term}.{meant}"


@cache
def _known() -> frozenset[str]:
    return frozenset(_TERM.findall(ontology_file("newskg.ttl").read_text("utf-8")))
