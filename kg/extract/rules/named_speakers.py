"""Names that stand beside who speaks: "dit le major Marc Blin", "sourit la fondatrice de "Sana", Luce Blin, …"."""

from kg.extract.rules.speech import Speech
from kg.model import MentionKind

BRACKET = 6  # words between brackets, with them
CLOSED = frozenset({",", ".", '"', ")", "!", "?"})


def named_speaker(speech: Speech, index: int) -> int:
    """Return who speaks: the person whose name follows a word that is not known for a title, else the mention itself.

    A description takes the name that stands behind its comma.
    """
    items = speech.table.items
    following = speech.reference(items[index].core[1])
    if not speech.can_speak(index) and following is not None and _is_person(speech, following):
        return following
    _join_apposed(speech, index)
    return index


def _is_person(speech: Speech, index: int) -> bool:
    item = speech.table.items[index]
    return item.kind is MentionKind.NAME and item.type == "Person"


def _behind_mark(speech: Speech, end: int) -> int:
    """Behind a closing mark or what brackets hold: "le président du Collectif (CPC), Alain Blin"."""
    words = speech.tree.words
    mark = words[end].text if end < len(words) else ""
    closing = next((w.i for w in words[end : end + BRACKET] if w.text == ")"), end - 1) if mark == "(" else end - 1
    return end + 1 if mark == '"' else closing + 1


def _join_apposed(speech: Speech, index: int) -> None:
    """Let a description stand for the name behind its comma, whatever it was taken for before."""
    table, words = speech.table, speech.tree.words
    item = table.items[index]
    end = max(last for _, last in item.extents)
    end = _behind_mark(speech, end)
    following = speech.reference(end + 1)
    if item.kind is not MentionKind.NOMINAL or item.type != "Person" or following is None or words[end].text != ",":
        return
    name = table.items[following]
    closed = name.core[1] >= len(words) or words[name.core[1]].text in CLOSED
    sexes = {item.gender, table.items[table.root(following)].gender} - {""}
    if _is_person(speech, following) and closed and len(sexes) < 2:
        item.antecedent = table.root(following)
