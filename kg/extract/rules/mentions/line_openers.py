"""Capitals of lines and headings, that name nothing: "- Coup dur -", "Grosse frayeur pour X", "LA FOIS DE TROP"."""

from kg.extract.rules.mentions.names import Names
from kg.extract.rules.mentions.opening_words import is_spelt_as_name
from kg.extract.rules.parsing.dictionary import dictionary_of
from kg.extract.rules.parsing.tree import HYPHEN, SUBJECTS, Tree, Word
from kg.lang import LanguagePack
from kg.lang.fold import fold

INTRODUCING = ":"
NO_NAMES = ("PRON", "DET", "ADP", "ADV", "AUX", "VERB", "SCONJ", "CCONJ", "NUM", "INTJ")
VERBAL = ("VERB", "AUX")
BEFORE_VERBS = ("AUX", "ADV", "PRON", "PART")
LOUD = 3  # words in capitals in a row that make a heading
SHORT = 3  # letters of an acronym, or fewer


def only_opens(tree: Tree, first: int, last: int, names: Names) -> bool:
    """Whether a capital is that of the line: of a word of the dictionary that has one nowhere else in the article.

    What the tables know by such a name is for the caller to keep.
    """
    if _is_loud(tree, first, last, names):
        return True
    word = tree.words[first]
    spelt = is_spelt_as_name(word) or word.text.partition(HYPHEN)[2][:1].isupper()  # "MI5", "Outre-Manche"
    if spelt or not _opens_line(tree, word) or word.lower in names.pack.given_names:
        return False
    if not _is_common(word, names.pack) or _is_capital_elsewhere(tree, first, last):
        return False
    if last - first == 1:
        return not _acts(tree, word) and (names.pack.adposition == "child" or _leads_to_noun(tree, word, names.pack))
    return names.pack.adposition == "child" and _is_plain(tree, first, last, names)


def _is_common(word: Word, pack: LanguagePack) -> bool:
    """Whether the dictionary has a word, be it without the accent of its capital ("Epreuve"), or all its parts."""
    known = dictionary_of(pack.model)
    start, rest = word.lower[:1], word.lower[1:]
    forms = (word.lower, *(sign + rest for sign in sorted(pack.words["accented"]) if fold(sign) == start))
    parts = word.lower.split(HYPHEN)  # "Croyez-le"
    return any(form in known for form in forms) or (len(parts) > 1 and all(part in known for part in parts))


def _opens_line(tree: Tree, word: Word) -> bool:
    """Whether it opens a sentence, or what stands behind a colon or behind marks that open one."""
    first, i = tree.sents[word.sent][0], word.i
    while i > first and not any(c.isalnum() for c in tree.words[i - 1].text):
        i -= 1
        if tree.words[i].text == INTRODUCING:
            return True
    return i == first


def _is_capital_elsewhere(tree: Tree, first: int, last: int) -> bool:
    """Whether the same words stand where no sentence opens: "Sylvie Bec", "chez Bulle"."""
    texts = [w.text for w in tree.words[first:last]]
    return any(
        word.text == texts[0]
        and [w.text for w in tree.words[word.i : word.i + len(texts)]] == texts
        and not _opens_line(tree, word)
        for word in tree.words
    )


def _acts(tree: Tree, word: Word) -> bool:
    """ "Orange n'a pas cédé": a subject without determiner or complement is somebody; "Ça ne va pas" is not."""
    if word.rel not in SUBJECTS or word.head < word.i or word.pos in NO_NAMES:
        return False
    between, told = tree.words[word.i + 1 : word.head], tree.words[word.head]
    verbal = told.pos in VERBAL or any(w.pos in VERBAL for w in (*between, *tree.children(told.i, "cop")))
    return verbal and all(w.pos in BEFORE_VERBS for w in between)  # but "Soyons prudents"


def _leads_to_noun(tree: Tree, word: Word, pack: LanguagePack) -> bool:
    """ "Hedge fund Ridgemont": it says of what kind the noun behind it is; "Aton spokesman" says for whom he speaks."""
    noun = tree.words[word.head]
    if word.rel not in ("name", "amod") or noun.i != word.i + 1 or noun.pos != "NOUN" or noun.is_title:
        return False
    return not any(noun.lemma in pack.lists[offices] for offices in ("titles", "positions", "occupations"))


def _is_plain(tree: Tree, first: int, last: int, names: Names) -> bool:
    """Whether only the first word has a capital, and is no noun of a known class: "Sanctions russes"."""
    words = tree.words[first:last]
    if first != tree.sents[words[0].sent][0] or any(w.is_title or w.text[-1:].isdigit() for w in words[1:]):
        return False
    return words[0].lemma not in names.pack.nouns


def _is_loud(tree: Tree, first: int, last: int, names: Names) -> bool:
    """Whether it stands in a heading in capitals, and the rest of the article calls nothing so."""
    shown = [w.text for w in tree.words[first:last] if w.is_title]
    if not all(text.isupper() for text in shown):
        return False
    start, end = tree.sents[tree.words[first].sent]
    while first > start and _is_in_capitals(tree.words[first - 1]):
        first -= 1
    while last < end and _is_in_capitals(tree.words[last]):
        last += 1
    known = dictionary_of(names.pack.model)
    if sum(w.text.isupper() and w.lower in known for w in tree.words[first:last]) < LOUD:
        return False  # "CGT, FO, CFDT"
    texts = {w.text for w in tree.words}
    return not all(len(text) <= SHORT or text.title() in texts for text in shown)


def _is_in_capitals(word: Word) -> bool:
    return word.text.isupper() or not any(c.isalpha() for c in word.text)
