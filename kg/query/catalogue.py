"""Named questions: one file each in ontology/queries, parameters bound as terms."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Final

from pyoxigraph import DefaultGraph, Literal, NamedNode, Store

from kg.errors import QueryError
from kg.graph import vocabulary as v
from kg.graph.iris import Iris
from kg.graph.ontology import ontology_file
from kg.lang.fold import fold
from kg.query.result import QueryResult, Term
from kg.query.run import base_of, run_query

_PARAMETER = re.compile(r"# parameter: (\w+) (entity|property|words) (required|optional)")
_KINDS: Final = {"entity": "an entity: its name, its id or its IRI", "property": "a property", "words": "words"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A variable of a question that the asker fills in; an optional one may stay open."""

    name: str
    kind: str
    required: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A named query."""

    name: str
    titles: dict[str, str]  # by language
    parameters: tuple[Parameter, ...]
    text: str


@cache
def catalogue() -> dict[str, Question]:
    """Return the named questions by name, sorted."""
    files = sorted(ontology_file("queries").glob("*.rq"))
    return {file.stem: _question(file.stem, file.read_text(encoding="utf-8")) for file in files}


def ask(
    store: Store, name: str, arguments: Mapping[str, str] | None = None, *, max_rows: int | None = None
) -> QueryResult:
    """Answer a named question.

    Args:
        arguments: Value by parameter: an entity by name, id or IRI; a property by name; words as they are.

    Raises:
        QueryError: there is no such question, or its parameters are not filled in rightly.
    """
    if name not in catalogue():
        raise no_such_question(name)
    question, given = catalogue()[name], dict(arguments or {})
    bindings: dict[str, Term] = {}
    for parameter in question.parameters:
        value = given.pop(parameter.name, None)
        if value is None and parameter.required:
            raise QueryError(
                f"needs {parameter.name!r}: {_KINDS[parameter.kind]}", where=name, remedy="Give it a value."
            )
        if value is not None:
            bindings[parameter.name] = _term(store, parameter, value)
    if given:
        known = ", ".join(p.name for p in question.parameters) or "none"
        raise QueryError(f"has no parameter {sorted(given)[0]!r}", where=name, remedy=f"Its parameters: {known}.")
    return run_query(store, question.text, bindings=bindings, max_rows=max_rows).without(list(bindings))


def no_such_question(name: str) -> QueryError:
    """Return what to tell who asked for it: the names that are most like it."""
    alike = " or ".join(get_close_matches(name, catalogue()))
    meant = f"Did you mean {alike}? " if alike else ""
    return QueryError("no such question", where=name, remedy=f"{meant}See the names with: kg query --list")


def find_entity(store: Store, words: str) -> NamedNode:
    """Return the entity that goes by an IRI, an id, or (accents and capitals aside) a name.

    Raises:
        QueryError: none or several go by it.
    """
    if "://" in words:
        return _iri(words)
    by_id = NamedNode(Iris(base_of(store)).entity(words))
    if next(store.quads_for_pattern(by_id, v.TYPE, None, DefaultGraph()), None):
        return by_id
    found = _by_name(store, fold(words))
    if len(found) == 1:
        return NamedNode(found[0])
    if not found:
        raise QueryError(f"no entity goes by {words!r}", remedy="Look it up with: kg search WORD")
    names = ", ".join(iri.rsplit("/", 1)[-1] for iri in found[:5])
    raise QueryError(f"{len(found)} entities go by {words!r}: {names}", remedy="Give the id of the one meant.")


def _by_name(store: Store, folded: str) -> list[str]:
    """Entities whose label is the name; if there is none, those with such an alias."""
    for predicates in ((v.LABEL, v.PREF_LABEL), (v.ALT_LABEL,)):
        found = {
            quad.subject.value
            for predicate in predicates
            for quad in store.quads_for_pattern(None, predicate, None, DefaultGraph())
            if isinstance(quad.object, Literal) and isinstance(quad.subject, NamedNode)
            if fold(quad.object.value) == folded
        }
        if found:
            return sorted(found)
    return []


def _term(store: Store, parameter: Parameter, value: str) -> Term:
    if parameter.kind == "entity":
        return find_entity(store, value)
    if parameter.kind == "property":
        return _iri(value if "://" in value else v.NKG + value)
    return Literal(value)


def _iri(text: str) -> NamedNode:
    try:
        return NamedNode(text.strip("<>"))
    except ValueError as error:
        raise QueryError(f"{text!r} is no IRI", remedy="Give an id or a name instead.") from error


def _question(name: str, text: str) -> Question:
    titles = {language: m[1] for language in ("fr", "en") if (m := re.search(rf"^# {language}: (.+)$", text, re.M))}
    parameters = tuple(
        Parameter(name=found[1], kind=found[2], required=found[3] == "required") for found in _PARAMETER.finditer(text)
    )
    if len(titles) != 2 or text.count("# parameter:") != len(parameters):
        raise QueryError("has a header that cannot be read", where=f"{name}.rq", remedy="See ontology/README.md.")
    return Question(name=name, titles=titles, parameters=parameters, text=text)
