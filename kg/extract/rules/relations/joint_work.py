"""Who does something together with whom: "teste un service en partenariat avec Valtec"."""

from collections.abc import Iterator

from kg.extract.rules.parsing.tree import ROOT, Word
from kg.extract.rules.relations.means import users
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.lang.schema import load_schema

BODIES = ("Organization", "Country")
NEAR = 12  # words in which the head of a phrase stands


def find_joint_work(reading: Reading) -> Iterator[Draft]:
    """ "en collaboration avec X et Y": whoever does it, or whose name stands before it, works with each of them."""
    for noun, verb, partner in joint_partners(reading):
        for doer in _doers(reading, noun, verb):
            if reading.table.root(doer) != reading.table.root(partner):
                yield joint_draft(doer, partner, noun, verb)


def joint_partners(reading: Reading) -> Iterator[tuple[Word, Word | None, int]]:
    """Yield the noun of each "en collaboration avec X et Y", the verb above it, and each of those behind it."""
    tree, words = reading.tree, reading.pack.words
    for noun in tree.words:
        if noun.lemma in words["joint_work"] and noun.case in words["jointly"]:
            verb = next((w for w in tree.ancestors(noun.i) if w.pos == "VERB"), None)
            for partner in agents(reading, _behind(reading, noun)):
                yield noun, verb, partner


def joint_draft(doer: int, partner: int, noun: Word, verb: Word | None) -> Draft:
    """Return that two work together; without a verb it holds whoever is speaking."""
    draft = said_by_form(doer, "cooperatesWith", partner, verb.i if verb is not None else noun.i, "jointly", 0.75)
    draft.background = verb is None
    return draft


def find_joint_acts(reading: Reading) -> Iterator[Draft]:
    """ "owns the mine together with X", "Zumo, together with X, has …": whoever does it does it with them."""
    adverbs = reading.pack.words["joint_adverbs"]
    for adverb in reading.tree.words if adverbs else ():
        partner = _led_by(reading, adverb) if adverb.lower in adverbs else None
        if partner is None:
            continue
        verb = next((w for w in reading.tree.ancestors(partner.i) if w.pos == "VERB"), None)
        for other in agents(reading, [partner], BODIES):
            for doer in _doers(reading, partner, verb):
                body = load_schema().fits(reading.root(doer).type, BODIES)
                if body and reading.table.root(doer) != reading.table.root(other):
                    at = verb.i if verb is not None else adverb.i
                    draft = said_by_form(doer, "cooperatesWith", other, at, "jointly", 0.75)
                    draft.background = verb is None
                    yield draft


def find_side_by_side(reading: Reading) -> Iterator[Draft]:
    """ "a visité l'usine aux côtés de X": who does something beside somebody does it with him."""
    tree, words = reading.tree, reading.pack.words
    for noun in tree.words if words["beside_whom"] else ():
        if noun.lower not in words["beside_whom"]:
            continue
        verb = next((w for w in tree.ancestors(noun.i) if w.pos == "VERB"), None)
        for partner in agents(reading, _behind(reading, noun)):
            for doer in _doers(reading, noun, verb):
                if reading.table.root(doer) != reading.table.root(partner):
                    yield joint_draft(doer, partner, noun, verb)


def _led_by(reading: Reading, adverb: Word) -> Word | None:
    """The head of the phrase that an adverb and its adposition open: "together with the Dutch firm X"."""
    tree, start = reading.tree, adverb.i + 2
    if start >= len(tree.words) or tree.words[start - 1].lower not in reading.pack.words["together"]:
        return None
    near = [w for w in tree.words[start : start + NEAR] if w.case and tree.subtree(w.i)[0] == start]
    return max(near, key=lambda w: len(tree.subtree(w.i)), default=None)


def _behind(reading: Reading, noun: Word) -> list[Word]:
    """The complement right behind the noun, whether the parser hung it there or beside."""
    tree, words = reading.tree, reading.pack.words
    hung = (c for i in (noun.i, noun.head) if i != ROOT for c in tree.children(i, "nmod", "obl"))
    return [c for c in hung if c.case in words["together"] and tree.subtree(c.i)[0] == noun.i + 1]


def _doers(reading: Reading, noun: Word, verb: Word | None) -> list[int]:
    """The name or noun of somebody that the phrase stands behind, else who acts."""
    beside = reading.tree.words[noun.head] if noun.head != ROOT else noun
    done = beside.rel == "obj" and verb is not None  # "teste un service en partenariat avec": who tests it
    done = done or (
        verb is not None and noun.lower in reading.pack.words["beside_whom"] and _is_within(reading, beside)
    )
    if not done and beside.pos != "VERB" and (found := agents(reading, [beside])):
        return found[:1]
    return users(reading, verb) if verb is not None else []


def _is_within(reading: Reading, word: Word) -> bool:
    """ "est entré au capital de Zumo aux côtés de Valtec": who stands in a circumstance of the act does not act."""
    above = (word, *reading.tree.ancestors(word.i))
    complement = next((w for w in above if w.rel != "nmod"), word)
    return complement.rel == "obl" and complement is not word and complement.case not in reading.pack.words["by"]


def agents(reading: Reading, heads: list[Word], kinds: tuple[str, ...] = ("Agent",)) -> list[int]:
    """Return the references of some classes that words and what is joined to them make."""
    found = (reading.at(part) for word in heads for part in reading.tree.conjuncts(word.i))
    return [i for i in found if i is not None and load_schema().fits(reading.root(i).type, kinds)]
