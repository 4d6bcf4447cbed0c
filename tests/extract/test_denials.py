"""What somebody denies is told whole, be it a clause, a gerund or a pronoun for what was said just before."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


def denied(text):
    """Return who denies what, and how real it is."""
    return [(s, o, polarity, modality) for s, p, o, polarity, modality, _ in read("en", text) if p == "denies"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Rosa Diaz denied that the firm had sold the plant.", ("Rosa Diaz", "the firm had sold the plant")),
        ("Rosa Diaz denied that the plant was for sale.", ("Rosa Diaz", "the plant was for sale")),
        ("Nokia, based in Espoo, has denied dumping.", ("Nokia", "dumping")),
        ("France denied that its soldiers were in Chad.", ("France", "its soldiers were in Chad")),
    ],
)
def test_what_is_denied_is_told_with_who_acts_in_it(text, wanted):
    """A clause with its subject, also one that says where something is; and an act in one word."""
    assert (*wanted, "positive", "actual") in denied(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The union accused Nokia of lying, which the firm denies.", ("Nokia", "lying")),
        ("The union claimed the staff were not asked. Nokia rejected that.", ("Nokia", "the staff were not asked")),
        ("Rosa Diaz said on Monday that Nokia had lied. The firm denied it.", ("Nokia", "Nokia had lied")),
    ],
)
def test_a_pronoun_denies_what_was_said_just_before(text, wanted):
    """The last words of somebody else, or the last reproach."""
    assert (*wanted, "positive", "actual") in denied(text)


@pytest.mark.parametrize(
    "text",
    ["Nokia denied reports that it was in talks.", "Nokia rejected a claim by the union that it was in talks."],
)
def test_of_a_report_that_is_denied_its_content_is_told(text):
    """And not that somebody denies "reports"."""
    assert [fact[1] for fact in denied(text)] == ["it was in talks"]


@pytest.mark.parametrize(
    "text",
    [
        "Nokia denied the plan. Aton rejected it.",
        "Rosa Diaz said on Monday that Nokia had lied. She spoke in Bonn. The firm denied it.",
        "Rosa Diaz said on Monday that the door was open. She rejected it.",
    ],
)
def test_where_no_other_has_just_told_anything_a_pronoun_denies_nothing(text):
    """A thing, what was said long before, and one's own words."""
    assert [fact[1] for fact in denied(text) if "plan" not in fact[1]] == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Rosa Diaz is charged with bribery and theft. She denies both counts.", ("Rosa Diaz", "bribery and theft")),
        ("Rosa Diaz is accused of bribery. She has pleaded not guilty.", ("Rosa Diaz", "bribery")),
        (
            "The court will try Rosa Diaz for crimes against peace, which she denies.",
            ("Rosa Diaz", "crimes against peace"),
        ),
        ("The drug had killed a patient, something that Nokia denies.", ("Nokia", "The drug had killed a patient")),
    ],
)
def test_both_counts_and_claims_stand_for_what_was_told(text, wanted):
    """All that one is held for, what a noun like "something" or "a claim" takes up, and the noun before "which"."""
    assert (*wanted, "positive", "actual") in denied(text)


def test_who_insists_that_something_of_his_is_not_so_denies_it():
    """Of oneself, of what is one's own or of nobody; neither of others nor of what is to come."""
    assert ("Nokia", "its systems were never breached", "positive", "actual") in denied(
        "Nokia insists that its systems were never breached."
    )
    assert not denied("Rosa Diaz insisted that Paul Napier had not lied.")
    assert not denied("Rosa Diaz insisted that she would not resign.")


def denied_in_french(text):
    """Return who denies what in a French text."""
    return [(s, o) for s, p, o, *_ in read("fr", f"Actualité\n\n{text}") if p == "denies"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Le syndicat accuse Renault de mentir. Renault dément.", ("Renault", "mentir")),
        ("Marc Lefort est accusé de corruption. Il nie en bloc.", ("Marc Lefort", "corruption")),
    ],
)
def test_a_bare_denial_is_of_the_reproach_before_it(text, wanted):
    """ "dément", without any object."""
    assert wanted in denied_in_french(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Marc Lefort jure n'avoir jamais rencontré le ministre.", ("Marc Lefort", "avoir rencontré le ministre")),
        ("La société Renault soutient n'avoir chassé personne.", ("Renault", "avoir chassé personne")),
    ],
)
def test_a_negated_infinitive_behind_a_verb_of_speech_is_a_denial(text, wanted):
    """What one swears that one has not done: told without its negation, and no promise."""
    assert wanted in denied_in_french(text)
    assert not [claim for claim in read("fr", f"Actualité\n\n{text}") if claim[1] == "promised"]


def test_what_one_does_not_want_or_understand_is_no_denial():
    """ "dit ne pas vouloir partir"."""
    assert not denied_in_french("Marc Lefort dit ne pas vouloir partir.")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Jeanne Morel accuse Renault d'avoir vendu un fichier, ce que le groupe réfute.",
            ("Renault", "avoir vendu un fichier"),
        ),
        (
            "Le ministre aurait vendu la gare, ce que dément Jeanne Morel.",
            ("Jeanne Morel", "Le ministre aurait vendu la gare"),
        ),
        ("La société Renault dément toute fraude.", ("Renault", "toute fraude")),
        ("Jeanne Morel accuse Renault de fraude. Le groupe s'en défend.", ("Renault", "fraude")),
        ("La société Renault jure n'avoir rien su de ces écoutes.", ("Renault", "avoir su de ces écoutes")),
    ],
)
def test_what_stands_before_a_comma_is_denied_behind_it(text, wanted):
    """ "ce que X dément", "s'en défend"; and "dément", which looks like an adverb."""
    assert wanted in denied_in_french(text)


def test_what_is_done_to_somebody_only_is_no_denial():
    """ "n'avoir vendu qu'à X": there it was done."""
    assert not denied_in_french("Marc Lefort dit n'avoir jamais vendu qu'à des amis.")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("La Commission a sanctionné jeudi Google pour fraude.", ("Commission", "sanctioned", "Google")),
        ("La ministre, Jeanne Morel, presse néanmoins l'ONU d'agir.", ("Jeanne Morel", "requestedFrom", "ONU")),
    ],
)
def test_a_day_and_an_aside_part_no_verb_from_its_ends(text, wanted):
    """A bare name behind a day is the verb's object, and what follows a name between commas its verb."""
    assert wanted in [(s, p, o) for s, p, o, *_ in read("fr", text)]
