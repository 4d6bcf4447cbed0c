"""The first sentence of a wire report, and what stands between its verb and whom it is about."""

import pytest

from kg.model import MentionKind
from tests.extract.reading import document, read

pytestmark = pytest.mark.model

Fact = tuple[str, str, str]


def facts(text: str) -> set[Fact]:
    """Return what a text tells as a plain fact."""
    return {said[:3] for said in read("en", text) if said[3] == "positive"}


@pytest.mark.parametrize(
    "line",
    ["NAIROBI, Kenya (AP) — ", "SAN FRANCISCO - ", "PARIS, March 3 (Reuters) - ", "THE HAGUE - ", "ST. LOUIS – "],
)
def test_a_dateline_is_no_part_of_the_first_sentence(line: str) -> None:
    """Where and by whom a piece was written acts in nothing that it tells."""
    told = facts(f"{line}Google sued Oracle on Monday.")
    assert ("Google", "sued", "Oracle") in told
    assert {fact[0] for fact in told if fact[1] == "sued"} == {"Google"}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Gunmen shot dead President Rosa Diaz at her home.", ("Gunmen", "killed", "Rosa Diaz")),
        ("Two men shot dead Mexican journalist Brad Stone on Tuesday.", ("Two men", "killed", "Brad Stone")),
    ],
)
def test_what_becomes_of_somebody_is_no_quality_of_whom_it_befalls(text: str, fact: Fact) -> None:
    """ "shot dead President Rosa Diaz": she is killed, and is no "dead President"."""
    told = facts(text)
    assert fact in told
    assert not any("dead" in third for _, _, third in told)


@pytest.mark.parametrize(
    ("text", "fact", "never"),
    [
        (
            "Dutch police have found a bomb, the minister told parliament on Monday, and have arrested Brad Stone.",
            ("Dutch police", "arrested", "Brad Stone"),
            "the minister",
        ),
        (
            "Barclays has hired Rosa Diaz, Reuters reported on Friday, and will buy Monzo.",
            ("Barclays", "acquired", "Monzo"),
            "Reuters",
        ),
    ],
)
def test_what_goes_on_behind_told_speech_is_done_by_who_opened_the_sentence(text: str, fact: Fact, never: str) -> None:
    """ "Barclays has hired X, Reuters reported, and will buy Y": Barclays buys."""
    told = facts(text)
    assert fact in told
    assert not any(subject == never and predicate == fact[1] for subject, predicate, _ in told)


def test_who_tells_may_also_act() -> None:
    """Behind a quotation it is the speaker who goes on."""
    told = facts('"Nokia is strong," Rosa Diaz said, and left the company.')
    assert any(subject == "Rosa Diaz" and predicate == "leftPosition" for subject, predicate, _ in told)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Sam Altman, 38, co-founded OpenAI in 2015.", ("Sam Altman", "founded", "OpenAI")),
        ("Altman co-founded OpenAI in 2015 with Rosa Diaz.", ("Rosa Diaz", "founded", "OpenAI")),
        ("Spotify, co-founded by Daniel Ek, is a music service.", ("Daniel Ek", "founded", "Spotify")),
        (
            "The Redmond, Washington-based software maker Microsoft sued Aton.",
            ("Microsoft", "industry", "software maker"),
        ),
        ("The European Union fined Apple 1.8 billion euros on Monday.", ("European Union", "fined", "Apple")),
        ("Ursula von der Leyen met Emmanuel Macron.", ("Ursula von der Leyen", "metWith", "Emmanuel Macron")),
        (
            'Police arrested Vito "Tony" Russo, the leader of the Liberal Party.',
            ('Vito "Tony" Russo', "leads", "Liberal Party"),
        ),
    ],
)
def test_names_and_verbs_are_read_whole(text: str, fact: Fact) -> None:
    """Neither an age, a larger place, an amount, a particle nor a byname parts them."""
    assert fact in facts(text)


def test_a_town_before_its_state_does_nothing() -> None:
    """ "The Redmond, Washington-based software maker": Redmond sues nobody."""
    told = facts("The Redmond, Washington-based software maker Microsoft sued Aton.")
    assert not any(subject == "Redmond" and predicate == "sued" for subject, predicate, _ in told)


def test_a_dateline_tells_where_its_town_lies() -> None:
    """ "FUNCHAL, Portugal (AP) —": a town of no table, and its country."""
    told = facts("FUNCHAL, Portugal (AP) — A cable car fell on Monday.")
    assert ("FUNCHAL", "locatedIn", "Portugal") in told


@pytest.mark.parametrize("text", ["The attackers spoke English and Spanish.", "He wrote in French and sang in Arabic."])
def test_a_language_is_nobody_and_no_country(text: str) -> None:
    """ "spoke English and Spanish": neither is named as a thing."""
    named = {m.surface.strip(".") for m in document("en", text).mentions if m.kind is MentionKind.NAME}
    assert named.isdisjoint({"English", "Spanish", "French", "Arabic"})


def test_a_business_ends_before_the_name_that_commas_set_off() -> None:
    """ "warned the operator, Golden Lotus Holdings, of each raid": it is an operator and no more."""
    told = facts("He warned the operator, Golden Lotus Holdings, of each raid.")
    assert {third for _, predicate, third in told if predicate == "industry"} == {"operator"}
