"""Sources that are no verbs: "selon X", "pour X", "à en croire X", "dit-on"."""

from collections.abc import Iterator

from kg.extract.rules.coreference.opinions import opens_opinion
from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Word
from kg.extract.rules.reality.wordings import find_wordings
from kg.extract.rules.voice.as_told import told_as
from kg.extract.rules.voice.asides import told_in_brackets
from kg.extract.rules.voice.named_speakers import named_speaker
from kg.extract.rules.voice.regions import Region
from kg.extract.rules.voice.speech import Speech
from kg.lang.schema import load_schema
from kg.model import MentionKind

QUOTED = 20  # words of a quotation
REPORTED = "reported"  # "un rapport", "une enquête": a source by itself


class Sources:
    """Finds what sources say in one article."""

    def __init__(self, speech: Speech) -> None:
        self.speech, self.tree, self.pack, self.table = speech, speech.tree, speech.pack, speech.table

    def regions(self) -> Iterator[Region]:
        """ "Selon X, …": the clause it stands in."""
        marks = self.pack.words["according_to"]
        for word in self.tree.words:
            if word.case in marks and word.lower in self.pack.words["relative_subject"]:
                yield from self._by_relative(word)
                continue
            is_free = opens_opinion(self.tree, self.pack, self.table, word)
            if (word.case not in marks and not is_free) or word.lemma in self.pack.words["no_sources"]:
                continue
            index = self.source(word)
            if index is None or not self.speech.can_speak(index):
                if is_free or self._is_own(word):
                    continue
                index = None  # "selon une description": somebody's words, whoever it is
            yield Region(frozenset(self._scope(word)), index, direct=False)
        yield from self._by_phrase()
        yield from self._by_clause()
        yield from told_as(self.speech)
        yield from self._in_view()

    def _by_relative(self, word: Word) -> Iterator[Region]:
        """ "la rumeur selon laquelle …": whoever tells it; "l'avis de X selon lequel …", "X, selon qui …": X."""
        clause = self.speech.clause_head(word)
        if self.tree.words[clause].rel in ("relcl", "acl", "ccomp", "advcl"):
            noun = self.tree.words[self.tree.words[clause].head]
            index, itself = self._owner(noun), self.speech.reference(noun.i)
            if itself is not None and self.speech.is_somebody(itself) and self.speech.can_speak(itself):
                index = itself
            yield Region(frozenset(set(self.tree.subtree(clause)) - {word.i}), index, direct=False)

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
            said = set(self.tree.subtree(self.speech.clause_head(word))) - set(self.tree.subtree(word.i))
            yield Region(frozenset(said), index, direct=False)

    def _scope(self, word: Word) -> set[int]:
        """What a source says: its clause; at the head of a sentence that the parser hung below it, the rest of it."""
        tree = self.tree
        first, last = tree.sents[word.sent]
        own = set(tree.subtree(word.i))
        if bracketed := told_in_brackets(tree, own):
            return bracketed
        quoted = self._apposed_quotation(min(own))
        if quoted:
            return quoted
        described = self._described_by(word)
        if described and min(own) == first:
            return set(range(max(described) + 1, last))
        if self._is_of_the_last(word, min(own)):
            return set(range(max(own) + 1, last))
        top = self.speech.clause_head(word)
        if top == word.i:
            return set(range(self._end_of_source(word), last)) if min(own) == first else set()
        if word.head != ROOT and tree.words[word.head].pos in ("ADJ", "VERB") and word.i > word.head:
            top = word.head
        top = self._above(word, top)
        if self._is_aside(word, own, top):
            return set(range(max(own) + 1, last))
        nearer = self._nearer_verb(word, top)
        if nearer is None and self._counts(word):
            return set()
        return set(tree.subtree(top if nearer is None else nearer)) - own - self._conceded(top, min(own))

    def _closes(self, word: Word) -> bool:
        """Whether a source stands at the end of its sentence, behind a comma."""
        words, inside = self.tree.words, self.tree.subtree(word.i)
        comma = next((i for i in inside if words[i].text == ","), inside[-1])
        apposed = comma == inside[-1] or words[comma + 1].pos == "NOUN"  # no "…, selon X, 800 morts"
        told = any("VerbForm=Fin" in words[i].morph for i in inside if i > comma)
        rest = words[inside[-1] + 1 : self.tree.sents[word.sent][1]]
        set_off = inside[0] > 0 and words[inside[0] - 1].text == ","
        return set_off and apposed and not told and all(w.pos == "PUNCT" for w in rest)

    def _above(self, word: Word, top: int) -> int:
        """ "sont soupçonnés d'avoir volé X, selon Y": a source at the end tells who is suspected, too.

        So it does the first of two clauses: "X est parti et vit à Lyon, selon Y"; no plain one before a guess.
        """
        words, closes = self.tree.words, self._closes(word)
        while closes and words[top].rel in ("xcomp", "conj", "advcl") and words[top].head != ROOT:
            if words[top].rel == "conj" and self._is_foreseen(words[top]):
                break  # "X a perdu dix points et pourrait en perdre vingt, selon Y"
            top = words[top].head
        return top

    def _is_foreseen(self, verb: Word) -> bool:
        """Whether a clause tells what would or will be."""
        carriers = (verb, *self.tree.children(verb.i, "aux", "aux:pass", "cop"))
        return any("Mood=Cnd" in w.morph or "Tense=Fut" in w.morph for w in carriers)

    def _is_of_the_last(self, word: Word, start: int) -> bool:
        """ "Ce sont des voisins et notamment, selon la police, un homme âgé": behind a conjunction, of what follows."""
        words, end = self.tree.words, self.tree.subtree(word.i)[-1] + 1
        set_off = start > 3 and words[start - 1].text == "," and end + 1 < len(words) and words[end].text == ","
        if self.pack.adposition != "child" or not set_off or words[end + 1].pos not in ("DET", "NUM"):
            return False
        return words[start - 2].pos == "CCONJ" or (words[start - 2].pos == "ADV" and words[start - 3].pos == "CCONJ")

    def _apposed_quotation(self, start: int) -> set[int]:
        """ "…, "un marqueur de radicalité", selon elle", "une polémique "nulle", selon X": the quoted words alone."""
        words = self.tree.words
        if start < 4 or {words[start - 1].text, words[start - 2].text} != {",", '"'}:
            return set()
        opening = next((i for i in range(start - 3, max(0, start - QUOTED), -1) if words[i].text == '"'), None)
        inside = range((opening or 0) + 1, start - 2)
        if not opening or any("VerbForm=Fin" in words[i].morph or words[i].pos == "AUX" for i in inside):
            return set()
        told = any(words[i].rel == "amod" and words[i].head < opening for i in inside)
        return set(inside) if told or words[opening - 1].text == "," else set()

    def _nearer_verb(self, word: Word, top: int) -> int | None:
        """Return the verb before a source that is set off, which it belongs to.

        "…, auteurs du massacre qui fit, selon l'ONU, 800.000 morts"; "le défilé suivi par 10 personnes, selon la
        police, a connu …": what stands in the subject, before the main verb.
        """
        tree = self.tree
        start = tree.subtree(word.i)[0]
        if self.pack.adposition != "child" or start < 2 or tree.words[start - 1].text != "," or self._closes(word):
            return None
        before = tree.words[start - 2]
        if top < start:
            inside = before.pos in ("VERB", "AUX") and before.i != top
            return before.i if inside and top in {w.i for w in tree.ancestors(before.i)} else None
        above = [before, *tree.ancestors(before.i)]
        clause = next((w for w in above if w.rel in ("acl", "relcl")), None)
        subjects = {w.i for w in above if w.rel in SUBJECTS and w.head == top}
        return clause.i if clause is not None and subjects and clause.i not in subjects else None

    def _counts(self, word: Word) -> bool:
        """ "5.500 élèves, selon la police, ont défilé": between a number and the verb it tells how many, no more."""
        words, inside = self.tree.words, self.tree.subtree(word.i)
        start, end = inside[0], inside[-1] + 1
        if start < 3 or end + 1 >= len(words) or not words[start - 1].text == words[end].text == ",":
            return False
        counted = words[start - 2].pos == "NOUN" and words[start - 3].text[:1].isdigit()
        return counted and words[end + 1].pos in ("VERB", "AUX")

    def _is_aside(self, word: Word, own: set[int], top: int) -> bool:
        """ "…, selon elle sans égale": without a comma behind it, it tells of what follows alone."""
        start, end = min(own), max(own) + 1
        words, last = self.tree.words, self.tree.sents[word.sent][1]
        if word.pos != "PRON" or top > start or start < 1 or words[start - 1].text != "," or end >= last:
            return False
        return words[end].pos in ("ADP", "ADJ") or words[end].rel == "acl"

    def _conceded(self, top: int, start: int) -> set[int]:
        """ "Alors que X a été critiqué, la consigne est claire, selon Y": what goes before is told by the article."""
        found: set[int] = set()
        for clause in self.tree.children(top, "advcl"):
            inside = self.tree.subtree(clause.i)
            opening = " ".join(w.lower for w in self.tree.words[inside[0] : inside[0] + 2])
            if inside[-1] < min(top, start) and opening.startswith(tuple(sorted(self.pack.words["conceding"]))):
                found.update(inside)
        return found

    def _end_of_source(self, word: Word) -> int:
        """ "Selon X, qui a publié ses chiffres hier, …": behind the source and its relative clause."""
        words, last = self.tree.words, self.tree.sents[word.sent][1]
        index = self.speech.reference(word.i)
        end = self.table.items[index].core[1] if index is not None else word.i + 1
        commas = [i for i in range(end, last) if words[i].text == ","]
        if len(commas) > 1 and words[commas[0] + 1].lower in self.pack.words["relative_subject"]:
            return commas[1]
        return commas[0] if commas else last

    def _described_by(self, word: Word) -> set[int]:
        """ "Selon X, qui a publié ses chiffres, …": the relative clause between commas, wherever the parser hung it."""
        words, last = self.tree.words, self.tree.sents[word.sent][1]
        index = self.speech.reference(word.i)
        end = self.table.items[index].core[1] if index is not None else word.i + 1
        opens = (
            self.pack.words["relative_subject"] | self.pack.words["relative_of"] | self.pack.words["relative_object"]
        )
        if end + 1 >= last or words[end].text != "," or words[end + 1].lower not in opens:
            return set()
        closing = next((i for i in range(end + 1, last) if words[i].text == ","), end)
        return set(range(end, closing))

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
            sentence, source = range(*tree.sents[tree.words[first].sent]), self._learnt_from(first, end)
            index = None if source is None else self.source(source)
            last = end if source is None else max(end, tree.subtree(source.i)[-1] + 1)
            yield Region(frozenset(sentence) - frozenset(range(first, last)), index, direct=False)

    def _learnt_from(self, first: int, end: int) -> Word | None:
        """ "…, a-t-on appris mardi auprès du parquet": of whom it was learnt."""
        verbs = (w for w in self.tree.words[first:end] if w.pos == "VERB")
        told = (c for verb in verbs for c in self.tree.children(verb.i, "obl") if c.i >= end)
        for word in told:
            index = self.source(word) if word.case in self.pack.words["learnt_from"] else None
            if index is not None and self.speech.can_speak(index):
                return word
        return None

    def _is_own(self, word: Word) -> bool:
        """ "selon nos informations": the paper's own words; "selon nos confrères" are others'."""
        if word.lemma in self.pack.words["colleagues"]:
            return False
        own = self.pack.words["possessive_first"] | self.pack.words["possessive_first_plural"]
        return any(c.lower in own for c in self.tree.children(word.i))

    def source(self, word: Word) -> int | None:
        """Return who or what a source names: "selon un rapport", "selon les déclarations de X", "selon ses dires"."""
        if word.lower in self.pack.words["impersonal"]:
            clause = next((c for c in self.tree.children(word.i, "relcl", "acl") if self.speech.tells(c)), None)
            return None if clause is None else self.speech.speaker_of(clause)
        critics = word.lemma in self.pack.words["critics"]
        one = self.speech.reference(word.i) if critics else self._one_of_them(word)
        if one is not None:
            return one
        kind, told = self.pack.nouns.get(word.lemma, ""), self.pack.words["told_things"]
        if word.lemma in self.pack.reporting_nouns.keys() | told or load_schema().fits(
            kind, ("Eventuality", "Concept")
        ):
            owner = self._owner(word)
            owner = self._maker(word) if owner is None else owner
            if owner is not None:
                return owner
        said = self.speech.reference(word.i)
        if said is None or not self.speech.can_speak(said):  # "selon une description du maire", "nos confrères de RTL"
            owners = [
                self.speech.reference(c.i)
                for c in self.tree.children(word.i, "nmod")
                if c.case in self.pack.words["of"]
            ]
            behind = None if said is None else self._named_behind(said)
            return next((i for i in owners if i is not None and self.speech.can_speak(i)), behind)
        return said if self.pack.adposition != "child" else named_speaker(self.speech, said)

    def _one_of_them(self, word: Word) -> int | None:
        """ "selon l'un des témoins, Ali Blin": the name behind the comma is that of the one."""
        if word.pos != "PRON" or word.lower not in self.pack.words["indefinite"]:
            return None
        end = self.tree.subtree(word.i)[-1] + 1
        begins = (j for j, x in enumerate(self.table.items) if x.core[0] == end + 1 and x.kind is MentionKind.NAME)
        named = next((j for j in begins if self.speech.is_person(j)), None)
        return named if named is not None and self.tree.words[end].text == "," else None

    def _owner(self, noun: Word) -> int | None:
        """Whose words a noun of speech means: "des déclarations de X", "ses propos"."""
        of = self.pack.words["of"]
        for child in self.tree.children(noun.i, "nmod", "poss", "det"):
            index = self.speech.reference(child.i)
            index = index if index is None or self.speech.is_somebody(index) else self._named_behind(index)
            if index is None or not self.speech.can_speak(index):
                continue
            if noun.lemma in self.pack.words["speaking_nouns"] and not self.speech.is_somebody(index):
                continue  # "selon des sources proches du dossier"
            if child.rel == "poss" or not child.case or child.case in of or self.pack.adposition == "head":
                return index
            if child.rel == "det" and self.table.items[index].determiner == "possessor":
                return index
        return None

    def _named_behind(self, index: int) -> int | None:
        """ "le site Zumo": the name right behind a description of what does not speak; itself, if there is none."""
        end = self.table.items[index].core[1]
        begins = (j for j, x in enumerate(self.table.items) if x.core[0] == end and x.kind is MentionKind.NAME)
        free = not self.tree.words[end].case if end < len(self.tree.words) else False
        return next((j for j in begins if free and self.speech.can_speak(j)), index)

    def _maker(self, noun: Word) -> int | None:
        """ "selon le récit fait par X"; a report or an inquiry is a source by itself."""
        itself = self.pack.reporting_nouns.get(noun.lemma, REPORTED) == REPORTED
        if itself and noun.lemma not in self.pack.words["told_things"]:
            return None
        for clause in self.tree.children(noun.i, "acl"):
            if clause.lemma in self.pack.words["reading_acts"]:
                continue
            for by in self._agents(clause):
                index = self.speech.reference(by.i)
                if index is not None and self.speech.can_speak(index):
                    return index
        return None

    def _agents(self, participle: Word) -> Iterator[Word]:
        """Who did it, also where the parser takes him for a circumstance."""
        marks = self.pack.words["by"]
        return (c for c in self.tree.children(participle.i, "agent", "obl") if c.rel == "agent" or c.case in marks)

    def _by_clause(self) -> Iterator[Region]:
        """ "Comme le raconte X, …", "…, comme l'a révélé X": the clause that "comme" hangs below."""
        tree = self.tree
        for verb in self.speech.verbs():
            if verb.head == ROOT or verb.i in self.speech.in_quote:
                continue
            mark = tree.child(verb.i, "mark")
            said = (c for c in tree.children(verb.i, "obj", "det") if c.i < verb.i)
            it = next((c for c in said if c.lower in self.pack.words["it_said"]), None)
            if mark is None or it is None or mark.lower not in self.pack.words["as_said"]:
                continue
            index = self._subject_behind(verb)
            if index is not None:
                top = verb.head if verb.rel == "advcl" else self.speech.clause_head(tree.words[verb.head])
                yield Region(frozenset(set(tree.subtree(top)) - set(tree.subtree(verb.i))), index, direct=False)

    def _subject_behind(self, verb: Word) -> int | None:
        for child in self.tree.children(verb.i, *SUBJECTS, "obj", "obl"):
            index = self.speech.reference(child.i)
            if index is not None and not child.case and child.pos != "PRON" and self.speech.can_speak(index):
                return index
        spoken = self.speech.speaker_of(verb)
        return None if spoken is None or self.table.items[spoken].i == verb.i else spoken
