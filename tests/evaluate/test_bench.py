"""Corpora of others: their files are read as they are, and a perfect or empty reader gets what it deserves."""

import json
from dataclasses import replace
from pathlib import Path

from kg.evaluate.bench import coreference, democrat, fenec, knowledgenet, popcorn
from kg.evaluate.bench.tally import Tally
from kg.model import Document, MentionKind, Span
from tests.builders import a_claim, a_document, a_mention


def test_a_tally_is_precision_and_recall():
    """Two of four wanted were found, two of three given are right."""
    tally = Tally(4, 2, 3, 2)

    assert (tally.recall, round(tally.precision, 3), round(tally.f1, 3)) == (0.5, 0.667, 0.571)
    assert Tally().f1 == 0.0


def test_knowledgenet_counts_only_properties_that_were_annotated(tmp_path: Path):
    """A found CEO is right; a found spouse is not judged, since nobody looked for spouses in that passage."""
    text = "Mina Duval is the CEO of Orvella. Her husband is Ben Hall."
    facts = [{"prop": "CEO", "subj": "Orvella", "obj": "Mina Duval", "subj_uri": None, "obj_uri": None}]
    path = tmp_path / "k.jsonl"
    path.write_text(json.dumps({"text": text, "facts": facts, "props": ["CEO"]}) + "\n", "utf-8")
    (passage,) = knowledgenet.read_passages(path)
    article = passage.article
    mentions = [a_mention(article, w) for w in ("Mina Duval", "Orvella", "Ben Hall")]
    claims = [
        a_claim(article, "Mina Duval", "ceoOf", "Orvella"),
        a_claim(article, "Mina Duval", "spouseOf", "Ben Hall"),
    ]
    found = knowledgenet.measure([passage], [a_document(article, *mentions, claims=claims)])

    assert found["CEO"] == Tally(1, 1, 1, 1)
    assert found["all"] == Tally(1, 1, 1, 1)


def test_popcorn_meets_entities_by_place(tmp_path: Path):
    """An argument is an entity of theirs when one of its places touches one of its mentions."""
    text = "Eloïse est membre du FBI."
    entities = [
        {"id": 7, "type": "CIVILIAN", "mentions": [{"value": "Eloïse", "start": 0, "end": 6}]},
        {
            "id": 9,
            "type": "NON_MILITARY_GOVERNMENT_ORGANISATION",
            "mentions": [{"value": "FBI", "start": 21, "end": 24}],
        },
    ]
    record = {"id": "1", "text": text, "entities": entities, "relations": [[7, "IS_PART_OF", 9], [7, "WEIGHS", 9]]}
    path = tmp_path / "p.jsonl"
    path.write_text(json.dumps(record) + "\n", "utf-8")
    (report,) = popcorn.read_reports(path)
    mentions = [a_mention(report.article, w) for w in ("Eloïse", "FBI")]
    claims = [a_claim(report.article, "Eloïse", "memberOf", "FBI")]
    found = popcorn.measure([report], [a_document(report.article, *mentions, claims=claims)])

    assert found["IS_PART_OF"] == found["named"] == found["mapped"] == Tally(1, 1, 1, 1)
    assert found["every type"] == Tally(2, 1, 1, 1)


def test_fenec_compares_names_by_kind(tmp_path: Path):
    """An organisation read as a person is found as a name, not as its kind."""
    (tmp_path / "t.txt").write_text("Valve attaque Paris.", "utf-8")
    (tmp_path / "t.ann").write_text(
        "T1\torg.ent 0 5\tValve\nT2\tloc.adm.town 14 19\tParis\nT3\tamount 6 13\tattaque\n", "utf-8"
    )
    (text,) = fenec.read_texts(tmp_path)
    valve, paris = a_mention(text.article, "Valve", type="Person"), a_mention(text.article, "Paris", type="City")
    found = fenec.measure([text], [a_document(text.article, valve, paris)])

    assert found["any kind"] == found["exact"] == Tally(2, 2, 2, 2)
    assert found["organisation"] == Tally(1, 0, 0, 0)
    assert found["person"] == Tally(0, 0, 1, 0)


CONLL = """#begin document (ge/news-1); part 000
1-2\tDu\t_\t_\t_\t_\t_\t_\t_\t0\t*\t*\t_
1\tDe\tde\tADP\t_\t_\t0\tx\t_\t_\t0\t*\t*\t_
2\tle\tle\tDET\t_\t_\t0\tx\t_\t_\t0\t*\t*\t(1
3\tgroupe\tgroupe\tNOUN\t_\t_\t0\tx\t_\t_\t0\t*\t*\t1)
4\til\til\tPRON\t_\t_\t0\tx\t_\t_\t0\t*\t*\t(1)
5\tparle\tparler\tVERB\t_\t_\t0\tx\t_\t_\t0\t*\t*\t_
"""


def test_democrat_chains_are_read_over_contractions(tmp_path: Path):
    """ "Du" is written once and carries the marks of "de" and "le"; determiners do not matter when mentions are met."""
    path = tmp_path / "d.conll"
    path.write_text(CONLL, "utf-8")
    (text,) = democrat.read_texts(path)
    (chain,) = text.chains
    group = a_mention(text.article, "groupe", kind=MentionKind.NOMINAL)
    it = a_mention(text.article, "il", kind=MentionKind.PRONOUN, refers_to="groupe")
    document: Document = a_document(text.article, group, it)
    found = democrat.measure([text], [document])

    assert text.article.text == "Du groupe il parle"
    assert chain == {Span(0, 9), Span(10, 12)}
    assert found.muc == Tally(1, 1, 1, 1)
    assert found.conll_f1 == 1.0
    assert found.pronouns == found.nearest == Tally(1, 1, 1, 1)


def test_a_wider_reading_of_a_mention_is_no_further_mention(tmp_path: Path):
    """ "Du groupe il" beside "groupe": of the readings of one mention the one that the gold has counts."""
    path = tmp_path / "d.conll"
    path.write_text(CONLL, "utf-8")
    (text,) = democrat.read_texts(path)
    group = a_mention(text.article, "groupe", kind=MentionKind.NOMINAL)
    wider = replace(group, id=f"{group.id}.1", span=Span(0, 12), surface="Du groupe il", refers_to=group.id)
    it = a_mention(text.article, "il", kind=MentionKind.PRONOUN, refers_to=group.id)
    found = democrat.measure([text], [a_document(text.article, group, wider, it)])

    assert found.mentions == Tally(2, 2, 2, 2)
    assert found.conll_f1 == 1.0


def test_the_three_measures_of_coreference_on_a_published_example():
    """Gold {a b c} {d e f g}, ours {a b} {c d} {f g h i}: the figures of Pradhan et al. 2014, section 4."""
    a, b, c, d, e, f, g, h, i = (Span(n, n + 1) for n in range(9))
    gold = [frozenset({a, b, c}), frozenset({d, e, f, g})]
    ours = [frozenset({a, b}), frozenset({c, d}), frozenset({f, g, h, i})]
    precise, recalled, given, wanted = coreference.b_cubed(gold, ours)
    similar, our_chains, gold_chains = coreference.ceaf(gold, ours)

    assert (coreference.muc(gold, ours).recall, coreference.muc(gold, ours).precision) == (0.4, 0.4)
    assert (round(precise / given, 2), round(recalled / wanted, 2)) == (0.5, 0.42)
    assert (round(similar / our_chains, 2), round(similar / gold_chains, 2)) == (0.43, 0.65)
