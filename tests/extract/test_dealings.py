"""What firms and states do with one another, as English newspapers put it."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Boeing has won an order for 40 jets from Ryanair.", ("Boeing", "suppliesTo", "Ryanair")),
        ("Ryanair has placed an order for 40 jets with Boeing.", ("Boeing", "suppliesTo", "Ryanair")),
        ("The police, with the help of Europol, arrested ten people.", ("Europol", "cooperatesWith", "The police, with the help of Europol")),
        ("Kenya has been hit by US sanctions.", ("US", "sanctioned", "Kenya")),
        ("Kenya refused to let Nokia build a mast.", ("Kenya", "refusedRequestOf", "Nokia")),
        ("Kenya refused to hand Paul Napier over to Uganda.", ("Kenya", "refusedRequestOf", "Uganda")),
        ("The union called for Paul Napier to resign.", ("The union", "requestedFrom", "Paul Napier")),
        ("Renault is in talks to be bought by Ford.", ("Renault", "negotiatesWith", "Ford")),
        ("Shares in Ford fell 12p to 88p.", ("Ford", "price", "0.88 GBP")),
        ("Rosa Diaz said on X that she would not return.", ("Rosa Diaz", "usesProduct", "X")),
    ],
)
def test_what_stands_further_off_is_read_with_the_act(text, fact):
    """Behind what is counted, between commas, below an infinitive, at the level that a price has reached."""
    assert fact in {f[:3] for f in read("en", text)}


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Ford earned 45 cents a share.", "profit"),
        ("Ford made a loss of 12p per share.", "profit"),
        ("Ford's shares rose 12 cents.", "price"),
        ("Kenya refused to hand over the painting.", "refusedRequestOf"),
        ("Rosa Diaz voted for plan X.", "usesProduct"),
    ],
)
def test_a_part_or_a_change_is_no_sum_and_a_thing_asks_nothing(text, predicate):
    """What each share earns is not what the firm does."""
    assert predicate not in {f[1] for f in read("en", text)}
