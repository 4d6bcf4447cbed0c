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
