"""Where "on" speaks: "…", explique-t-on chez Valtec" and "À la mairie, on assure que …" tell whose words they are."""

from collections.abc import Iterator

from kg.extract.rules.mentions.references import References
from kg.extract.rules.parsing.clitics import bare_form, is_enclitic
from kg.extract.rules.parsing.tree import Tree, Word
from kg.lang import LanguagePack
from kg.lang.schema import load_schema

BESIDE = 3  # words between a verb and its "on"
REACH = 7  # words behind "on" in which it is told where: "indique-t-on mardi matin au parquet"


def said_at(tree: Tree, pack: LanguagePack, table: References, verb: Word) -> int | None:
    """Return the body or group within which "on" says something; None where it is told of none, or of a mere place."""
    near = (w for w in tree.words[max(verb.i - BESIDE, 0) : verb.i + BESIDE] if w.sent == verb.sent)
    anybody = next((w for w in near if bare_form(pack, w) in pack.words["unnamed_subject"]), None)
    if anybody is None:
        return None
    hung = is_enclitic(pack, anybody)
    around = _behind(tree, anybody) if hung else _beside(tree, pack, verb)
    for word in around:
        index = table.at.get(word.i)
        if index is not None and _is_led_in(tree, pack, word) and _may_speak(pack, table, index, word):
            return index
    return None


def _behind(tree: Tree, anybody: Word) -> Iterator[Word]:
    for word in tree.words[anybody.i + 1 : anybody.i + 1 + REACH]:
        if word.pos == "PUNCT" or word.sent != anybody.sent:
            return
        yield word


def _beside(tree: Tree, pack: LanguagePack, verb: Word) -> Iterator[Word]:
    """What stands before the verb, or on a side: "on demande aux élus" tells whom it is said to."""
    for noun in tree.children(verb.i, "obl"):
        if noun.lemma in pack.words["side_nouns"]:
            yield from tree.children(noun.i, "nmod")
        elif noun.i < verb.i:
            yield noun


def _is_led_in(tree: Tree, pack: LanguagePack, word: Word) -> bool:
    """ "chez X", "au parquet", "du côté de X", "de source policière"."""
    if word.lemma in pack.words["speaking_nouns"]:
        return word.case in pack.words["of"] or word.case in pack.words["said_in"]
    side = word.case in pack.words["of"] and tree.words[word.head].lemma in pack.words["side_nouns"]
    return side or word.case in pack.words["said_in"]


def _may_speak(pack: LanguagePack, table: References, index: int, word: Word) -> bool:
    """A body or a group; "dit-on aux élèves" is said to them."""
    root = table.items[table.root(index)]
    told = table.items[index].head in pack.words["speaking_nouns"]
    kinds = ("Organization",) if word.case in pack.words["to"] else ("Organization", "Group")
    return told or load_schema().fits(root.type, kinds)
