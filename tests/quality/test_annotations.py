"""Our own annotations speak of their articles and in the terms of the ontology."""

import gzip
import json
from typing import Any

import pytest

from kg.evaluate.score import score
from kg.lang.schema import load_schema
from tests.quality.agreement import AGAIN, as_predictions
from tests.quality.annotations import CORPUS, STORED, WRITTEN, annotated, pack, texts_of, unpack, written

pytestmark = pytest.mark.slow

LANGUAGES = sorted(STORED)
FILES = [*(STORED[language] for language in LANGUAGES), *WRITTEN.values(), AGAIN]


def records(language: str) -> list[dict[str, Any]]:
    return records_of(STORED[language])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_annotations_use_terms_of_the_ontology(path):
    """Every class and property is one that the extractor may use."""
    schema = load_schema()
    for record in records_of(path):
        assert {e["type"] for e in record["entities"]} <= set(schema.parents)
        assert {f["predicate"] for f in record["facts"]} <= {*schema.properties, "open"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_facts_speak_of_entities_of_their_article(path):
    """Both ends and the speaker are listed."""
    for record in records_of(path):
        known = {e["id"] for e in record["entities"]} | {"*", None}
        for fact in record["facts"]:
            assert {fact["subject"], fact["speaker"]} <= known
            assert isinstance(fact["object"], dict) or fact["object"] in known


@pytest.mark.parametrize("path", [STORED["fr"], AGAIN], ids=lambda path: path.name)
def test_french_annotations_hold_no_text_of_others(path):
    """What stands in a corpus article is kept as offsets, never as words."""
    for record in records_of(path):
        spans = [s for e in record["entities"] for s in (*e["names"], *e["mentions"])]
        spans += [f["evidence"] for f in record["facts"]]
        assert all(isinstance(start, int) and start < end for start, end in spans)
        assert "text" not in record


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not beside the project")
@pytest.mark.parametrize("language", LANGUAGES)
def test_offsets_lie_in_their_article(language):
    """Every name, description and evidence is inside the text that the record speaks of."""
    text_of = texts_of(language)
    for record in records(language):
        length = len(text_of(record))
        assert all(f["evidence"][1] <= length for f in record["facts"])
        assert all(s[1] <= length for e in record["entities"] for s in (*e["names"], *e["mentions"]))


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not beside the project")
@pytest.mark.parametrize("language", LANGUAGES)
def test_packing_what_was_unpacked_changes_nothing(language, tmp_path, monkeypatch):
    """Gold files and stored annotations are two forms of one thing."""
    unpack(language, tmp_path)
    again = tmp_path / "again.jsonl.gz"
    monkeypatch.setitem(STORED, language, again)
    pack(language, tmp_path)
    before = records_of(again)
    monkeypatch.undo()

    assert before == sorted(records(language), key=lambda r: r["article"])


def test_written_texts_are_no_press():
    """What networks practise on holds its own text, and is none of the articles by which they are measured."""
    for language in WRITTEN:
        stored = {record["article"] for record in records(language)}
        practice = records_of(WRITTEN[language])
        assert all(record["text"] for record in practice)
        assert stored.isdisjoint(record["article"] for record in practice)
        assert all(f.evidence in article.text for article, gold in written(language) for f in gold.facts)


def records_of(path: Any) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def test_what_is_annotated_again_was_annotated_before():
    """Each article of the second annotation has a first."""
    assert {r["article"] for r in records_of(AGAIN)} <= {r["article"] for r in records("fr")}


def test_an_annotation_agrees_wholly_with_itself():
    """Scored as if a program had said it, an annotation finds all of itself, and nothing else."""
    told = [(a, g) for a, g in annotated("en") if all(e.names or e.mentions for e in g.entities)]  # a few list no words
    chosen = told[:12]
    found = score([gold for _, gold in chosen], as_predictions(chosen))

    assert found.full.recall == 1
    assert found.full.precision == 1
