"""What becomes of somebody, told in English before who it is: "shot dead the president", "set free two hostages"."""

from kg.extract.rules.parsing.tree import Tree
from kg.lang import LanguagePack


def lift_results(tree: Tree, pack: LanguagePack) -> bool:
    """ "Gunmen shot dead President Ann Lee": dead is what the shots made her, no kind of president."""
    mended = False
    for verb, result in zip(tree.words, tree.words[1:], strict=False):
        if f"{verb.lemma} {result.lower}" not in pack.words["resulting"] or result.head in (verb.i, -1):
            continue
        noun = tree.words[result.head]
        if result.rel in ("amod", "name") and noun.i > result.i and verb.pos in ("VERB", "AUX"):
            result.head, result.rel, mended = verb.i, "ccomp", True
    return mended
