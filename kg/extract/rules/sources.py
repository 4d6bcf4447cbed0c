"""Sources that are no verbs: "selon X", "pour X", "à en croire X", "dit-on"."""

from collections.abc import Iterator

from kg.extract.rules.regions import Region
from kg.extract.rules.speech import Speech
from kg.extract.rules.syntax import SUBJECT
from kg.extract.rules.tree import ROOT, Word
from kg.extract.rules.wordings import find_wordings
from kg.lang.schema import load_schema


class Sources:
    """Finds what sources say in one article."""

    def __init__(self, speech: Speech) -> None:
        self.speech, self.tree, self.pack, self.table = speech, speech.tree, speech.pack, speech.table

    def regions(self) -> Iterator[Region]:
        """ "Selon X, …": the clause it stands in."""
        marks = self.pack.words["according_to"]
        for word in self.tree.words:
            is_free = self.speech.opens_opinion(word)
            if (word.case not in marks and not is_free) or word.lemma in self.pack.words["no_sources"]:
                continue
            index = self._source(word)
            if index is None or not self.speech.can_speak(index):
                if is_free or self._is_own(word):
                    continue
                index = None  # "selon une description": somebody's words, whoever it is
            yield Region(frozenset(self._scope(word)), index, direct=False)
        yield from self._by_phrase()
        yield from self._by_clause()
        yield from self._in_view()

    def _in_view(self) -> Iterator[Region]:
        """ "In X's view, …", "in the opinion of analysts": the clause it stands in."""
        words = self.pack.words
        for word in self.tree.words:
            if word.lemma not in words["opinions"] or word.case not in words["opinion_marks"]:
                continue
            owners = [c for c in self.tree.children(word.i, "poss", "nmod") if c.rel == "poss" or c.case in words["of"]]
            found = [self.speech.reference(c.i) for c in owners]
            index = next((i for i in found if i is not None and self.speech.can_speak(i)), None)
            if not owners or (index is None and found[0] is not None):
                continue  # "in view of the facts"
            own = set(self.tree.subtree(word.i))
            yield Region(
                frozenset(set(self.tree.subtree(self.speech.clause_head(word))) - own), index, direct=False
            )  # fmt: skip

    def _scope(self, word: Word) -> set[int]:
        """What a source says: its clause; at the head of a sentence that the parser hung below it, the rest of it."""
        tree = self.tree
        first, last = tree.sents[word.sent]
        own = set(tree.subtree(word.i))
        top = self.speech.clause_head(word)
        if top == word.i:
            return set(range(self._end_of_source(word), last)) if min(own) == first else set()
        if word.head != ROOT and tree.words[word.head].pos in ("ADJ", "VERB") and word.i > word.head:
            top = word.head
        nearer = self._nearer_verb(word, top)
        return set(tree.subtree(top if nearer is None else nearer)) - own

    def _nearer_verb(self, word: Word, top: int) -> int | None:
        """ "…, auteurs du massacre qui fit, selon l'ONU, 800.000 morts": set off, it belongs to the verb before it."""
        tree = self.tree
        start = tree.subtree(word.i)[0]
        if self.pack.adposition != "child" or top > start or tree.words[start - 1].text != ",":
            return None
        before = tree.words[start - 2]
        inside = before.pos in ("VERB", "AUX") and before.i != top and top in {w.i for w in tree.ancestors(before.i)}
        return before.i if inside else None

    def _end_of_source(self, word: Word) -> int:
        """ "Selon X, qui a publié ses chiffres hier, …": behind the source and its relative clause."""
        words, last = self.tree.words, self.tree.sents[word.sent][1]
        index = self.speech.reference(word.i)
        end = self.table.items[index].core[1] if index is not None else word.i + 1
        commas = [i for i in range(end, last) if words[i].text == ","]
        if len(commas) > 1 and words[commas[0] + 1].lower in self.pack.words["relative_subject"]:
            return commas[1]
        return commas[0] if commas else last

    def _by_phrase(self) -> Iterator[Region]:
        """ "À en croire X, …", "…, dit-on": wordings that say no more than "selon"."""
        tree = self.tree
        for first, end in find_wordings(tree, self.pack.words["according_phrases"]):
            verb = next((w for w in tree.words[first:end] if w.pos == "VERB" and w.head != ROOT), None)
            if verb is None:
                continue
            found = [self.speech.reference(c.i) for c in tree.children(verb.i, "obj", "obl", "xcomp", "subj")]
            index = next((i for i in found if i is not None and self.speech.can_speak(i)), None)
            own = set(tree.subtree(verb.i))
            yield Region(frozenset(set(tree.subtree(verb.head)) - own), index, direct=False)
        for first, end in find_wordings(tree, self.pack.words["hearsay"]):
            sentence = range(*tree.sents[tree.words[first].sent])
            yield Region(frozenset(sentence) - frozenset(range(first, end)), None, direct=False)

    def _is_own(self, word: Word) -> bool:
        """ "selon nos informations": the paper's own words."""
        own = self.pack.words["possessive_first"] | self.pack.words["possessive_first_plural"]
        return any(c.lower in own for c in self.tree.children(word.i))

    def _source(self, word: Word) -> int | None:
        """ "selon les informations des autorités": the authorities; "selon un rapport": the report."""
        if word.lemma in self.pack.reporting_nouns or load_schema().fits(
            self.pack.nouns.get(word.lemma, ""), ("Eventuality", "Concept")
        ):
            for child in self.tree.children(word.i, "nmod", "poss"):
                index = self.speech.reference(child.i)
                if index is not None and self.speech.can_speak(index):
                    return index
        said = self.speech.reference(word.i)
        if said is not None and not self.speech.can_speak(said):  # "selon une description du maire"
            owners = [
                self.speech.reference(c.i)
                for c in self.tree.children(word.i, "nmod")
                if c.case in self.pack.words["of"]
            ]
            return next((i for i in owners if i is not None and self.speech.can_speak(i)), said)
        return said

    def _by_clause(self) -> Iterator[Region]:
        """ "Comme le raconte X, …", "…, comme l'a révélé X": the clause that "comme" hangs below."""
        tree = self.tree
        for verb in self.speech.verbs():
            if verb.rel != "advcl" or verb.head == ROOT or verb.i in self.speech.in_quote:
                continue
            mark = tree.child(verb.i, "mark")
            it = next((c for c in tree.children(verb.i, "obj") if c.lower in self.pack.words["it_said"]), None)
            if mark is None or it is None or mark.lower not in self.pack.words["as_said"]:
                continue
            index = self._subject_behind(verb)
            if index is not None:
                yield Region(frozenset(set(tree.subtree(verb.head)) - set(tree.subtree(verb.i))), index, direct=False)

    def _subject_behind(self, verb: Word) -> int | None:
        for child in self.tree.children(verb.i, *SUBJECT, "obj", "obl"):
            index = self.speech.reference(child.i)
            if index is not None and not child.case and child.pos != "PRON" and self.speech.can_speak(index):
                return index
        spoken = self.speech.speaker_of(verb)
        return None if spoken is None or self.table.items[spoken].i == verb.i else spoken
