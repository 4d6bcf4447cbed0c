"""Networks to measure: written as pairs of letters."""

from collections.abc import Callable

import pytest

from kg.analyse import Network


@pytest.fixture
def network() -> Callable[[str], Network]:
    """Return the maker of a network from "ab bc": one link a pair."""

    def make(pairs: str) -> Network:
        ids = tuple(sorted(set(pairs) - {" "}))
        place = {each: position for position, each in enumerate(ids)}
        links = sorted({tuple(sorted((place[a], place[b]))) for a, b in pairs.split()})
        return Network(ids=ids, links=tuple((a, b, 1) for a, b in links))

    return make
