"""What makes a claim more or less sure, as "name=value": its rule, its sentence, how its arguments refer and hang."""

from collections.abc import Iterator
from functools import cache

from kg.extract.rules.mentions.references import VAGUE, Reference
from kg.extract.rules.parsing.tree import ROOT
from kg.extract.rules.relations.reading import Draft, Reading
from kg.lang.schema import load_schema
from kg.model import LEARNED, OPEN, Claim, MentionKind, Modality, Polarity, Value

LOOK_BACK = 60  # mentions among which the last one of the same thing is looked for
REAL = ((0.97, "sure"), (0.85, "likely"), (0.6, "possible"), (0.3, "unlikely"), (0.0, "no"))
RANKED = ((0.85, "sure"), (0.7, "likely"), (0.55, "possible"), (0.4, "doubtful"), (0.0, "unlikely"))
LARGE = ("Person", "Group", "Company", "Country", "Organization", "Place", "Product", "Eventuality", "Concept")


def rule_traits(draft: Draft, reading: Reading) -> Iterator[str]:
    """What was read, by which rule or network, off what kind of trigger."""
    word = reading.tree.words[draft.trigger]
    kind = "pattern" if not draft.phrase else word.pos.lower()
    yield f"predicate={draft.predicate}"
    yield f"kind={'open' if draft.predicate == OPEN else kind}"
    if draft.rule.startswith(LEARNED):
        yield f"trigger is={word.pos.lower()}"
    elif kind == "pattern":
        yield f"pattern={draft.rule}"
    else:
        yield f"rules={draft.rule.split('/')[1]}"  # the file of relation rules: its subject matter
    if " " in draft.phrase:
        yield "trigger=several words"
    if draft.background:
        yield "background"
    if draft.trigger != draft.verb:
        yield "trigger=under another verb"
    if word.pos in ("VERB", "AUX"):
        yield f"voice={'passive' if reading.syntax.is_passive(word) else 'active'}"
        yield f"clause={word.rel}"
        if reading.syntax.subjects(word.i)[1]:
            yield "subject=understood"


def reality_traits(claim: Claim, draft: Draft, reading: Reading) -> Iterator[str]:
    """How real a claim is told to be, when, and by whom."""
    if claim.polarity is Polarity.NEGATIVE:
        yield "negative"
    if claim.modality is not Modality.ACTUAL:
        yield "unreal"
        yield f"modality={claim.modality}"
    if claim.past:
        yield "past"
    if claim.period is not None:
        yield "dated"
    if draft.real is not None:
        yield f"reality={next(name for least, name in REAL if draft.real >= least)}"
    yield from voice_traits(draft, reading, said=claim.speaker is not None)


def voice_traits(draft: Draft, reading: Reading, *, said: bool) -> Iterator[str]:
    """In whose words a claim stands."""
    region = reading.attribution.region(draft.trigger)
    if said and region is not None and region.speaker is not None:
        yield f"said={'direct' if region.direct else 'indirect'}"
        yield f"speaker={_kind(reading, region.speaker)}"
    elif region is not None:
        yield "said=taken for granted"


def sentence_traits(number: int, reading: Reading) -> Iterator[str]:
    """Where in the article a sentence stands, and what it is like."""
    tree = reading.tree
    first, last = tree.sents[number]
    words = tree.words[first:last]
    if number == 0:
        yield "sentence=title"
    yield f"sentence={min(3, 4 * number // len(tree.sents)) + 1}. quarter"
    length = last - first
    yield f"length={'short' if length < 15 else 'middle' if length < 30 else 'long' if length < 45 else 'very long'}"
    if any(word.text == "?" for word in words):
        yield "sentence=question"
    if any('"' in word.text for word in words):
        yield "sentence=quotes"
    if not any(word.pos in ("VERB", "AUX") for word in words):
        yield "sentence=no verb"
    if sum(word.text in ",;:()" for word in words) > 4:
        yield "sentence=many parts"


def trigger_traits(trigger: int, reading: Reading) -> Iterator[str]:
    """How deep a trigger lies in its sentence, and what else there makes it less sure where nobody says it."""
    tree, pack = reading.tree, reading.pack
    first, last = tree.sents[tree.words[trigger].sent]
    words = tree.words[first:last]
    yield f"heads above={min(5, sum(1 for _ in tree.ancestors(trigger)))}"
    if reading.attribution.region(trigger) is None:
        if any(word.lemma in pack.reporting and word.pos == "VERB" and word.i != trigger for word in words):
            yield "cue=speech"
        if any(word.lower in pack.words["uncertain_adverbs"] for word in words):
            yield "cue=doubt"


def literal_traits(value: Value, draft: Draft) -> Iterator[str]:
    """What kind of literal an object is."""
    yield f"literal={value.datatype}"
    if len(value.text.split()) > 5:
        yield "literal=long"
    if draft.object_words is None:
        yield "literal=elsewhere"


def argument_traits(role: str, index: int, reading: Reading) -> Iterator[str]:
    """How an argument refers, and how it was resolved."""
    item, top = reading.table.items[index], reading.root(index)
    kind = _kind(reading, index)
    yield f"{role}={kind}"
    yield f"{role} is={_class(top.type)}"
    if top.type in VAGUE:
        yield f"{role}=of no class"
    if kind != "name":
        yield f"{role} stands for={_kind(reading, reading.table.root(index))}"
        yield f"{role} resolved={_distance(reading, index)}"
        if item.ranked is not None:
            yield f"{role} ranked={next(name for least, name in RANKED if item.ranked >= least)}"
        if role == "subject":
            yield f"{role} determiner={item.determiner or 'none'}"
    elif top.known is not None:
        yield f"{role}=known"
    elif not reading.tree.words[item.i].ent:
        yield f"{role}=no name to the model"
    if item.number == "Plur":
        yield f"{role}=plural"


def hanging_traits(role: str, item: Reference, trigger: int, reading: Reading) -> Iterator[str]:
    """How an argument hangs on the trigger."""
    tree = reading.tree
    if item.core[0] >= item.core[1]:
        return
    if item.sent != tree.words[trigger].sent:
        yield f"{role}=in another sentence"
        return
    words = abs(item.i - trigger)
    yield f"{role} words={'near' if words <= 3 else 'middle' if words <= 8 else 'far' if words <= 16 else 'very far'}"
    yield f"{role} hangs as={tree.words[item.i].rel}"
    yield f"{role} after={tree.words[item.i].case or 'nothing'}"
    if item.i == trigger:
        yield f"{role}=the trigger"
    else:
        yield f"{role} path={min(_path(reading, item.i, trigger), 4)}"
    if tree.words[item.i].rel == "conj" or tree.child(item.i, "conj") is not None:
        yield f"{role}=coordinated"
    if item.i in reading.attribution.in_quote and trigger not in reading.attribution.in_quote:
        yield f"{role}=in a quotation"


def pair_traits(draft: Draft, object_: int, reading: Reading) -> Iterator[str]:
    """How both ends are told, and whether the property may join their classes."""
    yield f"ends={_kind(reading, draft.subject)} and {_kind(reading, object_)}"
    schema, wanted = load_schema(), load_schema().properties.get(draft.predicate)
    if wanted is not None and not schema.fits(reading.root(draft.subject).type, wanted.domains):
        yield "subject=outside the domain"
    if wanted is not None and not schema.fits(reading.root(object_).type, wanted.ranges):
        yield "object=outside the range"


def _kind(reading: Reading, index: int) -> str:
    item = reading.table.items[index]
    if item.core[0] >= item.core[1]:
        return "nobody"
    return item.kind.value if item.kind is not MentionKind.PRONOUN else f"pronoun {item.determiner or 'other'}"


@cache
def _class(kind: str) -> str:
    """One of the few large classes."""
    schema = load_schema()
    found = next((large for large in LARGE if schema.is_a(kind, large)), None)
    return found or (kind if kind in VAGUE and kind else "other")


def _distance(reading: Reading, index: int) -> str:
    """How many sentences back the thing was last mentioned."""
    table = reading.table
    root = table.root(index)
    if root == index:
        return "not"
    here = table.items[index]
    for other in range(index - 1, max(-1, index - LOOK_BACK), -1):
        if table.root(other) == root:
            back = here.sent - table.items[other].sent
            return "same sentence" if back <= 0 else "last sentence" if back == 1 else "few sentences back"
    return "from afar"


def _path(reading: Reading, a: int, b: int) -> int:
    """How many heads lie between two words of a sentence."""
    words = reading.tree.words
    above, i, steps = {a: 0}, a, 0
    while words[i].head != ROOT and steps < 30:
        i, steps = words[i].head, steps + 1
        above[i] = steps
    i, steps = b, 0
    while i not in above and words[i].head != ROOT and steps < 30:
        i, steps = words[i].head, steps + 1
    return above.get(i, 9) + steps
