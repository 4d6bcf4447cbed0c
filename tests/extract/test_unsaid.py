"""What a text denies, doubts, plans, asks or lets others say never becomes a plain fact."""

from pathlib import Path

import pytest

from kg.model import LEARNED, Modality, Polarity
from tests.extract.reading import document

pytestmark = pytest.mark.model

HERE = Path(__file__).parent
ACTS = frozenset({
    "acquired", "metWith", "killed", "leftPosition", "owns", "mergedWith", "founded", "arrested", "causes", "attacked",
    "sanctioned", "perpetratorOf", "interferesIn", "ceoOf", "leads", "cooperatesWith", "supports", "appointed",
    "memberOfParty", "worksFor", "chairOf", "sued", "age",
})  # fmt: skip
DEMANDS = ("réclamer", "exiger")  # who demands that something be done backs it, and that he says himself


def sentences(name="unsaid"):
    """Yield the language and the text of each sentence of the lists."""
    for language in ("fr", "en"):
        lines = (HERE / f"{name}_{language}.txt").read_text("utf-8").splitlines()
        yield from ((language, line) for line in lines if line and not line.startswith("#"))


def plain_facts(language, text):
    """Return the acts that are read as plain facts, as words."""
    found = document(language, f"{'Actualité' if language == 'fr' else 'News'}\n\n{text}")
    named = {m.id: m.surface for m in found.mentions}
    return [
        (named[c.subject], c.predicate, named.get(c.object, c.object))
        for c in found.claims
        if c.predicate in ACTS and c.polarity is Polarity.POSITIVE and c.modality is Modality.ACTUAL
        if c.speaker is None and not c.past and not c.evidence.rule.startswith(LEARNED)
        if c.predicate != "supports" or c.phrase not in DEMANDS
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    list(sentences()),
)
def test_what_is_not_said_is_no_plain_fact(language, text):
    """None of these sentences states an act in the article's own voice."""
    assert plain_facts(language, text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Renault n'a fait que racheter Nissan."),
        ("fr", "Renault n'a racheté que Nissan."),
        ("fr", "Renault a racheté Nissan."),
        ("fr", "Bien que Renault ait racheté Nissan, rien ne change."),
        ("en", "Not only did Renault acquire Nissan."),
        ("en", "Renault acquired Nissan."),
    ],
)
def test_what_is_said_stays_a_plain_fact(language, text):
    """The caution goes no further than it must."""
    assert [(p, o) for _, p, o in plain_facts(language, text)] == [("acquired", "Nissan")]


@pytest.mark.parametrize(("language", "text"), [*sentences("said")])
def test_what_sounds_like_a_denial_and_is_none_is_told(language, text):
    """ "n'a racheté que X", "did not leave X until March": each of these sentences states an act."""
    assert plain_facts(language, text) != []
