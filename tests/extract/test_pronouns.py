"""What a pronoun stands for: sure signs first, then learnt weights; what agreement forbids is never chosen."""

import pytest

from kg.extract.rules.coreference import coreference
from kg.extract.rules.coreference.pronoun_weights import PronounWeights, load_pronouns, read_pronouns, write_pronouns
from kg.extract.rules.relations.reading import Reading
from kg.lang import languages
from tests.extract.reading import named_by, reading_of

TEXT = "Marc Petit a rencontré Paul Dubois. Il a ensuite visité une école."
# Weighed without any weights, the candidates and "none of them" are equally likely: the nearest is taken.
EVEN = PronounWeights({}, 0.1)


def a_reading(text: str, weights: PronounWeights | None, monkeypatch: pytest.MonkeyPatch, code: str = "fr") -> Reading:
    monkeypatch.setattr(coreference, "load_pronouns", lambda _: weights)
    return reading_of(code, text)


def meant(reading: Reading, form: str) -> str:
    """The name that the last pronoun of a form stands for, or nothing."""
    return named_by(reading, max(n for n, item in enumerate(reading.table.items) if item.head == form))


@pytest.mark.model
def test_weights_choose_among_what_agrees(monkeypatch):
    """Two men may be "il"; which one is a matter of weights."""
    to_subjects = PronounWeights({"rank=third 1 subject": 5.0}, 0.3)
    to_objects = PronounWeights({"rank=third 0 object": 5.0}, 0.3)

    assert meant(a_reading(TEXT, to_subjects, monkeypatch), "il") == "Marc Petit"
    assert meant(a_reading(TEXT, to_objects, monkeypatch), "il") == "Paul Dubois"


@pytest.mark.model
def test_weights_never_choose_what_does_not_agree(monkeypatch):
    """However much they would like to: "elle" is neither of two men."""
    eager = PronounWeights({"class=elle Person": 9.0}, 0.1)

    assert meant(a_reading(TEXT.replace("Il", "Elle"), eager, monkeypatch), "elle") == ""


@pytest.mark.model
def test_where_none_is_likely_a_pronoun_stands_for_none(monkeypatch):
    """What "none of them" weighs counts against every candidate."""
    assert meant(a_reading(TEXT, PronounWeights({"none=": 9.0}, 0.25), monkeypatch), "il") == ""


@pytest.mark.model
def test_without_weights_the_nearest_that_agrees_is_taken(monkeypatch):
    """A language may have none."""
    assert meant(a_reading(TEXT, None, monkeypatch), "il") == "Paul Dubois"


@pytest.mark.model
def test_sure_signs_go_before_weights(monkeypatch):
    """Whose son he is stands right before; who asks asks for himself; who spoke last goes on."""
    never = PronounWeights({"none=": 9.0}, 0.25)
    request = "Marc Petit a demandé à Paul Dubois de lui fournir un vélo."
    family = "Anne Morel a reçu Marc Petit et son fils à Lyon."
    speech = 'Anne Morel est inquiète. "Nous partons", dit-elle.'

    assert meant(a_reading(family, never, monkeypatch), "son") == "Marc Petit"
    assert meant(a_reading(request, never, monkeypatch), "lui") == "Marc Petit"
    assert meant(a_reading(speech, never, monkeypatch), "elle") == "Anne Morel"


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Paul Dubois est absent. Anne Morel, selon son avocat, a porté plainte.",
        "Paul Dubois est absent. Anne Morel a, d'après son avocat, porté plainte.",
    ],
)
def test_a_source_within_a_clause_is_of_whom_the_clause_tells(text, monkeypatch):
    """Whoever was named before: the lawyer speaks for his client."""
    never = PronounWeights({"none=": 9.0}, 0.25)
    assert meant(a_reading(text, never, monkeypatch), "son") == "Anne Morel"


@pytest.mark.model
def test_how_likely_an_antecedent_was_goes_into_the_confidence(monkeypatch):
    """The probability stays with the mention."""
    reading = a_reading(TEXT, EVEN, monkeypatch)
    ranked = next(item.ranked for item in reading.table.items if item.head == "il")

    assert ranked == pytest.approx(1 / 3)


@pytest.mark.model
def test_what_is_somebodys_kin_is_no_owner_of_the_next(monkeypatch):
    """ "Paul, deux de ses enfants, Anne et Luc, ainsi que sa compagne": she is Paul's."""
    text = "Paul Roux, deux de ses enfants, Anne, 36 ans, et Luc, 31 ans, ainsi que sa compagne, Eva Lind, sont là."

    assert meant(a_reading(text, load_pronouns("fr"), monkeypatch), "sa") == "Paul Roux"


@pytest.mark.parametrize("code", ["fr", "en"])
def test_weights_are_read_as_they_were_written(code, tmp_path):
    """The file in force, written anew, is the same file."""
    weights = load_pronouns(code)
    assert code in languages()
    assert weights is not None
    write_pronouns(weights, tmp_path / "pronouns.toml")

    assert read_pronouns(tmp_path / "pronouns.toml") == weights


@pytest.mark.model
@pytest.mark.parametrize(
    ("code", "text", "form", "name"),
    [
        ("fr", "Anne Morel dirige Vertal depuis 2019. Elle a étudié à Lyon.", "elle", "Anne Morel"),
        ("fr", "Le groupe Orvella a un nouveau patron. Son usine de Lille va fermer.", "son", "Orvella"),
        ("fr", "Paul Dubois a été arrêté à Nice. Selon Le Monde, il avait quitté la France.", "il", "Paul Dubois"),
        ("fr", "Paul Roux a rencontré Marc Petit à Lyon. Son frère Jean Petit était là.", "son", "Marc Petit"),
        ("fr", "Paul Roux a vu Marc Ivanovski. Son épouse Anna Ivanovskaïa l'a suivi.", "son", "Marc Ivanovski"),
        ("en", "Anna Morel runs Vertal in Leeds. She studied in Paris.", "she", "Anna Morel"),
        ("en", "Orvella has bought Danel. Its shares fell on Monday.", "its", "Orvella"),
    ],
)
def test_plain_cases_are_read_rightly(code, text, form, name, monkeypatch):
    """With the weights in force."""
    assert meant(a_reading(text, load_pronouns(code), monkeypatch, code), form) == name


@pytest.mark.model
@pytest.mark.parametrize(
    ("code", "text", "form", "name"),
    [
        ("fr", "Luc Roux a vu Orvane. Orvane assure qu'il ne vendra rien.", "il", "Orvane"),
        ("fr", "Luc Roux a refusé. Marc Petit a annoncé qu'il allait attaquer Orvane.", "il", "Marc Petit"),
        ("en", "Luc Roux met Marc Petit. Marc Petit said he would sue Orvane.", "he", "Marc Petit"),
    ],
)
def test_who_tells_what_is_to_come_tells_it_of_himself(code, text, form, name, monkeypatch):
    """ "assure qu'il ne vendra rien": whatever the weights, here for the nearest subject before."""
    to_others = PronounWeights({"distance=third 1": -5.0, "distance=third 2": -5.0}, 0.0)
    assert meant(a_reading(text, to_others, monkeypatch, code), form) == name


@pytest.mark.model
@pytest.mark.parametrize("teller", ["L'avocat", "Le Monde", "Un proche"])
def test_who_speaks_of_others_by_trade_does_not(teller, monkeypatch):
    """A lawyer, a paper or a friend tells what somebody else is going to do."""
    reading = a_reading(f"Luc Roux a refusé. {teller} a annoncé qu'il attaquerait Orvane.", EVEN, monkeypatch)
    (index,) = [n for n, item in enumerate(reading.table.items) if item.head == "il"]
    assert reading.table.items[index].ranked is not None


@pytest.mark.model
@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("On l'a accusée.", "Anne Petit"),
        ("On l'avait accusé.", "Marc Petit"),
        ("On l'a fait venir.", "Marc Petit"),  # no agreement: the nearest
    ],
)
def test_a_participle_shows_the_gender_of_the_object_before_it(told, name, monkeypatch):
    """Which of a couple was accused is told by the ending of the participle alone."""
    couples = ("Marc Petit a épousé Anne Petit.", "Anne Petit a épousé Marc Petit.")
    meant_by = {meant(a_reading(f"{couple} {told}", None, monkeypatch), "l'") for couple in couples}
    assert name in meant_by
    assert len(meant_by) == (2 if "fait" in told else 1)


@pytest.mark.model
def test_an_ending_that_writers_forget_excludes_no_woman_by_itself(monkeypatch):
    """ "On l'a accusé" may be of the only woman spoken of; "on l'a accusée" is never of a man."""
    assert meant(a_reading("Anne Petit est arrivée. On l'a accusé.", None, monkeypatch), "l'") == "Anne Petit"
    assert meant(a_reading("Marc Petit est arrivé. On l'a accusée.", None, monkeypatch), "l'") == ""


@pytest.mark.model
def test_nobody_has_a_chairman(monkeypatch):
    """Whose chairman somebody is is a body; a chief of staff may be a person's."""
    first = "La société Valtec a battu Anne Morel. "

    assert meant(a_reading(first + "Son président, Marc Petit, a ri.", EVEN, monkeypatch), "son") == "Valtec"
    assert meant(a_reading("Anne Morel et son président, Marc Petit, ont ri.", EVEN, monkeypatch), "son") == ""
    assert meant(a_reading("Anne Morel a vu son directeur de cabinet.", EVEN, monkeypatch), "son") == "Anne Morel"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "form", "name"),
    [
        ("Marc Petit a critiqué Paul Dubois. Il lui reproche ses mensonges.", "lui", "Paul Dubois"),
        ("Marc Petit a rencontré Paul Dubois. Il l'a reçu et lui a promis une aide.", "lui", "Paul Dubois"),
        ("Marc Petit a gagné. Le juge Paul Dubois a parlé. Paul Dubois lui a écrit.", "lui", "Marc Petit"),
    ],
)
def test_who_acts_on_another_is_not_himself(monkeypatch, text, form, name):
    """Whatever the weights would like: one who has a part in a deed is not the other, whoever was named before."""
    to_subjects = PronounWeights({"rank=third 1 subject": 5.0}, 0.0)

    assert meant(a_reading(text, to_subjects, monkeypatch), form) == name


@pytest.mark.model
@pytest.mark.parametrize("verb", ["avance", "note", "confie"])
def test_a_second_quotation_is_of_who_spoke_right_behind_the_first(verb):
    """Whatever the parser made of the verb: the subject of the first quotation has said nothing."""
    reading = reading_of(
        "fr",
        "Paul Dubois croise Marc Petit, chercheur. "
        f'Paul Dubois "semble motivé par la compétition", {verb} M. Petit en riant. Le maire "a menti", souligne-t-il.',
    )
    assert named_by(reading, max(n for n, item in enumerate(reading.table.items) if item.head == "il")) == "Marc Petit"
