"""What stands behind an adposition joins what stands before it, also where the parser takes it for something else."""

import pytest

from kg.extract.rules.parsing.parse import parse
from kg.extract.rules.parsing.shading import shade_for
from kg.extract.rules.parsing.tree import Word
from kg.extract.rules.parsing.tree_builder import make_tree
from kg.lang import load_pack

pytestmark = pytest.mark.model


def hung(text: str, told: str) -> tuple[Word, str]:
    """Return a word, and the word that it hangs on."""
    pack = load_pack("fr")
    (doc,) = parse([shade_for(text, pack).text], pack)
    tree = make_tree(doc, pack)
    word = next(w for w in tree.words if w.text == told)
    return word, tree.words[word.head].text


@pytest.mark.parametrize(
    ("text", "noun", "head"),
    [
        ("Jeanne Morel ne cache pas sa rancœur envers Marc Lefort.", "Marc", "rancœur"),
        ("Jeanne Morel a eu des mots très durs envers Marc Lefort.", "Marc", "mots"),
        ("La méfiance des lecteurs envers les médias augmente.", "médias", "méfiance"),
        ("Le président s'est montré sévère envers les banques.", "banques", "sévère"),
    ],
)
def test_what_stands_behind_envers_is_told_of_what_stands_before(text, noun, head):
    """Never is it a noun or a verb there."""
    word, above = hung(text, noun)
    assert (word.case, above) == ("envers", head)


def test_the_verb_behind_the_complement_stays_the_main_one():
    """Its subject is the noun that the complement tells of."""
    word, head = hung("La méfiance des lecteurs envers les médias augmente.", "méfiance")
    assert (word.rel, head) == ("subj", "augmente")


def test_an_adjective_between_commas_tells_of_the_name_before_it():
    """It is no second name of a row."""
    word, head = hung("Jeanne Morel, très critique envers Marc Lefort, a quitté la salle.", "critique")
    assert (word.rel, head) == ("amod", "Jeanne")


def test_a_participle_that_only_tells_how_takes_no_complement():
    """Its noun does."""
    _, head = hung("Marc Lefort a lancé un appel pressant à Jeanne Morel.", "Jeanne")
    assert head in ("appel", "lancé")
