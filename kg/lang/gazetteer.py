"""The shipped tables of countries, organisations, places and other known things, ready for look-ups by surface form."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from kg.errors import LanguagePackError
from kg.lang.fold import fold, fold_acronym, is_acronym, without_determiner
from kg.lang.phrases import load_phrases

LANGUAGES = ("en", "fr")
CLAUSE = 4  # words
PLACE_ADJECTIVES = "*/place_adjectives.tsv"
_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """One row of a table: what a name stands for. No fact is ever taken from it but its class and its names."""

    id: str  # "country/us", "government/us", "organisation/un", "thing/iphone", "place/paris"
    slug: str  # the id of the entity in a graph: "united-states", "united-states-government"
    type: str  # class of the ontology
    labels: tuple[tuple[str, str], ...]  # (language, label), sorted
    country: str = ""  # ISO 3166 code in lower case, where one country alone fits
    media: frozenset[str] = frozenset()  # kinds of a medium: "paper", "television", "radio", "agency", "site"

    def label(self, language: str) -> str:
        """Return the label in a language, else the English one."""
        labels = dict(self.labels)
        return labels.get(language) or labels["en"]


class _Names:
    """Surface forms → rows. Acronyms match by their capitals, other names by their folded form."""

    def __init__(self, rows: Iterable[tuple[Known, Iterable[str]]]) -> None:
        self.folded: dict[str, Known] = {}
        self.acronyms: dict[str, Known] = {}
        self.small: dict[str, Known] = {}  # written without capitals: "franceinfo"
        for known, names in rows:
            for name in names:
                if name.islower():
                    self.small.setdefault(name, known)
                if is_acronym(name):
                    self.acronyms.setdefault(fold_acronym(name), known)
                else:
                    self.folded.setdefault(fold(name), known)

    def find(self, surface: str) -> Known | None:
        """Return the row of a name; None for words without a capital ("le monde"), unless the row is so written.

        A whole clause behind a capital article is a title all the same: "L'amour est dans le pré".
        """
        bare = without_determiner(surface)
        if bare.islower():
            clause = surface[:1].isupper() and bare.count(" ") >= CLAUSE - 1
            return self.small.get(bare) or (self.folded.get(fold(surface)) if clause else None)
        found = self.folded.get(fold(surface)) or self.folded.get(fold(bare))
        return found or (self.acronyms.get(fold_acronym(bare)) if is_acronym(bare) else None)


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Look-ups by surface form, with or without a leading article; all return None for an unknown form."""

    _countries: Mapping[str, _Names]
    _adjectives: Mapping[str, Mapping[str, Known]]
    _place_adjectives: Mapping[str, Mapping[str, Known]]
    _capitals: _Names
    _seats: Mapping[str, Known]
    _bodies: Mapping[str, tuple[Known, ...]]
    _governments: _Names
    _organisations: _Names
    _places: _Names
    _by_id: Mapping[str, Known] = field(repr=False)
    _slugs: frozenset[str] = field(repr=False)
    small_starts: frozenset[str] = field(repr=False)  # first words of names without capitals: "franceinfo"
    small_endings: frozenset[str] = field(repr=False)  # small words with which a name of several ends: "en marche"

    def country(self, name: str, language: str) -> Known | None:
        """Return the country of a name in a language ("les États-Unis", "fr" → country/us)."""
        names = self._countries.get(language)
        return names.find(name) if names else None

    def country_of_adjective(self, form: str, language: str) -> Known | None:
        """Return the country of an inflected adjective or demonym; English forms need their capital ("Polish")."""
        if language == "en" and form[:1].islower():
            return None
        return self._adjectives.get(language, {}).get(fold(form))

    def place_of_adjective(self, form: str, language: str) -> Known | None:
        """Return the city or region of an inflected adjective ("londonienne", "Texan"), written as in the table."""
        return self._place_adjectives.get(language, {}).get(form)

    def capital(self, name: str) -> Known | None:
        """Return the country whose capital has this name: its government may be meant ("Washington accuse")."""
        return self._capitals.find(name)

    def government_name(self, name: str) -> Known | None:
        """Return the government that a name always stands for ("le Kremlin" → government/ru)."""
        return self._governments.find(name)

    def government_of(self, country: Known) -> Known:
        """Return the government of a country row."""
        return self._by_id["government/" + country.country]

    def capital_of(self, country: Known) -> Known | None:
        """Return the city that "the French capital" means; None where two cities share the office."""
        return self._seats.get(country.country)

    def bodies_in(self, town: str) -> tuple[Known, ...]:
        """Return the bodies for which the name of a town stands ("Bruxelles" → European Commission, European Union)."""
        place = self._places.find(town)
        return self._bodies.get(place.slug, ()) if place else ()

    def organisation(self, name: str) -> Known | None:
        """Return a well-known organisation, medium, product, law or event by any of its names, French or English."""
        return self._organisations.find(name)

    def place(self, name: str) -> Known | None:
        """Return a continent, region or city; countries are not places here."""
        return self._places.find(name)

    def by_id(self, known_id: str) -> Known | None:
        """Return the row of an id."""
        return self._by_id.get(known_id)

    def has_slug(self, slug: str) -> bool:
        """Whether a slug belongs to a row, so that no other entity may take it."""
        return slug in self._slugs


@cache
def load_gazetteer() -> Gazetteer:
    """Read the tables once.

    Raises:
        LanguagePackError: a row has a wrong number of cells, or an id stands on two rows.
    """
    countries = list(_read("countries.tsv", 13))
    organisations = list(_read("organisations.tsv", 7))
    places = list(_read("places.tsv", 6))
    others = [(_thing("thing", row), row) for row in _read("things.tsv", 6)]
    made = [(_country(row), row) for row in countries]
    governments = [(_government(row), row) for row in countries]
    bodies = [(_thing("organisation", row), row) for row in organisations]
    spots = [(_thing("place", row), row) for row in places]
    named = [_of_row(row) for _, row in [*bodies, *others, *spots]]
    named += [(row[2], row[3], *_cells(row[4]), *_cells(row[5])) for row in countries]
    by_id = _by_id(known for known, _ in made + governments + bodies + others + spots)
    return Gazetteer(
        _countries={
            "fr": _Names((k, [row[2], *_cells(row[4])]) for k, row in made),
            "en": _Names((k, [row[3], *_cells(row[5])]) for k, row in made),
        },
        _adjectives={
            "fr": {fold(form): k for k, row in made for form in _cells(row[6])},
            "en": {fold(form): k for k, row in made for form in _cells(row[7])},
        },
        _place_adjectives={
            path.parent.name: dict(_place_adjectives(path, by_id)) for path in sorted(_FOLDER.glob(PLACE_ADJECTIVES))
        },
        _capitals=_Names((k, [*_cells(row[8]), *_cells(row[9])]) for k, row in made),
        _seats={row[0]: by_id[f"place/{row[12]}"] for row in countries if row[12]},
        _bodies={
            town: tuple(by_id[f"organisation/{slug}"] for slug in _cells(slugs))
            for town, slugs in _read("seats.tsv", 2)
        },
        _governments=_Names((k, [*_cells(row[10]), *_cells(row[11])]) for k, row in governments),
        _organisations=_Names((k, [row[2], row[3], *_cells(row[4])]) for k, row in bodies + others),
        _places=_Names((k, [row[2], row[3], *_cells(row[4])]) for k, row in spots),
        _by_id=by_id,
        _slugs=frozenset(known.slug for known in by_id.values()),
        small_starts=frozenset(
            name.split()[0] for _, row in [*bodies, *others] for name in _of_row(row) if name.islower()
        ),
        small_endings=frozenset(_small_endings(name for row in named for name in row)),
    )


def _by_id(rows: Iterable[Known]) -> dict[str, Known]:
    by_id: dict[str, Known] = {}
    for known in rows:
        if known.id in by_id:
            raise LanguagePackError(
                f"{known.id!r} stands on two rows", where="kg/lang", remedy="Delete one of the two."
            )
        by_id[known.id] = known
    return by_id


def _place_adjectives(path: Path, by_id: Mapping[str, Known]) -> Iterator[tuple[str, Known]]:
    for slug, forms in _read(str(path.relative_to(_FOLDER)), 2):
        for form in _cells(forms):
            yield form, by_id[f"place/{slug}"]


def _small_endings(names: Iterable[str]) -> Iterator[str]:
    """ "en marche", "Arabie saoudite"."""
    for name in names:
        last = name.replace("'", " ").split()[-1] if " " in name else ""
        if last.islower():
            yield last


def _of_row(row: list[str]) -> tuple[str, ...]:
    return row[2], row[3], *_cells(row[4])


def _country(row: list[str]) -> Known:
    labels = (("en", row[3]), ("fr", row[2]))
    return Known(id=f"country/{row[0]}", slug=row[1], type="Country", labels=labels, country=row[0])


def _government(row: list[str]) -> Known:
    """Name the government of a country by its first adjective, else by the name that stands for it."""
    iso, slug = row[0], row[1]
    adjective, demonym = (_cells(row[6]) or [""])[0], (_cells(row[7]) or [""])[0]
    of_people, of_country = load_phrases()["government of people"], load_phrases()["government of country"]
    fr = of_people["fr"].format(adjective) if adjective else (_cells(row[10]) or [of_country["fr"].format(row[2])])[0]
    en = of_people["en"].format(demonym) if demonym else (_cells(row[11]) or [of_country["en"].format(row[3])])[0]
    labels = (("en", en), ("fr", fr))
    return Known(id=f"government/{iso}", slug=f"{slug}-government", type="GovernmentBody", labels=labels, country=iso)


def _thing(kind: str, row: list[str]) -> Known:
    labels = (("en", row[3] or row[2]), ("fr", row[2] or row[3]))
    media = frozenset(_cells(row[6])) if row[1] == "MediaOutlet" and len(row) > 6 else frozenset[str]()
    return Known(id=f"{kind}/{row[0]}", slug=row[0], type=row[1], labels=labels, country=row[5], media=media)


def _read(name: str, width: int) -> Iterator[list[str]]:
    for number, line in enumerate((_FOLDER / name).read_text("utf-8").splitlines(), 1):
        if line and not line.startswith("#"):
            row = line.split("\t")
            if len(row) != width:
                raise LanguagePackError(
                    f"the row has {len(row)} cells, not {width}",
                    where=f"kg/lang/{name}:{number}",
                    remedy="Separate the cells by single tabs.",
                )
            yield row


def _cells(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]
