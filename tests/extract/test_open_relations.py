"""Relations that no property expresses, and what stands at their ends."""

import pytest

from tests.extract.reading import document

pytestmark = pytest.mark.model


def test_of_whom_something_is_said_is_no_end_of_the_saying() -> None:
    """ "Le ministre affirme que X a démissionné": the minister affirms something of X, and does not "affirm" X."""
    found = document("fr", "Actualité\n\nLe ministre affirme que Paul Dumas a démissionné.")
    assert not [claim for claim in found.claims if claim.evidence.rule == "open/verb"]
