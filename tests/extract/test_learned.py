"""The learned reader joins mentions that no rule joins; what it says is a statement, never a plain fact."""

from dataclasses import replace

import numpy as np
import pytest

from kg.extract.rules import document as making
from kg.extract.rules.document import read, rule_drafts
from kg.extract.rules.learned.asides import Asides
from kg.extract.rules.learned.drafts import _told_by, find_learned
from kg.extract.rules.learned.network import KINDS
from kg.extract.rules.learned.others import is_of_another
from kg.extract.rules.learned.pairs import Pair, find_pairs
from kg.extract.rules.learned.sited import Sited
from kg.extract.rules.learned.traits import COMBINATIONS, GATE, OPTIONAL, PAD, Traits, key_word
from kg.extract.rules.learned.vectors import STATES
from kg.extract.rules.parsing.parse import parse
from kg.extract.rules.parsing.shading import shade_for
from kg.extract.rules.relations.reading import Draft, Reading
from kg.lang import load_pack
from kg.link import link
from kg.model import LEARNED, OPEN, Modality
from tests.builders import a_fact, an_article, an_evidence
from tests.extract.judges import a_judge, nothing
from tests.extract.reading import document

TEXT = "Renault a fermé lundi une usine de batteries à Douai. Les riverains redoutent des nuisances."


def a_reading(text: str = TEXT) -> Reading:
    article, pack = an_article(text), load_pack("fr")
    shadow = shade_for(text, pack)
    (doc,) = parse([shadow.text], pack)
    return read(article, doc, pack, shadow)


def no_states(reading: Reading) -> np.ndarray:
    return np.zeros((len(reading.tree.words), STATES), np.float32)


def surface(reading: Reading, index: int) -> str:
    return reading.text(*reading.table.items[index].core)


@pytest.mark.model
def test_a_pair_knows_the_way_between_its_ends():
    """From the subject up to the verb, from the verb down to the object: both directions are candidates."""
    reading = a_reading("Renault a racheté Alpro.")

    ways = {(surface(reading, p.subject), surface(reading, p.object)): p.way for p in find_pairs(reading)}

    assert ways == {("Renault", "Alpro"): "subj|VERB|obj", ("Alpro", "Renault"): "obj|VERB|subj"}


@pytest.mark.model
def test_pairs_stay_within_their_sentence():
    """Two things of different sentences are no pair."""
    reading = a_reading()
    sentences = [reading.table.items[i].sent for p in find_pairs(reading) for i in (p.subject, p.object)]

    assert sentences[::2] == sentences[1::2]


@pytest.mark.model
def test_every_pair_has_the_same_number_of_traits():
    """A trait that a pair lacks is padded, and numbers stay within the table."""
    reading = a_reading()
    pairs = list(find_pairs(reading))
    traits = Traits(reading, rule_drafts(reading))

    assert traits.rough(pairs).shape == (len(pairs), len(GATE))
    full = traits.full(pairs, [key_word(reading, pair) for pair in pairs])
    assert full.shape == (len(pairs), len(COMBINATIONS) + len(OPTIONAL))
    assert full.min() >= 0
    assert full.max() <= PAD


def test_inner_words_are_those_between_the_ends():
    """The ends themselves tell nothing of what lies between them."""
    assert Pair(0, 1, (4, 3), 2, (5, 6), "").inner == (3, 2, 5)
    assert Pair(0, 1, (), 2, (5, 6), "").inner == (5,)


@pytest.mark.model
def test_without_networks_nothing_is_learned():
    """A language without weights is read by its rules alone."""
    reading = a_reading()

    assert list(find_learned(reading, rule_drafts(reading), None, nothing, no_states(reading))) == []


@pytest.mark.model
def test_a_sure_network_joins_what_no_rule_joined_and_nothing_twice():
    """Each two things are related once a sentence, and never where a rule relates them already."""
    reading = a_reading()
    drafts = rule_drafts(reading)
    root = reading.table.root
    ruled = {frozenset((root(d.subject), root(d.object))) for d in drafts if isinstance(d.object, int)}

    found = list(find_learned(reading, drafts, a_judge(related=6.0), nothing, no_states(reading)))

    ends = [frozenset((root(d.subject), root(d.object))) for d in found if isinstance(d.object, int)]
    assert found
    assert len(ends) == len(set(ends))
    assert ruled.isdisjoint(ends)
    assert all(d.rule == f"{LEARNED}{d.predicate}" and d.confidence >= 0.3 for d in found)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "ends", "predicate", "barred"),
    [
        ("Les députés Luc Roux (LREM) et Jean Blin (LFI) votent.", ("Jean Blin", "LREM"), "memberOfParty", True),
        ("Les députés Luc Roux (LREM) et Jean Blin (LFI) votent.", ("Luc Roux", "LREM"), "memberOfParty", False),
        ("Anne Blin, maire de Chanteloup (Yvelines), a réagi.", ("Anne Blin", "Yvelines"), "leads", True),
        ("Anne Blin est morte à Chanteloup (Yvelines).", ("Anne Blin", "Yvelines"), "locatedIn", False),
        ("Anne Blin (Renault) a visité Lyon.", ("Lyon", "Renault"), OPEN, False),
    ],
)
def test_a_bracket_tells_of_the_name_before_it_alone(text, ends, predicate, barred):
    """A party is that of the person before it, a department that of the town; what lies in the town lies there too."""
    reading = a_reading(text)
    index = {reading.text(*x.core): i for i, x in enumerate(reading.table.items)}
    pair = Pair(index[ends[0]], index[ends[1]], (), 0, (), "")

    assert Asides(reading).part(pair, predicate) is barred


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "ends", "elsewhere"),
    [
        ("Les victimes de l'attentat de Nice ont écrit.", ("victimes", "Nice"), True),
        ("L'attentat de Nice a choqué.", ("attentat", "Nice"), False),
        ("Luc Roux a été arrêté à Lyon lors d'une fête.", ("fête", "Lyon"), True),
        ("Luc Roux a été arrêté à Lyon lors d'une fête.", ("Luc Roux", "Lyon"), False),
    ],
)
def test_a_place_of_one_thing_is_not_that_of_what_stands_beside_it(text, ends, elsewhere):
    """Where a rule has put something at a place, the networks are to put nothing else there on a weak ground."""
    reading = a_reading(text)
    index = {reading.text(x.i, x.core[1]): i for i, x in enumerate(reading.table.items)}
    (pair,) = (p for p in find_pairs(reading) if (p.subject, p.object) == (index[ends[0]], index[ends[1]]))

    assert Sited(reading, rule_drafts(reading)).elsewhere(pair) is elsewhere


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "ends", "predicate", "barred"),
    [
        ("La mère de Marc Petit s'est confiée à RTL.", ("Marc Petit", "RTL"), "gaveInterviewTo", True),
        ("Marc Petit s'est confié à RTL.", ("Marc Petit", "RTL"), "gaveInterviewTo", False),
        ("Anne Roy a affirmé sur RTL que Marc Petit viendrait.", ("Marc Petit", "RTL"), "gaveInterviewTo", True),
        ("Anne Roy a affirmé sur RTL que Marc Petit viendrait.", ("Anne Roy", "RTL"), "gaveInterviewTo", False),
        ("Anne Roy a été interrogée par Marc Petit sur RTL.", ("Marc Petit", "RTL"), "gaveInterviewTo", True),
        ("Marc Petit a répondu à la présidente de Renault.", ("Marc Petit", "Renault"), "leads", True),
        ("Marc Petit est devenu président de Renault.", ("Marc Petit", "Renault"), "leads", False),
        ("Marc Petit, le président de Renault, a parlé.", ("Marc Petit", "Renault"), "leads", False),
        ("Lors du congrès de Renault, Marc Petit a souri.", ("Marc Petit", "Renault"), "worksFor", True),
        ("Un hôpital a été construit par Valtec à Lyon.", ("Valtec", "Lyon"), "locatedIn", True),
        ("Un hôpital a été construit par Valtec à Lyon.", ("Un hôpital", "Lyon"), "locatedIn", False),
        ("La brouille entre Londres et Valtec est finie.", ("La brouille", "Londres"), "locatedIn", True),
        ("Le duc de Cambridge a souri.", ("Le duc", "Cambridge"), "locatedIn", True),
        ("Le maire de Cambridge a souri.", ("Le maire", "Cambridge"), "locatedIn", False),
        ("Les attaques de la Chine inquiètent.", ("Les attaques", "Chine"), "locatedIn", True),
        ("La guerre du Liban a repris.", ("La guerre", "Liban"), "locatedIn", False),
        ("Marc Petit a choisi Anne Roy pour diriger Renault.", ("Marc Petit", "Renault"), "leads", True),
        ("Marc Petit a été choisi pour diriger Renault.", ("Marc Petit", "Renault"), "leads", False),
        ("Marc Petit quitte Renault pour Valtec.", ("Marc Petit", "Valtec"), "leftPosition", True),
        ("Marc Petit quitte Renault pour Valtec.", ("Marc Petit", "Renault"), "leftPosition", False),
        ("La femme de ménage de Marc Petit a souri.", ("La femme", "Marc Petit"), "spouseOf", True),
        ("La femme de Marc Petit a souri.", ("La femme", "Marc Petit"), "spouseOf", False),
    ],
)
def test_what_is_told_of_another_is_not_learned_of_whom_the_words_name(text, ends, predicate, barred):
    """Neither is somebody's mother he, nor who asks who answers, nor who leads a firm everybody beside it."""
    reading = a_reading(text)
    found = [p for p in find_pairs(reading) if (surface(reading, p.subject), surface(reading, p.object)) == ends]

    assert [is_of_another(reading, pair, predicate) for pair in found] == [barred]


@pytest.mark.model
def test_rules_are_told_what_the_networks_think_of_them():
    """A rule's reading that the networks see is judged by them; the confidence model weighs it."""
    reading = a_reading("Renault a racheté la société Alpro.")
    drafts = rule_drafts(reading)
    judge = replace(a_judge(related=6.0), properties=(OPEN, "acquired"))
    list(find_learned(reading, drafts, judge, nothing, no_states(reading)))

    assert [d.predicate for d in drafts if d.agreed is not None] == ["acquired"]


@pytest.mark.model
def test_networks_do_not_doubt_what_they_hardly_know():
    """Of a property that they have seen a few times, their "no" tells nothing."""
    reading = a_reading("Renault a racheté la société Alpro.")
    drafts = rule_drafts(reading)
    judge = replace(a_judge(), properties=(OPEN, "acquired"), seen=(999, 5))
    list(find_learned(reading, drafts, judge, nothing, no_states(reading)))

    assert all(d.agreed is None for d in drafts)


def test_what_only_the_learned_reader_read_is_no_plain_fact():
    """However sure it is: a plain triple wants a rule of the language behind it."""
    article = an_article()
    learned = an_evidence(article, rule=f"{LEARNED}founded", confidence=0.95)
    ruled = an_evidence(article, rule="founded/business/1", confidence=0.95)

    assert not a_fact("mina", "founded", "orvella", evidence=(learned,), confidence=0.95).asserted
    assert a_fact("mina", "founded", "orvella", evidence=(learned, ruled), confidence=0.95).asserted


@pytest.mark.model
def test_what_the_shipped_networks_add_is_never_plain():
    """An article that they read too has learned statements, and none of them is asserted."""
    texts = [
        TEXT,
        "La maire de Nantes inaugure un tramway offert par la région. Les élèves ont participé au concours d'Airbus.",
        "La grève des cheminots a entraîné des retards dans les gares de Lyon.",
    ]
    graph = link([document("fr", text) for text in texts])
    learned = [f for f in graph.facts if all(e.rule.startswith(LEARNED) for e in f.evidence)]

    assert learned
    assert not any(f.asserted for f in learned)


@pytest.mark.model
@pytest.mark.parametrize(
    ("language", "text", "predicate"),
    [
        ("en", "Sir Anna Small, a former head of Prudential, called it corrosive.", "leads"),
        ("en", "Paul Dumas, a former aide of Anna Small, called it corrosive.", "worksFor"),
        ("fr", "Anne Petit, ancienne stagiaire de Paul Dumas, a parlé.", "worksFor"),
    ],
)
def test_what_the_networks_read_through_a_former_office_is_past(language, text, predicate):
    """The noun between the ends tells it, whatever word carries the claim."""
    found = [c for c in document(language, text).claims if c.predicate == predicate]
    assert any(c.evidence.rule.startswith(LEARNED) for c in found)
    assert all(c.past for c in found)


@pytest.mark.model
def test_that_a_paper_tells_is_done_whatever_becomes_of_what_it_tells(monkeypatch):
    """The future is that of the sale."""

    def one_reading(reading, drafts, *rest):
        words = {w.text: w.i for w in reading.tree.words}
        ends = {"subject": reading.table.at[words["Parisien"]], "object": reading.table.at[words["Renault"]]}
        said = {"trigger": words["rachètera"], "verb": words["rachètera"], "phrase": "racheter", "confidence": 0.9}
        return [Draft(**ends, **said, predicate="reported", rule=f"{LEARNED}reported")]

    monkeypatch.setattr(making, "find_learned", one_reading)
    found = document.__wrapped__("fr", "Selon Le Parisien, Renault rachètera bientôt Nissan.").claims
    told = {c.predicate: c.modality for c in found}
    assert told["reported"] is Modality.ACTUAL
    assert told["acquired"] is Modality.PLANNED


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    ["Le fils de Paul Roy a témoigné au micro de RTL.", "Un ami de Paul Roy a été arrêté à Lyon lundi."],
)
def test_what_is_told_of_a_relative_is_not_told_of_whose_relative_he_is(text):
    """ "Le fils de Paul Roy a témoigné": Paul Roy did not."""
    named = [m.id for m in document("fr", text).mentions if m.surface == "Paul Roy"]
    told = [c.predicate for c in document("fr", text).claims if c.subject in named or c.object in named]
    assert not {"gaveInterviewTo", "locatedIn", "arrested"} & set(told)


@pytest.mark.model
@pytest.mark.parametrize(
    ("predicate", "text"),
    [
        ("accused", "Luc Roux affirme que Zumo a triché."),
        ("gaveInterviewTo", '"Zumo a triché", a dit Luc Roux au Monde.'),
    ],
)
def test_that_somebody_says_something_is_told_by_the_article(monkeypatch, predicate, text):
    """Read off who speaks and what he says, blaming or telling a paper is the article's word; the rest stays his."""

    def one_reading(reading, drafts, *rest):
        words = {w.text: w.i for w in reading.tree.words}
        ends = {"subject": reading.table.at[words["Luc"]], "object": reading.table.at[words["Zumo"]]}
        said = {"trigger": words["triché"], "verb": words["triché"], "phrase": "tricher", "confidence": 0.9}
        return [Draft(**ends, **said, predicate=p, rule=f"{LEARNED}{p}") for p in (predicate, "supports")]

    monkeypatch.setattr(making, "find_learned", one_reading)
    found = document.__wrapped__("fr", f"Actualité\n\n{text}")
    told = {c.predicate: c.speaker is None for c in found.claims if c.predicate in (predicate, "supports")}

    assert told == {predicate: True, "supports": False}


@pytest.mark.model
def test_where_no_property_is_likely_two_things_may_still_be_related():
    """An open relation is as likely as all properties together: whichever it is, the two have to do with each other."""
    reading = a_reading()
    torn = a_judge(related=6.0)
    torn.networks[0].properties[:] = 0  # two properties, as likely as each other

    found = list(
        find_learned(reading, rule_drafts(reading), replace(torn, least=dict.fromkeys(KINDS, 0.6)), nothing,
                     no_states(reading))
    )  # fmt: skip

    assert found
    assert {d.predicate for d in found} == {OPEN}
    assert all(d.confidence > 0.9 for d in found)


@pytest.mark.model
@pytest.mark.parametrize(("related", "left"), [(0.9, {OPEN}), (0.01, set()), (None, set())])
def test_a_property_that_is_too_unsure_is_told_in_the_texts_own_words(monkeypatch, related, left):
    """That the two are related may be surer; if it is not, or a rule relates them in its own words, nothing is left."""

    def one_reading(reading, drafts, *rest):
        words = {w.text: w.i for w in reading.tree.words}
        ends = {"subject": reading.table.at[words["Luc"]], "object": reading.table.at[words["Zumo"]]}
        said = {"trigger": words["sort"], "verb": words["sort"], "phrase": "sortir avec", "past": True}
        return [Draft(**ends, **said, predicate="cooperatesWith", rule="learned/x", confidence=0.01, related=related)]

    monkeypatch.setattr(making, "find_learned", one_reading)
    found = document.__wrapped__("fr", "Luc Roux sort avec Zumo.")
    told = [c for c in found.claims if c.evidence.rule.startswith(LEARNED)]

    assert {c.predicate for c in told} == left
    assert all((c.evidence.rule, c.past) == (f"{LEARNED}{OPEN}", False) for c in told)


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Jane Morel said that Danel had betrayed the workers.",
        "Danel has betrayed the workers, Jane Morel said.",
    ],
)
def test_who_speaks_of_another_is_told_to_do_so_by_the_article(text):
    """What she and the firm have to do with each other is that she speaks of it: nobody but the article says that."""
    found = document("en", text)
    named = {m.id: m.surface for m in found.mentions}
    ends = {"Jane Morel", "Danel"}
    between = [c for c in found.claims if isinstance(c.object, str) and {named[c.subject], named[c.object]} == ends]
    assert all(c.speaker is None for c in between if c.predicate == OPEN)


def _found_between(monkeypatch, text, subject, predicate, target, trigger):
    """Return the claims of an article in which the networks found one relation, told by one word."""

    def one_reading(reading, drafts, *rest):
        words = {w.text: w.i for w in reading.tree.words}
        ends = {"subject": reading.table.at[words[subject]], "object": reading.table.at[words[target]]}
        said = {"trigger": words[trigger], "verb": words[trigger], "phrase": trigger, "confidence": 0.9}
        return [Draft(**ends, **said, predicate=predicate, rule=f"{LEARNED}{predicate}", background=True)]

    monkeypatch.setattr(making, "find_learned", one_reading)
    monkeypatch.setattr(making, "load_realist", lambda code: None)
    return [c for c in document.__wrapped__("fr", text).claims if c.evidence.rule.startswith(LEARNED)]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Le procès de Dumas aura lieu à Lyon en mars.", Modality.PLANNED),
        ("Le procès de Dumas a eu lieu à Lyon en mars.", Modality.ACTUAL),
    ],
)
def test_who_takes_part_in_an_event_does_so_as_surely_as_it_takes_place(monkeypatch, text, modality):
    """The networks read it off the noun, which takes nothing for granted."""
    found = _found_between(monkeypatch, text, "Dumas", "participatedIn", "procès", "procès")
    assert [c.modality for c in found] == [modality]


@pytest.mark.model
def test_where_somebody_is_is_as_real_as_the_clause_that_names_both(monkeypatch):
    """A place behind a name belongs to the act, not to the person."""
    text = "Demain, Anne Petit ira à Lyon, Paul Dumas à Paris et Luc Roux à Nice."
    found = _found_between(monkeypatch, text, "Paul", "locatedIn", "Paris", "Paul")
    assert [c.modality for c in found] == [Modality.PLANNED]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Paul Dumas envisage une rencontre avec Anne Petit.", "rencontre"),
        ("Paul Dumas a raconté sa rencontre avec Anne Petit.", "raconté"),
    ],
)
def test_what_a_verb_only_plans_is_told_by_the_event(text, told):
    """So the event's reality is that of what is met, asked for or planned."""
    reading = a_reading(text)
    words = {w.text: w.i for w in reading.tree.words}
    ends = tuple(reading.table.at[words[name]] for name in ("Paul", "Anne"))
    pair = next(p for p in find_pairs(reading) if (p.subject, p.object) == ends)
    key = next(w.i for w in reading.tree.words if w.pos == "VERB")
    assert reading.tree.words[_told_by(reading, pair, "metWith", key)].text == told
