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
    "asking",
    "error_400",
    "error_422",
    "error_503",
    "error_504",
    "error_gone",
    "error_place",
    "error_prefix",
    "graph",
    "language",
    "meant",
    "needed",
    "no",
    "no_entity",
    "no_property",
    "no_rows",
    "optional",
    "parameter_article",
    "parameter_entity",
    "parameter_from",
    "parameter_property",
    "parameter_to",
    "parameter_words",
    "ready_questions",
    "rows",
    "run",
    "run_key",
    "show_in_graph",
    "which_entity",
    "yes",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyQuestion:
    """A query that a reader can choose."""

    name: str
    titles: Mapping[str, str]  # by language
    parameters: Sequence[tuple[str, str, bool]]  # name, kind ("entity", "property", "words"), required
    text: str


def query_page(graph: Graph, questions: Sequence[ReadyQuestion], *, language: str = "fr", base: str = BASE) -> str:
    """Return a page with an editor and ready questions; it talks to the server it came from, and nobody else.

    Args:
        graph: Whose entities the page suggests; what a name stands for the server knows.
        language: Of the page at the start, "fr" or "en"; the reader can change it.
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
        "properties": sorted(load_schema().properties),
    }
    return assemble("query", payload, title=words[language]["ask_title"], language=language, connect="'self'")
