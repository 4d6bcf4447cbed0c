"""Positions: nothing overlaps, nothing is random."""

import itertools

import numpy as np
import pytest
from threadpoolctl import threadpool_info

from kg.analyse import Network, find_communities, find_pagerank, lay_out_all, lay_out_few

BOX = (80.0, 40.0)


def boxes(network: Network) -> dict[str, tuple[float, float]]:
    return dict.fromkeys(network.ids, BOX)


def test_no_two_boxes_meet(network):
    """Names can be read: a star, a ring and two pairs on one picture."""
    part = network("ab ac ad ae af ag hi ij jk kh lm no")
    positions = lay_out_few(part, boxes(part))

    for (x1, y1), (x2, y2) in itertools.combinations(positions.values(), 2):
        assert abs(x1 - x2) >= BOX[0] or abs(y1 - y2) >= BOX[1]


def test_neighbours_are_nearer_than_strangers(network):
    """Distance on the picture follows distance in the graph."""
    part = network("ab bc cd de")
    at = lay_out_few(part, boxes(part))
    gap = {other: abs(at[other][0] - at["a"][0]) + abs(at[other][1] - at["a"][1]) for other in "be"}

    assert gap["b"] < gap["e"]


def test_the_same_network_gives_the_same_picture(network):
    """No seed, no clock."""
    part = network("ab ac bd de ef fa")

    assert lay_out_few(part, boxes(part)) == lay_out_few(part, boxes(part))


def test_a_link_is_long_enough_for_its_name(network):
    """A long relation pushes its two ends apart."""
    part = network("ab")
    at = lay_out_few(part, boxes(part), {("a", "b"): 300.0})

    assert abs(at["a"][0] - at["b"][0]) >= 300


def test_nothing_to_place_gives_no_places():
    """An empty graph has an empty picture."""
    assert lay_out_few(Network(ids=(), links=()), {}) == {}


def test_the_picture_is_computed_in_one_thread(network, monkeypatch: pytest.MonkeyPatch):
    """The last bits of a position would else depend on the number of cores."""
    told, eigh = [], np.linalg.eigh

    def watched(matrix: np.ndarray):
        told.extend(each["num_threads"] for each in threadpool_info() if each["user_api"] == "blas")
        return eigh(matrix)

    monkeypatch.setattr(np.linalg, "eigh", watched)
    part = network("ab bc cd de")
    lay_out_few(part, boxes(part))

    assert set(told) == {1}


def test_no_two_communities_meet_on_the_map(network):
    """Their discs stand apart, those of one size too."""
    part = network(
        " ".join(f"{a}{b}" for a, b in itertools.pairwise("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWX"))
    )
    communities = {each: position // 3 for position, each in enumerate(part.ids)}
    places = lay_out_all(part, communities, find_pagerank(part))

    for (one, (x1, y1)), (other, (x2, y2)) in itertools.combinations(places.items(), 2):
        assert communities[one] == communities[other] or (x1 - x2) ** 2 + (y1 - y2) ** 2 >= 26**2


def test_the_map_places_everything_and_keeps_communities_apart(network):
    """Each community is a disc of its own."""
    part = network("ab ac bc de df ef")
    communities = find_communities(part)
    places = lay_out_all(part, communities, find_pagerank(part))
    middle = {rank: sum(places[each][0] for each in part.ids if communities[each] == rank) / 3 for rank in (0, 1)}

    assert set(places) == set(part.ids)
    assert len(set(places.values())) == len(part.ids)
    assert middle[0] != middle[1]
