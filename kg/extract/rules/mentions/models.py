"""A firm and the model that it makes are one name: "une Ferrari 488 Spider", "la Porsche 917 KH"."""

from collections.abc import Iterator

from kg.extract.rules.mentions.names import Names
from kg.extract.rules.parsing.tree import Tree, Word
from kg.lang.schema import load_schema

LONGEST_FIRM = 3  # words
LONGEST_MODEL = 5
CHARACTERS = 5  # of what bears a figure
NAMING = ("PROPN", "NOUN", "X", "ADJ", "NUM")
MISREAD = ("VERB", "ADP", "ADV")  # as what the parser takes a model's own word: "une Koenigsegg Agera RS"


def made_models(tree: Tree, names: Names) -> Iterator[tuple[int, int]]:
    """Yield the first and the end word of each firm with a model behind it.

    Both stand behind an article in the singular, or behind the noun of what is made: "le drone Aton Vega".
    """
    articles, one_of = names.pack.words["before_models"], names.pack.words["indefinite_singular"]
    bare = _bare_names(tree, articles)
    for before in tree.words[:-2]:
        first = before.i + 1
        if not tree.words[first].is_title or not (before.lower in articles or _is_made(names, before)):
            continue
        for end in range(min(first + LONGEST_FIRM, len(tree.words) - 1), first, -1):
            entry = names.entry(names.surface(tree, first, end))
            if entry is not None:
                one = before.lower in one_of or before.lower not in articles
                one = one or (end == first + 1 and tree.words[first].text in bare and not _is_placed(tree, names, end))
                last = _model_end(tree, names, end, people=before.lower in one_of)
                told = any(c.isdigit() for w in tree.words[end:last] for c in w.text)
                whole = before.lower in articles or tree.words[end - 1].text[-1].isalnum()  # not 'le film Aton "Vega"'
                if entry.type == "Company" and last > end and (told or one) and whole:
                    yield first, last
                break


def _is_made(names: Names, noun: Word) -> bool:
    """ "le drone", "des pneus": a common noun of what firms make."""
    made = noun.pos == "NOUN" and noun.text.islower() and names.pack.nouns.get(noun.lemma)
    return bool(made) and load_schema().is_a(made or "", "Product")


def _bare_names(tree: Tree, articles: frozenset[str]) -> frozenset[str]:
    """The names that stand without an article somewhere: "la Renault Clio" is of such a firm, "la Poste Mobile" not."""
    words = tree.words
    named = (w for w in words[1:] if w.pos == "PROPN" and w.is_title and not w.text.isupper() and not w.opens_line)
    return frozenset(w.text for w in named if words[w.i - 1].lower not in articles)


def _is_placed(tree: Tree, names: Names, start: int) -> bool:
    """ "le Crédit Agricole Normandie": a branch by its place."""
    entry = names.entry(tree.words[start].text) if start < len(tree.words) else None
    return entry is not None


def _model_end(tree: Tree, names: Names, start: int, people: bool) -> int:
    """Return where a model ends that begins at a word: figures, letters and capitals, but nobody's name.

    Behind an indefinite article it may be called like `people` are: "une Renault Zoé" is no woman.
    """
    words, i = tree.words, start
    while i < min(start + LONGEST_MODEL, len(words)) and _is_of_model(words[i - 1], words[i]):
        named = not people and names.gender(words[i].text)
        glued = words[i].start == words[i - 1].end  # "Aton/Zumo"
        if i == start and (glued or named or names.country_of_adjective(words[i].text) is not None):
            return start
        i += 1
    counts = i > start and words[i - 1].text.isdigit() and i < len(words)
    of_noun = counts and words[i].pos == "NOUN" and words[i].text.islower()  # "une Renault 5 places"
    counting = of_noun or (counts and words[i].text == "%")
    return i - counting


def _is_of_model(before: Word, word: Word) -> bool:
    if word.sent != before.sent or word.start > before.end + 1:
        return False
    if any(c.isdigit() for c in word.text):
        year = word.is_year and word.text[:2] in ("19", "20")
        return len(word.text) <= CHARACTERS and not year and word.text[-1:] != "%"
    shouted = word.text.isupper() and len(word.text) >= CHARACTERS  # a heading: "UNE FERRARI VOLÉE"
    naming = word.pos in NAMING or (word.pos in MISREAD and not shouted)
    return naming and word.is_title and word.text.isalpha()
