"""Our figures are those of the reference scorer, to the digit."""

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from kg.evaluate import evaluate

SHARED = Path(__file__).parents[2] / ".." / "shared"
SCORER = SHARED / "eval" / "score_facts.py"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not SCORER.exists(), reason="the reference scorer and its gold are not beside the project"),
]


def guesses(folder: Path, seed: int) -> list[dict]:
    """Gold turned into predictions and spoilt at random: wrong ends, polarities, speakers, properties, values."""
    rng, records, seen = random.Random(seed), [], set()
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        ids = [e["id"] for e in gold["entities"]]
        for e in gold["entities"]:
            if e["id"] not in seen:
                names = e["names"] or e["mentions"] or [e["id"]]
                mentions = [{"article": gold["article"], "start": 0, "end": 1, "surface": n} for n in names]
                label, kind = rng.choice(names), rng.choice([e["type"], "Organization"])
                more = {"label": label, "type": kind, "aliases": names[:1], "mentions": mentions}
                records.append({"kind": "entity", "id": e["id"], **more})
                seen.add(e["id"])
        for f in gold["facts"] + gold["forbidden"]:
            said = f["object"] if rng.random() < 0.8 else rng.choice(ids)
            object_ = {"value": said["value"], "datatype": said["type"]} if isinstance(said, dict) else said
            polarity = f.get("polarity", "positive") if rng.random() < 0.9 else "negative"
            speaker = f.get("speaker") if rng.random() < 0.8 else rng.choice([*ids, None])
            modality = f.get("modality", "actual") if rng.random() < 0.9 else "actual"
            place = {"article": gold["article"], "start": 0, "end": 1, "text": f["evidence"]}
            records.append(
                {
                    "kind": "fact",
                    "subject": f["subject"] if rng.random() < 0.8 else rng.choice(ids),
                    "predicate": f["predicate"] if rng.random() < 0.8 else rng.choice(["open", "metWith", "owns"]),
                    "object": object_,
                    "polarity": polarity,
                    "modality": modality,
                    "speaker": speaker,
                    "asserted": (polarity, modality, speaker) == ("positive", "actual", None),
                    "evidence": [place],
                }
            )
    return records


@pytest.mark.parametrize("folder", ["seed", "fr", "en"])
def test_the_figures_are_those_of_the_reference(folder: str, tmp_path: Path):
    """Every figure of `score_facts.py --json` comes out of our own code with the same digits."""
    gold, path = SHARED / "gold" / folder, tmp_path / "graph.jsonl"
    path.write_text("".join(json.dumps(r) + "\n" for r in guesses(gold, seed=3)), "utf-8")
    command = [sys.executable, str(SCORER), str(gold), str(path), "--json"]
    theirs = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    ours = evaluate(gold, path)

    for level, figures in (("core", ours.core), ("full", ours.full)):
        wanted = theirs[level]
        found = (figures.precision, figures.recall, figures.f1, figures.recall_a)
        assert found == (wanted["precision"], wanted["recall"], wanted["f1"], wanted["recall_A"])
    assert ours.recall_named == theirs["full"]["recall_named"]
    assert list(ours.full_f1_interval) == theirs["full"]["f1_95"]
    assert ours.asserted_precision == theirs["asserted_precision"]
    assert ours.leaks == theirs["leaks"]
    assert (ours.open_precision, ours.open_recall) == (theirs["open"]["precision"], theirs["open"]["recall"])
    assert (ours.names_recall, ours.names_exact) == (theirs["names_recall"], theirs["names_exact"])
    counts = (theirs["articles"], theirs["gold_facts_AB"], theirs["typed_predictions"])
    assert (ours.articles, ours.gold_facts, ours.typed_predictions) == counts
    assert 0.1 < ours.full.f1 < 0.95
