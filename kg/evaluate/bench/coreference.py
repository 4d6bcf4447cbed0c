"""The three measures whose mean is the CoNLL F1: MUC, B³ and CEAF over entities. Chains are sets of spans."""

from collections.abc import Collection, Sequence
from itertools import product

import networkx as nx

from kg.evaluate.bench.tally import Tally
from kg.model import Span

Chains = Sequence[frozenset[Span]]


def muc(gold: Chains, ours: Chains) -> Tally:
    """Count links: those that a chain needs, and those that the other side also makes (Vilain et al. 1995)."""
    return Tally(*_links(gold, ours), *_links(ours, gold))


def b_cubed(gold: Chains, ours: Chains) -> tuple[float, float, int, int]:
    """Sum for each mention how much of its chain is right (Bagga and Baldwin 1998).

    Returns:
        Sum over our mentions, sum over gold mentions, and the numbers of both.
    """
    of_gold, of_ours = _chain_of(gold), _chain_of(ours)
    empty = frozenset[Span]()
    precise = sum(len(c & of_gold.get(m, empty)) / len(c) for c in ours for m in c)
    recalled = sum(len(c & of_ours.get(m, empty)) / len(c) for c in gold for m in c)
    return precise, recalled, len(of_ours), len(of_gold)


def ceaf(gold: Chains, ours: Chains) -> tuple[float, int, int]:
    """Pair chains one to one for the greatest sum of similarity 2|a∩b|/(|a|+|b|) (Luo 2005, φ4).

    Returns:
        That sum, and the numbers of our chains and of gold chains.
    """
    graph = nx.Graph()
    for (i, a), (j, b) in product(enumerate(gold), enumerate(ours)):
        if common := len(a & b):
            graph.add_edge(("gold", i), ("ours", j), weight=2 * common / (len(a) + len(b)))
    pairs = nx.max_weight_matching(graph)
    return sum(graph.edges[pair]["weight"] for pair in sorted(pairs)), len(ours), len(gold)


def f1(precision: float, recall: float) -> float:
    """Return the harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _chain_of(chains: Chains) -> dict[Span, frozenset[Span]]:
    return {mention: chain for chain in chains for mention in chain}


def _links(chains: Chains, others: Chains) -> tuple[int, int]:
    other = {mention: number for number, chain in enumerate(others) for mention in chain}
    needed = sum(len(c) - 1 for c in chains)
    return needed, sum(len(c) - _parts(c, other) for c in chains)


def _parts(chain: Collection[Span], other: dict[Span, int]) -> int:
    return len({other[m] for m in chain if m in other}) + sum(m not in other for m in chain)
