"""What the documents say is so: commands exist, links lead somewhere, examples run, nothing is undocumented."""

import argparse
import ast
import re
import shlex
from pathlib import Path

import pytest

import kg
from kg.cli.arguments import make_parser

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "ontology" / "README.md"])
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
    licences = (ROOT / "docs" / "licences.md").read_text("utf-8").lower()
    project = (ROOT / "pyproject.toml").read_text("utf-8").split("dependencies = [")[1].split("]")[0]
    names = re.findall(r'"([A-Za-z0-9_-]+)', project)

    assert [n for n in names if n.lower() not in licences] == []


def test_decisions_have_their_three_parts():
    """Context, decision, consequences: in this order, in every record."""
    for record in (ROOT / "docs" / "decisions").glob("*.md"):
        text = record.read_text("utf-8")
        places = [text.find(part) for part in ("Context", "Decision", "Consequences")]
        assert -1 not in places, record.name
        assert places == sorted(places), record.name


def test_nothing_names_the_machine_it_was_written_on():
    """Documents speak of the project only."""
    for document in DOCUMENTS:
        assert not re.search(r"(?<![\w.])/(?:work|home|root)/", document.read_text("utf-8")), document.name
