"""Questions about one clause: its negation, tense and marks, and whether it is an infinitive, a charge or asked."""

from kg.extract.rules.parsing.syntax import Syntax
from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Word
from kg.model import Modality

NEGATING = ("advmod", "neg", "cc", "det", "dep")  # what a word that denies is to its verb
ENDINGS = (("conditional", "conditional_endings"), ("future", "future_endings"))  # of a tense, its table


class Clauses:
    """Answers them from one tree."""

    def __init__(self, syntax: Syntax) -> None:
        self.syntax, self.tree, self.pack = syntax, syntax.tree, syntax.pack
        self.words = syntax.pack.words
        self._only = {w.i for w in self.tree.words if w.lower in self.words["not_only"]}
        stem, tense = self.pack.tense.get("future_stem", ""), self.pack.tense
        endings = {name: tense.get(table, ()) for name, table in ENDINGS}
        self._endings = {name: tuple(stem + ending for ending in endings[name]) for name in endings}

    def tense(self, word: Word) -> Modality:
        """Return how real the tense and mood of a clause leave it."""
        tense = self.pack.tense
        carriers = [word, *self.tree.children(word.i, "aux", "aux:pass", "aux:caus", "cop")]
        if "future_auxiliaries" in tense:
            return self._english_tense(carriers)
        for carrier in carriers:
            wished = tense["subjunctive"] in carrier.morph and not self._is_indicative_too(carrier)
            if wished and not self._is_granted(word):
                return Modality.POSSIBLE
            if self._has(carrier, "conditional") or self._ends(carrier, "conditional"):
                return Modality.POSSIBLE
            if self._has(carrier, "future") or self._ends(carrier, "future"):
                return Modality.PLANNED
        return Modality.ACTUAL

    def is_future(self, word: Word) -> bool:
        """Whether the form of a verb is a future ("quittera", "sera élu"): a plain one, or that of its auxiliary."""
        carriers = (word, *self.tree.children(word.i, "aux", "aux:pass", "cop"))
        return "future" in self.pack.tense and any(self._has(c, "future") for c in carriers)

    def _has(self, carrier: Word, tense: str) -> bool:
        """Whether a form has the ending of the tense that the parser gives it: no future is "définit"."""
        return self.pack.tense[tense] in carrier.morph and carrier.lower.endswith(self._endings[tense])

    def _is_indicative_too(self, carrier: Word) -> bool:
        """Whether a form that the parser calls a subjunctive may be none, and no "que" before it calls for one."""
        both = self.pack.tense.get("both_moods", {}).items()
        if not any(carrier.lemma.endswith(end) and carrier.lower.endswith(tuple(forms)) for end, forms in both):
            return False
        start = self.tree.sents[carrier.sent][0]
        return all(w.lower not in self.words["that"] for w in self.tree.words[start : carrier.i])

    def _is_granted(self, word: Word) -> bool:
        """Whether a subjunctive tells a fact: "bien que X ait vendu Y", "regrette que X ait vendu Y"."""
        if any(c.lower in self.words["concessive"] for c in self.tree.children(word.i, "mark", "advmod")):
            return True
        head = self.tree.words[word.head] if word.head != ROOT else None
        if head is None or (head.lemma in self.words["factive_verbs"] and word.rel == "ccomp"):
            return head is not None  # "n'a pas digéré que X ait vendu Y"
        return "actual" in self.pack.governors.get(head.lemma, ())

    def _ends(self, word: Word, tense: str) -> bool:
        """Where the model gives a verb no tense or the wrong one, its form tells: "soutiendrait" is no imperfect."""
        if not word.lower.endswith(self._endings[tense]) or word.pos not in ("VERB", "AUX"):
            return False
        finite = word.lower.endswith(tuple(self.pack.tense.get("finite_endings", ()))) or "VerbForm=Fin" in word.morph
        if not finite and ("VerbForm=Inf" in word.morph or "VerbForm=Part" in word.morph):
            return False
        of_infinitive = (e for e in self.pack.tense["infinitive_endings"] if word.lemma.endswith(e))
        stem = word.lemma.removesuffix(max(of_infinitive, key=len, default=word.lemma[-2:]))
        long = (
            e for e in self.pack.tense[f"{tense}_endings"] if len(word.lower) > len(e) + 2 and word.lower != stem + e
        )
        return word.lower.endswith(tuple(self.pack.tense["future_stem"] + ending for ending in long))

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
        """ "Renault to buy Nissan", "Nissan to be sold": an infinitive with a subject that hangs on nothing."""
        verb = carriers[0]
        infinitive = any(c.tag == "VB" for c in carriers) and any(c.tag == "TO" for c in carriers[1:])
        return infinitive and verb.head == ROOT and self.tree.child(verb.i, *SUBJECTS) is not None

    def is_past(self, verb: Word) -> bool:
        """Whether a clause tells of the past: "a permis", "dirigea", "dirigeait"."""
        tense = self.tense(verb) is Modality.ACTUAL
        carriers = [c for c in (verb, *self.tree.children(verb.i, "aux")) if "VerbForm=Fin" in c.morph and tense]
        compound = any(c.i != verb.i and "Tense=Pres" in c.morph for c in carriers)
        return compound or any("Tense=Past" in c.morph or "Tense=Imp" in c.morph for c in carriers)

    def is_completed(self, verb: Word) -> bool:
        """Whether a clause tells of a past act as a whole: "a pu", "avait pu", "put", no "pouvait"."""
        if self.tense(verb) is not Modality.ACTUAL or self.syntax.is_passive(verb):
            return False
        compound = any("VerbForm=Fin" in c.morph for c in self.tree.children(verb.i, "aux"))
        return compound or ("VerbForm=Fin" in verb.morph and "Tense=Past" in verb.morph)

    def is_negated(self, word: Word) -> bool:
        """Whether a verb or a nominal predicate is denied in its own clause; "ne … que" denies nothing."""
        words = self.words
        below = self.tree.children(word.i)
        hung = [c for c in below if c.pos in ("ADP", "ADV") and c.rel == "advmod" and c.lower not in words["less"]]
        below += [g for c in hung for g in self.tree.children(c.i)]
        negators = self._negators(word, below)
        particles = words["negation_particle"]
        has_particle = not particles or any(c.lower in particles for c in below)
        if any(has_particle or negator.lower not in words["needs_particle"] for negator in negators):
            return True
        opening = self.tree.words[self.tree.sents[word.sent][0]]
        if particles and has_particle and opening.lower in words["opening_negators"] and opening.i < word.i:
            return True  # "Jamais X n'a rencontré Y"
        if not has_particle or word.lemma in words["denied_by_particle"]:
            return has_particle and not self._is_only(word)
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

    def _negators(self, word: Word, below: list[Word]) -> list[Word]:
        """The words that deny a predicate, some of them only beside a particle: "ne … pas", "neither met nor"."""
        words = self.words
        found = [c for c in below if c.lower in words["negators"] and c.rel in NEGATING]
        found += [c for c in below if c.rel == "neg"]  # "has yet to"
        found = [c for c in found if c.i + 1 not in self._only]  # "n'a pas seulement vendu X"
        found += [c for c in below if c.lower in words["hardly"] and self._is_hardly(c)]
        found += [c for c in below if c.rel == "preconj" and c.lower in words["negative_determiners"]]
        if word.rel == "acl" and word.pos == "VERB":
            found += [c for c in below if c.lower in words["prefixed_negators"] and c.i == word.i - 1]
        return found

    def _is_hardly(self, adverb: Word) -> bool:
        """ "a peu soutenu X", no "a un peu soutenu X", no "peu à peu"."""
        if abs(adverb.i - adverb.head) != 1:
            return False
        beside = {w.lower for w in self.tree.words[max(0, adverb.i - 1) : adverb.i + 2]}
        return adverb.rel == "advmod" and beside.isdisjoint(self.words["beside_little"])

    def _is_only(self, verb: Word) -> bool:
        """ "ne peut que se réjouir"."""
        return any(w.lower in self.words["that"] for w in self.tree.words[verb.i + 1 : verb.i + 3])

    def _is_neither(self, word: Word) -> bool:
        """ "ni l'un ni l'autre n'a signé"."""
        joined = [c for other in self.tree.children(word.i, "conj") for c in self.tree.children(other.i, "cc")]
        return any(c.lower in self.words["negators"] for c in joined)

    def is_contrast(self, word: Word) -> bool:
        """ "Si Renault a racheté Nissan, il garde son nom": a perfect behind "si" is granted before a plain clause.

        So is a pluperfect, "si X avait soutenu Y, il a choisi Z": where it is only supposed, a conditional follows.
        """
        if self.pack.adposition == "head" or word.rel != "advcl" or word.head < word.i:
            return False
        having, main = self.words["active_auxiliaries"], self.tree.words[word.head]
        helpers = [c.morph for c in self.tree.children(word.i, "aux") if c.lemma in having]
        perfect = any("Tense=Pres" in morph for morph in helpers) and main.lemma not in self.pack.governors
        done = any("Tense=Imp" in morph or "Tense=Pres" in morph for morph in helpers) and self.is_completed(main)
        return (perfect or done) and self.tense(main) is Modality.ACTUAL and not self.is_question(word.i)

    def is_not_without(self, word: Word) -> bool:
        """ "n'est pas sans rappeler X": doubly denied."""
        marks = [c for c in self.tree.children(word.i, "mark", "case") if c.lower in self.words["without"]]
        return any(c.i > 0 and self.tree.words[c.i - 1].lower in self.words["negators"] for c in marks)

    def is_infinitival(self, word: Word) -> bool:
        """Whether a verb form is an infinitive, or one carries it."""
        if "VerbForm=Inf" in word.morph or word.tag == "VB":
            return True
        return any(c.tag == "TO" for c in self.tree.children(word.i, "aux"))  # "to be sold", "to have met"

    def is_purpose(self, word: Word, marks: list[str]) -> bool:
        """Whether a clause tells what for."""
        if self.pack.adposition == "head":
            if word.head != ROOT and self.tree.words[word.head].lemma in self.words["outcomes"]:
                return False  # "went on to buy X"
            return word.rel == "advcl" and any(c.tag == "TO" for c in self.tree.children(word.i, "aux"))
        purpose = self.words["purpose_marks"]
        marked = "VerbForm=Inf" in word.morph and any(m in purpose or f"{m} de" in purpose for m in marks)
        return marked and not self._is_achieved(word)

    def _is_achieved(self, word: Word) -> bool:
        """ "ont défilé pour dénoncer X", "en a profité pour vendre X": what was done for this did this."""
        head = self.tree.words[word.head] if word.head != ROOT else word
        said = head.lemma in self.words["voicing"] and word.lemma in self.words["voiced"]
        if not said and head.lemma not in self.words["seizing"] and not self.syntax.is_for_a_post(head, word):
            return False
        seized = head.lemma in self.words["seizing"] and "VerbForm=Fin" in head.morph  # "en profite pour tacler X"
        done = seized or self.is_past(head)
        return done and not self.is_negated(head) and self.tense(head) is Modality.ACTUAL

    def is_perfect_infinitive(self, word: Word) -> bool:
        """ "dit avoir vendu X": an infinitive that tells what is done."""
        if self.pack.adposition == "head":
            return False
        auxiliary = self.tree.child(word.i, "aux")
        return auxiliary is not None and "VerbForm=Inf" in auxiliary.morph and "VerbForm=Inf" not in word.morph

    def is_unmarked_infinitive(self, word: Word) -> bool:
        """ "affirme soutenir X", no "dit de soutenir X": an infinitive right below its verb."""
        if self.pack.adposition == "head" or self.tree.child(word.i, "mark", "case") is not None:
            return False
        return any("VerbForm=Inf" in c.morph for c in (word, *self.tree.children(word.i, "aux", "aux:pass", "cop")))

    def opens_with_that(self, word: Word) -> bool:
        """ "Que Berlin soutienne Kiev serait une surprise": a clause that is only thought of."""
        first = self.tree.sents[word.sent][0]
        return any(c.i == first and c.lower in self.words["that"] for c in self.tree.children(word.i, "mark"))

    def is_inverted_condition(self, word: Word) -> bool:
        """ "Had Apple bought it, …": the auxiliary before the subject of a subordinate clause."""
        auxiliary, subject = self.tree.child(word.i, "aux"), self.tree.child(word.i, "subj")
        inverting = auxiliary is not None and auxiliary.lower in self.words["inverting"]
        main = word.head == ROOT and not self.is_question(word.i)  # the parser may hang the main clause on it
        if word.rel != "advcl" and not (inverting and (main or (word.rel == "ccomp" and word.head > word.i))):
            return False
        inverted = auxiliary is not None and subject is not None and auxiliary.i < subject.i < word.i
        opened = (c.i < auxiliary.i for c in self.tree.children(word.i, "advmod", "preconj")) if auxiliary else ()
        return inverted and not any(opened) and self.pack.adposition == "head"  # no "Not only did Apple buy it"

    def came_to_pass(self, word: Word, mark: str) -> bool:
        """ "a dirigé X avant de rejoindre Y" tells two things in order; "est mort avant de signer" only one."""
        head = self.tree.words[word.head] if word.head != ROOT else word
        told = mark in self.words["before"] and self.is_past(head) and not self.syntax.is_passive(head)
        return told and head.lemma not in self.words["dying"] and not self.is_negated(head)

    def is_complement(self, word: Word) -> bool:
        """ "accusé par X d'avoir fomenté Y": an infinitive that only a complement's mark opens, far from its verb."""
        marks = [c.lower for c in self.tree.children(word.i, "mark")]
        marked = any(m in self.words["complement_marks"] for m in marks) and marks[0] not in self.words["before_marks"]
        return marked and any("VerbForm=Inf" in c.morph for c in (word, *self.tree.children(word.i, "aux")))

    def is_second_complement(self, word: Word) -> bool:
        """ "soupçonnés de réduire …, ainsi que de favoriser": joined to the first by a conjunction."""
        return any(True for _ in self.tree.children(word.i, "cc")) and self.tree.child(word.i, "mark") is not None

    def is_content_of_noun(self, word: Word, noun: Word) -> bool:
        """ "the claim that …", "les rumeurs selon lesquelles …": said or thought, and not by the article."""
        if noun.pos != "NOUN" or noun.lemma in self.words["factive_nouns"]:
            return False
        if noun.lemma in self.pack.lists["temporal"]:
            return False  # "cela fait des mois que X a quitté Y"
        if any(c.lower in self.words["cleft"] for c in self.tree.children(noun.i, "subj", "expl")):
            return False  # "c'est vers minuit que X a brûlé"
        if any(c.case in self.words["according_to"] for c in self.tree.children(word.i, "obl")):
            return True
        thought = noun.lemma in self.pack.reporting_nouns or noun.lemma in self.words["notions"]
        spoken = thought or noun.lemma in self.pack.governors
        that = [c for c in self.tree.children(word.i, "mark", "obj") if c.lower in self.words["that"]]
        return any(spoken or (c.rel == "mark" and "PronType=Rel" not in c.morph) for c in that)

    def is_charge(self, word: Word, head: Word) -> bool:
        """ "mis en cause pour avoir rencontré X", "tried for killing X": what somebody is charged with."""
        return self._may_be_an_offence(word) and self._is_charging(head, self._opening(word))

    def is_conviction(self, word: Word, head: Word) -> bool:
        """ "condamné pour avoir tué X", "convicted of killing X": what a court has found somebody to have done."""
        convicted = head.lemma in self.words["convicting"] and self._may_be_an_offence(word)
        return convicted and not self._opening(word).isdisjoint(self.words["charge_marks"])

    def _opening(self, word: Word) -> set[str]:
        return {word.case, *(c.lower for c in self.tree.children(word.i, "mark"))}

    def _may_be_an_offence(self, word: Word) -> bool:
        if self.pack.adposition == "head":
            return word.tag == "VBG" or any(c.tag == "VBG" for c in self.tree.children(word.i, "aux"))
        return self.is_infinitival(word) or self.is_perfect_infinitive(word)

    def is_charged(self, noun: Word) -> bool:
        """ "jugé pour son soutien à X": what he is tried for."""
        if noun.rel != "obl" or noun.head == ROOT or self.tree.words[noun.head].pos != "VERB":
            return False
        suspected = self.pack.reporting_nouns.get(noun.lemma) == "accused"  # "mis en examen pour des soupçons de viol"
        return not suspected and self._is_charging(self.tree.words[noun.head], {noun.case})

    def _is_charging(self, head: Word, marks: set[str]) -> bool:
        """ "jugé pour …", "mis en examen pour …", "charged with …"."""
        charging, beside = self.words["charging"], self.tree.children(head.i, "obl", "obj", "agent")
        if not charging.isdisjoint(f"{head.lemma} {mark}" for mark in marks):
            return True
        charges = head.lemma in charging or any(f"{head.lemma} {c.lemma}" in charging for c in beside)
        if charges and not marks.isdisjoint(self.words["charge_marks"]):
            return True
        if head.pos != "NOUN" or head.rel not in ("obj", "obl"):
            return False
        return self._is_charging(self.tree.words[head.head], marks)

    def is_only_refuted(self, noun: Word, verb: Word) -> bool:
        """ "rejected the lawsuit by X", "suspend l'arrêté du maire": it was made, whatever became of it."""
        return noun.lemma in self.words["lasting_acts"] and verb.lemma in self.words["refuting"]

    def is_imagined(self, word: Word, noun: Word) -> bool:
        """ "un scénario où X rachète Y", "a scenario in which X buys Y"."""
        where, which = self.words["relative_place"], self.words["relative_object"]
        inside = (c.lower in where or (c.lower in which and c.rel == "obl") for c in self.tree.children(word.i))
        return noun.lemma in self.words["imagined"] and any(inside)

    def is_happening(self, verb: Word) -> bool:
        """ "a eu lieu", "took place", "happened": that what its subject tells came about."""
        happening = self.words["happening"]
        objects = (f"{verb.lemma} {c.lemma}" for c in self.tree.children(verb.i, "obj"))
        return verb.lemma in happening or not happening.isdisjoint(objects)

    def is_yet_to_come(self, word: Word, head: Word) -> bool:
        """ "When X buys Y, everything will change": a present tense that the main clause puts ahead."""
        ahead = any(c.lower in self.words["once"] for c in self.tree.children(word.i, "advmod", "mark"))
        return ahead and word.tag in ("VBZ", "VBP") and self.tense(head) is not Modality.ACTUAL

    def is_question(self, i: int) -> bool:
        """Whether the sentence of a word asks; what stands before a question in quotes does not: "X dit : "Qui ?""."""
        first, last = self.tree.sents[self.tree.words[i].sent]
        asked = next((n for n in range(last - 1, max(first, last - 2) - 1, -1) if self.tree.words[n].text == "?"), None)
        if asked is None:
            return False
        marks = [w.i for w in self.tree.words[first:asked] if w.text == '"']
        before = sum(mark < i for mark in marks)
        return before % 2 == 1 or (len(marks) - before) % 2 == 0

    def is_beside_purpose(self, noun: Word) -> bool:
        """ "combined with the expansion to produce X": the infinitive tells the verb's outcome, not the noun's."""
        verb = self.tree.words[noun.head] if noun.rel == "obl" and noun.head != ROOT else None
        return verb is not None and verb.lemma not in self.pack.lists.get("copulas", ())
