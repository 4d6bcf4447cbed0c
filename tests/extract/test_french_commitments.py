"""What somebody in a French text promises, denies, makes known or is accused of, and what firms lead in."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


def told(text, predicate):
    """Return who is told to have done it, and what."""
    return {(s, o) for s, p, o, *_ in read("fr", text) if p == predicate}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Luc Perrin a renouvelé sa promesse de baisser les impôts.", ("Luc Perrin", "baisser les impôts")),
        ("Luc Perrin a pris l'engagement de fermer la décharge.", ("Luc Perrin", "fermer la décharge")),
        ("La promesse d'Anne Roux de rouvrir la gare a été tenue.", ("Anne Roux", "rouvrir la gare")),
    ],
)
def test_who_commits_himself_promises(text, wanted):
    """A noun of promise and its infinitive."""
    assert told(text, "promised") == {wanted}


def test_of_several_infinitives_each_is_promised():
    """Each behind its own adposition; what is done for a purpose is one promise."""
    text = "Luc Perrin promet de rouvrir la gare, d'embaucher dix personnes, mais aussi de baisser les impôts."
    wanted = {"rouvrir la gare", "embaucher dix personnes", "baisser les impôts"}
    assert told(text, "promised") == {("Luc Perrin", x) for x in wanted}
    text = "Luc Perrin a promis de tout faire pour baisser les impôts et pour aider les agriculteurs."
    whole = "tout faire pour baisser les impôts et pour aider les agriculteurs"
    assert told(text, "promised") == {("Luc Perrin", whole)}


def test_the_promise_of_somebody_else_is_no_promise_of_who_welcomes_it():
    """Nobody is told to have made it."""
    assert told("Les riverains saluent la promesse de fermer la décharge.", "promised") == set()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Nokia conteste que ses usines polluent le lac.", ("Nokia", "ses usines polluent le lac")),
        ("Anne Roux assure ne pas faire campagne.", ("Anne Roux", "faire campagne")),
        ("Gérard Collomb a affirmé ne pas être au courant.", ("Gérard Collomb", "être au courant")),
    ],
)
def test_what_is_denied_is_told_whole(text, wanted):
    """A clause with who acts in it; an infinitive with its object or predicate."""
    assert told(text, "denies") == {wanted}


def test_what_one_would_not_is_no_denial():
    """Of what somebody wants, no one is reproached."""
    assert told("Paul Roche affirme ne pas vouloir partir.", "denies") == set()


def test_whoever_reveals_something_announces_it_and_a_medium_reports_it():
    """A person makes known what he did; a newspaper passes on what others did."""
    assert told("Usain Bolt a révélé qu'il allait devenir père.", "announced") == {
        ("Usain Bolt", "il allait devenir père")
    }
    assert told("Le Monde a révélé que le maire avait menti.", "announced") == set()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Jean Barbier est poursuivi des chefs de faux et usage de faux.", {"faux et usage de faux"}),
        ("Jean Barbier a été mis en examen des chefs d'escroquerie et de recel.", {"escroquerie", "recel"}),
        ("Paul Rolland a été renvoyé devant le tribunal du chef de corruption.", {"corruption"}),
    ],
)
def test_the_counts_of_a_charge_tell_what_for(text, wanted):
    """ "des chefs de", "du chef de" before an offence."""
    assert {what for _, what in told(text, "chargedWith")} == wanted


def test_a_head_is_no_count():
    """ "du chef de service" is somebody."""
    assert told("Paul Rolland a été jugé en présence du chef de service.", "chargedWith") == set()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Paul Dumas, accusé d'humilier ses collègues, ou encore d'avoir eu des gestes déplacés, s'est tu.",
            {"humilier ses collègues", "avoir eu des gestes déplacés"},
        ),
        ("Le procès de Paul Roche, accusé de viol, commence.", {"viol"}),
        ("Face aux accusations de plagiat, Paul Roche a démissionné.", {"plagiat"}),
    ],
)
def test_each_wrong_is_told_of_who_is_accused(text, wanted):
    """An infinitive behind "ou encore"; a participle behind the name that a trial is of; what one faces."""
    assert {what for _, what in told(text, "accusedOf")} == wanted


def test_an_elided_pronoun_before_anything_but_il_is_no_if():
    """ "s'en est pris violemment à" is a plain fact, however the parser reads the "s'"."""
    text = "Jean Castel s'en est pris violemment à Paul Roche."
    assert ("Jean Castel", "criticized", "Paul Roche", "positive", "actual", None) in read("fr", text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Le numéro un mondial du pneu Michelin a fermé deux usines.", {("Michelin", "pneu")}),
        ("Le numéro deux du constructeur Renault a démissionné.", {("Renault", "constructeur")}),
    ],
)
def test_a_rank_right_before_a_name_tells_in_what(text, wanted):
    """But who is second in a firm leads what the noun before the name is."""
    assert told(text, "industry") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Hasbro, l'un des principaux fabricants de jouets, a fermé une usine.", {("Hasbro", "jouets")}),
        ("CMA-CGM, un des leaders mondiaux du transport maritime, embauche.", {("CMA-CGM", "transport maritime")}),
        ("Hasbro est l'un des leaders mondiaux du jouet.", {("Hasbro", "jouet")}),
        ("Hasbro, loin des leaders mondiaux du jouet, a fermé une usine.", set()),
    ],
)
def test_a_firm_is_in_the_field_of_those_it_is_one_of(text, wanted):
    """Told behind a comma or by a copula; who is only compared with them is none of them."""
    assert told(text, "industry") == wanted


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Le numéro un mondial du pneu Michelin a racheté Siemens.", "Michelin"),
        ("Le champion français de la pâtisserie surgelée Boncolac a racheté Siemens.", "Boncolac"),
    ],
)
def test_who_leads_in_a_field_is_the_firm_named_behind_it(text, who):
    """What "le numéro un du pneu X" does, X does."""
    assert (who, "Siemens") in told(text, "acquired")
    assert told("Le leader de la chaîne TF1 a racheté Siemens.", "acquired") != {("TF1", "Siemens")}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Nokia, enseigne de bricolage, a fermé ses magasins.", {("Nokia", "bricolage")}),
        ("Deezer, plateforme musicale, a publié ses résultats.", {("Deezer", "plateforme musicale")}),
    ],
)
def test_a_bare_apposition_tells_the_business_of_a_firm(text, wanted):
    """ "X, enseigne de bricolage," has no article."""
    assert told(text, "industry") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Luc Perrin est accusé de viol, d'agression sexuelle et de harcèlement.",
         {"viol", "agression sexuelle", "harcèlement"}),
        ('Luc Perrin est accusé de "viol", d\'"agression sexuelle" et de "harcèlement".',
         {"viol", "agression sexuelle", "harcèlement"}),
        ("Luc Perrin est soupçonné d'avoir volé une voiture, d'avoir frappé un agent et d'avoir fui.",
         {"avoir volé une voiture", "avoir frappé un agent", "avoir fui"}),
    ],
)  # fmt: skip
def test_each_wrong_of_a_row_is_told_by_itself(text, wanted):
    """Nouns or infinitives, each behind "de" or "d'"."""
    assert told(text, "accusedOf") >= {("Luc Perrin", x) for x in wanted}
    assert not any("," in wrong for _, wrong in told(text, "accusedOf"))
