"""Relations that no property expresses, and what stands at their ends."""

import pytest

from tests.extract.reading import document

pytestmark = pytest.mark.model


def test_of_whom_something_is_said_is_no_end_of_the_saying() -> None:
    """ "Le ministère a assuré que X avait gagné": it assures something of X, and does not "assure" X."""
    found = document("fr", "Actualité\n\nLe ministère a assuré que l'entreprise Renault avait gagné.")
    assert not [claim for claim in found.claims if claim.evidence.rule == "open/verb"]
