"""What somebody wants others to do is his word: "Jane Morel wants the mayor to buy the plant"."""

from collections.abc import Iterator

from kg.extract.rules.parsing.tree import SUBJECTS, Word
from kg.extract.rules.voice.regions import Region
from kg.extract.rules.voice.speech import Speech


class Wishes:
    """Finds the clauses that verbs of wishing govern, where another is to act than who wishes."""

    def __init__(self, speech: Speech) -> None:
        self.speech, self.tree, self.pack = speech, speech.tree, speech.pack

    def regions(self) -> Iterator[Region]:
        """Yield what is wished, with who wishes it."""
        for verb in self.tree.words:
            if verb.pos != "VERB" or verb.lemma not in self.pack.words["wishing"] or verb.i in self.speech.in_quote:
                continue  # who wishes within a quotation is, as a rule, who is quoted
            clauses = [c for c in self.tree.children(verb.i, "ccomp", "xcomp") if self._is_of_another(verb, c)]
            speaker = self.speech.speaker_of(verb) if clauses else None
            if speaker is not None:
                words = (i for clause in clauses for i in self.tree.subtree(clause.i))
                yield Region(frozenset(words), speaker, direct=False)

    def _is_of_another(self, verb: Word, clause: Word) -> bool:
        """ "wants Nokia to leave", "would like Nokia to leave", "veut que Nokia parte"; no "wants to leave"."""
        asked = clause.rel == "xcomp" and any(verb.i < c.i < clause.i for c in self.tree.children(verb.i, "obj"))
        return asked or any(c.i > verb.i for c in self.tree.children(clause.i, *SUBJECTS))
