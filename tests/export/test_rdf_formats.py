"""The RDF formats hold the same graph, whoever reads them, in the same bytes every time."""

import io
import random
from dataclasses import replace

import pyoxigraph
import pytest
import rdflib
from hypothesis import given, settings
from rdflib.compare import to_isomorphic

from kg.errors import ExportError
from kg.export import FORMATS, export
from kg.export.jsonl import read_jsonl
from kg.graph.decode import decode
from kg.graph.encode import encode
from kg.graph.iris import Iris
from kg.graph.order import in_order
from kg.model import Datatype, Modality, Period, Polarity, Value
from tests.builders import a_fact, a_graph, a_span, an_article, an_entity, an_evidence
from tests.graph.test_roundtrip import GRAPHS

TEXT = 'Mina Duval a fondé Orvella en 2012. « Orvella ne vendra jamais vos données », promet-elle.\n\t=1+1 \\ "fin"'
RDFLIB_NAMES = {"ttl": "turtle", "trig": "trig", "nt": "nt", "nq": "nquads", "jsonld": "json-ld"}


def the_graph():
    article = an_article(TEXT, title="Un titre", url="https://example.org/a b", published="2019-05-16", publisher="P")
    mina, orvella = an_entity("Mina Duval", "Person", in_=article), an_entity("Orvella", in_=article)
    orvella = replace(orvella, aliases=('L\'entreprise "Orvella"', "Orvella SA"), labels=(("fr", "Orvella"),))
    period = Period(value="2012", earliest="2012-01-01", latest="2012-12-31", surface="en 2012")
    clause = "Mina Duval a fondé Orvella en 2012"
    return a_graph(
        [article],
        [mina, orvella],
        [
            a_fact(mina, "founded", orvella, an_evidence(article, clause, "a fondé", sentence=a_span(TEXT, clause)),
                   period=period),
            a_fact(orvella, "sharesDataWith", Value(text="vos données", datatype=Datatype.STRING),
                   an_evidence(article, "Orvella ne vendra jamais vos données"), speaker=mina,
                   polarity=Polarity.NEGATIVE, modality=Modality.PROMISED),
            a_fact(orvella, "revenue", Value(text="15000000 EUR", datatype=Datatype.MONEY), an_evidence(article)),
            a_fact(orvella, "employeeCount", Value(text="-3.5", datatype=Datatype.NUMBER), an_evidence(article)),
            a_fact(orvella, "open", mina, an_evidence(article), phrase="prendre ses distances avec"),
        ],
    )  # fmt: skip


def written(graph, format_, **more):
    stream = io.StringIO()
    export(graph, format_, stream, **more)
    return stream.getvalue()


def test_a_person_reads_the_turtle():
    """Every entity opens with its name, then what is said of it, then where."""
    text = written(the_graph(), "ttl")

    heading = text.index("# ---------- Mina Duval")
    assert heading < text.index("e:mina-duval\n  a nkg:Person") < text.index("nkg:founded e:orvella")
    assert 'nif:anchorOf "Mina Duval a fondé Orvella en 2012"' in text
    assert "<article/" in text
    assert "_:" not in text


@pytest.mark.parametrize("format_", ["ttl", "trig", "nt", "nq"])
def test_pyoxigraph_reads_what_was_written(format_):
    """Nothing is lost or changed on the way through a file."""
    graph = the_graph()
    rdf_format = pyoxigraph.RdfFormat.from_extension(format_)
    quads = pyoxigraph.parse(written(graph, format_), format=rdf_format)

    assert set(quads) == set(encode(graph))


@pytest.mark.parametrize("format_", list(RDFLIB_NAMES))
def test_rdflib_reads_the_same_triples(format_):
    """A reader that we did not write finds the same triples in every RDF format."""
    graph = the_graph()
    expected = rdflib.Graph().parse(data=written(graph, "nt"), format="nt")
    dataset = rdflib.Dataset().parse(data=written(graph, format_), format=RDFLIB_NAMES[format_])

    assert to_isomorphic(rdflib.Graph() + dataset.default_graph) == to_isomorphic(expected)


def test_json_ld_comes_back_as_the_same_records():
    """The context that travels inside is enough to read the JSON-LD back without the net."""
    graph = the_graph()
    quads = pyoxigraph.parse(written(graph, "jsonld"), format=pyoxigraph.RdfFormat.JSON_LD)

    assert decode(quads) == graph


@given(GRAPHS)
@settings(max_examples=40, deadline=None)
def test_every_format_keeps_every_record(graph):
    """Turtle, N-Triples, JSON-LD and JSON Lines hold the records whatever characters are in them."""
    graph = in_order(graph)
    for format_ in ("ttl", "nt", "jsonld"):
        text = written(graph, format_)
        assert decode(pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.from_extension(format_))) == graph, format_
    assert read_jsonl(io.StringIO(written(graph, "jsonl"))) == graph


@pytest.mark.parametrize("format_", list(FORMATS))
def test_the_same_graph_is_the_same_bytes(format_):
    """The order in which facts arrive does not show, nor does whether they come from memory or from a store."""
    graph = the_graph()
    shuffled = list(encode(graph))
    random.Random(1).shuffle(shuffled)
    store = pyoxigraph.Store()
    store.extend(shuffled)

    assert written(store, format_) == written(graph, format_)


def test_a_named_graph_stays_apart():
    """What was derived is in TriG, N-Quads and JSON-LD under its own name, and never in Turtle."""
    quads = list(encode(the_graph()))
    derived = pyoxigraph.Quad(*list(encode(the_graph()))[-1].triple, pyoxigraph.NamedNode(Iris().derived()))
    derived = pyoxigraph.Quad(pyoxigraph.NamedNode("https://example.org/x"), derived.predicate, derived.object,
                              pyoxigraph.NamedNode(Iris().derived()))  # fmt: skip
    store = pyoxigraph.Store()
    store.extend([*quads, derived])

    assert "example.org/x" not in written(store, "ttl")
    for format_ in ("trig", "nq", "jsonld"):
        read = pyoxigraph.parse(written(store, format_), format=pyoxigraph.RdfFormat.from_extension(format_))
        assert set(read) == set(store)


def test_another_base_is_used_everywhere():
    """The base of the graph is the base of the file."""
    text = written(the_graph(), "ttl", base="https://example.org/kg")

    assert "@prefix e: <https://example.org/kg/id/> ." in text
    assert decode(pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.TURTLE)) == the_graph()


def test_a_file_appears_only_when_it_is_whole(tmp_path):
    """A writer that fails leaves the old file and no half of a new one."""
    path = tmp_path / "graph.ttl"
    export(the_graph(), "ttl", path)
    before = path.read_bytes()

    def broken():
        yield from encode(the_graph())
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export(broken(), "ttl", path)

    assert path.read_bytes() == before == written(the_graph(), "ttl").encode()
    assert [p.name for p in tmp_path.iterdir()] == ["graph.ttl"]


def test_bytes_may_be_written_too():
    """Standard output may be asked for as bytes."""
    stream = io.BytesIO()
    export(the_graph(), "ttl", stream)

    assert stream.getvalue().decode() == written(the_graph(), "ttl")


def test_an_unknown_format_names_the_known_ones():
    """Who mistypes is shown what there is."""
    with pytest.raises(ExportError, match=r"there is no format 'turtle'\. Use one of ttl, trig"):
        written(the_graph(), "turtle")


def test_a_missing_folder_is_a_plain_sentence(tmp_path):
    """No traceback when the target cannot be written."""
    with pytest.raises(ExportError, match="cannot be written: No such file or directory"):
        export(the_graph(), "ttl", tmp_path / "missing" / "graph.ttl")
