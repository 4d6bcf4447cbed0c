"""Whom a description means that closes a quotation."""

import pytest

from tests.extract.reading import read


def sayers(text: str) -> set[str | None]:
    """Who says that Zumo bought Ravel."""
    return {row[5] for row in read("fr", text) if row[:3] == ("Zumo", "acquired", "Ravel")}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            (
                'Le directeur du Tour Marc Petit est attendu. "Le Tour a changé", analyse le maire de Metz Paul Roux. '
                '"Zumo a racheté Ravel", souligne l\'élu.'
            ),
            "Paul Roux",
        ),
        (
            'Yann Morel est revenu sur Metz. "Zumo a racheté Ravel, chez Pierre Dumas", a dénoncé le chroniqueur.',
            "Yann Morel",
        ),
        ('Paul Morel a tout perdu. "Zumo a racheté Ravel", explique ce Toulonnais.', "Paul Morel"),
    ],
)
def test_a_bare_description_that_closes_a_quotation_goes_on_for_who_spoke_before(text, speaker):
    """Or for whom the sentence before is about, if nobody spoke there."""
    assert sayers(text) == {speaker}


def test_another_one_is_somebody_new():
    """ "Une autre infirmière" is not who spoke before."""
    text = '"La mairie a fermé", explique Anne Roux. "Zumo a racheté Ravel", ajoute une autre infirmière.'
    assert "Anne Roux" not in sayers(text)


def test_who_speaks_is_nobody_whom_his_quotation_names():
    """ ""Pierre Dumas a tort", dit le ministre": he would say "je"."""
    found = sayers('Pierre Dumas est là. "Zumo a racheté Ravel et Pierre Dumas le savait", a dit le ministre.')
    assert found
    assert "Pierre Dumas" not in found


def test_a_body_goes_on_as_a_person_does():
    """The agency that was cited last, not the one before."""
    text = (
        "Selon l'agence Ravia, il est mort. Selon l'agence Toria, il est arrivé jeudi. "
        '"Zumo a racheté Ravel", ajoute l\'agence.'
    )
    assert sayers(text) == {"Toria"}


def test_a_subject_told_by_a_demonstrative_is_who_acted_just_before():
    """ "Ce fonctionnaire" is whom the sentence before names, if one alone acts there."""
    text = (
        "Le brigadier Amar Zumari a dénoncé des insultes d'une gardienne. "
        "Dans l'article, ce fonctionnaire de police affirme que Zumo a racheté Ravel."
    )
    assert sayers(text) == {"Amar Zumari"}
