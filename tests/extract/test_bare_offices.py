"""An office of no body that is told is of the body that the article is about."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model

ABOUT_BELVAR = "Belvar Foods lost 40 customers in May. It bakes bread in Leeds."


def facts(text):
    """Return what is said of whom, without how real it is."""
    return {s[:3] for s in read("en", text)}


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Chief executive Tom Harlow said that sales would recover.", ("Tom Harlow", "ceoOf", "Belvar Foods")),
        ("The chairwoman, Rosa Hale, said that sales would recover.", ("Rosa Hale", "chairOf", "Belvar Foods")),
        ('"We were wrong," said finance director Rosa Hale.', ("Rosa Hale", "worksFor", "Belvar Foods")),
        ("Founder Tom Harlow left in April.", ("Tom Harlow", "founded", "Belvar Foods")),
    ],
)
def test_a_bare_office_is_of_the_firm_that_an_article_is_about(sentence, wanted):
    """Nothing beside the office tells of what it is one."""
    assert wanted in facts(f"{ABOUT_BELVAR} {sentence}")


@pytest.mark.parametrize(
    "sentence",
    [
        "Tom Harlow, a chairman, said that sales would recover.",
        "The chairman of the committee, Tom Harlow, said that sales would recover.",
        "The committee chairman, Tom Harlow, said that sales would recover.",
        "Dorn Mills sells flour. Dorn Mills bought a plant. Chairman Tom Harlow said that sales would recover.",
    ],
)
def test_an_office_of_something_else_is_not(sentence):
    """One of many, one of a body that is told, or where two firms are spoken of alike."""
    assert ("Tom Harlow", "chairOf", "Belvar Foods") not in facts(f"{ABOUT_BELVAR} {sentence}")


@pytest.mark.parametrize(
    "text",
    [
        "Luc Moreau a parlé. Le président de Debout la France a ri. Luc Moreau, le chef de l'État, est reparti.",
        "Luc Moreau, le président de la République, a parlé. Le président de Debout la France a ri.",
    ],
)
def test_who_heads_the_state_heads_no_party_by_the_name_of_his_office(text):
    """Wherever the article tells that he does."""
    assert ("Luc Moreau", "chairOf", "Debout la France") not in {fact[:3] for fact in read("fr", text)}


ABOUT_VALTEC = "La société Valtec a perdu 40 clients en mai. Elle fabrique des vélos à Lyon."


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Le directeur, Marc Lefort, a promis un plan.", ("Marc Lefort", "leads", "Valtec")),
        ("« Nous avons eu tort », a dit la directrice générale, Rosa Morel.", ("Rosa Morel", "ceoOf", "Valtec")),
        ("Le PDG, Marc Lefort, a démissionné.", ("Marc Lefort", "leftPosition", "Valtec")),
        ("La CFDT et Force ouvrière protestent. Le PDG, Marc Lefort, a ri.", ("Marc Lefort", "ceoOf", "Valtec")),
    ],
)
def test_a_french_office_without_its_body_is_of_the_firm_that_an_article_is_about(sentence, wanted):
    """Unions that speak beside it have no directors."""
    assert wanted in {fact[:3] for fact in read("fr", f"{ABOUT_VALTEC} {sentence}")}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("En Slovénie, la cheffe du gouvernement Maja Kobal a réagi.",
         ("Maja Kobal", "headOfGovernmentOf", "Slovénie")),
        ("Haïti a fermé ses ports. La police haïtienne veille. Le premier ministre, Luc Moreau, a réagi.",
         ("Luc Moreau", "headOfGovernmentOf", "Haïti")),
    ],
)  # fmt: skip
def test_who_governs_governs_the_country_that_opens_the_sentence_or_that_an_article_is_about(text, wanted):
    """Where nothing tells of which country he is the head."""
    assert wanted in {fact[:3] for fact in read("fr", text)}


@pytest.mark.parametrize(
    "text",
    [
        "La Russie et la Chine négocient. Le premier ministre, Luc Moreau, a réagi.",
        "Valtec a perdu 40 clients. Valtec vend des vélos. Le président, Luc Moreau, a réagi.",
    ],
)
def test_of_two_countries_neither_is_governed_and_no_firm_by_a_president(text):
    """A president without a body may be that of a court or of the state."""
    assert not {fact[:2] for fact in read("fr", text)} & {
        ("Luc Moreau", "headOfGovernmentOf"),
        ("Luc Moreau", "chairOf"),
    }


def test_a_president_told_behind_the_country_that_opens_a_sentence_is_the_country_s():
    """A president whose country is not told may be anybody's."""
    wanted = ("Luc Moreau", "headOfStateOf", "Chili")
    assert wanted in {s[:3] for s in read("fr", "Au Chili, le président Luc Moreau a signé la loi.")}
    told = read("fr", "Le tournoi a ouvert au Chili. Hier, le président Luc Moreau a signé la charte.")
    assert "headOfStateOf" not in {s[1] for s in told}
