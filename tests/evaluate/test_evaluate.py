"""Scoring: what counts as the same, and what each figure and each cause means."""

import json
from pathlib import Path

import pytest

from kg.errors import EvaluationError
from kg.evaluate import evaluate
from kg.evaluate.__main__ import main
from kg.evaluate.compare import first_number, fold_for_scoring, same_literal
from kg.evaluate.errors import Cause, find_errors, find_name_errors
from kg.evaluate.gold import GoldValue
from kg.evaluate.page import errors_page
from kg.evaluate.phenomena import PHENOMENA
from kg.evaluate.score import by_phenomenon, by_property, by_rule, calibration

TEXT = "Mina Duval a fondé Orvella en 2012. Le groupe a racheté Alpro. Il n’a jamais espionné Danel, selon Orvella."


def gold_fact(id_, subject, predicate, object_, evidence, **more):
    plain = {
        "tier": "A",
        "polarity": "positive",
        "modality": "actual",
        "speaker": None,
        "also": [],
        "phrase": "",
        "time": None,
    }
    fact = {"id": id_, "subject": subject, "predicate": predicate, "object": object_, "evidence": evidence}
    return {**plain, "also_subject": [], "also_object": [], "note": "", **fact, **more}


GOLD = {
    "article": "orvella",
    "language": "fr",
    "entities": [
        {"id": "mina", "type": "Person", "names": ["Mina Duval", "Duval"], "mentions": []},
        {"id": "orvella", "type": "Company", "names": ["Orvella"], "mentions": ["Le groupe"]},
        {"id": "alpro", "type": "Company", "names": ["Alpro"], "mentions": []},
        {"id": "danel", "type": "Company", "names": ["Danel"], "mentions": []},
    ],
    "facts": [
        gold_fact("f1", "mina", "founded", "orvella", "Mina Duval a fondé Orvella", phrase="fonder"),
        gold_fact("f2", "orvella", "acquired", "alpro", "Le groupe a racheté Alpro", tier="B", phrase="racheter"),
        gold_fact("f3", "orvella", "foundingDate", {"value": "2012", "type": "date"}, "fondé Orvella en 2012"),
        gold_fact(
            "f4",
            "orvella",
            "spiesOn",
            "danel",
            "Il n’a jamais espionné Danel",
            tier="B",
            polarity="negative",
            speaker="orvella",
            phrase="espionner",
        ),
    ],
    "forbidden": [gold_fact("", "orvella", "spiesOn", "danel", "espionné Danel")],
}


def entity(label, type_="Company", **more):
    mentions = [{"article": "orvella", "start": 0, "end": len(label), "surface": label}]
    return {"kind": "entity", "id": label, "label": label, "type": type_, "aliases": [], "mentions": mentions, **more}


def fact(subject, predicate, object_, evidence, **more):
    start = TEXT.index(evidence)
    plain = {
        "phrase": "",
        "polarity": "positive",
        "modality": "actual",
        "speaker": None,
        "time": None,
        "confidence": 0.9,
    }
    said = {"kind": "fact", "subject": subject, "predicate": predicate, "object": object_, **plain, **more}
    reality = (said["polarity"], said["modality"], said["speaker"])
    said.setdefault("asserted", reality == ("positive", "actual", None))
    place = {"article": "orvella", "start": start, "end": start + len(evidence), "text": evidence, "rule": "test/1"}
    return {**said, "evidence": [place]}


PEOPLE = [entity("Mina Duval", "Person"), entity("Orvella"), entity("Alpro"), entity("Danel")]


@pytest.fixture
def scored(tmp_path: Path):
    """A function: predicted records → evaluation against the gold above."""
    folder = tmp_path / "gold" / "fr"
    folder.mkdir(parents=True)
    (folder / "orvella.json").write_text(json.dumps(GOLD), "utf-8")
    (tmp_path / "gold" / "split.json").write_text(json.dumps({"develop": ["fr/orvella"], "check": []}), "utf-8")

    def run(*records, split=None):
        path = tmp_path / "graph.jsonl"
        article = {"kind": "article", "name": "orvella", "text": TEXT}
        path.write_text("".join(json.dumps(r) + "\n" for r in (article, *PEOPLE, *records)), "utf-8")
        return evaluate(folder, path, split=split)

    return run


FOUNDED = fact("Mina Duval", "founded", "Orvella", "Mina Duval a fondé Orvella")


def test_precision_is_over_predictions_and_recall_over_gold(scored):
    """One right prediction of two finds one of four gold facts."""
    wrong = fact("Mina Duval", "founded", "Alpro", "Mina Duval a fondé Orvella")
    found = scored(FOUNDED, wrong)

    assert (found.full.precision, found.full.recall, found.full.recall_a) == (0.5, 0.25, 0.5)


def test_a_denial_read_as_an_affirmation_is_a_leak(scored):
    """A plain fact that the gold holds only as denied and claimed leaks; it is right in core, not in full."""
    leak = fact("Orvella", "spiesOn", "Danel", "Il n’a jamais espionné Danel")
    found = scored(leak)

    assert found.leaks == 1
    assert (found.core.precision, found.full.precision) == (1.0, 0.0)


def test_a_claim_with_its_speaker_does_not_leak(scored):
    """The same words read as denied and said by Orvella match in full."""
    right = fact("Orvella", "spiesOn", "Danel", "Il n’a jamais espionné Danel", polarity="negative", speaker="Orvella")
    found = scored(right)

    assert found.leaks == 0
    assert found.full.precision == 1.0


@pytest.mark.parametrize(
    ("said", "cause"),
    [
        (fact("Orvella", "spiesOn", "Danel", "Il n’a jamais espionné Danel", speaker="Orvella"), Cause.POLARITY),
        (fact("Orvella", "spiesOn", "Danel", "Il n’a jamais espionné Danel", polarity="negative"), Cause.SPEAKER),
        (fact("Mina Duval", "founded", "Orvella", "Mina Duval a fondé Orvella", modality="planned"), Cause.MODALITY),
        (fact("Mina Duval", "founded", "Alpro", "Mina Duval a fondé Orvella"), Cause.ARGUMENT),
        (fact("Mina Duval", "acquired", "Alpro", "Le groupe a racheté Alpro"), Cause.ANTECEDENT),
        (fact("Mina Duval", "spiesOn", "Danel", "Il n’a jamais espionné Danel"), Cause.ANTECEDENT),
        (fact("Mina Duval", "owns", "Orvella", "Mina Duval a fondé Orvella"), Cause.PROPERTY),
        (fact("Alpro", "sued", "Danel", "Mina Duval a fondé Orvella"), Cause.SPURIOUS),
    ],
)
def test_every_wrong_prediction_has_one_cause(scored, said, cause):
    """The cause is what went wrong first."""
    found = find_errors(scored(said))

    assert [w.cause for w in found.wrong] == [cause]


def test_what_nothing_points_to_is_a_missed_trigger_or_mention(scored):
    """Both arguments were found but not joined; or one was never found."""
    found = find_errors(scored())

    assert {m.gold.id: m.cause for m in found.missed} == dict.fromkeys(("f1", "f2", "f3", "f4"), Cause.TRIGGER)


def test_tables_count_what_the_figures_count(scored):
    """The rows of the property table add up to the totals; phenomena overlap."""
    found = scored(FOUNDED)
    rows = by_property(found)
    phenomena = {r.name: r for r in by_phenomenon(found, PHENOMENA)}

    assert sum(r.gold for r in rows) == found.gold_facts == 4
    assert sum(r.found_full for r in rows) == 1
    assert phenomena["all"].found_full == 1
    assert phenomena["negation"].gold == phenomena["attribution"].gold == 1
    assert phenomena["coreference needed"].gold == 2
    assert phenomena["date"].gold == 1
    assert phenomena["number"].gold == 0


def test_only_the_articles_of_a_split_count(scored):
    """An empty split is refused rather than scored as perfect."""
    assert scored(FOUNDED, split="develop").articles == 1
    with pytest.raises(EvaluationError, match="holds no gold article"):
        scored(FOUNDED, split="check")
    with pytest.raises(EvaluationError, match="has no split 'test'"):
        scored(FOUNDED, split="test")


def test_what_cannot_be_read_is_said_in_one_line(scored, tmp_path):
    """A broken line names its number and the remedy."""
    scored()
    path = tmp_path / "graph.jsonl"
    path.write_text('{"kind": "fact"}\n', "utf-8")

    with pytest.raises(EvaluationError, match=r"graph.jsonl:1: is no record of a graph"):
        evaluate(tmp_path / "gold" / "fr", path)
    with pytest.raises(EvaluationError, match="cannot be read"):
        evaluate(tmp_path / "gold" / "fr", tmp_path / "nothing.jsonl")


def test_names_are_compared_without_accents_and_determiners():
    """ "L’Élysée" and "Elysee" are one name for scoring."""
    assert fold_for_scoring("L’Élysée") == fold_for_scoring("Elysee") == "elysee"
    assert fold_for_scoring("M. de La Tour") == "tour"


@pytest.mark.parametrize(
    ("kind", "gold", "said", "same"),
    [
        ("date", "2019-05-16", "2019", True),
        ("date", "2019", "2019-05", True),
        ("date", "2019", "2018", False),
        ("number", "1200", "1 200", True),
        ("number", "1200,5", "1200.5", True),
        ("money", "15000000 EUR", "15,000,000 EUR", True),
        ("number", "3", "trois", False),
        ("string", "ministre de l'Intérieur", "ministre français de l'Intérieur", True),
        ("string", "ministre de l'Intérieur", "journaliste", False),
    ],
)
def test_values_are_compared_by_what_they_mean(kind, gold, said, same):
    """Dates by prefix, numbers in both notations, words by half of them."""
    assert same_literal(GoldValue(value=gold, type=kind), said) is same


def test_a_text_without_digits_is_no_number():
    """Nothing is invented for words."""
    assert first_number("une dizaine") is None


def test_the_page_marks_the_words_and_runs_nothing(scored):
    """Article text is escaped; the evidence is marked in its context."""
    found = scored(fact("Mina Duval", "founded", "Alpro", "Mina Duval a fondé Orvella"))
    page = errors_page(found, find_errors(found), {"orvella": TEXT + "<script>alert(1)</script>"})

    assert "<mark>Mina Duval a fondé Orvella</mark>" in page
    assert "<script" not in page


def test_the_command_prints_figures_and_errors(scored, tmp_path, capsys):
    """`python -m kg.evaluate` ends with 0, or with 2 and one line."""
    scored(fact("Mina Duval", "founded", "Alpro", "Mina Duval a fondé Orvella"))
    gold, graph = str(tmp_path / "gold" / "fr"), str(tmp_path / "graph.jsonl")

    assert (
        main([gold, graph, "--by-property", "--by-phenomenon", "--by-rule", "--calibration", "--names", "--errors"])
        == 0
    )
    shown = capsys.readouterr().out
    assert "full: P 0.000" in shown
    assert "[wrong argument] founded: Mina Duval → Alpro <test/1>" in shown
    assert main([gold, str(tmp_path / "missing.jsonl")]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_page_that_cannot_be_written_is_a_plain_sentence(scored, tmp_path, capsys):
    """A folder that is not there is named, without a traceback."""
    scored(FOUNDED)
    gold, graph = str(tmp_path / "gold" / "fr"), str(tmp_path / "graph.jsonl")

    assert main([gold, graph, "--html", str(tmp_path / "none" / "errors.html")]) == 2
    assert "none/errors.html: cannot be written: No such file or directory." in capsys.readouterr().err


def test_confidence_is_held_against_what_is_right(scored):
    """Of two facts given .9 one is right: the bin says .5."""
    found = scored(FOUNDED, fact("Mina Duval", "founded", "Alpro", "Mina Duval a fondé Orvella"))
    (only,) = calibration(found)

    assert (only.low, only.facts, only.right) == (0.9, 2, 0.5)


def test_names_of_another_class_are_listed(scored):
    """A name is found when a node bears it; its class is judged apart."""
    missed = find_name_errors(scored(entity("Alpro", "Person"), entity("Danel", "Organization")))

    assert [(m.entity.id, m.found) for m in missed] == [("alpro", ("Person",)), ("danel", ("Organization",))]


def test_a_rule_is_judged_by_what_it_read(scored):
    """One right and one wrong reading of a rule."""
    found = scored(FOUNDED, fact("Mina Duval", "founded", "Alpro", "Mina Duval a fondé Orvella"))
    (row,) = by_rule(found)

    assert (row.rule, row.facts, row.right_full, row.leaks) == ("test/1", 2, 1, 0)
