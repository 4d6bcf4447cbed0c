"""Who says it: reported clauses, parentheses of speech, "selon X", and quotations that run over sentences."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.extract.rules.references import References
from kg.extract.rules.syntax import SUBJECT, Syntax
from kg.extract.rules.tree import ROOT, Tree, Word
from kg.extract.rules.wordings import find_wordings
from kg.lang.schema import load_schema
from kg.model import MentionKind

NOUN_CONTENT = frozenset({"claims", "thinks", "denies"})  # speech acts whose object is said, not done
UNSURE_ACTS = frozenset({"claims", "thinks", "denies", "accused"})  # what they report may be untrue
NEAR = 14  # words between a quotation and the verb that introduces it
SHORT = 3  # a quotation of so few words, without a verb, is emphasis and no speech


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: its words, end exclusive."""

    first: int
    last: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Region:
    """Words that somebody says. `speaker` is a reference index, None where the text does not tell."""

    words: frozenset[int]
    speaker: int | None
    direct: bool
    verb: int | None = None  # the word of speech, where a clause hangs on it
    things: frozenset[int] = (
        frozenset()
    )  # words of what is spoken about, where that is no clause ("évoque son respect")


class Attribution:
    """The speakers of one article."""

    def __init__(self, syntax: Syntax, table: References, breaks: list[int]) -> None:
        self.syntax, self.tree, self.pack, self.table = syntax, syntax.tree, syntax.pack, table
        self.quotes = find_quotes(self.tree, breaks)
        self.in_quote = {i for quote in self.quotes for i in range(quote.first, quote.last)}
        self.reported = list(self._reported())
        regions = [*self._quoted(), *self.reported, *self._according()]
        regions.sort(key=lambda region: (-len(region.words), not region.direct))
        self._at: dict[int, Region] = {}
        for region in regions:
            for i in region.words:
                inner = self._at.get(i)
                if region.speaker is None and inner is not None:
                    continue
                self._at[i] = region
        self._join_first_persons()

    def region(self, i: int) -> Region | None:
        """Return what is said at a word, innermost."""
        return self._at.get(i)

    def speaker_of(self, verb: Word) -> int | None:
        """Return the reference of a reporting verb's subject; an inverted one may have been read as its object."""
        subjects, understood = self.syntax.subjects(verb.i)
        if self.syntax.is_passive(verb):
            subjects = [c.i for c in self.tree.children(verb.i, "agent")]
        elif understood:
            inverted = self._inverted_subject(verb)
            if inverted is not None:
                self.syntax.set_subject(verb.i, self.table.items[inverted].i)
                return inverted
        outside = verb.i not in self.in_quote
        if any(self.tree.words[i].pos == "PRON" and i > verb.i - 3 and not understood for i in subjects):
            spoken = [self.reference(i) for i in subjects]  # "a-t-il dit": he, or nobody that the text tells
            return next((i for i in spoken if i is not None and self._can_speak(i)), None)
        for i in subjects:
            index = self.reference(i)
            if index is not None and self._can_speak(index) and not (outside and i in self.in_quote):
                return index
        return self._inverted_subject(verb)

    def _inverted_subject(self, verb: Word) -> int | None:
        """ "…, a annoncé l'Élysée": the parser may take the subject for an object."""
        for child in self.tree.children(verb.i, *SUBJECT, "obj", "obl", "dep", "xcomp"):
            index = self.reference(child.i)
            if verb.i < child.i <= verb.i + 9 and not child.case and index is not None and self._can_speak(index):
                return index
        return None

    def reference(self, i: int) -> int | None:
        """Return the reference whose head is a word."""
        return self.table.at.get(i)

    def _can_speak(self, index: int) -> bool:
        root = self.table.items[self.table.root(index)]
        if self.table.items[index].kind is MentionKind.PRONOUN and root.kind is MentionKind.PRONOUN:
            return True
        speakers = ("Agent", "Country", "CommunicationEvent")
        return load_schema().fits(root.type, speakers) or (root.kind is MentionKind.NAME and root.type != "LegalAct")

    def _reporting_verbs(self) -> Iterator[Word]:
        for word in self.tree.words:
            if word.pos in ("VERB", "AUX") and word.lemma in self.pack.reporting and word.rel not in ("aux", "cop"):
                yield word

    def _reported(self) -> Iterator[Region]:
        """Clauses below a verb of speech, and what an inserted "affirme X" interrupts."""
        for verb in self._reporting_verbs():
            speaker = self.speaker_of(verb)
            if speaker is None:
                yield from self._reported_by_nobody(verb)
                continue
            content: set[int] = set()
            for child in self.tree.children(verb.i, "ccomp", "xcomp", "parataxis", "advcl", "dep", "conj"):
                if self._is_content(verb, child):
                    content.update(self.tree.subtree(child.i))
            content |= self._told_in(verb)
            if not content and verb.i not in self.in_quote:
                content = self._interrupted(verb)
            things: set[int] = set()
            if self.pack.reporting[verb.lemma] in NOUN_CONTENT:
                for child in self.tree.children(verb.i, "obj"):
                    if child.i > verb.i and child.pos == "NOUN":
                        things.update(self.tree.subtree(child.i))
            content |= things
            content.discard(verb.i)
            if content:
                yield Region(frozenset(content), speaker, direct=False, verb=verb.i, things=frozenset(things))

    def _reported_by_nobody(self, verb: Word) -> Iterator[Region]:
        """ "the lawsuit alleges that …": a clause that is said, by nothing that can be a speaker of the graph."""
        aside = self._interrupted(verb) if verb.rel == "parataxis" and verb.i not in self.in_quote else set()
        if aside:  # "Apple, dit-on, a racheté X"
            yield Region(frozenset(aside), None, direct=False)
        told = [
            c for c in self.tree.children(verb.i, "subj", "expl", "advcl", "dep") if c.i < verb.i or c.rel == "expl"
        ]
        if self.pack.reporting[verb.lemma] not in UNSURE_ACTS or not any(c.pos != "VERB" for c in told):
            return  # "few believe that …"; an infinitive or an imperative is nobody's
        for child in self.tree.children(verb.i, "ccomp", "xcomp"):
            if self._is_content(verb, child):
                yield Region(frozenset(self.tree.subtree(child.i)) - {verb.i}, None, direct=False)

    def _is_content(self, verb: Word, child: Word) -> bool:
        if child.rel == "xcomp" and self._is_act(verb):
            return False
        if child.rel in ("ccomp", "xcomp"):
            return child.pos in ("VERB", "AUX", "NOUN", "ADJ", "PROPN") and child.text != '"'
        if child.rel == "conj" or self._has_object(verb):
            return False
        finite = "VerbForm=Part" not in child.morph or self.tree.child(child.i, "aux", "aux:pass") is not None
        before = child.i < verb.i and self._inverted(verb)
        return before and finite and child.pos in ("VERB", "AUX", "NOUN", "ADJ")

    def _told_in(self, verb: Word) -> set[int]:
        """ "said in a statement that …": the clause hangs below the statement."""
        content: set[int] = set()
        for noun in self.tree.children(verb.i, "obl", "obj"):
            told = noun.lemma in self.pack.reporting_nouns
            told = told or load_schema().is_a(self.pack.nouns.get(noun.lemma, ""), "CommunicationEvent")
            for clause in self.tree.children(noun.i, "acl", "ccomp", "relcl") if told else ():
                if self._has_complementizer(clause) and self.tree.child(clause.i, *SUBJECT) is not None:
                    content.update(self.tree.subtree(clause.i))
        return content

    def _has_complementizer(self, clause: Word) -> bool:
        """Whether a clause below a noun tells its content; one with a gap is a relative clause."""
        if self.tree.child(clause.i, "mark") is None:
            return False
        return clause.rel != "relcl" or self.tree.child(clause.i, "obj", "attr") is not None

    def _is_act(self, verb: Word) -> bool:
        """ "urged X to leave": the infinitive is what is asked, not a statement; a promise is its speaker's word."""
        effects = [e for e in self.pack.governors.get(verb.lemma, ()) if e != "actual"]
        return bool(effects) and self.pack.reporting[verb.lemma] not in ("denies", "promised")

    def _has_object(self, verb: Word) -> bool:
        """A verb with a subject and an object of its own introduces no other clause."""
        objects = [c for c in self.tree.children(verb.i, "obj") if c.pos in ("NOUN", "PROPN")]
        if verb.lemma in self.pack.words["addressed"]:
            return False  # "X told the BBC"
        return bool(objects) and self.tree.child(verb.i, *SUBJECT) is not None

    def _inverted(self, verb: Word) -> bool:
        """ "…, affirme X" or "…, X said" at the end: the content stands before."""
        subject = next(self.tree.children(verb.i, *SUBJECT), None)
        left = min(self.tree.subtree(verb.i, ("ccomp", "parataxis", "advcl", "dep")))
        before = self.tree.words[left - 1].text if left > self.tree.sents[verb.sent][0] else ""
        stops = (",", '"', "!", "?", "-", "–", "—", "(")
        starts_late = before in stops or (left > self.tree.sents[verb.sent][0] and self.tree.words[left].text in stops)
        return starts_late or (subject is not None and subject.i > verb.i)

    def _interrupted(self, verb: Word) -> set[int]:
        """The clause into which a parenthesis of speech is inserted."""
        if verb.head == ROOT or verb.rel in ("relcl", "acl", "xcomp", "advcl") or not self._inverted(verb):
            return set()
        if any(c.rel == "mark" for c in self.tree.children(verb.i)) or self._has_object(verb):
            return set()
        own = set(self.tree.subtree(verb.i))
        return set(self.tree.subtree(verb.head)) - own

    def _according(self) -> Iterator[Region]:
        """ "Selon X, …": the clause it stands in."""
        marks, free = self.pack.words["according_to"], self.pack.words["free_speech"]
        for word in self.tree.words:
            sentence_start = self.tree.sents[word.sent][0]
            is_free = word.case in free and self._opens(word, sentence_start)
            if word.case not in marks and not is_free:
                continue
            index = self._source(word)
            if index is None or not self._can_speak(index):
                if is_free or self._is_own(word):
                    continue
                index = None  # "selon une description": somebody's words, whoever it is
            elif is_free and not self._may_opine(index):
                continue
            own = set(self.tree.subtree(word.i))
            top = self._clause_head(word)
            yield Region(frozenset(set(self.tree.subtree(top)) - own), index, direct=False)
        yield from self._by_phrase()

    def _by_phrase(self) -> Iterator[Region]:
        """ "À en croire X, …", "…, dit-on": wordings that say no more than "selon"."""
        tree = self.tree
        for first, end in find_wordings(tree, self.pack.words["according_phrases"]):
            verb = next((w for w in tree.words[first:end] if w.pos == "VERB" and w.head != ROOT), None)
            if verb is None:
                continue
            found = [self.reference(c.i) for c in tree.children(verb.i, "obj", "obl", "xcomp", "subj")]
            index = next((i for i in found if i is not None and self._can_speak(i)), None)
            own = set(tree.subtree(verb.i))
            yield Region(frozenset(set(tree.subtree(verb.head)) - own), index, direct=False)
        for first, end in find_wordings(tree, self.pack.words["hearsay"]):
            sentence = range(*tree.sents[tree.words[first].sent])
            yield Region(frozenset(sentence) - frozenset(range(first, end)), None, direct=False)

    def _may_opine(self, index: int) -> bool:
        """Whether "pour X" tells an opinion: a person's, a body's, or a government's under its capital."""
        root = self.table.items[self.table.root(index)]
        if root.kind is MentionKind.NAME and root.type in ("City", "Country"):
            return True
        return load_schema().fits(root.type, ("Person", "Group", "Organization"))

    def _is_own(self, word: Word) -> bool:
        """ "selon nos informations": the paper's own words."""
        own = self.pack.words["possessive_first"] | self.pack.words["possessive_first_plural"]
        return any(c.lower in own for c in self.tree.children(word.i))

    def _source(self, word: Word) -> int | None:
        """ "selon les informations des autorités": the authorities; "selon un rapport": the report."""
        if word.lemma in self.pack.reporting_nouns or load_schema().fits(
            self.pack.nouns.get(word.lemma, ""), ("Eventuality", "Concept")
        ):
            for child in self.tree.children(word.i, "nmod", "poss"):
                index = self.reference(child.i)
                if index is not None and self._can_speak(index):
                    return index
        said = self.reference(word.i)
        if said is not None and not self._can_speak(said):  # "selon une description du maire"
            owners = [
                self.reference(c.i) for c in self.tree.children(word.i, "nmod") if c.case in self.pack.words["of"]
            ]
            return next((i for i in owners if i is not None and self._can_speak(i)), said)
        return said

    def _opens(self, word: Word, sentence_start: int) -> bool:
        tree = self.tree
        phrase = tree.subtree(word.i)
        after = phrase[-1] + 1
        return phrase[0] == sentence_start and after < len(tree.words) and tree.words[after].text == ","

    def _clause_head(self, word: Word) -> int:
        for above in self.tree.ancestors(word.i):
            if above.pos in ("VERB", "AUX") or above.head == ROOT:
                return above.i
        return word.i

    def _quoted(self) -> Iterator[Region]:
        previous: tuple[Quote, int | None] | None = None
        for quote in self.quotes:
            words = range(quote.first, quote.last)
            speaking = any(self.tree.words[i].pos in ("VERB", "AUX") for i in words)
            speaker = self._quote_speaker(quote)
            if speaker is None and previous is not None and speaking and self._continues(previous[0], quote):
                speaker = previous[1]
            if not speaking and (len(words) <= SHORT or speaker is None):
                continue
            if not speaking and not self._is_whole_sentence(quote):
                continue
            if speaking:
                previous = (quote, speaker)
            if not self._is_title(quote):
                yield Region(frozenset(words), speaker, direct=True)

    def _is_title(self, quote: Quote) -> bool:
        """ "le documentaire "What Killed Arafat?"": a capitalised quotation after a noun of a work."""
        before = self.tree.words[quote.first - 2] if quote.first > 1 else None
        if before is None or before.pos not in ("NOUN", "PROPN"):
            return False
        return load_schema().fits(self.pack.nouns.get(before.lemma, ""), ("Product", "MediaOutlet"))

    def _is_whole_sentence(self, quote: Quote) -> bool:
        return quote.last - quote.first > 4

    def _continues(self, before: Quote, quote: Quote) -> bool:
        return quote.paragraph - before.paragraph <= 1

    def _quote_speaker(self, quote: Quote) -> int | None:
        """Find the verb of speech, "selon X" or "X :" nearest to a quotation."""
        tree = self.tree
        after = self._said_after(quote)
        if after is not None:
            return after
        last = tree.words[quote.last - 1].sent
        sentences = {tree.words[quote.first].sent, last}
        start = min(tree.sents[s][0] for s in sentences)
        end = max(tree.sents[s][1] for s in sentences)
        if (
            quote.last + 1 >= end
            and last + 1 < len(tree.sents)
            and tree.words[min(quote.last, len(tree.words) - 1)].text == '"'
        ):
            follow = tree.sents[last + 1]
            if tree.words[follow[0]].text in (",", "-", "–") or tree.words[follow[0]].text.islower():
                end = follow[1]
        best, best_distance = None, NEAR + 1
        for word in tree.words[start:end]:
            if quote.first <= word.i < quote.last or word.i in self.in_quote:
                continue
            distance = quote.first - word.i if word.i < quote.first else word.i - quote.last
            if distance >= best_distance:
                continue
            speaker = self._speaker_at(word)
            if speaker is not None:
                best, best_distance = speaker, distance
        if best is None and quote.first > 2 and tree.words[quote.first - 2].text == ":":
            best = self._speaker_before_colon(quote)
        return best

    def _said_after(self, quote: Quote) -> int | None:
        """ "…", a tweeté la sénatrice X: right after the closing mark, whatever the parser made of it."""
        words = self.tree.words
        i = quote.last + 1
        while i < len(words) and words[i].text in (",", ".", "-", "–", "!", "?"):
            i += 1
        verb = next((w for w in words[i : i + 4] if self._is_speech(w)), None)
        if verb is None or verb.i in self.in_quote or self.pack.adposition != "child":
            return None
        for word in words[verb.i + 1 : verb.i + 10]:
            if word.text in (".", '"', ";", "!", "?", ":") or (word.pos in ("VERB", "AUX") and word.i > verb.i + 2):
                return None
            index = self.reference(word.i)
            if index is None or self.table.items[index].determiner == "possessor" or word.case not in ("",):
                continue
            if self._can_speak(index):
                return index
        return None

    def _is_speech(self, word: Word) -> bool:
        if word.lemma in self.pack.reporting:
            return word.pos in ("VERB", "AUX", "X")
        return (
            word.pos == "X"
            and any(word.lower.endswith(e) for e in ("é", "ée"))
            and word.lower.rstrip("e")[:-1] + "er" in self.pack.reporting
        )

    def _speaker_at(self, word: Word) -> int | None:
        if word.pos in ("VERB", "AUX") and word.lemma in self.pack.reporting:
            return self.speaker_of(word)
        if word.case in self.pack.words["according_to"]:
            return self.reference(word.i)
        return None

    def _speaker_before_colon(self, quote: Quote) -> int | None:
        colon = quote.first - 2
        sentence = self.tree.words[colon].sent
        start = self.tree.sents[sentence][0]
        for i in range(start, colon):
            index = self.reference(i)
            if index is not None and self.tree.words[i].rel in (*SUBJECT, "dep") and self._is_somebody(index):
                return index
        for i in range(start, colon):
            index = self.reference(i)
            if index is not None and self.table.items[index].kind is MentionKind.NAME and self._is_somebody(index):
                return index
        return None

    def _is_somebody(self, index: int) -> bool:
        """Whether before a colon a reference can be who says it: an agent, no tribute and no hall."""
        root = self.table.items[self.table.root(index)]
        return load_schema().fits(root.type, ("Agent", "Country")) or (
            root.kind is MentionKind.NAME and root.type == "Entity"
        )

    def _join_first_persons(self) -> None:
        """ "je" is the speaker, "nous" the speaker's organisation."""
        for index, item in enumerate(self.table.items):
            if item.determiner not in ("first", "first_plural") or item.kind is not MentionKind.PRONOUN:
                continue
            region = self.region(item.i)
            if region is None or region.speaker is None or region.speaker == index:
                continue
            target = region.speaker
            if item.determiner == "first_plural":
                target = self._organisation_of(target) or target
            self.table.join(index, target)

    def _organisation_of(self, speaker: int) -> int | None:
        """The organisation that a description of the speaker names: "le fondateur du groupe"."""
        table, schema = self.table, load_schema()
        root = table.root(speaker)
        if schema.is_a(table.items[root].type, "Organization"):
            return root
        for j, item in enumerate(table.items):
            if table.root(j) != root or item.kind is MentionKind.PRONOUN:
                continue
            for noun in (item.i, *[c.i for c in self.tree.children(item.i, "appos", "name")]):
                for child in self.tree.children(noun, "nmod", "poss", "name"):
                    index = self.reference(child.i)
                    if index is not None and schema.is_a(table.items[table.root(index)].type, "Organization"):
                        return index
        return None


def find_quotes(tree: Tree, breaks: Iterable[int]) -> list[Quote]:
    """Pair quotation marks; a paragraph that opens with one continues a quotation left open before it.

    Args:
        breaks: offsets (of the shadow) at which paragraphs begin, ascending.
    """
    starts = sorted(breaks)
    quotes: list[Quote] = []
    opened: int | None = None
    paragraph, opened_in = 0, 0
    for word in tree.words:
        new_paragraph = False
        while paragraph < len(starts) and starts[paragraph] <= word.start:
            paragraph += 1
            new_paragraph = True
        if new_paragraph and opened is not None and word.text != '"' and paragraph - opened_in >= 2:
            opened = None  # never closed: forget it
        if '"' not in word.text:
            continue
        if opened is None or (new_paragraph and word.text == '"'):
            if opened is not None and word.i > opened:
                quotes.append(Quote(opened, word.i, opened_in))
            opened, opened_in = word.i + 1, paragraph
        else:
            if word.i > opened:
                quotes.append(Quote(opened, word.i, opened_in))
            opened = None
    return quotes
