"""The labels that the pages show are those of the ontology."""

from pathlib import Path

import rdflib
from rdflib import RDFS

from kg.lang.labels import load_labels
from kg.lang.schema import load_schema

NKG = "https://w3id.org/newskg/ns#"
ONTOLOGY = Path(__file__).parents[2] / "ontology/newskg.ttl"


def test_labels_are_those_of_the_ontology():
    """Who renames a property in the ontology renames it in the pages."""
    graph = rdflib.Graph().parse(ONTOLOGY)
    labels = load_labels()
    wanted = {
        term: {str(each.language): str(each) for each in graph.objects(rdflib.URIRef(NKG + term), RDFS.label)}
        for term in labels
    }

    assert labels == wanted


def test_every_class_and_property_has_a_label():
    """No page shows the bare name of a term."""
    schema = load_schema()

    assert set(load_labels()) == set(schema.parents) | set(schema.properties)
