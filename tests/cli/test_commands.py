"""What each command writes: data on standard output, everything else on standard error."""

import io
import json
import re
from pathlib import Path

import pytest
from rich.console import Console

import kg as library
from kg.build.explain import tell
from kg.build.statistics import count
from kg.cli import tables
from kg.model import Datatype, Value
from kg.view.payload import make_payload
from tests.build.quick_extractor import NAME
from tests.build.quickly import A, B, C, build, write
from tests.builders import a_fact, a_graph, an_entity
from tests.cli.running import kg


@pytest.fixture(scope="module")
def output(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("graph")
    build([write(folder, "a.txt", A), write(folder, "b.txt", B)], folder / "out")
    return folder / "out"


def first_fact(output):
    records = [json.loads(line) for line in (output / "graph.jsonl").read_text("utf-8").splitlines()]
    return next(record for record in records if record["kind"] == "fact")


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


def test_what_was_not_read_surely_enough_is_told_apart():
    """A statement below the line of plain triples is not said to be asserted, in no table."""
    sure, unsure = a_fact("a", "founded", "b"), a_fact("a", "owns", "b", confidence=0.5)
    graph = a_graph(entities=[an_entity(name, id=name) for name in "ab"], facts=[sure, unsure])
    found, told = count(graph), [tell(graph, fact) for fact in (sure, unsure)]
    console = Console(file=io.StringIO(), width=100)
    console.print(tables.summary(found, told), tables.explanation(told[1]))
    shown = console.file.getvalue()

    assert found.facts_by_status == {"asserted": 1, "unsure": 1}
    assert re.search(r"unsure +1 +read, but not surely enough", shown)
    assert re.search(r"unsure    a — owns → b", shown)
    assert "status      unsure: read, but not surely enough" in shown


def test_a_long_fact_goes_on_under_itself():
    """In a narrow terminal its speaker does not stand where a status would."""
    speaker, name = an_entity("Pascal Soriot", id="p"), an_entity("gouvernement britannique", id="g")
    fact = a_fact("g", "owns", "p", speaker="p")
    console = Console(file=io.StringIO(), width=60)
    console.print(tables.explanation(tell(a_graph(entities=[speaker, name], facts=[fact]), fact)))

    first, second = (line.rstrip() for line in console.file.getvalue().splitlines()[:2])
    assert first == "claimed   gouvernement britannique — owns → Pascal Soriot"
    assert second == " " * 10 + "(says Pascal Soriot)"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_relations_are_named_in_the_language_of_the_command_line(tmp_path, language):
    """Whatever language most articles are in: its other words are English."""
    ran = kg("build", write(tmp_path, "a.txt", A), "-o", tmp_path / "out", "--language", language)

    assert "Mina — founded → Orvella" in ran.out


def test_entities_that_no_fact_links_to_another_are_told_apart():
    """The page counts those that one does, and no other: its count is explained where the other one stands."""
    born = a_fact("c", "birthDate", Value(text="1950", datatype=Datatype.DATE))
    graph = a_graph(entities=[an_entity(name, id=name) for name in "abc"], facts=[a_fact("a", "owns", "b"), born])
    console = Console(file=io.StringIO(), width=100)
    console.print(tables.summary(count(graph), []), tables.statistics(count(graph)))

    told = "2 of the 3 entities are linked to another by a fact: the page counts those."
    assert console.file.getvalue().count(told) == 2
    nodes = make_payload(graph, title="", language="fr")["nodes"]
    assert sum(node.get("deg", 0) > 0 for node in nodes) == count(graph).entities_linked


def test_one_of_a_thing_is_told_as_one(tmp_path):
    """No "1 articles", wherever a command counts."""
    kg("build", "-q", write(tmp_path, "a.txt", A), "-o", tmp_path / "one")
    told = kg("stats", "-g", tmp_path / "one").out.splitlines()[-1]
    added = kg("import", tmp_path / "one/graph.jsonl", "-o", tmp_path / "two").err

    assert re.fullmatch(r"1 article, \d+ mentions, 1 piece of evidence", told)
    assert re.fullmatch(r"Now 1 article, \d+ entities, 1 fact\.\n", added)
    assert re.search(r": 1 article, \d+ entities, 1 fact>$", repr(library.open(tmp_path / "one")))


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


def test_flags_of_every_command_may_stand_before_it(output):
    """`kg --help` shows them there."""
    before, after = kg("--json", "stats", "-g", output), kg("stats", "--json", "-g", output)

    assert before.out == after.out
    assert json.loads(before.out)


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


@pytest.mark.parametrize(
    ("format_", "expected"),
    [
        ("csv", "company\r\nOrvella\r\n"),
        ("tsv", '?company\n"Orvella"\n'),
        ("table", "company\n───────\nOrvella\n"),
    ],
)
def test_query_answers_in_the_format_asked_for(output, format_, expected):
    """SPARQL as text; the answer is data."""
    query = 'SELECT ?company WHERE { ?who rdfs:label "Mina" ; nkg:founded / rdfs:label ?company }'
    ran = kg("query", query, "--format", format_, "-g", output)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.replace("\r\n", "\n") == expected.replace("\r\n", "\n")


def test_query_takes_a_file_and_a_name(output, tmp_path):
    """A file that ends in .rq, or a question that comes with kg, its parameters by name."""
    file = write(tmp_path, "q.rq", "ASK { ?s nkg:founded ?o }")

    assert kg("query", file, "-g", output).out == "yes\n"
    assert "Orvella" in kg("query", "founders", "entity=Orvella", "-g", output, "--json").out
    assert "founders" in kg("query", "--list", "-g", output).out


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("SELECT ?",), "is not SPARQL"),
        (("DROP ALL",), "kg: "),
        (("no-such-question",), "no such question. See the names with: kg query --list"),
        (("timelin", "entity=Orvella"), "timelin: no such question. Did you mean timeline? See the names"),
        (("ASK {}", "entity=Orvella"), "only named questions have parameters"),
        (("none.rq",), "none.rq: no such file"),
        (("about",), "needs 'entity'"),
        (("about", "Orvella"), "Orvella: is no NAME=VALUE"),
    ],
)
def test_a_bad_query_is_refused_in_one_line(output, arguments, problem):
    """Exit code 2 and what to do."""
    ran = kg("query", *arguments, "-g", output)

    assert (ran.code, ran.out) == (2, "")
    assert problem in ran.err
    assert ran.err.count("\n") == 1


def test_export_gives_what_build_wrote(output, tmp_path):
    """The graph read back from the store is the graph that was written."""
    to_output = kg("export", "-f", "ttl", "-g", output)
    to_file = kg("export", "-o", tmp_path / "x.jsonl", "-g", output)

    assert to_output.out == (output / "graph.ttl").read_text("utf-8")
    assert (tmp_path / "x.jsonl").read_bytes() == (output / "graph.jsonl").read_bytes()
    assert (to_file.out, to_file.err) == ("", f"Wrote {tmp_path / 'x.jsonl'}\n")
    assert "graphml" in kg("export", "--list").out


@pytest.mark.parametrize("engine", ["explorer", "pyvis"])
def test_a_page_is_called_as_its_author_likes(output, tmp_path, engine):
    """Who publishes a page gives it a headline, with any letters; the file is written as ever."""
    kg("view", "-g", output, "-o", tmp_path / "a.html", "--engine", engine, "--title", "Qui possède <Orvella> ?")
    page = (tmp_path / "a.html").read_text("utf-8")

    assert "<title>Qui possède &lt;Orvella&gt; ?</title>" in page
    assert library.open(output).page(engine=engine, title="Qui possède <Orvella> ?") == page


@pytest.mark.parametrize("engine", ["explorer", "pyvis"])
def test_view_writes_a_page(output, tmp_path, engine):
    """One file, with either engine; - is standard output."""
    page = tmp_path / "page.html"
    ran = kg("view", "-o", page, "--engine", engine, "-g", output)

    assert (ran.code, ran.out) == (0, "")
    assert "Orvella" in page.read_text("utf-8")


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


@pytest.mark.parametrize(
    ("code", "arguments", "data"),
    [
        (1, ("search", "xyzzy"), "kind  id  words\n"),
        (1, ("search", "xyzzy", "--json"), "[]\n"),
        (0, ("query", "path", "from=Mina", "to=Karim"), "first  via  second\n─────  ───  ──────\n"),
        (0, ("query", "path", "from=Mina", "to=Karim", "--format", "csv"), "first,via,second\n"),
    ],
)
def test_where_nothing_is_found_it_is_said(output, code, arguments, data):
    """As a message, never among the data; to a question no rows are an answer."""
    ran = kg(*arguments, "-g", output)

    assert (ran.code, ran.out, ran.err) == (code, data, "Nothing found.\n")
    assert kg(*arguments, "-q", "-g", output).err == ""


def test_no_is_an_answer(output):
    """It needs no message."""
    ran = kg("query", "ASK { ?s nkg:sued ?o }", "-g", output)

    assert (ran.code, ran.out, ran.err) == (0, "no\n", "")


def test_validate_says_yes_or_no(output, tmp_path):
    """0 for a graph that keeps the rules, 1 for one that breaks them."""
    broken = (output / "graph.ttl").read_text("utf-8").replace('nif:anchorOf "Orvella"', 'nif:anchorOf "Orvello"')

    assert kg("validate", "-g", output).code == 0
    ran = kg("validate", write(tmp_path, "x.ttl", broken), "--json")
    assert ran.code == 1
    assert "offsets" in {finding["check"] for finding in json.loads(ran.out)}


def test_doctor_looks_at_everything(tmp_path):
    """Versions, models, permissions."""
    ran = kg("doctor", "--json", folder=tmp_path)
    checks = {check["check"]: check for check in json.loads(ran.out)}

    assert ran.code == 0
    assert {"Python", "spacy", "language fr", "language en", "extractor rules", "this folder"} <= set(checks)


def test_help_and_version_tell_what_there_is():
    """Whoever types kg alone is told how to begin."""
    assert "kg build --samples" in kg("--help").out
    assert kg("--version").out.startswith("kg ")
    assert "ARTICLE" in kg("build", "--help").out


def test_a_reader_that_has_seen_enough_is_no_error(output):
    """kg export | head ends quietly."""
    import subprocess

    from tests.cli.running import command, variables

    process = subprocess.Popen(
        command("export", "-f", "ttl", "-g", output), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=variables()
    )
    process.stdout.read(10)
    process.stdout.close()
    process.wait()

    assert process.stderr.read() == b""


def test_rules_lists_what_is_read():
    """Each rule with its words and an example; nothing is read for it."""
    ran = kg("rules", "--language", "fr")

    assert ran.code == 0
    assert re.search(r"^fr  founded/business/1 +fonder, cofonder, .*\n    Marc Lefort a fondé", ran.out, re.MULTILINE)


def test_rules_counts_a_corpus(tmp_path):
    """What fires, with a sentence; the dead ones on demand; both as JSON."""
    corpus = [write(tmp_path, "a.txt", A), write(tmp_path, "b.txt", B)]
    count = ("rules", "--extractor", NAME, "--count", *corpus)

    fired, dead, told = kg(*count), kg(*count, "--dead"), json.loads(kg(*count, "--json").out)

    assert re.fullmatch(r" +2  fr  founded  fonder 2\n +[ab]: \w+ ⟦a fondé⟧ \w+\n", fired.out)
    assert "1 of " in fired.err
    assert "--dead lists them" in fired.err
    assert "founded/business/1" in dead.out
    assert "⟦" not in dead.out
    assert [(rule["id"], rule["count"], rule["triggers"]) for rule in told] == [("founded", 2, {"fonder": 2})]


def test_dead_rules_need_a_corpus():
    """Without one nothing has been seen to fire."""
    ran = kg("rules", "--dead")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "kg: --dead needs a corpus. Try: kg rules --count CORPUS --dead\n"
