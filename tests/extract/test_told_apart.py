"""Whom a description means, or cannot mean, by what the article tells of a person: people, age, side, body."""

import pytest

from tests.extract.reading import reading_of


def meant(text: str, head: str) -> str:
    """The name that the last mention of a word stands for."""
    reading = reading_of("fr", text)
    index = max(n for n, item in enumerate(reading.table.items) if item.head.lower() == head)
    return reading.root(index).name


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "head", "name"),
    [
        ("La Danoise Erna Berg a battu l'Américain Joe Fox. L'Américain a quitté Renault.", "américain", "joe fox"),
        ("Le Brestois Jean Gall a battu le Lyonnais Paul Roy. Le Lyonnais a cédé.", "lyonnais", "paul roy"),
        ("Paul Roy, 52 ans, a vu Marc Petit, 84 ans. L'octogénaire a cédé.", "octogénaire", "marc petit"),
        ("Paul Roy, 52 ans, a vu Marc Petit, 24 ans. Le jeune homme a cédé.", "homme", "marc petit"),
        ("Jean Gall a rejoint Lorient. Le Breton a signé un contrat.", "breton", "jean gall"),
    ],
)
def test_a_people_or_an_age_tells_who_is_meant(text, head, name):
    """The only one named before who is told to be of that people, town or age."""
    assert meant(text, head) == name


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Marc Petit vit dans le Bordelais.",
        "Marc Petit lit Le Parisien. Selon Le Parisien, il a cédé.",
        "Thierry Breton a cédé. Le Breton a quitté Metz.",
    ],
)
def test_a_country_round_a_town_a_paper_and_a_surname_are_names(text):
    """ "dans le Bordelais", "Le Parisien", "Breton" where somebody is called so."""
    reading = reading_of("fr", text)
    assert not any(item.kind.value == "nominal" and item.type == "Person" for item in reading.table.items)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Marc Petit, livreur, est mort. Le magistrat a ouvert une enquête.", "magistrat"),
        ("Luc Roy, juge à Metz, est sévère. Le prévenu a nié les faits.", "prévenu"),
        ("Luc Roy, chef d'une agence polonaise, a cédé. Le chef de la Ligue arabe a salué la loi.", "chef"),
        ("Luc Roy, secrétaire général de la CGT, a cédé. Le secrétaire général de la CFDT a signé.", "secrétaire"),
    ],
)
def test_who_is_called_otherwise_is_not_meant(text, head):
    """The judge is not the accused, and who heads one body does not head another."""
    assert meant(text, head) == ""


@pytest.mark.model
def test_this_former_minister_is_who_acts_in_the_sentence_before():
    """A demonstrative takes up the subject before it, not the one whom the article called so."""
    text = "Denis Roy, ancien dirigeant de Valtec, dirige Zumo. Marc Petit a quitté Metz. Cet ancien dirigeant a cédé."
    assert meant(text, "dirigeant") == "marc petit"


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Marc Petit a cédé. De son côté, Luc Roy a quitté Metz.",
        "Marc Petit a cédé. Luc Roy a pour sa part quitté Metz.",
    ],
)
def test_ones_own_part_is_of_the_subject(text):
    """ "De son côté", "pour sa part" only take up who acts in their clause."""
    reading = reading_of("fr", text)
    owners = [reading.root(n).name for n, item in enumerate(reading.table.items) if item.determiner == "possessor"]
    assert owners == ["luc roy"]


@pytest.mark.model
def test_no_husband_is_who_has_neither_her_name_nor_is_called_kin():
    """ "Elle remplace son mari": not the minister whom she met."""
    text = "Svetlana Tikhan a rencontré Josep Borrell à Metz. Elle voulait remplacer son mari, arrêté à Minsk."
    assert meant(text, "mari") == ""


@pytest.mark.model
def test_a_possessive_in_an_opening_infinitive_is_of_who_acts_behind_the_comma():
    """ "Pour garder ses clients, Zumo …": the infinitive has the subject of the main clause."""
    reading = reading_of("fr", "Valtec a fermé. Pour garder ses clients, la société Zumo a baissé ses tarifs.")
    owners = [reading.root(n).name for n, item in enumerate(reading.table.items) if item.determiner == "possessor"]
    assert owners[0] == "zumo"


@pytest.mark.model
def test_who_speaks_in_a_quotation_is_i_also_in_what_another_is_said_to_say():
    """ ""Il affirme m'avoir croisé", a dit Marc Petit": "m'" is Marc Petit."""
    text = 'Luc Roy accuse Marc Petit. "Luc Roy affirme m\'avoir croisé à Metz", a dit Marc Petit.'
    reading = reading_of("fr", text)
    firsts = [reading.root(n).name for n, item in enumerate(reading.table.items) if item.determiner == "first"]
    assert firsts == ["marc petit"]


@pytest.mark.model
def test_a_trade_of_three_words_has_the_name_behind_it():
    """ "Le tueur en série Luc Roy": the name is the killer's, no series is called so."""
    assert meant("Le tueur en série Luc Roy a quitté Metz.", "tueur") == "luc roy"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("MSF a été visé en Afghanistan. L'ONG avait quitté l'Afghanistan. Elle y est retournée.", "elle", "msf"),
        ("La France a signé un accord avec le Mexique. Elle a vendu des avions à la Pologne.", "elle", "france"),
    ],
)
def test_a_pronoun_agrees_with_the_noun_that_was_used_last(text, pronoun, name):
    """ "L'ONG … elle"; a state has the gender of its name."""
    assert meant(text, pronoun) == name
