"""Words whose capital is only that of the sentence that they open: "Montagne rougie. En Californie, …"."""

from itertools import pairwise

from kg.extract.rules.mentions.names import Names
from kg.extract.rules.parsing.tree import Tree, Word

NO_NAMES = ("PRON", "DET", "ADP", "ADV", "AUX", "VERB", "SCONJ", "CCONJ", "NUM", "INTJ")
BEFORE = frozenset({'"', ":", "-", "–", "—"})  # behind which a sentence opens as well


def opens_sentence_only(tree: Tree, word: Word, names: Names) -> bool:
    """Whether a word that opens a sentence is a common one, written with a capital nowhere else in the article."""
    if not _opens(tree, word) or word.text.isupper() or is_spelt_as_name(word) or names.entry(word.text) is not None:
        return False
    nouns = names.pack.nouns
    common = word.pos in NO_NAMES or (word.pos == "NOUN" and (word.lower in nouns or word.lemma in nouns))
    return common and not any(w.text == word.text and not _opens(tree, w) for w in tree.words)


def _opens(tree: Tree, word: Word) -> bool:
    return word.i == tree.sents[word.sent][0] or tree.words[word.i - 1].text in BEFORE


def is_spelt_as_name(word: Word) -> bool:
    """ "RealNetworks", "MI5": no common word has a capital after a small letter, or capitals and digits."""
    text = word.text
    if not word.is_title or not text.isalnum():
        return False
    return (text.isupper() and text[-1:].isdigit()) or any(a.islower() and b.isupper() for a, b in pairwise(text))
