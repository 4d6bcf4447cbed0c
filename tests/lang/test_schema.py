"""What the ontology expects of a property's ends, and what else news says by it."""

from pathlib import Path

import kg.lang
from kg.lang.schema import load_schema

TABLE = Path(kg.lang.__file__).with_name("wider_ends.tsv")


def test_several_persons_may_do_what_one_may():
    """ "Un couple vit à Lyon": the learned reader may say it, though the ontology expects one person."""
    lives = load_schema().properties["residesIn"]
    assert "Group" not in lives.domains
    assert {"Person", "Group"} <= set(lives.wider_domains)
    assert lives.wider_ranges == lives.ranges


def test_wider_ends_are_of_the_ontology():
    """Each line names a property and classes that there are, and adds what the ontology does not expect already."""
    schema = load_schema()
    for line in TABLE.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        name, domains, ranges = [*line.split("\t"), ""][:3]
        told = schema.properties[name]
        assert set(domains.split()) | set(ranges.split()) <= set(schema.parents)
        assert not set(domains.split()) & set(told.domains)
        assert not set(ranges.split()) & set(told.ranges)
