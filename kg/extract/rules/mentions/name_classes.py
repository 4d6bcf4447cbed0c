"""The class of a name that no table knows, as a model judges that was trained on annotated articles.

The parser's model knows four kinds of names, and of those that it has not seen it often gets the kind wrong; the
ontology has finer ones. A softmax over classes of hashed traits, and of what the parser and its vectors make of the
words, straight and through one hidden layer (Cheng et al., "Wide & deep learning", 2016); what rules say is one of the
traits. All uses of a name in an article are judged together. The weights (kg/lang/<language>/names.npz) are written by
tests/quality/train_names.py; a language without that file has rules alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from kg.extract.rules.mentions.name_traits import Floats, NameQuestion
from kg.extract.rules.mentions.names import Names
from kg.extract.rules.mentions.references import Reference, References
from kg.extract.rules.weights import read_weights, shares, to_whole
from kg.model import MentionKind

LEAST = 0.3  # probability from which a class is taken over from the model
DIGITS = 4  # of a probability, so that the last bits of a sum decide nothing


@dataclass(frozen=True, slots=True)
class NameClasses:
    """Weights: R traits, H hidden, C classes, I inputs."""

    classes: tuple[str, ...]
    rows: Floats  # (R, H + C): what a trait adds to the hidden layer, and to the classes
    inputs: Floats  # (I, H)
    hidden: Floats  # (H,)
    told: Floats  # (H + 1, C): the last row is the bias

    def probabilities(self, question: NameQuestion) -> Floats:
        """Return how likely each class is, (C,)."""
        size = len(self.hidden)
        total = self.rows[question.rows].sum(axis=0)
        layer = np.maximum(total[:size] + question.inputs @ self.inputs + self.hidden, 0)
        sums = (layer @ self.told[:-1] + self.told[-1] + total[size:]).astype(np.float64)
        found: Floats = np.round(shares(sums), DIGITS).astype(np.float32)
        return found

    def judge(self, question: NameQuestion) -> str:
        """Return the likeliest class, or what rules say if none is likely."""
        sure = self.probabilities(question)
        best = int(sure.argmax())
        return self.classes[best] if sure[best] >= LEAST else question.ruled


def classify_names(names: Names, table: References, classes: NameClasses, questions: Iterable[NameQuestion]) -> None:
    """Give names the class that the model takes them for, in place, in every place where they stand."""
    told = {question.name: classes.judge(question) for question in questions}
    for item in table.items:
        kind = told.get(item.name) if item.kind is MentionKind.NAME and item.known is None else None
        if kind is None or kind == item.type or _is_called(names, item) or item.name in table.told:
            continue
        if "Person" in (kind, item.type):
            item.gender = names.gender(item.name.title()) or "" if kind == "Person" else ""
        item.type = kind


def _is_called(names: Names, item: Reference) -> bool:
    """ "the Computer Misuse Act", "Typhoon Mina": what is called a law is no organisation, a storm is nobody."""
    words, (first, *rest) = names.pack.words, item.name.split() or [""]
    if item.type == "DisasterEvent":
        return bool(rest) and first in words.get("storms", ())
    return item.type == "LegalAct" and (rest or [first])[-1] in words["acts"]


@cache
def load_name_classes(code: str) -> NameClasses | None:
    """Read the model of a language; None if it has none."""
    return read_weights(code, "names.npz", read_name_classes)


def read_name_classes(path: Path) -> NameClasses:
    """Read what `write_name_classes` wrote."""
    with np.load(path, allow_pickle=False) as data:
        return NameClasses(
            classes=tuple(str(name) for name in data["classes"]), hidden=data["hidden"], told=data["told"],
            rows=data["rows"].astype(np.float32) * data["steps"], inputs=data["inputs"].astype(np.float32),
        )  # fmt: skip


def write_name_classes(model: NameClasses, path: Path) -> None:
    """Write the rows as whole numbers with a step a column, what reads the inputs in half precision."""
    rows, steps = to_whole(model.rows)
    np.savez_compressed(
        path, classes=np.array(model.classes), rows=rows, steps=steps.astype(np.float32),
        inputs=model.inputs.astype(np.float16), hidden=model.hidden, told=model.told,
    )  # fmt: skip
