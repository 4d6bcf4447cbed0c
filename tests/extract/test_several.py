"""What stands for several people named side by side: "ils", "le couple", "les deux hommes"; it is told of each."""

import pytest

from tests.extract.reading import read, reading_of

TWO = "Le peintre Marc Petit et son épouse Anne Morel ont quitté Paris en mai. "


def members(text: str, head: str, language: str = "fr") -> list[str]:
    """The names of those that the last mention of a word stands for."""
    reading = reading_of(language, text)
    index = max(n for n, item in enumerate(reading.table.items) if item.head == head)
    return [reading.text(*reading.root(m).core) for m in reading.root(index).members]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "head"),
    [
        (TWO + "Ils vivent à Rennes.", "ils"),
        (TWO + "Le couple vit à Rennes.", "couple"),
        (TWO + "Les deux artistes vivent à Rennes.", "artiste"),
        ("Le maire a reçu Marc Petit et Anne Morel dans leur maison.", "leur"),
    ],
)
def test_a_plural_stands_for_people_named_side_by_side(text, head):
    """A pronoun for the nearest series that acts, "le couple" for the nearest two."""
    assert members(text, head) == ["Marc Petit", "Anne Morel"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Les avocats de Marc Petit et Anne Morel ont protesté. Ils ont quitté la salle.", "ils"),
        (TWO + "Les voisins ont protesté et ils ont écrit au maire.", "ils"),
        (TWO + "Les deux pays ont signé un accord.", "pays"),
        (TWO + "Les deux présidents ont signé un accord.", "président"),
        (TWO + "Les trois artistes vivent à Rennes.", "artiste"),
        ("Marc Petit ou Anne Morel viendra. Ils vivent à Rennes.", "ils"),
    ],
)
def test_a_plural_of_others_stands_for_no_series(text, head):
    """Other people in between, another number, another kind, or only one of them."""
    assert members(text, head) == []


@pytest.mark.model
@pytest.mark.parametrize(
    ("language", "text", "head", "named"),
    [
        ("en", "Two supervisors, Marc Odell and Claire Vasseur, left.", "supervisor", ["Marc Odell", "Claire Vasseur"]),
        ("en", "Two aides at Valtec, Marc Odell and Claire Vasseur, left.", "aide", ["Marc Odell", "Claire Vasseur"]),
        ("en", "Two banks, Zumo and Valtec, have closed.", "bank", ["Zumo", "Valtec"]),
        ("en", "The retailers Zumo and Valtec opposed the tax.", "retailer", ["Zumo", "Valtec"]),
        ("en", "Three supervisors, Marc Odell and Claire Vasseur, left.", "supervisor", []),
        ("en", "Supervisors, Marc Odell and Claire Vasseur left.", "supervisor", []),
        ("fr", "Il a vu ses avocats, Claire Vasseur et Marc Odelle.", "avocat", ["Claire Vasseur", "Marc Odelle"]),
        ("fr", "Les banques (Zumo et Valtec) ont fermé.", "banque", []),
        ("fr", "Deux filiales d'Orange, Airbus et Thales, ont fermé.", "filiale", ["Airbus", "Thales"]),
        ("fr", "Orange domine avec ses filiales Airbus et Thales.", "filiale", ["Airbus", "Thales"]),
        ("fr", "Airbus et Thales, toutes deux filiales d'Orange, ont fermé.", "filiale", ["Airbus", "Thales"]),
        ("fr", "L'Espagne et la Grèce, membres de l'Otan, votent.", "membre", ["Espagne", "Grèce"]),
        ("fr", "Trois filiales d'Orange, Airbus et Thales, ont fermé.", "filiale", []),
        ("fr", "Les directeurs d'Orange, Airbus et Thales ont protesté.", "directeur", []),
        ("en", "Valtec has hired two lawyers", "lawyer", []),
        ("fr", "Orange a vendu ses deux filiales", "filiale", []),
        ("en", "Airbus and Boeing, both subsidiaries of Tesco, have closed.", "subsidiary", ["Airbus", "Boeing"]),
        ("fr", "Deux banques, Zumo et Valtec, ont fermé.", "banque", ["Zumo", "Valtec"]),
        ("fr", "Il remercie ses trois avocats, Anne Vasseur et Marc Petit.", "avocat", []),
        ("en", "Airbus and Boeing, Tesco's largest customers, have closed.", "customer", ["Airbus", "Boeing"]),
        ("en", "After talks with Airbus and Boeing, Tesco's customers left.", "customer", []),
        ("fr", "Airbus et Thales, partenaires d'Orange, ont fermé.", "partenaire", ["Airbus", "Thales"]),
    ],
)
def test_a_description_stands_for_as_many_as_are_named_beside_it(language, text, head, named):
    """Names apposed to a plural are who is meant, if they are as many as it says."""
    assert members(text, head, language) == named


@pytest.mark.model
def test_what_is_told_of_several_is_told_of_each():
    """One fact for each member, and none of them is related to himself."""
    told = read("fr", TWO + "Ils ont fondé la société Ubimat en 2012.")
    founders = {subject for subject, predicate, target, *_ in told if predicate == "founded" and "Ubimat" in target}

    assert founders == {"Marc Petit", "Anne Morel"}
    assert not [fact for fact in told if fact[0] == fact[2]]


@pytest.mark.model
def test_of_several_who_say_something_the_first_is_its_speaker():
    """ "Ont-ils dit", behind a quotation, is said by somebody with a name."""
    text = 'Marc Petit et Paul Dubois ont protesté lundi. "La société Ubimat a fermé son usine de Rennes", ont-ils dit.'

    assert {said[-1] for said in read("fr", text) if said[-1]} == {"Marc Petit"}


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            "Marc Petit et Anne Morel attendent les pompiers. « Le toit a cédé », ont-ils dit.",
            ["Marc Petit", "Anne Morel"],
        ),
        ("Apple et Google ont averti les autorités. « Le toit a cédé », ont-ils dit.", ["Apple", "Google"]),
        ("Marc Petit et Anne Morel attendent les pompiers. Ils sont à Rennes.", []),
    ],
)
def test_the_subject_speaks_on_whomever_else_its_sentence_names(text, named):
    """Behind a quotation "ils" are those whom the sentence before is about, people or firms."""
    assert members(text, "ils") == named


@pytest.mark.model
def test_english_has_series_too():
    """ "They", behind two people."""
    told = read("en", "Mark Little and Ann Moore left Boston in May. They founded Ubimat in 2012.")

    assert {fact[0] for fact in told if fact[1] == "founded"} == {"Mark Little", "Ann Moore"}
