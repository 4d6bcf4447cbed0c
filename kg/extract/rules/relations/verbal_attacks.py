"""Attacks in words: a deputy who "attaque" the minister blames him, unless the clause tells with what he struck."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.rules.relations.reading import Draft, Reading
from kg.lang.schema import load_schema
from kg.model import MentionKind

# what is told of who lives by words: his office or party, or that he spoke for or against something
PUBLIC = frozenset(
    {"holdsPosition", "memberOfParty", "headOfStateOf", "headOfGovernmentOf", "chairOf", "spokespersonFor",
     "gaveInterviewTo", "criticized", "supports", "opposes", "promised", "denies"}
)  # fmt: skip
BLAMED = ("Person", "Company", "MediaOutlet", "PoliticalParty", "GovernmentBody")
ARMED = ("SecurityAgency",)
SURE = 0.75


def with_verbal_attacks(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Let attacks by those who fight with words be blame: "Le député attaque la ministre sur les retraites"."""
    verbs = reading.pack.words["attacking_in_words"]
    told = [n for n, d in enumerate(drafts) if d.predicate == "attacked" and _verb(reading, d) in verbs]
    if not told:
        return drafts
    public = set(_public(reading, drafts))
    turned = {n for n in told if _is_in_words(reading, drafts[n], public)}
    for n in turned:
        draft = drafts[n]
        if isinstance(draft.object, int):
            reading.rule_out("attacked", draft.subject, draft.object, draft.trigger)
    return [_blame(d) if n in turned else d for n, d in enumerate(drafts)]


def _blame(draft: Draft) -> Draft:
    return replace(draft, predicate="criticized", rule="speech/attack", confidence=SURE)


def _verb(reading: Reading, draft: Draft) -> str:
    return reading.tree.words[draft.trigger].lemma


def _public(reading: Reading, drafts: list[Draft]) -> Iterator[int]:
    for draft in drafts:
        if draft.predicate in PUBLIC:
            yield reading.table.root(draft.subject)


def _is_in_words(reading: Reading, draft: Draft, public: set[int]) -> bool:
    attacker = reading.root(draft.subject)
    if not isinstance(draft.object, int) or attacker.type != "Person" or _is_with_arms(reading, draft.trigger):
        return False
    schema, target, root = load_schema(), reading.root(draft.object), reading.table.root
    if not schema.fits(target.type, BLAMED) or schema.fits(target.type, ARMED):
        return False
    if target.type == "GovernmentBody" and reading.table.items[draft.object].kind is MentionKind.NAME:
        return False  # "attaque Kiev"
    held = attacker.kind is MentionKind.NOMINAL and attacker.head in reading.pack.lists["positions"]
    return held or (attacker.kind is MentionKind.NAME and root(draft.subject) in public)


def _is_with_arms(reading: Reading, verb: int) -> bool:
    """ "à coups de couteau", "with a knife"."""
    tree, arms = reading.tree, reading.pack.words["struck_with"]
    beside = list(tree.children(verb, "obl", "obj", "nmod"))
    below = [c for one in beside for c in tree.children(one.i, "nmod")]
    return any(w.lemma in arms for w in (*beside, *below))
