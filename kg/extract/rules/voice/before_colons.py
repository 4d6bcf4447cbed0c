"""Who the words before a colon name as speaking, where no verb of speech has its subject: "Et X de poursuivre : …".

`outside` are the words of the sentence before the quotation.
"""

from kg.extract.rules.parsing.tree import SUBJECTS, Word
from kg.extract.rules.voice.speech import Speech
from kg.model import MentionKind

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
