"""What belongs together in a French text, and what does not: whose title, age or child it is, and where a line ends."""

import pytest

from kg.extract.rules.text import shade
from kg.lang import load_pack
from tests.extract.reading import read

OPENERS = load_pack("fr").words["openers"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Il a fui.- Représailles -Selon Paul, tout va.", ["Il a fui.", "Représailles.", "Selon Paul, tout va."]),
        ("Il lit la réformeLe rapporteur parle.", ["Il lit la réforme.", "Le rapporteur parle."]),
        ('Une "omerta dans la ville"L\'auteur a fui.', ['Une "omerta dans la ville".', "L'auteur a fui."]),
        ("Il va en Ituri - Nord-Kivu compris - et revient.", ["Il va en Ituri - Nord-Kivu compris - et revient."]),
        ("Il lit LeMonde et France-Soir.", ["Il lit LeMonde et France-Soir."]),
    ],
)  # fmt: skip
def test_a_heading_gets_its_line_back(text, lines):
    """A heading that was glued to the text around it is a line of its own."""
    shadow = shade(text, close_lines=True, openers=OPENERS)
    assert [line.strip() for line in shadow.text.splitlines()] == lines
    assert shadow.span(0, len(shadow.text)).cut(text) == text


JOINED = [
    ("Le récit met en scène Paul Dumas et son fils Xavier.", ("Paul Dumas", "parentOf", "Xavier")),
    ("La directrice générale adjointe de l'ANSM, Claire Petit, a parlé.",
     ("Claire Petit", "holdsPosition", "directrice générale adjointe de l'ANSM")),
    ("Paul Dumas, directeur général délégué de La Voix du Nord, a parlé.",
     ("Paul Dumas", "holdsPosition", "directeur général délégué")),
]  # fmt: skip
APART = [
    ("Anne Petit, 9 ans, a disparu en 2003. Les aveux de cette femme de 71 ans.", ("Anne Petit", "age", "71")),
    ("Il a salué Capitaine Paul Petit, Lieutenant Marc Dumas et Jean.", ("Paul Petit", "holdsPosition", "Lieutenant")),
    ("Lundi soir, un commerçant revenant du festival Japan Expo a été tué à Lyon.", ("Japan Expo", "deathDate", None)),
    ("Cet ancien ministre de Paul Dumas, aujourd'hui directeur de WWF, est parti.", ("Paul Dumas", "leads", None)),
    ("Les Talibans ont pris un hôtel. La police afghane a réagi.", ("Talibans", "country", None)),
    ("Le directeur de l'enseignement scolaire (Dgesco), numéro deux, a parlé.", ("Dgesco", "holdsPosition", None)),
]  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize(("text", "fact"), JOINED)
def test_what_belongs_together_is_joined(text, fact):
    """A title, a child or a description goes to the one that it is said of."""
    assert fact in [said[:3] for said in read("fr", f"Actualité\n\n{text}")]


@pytest.mark.model
@pytest.mark.parametrize(("text", "fact"), APART)
def test_what_is_somebody_else_stays_apart(text, fact):
    """A description of another age, title or kind is not the name beside it."""
    size = 2 if fact[2] is None else 3
    assert fact[:size] not in [said[:size] for said in read("fr", f"Actualité\n\n{text}")]
