"""Titles in quotation marks: 'la chanson "Je te promets"', 'dans "Les choses de la vie"', 'le "Grand débat"'."""

from collections.abc import Iterator

from kg.extract.rules.parsing.tree import PERSON_LABELS, Tree, Word
from kg.lang import LanguagePack
from kg.lang.schema import load_schema

LONGEST = 10  # words of a title
KINDS = ("Product", "Organization", "Event")  # what bears a title; else it is a product
WORK = "Product"
UNTOLD = "Entity"
NEAR = 4  # words from the noun to the quotation mark
LINKED = 3  # words between two titles of a series


def titled_works(tree: Tree, pack: LanguagePack) -> Iterator[tuple[int, int, str]]:
    """Yield each title that stands in quotation marks: first word, end word, class; "Entity" where nothing tells it."""
    marks = [w.i for w in tree.words if w.text == '"']
    before: tuple[int, str] | None = None  # end and class of the last title
    for opening in marks:
        closing = _closing(tree, marks, opening)
        if closing is None:
            continue
        kind = _kind(tree, pack, opening, closing)
        if not kind and before is not None and _goes_on(tree, before[0], opening):
            kind = before[1]
        if kind:
            before = closing, kind
            yield opening + 1, closing, kind


def _closing(tree: Tree, marks: list[int], opening: int) -> int | None:
    """The mark behind a title that begins with a capital or a figure."""
    first, behind = opening + 1, tree.words[opening + 1 : opening + 3]
    counted = len(behind) > 1 and behind[0].text.isdigit() and behind[1].is_title  # "50 Nuances de Grey"
    if not behind or not (counted or behind[0].text[:1].isupper()):
        return None
    return next((i for i in range(first + 1, min(first + LONGEST + 1, len(tree.words))) if i in marks), None)


def _kind(tree: Tree, pack: LanguagePack, opening: int, closing: int) -> str:
    """The class of a title by what stands before it; "" if nothing tells that it is one."""
    noun = bearer_of(tree, pack, opening) or _bearer_set_off(tree, pack, opening)
    if noun is not None:
        said = pack.nouns.get(noun.lemma, "")
        fits = any(load_schema().is_a(said, kind) for kind in KINDS) and said != "CommunicationEvent"
        return said if fits else WORK
    if _is_called_work(tree, pack, closing):
        return WORK
    return _kind_by_mark(tree, pack, opening, closing)


def _is_called_work(tree: Tree, pack: LanguagePack, closing: int) -> bool:
    """'"Jour de fête", le deuxième album de X': behind a comma, a phrase with an article or "son" tells what it is."""
    behind = tree.words[closing + 1 : closing + 3 + NEAR]
    if len(behind) < 3 or behind[0].text != "," or behind[1].pos != "DET":
        return False
    for word in behind[2:]:
        if word.lower in pack.words["authored"]:
            return True
        if word.pos not in ("ADJ", "NUM"):
            return False
    return False


def _kind_by_mark(tree: Tree, pack: LanguagePack, opening: int, closing: int) -> str:
    """'l'interprète de "Jour de fête"', 'un rôle dans "La vie"': speech would begin small there."""
    inside = tree.words[opening + 1 : closing]
    mark = tree.words[opening - 1] if opening else None
    if mark is None or mark.sent != tree.words[opening].sent or all(not any(map(str.islower, w.text)) for w in inside):
        return ""  # 'LE "FOSSOYEUR DU TRAVAIL"'
    before = tree.words[opening - 2] if opening > 1 else mark
    if {before.lower, before.lemma} & pack.words["before_slogans"] or not mark.text.islower():
        return ""
    if mark.text in pack.words["before_works"]:
        return UNTOLD if _is_somebody(pack, inside) else WORK
    return UNTOLD if mark.text in pack.words["before_titles"] else ""


def _is_somebody(pack: LanguagePack, inside: list[Word]) -> bool:
    """A given name and one more that the model takes for a person."""
    given = pack.given_names
    return len(inside) > 1 and inside[0].lower in given and all(w.ent in PERSON_LABELS for w in inside)


def _goes_on(tree: Tree, end: int, opening: int) -> bool:
    """'"César et Rosalie" et "Les choses de la vie"': titles in a row."""
    between = tree.words[end + 1 : opening]
    links = all(w.text == "," or w.pos in ("CCONJ", "ADV") for w in between)
    return 0 < len(between) <= LINKED and links and any(w.text == "," or w.pos == "CCONJ" for w in between)


def _bearer_set_off(tree: Tree, pack: LanguagePack, opening: int) -> Word | None:
    """'son nouvel album, "Jour de fête"': what bears a title, before a comma."""
    if opening < 2 or tree.words[opening - 1].text != ",":
        return None
    noun = bearer_of(tree, pack, opening - 1)
    return noun if noun is not None and noun.sent == tree.words[opening].sent else None


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
