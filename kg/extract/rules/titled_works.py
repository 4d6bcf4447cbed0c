"""Titles in quotation marks: 'la chanson "Je te promets"', 'le collectif "Les amis du fleuve"'."""

from collections.abc import Iterator

from kg.extract.rules.tree import Tree, Word
from kg.lang import LanguagePack
from kg.lang.schema import load_schema

LONGEST = 10  # words of a title
KINDS = ("Product", "Organization", "Event")  # what bears a title; else it is a product
NEAR = 4  # words from the noun to the quotation mark


def titled_works(tree: Tree, pack: LanguagePack) -> Iterator[tuple[int, int, str]]:
    """Yield each title behind the noun that says what bears it: first word, end word, class."""
    marks = [w.i for w in tree.words if w.text == '"']
    for opening in marks:
        noun = bearer_of(tree, pack, opening)
        first = opening + 1
        if noun is None or first >= len(tree.words) or not tree.words[first].text[:1].isupper():
            continue
        closing = next((i for i in range(first + 1, min(first + LONGEST + 1, len(tree.words))) if i in marks), None)
        if closing is None:
            continue
        said = pack.nouns.get(noun.lemma, "")
        fits = any(load_schema().is_a(said, kind) for kind in KINDS) and said != "CommunicationEvent"
        yield first, closing, said if fits else "Product"


def bearer_of(tree: Tree, pack: LanguagePack, opening: int) -> Word | None:
    """Return the noun before the quotation mark of a title, or before the adjective or complement that it has."""
    near = tree.words[max(0, opening - NEAR) : opening]
    if near and near[-1].lower in pack.words["entitled"]:  # "un livre intitulé …"
        above = tree.words[near[-1].head]
        person = pack.nouns.get(above.lemma) in ("Person", "Group")  # a man called "Jack" has a nickname
        return above if above.pos == "NOUN" and above.i < opening and not person else None
    for word in reversed(near):
        if word.pos not in ("NOUN", "ADJ", "ADP", "PROPN") or word.sent != tree.words[opening].sent:
            return None
        if word.lower in pack.words["titled"]:
            return word if "Number=Plur" not in word.morph else None
    return None


def is_quoted(tree: Tree, core: tuple[int, int]) -> bool:
    """Tell whether quotation marks stand around just these words."""
    first, last = core
    return first > 0 and last < len(tree.words) and {tree.words[first - 1].text, tree.words[last].text} == {'"'}
