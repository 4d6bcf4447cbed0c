"""Who is called a rival, and not of whom, is the rival of the firm that the text is about."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


def rivals(text):
    """Return who competes with whom."""
    return {(fact[0], fact[2]) for fact in read("en", text) if fact[1] == "competesWith"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Nokia closed a plant. A rival, Ericsson, did not.", ("Ericsson", "Nokia")),
        ("Nokia closed a plant. Ericsson, a local rival, opened one.", ("Ericsson", "Nokia")),
        ("Nokia closed a plant. Rosa Diaz, who works for rival Ericsson, was pleased.", ("Ericsson", "Nokia")),
        ("Nokia is pressed by rivals including Ericsson and Alcatel.", ("Alcatel", "Nokia")),
        ("Nokia told the Guardian that it was sorry. A rival, Ericsson, was not.", ("Ericsson", "Nokia")),
    ],
)
def test_a_bare_rival_is_that_of_the_firm_spoken_of(text, wanted):
    """Not of the paper that was told."""
    assert wanted in rivals(text)


@pytest.mark.parametrize("text", ["A rival, Ericsson, opened a plant.", "Nokia closed a plant. A rival bid failed."])
def test_where_no_other_firm_is_named_a_rival_is_nobodys(text):
    """And a bid is no firm."""
    assert rivals(text) == set()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Nokia closed a plant. It could be sold to a rival such as Ericsson.", ("Ericsson", "Nokia")),
        ("Nokia closed a plant. Traffic has moved to rivals such as Ericsson.", ("Ericsson", "Nokia")),
        ("Nokia closed a plant. Ericsson and Siemens, the main competitors, are hiring.", ("Siemens", "Nokia")),
        ("Ofcom imposed a fine of £29m on Nokia and one of £12m on its smaller rival Ericsson.", ("Ericsson", "Nokia")),
    ],
)
def test_one_or_several_are_named_behind_the_noun_or_before_it(text, wanted):
    """And a regulator has no rival."""
    assert wanted in rivals(text)


@pytest.mark.parametrize(
    "text",
    [
        "Nokia closed a plant. Ericsson and Siemens, both large customers, said nothing.",
        "Nokia closed a plant. Siemens of Germany, another customer, was anxious.",
        "Nokia closed a plant. Customers such as Siemens were anxious.",
    ],
)
def test_a_bare_customer_is_that_of_the_firm_spoken_of(text):
    """Who is supplied by whom no word says either."""
    supplied = {(fact[0], fact[2].split(" of ")[0]) for fact in read("en", text) if fact[1] == "suppliesTo"}
    assert ("Nokia", "Siemens") in supplied


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "La société Brivex a fermé une usine. Le concurrent suédois Skulptar s'en félicite.",
            ("Skulptar", "competesWith", "Brivex"),
        ),
        (
            "La société Brivex a fermé une usine. Deux concurrents, Aton et Solmer, en profitent.",
            ("Aton", "competesWith", "Brivex"),
        ),
        ("La société Brivex a fermé une usine. Le sous-traitant Solmer proteste.", ("Solmer", "suppliesTo", "Brivex")),
        (
            "La société Brivex a fermé une usine. Le fondateur, Marc Petit, proteste.",
            ("Marc Petit", "founded", "Brivex"),
        ),
        (
            "La société Brivex a fermé une usine. Le fonds Aton, détenteur de 22 % des parts, proteste.",
            ("Aton", "owns", "Brivex"),
        ),
    ],
)
def test_in_french_too_who_is_called_so_and_not_whose_is_of_the_firm_spoken_of(text, wanted):
    """A rival, a supplier, a founder, and who holds a part of the capital."""
    assert wanted in {fact[:3] for fact in read("fr", text)}


@pytest.mark.parametrize(
    "text",
    [
        "La société Brivex a fermé une usine. Son concurrent de Lyon, la banque Aton, détient 60 % des lots.",
        "La société Tarvel, dont le groupe Solmer est l'un des fournisseurs, a fermé.",
    ],
)
def test_where_it_is_told_whose_nobody_else_is_sought(text):
    """Of the holder of something else than capital, and of "dont", nothing bare is read."""
    facts = {fact[:3] for fact in read("fr", text)}
    assert ("Aton", "owns", "Brivex") not in facts
    assert ("Tarvel", "suppliesTo", "Solmer") not in facts


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("The founder, Rosa Diaz, was sorry.", ("Rosa Diaz", "founded", "Brivex")),
        ("The fund Aton, the biggest shareholder, was sorry.", ("Aton", "owns", "Brivex")),
        ("Schroders, which holds 6%, was sorry.", ("Schroders", "owns", "Brivex")),
        ("A supplier, Zumo, was sorry.", ("Zumo", "suppliesTo", "Brivex")),
        ("Talks with Microsoft broke off in August.", ("Brivex", "negotiatesWith", "Microsoft")),
    ],
)
def test_in_english_too_a_founder_or_holder_is_of_the_firm_that_a_text_is_about(sentence, wanted):
    """Where a part is held, of which nothing says what it is part of, and where talks are told with another."""
    facts = {fact[:3] for fact in read("en", f"The retailer Brivex has 40 shops. It closed two in May. {sentence}")}
    assert wanted in {(a.removeprefix("The retailer "), p, o.removeprefix("The retailer ")) for a, p, o in facts}


@pytest.mark.parametrize(
    "sentence",
    [
        "The shareholder activist Rosa Diaz was sorry.",
        "Apple supplier Zumo was sorry.",
        "The Greens, who hold 6% of the seats, were sorry.",
    ],
)
def test_what_is_told_of_somebody_else_is_not_of_that_firm(sentence):
    """Nor is who is active among shareholders one himself."""
    facts = {fact[:3] for fact in read("en", f"The retailer Brivex has 40 shops. It closed two in May. {sentence}")}
    assert not [fact for fact in facts if fact[1] in ("owns", "suppliesTo") and fact[2] == "Brivex"]
