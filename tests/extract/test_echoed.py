"""What a clause without a verb of its own says again of somebody else."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


def told(text):
    """Return who does what to whom, where it is plainly so."""
    return {(s, p, o) for s, p, o, polarity, modality, _ in read("en", text) if (polarity, modality) == PLAIN}


PLAIN = ("positive", "actual")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The union backs Paul Napier. So do the Greens.", ("Greens", "supports", "Paul Napier")),
        ("The union opposes the plan, as does Greenpeace.", ("Greenpeace", "opposes", "the plan")),
        ("The union has criticised Aton, as has Greenpeace.", ("Greenpeace", "criticized", "Aton")),
        ("The union wants Aton to close. So does Rosa Diaz.", ("Rosa Diaz", "requestedFrom", "Aton")),
    ],
)
def test_who_does_so_too_does_the_same(text, wanted):
    """A sentence that "so" opens echoes the one before, and a clause behind "as" the one that it hangs on."""
    assert wanted in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The union, which backs Paul Napier, has moved. So have the Greens.",
        "The union backs Paul Napier. So does the strike end.",
        "The union backs Paul Napier. Nobody asked the Greens.",
    ],
)
def test_only_what_the_main_verb_tells_is_said_again(text):
    """A relative clause is no part of it, and a clause with a verb of its own tells something else."""
    assert {s for s, p, o in told(text) if (p, o) == ("supports", "Paul Napier")} <= {"union", "the union", "The union"}
