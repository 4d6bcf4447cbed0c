"""Where a name ends that the model cut short: "Sotheby's", "CGT-Cheminots", "Europe centrale", "People's Party"."""

import re

from kg.extract.rules.mentions.glued import is_tied, tied_names
from kg.extract.rules.mentions.names import Names, Span
from kg.extract.rules.parsing.adpositions import is_of
from kg.extract.rules.parsing.tree import Tree
from kg.lang import LanguagePack
from kg.lang.fold import fold
from kg.lang.schema import load_schema

NUMBER = re.compile(r"([IVX]+|\d{1,2})([^\W\d_]*)")  # and the ending of an ordinal
MANY = ("Person", "Group")  # classes of common nouns, by which bodies are called
LONGEST_PLACE = 4  # words
LONGEST_STATION = 2
TAIL = 2  # letters behind an apostrophe
UNTOLD = ("Entity", "Place")  # what a model calls "CHU" in "le CHU de Lyon"
NATIONAL = ("Company", "Organization")  # what has a branch a country
SPELLED = 14  # words of a name before its acronym
ACRONYM = 3  # letters, at the least
LINKS = ("ADP", "DET", "CCONJ", "PUNCT")


def whole_name(tree: Tree, pack: LanguagePack, names: Names, span: Span) -> Span:
    """Return a name with what closes it."""
    first, last, kind = span
    last = _possessed_end(tree, pack, _glued_end(tree, names, (first, last), kind))
    last = _marked_end(tree, pack, names, (first, last))
    last = _spelled_end(tree, (first, last))
    behind = [w.lower for w in tree.words[last : last + 2] if w.sent == tree.words[first].sent]
    number = NUMBER.fullmatch(tree.words[first].text) if last - first == 1 else None
    numbered = number is not None and number.group(2) in pack.words["ordinal_endings"]
    if numbered and behind and behind[0] in pack.words["numbered_areas"]:
        return first, last + 1, "AdministrativeArea"
    entry = names.entry(names.surface(tree, first, last))
    if entry is not None and entry.type in NATIONAL:
        return first, _branch_end(tree, names, last), kind
    edition = _edition_end(tree, pack, names, (first, last))
    if edition is not None:
        return first, edition, "MediaOutlet"
    if last - first == 1 and tree.words[first].text in pack.words["local_bodies"]:
        return first, _seat_end(tree, pack, names, last), "Organization" if kind in UNTOLD else kind
    if behind and load_schema().is_a(entry.type if entry else kind, "Place"):
        step = _direction(pack, behind)
        if step:
            return first, last + step, "Place"
    return first, last, kind


def _glued_end(tree: Tree, names: Names, span: tuple[int, int], kind: str) -> int:
    """ "Fouquet's", "Eto'o", "CGT-FO", "Daniel Cohn-Bendit": what no space parts from a name belongs to it."""
    words, (first, last) = tree.words, span
    surname = kind == "Person" and last - first > 1
    while last < len(words) and words[last].start == words[last - 1].end:
        word, before = words[last].text, words[last - 1].text
        if before[-1:] in "'’" and len(before) > TAIL and word.isalpha() and len(word) <= TAIL:
            last += 1
        elif is_tied(tree, last) and words[last + 1].is_title and (before.isupper() or surname):
            if tied_names(tree, (span[0], last + 2), names):
                break  # "PS-EELV"
            last += 2
        else:
            break
    return last


def _spelled_end(tree: Tree, span: tuple[int, int]) -> int:
    """ "Observatoire français des drogues et des toxicomanies (OFDT)": a name goes on up to the letters it spells."""
    words, (first, last) = tree.words, span
    bracket = next((w for w in words[last : first + SPELLED] if w.text == "(" or w.sent != words[first].sent), None)
    if bracket is None or bracket.text != "(" or bracket.i + 2 >= len(words) or words[bracket.i + 2].text != ")":
        return last
    acronym = fold(words[bracket.i + 1].text).casefold()
    spelled = "".join(w.text[0] for w in words[first : bracket.i] if w.pos not in LINKS)
    return bracket.i if len(acronym) >= ACRONYM and fold(spelled).casefold() == acronym else last


def _possessed_end(tree: Tree, pack: LanguagePack, last: int) -> int:
    """ "Scottish Fishermen's Federation", "Landworkers' Alliance": a body that is called after those who make it up."""
    words = tree.words
    if last + 1 >= len(words) or words[last].text not in pack.words["possessive_marks"]:
        return last
    owner, body = words[last - 1], words[last + 1]
    many = words[last].text in ("'", "’") or pack.nouns.get(owner.lower, pack.nouns.get(owner.lemma)) in MANY
    kind = pack.nouns.get(body.lower, "")
    if not many or not body.is_title or not load_schema().fits(kind, ("Organization",)):
        return last
    end = last + 2
    while end < len(words) and words[end].is_title and words[end].sent == body.sent and words[end].pos == "PROPN":
        end += 1
    return end


def _marked_end(tree: Tree, pack: LanguagePack, names: Names, span: tuple[int, int]) -> int:
    """ "Moody's downgraded X", "Fouquet's, a restaurant": a mark behind which nothing is possessed ends the name.

    A name that no table knows must never stand without it: "better than Valtec's" is no name of Valtec.
    """
    words, (first, last) = tree.words, span
    if last >= len(words) or words[last].text not in pack.words["possessive_marks"] or len(words[last].text) < TAIL:
        return last
    if names.entry(names.surface(tree, first, last + 1).replace("’", "'")) is not None:
        return last + 1
    if names.entry(names.surface(tree, first, last)) is not None:
        return last
    marks = [w.i + 1 for w in words[:-1] if w.text == words[last - 1].text]
    always = all(words[i].text == words[last].text for i in marks)
    return last + 1 if always and any(_possesses_nothing(tree, i) for i in marks) else last


def _possesses_nothing(tree: Tree, mark: int) -> bool:
    behind = tree.words[mark + 1] if mark + 1 < len(tree.words) else tree.words[mark]
    return behind.pos in ("PUNCT", "AUX") or "VerbForm=Fin" in behind.morph or behind.sent != tree.words[mark].sent


def _branch_end(tree: Tree, names: Names, last: int) -> int:
    """ "Google France", "WWF France": the country behind a firm or a body that has branches in several."""
    beside = tree.words[last] if last < len(tree.words) else None
    before = tree.words[last - 1]
    if beside is None or not beside.is_title or beside.start != before.end + 1 or beside.sent != before.sent:
        return last
    entry = names.entry(beside.text)
    return last + 1 if entry is not None and entry.type == "Country" else last


def _edition_end(tree: Tree, pack: LanguagePack, names: Names, span: tuple[int, int]) -> int | None:
    """ "France 3 Nord", "France Bleu Provence": the place behind a station that has local ones."""
    first, last = span
    ends = range(min(max(last, first + LONGEST_STATION), len(tree.words)), first, -1)
    station = next((i for i in ends if names.surface(tree, first, i) in pack.words["local_stations"]), None)
    if station is None:
        return None
    named = max(_place_end(tree, names, station) or 0, _edition_named(tree, pack, names, station) or 0)
    return max(named, last) if named else None


def _edition_named(tree: Tree, pack: LanguagePack, names: Names, last: int) -> int | None:
    """ "France Bleu Pays de Savoie", "France Bleu Drôme Ardèche": capitals behind a station, but nobody's name."""
    words, end = tree.words, last
    while end < min(last + LONGEST_PLACE, len(words)) and words[end].sent == words[last - 1].sent:
        linked = end > last and is_of(pack, words[end]) and end + 1 < len(words) and words[end + 1].is_title
        named = words[end].is_title and words[end].pos in ("PROPN", "X") and not names.gender(words[end].text)
        tied = is_tied(tree, end) and words[end + 1].is_title
        if not tied and (words[end].start != words[end - 1].end + 1 or not (named or linked)):
            break
        end += 1 + (linked or tied)
    return end if end > last else None


def _seat_end(tree: Tree, pack: LanguagePack, names: Names, last: int) -> int:
    """ "le CHU de Lyon", "la CPAM du Var": which of many it is."""
    words = tree.words
    if last >= len(words) or words[last].sent != words[last - 1].sent or not is_of(pack, words[last]):
        return last
    return _place_end(tree, names, last + 1) or last


def _place_end(tree: Tree, names: Names, first: int) -> int | None:
    """Return where a place ends that begins at a word; None: there is none."""
    words = tree.words
    for last in range(min(first + LONGEST_PLACE, len(words)), first, -1):
        if words[last - 1].sent != words[first - 1].sent or not words[last - 1].is_title:
            continue
        entry = names.entry(names.surface(tree, first, last))
        if entry is not None and load_schema().is_a(entry.type, "Place"):
            return last
    return first + 1 if first < len(words) and words[first].is_title and words[first].ent == "LOC" else None


def _direction(pack: LanguagePack, behind: list[str]) -> int:
    """Return how many words behind a place tell which part of it is meant: "centrale", "du Sud"."""
    if behind[0] in pack.words["regional"]:
        return 1
    of = pack.adpositions.get(behind[0], behind[0]) in pack.words["of"]
    linked = of and len(behind) > 1 and behind[1] in pack.words["cardinal_points"]
    return 2 if linked else 0
