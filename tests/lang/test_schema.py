"""What the ontology expects of a property's ends, and what else news says by it."""

from pathlib import Path

import kg.lang
from kg.lang.schema import load_schema

TABLE = Path(kg.lang.__file__).with_name("ends.tsv")


def test_several_persons_may_do_what_one_may():
    """ "Un couple vit à Lyon": the learned reader may say it, though the ontology expects one person."""
    lives = load_schema().properties["residesIn"]
    assert "Group" not in lives.domains
    assert {"Person", "Group"} <= set(lives.wider_domains)
    assert lives.wider_ranges == lives.ranges


def test_what_is_told_of_ends_is_of_the_ontology():
    """Each line names a property and classes that there are, and adds what the ontology does not expect already."""
    schema = load_schema()
    for line in TABLE.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        name, domains, ranges, *kinds = [*line.split("\t"), "", "", ""][:5]
        told = schema.properties[name]
        assert {*domains.split(), *ranges.split(), *filter(None, kinds)} <= set(schema.parents)
        assert not set(domains.split()) & set(told.domains)
        assert not set(ranges.split()) & set(told.ranges)


def test_what_a_vague_name_is_there_the_ontology_allows():
    """Who is called to the head of a firm is somebody; nothing is made of a class that the property does not join."""
    schema = load_schema()
    for told in schema.properties.values():
        assert not told.subject_is or any(schema.is_a(told.subject_is, above) for above in told.domains)
        assert not told.object_is or any(schema.is_a(told.object_is, above) for above in told.ranges)
    assert (schema.properties["ceoOf"].subject_is, schema.properties["ceoOf"].object_is) == ("Person", "Company")
