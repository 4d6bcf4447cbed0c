"""The shadow of an article in its language: what the parser is shown."""

import re
from dataclasses import replace

from kg.extract.rules.parsing.dictionary import dictionary_of
from kg.extract.rules.parsing.loud_headings import quiet_headings
from kg.extract.rules.parsing.plus_marks import even_plus_marks
from kg.extract.rules.parsing.small_peoples import write_small
from kg.extract.rules.parsing.text import Shadow, is_boilerplate, paragraphs, shade, splice
from kg.extract.rules.parsing.tree import YEAR
from kg.extract.rules.parsing.video_credits import credit_breaks, is_credit
from kg.extract.rules.parsing.written_out import write_out
from kg.lang import LanguagePack
from kg.lang.fold import fold

# "3.340 morts", "3 340 morts": the French parser takes the groups for anything but a number; "3340" it knows.
GROUPED = re.compile(r"(?<![\w.,-])\d{1,3}(?:([ .])\d{3})(?:\1\d{3})*(?![\w.,]\w|\w)")

# "40%-owned by Aton": the English parser takes it for a number.
PART_OWNED = re.compile(r"(?<=\d%)-(?=[a-z])")

# "BAMAKO, May 3 (Reuters) - The last …": where and when a piece was written, and by whom.
CAPITALS = r"[^\W\d_a-zß-öø-ÿ][^\W\d_a-zß-öø-ÿ'./-]+"
DATELINE = re.compile(
    rf"^((?!\w{{1,3}} [-–—(,])(?:{CAPITALS} )*{CAPITALS}(?:, [^\n,()]{{2,20}}){{0,3}})( \([^\n()]{{2,40}}\))? [-–—]"
    r"(?= [\"']?[^\W_a-zß-öø-ÿ])",
    re.MULTILINE,
)

OPENING = r"""(?:^|(?<=\n)|(?<=[.!?"] )|(?<="))\b{}(?= )"""  # a word at the head of a sentence


def shade_for(text: str, pack: LanguagePack) -> Shadow:
    """Return the shadow of a text as the parser of its language reads it best."""
    known = dictionary_of(pack.model)
    shadow = shade(
        text,
        close_lines=pack.headlines == "closed",
        openers=pack.words["openers"],
        is_word=lambda word: word in known or word in pack.given_names,
        credited=lambda even: credit_breaks(even, pack),
    )
    shadow = quiet_headings(even_plus_marks(_leave_out_boilerplate(shadow, pack)), pack)
    shadow = _part_elided(shadow, pack)
    even = write_small(shadow.text, pack)
    if pack.adposition == "head":
        even = DATELINE.sub(_part_dateline, PART_OWNED.sub(" ", even))
    if pack.words["linking_sounds"]:
        even = _tie_links(even, pack)
    for word in sorted(pack.words["bare_capitals"]):
        even = re.sub(OPENING.format(fold(word).upper()), word.upper(), even, flags=re.MULTILINE)
    shadow = replace(shadow, text=even)
    if pack.patterns["numbers"]["decimal"] == ",":
        shadow = _join_groups(shadow)
    return write_out(shadow, pack)


def _leave_out_boilerplate(shadow: Shadow, pack: LanguagePack) -> Shadow:
    """Show no paragraph that is a link or a credit: nothing is told there, and whoever it names acts nowhere."""
    lines = [(p, p.cut(shadow.text)) for p in paragraphs(shadow.text)]
    starts = pack.lists["boilerplate"]
    left_out = [p for p, line in lines if is_boilerplate(line, starts) or is_credit(line, pack)]
    rest = splice(shadow, [(p.start, p.end, "", ()) for p in left_out])
    return rest if rest.text else splice(shadow, [(0, len(shadow.text), ".", (0,))])  # no parser takes no word at all


def _part_dateline(found: re.Match[str]) -> str:
    """The dateline as a line of its own, without the agency: neither is part of the first sentence."""
    return found[1] + "\n".rjust(len(found[0]) - len(found[1]))


def _join_groups(shadow: Shadow) -> Shadow:
    """ "3 340": the figure as one word, "03340", for "3340" may be a year; what parts its groups is left out."""
    edits: list[tuple[int, int, str, tuple[int, ...]]] = []
    for found in GROUPED.finditer(shadow.text):
        start = found.start()
        gaps = [start + i for i, c in enumerate(found.group()) if not c.isdigit()]
        if len(found.group()) - len(gaps) == YEAR:
            edits.append((start, start, "0", (start,)))
        edits += [(gap, gap + 1, "", ()) for gap in gaps]
    return splice(shadow, edits)


def _part_elided(shadow: Shadow, pack: LanguagePack) -> Shadow:
    """ "accusé d'"abus"": a space of no width before the mark, else the parser takes all for one word."""
    elided = "|".join(sorted(word.removesuffix("'") for word in pack.words["elided"]))
    found = re.finditer(rf"\b(?:{elided})'(?=\")", shadow.text, re.IGNORECASE) if elided else ()
    return splice(shadow, [(m.end(), m.end(), " ", (m.end(),)) for m in found])


def _tie_links(text: str, pack: LanguagePack) -> str:
    """ "précise t-il", "a-t'elle dit": the sound that links a verb with its subject, written without its hyphens."""
    sounds = "|".join(sorted(sound.strip("-") for sound in pack.words["linking_sounds"]))
    subjects = "|".join(sorted(pack.words["subject_clitics"]))
    loose = rf"(?<=[^\W\d_])[ -]({sounds})[-' ](?=(?:{subjects})\b)"
    return re.sub(loose, lambda found: f"-{found[1]}-", text)
