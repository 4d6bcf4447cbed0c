"""What governs a predicate: the verbs, nouns and adjectives above it take their part of its reality."""

from collections.abc import Callable

from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Word
from kg.extract.rules.reality import denied, granted, hypothetical, prospects, settled
from kg.extract.rules.reality.clauses import Clauses
from kg.extract.rules.reality.state import State
from kg.lang.schema import load_schema
from kg.model import Modality

DISPUTED = frozenset({"accused", "denies"})  # kinds of speech whose content nobody vouches for
STATING = frozenset({"claims", "announced", "reported", "accused"})  # what is said so is said as a fact
GOVERNED = frozenset({"xcomp", "ccomp", "acl", "csubj", "obl", "nmod", "subj"})
CLIMB = frozenset({
    "xcomp", "ccomp", "acl", "advcl", "csubj", "conj", "obj", "subj", "subj:pass", "nmod", "obl", "attr", "relcl",
    "parataxis",
})  # fmt: skip


class Governing:
    """Climbs one tree from a predicate to what bears on it."""

    def __init__(self, clauses: Clauses, judge_word: Callable[[Word, State], None]) -> None:
        self.clauses, self.syntax, self.tree = clauses, clauses.syntax, clauses.tree
        self.pack, self.words = clauses.pack, clauses.words
        self.judge_word = judge_word  # tense, negation and marks of one word

    def climb(self, word: Word, state: State) -> None:
        """Go up through what governs the predicate."""
        steps = 0
        while word.head != ROOT and steps < 12:
            head, relation = self.tree.words[word.head], word.rel
            if relation == "dep" and head.pos == "VERB" and self.clauses.is_complement(word):
                relation = "xcomp"  # "s'est abstenu de critiquer X", whose link the parser does not know
            steps += 1
            if relation not in CLIMB:
                return
            nominal = word.pos in ("NOUN", "PROPN", "PRON", "NUM") and self.tree.child(word.i, "cop") is None
            if not self._pass(word, head, relation, state, nominal):
                return
            word = head

    def _pass(self, word: Word, head: Word, relation: str, state: State, nominal: bool) -> bool:
        """Apply the effect of one head; return whether to go on above it."""
        if word.case in self.words["without"]:
            return False  # "instead of buying X, Y sold it": no part of the sale
        stands = self._is_granted(word, head, state) or self._judge_trial(word, head, state)
        if stands or self._judge_denied_content(word, head, state):
            return False
        if relation == "relcl" or (relation == "acl" and not self.clauses.is_infinitival(word)):
            self._judge_content(word, head, state)
            return False
        if relation == "attr" and not nominal:
            self.judge_word(head, state)  # "is not able to": the copula of what governs
            return True
        if relation == "conj":
            if word.pos == "VERB" and self.tree.child(word.i, "subj", "subj:pass") is None:
                self._inherit_from_first_conjunct(word, head, state)
            return True
        if relation == "csubj":
            state.weaken(self.clauses.tense(head))
        if relation in ("advcl", "parataxis"):
            return relation == "advcl" and self._pass_adverbial(word, head, state)
        effects = self._effects(word, head, relation, state)
        if nominal:
            return self._pass_nominal(word, head, relation, effects, state)
        return relation in GOVERNED and self._pass_governed(word, head, relation, effects, state)

    def _is_granted(self, word: Word, head: Word, state: State) -> bool:
        """Whether a head leaves what it governs as it is."""
        if granted.is_singled_out(self.clauses, word, head):
            state.weaken(self.clauses.tense(head))
            return True
        return granted.is_spoken_of(self.clauses, word, head) or granted.is_looked_back_on(self.clauses, word, head)

    def _judge_trial(self, word: Word, head: Word, state: State) -> bool:
        """Whether a clause tells what a court is about: who was convicted of it has done it, no one else."""
        if self.clauses.is_charge(word, head):
            state.weaken(Modality.POSSIBLE, firm=True)
            return True
        if self.clauses.is_conviction(word, head):
            if hypothetical.was_wronged(self.clauses, head):
                state.weaken(Modality.POSSIBLE, firm=True)
            self.judge_word(head, state)
            return True
        return False

    def _judge_denied_content(self, word: Word, noun: Word, state: State) -> bool:
        """ "rejected claims that X bought Y", "a démenti les informations selon lesquelles …": it is not so."""
        verb = denied.denier_of(self.clauses, word, noun)
        if verb is not None:
            self.apply(("negative",), verb, "obj", state, noun)
            self.judge_word(verb, state)
        return verb is not None

    def _effects(self, word: Word, head: Word, relation: str, state: State) -> tuple[str, ...]:
        """Return what a head does to what it governs."""
        unrestrained = settled.is_unrestrained(self.clauses, head, word)
        if unrestrained:
            state.negative = state.negative != self.clauses.is_negated(head)
        if unrestrained or settled.has_settled(self.clauses, head, word):
            return ("actual",)
        effects = self.pack.governors.get(head.lemma, ())
        if "negative" not in effects and denied.is_denied(self.clauses, word, head, relation):
            effects = (*effects, "negative")
        if relation == "xcomp" and word.case in self.words["kept_from"]:
            return ("negative", "desired") if "planned" not in effects else ("negative",)  # "decided against buying X"
        stated = self.pack.reporting.get(head.lemma) in STATING and head.lemma not in self.words["unsure_verbs"]
        if relation == "ccomp" and granted.is_factive(self.clauses, head):
            sure = head.lemma in self.words["factive_verbs"]
            return tuple(e for e in effects if e != "negative" and sure)  # "a oublié que X est parti"
        if relation == "ccomp" and stated:
            return tuple(e for e in effects if e == "negative")  # "insists that": a statement, no wish
        return tuple(e for e in effects if e != "negative") if self.clauses.is_only_refuted(word, head) else effects

    def _pass_adverbial(self, word: Word, head: Word, state: State) -> bool:
        """An adverbial clause stands by itself, unless it is a second complement or a gerund of the main verb."""
        if (
            self.clauses.is_complement(word)
            or (self.clauses.is_infinitival(word) and self.clauses.is_second_complement(word))
            or hypothetical.is_far_complement(self.clauses, word, head)
        ):
            self.apply(self.pack.governors.get(head.lemma, ()), head, "xcomp", state, word)
            return True
        if self.clauses.is_yet_to_come(word, head):
            state.weaken(Modality.PLANNED)
        if self.pack.adposition == "child" and self.syntax.is_present_participle(word):
            state.weaken(self.clauses.tense(head))  # "devrait battre le record en atteignant 40 °C"
            return True
        return False

    def _pass_governed(self, word: Word, head: Word, relation: str, effects: tuple[str, ...], state: State) -> bool:
        """A clause is as real as its governor, its tense and its negation leave it."""
        if self.pack.copula == "head" and self.clauses.is_infinitival(word):
            if relation == "xcomp" and head.lemma in self.pack.lists.get("copulas", ()):
                state.weaken(Modality.PLANNED)  # "is to close its plant", "was to be sold"
            if relation == "acl" and not effects and not self.clauses.is_beside_purpose(head):
                state.weaken(prospects.of_infinitive(self.tree, self.pack, head))
        light = hypothetical.light_verb(self.clauses, head) if relation == "acl" and not effects else None
        if light is not None and self.clauses.is_negated(light):
            self.judge_word(light, state)
        self.apply(effects, head, relation, state, word)
        reporting = head.lemma in self.pack.reporting
        if reporting and self.syntax.is_passive(head) and self.tree.child(head.i, "agent") is None:
            state.weaken(Modality.POSSIBLE, firm=True)  # "is said to be angry"
        if relation == "ccomp":
            if word.tag == "VBG" and "actual" not in effects and self.tree.child(word.i, "aux", "mark") is None:
                state.weaken(Modality.POSSIBLE)  # "backed X buying Y"
            self._judge_opinion(head, state)
            self._judge_denied_opinion(head, state)
            if reporting:
                self._judge_saying(word, head, state)
                return False
        if relation != "xcomp" and not effects:
            return False
        self.judge_word(head, state)
        return True

    def _judge_denied_opinion(self, head: Word, state: State) -> None:
        """ "ne pense pas que …" denies what is thought; "rien ne prouve que …", "must prove that …" leave it open."""
        heard = hypothetical.is_only_heard(self.clauses, head) or hypothetical.is_made_up(self.clauses, head)
        if heard or hypothetical.is_talk(self.clauses, head):
            state.weaken(Modality.POSSIBLE, firm=heard)
        negated, factive = self.clauses.is_negated(head), granted.is_factive(self.clauses, head)
        if negated and not factive and self.pack.reporting.get(head.lemma) == "thinks":
            state.negative = not state.negative
        elif negated and not factive:
            state.weaken(Modality.POSSIBLE)
        elif hypothetical.is_to_be_proved(self.clauses, head):
            state.weaken(Modality.POSSIBLE, firm=True)

    def _judge_opinion(self, head: Word, state: State) -> None:
        """ "it is not true that …", "it is unlikely that …": what is denied or doubted is no fact."""
        adjective = head if head.pos == "ADJ" else self.tree.child(head.i, "attr")
        if adjective is None or adjective.pos != "ADJ":
            return
        if self.clauses.is_negated(head) or self.clauses.is_negated(adjective):
            state.weaken(Modality.POSSIBLE)
        state.weaken(self.clauses.tense(head))  # "il serait absurde que …"
        if adjective is not head:  # else its effects are applied already
            self.apply(self.pack.governors.get(adjective.lemma, ()), head, "", state, adjective)

    def _judge_saying(self, word: Word, saying: Word, state: State) -> None:
        """ "il est faux de dire que …", "it would be false to say that …": so is what is said."""
        if denied.is_withheld(self.clauses, saying):
            state.weaken(Modality.POSSIBLE, firm=True)
        if not self.clauses.is_infinitival(saying):
            return
        above = self.tree.words[saying.head] if saying.head != ROOT else saying
        adjective = above if above.pos == "ADJ" else self.tree.child(above.i, "attr")
        kept = settled.is_unrestrained(self.clauses, above, saying)  # "n'hésite pas à affirmer que …"
        if saying.rel == "xcomp" and self.clauses.is_negated(above) and not kept:
            state.weaken(Modality.POSSIBLE)  # "rien ne permet d'affirmer que …"
        asked = any(c.lower in self.words["conditional_marks"] for c in self.tree.children(word.i, "mark"))
        if adjective is not None and adjective.pos == "ADJ" and not asked:  # no "impossible de dire si …"
            self.apply(self.pack.governors.get(adjective.lemma, ()), adjective, "", state, adjective)

    def _judge_content(self, word: Word, noun: Word, state: State) -> None:
        """A clause below a noun holds as a relative clause does, unless it is what the noun tells."""
        marks = [c.lower for c in self.tree.children(word.i, "mark")] if word.rel == "acl" else []
        if marks:
            self._judge_rumour(noun, state, firm=not self.words["that"].isdisjoint(marks))
        if self.clauses.is_charged(self.tree.words[self.tree.first_conjunct(noun.i)]):
            state.weaken(Modality.POSSIBLE, firm=True)  # "mis en examen pour des coups ayant entraîné la mort"
        if self.clauses.is_imagined(word, noun) or hypothetical.is_anyone(self.clauses, word, noun):
            state.weaken(Modality.CONDITIONAL, firm=True)
        if self.clauses.is_content_of_noun(word, noun):
            state.weaken(Modality.POSSIBLE, firm=word.rel == "acl" or hypothetical.is_according_to(self.clauses, word))
        if prospects.is_gerund_subject(self.pack, word, noun) and noun.head != ROOT:
            state.weaken(self.clauses.tense(self.tree.words[noun.head]))  # "X buying Y would be a mistake"

    def _judge_rumour(self, noun: Word, state: State, *, firm: bool) -> None:
        """ "reports that X bought Y", "a statement that …": said, unless a verb of speech tells who says it."""
        spoken = prospects.is_told(self.tree, self.pack, noun)
        effects = [e for e in self.pack.governors.get(noun.lemma, ()) if e not in ("actual", "negative")]
        for effect in effects:
            state.weaken(Modality(effect), firm=firm)
        unproved = any(c.lower in self.words["negative_determiners"] for c in self.tree.children(noun.i, "det"))
        if unproved or (noun.lemma in self.pack.reporting_nouns and not spoken):
            state.weaken(Modality.POSSIBLE, firm=firm)  # "no evidence that X bought Y"

    def _inherit_from_first_conjunct(self, word: Word, head: Word, state: State) -> None:
        helpers = self.tree.children(word.i, "aux", "aux:pass")
        if not any(
            "VerbForm=Fin" in c.morph for c in helpers
        ):  # "will leave and be replaced", "aurait pris et été jugé"
            state.weaken(self.clauses.tense(head))
        marks = [c.lower for c in self.tree.children(head.i, "mark", "advmod", "case")]
        if head.rel in ("advcl", "xcomp", "acl", "ccomp") and self.clauses.is_purpose(head, marks):
            state.weaken(Modality.DESIRED)  # "pour recruter et former X": neither is done yet
        if self.clauses.is_negated(head) and self._shares_negation(word):
            state.negative = True

    def _shares_negation(self, word: Word) -> bool:
        head = self.tree.words[word.head]  # on which English hangs it
        links = [*self.tree.children(word.i, "cc"), *(c for c in self.tree.children(head.i, "cc") if c.i < word.i)]
        return any(c.lower in self.words["alternative"] for c in links)

    def _pass_nominal(self, word: Word, head: Word, relation: str, effects: tuple[str, ...], state: State) -> bool:
        """A noun's event is touched by what governs the noun ("le projet de fusion"), not by its clause's tense."""
        state.weaken(prospects.of_deal(self.tree, self.pack, word, head))
        if prospects.is_given_up(self.tree, self.pack, word, head):
            state.negative = not state.negative
            self.judge_word(head, state)
            return True
        predicated = prospects.of_predicate(self.tree, self.pack, word, head)
        effects = predicated or self._on_noun(word, head, effects)
        put_off = bool(predicated) or (relation == "subj" and self.tree.child(head.i, "cop") is not None)
        if relation in ("obj", "nmod", "obl", "subj:pass", "attr") or put_off:
            borne = any(word.case in self.words[name] for name in ("of", "to", "borne_on"))
            lost = head.lemma in self.words["parting"] and self.tree.child(head.i, "obj")  # "$3m on sales of $9m"
            timed = word.lemma in self.pack.lists["temporal"]  # "au lendemain de sa rencontre, X a exclu …"
            wanted = not word.case or relation != "obl" or (borne and not lost and not timed)
            if effects and wanted and "actual" not in effects:
                self.apply(effects, head, relation, state, word, firm=bool(predicated))
                self.judge_word(head, state)
                return True
        if (
            relation in ("subj", "subj:pass")
            and hypothetical.is_indefinite(self.clauses, word)
            and self.clauses.tense(head) is Modality.POSSIBLE
        ):
            state.weaken(Modality.POSSIBLE)  # "un rachat de X serait une erreur"
            return True
        wronged = head.lemma in self.words["convicting"] and hypothetical.was_wronged(self.clauses, head)
        if self.clauses.is_charged(word) or (wronged and word.case in self.words["charge_marks"]):
            state.weaken(Modality.POSSIBLE, firm=True)  # "jugé pour son soutien à X": what he is tried for
            return True
        if relation in SUBJECTS and self._judge_happening(head, state):
            return True
        if relation == "subj" and head.lemma in self.pack.lists.get("failing", ()):
            state.negative = not state.negative  # "le rachat a échoué"
            self.judge_word(head, state)
            return True
        if relation in ("obj", "obl", "attr") and head.pos in ("VERB", "AUX") and "actual" in effects:
            self.judge_word(head, state)  # "n'est plus en mesure de": the verb only carries tense and negation
            return True
        return relation in ("nmod", "attr")

    def _judge_happening(self, verb: Word, state: State) -> bool:
        """ "la rencontre n'a pas eu lieu", "aura lieu mardi", "devait avoir lieu": as real as what is said of it."""
        if self.clauses.is_happening(verb):
            state.negative = state.negative or self.clauses.is_negated(verb)  # "aucune rencontre n'a eu lieu": once
            state.weaken(self.clauses.tense(verb))
            return self.clauses.is_negated(verb) or self.clauses.tense(verb) is not Modality.ACTUAL
        below = next((c for c in self.tree.children(verb.i, "xcomp") if self.clauses.is_happening(c)), None)
        if below is None:
            return False
        self.apply(self.pack.governors.get(verb.lemma, ()), verb, "xcomp", state, below)
        self.judge_word(verb, state)
        return True

    def _on_noun(self, noun: Word, head: Word, effects: tuple[str, ...]) -> tuple[str, ...]:
        """ "arrêter deux hommes à Lyon" keeps nobody from being there: people are not what a verb puts an end to."""
        somebody = head.pos == "VERB" and load_schema().fits(self.pack.nouns.get(noun.lemma, ""), ("Person", "Group"))
        several = head.pos == "NOUN" and "Number=Plur" in head.morph  # "les conditions de détention": how it is
        vain = {"negative"} if somebody else {"conditional"} if several else set()
        return tuple(e for e in effects if e not in vain)

    def apply(
        self, effects: tuple[str, ...], head: Word, relation: str, state: State, word: Word, *, firm: bool = False
    ) -> None:
        """Apply what a governor does to what it governs."""
        speech = self._speech_of(head)
        firm = firm or speech in DISPUTED or self._is_only_thought_of(effects, head)
        firm = firm or (speech == "requested" and "obligated" in effects)  # "were ordered to arrest X"
        for effect in effects:
            if effect == "negative":
                state.negative = not state.negative
                if self.clauses.is_negated(head):
                    state.weaken(Modality.POSSIBLE)
            elif effect != "actual":
                state.weaken(Modality(effect), firm=firm)
        verbal = word.pos in ("VERB", "AUX") and head.pos in ("VERB", "ADJ", "NOUN")
        told = self._is_told(word, head) or prospects.used_to(self.tree, self.pack, word)
        if not effects and relation == "xcomp" and verbal and not told:
            state.weaken(Modality.POSSIBLE, firm=word.tag == "VBG")  # "stopped short of buying X"

    def _is_told_gerund(self, word: Word) -> bool:
        """ "fled after killing X": it was done."""
        gerund = word.tag == "VBG" or any(c.tag == "VBG" for c in self.tree.children(word.i, "aux"))
        return gerund and word.case in self.words["told_before_gerunds"]

    def _is_only_thought_of(self, effects: tuple[str, ...], head: Word) -> bool:
        """ "menace de quitter X", "l'espoir d'une rencontre": no more than possible, or a noun's wish or fear."""
        seems = any(head.lemma in self.words[name] for name in ("seeming", "enabling", "carrying_out"))
        if seems or "actual" in effects:
            return False
        return "possible" in effects or (head.pos == "NOUN" and not {"desired", "planned"}.isdisjoint(effects))

    def _speech_of(self, head: Word) -> str:
        """Return what kind of speech a verb or noun is: "accused", "denies"; empty for none."""
        return (self.pack.reporting_nouns if head.pos == "NOUN" else self.pack.reporting).get(head.lemma, "")

    def _is_told(self, word: Word, head: Word) -> bool:
        """Whether a clause below a verb is said or seen to be so.

        "dit avoir vendu X", "affirme soutenir X", "a vu X partir", "se dit flatté", "a été retrouvé blessé".
        """
        if self.pack.adposition == "head":
            return self._is_told_gerund(word)
        told = self.pack.reporting.get(head.lemma)
        if told is not None and self.clauses.is_perfect_infinitive(word):
            return True
        if self.clauses.is_unmarked_infinitive(word):
            return head.lemma in self.words["perceiving"] or told not in (None, "announced")
        if head.lemma in self.words["attached_to"]:
            return not self.syntax.is_passive(head)  # "tient à remercier X", no "est tenu de"
        return self.syntax.is_past_participle(word) and not self.clauses.is_infinitival(word)
