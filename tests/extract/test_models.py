"""A firm and the model that it makes are one name."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "model"),
    [
        ("Une Ferrari 330 GTS a été vendue.", "Ferrari 330 GTS"),
        ("Une Koenigsegg Agera RS a été vendue.", "Koenigsegg Agera RS"),
        ("Il roulait dans une Renault Zoé.", "Renault Zoé"),
        ("Le drone DJI Mavic Mini a été vendu.", "DJI Mavic Mini"),
        ("La Koenigsegg Agera RS plaît. Selon Koenigsegg, elle est chère.", "Koenigsegg Agera RS"),
    ],
)
def test_the_model_goes_on_as_long_as_it_is_written_like_one(text: str, model: str) -> None:
    """Whatever the parser took its words for, and behind the noun of what is made."""
    assert any(p == "produces" and o == model for _, p, o, *_ in read("fr", text))


def test_a_share_is_no_model() -> None:
    """ "100 %" counts."""
    assert not any("100" in o for _, p, o, *_ in read("fr", "Une Renault 100 % neuve a été vendue.") if p == "produces")


def test_a_firm_with_an_article_of_its_own_is_not_what_it_makes() -> None:
    """ "la Poste Mobile" is no model of the Poste."""
    text = "La Poste Mobile recrute. La direction de La Poste a réagi."
    assert not any(p == "produces" for _, p, *_ in read("fr", text))
