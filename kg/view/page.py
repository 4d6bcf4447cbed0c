"""One HTML file that holds the explorer and its graph, and asks the network for nothing."""

import base64
import gzip
import hashlib
import html
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import orjson

from kg.errors import ViewError
from kg.lang.labels import load_labels
from kg.model import OPEN, Fact, Graph, Value
from kg.view.appearance import LANGUAGES, load_words, status_of
from kg.view.payload import Json, Places, make_head, make_part, make_payload

PACKED_FROM = 1_000_000  # characters of JSON above which the data is compressed
FACTS_WITHOUT_SCRIPT = 200  # rows of the table for readers without JavaScript

# Inside <script> a parser looks for "</" and "<!--"; these two line ends stop older JavaScript readers.
_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}

# The bar above the explorer speaks the language to which the reader sets the page.
_BAR = (
    "body{display:flex;flex-direction:column}#app{flex:1;min-height:0}"
    ".served{padding:4px 18px;border-bottom:1px solid var(--line);font-size:12.5px;text-align:right}"
    ".served a{color:var(--accent);font-weight:500}"
    ":root[lang=fr] .served [lang=en],:root[lang=en] .served [lang=fr]{display:none}"
    "@media print{.served{display:none}}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What stands in a page before the part that its script fills."""

    html: str
    style: str = ""


def explorer_page(graph: Graph, *, title: str, language: str = "fr", served: bool = False) -> str:
    """Return the explorer of a graph as one self-contained HTML page.

    Args:
        language: Of the interface at the start, "fr" or "en"; the reader can change it.
        served: The server that sends it has a page to ask, to which it shall lead.

    Raises:
        ViewError: the interface does not speak this language.
    """
    if language not in LANGUAGES:
        remedy = f"Use one of: {', '.join(LANGUAGES)}."
        raise ViewError(f"the page has no interface in {language!r}", where="language", remedy=remedy)
    payload = make_payload(graph, title=title, language=language)
    return assemble(
        "explorer", payload, title=title, language=language, before=_before(graph, language, title, served=served)
    )


def live_page(graph: Graph, places: Places, totals: Json, *, title: str, language: str) -> str:
    """Return the explorer of a part of a graph; it asks the server that sent it for the rest, and nobody else.

    Args:
        totals: How many "entities", "facts" and "articles" the server holds.
    """
    head = make_head(title=title, language=language, first=len(places.near), live=totals)
    payload = {**head, **make_part(graph, places)}
    before = _before(graph, language, title, served=True)
    return assemble("explorer", payload, title=title, language=language, before=before, connect="'self'")


def assemble(
    name: str,
    payload: Json,
    *,
    title: str,
    language: str,
    before: Before | None = None,
    connect: str = "'none'",
) -> str:
    """Return a page of a built script and style, and the data that the script reads.

    Args:
        before: What stands in front of the element that the script fills.
        connect: What the script may ask, in the words of a content security policy.
    """
    script, built = read_static(f"{name}.js"), read_static(f"{name}.css")
    styles = [before.style] if before and before.style else []
    policy = content_security_policy([script], [built, *styles, ""], connect=connect)
    return "\n".join(
        [
            "<!doctype html>",
            f'<html lang="{language}">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="referrer" content="no-referrer">',
            f"<title>{html.escape(title)}</title>",
            f'<link rel="icon" href="{_icon()}">',  # without one, browsers ask the server for it
            f'<style id="{name}-style">{built}</style>',
            *(f"<style>{style}</style>" for style in styles),
            # cytoscape.js would add a style sheet of its own, which the policy forbids, unless this one is there.
            '<style id="__________cytoscape_stylesheet"></style>',
            "</head>",
            "<body>",
            before.html if before else "",
            '<div id="app"></div>',
            data_block(payload),
            f'<script id="{name}-script">{script}</script>',
            "</body>",
            "</html>",
            "",
        ]
    )


def _before(graph: Graph, language: str, title: str, *, served: bool) -> Before:
    scripts_off = f"<noscript>{_table_without_script(graph, language, title)}</noscript>"
    return Before(html=_ask_bar() + scripts_off, style=_BAR) if served else Before(html=scripts_off)


def _ask_bar() -> str:
    words = load_words()
    links = [f'<a href="/query" lang="{each}">{html.escape(words[each]["ask_title"])}</a>' for each in LANGUAGES]
    return f'<nav class="served">{"".join(links)}</nav>'


def data_block(payload: Json) -> str:
    """Return the <script> element, never executed, that holds the payload."""
    text = orjson.dumps(payload).decode()
    for letter, escape in _ESCAPES.items():  # a search for each is far quicker than one look at every letter
        text = text.replace(letter, escape)
    if len(text) < PACKED_FROM:
        return f'<script type="application/json" id="data">{text}</script>'
    packed = base64.b64encode(gzip.compress(text.encode("utf-8"), compresslevel=6, mtime=0)).decode("ascii")
    return f'<script type="text/plain" id="data" data-packing="gzip">{packed}</script>'


def content_security_policy(scripts: list[str], styles: list[str], *, connect: str = "'none'") -> str:
    """Return a policy that lets these scripts and styles run, and nothing else: by default no request of any kind."""
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {' '.join(_source(each) for each in scripts)}",
            f"style-src {' '.join(_source(each) for each in styles)}",
            "img-src data: blob:",
            "font-src data:",
            f"connect-src {connect}",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


@cache
def read_static(name: str) -> str:
    """Return a built file of the front end.

    Raises:
        ViewError: the package was made without it.
    """
    file = files("kg.view").joinpath("static", name)
    if not file.is_file():
        remedy = "Run 'npm ci && npm run build' in kg/view/frontend, or install a released package."
        raise ViewError(f"the built file {name!r} is missing", where="kg/view/static", remedy=remedy)
    return file.read_text(encoding="utf-8")


def _icon() -> str:
    """Return three linked dots as a data URL."""
    picture = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M8 22L16 8L25 21" stroke="#7d8894" '
        'stroke-width="2.5" fill="none"/><circle cx="8" cy="22" r="6" fill="#0072b2"/>'
        '<circle cx="16" cy="8" r="6" fill="#d55e00"/><circle cx="25" cy="21" r="5" fill="#009e73"/></svg>'
    )
    return f"data:image/svg+xml;base64,{base64.b64encode(picture.encode('ascii')).decode('ascii')}"


def _source(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


def _table_without_script(graph: Graph, language: str, title: str) -> str:
    words = load_words()[language]
    labels = {entity.id: dict(entity.labels).get(language, entity.label) for entity in graph.entities}
    keys = ("col_subject", "col_relation", "col_object", "col_status", "col_speaker", "col_sentence")
    head = "".join(f"<th>{html.escape(words[key])}</th>" for key in keys)
    rows = "".join(_row(fact, labels, language) for fact in _most_certain(graph))
    note = html.escape(words["no_script"])
    return (
        f"<h1>{html.escape(title)}</h1><p>{note}</p><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _most_certain(graph: Graph) -> list[Fact]:
    return sorted(graph.facts, key=lambda fact: (-len(fact.evidence), -fact.confidence, fact.id))[:FACTS_WITHOUT_SCRIPT]


def _row(fact: Fact, labels: dict[str, str], language: str) -> str:
    words, names = load_words()[language], load_labels()
    said = fact.object.text if isinstance(fact.object, Value) else labels.get(fact.object, fact.object)
    cells = (
        labels.get(fact.subject, fact.subject),
        fact.phrase if fact.predicate == OPEN else names.get(fact.predicate, {}).get(language, fact.predicate),
        said,
        words[f"status_{status_of(fact)}"],
        labels.get(fact.speaker, fact.speaker) if fact.speaker else "",
        fact.evidence[0].text if fact.evidence else "",
    )
    return f"<tr>{''.join(f'<td>{html.escape(each)}</td>' for each in cells)}</tr>"
