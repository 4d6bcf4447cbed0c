"""What the English parser takes from an adposition: "called on Ann Lee to resign"."""

from kg.extract.rules.parsing.mending.english_clauses import with_to
from kg.extract.rules.parsing.tree import ROOT, Tree
from kg.lang import LanguagePack


def give_back_objects(tree: Tree, pack: LanguagePack) -> bool:
    """ "called on Ann Lee to resign": whom one calls on stands behind the adposition, and is to act besides."""
    mended = False
    for adposition in tree.words:
        bare = adposition.rel == "adp" and adposition.pos == "ADP" and not tree.children(adposition.i)
        if not bare or adposition.head == ROOT or adposition.head > adposition.i:
            continue
        for clause in tree.children(adposition.head, "xcomp", "ccomp"):
            subject = tree.child(clause.i, "subj") if with_to(tree, clause) else None
            if subject is not None and tree.subtree(subject.i)[0] == adposition.i + 1:
                subject.head, subject.rel, clause.rel, mended = adposition.head, "obl", "xcomp", True
                subject.case = pack.adpositions.get(adposition.lower, adposition.lower)
    return mended
