"""Whom a pronoun takes up that its sentence has set off: "Quant à X, il refuse", "X, elle, refuse"."""

from kg.extract.rules.coreference.stand_for import may_stand_for
from kg.extract.rules.mentions.references import Reference, References
from kg.extract.rules.parsing.tree import SUBJECTS, Tree
from kg.lang import LanguagePack


def find_set_off(tree: Tree, pack: LanguagePack, table: References, index: int) -> int | None:
    """Return whom the sentence names as what it is about, if a third person only takes that up."""
    item = table.items[index]
    if item.determiner != "third" or tree.words[item.i].case:
        return None
    beside = _stressed(tree, pack, table, item)
    return beside if beside is not None else _topic(tree, pack, table, index)


def _stressed(tree: Tree, pack: LanguagePack, table: References, item: Reference) -> int | None:
    """ "Anne Morel, elle, refuse": between commas right behind somebody a pronoun only stresses who it is."""
    words, i = tree.words, item.i
    if i < 2 or i + 1 >= len(words) or words[i - 1].text != "," or words[i + 1].text != ",":
        return None
    ends = (j for j, other in enumerate(table.items) if any(end == i - 1 for _, end in other.extents))
    return next((j for j in ends if may_stand_for(tree, pack, item, table.items[j], table.items[table.root(j)])), None)


def _topic(tree: Tree, pack: LanguagePack, table: References, index: int) -> int | None:
    """ "Quant au maire, il refuse": the subject behind what a sentence says that it is about."""
    item = table.items[index]
    if tree.words[item.i].rel not in SUBJECTS:
        return None
    for j in range(index - 1, -1, -1):
        other = table.items[j]
        if other.sent != item.sent:
            return None
        if tree.words[other.i].case in pack.words["topic_marks"]:
            root = table.items[table.root(j)]
            apart = any(w.text == "," for w in tree.words[other.i : item.i])
            return j if apart and may_stand_for(tree, pack, item, other, root) else None
    return None
