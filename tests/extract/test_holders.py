"""Of several people whom an article names, an office stands for who is told or known to hold it."""

import pytest

from kg.lang.fold import fold
from kg.lang.holders import load_holders
from tests.extract.reading import named_by, reading_of

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "office", "wanted"),
    [
        (
            "Alain Juppé a reçu François Fillon à Paris. Le maire de Bordeaux a parlé le premier.",
            "maire",
            "Alain Juppé",
        ),
        ("Marc Petit a vu Laurent Wauquiez. L'ancien patron des Républicains est fâché.", "patron", "Laurent Wauquiez"),
        ("Donald Trump a reçu Emmanuel Macron. Le chef de l'État a souri.", "chef", "Emmanuel Macron"),
        ("Emmanuel Macron a reçu Donald Trump. Le président américain a souri.", "président", "Donald Trump"),
        (
            "Édouard Philippe a reçu Agnès Buzyn et Paul Roy. La ministre de la Santé a souri.",
            "ministre",
            "Agnès Buzyn",
        ),
    ],
)
def test_who_is_known_to_hold_an_office_is_meant_by_it(text, office, wanted):
    """The table chooses among those that the article names."""
    reading = reading_of("fr", text)
    assert named_by(reading, next(n for n, item in enumerate(reading.table.items) if item.head == office)) == wanted


def test_who_is_told_to_hold_an_office_goes_before_who_is_known_to():
    """The article itself names another mayor, under another title of the same office."""
    text = "L'édile de Nice, Marc Petit, a répondu à Christian Estrosi. Le maire de Nice est en colère."
    reading = reading_of("fr", text)
    assert (
        named_by(reading, next(n for n, item in enumerate(reading.table.items) if item.head == "maire")) == "Marc Petit"
    )


def test_who_held_an_office_long_ago_is_meant_only_where_it_is_said_to_be_over():
    """ "Le Premier ministre" is nobody of those who were it once and are in the news for something else."""
    holders = load_holders()
    assert fold("François Bayrou") in holders[("former government", "")]
    assert fold("François Bayrou") not in holders[("government", "")]


def test_bodies_are_known_by_their_rows():
    """The row of a party is found by any of its names."""
    assert fold("Marine Le Pen") in load_holders()[("head", "organisation/national-front-france")]
