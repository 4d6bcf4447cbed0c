"""English clauses that the parser cuts wrongly: owners of two names, second participles, predicates with a title."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model

Fact = tuple[str, str, str]


def facts(text: str) -> set[Fact]:
    """Return what a text tells as a plain fact."""
    return {said[:3] for said in read("en", text) if said[3] == "positive"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Italy's Zumo and Sweden's Tarvo said on Monday they would merge.",
            {("Zumo", "country", "Italy"), ("Tarvo", "country", "Sweden")},
        ),
        (
            "It competes with Germany's Siemens and Japan's Hitachi Rail.",
            {("Siemens", "country", "Germany"), ("Hitachi Rail", "country", "Japan")},
        ),
    ],
)
def test_two_names_have_an_owner_each(text: str, wanted: set[Fact]) -> None:
    """ "Italy's Zumo and Sweden's Tarvo" is not one name that Italy owns."""
    told = {fact for fact in facts(text) if fact[1] == "country"}
    assert wanted <= told
    assert len(told) == len(wanted)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Zumo was founded in 2017 by Rosa Diaz and bought five years later by Nokia.", ("Nokia", "acquired", "Zumo")),
        ("Zumo bought by Nokia", ("Nokia", "acquired", "Zumo")),
        ("The firm was listed in Oslo and run until May by Rosa Diaz.", ("Rosa Diaz", "leads", "The firm")),
    ],
)
def test_who_acts_stands_behind_by(text: str, fact: Fact) -> None:
    """A second participle without an auxiliary of its own, or a headline without any, is a passive."""
    assert fact in facts(text)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Nokia's boss is the engineer Rosa Diaz.", ("Rosa Diaz", "ceoOf", "Nokia")),
        ("Nokia's main rival is the French retailer Bravex.", ("Bravex", "competesWith", "Nokia")),
        ("Nokia's owner, the Besnier family, declined to comment.", ("the Besnier family", "owns", "Nokia")),
        ("Nokia counts Renault and Ford among its customers.", ("Nokia", "suppliesTo", "Ford")),
        ("Nokia lost money. Among its clients is the retailer Bravex.", ("Nokia", "suppliesTo", "Bravex")),
    ],
)
def test_who_is_what_a_noun_tells(text: str, fact: Fact) -> None:
    """Also where a title stands before the name, where a family is told, and where one is counted among several."""
    assert fact in facts(text)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Rivals Zumo Motors and Tarvo Motors will merge.", ("Zumo Motors", "competesWith", "Tarvo Motors")),
        (
            "Carmakers Zumo Motors and Tarvo Motors, fierce competitors for years, will merge.",
            ("Zumo Motors", "competesWith", "Tarvo Motors"),
        ),
        ("Nokia cut jobs. Rivals Zumo Motors and Tarvo Motors did not.", ("Tarvo Motors", "competesWith", "Nokia")),
    ],
)
def test_whose_rivals_two_firms_are(text: str, fact: Fact) -> None:
    """Of each other behind their names, or where no third is spoken of; else of that third."""
    assert fact in facts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Nokia agreed to buy Zumo for $2bn. The deal needs the approval of the European Commission.",
        "Nokia agreed to buy Zumo for $2bn. The takeover still has to be approved by the European Commission.",
        "Nokia agreed to buy Zumo for $2bn. The European Commission must still greenlight the purchase.",
    ],
)
def test_who_buys_waits_for_the_approval(text: str) -> None:
    """And nobody has given it yet."""
    told = read("en", text)
    assert ("Nokia", "awaitsDecisionFrom", "European Commission") in {said[:3] for said in told}
    given = {said[3:5] for said in told if said[:2] == ("European Commission", "authorized")}
    assert ("positive", "actual") not in given


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("President Rosa Diaz of Chile resigned.", ("Rosa Diaz", "headOfStateOf", "Chile")),
        ("Prime Minister Paul Napier of Spain resigned.", ("Paul Napier", "headOfGovernmentOf", "Spain")),
        ("Rosa Diaz, the Nigerian who runs the bank, spoke.", ("Rosa Diaz", "nationality", "Nigerian")),
    ],
)
def test_what_stands_behind_a_name_tells_of_who_bears_it(text: str, fact: Fact) -> None:
    """Of what the office before the name is, and of what people somebody is that a clause tells more of."""
    assert fact in facts(text)


def test_what_somebody_is_beside_his_name_is_not_denied() -> None:
    """That he denies something is no denial of his office."""
    told = {said[3] for said in read("en", "Paul Napier, an executive at Nokia, denied it.") if said[1] == "worksFor"}
    assert told == {"positive"}


def test_to_take_to_court_over_something_is_no_takeover() -> None:
    """Only a particle makes "take over" of "take"."""
    told = facts("Rosa Diaz took Nokia to court over its patents.")
    assert ("Rosa Diaz", "sued", "Nokia") in told
    assert "acquired" not in {fact[1] for fact in told}
