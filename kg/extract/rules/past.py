"""What is over: former offices, ended relations, states that a compound past has closed."""

from itertools import pairwise

from kg.extract.rules import prospects
from kg.extract.rules.clauses import Clauses
from kg.extract.rules.tree import ROOT
from kg.model import Modality


class Past:
    """Reads off one tree what no longer holds."""

    def __init__(self, clauses: Clauses) -> None:
        self.clauses, self.syntax, self.tree = clauses, clauses.syntax, clauses.tree
        self.pack, self.words = clauses.pack, clauses.words

    def is_former(self, i: int) -> bool:
        """Whether a noun names what somebody no longer is ("ancien président", "ancien maire et député")."""
        if self.tree.words[i].rel == "conj" and self.tree.child(i, "det", "poss") is None:
            first = self.tree.first_conjunct(i)
            if first != i and self.is_former(first):
                return True
        if self._is_dated_out(i):
            return True
        prefixes = tuple(self.words["former_prefixes"])
        if any(
            c.lower in self.words["former"] or (prefixes and c.lower.startswith(prefixes))
            for c in self.tree.children(i, "amod", "name", "advmod", "nmod")
        ):
            return True
        word = self.tree.words[i]
        if word.lower.startswith(tuple(self.words["former_prefixes"])):
            return True
        before = self.tree.words[i - 1].lower if i else ""
        return before in self.words["former"] or before in self.words["former_prefixes"]

    def _is_dated_out(self, i: int) -> bool:
        """ "PDG de X de 2005 à 2014", "PDG à l'époque", "qui fut PDG": the text says when it ended."""
        tree, words = self.tree, self.words
        if prospects.was_until(tree, self.pack, tree.words[i]):
            return True
        copulas = list(tree.children(i, "cop"))
        if any(c.lower in words["past_copulas"] for c in copulas):
            return True
        if any("Tense=Imp" in c.morph for c in copulas):
            return True  # "était PDG de X": it tells no end, but of another time
        if any(c.lemma in words["then"] for c in tree.children(i, "nmod", "obl")):
            return True
        if any(c.case.startswith(tuple(words["up_to"])) and c.text.isdigit() for c in tree.children(i, "nmod", "obl")):
            return True  # "PDG de X jusqu'en 2014"
        years = [w for w in (tree.words[j] for j in tree.subtree(i)) if w.text.isdigit() and len(w.text) == 4]
        return any(b.i - a.i == 2 and tree.words[a.i + 1].lower in words["until"] for a, b in pairwise(years))

    def has_ended(self, i: int) -> bool:
        """ "La collaboration entre X et Y s'est terminée": a noun whose verb says that it is over."""
        word = self.tree.words[i]
        if word.pos != "NOUN" or word.rel not in ("subj", "subj:pass") or word.head == ROOT:
            return False
        head = self.tree.words[word.head]
        return head.lemma in self.words["ending"] and self.clauses.tense(head) is Modality.ACTUAL

    def is_over(self, i: int) -> bool:
        """Whether a verb tells of a state that a compound past has closed: "qui a dirigé X", not "depuis 2010"."""
        word = self.tree.words[i]
        if word.pos != "VERB" or word.lemma not in self.words["states"] or self.syntax.is_passive(word):
            return False
        lasting = any(c.case in self.words["since"] for c in self.tree.children(i, "obl", "nmod"))
        return self.tree.child(i, "aux") is not None and not lasting
