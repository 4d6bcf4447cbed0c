"""Where those are who are in a state: "L'enquête est en cours à Rome", "placé en garde à vue à Rome"."""

from collections.abc import Iterator

from kg.extract.rules.parsing.tree import ROOT, Word
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.lang.schema import load_schema
from kg.model import MentionKind

BEARERS = ("Person", "Group")  # whom a verb puts into a state
SITES = ("Place", "Organization")  # "en prison à Fresnes": a thing that lies somewhere, not only a state


def is_state(reading: Reading, word: Word) -> bool:
    """ "en déplacement à Rome": whether a noun is no thing of its own, but the state that somebody is in."""
    if word.case not in reading.pack.words["state_marks"] or word.pos != "NOUN":
        return False
    if reading.tree.child(word.i, "det", "nummod") is not None or _is_of_a_thing(reading, word):
        return False
    index = reading.at(word.i)
    return index is None or not load_schema().fits(reading.root(index).type, SITES)


def _is_of_a_thing(reading: Reading, word: Word) -> bool:
    """ "en marge du sommet à Rome": the place may be that of the thing; but "en visite de travail à Rome"."""
    things = (reading.at(c.i) for c in reading.tree.children(word.i, "nmod") if c.case in reading.pack.words["of"])
    items = reading.table.items
    return any(x is not None and (items[x].determiner or items[x].kind is MentionKind.NAME) for x in things)


def located_in_state(reading: Reading, place: int, word: Word) -> Iterator[Draft]:
    """Yield `locatedIn` of whoever is in the state that a place completes."""
    state = reading.tree.words[word.head]
    if word.i < state.i or word.case not in reading.pack.words["locative"] or not is_state(reading, state):
        return
    verb = _carrier(reading, state)
    for owner in _bearers(reading, state, place):
        draft = said_by_form(owner, "locatedIn", place, verb.i, "place/verb", 0.6)
        draft.background = False
        yield draft


def _carrier(reading: Reading, state: Word) -> Word:
    """The word that tells whether somebody is in a state: "est en visite", "placé en garde à vue"."""
    above = reading.tree.words[state.head] if state.head != ROOT else state
    return above if above.pos == "VERB" and reading.tree.child(state.i, "cop") is None else state


def _bearers(reading: Reading, state: Word, place: int) -> list[int]:
    """Whom a clause says to be in a state: its subject, or the object before it: "a mis un homme en prison"."""
    tree, syntax = reading.tree, reading.syntax
    if tree.child(state.i, "cop") is not None:
        return [x for i in syntax.subjects(state.i)[0] for x in placed(reading, place, i, ("Event", *BEARERS))]
    if state.head == ROOT:
        return []
    above = tree.words[state.head]
    if above.pos != "VERB" and tree.child(above.i, "cop") is None:
        return placed(reading, place, above.i, BEARERS)  # "un homme en garde à vue à Rome"
    if any(w.text == "," for w in tree.words[above.i : state.i]):
        return []  # "vante ses ventes, en hausse à Rome"
    objects = [c.i for c in tree.children(above.i, "obj") if c.i < state.i]
    found = [x for i in objects for x in placed(reading, place, i, BEARERS)]
    return found or [x for i in syntax.subjects(above.i)[0] for x in placed(reading, place, i, BEARERS)]


def placed(reading: Reading, place: int, i: int, wanted: tuple[str, ...]) -> list[int]:
    """The references of a word and those coordinated to it that are of a class and not the place itself."""
    root = reading.table.root
    found = (reading.at(part) for part in reading.tree.conjuncts(i))
    others = [x for x in found if x is not None and root(x) != root(place)]
    return [x for x in others if load_schema().fits(reading.root(x).type, wanted)]
