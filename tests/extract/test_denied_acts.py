"""What somebody denies is told as denied by whom, never as his claim."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("language", "text", "denier"),
    [
        ("fr", "Luc Moreau dément avoir racheté la société Aton.", "Luc Moreau"),
        ("fr", "Luc Moreau réfute avoir racheté la société Aton.", "Luc Moreau"),
        ("fr", "Luc Moreau récuse avoir racheté la société Aton.", "Luc Moreau"),
        ("fr", "Luc Moreau se défend d'avoir racheté la société Aton.", "Luc Moreau"),
        ("fr", "Anne Blin a contesté que Luc Moreau ait racheté la société Aton.", "Anne Blin"),
        ("fr", "Anne Blin a démenti les informations selon lesquelles Luc Moreau a racheté la société Aton.", None),
        ("en", "Luke Moore disputes having acquired Aton.", "Luke Moore"),
        ("en", "Luke Moore refuted having acquired Aton.", "Luke Moore"),
        ("en", "Anna Reed disputed that Luke Moore had acquired Aton.", "Anna Reed"),
        ("en", "Anna Reed denied claims that Luke Moore had acquired Aton.", "Anna Reed"),
        ("en", "Anna Reed dismissed suggestions that Luke Moore had acquired Aton.", "Anna Reed"),
    ],
)
def test_what_is_denied_is_a_denial_of_who_denies_it(language, text, denier):
    """An infinitive, a clause, or what a noun tells: "claims that …"."""
    told = [(s, polarity, by) for s, p, o, polarity, _, by in read(language, text) if (p, o) == ("acquired", "Aton")]
    assert told == [("Luke Moore" if language == "en" else "Luc Moreau", "negative", denier)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Luc Moreau défend le rachat d'Aton par Zumo."),
        ("fr", "Luc Moreau conteste le rachat d'Aton par Zumo."),
        ("en", "Luke Moore rejected the report that Zumo had not acquired Aton."),
    ],
)
def test_what_is_fought_over_is_not_denied(language, text):
    """A deed that one defends or contests has been done; who denies a denial leaves it open."""
    assert "negative" not in [polarity for _, p, _, polarity, _, _ in read(language, text) if p == "acquired"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Anne Blin doute que Luc Moreau ait racheté la société Aton."),
        ("fr", "Anne Blin a refusé de confirmer que Luc Moreau avait racheté la société Aton."),
        ("fr", "Anne Blin soupçonne que Luc Moreau a racheté la société Aton."),
        ("fr", "Anne Blin a dit qu'il était possible que Luc Moreau ait racheté la société Aton."),
        ("en", "Anna Reed doubts that Luke Moore acquired Aton."),
        ("en", "Anna Reed declined to confirm that Luke Moore had acquired Aton."),
        ("en", "Anna Reed said it was possible that Luke Moore had acquired Aton."),
    ],
)
def test_what_one_doubts_or_will_not_say_is_not_what_one_says(language, text):
    """It stays possible, and whoever refuses to say it does not say it."""
    told = [(modality, by) for _, p, _, _, modality, by in read(language, text) if p == "acquired"]
    assert {modality for modality, _ in told} == {"possible"}
    if "confirm" in text:
        assert {by for _, by in told} == {None}
