"""What the parser is shown: the article's text with typographic variants evened out, offsets kept."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from kg.lang.fold import INVISIBLE
from kg.model import Span

OPENING, CLOSING = "“„‟«", "”»"
# One character for one character, so that offsets stay: curly quotes, guillemets and odd spaces confuse the parsers.
EVEN = {
    **dict.fromkeys(map(ord, "“”„‟«»″"), '"'),
    **dict.fromkeys(map(ord, "’‘‛ʼ′´`"), "'"),
    **dict.fromkeys(map(ord, f"\u00a0\u202f\u2009\u200a\u2007\u3000{INVISIBLE}"), " "),
    **dict.fromkeys(map(ord, "‐‑"), "-"),
}
WITHIN_WORDS = re.compile(rf"(?<=[^\W\d_])[{INVISIBLE}]+(?=[^\W\d_])")
UNEVEN = re.compile(f"[{''.join(map(chr, EVEN))}]")
PARAGRAPH = re.compile(r"[^\n\r]+")
OPEN_END = re.compile(
    r"""(?<=[\w)%"'])(?=[^\S\n\r]*[\n\r]+\s*\S)"""
)  # where a line ends without a stop, and another follows
CLOSED = frozenset(".!?…")
# Headings that lost their line when an article was copied: "… lundi.- Ambassadeur convoqué -L'ambassadeur …".
HEADING = re.compile(r"""(?<=[.!?"»)…])(\s?-\s?)(?=[A-ZÀ-Ý"'«\d])([^\n.]{2,70}?)(\s-|(?<=["'»])-)(?=\s?[A-ZÀ-Ý"«])""")
LOST_BREAK = re.compile(
    r"((?<=[.!?])-\s(?=[A-ZÀ-Ý]|\d+\s[a-zß-ÿ])|\s?[•►▶●■▪]\s?)"
)  # "… lundi.- Grandes manœuvres", "• La suite"
LOST_SPACE = re.compile(
    # "… dans la NHL.Marc Petit …", "… la compétition !Les …", "… jeudi soir.2020 est …", "selon M.Roux"
    r"""(?<=[^\W\d_]{2}[.!?])(?=[A-ZÀ-Ý][a-zß-ÿœ']|"[A-ZÀ-Ý])|(?<=[^\W\d_]{3}\.)(?=\d)"""
    r"""|(?<=\s[A-Z]\.)(?=[A-ZÀ-Ý][a-zß-ÿœ]{2})|(?<=°C\.)(?=[A-ZÀ-Ý])|(?<=[%°€]\.)(?=[A-ZÀ-Ý][a-zß-ÿœ'])"""
    # "les puissances --États-Unis, Russie, Chine-- réunies"
    r"""|(?<=[\s("]--)(?=[A-ZÀ-Ý])|(?<=\w)(?=--(?:[\s,.;)]|$))"""
)

GLUED_BRACKET = re.compile(r"(?<=\w\))(?=[A-ZÀ-Ý](?:[a-zß-öø-ÿœ]|\s))")  # "… handicapé (AAH)Dès le …"
GLUED_MARK = re.compile(r"""(?<=[\w.!?…)])"(?=[A-ZÀ-Ý](?:[a-zß-öø-ÿœ']|\s))""")  # 'il l'a "vu"Marc Petit …'

# "… la dérouteCôté salle, …", "… UNE VICTOIREPlus d'un …"
GLUED_WORDS = re.compile(
    r"(?<![\w#@-])([a-zß-öø-ÿœ][a-zß-öø-ÿœ-]{2,}|[A-ZÀ-ÖØ-ÞŒ][A-ZÀ-ÖØ-ÞŒ-]{3,})([A-ZÀ-ÖØ-ÞŒ][a-zß-öø-ÿœ]+)"
)


@dataclass(frozen=True, slots=True)
class Shadow:
    """The text to parse; `origin[i]` is where its character i stands in the article (None: at i)."""

    text: str
    origin: tuple[int, ...] | None

    def span(self, start: int, end: int) -> Span:
        """Translate offsets of the shadow into a span of the article."""
        if self.origin is None:
            return Span(start, end)
        return Span(self.origin[start], self.origin[end])


def shade(
    text: str,
    *,
    close_lines: bool = False,
    openers: frozenset[str] = frozenset(),
    is_word: Callable[[str], bool] = lambda _: False,
    credited: Callable[[str], Iterable[int]] = lambda _: (),
) -> Shadow:
    """Even out quotes, apostrophes and spaces; compose decomposed letters; close headlines with a full stop if told.

    A line without a stop (a headline, a heading) makes the French parser misread the sentence after it, the lead.

    Args:
        openers: words that begin a sentence; glued to the word before, they show that a line break was lost.
        is_word: whether the language has a word, in small letters; two that are glued show it as well.
        credited: where a line broke around a video's credit.
    """
    if not close_lines:
        return _even_out(text)
    return _close_lines(_break_lines(_even_out(text), openers, is_word, credited))


def _break_lines(
    shadow: Shadow,
    openers: frozenset[str],
    is_word: Callable[[str], bool],
    credited: Callable[[str], Iterable[int]],
) -> Shadow:
    """Give headings back the line breaks that they lost: "- Représailles -Selon …", "… les relationsLe ministre …"."""
    text = HEADING.sub(lambda m: _blank(m[1]) + m[2] + _blank(m[3]), shadow.text)
    text = LOST_BREAK.sub(lambda m: _blank(m[1]), text)
    found = set() if not openers else {m.end() for m in _glued(openers).finditer(text)}
    found.update(_behind_closing_marks(text))
    found.update(m.start() for m in GLUED_BRACKET.finditer(text))
    glued = GLUED_WORDS.finditer(text)
    found.update(m.start(2) for m in glued if is_word(m[1].lower()) and is_word(m[2].lower()))
    around_credits = set(credited(text))
    found = {at for at in found if at - 1 not in around_credits} | around_credits  # a mark behind one opens
    broken = _insert(Shadow(text, shadow.origin), sorted(found), "\n")
    return _insert(broken, [m.start() for m in LOST_SPACE.finditer(broken.text)], " ")


def _behind_closing_marks(text: str) -> Iterator[int]:
    """Where a capital is glued to a mark that closes a quotation: the second, fourth … of its line."""
    for found in GLUED_MARK.finditer(text):
        line = text.rfind("\n", 0, found.start()) + 1
        if text.count('"', line, found.start()) % 2:
            yield found.end()


def _blank(dash: str) -> str:
    """A line break as long as what it stands for."""
    return "\n".rjust(len(dash))


@cache
def _glued(openers: frozenset[str]) -> re.Pattern[str]:
    """What ends a heading right before a word that begins a sentence."""
    words = "|".join(re.escape(word) for word in sorted(openers))
    return re.compile(
        rf"""(?:[a-zß-öø-ÿœ]{{3}}|[A-ZÀ-ÖØ-ÞŒ]{{3}}(?!.['\s]?[A-ZÀ-ÖØ-ÞŒ]{{2}})|\b[A-ZÀ-ÖØ-ÞŒ][a-zß-öø-ÿœ]{{2}}|\d)[")?!]?(?=(?:{words})(?:\s|(?<=')\w))"""
    )


def _close_lines(shadow: Shadow) -> Shadow:
    """Put a full stop of no width after each line that ends without one."""
    ends = [m.start() for m in OPEN_END.finditer(shadow.text) if not _is_closed(shadow.text, m.start())]
    return _insert(shadow, ends, ".")


def _insert(shadow: Shadow, ends: list[int], mark: str) -> Shadow:
    """Put a mark of no width at some places."""
    return splice(shadow, [(end, end, mark, (end,)) for end in ends])


def splice(shadow: Shadow, edits: Iterable[tuple[int, int, str, tuple[int, ...]]]) -> Shadow:
    """Replace parts of a shadow; offsets still lead to the article.

    Args:
        edits: in order: start, end, the new characters, and for each the place in the shadow that it stands for.
    """
    text, start = shadow.text, 0
    places = range(len(text) + 1) if shadow.origin is None else shadow.origin
    pieces: list[str] = []
    origin: list[int] = []
    for first, end, new, stands_for in edits:
        pieces += (text[start:first], new)
        origin += places[start:first]
        origin += [places[i] for i in stands_for]
        start = end
    return Shadow("".join([*pieces, text[start:]]), (*origin, *places[start:])) if pieces else shadow


def _is_closed(text: str, end: int) -> bool:
    """Whether what stands before `end` is a stop, with or without closing marks after it."""
    return text[max(end - 4, 0) : end].rstrip("\"')")[-1:] in CLOSED


def _evened(text: str) -> str:
    return UNEVEN.sub(lambda found: EVEN[ord(found.group())], text)


def _even_out(text: str) -> Shadow:
    shadow = Shadow(text, None) if unicodedata.is_normalized("NFC", text) else _compose(text)
    joined = splice(shadow, [(*m.span(), "", ()) for m in WITHIN_WORDS.finditer(shadow.text)])
    return replace(joined, text=_evened(joined.text))


def _compose(text: str) -> Shadow:
    letters: list[str] = []
    origin: list[int] = []
    start = 0
    for position in range(1, len(text) + 1):
        if position < len(text) and unicodedata.combining(text[position]):
            continue
        composed = unicodedata.normalize("NFC", text[start:position])
        letters.append(composed)
        origin += [start] * len(composed)
        start = position
    origin.append(len(text))
    return Shadow("".join(letters), tuple(origin))


def turned_marks(text: str, shadow: Shadow) -> dict[int, bool]:
    """Return which quotation marks of a shadow open (True) or close, where the article's own character tells it."""
    places = range(len(text)) if shadow.origin is None else shadow.origin
    marks = {i: text[places[i]] for i, letter in enumerate(shadow.text) if letter == '"' and places[i] < len(text)}
    return {i: mark in OPENING for i, mark in marks.items() if mark in OPENING + CLOSING}


def paragraphs(text: str) -> list[Span]:
    """Cut the text at line breaks; blank paragraphs are left out."""
    spans = []
    for found in PARAGRAPH.finditer(text):
        body = found.group()
        left = len(body) - len(body.lstrip())
        right = len(body.rstrip())
        if left < right:
            spans.append(Span(found.start() + left, found.start() + right))
    return spans


def is_boilerplate(paragraph: str, listed: Iterable[str]) -> bool:
    """Whether a paragraph is a link, a credit or a call to comment rather than news.

    Args:
        listed: how such paragraphs begin; behind "=", the whole of one: "VIDÉO. Le maire …" is a headline.
    """
    folded = paragraph.strip().strip(">-–•*|[]()").strip().casefold()
    whole = f"={folded.rstrip(' .:!')}"
    return any(folded.startswith(line) or whole == line for line in listed) or not any(c.isalpha() for c in folded)
