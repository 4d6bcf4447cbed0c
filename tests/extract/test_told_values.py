"""A figure that a clause tells of a thing, where no property tells it, is the value of an open relation."""

import pytest

from tests.extract.reading import document, read


@pytest.mark.parametrize(
    ("language", "text", "subject", "value"),
    [
        ("fr", "Le chômage a reculé de 3 points en 2018.", "Le chômage", "3 points"),
        ("fr", "Les ventes de voitures ont progressé de 5 %.", "Les ventes de voitures", "5 %"),
        ("fr", "Le mont Brénac culmine à 4 465 mètres.", "mont Brénac", "4 465 mètres"),
        ("fr", "Orvane a visité 14 villes.", "Orvane", "14"),
        ("fr", "La loterie de Brénac a rapporté deux cent mille euros.", "La loterie de Brénac", "200000 EUR"),
        ("en", "Orvane shares are down 20% since June.", "Orvane shares", "20%"),
        ("en", "China's exports totalled $63.8bn in December.", "China's exports", "63800000000 USD"),
        ("en", "Orvane has 3 million subscribers.", "Orvane", "3000000"),
    ],
)
def test_a_figure_is_told_of_the_subject(language, text, subject, value):
    """A share, a measure, an amount or a count."""
    assert (subject, "open", value, "positive", "actual", None) in read(language, text)


def test_the_phrase_names_the_verb_and_what_is_counted():
    """ "visiter ville → 14": who reads the triple knows what there are fourteen of."""
    (claim,) = [c for c in document("fr", "Orvane a visité 14 villes.").claims if c.evidence.rule == "open/figure"]
    assert claim.phrase == "visiter ville"


@pytest.mark.parametrize(
    "text",
    [
        "Le procès d'Orvane a duré 12 jours.",
        "Orvane retrouve un autre point.",
        "Orvane emploie 800 salariés.",
        "Orvane a écrit un livre.",
    ],
)
def test_no_time_no_article_and_nothing_that_a_property_tells(text):
    """ "12 jours" is when, "un" no figure, and 800 employees are told by employeeCount."""
    assert all(c.evidence.rule != "open/figure" for c in document("fr", text).claims)


def test_an_amount_is_no_second_thing():
    """ "culmine à 4 465 mètres": the value replaces a node "4 465 mètres"."""
    found = [c for c in document("fr", "Le mont Brénac culmine à 4 465 mètres.").claims if c.predicate == "open"]
    assert [c.evidence.rule for c in found] == ["open/figure"]


def test_a_denied_figure_stays_denied():
    """What no clause affirms is never told as if it did."""
    assert ("Orvane", "open", "14", "negative", "actual", None) in read("fr", "Orvane n'a pas visité 14 villes.")


@pytest.mark.parametrize("figure", ["3 340", "3.340", "3\u202f340"])
def test_the_groups_of_a_figure_are_one_number(figure):
    """The parser reads "3340 salariés"; what is quoted is written as in the article."""
    found = document("fr", f"La société Orvane compte {figure} salariés dans le monde.")
    (claim,) = [c for c in found.claims if c.predicate == "employeeCount"]
    assert claim.object.text == "3340"
    assert f"{figure} salariés" in {m.surface for m in found.mentions}
