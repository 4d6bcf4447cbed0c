"""Of several people whom an article names, an office stands for who is told or known to hold it."""

import pytest

from kg.lang.fold import fold
from kg.lang.holders import load_holders
from tests.extract.reading import named_by, reading_of

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "office", "wanted"),
    [
        (
            "Alain Juppé a reçu François Fillon à Paris. Le maire de Bordeaux a parlé le premier.",
            "maire",
            "Alain Juppé",
        ),
        ("Marc Petit a vu Laurent Wauquiez. L'ancien patron des Républicains est fâché.", "patron", "Laurent Wauquiez"),
        ("Donald Trump a reçu Emmanuel Macron. Le chef de l'État a souri.", "chef", "Emmanuel Macron"),
        ("Emmanuel Macron a reçu Donald Trump. Le président américain a souri.", "président", "Donald Trump"),
        (
            "Édouard Philippe a reçu Agnès Buzyn et Paul Roy. La ministre de la Santé a souri.",
            "ministre",
            "Agnès Buzyn",
        ),
    ],
)
def test_who_is_known_to_hold_an_office_is_meant_by_it(text, office, wanted):
    """The table chooses among those that the article names."""
    reading = reading_of("fr", text)
    assert named_by(reading, next(n for n, item in enumerate(reading.table.items) if item.head == office)) == wanted


def test_who_is_told_to_hold_an_office_goes_before_who_is_known_to():
    """The article itself names another mayor, under another title of the same office."""
    text = "L'édile de Nice, Marc Petit, a répondu à Christian Estrosi. Le maire de Nice est en colère."
    reading = reading_of("fr", text)
    assert (
        named_by(reading, next(n for n, item in enumerate(reading.table.items) if item.head == "maire")) == "Marc Petit"
    )


def test_who_held_an_office_long_ago_is_meant_only_where_it_is_said_to_be_over():
    """ "Le Premier ministre" is nobody of those who were it once and are in the news for something else."""
    holders = load_holders()
    assert fold("François Bayrou") in holders[("former government", "")]
    assert fold("François Bayrou") not in holders[("government", "")]


def test_bodies_are_known_by_their_rows():
    """The row of a party is found by any of its names."""
    assert fold("Marine Le Pen") in load_holders()[("head", "organisation/national-front-france")]


def meant(text: str, head: str) -> str:
    """The name that the last description with a noun stands for, or nothing."""
    reading = reading_of("fr", text)
    places = [n for n, item in enumerate(reading.table.items) if item.head == head and not item.name]
    return named_by(reading, places[-1])


@pytest.mark.parametrize(
    ("text", "head", "wanted"),
    [
        ("Booba a répondu à Gérald Darmanin. Le rappeur s'est moqué de lui.", "rappeur", "Booba"),
        ("Michel Drucker a reçu Paul Roy. L'animateur a souri.", "animateur", "Michel Drucker"),
        ("Éric Ciotti a vu Marc Petit. Le député des Alpes-Maritimes a souri.", "député", "Éric Ciotti"),
        ("Agnès Buzyn a répondu à Anne Roy. La ministre a souri.", "ministre", "Agnès Buzyn"),
        ("Bernard Arnault a vu Marc Petit. L'homme d'affaires a souri.", "homme", "Bernard Arnault"),
    ],
)
def test_who_is_known_for_a_trade_is_meant_by_it(text, head, wanted):
    """The table chooses among the people whom the article names."""
    assert meant(text, head) == wanted


def test_who_is_known_for_something_else_is_of_no_other_trade():
    """A politician is no singer, however near he stands, unless the article says so."""
    assert meant("Emmanuel Macron a vu Marc Petit. Le chanteur a souri.", "chanteur") != "Emmanuel Macron"
    text = "Emmanuel Macron, chanteur à ses heures, a vu Marc Petit. Le chanteur a souri."
    assert meant(text, "chanteur") == "Emmanuel Macron"


def test_who_heads_or_founded_a_firm_may_have_any_trade():
    """ "L'homme d'affaires" is he, whether the table knows him for that or not."""
    assert meant("Ren Zhengfei a démenti. L'homme d'affaires a fondé Huawei en 1987.", "homme") == "Ren Zhengfei"


def test_whom_the_article_calls_so_comes_before_who_is_known_for_it():
    """Two singers: neither is surely meant because a table knows him."""
    text = "Le chanteur Marc Petit a vu Michel Sardou à Nice. Le chanteur a souri."
    assert meant(text, "chanteur") != "Michel Sardou"


def test_of_several_who_held_an_office_the_one_last_called_so_is_meant():
    """ "L'ancien président" later on is who was "l'ancien chef de l'État" before."""
    text = (
        "François Hollande a parlé à Tulle. L'ancien chef de l'État a souri. "
        "Il a critiqué Emmanuel Macron. L'ancien président de la République est inquiet."
    )
    assert meant(text, "président") == "François Hollande"


def test_nobody_calls_the_prime_minister_the_minister():
    """ "Le ministre" is the other of two."""
    text = "Le Premier ministre Marc Petit a vu Paul Roy à Lyon. Le ministre a souri."
    assert meant(text, "ministre") != "Marc Petit"


def test_the_deputy_of_a_place_is_who_is_known_to_have_been_elected_there():
    """Two deputies: the place tells which one."""
    text = "Éric Ciotti a vu François Ruffin à Paris. Le député des Alpes-Maritimes a souri."
    assert meant(text, "député") == "Éric Ciotti"


def test_whom_the_article_calls_a_minister_is_not_yet_the_president():
    """Both have been president: the one who is still a minister is not meant."""
    text = (
        "Emmanuel Macron, ministre de l'Économie, a parlé à Lyon. François Hollande est à Tulle. "
        "Le chef de l'État n'a pas répondu à son ministre."
    )
    assert meant(text, "chef") == "François Hollande"


def test_who_holds_an_office_now_is_not_its_former_holder():
    """ "L'ancien ministre de l'Intérieur" is another than who is the minister."""
    text = (
        "Bernard Cazeneuve, ministre de l'Intérieur, a vu Nicolas Sarkozy à Nice. "
        "L'ancien ministre de l'Intérieur a souri."
    )
    assert meant(text, "ministre") == "Nicolas Sarkozy"


def test_people_in_public_life_are_persons_whatever_the_model_takes_them_for():
    """A full name of the table is that of somebody."""
    reading = reading_of("fr", "Le député du Nord Vincent Ledoux veut une loi. Vincent Ledoux l'a dit au Figaro.")
    assert {x.type for x in reading.table.items if x.name == "vincent ledoux"} == {"Person"}


def test_a_known_politician_is_no_prefect_unless_the_article_calls_him_so():
    """ "Le préfet" is somebody whom nobody named."""
    assert meant("Jean Castex est venu à Nice. Le préfet a souri.", "préfet") != "Jean Castex"
    assert meant("Jean Castex, préfet à ses débuts, est venu. Le préfet a souri.", "préfet") == "Jean Castex"
