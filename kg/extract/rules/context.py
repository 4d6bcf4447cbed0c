"""Whether a predicate is affirmed, and how real it is: negation, tense, mood, and the words that govern it."""

from dataclasses import dataclass
from itertools import pairwise

from kg.extract.rules import prospects
from kg.extract.rules.syntax import Syntax
from kg.extract.rules.tree import ROOT, Word
from kg.extract.rules.unsettled import (
    find_doubted,
    governed_beside,
    has_condition,
    is_bare_infinitive,
    is_only_ahead,
    is_whenever,
)
from kg.model import Modality, Polarity

# The higher wins where several apply: a wish to be able to promise is a wish.
STRENGTH = {
    Modality.ACTUAL: 0, Modality.GENERIC: 1, Modality.PLANNED: 2, Modality.PROMISED: 3, Modality.OBLIGATED: 4,
    Modality.POSSIBLE: 5, Modality.DESIRED: 6, Modality.CONDITIONAL: 7,
}  # fmt: skip
STATING = frozenset({"claims", "announced", "reported", "accused"})  # what is said so is said as a fact
GOVERNED = frozenset({"xcomp", "ccomp", "acl", "csubj", "obl", "nmod", "subj"})
CLIMB = frozenset(
    {
        "xcomp",
        "ccomp",
        "acl",
        "advcl",
        "csubj",
        "conj",
        "obj",
        "subj",
        "subj:pass",
        "nmod",
        "obl",
        "attr",
        "relcl",
        "parataxis",
    }
)


@dataclass(frozen=True, slots=True)
class Reality:
    """What becomes of a fact."""

    polarity: Polarity
    modality: Modality
    past: bool


class Context:
    """Reads polarity and modality off one tree."""

    def __init__(self, syntax: Syntax) -> None:
        self.syntax, self.tree, self.pack = syntax, syntax.tree, syntax.pack
        self.words = syntax.pack.words
        self._doubted = frozenset(find_doubted(self.tree, self.pack))

    def judge(self, trigger: int, verb: int, *, noun: bool = True) -> Reality:
        """Judge a predicate by its trigger and by the verb that carries its tense (both words)."""
        state = _State()
        self._judge_word(self.tree.words[verb], state)
        if noun and self.tree.words[trigger].pos in ("NOUN", "PROPN", "ADJ"):
            self._judge_noun(self.tree.words[trigger], state)
        self._climb(self.tree.words[verb], state)
        if trigger == verb and self.tree.words[trigger].pos == "NOUN":
            self._judge_clause_around(self.tree.words[trigger], state)
        if self._is_question(trigger) or trigger in self._doubted:
            state.weaken(Modality.POSSIBLE)
        past = self.is_former(trigger) or self._has_ended(trigger) or prospects.was_once(self.tree, self.pack, trigger)
        return Reality(Polarity.NEGATIVE if state.negative else Polarity.POSITIVE, state.modality, past)

    def _judge_clause_around(self, noun: Word, state: "_State") -> None:
        """What a noun says in a clause that did not happen is no fact either ("pour récupérer sa licence")."""
        if self.tree.child(noun.i, "cop") is not None:
            return
        for above in self.tree.ancestors(noun.i):
            if above.pos in ("VERB", "AUX"):
                around = self.judge(above.i, above.i, noun=False)
                if around.polarity is Polarity.NEGATIVE:
                    state.weaken(Modality.POSSIBLE)
                state.weaken(around.modality)
                return

    def _judge_word(self, word: Word, state: "_State") -> None:
        if word.pos in ("VERB", "AUX", "ADJ") or self.tree.child(word.i, "cop") is not None:
            if self.is_negated(word):
                state.negative = not state.negative
            state.weaken(self._tense(word))
            self._judge_cleft(word, state)
        if word.i in self._doubted or is_bare_infinitive(self.tree, self.pack, word):
            state.weaken(Modality.POSSIBLE)
        if is_whenever(self.tree, self.pack, word):
            state.weaken(Modality.GENERIC)
        if has_condition(self.tree, self.pack, word):
            state.weaken(Modality.CONDITIONAL)
        self._judge_marks(word, state)

    def _judge_cleft(self, word: Word, state: "_State") -> None:
        """ "Ce n'est pas Renault qui a racheté X": denied of Renault."""
        relative = next(
            (c for c in self.tree.children(word.i, "subj") if c.lower in self.words["relative_subject"]), None
        )
        if relative is None or relative.i < 2:
            return
        noun = self.tree.words[relative.i - 1]
        noun = self.tree.words[noun.head] if noun.rel == "name" and noun.head != ROOT else noun
        copula = self.tree.words[noun.head] if noun.rel == "attr" and noun.head != ROOT else noun
        opened = any(c.lower in self.words["cleft"] for c in self.tree.children(copula.i, "subj", "expl"))
        said = copula is not noun or self.tree.child(noun.i, "cop") is not None
        if opened and said and self.is_negated(copula):
            state.negative = not state.negative

    def _judge_marks(self, word: Word, state: "_State") -> None:
        marks = [c.lower for c in self.tree.children(word.i, "mark", "advmod", "case")]
        joined = " ".join(marks)
        if any(m in self.words["conditional_marks"] for m in marks[:2]) and "VerbForm=Inf" not in word.morph:
            state.weaken(Modality.CONDITIONAL)
        if any(m in self.words["without"] for m in marks) or word.case in self.words["without"]:
            state.negative = True
        if word.rel in ("advcl", "xcomp", "acl", "ccomp") and self._is_purpose(word, marks):
            state.weaken(Modality.DESIRED)
        if joined.startswith(tuple(self.words["rather_than"])) and "VerbForm=Inf" in word.morph:
            state.negative = True
            state.weaken(Modality.DESIRED)
        if word.head == ROOT and self._opens_with_that(word):
            state.weaken(Modality.POSSIBLE)
        if self._is_inverted_condition(word):
            state.weaken(Modality.CONDITIONAL)
        before = marks[:1] and marks[0] in self.words["before_marks"] and self._is_infinitival(word)
        if before and not self._came_to_pass(word, marks[0]):
            state.weaken(Modality.POSSIBLE)
        self._judge_cues(word, state)

    def _judge_cues(self, word: Word, state: "_State") -> None:
        """Adverbs and complements that leave an act open: "reportedly", "against buying X", "under the plan"."""
        if word.rel == "xcomp" and word.case in self.words["against"]:
            state.weaken(Modality.DESIRED)  # "was against buying X"
        if prospects.under_plan(self.tree, self.pack, word):
            state.weaken(Modality.PLANNED)
        unsure = self.words["uncertain_adverbs"] | self.words["almost"]
        if any(c.lower in unsure for c in self.tree.children(word.i, "advmod")):
            state.weaken(Modality.POSSIBLE)

    def _came_to_pass(self, word: Word, mark: str) -> bool:
        """ "a dirigé X avant de rejoindre Y" tells two things in order; "est mort avant de signer" only one."""
        head = self.tree.words[word.head] if word.head != ROOT else word
        told = mark in self.words["before"] and self._is_past(head) and not self.syntax.is_passive(head)
        return told and head.lemma not in self.words["dying"] and not self.is_negated(head)

    def _is_past(self, verb: Word) -> bool:
        """Whether a clause tells of the past: "a permis", "dirigea", "dirigeait"."""
        tense = self._tense(verb) is Modality.ACTUAL
        carriers = [c for c in (verb, *self.tree.children(verb.i, "aux")) if "VerbForm=Fin" in c.morph and tense]
        compound = any(c.i != verb.i and "Tense=Pres" in c.morph for c in carriers)
        return compound or any("Tense=Past" in c.morph or "Tense=Imp" in c.morph for c in carriers)

    def _is_purpose(self, word: Word, marks: list[str]) -> bool:
        if self.pack.adposition == "head":
            if word.head != ROOT and self.tree.words[word.head].lemma in self.words["outcomes"]:
                return False  # "went on to buy X"
            return word.rel == "advcl" and any(c.tag == "TO" for c in self.tree.children(word.i, "aux"))
        purpose = self.words["purpose_marks"]
        return "VerbForm=Inf" in word.morph and any(m in purpose or f"{m} de" in purpose for m in marks)

    def _opens_with_that(self, word: Word) -> bool:
        """ "Que Berlin soutienne Kiev serait une surprise": a clause that is only thought of."""
        first = self.tree.sents[word.sent][0]
        return any(c.i == first and c.lower in self.words["that"] for c in self.tree.children(word.i, "mark"))

    def _is_inverted_condition(self, word: Word) -> bool:
        """ "Had Apple bought it, …": the auxiliary before the subject of a subordinate clause."""
        if word.rel != "advcl":
            return False
        auxiliary, subject = self.tree.child(word.i, "aux"), self.tree.child(word.i, "subj")
        inverted = auxiliary is not None and subject is not None and auxiliary.i < subject.i < word.i
        return inverted and self.pack.adposition == "head"

    def is_negated(self, word: Word) -> bool:
        """Whether a verb or a nominal predicate is denied in its own clause; "ne … que" denies nothing."""
        words = self.words
        below = list(self.tree.children(word.i))
        below += [g for c in below if c.pos in ("ADP", "ADV") and c.rel == "advmod" for g in self.tree.children(c.i)]
        negators = [c for c in below if c.lower in words["negators"] and c.rel in ("advmod", "neg", "cc", "det", "dep")]
        negators += [c for c in below if c.rel == "neg" and c not in negators]  # "has yet to"
        particles = words["negation_particle"]
        has_particle = not particles or any(c.lower in particles for c in below)
        for negator in negators:
            if has_particle or negator.lower not in words["needs_particle"]:
                return True
        if not has_particle:
            return False
        if particles and any(
            g.lower in self.words["neither"] for c in below for g in self.tree.children(c.i, "cc") if g.i < c.i
        ):
            return True  # "n'a entraîné ni grève, ni manifestation"
        for child in below:
            if child.rel in ("subj", "subj:pass", "obj", "obl", "iobj", "attr"):
                if child.lower in words["negative_pronouns"] and child.pos in ("PRON", "NOUN", "DET"):
                    return True
                determiners = self.tree.children(child.i, "det", "amod", "preconj", "cc")
                if any(c.lower in words["negative_determiners"] for c in determiners):
                    return True
                if self._is_neither(child):
                    return True
        return False

    def _is_neither(self, word: Word) -> bool:
        """ "ni l'un ni l'autre n'a signé"."""
        joined = [c for other in self.tree.children(word.i, "conj") for c in self.tree.children(other.i, "cc")]
        return any(c.lower in self.words["negators"] for c in joined)

    def _tense(self, word: Word) -> Modality:
        tense = self.pack.tense
        carriers = [word, *self.tree.children(word.i, "aux", "aux:pass", "cop")]
        if "future_auxiliaries" in tense:
            return self._english_tense(carriers)
        for carrier in carriers:
            if tense["subjunctive"] in carrier.morph and not self._is_granted(word):
                return Modality.POSSIBLE
            if tense["conditional"] in carrier.morph or self._ends(carrier, "conditional_endings"):
                return Modality.POSSIBLE
            if tense["future"] in carrier.morph or self._ends(carrier, "future_endings"):
                return Modality.PLANNED
        return Modality.ACTUAL

    def _is_granted(self, word: Word) -> bool:
        """Whether a subjunctive tells a fact: "bien que X ait vendu Y", "regrette que X ait vendu Y"."""
        if any(c.lower in self.words["concessive"] for c in self.tree.children(word.i, "mark", "advmod")):
            return True
        head = self.tree.words[word.head] if word.head != ROOT else None
        return head is not None and "actual" in self.pack.governors.get(head.lemma, ())

    def _ends(self, word: Word, endings: str) -> bool:
        """Where the model gives a verb no tense or the wrong one, its form tells: "soutiendrait" is no imperfect."""
        if word.pos not in ("VERB", "AUX") or "VerbForm=Inf" in word.morph or "VerbForm=Part" in word.morph:
            return False
        stem = word.lemma.removesuffix("oir")[: None if word.lemma.endswith("oir") else -2]
        for ending in self.pack.tense[endings]:
            if word.lower.endswith("r" + ending) and word.lower != stem + ending and len(word.lower) > len(ending) + 2:
                return True
        return False

    def _english_tense(self, carriers: list[Word]) -> Modality:
        tense = self.pack.tense
        if self._is_under_way(carriers) or self._is_headline_plan(carriers):
            return Modality.PLANNED
        for carrier in carriers[1:]:
            for key, modality in (
                ("conditional_auxiliaries", Modality.CONDITIONAL), ("possible_auxiliaries", Modality.POSSIBLE),
                ("obligation_auxiliaries", Modality.OBLIGATED), ("future_auxiliaries", Modality.PLANNED),
            ):  # fmt: skip
                if carrier.lower in tense[key] and carrier.tag == "MD":
                    return modality
        return Modality.ACTUAL

    def _is_under_way(self, carriers: list[Word]) -> bool:
        """ "is buying": what happens at one blow and is said to go on is still to come."""
        verb = carriers[0]
        continuous = verb.tag == "VBG" or any(c.lower in self.words["continuous"] for c in carriers[1:])
        return continuous and verb.lemma in self.words["achievements"] and len(carriers) > 1

    def _is_headline_plan(self, carriers: list[Word]) -> bool:
        """ "Renault to buy Nissan": an infinitive with a subject that hangs on nothing."""
        verb = carriers[0]
        infinitive = verb.tag == "VB" and any(c.tag == "TO" for c in carriers[1:])
        return infinitive and verb.head == ROOT and self.tree.child(verb.i, "subj") is not None

    def _climb(self, word: Word, state: "_State") -> None:
        """Go up through what governs the predicate."""
        steps = 0
        while word.head != ROOT and steps < 12:
            head, relation = self.tree.words[word.head], word.rel
            steps += 1
            if relation not in CLIMB:
                return
            nominal = word.pos in ("NOUN", "PROPN", "PRON", "NUM") and self.tree.child(word.i, "cop") is None
            if not self._pass(word, head, relation, state, nominal):
                return
            word = head

    def _pass(self, word: Word, head: Word, relation: str, state: "_State", nominal: bool) -> bool:
        """Apply the effect of one head; return whether to go on above it."""
        if relation == "relcl" or (relation == "acl" and not self._is_infinitival(word)):
            self._judge_content(word, head, state)
            return False
        if relation == "attr" and not nominal:
            self._judge_word(head, state)  # "is not able to": the copula of what governs
            return True
        if relation == "conj":
            if word.pos == "VERB" and self.tree.child(word.i, "subj", "subj:pass") is None:
                self._inherit_from_first_conjunct(word, head, state)
            return True
        if relation == "csubj":
            state.weaken(self._tense(head))
        if relation in ("advcl", "parataxis"):
            return relation == "advcl" and self._pass_adverbial(word, head, state)
        effects = self.pack.governors.get(head.lemma, ())
        if head.lemma in self.words["enabling"] and self._is_past(head) and not self.is_negated(head):
            effects = ("actual",)  # "a permis d'arrêter X": it was done
        if relation == "ccomp" and self.pack.reporting.get(head.lemma) in STATING:
            effects = tuple(e for e in effects if e == "negative")  # "insists that": a statement, no wish
        if nominal:
            return self._pass_nominal(word, head, relation, effects, state)
        return relation in GOVERNED and self._pass_governed(word, head, relation, effects, state)

    def _pass_adverbial(self, word: Word, head: Word, state: "_State") -> bool:
        """An adverbial clause stands by itself, unless it is a second complement or a gerund of the main verb."""
        if self._is_charge(word, head):
            state.weaken(Modality.POSSIBLE)
            return False
        if self._is_complement(word) or (self._is_infinitival(word) and self._is_second_complement(word)):
            self._apply(self.pack.governors.get(head.lemma, ()), head, "xcomp", state, word)
            return True
        if self._is_yet_to_come(word, head):
            state.weaken(Modality.PLANNED)
        if self._is_gerund(word):
            state.weaken(self._tense(head))  # "devrait battre le record en atteignant 40 °C"
            return True
        return False

    def _is_yet_to_come(self, word: Word, head: Word) -> bool:
        """ "When X buys Y, everything will change": a present tense that the main clause puts ahead."""
        ahead = any(c.lower in self.words["once"] for c in self.tree.children(word.i, "advmod", "mark"))
        return ahead and word.tag in ("VBZ", "VBP") and self._tense(head) is not Modality.ACTUAL

    def _is_charge(self, word: Word, head: Word) -> bool:
        """ "mis en cause pour avoir rencontré X": what somebody is charged with."""
        marks = {c.lower for c in self.tree.children(word.i, "mark")}
        infinitive = self._is_infinitival(word) or any(
            "VerbForm=Inf" in c.morph for c in self.tree.children(word.i, "aux")
        )
        return infinitive and head.lemma in self.words["charging"] and not marks.isdisjoint(self.words["charge_marks"])

    def _pass_governed(self, word: Word, head: Word, relation: str, effects: tuple[str, ...], state: "_State") -> bool:
        """A clause is as real as its governor, its tense and its negation leave it."""
        if self.pack.copula == "head" and self._is_infinitival(word):
            if relation == "xcomp" and head.lemma in self.pack.lists.get("copulas", ()):
                state.weaken(Modality.PLANNED)  # "is to close its plant", "was to be sold"
            if relation == "acl" and not effects and not self._is_beside_purpose(head):
                state.weaken(prospects.of_infinitive(self.tree, self.pack, head))
        self._apply(effects, head, relation, state, word)
        reporting = head.lemma in self.pack.reporting
        if reporting and self.syntax.is_passive(head) and self.tree.child(head.i, "agent") is None:
            state.weaken(Modality.POSSIBLE)  # "is said to be angry"
        if relation == "ccomp":
            if word.tag == "VBG" and "actual" not in effects and self.tree.child(word.i, "aux", "mark") is None:
                state.weaken(Modality.POSSIBLE)  # "backed X buying Y"
            self._judge_opinion(head, state)
            self._judge_talk(head, state)
            self._judge_denied_opinion(head, state)
            if reporting:
                return False
        if relation != "xcomp" and not effects:
            return False
        self._judge_word(head, state)
        return True

    def _is_beside_purpose(self, noun: Word) -> bool:
        """ "combined with the expansion to produce X": the infinitive tells the verb's outcome, not the noun's."""
        verb = self.tree.words[noun.head] if noun.rel == "obl" and noun.head != ROOT else None
        return verb is not None and verb.lemma not in self.pack.lists.get("copulas", ())

    def _judge_talk(self, head: Word, state: "_State") -> None:
        """ "Speculation mounted that …": the content of its subject."""
        for subject in self.tree.children(head.i, "subj", "subj:pass"):
            spoken = subject.lemma in self.pack.reporting_nouns or subject.lemma in self.pack.governors
            if subject.pos == "NOUN" and spoken and head.lemma in self.words["spreading"]:
                state.weaken(Modality.POSSIBLE)

    def _judge_denied_opinion(self, head: Word, state: "_State") -> None:
        """ "ne pense pas que …" denies what is thought; "rien ne prouve que …" leaves it open."""
        if not self.is_negated(head):
            return
        if self.pack.reporting.get(head.lemma) == "thinks":
            state.negative = not state.negative
        elif head.lemma not in self.words["factive_verbs"]:
            state.weaken(Modality.POSSIBLE)

    def _judge_opinion(self, head: Word, state: "_State") -> None:
        """ "it is not true that …", "it is unlikely that …": what is denied or doubted is no fact."""
        adjective = head if head.pos == "ADJ" else self.tree.child(head.i, "attr")
        if adjective is None or adjective.pos != "ADJ":
            return
        if self.is_negated(head) or self.is_negated(adjective):
            state.weaken(Modality.POSSIBLE)
        if adjective is not head:  # else its effects are applied already
            self._apply(self.pack.governors.get(adjective.lemma, ()), head, "", state, adjective)

    def _judge_content(self, word: Word, noun: Word, state: "_State") -> None:
        """A clause below a noun holds as a relative clause does, unless it is what the noun tells."""
        if word.rel == "acl" and self.tree.child(word.i, "mark") is not None:
            self._judge_rumour(noun, state)
        top = self.tree.words[self.tree.first_conjunct(noun.i)]
        charged = top.case in self.words["charge_marks"] and top.head != ROOT
        if charged and self.tree.words[top.head].lemma in self.words["charging"]:
            state.weaken(Modality.POSSIBLE)  # "mis en examen pour des coups ayant entraîné la mort"
        if self._is_content_of_noun(word, noun):
            state.weaken(Modality.POSSIBLE)
        if prospects.is_gerund_subject(self.pack, word, noun) and noun.head != ROOT:
            state.weaken(self._tense(self.tree.words[noun.head]))  # "X buying Y would be a mistake"

    def _judge_rumour(self, noun: Word, state: "_State") -> None:
        """ "reports that X bought Y", "a statement that …": said, unless a verb of speech tells who says it."""
        spoken = noun.head != ROOT and self.tree.words[noun.head].lemma in self.pack.reporting
        effects = [e for e in self.pack.governors.get(noun.lemma, ()) if e not in ("actual", "negative")]
        for effect in effects:
            state.weaken(Modality(effect))
        if noun.lemma in self.pack.reporting_nouns and not spoken:
            state.weaken(Modality.POSSIBLE)

    def _is_second_complement(self, word: Word) -> bool:
        """ "soupçonnés de réduire …, ainsi que de favoriser": joined to the first by a conjunction."""
        return any(True for _ in self.tree.children(word.i, "cc")) and self.tree.child(word.i, "mark") is not None

    def _is_complement(self, word: Word) -> bool:
        """ "accusé par X d'avoir fomenté Y": an infinitive that only a complement's mark opens, far from its verb."""
        marks = [c.lower for c in self.tree.children(word.i, "mark")]
        marked = any(m in self.words["complement_marks"] for m in marks) and marks[0] not in self.words["before_marks"]
        return marked and any("VerbForm=Inf" in c.morph for c in (word, *self.tree.children(word.i, "aux")))

    def _is_content_of_noun(self, word: Word, noun: Word) -> bool:
        """ "the claim that …", "les rumeurs selon lesquelles …": said or thought, and not by the article."""
        if noun.pos != "NOUN" or noun.lemma in self.words["factive_nouns"]:
            return False
        if any(c.case in self.words["according_to"] for c in self.tree.children(word.i, "obl")):
            return True
        spoken = noun.lemma in self.pack.reporting_nouns or noun.lemma in self.pack.governors
        that = [c for c in self.tree.children(word.i, "mark", "obj") if c.lower in self.words["that"]]
        return any(c.rel == "mark" or spoken for c in that)

    def _is_gerund(self, word: Word) -> bool:
        return self.pack.adposition == "child" and self.syntax.is_present_participle(word)

    def _is_infinitival(self, word: Word) -> bool:
        if "VerbForm=Inf" in word.morph or word.tag == "VB":
            return True
        return any(c.tag == "TO" for c in self.tree.children(word.i, "aux"))  # "to be sold", "to have met"

    def _inherit_from_first_conjunct(self, word: Word, head: Word, state: "_State") -> None:
        if not any(True for _ in self.tree.children(word.i, "aux", "aux:pass")):
            state.weaken(self._tense(head))
        if self.is_negated(head) and self._shares_negation(word):
            state.negative = True

    def _shares_negation(self, word: Word) -> bool:
        return any(c.lower in ("ni", "ou", "or", "nor") for c in self.tree.children(word.i, "cc"))

    def _pass_nominal(self, word: Word, head: Word, relation: str, effects: tuple[str, ...], state: "_State") -> bool:
        """A noun's event is touched by what governs the noun ("le projet de fusion"), not by its clause's tense."""
        state.weaken(prospects.of_deal(self.tree, self.pack, word, head))
        if prospects.is_given_up(self.tree, self.pack, word, head):
            state.negative = not state.negative
            self._judge_word(head, state)
            return True
        predicated = prospects.of_predicate(self.tree, self.pack, word, head)
        effects = predicated or effects
        put_off = bool(predicated) or (relation == "subj" and self.tree.child(head.i, "cop") is not None)
        if relation in ("obj", "nmod", "obl", "subj:pass", "attr") or put_off:
            wanted = word.case in ("", "de", "à", "of", "to", "for", "contre") or relation != "obl"
            if effects and wanted and "actual" not in effects:
                self._apply(effects, head, relation, state, word)
                self._judge_word(head, state)
                return True
        if relation in ("subj", "subj:pass") and self._is_indefinite(word) and self._tense(head) is Modality.POSSIBLE:
            state.weaken(Modality.POSSIBLE)  # "un rachat de X serait une erreur"
            return True
        if relation == "obl" and word.case in self.words["charge_marks"] and head.lemma in self.words["charging"]:
            state.weaken(Modality.POSSIBLE)  # "jugé pour son soutien à X": what he is tried for
            return True
        if relation == "subj" and head.lemma in self.pack.lists.get("failing", ()):
            state.negative = not state.negative  # "le rachat a échoué"
            self._judge_word(head, state)
            return True
        if relation in ("obj", "obl", "attr") and head.pos in ("VERB", "AUX") and "actual" in effects:
            self._judge_word(head, state)  # "n'est plus en mesure de": the verb only carries tense and negation
            return True
        return relation in ("nmod", "attr")

    def _is_indefinite(self, noun: Word) -> bool:
        return any(c.lower in self.words["indefinite"] for c in self.tree.children(noun.i, "det"))

    def _apply(self, effects: tuple[str, ...], head: Word, relation: str, state: "_State", word: Word) -> None:
        for effect in effects:
            if effect == "negative":
                state.negative = not state.negative
                if self.is_negated(head):
                    state.weaken(Modality.POSSIBLE)
            elif effect != "actual":
                state.weaken(Modality(effect))
        if not effects and relation == "xcomp" and word.pos in ("VERB", "AUX") and head.pos in ("VERB", "ADJ", "NOUN"):
            state.weaken(Modality.POSSIBLE)

    def _judge_noun(self, word: Word, state: "_State") -> None:
        failing, alleged = self.pack.lists.get("failing", ()), self.pack.lists.get("alleged", ())
        for child in self.tree.children(word.i, "amod", "acl"):
            if child.lemma in failing or child.lower in failing:
                state.negative = True  # "le rachat avorté"
            if child.lemma in alleged or child.lower in alleged:
                state.weaken(Modality.POSSIBLE)  # "le tueur présumé"
        for child in self.tree.children(word.i, "det", "amod", "acl", "name"):
            if child.lower in self.words["negative_determiners"]:
                state.negative = True
            for effect in self._effects_below(child):
                if effect not in ("negative", "actual"):
                    state.weaken(Modality(effect))
        if word.case in self.words["without"]:
            state.negative = True
        self._judge_noun_outside(word, state)

    def _effects_below(self, child: Word) -> tuple[str, ...]:
        """What an adjective or participle makes of its noun: "un éventuel rachat", "le rachat envisagé"."""
        planned = child.lemma in self.pack.lists.get("unreal_objects", ()) and self.syntax.is_past_participle(child)
        beside = child.rel == "amod" or (child.rel == "name" and not child.is_title)  # "would-be", no "Bid bank"
        return self.pack.governors.get(child.lemma, ()) if beside or planned else ()

    def _judge_noun_outside(self, word: Word, state: "_State") -> None:
        """What the verb that a noun hangs on, or its place in a headline, makes of it."""
        if word.case in self.words["as_office"] and word.head != ROOT:  # "veulent X comme PDG"
            head = self.tree.words[word.head]
            self._apply(self.pack.governors.get(head.lemma, ()), head, "", state, word)
        self._apply(governed_beside(self.tree, self.pack, word), word, "", state, word)
        if is_only_ahead(self.tree, self.pack, word):
            state.weaken(Modality.PLANNED)
        if word.case in ("en cas de", "in case of"):
            state.weaken(Modality.CONDITIONAL)

    def qualified(self, i: int) -> Modality:
        """How real a noun's own adjectives leave it: "the next president" is none yet, "X, head of Y?" is asked."""
        state, word = _State(), self.tree.words[i]
        self._judge_noun(word, state)
        if word.rel in ("amod", "name") and word.head != ROOT and word.head > i:
            word = self.tree.words[word.head]
            self._judge_noun(word, state)  # "the next chief executive"
        if word.lemma in self.words["not_yet"]:
            state.weaken(Modality.PLANNED)  # "the chief executive designate"
        first, last = self.tree.sents[word.sent]
        if self._is_question(i) and all(w.pos not in ("VERB", "AUX") for w in self.tree.words[first:last]):
            state.weaken(Modality.POSSIBLE)
        return state.modality

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

    def _has_ended(self, i: int) -> bool:
        """ "La collaboration entre X et Y s'est terminée": a noun whose verb says that it is over."""
        word = self.tree.words[i]
        if word.pos != "NOUN" or word.rel not in ("subj", "subj:pass") or word.head == ROOT:
            return False
        head = self.tree.words[word.head]
        return head.lemma in self.words["ending"] and self._tense(head) is Modality.ACTUAL

    def is_over(self, i: int) -> bool:
        """Whether a verb tells of a state that a compound past has closed: "qui a dirigé X", not "depuis 2010"."""
        word = self.tree.words[i]
        if word.pos != "VERB" or word.lemma not in self.words["states"] or self.syntax.is_passive(word):
            return False
        lasting = any(c.case in self.words["since"] for c in self.tree.children(i, "obl", "nmod"))
        return self.tree.child(i, "aux") is not None and not lasting

    def _is_question(self, i: int) -> bool:
        first, last = self.tree.sents[self.tree.words[i].sent]
        tail = [w.text for w in self.tree.words[max(first, last - 2) : last]]
        return "?" in tail


class _State:
    """Polarity and modality while climbing."""

    __slots__ = ("modality", "negative")

    def __init__(self) -> None:
        self.negative = False
        self.modality = Modality.ACTUAL

    def weaken(self, modality: Modality) -> None:
        """Take the modality further from a plain fact."""
        if STRENGTH[modality] > STRENGTH[self.modality]:
            self.modality = modality
