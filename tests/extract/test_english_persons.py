"""Of whom a name, or a clause that "who" opens, tells behind the name of a firm."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


def told(text):
    """Return who does what to whom, or is what."""
    return {(s, p, o) for s, p, o, *_ in read("en", text)}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Rosa Diaz of the Teachers Union, who has criticised Nokia, spoke.", ("Rosa Diaz", "criticized", "Nokia")),
        ("Rosa Diaz, a lawyer for Greenpeace who has sued Nokia, spoke.", ("Rosa Diaz", "sued", "Nokia")),
    ],
)
def test_no_firm_is_called_who(text, wanted):
    """The person before the firm does what the clause tells."""
    assert wanted in told(text)


def test_several_people_may_be_who():
    """ "a leader of the rebels who have attacked X": a plural may be called so."""
    assert ("rebels", "attacked", "Leeds") in {
        (s.removeprefix("the "), p, o) for s, p, o in told("The leader of the rebels who attacked Leeds has died.")
    }


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The founder and chief executive of Nokia, Rosa Diaz, spoke.", ("Rosa Diaz", "ceoOf", "Nokia")),
        ("The chairman and chief executive of Nokia, Rosa Diaz, spoke.", ("Rosa Diaz", "chairOf", "Nokia")),
        ("The wife of Paul Napier, Rosa Diaz, opposes the plan.", ("Rosa Diaz", "spouseOf", "Paul Napier")),
    ],
)
def test_a_name_behind_the_firm_is_of_who_holds_the_offices(text, wanted):
    """A person is no second name of a firm, nor of whose wife she is."""
    assert wanted in told(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The police arrested a man known as Carlos Vega.", ("Carlos Vega", "arrested")),
        ("The group, known as Lost Sons, is led by Paul Napier.", ("Lost Sons", "leads")),
    ],
)
def test_what_somebody_is_known_as_is_his_name(text, wanted):
    """As of "named" and "called"."""
    assert wanted in {(o, p) for _, p, o in told(text)}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Rosa Diaz, 81, whose husband, Tom, died in May, spoke.", ("Tom", "spouseOf", "Rosa Diaz")),
        ("Paul Napier, a teacher from Leeds, whose wife, Ann, died, spoke.", ("Ann", "spouseOf", "Paul Napier")),
    ],
)
def test_an_age_or_a_home_does_not_hide_whose(text, wanted):
    """What stands between a person and "whose" owns nothing."""
    assert wanted in told(text)


def test_who_is_found_guilty():
    """The adjective behind a complement tells of who is judged."""
    found = told("A jury found the treasurer of the church, Rosa Diaz, guilty of fraud.")
    assert ("Rosa Diaz", "convictedOf", "fraud") in found
    found = told("A jury found the treasurer of the church guilty of stealing a car.")
    assert [s.split()[1] for s, p, o in found if p == "convictedOf"] == ["treasurer"]
