"""Relation rules as data: what the files under kg/lang/<language>/relations may say, read and checked."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import LanguagePackError
from kg.lang.schema import load_schema

KINDS = {"verbs": "verb", "nouns": "noun", "roles": "role", "adjectives": "adjective"}
KEYS = {
    "predicate", *KINDS, "from", "to", "value", "from_types", "to_types", "confidence", "past", "polarity",
    "modality", "when", "held_alone", "view_of", "without", "from_is", "to_is", "to_named", "examples",
    "non_examples", "note",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """Words that express a relation: a head lemma, and lemmas that must hang below it ("prendre" + "exemple")."""

    kind: str  # verb | noun | role | adjective
    head: str
    parts: tuple[str, ...]
    reflexive: bool
    phrase: str  # as written in the file


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationRule:
    """One way to say one relation.

    `subject` and `object` name roles, tried in order: agent, patient, recipient, subject, self, head, poss, receiver
    (who gets or undergoes what a noun names), doer (who is wished to act: "wants X to go"), acted on (whom an
    infinitive is done to: "threatens to sue X"), an adposition ("sur"), appointer (the body that gives somebody the
    office that a noun names), around (who acts where the noun stands beside a verb; "around with": behind that
    adposition), "below à" (the noun that the trigger's own hangs on behind that adposition: "le virus à l'origine de
    l'épidémie"), amount (the sum that a noun announces), figure (the sum right behind the trigger), measured (what
    "d'une valeur de" is told of), defendant (who has to answer a suit), year (that closes the name of a law), counted
    (a noun with its number), named (whose name stands beside the noun), results (whose results a noun tells that has no
    owner), staffed (the firm beside a number of its people: "une société de 180 salariés"), told of (the firm before a
    sum that a comma sets off: "Valtec, 15 millions d'euros de ventes"), said (what a participle taken for a noun is
    said of), dated (a time without adposition), ground, deed and alleged (what somebody is held for; an act alone; a
    clause: "on charges that he stole a car"), whose (a pronoun that tells the owner: "their union"), blamed (who is
    said to have done it: "alleged that Aton copied a patent"), given to (to whom an infinitive gives: "refused to let X
    build"), called (who is to act: "called for X to go"), level and earlier (where a sum stands, and stood before),
    other (the rest of a row that acts together), within (whose part a noun names: "la communication de Renault"),
    conduct (whose conduct it is that somebody blames: "dénonce le silence du maire"), whole (what a share is of), maker
    (whose goods act: "Valtec, dont les moteurs équipent Airbus"), user (whose things are acted on: "équipe les avions
    d'Airbus"), owner (whose it is that something is done with), board (whose board somebody sits on), post (the
    office itself that somebody leaves), part of and talking (the firm spoken of, where "holds 6%" and "talks with X" do
    not say whose they are), nation (whose adjective stands beside the noun), bare (without adposition),
    anyone (somebody who is not named).
    `value` makes the object a literal: date, number, countries (how many), money, loss (an amount below zero), string;
    with `to_types` Position only a string that names an office (of holdsPosition) or a trade (of occupation).
    `without` names adpositions of what is talked about: with such a complement the words mean something else
    ("interpellé sur la réforme").
    `view_of` names who holds that it is so ("blamed the loss on the storm"): his claim, or a possibility of nobody's.
    `to_named` wants an object with a name: "a remporté le Tour de Varn", not "une victoire".
    `from_is` and `to_is` are for what nothing else can be: who has a turnover is a company, whatever its name was taken
    for.
    """

    id: str
    predicate: str
    triggers: tuple[Trigger, ...]
    subject: tuple[str, ...]
    object: tuple[str, ...]
    value: str | None
    from_types: tuple[str, ...]
    to_types: tuple[str, ...]
    from_is: str | None
    to_is: str | None
    to_named: bool
    confidence: float
    past: bool
    polarity: str | None
    modality: str | None
    when: str | None  # "affirmed": a denial of the words denies not that ("did not meet X in Leeds");
    # "negative": the words mean it only when denied ("ne peut plus commercer avec"); "outstanding":
    # only where it has still to be done ("must be approved by")
    held_alone: bool  # what deputies and honorary holders are not, nor the removed ("petit-fils")
    without: tuple[str, ...]
    view_of: tuple[str, ...]  # who holds that it is so ("blames the loss on the storm"); empty: the text tells it
    examples: tuple[tuple[str, str, str], ...]  # sentence, subject, object
    non_examples: tuple[str, ...]


def load_relations(folder: Path) -> tuple[RelationRule, ...]:
    """Read every rule of a language, in the order of file names.

    Raises:
        LanguagePackError: a rule has an unknown key or property, no trigger, or no example.
    """
    rules: list[RelationRule] = []
    for path in sorted(folder.glob("*.toml")):
        try:
            tables = tomllib.loads(path.read_text("utf-8")).get("rule", [])
        except tomllib.TOMLDecodeError as error:
            raise LanguagePackError(str(error), where=_place(path), remedy="Mend the file.") from error
        rules += [_rule(table, f"{path.stem}/{number}", path) for number, table in enumerate(tables, 1)]
    return tuple(rules)


def _rule(table: dict[str, Any], name: str, path: Path) -> RelationRule:
    def fail(problem: str, remedy: str) -> LanguagePackError:
        return LanguagePackError(f"rule {name} ({table.get('predicate')}) {problem}", where=_place(path), remedy=remedy)

    schema = load_schema()
    unknown = sorted(set(table) - KEYS)
    if unknown:
        raise fail(f"has the unknown key {unknown[0]!r}", f"Use one of {', '.join(sorted(KEYS))}.")
    if table.get("predicate") not in schema.properties:
        raise fail("names no property of the ontology", "Use a name of kg/lang/properties.tsv.")
    for kind in (*table.get("from_types", []), *table.get("to_types", []), *_implied(table)):
        if kind not in schema.parents:
            raise fail(f"names the unknown class {kind!r}", "Use a name of kg/lang/classes.tsv.")
    triggers = tuple(_trigger(kind, words) for key, kind in KINDS.items() for words in table.get(key, []))
    if not triggers:
        raise fail("has no trigger", f"Add one of {', '.join(KINDS)}.")
    examples = tuple((e[0], e[1], e[2]) for e in table.get("examples", []))
    if not examples:
        raise fail("has no example", "Add examples = [[sentence, subject, object]].")
    return RelationRule(
        id=f"{table['predicate']}/{name}",
        predicate=table["predicate"],
        triggers=triggers,
        subject=_roles(table.get("from", "agent")),
        object=_roles(table.get("to", "patient")),
        value=table.get("value"),
        from_types=tuple(table.get("from_types", ())),
        to_types=tuple(table.get("to_types", ())),
        from_is=table.get("from_is"),
        to_is=table.get("to_is"),
        to_named=bool(table.get("to_named", False)),
        confidence=float(table.get("confidence", 0.8)),
        past=bool(table.get("past", False)),
        polarity=table.get("polarity"),
        modality=table.get("modality"),
        when=table.get("when"),
        held_alone=bool(table.get("held_alone", False)),
        without=tuple(table.get("without", ())),
        view_of=_roles(table.get("view_of", [])),
        examples=examples,
        non_examples=tuple(table.get("non_examples", ())),
    )


def _implied(table: dict[str, Any]) -> list[str]:
    return [table[key] for key in ("from_is", "to_is") if key in table]


def _roles(value: str | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _trigger(kind: str, words: str) -> Trigger:
    reflexive = words.startswith(("se ", "s'"))
    rest = words.removeprefix("se ").removeprefix("s'") if reflexive else words
    head, *parts = rest.split()
    return Trigger(kind=kind, head=head, parts=tuple(parts), reflexive=reflexive, phrase=words)


def _place(path: Path) -> str:
    return f"kg/lang/{path.parent.parent.name}/relations/{path.name}"
