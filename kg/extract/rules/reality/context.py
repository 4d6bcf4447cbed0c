"""Whether a predicate is affirmed, and how real it is: negation, tense, mood, and the words that govern it."""

from dataclasses import dataclass

from kg.extract.rules.parsing.syntax import Syntax
from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Word
from kg.extract.rules.reality import granted, prospects
from kg.extract.rules.reality.clauses import Clauses
from kg.extract.rules.reality.governing import Governing
from kg.extract.rules.reality.past import Past
from kg.extract.rules.reality.state import State
from kg.extract.rules.reality.unsettled import (
    find_denied_behind,
    find_doubted,
    governed_beside,
    has_condition,
    is_bare_infinitive,
    is_none_at_all,
    is_only_ahead,
    is_tomorrow,
    is_whenever,
)
from kg.lang.schema import load_schema
from kg.model import Modality, Polarity


@dataclass(frozen=True, slots=True)
class Reality:
    """What becomes of a fact."""

    polarity: Polarity
    modality: Modality
    past: bool
    firm: bool = False  # may a model make no fact of it?


class Context:
    """Reads polarity and modality off one tree."""

    def __init__(self, syntax: Syntax, published: str | None = None) -> None:
        """Prepare for an article, and the ISO date of it, if it has one."""
        self.syntax, self.tree, self.pack = syntax, syntax.tree, syntax.pack
        self.words = syntax.pack.words
        self._doubted = frozenset(find_doubted(self.tree, self.pack)) | find_denied_behind(self.tree, self.pack)
        self.clauses = Clauses(syntax)
        self.past = Past(self.clauses, published)
        self._judged: dict[tuple[int, int, bool], Reality] = {}  # many drafts share their words
        self._is_past: dict[int, bool] = {}

    @property
    def governing(self) -> Governing:
        """Made anew, since the two would keep each other, and the whole tree, until Python looks for cycles."""
        return Governing(self.clauses, self._judge_word)

    def judge(self, trigger: int, verb: int, *, noun: bool = True) -> Reality:
        """Judge a predicate by its trigger and by the verb that carries its tense (both words)."""
        asked = trigger, verb, noun and self.tree.words[trigger].pos in ("NOUN", "PROPN", "ADJ")
        if asked not in self._judged:
            self._judged[asked] = self._judge(*asked)
        return self._judged[asked]

    def _judge(self, trigger: int, verb: int, noun: bool) -> Reality:
        state = State()
        self._judge_word(self.tree.words[verb], state)
        if noun:
            self._judge_noun(self.tree.words[trigger], state)
        self.governing.climb(self.tree.words[verb], state)
        if noun and trigger != verb:
            self._judge_carried(self.tree.words[trigger], self.tree.words[verb], state)
        if trigger != verb and self._has_failed(self.tree.words[trigger], self.tree.words[verb]):
            state.negative = True
        if trigger == verb and self.tree.words[trigger].pos == "NOUN":
            self._judge_clause_around(self.tree.words[trigger], state)
        if self.clauses.is_question(trigger) or trigger in self._doubted:
            state.weaken(Modality.POSSIBLE, firm=True)
        polarity = Polarity.NEGATIVE if state.negative else Polarity.POSITIVE
        return Reality(polarity, state.modality, self.is_past(trigger), state.firm)

    def _judge_carried(self, noun: Word, verb: Word, state: State) -> None:
        """ "Une rencontre est prévue entre X et Y", "talks are planned between X and Y": as its verb leaves it."""
        effects = self.pack.governors.get(verb.lemma, ())
        undergone = noun.head == verb.i and noun.rel == "subj:pass"
        if undergone and not state.negative and effects and "actual" not in effects:
            self.governing.apply(effects, verb, noun.rel, state, noun)

    def _has_failed(self, noun: Word, verb: Word) -> bool:
        """ "le mariage avorté entre X et Y a coûté cher": whose participle the parser took for the verb."""
        failing = self.pack.lists.get("failing", ())
        return noun.pos == "NOUN" and noun.rel == "subj" and noun.head == verb.i and verb.lemma in failing

    def is_past(self, trigger: int) -> bool:
        """Whether what a word tells no longer holds."""
        if trigger not in self._is_past:
            self._is_past[trigger] = (
                self.past.is_former(trigger)
                or self.past.has_ended(trigger)
                or prospects.was_once(self.tree, self.pack, trigger)
            )
        return self._is_past[trigger]

    def _judge_clause_around(self, noun: Word, state: State) -> None:
        """What a noun says in a clause that did not happen is no fact either ("pour récupérer sa licence")."""
        if self.tree.child(noun.i, "cop") is not None:
            return
        for above in self.tree.ancestors(noun.i):
            if noun.head == above.i and noun.rel == "subj" and self.clauses.is_happening(above):
                return  # that it did not take place is read with the noun
            if granted.is_spoken_of(self.clauses, noun, above):
                return
            if above.pos in ("VERB", "AUX"):
                around = self.judge(above.i, above.i, noun=False)
                if around.polarity is Polarity.NEGATIVE:
                    state.weaken(Modality.POSSIBLE)
                state.weaken(around.modality)
                return

    def _judge_word(self, word: Word, state: State) -> None:
        if word.pos in ("VERB", "AUX", "ADJ") or self.tree.child(word.i, "cop") is not None:
            if self.clauses.is_negated(word):
                state.negative = not state.negative
            state.weaken(self.clauses.tense(word))
            self._judge_cleft(word, state)
        if word.i in self._doubted or is_bare_infinitive(self.tree, self.pack, word):
            state.weaken(Modality.POSSIBLE, firm=word.i in self._doubted)
        if is_whenever(self.tree, self.pack, word):
            state.weaken(Modality.GENERIC)
        if has_condition(self.tree, self.pack, word):
            state.weaken(Modality.CONDITIONAL)
        if self.pack.copula == "head" and word.pos == "AUX":
            self._judge_predicate(word, state)
        self._judge_marks(word, state)

    def _judge_predicate(self, copula: Word, state: State) -> None:
        """ "is due in Paris", "is subject to approval by X": what the adjective makes of what is told beside it."""
        for adjective in self.tree.children(copula.i, "attr"):
            effects = self.pack.governors.get(adjective.lemma, ()) if adjective.pos == "ADJ" else ()
            for effect in effects:
                if effect not in ("negative", "actual"):
                    state.weaken(Modality(effect))

    def _judge_cleft(self, word: Word, state: State) -> None:
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
        if opened and said and self.clauses.is_negated(copula):
            state.negative = not state.negative

    def _judge_marks(self, word: Word, state: State) -> None:
        marks = [c.lower for c in self.tree.children(word.i, "mark", "advmod", "case")]
        joined = " ".join(marks)
        conditional = any(m in self.words["conditional_marks"] for m in marks[:2]) and "VerbForm=Inf" not in word.morph
        if conditional and not self.clauses.is_contrast(word):
            state.weaken(Modality.CONDITIONAL)
        if any(m in self.words["without"] for m in marks) or word.case in self.words["without"]:
            state.negative = not self.clauses.is_not_without(word)
        if word.rel in ("advcl", "xcomp", "acl", "ccomp") and self.clauses.is_purpose(word, marks):
            state.weaken(Modality.DESIRED)
        if joined and joined.startswith(tuple(self.words["rather_than"])) and self.clauses.is_infinitival(word):
            state.negative = True
            state.weaken(Modality.DESIRED)
        if word.head != ROOT and word.rel in ("ccomp", "csubj", "relcl"):
            self._judge_wished(word, self.tree.words[word.head], state)
        if word.head == ROOT and self.clauses.opens_with_that(word):
            state.weaken(Modality.POSSIBLE, firm=True)
        if self.clauses.is_inverted_condition(word):
            state.weaken(Modality.CONDITIONAL)
        before = bool(marks) and marks[0] in self.words["before_marks"]
        if before and self.clauses.is_infinitival(word) and not self.clauses.came_to_pass(word, marks[0]):
            state.weaken(Modality.POSSIBLE)
        elif before and word.rel == "advcl" and self.clauses.tense(self.tree.words[word.head]) is not Modality.ACTUAL:
            state.weaken(Modality.POSSIBLE)  # "will not be sold before X has examined it"
        self._judge_cues(word, state)

    def _judge_wished(self, word: Word, head: Word, state: State) -> None:
        """ "Il est temps que X parte", "it is unthinkable that X left": what is thought of, not what happens."""
        marked = any(c.lower in self.words["that"] for c in self.tree.children(word.i, "mark"))
        if word.rel == "relcl":  # "it is (high) time X left"
            above = self.tree.words[head.head] if head.rel == "attr" and head.head != ROOT else head
            told = any(c.lower in self.words["dummies"] for c in self.tree.children(above.i, *SUBJECTS, "expl"))
            predicates = [head] if above is not head and told else []
        else:
            predicates = [head, *self.tree.children(head.i, "attr")] if marked else []
        for predicate in predicates:
            if predicate.lemma in self.words["wished_that"]:
                state.weaken(Modality.DESIRED)
            if predicate.lemma in self.words["doubted_that"]:
                state.weaken(Modality.POSSIBLE)

    def _judge_cues(self, word: Word, state: State) -> None:
        """Adverbs and complements that leave an act open: "reportedly", "against buying X", "under the plan"."""
        if word.rel == "xcomp" and word.case in self.words["against"]:
            state.weaken(Modality.DESIRED)  # "was against buying X"
        if prospects.under_plan(self.tree, self.pack, word) or is_tomorrow(self.tree, self.pack, word):
            state.weaken(Modality.PLANNED)
        adverbs = self.tree.children(word.i, "advmod")
        if any(c.lower in self.words["uncertain_adverbs"] or c.lower in self.words["almost"] for c in adverbs):
            state.weaken(Modality.POSSIBLE)
        if word.rel == "acl" and any(c.lower in self.words["soon"] for c in adverbs):
            state.weaken(Modality.PLANNED)  # "Zumo, bientôt racheté par Orvane"

    def _judge_noun(self, word: Word, state: State) -> None:
        self._judge_noun_inside(word, state)
        self._judge_noun_outside(word, state)

    def _judge_noun_inside(self, word: Word, state: State) -> None:
        """What a noun's own determiner, adjectives and participles make of it."""
        failing, alleged = self.pack.lists.get("failing", ()), self.pack.lists.get("alleged", ())
        if self.is_sham(word):
            state.negative = True
            return
        for child in self.tree.children(word.i, "amod", "acl"):
            if child.lemma in failing or child.lower in failing:
                state.negative = True  # "le rachat avorté"
            doubted = child.lemma in alleged or child.lower in alleged
            if doubted and not self.syntax.is_present_participle(child):
                sure = child.rel == "amod" or child.lower in self.words["presumed"]
                state.weaken(Modality.POSSIBLE, firm=sure)  # "le tueur présumé"
        for child in self.tree.children(word.i, "det", "amod", "acl", "name"):
            if child.lower in self.words["negative_determiners"]:
                state.negative = True
            for effect in self._effects_below(word, child):
                if effect not in ("negative", "actual"):
                    adjective = child.pos == "ADJ" and child.rel == "amod" and child.lower.startswith(child.lemma[:-1])
                    state.weaken(Modality(effect), firm=adjective)
        if word.case in self.words["without"] and not self._is_relative(word):
            state.negative = True

    def is_sham(self, noun: Word) -> bool:
        """Tell whether a noun says what somebody is not: "le faux médecin Luc Roy"."""
        before = (self.tree.words[noun.i - 1], *self.tree.children(noun.i, "amod"))
        sham = any(w.lower in self.words["sham"] and w.sent == noun.sent and w.i < noun.i for w in before)
        return sham and (noun.lemma in self.pack.trades or self.pack.nouns.get(noun.lemma) == "Person")

    def _is_relative(self, noun: Word) -> bool:
        """ "est partie sans son mari": who is not there is her husband nonetheless."""
        owned = any("Poss=Yes" in c.morph for c in self.tree.children(noun.i, "det", "poss"))
        return owned and load_schema().fits(self.pack.nouns.get(noun.lemma, "Entity"), ("Person",))

    def _effects_below(self, noun: Word, child: Word) -> tuple[str, ...]:
        """What an adjective or participle makes of its noun: "un éventuel rachat", but not "son bras droit"."""
        if f"{noun.lemma} {child.lemma}" in self.pack.nouns:
            return ()
        planned = child.lemma in self.pack.lists.get("unreal_objects", ()) and self.syntax.is_past_participle(child)
        beside = child.rel == "amod" or (child.rel == "name" and not child.is_title)  # "would-be", no "Bid bank"
        return self.pack.governors.get(child.lemma, ()) if beside or planned else ()

    def _judge_noun_outside(self, word: Word, state: State) -> None:
        """What the verb that a noun hangs on, or its place in a headline, makes of it."""
        if word.case in self.words["as_office"] and word.head != ROOT:  # "veulent X comme PDG"
            head = self.tree.words[word.head]
            self.governing.apply(self.pack.governors.get(head.lemma, ()), head, "", state, word, firm=True)
            if head.lemma in self.words["taken_as"]:
                state.weaken(Modality.POSSIBLE, firm=True)  # "décrit comme le patron de X"
        if word.head != ROOT and f"{self.tree.words[word.head].lemma} {word.case}" in self.words["taken_for"]:
            state.weaken(Modality.POSSIBLE, firm=True)  # "se faisait passer pour le patron de X"
        if self.clauses.is_charged(word):
            state.weaken(Modality.POSSIBLE, firm=True)  # "mis en examen pour le meurtre de X"
        self.governing.apply(governed_beside(self.tree, self.pack, word), word, "", state, word, firm=True)
        if word.head != ROOT:
            state.weaken(prospects.of_deal(self.tree, self.pack, word, self.tree.words[word.head]), firm=True)
            if prospects.is_struck_out(self.tree, self.pack, word):
                state.negative = not state.negative
        if is_only_ahead(self.tree, self.pack, word):
            state.weaken(Modality.PLANNED)
        if is_none_at_all(self.tree, self.pack, word):
            state.negative = True
        if word.case in self.words["in_case"]:
            state.weaken(Modality.CONDITIONAL)

    def _is_denied(self, noun: Word) -> bool:
        """ "dément toute rencontre avec X": an event, not somebody, is what is denied."""
        kind = self.pack.nouns.get(noun.lemma, "")
        if noun.rel != "obj" or noun.head == ROOT or load_schema().fits(kind, ("Person", "Group")):
            return False
        return self.pack.reporting.get(self.tree.words[noun.head].lemma) == "denies"

    def qualified(self, i: int) -> State:
        """How real a noun's own adjectives leave it: "the next president" is none yet, "X, head of Y?" is asked."""
        state, word = State(), self.tree.words[i]
        self._judge_noun(word, state)
        if word.rel in ("amod", "name") and word.head != ROOT and word.head > i:
            word = self.tree.words[word.head]
            self._judge_noun_inside(word, state)  # "the next chief executive"
            if word.pos != "PROPN":  # "Judge Ann Lee appeared sceptical" is one
                self._judge_noun_outside(word, state)
        if self._is_denied(word):
            state.weaken(Modality.POSSIBLE, firm=True)
        if word.lemma in self.words["not_yet"]:
            state.weaken(Modality.PLANNED)  # "the chief executive designate"
        first, last = self.tree.sents[word.sent]
        bare = all(w.pos not in ("VERB", "AUX") for w in self.tree.words[first:last])
        if self.clauses.is_question(i) and (bare or self._is_asked_of_subject(word)):
            state.weaken(Modality.POSSIBLE, firm=True)
        return state

    def _is_asked_of_subject(self, noun: Word) -> bool:
        """ "Is Rosa Hale the head of X?", which looks like an apposition without a comma."""
        opening = self.tree.words[self.tree.sents[noun.sent][0]]
        if opening.pos != "AUX" or opening.head != ROOT or noun.rel not in ("appos", "attr") or noun.head == ROOT:
            return False
        return noun.head == opening.i or (
            self.tree.words[noun.head].head == opening.i
            and all(w.text != "," for w in self.tree.words[noun.head : noun.i])
        )
