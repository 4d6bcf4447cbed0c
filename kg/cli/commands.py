"""One function a command: calls the library and shows the answer."""

import gc
import sys
import webbrowser
from argparse import Namespace
from dataclasses import asdict
from importlib.resources import files
from pathlib import Path

from kg.build import KnowledgeGraph, Options, build_output, pick_examples, remove_article
from kg.build.pipeline import Report
from kg.build.statistics import counted
from kg.cli import tables
from kg.cli.more import mirror
from kg.cli.terminal import Terminal
from kg.errors import IngestError, KgError, QueryError
from kg.export.remote import check_address
from kg.ingest import Defaults
from kg.ingest.read import ENDINGS
from kg.query.unknown import unknown_terms

SAMPLES = Path(str(files("kg"))) / "samples"  # what else lies there is part of kg
NAMED = 3  # files that were passed over
COLLECTED = (50_000, 20, 50)  # objects and turns between looks for cycles: most of what a build makes lives to its end


def build(options: Namespace, terminal: Terminal) -> int:
    """`kg build`: 1 if the graph breaks a rule of its own, which is a fault of kg."""
    paths = [*options.articles, *([str(SAMPLES)] if options.samples else [])]
    if not paths:
        raise IngestError("no article given", remedy="Try: kg build --samples, or: kg build ARTICLE.txt")
    if options.store:
        check_address(options.store, options.into)  # before all the reading
    defaults = Defaults(language=options.language, published=options.published, publisher=options.publisher)
    how = Options(
        extractor=options.extractor,
        workers=options.workers,
        defaults=defaults,
        skip_bad=options.skip_bad,
        fresh=options.fresh,
        page_language=options.lang,
        derived=options.derive,
        min_confidence=options.min_confidence,
    )
    gc.set_threshold(*COLLECTED)
    with terminal.progress() as bar:
        report = build_output(paths, Path(options.output), how, bar)
    if report.unfinished:
        terminal.say(f"The run before did not finish: {report.unfinished}.")
    for error in report.skipped:
        terminal.warn(f"left out: {error}")
    if others := tuple(file for file in report.others if not file.is_relative_to(SAMPLES)):
        terminal.say(_passed_over(others))
    graph = KnowledgeGraph(Path(options.output), report=report)
    _show_report(report, graph, terminal)
    broken = graph.broken_rules() if report.graph else []
    for rule in broken:
        terminal.warn(f"The graph breaks a rule: {rule}. See: kg validate -g {options.output}")
    if options.store:
        mirror(graph, options, terminal)
    return int(bool(broken))


def remove(options: Namespace, terminal: Terminal) -> None:
    """`kg remove`."""
    with terminal.progress() as bar:
        report = remove_article(options.article, Path(options.output), Options(), bar)
    _show_report(report, KnowledgeGraph(Path(options.output), report=report), terminal)


def query(options: Namespace, terminal: Terminal) -> None:
    """`kg query`: an empty answer is one, too."""
    if options.list:
        _list_questions(terminal)
        return
    if not options.question:
        raise QueryError("no question given", remedy="See the named ones with: kg query --list")
    graph = _sure_part(options)
    answer = graph.query(options.question, _parameters(options.parameters))
    terminal.data(answer.to(options.format or ("json" if options.json else "table")))
    if answer.found:
        return
    if answer.boolean is None:
        terminal.say_nothing_found()
    for line in unknown_terms(options.question):
        terminal.say(line)


def export(options: Namespace, terminal: Terminal) -> None:
    """`kg export`."""
    from kg.export import FORMATS

    if options.list:
        terminal.show(tables.rows(["format", "what"], [[name, f.description] for name, f in FORMATS.items()]))
        return
    format_ = options.format or _format_of(options.output, list(FORMATS))
    graph = _sure_part(options)
    if options.output == "-":
        graph.export(format_, sys.stdout)
        return
    graph.export(format_, options.output)
    terminal.say(f"Wrote {options.output}")


def view(options: Namespace, terminal: Terminal) -> None:
    """`kg view`."""
    graph = _sure_part(options)
    engine, language, title = options.engine, options.lang, options.title
    if options.output == "-":
        page = graph.page(engine=engine, language=language, sentences_only=options.sentences_only, title=title)
        terminal.data(page)
        return
    target = graph.view(
        Path(options.output), engine=engine, language=language, sentences_only=options.sentences_only, title=title
    )
    terminal.say(f"Wrote {target}")
    if options.open and not webbrowser.open(target.resolve().as_uri()):
        terminal.say(f"No browser found. Open it yourself: {target.resolve().as_uri()}")


def _sure_part(options: Namespace) -> KnowledgeGraph:
    """Open the graph, or the part of it that is as sure as asked."""
    graph = KnowledgeGraph(Path(options.graph))
    return graph.at_least(options.min_confidence) if options.min_confidence else graph


def stats(options: Namespace, terminal: Terminal) -> None:
    """`kg stats`."""
    graph = KnowledgeGraph(Path(options.graph))
    if options.articles:
        found = sorted([a.name, a.id, a.language, a.published or "", a.title] for a in graph.graph.articles)
        columns = ["name", "id", "language", "published", "title"]
        if options.json:
            terminal.json([dict(zip(columns, row, strict=True)) for row in found])
        else:
            terminal.show(tables.rows(columns, found))
    elif options.json:
        terminal.json(graph.statistics().to_json())
    else:
        terminal.show(tables.statistics(graph.statistics()))


def explain(options: Namespace, terminal: Terminal) -> None:
    """`kg explain`."""
    found = KnowledgeGraph(Path(options.graph)).explain(options.fact, language=options.lang)
    if options.json:
        terminal.json(found.to_json())
    else:
        terminal.show(tables.explanation(found))


def doctor(options: Namespace, terminal: Terminal) -> int:
    """`kg doctor`."""
    from kg.cli.doctor import check_all

    checks = check_all()
    if options.json:
        terminal.json([{"check": c.name, "ok": c.ok, "found": c.found, "remedy": c.remedy} for c in checks])
    else:
        rows = [["ok" if c.ok else "MISSING", c.name, c.found if c.ok else f"{c.found} {c.remedy}"] for c in checks]
        terminal.show(tables.rows(["", "check", "found"], rows))
    return 0 if all(check.ok or check.optional for check in checks) else 1


def _show_report(report: Report, graph: KnowledgeGraph, terminal: Terminal) -> None:
    if terminal.quiet and not terminal.as_json:
        return
    folder, found = graph.folder, graph.statistics()
    counts = {name: getattr(report, name) for name in ("articles", "read", "kept", "resumed", "removed")}
    if terminal.as_json:
        skipped = [str(error) for error in report.skipped]
        settings = asdict(report.settings)
        others = [str(file) for file in report.others]
        more = {
            "skipped": skipped,
            "passed_over": others,
            "output": str(folder),
            "settings": settings,
            "statistics": found.to_json(),
        }
        terminal.json({**counts, **more})
        return
    examples = [graph.tell(fact) for fact in pick_examples(graph.graph)]
    terminal.show(tables.summary(found, examples))
    terminal.say("")
    terminal.say(_sentence(report, folder))
    if kept := report.settings.words():
        terminal.say(f"Built with {' '.join(kept)}; later builds go on so, --fresh forgets it.")
    where = "" if folder == Path("output") else f" -g {folder}"
    terminal.say(f"Look at it:  kg view --open{where}     Ask it:  kg query --list{where}")


def _sentence(report: Report, folder: Path) -> str:
    parts = [f"{report.read} read"] if report.read or not report.kept else []
    parts += [f"{report.kept} known already"] if report.kept else []
    parts += [f"{report.resumed} read by a run that did not finish"] if report.resumed else []
    parts += [f"{report.removed} removed"] if report.removed else []
    articles = counted(report.articles, "article")
    return f"{articles} in {folder}/ ({', '.join(parts)}): store/, graph.ttl, graph.jsonl, graph.html"


def _passed_over(files: tuple[Path, ...]) -> str:
    shown = ", ".join(str(file) for file in files[:NAMED])
    more = f" and {len(files) - NAMED} more" if len(files) > NAMED else ""
    return f"Not read, for they are not {' or '.join(ENDINGS)}: {shown}{more}."


def _list_questions(terminal: Terminal) -> None:
    from kg.query import catalogue

    questions = catalogue().values()
    if terminal.as_json:
        terminal.json(
            [{"name": q.name, "title": q.titles, "parameters": [p.name for p in q.parameters]} for q in questions]
        )
        return
    rows = [[q.name, " ".join(_parameter(p.name, p.required) for p in q.parameters), q.titles["en"]] for q in questions]
    terminal.show(tables.rows(["name", "parameters", "question"], rows))


def _parameter(name: str, required: bool) -> str:
    return f"{name}=…" if required else f"[{name}=…]"


def _parameters(given: list[str]) -> dict[str, str]:
    pairs = [text.partition("=") for text in given]
    for name, sign, _ in pairs:
        if not sign:
            raise QueryError("is no NAME=VALUE", where=name, remedy="Write parameters like: entity=Huawei")
    return {name: value for name, _, value in pairs}


def _format_of(file: str, formats: list[str]) -> str:
    ending = file.rsplit(".", 1)[-1]
    if file == "-" or ending in formats:
        return ending if ending in formats else "ttl"
    raise KgError("no format given", where=file, remedy=f"Choose one with -f: {', '.join(formats)}.")
