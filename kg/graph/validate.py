"""Whether a graph keeps the rules: fast checks as queries (ontology/checks) and SHACL shapes (ontology/shapes.ttl)."""

import re
from collections import Counter
from collections.abc import Container
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from pyoxigraph import DefaultGraph, NamedNode, QuerySolutions, RdfFormat, Store

from kg.graph import vocabulary as v
from kg.graph.ontology import ontology_file
from kg.model import Graph

if TYPE_CHECKING:  # the fast checks run at the end of every build and need neither
    import rdflib

VIOLATION: Final = "violation"
WARNING: Final = "warning"
_WANTED = re.compile(r"(?:sh:class|sh:datatype|have class) (\w+:\w+)")  # in the words of pySHACL
INSTANT: Final = ("dangling", "leak", "missing-plain-triple", "wrongly-asserted", "wrongly-withheld")


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Finding:
    """A rule that something in the graph breaks."""

    severity: str  # "violation": the graph is wrong; "warning": it is unlikely
    check: str
    node: str  # IRI
    message: str
    value: str = ""  # what is wrong there, if it is one thing


@dataclass(frozen=True, slots=True)
class Check:
    """A query that finds what breaks a rule."""

    name: str
    severity: str
    message: str
    query: str


def validate(store: Store) -> list[Finding]:
    """Return all that is wrong or unlikely, sorted: the fast checks and the shapes."""
    return sorted({*quick_findings(store), *shape_findings(store)})


def quick_findings(store: Store, *, only: Container[str] | None = None) -> list[Finding]:
    """Return what the fast checks find: leaks, missing plain triples, wrong offsets, names that lead nowhere.

    Args:
        only: Names of checks; INSTANT are those that cost next to nothing. None: all.
    """
    found = set()
    for check in load_checks():
        if only is not None and check.name not in only:
            continue
        solutions = store.query(check.query, prefixes=dict(v.PREFIXES))
        assert isinstance(solutions, QuerySolutions)
        for solution in solutions:
            node = solution["node"]
            iri = node.value if isinstance(node, NamedNode) else str(node)
            found.add(Finding(severity=check.severity, check=check.name, node=iri, message=check.message))
    return sorted(found)


def offsets_hold(graph: Graph) -> bool:
    """Whether all offsets cut the words out of the articles' texts: the check "offsets", without a query."""
    texts = {article.id: article.text for article in graph.articles}
    places = [(e.article, e.clause, e.text) for fact in graph.facts for e in fact.evidence]
    places += [(m.article, m.span, m.surface) for entity in graph.entities for m in entity.mentions]
    return all(texts[article][span.start : span.end] == words for article, span, words in places if article in texts)


def shape_findings(store: Store) -> list[Finding]:
    """Return what SHACL finds in the default graph; it takes seconds on thousands of facts: not for every build."""
    import pyshacl
    import rdflib
    from rdflib.namespace import SH

    data = rdflib.Graph()
    dump = store.dump(format=RdfFormat.N_TRIPLES, from_graph=DefaultGraph())
    data.parse(data=dump, format="nt")
    _, report, _ = pyshacl.validate(
        data, shacl_graph=_rdflib_file("shapes.ttl"), ont_graph=_rdflib_file("newskg.ttl"), inplace=True
    )
    assert isinstance(report, rdflib.Graph)
    return sorted({_finding(report, result) for result in report.subjects(rdflib.RDF.type, SH.ValidationResult)})


@cache
def load_checks() -> tuple[Check, ...]:
    """Return the checks of ontology/checks, sorted by name; the first line of each says severity and message."""
    checks = []
    for file in sorted(ontology_file("checks").glob("*.rq")):
        text = file.read_text(encoding="utf-8")
        severity, _, message = text.partition("\n")[0].removeprefix("# ").partition(": ")
        checks.append(Check(file.stem, severity, message, text))
    return tuple(checks)


def to_report(findings: list[Finding], *, per_check: int = 5) -> str:
    """Return the findings for people: one paragraph a rule, its first nodes, how many more."""
    if not findings:
        return "The graph keeps every rule.\n"
    counts = Counter(f.severity for f in findings)
    lines = [", ".join(f"{counts[s]} {s}{'s' if counts[s] > 1 else ''}" for s in (VIOLATION, WARNING) if counts[s])]
    by_rule: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in findings:
        by_rule.setdefault((finding.severity, finding.check, finding.message), []).append(finding)
    for (severity, check, message), broken in by_rule.items():
        lines.append(f"\n{severity} {check}: {message}")
        lines += [f"  <{f.node}>" + (f"  has  {f.value}" if f.value else "") for f in broken[:per_check]]
        if len(broken) > per_check:
            lines.append(f"  and {len(broken) - per_check} more")
    return "\n".join(lines) + "\n"


def _finding(report: "rdflib.Graph", result: Any) -> Finding:
    from rdflib.namespace import SH

    severity = report.value(result, SH.resultSeverity)
    path, value = report.value(result, SH.resultPath), report.value(result, SH.value)
    said = " ".join(str(report.value(result, SH.resultMessage) or "").split())
    # A shape that is no property shape speaks of the subject; its name is that of the property.
    name = _short(path if path is not None else report.value(result, SH.sourceShape))
    wanted = [kind.rsplit(":", 1)[-1] for kind in _WANTED.findall(said)]
    if wanted:
        side = "object" if path is not None else "subject"
        said = f"its {side} should be {' or '.join(dict.fromkeys(wanted))}"
    node = str(report.value(result, SH.focusNode))
    shown = "" if value is None or str(value) == node else str(value)
    return Finding(
        severity=WARNING if severity in (SH.Warning, SH.Info) else VIOLATION,
        check=name,
        node=node,
        message=said,
        value=shown,
    )


def _short(term: object) -> str:
    import rdflib

    return str(term).removeprefix(v.NKG).rsplit("#", 1)[-1] if not isinstance(term, rdflib.BNode) else "path"


@cache
def _rdflib_file(name: str) -> "rdflib.Graph":
    import rdflib

    return rdflib.Graph().parse(ontology_file(name), format="turtle")
