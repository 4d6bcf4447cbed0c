"""What an article tells within reported speech by itself: clauses that commas set off, and what a semicolon parts."""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.rules.parsing.syntax import Syntax
from kg.extract.rules.parsing.tree import Tree, Word
from kg.extract.rules.reality.clauses import Clauses
from kg.extract.rules.voice.regions import Region
from kg.model import Modality

BESIDE = ("relcl", "acl", "appos")  # what may tell of a noun
BRACKETS = {"(": ")", "[": "]"}
NOTE = 30  # words of an editor's note
TELLING = ("NOUN", "PROPN", "NUM")  # one of which tells more than who the source is
PREDICATES = ("attr", "ROOT")  # as which a noun is what is said: "it was the union that had lost"


def without_closers(syntax: Syntax, regions: list[Region], places: Sequence[int]) -> list[Region]:
    """ "X relève que tout va bien, note le journal": a closing clause of speech is no part of what it closes.

    Args:
        places: of each reference, its word.
    """
    behind = [r for r in regions if r.verb is not None and r.speaker is not None and places[r.speaker] > r.verb]
    told = []
    for region in regions:
        around = [r for r in behind if r.verb in region.words and region.verb in r.words]
        own = {i for r in around for i in syntax.tree.subtree(r.verb or 0) if i not in r.words}
        told.append(replace(region, words=region.words - own))
    return [region for region in told if region.words]


def without_asides(clauses: Clauses, region: Region, in_quote: frozenset[int]) -> frozenset[int]:
    """Return the words of a region that its speaker says."""
    if region.direct:
        return region.words
    syntax = clauses.syntax
    words, kept = syntax.tree.words, _on_one_side(syntax, region, in_quote)
    asides = {
        i
        for n in kept
        if words[n].rel in BESIDE and n not in in_quote and words[n].head in kept and _is_aside(clauses, words[n])
        for i in syntax.tree.subtree(n)
    }
    behind = {i for n in kept if _is_set_against(syntax, region, words[n], in_quote) for i in syntax.tree.subtree(n)}
    return (kept if region.verb in asides else kept - asides) - behind


def _is_set_against(syntax: Syntax, region: Region, clause: Word, in_quote: frozenset[int]) -> bool:
    """ "X a admis que Y était parti, alors que Z arrivait": behind the comma the article goes on."""
    if clause.rel != "advcl" or clause.i in in_quote or region.verb is None or clause.i < region.verb:
        return False
    words, first = syntax.tree.words, syntax.tree.subtree(clause.i, ("punct",))[0]
    opening = " ".join(w.lower for w in words[first : first + 2])
    return first > 0 and words[first - 1].text == "," and opening in syntax.pack.words["set_against"]


def told_in_brackets(tree: Tree, source: set[int]) -> set[int]:
    """ "Zumo (8.000 salariés, selon Le Monde) a racheté Aton": what else stands in the brackets of a source's words."""
    first, last = tree.sents[tree.words[min(source)].sent]
    marks = {*BRACKETS, *BRACKETS.values()}
    before = next((n for n in range(min(source) - 1, first - 1, -1) if tree.words[n].text in marks), None)
    behind = next((n for n in range(max(source) + 1, last) if tree.words[n].text in marks), None)
    if before is None or behind is None or BRACKETS.get(tree.words[before].text) != tree.words[behind].text:
        return set()
    inside = set(range(before + 1, behind)) - source
    return inside if any(tree.words[n].pos in TELLING for n in inside) else set()


def editors_notes(syntax: Syntax) -> frozenset[int]:
    """ "Jean Blin (le maire, NDLR)", "Jean Blin [le maire]": what an editor adds, whoever is speaking."""
    found: set[int] = set()
    opened: dict[str, int] = {}  # by the mark that closes it
    noted = False
    for word in syntax.tree.words:
        if word.text in BRACKETS:
            opened[BRACKETS[word.text]], noted = word.i, word.text == "["
        elif word.text in opened:
            first = opened.pop(word.text)
            if noted and word.i - first <= NOTE:
                found.update(range(first, word.i))
        noted = noted or word.lower.strip(".") in syntax.pack.words["editors_notes"]
    return frozenset(found)


def _is_aside(clauses: Clauses, beside: Word) -> bool:
    return _is_set_off(clauses.syntax, beside) or _is_granted(clauses, beside)


def _is_granted(clauses: Clauses, beside: Word) -> bool:
    """Whether a clause tells which one is meant, which the article tells, and not what kind of a thing.

    "dit que le parc situé à Lyon a brûlé", "said that the union that represents them had lost"; no "said that it was
    the union that had lost".
    """
    syntax, tree, noun = clauses.syntax, clauses.tree, clauses.tree.words[beside.head]
    if not noun.i < beside.i or noun.pos not in ("NOUN", "PROPN"):
        return False
    definite = any("Definite=Def" in c.morph or "PronType=Dem" in c.morph for c in tree.children(noun.i, "det"))
    if beside.rel == "relcl":
        picked = definite and noun.rel not in PREDICATES and syntax.pack.adposition == "head"
        return picked and clauses.tense(beside) is Modality.ACTUAL
    participle = syntax.is_past_participle(beside) or syntax.is_present_participle(beside)
    given = beside.rel == "acl" and participle and (definite or noun.pos == "PROPN")
    return given and syntax.pack.adposition == "child"


def _is_set_off(syntax: Syntax, beside: Word) -> bool:
    """ "dit que Nokia, fondée par X, quitte Lyon", "said that Nokia, which X founded, …": told of a noun in passing."""
    tree, noun = syntax.tree, syntax.tree.words[beside.head]
    first = tree.subtree(beside.i)[0]
    if noun.pos not in ("NOUN", "PROPN") or not noun.i < first or tree.words[first - 1].text != ",":
        return False
    return beside.rel != "acl" or syntax.is_past_participle(beside)


def _on_one_side(syntax: Syntax, region: Region, in_quote: frozenset[int]) -> frozenset[int]:
    """ "X a quitté Lyon ; Y part aussi, a dit Z": a semicolon parts what its verb of speech does not reach."""
    words, verb, that = syntax.tree.words, region.verb, syntax.pack.words["that"]
    if verb is None:
        return region.words
    marks = [
        w.i
        for w in words[min(region.words) : max(region.words)]
        if w.text == ";" and w.i not in in_quote and words[w.i + 1].lower not in that
    ]
    start = max((i for i in marks if i < verb), default=-1)
    end = min((i for i in marks if i > verb), default=len(words))
    return frozenset(i for i in region.words if start < i < end)
