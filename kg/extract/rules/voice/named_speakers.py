"""Names that stand beside who speaks: "dit le major Marc Blin", "sourit la fondatrice de "Sana", Luce Blin, …"."""

from kg.extract.rules.coreference.named_beside import name_beside
from kg.extract.rules.voice.speech import Speech
from kg.model import MentionKind


def named_speaker(speech: Speech, index: int) -> int:
    """Return who speaks: the person whose name follows a word that is not known for a title, else the mention itself.

    A description takes the name that stands behind its comma.
    """
    items = speech.table.items
    following = speech.reference(items[index].core[1])
    member = items[index].kind is MentionKind.NAME and not _is_person(speech, index)  # "selon l'Insoumis Marc Petit"
    if (member or not speech.can_speak(index)) and following is not None and _is_person(speech, following):
        return following
    _join_apposed(speech, index)
    return index


def _is_person(speech: Speech, index: int) -> bool:
    item = speech.table.items[index]
    return item.kind is MentionKind.NAME and item.type == "Person"


def _join_apposed(speech: Speech, index: int) -> None:
    """Let a description stand for the name behind its comma, whatever it was taken for before."""
    name = name_beside(speech.tree, speech.pack, speech.table, index, speaks=True)
    if name is not None:
        speech.table.items[index].antecedent = speech.table.root(name)
