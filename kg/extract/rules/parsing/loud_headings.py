"""Headings in capitals, written as the rest of the article would write them: "UN HLM QUI DÉRANGE" tells of no "UN".

The parser's models, which saw few of them, take every such word for a name.
"""

import re

from kg.extract.rules.parsing.dictionary import Dictionary, dictionary_of
from kg.extract.rules.parsing.text import Shadow, splice
from kg.lang import LanguagePack
from kg.lang.gazetteer import load_gazetteer

UPPER = r"[^\W\d_a-zß-öø-ÿœ]"
WORD = re.compile(rf"{UPPER}+(?!\w)")
RUN = re.compile(rf"""(?<![\w'-]){UPPER}+(?:[ '",:?!0-9-]{{1,4}}{UPPER}+\d*){{2,}}(?!\w|'\w)""")
BEGINS = re.compile(rf" (?={UPPER}(?:[a-zß-öø-ÿœ]|['’ ]))")  # behind a heading: a sentence
NAMES = re.compile(rf"{UPPER}[a-zß-öø-ÿœ]+(?:[ -]{UPPER}[a-zß-öø-ÿœ]+)*")
PLAIN = 3  # common words that make a heading, of which fewer are names of firms ("AIR FRANCE KLM")
STOPS = frozenset('.!?…"»')


def quiet_headings(shadow: Shadow, pack: LanguagePack) -> Shadow:
    """Return the shadow with headings in capitals in small letters, but for their names; each is a line of its own."""
    text = shadow.text
    known = dictionary_of(pack.model)
    found = [run for run in RUN.finditer(text) if _is_loud(run.group(), text, known)]
    if not found:
        return shadow
    rest = _without(text, found)
    edits: list[tuple[int, int, str, tuple[int, ...]]] = []
    for run in found:
        start, end = run.span()
        opens = text[:start].rstrip(' "')[-1:] in ("", "\n", *STOPS)
        if opens and text[start - 1 : start] == " " and text[start - 2 : start - 1] in STOPS:
            edits.append((start - 1, start, "\n", (start - 1,)))
        edits.append((start, end, _written(run.group(), rest, pack, opens=opens), tuple(range(start, end))))
        if opens and BEGINS.match(text, end):
            edits.append((end, end + 1, ".\n", (end, end)))
    return splice(shadow, edits)


def _is_loud(run: str, text: str, known: Dictionary) -> bool:
    """Whether most of its words are common ones: no row of acronyms, no name in capitals."""
    words = [w.lower() for w in WORD.findall(run)]
    common = [w for w in words if w in known or _stands(w, text)]
    return len(common) >= PLAIN and len(set(common)) > 1 and 2 * len(common) > len(words)


def _without(text: str, runs: list[re.Match[str]]) -> str:
    pieces, start = [], 0
    for run in runs:
        pieces.append(text[start : run.start()])
        start = run.end()
    return "\n".join([*pieces, text[start:]])


def _written(run: str, rest: str, pack: LanguagePack, *, opens: bool) -> str:
    """A heading as the rest of its article writes its words, of the same length."""
    whole = [name for name in NAMES.findall(rest) if not name.isalpha()]
    names = {name.upper(): name for full in whole for name in (full, full.partition(" ")[2])}  # "Anne Le Pen", "Le Pen"
    small = WORD.sub(lambda word: _as_elsewhere(word.group(), rest, pack), run)
    for name in sorted(filter(None, names), key=lambda name: (len(name), name)):  # the longest last: it counts
        for at in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", run):
            small = small[: at.start()] + names[name] + small[at.end() :]
    return small[:1].upper() + small[1:] if opens else small


def _as_elsewhere(word: str, rest: str, pack: LanguagePack) -> str:
    """One word: as the article has it elsewhere, else as a name or an acronym if a table knows it."""
    small, title, tables = word.lower(), word.capitalize(), load_gazetteer()
    if len(small) != len(word):
        return word
    if _stands(small, rest) or f"{small}'" in pack.words["elided"]:
        return small
    if _stands(word, rest):
        return word
    if re.search(rf"(?<=[\w,][ ']){title}(?!\w)", rest) or tables.country(title, pack.code) is not None:
        return title
    if small in dictionary_of(pack.model):
        return small
    if tables.organisation(word) is not None:
        return word
    return title if small in pack.given_names or tables.place(title) is not None else small


def _stands(word: str, text: str) -> bool:
    return re.search(rf"(?<!\w){word}(?!\w)", text) is not None
