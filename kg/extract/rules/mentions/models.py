"""A firm and the model that it makes are one name: "une Ferrari 488 Spider", "la Porsche 917 KH"."""

from collections.abc import Iterator

from kg.extract.rules.mentions.names import Names
from kg.extract.rules.parsing.tree import Tree, Word

LONGEST_FIRM = 3  # words
LONGEST_MODEL = 5
CHARACTERS = 5  # of what bears a figure
NAMING = ("PROPN", "NOUN", "X", "ADJ", "NUM")


def made_models(tree: Tree, names: Names) -> Iterator[tuple[int, int]]:
    """Yield the first and the end word of each firm with a model behind it, both behind an article in the singular."""
    articles = names.pack.words["before_models"]
    for before in tree.words[:-2]:
        first = before.i + 1
        if before.lower not in articles or not tree.words[first].is_title:
            continue
        for end in range(min(first + LONGEST_FIRM, len(tree.words) - 1), first, -1):
            entry = names.entry(names.surface(tree, first, end))
            if entry is not None:
                last = _model_end(tree, names, end)
                told = any(c.isdigit() for w in tree.words[end:last] for c in w.text)
                one = before.lower in names.pack.words["indefinite_singular"]
                if entry.type == "Company" and last > end and (told or one):
                    yield first, last
                break


def _model_end(tree: Tree, names: Names, start: int) -> int:
    """Return where a model ends that begins at a word: figures, letters and capitals, but nobody's name."""
    words, i = tree.words, start
    while i < min(start + LONGEST_MODEL, len(words)) and _is_of_model(words[i - 1], words[i]):
        if i == start and (names.gender(words[i].text) or names.country_of_adjective(words[i].text) is not None):
            return start
        i += 1
    counts = i > start and words[i - 1].text.isdigit() and i < len(words)
    counting = counts and words[i].pos == "NOUN" and words[i].text.islower()  # "une Renault 5 places"
    return i - counting


def _is_of_model(before: Word, word: Word) -> bool:
    if word.sent != before.sent or word.start > before.end + 1 or word.pos not in NAMING:
        return False
    if any(c.isdigit() for c in word.text):
        year = word.is_year and word.text[:2] in ("19", "20")
        return len(word.text) <= CHARACTERS and not year and word.text[-1:] != "%"
    return word.is_title and word.text.isalpha()
