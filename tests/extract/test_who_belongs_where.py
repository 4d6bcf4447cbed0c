"""Who is what of whom: names beside kin, aides and offices, parties within a title, careers and heads of a nation."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


def told(text):
    """Return who is said to be what of whom, as a plain fact."""
    return {
        (s, p, o)
        for s, p, o, polarity, modality, _ in read("fr", text)
        if (polarity, modality) == ("positive", "actual")
    }


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Le gendre de Hugo Brun, Paul Lenoir, a ri.", ("Hugo Brun", "parentOf", "Paul Lenoir")),
        ("Les parents de Léa, Hugo et Anne Martel, ont ri.", ("Anne Martel", "parentOf", "Léa")),
        ("Les enfants de Hugo Brun, Paul et Léa, ont ri.", ("Hugo Brun", "parentOf", "Léa")),
        ("Le bras droit de Hugo Brun, Paul Lenoir, a ri.", ("Paul Lenoir", "worksFor", "Hugo Brun")),
    ],
)
def test_names_between_commas_behind_an_owner_are_who_the_noun_speaks_of(text, wanted):
    """The parser makes one series of the owner and of those who are named."""
    assert wanted in told(text)


def test_places_behind_the_place_of_an_office_are_a_series():
    """ "les maires de Paris, Lyon et Nice, …": nobody is called so."""
    assert not [x for x in told("Les maires de Paris, Lyon et Nice, ont ri.") if x[1] in ("leads", "holdsPosition")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Conseiller d'Anne Martel, Hugo Brun a démissionné.", ("Hugo Brun", "worksFor", "Anne Martel")),
        ("Bras droit d'Anne Martel, Hugo Brun a ri.", ("Hugo Brun", "worksFor", "Anne Martel")),
        ("Le bras droit d'Anne Martel, Hugo Brun, a ri.", ("Hugo Brun", "worksFor", "Anne Martel")),
        ("L'adjoint d'Anne Martel, Hugo Brun, a ri.", ("Hugo Brun", "worksFor", "Anne Martel")),
    ],
)
def test_aides_work_for_whom_they_are_said_to_be_of(text, wanted):
    """An office that opens a sentence is said of who acts; "droit" in "bras droit" is no permission."""
    assert wanted in told(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Le député La République en marche (LREM) de l'Aude Hugo Brun a ri.", "député de l'Aude"),
        ("Le sénateur Les Républicains de la Vienne Hugo Brun a ri.", "sénateur de la Vienne"),
        ("Le conseiller régional PS d'Île-de-France Hugo Brun a ri.", "conseiller régional d'Île-de-France"),
        ("Le président LREM de l'Assemblée nationale, Hugo Brun, a ri.", "président de l'Assemblée nationale"),
    ],
)
def test_a_party_of_several_words_within_a_title_is_no_word_of_it(text, wanted):
    """Its article, its quotation marks and its letters in a bracket go with it."""
    assert ("Hugo Brun", "holdsPosition", wanted) in told(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Le Président a nommé Anne Martel ministre de la Santé.", "ministre de la Santé"),
        ("Anne Martel a été nommée ambassadrice au Maroc.", "ambassadrice au Maroc"),
    ],
)
def test_an_office_behind_the_name_of_who_gets_it_is_no_part_of_the_name(text, wanted):
    """Nor is it an infinitive."""
    assert ("Anne Martel", "holdsPosition", wanted) in told(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Hugo Brun a mis fin à sa carrière de chanteur.", ("Hugo Brun", "occupation", "chanteur")),
        ("Anne Martel aime son métier d'enseignante.", ("Anne Martel", "occupation", "enseignante")),
    ],
)
def test_a_career_tells_a_trade(text, wanted):
    """Of who has it."""
    assert wanted in told(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Les quatre ans de Hugo Brun à la tête de Renault ont déçu.", ("Hugo Brun", "leads", "Renault")),
        ("Hugo Brun a passé dix ans à la tête de Renault.", ("Hugo Brun", "leads", "Renault")),
        ("Après dix ans à la tête de Renault, Hugo Brun a ri.", ("Hugo Brun", "leads", "Renault")),
        ("L'un des huit porte-parole de la CGT, Hugo Brun, a ri.", ("Hugo Brun", "spokespersonFor", "CGT")),
        ("Le président afghan Hugo Brun a ri.", ("Hugo Brun", "headOfStateOf", "afghan")),
        ("Hugo Brun et sa petite amie Anne Martel ont ri.", ("Anne Martel", "spouseOf", "Hugo Brun")),
    ],
)
def test_what_somebody_heads_or_speaks_for_and_who_is_with_whom(text, wanted):
    """Told by a time, a number, the adjective of a country, a noun of two words."""
    assert wanted in told(text)


def test_a_title_ends_before_the_name_of_its_bearer():
    """ "le vice-président du Rassemblement national Hugo Brun" may be read as one phrase."""
    said = {
        o for _, p, o in told("Le vice-président du Rassemblement national Hugo Brun a ri.") if p == "holdsPosition"
    }
    assert said == {"vice-président du Rassemblement national"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Hugo Brun a ri lundi. Le maire socialiste de Lyon a parlé.", ("Hugo Brun", "memberOfParty", "socialiste")),
        ("Anne Martel a ri lundi. La candidate démocrate a parlé.", ("Anne Martel", "memberOfParty", "démocrate")),
        ("Hugo Brun a ri lundi. Le député LFI a parlé.", ("Hugo Brun", "memberOfParty", "LFI")),
    ],
)
def test_a_description_of_somebody_tells_his_party(text, wanted):
    """As a title beside his name does."""
    assert wanted in told(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Accompagnée de la secrétaire d'État chargée des personnes handicapées Anne Martel, Léa Brun a ri.",
            ("Anne Martel", "holdsPosition", "secrétaire d'État chargée des personnes handicapées"),
        ),
        (
            "Au contraire du député La République en marche Hugo Brun, il a ri.",
            ("Hugo Brun", "holdsPosition", "député"),
        ),
        ("Hugo Brun, le fils d'Anne Martel a échappé au pire.", ("Anne Martel", "parentOf", "Hugo Brun")),
    ],
)
def test_names_hung_on_what_stands_before_them_belong_to_the_office_or_the_kin(text, wanted):
    """On a charge, on a party, or behind kin without a second comma."""
    assert wanted in told(text)
