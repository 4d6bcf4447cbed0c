"""Centrality and communities."""

from kg.analyse import Network, count_degrees, find_communities, find_pagerank

NOTHING = Network(ids=(), links=())


def test_the_middle_of_a_star_is_the_most_central(network):
    """PageRank sums to one, and is highest where the links meet."""
    ranks = find_pagerank(network("ab ac ad ae"))

    assert max(ranks, key=ranks.__getitem__) == "a"
    assert abs(sum(ranks.values()) - 1) < 1e-6


def test_two_groups_with_one_bridge_are_two_communities(network):
    """They are parted, and the same graph is always parted alike."""
    pairs = network("ab ac bc de df ef cd")
    found = find_communities(pairs)

    assert [found[each] for each in "abcdef"] == [0, 0, 0, 1, 1, 1]
    assert found == find_communities(pairs)


def test_the_largest_community_is_number_zero(network):
    """Colours go to the largest first."""
    found = find_communities(network("xy ab ac bc"))

    assert (found["a"], found["x"]) == (0, 1)


def test_degrees_count_other_entities(network):
    """Three neighbours, degree three."""
    assert count_degrees(network("ab ac ad"))["a"] == 3


def test_an_empty_network_has_no_measures():
    """Nothing gives nothing, not an error."""
    assert (find_pagerank(NOTHING), find_communities(NOTHING), count_degrees(NOTHING)) == ({}, {}, {})
