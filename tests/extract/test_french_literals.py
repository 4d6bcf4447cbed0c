"""What French news tells by figures and words beside a name: a business, a price, an office, an age."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


def told(text):
    """Return the facts of a text as subject, predicate, object."""
    return {fact[:3] for fact in read("fr", text)}


@pytest.mark.parametrize(
    ("text", "firm", "business"),
    [
        ("L'ONG de défense des forêts Greenpeace a souligné la nécessité d'agir.", "Greenpeace",
         "ONG de défense des forêts"),
        ("Le séisme a frappé l'île, selon le centre américain de géologie USGS.", "USGS", "centre de géologie"),
        ("Le CEBR, un centre de recherche économique britannique, prévoit une hausse.", "CEBR",
         "centre de recherche économique"),
        ("L'hôtel est exploité par Spaceful, une start-up montréalaise de déménagement.", "Spaceful", "déménagement"),
        ("La banque a mandaté un cabinet conseil, Aldane, qui va faire ce travail.", "Aldane", "cabinet conseil"),
    ],
)  # fmt: skip
def test_a_phrase_beside_a_name_tells_its_business_by_its_place(text, firm, business):
    """Wherever the parser hung the name, as long as nothing but the phrase stands before it."""
    assert (firm, "industry", business) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Le service de réanimation du CHU de Lyon est plein.",
        "Le service communication de la SNCF a démenti.",
        "L'ONG Sylvana a publié son rapport.",
        "Le cabinet d'avocats du groupe Valtec a plaidé.",
    ],
)
def test_a_part_of_a_body_or_a_bare_kind_tells_no_business_of_it(text):
    """What stands behind "du" or "de la" is a whole of which the phrase tells a part."""
    assert not [fact for fact in told(text) if fact[1] == "industry"]


@pytest.mark.parametrize(
    ("text", "thing", "price"),
    [
        ("La vedette a été une Porsche 911 Turbo de 1997 adjugée 368 000 $.", "Porsche 911 Turbo", "368000 USD"),
        ("Le Galaxy Note 8, qui coûte un peu moins de 1.000 dollars, sort en mai.", "Galaxy Note 8", "1000 USD"),
        ("Cette Porsche Panamera est proposée en Allemagne à partir de 114 532 €.", "Porsche Panamera", "114532 EUR"),
        ("On note le résultat d'une Jaguar XJ220 de 1993 vendue 362 813 £.", "Jaguar XJ220", "362813 GBP"),
    ],
)
def test_a_sum_behind_a_verb_of_selling_is_the_price_of_the_name_before_it(text, thing, price):
    """Wherever the parser hung the participle, as on the year of the thing."""
    assert (thing, "price", price) in told(text)
