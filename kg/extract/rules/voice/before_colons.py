"""Who the words before a colon name as speaking, where no verb of speech has its subject: "Et X de poursuivre : …".

`outside` are the words of the sentence before the quotation.
"""

from collections.abc import Iterator

from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Tree, Word
from kg.extract.rules.voice.regions import Region
from kg.extract.rules.voice.speech import Speech
from kg.model import MentionKind

PREDICATED = ("attr", "xcomp", "ccomp", "amod")  # what an adjective is to a copula that is its head
EMBEDDED = ("relcl", "acl", "ccomp", "xcomp")


def narrator(speech: Speech, outside: list[Word]) -> int | None:
    """ "Et Luc Blin de poursuivre : "…"": who stands before "de" and an infinitive of speech."""
    for verb in outside:
        start = verb.i - 1
        if "VerbForm=Inf" not in verb.morph or not speech.tells(verb) or start < outside[0].i:
            continue
        if speech.tree.words[start].lower not in speech.pack.words["of"]:
            continue
        ends = [j for j, item in enumerate(speech.table.items) if item.core[1] == start]
        named = [j for j in ends if speech.table.items[j].kind is MentionKind.NAME]
        opened = named and speech.tree.words[speech.table.items[named[0]].core[0] - 1].pos == "CCONJ"
        if opened:
            return named[0]
    return None


def subject_of_last(speech: Speech, outside: list[Word]) -> int | None:
    """ "Alors que X rappelle la loi, l'élue se reprend : "…"": the subject of the verb nearest to the colon."""
    for verb in reversed(outside):
        if verb.pos != "VERB" or verb.rel in EMBEDDED or "VerbForm=Inf" in verb.morph:
            continue
        subject = speech.tree.child(verb.i, *SUBJECTS)
        index = None if subject is None or subject.i > verb.i else speech.reference(subject.i)
        return index if index is not None and speech.is_somebody(index) else None
    return None


def said_in_a_mood(speech: Speech) -> Iterator[Region]:
    """ "X est catégorique : Y est parti": without marks, too, it is X who says so."""
    tree, moods = speech.tree, speech.pack.words["moods"]
    for before, colon in zip(tree.words, tree.words[1:], strict=False):
        if colon.text != ":" or colon.i in speech.in_quote or {before.lemma, before.lower}.isdisjoint(moods):
            continue
        subject = tree.child(before.i, *SUBJECTS)
        if subject is None and before.rel in PREDICATED and before.head != ROOT:
            subject = tree.child(before.head, *SUBJECTS)
        index = None if subject is None else speech.reference(subject.i)
        if index is not None and speech.is_somebody(index):
            yield Region(frozenset(behind_colon(tree, colon.i)), index, direct=False)


def behind_colon(tree: Tree, colon: int) -> range:
    """Return what a colon leads to; the parser may cut the sentence at it."""
    end = tree.sents[tree.words[colon].sent][1]
    if colon + 1 == end < len(tree.words):
        end = tree.sents[tree.words[end].sent][1]
    return range(colon + 1, end)
