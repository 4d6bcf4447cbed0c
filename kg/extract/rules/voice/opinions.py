"""What somebody thinks without a verb of speech: "Pour le maire, …" at the head of a sentence."""

from kg.extract.rules.parsing.tree import SUBJECTS, Word
from kg.extract.rules.voice.speech import Speech
from kg.lang.schema import load_schema
from kg.model import MentionKind


def opens_opinion(speech: Speech, word: Word) -> bool:
    """ "Pour X, …" at the head of a sentence tells what X thinks."""
    tree, table = speech.tree, speech.table
    if word.case not in speech.pack.words["free_speech"] or not _opens(speech, word):
        return False
    index, verb = speech.reference(word.i), tree.words[speech.clause_head(word)]
    named = index is not None and table.items[table.root(index)].kind is MentionKind.NAME
    told = verb.lemma in speech.pack.reporting and tree.child(verb.i, *SUBJECTS) is not None
    if told and not named:
        return False  # "Pour les familles, le ministre a promis une aide": he speaks
    return index is None or _may_opine(speech, index, verb)


def _opens(speech: Speech, word: Word) -> bool:
    tree = speech.tree
    phrase = tree.subtree(word.i, ("punct",))
    after = phrase[-1] + 1
    first = phrase[0] if speech.pack.adposition == "child" else phrase[0] - 1
    start = tree.sents[word.sent][0]
    opens = first == start or (first == start + 1 and tree.words[start].pos == "CCONJ")  # "Mais pour X, …"
    return opens and after < len(tree.words) and tree.words[after].text == ","


def _may_opine(speech: Speech, index: int, verb: Word) -> bool:
    """Whether "pour X" tells an opinion: a person's, a body's, or a government's under its capital.

    Of several it tells one where such people have opinions, no "Pour les deux musées, la réservation est obligatoire".
    English says "for Apple" and "for England" of whom something is good for, or who plays for whom.
    """
    pack, root = speech.pack, speech.table.items[speech.table.root(index)]
    if pack.adposition == "head":
        return load_schema().is_a(root.type, "Person")
    if root.kind is MentionKind.NAME and root.type in ("City", "Country"):
        judged = verb.lemma in pack.lists.get("copulas", ()) or speech.tree.child(verb.i, "cop") is not None
        return judged or root.type == "City"  # no "Pour la France, le plan sera détaillé lundi"
    if root.type == "Group" and root.kind is not MentionKind.NAME:
        return speech.table.items[index].head in pack.words["opining"]
    return load_schema().fits(root.type, ("Person", "Group", "Organization"))
