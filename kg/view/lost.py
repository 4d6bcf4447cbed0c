"""The page that says that something is not there, and leads on."""

import html
from typing import Final

from kg.view.appearance import load_words
from kg.view.page import content_security_policy

SHOWN: Final = 200  # characters of a name
_STYLE: Final = (
    ":root{color-scheme:light dark;background:#fbfaf7;color:#17202b}"
    "body{max-width:36em;margin:15vh auto;padding:0 20px;font:16px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}"
    "a{display:inline-block;margin-right:20px;color:#0b5cad}"
    "@media(prefers-color-scheme:dark){:root{background:#11151b;color:#e9edf2}a{color:#83bdff}}"
)


def lost_page(kind: str, name: str, *, language: str) -> str:
    """Return a page that says in this language what was not found.

    Args:
        kind: "page", or what the name should be of: "id" (an entity), "stmt" (a fact), "article".
    """
    words = load_words()[language]
    shown = name if len(name) <= SHOWN else name[:SHOWN] + "…"
    title, what = html.escape(words["lost"]), html.escape(words[f"lost_{kind}"].replace("{a}", shown))
    links = [
        f'<a href="{to}">{html.escape(words[key])}</a>' for to, key in (("/", "open_graph"), ("/query", "ask_title"))
    ]
    return "\n".join(
        [
            "<!doctype html>",
            f'<html lang="{language}">',
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{content_security_policy([], [_STYLE])}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{title}</title>",
            '<link rel="icon" href="data:,">',  # without one, browsers ask the server for it
            f"<style>{_STYLE}</style>",
            f"<h1>{title}</h1>",
            f"<p>{what}</p>",
            f"<p>{' '.join(links)}</p>",
            "</html>",
            "",
        ]
    )
