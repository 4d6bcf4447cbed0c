"""Clauses that a verb of speech reports, and what an inserted "affirme X" interrupts."""

from collections.abc import Iterator

from kg.extract.rules.clauses import Clauses
from kg.extract.rules.inversion import Inversions
from kg.extract.rules.regions import Region
from kg.extract.rules.speech import Speech
from kg.extract.rules.syntax import SUBJECT
from kg.extract.rules.tree import ROOT, Word
from kg.lang.schema import load_schema

NOUN_CONTENT = frozenset({"claims", "thinks", "denies"})  # speech acts whose object is said, not done
UNSURE_ACTS = frozenset({"claims", "thinks", "denies", "accused"})  # what they report may be untrue


class ReportedSpeech:
    """Finds what verbs of speech report in one article."""

    def __init__(self, speech: Speech) -> None:
        self.speech, self.tree, self.pack = speech, speech.tree, speech.pack
        self.clauses = Clauses(speech.syntax)

    def regions(self) -> Iterator[Region]:
        """Clauses below a verb of speech, and what an inserted "affirme X" interrupts."""
        for verb in self.speech.verbs():
            speaker = self._speaker_of(verb)
            if speaker is None:
                yield from self._reported_by_nobody(verb)
                continue
            content: set[int] = set()
            for child in self.tree.children(verb.i, "ccomp", "xcomp", "parataxis", "advcl", "dep", "conj"):
                if self._is_content(verb, child):
                    content.update(self.tree.subtree(child.i))
            content |= self._told_in(verb)
            if not content and verb.i not in self.speech.in_quote:
                content = self._interrupted(verb)
            things: set[int] = set()
            told = self.pack.reporting[verb.lemma] in NOUN_CONTENT and verb.lemma not in self.pack.words["acting_too"]
            told = told and self.speech.table.items[speaker].i < verb.i  # "regrette X, une habitante": who X is
            if told and not self.clauses.is_negated(verb):  # "n'a pas précisé les réformes qu'il veut" tells none
                for child in self.tree.children(verb.i, "obj"):
                    if child.i > verb.i and child.pos == "NOUN":
                        things.update(set(self.tree.subtree(child.i)) - self._told_by_others(child))
            content -= self._behind_speaker(verb, speaker)
            content |= things
            content.discard(verb.i)
            if content:
                yield Region(frozenset(content), speaker, direct=False, verb=verb.i, things=frozenset(things))

    def _behind_speaker(self, verb: Word, speaker: int) -> set[int]:
        """ "…, a indiqué X, avocate, désignée par Y": what follows a closing speaker describes him."""
        start, (_, end) = self.speech.table.items[speaker].i, self.tree.sents[verb.sent]
        finite = any("VerbForm=Fin" in w.morph for w in self.tree.words[start:end])
        stop = self.speech.table.items[speaker].core[1]
        circumstance = stop + 1 < end and self.tree.words[stop].text == ","
        if circumstance and self.tree.words[stop + 1].lower in self.pack.words["circumstance_marks"]:
            finite = False  # "…, prévient X, alors que le texte arrive"
        if start < verb.i or finite or self.pack.adposition != "child" or not self.speech.is_inverted(verb):
            return set()
        return set(range(start, end))

    def _speaker_of(self, verb: Word) -> int | None:
        """The subject; where that is not behind a closing verb, who stands there by place."""
        speaker = self.speech.speaker_of(verb)
        if speaker is not None and self.speech.table.items[speaker].i > verb.i:
            return speaker
        closing = self._closing_speaker(verb)
        if closing is not None:
            self.speech.syntax.set_subject(verb.i, self.speech.table.items[closing].i)
        return speaker if closing is None else closing

    def _closing_speaker(self, verb: Word) -> int | None:
        """ "…, ont précisé à l'AFP les garde-côtes": by place, where nothing but the speaker follows."""
        words, (start, end) = self.tree.words, self.tree.sents[verb.sent]
        first = verb.i
        while first > start and words[first - 1].pos in ("AUX", "ADV") and words[first - 1].text != ",":
            first -= 1
        if self.pack.adposition != "child" or words[first - 1].text != "," or verb.i in self.speech.in_quote:
            return None
        if any(w.text == "," or w.pos == "VERB" for w in words[verb.i + 1 : end]):
            return None
        if self.speech.syntax.is_past_participle(verb) and first == verb.i:
            return None
        found = Inversions(self.speech).at(first, within=True)
        return None if found is None else found.speaker

    def _reported_by_nobody(self, verb: Word) -> Iterator[Region]:
        """ "the lawsuit alleges that …": a clause that is said, by nothing that can be a speaker of the graph."""
        aside = self._interrupted(verb) if verb.rel == "parataxis" and verb.i not in self.speech.in_quote else set()
        if aside:  # "Apple, dit-on, a racheté X"
            yield Region(frozenset(aside), None, direct=False)
        told = [
            c for c in self.tree.children(verb.i, "subj", "expl", "advcl", "dep") if c.i < verb.i or c.rel == "expl"
        ]
        if self.pack.reporting[verb.lemma] not in UNSURE_ACTS or not any(c.pos != "VERB" for c in told):
            return  # "few believe that …"; an infinitive or an imperative is nobody's
        for child in self.tree.children(verb.i, "ccomp", "xcomp"):
            if self._is_content(verb, child):
                yield Region(frozenset(self.tree.subtree(child.i)) - {verb.i}, None, direct=False)

    def _is_content(self, verb: Word, child: Word) -> bool:
        if child.rel == "xcomp" and self._is_act(verb):
            return False
        if child.rel in ("ccomp", "xcomp"):
            if any(c.lower in self.pack.words["circumstance_marks"] for c in self.tree.children(child.i, "mark")):
                return False  # "X est intervenu alors que …"
            return child.pos in ("VERB", "AUX", "NOUN", "ADJ", "PROPN") and child.text != '"'
        if child.rel == "conj" or self.speech.has_object(verb) or self._is_setting(verb, child):
            return False
        finite = "VerbForm=Part" not in child.morph or self.tree.child(child.i, "aux", "aux:pass") is not None
        before = child.i < verb.i and self.speech.is_inverted(verb)
        return before and finite and child.pos in ("VERB", "AUX", "NOUN", "ADJ")

    def _is_setting(self, verb: Word, child: Word) -> bool:
        """ "Alors que le débat s'ouvre, X appelle au calme": a clause with a conjunction before who speaks."""
        subject = self.tree.child(verb.i, *SUBJECT)
        marked = child.rel == "advcl" and self.tree.child(child.i, "mark") is not None
        return marked and subject is not None and child.i < subject.i < verb.i

    def _told_in(self, verb: Word) -> set[int]:
        """ "said in a statement that …": the clause hangs below the statement."""
        content: set[int] = set()
        for noun in self.tree.children(verb.i, "obl", "obj"):
            told = noun.lemma in self.pack.reporting_nouns
            told = told or load_schema().is_a(self.pack.nouns.get(noun.lemma, ""), "CommunicationEvent")
            for clause in self.tree.children(noun.i, "acl", "ccomp", "relcl") if told else ():
                if self._has_complementizer(clause) and self.tree.child(clause.i, *SUBJECT) is not None:
                    content.update(self.tree.subtree(clause.i))
        return content

    def _told_by_others(self, noun: Word) -> set[int]:
        """ "X a commenté la rumeur selon laquelle …": X does not say so."""
        clauses = [c for c in self.tree.children(noun.i, "relcl", "acl") if self._has_source(c)]
        return {i for clause in clauses for i in self.tree.subtree(clause.i)}

    def _has_source(self, clause: Word) -> bool:
        words = self.pack.words
        below = self.tree.children(clause.i)
        return any(c.case in words["according_to"] and c.lower in words["relative_subject"] for c in below)

    def _has_complementizer(self, clause: Word) -> bool:
        """Whether a clause below a noun tells its content; one with a gap is a relative clause."""
        if self.tree.child(clause.i, "mark") is None:
            return False
        return clause.rel != "relcl" or self.tree.child(clause.i, "obj", "attr") is not None

    def _is_act(self, verb: Word) -> bool:
        """ "urged X to leave": the infinitive is what is asked, not a statement; a promise is its speaker's word."""
        effects = [e for e in self.pack.governors.get(verb.lemma, ()) if e != "actual"]
        return bool(effects) and self.pack.reporting[verb.lemma] not in ("denies", "promised")

    def _interrupted(self, verb: Word) -> set[int]:
        """The clause into which a parenthesis of speech is inserted."""
        if verb.head == ROOT or verb.rel in ("relcl", "acl", "xcomp", "advcl") or not self.speech.is_inverted(verb):
            return set()
        if any(c.rel == "mark" for c in self.tree.children(verb.i)) or self.speech.has_object(verb):
            return set()
        if self.speech.syntax.is_passive(verb) or (verb.rel == "conj" and self.tree.child(verb.i, "cc") is not None):
            return set()  # "qui a coûté cher, et qui a été dénoncée par X"
        own = set(self.tree.subtree(verb.i))
        return set(self.tree.subtree(verb.head)) - own
