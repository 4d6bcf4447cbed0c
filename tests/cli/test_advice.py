"""What kg advises can be done: the commands that its messages name are commands, and they run."""

import argparse
import ast
import re
from pathlib import Path

import pytest

import kg as package
from kg.cli.arguments import make_parser
from kg.query import catalogue
from tests.build.quickly import A, build, write
from tests.cli.running import kg

SOURCES = sorted(Path(package.__file__).parent.rglob("*.py"))
ADVICE = re.compile(r"(?:: +|^)kg ([a-z]+)((?: -{0,2}\w[\w-]*)*)")


def commands():
    (found,) = (a for a in make_parser()._actions if isinstance(a, argparse._SubParsersAction))
    return found.choices


def said(source: Path) -> list[str]:
    """The strings of a module but for its docstrings."""
    tree = ast.parse(source.read_text("utf-8"))
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    constants = [n for n in ast.walk(tree) if isinstance(n, ast.Constant) and id(n) not in docstrings]
    return [n.value for n in constants if isinstance(n.value, str)]


def advices() -> list[tuple[str, str]]:
    """The commands that messages name behind a colon or alone, each with its arguments."""
    return sorted({(m[1], m[2]) for source in SOURCES for text in said(source) for m in ADVICE.finditer(text)})


def test_every_command_that_a_message_names_is_one():
    """With its options, and as a named question where it names one."""
    assert ("query", " --list") in advices()
    for name, rest in advices():
        assert name in commands(), name
        words = rest.split()
        assert [w for w in words if w.startswith("-") and w not in commands()[name]._option_string_actions] == []
        asked = [w for w in words[:1] if name == "query" and not w.startswith("-")]
        assert [w for w in asked if w not in catalogue()] == []


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    here = tmp_path_factory.mktemp("advice")
    build(write(here, "a.txt", A), here / "output")
    return here


@pytest.mark.parametrize(
    "mistaken",
    [
        ("build",),
        ("explain", "zzz"),
        ("query",),
        ("query", "timelin", "entity=Mina"),
        ("query", "ASK {}", "entity=Mina"),
        ("query", "about", "entity=Nobody"),
        ("remove", "zzz"),
        ("stats", "-g", "none"),
    ],
)
def test_the_advice_of_a_refusal_runs(folder, mistaken):
    """Typed as it is written, in the same folder."""
    refused = kg(*mistaken, folder=folder)
    advised = re.sub(r"ARTICLE(\.txt)?", "a.txt", refused.err.rstrip().rpartition(": kg ")[2])
    ran = kg(*advised.split(), folder=folder)

    assert refused.code == 2
    assert ran.code in (0, 1), (advised, ran.err)
