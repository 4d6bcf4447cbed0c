"""A description of one kind of medium stands for none of another kind."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


def founded(text):
    """Return what Marc Lefort founded."""
    return {o for s, p, o, *_ in read("fr", text) if p == "founded" and s == "Marc Lefort"}


def reporting(language, text):
    """Return who reports Anne Roy."""
    return {s for s, p, *_ in read(language, text) if p == "reported"}


def test_a_channel_is_no_newspaper():
    """Whoever is the only medium that the article names."""
    told = "Marc Lefort est le fondateur de cette chaîne, écrit le Journal du dimanche. Il est parti lundi."
    assert "Journal du dimanche" not in founded(told)


@pytest.mark.parametrize(
    "text",
    [
        "France 2 a diffusé un reportage lundi. Le quotidien belge a publié une photo d'Anne Roy.",
        "L'AFP était là lundi. La radio privée a publié une photo d'Anne Roy.",
    ],
)
def test_neither_a_channel_nor_an_agency_is_called_otherwise(text):
    """The table of known names tells what kind of medium each is."""
    photo = [s for s, p, o, *_ in read("fr", text) if p == "reported" and "photo" in o]
    assert not {"France 2", "AFP"} & set(photo), photo


def test_a_newspaper_is_still_meant_by_what_it_is():
    """The same words go on meaning a paper that the article names."""
    text = "Le Monde a interrogé Marc Lefort lundi. Le quotidien a publié une photo d'Anne Roy."
    assert any(s in ("Monde", "Le Monde") and p == "reported" and "photo" in o for s, p, o, *_ in read("fr", text))


def test_what_is_known_for_no_medium_is_no_channel():
    """A federation, or a party."""
    text = "La Fifa a répondu samedi. Anne Roy, porte-parole de la chaîne, est ravie de la réponse de la Fifa."
    assert not any(p == "spokespersonFor" and "Fifa" in o for _, p, o, *_ in read("fr", text))
