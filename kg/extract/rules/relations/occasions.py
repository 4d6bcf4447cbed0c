"""Where the occasion of an act is: "trois blessés à Lyon lors d'une marche", "arrivé à Rome pour un sommet"."""

from collections.abc import Iterator

from kg.extract.rules.parsing.tree import Word
from kg.extract.rules.relations.houses import OCCURRING
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.extract.rules.relations.states import placed


def held_there(reading: Reading, index: int, place: Word, verb: Word) -> Iterator[Draft]:
    """Yield that the event on whose occasion, or for whose sake, somebody does something at a place is there too."""
    words, tree = reading.pack.words, reading.tree
    if verb.lemma in words["states"]:
        return  # "a vécu à Londres pendant la guerre"
    cases = words["occasions"] | (words["on_purpose"] if verb.lemma in words["coming"] else frozenset())
    for word in (*tree.children(verb.i, "obl", "advcl"), *tree.children(place.i, "nmod")):
        if word.case not in cases or word.lemma in words["no_occasions"] or _is_elsewhere(reading, verb, place, word):
            continue
        for event in placed(reading, index, word.i, OCCURRING):
            draft = said_by_form(event, "locatedIn", index, verb.i, "place/occasion", 0.65)
            draft.background = False
            yield draft


def _is_elsewhere(reading: Reading, verb: Word, place: Word, event: Word) -> bool:
    """ "lors d'un sommet à Nice": whether the event has a place of its own, wherever the parser hung it."""
    tree = reading.tree
    behind = [c for c in tree.children(verb.i, "obl") if c.i > event.i and c is not place]
    return any(c.case in reading.pack.words["locative"] for c in (*tree.children(event.i, "nmod"), *behind))
