"""How two mentions compare: by class, clause and salience."""

from kg.extract.rules.references import VAGUE, Reference
from kg.extract.rules.tree import ROOT, Tree
from kg.lang.schema import load_schema

SUBJECTS = ("subj", "subj:pass")


def compatible(description: str, name: str) -> bool:
    """Whether a description of one class can stand for a name of another."""
    schema = load_schema()
    if name in VAGUE or name == "Entity":
        return description not in ("Concept",)
    if schema.is_a(description, name) or schema.is_a(name, description):
        return description != "Entity"
    if schema.is_a(description, "Organization"):
        return schema.is_a(name, "Organization")
    if schema.is_a(description, "Product"):
        return schema.is_a(name, "Product")
    return schema.is_a(description, "Place") and schema.is_a(name, "Place") and name == "Place"


def salience(tree: Tree, item: Reference) -> float:
    """Score how much a mention stands in the foreground by what it is in its clause."""
    word = tree.words[item.i]
    score = 0.0
    if word.rel in SUBJECTS:
        score += 1.0
    elif word.rel in ("obj", "iobj"):
        score += 0.4
    elif word.rel in ("nmod", "poss"):
        score -= 0.3
    return score


def in_same_clause(tree: Tree, a: int, b: int) -> bool:
    """Tell whether two words are arguments of one verb."""
    return clause_of(tree, a) == clause_of(tree, b)


def clause_of(tree: Tree, i: int, *, whole: bool = False) -> int:
    """The verb whose arguments cannot be one another; `whole`: an infinitive shares those of its governor."""
    for word in tree.ancestors(i):
        if word.pos in ("VERB", "AUX") and not (whole and word.rel == "xcomp" and word.head != ROOT):
            return word.i
    return tree.sents[tree.words[i].sent][0] - 1000000
