"""What happened to a text when it was copied, and what stands beside the news: credits, links, marks of agencies."""

import pytest

from kg.extract.rules.parsing.shading import shade_for
from kg.extract.rules.parsing.text import is_boilerplate
from kg.lang import load_pack
from tests.extract.reading import document, read

pytestmark = pytest.mark.model


def shown(text: str, language: str = "fr") -> str:
    """Return what the parser is shown."""
    return shade_for(text, load_pack(language)).text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Un livre ?par franceinfoAvant d'écrire, il lit.", ["Un livre ?", "Avant d'écrire, il lit."]),
        ("Le lac gèlepar euronews (en français)Luc Roux patine.", ["Le lac gèle.", "Luc Roux patine."]),
        ("Elle parle à ses fillespar Europe 1Anne Roux a fui.", ["Elle parle à ses filles.", "Anne Roux a fui."]),
        ('Il faut partir ?par BFMTV"Je reste", dit Luc Roux.', ["Il faut partir ?", '"Je reste", dit Luc Roux.']),
    ],
)  # fmt: skip
def test_the_credit_of_a_video_is_no_part_of_the_news(text: str, expected: list[str]) -> None:
    """Glued to what stands around it, it shows where two lines ended."""
    assert shown(text).split() == " ".join(expected).split()


@pytest.mark.parametrize(
    "text", ["Un film par Gaspar Noé.", "Le maire a été reçu par France Inter mardi.", "Il passe par Europe 1."]
)
def test_who_does_something_is_no_credit(text: str) -> None:
    """ "par" is glued to nothing there."""
    assert shown(text) == text


def test_a_medium_that_is_only_credited_is_nobody_s_antecedent() -> None:
    """ "Le quotidien" is the one that the article names, not the one that lent a film."""
    text = "Le pont ferme ?par franceinfoLe journal Le Monde a interrogé Anne Roux. Le média a publié la réponse."
    assert "franceinfo" not in {m.surface for m in document("fr", text).mentions}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il a dit +je suis prêt+ mardi.", 'Il a dit "je suis prêt" mardi.'),
        ('"J\'ai dit +non+ à Luc", raconte-t-elle.', '"J\'ai dit non à Luc", raconte-t-elle.'),
        ("Canal+ et Disney+ ont signé.", "Canal+ et Disney+ ont signé."),
        ("Il fait +3 degrés et +5 degrés.", "Il fait +3 degrés et +5 degrés."),
    ],
)
def test_agencies_set_plus_signs_around_words_within_quotations(text: str, expected: str) -> None:
    """They are quotation marks where none is open, and nothing within a quotation."""
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il part jeudi soir.2020 est loin.", "Il part jeudi soir. 2020 est loin."),
        ("Selon M.Roux, il part.", "Selon M. Roux, il part."),
        ("La course est rude!Anne Roux gagne.", "La course est rude! Anne Roux gagne."),
        ("La version 2.0 coûte 3.50 euros.", "La version 2.0 coûte 3.50 euros."),
        ("La loi sur l'aide (LSA)Anne Roux a parlé.", "La loi sur l'aide (LSA).\nAnne Roux a parlé."),
    ],
)
def test_a_lost_space_comes_back(text: str, expected: str) -> None:
    """Behind a stop and a bracket that closes."""
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("VIDÉO. Le maire de Lyon recadre Luc Roux", True),
        ("VIDÉO", False),
        ("Publicité agressive : Nestlé condamné", True),
        ("Publicité", False),
        ("Lire aussi : Airbus a racheté Carrefour.", False),
        ("Photo : AFP", False),
    ],
)
def test_a_label_before_a_headline_makes_it_no_link(line: str, *, told: bool) -> None:
    """ "VIDÉO. …" is news; what is nothing but a label, or a link, is none."""
    assert is_boilerplate(line, load_pack("fr").lists["boilerplate"]) is not told


def test_what_a_headline_with_a_label_tells_is_read() -> None:
    """The headline is often the only place that tells it."""
    assert any(
        p == "acquired" for _, p, *_ in read("fr", "VIDÉO. Renault rachète Danone\n\nLa Bourse a salué la nouvelle.")
    )


def test_whoever_a_link_names_is_not_in_the_article() -> None:
    """Nothing is shown of it to the parser."""
    found = document("fr", "Renault recrute.\n\nLire aussi : Airbus a racheté Carrefour.\n\nLe groupe embauche.")
    assert {m.surface for m in found.mentions} <= {"Renault", "Le groupe"}


@pytest.mark.parametrize("text", ["Lire aussi : Airbus a racheté Carrefour.", "* * *", "2 500"])
def test_an_article_of_links_alone_tells_nothing(text: str) -> None:
    """It is read all the same."""
    assert not document("fr", text).claims


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Des pics à 40°C.Cet épisode passera à Lyon.", "40°C. Cet"),
        ("Le taux est de 87%.Un chiffre bas.", "87%. Un"),
        ("Les puissances --Chine, Russie-- parlent.", "-- Chine, Russie --"),
        ("Une fosse à Srebrenica.- 20 condamnations au total.", "Srebrenica. \n20 condamnations"),
        ("Luc Roux, benjamin des compagnonsNé le 27 octobre 1921, est mort.", "compagnons.\nNé le"),
    ],
)
def test_units_dashes_and_births_are_parted_from_what_they_are_glued_to(text: str, wanted: str) -> None:
    """A unit before a stop, two hyphens for a dash, a figure that opens a heading, a birth that opens a portrait."""
    assert wanted in shade_for(text, load_pack("fr")).text
