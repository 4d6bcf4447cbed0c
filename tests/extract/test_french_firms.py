"""What French news says of firms beside their names: behind a comma, behind a place, behind "dont", by their goods."""

import pytest

from tests.extract.reading import named_by, read, reading_of

pytestmark = pytest.mark.model


def told(text):
    """Return the facts of a text as subject, predicate, object."""
    return {fact[:3] for fact in read("fr", text)}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Les pièces ont transité par Astra Logistik, un grossiste de Lyon.",
         ("Astra Logistik", "industry", "grossiste")),
        ("Les colis passent par Corvane, un transporteur de Lille.", ("Corvane", "headquarteredIn", "Lille")),
    ],
)  # fmt: skip
def test_what_a_firm_is_stands_behind_the_comma_of_its_name(text, wanted):
    """Where its name is a complement of the verb, no object stands behind the comma."""
    assert wanted in told(text)


def test_a_person_named_within_the_clause_of_a_firm_does_not_bear_its_title():
    """ "un grossiste fondé par l'homme d'affaires X": X is no wholesaler."""
    facts = told("Les pièces ont transité par Astra Logistik, un grossiste fondé par l'homme d'affaires Marc Lefort.")
    assert ("Marc Lefort", "founded", "Astra Logistik") in facts


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Le raffineur coréen Daesung Zinc a envoyé un émissaire à Berne.", ("Daesung Zinc", "industry", "raffineur")),
        ("Le groupe Brüggen va fermer deux hauts fourneaux de sa filiale lyonnaise Orneval.",
         ("Orneval", "subsidiaryOf", "Brüggen")),
        ("Le conseil de l'avionneur moscovite Vektor-Avia s'est réuni.", ("Vektor-Avia", "industry", "avionneur")),
    ],
)  # fmt: skip
def test_the_adjective_of_a_place_stands_between_a_firm_and_its_name(text, wanted):
    """Wherever the parser hung the three, and what it took the adjective for."""
    assert wanted in told(text)


def test_nobody_owns_a_firm_that_is_called_by_its_name():
    """ "Valtec, dont Siemens a pris le contrôle" tells of what, "dont la filiale X" of whose."""
    assert ("Siemens", "acquired", "Nokia") in told(
        "Nokia, dont Siemens a pris le contrôle en 2016, emploie 300 personnes."
    )
    facts = told("Nokia, dont la filiale Orneval a fait l'acquisition de Zumo, a réagi.")
    assert ("Orneval", "acquired", "Nokia") not in facts


@pytest.mark.parametrize(
    "text",
    [
        "Le groupe Nokia, dont les machines équipent Boeing, a publié ses comptes.",
        "Les machines de Nokia équipent Boeing.",
        "Nokia équipe les avions de Boeing depuis dix ans.",
    ],
)
def test_who_makes_goods_supplies_whom_they_serve(text):
    """The goods may act, and what somebody has may be what they serve."""
    assert ("Nokia", "suppliesTo", "Boeing") in told(text)


def test_a_firm_that_is_described_makes_what_is_its():
    """ "l'OptiGuard de la firme Visiane": the firm is no part of the name either."""
    facts = told("Les magasins utilisent l'OptiGuard de la firme bordelaise Visiane.")
    assert ("Visiane", "produces", "OptiGuard") in facts


def test_a_circumstance_behind_two_firms_parts_them_not():
    """ "cofondateur de X et Y au début des années 1980": of both, and neither founded the other."""
    facts = told("Luc Roy, cofondateur d'Apple et Pixar au début des années 1980, est mort.")
    assert {("Luc Roy", "founded", "Apple"), ("Luc Roy", "founded", "Pixar")} <= facts
    assert ("Pixar", "founded", "Apple") not in facts


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("La Nissan Qashqai coûte 30.000 euros.", ("Nissan", "produces", "Nissan Qashqai")),
        ("La Porsche Taycan, présentée mardi à Berlin, coûte cher.", ("Porsche", "launched", "Porsche Taycan")),
        ("Le dernier smartphone de Huawei, le Mate 30, a été dévoilé jeudi.", ("Huawei", "launched", "Mate 30")),
        ("La Bugatti Chiron a été mise au point en partenariat avec Michelin.",
         ("Bugatti", "cooperatesWith", "Michelin")),
    ],
)  # fmt: skip
def test_what_is_called_by_its_maker_is_its_makers(text, wanted):
    """Who makes it, who launched it where nobody else is said to, and with whom."""
    assert wanted in told(text)


def test_whoever_is_said_to_show_a_product_launched_it():
    """Not its maker."""
    facts = told("La Porsche Taycan, présentée mardi par le maire Marc Lefort, coûte cher.")
    assert ("Porsche", "launched", "Porsche Taycan") not in facts


def test_who_makes_a_thing_together_works_together_and_still_makes_it():
    """That two are together does not tell what they do."""
    facts = told("Cette conférence a été coorganisée par la France et l'Italie.")
    assert ("France", "cooperatesWith", "Italie") in facts
    assert any(subject == "France" and "conférence" in object_ for subject, _, object_ in facts)


def test_each_of_the_firms_behind_of_makes_the_product():
    """ "le vaccin de X et Y"."""
    facts = told("Le vaccin de Pfizer et BioNTech arrivera en janvier.")
    assert {s for s, p, _ in facts if p == "produces"} == {"Pfizer", "BioNTech"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Randy Pobst, au volant d'une Porsche 911, a battu le record.", ("Randy Pobst", "usesProduct", "Porsche 911")),
        ("Luc Roy a été arrêté mardi au volant d'une Porsche 911.", ("Luc Roy", "usesProduct", "Porsche 911")),
    ],
)
def test_who_sits_at_the_wheel_drives(text, wanted):
    """Behind the name, and behind what is done to the driver."""
    assert wanted in told(text)


def test_who_acts_beside_somebody_acts_with_him():
    """ "aux côtés de", before or behind the clause; a road has sides as well."""
    assert ("Paul Roy", "cooperatesWith", "Anne Roux") in told("Aux côtés d'Anne Roux, Paul Roy a visité l'usine.")
    assert not [f for f in told("Paul Roy a marché aux côtés de la route.") if f[1] == "cooperatesWith"]


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Greenyard, un des principaux fournisseurs de fruits et légumes au monde, recrute.", "fruits et légumes"),
        ("Renault, l'un des premiers producteurs de batteries d'Europe, recrute.", "batteries"),
        ("Le groupe Corvane, l'un des leaders du jouet en France, recrute.", "jouet"),
    ],
)
def test_where_a_firm_is_large_is_no_part_of_its_field(text, field):
    """Fields may be two; a place or "the world" behind them ends them."""
    assert field in {s[2] for s in told(text) if s[1] == "industry"}


@pytest.mark.parametrize(
    "text", ["Fayard, l'éditeur de Marc Lefort, a réagi.", "Le fabricant de l'A380, Airbus, a réagi."]
)
def test_a_name_is_no_line_of_business(text):
    """Whose publisher a firm is, or of which product the maker, tells no field."""
    assert {s[2] for s in told(text) if s[1] == "industry"} <= {"éditeur", "fabricant"}


def test_goods_of_another_make_are_not_made_by_who_has_them():
    """The firm whose name opens that of a product makes it."""
    makers = {s[0] for s in told("Ryanair a cloué au sol ses Boeing 737.") if s[1] == "produces"}
    assert makers == {"Boeing"}


def test_the_name_behind_a_rank_in_a_field_is_that_of_the_firm():
    """ "Le géant du commerce en ligne Amazon" is Amazon, not the subsidiary that the article names later."""
    text = "Le géant du commerce en ligne Amazon a ouvert mardi un site. Amazon Music compte des abonnés."
    reading = reading_of("fr", text)
    giant = next(n for n, item in enumerate(reading.table.items) if item.head == "géant")
    assert named_by(reading, giant) == "Amazon"
