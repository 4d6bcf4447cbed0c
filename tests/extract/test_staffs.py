"""How many work for a firm, and what it sells for, are told beside its name as well as by a verb."""

import pytest

from tests.extract.reading import read


@pytest.mark.parametrize(
    ("text", "staff"),
    [
        ("Orvane, fort de 3 200 salariés, y affrontera un rival indonésien.", "3200"),
        ("Orvane, 85 salariés, dit tendre la main à ses adversaires.", "85"),
        (
            "Elle dirige Orvane, premier recycleur de batteries, 58 salariés et 23 millions d'euros de ventes.",
            "58",
        ),
    ],
)
def test_a_number_of_people_beside_a_firm_is_its_staff(text, staff):
    """Behind "fort de", set off by commas, or where they work."""
    assert ("Orvane", "employeeCount", staff, "positive", "actual", None) in read("fr", text)


@pytest.mark.parametrize(
    "text",
    [
        "Orvane a été dénoncée par 85 salariés.",
        "Il a rencontré Marc Petit, 85 salariés et le maire.",
        "Orvane, un comité de 20 personnes, a été créé.",
    ],
)
def test_people_who_only_do_something_are_no_staff(text):
    """Some of them, or others."""
    assert all(said[1] != "employeeCount" for said in read("fr", text))


def test_a_town_has_no_staff():
    """ "la distillerie de Jarnac" is called after the town."""
    assert all(
        said[:2] != ("Jarnac", "employeeCount")
        for said in read("fr", "La distillerie de Jarnac, 340 salariés, recrute.")
    )


def test_a_sum_set_off_beside_a_firm_is_its_revenue():
    """Behind "avec" at the opening, or between commas."""
    for text in (
        "Avec 15 millions d'euros de recettes, la société Orvane pèse moitié moins que sa rivale.",
        "Orvane, 15 millions d'euros de ventes, cherche un repreneur.",
    ):
        assert ("Orvane", "revenue", "15000000 EUR", "positive", "actual", None) in read("fr", text)
