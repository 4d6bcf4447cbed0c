"""The ontology and everything that repeats a part of it agree."""

import json
import re
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from rdflib.namespace import OWL, RDF, RDFS

from kg.graph import vocabulary
from kg.graph.ontology import ontology_file
from kg.graph.vocabulary import NKG, PREFIXES
from kg.model import Modality, Polarity

LANG = Path(__file__).parents[2] / "kg" / "lang"
SCHEMA = rdflib.Namespace("https://schema.org/")
XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.fixture(scope="module")
def ontology():
    return rdflib.Graph().parse(ontology_file("newskg.ttl"))


def rows(name):
    lines = (LANG / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def local(term):
    return str(term).removeprefix(NKG).removeprefix(XSD)


def test_classes_tsv_is_the_class_tree_of_the_ontology(ontology):
    """What rules take for a subclass is one in the ontology, and every kind of entity is known to the rules."""
    parents = dict(rows("classes.tsv"))
    kinds = {local(c) for c in ontology.transitive_subjects(RDFS.subClassOf, rdflib.URIRef(NKG + "Entity"))}
    kinds |= {local(c) for c in ontology.transitive_subjects(RDFS.subClassOf, rdflib.URIRef(NKG + "Eventuality"))}

    assert kinds == set(parents)
    for name, parent in parents.items():
        above = {local(c) for c in ontology.objects(rdflib.URIRef(NKG + name), RDFS.subClassOf)}
        assert ({parent} if parent else set()) == {c for c in above if not c.startswith("http")}, name


def test_properties_tsv_is_what_the_ontology_says_of_properties(ontology):
    """Domains, ranges, symmetry and the property above are the same on both sides.

    But for `sanctionedBy`, above `blacklistedBy`: an inverse, which is derived and never read.
    """
    for name, domains, ranges, symmetric, above in rows("properties.tsv"):
        term = rdflib.URIRef(NKG + name)
        said = {local(c) for c in ontology.objects(term, SCHEMA.domainIncludes)}
        values = {local(c) for c in ontology.objects(term, SCHEMA.rangeIncludes)}
        assert said == set(domains.split()), name
        assert values - {"gYear", "gYearMonth"} == set(ranges.split()) - {"gYear", "gYearMonth"}, name
        assert ((term, RDF.type, OWL.SymmetricProperty) in ontology) == (symmetric == "symmetric"), name
        parents = {local(p) for p in ontology.objects(term, RDFS.subPropertyOf)} - {"sanctionedBy"}
        assert parents == ({above} if above else set()), name


def test_every_property_of_the_ontology_that_joins_things_is_known_to_the_rules(ontology):
    """A property that no rule can use would be dead."""
    tiers = {local(t) for t in ontology.subjects(rdflib.URIRef(NKG + "tier"), None)}

    assert tiers == {row[0] for row in rows("properties.tsv")}


def test_every_term_that_code_writes_is_in_the_ontology(ontology):
    """No term is made up on the way."""
    defined = {local(s) for s in ontology.subjects() if str(s).startswith(NKG)}
    written = {t.value for t in vars(vocabulary).values() if isinstance(t, pyoxigraph.NamedNode)}
    values = {p.value.capitalize() for p in (*Polarity, *Modality)}

    assert {t.removeprefix(NKG) for t in written if t.startswith(NKG)} | values <= defined


def test_every_term_has_a_label_in_french_and_english(ontology):
    """A page can name everything in both languages."""
    label = rdflib.URIRef("http://www.w3.org/2004/02/skos/core#prefLabel")
    for term in {s for s in ontology.subjects(RDF.type) if str(s).startswith(NKG)}:
        languages = {o.language for p in (RDFS.label, label) for o in ontology.objects(term, p)}
        assert {"fr", "en"} <= languages, term


def test_shapes_speak_of_terms_of_the_ontology(ontology):
    """A shape for a term that is no more would never fail."""
    defined = {local(s) for s in ontology.subjects() if str(s).startswith(NKG)}
    used = set(re.findall(r"\bnkg:(\w+)", ontology_file("shapes.ttl").read_text(encoding="utf-8")))

    assert used <= defined


def test_every_property_has_a_shape():
    """Types of arguments are checked for every property of the rules."""
    shapes = ontology_file("shapes.ttl").read_text(encoding="utf-8")

    assert [row[0] for row in rows("properties.tsv") if f"sh:targetSubjectsOf nkg:{row[0]} " not in shapes] == []


def test_the_context_means_what_the_prefixes_mean():
    """JSON-LD shortens by the same names as Turtle."""
    context = json.loads(ontology_file("context.jsonld").read_text(encoding="utf-8"))["@context"]

    assert {k: context[k] for k in PREFIXES} == PREFIXES
    assert context["@vocab"] == NKG


@pytest.mark.parametrize("name", ["newskg.ttl", "shapes.ttl"])
def test_the_files_of_the_ontology_are_read_by_both_engines(name):
    """Neither engine is needed to read them."""
    text = ontology_file(name).read_text(encoding="utf-8")
    ours = list(pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.TURTLE))

    assert len(ours) == len(rdflib.Graph().parse(data=text, format="turtle"))
