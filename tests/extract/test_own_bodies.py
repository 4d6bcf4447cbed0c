"""What who is quoted calls his own is the body or place of which he is said to be."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


def subjects(text, predicate, language="fr"):
    """Return of whom a property is told."""
    return {s for s, p, *_ in read(language, text) if p == predicate}


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("« Notre syndicat a porté plainte contre Facebook », a dit Jeanne Morel, présidente de la CGT.", "CGT"),
        ("« Mon parti a porté plainte contre Facebook », a dit Jeanne Morel, présidente du MoDem.", "MoDem"),
    ],
)
def test_the_speakers_own_body_is_the_one_that_is_named_beside_him(text, whose):
    """By what he is said to be."""
    assert subjects(text, "sued") == {whose}


def test_a_speakers_own_country_is_that_of_his_office():
    """By its name."""
    text = "« Notre pays a rejoint l'OTAN », a dit Jeanne Morel, la présidente de la Finlande."
    assert "Finlande" in subjects(text, "memberOf")


def test_the_only_country_of_an_article_is_the_speakers_own():
    """Of whatever the article tells it."""
    text = "La France vote dimanche. « Notre pays a rejoint l'OTAN », a rappelé Jeanne Morel."
    assert "France" in subjects(text, "memberOf")


def test_a_body_of_another_kind_is_not_it():
    """A union is no firm."""
    text = "« Notre entreprise a porté plainte contre Facebook », a dit Jeanne Morel, déléguée de la CGT."
    assert "CGT" not in subjects(text, "sued")


def test_a_country_is_not_named_beside_itself():
    """ "Notre pays a battu la Chine" tells of two."""
    text = "« Notre pays a signé un accord avec la Chine », a déclaré Jeanne Morel."
    assert "Chine" not in subjects(text, "signedAgreementWith")


def test_it_is_so_in_english():
    """ "our party"."""
    text = '"Our party backs Mark Smith", said Jane Morel, chair of the Green Party.'
    assert subjects(text, "supports", "en") == {"Green Party"}


def test_we_of_who_teaches_is_not_his_university():
    """A president's "nous" is the body that he leads."""
    text = "« Nous avons porté plainte contre Facebook », a dit Jeanne Morel, {}."
    assert subjects(text.format("présidente de la CGT"), "sued") == {"CGT"}
    assert subjects(text.format("chercheuse à l'université de Lyon"), "sued") == {"Jeanne Morel"}
