"""Further commands, one function each: search, validate, evaluate, import, push, serve."""

import json
import os
from argparse import Namespace
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from kg.build import KnowledgeGraph
from kg.build.statistics import counted
from kg.cli import tables
from kg.cli.terminal import Terminal
from kg.errors import ExportError

if TYPE_CHECKING:
    from kg.export.remote import Remote


def search(options: Namespace, terminal: Terminal) -> int:
    """`kg search`: 1 if nothing is found."""
    hits = KnowledgeGraph(Path(options.graph)).search(" ".join(options.words), kind=options.kind, limit=options.limit)
    if options.json:
        terminal.json([asdict(hit) for hit in hits])
    else:
        rows = [[hit.kind, hit.iri.rsplit("/", 1)[-1], " ".join(hit.text.split())] for hit in hits]
        terminal.show(tables.rows(["kind", "id", "words"], rows))
    if not hits:
        terminal.say_nothing_found()
    return 0 if hits else 1


def validate(options: Namespace, terminal: Terminal) -> int:
    """`kg validate`: 1 if the graph breaks a rule."""
    from kg.graph.files import read_rdf
    from kg.graph.validate import VIOLATION, quick_findings, to_report
    from kg.graph.validate import validate as validate_all

    store = read_rdf(Path(options.file)) if options.file else KnowledgeGraph(Path(options.graph)).store
    findings = quick_findings(store) if options.quick else validate_all(store)
    if options.json:
        terminal.json([asdict(finding) for finding in findings])
    else:
        terminal.data(to_report(findings))
    return int(any(finding.severity == VIOLATION for finding in findings))


def evaluate(options: Namespace, terminal: Terminal) -> None:
    """`kg evaluate`."""
    from kg.evaluate import evaluate as evaluate_graph
    from kg.evaluate.errors import find_errors
    from kg.evaluate.page import write_errors_page
    from kg.evaluate.phenomena import PHENOMENA
    from kg.evaluate.predictions import read_predictions
    from kg.evaluate.report import causes_text, errors_text, figures_text, table_text
    from kg.evaluate.score import by_phenomenon, by_property

    file = options.predictions or str(Path(options.graph, "graph.jsonl"))
    found = evaluate_graph(options.gold, file, split=options.split)
    if options.json:
        terminal.json({name: value for name, value in asdict(found).items() if name != "matches"})
        return
    parts = [figures_text(found)]
    if options.tables:
        parts.append(table_text(by_property(found)))
        parts.append(table_text(by_phenomenon(found, PHENOMENA)))
    listed = find_errors(found)
    if options.errors:
        parts += [causes_text(listed), errors_text(found, listed)]
    if options.html:
        write_errors_page(Path(options.html), found, listed, read_predictions(file).texts)
        terminal.say(f"Wrote {options.html}")
    terminal.data("\n\n".join(parts))


def import_(options: Namespace, terminal: Terminal) -> None:
    """`kg import`."""
    from kg.build.pipeline import Options, import_graphs

    with terminal.progress() as bar:
        import_graphs(options.files, Path(options.output), Options(), bar)
    found = KnowledgeGraph(Path(options.output)).statistics()
    if options.json:
        terminal.json({"articles": found.articles, "entities": found.entities, "facts": found.facts})
    entities, facts = counted(found.entities, "entity", "entities"), counted(found.facts, "fact")
    terminal.say(f"Now {counted(found.articles, 'article')}, {entities}, {facts}.")


def push(options: Namespace, terminal: Terminal) -> None:
    """`kg push`."""
    from kg.export.push import push as push_graph

    store = KnowledgeGraph(Path(options.graph)).store
    remote = _remote(options, options.to, options.query)
    pushed = push_graph(store, remote, graph=options.into, replace=options.replace, batch=options.batch)
    if options.json:
        terminal.json(asdict(pushed))
    arrived = "" if pushed.counted is None else f"; there are {pushed.counted} there"
    terminal.say(f"Sent {counted(pushed.sent, 'triple')}{arrived}.")


def mirror(graph: KnowledgeGraph, options: Namespace, terminal: Terminal) -> None:
    """The end of `kg build --store`: the store elsewhere gets the graph of the output.

    Raises:
        ExportError: it did not, or not all of it.
    """
    from kg.export.push import mirror as mirror_graph
    from kg.export.remote import query_address

    remote = _remote(options, options.store, options.query or query_address(options.store))
    try:
        pushed = mirror_graph(graph.store, remote, graph=options.into, batch=options.batch)
    except ExportError as error:
        kept = f"The graph is whole in {options.output}/; the same command sends it again."
        raise ExportError(error.problem, where=error.where, remedy=f"{error.remedy} {kept}") from error
    terminal.say(f"Sent {counted(pushed.sent, 'triple')} to {options.store}; there are {pushed.counted} there.")


def _remote(options: Namespace, url: str, query_url: str | None) -> "Remote":
    from kg.export.remote import Remote

    return Remote(
        url=url,
        query_url=query_url,
        method=options.method,
        user=options.user,
        password=os.environ.get("KG_PASSWORD"),
        token=os.environ.get("KG_TOKEN"),
    )


def serve(options: Namespace, terminal: Terminal) -> None:
    """`kg serve`: until Ctrl-C."""
    from kg.build.output import STORE
    from kg.server import Limits
    from kg.server import serve as serve_store

    def ready(address: str) -> None:
        if options.json:
            terminal.data(json.dumps({"endpoint": address}))
        root = address.removesuffix("sparql")
        terminal.say(f"Graph at {root}   SPARQL at {address}, to ask by hand {root}query   (Ctrl-C to stop)")

    KnowledgeGraph(Path(options.graph))
    limits = Limits(seconds=options.seconds, rows=options.rows)
    serve_store(Path(options.graph, STORE), port=options.port, limits=limits, workers=options.workers, ready=ready)
