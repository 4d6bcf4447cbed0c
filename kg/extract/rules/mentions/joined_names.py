"""Names that a word or mark within them would part: "Carers UK", "Harrow & Thane", "Ursula von der Leyen"."""

from collections.abc import Iterator

from kg.extract.rules.parsing.tree import PERSON_LABELS, PLACE_LABELS, Tree, Word
from kg.lang import LanguagePack

MARKS = ('"', "'")
BYNAME = 3  # words in it, at most
PARTICLES = 2  # words, at most

Candidate = tuple[int, int, str, int]  # first word, end word, class, rank: what the name finder chooses among


def joined_names(tree: Tree, pack: LanguagePack) -> Iterator[Candidate]:
    """Yield parties called after a people of theirs, and bodies called after their country, written with capitals."""
    parties, lands = pack.words.get("party_names", frozenset()), pack.words.get("lands_in_names", frozenset())
    for first, last in zip(tree.words, tree.words[1:], strict=False):
        if not (first.is_title and last.is_title):
            continue
        if f"{first.lower} {last.lower}" in parties:
            yield first.i, last.i + 1, "PoliticalParty", 0
        elif last.lower in lands and first.pos in ("NOUN", "PROPN"):
            start = first.i
            while start and (before := tree.words[start - 1]).is_title and before.pos in ("NOUN", "PROPN"):
                start -= 1
            yield start, last.i + 1, "Organization", 0
    yield from _partners(tree, pack)
    if small := pack.words.get("small_particles"):
        yield from _behind_particles(tree, pack, small)
        yield from _with_bynames(tree, pack)


def _partners(tree: Tree, pack: LanguagePack) -> Iterator[Candidate]:
    """ "Harrow & Thane": two capitals with the mark of firms between them, neither of them a given name."""
    for first, mark, last in zip(tree.words, tree.words[1:], tree.words[2:], strict=False):
        named = all(w.is_title and len(w.text) > 1 and w.pos in ("NOUN", "PROPN") for w in (first, last))
        if mark.text == "&" and named and pack.given_names.isdisjoint((first.lower, last.lower)):
            yield first.i, last.i + 1, "Organization", 0


def _behind_particles(tree: Tree, pack: LanguagePack, small: frozenset[str]) -> Iterator[Candidate]:
    """ "Ursula von der Leyen", "Viña del Mar": small foreign words between two capitals part no name."""
    for before, word in zip(tree.words, tree.words[1:], strict=False):
        if word.text not in small or not _is_capital(before) or before.text.lower() in pack.lists["titles"]:
            continue
        end = next((w.i for w in tree.words[word.i :] if w.text not in small), word.i)
        after = tree.words[end] if word.i < end <= word.i + PARTICLES else before
        tied = before.head in range(before.i, end + 1)
        if not tied or after is before or not _is_capital(after) or after.sent != before.sent:
            continue
        start = before.i - (before.i > 0 and tree.words[before.i - 1].lower in pack.given_names)
        given = tree.words[start].lower in pack.given_names
        yield start, end + 1, "Person" if given else "Place" if after.ent in PLACE_LABELS else "Entity", 1


def _with_bynames(tree: Tree, pack: LanguagePack) -> Iterator[Candidate]:
    """'Joaquín "El Chapo" Guzmán': what somebody is called stands between marks within the name."""
    for given, mark in zip(tree.words, tree.words[1:], strict=False):
        if mark.text not in MARKS or not _is_capital(given):
            continue
        inner = tree.words[mark.i + 1 : mark.i + 2 + BYNAME]
        close = next((w for w in inner if w.text == mark.text), None)
        after = tree.words[close.i + 1] if close is not None and close.i + 1 < len(tree.words) else mark
        called = tree.words[mark.i + 1 : close.i] if close is not None else []
        tight = close is not None and bool(called) and called[0].start == mark.end and after.start == close.end + 1
        person = given.lower in pack.given_names or not {given.ent, after.ent}.isdisjoint(PERSON_LABELS)
        if person and tight and all(w.is_title for w in called) and _is_capital(after):
            yield given.i, after.i + 1, "Person", 1


def _is_capital(word: Word) -> bool:
    return word.is_title and word.pos in ("PROPN", "NOUN", "X")
