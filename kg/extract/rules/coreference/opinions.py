"""What somebody thinks without a verb of speech: "Pour le maire, …" at the head of a sentence."""

from kg.extract.rules.mentions.references import References
from kg.extract.rules.parsing.clause_heads import clause_head
from kg.extract.rules.parsing.tree import SUBJECTS, Tree, Word
from kg.lang import LanguagePack
from kg.lang.schema import load_schema
from kg.model import MentionKind


def opens_opinion(tree: Tree, pack: LanguagePack, table: References, word: Word) -> bool:
    """ "Pour X, …" at the head of a sentence tells what X thinks."""
    if word.case not in pack.words["free_speech"] or not _opens(tree, pack, word):
        return False
    index, verb = table.at.get(word.i), tree.words[clause_head(tree, word)]
    named = index is not None and table.items[table.root(index)].kind is MentionKind.NAME
    told = verb.lemma in pack.reporting and tree.child(verb.i, *SUBJECTS) is not None
    if told and not named:
        return False  # "Pour les familles, le ministre a promis une aide": he speaks
    return index is None or _may_opine(tree, pack, table, index, verb)


def _opens(tree: Tree, pack: LanguagePack, word: Word) -> bool:
    phrase = tree.subtree(word.i, ("punct",))
    after = phrase[-1] + 1
    first = phrase[0] if pack.adposition == "child" else phrase[0] - 1
    start = tree.sents[word.sent][0]
    opens = first == start or (first == start + 1 and tree.words[start].pos == "CCONJ")  # "Mais pour X, …"
    return opens and after < len(tree.words) and tree.words[after].text == ","


def _may_opine(tree: Tree, pack: LanguagePack, table: References, index: int, verb: Word) -> bool:
    """Whether "pour X" tells an opinion: a person's, a body's, or a government's under its capital.

    Of several it tells one where such people have opinions, no "Pour les deux musées, la réservation est obligatoire".
    English says "for Apple" and "for England" of whom something is good for, or who plays for whom.
    """
    root = table.items[table.root(index)]
    if pack.adposition == "head":
        return load_schema().is_a(root.type, "Person")
    if root.kind is MentionKind.NAME and root.type in ("City", "Country"):
        judged = verb.lemma in pack.lists.get("copulas", ()) or tree.child(verb.i, "cop") is not None
        return judged or root.type == "City"  # no "Pour la France, le plan sera détaillé lundi"
    if root.type == "Group" and root.kind is not MentionKind.NAME:
        return table.items[index].head in pack.words["opining"]
    return load_schema().fits(root.type, ("Person", "Group", "Organization"))
