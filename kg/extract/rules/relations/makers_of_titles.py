"""Whose a titled work is, told beside it: '"Space Oddity" de David Bowie', '"Soif" (Albin)', 'son roman, "Soif"'.

Who shows or publishes it may stand behind it too: '"Le Grand Soir" dimanche sur TF1', '"Soif" aux éditions Albin'.
"""

from collections.abc import Iterator

from kg.extract.rules.mentions.named_rows import behind_bracket
from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.parsing.titled_works import bearer_of, is_quoted
from kg.extract.rules.parsing.tree import Word
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.lang.schema import load_schema
from kg.model import MentionKind

MAKERS = ("Person", "Company", "MediaOutlet")
CHANNEL = "maker/channel"
QUALIFYING = ("DET", "ADP", "ADJ", "ADV")  # what may stand among words that tell when
TIMES = 5  # words that tell when a show is on, at most: ", jeudi soir 13 février"


def find_makers_of_titles(reading: Reading) -> Iterator[Draft]:
    """Yield who made each work in quotation marks that is told by a name behind it, or by the noun for such a work."""
    items, schema, tree = reading.table.items, load_schema(), reading.tree
    starts = {item.core[0]: index for index, item in enumerate(items) if item.kind is MentionKind.NAME}
    for work, item in enumerate(items):
        mark = item.core[1] + 1
        quoted = item.kind is MentionKind.NAME and is_quoted(tree, item.core)
        if not quoted or not schema.is_a(reading.root(work).type, "Product"):
            continue
        maker = starts.get(mark + 1) if mark < len(tree.words) else None
        if maker is not None and _may_make(reading, maker) and _is_behind(reading, mark, maker):
            for each in _with_joined(reading, maker):
                yield said_by_form(each, "produces", work, items[each].i, "maker/title", 0.85)
        for author in dict.fromkeys((*_set_off(reading, mark, starts), *_told_by_nouns(reading, item))):
            if author != maker and reading.table.root(author) != reading.table.root(work):
                yield said_by_form(author, "produces", work, items[author].i, "maker/work", 0.8)


def find_channels_and_houses(reading: Reading) -> Iterator[Draft]:
    """Yield the channel or the publishing house that stands behind a title: '"Le Grand Soir", lundi soir sur TF1'."""
    items, schema, pack = reading.table.items, load_schema(), reading.pack
    if not pack.words["broadcast_on"]:
        return
    starts = {item.core[0]: index for index, item in enumerate(items) if item.kind is not MentionKind.PRONOUN}
    for work, item in enumerate(items):
        if item.kind is not MentionKind.NAME or not schema.is_a(reading.root(work).type, "Product"):
            continue
        quoted = is_quoted(reading.tree, item.core)
        if not quoted and item.known is None and not _is_told_work(reading, item):
            continue
        at = _past_times(reading, item.core[1] + quoted)
        for maker, rule in _standing_at(reading, at, starts):
            if rule == CHANNEL and not _may_be_shown(reading, item, quoted):
                continue
            if reading.table.root(maker) != reading.table.root(work):
                for each in _with_joined(reading, maker):
                    yield said_by_form(each, "produces", work, items[each].i, rule, 0.75)


def _is_told_work(reading: Reading, item: Reference) -> bool:
    """ "l'émission Le Grand Soir": the noun of a work right before its title."""
    before = reading.tree.words[item.core[0] - 1] if item.core[0] else None
    return before is not None and before.lemma in reading.pack.words["authored"]


def _may_be_shown(reading: Reading, item: Reference, quoted: bool) -> bool:
    """Whether a title is of a show: somebody may speak of his book on a channel."""
    bearer = bearer_of(reading.tree, reading.pack, item.core[0] - quoted) if item.core[0] > quoted else None
    return bearer is None or bearer.lower in reading.pack.words["shows"]


def _past_times(reading: Reading, at: int) -> int:
    """The word behind a comma and what only tells when: '"Le Grand Soir", jeudi soir 13 février sur TF1'."""
    words, pack = reading.tree.words, reading.pack
    start = at + (at < len(words) and words[at].text == ",")
    for i in range(start, min(start + TIMES + 1, len(words))):
        word = words[i]
        when = word.text[:1].isdigit() or word.lemma in pack.lists["temporal"] or word.pos in QUALIFYING
        behind = word.lower in pack.words["broadcast_on"] | pack.words["published_at"]
        if behind or not (when or word.lower in pack.patterns["dates"]["weekdays"]):
            return i
    return at


def _standing_at(reading: Reading, at: int, starts: dict[int, int]) -> Iterator[tuple[int, str]]:
    """The channel behind "sur", or the firm behind "chez" or "aux éditions", whose name starts there."""
    words, pack = reading.tree.words, reading.pack
    maker = starts.get(at + 1)
    if at + 1 >= len(words) or maker is None:
        return
    kind = reading.root(maker).type
    if words[at].lower in pack.words["broadcast_on"] and kind == "MediaOutlet":
        yield maker, CHANNEL
    elif words[at].lower in pack.words["published_at"] and kind == "Company":
        yield maker, "maker/house"


def _may_make(reading: Reading, index: int) -> bool:
    return load_schema().fits(reading.root(index).type, MAKERS)


def _with_joined(reading: Reading, maker: int) -> list[int]:
    """'"Soif" de Luc Roux et Anne Roy': a name and those of its kind that are joined to it."""
    kind = reading.root(maker).type
    joined = (reading.at(i) for i in reading.tree.conjuncts(reading.table.items[maker].i)[1:])
    return [maker, *(j for j in joined if j is not None and reading.is_name(j) and reading.root(j).type == kind)]


def _is_behind(reading: Reading, mark: int, maker: int) -> bool:
    """Whether a name stands behind "de", or, of a firm, alone in brackets: somebody in brackets may play in it."""
    words, end = reading.tree.words, reading.table.items[maker].core[1]
    if words[mark].lower in reading.pack.words["standing_of"]:
        return True
    closed = words[mark].text == "(" and end < len(words) and words[end].text in (")", ",")
    return closed and reading.root(maker).type == "Company" and bool(reading.pack.words["standing_of"])


def _set_off(reading: Reading, mark: int, starts: dict[int, int]) -> Iterator[int]:
    """'"Soif", de Paul Roy, …', '"Soif" (Albin), de Luc Roux': behind a bracket and a comma, whose it is."""
    words = reading.tree.words
    comma = behind_bracket(reading.tree, mark)
    if comma + 2 >= len(words) or words[comma].text != "," or words[comma + 1].lower not in _of(reading):
        return
    maker = starts.get(comma + 2)
    if maker is not None and reading.root(maker).type == "Person":
        yield maker


def _told_by_nouns(reading: Reading, work: Reference) -> Iterator[int]:
    """'son roman "Soif"', 'le film de Luc Roux, "Soif"', '"Soif", le nouvel album de Paul Roy': whose noun it is."""
    words, before, behind = reading.tree.words, work.core[0] - 1, work.core[1] + 1
    set_off = before > 0 and words[before - 1].text == ","
    for item in reading.table.items:
        noun = words[item.i]
        if item.kind is MentionKind.NAME or noun.lemma not in reading.pack.words["authored"] or item.number == "Plur":
            continue
        ends = {end for _, end in (*item.extents, item.core)}
        ahead = before in ends or (set_off and before - 1 in ends)
        follows = behind + 1 < len(words) and words[behind].text == "," and item.core[0] == behind + 1
        if ahead or follows:
            yield from _owners(reading, noun)


def _owners(reading: Reading, noun: Word) -> Iterator[int]:
    """Whose a work is: of "son", or behind "de"."""
    tree = reading.tree
    hung = [c for c in tree.children(noun.i, "det", "nmod") if c.rel == "det" or c.case in reading.pack.words["of"]]
    for word in (i for c in hung for i in tree.conjuncts(c.i)):
        index = reading.at(word)
        if index is not None and reading.is_name(index) and _may_make(reading, index):
            yield index


def _of(reading: Reading) -> frozenset[str]:
    return reading.pack.words["standing_of"]
