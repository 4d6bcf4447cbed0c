"""Who stands behind an inverted verb: "…", a écrit sur son compte la chanteuse X", "…, dit-elle"."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.rules.coreference.voices import TOLD
from kg.extract.rules.parsing.clitics import bare_form, is_enclitic
from kg.extract.rules.parsing.tree import SUBJECTS, Word
from kg.extract.rules.voice.anybody import said_at
from kg.extract.rules.voice.closed_quotes import closes_what_is_quoted
from kg.extract.rules.voice.named_speakers import named_speaker
from kg.extract.rules.voice.speech import Speech
from kg.lang.schema import load_schema
from kg.model import MentionKind

REACH = 16  # words behind the verb in which its subject stands
TITLE = 8  # words of a name between quotation marks, with them
HEARD = 12  # mentions before a quotation among which who speaks is looked for
LEADING = 5  # words before the verb: auxiliaries, "de son côté"
FIRST = frozenset({"VERB", "AUX", "PRON", "X", "PROPN", "ADV"})
CLOSING = frozenset({".", '"', ";", "!", "?", ":", "(", "..."})


@dataclass(frozen=True, slots=True)
class Inversion:
    """An inverted clause of speech: `speaker` is a reference index, None where the text does not tell whose."""

    first: int
    end: int  # behind the speaker
    speaker: int | None
    goes_on: bool = False  # "ajoute le généticien": who spoke just before
    answers: bool = False  # "lui répond le ministre": somebody else than who spoke just before


class Inversions:
    """Finds inverted clauses of speech by the places of words, whatever the parser made of them."""

    def __init__(self, speech: Speech) -> None:
        self.speech, self.tree, self.pack, self.table = speech, speech.tree, speech.pack, speech.table

    def at(self, first: int, *, within: bool) -> Inversion | None:
        """Return the inverted clause that begins at a word.

        Args:
            within: whether the clause stands in a quotation, where only a verb of speech that names somebody is one.
        """
        verb = self._verb(first, within=within)
        if verb is None:
            return None
        pronoun = self._clitic(first, verb)
        if pronoun is not None:
            if self._is_impersonal(first, verb):
                return None if within else Inversion(first, max(pronoun.i, verb.i) + 1, self._document_of(verb))
            index = self.speech.reference(pronoun.i)
            first_person = index is not None and self.table.items[index].determiner.startswith("first")
            if first_person or (within and index is None):
                return None
            if index is not None:
                self._leave_quotation(index)
            else:
                index = said_at(self.tree, self.pack, self.table, verb)
            return Inversion(first, max(pronoun.i, verb.i) + 1, index)
        return self._named(first, verb, within=within)

    def described_end(self, inversion: Inversion, last: int) -> int:
        """Behind the speaker and what is apposed: "…, explique Luc Roux, maire de Lyon, …"."""
        words, end = self.tree.words, inversion.end
        if inversion.speaker is not None and self.table.items[inversion.speaker].kind is MentionKind.NOMINAL:
            end = max(end, *(behind for _, behind in self.table.items[inversion.speaker].extents))
            end = self._named_end(inversion.speaker, end)
        if end + 1 < last and words[end].text == "," and words[end + 1].lower in self.pack.words["relative_subject"]:
            return next((i for i in range(end + 2, last) if words[i].text in (",", ".")), end)
        if end >= last or words[end].text != "," or end + 1 == len(words) or words[end + 1].is_title:
            return end
        cited = self.speech.syntax.is_past_participle(words[end + 1])  # "…, citée par le journal."
        if words[end + 1].pos != "NOUN" and not cited and not self._is_apposed(inversion.speaker, end + 1):
            return end
        stop = next((i for i in range(end + 1, last) if words[i].text in (",", ".")), end)
        inside = words[end + 1 + cited : stop]
        return end if any(w.pos in ("VERB", "AUX") for w in inside) else stop

    def _is_apposed(self, speaker: int | None, start: int) -> bool:
        """ "…, reconnaît Luc Roux, la directrice des prix. …": a description of the speaker that begins at a word."""
        words, items = self.tree.words, self.table.items
        if speaker is None or start + 1 >= len(words) or words[start].pos != "DET":
            return False
        root = self.table.root(speaker)
        return any(x.core[0] == start and self.table.root(j) == root for j, x in enumerate(items))

    def _named_end(self, speaker: int, end: int) -> int:
        """ "…, s'amuse le père Luc Roux": behind the name that follows a description of the same person."""
        items, root = self.table.items, self.table.root(speaker)
        follow = (x.core[1] for j, x in enumerate(items) if x.core[0] == end and self.table.root(j) == root)
        return next(follow, end)

    def speaker_of(self, verb: Word) -> int | None:
        """Return the subject of a verb of speech; behind a closing verb, who stands there by place."""
        speaker = self.speech.speaker_of(verb)
        if speaker is not None and self.table.items[speaker].i > verb.i:
            return speaker
        closing = self._closing(verb)
        if closing is not None:
            self.speech.syntax.set_subject(verb.i, self.table.items[closing].i)
        return speaker if closing is None else closing

    def _closing(self, verb: Word) -> int | None:
        """ "…, ont précisé à l'AFP les garde-côtes": who stands behind a verb that follows a comma."""
        first = self.first_of(verb)
        if self.pack.adposition != "child" or self.tree.words[first - 1].text != "," or verb.i in self.speech.in_quote:
            return None
        bare = self.speech.syntax.is_past_participle(verb) and first == verb.i
        if bare or self._clitic(first, verb) is not None:
            return None
        found = None if self.may_have_object(verb, first) else self.at(first, within=True)
        if found is None or found.speaker is None:
            return None
        between = self.tree.words[verb.i + 1 : self.table.items[found.speaker].core[0]]
        if any(w.text == "," or w.pos == "VERB" for w in between):
            return None
        return None if self._acts(found.end, self.tree.sents[verb.sent][1]) else found.speaker

    def may_have_object(self, verb: Word, first: int) -> bool:
        """Whether who stands behind a verb may be whom it accuses or meets, the subject being before it."""
        lemma, subject = verb.lemma, self.tree.child(verb.i, *SUBJECTS)
        if lemma in self.pack.words["telling_only"] or closes_what_is_quoted(self.speech, verb, first, subject):
            return False
        met = self.pack.words["acting_too"] | self.pack.words["acting_on_persons"]
        told = self.pack.reporting.get(lemma) in TOLD and lemma not in met
        return not told or (subject is not None and subject.i < first and not self._is_of_another(verb, subject, first))

    def _is_of_another(self, verb: Word, subject: Word, first: int) -> bool:
        """ "Le fils du maire, âgé de 20 ans, part, raconte X": the subject of the clause that stands between."""
        clauses = self.tree.children(verb.i, "advcl", "ccomp", "parataxis", "dep")
        between = (c for c in clauses if subject.i < c.i < first and self.tree.child(c.i, "mark", *SUBJECTS) is None)
        finite = any("VerbForm=Fin" in w.morph for c in between for w in (c, *self.tree.children(c.i, "aux")))
        return finite and self.tree.words[first - 1].text == ","

    def first_of(self, verb: Word) -> int:
        """The first word of a verb's own: its auxiliaries, adverbs and clitics: "a de son côté dit"."""
        words, start = self.tree.words, self.tree.sents[verb.sent][0]
        first = min((c.i for c in self.tree.children(verb.i, "aux")), default=verb.i)
        if first > verb.i or any(w.text == "," for w in words[first : verb.i]):
            first = verb.i
        while first > start and words[first - 1].text != ",":
            word = words[first - 1]
            if word.pos not in ("AUX", "ADV") and word.rel != "refl" and not is_enclitic(self.pack, word):
                break
            first -= 1
        return first

    def _acts(self, start: int, end: int) -> bool:
        """Whether a verb follows of which what stands before it is the subject."""
        for word in self.tree.words[start:end]:
            if word.pos in ("PUNCT", "SCONJ", "CCONJ") or word.lower in self._links():
                return False
            if word.pos in ("VERB", "AUX") and "VerbForm=Fin" in word.morph:
                return True
        return False

    def _verb(self, first: int, *, within: bool) -> Word | None:
        """The verb of the clause; what stands before it is no subject."""
        words = self.tree.words
        started = False
        for word in words[first : first + LEADING]:
            after_clitic = started and words[word.i - 1].lower in self.pack.words["reflexive"]
            if not within and (not started or after_clitic) and self._is_misread(word):
                return word
            if not started and (word.pos not in FIRST or word.lower in self._links()):
                return None
            if self.speech.is_verb(word):
                return None if self.speech.syntax.is_present_participle(word) else word  # "…", ajoutant que …"
            if word.pos == "VERB":
                return None if within or self._describes(word, first) else word
            subject = word.pos in ("PRON", "NOUN", "PROPN") and word.rel in ("subj", "subj:pass") and not word.case
            told_to = word.lower in self.pack.words["object_clitics"]
            if word.text in CLOSING or (subject and not told_to and not is_enclitic(self.pack, word)):
                return None
            started = True
        return None

    def _is_misread(self, word: Word) -> bool:
        """Whether the parser takes a verb for a noun or an adjective: "…", liste encore Europe 1"; not "note-t-il"."""
        if word.pos not in ("NOUN", "ADJ") or self.tree.child(word.i, "det") is not None:
            return False
        behind = self.tree.words[min(word.i + 1, len(self.tree.words) - 1)]
        told = any(form + end in self.pack.reporting for form, end in self._stems(word.lower))
        return told and not is_enclitic(self.pack, behind)

    def _stems(self, form: str) -> Iterator[tuple[str, str]]:
        """A form without the ending of a regular present, with the ending of its infinitive."""
        for pair in self.pack.words["regular_presents"]:
            present, infinitive = pair.split()
            if form.endswith(present):
                yield form.removesuffix(present), infinitive

    def _describes(self, word: Word, first: int) -> bool:
        """Whether a participle has no subject behind it: "…", ouverte pour vol"."""
        syntax = self.speech.syntax
        bare = all(w.pos != "AUX" for w in self.tree.words[first : word.i])
        return syntax.is_present_participle(word) or (bare and syntax.is_past_participle(word))

    def _links(self) -> frozenset[str]:
        words = self.pack.words
        return words["relative_subject"] | words["relative_object"] | words["impersonal"]

    def _clitic(self, first: int, verb: Word) -> Word | None:
        """ "a-t-elle dit", "dit-il"."""
        for word in self.tree.words[first : verb.i + 3]:
            if word.pos == "PRON" and is_enclitic(self.pack, word) and not self._is_of_nobody(word):
                return word
        return None

    def _is_of_nobody(self, word: Word) -> bool:
        """Whether what is hung on a verb is a linking sound, or stands for nobody: "est-ce"."""
        words = self.pack.words
        return word.lower in words["linking_sounds"] or bare_form(self.pack, word) in words["thing_clitics"]

    def _is_impersonal(self, first: int, verb: Word) -> bool:
        """ "est-il précisé dans le communiqué": nobody whom the pronoun stands for; not "s'est-il étonné"."""
        reflexive = any(w.lower in self.pack.words["reflexive"] for w in self.tree.words[first : verb.i])
        passive = self.tree.child(verb.i, "aux:pass") is not None and self.tree.child(verb.i, "aux") is None
        return passive and not reflexive

    def _document_of(self, verb: Word) -> int | None:
        """The document in which something is written."""
        found = (self.speech.reference(c.i) for c in self.tree.children(verb.i, "obl"))
        kinds = ((i, self.table.items[self.table.root(i)].type) for i in found if i is not None)
        return next((i for i, kind in kinds if load_schema().is_a(kind, "CommunicationEvent")), None)

    def _leave_quotation(self, index: int) -> None:
        """ "Luc viendra, a-t-il dit": who speaks is nobody that only the quotation names."""
        items, table = self.table.items, self.table
        before = [j for j in range(index) if self._is_heard(j)]
        root = table.root(index)
        meant = {table.root(j) for j in (root, *items[root].members)}
        if not before or any(table.root(j) in meant for j in before[-HEARD:]):
            return
        sexes = items[index].gender
        people = [
            j for j in before[-HEARD:] if self.speech.is_person(j) and table.items[table.root(j)].gender in ("", sexes)
        ]
        subjects = [j for j in people if self.tree.words[items[j].i].rel in SUBJECTS]
        known = any(table.root(j) == root for j in before)
        if people or not known:
            items[index].antecedent = table.root((subjects or people)[-1]) if people else None

    def _is_heard(self, j: int) -> bool:
        return self.table.items[j].i not in self.speech.in_quote

    def _named(self, first: int, verb: Word, *, within: bool) -> Inversion | None:
        """The first noun phrase behind the verb that no adposition leads."""
        words = self.tree.words
        led, skipped = False, 0
        for word in words[verb.i + 1 : verb.i + REACH]:
            if led and word.text == '"' and skipped < word.i:
                skipped = self._end_of_title(word.i)  # "dans "Le Dauphiné", le major Blin"
            if word.i <= skipped:
                continue
            if self._ends(word, verb):
                break
            led = word.pos == "ADP" or (led and not self._frees(word))
            if self._is_anybody(word) and not led:
                return None if within else Inversion(first, word.i + 1, None)  # "raconte un des participants"
            index = self.speech.reference(word.i)
            if index is not None and self._is_subject(index, led=led):
                index = self._whole(index)
                index = named_speaker(self.speech, index)
                if self.speech.can_speak(index) and not self.speech.is_paper(index):
                    end = self.table.items[index].core[1]
                    return Inversion(first, end, index, self._goes_on(first, verb), self._answers(first, verb))
                if not word.case and word.lemma not in self.pack.lists["temporal"]:
                    return None if within else Inversion(first, word.i + 1, None)
        return None

    def _whole(self, index: int) -> int:
        """ "le Premier secrétaire": what was taken for a name within a description, before its noun, is none."""
        first, last = self.table.items[index].core
        whole = (
            j
            for j, x in enumerate(self.table.items)
            if x.kind is MentionKind.NOMINAL and x.core[0] <= first and last <= x.i
        )
        return next(whole, index)

    def _ends(self, word: Word, verb: Word) -> bool:
        """Whether no subject can stand from a word on."""
        subordinate = word.pos == "SCONJ" and word.rel == "mark"
        return word.text in CLOSING or word.sent > verb.sent + 1 or subordinate or self._begins_clause(word, verb)

    def _end_of_title(self, i: int) -> int:
        """The mark that closes a name between quotation marks, 0 if it is not near."""
        return next((w.i for w in self.tree.words[i + 1 : i + TITLE] if w.text == '"'), 0)

    def _is_anybody(self, word: Word) -> bool:
        """ "raconte un des participants", "estime une autre": somebody of whom nothing more is told."""
        if word.lower in self.pack.words["other_persons"]:
            behind = self.tree.words[word.i + 1 : word.i + 2]
            return word.pos != "ADJ" and all(w.pos not in ("NOUN", "ADJ") for w in behind)
        return word.pos == "PRON" and word.lower in self.pack.words["indefinite_persons"]

    def _goes_on(self, first: int, verb: Word) -> bool:
        adverbs = self.pack.words["going_on_adverbs"]
        return verb.lemma in self.pack.words["going_on"] or any(
            w.lower in adverbs for w in self.tree.words[first : verb.i + 2]
        )

    def _answers(self, first: int, verb: Word) -> bool:
        told = any(w.lower in self.pack.words["object_clitics"] for w in self.tree.words[first : verb.i])
        return told or verb.lemma in self.pack.words["answering"]

    def _frees(self, word: Word) -> bool:
        """Whether a word ends what an adposition leads."""
        if word.text == "," or word.lemma in self.pack.lists["temporal"]:
            return True
        return word.pos == "DET" and self.tree.words[word.i - 1].pos != "ADP"

    def _begins_clause(self, word: Word, verb: Word) -> bool:
        return word.lower in self.pack.words["relative_subject"] or (
            word.pos in ("VERB", "AUX")
            and word.i > verb.i + 2
            and not word.is_title
            and not self.speech.syntax.is_past_participle(word)
        )

    def _is_subject(self, index: int, *, led: bool) -> bool:
        """Whether a reference behind a verb is its subject by what stands before it."""
        item = self.table.items[index]
        words = self.tree.words
        start = item.core[0]
        before = words[start - 1]
        while before.pos == "DET" and before.i > 0:
            before = words[before.i - 1]
        if item.kind is MentionKind.PRONOUN or item.determiner in ("possessor", "adjective") or before.pos == "ADP":
            return False
        if not led:
            return not words[item.i].case or words[start].pos == "DET"
        if (
            before.lower in self.pack.courtesies
        ):  # "dans un communiqué Mme Roux", but "à Mme Roux", "à l'avocat Me Roux"
            before = words[before.i - 1]
        person = item.kind is MentionKind.NAME and item.type == "Person" and before.pos != "ADP"
        return person and not self._is_title(before)  # "sur la radio NPR Mariann Budde", but "au député Jean Roux"

    def _is_title(self, word: Word) -> bool:
        lists = self.pack.lists
        return any(word.lemma in lists[name] or word.lower in lists[name] for name in TITLES)


TITLES = ("titles", "positions", "occupations")
