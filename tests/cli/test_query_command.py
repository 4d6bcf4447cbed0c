"""What `kg query` answers, and what any command says where nothing is found."""

import pytest

from tests.build.quickly import write
from tests.cli.running import kg


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
