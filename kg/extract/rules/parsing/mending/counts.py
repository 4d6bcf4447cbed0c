"""Verbs that count, and look like nouns: "La ville compte 30.000 habitants", "Zumo compte X parmi ses clients"."""

from kg.extract.rules.parsing.lemmas import infinitive_of
from kg.extract.rules.parsing.tree import ROOT, Tree, Word
from kg.lang import LanguagePack

COUNTS_AS = ("NOUN", "VERB")  # what the parser takes a verb that counts for
APART = ("PUNCT", "VERB", "AUX")


def wake_counts(tree: Tree, pack: LanguagePack) -> bool:
    """ "La ville compte 30.000 habitants": a noun with no article between a noun and a number is the verb.

    So it is before "parmi": "Zumo compte Renault parmi ses clients".
    """
    mended = False
    for word in tree.words[1:]:
        if word.lower not in pack.words["counting_verbs"] or word.head in (ROOT, word.i) or word.pos not in COUNTS_AS:
            continue
        noun, ahead = tree.words[word.head], tree.words[word.i + 1 : min(word.i + 5, tree.sents[word.sent][1])]
        figures = (w for w in ahead if w.head > w.i and (w.rel == "nummod" or w.text[:1].isdigit()))
        among = next((w for w in ahead if w.lower in pack.words["among"] and w.rel == "case"), None)
        counted = next((tree.words[w.head] for w in figures if word.pos == "NOUN"), None)
        counted = counted or (_counted_beside(tree, word, among) if among is not None else None)
        bare = noun.i < word.i and not noun.case and not word.case and tree.child(word.i, "det") is None
        if not bare or counted is None or any(w.pos in APART for w in ahead[: counted.i - word.i]):
            continue
        opener = _opener_above(tree, noun, ("obl", "appos", "conj") if among is not None else ("obl",))
        if noun.head == ROOT or opener is not None:
            _raise_count(tree, pack, word, (noun, opener))
            if among is not None and among.head != counted.i:
                _hang_those(tree, word, tree.words[among.head], counted)
            counted.head, counted.rel, mended = word.i, "obl" if counted.case else "obj", True
    return mended


def _opener_above(tree: Tree, noun: Word, rels: tuple[str, ...]) -> Word | None:
    """ "Créée en 1949, l'Otan compte 29 membres": the participle that opens the sentence, a noun hanging below it."""
    above = next((w for w in tree.ancestors(noun.i) if w.head == ROOT or len(rels) == 1), noun)
    opens = above.i < noun.i and above.head == ROOT and "VerbForm=Part" in above.morph
    return above if opens and noun.rel in rels else None


def _raise_count(tree: Tree, pack: LanguagePack, word: Word, below: tuple[Word, Word | None]) -> None:
    """Make a word the verb of its sentence, with the noun before it as its subject, and what opens below it."""
    noun, opener = below
    for child in tree.children(noun.i):
        if child.i > word.i:
            child.head = word.i
    if opener is not None:
        opener.head, opener.rel = word.i, "advcl"
    lemma = infinitive_of(word.lower, word.lower, pack.verb_lemmas)
    word.head, word.rel, word.pos, word.lemma = ROOT, "ROOT", "VERB", lemma
    word.morph = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
    noun.head, noun.rel = word.i, "subj"


def _hang_those(tree: Tree, verb: Word, those: Word, counted: Word) -> None:
    """ "compte parmi ses clients Renault": those hang on the verb, and what is behind who is counted on him."""
    those.head, those.rel = verb.i, "obl"
    for child in tree.children(those.i):
        child.head = counted.i if child.i > counted.i > those.i else child.head


def _counted_beside(tree: Tree, verb: Word, among: Word) -> Word:
    """What stands bare before or right behind "parmi ses clients", else those: "Zumo compte parmi ses clients"."""
    those = tree.words[among.head]
    if among.i > verb.i + 1:
        return _highest(tree, verb.i + 1, among.i)
    end = tree.subtree(those.i, ("nmod", "appos", "name", "conj", "punct"))[-1] + 1
    article = end < len(tree.words) and tree.words[end].pos == "DET"
    start = end + 1 if article else end
    named = start < len(tree.words) and (article or tree.words[start].pos in ("PROPN", "X"))
    return tree.words[start] if named and tree.words[start].pos in ("NOUN", "PROPN", "X") else those


def _highest(tree: Tree, first: int, last: int) -> Word:
    return next((w for w in tree.words[first:last] if not first <= w.head < last), tree.words[first])
