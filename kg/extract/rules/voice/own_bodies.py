"""What somebody who is quoted calls his own: ""Notre association …", dit X, présidente de Valtec": Valtec."""

from collections.abc import Callable, Iterator
from functools import partial

from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.voice.speech import Speech
from kg.lang.schema import load_schema
from kg.model import MentionKind

NARROW = frozenset({"Company", "GovernmentBody", "PoliticalParty", "MediaOutlet", "EducationalInstitution"})


BELOW = ("det", "poss", "amod", "nmod", "relcl", "acl", "name")  # what may tell which body it is
TIES = ("nmod", "poss", "name")  # "le chef du parti", "Nokia's head"


def body_of(
    speech: Speech, speaker: int, fits: Callable[[Reference], bool], ties: tuple[str, ...] = TIES
) -> int | None:
    """Return the first body or place of some kind that a description of the speaker names, if he is none himself.

    Args:
        ties: how what is named may hang on the description.
    """
    table, root = speech.table, speech.table.root(speaker)
    if fits(table.items[root]):
        return root
    for j, item in enumerate(table.items):
        if table.root(j) != root or item.kind is MentionKind.PRONOUN:
            continue
        for noun in (item.i, *[c.i for c in speech.tree.children(item.i, "appos", "name")]):
            for child in speech.tree.children(noun, *ties):
                index = speech.reference(child.i)
                if child.case in speech.pack.words["not_within"]:
                    continue  # "a écrit l'actrice sur Instagram"
                if index is not None and fits(table.items[table.root(index)]):
                    return index
    return None


def own_bodies(speech: Speech, speaker_at: Callable[[int], int | None]) -> Iterator[tuple[int, int]]:
    """Yield descriptions such as "notre parti" in quotations, each with the named body that it stands for.

    Args:
        speaker_at: who is quoted at a word, a reference index.
    """
    words, table = speech.pack.words, speech.table
    for index, item in enumerate(table.items):
        if item.kind is not MentionKind.NOMINAL or item.head not in words["own_bodies"]:
            continue
        speaker = speaker_at(item.i) if _is_plainly_own(speech, item) else None
        if speaker is None:
            continue
        found = body_of(speech, speaker, partial(_may_be, item.type), (*TIES, "amod"))  # "le ministre allemand"
        if found is None and item.type == "Country":
            found = _only_country(speech, item.sent)
        if found is not None and table.root(found) != table.root(index):
            yield index, found


def _only_country(speech: Speech, sent: int) -> int | None:
    """The country that an article names, itself or by what is of it, where it names no other; not beside itself."""
    items = speech.table.items
    told = [j for j, item in enumerate(items) if item.known and item.type == "Country"]
    alone = len({items[j].known for j in told}) == 1 and all(items[j].sent != sent for j in told)
    return told[0] if alone else None


def _is_plainly_own(speech: Speech, item: Reference) -> bool:
    """ "notre parti"; no "notre ancien parti", "notre parti frère", "nos partis"."""
    words = speech.pack.words
    own = words["possessive_first"] | words["possessive_first_plural"]
    below = [c for c in speech.tree.children(item.i) if c.rel in BELOW]
    return [c.lower in own for c in below] == [True] and item.core[1] - item.core[0] == 2 and item.number != "Plur"


def _may_be(kind: str, root: Reference) -> bool:
    """Whether a name may be of what a noun of some class calls; an association is no firm."""
    if root.kind is not MentionKind.NAME and root.known is None:
        return False
    schema = load_schema()
    if kind == "Organization":
        return schema.is_a(root.type, kind) and root.type not in NARROW
    return root.type == kind
