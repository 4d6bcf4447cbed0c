"""The simple view: pyvis, made offline and safe.

As it comes, pyvis loads Bootstrap from a CDN, pastes headings and ids as HTML, and turns all tooltips into HTML as soon
as one contains "href". So: its script is inlined and the CDN links are cut, ids are hashes, no heading and no menu is
used, tooltips cannot contain that word, and a policy lets only the scripts of this page run.
"""

import hashlib
import html
import re
from typing import TYPE_CHECKING

from kg.errors import ViewError
from kg.lang.labels import load_labels
from kg.model import OPEN, Entity, Fact, Graph
from kg.view.appearance import LANGUAGES, Family, family_of, load_families, load_words, status_of
from kg.view.page import content_security_policy
from kg.view.payload import Places, find_places

if TYPE_CHECKING:
    from pyvis.network import Network

TOOLTIP = 240  # characters
WORD_JOINER = "\u2060"
# Colour, dashes (pixels on, off) and arrow of each status; the explorer draws the same.
LINES: dict[str, tuple[str, list[int] | bool, str]] = {
    "asserted": ("#7d8894", False, "arrow"),
    "claimed": ("#6a5ae0", [7, 5], "arrow"),
    "unsure": ("#98a1ac", [3, 3], "arrow"),
    "denied": ("#c8384e", [2, 4], "bar"),
    "unreal": ("#9a6700", [9, 4, 2, 4], "arrow"),
    "past": ("#a9b1ba", [14, 4], "arrow"),
}
THIN = 0.7  # pixels across a line that was not read surely enough; all others have one
STROKES = {
    "asserted": "──▸",
    "claimed": "╌╌▸",
    "unsure": "┈┈▸",
    "denied": "┈┈┤",
    "unreal": "─·▸",
    "past": "─ ─▸",
}
SIGNS = {
    "dot": "●",
    "square": "■",
    "triangle": "▲",
    "star": "★",
    "diamond": "◆",
    "hexagon": "⬢",
    "triangleDown": "▼",
}
_STYLE = """
body { margin: 0; font: 14px/1.5 system-ui, sans-serif; color: #17202b; background: #fbfaf7; }
h1 { font: 600 20px/1.3 Georgia, serif; margin: 14px 18px 2px; }
.legend { display: flex; flex-wrap: wrap; gap: 4px 18px; margin: 0 18px 10px; padding: 0; }
.legend li { list-style: none; color: #566270; }
.legend b { font-weight: 600; }
#mynetwork { border: 0 !important; float: none !important; }
"""


def pyvis_page(graph: Graph, *, title: str, language: str = "fr") -> str:
    """Return the most central entities and their facts as a pyvis page that asks the network for nothing.

    Raises:
        ViewError: the interface does not speak this language.
    """
    if language not in LANGUAGES:
        remedy = f"Use one of: {', '.join(LANGUAGES)}."
        raise ViewError(f"the page has no interface in {language!r}", where="language", remedy=remedy)
    network = to_pyvis(graph, language=language)
    return _make_safe(network.generate_html(notebook=False), title=title, language=language)


def to_pyvis(graph: Graph, *, language: str = "fr") -> "Network":
    """Return a pyvis network with positions, colours, labels and tooltips; physics off."""
    # It brings half of IPython with it: only those who want it pay.
    from pyvis.network import Network

    network = Network(height="88vh", width="100%", directed=True, cdn_resources="in_line", bgcolor="#fbfaf7")
    network.toggle_physics(False)
    places = find_places(graph)
    drawn = {entity.id: entity for entity in graph.entities if entity.id in places.near}
    for entity in drawn.values():
        _add_entity(network, entity, places, language)
    for fact in graph.facts:
        if (
            isinstance(fact.object, str)
            and fact.subject in drawn
            and fact.object in drawn
            and fact.subject != fact.object
        ):
            _add_fact(network, fact, drawn, language)
    _tell_parallel_lines_apart(network)
    return network


def _add_entity(network: "Network", entity: Entity, places: Places, language: str) -> None:
    family = _families()[family_of(entity.type)]
    x, y = places.near[entity.id]
    network.add_node(
        _key(entity.id),
        label=_plain(dict(entity.labels).get(language, entity.label), 60),
        title=_plain(load_labels().get(entity.type, {}).get(language, entity.type), TOOLTIP),
        x=x,
        y=y,
        physics=False,
        color=family.light,
        shape=family.pyvis_shape,
        size=places.size(entity.id) / 2,
        font={"size": 13, "color": "#17202b", "strokeWidth": 3, "strokeColor": "#fbfaf7"},
    )


def _add_fact(network: "Network", fact: Fact, drawn: dict[str, Entity], language: str) -> None:
    status = status_of(fact)
    colour, dashes, arrow = LINES[status]
    words = load_words()[language]
    name = (
        fact.phrase if fact.predicate == OPEN else load_labels().get(fact.predicate, {}).get(language, fact.predicate)
    )
    said = [words[f"status_{status}"]]
    if fact.speaker in drawn:
        said.append(words["according_to"].format(a=drawn[fact.speaker].label))
    sentence = fact.evidence[0].text if fact.evidence else ""
    network.add_edge(
        _key(fact.subject),
        _key(str(fact.object)),
        label=_plain(name, 60),
        title=_plain(f"{', '.join(said)} — {sentence}", TOOLTIP),
        color=colour,
        dashes=dashes,
        width=THIN if status == "unsure" else 1,
        arrows={"to": {"enabled": True, "type": arrow, "scaleFactor": 0.6}},
        font={"size": 10, "color": "#566270", "strokeWidth": 3, "strokeColor": "#fbfaf7"},
    )


def _tell_parallel_lines_apart(network: "Network") -> None:
    seen: dict[frozenset[str], int] = {}
    for edge in network.edges:
        pair = frozenset((edge["from"], edge["to"]))
        rank = seen[pair] = seen.get(pair, -1) + 1
        direction = "curvedCW" if edge["from"] == min(pair) else "curvedCCW"
        edge["smooth"] = {"enabled": True, "type": direction, "roundness": 0.18 * rank} if rank else False


def _families() -> dict[str, Family]:
    return {family.id: family for family in load_families()}


def _key(entity: str) -> str:
    """Return an id without a character that HTML could take for its own."""
    return hashlib.sha256(entity.encode("utf-8")).hexdigest()[:16]


def _plain(text: str, limit: int) -> str:
    """Return text that pyvis leaves as text: "href" in a tooltip would turn all tooltips into HTML."""
    short = text if len(text) <= limit else text[: limit - 1] + "…"
    return re.sub(r"(?i)h(?=ref)", lambda found: found.group() + WORD_JOINER, short)


def _make_safe(page: str, *, title: str, language: str) -> str:
    page = re.sub(r"<!--.*?-->", "", page, count=1, flags=re.DOTALL)  # a comment that names two files
    page = re.sub(r"<link\b[^>]*?https?://[^>]*?>", "", page, flags=re.DOTALL)
    page = re.sub(r"<script\b[^>]*?\bsrc\s*=[^>]*?>\s*</script>", "", page, flags=re.DOTALL)
    page = re.sub(r"<center>.*?</center>", "", page, flags=re.DOTALL)
    scripts = re.findall(r"<script\b[^>]*>(.*?)</script>", page, flags=re.DOTALL)
    # vis-network writes style attributes of its own, so styles cannot be listed by hash.
    policy = re.sub(r"style-src [^;]*", "style-src 'unsafe-inline'", content_security_policy(scripts, []))
    head = (
        f'<meta http-equiv="Content-Security-Policy" content="{policy}"><meta name="referrer" content="no-referrer">'
        f"<title>{html.escape(title)}</title>"
    )
    page = page.replace("<html>", f'<!doctype html>\n<html lang="{language}">', 1).replace("<head>", f"<head>{head}", 1)
    page = page.replace("</head>", f"<style>{_STYLE}</style></head>", 1)
    return page.replace("<body>", f"<body><h1>{html.escape(title)}</h1>{_legend(language)}", 1)


def _legend(language: str) -> str:
    words = load_words()[language]
    signs = [(family.light, SIGNS[family.pyvis_shape], f"family_{family.id}") for family in load_families()]
    signs += [(LINES[status][0], stroke, f"status_{status}") for status, stroke in STROKES.items()]
    rows = (f'<li><b style="color:{colour}">{sign}</b> {html.escape(words[key])}</li>' for colour, sign, key in signs)
    return f'<ul class="legend">{"".join(rows)}</ul>'
