"""What the documents say is so: commands exist, links lead somewhere, examples run, nothing is undocumented."""

import argparse
import ast
import re
import shlex
import tomllib
from pathlib import Path

import pytest

import kg
from kg.cli.arguments import make_parser

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "ontology" / "README.md"])
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
README = (ROOT / "README.md").read_text("utf-8")


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.DOTALL | re.MULTILINE)


def commands(text: str) -> list[str]:
    """Every kg command of a document's blocks, without its comment, redirections and placeholders."""
    lines = [
        line for language in ("sh", "", "console") for block in blocks(text, language) for line in block.splitlines()
    ]
    parts = (part.strip() for line in lines for part in re.split(r"&&|\|", line.split("  #")[0]))
    return [p.removeprefix("$ ") for p in parts if re.match(r"(\$ )?kg [a-z]", p)]


def command_names() -> set[str]:
    (subparsers,) = (a for a in make_parser()._actions if isinstance(a, argparse._SubParsersAction))
    return set(subparsers.choices)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: d.name)
def test_commands_in_documents_are_commands_of_kg(document: Path):
    """Whoever copies a command from a document gets no usage error."""
    for command in commands(document.read_text("utf-8")):
        arguments = shlex.split(command.split(" > ")[0])[1:]
        assert make_parser().parse_args(arguments).run is not None, command


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: d.name)
def test_links_lead_to_files(document: Path):
    """A relative link or picture names a file that is there."""
    targets = re.findall(r"\]\(([^)#\s]+)", document.read_text("utf-8"))

    assert [t for t in targets if "://" not in t and not (document.parent / t).exists()] == []


def test_every_command_is_in_the_readme():
    """A command that nobody tells of is not found."""
    assert {n for n in command_names() if f"`kg {n}`" not in README} == set()


def test_python_in_the_readme_uses_what_kg_offers():
    """The library example parses, and every kg.NAME in it exists."""
    for block in blocks(README, "python"):
        names = [
            n for n in ast.walk(ast.parse(block)) if isinstance(n, ast.Attribute) and isinstance(n.value, ast.Name)
        ]
        assert [n.attr for n in names if n.value.id == "kg" and not hasattr(kg, n.attr)] == []


def test_every_table_of_words_has_its_licence():
    """Data that ships is listed with its source."""
    licences = (ROOT / "docs" / "licences.md").read_text("utf-8")
    gazetteer = ("countries.tsv", "organisations.tsv", "places.tsv", "things.tsv", "articles.jsonl")

    assert [name for name in gazetteer if name not in licences] == []


def test_every_dependency_has_its_licence():
    """What kg installs is listed with its licence."""
    table = (ROOT / "docs" / "licences.md").read_text("utf-8")
    listed = {
        name for row in re.findall(r"^\| (.+?) \|", table, re.MULTILINE) for name in re.split(r"[ ,`]+", row.lower())
    }
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    names = [re.match(r"[A-Za-z0-9_-]+", dependency)[0].lower() for dependency in project["dependencies"]]

    assert [n for n in names if n not in listed] == []


@pytest.mark.parametrize("record", DECISIONS, ids=lambda d: d.stem)
def test_decisions_are_numbered_and_have_their_three_parts(record: Path):
    """Context, decision, consequences, in this order; what was tried in vain may follow."""
    text = record.read_text("utf-8")
    parts = re.findall(r"^## (.+)$", text, re.MULTILINE)

    assert text.startswith(f"# {int(record.name[:4])}. ")
    assert parts[:3] == ["Context", "Decision", "Consequences"]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: d.name)
def test_files_that_documents_name_are_there(document: Path):
    """A path of the project that a document names leads to a file; <language> and * stand for any name."""
    text = document.read_text("utf-8")
    named = re.findall(
        r"(?<![\w./-])((?:kg|tests|ontology|docs|notebooks)/[\w.<>*/-]*\w\.(?:py|md|toml|tsv|txt|gz|jsonl|npz|ts|rq))",
        text,
    )
    patterns = {re.sub(r"<\w+>", "*", name) for name in named}

    assert [pattern for pattern in sorted(patterns) if not any(ROOT.glob(pattern))] == []


def test_nothing_names_the_machine_it_was_written_on():
    """Documents speak of the project only."""
    for document in DOCUMENTS:
        assert not re.search(r"(?<![\w.])/(?:work|home|root)/", document.read_text("utf-8")), document.name
