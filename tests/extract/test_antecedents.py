"""The ranker says which name a description stands for; where it is not sure, rules do."""

from dataclasses import replace

import pytest

from kg.extract.rules.coreference import coreference
from kg.extract.rules.coreference.ranker import SIZE, Ranker, load_ranker, read_ranker, write_ranker
from kg.extract.rules.mentions.large_classes import number
from kg.extract.rules.relations.reading import Reading
from kg.lang import languages
from tests.extract.reading import named_by, reading_of

# No rule joins "le ministre": nothing calls either of the two persons so.
TEXT = "Marc Petit a rencontré Jeanne Morel mardi. Le ministre vit à Lyon. Ses élèves habitent à Paris."
# Weighed without any weights, the candidates and "none of them" are equally likely.
EVEN = Ranker([0.0] * SIZE, 0.3, 0.0, frozenset())


def a_reading(text: str, ranker: Ranker | None, monkeypatch: pytest.MonkeyPatch) -> Reading:
    monkeypatch.setattr(coreference, "load_ranker", lambda code: ranker)
    return reading_of("fr", text)


def meant(reading: Reading, head: str) -> str:
    """The name that a description with this noun stands for, or nothing."""
    return named_by(reading, next(n for n, item in enumerate(reading.table.items) if item.head == head))


@pytest.mark.model
def test_a_description_is_joined_to_the_likeliest_name_of_its_class(monkeypatch):
    """Rules see two persons and choose none; the ranker chooses by sex."""
    assert meant(a_reading(TEXT, None, monkeypatch), "ministre") == ""
    assert meant(a_reading(TEXT, EVEN, monkeypatch), "ministre") == "Marc Petit"


@pytest.mark.model
def test_who_is_said_to_be_of_another_country_is_somebody_else(monkeypatch):
    """However likely the ranker thinks it: the article calls him the Chinese president."""
    text = "Le président chinois Marc Petit a parlé à Rome. Le {} vit à Lyon."
    sure = replace(EVEN, least=0.4)

    def of(description: str) -> str:
        reading = a_reading(text.format(description), sure, monkeypatch)
        index = max(n for n, item in enumerate(reading.table.items) if item.head == "président")
        return named_by(reading, index)

    assert of("président chinois") == "Marc Petit"
    assert of("président américain") == ""
    assert of("45e président des États-Unis") == ""


@pytest.mark.model
def test_of_known_holders_who_cannot_be_meant_at_all_none_is_chosen(monkeypatch):
    """Each is so unlikely that as a floating-point number it is 0: the reading goes on without an antecedent."""
    text = "Lionel Messi a battu Kylian Mbappé. Le footballeur vit à Lyon."
    steep = Ranker([(n % 7 - 3) * 1000.0 for n in range(SIZE)], 0.3, 0.0, frozenset())

    assert meant(a_reading(text, steep, monkeypatch), "footballeur") == ""


@pytest.mark.model
def test_who_stands_beside_a_name_at_one_verb_is_somebody_else(monkeypatch):
    """ "Face à la militante, Marie Petit …" tells of two, set off by a comma or not."""
    text = "Marie Petit a parlé à Rome. Face à la militante de Greenpeace, Marie Petit a cédé."

    assert meant(a_reading(text, EVEN, monkeypatch), "militant") == ""


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Le conseiller de Marc Petit vit à Lyon.", "conseiller"),
        ("Le patron qui avait reçu Marc Petit vit à Lyon.", "patron"),
        ("L'avocat de la famille de Marc Petit vit à Lyon.", "avocat"),
    ],
)
def test_a_description_is_nobody_who_stands_within_it(text, head, monkeypatch):
    """However likely the ranker thinks it: who has a counsellor is not his own."""
    assert meant(a_reading(f"Marc Petit a parlé à Rome. {text}", EVEN, monkeypatch), head) == ""


@pytest.mark.model
def test_a_trade_of_a_woman_is_no_man(monkeypatch):
    """ "La journaliste" of the lead is not the man whom the next sentence names."""
    text = "Selon {}, tout va bien. Marc Petit a parlé à Rome."
    assert meant(a_reading(text.format("la journaliste"), None, monkeypatch), "journaliste") == ""


@pytest.mark.model
def test_an_unlikely_name_is_not_joined(monkeypatch):
    """The only one of that sex, and none: a half each."""
    assert meant(a_reading(TEXT, replace(EVEN, least=0.51), monkeypatch), "ministre") == ""


@pytest.mark.model
def test_a_noun_that_never_stands_for_a_name_is_left_to_the_rules(monkeypatch):
    """It is not even ranked."""
    never = replace(EVEN, never=frozenset({number("ministre")}))

    assert meant(a_reading(TEXT, never, monkeypatch), "ministre") == ""


@pytest.mark.model
def test_several_things_are_no_single_name(monkeypatch):
    """ "ses élèves" are not one of the persons named."""
    assert meant(a_reading(TEXT, EVEN, monkeypatch), "élève") == ""


@pytest.mark.model
def test_a_description_stands_for_no_name_of_another_class(monkeypatch):
    """A firm is no person, however sure the ranker would be."""
    text = "Marc Petit a parlé mardi. Le constructeur automobile ferme son usine."

    assert meant(a_reading(text, EVEN, monkeypatch), "constructeur") == ""


@pytest.mark.model
def test_what_rules_chose_is_given_up_where_the_ranker_doubts_it(monkeypatch):
    """ "Le groupe" may be the firm named before, or may not."""
    text = "Renault a racheté Alpro mardi. Le groupe ferme une usine."
    ruled = meant(a_reading(text, None, monkeypatch), "groupe")

    assert ruled
    assert meant(a_reading(text, replace(EVEN, least=0.9), monkeypatch), "groupe") == ruled
    assert meant(a_reading(text, replace(EVEN, least=0.9, doubt=0.6), monkeypatch), "groupe") == ""


def test_a_ranker_is_read_as_it_was_written(tmp_path):
    """Weights are whole numbers of one step: they come back within half of it."""
    ranker = Ranker([(n % 7 - 3) / 10 for n in range(SIZE)], 0.45, 0.15, frozenset({3, 5}))

    write_ranker(ranker, tmp_path / "a.npz")
    again = read_ranker(tmp_path / "a.npz")

    assert (again.least, again.doubt, again.never) == (0.45, 0.15, frozenset({3, 5}))
    assert max(abs(a - b) for a, b in zip(again.weights, ranker.weights, strict=True)) <= 0.3 / 127 / 2


@pytest.mark.parametrize("code", languages())
def test_each_language_that_has_a_ranker_has_one_that_can_be_read(code):
    """A language without the file has rules alone."""
    ranker = load_ranker(code)

    assert ranker is None or (len(ranker.weights) == SIZE and 0 <= ranker.doubt < ranker.least < 1)


@pytest.mark.model
def test_who_dealt_with_somebody_in_one_clause_is_not_he():
    """ "Un éleveur a offert une poule à Paul Dumas. L'éleveur …": the breeder is not whom he gave it to."""
    text = "Un éleveur a offert une poule à Paul Dumas. L'éleveur a ensuite présenté la poule à la presse."
    reading = reading_of("fr", text)
    again = [n for n, item in enumerate(reading.table.items) if item.head == "éleveur"][-1]
    assert named_by(reading, again) == ""


@pytest.mark.model
def test_an_office_of_a_place_that_nobody_is_told_to_hold_is_mostly_of_somebody_new(monkeypatch):
    """ "Le gouverneur de Rio", where the article calls nobody so: the ranker must be surer than of "le gouverneur"."""
    text = "Marc Petit a salué Jeanne Morel mardi. Le {} vit à Lyon."
    weak = Ranker([0.0] * SIZE, 0.3, 0.0, frozenset())
    assert meant(a_reading(text.format("gouverneur"), weak, monkeypatch), "gouverneur") == "Marc Petit"
    assert meant(a_reading(text.format("gouverneur de Lille"), weak, monkeypatch), "gouverneur") == ""
