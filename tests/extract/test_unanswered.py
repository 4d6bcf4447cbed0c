"""Who is asked by a medium and would not answer has given it no interview."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("fr", "Contacté par Le Monde, Marc Petit n'a pas répondu.", "refusedRequestOf"),
        ("fr", "Contacté par Le Monde, Marc Petit n'a pas souhaité réagir.", "refusedRequestOf"),
        ("fr", "Joint par Le Monde, Marc Petit a refusé de répondre.", "refusedRequestOf"),
        ("fr", "Joint par Le Monde, Marc Petit a avoué son erreur, mais n'a pas souhaité réagir.", "gaveInterviewTo"),
        ("fr", "Interrogé par Le Monde, Marc Petit n'a pas exclu un départ.", "gaveInterviewTo"),
        ("en", "Asked by Reuters, Mark Ross refused to answer.", "refusedRequestOf"),
    ],
)
def test_only_who_answers_gives_an_interview(language, text, wanted):
    """The first verb behind decides: a denial or a refusal to answer is none, whatever else is denied."""
    told = {p for s, p, o, polarity, *_ in read(language, text) if o in ("Le Monde", "Reuters") and p != "relatedTo"}
    assert told & {"gaveInterviewTo", "refusedRequestOf"} == {wanted}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Contactée par Le Monde, la clinique n'était pas disponible mardi."),
        ("fr", "Sollicité par Le Monde, Marc Petit était injoignable."),
        ("en", "Contacted by Reuters, Mark Ross was not available."),
    ],
)
def test_who_is_out_of_reach_neither_speaks_nor_refuses(language, text):
    """Nobody has spoken to him."""
    told = {p for s, p, *_ in read(language, text)}
    assert not told & {"gaveInterviewTo", "refusedRequestOf"}


def test_who_writes_in_his_own_medium_gives_no_interview():
    """ "Sur son blog" nobody asks him; on that of somebody else he may be asked."""
    told = {p for s, p, *_ in read("fr", "Sur son blog, Marc Petit a rappelé que la loi existe.")}
    assert "gaveInterviewTo" not in told
