"""Forms that look unreal and tell what happened, and the reverse."""

import pytest

from kg.extract.rules import document as making
from kg.extract.rules import make_extractor
from kg.extract.rules.reality.prospects import used_to
from kg.model import Modality, Polarity
from tests.builders import an_article
from tests.extract.reading import reading_of

pytestmark = pytest.mark.model


@pytest.fixture(autouse=True)
def rules_alone(monkeypatch):
    """What rules make of a sentence, before it is weighed against what annotators made of others."""
    monkeypatch.setattr(making, "load_realist", lambda code: None)


def claims(text, predicate, language="fr", **article):
    """Return polarity, modality and speaker of what rules read of one property."""
    (found,) = make_extractor().extract([an_article(f"Actualité\n\n{text}", language=language, **article)])
    named = {m.id: m.surface for m in found.mentions}
    return [
        (c.polarity, c.modality, named.get(c.speaker))
        for c in found.claims
        if c.predicate == predicate and not c.evidence.rule.startswith("learned/")
    ]


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Une grue s'effondre à Dallas : une femme meurt.", "locatedIn"),
        ("Paul Dumas accuse Renault de fraude.", "accused"),
        ("Renault rachète Nissan et ferme une usine.", "acquired"),
    ],
)
def test_a_form_of_both_moods_tells_a_fact_where_no_que_stands_before_it(text, predicate):
    """The parser calls some of these presents subjunctives."""
    assert (Polarity.POSITIVE, Modality.ACTUAL, None) in claims(text, predicate)


def test_behind_que_a_subjunctive_is_one():
    """What is asked for is not done."""
    found = claims("Anne Petit demande que Renault rachète Nissan.", "acquired")
    assert found
    assert all(modality is not Modality.ACTUAL for _, modality, _ in found)


@pytest.mark.parametrize(
    "text", ["Renault a annoncé avoir racheté Nissan.", "Renault dit avoir racheté Nissan en 2012."]
)
def test_what_somebody_says_to_have_done_is_done_by_his_words(text):
    """A perfect infinitive tells a completed act; it stays a claim of its speaker."""
    assert (Polarity.POSITIVE, Modality.ACTUAL, "Renault") in claims(text, "acquired")


def test_who_marches_to_denounce_denounces():
    """The act of speech is done by the march; what else a march is for is not."""
    done = claims("Des milliers de personnes ont défilé pour dénoncer le racisme.", "criticized")
    hoped = claims("Des milliers de personnes ont défilé pour arrêter Paul Dumas.", "arrested")
    assert (Polarity.POSITIVE, Modality.ACTUAL, None) in done
    assert hoped
    assert all(modality is not Modality.ACTUAL for _, modality, _ in hoped)


def test_a_future_of_a_day_long_past_tells_what_happened():
    """The historical future: the article is younger than the day."""
    text = "Paul Dumas quittera Renault le 31 décembre 1972."
    assert claims(text, "leftPosition", published="2019-05-16") == [(Polarity.POSITIVE, Modality.ACTUAL, None)]
    assert claims(text, "leftPosition", published="1972-05-16") == [(Polarity.POSITIVE, Modality.PLANNED, None)]


def test_no_suspect_is_arrested_wherever_the_verb_hangs():
    """A negative determiner of an argument denies, also where an aside cuts the verb off."""
    found = claims("Aucun suspect n'a été, pour l'instant, arrêté.", "arrested")
    assert found
    assert all(polarity is Polarity.NEGATIVE for polarity, _, _ in found)


def test_that_a_paper_reports_is_not_what_it_reports():
    """The act of telling has no speaker besides the one who tells."""
    found = claims("RTL a rapporté que Renault avait racheté Nissan, une enquête que RTL a rapportée.", "reported")
    assert found
    assert all(speaker is None for _, _, speaker in found)


@pytest.mark.parametrize("text", ["They want to build a plant in Texas.", "They will build a plant in Texas."])
def test_a_new_thing_is_where_it_is_once_its_verb_came_to_pass(text):
    """What is only to be built stands nowhere yet."""
    found = claims(text, "locatedIn", language="en")
    assert found
    assert all(modality is not Modality.ACTUAL for _, modality, _ in found)


def test_who_is_arrested_somewhere_is_there():
    """ "Arrêter de" puts an end to what is done, "arrêter deux hommes" to nobody's being where he is."""
    found = claims("La police a arrêté deux hommes à Lyon.", "locatedIn")
    assert found
    assert all(polarity is Polarity.POSITIVE for polarity, _, _ in found)


@pytest.mark.parametrize(
    ("text", "polarity", "modality"),
    [
        ("Renault a pu racheter Nissan.", Polarity.POSITIVE, Modality.ACTUAL),
        ("Renault avait su racheter Nissan.", Polarity.POSITIVE, Modality.ACTUAL),
        ("La crise a pu conduire Renault à racheter Nissan.", Polarity.POSITIVE, Modality.POSSIBLE),
        ("Renault pouvait racheter Nissan.", Polarity.POSITIVE, Modality.POSSIBLE),
        ("Renault aurait pu racheter Nissan.", Polarity.POSITIVE, Modality.POSSIBLE),
        ("Renault doit racheter Nissan.", Polarity.POSITIVE, Modality.OBLIGATED),
        ("Renault n'a pas pu racheter Nissan.", Polarity.NEGATIVE, Modality.ACTUAL),
        ("Renault n'a pas souhaité racheter Nissan.", Polarity.NEGATIVE, Modality.ACTUAL),
        ("L'enquête n'a pas permis à Renault de racheter Nissan.", Polarity.NEGATIVE, Modality.ACTUAL),
        ("Renault ne souhaite pas racheter Nissan.", Polarity.NEGATIVE, Modality.DESIRED),
        ("Renault n'a pu racheter Nissan.", Polarity.NEGATIVE, Modality.ACTUAL),
        ("Renault ne peut que racheter Nissan.", Polarity.POSITIVE, Modality.POSSIBLE),
    ],
)
def test_a_past_told_as_a_whole_settles_what_could_be_done(text, polarity, modality):
    """Who "a pu" did so, who "n'a pas pu" or "n'a pas souhaité" did not; an imperfect leaves it open."""
    assert claims(text, "acquired") == [(polarity, modality, None)]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Renault n'a pas hésité à racheter Nissan.", Modality.ACTUAL),
        ("Renault n'a cessé de critiquer Nissan.", Modality.ACTUAL),
        ("Renault ne manque pas de critiquer Nissan.", Modality.ACTUAL),
        ("Renault ne tardera pas à racheter Nissan.", Modality.PLANNED),
    ],
)
def test_what_nobody_holds_back_is_done(text, modality):
    """Two denials affirm, with the tense of the first."""
    predicate = "acquired" if "racheter" in text else "criticized"
    assert claims(text, predicate) == [(Polarity.POSITIVE, modality, None)]


def test_who_ceases_does_it_no_longer():
    """Without a second denial the first one holds."""
    assert claims("Renault a cessé de critiquer Nissan.", "criticized") == [(Polarity.NEGATIVE, Modality.ACTUAL, None)]


def test_pas_sans_denies_nothing():
    """ "N'est pas sans rappeler" recalls."""
    assert claims("Cette loi n'est pas sans rappeler celle de Nissan.", "open")[0][0] is Polarity.POSITIVE


@pytest.mark.parametrize(
    ("text", "predicate", "modality"),
    [
        ("Renault affirme soutenir Nissan.", "supports", Modality.ACTUAL),
        ("Renault dit à Danone de soutenir Nissan.", "supports", Modality.POSSIBLE),
        ("Paul Dumas a tenu à saluer Anne Petit.", "admires", Modality.ACTUAL),
        ("Renault est tenu de racheter Nissan.", "acquired", Modality.OBLIGATED),
    ],
)
def test_an_infinitive_right_below_a_verb_of_speech_is_what_is_said(text, predicate, modality):
    """With "de" it is what is asked for; who "tient à" thank thanks, who "est tenu de" only has to."""
    found = claims(text, predicate)
    assert found
    assert all((told is Modality.ACTUAL) == (modality is Modality.ACTUAL) for _, told, _ in found)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Si Renault a racheté Nissan, il garde ses usines.", Modality.ACTUAL),
        ("Si Renault a racheté Nissan, il fermera ses usines.", Modality.CONDITIONAL),
        ("Si Renault a racheté Nissan, il doit fermer ses usines.", Modality.CONDITIONAL),
        ("Si Renault rachète Nissan, il garde ses usines.", Modality.CONDITIONAL),
        ("On ignore si Renault a racheté Nissan.", Modality.CONDITIONAL),
    ],
)
def test_a_perfect_behind_si_is_granted_before_a_plain_clause(text, modality):
    """There "si" contrasts two facts; before a future, a duty, or behind a verb of doubt it asks."""
    assert [told for _, told, _ in claims(text, "acquired")] == [modality]


@pytest.mark.parametrize(
    "text", ["L'avion transportait 147 passagers.", "Le pays préoccupe Renault.", "Un avocat rendait visite à Renault."]
)
def test_a_form_is_no_future_or_conditional_without_its_ending(text):
    """The parser calls some of these presents futures and some imperfects conditionals."""
    (found,) = make_extractor().extract([an_article(f"Actualité\n\n{text}")])
    assert found.claims
    assert all(claim.modality is Modality.ACTUAL for claim in found.claims)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Renault souhaite une enquête.", Modality.ACTUAL),
        ("Une enquête voulue par Renault commence.", Modality.ACTUAL),
        ("Un vote est attendu au Parlement.", Modality.DESIRED),
        ("Renault risque une amende.", Modality.POSSIBLE),
    ],
)
def test_who_wishes_does_so(text, modality):
    """The wish is told as it is; what is expected somewhere is not there yet."""
    found = claims(text, "open")
    assert found
    assert {told for _, told, _ in found} == {modality}


@pytest.mark.parametrize(
    ("text", "modalities"),
    [
        ("C'est vers minuit que Renault a racheté Nissan.", {Modality.ACTUAL}),
        ("L'idée que Renault a racheté Nissan circule.", set()),
        ("La rumeur que Renault a racheté Nissan circule.", set()),
    ],
)
def test_a_clause_set_off_by_cest_is_no_rumour(text, modalities):
    """ "C'est … que" only puts a part of the clause first; what an idea or a rumour holds, nobody tells."""
    assert {told for _, told, _ in claims(text, "acquired")} == modalities


def test_a_light_verbs_denial_is_that_of_the_infinitive_below_its_noun():
    """Who takes no pains to do it does not do it."""
    text = "Renault n'a pas pris la peine de racheter Nissan."
    assert claims(text, "acquired") == [(Polarity.NEGATIVE, Modality.ACTUAL, None)]


def test_the_conditions_of_an_act_are_how_it_is_and_no_condition():
    """A plural tells circumstances."""
    text = "Les conditions de détention de Paul Dumas ont été critiquées."
    assert claims(text, "arrested") == [(Polarity.POSITIVE, Modality.ACTUAL, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Le rachat de Nissan par Renault nécessite l'accord de Bruxelles.",
        "Le rachat de Nissan par Renault dépend de Bruxelles.",
    ],
)
def test_a_deal_that_needs_somebodys_consent_is_not_done(text):
    """What it hangs on is a condition."""
    assert claims(text, "acquired") == [(Polarity.POSITIVE, Modality.CONDITIONAL, None)]


def are_past(text, predicate, language="fr"):
    """Return for each claim of one property whether it tells what no longer holds."""
    (found,) = make_extractor().extract([an_article(f"Actualité\n\n{text}", language=language)])
    return {c.past for c in found.claims if c.predicate == predicate}


@pytest.mark.parametrize(
    ("text", "predicate", "language", "past"),
    [
        ("Renault a vendu sa filiale Dacia.", "subsidiaryOf", "fr", True),
        ("Renault s'est séparé de sa filiale Dacia.", "subsidiaryOf", "fr", True),
        ("Renault a perdu sa licence.", "holdsLicense", "fr", True),
        ("Nokia sold its last factory to Foxconn.", "owns", "en", True),
        ("Renault n'a pas vendu sa filiale Dacia.", "subsidiaryOf", "fr", False),
        ("Renault pourrait vendre sa filiale Dacia.", "subsidiaryOf", "fr", False),
        ("Renault a visité sa filiale Dacia.", "subsidiaryOf", "fr", False),
        ("GM a vendu Opel, qui appartient désormais à Stellantis.", "owns", "fr", False),
        ("GM sold Opel in 2017, so Opel now belongs to Stellantis.", "owns", "en", False),
        ("Opel, which belonged to GM, was sold in 2017.", "owns", "en", True),
    ],
)
def test_what_somebody_has_parted_with_is_his_no_longer(text, predicate, language, past):
    """Sold, lost or withdrawn: it was his; what is not or only may be sold still is."""
    assert are_past(text, predicate, language) == {past}


@pytest.mark.parametrize(
    ("text", "predicate", "language", "past"),
    [
        ("Renault then bought Nissan.", "acquired", "en", False),
        ("Renault a alors racheté Nissan.", "acquired", "fr", False),
        ("Renault once owned Nissan.", "owns", "en", True),
        ("The then president Paul Napier resigned.", "holdsPosition", "en", True),
    ],
)
def test_then_before_an_act_tells_what_came_next(text, predicate, language, past):
    """Before an office it tells of another time."""
    assert are_past(text, predicate, language) == {past}


def test_no_former_state_ends_where_somebody_studied():
    """Who was a pupil there has studied there for good."""
    assert are_past("Paul Dumas, ancien élève de l'École polytechnique, a parlé.", "educatedAt") == {False}


@pytest.mark.parametrize(("published", "modality"), [("2019-05-16", Modality.PLANNED), ("2020-05-16", Modality.ACTUAL)])
def test_an_event_of_a_year_after_the_article_is_still_to_come(published, modality):
    """The year that names the election tells it, where no verb does."""
    text = "Paul Dumas participe aux élections de 2020 à Lyon."
    assert {told for _, told, _ in claims(text, "participatedIn", published=published)} == {modality}
    assert {told for _, told, _ in claims(text, "locatedIn", published=published)} == {modality}


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Peu d'élus ont soutenu Anne Petit.", "supports"),
        ("Paul Dumas a peu soutenu Anne Petit.", "supports"),
        ("La rencontre entre Paul Dumas et Anne Petit n'a pas eu lieu.", "metWith"),
        ("Renault a fait une croix sur le rachat de Nissan.", "acquired"),
    ],
)
def test_what_hardly_anybody_did_or_came_to_nothing_is_denied(text, predicate):
    """ "peu d'élus", "a peu soutenu", "n'a pas eu lieu", "faire une croix sur"."""
    assert {polarity for polarity, _, _ in claims(text, predicate)} == {Polarity.NEGATIVE}


@pytest.mark.parametrize(
    "text",
    [
        "Paul Dumas a un peu soutenu Anne Petit.",
        "Peu à peu, Paul Dumas a soutenu Anne Petit.",
    ],
)
def test_a_measure_or_a_pace_denies_nothing(text):
    """ "un peu", "peu à peu"."""
    assert set(claims(text, "supports")) == {(Polarity.POSITIVE, Modality.ACTUAL, None)}


@pytest.mark.parametrize(
    ("text", "language", "modality"),
    [
        ("Paul Dumas a été condamné pour avoir tué Anne Petit.", "fr", Modality.ACTUAL),
        ("Paul Dumas comparaît pour avoir tué Anne Petit.", "fr", Modality.POSSIBLE),
        ("Paul Dumas a été mis en examen pour le meurtre d'Anne Petit.", "fr", Modality.POSSIBLE),
        ("Paul Dumas was convicted of killing Anne Petit.", "en", Modality.ACTUAL),
        ("Paul Dumas was cleared of killing Anne Petit.", "en", Modality.POSSIBLE),
        ("Paul Dumas is on trial for killing Anne Petit.", "en", Modality.POSSIBLE),
        ("After killing Anne Petit, Paul Dumas fled.", "en", Modality.ACTUAL),
    ],
)
def test_a_conviction_tells_a_deed_and_a_charge_does_not(text, language, modality):
    """Who is tried, sued or cleared has not been found to have done it."""
    assert {(polarity, found) for polarity, found, _ in claims(text, "killed", language)} == {
        (Polarity.POSITIVE, modality)
    }


@pytest.mark.parametrize(
    ("text", "language", "predicate"),
    [
        ("Anne Petit est partie sans son mari, Paul Dumas.", "fr", "spouseOf"),
        ("Anne Petit left without her husband, Paul Dumas.", "en", "spouseOf"),
    ],
)
def test_who_is_not_there_is_a_relative_nonetheless(text, language, predicate):
    """ "sans son mari" tells that she has one."""
    assert {polarity for polarity, _, _ in claims(text, predicate, language)} == {Polarity.POSITIVE}


def test_a_question_in_quotation_marks_does_not_put_in_question_what_leads_to_it():
    """What stands before the marks is told; a question that is no quotation asks all."""
    led = claims('Paul Dumas a rencontré Anne Petit : "Allez-vous partir ?"', "metWith")
    asked = claims('Paul Dumas a-t-il rencontré la "dame" Anne Petit ?', "metWith")
    assert (Polarity.POSITIVE, Modality.ACTUAL, None) in led
    assert all(modality is not Modality.ACTUAL for _, modality, _ in asked)


@pytest.mark.parametrize(
    ("text", "predicate", "past"),
    [
        ("Paul Napier used to run Nokia.", "leads", True),
        ("Paul Napier, who used to be head of Nokia, spoke.", "leads", True),
        ("Paul Napier, who was formerly in the Labour Party, won by 207 votes.", "memberOfParty", True),
        ("Paul Napier was once a member of the Labour Party.", "memberOfParty", True),
        ("Paul Napier, formerly a lawyer at Nokia, spoke.", "worksFor", True),
        ("Paul Napier, who sat in parliament for Labour until last year, spoke.", "memberOfParty", True),
        ("Paul Napier was a member of the Labour Party until he moved to Spain.", "memberOfParty", True),
        ("Paul Napier is a member of the Labour Party.", "memberOfParty", False),
        ("The minister banned the firm Orvane until June.", "banned", False),
    ],
)
def test_english_tells_what_was_so_once(text, predicate, past):
    """ "Used to", "formerly", "once" and "until" put a state into the past; an act until some day is done."""
    assert are_past(text, predicate, "en") == {past}


def test_who_speaks_of_my_brother_is_not_he():
    """ "My brother" is not the speaker, and whose brother he is the speaker says."""
    text = 'News\n\n"My brother owns Nokia," said Carl Denham. "My wife, Ana, left."'
    (found,) = make_extractor().extract([an_article(text, language="en")])
    names = {m.id: m.surface for m in found.mentions}
    owners = {names[c.subject] for c in found.claims if c.predicate == "owns"}
    speakers = {c.speaker and names[c.speaker] for c in found.claims if c.predicate == "spouseOf"}
    assert (owners, speakers) == ({"My brother"}, {"Carl Denham"})


def test_a_verb_at_the_very_end_tells_no_habit():
    """Nothing follows "used" there: an article that ends so is read like any other."""
    reading = reading_of("en", "Run it he used")
    first, last = reading.tree.words[0], reading.tree.words[-1]
    first.rel, first.head, last.tag = "xcomp", last.i, "VBD"
    assert not used_to(reading.tree, reading.pack, first)


@pytest.mark.parametrize(
    "text",
    [
        "Le futur procès de Paul Dumas à Lyon fait peur.",
        "Les sommets sur le climat prévus en Chine seront virtuels.",
        "Un éventuel procès de Paul Dumas à Lyon fait peur.",
        "Paul Dumas prépare les prochains sommets sur le climat prévus en Chine.",
    ],
)
def test_an_event_that_its_own_words_put_off_is_nowhere_yet(text):
    """Where it takes place is as far off as the event."""
    found = claims(text, "locatedIn")
    assert found
    assert all(modality is not Modality.ACTUAL for _, modality, _ in found)
