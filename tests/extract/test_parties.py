""" "Les deux hommes", "les deux pays": who they are where a clause tells what one does with the other."""

import pytest

from tests.extract.test_several import members


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "head", "named"),
    [
        ("Marc Petit a reçu Luc Roy à Metz. Les deux hommes ont quitté Metz.", "homme", ["Marc Petit", "Luc Roy"]),
        ("Marc Petit a échangé avec Anne Roy. Les deux dirigeants ont cédé.", "dirigeant", ["Marc Petit", "Anne Roy"]),
        ("La France a signé un accord avec l'Allemagne. Les deux pays ont cédé.", "pays", ["France", "Allemagne"]),
        ("Renault a racheté Dacia. Les deux groupes ont signé un accord.", "groupe", ["Renault", "Dacia"]),
        ("Renault et Nissan ont signé. Les deux constructeurs ont cédé.", "constructeur", ["Renault", "Nissan"]),
        ("Luc Roy a vu Marc Petit avec Anne Morel. Les deux hommes ont cédé.", "homme", ["Luc Roy", "Marc Petit"]),
    ],
)  # fmt: skip
def test_two_stand_for_who_acts_and_whom_it_is_done_with(text, head, named):
    """The subject of a clause and its other part; a noun that tells the sex leaves others out."""
    assert members(text, head) == named


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Marc Petit a reçu Luc Roy devant Paul Morel. Les deux hommes ont quitté Metz.", "homme"),
        ("Marc Petit a reçu Anne Roy. Les deux hommes ont quitté Metz.", "homme"),
        ("Marc Petit a accusé Luc Roy. Les deux policiers ont quitté Metz.", "policier"),
        ("Marc Petit a accusé Luc Roy. Les deux lois ont passé.", "loi"),
        ("Marc Petit a quitté Renault. Les deux pays ont signé un accord.", "pays"),
    ],
)
def test_two_of_another_kind_stand_for_nobody(text, head):
    """A third one beside them, another sex, trade or class."""
    assert members(text, head) == []
