"""Words that are no names, or no part of one: "Ça ne passe pas", "l'Agence de santé de rouvrir X"."""

from itertools import pairwise

from kg.extract.rules.mentions.names import Names
from kg.extract.rules.parsing.adpositions import is_of
from kg.extract.rules.parsing.tree import Tree, Word
from kg.lang import LanguagePack
from kg.lang.schema import load_schema

DASHES = frozenset({"-", "–", "—"})
BEFORE = DASHES | {'"', ":"}  # behind which a sentence opens as well


def opens_clause(tree: Tree, word: Word) -> bool:
    """Whether a word opens a sentence, or what stands behind a quotation mark, a colon or a dash."""
    return word.i == tree.sents[word.sent][0] or tree.words[word.i - 1].text in BEFORE


def is_called_only(word: Word, pack: LanguagePack) -> bool:
    """ "à Madame le maire", "Ç'a été dur": a title by itself, what an apostrophe cuts off."""
    return word.lower in pack.lists["titles"] or word.text.endswith(("'", "’"))


def is_called_after(tree: Tree, first: int, last: int, pack: LanguagePack) -> bool:
    """ "Duke University", "King Edward School": the title is of the name of what its last word says it is."""
    kind = next((pack.nouns.get(w.lower, "") for w in reversed(tree.words[first + 1 : last]) if w.is_title), "")
    return tree.words[first].lower in pack.lists["titles"] and load_schema().is_a(kind, "EducationalInstitution")


def opens_aside(tree: Tree, i: int) -> bool:
    """ "née au Burundi - de plusieurs ministres": a dash between spaces, and no name behind it."""
    word, behind = tree.words[i], tree.words[i + 1 : i + 2]
    spaced = word.text in DASHES and tree.words[i - 1].end < word.start
    return spaced and all(word.end < w.start and w.text[:1].islower() for w in behind)


def opens_task(tree: Tree, i: int, end: int, pack: LanguagePack) -> bool:
    """ "demande à la Justice de rouvrir X", "informe l'Agence de santé d'un foyer": no part of a body's name."""
    word, behind = tree.words[i], tree.words[i + 1] if i + 1 < end else None
    if behind is None or not (is_of(pack, word) or word.lower in pack.words["to"]):
        return False
    return "VerbForm=Inf" in behind.morph or behind.lower in pack.words["indefinite"]


def opens_with_article(tree: Tree, first: int, last: int, names: Names) -> bool:
    """ "The London court", "A London court": an article before a name, which is the same without it."""
    word = tree.words[first]
    if last - first < 2 or word.lower in names.pack.words["definite"] or names.pack.adposition == "child":
        return last - first > 1 and word.lower in names.pack.words["definite"]
    rest = names.entry(names.surface(tree, first + 1, last)) if word.lower in names.pack.words["indefinite"] else None
    return rest is not None and rest == names.entry(names.surface(tree, first, last))


def is_spelt_as_name(word: Word) -> bool:
    """ "RealNetworks", "MI5": no common word has a capital after a small letter, or capitals and digits."""
    text = word.text
    if not word.is_title or not text.isalnum():
        return False
    return (text.isupper() and text[-1:].isdigit()) or any(a.islower() and b.isupper() for a, b in pairwise(text))


def opens_with_number(tree: Tree, word: Word) -> bool:
    """ "20 Minutes", "2Share"."""
    if not word.text[:1].isdigit():
        return False
    return len(word.text) > 3 or (word.i + 1 < len(tree.words) and tree.words[word.i + 1].is_title)
