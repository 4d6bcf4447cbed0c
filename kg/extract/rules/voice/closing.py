"""What a clause of speech at the end of a sentence says: "X est parti, puis a été vu à Lyon, a dit un policier."."""

from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Word
from kg.extract.rules.voice.before_colons import behind_colon
from kg.extract.rules.voice.inversion import Inversions
from kg.extract.rules.voice.quotations import STOPS
from kg.extract.rules.voice.speech import Speech

OPENS = ("DET", "NUM", "PRON", "PROPN", "NOUN")  # with what a main clause may begin


class ClosingClauses:
    """Finds what closing clauses of speech say, by the places of words, wherever the parser hung them."""

    def __init__(self, speech: Speech, inversions: Inversions) -> None:
        self.speech, self.tree, self.pack, self.inversions = speech, speech.tree, speech.pack, inversions

    def said_by(self, verb: Word, speaker: int) -> set[int]:
        """What stands before a verb of speech that closes its sentence, empty where it does not."""
        return self._before(verb) if self._closes_sentence(verb, speaker) else set()

    def led_up_to(self, verb: Word, speaker: int) -> set[int]:
        """ "X est parti, a affirmé un policier": what stands before a closing clause that was read as the main one."""
        behind = self.speech.table.items[speaker].i > self.inversions.first_of(verb)
        return self._before(verb) if behind and self._is_by_itself(verb) else set()

    def around(self, verb: Word, speaker: int) -> set[int]:
        """ "Plus loin, explique X, deux hommes ont fui": the clause that an inserted one, taken for its head, parts."""
        item, first = self.speech.table.items[speaker], self.inversions.first_of(verb)
        words, (start, end), stop = self.tree.words, self.tree.sents[verb.sent], self._end_of_insert(speaker)
        if self.pack.adposition != "child" or item.i < first or words[first - 1].text != "," or not stop:
            return set()
        before, behind = words[start : first - 1], words[stop + 1 : end]
        opened = any(w.pos in ("VERB", "AUX") or w.text == '"' for w in before) or not before
        if opened or not self._is_by_itself(verb) or self.inversions.may_have_object(verb, first):
            return set()
        subject = next((w for w in behind if w.pos in ("NOUN", "PROPN", "PRON")), None)
        acts = any("VerbForm=Fin" in w.morph for w in behind) and subject is not None and not subject.case
        return {w.i for w in (*before, *behind)} if acts and behind[0].pos in OPENS else set()

    def behind_colon(self, verb: Word, speaker: int) -> set[int]:
        """ "X l'assure : Y est parti", "X confirme : Y est parti": the clause that a verb of speech leads to."""
        words, end = self.tree.words, self.tree.sents[verb.sent][1]
        if self.pack.adposition != "child" or self.speech.table.items[speaker].i > verb.i:
            return set()
        stop = next((w.i for w in words[verb.i + 1 : end] if w.text == ":" or "VerbForm=Fin" in w.morph), None)
        if stop is None or words[stop].text != ":" or not self._points_ahead(verb, stop):
            return set()
        return set(behind_colon(self.tree, stop))

    def _points_ahead(self, verb: Word, colon: int) -> bool:
        """Whether "le" stands for what follows, or nothing else is said: no "a annoncé deux départs : …"."""
        before = {c.lower for c in self.tree.children(verb.i, "obj", "iobj", "dep") if c.i < verb.i}
        if not before.isdisjoint(self.pack.words["it_said"]):
            return True
        tells = verb.head == ROOT and verb.lemma not in self.pack.words["acting_too"] and not before
        behind = (w for w in self.tree.words[verb.i + 1 : colon])
        return tells and not self.speech.syntax.is_passive(verb) and all(w.pos in ("ADV", "PUNCT") for w in behind)

    def _end_of_insert(self, speaker: int) -> int:
        """The comma right behind who speaks, 0 if there is none or it opens a relative clause."""
        words, stop = self.tree.words, self.speech.table.items[speaker].core[1]
        if stop + 1 >= len(words) or words[stop].text != ",":
            return 0
        return 0 if words[stop + 1].lower in self.pack.words["relative_subject"] else stop

    def _before(self, verb: Word) -> set[int]:
        """What stands in the sentence before a verb and its comma; of a quotation of its own no more than that."""
        words, first, start = self.tree.words, self.inversions.first_of(verb), self.tree.sents[verb.sent][0]
        if words[first - 1].text != ",":
            return set()
        if start >= first - 1 and verb.sent > 0 and words[start - 1].text not in STOPS:
            start = self.tree.sents[verb.sent - 1][0]  # the parser cut the sentence before its closing clause
        if words[first - 2].text == '"':
            opened = (w.i for w in reversed(words[start : first - 2]) if w.text == '"' and self._opens_speech(w))
            start = next(opened, start)
        return set(range(start, first - 1))

    def _opens_speech(self, mark: Word) -> bool:
        """ "Le ton est donné : "Tout va bien", dit X": a quotation that is no part of the sentence around it."""
        words, behind = self.tree.words, self.tree.words[mark.i + 1]
        before, end = words[max(0, mark.i - 1)], self.tree.sents[mark.sent][1]
        inside = words[behind.i : next((w.i for w in words[behind.i : end] if w.text == '"'), end)]
        whole = behind.is_title and behind.pos != "PROPN" and any(w.pos in ("VERB", "AUX") for w in inside)
        return behind.i in self.speech.in_quote and (before.text == ":" or whole)

    def _closes_sentence(self, verb: Word, speaker: int) -> bool:
        """ "X est parti, puis a été vu à Lyon, a affirmé un policier.": wherever the parser hung the closing clause."""
        item, first = self.speech.table.items[speaker], self.inversions.first_of(verb)
        carriers = (verb, *self.tree.children(verb.i, "aux"))
        finite = any("VerbForm=Fin" in w.morph for w in carriers)
        if self.pack.adposition != "child" or item.i < first or not finite or self.speech.syntax.is_passive(verb):
            return False
        inverted = self.tree.words[item.i].rel in SUBJECTS or not self.inversions.may_have_object(verb, first)
        return inverted and self._ends_with(max(item.core[1], verb.i + 1), self.tree.sents[verb.sent][1])

    def _ends_with(self, start: int, end: int) -> bool:
        """Whether no main clause follows: "…, dit X mardi.", "…, dit X, qui a vu le film", "…, dit X : "…""."""
        relative = self.pack.words["relative_subject"]
        for word in self.tree.words[start:end]:
            if word.pos == "SCONJ" or word.text == ":" or word.lower in relative:
                return True
            if "VerbForm=Fin" in word.morph:
                return False
        return True

    def _is_by_itself(self, verb: Word) -> bool:
        """Whether a verb of speech is the main one, or was taken for a loose clause without a conjunction."""
        if verb.head == ROOT:
            return True
        carriers = (verb, *self.tree.children(verb.i, "aux"))
        finite = any("VerbForm=Fin" in w.morph for w in carriers)
        loose = verb.rel in ("advcl", "dep") and self.tree.child(verb.i, "mark", "cc") is None
        return loose and finite and self.pack.adposition == "child"
