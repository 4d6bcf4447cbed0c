"""Whom a clause says a description to be: what is told of the one is told of the other."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("language", "text", "fact"),
    [
        ("fr", "Le lauréat s'appelle Paul Dumas. Il vit à Lyon.", ("Paul Dumas", "residesIn", "Lyon")),
        ("fr", "La mère, qui s'appelle Anne Roux, vit à Rennes.", ("Anne Roux", "residesIn", "Rennes")),
        ("fr", "Le dealer qui répond au nom de Marc Petit vit à Lyon.", ("Marc Petit", "residesIn", "Lyon")),
        ("fr", "L'homme, identifié comme Paul Dumas, vit à Lyon.", ("Paul Dumas", "residesIn", "Lyon")),
        ("fr", "La victime est Anne Roux. La victime vivait à Lyon.", ("Anne Roux", "residesIn", "Lyon")),
        ("fr", "Le patron n'est autre que Paul Dumas. Il vit à Lyon.", ("Paul Dumas", "residesIn", "Lyon")),
        ("fr", "Une présidente vit à Lyon. Il s'agit d'Anne Roux.", ("Anne Roux", "residesIn", "Lyon")),
        ("en", "The suspect, identified as Paul Dumas, lives in Leeds.", ("Paul Dumas", "residesIn", "Leeds")),
        ("en", "Police identified the victim as Rosa Diaz. She lived in Leeds.", ("Rosa Diaz", "residesIn", "Leeds")),
        ("en", "The gunman was identified by police as Paul Napier. He lived in Leeds.",
         ("Paul Napier", "residesIn", "Leeds")),
        ("en", "The winner was Rosa Diaz, a nurse. The winner lives in Leeds.", ("Rosa Diaz", "residesIn", "Leeds")),
        ("en", "The start-up is called Zumo. The start-up has been bought by Aton.", ("Aton", "acquired", "Zumo")),
    ],
)  # fmt: skip
def test_a_description_is_whom_the_clause_names(language, text, fact):
    """By what one is called, identified as, or is; or as the only one whom "il s'agit de" can mean."""
    assert fact in {found[:3] for found in read(language, text)}


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("fr", "Le suspect, qui vit à Lyon, n'est pas Paul Dumas.", "Paul Dumas"),
        ("fr", "Le lauréat, qui vit à Lyon, s'appelle peut-être Paul Dumas.", "Paul Dumas"),
        ("fr", "Un ministre, qui vit à Lyon, a vu un député. Il s'agit de Marc Petit.", "Marc Petit"),
        ("en", "The winner, who lives in Leeds, may be Rosa Diaz.", "Rosa Diaz"),
    ],
)
def test_what_is_denied_doubted_or_said_of_two_names_nobody(language, text, name):
    """Nor what may be so."""
    homes = {found[0] for found in read(language, text) if found[1] == "residesIn"}
    assert homes - {name}, "what is told of the description stays its own"


def test_what_a_thing_is_called_is_of_its_class():
    """A name that nobody knows is what the noun says."""
    assert ("Zumo", "industry", "start-up") in {found[:3] for found in read("en", "The start-up is called Zumo.")}
