"""Names whose last word alone is somebody else's name: "Social Democrats", "Carers UK", "Harrow & Thane"."""

from collections.abc import Iterator

from kg.extract.rules.parsing.tree import Tree
from kg.lang import LanguagePack

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


def _partners(tree: Tree, pack: LanguagePack) -> Iterator[Candidate]:
    """ "Harrow & Thane": two capitals with the mark of firms between them, neither of them a given name."""
    for first, mark, last in zip(tree.words, tree.words[1:], tree.words[2:], strict=False):
        named = all(w.is_title and len(w.text) > 1 and w.pos in ("NOUN", "PROPN") for w in (first, last))
        if mark.text == "&" and named and pack.given_names.isdisjoint((first.lower, last.lower)):
            yield first.i, last.i + 1, "Organization", 0
