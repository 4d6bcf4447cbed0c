"""A bare surname, where an article says no more ("Macron"): the well-known person who bears it, if there is but one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from kg.lang import languages, load_pack
from kg.link.chains import Chain, Kind
from kg.link.names import name_key

MANY = 10  # articles that name somebody in full
TIMES = 5  # as many as name any other bearer of the surname


def lend_full_names(chains: Sequence[Chain], language_of: Mapping[str, str]) -> list[Chain]:
    """Give surnames that stand alone the key of their well-known bearer.

    Args:
        language_of: Article id → language.
    """
    bearers = _bearers(chains)
    return [_lent(chain, bearers, language_of[chain.article]) for chain in chains]


def _bearers(chains: Iterable[Chain]) -> dict[str, str]:
    """Return for surnames the key of the one person that they mean."""
    articles: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for chain in chains:
        words = name_key(chain.name).split() if chain.name is not None else []
        if chain.kind is Kind.PERSON and chain.known is None and not chain.shortened and len(words) > 1:
            articles[words[-1]][chain.key].add(chain.article)
    found = {}
    for surname, keys in articles.items():
        counts = sorted(((len(named), key) for key, named in keys.items()), reverse=True)
        second = counts[1][0] if len(counts) > 1 else 0
        if counts[0][0] >= MANY and counts[0][0] >= TIMES * second:
            found[surname] = counts[0][1]
    return found


def _lent(chain: Chain, bearers: Mapping[str, str], language: str) -> Chain:
    word = name_key(chain.name) if chain.name is not None else ""
    alone = chain.kind is Kind.PERSON and chain.key == f"name:{word}" and word in bearers
    return replace(chain, key=bearers[word], shortened=True) if alone and word not in _given_names(language) else chain


@cache
def _given_names(language: str) -> frozenset[str]:
    """Given names of a language: "Martin" may be anybody of that name."""
    if language not in languages():
        return frozenset()
    pack = load_pack(language)
    listed = (*pack.lists.get("masculine_names", ()), *pack.lists.get("feminine_names", ()))
    return frozenset(map(name_key, (*listed, *pack.words.get("either_given_names", ()))))
