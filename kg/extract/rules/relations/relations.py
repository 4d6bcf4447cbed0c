"""Applies the relation rules of a language to the frames of an article."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from kg.extract.rules.parsing.frames import Frame
from kg.extract.rules.parsing.tree import SUBJECTS, Word
from kg.extract.rules.relations.arguments import fill, make_implied
from kg.extract.rules.relations.denied_parts import denies_part, own_polarity
from kg.extract.rules.relations.industries import names_no_field
from kg.extract.rules.relations.literals import WRONGS, literals
from kg.extract.rules.relations.noun_frames import noun_frames
from kg.extract.rules.relations.open_relations import find_open
from kg.extract.rules.relations.picked import with_picked
from kg.extract.rules.relations.reading import Draft, Reading
from kg.extract.rules.relations.seats import is_seat_beside
from kg.extract.rules.relations.verb_frames import verb_frames
from kg.lang import LanguagePack, load_pack
from kg.lang.relations import RelationRule, Trigger
from kg.lang.schema import load_schema
from kg.model import OPEN, Datatype, MentionKind, Value

NAMELESS = 0.65  # of that of a parent whom the text does not name
UNNAMED = 0.4  # of the confidence of a role that its nameless bearer is only called by


CLAUSES = ("advcl", "parataxis", "relcl")  # "condamné à mort, X a fait appel" does not "fait mort"


class RuleIndex:
    """The rules of a language by the lemma of their trigger."""

    def __init__(self, pack: LanguagePack) -> None:
        self.by_lemma: dict[tuple[str, str], list[tuple[RelationRule, Trigger]]] = defaultdict(list)
        for rule in pack.relations:
            for trigger in rule.triggers:
                self.by_lemma[trigger.kind, trigger.head].append((rule, trigger))
        self.nominal = frozenset(head for kind, head in self.by_lemma if kind != "verb")


@cache
def rule_index(code: str) -> RuleIndex:
    """Index a language's rules once."""
    return RuleIndex(load_pack(code))


def find_relations(reading: Reading) -> Iterator[Draft]:
    """Yield a draft for each relation that a rule reads; relations without a property come out as open."""
    index = rule_index(reading.pack.code)
    for frame in verb_frames(reading.syntax):
        drafts = list(_apply(reading, index, frame, ("verb",)))
        yield from drafts
        if all(_are_joined(reading, draft) for draft in drafts):
            yield from find_open(reading, frame)
    light = reading.pack.lists.get("light_verbs", frozenset())
    for frame in noun_frames(reading.syntax, index.nominal, reading.titles, light):
        kinds = ("adjective", "role", "noun") if frame.kind == "adjective" else ("role", "noun", "adjective")
        yield from _apply(reading, index, frame, kinds)


def _are_joined(reading: Reading, draft: Draft) -> bool:
    """ "X et Y ont conçu une puce": that the two of a row are together does not tell what they do."""
    items, tree = reading.table.items, reading.tree
    if not isinstance(draft.object, int):
        return False
    return tree.first_conjunct(items[draft.subject].i) == tree.first_conjunct(items[draft.object].i)


def _apply(reading: Reading, index: RuleIndex, frame: Frame, kinds: tuple[str, ...]) -> Iterator[Draft]:
    """Yield what the rules read in one frame: the longest triggers speak alone, and each pair is joined once.

    A value is no rival of what is told of another thing: "condamné à deux millions d'euros d'amende pour fraude".
    """
    found: list[tuple[int, Draft]] = []
    head, _, particle = frame.lemma.partition(" ")  # "take over" is filed under "take"
    for kind in kinds:
        for rule, trigger in index.by_lemma.get((kind, head), ()):
            if particle and particle not in trigger.parts:
                continue
            if not particle and trigger.phrase in reading.pack.words["made_known"]:
                continue  # "fait un commentaire sur l'état des bus"
            if not _matches(reading, frame, trigger) or (rule.held_alone and _holds_less(reading, frame)):
                continue
            if not (rule.without and _tells_a_matter(reading, frame, rule.without)):
                found += [(len(trigger.parts), draft) for draft in _drafts(reading, rule, trigger, frame)]
    longest = {k: max((n for n, d in found if isinstance(d.object, int) == k), default=0) for k in (True, False)}
    best: dict[tuple[int, int | Value, str | None, str | None], Draft] = {}
    for parts, draft in found:
        if parts < longest[isinstance(draft.object, int)]:
            continue
        target = reading.table.root(draft.object) if isinstance(draft.object, int) else draft.object
        # a reading that may not hold hides no other, nor does what is wished hide that it is asked for
        key = (reading.table.root(draft.subject), target, draft.when, draft.modality)
        if key not in best or draft.confidence > best[key].confidence:
            best[key] = draft
    yield from best.values()


def _holds_less(reading: Reading, frame: Frame) -> bool:
    """ "directeur général adjoint", "vice president", "head of strategy": not the office itself."""
    tree, words = reading.tree, reading.pack.words
    parts = words.get("departments", frozenset())
    det = tree.child(frame.i, "det")
    if det is not None and tree.words[frame.i].lemma in words["held_by_many"] and det.lower in words["indefinite"]:
        return True  # "un responsable de l'institut"
    if det is None and tree.words[frame.i].case in words["stood_for"] and not _is_named(reading, frame.i):
        return True  # "is running for mayor of Lyon"
    for child in tree.children(frame.i, "name", "amod", "nmod"):
        if child.lower in parts and (child.rel != "nmod" or not child.case or child.case in words["of"]):
            return True
    if reading.pack.adposition == "head" and _is_of_a_field(reading, frame):
        return True
    below = [*tree.children(frame.i, "amod", "name", "nmod", "appos"), *tree.words[frame.i + 1 : frame.i + 3]]
    return any(w.lower in words["deputies"] | words["honorary"] | words["removed"] for w in below)


def _is_named(reading: Reading, i: int) -> bool:
    index = reading.at(i)
    return index is not None and reading.is_name(index)


def _is_of_a_field(reading: Reading, frame: Frame) -> bool:
    """ "its head of climate products", "Aton's enforcement director", "its chief economist": of one field of a body."""
    tree, words, word = reading.tree, reading.pack.words, reading.tree.words[frame.i]
    above = tree.words[word.head] if word.rel in ("amod", "name") and word.head > word.i else word
    between = tree.words[word.i + 1 : above.i]  # "chief financial officer"
    if above is not word and above.pos == "NOUN" and all(w.head == above.i for w in between):
        return any(w.lemma not in words["whole_offices"] for w in (*between, above))
    if "poss" not in frame.args and "at" not in frame.args:
        return False
    for child in tree.children(frame.i, "name", "nmod"):
        of = child.rel == "nmod" and child.case in words["of"] and tree.child(child.i, "det", "poss") is None
        before = child.rel == "name" and child.i == frame.i - 1
        field = child.pos == "NOUN" and child.lower not in words["whole_offices"] and not _is_body(reading, child)
        if field and (of or before):
            return True
    return False


def _is_body(reading: Reading, noun: Word) -> bool:
    """ "the bank chief", "the party leader": what one leads, and no field of it."""
    kind = reading.pack.nouns.get(noun.lemma, "Concept")
    return any(load_schema().is_a(kind, x) for x in ("Organization", "Group", "Place", "Person"))


def _tells_a_matter(reading: Reading, frame: Frame, adpositions: tuple[str, ...]) -> bool:
    """ "interpellé sur la réforme", "interpellé par des élus de la ville au sujet de la réforme"."""
    hung = [w for role in adpositions for w in frame.args.get(role, ()) if _is_next(reading, frame, w)]
    for agent in frame.args.get("agent", ()):
        below = list(reading.tree.children(agent, "nmod"))
        below += [inner for word in below for inner in reading.tree.children(word.i, "nmod")]
        hung += [word.i for word in below if word.case in adpositions]
    return any(_is_matter(reading, word) for word in hung)


def _is_next(reading: Reading, frame: Frame, word: int) -> bool:
    """Not "interpellé lors de l'enquête sur l'attentat": nothing but arguments stands before it."""
    between = reading.tree.words[frame.i + 1 : word]
    nouns = [w for w in between if w.pos == "NOUN" and w.rel in ("obl", "nmod")]
    arguments = {w for role in ("agent", "patient") for w in frame.args.get(role, ())}
    return not nouns or nouns[-1].i in arguments


def _is_matter(reading: Reading, word: int) -> bool:
    """ "sur la réforme", "sur Twitter"; neither a place ("sur l'autoroute") nor a ground ("sur des soupçons")."""
    index = reading.at(word)
    if index is None:
        return False
    definite = reading.table.items[index].determiner in ("definite", "possessive", "demonstrative")
    is_named = reading.table.items[index].kind is MentionKind.NAME
    return (definite or is_named) and not load_schema().is_a(reading.root(index).type, "Place")


def _matches(reading: Reading, frame: Frame, trigger: Trigger) -> bool:
    """Whether the trigger's other words hang below the head, and the verb is reflexive as the trigger says."""
    if trigger.kind == "verb":
        passive_like = frame.passive or not frame.reflexive
        if trigger.reflexive != frame.reflexive and not (not trigger.reflexive and passive_like):
            return False
        if trigger.reflexive and not frame.reflexive:
            return False
    if not trigger.parts:
        return True
    torn = trigger.phrase in reading.pack.words.get("particle_verbs", ()) and " " not in frame.lemma
    if torn and "patient" in frame.args:
        return False  # "took Aton to court over its patents" is no takeover
    if frame.near is None:
        frame.near = _near(reading, frame)
    told = frame.near.issuperset(trigger.parts)
    return told and not (trigger.kind == "verb" and denies_part(reading, frame, trigger.parts))


def _near(reading: Reading, frame: Frame) -> set[str]:
    """The words that hang below the head of a frame, and those below them."""
    tree = reading.tree
    near = {tree.words[i].lemma for i in frame.args.get("patient", ())}  # "the deal that X signed"
    for child in tree.children(frame.i):
        near.add(child.lemma)
        near.add(child.lower)
        besides = child.rel == "conj" and frame.kind == "verb"  # "a disparu des radars et fait figure de légende"
        inside = tree.children(child.i) if child.rel not in CLAUSES and not besides else []
        for inner in (
            c for c in inside if c.rel != "acl" or child.rel not in SUBJECTS
        ):  # "X, mort le 5 mars, laisse une veuve"
            near.add(inner.lemma)
            near.add(inner.lower)
            if inner.rel == "name":  # "a condamné le constructeur Valtec à une amende"
                near |= {c.lemma for c in tree.children(inner.i, "nmod")}
    return near


def _drafts(reading: Reading, rule: RelationRule, trigger: Trigger, frame: Frame) -> Iterator[Draft]:
    subjects = _fill(reading, rule, frame, trigger, of_subject=True)
    if not subjects:
        return
    if rule.value is not None:
        objects: list[tuple[int | Value, tuple[int, int] | None]] = _values(reading, rule, frame, trigger)
    else:
        objects = [(index, None) for index in _fill(reading, rule, frame, trigger, of_subject=False)]
    if rule.predicate == "memberOf" and len(subjects) > 1 and [x for x, _ in objects] == subjects:
        return  # "la CGT et FO, réunies en …": what two roles read in the same words is told of neither
    views = tuple(fill(reading, None, frame, rule.view_of, ("Agent", "Country"), trigger)) if rule.view_of else None
    for subject in subjects:
        for target, words in [_without_name(reading, subject, found) for found in objects]:
            if isinstance(target, int) and reading.table.root(subject) == reading.table.root(target):
                continue
            if rule.value == "money" and words is not None and words[0] <= reading.table.items[subject].i < words[1]:
                continue  # "propose une enveloppe de six millions": no price of itself
            if rule.predicate == "price" and _costs_somebody(reading, frame):
                continue
            make_implied(reading, subject, rule.from_is, _subject_types(rule))
            if isinstance(target, int):
                make_implied(reading, target, rule.to_is, _object_types(rule))
            yield Draft(
                subject=subject, predicate=_property(rule), object=target, trigger=frame.i, verb=frame.verb,
                phrase=trigger.phrase, rule=rule.id, object_words=words,
                confidence=_sure(reading, rule, trigger, subject, target),
                polarity=rule.polarity or own_polarity(reading, frame), modality=rule.modality,
                when=rule.when, past=rule.past, views=views,
                background=_is_granted(reading, rule, trigger, frame, subject),
            )  # fmt: skip


def _values(
    reading: Reading, rule: RelationRule, frame: Frame, trigger: Trigger
) -> list[tuple[int | Value, tuple[int, int] | None]]:
    """The values of a rule; a name is no line of business."""
    fields = rule.predicate == "industry"
    found = literals(reading, rule, frame, trigger)
    return [(value, words) for value, words in found if not (fields and names_no_field(reading, *words))]


def _fill(reading: Reading, rule: RelationRule, frame: Frame, trigger: Trigger, *, of_subject: bool) -> list[int]:
    """One end of a rule; of a relation between two things also each name picked out of several."""
    implied, roles = (rule.from_is, rule.subject) if of_subject else (rule.to_is, rule.object)
    types = _subject_types(rule) if of_subject else _object_types(rule)
    found = fill(reading, implied, frame, roles, types, trigger)
    if rule.to_named and not of_subject:
        return [i for i in found if reading.is_name(i)]
    if "anyone" in roles or (rule.value is not None and rule.predicate not in WRONGS):
        return found  # "neuf personnes, dont X, sont jugées pour vol": of an act each is held for
    return with_picked(reading, found, types, lambda kinds: fill(reading, None, frame, roles, kinds, trigger))


def _costs_somebody(reading: Reading, frame: Frame) -> bool:
    """ "Smuggling costs the treasury $480m": what somebody loses is no price, as it is in "sold X to Y for $2m"."""
    below = (reading.tree.words[i] for i in frame.args.get("recipient", ()))
    return any(word.rel == "iobj" and word.pos != "ADP" and not word.case for word in below)


def _without_name(
    reading: Reading, subject: int, found: tuple[int | Value, tuple[int, int] | None]
) -> tuple[int | Value, tuple[int, int] | None]:
    """ "le géant de l'énergie Rosneft": the name behind a string is not part of it."""
    target, words = found
    if not isinstance(target, Value) or target.datatype is not Datatype.STRING or words is None:
        return found
    table, root = reading.table, reading.table.root(subject)
    told = (x for i, x in enumerate(table.items) if table.root(i) == root and x.kind is not MentionKind.PRONOUN)
    start = next((x.core[0] for x in told if words[0] < x.core[0] < words[1]), None)
    if start is None:
        return found
    while start - 1 > words[0] and reading.tree.words[start - 1].pos in ("ADP", "DET"):
        start -= 1  # "une plainte pour contrefaçon contre Apple"
    return replace(target, text=reading.text(words[0], start)), (words[0], start)


def _is_granted(reading: Reading, rule: RelationRule, trigger: Trigger, frame: Frame, subject: int) -> bool:
    """Whether a role or seat is told beside the clause, and holds whoever is speaking: not of others in a quotation."""
    if rule.object == ("sum",) and rule.subject == ("self",):
        return True  # "the £410m hospital", as "the new hospital"
    if rule.predicate == "headquarteredIn" and is_seat_beside(reading, trigger.kind, frame):
        return frame.i not in reading.attribution.in_quote
    region, root = reading.attribution.region(frame.i), reading.root(subject)
    known = root.kind is MentionKind.NAME or root.type != "Person"
    quoted = known and region is not None and region.direct and region.speaker is not None
    return trigger.kind == "role" and frame.verb == frame.i and "subject" not in frame.args and not quoted


def _sure(reading: Reading, rule: RelationRule, trigger: Trigger, subject: int, target: int | Value) -> float:
    """How sure a rule is: "sa fille", whom no name stands for, is as a rule somebody whom the text names elsewhere.

    So is "son père", though it matters less who he is.
    """
    if rule.predicate == "parentOf" and rule.subject == ("self",) and not reading.is_name(subject):
        return rule.confidence * NAMELESS
    unnamed = isinstance(target, int) and not reading.is_name(target)
    return rule.confidence * (UNNAMED if unnamed and trigger.kind == "role" and rule.object == ("self",) else 1.0)


def _property(rule: RelationRule) -> str:
    """A rule may only say that two things are related: an open relation with the rule's words."""
    return OPEN if rule.predicate == "relatedTo" else rule.predicate


def _subject_types(rule: RelationRule) -> tuple[str, ...]:
    return rule.from_types or load_schema().properties[rule.predicate].domains


def _object_types(rule: RelationRule) -> tuple[str, ...]:
    return rule.to_types or load_schema().properties[rule.predicate].ranges
