"""The page that asks SPARQL of the server that sent it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.lang.schema import load_schema
from kg.model import Graph
from kg.view.appearance import load_words
from kg.view.page import assemble
from kg.view.payload import BASE

WORDS = (
    "ask_title",
    "graph",
    "loading",
    "no",
    "no_rows",
    "optional",
    "parameter_entity",
    "parameter_property",
    "parameter_words",
    "ready_questions",
    "rows",
    "run",
    "show_in_graph",
    "yes",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyQuestion:
    """A query that a reader can choose."""

    name: str
    titles: Mapping[str, str]  # by language
    parameters: Sequence[tuple[str, str, bool]]  # name, kind ("entity", "property", "words"), required
    text: str


def query_page(
    graph: Graph, questions: Sequence[ReadyQuestion], *, language: str = "fr", base: str = BASE, more: bool = False
) -> str:
    """Return a page with an editor and ready questions; it talks to the server it came from, and nobody else.

    Args:
        graph: Whose entities the page can name.
        more: The server knows further entities: the page asks it for names that it lacks.
    """
    words = {code: {key: each[key] for key in WORDS} for code, each in load_words().items()}
    entities = sorted(((each.label, each.id) for each in graph.entities), key=lambda pair: (pair[0].casefold(), pair))
    payload = {
        "language": language,
        "words": words,
        "base": base,
        "questions": [
            {
                "name": each.name,
                "title": dict(each.titles),
                "text": each.text,
                "parameters": [
                    {"name": name, "kind": kind, "required": required} for name, kind, required in each.parameters
                ],
            }
            for each in questions
        ],
        "entities": [[f"{base}/id/{id_}", label] for label, id_ in entities],
        "more": more,
        "properties": sorted(load_schema().properties),
    }
    return assemble("query", payload, title=words[language]["ask_title"], language=language, connect="'self'")
