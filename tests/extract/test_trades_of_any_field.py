"""A trade that says not what in tells little of a line of business."""

import pytest

from kg.extract.rules.relations.industries import find_industries, how_telling
from tests.extract.reading import reading_of

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("language", "text", "words", "whole"),
    [
        ("fr", "Le constructeur recrute.", (1, 2), False),
        ("fr", "Le constructeur automobile recrute.", (1, 3), True),
        ("fr", "Le brasseur recrute.", (1, 2), True),
        ("en", "The supplier is hiring.", (1, 2), False),
        ("en", "The brewer is hiring.", (1, 2), True),
    ],
)
def test_who_only_makes_or_sells_tells_no_field(language, text, words, whole):
    """ "Le constructeur" alone makes anything, "le brasseur" beer."""
    assert (how_telling(reading_of(language, text), *words) == 1.0) is whole


def test_such_a_trade_is_read_all_the_same():
    """It is less sure, and no less told."""
    reading = reading_of("fr", "Zumo, un groupe automobile, recrute. Le constructeur a vendu 300 voitures.")
    told = {draft.object.text: draft.confidence for draft in find_industries(reading)}
    assert told["constructeur"] < told["automobile"]
