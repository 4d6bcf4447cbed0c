"""What is over: former offices, ended relations, states that a compound past has closed."""

from collections.abc import Iterator
from datetime import MAXYEAR

from kg.extract.rules.parsing.tree import ROOT, Word
from kg.extract.rules.reality import prospects
from kg.extract.rules.reality.clauses import Clauses
from kg.model import Modality

DATE = 3  # words, at most: "30 juin 2027"


class Past:
    """Reads off one tree what no longer holds."""

    def __init__(self, clauses: Clauses, published: str | None = None) -> None:
        """Prepare for an article: what it puts in a year after its own is not over yet."""
        self.clauses, self.syntax, self.tree = clauses, clauses.syntax, clauses.tree
        self.pack, self.words = clauses.pack, clauses.words
        self._last_year = MAXYEAR if published is None else int(published[:4])
        self._terms = list(self._find_terms())

    def _find_terms(self) -> Iterator[tuple[int, int]]:
        """Yield the first and last words of what names two years, "2005 à 2014"; few articles have any."""
        words = self.tree.words
        for first, middle, last in zip(words, words[1:], words[2:], strict=False):
            if middle.lower in self.words["until"] and first.is_year and last.is_year:
                yield first.i, last.i

    def is_former(self, i: int) -> bool:
        """Whether a noun names what somebody no longer is ("ancien président", "ancien maire et député")."""
        if self.tree.words[i].rel == "conj" and self.tree.child(i, "det", "poss") is None:
            first = self.tree.first_conjunct(i)
            if first != i and not self._is_one_of_several(self.tree.words[first]) and self.is_former(first):
                return True
        if self._is_dated_out(i):
            return True
        word, former, prefixes = self.tree.words[i], self.words["former"], tuple(self.words["former_prefixes"])
        if word.pos == "VERB":
            former = former - self.words["at_that_time"]  # "then bought Y" tells what came next
        if any(
            c.lower in former or (prefixes and c.lower.startswith(prefixes))
            for c in self.tree.children(i, "amod", "name", "advmod", "nmod", "acl")
        ):
            return True
        if word.lower.startswith(prefixes) or self._is_one_of_several(word):
            return True
        first = min((c.i for c in self.tree.children(i, "amod", "name") if c.i < i), default=i)
        before = self.tree.words[first - 1].lower if first else ""
        if before in former or before in self.words["former_prefixes"]:
            return True
        det = self.tree.child(i, "det")
        if det is None or not 0 < det.i < i:
            return False
        before = " ".join(w.lower for w in self.tree.words[max(0, det.i - 2) : det.i])
        return self.tree.words[det.i - 1].lower in self.words["late"] or before in self.words["no_longer"]

    def _is_one_of_several(self, noun: Word) -> bool:
        """ "sa première épouse": there was another since."""
        if noun.lemma not in self.words["spouses"]:
            return False
        return any(c.lower in self.words["first_of_several"] for c in self.tree.children(noun.i, "amod", "nummod"))

    def _is_dated_out(self, i: int) -> bool:
        """ "PDG de X de 2005 à 2014", "PDG à l'époque", "qui fut PDG": the text says when it ended."""
        tree, words, noun = self.tree, self.words, self.tree.words[i]
        if prospects.was_until(tree, self.pack, noun) or prospects.was_formerly(tree, self.pack, noun):
            return True
        if noun.rel == "appos" and self._was_until(tree.subtree(i)[-1] + 1):
            return True  # "X, a fisherman until he was 30,"
        for copula in tree.children(i, "cop"):
            if copula.lower in words["past_copulas"] or "Tense=Imp" in copula.morph:
                return True  # "était PDG de X": it tells no end, but of another time
        complements = tree.children(i, "nmod", "obl")
        office = tree.words[i].lemma in self.pack.lists["positions"]  # an act of 1987 is done; an office of it is over
        for complement in [*complements, *(self._set_off_with(i) if office else ())]:
            until = complement.text.isdigit() and complement.case.startswith(tuple(words["up_to"]))
            until = until and not self._is_to_come(complement.i)
            if until or complement.lemma in words["then"]:
                return True  # "PDG de X jusqu'en 2014"
        if office and (any(map(self._is_bygone, [*complements, *self._set_off_with(i)])) or self._has_ended_by_then(i)):
            return True
        return bool(self._terms) and any({*term} <= {*tree.subtree(i)} for term in self._terms)

    def _has_ended_by_then(self, i: int) -> bool:
        """ "porte-parole de X jusqu'à son départ", "jusqu'en mai 2017": what ends the office, wherever it hangs."""
        behind = self.tree.words[i + 1 : self.tree.sents[self.tree.words[i].sent][1]]
        end = next((n for n, w in enumerate(behind) if w.text == "," or w.pos in ("VERB", "AUX")), len(behind))
        marks = (n for n, w in enumerate(behind[:end]) if w.lower.startswith(tuple(self.words["up_to"])))
        until = behind[next(marks, end) : end]
        if any(w.is_year for w in until):
            return not any(map(self._is_year_to_come, until))
        return not self._is_predicate(i) and any(w.lemma in self.words["ends_of_office"] for w in until)

    def _was_until(self, i: int) -> bool:
        words = self.tree.words
        return i < len(words) and words[i].lower in self.words["up_to"] and not self._is_to_come(i + 1)

    def _is_to_come(self, date: int) -> bool:
        """Whether the date that starts at a word is after the article."""
        return any(map(self._is_year_to_come, self.tree.words[date : date + DATE]))

    def _is_year_to_come(self, word: Word) -> bool:
        return word.is_year and int(word.text) > self._last_year

    def _is_predicate(self, i: int) -> bool:
        """ "restera PDG jusqu'à son départ", "nommé PDG jusqu'au départ de X": the verb tells when."""
        word = self.tree.words[i]
        completes = word.rel in ("attr", "obj", "obl", "xcomp") and self.tree.words[word.head].pos == "VERB"
        return completes or self.tree.child(i, "cop") is not None

    def _set_off_with(self, i: int) -> list[Word]:
        """The words between an apposed office and the comma that closes it, wherever the parser hung them."""
        words, first = self.tree.words, self.tree.sents[self.tree.words[i].sent][0]
        start = next(
            (n for n in range(i - 1, max(first, i - 4), -1) if words[n].pos not in ("NOUN", "ADJ", "DET")), first
        )
        if start == first or words[start].text != ",":
            return []
        behind = words[i + 1 : self.tree.sents[words[i].sent][1]]
        end = next((n for n, w in enumerate(behind) if w.text == "," or w.pos in ("VERB", "AUX")), 0)
        return behind[:end] if end and behind[end].text == "," else []

    def _is_bygone(self, time: Word) -> bool:
        """ "PDG en 2005", "PDG au moment des faits", "PDG pendant dix ans": the office is told of some other time."""
        words = self.words
        if time.case in words["in_year"] and time.is_year:
            return True
        if time.case in words["in_years"] and time.lemma in words["years"]:
            return True
        if time.case in words["at_moment"] and time.lemma in words["moments"]:
            return True
        return time.case in words["for_so_long"] and time.lemma in self.pack.lists["temporal"]

    def has_ended(self, i: int) -> bool:
        """ "La collaboration entre X et Y s'est terminée": a noun whose verb says that it is over."""
        word = self.tree.words[i]
        if word.pos != "NOUN" or word.rel not in ("subj", "subj:pass") or word.head == ROOT:
            return False
        head = self.tree.words[word.head]
        return head.lemma in self.words["ending"] and self.clauses.tense(head) is Modality.ACTUAL

    def is_parted_with(self, i: int, owner: int) -> bool:
        """ "Renault a vendu sa filiale", "sa licence lui a été retirée": a thing that its owner no longer has.

        Whoever gets it ("l'a vendue à Nissan") has it.
        """
        word = self.tree.words[i]
        if word.head == ROOT or word.rel not in ("obj", "subj:pass", "obl"):
            return False
        verb, getter = self.tree.words[word.head], self.tree.words[owner]
        if verb.lemma not in self.words["parting"] or (getter.head == verb.i and getter.rel in ("obl", "iobj")):
            return False
        if word.rel == "obl" and (word.case not in self.words["of"] or self.tree.child(verb.i, "refl") is None):
            return False  # "s'est séparé de sa filiale"
        was = any(
            {"Tense=Past", "VerbForm=Fin"} <= set(c.morph.split("|")) for c in self.tree.children(verb.i, "aux:pass")
        )
        return (was or self.clauses.is_past(verb)) and not self.clauses.is_negated(verb)

    def is_over(self, i: int) -> bool:
        """Whether a verb tells of a state that its tense has closed: "qui a dirigé X", "who ran X"."""
        word = self.tree.words[i]
        if prospects.used_to(self.tree, self.pack, word):
            return True
        if word.pos != "VERB" or word.lemma not in self.words["states"] or self.syntax.is_passive(word):
            return False
        lasting = any(c.case in self.words["since"] for c in self.tree.children(i, "obl", "nmod"))
        ended = word.lower.endswith(tuple(sorted(self.words["imperfect_endings"])))  # surer than the parser's tense
        if ended and word.lemma in self.words["closed_imperfect"] and not self._is_told(word):
            return True  # "il présidait l'Assemblée"
        helpers = list(self.tree.children(i, "aux"))
        closed = any(c.lower in self.words["closing"] for c in helpers) if self.words["closing"] else bool(helpers)
        return not lasting and (closed or (not helpers and word.tag in self.words["closed_tenses"]))

    def _is_told(self, verb: Word) -> bool:
        """ "Il a dit qu'il vivait à Lyon": the tense is that of the telling; he may live there now."""
        return verb.rel == "ccomp" and verb.head != ROOT and self.tree.words[verb.head].lemma in self.pack.reporting
