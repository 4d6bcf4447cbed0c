"""Whose video stands in an article: "… un best-seller ?par franceinfoLe ministre …", copied without its line breaks."""

import re
from collections.abc import Iterator

from kg.lang import LanguagePack
from kg.lang.gazetteer import load_gazetteer

MEDIUM = "MediaOutlet"
LONGEST = 30  # characters of a medium's name
ASIDE = re.compile(r" \([^()\n]{2,20}\)")  # "euronews (en français)"


def credit_breaks(text: str, pack: LanguagePack) -> Iterator[int]:
    """Yield where a line broke before a credit that is glued to what precedes it, and behind it."""
    by = _by(pack)
    for found in re.finditer(rf"(?<=[\w)?!\"%…])(?:{by}) (?=\S)", text) if by else ():
        end = _end_of_medium(text, found.end())
        if end:
            aside = ASIDE.match(text, end)
            yield found.start()
            yield aside.end() if aside else end
        elif not text[found.start() - 1].isalpha() and text[found.end()].isupper():
            yield found.start()  # by a medium that nobody knows: where its name ends, no table tells


def is_credit(paragraph: str, pack: LanguagePack) -> bool:
    """Whether a paragraph only tells whose video stands there."""
    by = _by(pack)
    found = re.match(rf"\s*(?:{by}) ", paragraph) if by else None
    end = _end_of_medium(paragraph, found.end()) if found else None
    return end is not None and not ASIDE.sub("", paragraph[end:]).strip(" .\n")


def _by(pack: LanguagePack) -> str:
    return "|".join(sorted(pack.words["credited_by"]))


def _end_of_medium(text: str, start: int) -> int | None:
    """Where the longest name of a known medium ends that begins at `start`, glued to a capital or not."""
    for end in range(min(start + LONGEST, len(text)), start + 1, -1):
        if text[end : end + 1].islower() or not (text[end - 1].isalnum() or text[end - 1] == "+"):
            continue
        known = load_gazetteer().organisation(text[start].upper() + text[start + 1 : end])
        if known and known.type == MEDIUM:
            return end
    return None
