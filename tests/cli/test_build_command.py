"""What `kg build` and `kg remove` write and tell."""

import json
import re

import pytest

from tests.build.quickly import A, B, C, build, write
from tests.cli.running import kg


def test_build_writes_everything_and_tells_what_it_read(tmp_path):
    """The files, a short table as data, and what to do next as a message."""
    ran = kg("build", write(tmp_path, "a.txt", A), write(tmp_path, "b.txt", B), "-o", tmp_path / "out")

    assert ran.code == 0
    assert {"store", "graph.ttl", "graph.jsonl", "graph.html", "documents"} <= {
        f.name for f in (tmp_path / "out").iterdir()
    }
    assert re.search(r"Company +2 +asserted +2 +the article says so itself", ran.out)
    assert re.search(r"asserted  Mina — founded → Orvella *\n {10}Mina a fondé Orvella", ran.out)
    assert "2 articles in " in ran.err
    assert f"kg view --open -g {tmp_path / 'out'}" in ran.err
    assert "\x1b" not in ran.out + ran.err


@pytest.mark.parametrize("language", ["fr", "en"])
def test_relations_are_named_in_the_language_of_the_command_line(tmp_path, language):
    """Whatever language most articles are in: its other words are English."""
    ran = kg("build", write(tmp_path, "a.txt", A), "-o", tmp_path / "out", "--language", language)

    assert "Mina — founded → Orvella" in ran.out


def test_quiet_says_nothing(tmp_path):
    """For scripts: only errors are told."""
    ran = kg("build", "-q", write(tmp_path, "a.txt", A), "-o", tmp_path / "out")

    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_files_that_a_build_passes_over_are_told(tmp_path):
    """A web page among the articles of a folder is not silently left out."""
    write(tmp_path / "in", "a.txt", A)
    for name in ("b.html", "c.json", "d.docx", "e.pdf"):
        write(tmp_path / "in", name, A)
    ran = kg("build", tmp_path / "in", "-o", tmp_path / "out")
    told = json.loads(kg("build", "--json", tmp_path / "in", "-o", tmp_path / "out").out)

    first = tmp_path / "in/b.html"
    assert f"Not read, for they are not .txt or .jsonl or .jsonl.gz: {first}, " in ran.err
    assert ran.err.splitlines()[0].endswith("d.docx and 1 more.")
    assert [name.rsplit("/", 1)[-1] for name in told["passed_over"]] == ["b.html", "c.json", "d.docx", "e.pdf"]


def test_json_is_all_that_standard_output_holds(tmp_path):
    """For programs: one JSON value."""
    ran = kg("build", "--json", write(tmp_path, "a.txt", A), "-o", tmp_path / "out")
    told = json.loads(ran.out)

    assert (told["articles"], told["read"], told["kept"], told["skipped"]) == (1, 1, 0, [])
    assert told["statistics"]["facts_by_status"] == {"asserted": 1}
    assert ran.err == ""


def test_standard_input_is_an_article_or_records(tmp_path):
    """`-` takes plain text, or JSON Lines if it begins with a brace."""
    text = kg("build", "-", "-o", tmp_path / "out", "--json", stdin=A)
    records = kg("build", "-", "-o", tmp_path / "out", "--json", stdin=json.dumps({"id": "x", "text": B}))

    assert json.loads(text.out)["articles"] == 1
    assert json.loads(records.out)["articles"] == 2


def test_skip_bad_leaves_out_and_tells(tmp_path):
    """The good articles are built, each bad one is named."""
    empty = write(tmp_path, "empty.txt", "")
    ran = kg("build", "--skip-bad", "--json", write(tmp_path, "a.txt", A), empty, "-o", tmp_path / "out")

    assert ran.code == 0
    assert json.loads(ran.out)["articles"] == 1
    assert ran.err == f"left out: {empty}: has no text. Give an article with at least one sentence.\n"


def test_a_line_that_was_skipped_is_not_told_to_be_skipped(tmp_path):
    """Without --skip-bad that is the advice; with it, the line to mend is all that is left to say."""
    lines = write(tmp_path, "half.jsonl", json.dumps({"text": A, "language": "fr"}) + '\n{"text"\n')
    stopped, skipped = (kg("build", *more, lines, "-o", tmp_path / "out") for more in ([], ["--skip-bad"]))

    assert (stopped.code, skipped.code) == (2, 0)
    assert stopped.err.endswith("Mend the line. --skip-bad leaves it out.\n")
    assert skipped.err.startswith(f"left out: {lines}:2: is not JSON")
    assert "--skip-bad" not in skipped.err


def test_when_everything_is_skipped_the_first_is_named(tmp_path):
    """That no article was found is no news without why."""
    ran = kg("build", "--skip-bad", write(tmp_path, "bad.jsonl", '{"text"\n'), "-o", tmp_path / "out")

    assert ran.code == 2
    assert f"no article found, 1 left out: {tmp_path / 'bad.jsonl'}:1: is not JSON" in ran.err


def test_colours_are_for_terminals(tmp_path):
    """NO_COLOR wins over everything; without it a program that asks for colours gets them."""
    write(tmp_path, "a.txt", A)
    plain = kg("build", tmp_path / "a.txt", "-o", tmp_path / "1", FORCE_COLOR="1", NO_COLOR="1")
    coloured = kg("build", tmp_path / "a.txt", "-o", tmp_path / "2", FORCE_COLOR="1")

    assert "\x1b[3" not in plain.out
    assert "\x1b[3" in coloured.out


def test_remove_takes_an_article_back(tmp_path):
    """By name or id."""
    build([write(tmp_path, "a.txt", A), write(tmp_path, "c.txt", C)], tmp_path / "out")
    ran = kg("remove", "c", "-o", tmp_path / "out", "--json")

    assert (ran.code, json.loads(ran.out)["removed"]) == (0, 1)
    assert kg("remove", "c", "-o", tmp_path / "out").code == 2


def test_the_last_article_may_go(tmp_path):
    """An empty graph is a graph."""
    build(write(tmp_path, "a.txt", A), tmp_path / "out")

    assert kg("remove", "a", "-o", tmp_path / "out").code == 0
    assert json.loads(kg("stats", "-g", tmp_path / "out", "--json").out)["facts"] == 0
