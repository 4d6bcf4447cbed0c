"""What the ranker sees of a description and of a name that it may stand for: hashed traits and their combinations."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from kg.extract.rules.coreference.ranker import SIZE
from kg.extract.rules.mentions.compared import compatible
from kg.extract.rules.mentions.large_classes import large_class, number
from kg.extract.rules.mentions.modifiers import complement_of, country_said, owner_of
from kg.extract.rules.mentions.names import Names
from kg.extract.rules.mentions.references import Reference, References
from kg.extract.rules.parsing.tree import SUBJECTS, Tree
from kg.lang import LanguagePack
from kg.lang.schema import load_schema
from kg.model import MentionKind

LEAD = 3  # sentences of title and lead
MOST = 3  # ranks and crowds are told apart up to here
SIMILAR = 10  # steps of the likeness of two words

# What a trait combines; "c." marks what is said of a candidate.
NONE = (
    ("head",), ("head", "det"), ("head", "det", "complement"), ("head", "whole"), ("det", "type"),
    ("det", "complement", "large"), ("adjective",), ("head", "adjective"), ("sent", "det"), ("former", "large"),
    ("rel", "det"), ("case", "det"), ("country", "large"), ("crowd",), ("whole", "large"), ("ruled",),
    ("ruled", "head"), ("ruled", "large", "complement"), (),
)  # fmt: skip
CANDIDATE = (
    ("large", "c.large"), ("type", "c.type"), ("c.fit",), ("c.fit", "det"), ("c.fit", "head"), ("head", "c.type"),
    ("head", "c.large"), ("c.gender", "large"), ("c.gender", "head"), ("c.number",), ("c.far",), ("c.far", "large"),
    ("c.far", "det"), ("c.role", "c.far"), ("c.often", "c.crowd", "large"), ("c.late", "c.crowd", "large"),
    ("c.late", "c.often"), ("c.late", "c.often", "c.large"), ("c.called",), ("c.called", "det"),
    ("c.called", "complement"), ("c.called", "large"), ("c.called", "head"), ("c.like called", "large"),
    ("c.like name", "c.large"), ("c.like name", "c.called"), ("c.in name", "large"), ("c.country",),
    ("c.country", "large"), ("c.whole",), ("c.owner", "det"),
    ("c.size", "c.large"), ("c.title", "c.large"), ("c.title", "c.often", "c.large"), ("c.acts", "large"),
    ("c.ahead", "det"), ("c.ahead", "sent", "large"), ("c.kind", "c.far"), ("c.fit", "c.called", "c.far"),
    ("c.fit", "c.late", "c.often"), ("c.large", "complement", "det"), ("former", "c.called"),
    ("c.like called", "c.called", "c.late"), ("c.far", "c.called", "large"), ("whole", "c.called"),
    ("head", "c.called", "c.often"), ("c.ruled",), ("c.ruled", "large"), ("c.ruled", "det"), ("c.ruled", "head"),
    ("c.ruled", "complement", "large"), ("c.ruled", "c.called", "c.far"),
)  # fmt: skip
SAID = ("head", "det", "type", "large", "complement", "whole", "adjective", "sent", "former", "rel", "case", "country",
        "crowd", "ruled")  # fmt: skip
SEEN = ("c.large", "c.type", "c.fit", "c.gender", "c.number", "c.far", "c.role", "c.often", "c.late", "c.crowd",
        "c.called", "c.like called", "c.like name", "c.in name", "c.country", "c.whole", "c.owner", "c.size",
        "c.title", "c.acts", "c.ahead", "c.kind", "c.ruled")  # fmt: skip
Vector = Callable[[str], NDArray[np.float32]]


@dataclass(slots=True)
class Bearer:
    """What the text so far has said of one named thing."""

    root: int
    last: int  # its last mention, or the next one if there was none
    times: int = 0
    acts: int = 0  # as a subject
    in_title: bool = False
    ahead: bool = False  # named only later


class Describer:
    """Describes the descriptions of one article, and the names that they may stand for."""

    def __init__(self, tree: Tree, pack: LanguagePack, table: References, names: Names, vector: Vector) -> None:
        self.tree, self.pack, self.table, self.names, self.vector = tree, pack, table, names, vector
        self.countries: list[tuple[int, str]] | None = None

    def say(self, item: Reference, crowd: int, ruled: bool) -> dict[str, int]:
        """Describe a description: the columns of SAID."""
        tree, word = self.tree, self.tree.words[item.i]
        complement = complement_of(tree, self.pack, self.table, word)
        bare = next((c.lemma for c in tree.children(item.i, "nmod")), None) if complement is None else None
        if complement is None:
            kind = "none" if bare is None else "bare"
            whole = kind if bare is None else f"bare {bare}"
        else:
            of, top = self.table.items[complement], self.table.items[self.table.root(complement)]
            named = of.kind is MentionKind.NAME
            kind = f"{'name' if named else of.determiner} {large_class(top.type)}"
            whole = kind if named else f"{kind} {of.head}"
        adjectives = list(tree.children(item.i, "amod"))
        prefixes = tuple(sorted(self.pack.words["former_prefixes"]))
        former = word.lower.startswith(prefixes) or any(c.lower in self.pack.words["former"] for c in adjectives)
        values = (
            item.head, item.determiner, item.type, large_class(item.type), kind, whole,
            adjectives[0].lemma if adjectives else "", min(item.sent, LEAD), former, word.rel, word.case,
            country_said(tree, self.names, item.i) is not None, min(crowd, 5), ruled,
        )  # fmt: skip
        return {name: number(str(value)) for name, value in zip(SAID, values, strict=True)}

    def see(self, item: Reference, bearer: Bearer, ruled: int | None) -> dict[str, int]:
        """Describe a candidate: the columns of SEEN but its ranks."""
        tree, table, root = self.tree, self.table, bearer.root
        top, last = table.items[root], table.items[bearer.last]
        rel = tree.words[last.i].rel
        word = tree.words[item.i]
        called = table.described.get(root, set())
        name = top.name.split() or [""]
        complement, owner = complement_of(tree, self.pack, table, word), owner_of(tree, table, word)
        values: dict[str, object] = {
            "c.large": large_class(top.type), "c.type": top.type, "c.fit": fit(item.type, top.type),
            "c.gender": "?" if not (top.gender and item.gender) else top.gender == item.gender,
            "c.number": "?" if not (top.number and item.number) else top.number == item.number,
            "c.far": (-1 if bearer.ahead else 1) * _nearness(abs(item.sent - last.sent)),
            "c.role": "subject" if rel in SUBJECTS else "object" if rel in ("obj", "iobj") else "other",
            "c.called": "so" if item.head in called else "otherwise" if called else "nothing",
            "c.like called": max((self._likeness(item.head, each) for each in sorted(called)), default=-1),
            "c.like name": max(
                self._likeness(item.head, each)
                for each in {name[0], name[-1], name[-1].capitalize(), tree.words[top.i].text}
            ),
            "c.in name": item.head in name,
            "c.country": self._country(item, root),
            "c.whole": complement is not None and table.root(complement) == root,
            "c.owner": owner is not None and table.root(owner) == root,
            "c.size": min(bearer.times, 6), "c.title": bearer.in_title, "c.acts": min(bearer.acts, MOST),
            "c.ahead": bearer.ahead, "c.kind": last.kind.value, "c.ruled": root == ruled,
        }  # fmt: skip
        return {key: number(str(value)) for key, value in values.items()}

    def _likeness(self, one: str, other: str) -> int:
        """How near two words are by their vectors, from 0 to SIMILAR - 1."""
        return _steps(self.vector, one, other)

    def _country(self, item: Reference, root: int) -> str:
        said = country_said(self.tree, self.names, item.i)
        if said is None:
            return "unsaid"
        if self.table.items[root].known == said:
            return "itself"
        if self.countries is None:
            every = ((j, country_said(self.tree, self.names, x.i)) for j, x in enumerate(self.table.items))
            self.countries = [(j, country) for j, country in every if country is not None]
        theirs = {country for j, country in self.countries if self.table.root(j) == root}
        return "same" if said in theirs else "other" if theirs else "unknown"


def ranks(
    bearers: list[Bearer], table: References, order: Callable[[Bearer], tuple[object, ...]]
) -> dict[int, tuple[int, int]]:
    """Return for each root its rank among those of its large class, and how many they are."""
    groups: dict[str, list[Bearer]] = {}
    for bearer in sorted(bearers, key=order):
        groups.setdefault(large_class(table.items[bearer.root].type), []).append(bearer)
    found = {}
    for group in groups.values():
        for rank, bearer in enumerate(group):
            found[bearer.root] = number(str(min(rank, MOST))), number(str(min(len(group), MOST + 1)))
    return found


@cache
def fit(description: str, name: str) -> str:
    """How the class of a description and that of a name go together."""
    schema = load_schema()
    if description == name:
        return "same"
    if schema.is_a(description, name) or schema.is_a(name, description):
        return "is"
    return "may" if compatible(description, name) else "no"


@lru_cache(maxsize=1 << 16)
def _steps(vector: Vector, one: str, other: str) -> int:
    likeness = float(vector(one) @ vector(other))
    return int(max(0, min(SIMILAR - 1, (likeness + 0.1) * SIMILAR)))


def _nearness(sentences: int) -> int:
    return sentences if sentences < 4 else 4 if sentences < 6 else 5 if sentences < 10 else 6


def _seeds(combinations: tuple[tuple[str, ...], ...], start: int) -> tuple[tuple[int, tuple[str, ...]], ...]:
    return tuple((n * 0x9E3779B1, names) for n, names in enumerate(combinations, start))


NONES = _seeds(NONE, 1)
CANDIDATES = _seeds(CANDIDATE, 1 + len(NONE))


def hashed(values: dict[str, int], combinations: tuple[tuple[int, tuple[str, ...]], ...]) -> list[int]:
    """Return a number below SIZE for each combination of values (the hashing trick: Weinberger et al., 2009)."""
    found = []
    for seed, names in combinations:
        total = seed
        for name in names:
            total = ((total ^ values[name]) * 0x85EBCA6B) & 0xFFFFFFFF
            total ^= total >> 15
        found.append(total % SIZE)
    return found
