"""Letters that stand for words: whether they are the first ones of a phrase."""

from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.parsing.tree import Tree
from kg.lang.fold import fold
from kg.model import MentionKind


def ends_at(item: Reference, word: int) -> bool:
    """Whether an extent of a name or a description ends before a word."""
    return item.kind is not MentionKind.PRONOUN and any(last == word for _, last in item.extents)


def initials_match(tree: Tree, item: Reference, end: int, letters: str) -> bool:
    """Whether letters begin words of a phrase that ends before a word, in order: "Banque centrale européenne", BCE."""
    start = min(first for first, _ in item.extents)
    initials = [fold(w.text)[:1] for w in tree.words[start:end] if fold(w.text)]
    wanted = [fold(c) for c in letters if c.isalpha()]
    position = 0
    for letter in wanted:
        while position < len(initials) and initials[position] != letter:
            position += 1
        if position == len(initials):
            return False
        position += 1
    return len(wanted) > 1
