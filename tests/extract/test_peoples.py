"""The name of a people before a name is its title: "l'Allemand Boris Keller"."""

import pytest

from kg.extract.rules.parsing.shading import shade_for
from kg.lang import load_pack
from tests.extract.reading import document, read

SMALL = [
    ("L'Allemand Boris Keller a gagné.", "L'allemand Boris Keller a gagné."),
    ("Il a battu le Serbe Novak Radic.", "Il a battu le serbe Novak Radic."),
    ("Le Californien Marc Banks sourit.", "Le californien Marc Banks sourit."),  # of a region
    ("Il a répondu au Parisien Marc Petit.", "Il a répondu au Parisien Marc Petit."),  # a paper
    ("La Suisse Romande vote.", "La Suisse Romande vote."),  # a country
    ("Les Français votent.", "Les Français votent."),  # no name behind it
    ("Le Monde Diplomatique paraît.", "Le Monde Diplomatique paraît."),  # no people
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "shown"), SMALL)
def test_the_parser_is_shown_a_small_letter_where_a_name_follows_a_people(text: str, shown: str) -> None:
    """Only the name of a people between an article and a capital is written small."""
    assert shade_for(text, load_pack("fr")).text == shown


@pytest.mark.model
def test_english_is_shown_as_it_is() -> None:
    """English writes "the Belgian Paul Durand" with a capital, and its parser knows."""
    text = "The Belgian Paul Durand has won."
    assert shade_for(text, load_pack("en")).text == text


@pytest.mark.model
@pytest.mark.parametrize(
    "sentence",
    [
        "Le Belge Paul Durand a quitté Lyon.",
        "Paul Durand, un Belge de 40 ans, a quitté Lyon.",
        "Paul Durand, un jeune Belge de 20 ans, a quitté Lyon.",
        "Paul Durand, Belge de 40 ans, a quitté Lyon.",
    ],
)
def test_a_people_beside_a_name_tells_the_nationality(sentence: str) -> None:
    """The name is the person's, the people the country, written as in the text."""
    said = {claim[:3] for claim in read("fr", sentence)}
    assert any(s == "Paul Durand" and p == "nationality" and o.endswith("Belge") for s, p, o in said)


@pytest.mark.model
def test_one_of_a_people_is_one_whatever_the_form_of_the_word() -> None:
    """ "Français" is its own plural: the article tells how many there are, and somebody without name stays somebody."""
    said = {claim[:3] for claim in read("fr", "Paul Durand, un jeune Français de 20 ans, est mort à Lyon.")}
    assert any(s == "Paul Durand" and p == "nationality" for s, p, _ in said)
    assert not [c for c in read("fr", "Un Français sur trois est inquiet.") if c[1] == "nationality"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("language", "sentence", "somebody"),
    [
        ("fr", "Une Ukrainienne de 39 ans a été arrêtée à Nice.", "Une Ukrainienne de 39 ans"),
        ("fr", "La police a retrouvé trois Américains.", "trois Américains"),
        ("fr", "Cet homme de nationalité belge est arrivé en mai.", "Cet homme de nationalité belge"),
        ("fr", "La victime, de nationalité belge, a été retrouvée lundi.", "La victime"),
        ("en", "Its captain, a Georgian, was held.", "a Georgian"),
        ("en", "Three Americans were killed in the crash.", "Three Americans"),
    ],
)
def test_a_people_tells_the_nationality_of_somebody_without_a_name(language: str, sentence: str, somebody: str) -> None:
    """One of a people, or so many of it, are of that country."""
    assert somebody in {claim[0] for claim in read(language, sentence) if claim[1] == "nationality"}


@pytest.mark.model
@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Un Américain sur huit en mange."),
        ("fr", "Aucun Français n'a été blessé."),
        ("fr", "Les deux passagers n'étaient pas de nationalité belge."),
        ("fr", "Il vit comme un Français."),
        ("fr", "Les Français votent dimanche."),
        ("fr", "Israéliens, Palestiniens, Européens et responsables onusiens s'activent."),
        ("en", "One Briton in ten sleeps badly."),
    ],
)
def test_a_share_of_a_people_is_nobody(language: str, sentence: str) -> None:
    """Statistics, comparisons and denials speak of nobody, and a people as a whole needs no nationality."""
    assert not [claim for claim in read(language, sentence) if claim[1] == "nationality"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("language", "sentence", "name", "property_", "countries"),
    [
        ("fr", "L'écrivain franco-libanais Paul Durand a quitté Lyon.", "Paul Durand", "nationality", {"fr", "lb"}),
        ("fr", "L'attaquant argentin Paul Durand a quitté Lyon.", "Paul Durand", "nationality", {"ar"}),
        ("fr", "Le groupe anglo-suédois Orvane a fermé une usine.", "Orvane", "country", {"gb", "se"}),
        ("en", "Timur Abishev, a Kazakh commodities dealer, was held.", "Timur Abishev", "nationality", {"kz"}),
        ("en", "The South Korean singer Paul Dae has left Leeds.", "Paul Dae", "nationality", {"kr"}),
        ("en", "Egyptian-American journalist Rosa Diaz was freed.", "Rosa Diaz", "nationality", {"eg", "us"}),
        ("en", "Rosa Diaz, a Sri Lankan nurse, has left Leeds.", "Rosa Diaz", "nationality", {"lk"}),
    ],
)
def test_an_adjective_tells_its_country_or_both(
    language: str, sentence: str, name: str, property_: str, countries: set[str]
) -> None:
    """Of two words, of two countries, or taken for a name: what qualifies somebody tells of where, not what he does."""
    found = document(language, sentence)
    mentions = {m.id: m for m in found.mentions}
    bearers = {m.id: mentions[m.refers_to or m.id].surface for m in found.mentions}
    said = [(bearers[c.subject], c.predicate, c.object) for c in found.claims]
    told = {mentions[o].known for s, p, o in said if (s, p) == (name, property_) and isinstance(o, str)}
    assert {f"country/{code}" for code in countries} <= told
    assert not [o for s, p, o in said if p == "occupation" and any(word in str(o) for word in ("South", "franco"))]


@pytest.mark.model
def test_the_name_of_a_body_keeps_its_adjective() -> None:
    """ "the South African Rugby Union" is called so."""
    found = document("en", "The South African Rugby Union fined Nokia.")
    assert "South African Rugby Union" in {m.surface for m in found.mentions}


@pytest.mark.model
def test_a_plural_of_a_country_is_told_of_a_whole_row() -> None:
    """Be they firms, with brackets between them."""
    said = read("fr", "On trouve ensuite les américaines MIT (4e), Berkeley (5e) et Princeton (6e).")
    assert {"MIT", "Berkeley", "Princeton"} <= {s for s, p, *_ in said if p == "country"}


@pytest.mark.model
@pytest.mark.parametrize(
    "sentence",
    ["Les salariés étaient devant le siège parisien de la société Valtec.", "Le groupe parisien Valtec a fermé."],
)
def test_the_adjective_of_a_town_tells_a_firms_seat(sentence: str) -> None:
    """Of its seat, or of the firm."""
    assert ("Valtec", "headquarteredIn", "Paris") in {
        (s, p, "Paris") for s, p, *_ in read("fr", sentence) if p == "headquarteredIn"
    }


@pytest.mark.model
@pytest.mark.parametrize(
    ("language", "text", "fact"),
    [
        ("fr", "Luc Renaud est belge.", ("Luc Renaud", "nationality", "belge")),
        ("fr", "Les victimes sont françaises.", ("Les victimes", "nationality", "françaises")),
        ("fr", "L'entreprise est suisse.", ("L'entreprise", "country", "suisse")),
        ("en", "Jane Morel is Belgian.", ("Jane Morel", "nationality", "Belgian")),
    ],
)
def test_an_adjective_of_a_country_said_of_a_subject_tells_its_country(language, text, fact):
    """Of people their nationality, of bodies and goods the country."""
    assert (*fact, "positive", "actual", None) in read(language, text)


@pytest.mark.model
def test_who_is_said_not_to_be_of_a_country_is_not_of_it():
    """The denial is of the predicate."""
    found = read("fr", "Luc Renaud n'est pas français.")
    assert not any(said[1] == "nationality" and said[3] == "positive" for said in found)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Les Italiens d'Italdesign ont dévoilé un concept.", ("Italdesign", "country", "Italiens")),
        ("Les Américains de Tesla ont ouvert un magasin.", ("Tesla", "country", "Américains")),
    ],
)
def test_the_people_of_a_body_tell_its_country(text, fact):
    """A plural of a people before "de" and a name."""
    assert (*fact, "positive", "actual", None) in read("fr", text)


@pytest.mark.model
def test_who_is_called_by_a_town_lives_there():
    """He is a person, and no name; behind "le" the word may be the land around the town."""
    found = read("fr", "Luc Renaud, un Niçois de 45 ans, a disparu.")
    assert ("Luc Renaud", "residesIn", "Niçois", "positive", "actual", None) in found
    assert not any(p == "residesIn" for _, p, *_ in read("fr", "Le Lyonnais produit du vin."))
