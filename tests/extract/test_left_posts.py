"""Who resigns or is dismissed leaves the office that the article says that he holds."""

import pytest

from tests.extract.reading import document, read

pytestmark = pytest.mark.model


def left(language, text):
    """Return who leaves what, and how real it is."""
    return [
        (s, o, polarity, modality) for s, p, o, polarity, modality, _ in read(language, text) if p == "leftPosition"
    ]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("fr", "Le patron de Renault, Marc Petit, a démissionné.", ("Marc Petit", "Renault", "positive", "actual")),
        ("fr", "Le patron de Renault, Marc Petit, a été limogé.", ("Marc Petit", "Renault", "positive", "actual")),
        ("fr", "Le patron de Renault a quitté ses fonctions.", ("patron", "Renault", "positive", "actual")),
        ("en", "The head of Nokia, Mark Ross, was dismissed.", ("Mark Ross", "Nokia", "positive", "actual")),
        ("en", "Nokia's chairman, Mark Ross, has not resigned.", ("Mark Ross", "Nokia", "negative", "actual")),
        ("en", "The head of Nokia, Mark Ross, was removed by a council.", ("Mark Ross", "Nokia", "positive", "actual")),
        ("en", "Nokia's head of safety, Mark Ross, has resigned.", ("Mark Ross", "Nokia", "positive", "actual")),
        ("en", "The exit of Nokia's chairman, Mark Ross, hurt Aton.", ("Mark Ross", "Nokia", "positive", "actual")),
        (
            "fr",
            "Le départ du patron de Renault, Marc Petit, surprend.",
            ("Marc Petit", "Renault", "positive", "actual"),
        ),
        ("en", "The founder of Nokia, Mark Ross, has resigned.", ("Mark Ross", "Nokia", "positive", "actual")),
        ("en", "The head of Nokia, Mark Ross, has since left.", ("Mark Ross", "Nokia", "positive", "actual")),
        ("en", "The head of Nokia is to step down in May.", ("head of Nokia", "Nokia", "positive", "planned")),
    ],
)
def test_an_office_is_left_by_who_holds_it(language, text, wanted):
    """What is left need not be named again, and it is left as far as the clause says."""
    (found,) = left(language, text)
    assert wanted[0] in found[0]
    assert found[1:] == wanted[1:]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le patron de Renault, Marc Petit, a quitté la salle."),
        ("fr", "Le patron de Renault, Marc Petit, a remercié Anne Roy."),
        ("fr", "Sa directrice, Anne Petit, a démissionné, dit un ancien ingénieur."),
        ("en", "The head of Nokia, Mark Ross, quit smoking."),
        ("en", "The head of Nokia, Mark Ross, left the room."),
        ("en", "The former founder of Nokia, Mark Ross, spoke."),
        ("en", "The head of Nokia, Mark Ross, fired his driver."),
    ],
)
def test_who_leaves_something_else_keeps_his_office(language, text):
    """A room, a habit or somebody else's work is no office of his."""
    assert left(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("fr", "L'ex-PDG de Renault Marc Petit vit au Liban.", [("Marc Petit", "Renault", "positive", "actual")]),
        ("fr", "Marc Petit, fondateur et ancien patron de Zumo, rit.", [("Marc Petit", "Zumo", "positive", "actual")]),
        ("en", "Jane Roe, a former Ericsson engineer, laughed.", [("Jane Roe", "Ericsson", "positive", "actual")]),
        ("fr", "Marc Petit, alors patron de Renault, a réagi.", []),
        ("fr", "Feu le patron de Renault, Marc Petit, aimait Lyon.", []),
        ("fr", "Le patron de l'ancienne filiale de Renault a réagi.", []),
        ("en", "The late head of Nokia, Mark Ross, liked Bonn.", []),
    ],
)
def test_who_held_a_former_office_has_left_it(language, text, wanted):
    """It is a plain fact, and no denial; who is dead or held an office at the time is not told to have gone."""
    assert left(language, text) == wanted


@pytest.mark.parametrize(
    ("language", "text", "over"),
    [
        ("fr", "La directrice générale de Zumo, Anne Petit, a démissionné en juin.", True),
        ("fr", "Zumo a remplacé sa directrice générale, Anne Petit, par un ingénieur.", True),
        ("fr", "Luc Morel remplace la directrice générale de Zumo, Anne Petit.", True),
        ("fr", "Luc Morel pourrait remplacer la directrice générale de Zumo, Anne Petit.", False),
        ("fr", "La directrice générale de Zumo, Anne Petit, n'a pas démissionné.", False),
        ("fr", "La directrice générale de Zumo, Anne Petit, démissionnera en juin.", False),
        ("en", "The chief executive of Nokia, Jane Roe, was dismissed.", True),
        ("en", "Nokia replaced its chief executive, Jane Roe, by an engineer.", True),
        ("en", "The chief executive of Nokia, Jane Roe, refused to resign.", False),
    ],
)
def test_an_office_that_the_sentence_ends_is_held_no_longer(language, text, over):
    """Who has gone is no plain chief any more; who may go still is."""
    past = {c.predicate: c.past for c in document(language, text).claims if c.predicate in ("ceoOf", "holdsPosition")}
    assert past == {"ceoOf": over, "holdsPosition": over}


def test_who_has_left_another_body_keeps_his_office():
    """The office and what is left are two things."""
    claims = document("en", "The chief executive of Nokia, Jane Roe, has resigned from the board of Zumo.").claims
    assert [c.past for c in claims if c.predicate == "ceoOf"] == [False]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Mark Ross has resigned as finance minister.", ("finance minister", "negative", "actual")),
        ("Mark Ross was removed in May as mayor.", ("mayor", "negative", "actual")),
        ("The board dismissed Mark Ross as general manager.", ("general manager", "negative", "actual")),
        ("Mark Ross will step down as mayor in May.", ("mayor", "positive", "actual")),
        ("Mark Ross has succeeded Ann Lee as mayor.", ("mayor", "positive", "actual")),
    ],
)
def test_an_office_of_no_body_is_left(text, wanted):
    """Who has resigned as a minister is one no more, who is going to still is; who succeeds somebody holds it."""
    held = {
        x[1:] for x in ((s, o, *r[:2]) for s, p, o, *r in read("en", text) if p == "holdsPosition" and s == "Mark Ross")
    }
    assert wanted in held
