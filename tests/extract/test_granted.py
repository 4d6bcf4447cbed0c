"""What is so whatever becomes of the words around it."""

import pytest

from kg.extract.rules import make_extractor
from kg.model import Modality, Polarity
from tests.builders import an_article

pytestmark = pytest.mark.model


def told(text, predicate, language="fr"):
    """Return polarity and modality of what a sentence is read to tell of one property."""
    (found,) = make_extractor().extract([an_article(f"Actualité\n\n{text}", language=language)])
    rules = (c for c in found.claims if not c.evidence.rule.startswith("learned/"))
    return {(c.polarity, c.modality) for c in rules if c.predicate == predicate}


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Claire Morel ne regrette pas d'avoir soutenu Paul Dumas.", "supports"),
        ("Claire Morel n'a pas digéré que Paul Dumas ait quitté Renault.", "leftPosition"),
        ("Claire Morel a oublié que Paul Dumas avait quitté Renault.", "leftPosition"),
        ("Personne n'a oublié que Claire Morel a tué Paul Dumas.", "killed"),
        ("Claire Morel, qui n'a jamais caché son soutien à Paul Dumas, a quitté Renault.", "supports"),
        ("Claire Morel ne se doutait pas que Paul Dumas avait quitté Renault.", "leftPosition"),
        ("Claire Morel n'imaginait pas que Paul Dumas avait quitté Renault.", "leftPosition"),
        ("Claire Morel déplore que Paul Dumas ait quitté Renault.", "leftPosition"),
        ("Claire Morel s'étonne que Paul Dumas ait quitté Renault.", "leftPosition"),
        ("Claire Morel refuse de commenter l'arrestation de Paul Dumas par la police.", "arrested"),
        ("Claire Morel n'est pas la première à critiquer Paul Dumas.", "criticized"),
        ("Renault n'a pas seulement racheté Nissan.", "acquired"),
        ("L'agent en profite pour tacler Paul Dumas.", "criticized"),
    ],
)
def test_what_words_take_for_granted_is_a_fact(text, predicate):
    """One regrets, hides or comments on what there is; and who is not the only one is one."""
    assert told(text, predicate) == {(Polarity.POSITIVE, Modality.ACTUAL)}


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Claire Morel a oublié de remercier Paul Dumas.", "admires"),
        ("Claire Morel refuse de commenter un éventuel rachat de Nissan par Renault.", "acquired"),
        ("Claire Morel ignore si Paul Dumas a quitté Renault.", "leftPosition"),
        ("Renault n'a pas racheté Nissan.", "acquired"),
    ],
)
def test_what_they_leave_open_is_none(text, predicate):
    """An infinitive that is still to come, an indefinite deal, a question."""
    assert (Polarity.POSITIVE, Modality.ACTUAL) not in told(text, predicate)
