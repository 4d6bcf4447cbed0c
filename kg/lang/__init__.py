"""Language packs: everything the extractor knows about the words of a language, read from data files and checked."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kg.errors import LanguagePackError
from kg.lang.relations import RelationRule, load_relations

FOLDER = Path(__file__).parent


class WordClasses(dict[str, frozenset[str]]):
    """Words by class or list; what a language does not have, or need, is empty."""

    def __missing__(self, name: str) -> frozenset[str]:
        return frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguagePack:
    """One language, frozen."""

    code: str
    name: str
    model: str
    adposition: str  # "child": the adposition hangs below its noun; "head": above it
    copula: str  # likewise for the verb of a nominal predicate
    headlines: str  # "closed": the parser needs a full stop after a line that has none; "open": it does not
    labels: Mapping[str, str]  # parser label -> relation
    adpositions: Mapping[str, str]  # written form -> form used by rules
    words: Mapping[str, frozenset[str]]  # closed classes, by name
    agreement: Mapping[str, str]  # endings that tell number and gender, "" where a language has none
    tense: Mapping[str, Any]
    melted: Mapping[str, str]  # a preposition that has swallowed an article -> the article of a name ("au" -> "Le")
    familiar_names: Mapping[str, str]  # which the parser knows well: "Masc", "Fem", "surname"; empty: it needs none
    kept: Mapping[str, float]  # least likelihood of what is kept: "rules", "learned", "between_names", "open"
    verb_lemmas: Mapping[str, Any]  # how to mend verbs that the parser gives no infinitive
    nouns: Mapping[str, str]  # head noun lemma -> class of the ontology
    noun_endings: Mapping[str, str]  # ending of a noun that stands in no class -> class
    reporting: Mapping[str, str]  # reporting verb lemma -> speech act (claims, promised, denies, announced…)
    reporting_nouns: Mapping[str, str]
    governors: Mapping[str, tuple[str, ...]]  # lemma -> what it makes of its complement ("desired", "negative"…)
    relations: tuple[RelationRule, ...]
    lists: Mapping[str, frozenset[str]]  # open word lists, one file each, by file name
    trades: frozenset[str]  # occupations and positions
    roles: frozenset[str]  # single words for what somebody is to somebody else: "rival", "allié"
    given_names: frozenset[str]
    courtesies: frozenset[str]  # "M.", "Mme", "Sir" and the like, in small letters
    patterns: Mapping[str, Any]  # dates.toml, numbers.toml

    def sex_of(self, given_name: str) -> str:
        """Return "Masc" or "Fem" if a given name, in small letters, is of one sex alone; else ""."""
        men, women = given_name in self.lists["masculine_names"], given_name in self.lists["feminine_names"]
        return "" if men == women else "Masc" if men else "Fem"


def languages() -> tuple[str, ...]:
    """Name the languages that have a pack, sorted."""
    return tuple(sorted(p.parent.name for p in FOLDER.glob("*/language.toml")))


@cache
def load_pack(code: str) -> LanguagePack:
    """Read one language's files.

    Raises:
        LanguagePackError: there is no such pack, or one of its files breaks its rules.
    """
    folder = FOLDER / code
    if code not in languages():
        known = ", ".join(languages())
        raise LanguagePackError(
            f"no language pack for {code!r}", where="kg/lang", remedy=f"Use one of {known}, or add kg/lang/{code}."
        )
    grammar = read_toml(folder / "language.toml")
    modality = read_toml(folder / "modality.toml")
    speech = read_toml(folder / "speech.toml")
    nouns = read_toml(folder / "nouns.toml")
    words = WordClasses((key, frozenset(values)) for key, values in grammar["words"].items())
    lists = WordClasses((p.stem, frozenset(read_lines(p))) for p in sorted(folder.glob("*.txt")))
    relations = load_relations(folder / "relations")
    return LanguagePack(
        code=code,
        name=grammar["name"],
        model=grammar["model"],
        adposition=grammar["adposition"],
        copula=grammar["copula"],
        headlines=grammar["headlines"],
        labels=grammar["labels"],
        adpositions=grammar["adpositions"],
        words=words,
        agreement={"feminine": "", "plural": "", "plural_verb": "", **grammar.get("agreement", {})},
        tense=grammar["tense"],
        melted=grammar.get("melted", {}),
        familiar_names=grammar.get("familiar_names", {}),
        kept=grammar["kept"],
        verb_lemmas=grammar.get("verb_lemmas", {}),
        nouns=_inverted(nouns["classes"], folder / "nouns.toml"),
        noun_endings=_inverted(nouns.get("endings", {}), folder / "nouns.toml"),
        reporting=_inverted(speech["verbs"], folder / "speech.toml"),
        reporting_nouns=_inverted(speech["nouns"], folder / "speech.toml"),
        governors=_governors(modality["governors"], folder / "modality.toml"),
        relations=relations,
        lists=lists,
        trades=lists["occupations"] | lists["positions"],
        roles=_roles(relations) | words["generic_firms"] | words["trades_of_firms"],
        given_names=lists["masculine_names"] | lists["feminine_names"],
        courtesies=words["courtesy_masculine"] | words["courtesy_feminine"] | words["courtesy_neutral"],
        patterns={name: read_toml(folder / f"{name}.toml") for name in ("dates", "numbers")},
    )


def _roles(relations: tuple[RelationRule, ...]) -> frozenset[str]:
    """The single words by which rules name what somebody is to another."""
    triggers = (trigger for rule in relations for trigger in rule.triggers if trigger.kind == "role")
    return frozenset(trigger.head for trigger in triggers if not trigger.parts)


def read_toml(path: Path) -> dict[str, Any]:
    """Read a TOML file; a mistake in it names the file.

    Raises:
        LanguagePackError: the file is missing or is not TOML.
    """
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise LanguagePackError(str(error), where=_place(path), remedy="Mend the file.") from error


def read_lines(path: Path) -> Iterator[str]:
    """Yield the entries of a word list: one a line, `#` comments, no entry twice.

    Raises:
        LanguagePackError: an entry stands twice.
    """
    first: dict[str, int] = {}
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        entry = line.split("#", 1)[0].strip()
        if not entry:
            continue
        if entry in first:
            raise LanguagePackError(
                f"{entry!r} is already on line {first[entry]}",
                where=f"{_place(path)}:{number}",
                remedy="Delete one of the two lines.",
            )
        first[entry] = number
        yield entry


def _inverted(table: Mapping[str, list[str]], path: Path) -> dict[str, str]:
    out: dict[str, str] = {}
    for kind, lemmas in table.items():
        for lemma in lemmas:
            if lemma in out:
                raise LanguagePackError(f"{lemma!r} stands twice", where=_place(path), remedy="Keep one.")
            out[lemma] = kind
    return out


def _governors(table: Mapping[str, list[str]], path: Path) -> dict[str, tuple[str, ...]]:
    """What each lemma makes of its complement; what denies twice would deny nothing."""
    out: dict[str, tuple[str, ...]] = {}
    for effect, lemmas in table.items():
        for lemma in lemmas:
            if effect in out.get(lemma, ()):
                raise LanguagePackError(f"{lemma!r} stands twice", where=_place(path), remedy="Keep one.")
            out[lemma] = (*out.get(lemma, ()), effect)
    return out


def _place(path: Path) -> str:
    return "kg/lang/" + path.relative_to(FOLDER).as_posix()
