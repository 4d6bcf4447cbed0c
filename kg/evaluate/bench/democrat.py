"""Democrat: French coreference chains over news, CoNLL-U with the chains in the last column (CC BY-SA 4.0)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.evaluate.bench.arguments import an_article
from kg.evaluate.bench.tally import Tally
from kg.lang.fold import without_determiner
from kg.lang.gazetteer import load_gazetteer
from kg.link.chains import find_chains
from kg.model import Article, Document, Span

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


def measure(texts: Iterable[ChainedText], documents: Iterable[Document]) -> dict[str, Tally]:
    """Count mentions that are in a chain, MUC links, and pairs.

    A mention of ours is theirs if it starts where theirs starts, its determiner or not, and ends no later: their spans
    run over the whole noun phrase, ours do not. "links of ours": of two mentions that we join and that both stand in
    their chains, how many they join too; precision only.
    """
    tallies = {k: Tally() for k in ("mentions in chains", "MUC", "links of ours")}
    for text, document in zip(texts, documents, strict=True):
        gold = [c for c in text.chains if len(c) > 1]
        find = _Finder(text.article.text, gold)
        ours = [
            [find(m.span) or m.span for m in c.mentions]
            for c in find_chains(document, load_gazetteer())
            if len(c.mentions) > 1
        ]
        tallies["mentions in chains"] += _mentions(find.chain_of, ours)
        tallies["MUC"] += _muc(find.chain_of, ours, gold)
        for chain in ours:
            known = [find.chain_of[s] for s in chain if s in find.chain_of]
            pairs = [(a, b) for n, a in enumerate(known) for b in known[n + 1 :]]
            same = sum(a == b for a, b in pairs)
            tallies["links of ours"] += Tally(len(pairs), same, len(pairs), same)
    return tallies


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


def _mentions(chain_of: dict[Span, int], ours: list[list[Span]]) -> Tally:
    given = {s for c in ours for s in c}
    hit = len(given & set(chain_of))
    return Tally(len(chain_of), hit, len(given), hit)


def _muc(chain_of: dict[Span, int], ours: list[list[Span]], gold: list[frozenset[Span]]) -> Tally:
    of_ours = {s: i for i, c in enumerate(ours) for s in c}
    wanted, found = _links(gold, of_ours)
    given, right = _links([frozenset(c) for c in ours], chain_of)
    return Tally(wanted, found, given, right)


def _links(chains: list[frozenset[Span]], other: dict[Span, int]) -> tuple[int, int]:
    """Return the links that the chains need, and those that the other side also makes (Vilain et al. 1995)."""
    needed = made = 0
    for chain in chains:
        parts = len({other[s] for s in chain if s in other}) + sum(s not in other for s in chain)
        needed += len(chain) - 1
        made += len(chain) - parts
    return needed, made
