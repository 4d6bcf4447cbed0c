"""The ontology as the rules need it: which classes there are, and what each property may join."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """What a property joins; `ranges` may name literals ("date", "integer", "string")."""

    name: str
    domains: tuple[str, ...]
    ranges: tuple[str, ...]
    symmetric: bool
    above: str = ""  # the property that it is a kind of: who has a firm's command works for it
    wider_domains: tuple[str, ...] = ()  # what news says it of as well
    wider_ranges: tuple[str, ...] = ()
    subject_is: str = ""  # what a name is there whose class the words leave open; "": that is not told
    object_is: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """The classes with their parents, and the properties."""

    parents: dict[str, str]
    ancestors: dict[str, frozenset[str]]  # every class with itself and all classes above it
    properties: dict[str, Property]

    def is_a(self, kind: str, wanted: str) -> bool:
        """Whether a class is another or lies below it."""
        return wanted in self.ancestors.get(kind, ())

    def fits(self, kind: str, wanted: tuple[str, ...]) -> bool:
        """Whether a class is one of the wanted ones or lies below one."""
        return kind in self.ancestors and not self.ancestors[kind].isdisjoint(wanted)

    def implied(self, predicate: str) -> tuple[str, ...]:
        """Return a property with those above it: what it says is said by them as well."""
        found = [predicate]
        while (known := self.properties.get(found[-1])) is not None and known.above:
            found.append(known.above)
        return tuple(found)


@cache
def load_schema() -> Schema:
    """Read classes.tsv, properties.tsv and ends.tsv."""
    parents = dict(_rows("classes.tsv", 2))
    ancestors = {name: frozenset(_chain(name, parents)) for name in parents}
    ends = {row[0]: row[1:] for row in _rows("ends.tsv", 5)}
    properties = {}
    for name, domains, ranges, symmetric, above in _rows("properties.tsv", 5):
        more_domains, more_ranges, subject_is, object_is = ends.get(name, [""] * 4)
        properties[name] = Property(
            name=name, domains=tuple(domains.split()), ranges=tuple(ranges.split()), symmetric=bool(symmetric),
            above=above, wider_domains=_wider(domains, more_domains), wider_ranges=_wider(ranges, more_ranges),
            subject_is=subject_is, object_is=object_is,
        )  # fmt: skip
    return Schema(parents=parents, ancestors=ancestors, properties=properties)


def _wider(classes: str, more: str) -> tuple[str, ...]:
    """Add what else may stand there; where one person may, several may as well."""
    persons = ["Group"] if "Person" in classes.split() else []
    return tuple(dict.fromkeys([*classes.split(), *more.split(), *persons]))


def _chain(name: str, parents: dict[str, str]) -> list[str]:
    chain = []
    while name:
        chain.append(name)
        name = parents.get(name, "")
    return chain


def _rows(file: str, width: int) -> list[list[str]]:
    lines = (FOLDER / file).read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(row + [""] * width)[:width] for row in rows]
