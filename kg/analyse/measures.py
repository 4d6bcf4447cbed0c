"""How central each entity is, and which ones belong together."""

from collections import defaultdict

import rustworkx as rx
from graspologic_native import leiden

from kg.analyse.projection import Network

SEED = 20190516  # any fixed number: the same graph gives the same communities
RESOLUTION = 1.0  # of modularity; higher gives more and smaller communities
ROUNDS = 3  # of moving, refining and summing up; a fourth gains next to nothing


def find_pagerank(network: Network) -> dict[str, float]:
    """Return the PageRank of each entity, both directions followed; the sum is 1.

    Source:
        Page, Brin, Motwani, Winograd (1999), damping 0.85.
    """
    if not network.ids:
        return {}
    digraph: rx.PyDiGraph = rx.PyDiGraph()
    digraph.add_nodes_from(list(network.ids))
    digraph.add_edges_from([(first, second, float(weight) ** 0.5) for first, second, weight in network.links])
    digraph.add_edges_from([(second, first, float(weight) ** 0.5) for first, second, weight in network.links])
    ranks = rx.pagerank(digraph, alpha=0.85, weight_fn=float, tol=1e-9, max_iter=200)
    return {each: round(ranks[position], 9) for position, each in enumerate(network.ids)}


def find_communities(network: Network) -> dict[str, int]:
    """Return the community of each entity: 0 is the largest. Who is linked to nobody is one of his own.

    Source:
        Traag, Waltman, van Eck (2019), "From Louvain to Leiden: guaranteeing well-connected communities".
    """
    links = [(str(first), str(second), float(weight)) for first, second, weight in network.links]
    found = leiden(links, resolution=RESOLUTION, iterations=ROUNDS, seed=SEED)[1] if links else {}
    members: dict[int | str, list[int]] = defaultdict(list)
    for position, name in enumerate(network.ids):
        members[found.get(str(position), name)].append(position)
    ordered = sorted(members.values(), key=lambda each: (-len(each), each))
    return {network.ids[position]: rank for rank, each in enumerate(ordered) for position in each}


def count_degrees(network: Network) -> dict[str, int]:
    """Return how many other entities each entity is linked to."""
    return {each: len(found) for each, found in zip(network.ids, network.neighbours, strict=True)}
