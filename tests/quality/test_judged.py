"""The verdicts in the repository are well-formed, and the document tells what they say."""

import argparse
import gzip
import json
from pathlib import Path

import pytest

from kg.export.jsonl import write_jsonl
from tests.builders import a_fact, a_graph, a_span, an_article, an_entity, an_evidence
from tests.quality import annotations, judge, judged
from tests.quality.judged import DOCUMENT, ERRORS, FACTS, QUOTES, data_file, read_items, table, wilson

TEXT = "Mina Duval a fondé Orvella. Orvella a racheté Danel, dit Mina Duval."


@pytest.mark.parametrize("what", sorted(ERRORS))
def test_every_drawn_item_has_one_verdict(what: str):
    """Nothing is left out after the draw, and nothing counts twice."""
    draw, items = read_items(data_file(what))

    assert draw.what == what
    assert len({repr(item) for item in items}) == len(items) >= 100
    assert [item for item in items if item.verdict is None] == []


@pytest.mark.parametrize("what", sorted(ERRORS))
def test_verdicts_hold_offsets_and_no_text(what: str):
    """The articles belong to others: beside ids there are only numbers and words of ours."""
    words = {"right", "wrong", "asserted", "claimed", "denied", "unreal", "past", *ERRORS[what]}
    for line in data_file(what).read_text("utf-8").splitlines()[1:]:
        record = json.loads(line)
        said = {v for k, v in record.items() if isinstance(v, str) and k not in ("article", "article_id", "predicate")}

        assert said <= words
        assert " " not in record["article"] + record["article_id"] + record["predicate"]


@pytest.mark.parametrize("what", sorted(ERRORS))
def test_arguments_stand_in_their_sentence(what: str):
    """Whoever has the article finds the words that were judged."""
    for item in read_items(data_file(what))[1]:
        for span in (span for span in (item.subject, item.object) if span):
            assert item.sentence[0] <= span[0] < span[1] <= item.sentence[1]


def test_the_document_tells_the_share_that_the_verdicts_give():
    """A figure in the document is the one that is printed: python tests/quality/judge.py share"""
    assert table() in DOCUMENT.read_text("utf-8")


@pytest.mark.parametrize(
    ("right", "of", "low", "high"), [(0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (85, 100, 0.7672, 0.9069)]
)
def test_interval_is_wilsons(right: int, of: int, low: float, high: float):
    """Values of the score interval in the literature; it never leaves 0 to 1."""
    assert wilson(right, of) == pytest.approx((low, high), abs=1e-4)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A build of one article with a fact and a quote; verdicts go beside it instead of into the repository."""
    article = an_article(TEXT)
    mina, orvella, danel = (
        an_entity(name, kind, in_=article)
        for name, kind in (("Mina Duval", "Person"), ("Orvella", "Company"), ("Danel", "Company"))
    )
    second = a_span(TEXT, "Orvella a racheté Danel, dit Mina Duval.")
    ends = {"subject": a_span(TEXT, "Orvella", nth=1), "object": a_span(TEXT, "Danel")}
    said = an_evidence(article, "Orvella a racheté Danel", sentence=second, **ends)
    facts = [
        a_fact(mina, "founded", orvella, an_evidence(article, "Mina Duval a fondé Orvella")),
        a_fact(orvella, "acquired", danel, said, speaker=mina),
    ]
    with (tmp_path / "graph.jsonl").open("w", encoding="utf-8") as stream:
        write_jsonl(a_graph([article], [mina, orvella, danel], facts), stream)
    monkeypatch.setattr(judged, "FOLDER", tmp_path / "verdicts")
    (tmp_path / "verdicts").mkdir()
    return tmp_path


def drawn(folder: Path, what: str) -> Path:
    """Draw into a worksheet, and return it."""
    judge.draw_items(
        argparse.Namespace(what=what, graph=folder / "graph.jsonl", folder=folder, number=5, articles=5, seed=1)
    )
    return folder / f"{what}.txt"


def test_a_worksheet_with_verdicts_becomes_data(folder: Path):
    """What is written after "verdict:" is what the record says; the sentence stays in the worksheet."""
    sheet = drawn(folder, FACTS)
    assert "⟦Mina Duval a fondé Orvella⟧" in sheet.read_text("utf-8")
    sheet.write_text(sheet.read_text("utf-8").replace("verdict: ", "verdict: wrong relation"), "utf-8")

    judge.collect_verdicts(argparse.Namespace(what=FACTS, folder=folder, rest_right=False))

    draw, (item,) = read_items(data_file(FACTS))
    assert (draw.seed, draw.articles, draw.items) == (1, 1, 1)
    assert (item.predicate, item.verdict, item.error) == ("founded", "wrong", "relation")
    assert "Duval" not in data_file(FACTS).read_text("utf-8")


def test_a_quote_is_drawn_with_its_speaker(folder: Path):
    """The nearest mention of the speaker tells where to look."""
    sheet = drawn(folder, QUOTES)
    judge.collect_verdicts(argparse.Namespace(what=QUOTES, folder=folder, rest_right=True))

    (item,) = read_items(data_file(QUOTES))[1]
    assert "speaker: Mina Duval (Person)" in sheet.read_text("utf-8")
    assert (item.status, item.verdict) == ("claimed", "right")
    assert item.speaker is not None
    assert TEXT[slice(*item.speaker)] == "Mina Duval"


def test_an_item_without_verdict_is_told(folder: Path):
    """A worksheet half done is no measure."""
    drawn(folder, FACTS)

    with pytest.raises(SystemExit, match="no verdict on number 1"):
        judge.collect_verdicts(argparse.Namespace(what=FACTS, folder=folder, rest_right=False))


def test_texts_of_others_are_not_written_into_the_project():
    """The worksheet quotes articles."""
    with pytest.raises(SystemExit, match="outside of it"):
        judge.outside(DOCUMENT.parent)


def test_picked_articles_spread_over_the_corpus(tmp_path: Path):
    """Every n-th record from an offset, but for those that the extractor has learnt from."""
    corpus = tmp_path / "corpus.jsonl.gz"
    learnt = next(annotations.stored("fr"))["article"]
    names = [learnt if number == 27 else str(number) for number in range(100)]
    with gzip.open(corpus, "wt", encoding="utf-8") as stream:
        stream.writelines(json.dumps({"id": name}) + "\n" for name in names)

    judge.pick_articles(argparse.Namespace(corpus=corpus, file=tmp_path / "picked", every=20, offset=7, number=3))

    picked = [json.loads(line)["id"] for line in (tmp_path / "picked").read_text("utf-8").splitlines()]
    assert picked == ["7", "47", "67"]
