"""How likely a pronoun stands for each candidate: a softmax over sums of the weights of readable traits.

Log-linear ranking (Denis and Baldridge, 2008), "none of them" among the candidates. The weights
(kg/lang/<language>/pronouns.toml) are written by tests/quality/train_pronouns.py.
"""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.extract.rules.coreference.pronoun_traits import Question
from kg.extract.rules.coreference.softmax import shares
from kg.extract.rules.weights import read_weights

HEAD = """\
# What a pronoun stands for, in log-odds. Written by tests/quality/train_pronouns.py from annotated articles: run it
# again after a change of rules, rather than editing this. A trait without weight counts nothing.
"""


@dataclass(frozen=True, slots=True)
class PronounWeights:
    """Weights of traits ("table=value"), and the probability from which a pronoun is joined."""

    weights: Mapping[str, float]
    least: float

    def probabilities(self, question: Question) -> list[float]:
        """Return how likely each candidate is meant."""
        weigh = self.weights.get  # most traits have no weight
        sums = [sum(filter(None, map(weigh, row))) for row in (question.none, *question.traits)]
        return shares(sums)[1:]


@cache
def load_pronouns(code: str) -> PronounWeights | None:
    """Read the weights of a language; None if it has none."""
    return read_weights(code, "pronouns.toml", read_pronouns)


def read_pronouns(path: Path) -> PronounWeights:
    """Read what `write_pronouns` wrote."""
    data = tomllib.loads(path.read_text("utf-8"))
    tables = {name: table for name, table in data.items() if isinstance(table, dict)}
    weights = {f"{name}={value}": weight for name, table in tables.items() for value, weight in table.items()}
    return PronounWeights(weights, data["least"])


def write_pronouns(found: PronounWeights, path: Path) -> None:
    """Write the weights as TOML: a table a kind of trait, in the order of the alphabet."""
    lines = [HEAD, f"least = {found.least}  # probability from which a pronoun is joined"]
    name = ""
    for trait, weight in sorted(found.weights.items()):
        table, _, value = trait.partition("=")
        if table != name:
            lines.append(f"\n[{table}]")
            name = table
        lines.append(f"{json.dumps(value, ensure_ascii=False)} = {weight}")
    path.write_text("\n".join(lines) + "\n", "utf-8")
