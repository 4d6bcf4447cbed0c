"""Clauses that a verb of speech reports, and what an inserted "affirme X" interrupts."""

from collections.abc import Iterator

from kg.extract.rules.parsing.clitics import is_enclitic
from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Word
from kg.extract.rules.reality.denied import is_withheld
from kg.extract.rules.voice.closing import ClosingClauses
from kg.extract.rules.voice.inversion import LEADING, Inversions
from kg.extract.rules.voice.regions import Region
from kg.extract.rules.voice.speech import Speech
from kg.lang.schema import load_schema

NOUN_CONTENT = frozenset({"claims", "thinks", "denies"})  # speech acts whose object is said, not done
PUBLISHED = frozenset({"announced", "reported"})  # what these make public a medium only tells
REACH = 10  # words from "that" to the subject of its clause
ASKED = ("Agent", "Country", "City")  # who or what may be asked to act
UNSURE_ACTS = frozenset({"claims", "thinks", "denies", "accused"})  # what they report may be untrue


class ReportedSpeech:
    """Finds what verbs of speech report in one article."""

    def __init__(self, speech: Speech) -> None:
        self.speech, self.tree, self.pack = speech, speech.tree, speech.pack
        self.clauses, self.inversions = speech.clauses, Inversions(speech)
        self.closing = ClosingClauses(speech, self.inversions)

    def regions(self) -> Iterator[Region]:
        """Clauses below a verb of speech, and what an inserted "affirme X" interrupts."""
        for verb in self.speech.verbs():
            if self._is_undergone(verb) or is_withheld(self.clauses, verb):
                continue
            speaker = self.inversions.speaker_of(verb)
            if speaker is None:
                yield from self._reported_by_nobody(verb)
                continue
            content: set[int] = set()
            for child in self.tree.children(verb.i, "ccomp", "xcomp", "parataxis", "advcl", "dep", "conj"):
                if self._is_content(verb, child):
                    content.update(set(self.tree.subtree(child.i)) - self._told_besides(verb, child))
            content |= self._told_in(verb)
            content = content or self._behind_that(verb)
            if verb.i not in self.speech.in_quote:
                content |= self.closing.said_by(verb, speaker)
                content |= self.closing.around(verb, speaker) | self.closing.behind_colon(verb, speaker)
                content = content or self._interrupted(verb, speaker) or self.closing.led_up_to(verb, speaker)
            content -= self._before_own_colon(verb, speaker, content)
            content = self._within_quotation(verb, speaker, content - self._behind_speaker(verb, speaker))
            things = self._things(verb, speaker)
            content |= things
            content.discard(verb.i)
            if content:
                yield Region(frozenset(content), speaker, direct=False, verb=verb.i, things=frozenset(things))

    def _is_undergone(self, verb: Word) -> bool:
        """ "s'est vu reconnaître des circonstances atténuantes": what somebody has done to himself he does not say."""
        head = self.tree.words[verb.head] if verb.head != ROOT and "VerbForm=Inf" in verb.morph else None
        suffers = head is not None and verb.rel == "xcomp" and head.lemma in self.pack.words["undergoing"]
        return suffers and self.tree.child(verb.head, "refl") is not None

    def _before_own_colon(self, verb: Word, speaker: int, content: set[int]) -> set[int]:
        """ "Marc Blin est sévère : le texte passera, a-t-il averti": what tells of the speaker before a colon."""
        words, table = self.tree.words, self.speech.table
        first = self.inversions.first_of(verb)
        colon = next((i for i in sorted(content) if words[i].text == ":" and i < first), None)
        if colon is None or table.items[speaker].i < verb.i - LEADING:
            return set()
        before, root = [i for i in content if i <= colon], table.root(speaker)
        acts = (self.speech.reference(i) for i in before if words[i].rel in SUBJECTS and i not in self.speech.in_quote)
        if not any(j is not None and table.root(j) == root for j in acts):
            return set()
        told = (w for w in words if w.rel == "ccomp" and w.i < colon and self.speech.tells(words[w.head]))
        return set(before).difference(*(self.tree.subtree(clause.i) for clause in told))

    def _things(self, verb: Word, speaker: int) -> set[int]:
        """What a verb of speech tells as a noun: "évoque son respect"."""
        acts = verb.lemma in self.pack.words["acting_too"] or verb.lemma in self.pack.words["acting_on_things"]
        told = self.speech.act_of(verb) in NOUN_CONTENT and not acts
        told = told or self._is_news(verb, speaker)
        told = told and self.speech.table.items[speaker].i < verb.i  # "regrette X, une habitante": who X is
        loose = verb.rel in ("acl", "advcl") or (verb.head != ROOT and self.tree.words[verb.head].pos == "ADJ")
        purpose = loose and self.clauses.is_infinitival(verb)  # "pour justifier le renvoi", "compétent pour juger X"
        if not told or purpose or self.clauses.is_negated(verb):
            return set()  # "n'a pas précisé les réformes qu'il veut" tells none
        nouns = [c for c in self.tree.children(verb.i, "obj") if c.i > verb.i and c.pos == "NOUN"]
        met = (set(self.tree.subtree(c.i)) - self._told_by_others(c) for c in nouns if not self._is_met(verb, c))
        return set().union(*met)

    def _is_news(self, verb: Word, speaker: int) -> bool:
        """ "Le Monde annonce le rachat de X": what a medium makes public is its word, not its doing."""
        medium = load_schema().is_a(self.speech.table.items[self.speech.table.root(speaker)].type, "MediaOutlet")
        told = [c for c in self.tree.children(verb.i, "obj") if self._is_event(c)]
        return medium and bool(told) and self.speech.act_of(verb) in PUBLISHED

    def _is_event(self, noun: Word) -> bool:
        return load_schema().is_a(self.pack.nouns.get(noun.lemma) or "Entity", "Eventuality")

    def _is_met(self, verb: Word, noun: Word) -> bool:
        """ "admettre des patients": what some verbs of speech do with persons is no speech."""
        if verb.lemma not in self.pack.words["acting_on_persons"]:
            return False
        index = self.speech.reference(noun.i)
        kind = "" if index is None else self.speech.table.items[self.speech.table.root(index)].type
        return load_schema().fits(kind or "Entity", ("Person", "Group"))

    def _behind_speaker(self, verb: Word, speaker: int) -> set[int]:
        """ "…, a indiqué X, avocate, désignée par Y": what follows a closing speaker describes him."""
        start, (_, end) = self.speech.table.items[speaker].i, self.tree.sents[verb.sent]
        finite = any("VerbForm=Fin" in w.morph for w in self.tree.words[start:end])
        finite = finite and not self._closes_quotation(verb)
        stop = self.speech.table.items[speaker].core[1]
        circumstance = stop + 1 < end and self.tree.words[stop].text == ","
        if circumstance and self.tree.words[stop + 1].lower in self.pack.words["circumstance_marks"]:
            finite = False  # "…, prévient X, alors que le texte arrive"
        if start < verb.i or self.pack.adposition != "child" or not self.speech.is_inverted(verb):
            return set()
        if finite:  # "…, ajoute X, qui est apparue avec son père"
            relative = self.pack.words["relative_subject"]
            start = next((w.i for w in self.tree.words[stop:end] if w.lower in relative), end)
        return set(range(start, end))

    def _closes_quotation(self, verb: Word) -> bool:
        """ ""…", a expliqué X": what follows is told by the article again."""
        first = self.inversions.first_of(verb)
        mark = next((w for w in reversed(self.tree.words[max(0, first - 2) : first]) if w.text != ","), None)
        return mark is not None and mark.text == '"' and verb.i not in self.speech.in_quote

    def _within_quotation(self, verb: Word, speaker: int, content: set[int]) -> set[int]:
        """ ""Je trouve que c'est beau", ajoute X": what a verb in a quotation tells behind its subject ends with it."""
        if verb.i not in self.speech.in_quote or self.speech.table.items[speaker].i > verb.i:
            return content
        first, last, quoted = verb.i, verb.i, self.speech.in_quote
        while first - 1 in quoted:
            first -= 1
        while last + 1 in quoted:
            last += 1
        return content & set(range(first, last + 1))

    def _reported_by_nobody(self, verb: Word) -> Iterator[Region]:
        """ "the lawsuit alleges that …": a clause that is said, by nothing that can be a speaker of the graph."""
        aside = self._interrupted(verb) if verb.rel == "parataxis" and verb.i not in self.speech.in_quote else set()
        if aside:  # "Apple, dit-on, a racheté X"
            yield Region(frozenset(aside), None, direct=False)
        told = [
            c for c in self.tree.children(verb.i, "subj", "expl", "advcl", "dep") if c.i < verb.i or c.rel == "expl"
        ]
        if self.speech.act_of(verb) not in UNSURE_ACTS or not any(c.pos != "VERB" for c in told):
            return  # "few believe that …"; an infinitive or an imperative is nobody's
        for child in self.tree.children(verb.i, "ccomp", "xcomp"):
            if self._is_content(verb, child):
                yield Region(frozenset(self.tree.subtree(child.i)) - {verb.i}, None, direct=False, verb=verb.i)

    def _is_content(self, verb: Word, child: Word) -> bool:
        if child.rel == "xcomp" and (self._is_act(verb) or self._is_gerund(verb, child)):
            return False
        if child.rel in ("ccomp", "xcomp"):
            if any(c.lower in self.pack.words["circumstance_marks"] for c in self.tree.children(child.i, "mark")):
                return False  # "X est intervenu alors que …"
            if self._is_parted(verb, child) or self._is_of_object(verb, child) or self.speech.is_unled(verb, child):
                return False
            if self._is_of_noun(verb, child) or self._is_of_speaker(verb, child):
                return False
            return child.pos in ("VERB", "AUX", "NOUN", "ADJ", "PROPN") and child.text != '"'
        if child.rel == "conj" or self.speech.has_object(verb) or self._is_setting(verb, child):
            return False
        finite = "VerbForm=Part" not in child.morph or self.tree.child(child.i, "aux", "aux:pass") is not None
        before = child.i < verb.i and self.speech.is_inverted(verb)
        return before and finite and child.pos in ("VERB", "AUX", "NOUN", "ADJ")

    def _is_parted(self, verb: Word, child: Word) -> bool:
        """ "X left, hours before Y said that …": what stands before a clause of time is not said in it."""
        marks = self.tree.children(verb.i, "mark")
        return any(child.i < c.i and c.lower in self.pack.words["circumstance_marks"] for c in marks)

    def _is_of_object(self, verb: Word, child: Word) -> bool:
        """ "trouver des idées sur lesquelles s'appuyer": an infinitive right behind the verb's object is no speech."""
        if self.pack.adposition != "child" or child.rel != "xcomp" or not self.clauses.is_unmarked_infinitive(child):
            return False
        objects = self.tree.children(verb.i, "obj")
        later = self.clauses.is_perfect_infinitive(child)
        nouns = (c for c in objects if c.pos == "NOUN" and c.lemma not in self.pack.lists["temporal"])
        return not later and any(verb.i < c.i < child.i for c in nouns)

    def _is_of_noun(self, verb: Word, child: Word) -> bool:
        """ "se dit triste du décès de X, que Y avait côtoyé": who says of himself how he is says no second clause."""
        itself = self.tree.child(verb.i, "refl") is not None
        told = itself and any(c.i < child.i and c.pos == "ADJ" for c in self.tree.children(verb.i, "xcomp"))
        before = self.tree.words[self.tree.subtree(child.i)[0] - 1].text
        return child.rel == "ccomp" and told and before == ","

    def _is_of_speaker(self, verb: Word, child: Word) -> bool:
        """ "…, conclut-il, plutôt amusé par l'incident": a participle or adjective behind a comma tells how he is."""
        bare = child.pos == "ADJ" or self.speech.syntax.is_past_participle(child)
        bare = bare and self.tree.child(child.i, "aux", "aux:pass", "cop", *SUBJECTS) is None
        itself = self.tree.child(verb.i, "refl") is not None
        before = self.tree.words[self.tree.subtree(child.i)[0] - 1].text
        return child.rel == "xcomp" and bare and not itself and before == "," and child.i > verb.i

    def _told_besides(self, verb: Word, child: Word) -> set[int]:
        """ "se dit démunie face au virus, qui fait peur": what a thing does that somebody's state is told by."""
        if child.rel != "xcomp" or self.pack.adposition != "child" or verb.i in self.speech.in_quote:
            return set()
        if "VerbForm=Inf" in child.morph or self.tree.child(child.i, "aux") is not None:
            return self._done_before(child) if self.clauses.is_infinitival(child) else set()
        return self._told_by_others(child)

    def _done_before(self, child: Word) -> set[int]:
        """ "a promis d'agir, après avoir rencontré X": behind a comma, what the speaker had done is no part of it."""
        clauses = (c for c in self.tree.children(child.i, "advcl") if self.clauses.is_perfect_infinitive(c))
        spans = [self.tree.subtree(c.i) for c in clauses if c.i > child.i and self.tree.child(c.i, "mark") is not None]
        spans = [span for span in spans if self.tree.words[span[0] - 1].text == ","]
        spans += [self.tree.subtree(c.i) for c in self.tree.children(child.i, "conj") if self._is_finite(c)]
        return {i for span in spans for i in span}

    def _is_finite(self, verb: Word) -> bool:
        """ "a promis d'agir, mais n'a rien fait": a verb of its own, joined to no infinitive; not "et qu'il agira"."""
        if any(c.lower in self.pack.words["that"] for c in self.tree.children(verb.i, "mark")):
            return False
        return any("VerbForm=Fin" in w.morph for w in (verb, *self.tree.children(verb.i, "aux", "aux:pass", "cop")))

    def _is_gerund(self, verb: Word, child: Word) -> bool:
        """ "a poursuivi en faisant sortir la salle", "said after meeting Y": a circumstance, or who speaks."""
        carriers = (child, *self.tree.children(child.i, "aux"))
        if not any(self.speech.syntax.is_present_participle(w) for w in carriers):
            return False
        marks = self.pack.words["gerund_marks"]
        by = self.tree.words[self.tree.subtree(child.i)[0]].lower in marks or child.case in marks
        itself = self.tree.child(verb.i, "refl") is not None  # "s'est déclaré confiant"
        return by or (self.pack.adposition == "child" and not itself)

    def _is_setting(self, verb: Word, child: Word) -> bool:
        """ "Alors que le débat s'ouvre, X appelle au calme", "Invité de RTL, X a dit …": a clause before who speaks.

        The parser may hang the noun of "Après une nuit qui a été longue" below its relative clause.
        """
        subject = self.tree.child(verb.i, *SUBJECTS)
        if subject is None or not child.i < subject.i < verb.i:
            return False
        opening = self.tree.words[self.tree.subtree(child.i, ("punct",))[0]].pos in ("SCONJ", "ADP")
        marked = child.rel == "advcl" and (opening or self.tree.child(child.i, "mark") is not None)
        said = any(c.lower in self.pack.words["it_said"] for c in self.tree.children(verb.i, "obj"))
        return marked or (self.pack.adposition == "child" and not is_enclitic(self.pack, subject) and not said)

    def _told_in(self, verb: Word) -> set[int]:
        """ "said in a statement that …": the clause hangs below the statement."""
        content: set[int] = set()
        for noun in self.tree.children(verb.i, "obl", "obj"):
            told = noun.lemma in self.pack.reporting_nouns
            told = told or load_schema().is_a(self.pack.nouns.get(noun.lemma, ""), "CommunicationEvent")
            for clause in self.tree.children(noun.i, "acl", "ccomp", "relcl") if told else ():
                if self._has_complementizer(clause) and self.tree.child(clause.i, *SUBJECTS) is not None:
                    content.update(self.tree.subtree(clause.i))
        return content

    def _behind_that(self, verb: Word) -> set[int]:
        """ "…, ajoutant que l'usine a fermé": what opens with "that" right behind a verb, whatever it hangs on."""
        words, end, that = self.tree.words, self.tree.sents[verb.sent][1], verb.i + 1
        if self.pack.adposition != "child" or verb.i in self.speech.in_quote or self.clauses.is_negated(verb):
            return set()
        if that >= end or words[that].lower not in self.pack.words["that"] or words[that].pos != "SCONJ":
            return set()
        found = range(that, next((w.i for w in words[that:end] if w.text == ";"), end))
        acts = any(words[i].rel in (*SUBJECTS, "expl") for i in found[:REACH])  # no "estime que non"
        return set(found) if acts and any("VerbForm=Fin" in words[i].morph for i in found) else set()

    def _told_by_others(self, noun: Word) -> set[int]:
        """ "X a commenté la rumeur selon laquelle …", "X a démenti des bruits qui couraient": X does not say so."""
        inside = [self.tree.words[i] for i in self.tree.subtree(noun.i)]
        below = [w for w in inside if w.rel in ("relcl", "acl", "advcl") and w.i not in self.speech.in_quote]
        clauses = [c for c in below if self._is_told_besides(c)]
        clauses += [c for c in self.tree.children(noun.i, "appos") if self._is_set_off(noun, c)]
        return {i for clause in clauses for i in self.tree.subtree(clause.i)}

    def _is_told_besides(self, clause: Word) -> bool:
        """Whether a clause below a noun is of another source, granted, or a participle behind a comma."""
        if self._has_source(clause):
            return True
        if clause.rel == "relcl":
            return self._is_granted(clause)
        before = self.tree.words[self.tree.subtree(clause.i)[0] - 1].text
        return before == "," and self.speech.syntax.is_past_participle(clause)

    def _is_set_off(self, noun: Word, beside: Word) -> bool:
        """ "X a évoqué un vaccin, arme contre la pandémie": what a noun behind a comma tells of a thing."""
        first = self.tree.subtree(beside.i)[0]
        free = first not in self.speech.in_quote and self.tree.words[first].pos in ("NOUN", "ADJ")
        return free and noun.i < first and self.tree.words[first - 1].text == ","

    def _is_granted(self, clause: Word) -> bool:
        """Whether a relative clause tells what is or was; what would or will be is told by who speaks of it."""
        carriers = (clause, *self.tree.children(clause.i, "aux", "aux:pass", "cop"))
        return not any("Mood=Cnd" in w.morph or "Tense=Fut" in w.morph for w in carriers)

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
        """ "wants to leave": the infinitive is what is aimed at, not a statement; a promise is its speaker's word.

        So is what somebody asks of another: "urged X to leave".
        """
        effects = [e for e in self.pack.governors.get(verb.lemma, ()) if e != "actual"]
        kind = self.speech.act_of(verb)
        asks = kind == "requested" or verb.lemma in self.pack.words["addressed"]
        asks = asks and verb.lemma not in self.pack.words["acting_too"] and self._is_addressed(verb)
        return bool(effects) and kind not in ("denies", "promised", "accused") and not asks

    def _is_addressed(self, verb: Word) -> bool:
        """Whether somebody is asked: "a demandé à X de partir", "appelle X à partir", "ordered Chile to act"."""
        asked = (self.speech.reference(c.i) for c in self.tree.children(verb.i, "obj", "iobj", "obl"))
        items, root = self.speech.table.items, self.speech.table.root
        return any(i is not None and load_schema().fits(items[root(i)].type, ASKED) for i in asked)

    def _is_object(self, verb: Word, speaker: int) -> bool:
        """Whether the parser took the speaker behind a verb for its object."""
        word = self.tree.words[self.speech.table.items[speaker].i]
        return word.rel == "obj" and word.head == verb.i and word.i > verb.i

    def _interrupted(self, verb: Word, speaker: int | None = None) -> set[int]:
        """The clause into which a parenthesis of speech is inserted."""
        own_object = speaker is not None and self._is_object(verb, speaker)
        inverted = (own_object or self.speech.is_inverted(verb)) and "VerbForm=Inf" not in verb.morph
        if verb.head == ROOT or verb.rel in ("relcl", "acl", "xcomp", "advcl") or not inverted:
            return set()
        taken_up = self.pack.words["relative_object"]  # "a écarté la grâce, que réclamait X"
        if any(c.rel == "mark" or (c.rel == "obj" and c.lower in taken_up) for c in self.tree.children(verb.i)):
            return set()
        if self.speech.has_object(verb) and not own_object:
            return set()
        if self.speech.syntax.is_passive(verb) or (verb.rel == "conj" and self.tree.child(verb.i, "cc") is not None):
            return set()  # "qui a coûté cher, et qui a été dénoncée par X"
        if speaker is not None and self._leads_to_colon(verb, speaker):
            return set()
        own = set(self.tree.subtree(verb.i))
        return set(self.tree.subtree(verb.head)) - own

    def _leads_to_colon(self, verb: Word, speaker: int) -> bool:
        """ "Invité de RTL, X a indiqué : "…"": a subject before its verb says what the colon opens, no more."""
        behind = [w.text for w in self.tree.words[verb.i + 1 : verb.i + 3]]
        return self.pack.adposition == "child" and self.speech.table.items[speaker].i < verb.i and ":" in behind
