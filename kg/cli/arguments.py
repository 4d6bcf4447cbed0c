"""The commands and their arguments."""

import argparse
import math
import re
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from importlib.metadata import version
from typing import Any, NoReturn

from kg.cli import commands, more, rules

OUTPUT = "output"


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of `kg`."""
    parser = _MainParser(
        prog="kg",
        parents=[_common(default=False)],
        description="Reads news articles into a knowledge graph that tells who says what.",
        epilog="Start with: kg build --samples, then: kg view --open. Every command has --help.",
    )
    parser.add_argument("--version", action="version", version=f"kg {version('kg')}")
    parser.set_defaults(run=None)
    add = parser.add_subparsers(title="commands", metavar="COMMAND", parser_class=_CommandParser)
    parser.commands = add.choices
    common = _common(default=argparse.SUPPRESS)  # "kg --json stats": the command does not set it back

    def command(name: str, run: Callable[..., int | None], help_: str, **more: Any) -> argparse.ArgumentParser:
        found = add.add_parser(name, help=help_, description=help_, parents=[common], **more)
        found.set_defaults(run=run)
        return found

    _add_build(command("build", commands.build, "Read articles into a graph, or add them to one."))
    _add_remove(command("remove", commands.remove, "Take an article out of the graph."))
    _add_query(command("query", commands.query, "Ask the graph: SPARQL, a file, or a named question."))
    _add_export(command("export", commands.export, "Write the graph in the format of another program."))
    _add_view(command("view", commands.view, "Write the graph as a page for the browser."))
    _add_stats(command("stats", commands.stats, "Count what the graph holds."))
    _add_explain(command("explain", commands.explain, "Show a fact with every sentence that states it."))
    _add_search(command("search", more.search, "Find entities and sentences by their words."))
    _add_validate(command("validate", more.validate, "Check that the graph keeps the rules of the ontology."))
    _add_import(command("import", more.import_, "Add a graph that others wrote, or that kg export wrote elsewhere."))
    _add_push(command("push", more.push, "Send the graph to a SPARQL store elsewhere."))
    _add_serve(command("serve", more.serve, "Show the graph in a browser and answer SPARQL, for this machine only."))
    _add_evaluate(command("evaluate", more.evaluate, "Score the graph against articles annotated by hand."))
    _add_rules(command("rules", rules.rules, "List what the extractor reads, or count it in a corpus."))
    command("doctor", commands.doctor, "Check that everything is in place.")
    return parser


class _MainParser(argparse.ArgumentParser):
    """Knows that a named question is none of its commands, but may be taken for one."""

    commands: Iterable[str] = ()

    def error(self, message: str) -> NoReturn:
        """Refuse, in the case of a question with the command that asks it."""
        if found := re.match(r"argument COMMAND: invalid choice: '([\w-]+)'", message):
            message = _no_such_command(found[1], self.commands)
        super().error(message)


def _no_such_command(name: str, commands: Iterable[str]) -> str:
    from kg.query import catalogue

    if name in catalogue():
        return f"{name} is a question, no command. Ask it with: kg query {name}"
    alike = get_close_matches(name, commands, n=1)
    meant = f" Did you mean kg {alike[0]}?" if alike else ""
    return f"there is no command {name!r}.{meant} See them with: kg --help"


class _CommandParser(argparse.ArgumentParser):
    """Tells itself what it does not know: kg as a whole would show no option of the command."""

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> tuple[Any, list[str]]:
        """Parse, and refuse what is left."""
        found, unknown = super().parse_known_args(args, namespace)
        if unknown:
            self.error(f"unrecognized arguments: {' '.join(unknown)}")
        return found, unknown


def _common(*, default: bool | str) -> _CommandParser:
    parser = _CommandParser(add_help=False)
    parser.add_argument("--json", action="store_true", default=default, help="answer in JSON, for programs")
    parser.add_argument(
        "-q", "--quiet", action="store_true", default=default, help="no progress bar, no messages but errors"
    )
    return parser


def _add_build(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "articles",
        nargs="*",
        metavar="ARTICLE",
        help="a .txt, .jsonl or .jsonl.gz file, a folder of them, or - for standard input",
    )
    parser.add_argument("-o", "--output", default=OUTPUT, metavar="FOLDER", help="where to write (default: output)")
    parser.add_argument("--samples", action="store_true", help="read the sample articles that come with kg")
    parser.add_argument("--language", help="of articles that do not say (default: found out)")
    parser.add_argument("--published", metavar="DATE", help="of articles that do not say, like 2019-05-16")
    parser.add_argument("--publisher", help="of articles that do not say")
    parser.add_argument("--fresh", action="store_true", help="forget what FOLDER holds and start anew")
    parser.add_argument("--skip-bad", action="store_true", help="leave out what cannot be read, and say so")
    parser.add_argument("--workers", type=_positive, default=1, metavar="N", help="processes that read (default: 1)")
    kept = parser.add_argument_group("kept in FOLDER for later builds, until another is given or --fresh")
    kept.add_argument(
        "--derive",
        action=argparse.BooleanOptionalAction,
        help="store also what follows by rules, in a graph of its own",
    )
    kept.add_argument("--extractor", metavar="NAME", help="what reads the text (at first: rules)")
    kept.add_argument("--lang", choices=("fr", "en", "auto"), help="of the page (at first auto: that of most articles)")
    _add_confidence(kept, default=None)
    elsewhere = parser.add_argument_group("a SPARQL store elsewhere")
    elsewhere.add_argument(
        "--store", metavar="URL", help="that shall hold the same graph, like http://localhost:7878/update"
    )
    _add_remote(elsewhere)


def _add_remove(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("article", metavar="ARTICLE", help="its name or id; kg stats --articles lists them")
    parser.add_argument(
        "-o", "--output", "-g", "--graph", default=OUTPUT, metavar="FOLDER", help="where it is (default: output)"
    )


def _add_query(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("question", nargs="?", metavar="QUERY", help="SPARQL, a file that ends in .rq, or a name")
    parser.add_argument("parameters", nargs="*", metavar="NAME=VALUE", help="parameters of a named question")
    parser.add_argument("--list", action="store_true", help="list the named questions")
    formats = ("table", "json", "csv", "tsv", "xml", "ttl", "nt", "jsonld", "rdfxml")
    parser.add_argument("--format", choices=formats, help="of the answer (default: table)")
    _add_confidence(parser)
    _add_graph(parser)


def _add_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-f", "--format", help="see --list (default: ttl)")
    parser.add_argument("-o", "--output", default="-", metavar="FILE", help="where to write (default: standard output)")
    parser.add_argument("--list", action="store_true", help="list the formats")
    _add_confidence(parser)
    _add_graph(parser)


def _add_view(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "-o", "--output", default="graph.html", metavar="FILE", help="where to write (default: graph.html)"
    )
    parser.add_argument("--open", action="store_true", help="open it in the browser")
    parser.add_argument("--title", help="of the page (default: one article's headline, or the most central names)")
    parser.add_argument(
        "--engine", choices=("explorer", "pyvis"), default="explorer", help="what draws (default: explorer)"
    )
    parser.add_argument("--lang", choices=("fr", "en"), help="of the page (default: that of most articles)")
    parser.add_argument(
        "--sentences-only", action="store_true", help="leave out of the articles all but the sentences that show facts"
    )
    _add_confidence(parser)
    _add_graph(parser)


def _add_stats(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--articles", action="store_true", help="list the articles")
    _add_graph(parser)


def _add_explain(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("fact", metavar="FACT", help="its IRI, its id, or the beginning of its id")
    parser.add_argument("--lang", choices=("fr", "en"), default="en", help="of the relation's name (default: en)")
    _add_graph(parser)


def _add_search(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs="+", metavar="WORD", help="accents and capitals do not matter")
    parser.add_argument("--kind", choices=("entity", "sentence"), help="what to find (default: both)")
    parser.add_argument("--limit", type=_positive, default=20, metavar="N", help="at most so many (default: 20)")
    _add_graph(parser)


def _add_validate(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", metavar="FILE", help="an RDF file (default: the graph of FOLDER)")
    parser.add_argument("--quick", action="store_true", help="the fast checks only, no SHACL")
    _add_graph(parser)


def _add_import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", metavar="FILE", help=".ttl, .trig, .nt, .nq, .jsonld, .rdf or .jsonl")
    parser.add_argument("-o", "--output", default=OUTPUT, metavar="FOLDER", help="where to add it (default: output)")


def _add_push(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--to", required=True, metavar="URL", help="of SPARQL updates, or of the Graph Store Protocol")
    parser.add_argument("--replace", action="store_true", help="empty the graph there first")
    _add_remote(parser)
    _add_graph(parser)


def _add_serve(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=_port, default=7878, help="0 takes any free one (default: 7878)")
    parser.add_argument("--seconds", type=_seconds, default=30.0, help="that a query may take (default: 30)")
    parser.add_argument("--rows", type=_positive, default=100_000, help="that an answer may have (default: 100000)")
    parser.add_argument("--workers", type=_positive, default=2, metavar="N", help="queries at once (default: 2)")
    _add_graph(parser)


def _add_evaluate(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("gold", metavar="GOLD_DIR", help="folder of annotated articles, one JSON file each")
    parser.add_argument("predictions", nargs="?", metavar="FILE", help="a graph.jsonl (default: that of FOLDER)")
    parser.add_argument("--split", help="only the articles of this split in split.json beside the folder")
    parser.add_argument("--tables", action="store_true", help="by property and by phenomenon")
    parser.add_argument("--errors", action="store_true", help="every fact missed or wrong, with its cause")
    parser.add_argument("--html", metavar="FILE", help="write the errors as a page, side by side in their text")
    _add_graph(parser)


def _add_rules(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--count", nargs="+", metavar="CORPUS", help="how often each rule fires in these files or folders of articles"
    )
    parser.add_argument("--samples", type=_number, default=1, metavar="N", help="sentences a rule (default: 1)")
    parser.add_argument("--dead", action="store_true", help="with --count: only rules that never fire there")
    parser.add_argument("--language", help="only rules and articles of this language")
    parser.add_argument("--workers", type=_positive, default=1, metavar="N", help="processes that read (default: 1)")
    parser.add_argument("--extractor", default="rules", metavar="NAME", help="what reads the text (default: rules)")


def _add_remote(parser: argparse._ActionsContainer) -> None:
    parser.add_argument("--query", metavar="URL", help="of its SPARQL queries, to count what arrived")
    parser.add_argument("--method", choices=("update", "graph-store"), default="update", help="default: update")
    parser.add_argument("--into", metavar="IRI", help="graph there (default: the default graph)")
    parser.add_argument("--batch", type=_positive, default=5000, help="triples a request (default: 5000)")
    parser.add_argument("--user", help="login; the password is read from KG_PASSWORD, a token from KG_TOKEN")


def _add_confidence(parser: argparse._ActionsContainer, default: float | None = 0.0) -> None:
    first = "default" if default is not None else "at first"
    parser.add_argument(
        "--min-confidence",
        type=_share,
        default=default,
        metavar="P",
        help=f"only facts this sure, from 0 to 1 ({first}: 0)",
    )


def _add_graph(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-g", "--graph", default=OUTPUT, metavar="FOLDER", help="what kg build wrote (default: output)")


def _number(text: str) -> int:
    if not text.isdigit():
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 0 up")
    return int(text)


def _positive(text: str) -> int:
    if not text.isdigit() or not int(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 1 up")
    return int(text)


def _port(text: str) -> int:
    if not text.isdigit() or int(text) > 65_535:
        raise argparse.ArgumentTypeError(f"{text!r} is no port from 0 to 65535")
    return int(text)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < math.inf:
        raise argparse.ArgumentTypeError(f"{text!r} is no time above 0 seconds")
    return seconds


def _share(text: str) -> float:
    try:
        share = float(text)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 0 to 1")
    return share
