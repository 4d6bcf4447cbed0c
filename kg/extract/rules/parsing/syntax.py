"""Questions about one tree: whose act a verb is, whether it is passive, what a relative clause qualifies."""

from kg.extract.rules.parsing.agreement import feature, number_of
from kg.extract.rules.parsing.tree import PLACE_LABELS, ROOT, SUBJECTS, Tree, Word
from kg.lang import LanguagePack
from kg.lang.schema import load_schema

HOLDING = ("Place", "Product")
HAPPENING = ("ViolentEvent", "DisasterEvent")
PENALTIES = ("SanctionEvent", "JudicialEvent")
LOOSE = ("advcl", "xcomp", "parataxis", "dep")  # clauses without a subject of their own


class Syntax:
    """Answers questions about one tree that the frames need, each once."""

    def __init__(self, tree: Tree, pack: LanguagePack) -> None:
        self.tree, self.pack = tree, pack
        self._subjects: dict[int, tuple[list[int], bool]] = {}
        self._passive: dict[int, bool] = {}

    def set_subject(self, verb: int, subject: int) -> None:
        """Say whose verb it is where the parser was wrong: "annonce Ren"."""
        self._subjects[verb] = ([subject], False)

    def is_past_participle(self, word: Word) -> bool:
        """Whether a word is a past participle by its form."""
        return word.tag == "VBN" or ("VerbForm=Part" in word.morph and "Tense=Past" in word.morph)

    def is_present_participle(self, word: Word) -> bool:
        """Whether a word is a present participle or gerund by its form."""
        of_present = "VerbForm=Part" in word.morph and "Tense=Pres" in word.morph
        return word.tag == "VBG" or of_present or "VerbForm=Ger" in word.morph

    def is_passive(self, word: Word) -> bool:
        """Whether a verb's surface subject suffers the act."""
        if word.i not in self._passive:
            self._passive[word.i] = self._suffers(word)
        return self._passive[word.i]

    def _suffers(self, word: Word) -> bool:
        if self.tree.child(word.i, "aux:pass", "subj:pass") is not None:
            return True
        if self.is_undergone(word):
            return not self.has_object(word)
        if not self.is_past_participle(word) or self.tree.child(word.i, "aux") is not None:
            return False
        if self.tree.child(word.i, "refl", "subj") is not None:
            return False
        first = self.tree.words[self.tree.first_conjunct(word.i)]
        if first.i != word.i and self.tree.child(first.i, "aux") and not self.tree.child(first.i, "aux:pass"):
            return False  # "a vendu sa filiale et racheté Alpro"
        return self.tree.child(word.i, "cop") is None

    def is_undergone(self, word: Word) -> bool:
        """ "s'est fait arrêter par X", "s'est vu infliger une amende": who is told of suffers or gets it."""
        tree, words = self.tree, self.pack.words
        if not self._is_infinitive(word):
            return False
        below = [c for c in tree.children(word.i, "aux:caus") if c.lemma in words["undergoing"]]
        above = tree.words[word.head] if word.head != ROOT and word.rel in ("xcomp", "ccomp") else None
        bearers = [*below, *([above] if above is not None and above.lemma in words["undergoing"] else [])]
        return any(
            c.i < bearer.i < word.i and c.lower in words["reflexive"]
            for bearer in bearers
            for c in (*tree.children(bearer.i), *(tree.children(word.i) if bearer.head == word.i else ()))
        )

    def has_object(self, word: Word) -> bool:
        """Whether a verb has an object of its own, besides a reflexive pronoun."""
        return any(c.lower not in self.pack.words["reflexive"] for c in self.tree.children(word.i, "obj"))

    def subjects(self, i: int) -> tuple[list[int], bool]:
        """Return the head words of a predicate's surface subject, and whether it had to be understood."""
        if i not in self._subjects:
            self._subjects[i] = ([], False)  # a loop in the parse ends here
            self._subjects[i] = self._find_subjects(i)
        return self._subjects[i]

    def _find_subjects(self, i: int) -> tuple[list[int], bool]:
        tree, word = self.tree, self.tree.words[i]
        carriers = (i, *(c.i for c in tree.children(i, "aux")))  # "L'Élysée a de son côté dit que": hung on "a"
        own = [c for carrier in carriers for c in tree.children(carrier, *SUBJECTS) if c.pos != "VERB"]
        own = [c for c in own if c.lower not in self.pack.words["impersonal"] or c.pos != "PRON"] or own
        if own:
            return self._through_relative(i, own[0]), False
        if word.rel == "conj":
            first = tree.words[tree.first_conjunct(i)]
            if first.pos in ("VERB", "AUX", "ADJ", "NOUN"):
                return self.subjects(first.i)[0], True
            return [], True
        if word.head == ROOT or (word.rel in ("parataxis", "ccomp") and not self._is_bare(word)):
            return self._topic(word), True
        return self._understood(word, tree.words[word.head]), True

    def _understood(self, word: Word, head: Word) -> list[int]:
        """Whose act a clause without a subject of its own is, by what it hangs on."""
        if word.rel == "attr" and head.pos in ("VERB", "AUX"):
            return self.subjects(head.i)[0]  # "is likely to buy"
        if word.rel in ("xcomp", "ccomp") and head.pos in ("VERB", "AUX", "ADJ") and self._is_bare(word):
            return self.controller(head, word)
        if word.rel == "acl" or (word.rel in ("amod", "relcl") and word.pos == "VERB"):
            talked = head.lemma in self.pack.words["parleys"]  # "in talks to be bought": no talks are
            noun = head.pos in ("NOUN", "PROPN", "PRON", "NUM") or (head.ent and head.is_title)  # "UBS"
            if self._is_for_having(word) and self._is_thing(head):
                return self._of_penalty(head)  # "purge une peine pour avoir tué X": no punishment has done it
            if noun and not self._is_infinitive(word) and not talked:
                return self._result_of(word, head) or [self._what_happened(word, head).i]
            if head.rel == "obj" and self.is_for_a_post(self.tree.words[head.head], word):
                return [head.i]
            return self._owner_of(head)
        if word.rel == "xcomp" and head.pos == "NOUN":
            return self._held(head) or self._owner_of(head)
        return self._of_main_clause(word, head) if word.rel in LOOSE and self._is_bare(word) else []

    def _result_of(self, word: Word, head: Word) -> list[int]:
        """ "a explosé devant une mosquée, tuant dix fidèles": a participle behind a comma tells the outcome."""
        before = self.tree.words[self.tree.subtree(word.i)[0] - 1].text if word.i else ""
        if (
            self.pack.adposition != "child"
            or before != ","
            or not self.is_present_participle(word)
            or head.rel in SUBJECTS
        ):
            return []
        verb = next((w for w in self.tree.ancestors(head.i) if w.pos in ("VERB", "AUX")), None)
        return [] if verb is None or verb.i > word.i else self.subjects(verb.i)[0]

    def _of_main_clause(self, word: Word, head: Word) -> list[int]:
        """ "Fondé en 1987, le groupe …", "a démissionné, laissant …": the noun it stands by, else the main subject."""
        if word.rel != "xcomp" and self._is_plain_noun(head):
            return [head.i]
        found = self.subjects(head.i)[0] if head.pos in ("VERB", "AUX", "ADJ", "NOUN") else []
        told = self._rewarded(word, head) or self._picked(word, head) or self._object_beside(word, head, found)
        return told or (self._name_beside(word) if self._disagrees(word, found) else found)

    def _disagrees(self, participle: Word, subjects: list[int]) -> bool:
        """ "Les deux hommes ont parlé de Marie Petit, retrouvée morte": what is said of one is not said of two."""
        number = feature(participle, "Number") if self.is_past_participle(participle) else ""
        if not subjects or not number:
            return False
        row = self.tree.conjuncts(subjects[0])
        told = "Plur" if len(row) > 1 else number_of(self.tree, self.tree.words[subjects[0]])
        return told not in ("", number)

    def _name_beside(self, participle: Word) -> list[int]:
        """The name that ends right before the comma of a participle."""
        tree, first = self.tree, self.tree.subtree(participle.i)[0]
        if first < 2 or tree.words[first - 1].text != "," or tree.words[first - 2].sent != participle.sent:
            return []
        name = tree.words[first - 2]
        name = tree.words[name.head] if name.rel == "name" and name.head != ROOT else name
        return [name.i] if name.pos == "PROPN" and len(tree.conjuncts(name.i)) == 1 else []

    def is_for_a_post(self, verb: Word, clause: Word) -> bool:
        """ "a choisi X pour remplacer Y": an infinitive that tells what somebody is picked for."""
        words = self.pack.words
        picks = verb.lemma in words["picking"] and clause.lemma in words["taking_posts"]
        return picks and self._is_infinitive(clause)

    def _picked(self, clause: Word, verb: Word) -> list[int]:
        """ "Pour remplacer Y, Z a choisi X": who is picked takes the place, not who picks."""
        if not self.is_for_a_post(verb, clause) or self.is_passive(verb):
            return []
        return [c.i for c in self.tree.children(verb.i, "obj") if c.pos in ("NOUN", "PROPN", "PRON", "X")]

    def _rewarded(self, clause: Word, verb: Word) -> list[int]:
        """ "a condamné Marc Petit pour avoir volé une voiture": who is punished or thanked has done it.

        So has who is given a penalty: "a infligé une amende à Marc Petit pour avoir volé".
        """
        if self.is_passive(verb) or not self._is_for_having(clause):
            return []
        objects = [c for c in self.tree.children(verb.i, "obj") if c.i < clause.i]
        if verb.lemma in self.pack.words["rewarding"]:
            return [c.i for c in objects]
        penalty = next((c for c in objects if self.pack.nouns.get(c.lemma) in PENALTIES), None)
        return self._given(verb) if penalty is not None else []

    def _is_for_having(self, word: Word) -> bool:
        """ "pour avoir volé": a perfect infinitive tells for what."""
        marks = {c.lower for c in self.tree.children(word.i, "mark")}
        return self._is_infinitive_of_having(word) and not marks.isdisjoint(self.pack.words["for_having"])

    def _is_thing(self, noun: Word) -> bool:
        kind = self.pack.nouns.get(noun.lemma)
        return noun.pos == "NOUN" and kind is not None and not self._is_one_of(kind, ("Agent", "Place"))

    def _of_penalty(self, noun: Word) -> list[int]:
        """ "la condamnation de X pour avoir volé": whose it is, who is given it, or who bears it."""
        of = self.pack.words["of"]
        named = [w.i for w in self.tree.children(noun.i, "nmod") if w.pos == "PROPN" and w.case in of]
        verb = next((w for w in self.tree.ancestors(noun.i) if w.pos in ("VERB", "AUX")), None)
        if named or verb is None:
            return named[:1]
        given = noun.rel == "obj" and self.pack.nouns.get(noun.lemma) in PENALTIES
        return (self._given(verb) if given else []) or self.subjects(verb.i)[0]

    def _given(self, verb: Word) -> list[int]:
        """To whom a verb gives something."""
        below = self.tree.children(verb.i, "iobj", "obl")
        given = (c for c in below if c.rel == "iobj" or c.case in self.pack.words["to"])
        return [c.i for c in given if c.pos in ("NOUN", "PROPN", "PRON")][:1]

    def _held(self, ground: Word) -> list[int]:
        """ "arrested a man on suspicion of killing X": it is not the police who are suspected."""
        verb = self.tree.words[ground.head] if ground.rel == "obl" and ground.head != ROOT else None
        if verb is None or verb.lemma not in self.pack.words["held_for"] or self.is_passive(verb):
            return []
        return [c.i for c in self.tree.children(verb.i, "obj") if c.i < ground.i]

    def _is_infinitive_of_having(self, word: Word) -> bool:
        return any("VerbForm=Inf" in c.morph for c in self.tree.children(word.i, "aux"))

    def _object_beside(self, word: Word, head: Word, subjects: list[int]) -> list[int]:
        """ "Les policiers ont arrêté Luc Petit, soupçonné de vol": the object before the comma, if it alone agrees.

        So does its complement: "Zumo dénonce l'attitude des élus, accusés de fraude".
        """
        number, tree = feature(word, "Number"), self.tree
        if word.i < head.i or not number or not self.is_past_participle(word):
            return []
        if not subjects or number_of(tree, tree.words[subjects[0]]) in ("", number):
            return []
        first = tree.subtree(word.i)[0]
        if first < 2 or tree.words[first - 1].text != ",":
            return []
        beside = [tree.words[first - 2], *tree.ancestors(first - 2)]
        if head not in beside:
            return []
        ends = [w for w in beside[: beside.index(head)] if tree.subtree(w.i)[-1] == first - 2]
        nouns = [w for w in ends if w.pos in ("NOUN", "PROPN") and w.rel in ("obj", "nmod")]
        alike = [w for w in nouns if number_of(tree, w) == number] or [w for w in nouns if not number_of(tree, w)]
        return [w.i for w in alike[:1] if "obj" in (w.rel, tree.words[w.head].rel)]

    def _topic(self, verb: Word) -> list[int]:
        """A finite verb whose subject the parser hung elsewhere: the first bare noun phrase of its own side."""
        tree = self.tree
        head = tree.words[verb.head] if verb.head != ROOT else None
        if head is not None and head.i < verb.i and head.head == ROOT and self._is_plain_noun(head):
            return [head.i]  # the parser took the subject for the root
        finite = "VerbForm=Fin" in verb.morph or tree.child(verb.i, "aux", "aux:pass") is not None
        if not finite:
            return []
        for child in tree.children(verb.i, "advcl", "dislocated", "dep", "appos", "obl", "nmod", "conj"):
            if child.i > verb.i:
                return []
            for i in (child.i, *[c.i for c in tree.children(child.i, "advcl", "dep", "subj")]):
                word = tree.words[i]
                if word.pos in ("NOUN", "PROPN") and not word.case and word.lemma not in self.pack.lists["temporal"]:
                    return [i]
        return []

    def _is_plain_noun(self, word: Word) -> bool:
        return word.pos in ("NOUN", "PROPN") and not word.case and self.tree.child(word.i, "cop") is None

    def _through_relative(self, i: int, subject: Word) -> list[int]:
        """Replace "qui" by what it stands for."""
        if subject.lower not in self.pack.words["relative_subject"] or subject.pos not in ("PRON", "DET", "SCONJ"):
            return [subject.i]
        found = self.antecedent(i)
        return [self._what_happened(self.tree.words[i], self.tree.words[found[0]]).i] if found else [subject.i]

    def _what_happened(self, verb: Word, noun: Word) -> Word:
        """ "l'attaque au camion qui a fait dix morts": what happened did it, not the thing or place that it has."""
        if verb.lemma not in self.pack.words["deadly"] or noun.rel not in ("nmod", "name") or self.is_passive(verb):
            return noun
        kind = self.pack.nouns.get(noun.lemma)
        if noun.ent not in PLACE_LABELS and not (noun.pos == "NOUN" and self._is_one_of(kind or "Place", HOLDING)):
            return noun
        for above in self.tree.ancestors(noun.i):
            if self._is_one_of(self.pack.nouns.get(above.lemma, "Concept"), HAPPENING):
                return above
            if above.rel not in ("nmod", "name"):
                break
        return noun

    @staticmethod
    def _is_one_of(kind: str, classes: tuple[str, ...]) -> bool:
        return any(load_schema().is_a(kind, each) for each in classes)

    def _asks_who(self, verb: Word, pronoun: int) -> bool:
        """ "La police ignore qui a tué X": right behind a verb the pronoun stands for nobody."""
        head = self.tree.words[pronoun - 1]
        return verb.rel == "ccomp" and verb.head == head.i and head.pos == "VERB" and head.rel not in ("acl", "amod")

    def antecedent(self, i: int) -> list[int]:
        """Return the noun that a relative clause qualifies."""
        tree = self.tree
        top = tree.first_conjunct(i)
        word = tree.words[top]
        if word.rel in ("relcl", "acl") and word.head != ROOT:
            return [word.head]
        relative = next(
            (c for c in tree.subtree(top) if tree.words[c].lower in self.pack.words["relative_subject"]), None
        )
        if relative is None or relative < 1 or self._asks_who(word, relative):
            return []
        for j in range(relative - 1, max(relative - 6, -1), -1):  # a misplaced relative clause: the noun before "qui"
            if tree.words[j].pos in ("NOUN", "PROPN"):
                return [tree.words[j].head if tree.words[j].rel == "name" else j]
        return []

    def _is_bare(self, word: Word) -> bool:
        """Whether a verb form cannot have a subject of its own."""
        if self._is_infinitive(word) or self.is_past_participle(word) or self.is_present_participle(word):
            return True
        return word.tag in ("VB",) and self.tree.child(word.i, "aux") is not None

    def _is_infinitive(self, word: Word) -> bool:
        if "VerbForm=Inf" in word.morph and self.pack.adposition == "child":
            return True
        return word.tag == "VB" and any(c.tag == "TO" for c in self.tree.children(word.i, "aux"))

    def controller(self, head: Word, word: Word) -> list[int]:
        """Return the understood subject of an infinitive below a verb: its object, recipient, or subject."""
        tree = self.tree
        if self.is_undergone(word):
            return self.subjects(head.i)[0]  # "se laisse convaincre"
        if picked := self._picked(word, head):
            return picked
        promised = "promised" in self.pack.governors.get(head.lemma, ())
        if not promised and head.lemma not in self.pack.words["meaning_to"]:
            objects = [c for c in tree.children(head.i, "obj") if c.i < word.i and c.pos in ("NOUN", "PROPN", "PRON")]
            if objects and not self.is_passive(head):
                return [objects[0].i]
            recipients = [
                c for c in tree.children(head.i, "iobj", "obl") if c.rel == "iobj" or c.case in self.pack.words["to"]
            ]
            recipients = [c for c in recipients if c.pos in ("NOUN", "PROPN", "PRON") and c.i < word.i]
            bidden = head.lemma in self.pack.words["bidding"] and tree.child(word.i, "mark") is not None
            if recipients and (bidden or head.lemma in self.pack.lists.get("recipient_control", ())):
                return [recipients[0].i]
        return self.subjects(head.i)[0]

    def _owner_of(self, noun: Word) -> list[int]:
        """ "la décision de X de vendre", "sa décision de vendre": whose decision; else the clause's subject."""
        tree, words = self.tree, self.pack.words
        for child in tree.children(noun.i, "det", "poss", "nmod"):
            if child.rel == "nmod" and child.case in self.pack.words["of"]:
                return [child.i]
            if (
                child.rel == "poss"
                or child.lower in words["possessive_singular_owner"] | words["possessive_plural_owner"]
            ):
                return [child.i]
        for above in tree.ancestors(noun.i):
            if above.pos in ("VERB", "AUX"):
                return self.subjects(above.i)[0]
        return []
