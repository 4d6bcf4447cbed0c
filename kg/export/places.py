"""Where facts and entities stand in the articles, for formats that know only nodes, edges and cells."""

import json
import re

from kg.export.jsonl import Record, evidence_record, mention_record
from kg.model import Entity, Evidence, Fact, Graph

# What XML 1.0 cannot hold; in JSON it can be escaped.
NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Places:
    """The places of one graph."""

    def __init__(self, graph: Graph) -> None:
        self._names = {article.id: article.name for article in graph.articles}
        self._texts = {article.id: article.text for article in graph.articles}
        self._labels = {entity.id: entity.label for entity in graph.entities}

    def sentence(self, evidence: Evidence) -> str:
        """Return the words of the sentence that holds a piece of evidence."""
        return evidence.sentence.cut(self._texts.get(evidence.article, ""))

    def article(self, evidence: Evidence) -> str:
        """Return the name of its article."""
        return self._names.get(evidence.article, evidence.article)

    def first(self, fact: Fact) -> dict[str, str | int]:
        """Return who says it, and the first place that shows it: the words to read at once."""
        told: dict[str, str | int] = {"speaker_label": self._labels.get(fact.speaker or "", "")}
        for evidence in fact.evidence[:1]:
            told["article"], told["sentence"] = self.article(evidence), self.sentence(evidence)
            told["start"], told["end"] = evidence.clause.start, evidence.clause.end
        return told

    def evidence(self, fact: Fact) -> str:
        """Return every place that shows a fact: JSON, as in JSON Lines."""
        return _json([evidence_record(each, self._names) for each in fact.evidence])

    def mentions(self, entity: Entity) -> str:
        """Return every place that mentions an entity: JSON, as in JSON Lines."""
        return _json([mention_record(each, self._names) for each in entity.mentions])


def _json(records: list[Record]) -> str:
    text = json.dumps(records, ensure_ascii=False, separators=(",", ":"))
    return NO_XML.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
