"""What business news tells of firms between commas, in brackets and in rows, and whose it is."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


def told(text):
    """Return the facts of a text as subject, predicate, object."""
    return {fact[:3] for fact in read("fr", text)}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Corvane, créée par Luc Moreau, Anne Petit et Paul Girard, a licencié 90 salariés.",
         ("Paul Girard", "founded", "Corvane")),
        ("Créée en 1987 par Luc Moreau, un ancien officier de marine, l'entreprise Corvane emploie 300 salariés.",
         ("Luc Moreau", "founded", "Corvane")),
        ("Nommé en 2018 par Luc Moreau, le fondateur du groupe Corvane, Paul Girard a quitté ses fonctions.",
         ("Luc Moreau", "founded", "Corvane")),
    ],
)  # fmt: skip
def test_who_did_it_may_be_several_or_told_of_behind_a_comma(text, wanted):
    """The row of who acts, or what one of them is, ends at the comma before what the sentence tells."""
    assert wanted in told(text)


def test_what_was_done_to_a_firm_another_did():
    """ "Racheté par X, le fabricant": X is not the maker."""
    facts = told("Corvane recule. Racheté en 2018 par le groupe Siemens, un géant allemand, le fabricant a licencié.")
    assert ("Siemens", "acquired", "Corvane") in facts


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Le conseil d'administration de Renault a limogé Luc Moreau et nommé Paul Girard.",
         ("appointed", "Paul Girard")),
        ("Le ministère a placé sur sa liste noire le groupe Corvane.", ("blacklistedBy", "Le ministère")),
        ("Google lance une montre connectée.", ("launched", "une montre connectée")),
        ("Fondée en 2015 par Luc Moreau, cette entreprise new-yorkaise livre des plats préparés.",
         ("produces", "plats préparés")),
    ],
)  # fmt: skip
def test_objects_stand_where_verbs_have_them(text, wanted):
    """Behind a second participle, behind a complement, with an article, behind a verb that looks like a noun."""
    assert wanted in {fact[1:] for fact in told(text)}


def test_an_adjective_behind_a_comma_takes_what_follows():
    """ "Corvane, présent dans 63 pays, …": the countries are those in which it is."""
    facts = told("Le géant suédois Corvane, présent dans 63 pays, a fermé ses magasins.")
    assert ("Corvane", "operatesInCountryCount", "63") in facts


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Sony, créateur de la PlayStation, et Microsoft, fabricant de la Xbox, se sont alliés.",
         ("Microsoft", "produces", "Xbox")),
        ("Renault, propriétaire de Dacia, et Geely, maison mère de Volvo, ont signé un accord.",
         ("Volvo", "subsidiaryOf", "Geely")),
        ("Le groupe Renault, maison mère de Dacia, a licencié.", ("Dacia", "subsidiaryOf", "Renault")),
    ],
)  # fmt: skip
def test_each_of_two_firms_has_the_role_behind_its_own_comma(text, wanted):
    """Also where the parser makes a series of the firm and what it is."""
    assert wanted in told(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Le groupe PSA (Peugeot, Citroën, Opel) et Fiat Chrysler vont fusionner.", ("PSA", "owns", "Opel")),
        ("Le laboratoire Corvane (groupe Siemens) a déposé une demande.", ("Corvane", "subsidiaryOf", "Siemens")),
    ],
)  # fmt: skip
def test_brackets_tell_what_a_firm_owns_or_whose_it_is(text, wanted):
    """Firms in a row are those of the firm before; one behind "groupe" is its owner."""
    assert any(a.endswith(wanted[0]) and (b, c) == wanted[1:] for a, b, c in told(text))


def test_firms_in_brackets_do_not_act():
    """ "PSA (Peugeot, Citroën) et Fiat vont fusionner": PSA and Fiat do."""
    facts = told("Le groupe PSA (Peugeot, Citroën, Opel) et Fiat Chrysler vont fusionner.")
    assert not [fact for fact in facts if fact[1] == "mergedWith" and "Opel" in fact]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Corvane compte Renault parmi ses clients.", ("Corvane", "suppliesTo", "Renault")),
        ("Corvane compte parmi ses clients Renault et Volvo.", ("Corvane", "suppliesTo", "Volvo")),
        ("Parmi les clients de Corvane figurent Renault et Volvo.", ("Corvane", "suppliesTo", "Volvo")),
        ("Renault compte parmi les actionnaires de Corvane.", ("Renault", "owns", "Corvane")),
        ("Parmi les fondateurs de Corvane figure Luc Moreau.", ("Luc Moreau", "founded", "Corvane")),
    ],
)  # fmt: skip
def test_who_is_counted_among_some_is_one_of_them(text, wanted):
    """Wherever the verb stands, and whoever is counted."""
    assert wanted in told(text)


def test_who_is_no_longer_among_some_is_none_of_them():
    """What the verb denies is denied of the role."""
    said = read("fr", "Renault ne figure plus parmi les clients de Corvane.")
    assert {fact[3] for fact in said if fact[1] == "suppliesTo" and fact[2] == "Renault"} <= {"negative"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Comptez 909 euros pour le Galaxy S20 et 1 009 euros pour le Galaxy S21.", "1009 EUR"),
        ("Le Galaxy S20 est proposé à 809 euros, contre 859 euros pour le Galaxy S21.", "859 EUR"),
    ],
)  # fmt: skip
def test_a_sum_alone_before_a_product_is_its_price(text, wanted):
    """Before "pour" and the name of a product."""
    assert wanted in {target for _, predicate, target in told(text) if predicate == "price"}


def test_a_fine_for_a_thing_is_no_price_of_it():
    """A sum that is of a noun is told of that."""
    facts = told("Luc Moreau a reçu une amende de 300 euros pour la Renault Clio.")
    assert not [fact for fact in facts if fact[1] == "price"]


def test_figures_that_a_firm_sees_rise_are_its_own():
    """ "a vu ses ventes grimper à …"."""
    facts = told("Le groupe Corvane a vu son chiffre d'affaires grimper de 9 % à 86 millions d'euros.")
    assert ("Corvane", "revenue", "86000000 EUR") in {(a.split()[-1], b, c) for a, b, c in facts}


def test_who_joins_a_firm_beside_another_works_with_that_one():
    """The firm joined does not."""
    facts = told("Renault est entré au capital de Corvane aux côtés de Siemens.")
    assert ("Renault", "cooperatesWith", "Siemens") in facts
    assert ("Corvane", "cooperatesWith", "Siemens") not in facts


def test_the_stop_behind_a_digit_and_a_letter_ends_the_sentence():
    """ "5G." is no initial."""
    facts = told("Corvane est le leader de la 5G. Dirigé par Luc Moreau, le groupe Siemens recrute.")
    assert ("Luc Moreau", "leads", "Siemens") in facts


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Renault a renoncé au rachat de Corvane, propriété de Siemens.", ("Siemens", "owns", "Corvane")),
        ("Bruxelles enquête contre Meta, propriétaire de Facebook, et Google.", ("Meta", "owns", "Facebook")),
        ("Corvane, dont Siemens est propriétaire, a été vendue.", ("Siemens", "owns", "Corvane")),
        ("En rachetant Activision Blizzard pour 69 millions d'euros, Microsoft devient le troisième acteur mondial.",
         ("Microsoft", "acquired", "Activision Blizzard")),
        ("Orange a lancé sa nouvelle Livebox.", ("Orange", "launched", "Livebox")),
    ],
)  # fmt: skip
def test_what_a_firm_is_or_does_stands_behind_commas_and_before_names(text, wanted):
    """Behind an object, behind "dont", behind a gerund, behind an adjective that may be a noun."""
    assert wanted in told(text)


def test_et_behind_a_comma_joins_to_the_name_before_the_role():
    """ "contre Meta, propriétaire de Facebook, et Google": Google is nobody's."""
    facts = told("Bruxelles a ouvert une enquête contre Meta, propriétaire de Facebook, et Google.")
    assert ("Bruxelles", "investigates", "Google") in facts
    assert ("Meta", "owns", "Google") not in facts
