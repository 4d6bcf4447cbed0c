"""What firms and states do with one another, as English newspapers put it."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Boeing has won an order for 40 jets from Ryanair.", ("Boeing", "suppliesTo", "Ryanair")),
        ("Ryanair has placed an order for 40 jets with Boeing.", ("Boeing", "suppliesTo", "Ryanair")),
        ("Mr Napier, with the help of Ford, did it.", ("Ford", "cooperatesWith", "Napier")),
        ("Kenya has been hit by US sanctions.", ("US", "sanctioned", "Kenya")),
        ("Kenya refused to let Nokia build a mast.", ("Kenya", "refusedRequestOf", "Nokia")),
        ("Kenya refused to hand Paul Napier over to Uganda.", ("Kenya", "refusedRequestOf", "Uganda")),
        ("The union called for Paul Napier to resign.", ("The union", "requestedFrom", "Paul Napier")),
        ("Renault is in talks to be bought by Ford.", ("Renault", "negotiatesWith", "Ford")),
        ("Shares in Ford fell 12p to 88p.", ("Ford", "price", "0.88 GBP")),
        ("Rosa Diaz said on X that she would not return.", ("Rosa Diaz", "usesProduct", "X")),
        ("Ford has bought the bank Aton, a firm that lends to farms, for $54m.", ("Aton", "price", "54000000 USD")),
        ("Aton is to be bought by a supplier, the wholesaler Van Eyk, for $37m.", ("Aton", "price", "37000000 USD")),
        ("Set up in 2017 with help from the fund Zumo, Aton employs 140 people.", ("Aton", "employeeCount", "140")),
        ("The fund Zumo was awarded $3,000 by Ford.", ("Ford", "provided", "Zumo")),
        ("Ford has gone to court to stop the firm Zumo from selling copies.", ("Ford", "sued", "Zumo")),
        ("Oil fell, according to the Interfax news agency.", ("Interfax", "industry", "news agency")),
        ("The bank sold it to the Tarvo pension fund.", ("Tarvo", "industry", "pension fund")),
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


@pytest.mark.parametrize(
    "text",
    [
        "Kenya urged Nokia to release the data. Nokia refused.",
        "Kenya has asked Nokia for the data. The company rejected the request.",
        "Kenya asked the networks for the data. That request was turned down by Nokia.",
        "Kenya urged Nokia to release the data but it has refused to do so.",
    ],
)
def test_who_refuses_what_he_was_asked_refuses_who_asked(text):
    """Though the sentence names neither the request nor who made it."""
    assert ("Nokia", "refusedRequestOf", "Kenya") in {f[:3] for f in read("en", text)}


@pytest.mark.parametrize(
    "text",
    ["Kenya asked Nokia for it. Its sales declined.", "Kenya asked Nokia for it. Nokia declined to comment."],
)
def test_another_matter_is_no_refusal(text):
    """Of the request that was told before."""
    assert "refusedRequestOf" not in {f[1] for f in read("en", text)}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Ford lost 9m euros last year on sales of 14m.", ("Ford", "revenue", "14000000 EUR")),
        ("Ford's sales slid to 602 billion yen from 688 billion.", ("Ford", "revenue", "688000000000 JPY")),
        ("Net income at Ford dropped to $21m from $60m a year earlier.", ("Ford", "profit", "60000000 USD")),
    ],
)
def test_a_currency_holds_good_for_the_next_sum_and_a_change_tells_both_ends(text, fact):
    """Newspapers name a currency once."""
    assert fact in {f[:3] for f in read("en", text)}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Nokia, which owns it together with Ericsson, lost customers.", ("Nokia", "cooperatesWith", "Ericsson")),
        ("Nokia, together with Ericsson, will build the plant.", ("Nokia", "cooperatesWith", "Ericsson")),
        ("Rosa Diaz was paid $20,000 by Nokia.", ("Nokia", "provided", "Rosa Diaz")),
    ],
)
def test_together_with_somebody_and_given_by_somebody(text, fact):
    """The adverb alone tells that two act as one; a passive keeps what was given and is of whom it was given to."""
    assert fact in {f[:3] for f in read("en", text)}


@pytest.mark.parametrize(
    ("text", "predicate", "asked"),
    [
        ("The union has called for an inquiry.", "requestedFrom", False),
        ("The union demanded an apology from Paul Napier.", "requestedFrom", True),
        ("The union demanded that Paul Napier resign.", "requestedFrom", True),
        ("Rosa Diaz rejected calls to resign.", "refusedRequestOf", False),
        ("Rosa Diaz rejected a call by Paul Napier to resign.", "refusedRequestOf", True),
    ],
)
def test_nobody_is_asked_only_where_nobody_is_named(text, predicate, asked):
    """Who "called for calm" asks for it, of whom the text does not say."""
    found = [f for f in read("en", text) if f[1] == predicate]
    assert len(found) == 1
    assert (found[0][2] == "Paul Napier") is asked
