"""A Cypher script: run it twice and nothing is there twice."""

import re
from decimal import Decimal
from typing import TextIO

from kg.export.networks import to_networkx
from kg.export.source import Source

_NAME = re.compile(r"[^A-Za-z0-9_]")


def write_cypher(source: Source, stream: TextIO) -> None:
    """Write MERGE statements for openCypher databases (Neo4j, Memgraph); relations keep polarity, speaker, evidence."""
    network = to_networkx(source.graph, base=source.base)
    stream.write("CREATE CONSTRAINT kg_iri IF NOT EXISTS FOR (n:Thing) REQUIRE n.iri IS UNIQUE;\n")
    for node, data in network.nodes(data=True):
        label = _NAME.sub("", str(data.get("type") or "Thing")) or "Thing"
        stream.write(f"MERGE (n:Thing {{iri: {quoted(node)}}}) SET n:{label}, n += {_map(data)};\n")
    for start, end, key, data in network.edges(keys=True, data=True):
        kind = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", _NAME.sub("", str(data["predicate"]))).upper()
        stream.write(
            f"MATCH (a:Thing {{iri: {quoted(start)}}}), (b:Thing {{iri: {quoted(end)}}}) "
            f"MERGE (a)-[r:{kind} {{fact: {quoted(key)}}}]->(b) SET r += {_map(data)};\n"
        )


def quoted(value: object) -> str:
    """Return a Cypher literal; no text can end it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return format(Decimal(repr(value)), "f")  # not every reader knows exponents
    text = str(value).replace("\\", "\\\\").replace("'", "\\'")
    # Some readers take a backtick for the beginning of a name even here.
    return "'" + re.sub(r"[`\x00-\x1f\x7f-\x9f\u2028\u2029]", lambda found: f"\\u{ord(found[0]):04x}", text) + "'"


def _map(data: dict[str, object]) -> str:
    return "{" + ", ".join(f"{key}: {quoted(value)}" for key, value in data.items()) + "}"
