"""What `kg export`, `view`, `stats`, `explain`, `search` and `validate` show of a graph that was built."""

import json
import subprocess

import pytest

import kg as library
from tests.build.quickly import write
from tests.cli.running import command, kg, variables


def first_fact(output):
    records = [json.loads(line) for line in (output / "graph.jsonl").read_text("utf-8").splitlines()]
    return next(record for record in records if record["kind"] == "fact")


def test_export_gives_what_build_wrote(output, tmp_path):
    """The graph read back from the store is the graph that was written."""
    to_output = kg("export", "-f", "ttl", "-g", output)
    to_file = kg("export", "-o", tmp_path / "x.jsonl", "-g", output)

    assert to_output.out == (output / "graph.ttl").read_text("utf-8")
    assert (tmp_path / "x.jsonl").read_bytes() == (output / "graph.jsonl").read_bytes()
    assert (to_file.out, to_file.err) == ("", f"Wrote {tmp_path / 'x.jsonl'}\n")
    assert "graphml" in kg("export", "--list").out


def test_a_reader_that_has_seen_enough_is_no_error(output):
    """kg export | head ends quietly."""
    process = subprocess.Popen(
        command("export", "-f", "ttl", "-g", output), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=variables()
    )
    process.stdout.read(10)
    process.stdout.close()
    process.wait()

    assert process.stderr.read() == b""


@pytest.mark.parametrize("engine", ["explorer", "pyvis"])
def test_view_writes_a_page(output, tmp_path, engine):
    """One file, with either engine; - is standard output."""
    page = tmp_path / "page.html"
    ran = kg("view", "-o", page, "--engine", engine, "-g", output)

    assert (ran.code, ran.out) == (0, "")
    assert "Orvella" in page.read_text("utf-8")


@pytest.mark.parametrize("engine", ["explorer", "pyvis"])
def test_a_page_is_called_as_its_author_likes(output, tmp_path, engine):
    """Who publishes a page gives it a headline, with any letters; the file is written as ever."""
    kg("view", "-g", output, "-o", tmp_path / "a.html", "--engine", engine, "--title", "Qui possède <Orvella> ?")
    page = (tmp_path / "a.html").read_text("utf-8")

    assert "<title>Qui possède &lt;Orvella&gt; ?</title>" in page
    assert library.open(output).page(engine=engine, title="Qui possède <Orvella> ?") == page


def test_stats_counts(output):
    """As a table and as JSON."""
    told = json.loads(kg("stats", "-g", output, "--json").out)

    assert (told["articles"], told["facts"]) == (2, 2)
    assert "founded" in kg("stats", "-g", output).out
    assert [a["name"] for a in json.loads(kg("stats", "-g", output, "--articles", "--json").out)] == ["a", "b"]


def test_explain_shows_the_sentence_with_its_parts(output):
    """By id, by IRI, or by the beginning of an id."""
    fact = first_fact(output)
    told = json.loads(kg("explain", fact["id"], "-g", output, "--json").out)
    (shown,) = told["evidence"]
    parts = {part["part"]: shown["sentence"][part["start"] : part["end"]] for part in shown["parts"]}

    assert (told["status"], told["speaker"]) == ("asserted", None)
    assert parts["trigger"] == "a fondé"
    assert parts["subject"] == told["subject"]
    assert told["subject"] in kg("explain", f"<https://w3id.org/newskg/stmt/{fact['id']}>", "-g", output).out
    assert kg("explain", fact["id"][:6], "-g", output).code == 0
    assert kg("explain", "zzz", "-g", output).code == 2


def test_search_finds_names_and_sentences(output):
    """By any part of their words, accents and capitals aside."""
    assert kg("search", "orvel", "-g", output).code == 0
    assert "Orvella" in kg("search", "ORVELLA", "-g", output).out


def test_validate_says_yes_or_no(output, tmp_path):
    """0 for a graph that keeps the rules, 1 for one that breaks them."""
    broken = (output / "graph.ttl").read_text("utf-8").replace('nif:anchorOf "Orvella"', 'nif:anchorOf "Orvello"')

    assert kg("validate", "-g", output).code == 0
    ran = kg("validate", write(tmp_path, "x.ttl", broken), "--json")
    assert ran.code == 1
    assert "offsets" in {finding["check"] for finding in json.loads(ran.out)}
