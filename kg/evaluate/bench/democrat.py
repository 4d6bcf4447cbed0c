"""Democrat: French coreference chains over news, CoNLL-U with the chains in the last column (CC BY-SA 4.0)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.evaluate.bench import coreference
from kg.evaluate.bench.arguments import an_article
from kg.evaluate.bench.tally import Tally
from kg.lang.fold import without_determiner
from kg.lang.gazetteer import load_gazetteer
from kg.link.chains import Chain, find_chains
from kg.model import Article, Document, MentionKind, Span

_OPEN, _CLOSE, _SINGLE = re.compile(r"^\((\d+)$"), re.compile(r"^(\d+)\)$"), re.compile(r"^\((\d+)\)$")
_NO_SPACE_BEFORE = frozenset(",.;:!?)]…”»%")
_NO_SPACE_AFTER = frozenset("([“«'’-")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainedText:
    """A text with its chains of mentions."""

    article: Article
    chains: tuple[frozenset[Span], ...]


def read_texts(path: Path, *, only: str = "") -> list[ChainedText]:
    """Read the documents; with `only`, those whose name holds it."""
    parts = re.split(r"^#begin document ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]
    return [_text(part) for part in parts if only in part.split("\n", 1)[0]]


def _text(part: str) -> ChainedText:
    name, _, body = part.partition("\n")
    text, spans = "", []
    for cells in _tokens(body):
        joined = not text or cells[1][:1] in _NO_SPACE_BEFORE or text[-1] in _NO_SPACE_AFTER
        text += "" if joined or text.endswith("\n") else " "
        spans.append((Span(len(text), len(text) + len(cells[1])), cells[-1]))
        text += cells[1] + ("\n" if cells[1] in ".!?…" and cells[0] == "end" else "")
    return ChainedText(
        article=an_article(text, name=name.strip(), language="fr"),
        chains=tuple(_chains(spans)),
    )


def _tokens(body: str) -> Iterator[list[str]]:
    """Yield the written tokens; of a contraction ("des" = de + les) the written one carries what its parts carry."""
    lines = [line.split("\t") for line in body.splitlines() if line and line[0].isdigit()]
    position = 0
    while position < len(lines):
        cells = lines[position]
        position += 1
        if "-" in cells[0]:
            first, last = (int(n) for n in cells[0].split("-"))
            inside = lines[position : position + last - first + 1]
            position += len(inside)
            marks = [c[-1] for c in inside if c[-1] not in "*_"]
            yield [*cells[:-1], "|".join(marks) or "_"]
        elif "." not in cells[0]:
            yield cells


def _chains(tokens: list[tuple[Span, str]]) -> Iterator[frozenset[Span]]:
    chains: dict[str, set[Span]] = {}
    opened: dict[str, list[int]] = {}
    for span, marks in tokens:
        for mark in marks.split("|"):
            if found := _SINGLE.match(mark):
                chains.setdefault(found[1], set()).add(span)
            elif found := _OPEN.match(mark):
                opened.setdefault(found[1], []).append(span.start)
            elif (found := _CLOSE.match(mark)) and opened.get(found[1]):
                chains.setdefault(found[1], set()).add(Span(opened[found[1]].pop(), span.end))
    yield from (frozenset(spans) for _, spans in sorted(chains.items()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The figures over all texts."""

    mentions: Tally  # of chains of two and more
    muc: Tally
    conll_f1: float  # mean of MUC, B³ and CEAF over entities
    pronouns: Tally  # pronouns of theirs that we join to something named or described
    nearest: Tally  # the same pronouns, joined to the nearest mention before them


def measure(texts: Iterable[ChainedText], documents: Iterable[Document]) -> Score:
    """Compare chains of two and more mentions.

    A mention of ours is theirs if it starts where theirs starts, its determiner or not, and ends no later: their spans
    run over the whole noun phrase, ours do not.
    """
    sums, tallies = [0.0] * 7, {k: Tally() for k in ("mentions", "muc", "pronouns", "nearest")}
    for text, document in zip(texts, documents, strict=True):
        gold = [c for c in text.chains if len(c) > 1]
        find = _Finder(text.article.text, gold)
        found = find_chains(document, load_gazetteer())
        ours = [c for chain in found if len(c := _places(chain, find)) > 1]
        given = frozenset[Span]().union(*ours)
        hit = len(given & set(find.chain_of))
        tallies["mentions"] += Tally(len(find.chain_of), hit, len(given), hit)
        tallies["muc"] += coreference.muc(gold, ours)
        parts = (*coreference.b_cubed(gold, ours), *coreference.ceaf(gold, ours))
        sums = [total + part for total, part in zip(sums, parts, strict=True)]
        tallies["pronouns"] += _pronouns(found, find)
        tallies["nearest"] += _nearest(found, find)
    b3 = coreference.f1(_ratio(sums[0], sums[2]), _ratio(sums[1], sums[3]))
    ceaf = coreference.f1(_ratio(sums[4], sums[5]), _ratio(sums[4], sums[6]))
    return Score(conll_f1=(tallies["muc"].f1 + b3 + ceaf) / 3, **tallies)


class _Finder:
    """Finds the gold mention that a span of ours stands for."""

    def __init__(self, text: str, gold: list[frozenset[Span]]) -> None:
        self.chain_of = {span: i for i, chain in enumerate(gold) for span in chain}
        self._by_start: dict[int, list[Span]] = {}
        for span in sorted(self.chain_of, key=lambda s: (s.end - s.start, s)):
            words = span.cut(text)
            bare = span.end - len(without_determiner(words))
            for start in {span.start, bare}:
                self._by_start.setdefault(start, []).append(span)

    def __call__(self, span: Span) -> Span | None:
        """Return the shortest gold mention that starts there and does not end before it."""
        return next((s for s in self._by_start.get(span.start, ()) if s.end >= span.end), None)


def _places(chain: Chain, find: _Finder) -> frozenset[Span]:
    """Return where the mentions of a chain of ours stand: theirs where one is meant.

    Wider readings of one mention ("m3.1" of "m3") are no mentions besides it.
    """
    readings: dict[str, list[Span]] = {}
    for mention in chain.mentions:
        readings.setdefault(mention.id.partition(".")[0], []).append(mention.span)
    return frozenset(next(filter(None, map(find, spans)), spans[0]) for spans in readings.values())


def _pronouns(chains: Iterable[Chain], find: _Finder) -> Tally:
    """Count pronouns that stand in a chain of theirs, and those that our chain joins to a name or description of it."""
    total = Tally()
    for chain in chains:
        words = [m.span for m in chain.mentions if m.kind is not MentionKind.PRONOUN]
        said = {find.chain_of[g] for s in words if (g := find(s)) in find.chain_of}
        for mention in chain.mentions:
            if mention.kind is MentionKind.PRONOUN and (place := find(mention.span)) in find.chain_of:
                right = find.chain_of[place] in said
                total += Tally(1, right, bool(words), right)
    return total


def _nearest(chains: Iterable[Chain], find: _Finder) -> Tally:
    """Count the same pronouns, each joined to the last mention of ours before it that is no pronoun."""
    mentions = sorted((m for c in chains for m in c.mentions), key=lambda m: (m.span, m.id))
    total, last = Tally(), None
    for mention in mentions:
        place = find(mention.span)
        if mention.kind is not MentionKind.PRONOUN:
            last = place
        elif place in find.chain_of:
            right = last is not None and find.chain_of.get(last) == find.chain_of[place]
            total += Tally(1, right, last is not None, right)
    return total


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
