"""Where the shares of a firm are traded: "Shares in Valtec fell 6% in Tokyo", "Valtec lost 9% on the Lagos bourse"."""

from collections.abc import Iterator

from kg.extract.rules.parsing.tree import Tree, Word
from kg.extract.rules.relations.arguments import is_one_of, make_implied, may_be_misread
from kg.extract.rules.relations.reading import Draft, Reading
from kg.extract.rules.relations.results import firms_spoken_of

FIRM = ("Company",)
SURE = 0.8


def find_listings(reading: Reading) -> Iterator[Draft]:
    """Yield the firm and the exchange, or its city, where a price is told to have moved."""
    tree, words = reading.tree, reading.pack.words
    for verb in tree.words:
        if verb.lemma not in words["price_moves"] or verb.pos not in ("VERB", "AUX"):
            continue
        markets = _markets(reading, verb)
        subjects = [tree.words[i] for i in reading.syntax.subjects(verb.i)[0]] if markets else []
        for firm in (i for subject in subjects for i in _firms(reading, subject, verb)):
            for market in markets:
                make_implied(reading, firm, FIRM[0], FIRM)
                yield Draft(
                    subject=firm, predicate="listedOn", object=market, trigger=verb.i, verb=verb.i, phrase=verb.lemma,
                    rule="listing/price", confidence=SURE,
                )  # fmt: skip


def _markets(reading: Reading, verb: Word) -> list[int]:
    """ "in Tokyo", "on the Lagos bourse", "in early London trading": be they hung on the verb or on the figure."""
    tree, words = reading.tree, reading.pack.words
    figures = [c.i for c in tree.children(verb.i, "obj", "attr", "npadvmod", "obl", "advmod")]
    found = []
    for child in (c for i in (verb.i, *figures) for c in tree.children(i, "obl", "nmod")):
        kinds = ("City",) if child.case in words["market_in"] else ("Organization",)
        if child.case not in words["market_in"] | words["market_on"]:
            continue
        names = [c.i for c in tree.children(child.i, "name")] if child.lemma in words["dealing"] else [child.i]
        for i in (j for name in names for j in tree.conjuncts(name)):
            index = reading.at(i)
            if index is not None and reading.is_name(index) and is_one_of(reading, index, kinds):
                found.append(index)
    return list(dict.fromkeys(found))


def _firms(reading: Reading, subject: Word, verb: Word) -> list[int]:
    """Whose shares moved: of "Valtec's shares", "shares in Valtec", "the shares"; or a firm that moves by per cent."""
    tree, stocks = reading.tree, reading.pack.words["stocks"]
    if subject.lemma not in stocks:
        return _fitting(reading, tree.conjuncts(subject.i)) if _by_share(reading, verb) else []
    owners = [c.i for c in tree.children(subject.i, "poss", "nmod", "name") if not c.case or c.case in _of(reading)]
    if not owners:
        return _fitting(reading, firms_spoken_of(reading, subject))[:1]
    return _fitting(reading, [i for owner in owners for i in tree.conjuncts(owner)])


def _of(reading: Reading) -> frozenset[str]:
    return reading.pack.words["of"] | reading.pack.words["held_in"]


def _fitting(reading: Reading, words: list[int]) -> list[int]:
    """The references among words that are firms, or names that may be."""
    found = [index for i in words if (index := reading.at(i)) is not None]
    return [i for i in found if is_one_of(reading, i, FIRM) or may_be_misread(reading, i)]


def _by_share(reading: Reading, verb: Word) -> bool:
    """ "rose 6%", "fell by 12 per cent": prices move so; "cède 70 % de Zumo à Vernal" sells a firm."""
    tree, shares = reading.tree, reading.pack.patterns["numbers"]["approximators"].get("percent", ["%"])
    moved = [c for c in tree.children(verb.i) if c.i > verb.i and _is_share(tree, c, shares)]
    return any(
        not _fitting(reading, [x.i for x in tree.children(c.i, "nmod") if x.case in _of(reading)]) for c in moved
    )


def _is_share(tree: Tree, word: Word, shares: list[str]) -> bool:
    parts = tree.words[word.i - 1 : word.i + 1]
    return word.lower in shares or " ".join(p.lower for p in parts) in shares
