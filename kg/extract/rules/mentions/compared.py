"""How two mentions compare: by class, clause and salience."""

from kg.extract.rules.mentions.references import VAGUE, Reference, References
from kg.extract.rules.parsing.tree import ROOT, Tree
from kg.lang import LanguagePack
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


def differ_in_age(tree: Tree, pack: LanguagePack, table: References, item: Reference, root: int) -> bool:
    """Whether two ages tell a description and a person apart: "cette femme de 71 ans" is no girl of nine."""
    mine = _age(tree, pack, item)
    if mine is None:
        return False
    theirs = {_age(tree, pack, other) for j, other in enumerate(table.items) if table.root(j) == root} - {None}
    return bool(theirs) and mine not in theirs


def _age(tree: Tree, pack: LanguagePack, item: Reference) -> str | None:
    """The years beside a mention: "cette femme de 71 ans", "Marc Petit, 52 ans", "Anne Dubois, âgée de 9 ans"."""
    stop = min(item.core[1] + 5, len(tree.words))
    for word in tree.words[item.core[1] : stop]:
        if word.pos in ("VERB", "AUX", "PUNCT") and word.text != "," and word.lemma not in pack.words["aged"]:
            return None
        if word.lemma in pack.words["age_units"] and tree.words[word.i - 1].text.isdigit():
            return tree.words[word.i - 1].text
    return None
