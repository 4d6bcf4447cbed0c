"""CSV: one flat table for spreadsheets, and nodes and edges for Neo4j and Gephi, safe to open."""

import csv
import re
from collections.abc import Iterable
from typing import Final, TextIO

from kg.export.places import Places
from kg.export.source import Source
from kg.graph.iris import Iris
from kg.model import Entity, Evidence, Fact, Span, Value

_NUMBER = re.compile(r"-?\d+([.,]\d+)?")
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")  # what makes a spreadsheet run a cell (OWASP, CSV injection)

FACT_COLUMNS: Final = (
    "fact", "subject", "subject_label", "subject_type", "predicate", "phrase", "object", "object_label", "object_type",
    "polarity", "modality", "speaker", "speaker_label", "asserted", "past", "time", "confidence",
    "article", "start", "end", "evidence",
    "article_id", "sentence", "sentence_start", "sentence_end", "trigger_start", "trigger_end", "subject_start",
    "subject_end", "object_start", "object_end", "rule", "extractor", "evidence_confidence",
)  # fmt: skip
_FACT_ONLY: Final = FACT_COLUMNS.index("article")


def write_csv(source: Source, stream: TextIO) -> None:
    """Write one line for each place that shows a fact."""
    table = _Labels(source)
    rows = (
        [*table.fact(fact), *table.evidence(evidence)]
        for fact in source.graph.facts
        for evidence in (fact.evidence or (None,))
    )
    _write(stream, FACT_COLUMNS, rows)


def write_nodes_csv(source: Source, stream: TextIO) -> None:
    """Write one line an entity or literal, with the headers of neo4j-admin import; Gephi reads Id and Label."""
    iris, nodes, shown = Iris(source.base), [], Places(source.graph)
    for entity in source.graph.entities:
        told = [entity.label, entity.type, ";".join(entity.aliases), str(len(entity.mentions)), shown.mentions(entity)]
        nodes.append([iris.entity(entity.id), *told])
    literals = {literal_id(f.object): f.object for f in source.graph.facts if isinstance(f.object, Value)}
    nodes += [[name, value.text, "Literal", "", "0", "[]"] for name, value in sorted(literals.items())]
    rows = ([name, name, *rest] for name, *rest in nodes)
    _write(stream, ("iri:ID", "Id", "Label", ":LABEL", "aliases:string[]", "mentions:int", "places"), rows)


def write_edges_csv(source: Source, stream: TextIO) -> None:
    """Write one line a fact, with the headers of neo4j-admin import; Gephi reads Source, Target, Type and Weight."""
    table, iris = _Labels(source), Iris(source.base)
    columns = (
        ":START_ID",
        ":END_ID",
        ":TYPE",
        "Source",
        "Target",
        "Type",
        "Weight",
        *FACT_COLUMNS[:_FACT_ONLY],
        "evidence",
        "places",
    )
    rows = []
    for fact in source.graph.facts:
        start = iris.entity(fact.subject)
        end = literal_id(fact.object) if isinstance(fact.object, Value) else iris.entity(fact.object)
        weight = len({e.article for e in fact.evidence}) or 1
        said = " | ".join(e.text for e in fact.evidence)
        places = table.places.evidence(fact)
        rows.append([start, end, fact.predicate, start, end, "Directed", str(weight), *table.fact(fact), said, places])
    _write(stream, columns, rows)


def literal_id(value: Value) -> str:
    """Return the name of the node that stands for a literal where only nodes can be joined."""
    return f"literal:{value.datatype.value}:{value.text}"


class _Labels:
    """Turns facts and evidence into cells."""

    def __init__(self, source: Source) -> None:
        self._iris = Iris(source.base)
        self._entities = {e.id: e for e in source.graph.entities}
        self.places = Places(source.graph)

    def fact(self, fact: Fact) -> list[str]:
        """Return the cells of a fact."""
        if isinstance(fact.object, Value):
            object_ = ["", fact.object.text, fact.object.datatype.value]
        else:
            object_ = self._entity(fact.object)
        return [
            fact.id, *self._entity(fact.subject), fact.predicate, fact.phrase, *object_, fact.polarity.value,
            fact.modality.value, *(self._entity(fact.speaker)[:2] if fact.speaker else ("", "")),
            str(fact.asserted).lower(), str(fact.past).lower(), (fact.period and fact.period.value) or "",
            str(fact.confidence),
        ]  # fmt: skip

    def evidence(self, evidence: Evidence | None) -> list[str]:
        """Return the cells of a place in an article."""
        if evidence is None:
            return [""] * len(FACT_COLUMNS[_FACT_ONLY:])
        return [
            self.places.article(evidence), *_ends(evidence.clause), evidence.text,
            evidence.article, self.places.sentence(evidence), *_ends(evidence.sentence), *_ends(evidence.trigger),
            *_ends(evidence.subject), *_ends(evidence.object), evidence.rule, evidence.extractor,
            str(evidence.confidence),
        ]  # fmt: skip

    def _entity(self, id_: str) -> list[str]:
        entity: Entity | None = self._entities.get(id_)
        iri = self._iris.entity(id_)
        return [iri, entity.label, entity.type] if entity else [iri, id_, ""]


def _ends(span: Span | None) -> list[str]:
    return ["", ""] if span is None else [str(span.start), str(span.end)]


def guarded(cell: str) -> str:
    """Return the cell such that no spreadsheet runs it: an apostrophe before what looks like a formula."""
    if cell.startswith(_FORMULA) and not _NUMBER.fullmatch(cell):
        return "'" + cell
    return cell


def _write(stream: TextIO, columns: Iterable[str], rows: Iterable[list[str]]) -> None:
    plain = csv.writer(stream, lineterminator="\n")
    quoted = csv.writer(stream, lineterminator="\n", quoting=csv.QUOTE_ALL)
    plain.writerow(columns)
    for row in rows:
        cells = [guarded(cell.replace("\x00", "")) for cell in row]
        # Many readers end a line at a carriage return that is not quoted, and the writer does not think of that.
        (quoted if any("\r" in cell for cell in cells) else plain).writerow(cells)
