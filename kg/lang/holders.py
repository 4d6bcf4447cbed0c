"""Who is known to head a body, to have founded it, to be mayor of a town or of a trade: to choose antecedents by."""

from collections import Counter
from functools import cache
from pathlib import Path

from kg.errors import LanguagePackError
from kg.lang.fold import fold
from kg.lang.gazetteer import load_gazetteer

CELLS = 3


@cache
def load_holders() -> dict[tuple[str, str], frozenset[str]]:
    """Read holders.tsv: (office, id of the body's row or its folded name) → folded names of people.

    Raises:
        LanguagePackError: a row has a wrong number of cells, or stands twice.
    """
    path = Path(__file__).with_suffix(".tsv")
    found: dict[tuple[str, str], frozenset[str]] = {}
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        row = line.split("\t")
        key = (row[1], _key(row[0])) if len(row) == CELLS else None
        if key is None or key in found:
            raise LanguagePackError(
                "the row has not three cells, or stands twice",
                where=f"kg/lang/holders.tsv:{number}",
                remedy="Separate body, office and people by single tabs; give each office of a body one row.",
            )
        found[key] = frozenset(fold(name) for name in row[2].split("|"))
    return found


@cache
def known_classes(name: str) -> frozenset[str]:
    """Return the offices and trades in which somebody is known by a folded name or an unshared surname."""
    return _classes().get(name, frozenset())


@cache
def _classes() -> dict[str, frozenset[str]]:
    by_name: dict[str, set[str]] = {}
    for (office, _), names in load_holders().items():
        for name in names:
            by_name.setdefault(name, set()).add(office)
    bearers = Counter(name.split()[-1] for name in by_name)
    surnames = {name.split()[-1]: held for name, held in by_name.items() if bearers[name.split()[-1]] == 1}
    return {name: frozenset(held) for name, held in (surnames | by_name).items()}


def _key(body: str) -> str:
    if not body:
        return ""
    gazetteer = load_gazetteer()
    known = gazetteer.organisation(body) or gazetteer.place(body) or gazetteer.country(body, "fr")
    return known.id if known else fold(body)
