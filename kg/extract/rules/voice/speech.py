"""Who speaks: the subjects of verbs of speech, where they stand, and what can be a speaker at all."""

from collections.abc import Iterator

from kg.extract.rules.mentions.references import References
from kg.extract.rules.parsing.clause_heads import clause_head
from kg.extract.rules.parsing.mending.grammar import is_finite
from kg.extract.rules.parsing.syntax import Syntax
from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Word
from kg.extract.rules.reality.clauses import Clauses
from kg.extract.rules.reality.denied import DENIES
from kg.extract.rules.reality.granted import is_unforeseen
from kg.extract.rules.voice.anybody import said_at
from kg.lang.schema import load_schema
from kg.model import MentionKind

CONTENT = ("acl", "ccomp", "relcl")  # how a clause hangs on the noun whose content it is
LEADS = ("SCONJ", "mark", "PronType=Int", "PronType=Rel")  # parts, relations and forms of words that open a clause
SPEAKERS = ("Agent", "Country", "CommunicationEvent")


class Speech:
    """Answers who says what a verb of speech reports, each time of one article."""

    def __init__(self, syntax: Syntax, table: References, in_quote: frozenset[int]) -> None:
        self.syntax, self.tree, self.pack, self.table = syntax, syntax.tree, syntax.pack, table
        self.in_quote, self.clauses = in_quote, Clauses(syntax)

    def reference(self, i: int) -> int | None:
        """Return the reference whose head is a word."""
        return self.table.at.get(i)

    def can_speak(self, index: int) -> bool:
        """Whether a reference may be a speaker, by its class."""
        root = self.table.items[self.table.root(index)]
        if self.table.items[index].kind is MentionKind.PRONOUN and root.kind is MentionKind.PRONOUN:
            return True
        named = root.kind is MentionKind.NAME and root.type != "LegalAct"
        item = self.table.items[index]
        if item.kind is MentionKind.NOMINAL and load_schema().is_a(item.type, "Product"):
            return load_schema().fits(item.type, SPEAKERS)  # "le véhicule comprend 630 pièces"
        told = item.kind is MentionKind.NOMINAL and item.head in self.pack.words["speaking_nouns"]
        return load_schema().fits(root.type, SPEAKERS) or named or told or self.is_paper(index)

    def is_paper(self, index: int) -> bool:
        """Whether a reference is something written that tells, as "the indictment says": never behind its verb."""
        item = self.table.items[index]
        return item.kind is MentionKind.NOMINAL and item.head in self.pack.words["telling_papers"]

    def is_somebody(self, index: int) -> bool:
        """Whether before a colon a reference can be who says it: an agent, no tribute and no hall."""
        root = self.table.items[self.table.root(index)]
        unknown = root.kind is MentionKind.NAME and root.type == "Entity"
        return load_schema().fits(root.type, ("Agent", "Country")) or unknown

    def goes_on(self, index: int) -> bool:
        """Whether who has spoken may speak on: somebody, no document and no medium."""
        kind = self.table.items[self.table.root(index)].type
        return self.is_somebody(index) and not load_schema().is_a(kind, "MediaOutlet")

    def is_person(self, index: int) -> bool:
        """Whether a reference is one person."""
        root = self.table.items[self.table.root(index)]
        return root.type == "Person" and root.number != "Plur"

    def verbs(self) -> Iterator[Word]:
        """Yield the verbs of speech in text order."""
        for word in self.tree.words:
            may = word.pos in ("VERB", "AUX") and word.rel not in ("aux", "cop") and self.tells(word)
            if may and not is_unforeseen(self.clauses, word):
                yield word

    def tells(self, word: Word) -> bool:
        """Whether a word is a verb used to say something: "s'écrie X", no "y figurent trois femmes"."""
        words = self.pack.words
        if word.pos == "VERB" and word.lemma in words["finding"]:
            return self._tells_clause(word)
        if word.pos == "VERB" and word.lemma in words["hearing"]:
            return self._is_before_court(word) and self._tells_clause(word)
        if word.pos == "VERB" and word.lemma in words["dismissing"] and self._dismisses_content(word):
            return True
        if word.pos not in ("VERB", "AUX") or word.lemma not in self.pack.reporting:
            return False
        if word.lemma in words["unsaid_reflexively"]:
            return all(c.rel != "refl" for c in self.tree.children(word.i)) and not self._does_to_itself(word)
        return word.lemma not in words["said_reflexively"] or self._is_reflexive(word)

    def act_of(self, verb: Word) -> str:
        """Return what kind of act a verb of speech is; one that tells by its clause alone is a statement."""
        if verb.lemma in self.pack.words["dismissing"] and self._dismisses_content(verb):
            return DENIES
        return self.pack.reporting.get(verb.lemma, "claims")

    def _dismisses_content(self, verb: Word) -> bool:
        """ "dismissed suggestions that X bought Y", "balaie les rumeurs selon lesquelles …": no "rejected an offer"."""
        told = ((c, noun) for noun in self.tree.children(verb.i, "obj") for c in self.tree.children(noun.i, *CONTENT))
        return any(self.clauses.is_content_of_noun(clause, noun) for clause, noun in told)

    def _is_before_court(self, verb: Word) -> bool:
        """ "The court heard that …", "a jury was told that …": what is said before those who hear it."""
        bodies = self.pack.words["hearing_bodies"]
        return any(c.lemma in bodies or c.lower in bodies for c in self.tree.children(verb.i, *SUBJECTS))

    def _tells_clause(self, verb: Word) -> bool:
        """ "The judge found that …", "…, the judge found": no "found a bag", no "found him guilty"."""
        clause, that = self.tree.child(verb.i, "ccomp"), self.pack.words["that"]
        if clause is None:
            return False
        ahead = clause.i < verb.i and self.tree.child(verb.i, "obj") is None
        heard = verb.lemma in self.pack.words["hearing"] and is_finite(self.tree, clause)  # no "heard him testify"
        return ahead or heard or any(c.lower in that for c in self.tree.children(clause.i, "mark"))

    def _does_to_itself(self, verb: Word) -> bool:
        """ "se soit montré incapable": "se" before a verb and its auxiliary, whatever the parser hung it on."""
        first = verb.i - 1
        while first > 0 and self.tree.words[first].pos in ("AUX", "ADV"):
            first -= 1
        return first >= 0 and self.tree.words[first].lower in self.pack.words["reflexive"]

    def _is_reflexive(self, verb: Word) -> bool:
        forms = self.pack.words["reflexive"] | self.pack.words["reflexive_others"]
        before = self.tree.words[max(0, verb.i - 4) : verb.i]
        return any(c.rel == "refl" for c in self.tree.children(verb.i)) or any(w.lower in forms for w in before)

    def is_verb(self, word: Word) -> bool:
        """Whether a word is a verb of speech, or a participle of one that the parser does not know as a verb."""
        if word.lemma in self.pack.reporting:
            return word.pos == "X" or self.tells(word)
        masculine = word.lower.removesuffix(self.pack.agreement["feminine"])
        endings = self.pack.verb_lemmas.get("participle_endings", {}).items()
        verbs = (masculine.removesuffix(end) + infinitive for end, infinitive in endings if masculine.endswith(end))
        return word.pos in ("X", "PROPN") and any(verb in self.pack.reporting for verb in verbs)

    def speaker_of(self, verb: Word) -> int | None:
        """Return the reference of a reporting verb's subject; an inverted one may have been read as its object."""
        outer = self._goes_on_saying(verb)
        return self._subject_of(verb if outer is None else outer)

    def _subject_of(self, verb: Word) -> int | None:
        subjects, understood = self._subjects(verb)
        if self._is_undergone(verb) and not self._is_before_court(verb):
            asked = verb.lemma in self.pack.words["asking"]  # "interrogé par France 3": who is asked speaks
            subjects = [] if asked else [c.i for c in self.tree.children(verb.i, "agent")]
        elif understood:
            inverted = self._inverted_subject(verb)
            if inverted is not None:
                self.syntax.set_subject(verb.i, self.table.items[inverted].i)
                return inverted
        outside = verb.i not in self.in_quote
        if any(self.tree.words[i].pos == "PRON" and i > verb.i - 3 and not understood for i in subjects):
            spoken = [self.reference(i) for i in subjects]  # "a-t-il dit": he, or nobody that the text tells
            he = next((i for i in spoken if i is not None and self.can_speak(i)), None)
            return said_at(self.tree, self.pack, self.table, verb) if he is None else he
        for i in subjects:
            index = self._named_around(i) if self.reference(i) is None else self.reference(i)
            if index is None or (outside and self._is_of_quotation(i)):
                continue
            if not (self.can_speak(index) or (not understood and self._is_house(index, verb))):
                continue
            if not understood and self._disagrees(index, verb):
                return self._opening(verb)
            if not understood or self.is_somebody(index):
                return index  # a document speaks where the sentence says so, not as an infinitive's owner
        return self._by_place(verb)

    def _named_around(self, i: int) -> int | None:
        """ "Le maire de Metz Luc Roux a dit": the name that a word is part of, whatever the parser made its head."""
        items = self.table.items if self.tree.words[i].pos == "PROPN" else ()
        return next((j for j, x in enumerate(items) if x.kind is MentionKind.NAME and x.core[0] <= i < x.core[1]), None)

    def _is_undergone(self, verb: Word) -> bool:
        """Whether a verb is passive, whatever its "être" was taken for: "seraient invités à", "est pointé du doigt"."""
        words = self.pack.words
        carried = any(c.lemma in words["being"] for c in self.tree.children(verb.i, "aux", "cop"))
        carried = carried and verb.lemma not in words["perfect_with_being"] and self.syntax.is_past_participle(verb)
        return (carried and self.tree.child(verb.i, "refl") is None) or self.syntax.is_passive(verb)

    def _subjects(self, verb: Word) -> tuple[list[int], bool]:
        """Return the words that may be a verb's subject, and whether it has none of its own."""
        subjects, understood = self.syntax.subjects(verb.i)
        if self.pack.adposition == "child":  # "sur Twitter, X a posté": nothing with an adposition is a subject
            bearer = verb.head if verb.rel == "relcl" else ROOT  # "à Marie Roux, qui a dit": the adposition is not hers
            led = (i for i in subjects if i != bearer and self._is_led(self.tree.words[i]))
            others = {*led, *(i for i in subjects if self._is_told(i, verb))}
            subjects = [i for i in subjects if i not in others]
        return list(subjects), understood

    def _is_house(self, index: int, verb: Word) -> bool:
        """ "Le parc a annoncé que l'attraction a brûlé": by the name of their place those who run it speak."""
        clause, item = self.tree.child(verb.i, "ccomp"), self.table.items[index]
        place = item.kind is MentionKind.NOMINAL and load_schema().is_a(
            self.table.items[self.table.root(index)].type, "Place"
        )
        that = clause is not None and any(
            c.lower in self.pack.words["that"] for c in self.tree.children(clause.i, "mark")
        )
        return place and that and item.determiner == "definite"

    def _by_place(self, verb: Word) -> int | None:
        """Whose verb it is by what stands right before it or behind it, whatever the parser hung it on."""
        if self.tree.child(verb.i, "aux:pass", "cop") is not None and self.tree.child(verb.i, "refl") is None:
            return None  # "il a été reconnu coupable"
        named = None if self.syntax.is_passive(verb) else self._named_before(verb)
        return self._inverted_subject(verb) if named is None else named

    def _named_before(self, verb: Word) -> int | None:
        """ "Jeudi, le New York Times a révélé …": the name right before a verb to which the parser gave no subject."""
        words, first = self.tree.words, verb.i
        while first > 0 and (words[first - 1].pos in ("AUX", "ADV") or words[first - 1].rel == "refl"):
            first -= 1
        carriers = (verb, *self.tree.children(verb.i, "aux"))
        if self.pack.adposition != "child" or not any("VerbForm=Fin" in w.morph for w in carriers):
            return None
        ends = (j for j, x in enumerate(self.table.items) if x.core[1] == first and x.kind is MentionKind.NAME)
        index = next((j for j in ends if self.is_somebody(j)), None)
        if index is None or not self._stands_free(index):
            return None
        self.syntax.set_subject(verb.i, self.table.items[index].i)
        return index

    def _stands_free(self, index: int) -> bool:
        """Whether a name begins a clause: no adposition, conjunction or noun before it and its article."""
        words, start = self.tree.words, self.table.items[index].core[0]
        while start > 0 and words[start - 1].pos == "DET":
            start -= 1
        first = self.tree.sents[words[start].sent][0]
        return start == first or words[start - 1].pos == "PUNCT"

    def _is_of_quotation(self, i: int) -> bool:
        """Whether a word is part of what is quoted; the title of a medium ("Capital" révèle …) is not."""
        if i not in self.in_quote:
            return False
        index, words = self.reference(i), self.tree.words
        if index is None or self.table.items[index].kind is not MentionKind.NAME:
            return True
        first, last = self.table.items[index].core
        marks = (words[max(0, first - 1)].text, words[min(last, len(words) - 1)].text)
        return marks != ('"', '"')

    def _goes_on_saying(self, verb: Word) -> Word | None:
        """ "X a dit qu'un homme avait été blessé, ajoutant que …": it is X who adds; the verb of his first clause."""
        before = self.tree.words[self.tree.subtree(verb.i)[0] - 1].text
        clause = self.tree.words[verb.head] if verb.head != ROOT else verb
        if before != "," or verb.rel != "advcl" or not self.syntax.is_present_participle(verb) or self.tells(clause):
            return None
        if self.pack.adposition != "child" or verb.i in self.in_quote or self.tree.child(verb.i, "ccomp") is None:
            return None
        told = self.tree.words[clause.head] if clause.rel in ("ccomp", "parataxis") else clause
        outside = told.i < clause.i and told.i not in self.in_quote and self.tells(told)
        return told if outside and not self.syntax.is_passive(told) else None

    def _disagrees(self, index: int, verb: Word) -> bool:
        """ "La ministre chargée de l'égalité entre les femmes et les hommes assure …": no men do."""
        item, carriers = self.table.items[index], (verb, *self.tree.children(verb.i, "aux"))
        one = any("VerbForm=Fin" in w.morph and "Number=Sing" in w.morph for w in carriers)
        joined = any(True for _ in self.tree.children(item.i, "cc")) or self.tree.words[item.core[0] - 1].rel == "cc"
        return one and joined and item.kind is MentionKind.NOMINAL and item.number == "Plur" and item.i < verb.i

    def _opening(self, verb: Word) -> int | None:
        """Somebody with whom the sentence opens, one and no more."""
        start = self.tree.sents[verb.sent][0]
        found = (j for j, x in enumerate(self.table.items) if x.core[0] == start and x.number == "Sing")
        return next((j for j in found if self.is_somebody(j)), None)

    def _is_told(self, i: int, verb: Word) -> bool:
        """ "X le critique, lui reprochant de mentir", "Je l'ai vu et lui ai dit non": "lui" is whom it is said to."""
        if self.tree.words[i].lower not in self.pack.words["object_clitics"]:
            return False
        carriers = (verb, *self.tree.children(verb.i, "aux"))
        mine = any("VerbForm=Fin" in w.morph and ("Person=1" in w.morph or "Person=2" in w.morph) for w in carriers)
        return mine or (i == verb.i - 1 and self.syntax.is_present_participle(verb))

    def _is_led(self, word: Word) -> bool:
        return bool(word.case) and word.case not in self.pack.words["of"]

    def _inverted_subject(self, verb: Word) -> int | None:
        """ "…, a annoncé l'Élysée": the parser may take the subject for an object; infinitives and "-ant" have none."""
        carriers = (verb, *self.tree.children(verb.i, "aux"))
        if any("VerbForm=Inf" in w.morph for w in carriers) or self.syntax.is_present_participle(verb):
            return None
        if self.pack.adposition == "head" and self._shares_subject(verb):
            return None
        for child in self.tree.children(verb.i, *SUBJECTS, "obj", "obl", "dep", "xcomp"):
            index = self.reference(child.i)
            if verb.i not in self.in_quote and self._is_of_quotation(child.i):
                continue  # "a fustigé "les élus""
            asked = self.act_of(verb) == "requested" and self.tree.child(verb.i, "xcomp") is not None
            if child.rel == "obj" and (asked or child.lower in self.pack.words["tonic"]):
                continue  # "appelle le maire à partir", "et estimé lui aussi que …"
            if verb.i < child.i <= verb.i + 9 and not child.case and index is not None and self._may_answer(index):
                return index
        return None

    def _shares_subject(self, verb: Word) -> bool:
        """ "thanked peers and urged MPs to wait": behind a joined verb stands whom it is said to."""
        joined = verb.rel == "conj" and self.tree.child(verb.i, *SUBJECTS) is None
        return joined and self.tree.words[verb.i - 1].text not in (",", '"')

    def _may_answer(self, index: int) -> bool:
        """Whether a reference may stand behind its verb of speech; English papers never do."""
        return self.can_speak(index) and not (self.is_paper(index) and self.pack.adposition == "head")

    def has_object(self, verb: Word) -> bool:
        """A verb with a subject and an object of its own introduces no other clause."""
        objects = [c for c in self.tree.children(verb.i, "obj") if c.pos in ("NOUN", "PROPN")]
        subject = self.tree.child(verb.i, *SUBJECTS)
        if subject is not None and subject.i > verb.i:  # "…, a annoncé sa femme à l'AFP, Anne Petit"
            objects = [c for c in objects if self.tree.words[self.tree.subtree(c.i)[0] - 1].text != ","]
        if verb.lemma in self.pack.words["addressed"]:
            return False  # "X told the BBC"
        return bool(objects) and subject is not None

    def is_unled(self, verb: Word, clause: Word) -> bool:
        """ "Que cinq pays soutiennent Luc Roux n'est pas étranger à …": no finite clause without "que" or a mark."""
        carriers = (clause, *self.tree.children(clause.i, "aux", "aux:pass", "cop"))
        if self.pack.adposition != "child" or clause.i < verb.i or not any("=Fin" in w.morph for w in carriers):
            return False
        start, words = self.tree.subtree(clause.i)[0], self.tree.words
        between = words[verb.i + 1 : clause.i]
        led = any(w.pos in LEADS or w.rel in LEADS or w.morph.endswith(LEADS) for w in between)
        return not led and words[start].pos != "PUNCT" and words[start - 1].pos != "PUNCT"

    def is_inverted(self, verb: Word) -> bool:
        """ "…, affirme X" or "…, X said" at the end: the content stands before."""
        subject = self.tree.child(verb.i, *SUBJECTS)
        left = min(self.tree.subtree(verb.i, ("ccomp", "parataxis", "advcl", "dep")))
        before = self.tree.words[left - 1].text if left > self.tree.sents[verb.sent][0] else ""
        stops = (",", '"', "!", "?", "-", "–", "—", "(")
        starts_late = before in stops or (left > self.tree.sents[verb.sent][0] and self.tree.words[left].text in stops)
        return starts_late or (subject is not None and subject.i > verb.i)

    def clause_head(self, word: Word) -> int:
        """The verb of the clause that a word stands in, or the root of its sentence."""
        return clause_head(self.tree, word)
