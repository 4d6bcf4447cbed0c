"""The party that is told beside an office which somebody holds no longer."""

import pytest

from tests.extract.reading import document

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("L'ancien député LR du Var, Marc Petit, est candidat.", True),
        ("L'ancien élu LR Marc Petit a voté.", True),
        ("Marc Petit, ex-maire LR de Nice, a voté.", True),
        ("Le député LR Marc Petit a voté.", False),
    ],
)
def test_the_party_beside_an_office_of_before_is_that_of_before(text, before):
    """ "L'ancien maire LR" may have left it since."""
    (party,) = [claim for claim in document("fr", text).claims if claim.predicate == "memberOfParty"]
    assert party.past is before
