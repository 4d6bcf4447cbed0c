"""What follows from what was read: rules as queries (ontology/rules), their results in a named graph of their own.

Nothing derived is ever written where what was read lies. Every derived triple has a node that names its rule and the
statements that it follows from, so that it leads back to sentences. The graph can be thrown away and made again.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, QuerySolutions, RdfFormat, Store, Triple, parse

from kg.graph import vocabulary as v
from kg.graph.iris import DEFAULT_BASE, Iris
from kg.graph.ontology import ontology_file

_ONTOLOGY: Final = v.nkg("ontology")  # where the rules find it while they run
_WORK: Final = DefaultGraph()
DERIVED: Final = v.nkg("DerivedStatement")
DERIVED_BY: Final = v.nkg("derivedBy")
IMPLIED_BY: Final = v.nkg("impliedBy")


@dataclass(frozen=True, slots=True)
class _Step:
    """How a triple was derived first."""

    rule: str
    premises: tuple[Triple, ...]


def derive(quads: Iterable[Quad], *, base: str = DEFAULT_BASE) -> Iterator[Quad]:
    """Yield the quads of the derived graph of what was read; its name is `Iris(base).derived()`."""
    quads = [quad for quad in quads if quad.graph_name == _WORK]
    statements = _asserted_statements(quads)
    steps = _closure(statements)
    iris = Iris(base)
    names = {triple: NamedNode(iris.statement("d-" + _hash(triple))) for triple in steps}
    graph = NamedNode(iris.derived())
    for triple, step in sorted(steps.items(), key=lambda item: str(item[0])):
        yield Quad(triple.subject, triple.predicate, triple.object, graph)
        yield from _node(names[triple], triple, step, graph)
        for premise in step.premises:
            for source in [names[premise]] if premise in names else statements[premise]:
                yield Quad(names[triple], IMPLIED_BY, source, graph)


def _asserted_statements(quads: list[Quad]) -> dict[Triple, list[NamedNode]]:
    """Return the statements of each plain triple, sorted; a triple that no statement shows has none."""
    parts: dict[str, dict[str, Quad]] = {}
    relations = {quad.predicate.value for quad in quads if quad.predicate.value.startswith(v.NKG)} & _relations()
    found: dict[Triple, list[NamedNode]] = {q.triple: [] for q in quads if q.predicate.value in relations}
    for quad in quads:
        if quad.predicate in (v.SUBJECT, v.PREDICATE, v.OBJECT, v.ASSERTED):
            parts.setdefault(str(quad.subject), {})[quad.predicate.value] = quad
    for _, node in sorted(parts.items()):
        triple = _stated(node)
        if triple in found and isinstance(subject := node[v.SUBJECT.value].subject, NamedNode):
            found[triple].append(subject)
    return found


def _stated(node: dict[str, Quad]) -> Triple | None:
    if len(node) < 4 or getattr(node[v.ASSERTED.value].object, "value", "") != "true":
        return None
    subject, predicate, term = (node[p.value].object for p in (v.SUBJECT, v.PREDICATE, v.OBJECT))
    if isinstance(subject, NamedNode) and isinstance(predicate, NamedNode):
        return Triple(subject, predicate, term)
    return None


def _closure(known: Iterable[Triple]) -> dict[Triple, _Step]:
    """Apply all rules until nothing new follows."""
    store = Store()
    store.extend(Quad(t.subject, t.predicate, t.object) for t in known)
    store.extend(Quad(q.subject, q.predicate, q.object, _ONTOLOGY) for q in _ontology())
    steps: dict[Triple, _Step] = {}
    while True:
        fresh: dict[Triple, _Step] = {}
        for rule, text in _rules():
            for triple, step in _applied(store, rule, text):
                if triple not in steps and triple not in fresh and Quad(*triple) not in store:
                    fresh[triple] = step
        if not fresh:
            return steps
        steps.update(fresh)
        store.extend(Quad(*triple) for triple in fresh)


def _applied(store: Store, rule: str, text: str) -> list[tuple[Triple, _Step]]:
    solutions = store.query(text, prefixes={**v.PREFIXES, "owl": v.OWL})
    assert isinstance(solutions, QuerySolutions)
    found = []
    names = [variable.value for variable in solutions.variables]
    for solution in solutions:
        triple = Triple(solution["s"], solution["p"], solution["o"])
        premises = [Triple(solution["s1"], solution["p1"], solution["o1"])]
        if "s2" in names:
            premises.append(Triple(solution["s2"], solution["p2"], solution["o2"]))
        found.append((triple, _Step(rule, tuple(premises))))
    return sorted(found, key=lambda pair: (str(pair[0]), str(pair[1].premises)))


def _node(node: NamedNode, triple: Triple, step: _Step, graph: NamedNode) -> Iterator[Quad]:
    yield Quad(node, v.TYPE, DERIVED, graph)
    yield Quad(node, v.SUBJECT, triple.subject, graph)
    yield Quad(node, v.PREDICATE, triple.predicate, graph)
    yield Quad(node, v.OBJECT, triple.object, graph)
    yield Quad(node, DERIVED_BY, Literal(step.rule), graph)


def _hash(triple: Triple) -> str:
    return hashlib.sha256(str(triple).encode()).hexdigest()[:12]


@cache
def _rules() -> tuple[tuple[str, str], ...]:
    files = sorted(ontology_file("rules").glob("*.rq"))
    return tuple((file.stem, file.read_text(encoding="utf-8")) for file in files)


@cache
def _ontology() -> tuple[Quad, ...]:
    return tuple(parse(path=str(ontology_file("newskg.ttl")), format=RdfFormat.TURTLE))


@cache
def _relations() -> frozenset[str]:
    """Return the properties that join things, as the ontology marks them by nkg:tier."""
    tier = v.nkg("tier")
    acts = {v.CLAIMS.value, v.PROMISED.value}  # they join people and statements
    properties = (q.subject for q in _ontology() if q.predicate == tier)
    return frozenset(p.value for p in properties if isinstance(p, NamedNode)) - acts
