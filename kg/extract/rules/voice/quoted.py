"""Who says a quotation: who is told to beside it, else who was introduced or spoke last."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Word
from kg.extract.rules.voice.behind_colons import opens_with_colon
from kg.extract.rules.voice.beside_quotes import BesideQuotes, Source
from kg.extract.rules.voice.excerpts import quotes_excerpted
from kg.extract.rules.voice.going_on import MEMORY, join_to_last, leave_quotation
from kg.extract.rules.voice.inversion import Inversions
from kg.extract.rules.voice.quotations import Quote
from kg.extract.rules.voice.regions import Region
from kg.extract.rules.voice.speech import Speech
from kg.lang.schema import load_schema
from kg.model import MentionKind

SHORT = 3  # a quotation of so few words, without a verb, is emphasis and no speech
WHOLE = 4  # a quotation without a verb must have more words than these


class QuotedSpeech:
    """Finds the speakers of the quotations of one article."""

    def __init__(
        self, speech: Speech, quotes: list[Quote], voices: Iterable[tuple[int, int]], reported: Iterable[Region] = ()
    ) -> None:
        """Find who says quotations.

        Args:
            voices: who speaks without quotation marks: word and reference.
            reported: the clauses that verbs of speech report.
        """
        self.speech, self.tree, self.pack, self.table = speech, speech.tree, speech.pack, speech.table
        self.quotes, self.inversions = quotes, Inversions(speech)
        self.beside, self.spoken = BesideQuotes(speech, self.inversions, reported), sorted(voices)
        self.heard: list[tuple[int, int]] = []  # the ends of quotations that tell who says them, and who
        self.sources, self.excerpted = [self._told(quote) for quote in quotes], quotes_excerpted(self.tree, quotes)
        self.voices = sorted({*self.spoken, *(voice for voice in self.heard if speech.goes_on(voice[1]))})

    def regions(self) -> Iterator[Region]:
        """Yield the words of each quotation with their speaker."""
        for number, quote in enumerate(self.quotes):
            speaking = any(self.tree.words[i].pos in ("VERB", "AUX") for i in range(quote.first, quote.last))
            source = self.sources[number]
            if source is None and speaking:
                alone = quote.is_heading or opens_with_colon(self.speech, quote)
                source = self._whole_of(number) or (Source(None) if alone else self._carried(number))
                if source is not None and source.speaker is not None and not self._is_part(quote):
                    self.voices.insert(bisect_left(self.voices, (quote.last, 0)), (quote.last, source.speaker))
            speaker = source.speaker if source is not None else None
            length = quote.last - quote.first
            if not speaking and (length <= SHORT or length <= WHOLE or speaker is None):
                continue
            if not self._is_title(quote):
                aside = range(*source.aside) if source is not None else range(0)
                yield Region(frozenset(range(quote.first, quote.last)) - set(aside), speaker, direct=True)

    def _is_title(self, quote: Quote) -> bool:
        """ "le documentaire "What Killed Arafat?"": a capitalised quotation after a noun of a work."""
        before = self.tree.words[quote.first - 2] if quote.first > 1 else None
        if before is None or before.pos not in ("NOUN", "PROPN"):
            return False
        return load_schema().fits(self.pack.nouns.get(before.lemma, ""), ("Product", "MediaOutlet"))

    def _told(self, quote: Quote) -> Source | None:
        """Who is told to say it in the quotation's own sentences."""
        behind = None if self.beside.is_cried(quote) else self.beside.behind(quote)
        if behind is not None:
            last = self._last_before(quote)
            if behind.speaker is not None:
                leave_quotation(self.speech, quote, behind.speaker, last)
                join_to_last(self.speech, quote, behind, last)
            source: Source | None = Source(behind.speaker)
        else:
            source = self.beside.source(quote)
        if source is not None and source.speaker is not None:
            self.heard.append((quote.last, source.speaker))
        return source or self.beside.covered(quote)

    def _last_before(self, quote: Quote) -> tuple[int, int] | None:
        """Where and who spoke last before a quotation, in one or without marks."""
        return max((voice for voice in (*self.spoken, *self.heard) if voice[0] < quote.first), default=None)

    def _whole_of(self, number: int) -> Source | None:
        """ "Nous gagnerons", a heading, and below "Oui, nous gagnerons", dit X: who says the whole said the excerpt."""
        told = {s.speaker for n in self.excerpted(number) if (s := self.sources[n]) is not None}
        speaker = told.pop() if len(told) == 1 else None
        return None if speaker is None else Source(speaker)

    def _carried(self, number: int) -> Source | None:
        """Nobody is told to say it: it goes on with the next one, or is said by who was introduced or spoke last."""
        quote = self.quotes[number]
        at = bisect_left(self.voices, (quote.first, 0)) - 1
        words = self.tree.words
        sentence = words[quote.first - 1].sent
        place, voice = self.voices[at] if at >= 0 else (0, None)
        following = self._next_of(number)
        if following is not None and self._is_still(quote, place, voice, following):
            following = None
        following = following or self._shared(number)
        if following is not None:
            return following
        introduced = self._introduced(quote, place)
        if introduced is not None and (voice is None or self.table.root(introduced) != self.table.root(voice)):
            told = self._is_first_person(quote) or self._takes_stance(quote) or not self.speech.is_person(introduced)
            return Source(introduced if told and not self._is_about(quote, introduced) else None)
        if voice is None or sentence - words[place].sent > (1 if self._is_part(quote) else MEMORY):
            return None
        if self._is_part(quote) and self._is_about_others(quote, voice):
            return None
        before = self.quotes[number - 1] if number else None
        near = before is not None and quote.paragraph - before.paragraph <= 1
        return Source(voice) if near or sentence - words[place].sent <= 1 else None

    def _is_part(self, quote: Quote) -> bool:
        """ "Pour cela, il faut "l'accord de tous"": words that the article takes up in a sentence of its own."""
        words = self.tree.words
        first = self.tree.sents[words[quote.first].sent][0]
        before = [w for w in words[first : quote.first - 1] if w.pos not in ("PUNCT", "CCONJ", "ADV")]
        return bool(before) and words[quote.first - 2].text != ":"

    def _is_about_others(self, quote: Quote, voice: int) -> bool:
        """ "Il s'est donné "trente jours"": somebody else than who spoke last acts in the sentence."""
        first = self.tree.sents[self.tree.words[quote.first].sent][0]
        for word in self.tree.words[first : quote.first]:
            index = self.speech.reference(word.i)
            if word.rel not in SUBJECTS or word.i in self.speech.in_quote:
                continue
            if index is not None and self.table.root(index) == self.table.root(voice):
                continue
            if word.pos in ("NOUN", "PROPN") and self._is_telling(self.tree.words[word.head]):
                return True  # "Une fiche recommande "d'isoler la victime""
            if index is not None and self.speech.is_somebody(index):
                return True
        return False

    def _is_telling(self, verb: Word) -> bool:
        return self.speech.tells(verb) and verb.lemma not in self.pack.words["acting_too"]

    def _next_of(self, number: int) -> Source | None:
        """ ""A." "B", dit X": nothing stands between the two."""
        if number + 1 >= len(self.quotes):
            return None
        quote, following = self.quotes[number], self.quotes[number + 1]
        between = self.tree.words[quote.last : following.first]
        if following.paragraph != quote.paragraph or any(w.pos not in ("PUNCT", "SYM") for w in between):
            return None
        if self.tree.words[quote.last].end == self.tree.words[following.first - 1].start:
            return None  # two marks with nothing between them: a line break was lost
        source = self.sources[number + 1]
        return None if source is None else Source(source.speaker)

    def _is_still(self, quote: Quote, place: int, voice: int | None, following: Source) -> bool:
        """ ""…", dit X. "A." "B", dit Y": right behind what X says he goes on, whoever says the next one.

        What a sentence about others takes up is not said by who speaks next, either.
        """
        if voice is None or following.speaker is None:
            return False
        if self._is_part(quote):
            return self._is_about_others(quote, following.speaker)
        words = self.tree.words
        near = words[quote.first - 1].sent - words[place].sent <= 1
        return near and words[quote.first].sent > words[place].sent

    def _shared(self, number: int) -> Source | None:
        """ ""A" sur le stade, "B", a dit X": a sentence that X's clause closes."""
        sentence = self.tree.words[self.quotes[number].last - 1].sent
        for following in self.quotes[number + 1 :]:
            if self.tree.words[following.last - 1].sent != sentence:
                return None
            behind = self.beside.behind(following)
            if behind is not None:
                told = any(self.speech.is_verb(w) for w in self.tree.words[behind.first : behind.end])
                return Source(behind.speaker) if told else None
        return None

    def _introduced(self, quote: Quote, place: int) -> int | None:
        """ "Marie Blot a les yeux fatigués. "Je …"": the person whom the sentence just before is about."""
        tree = self.tree
        sentence = tree.words[quote.first - 1].sent
        if tree.sents[sentence][0] < quote.first - 1 or sentence == 0:
            return None
        first, last = tree.sents[sentence - 1]
        if first <= place < last or place >= last:
            return None
        verb = next((w for w in tree.words[first:last] if w.head == ROOT), None)
        if verb is None or self._is_said(range(first, last)):
            return None
        for i in self.speech.syntax.subjects(verb.i)[0]:
            index = self.speech.reference(i)
            if index is not None and (self.speech.is_person(index) or self._tells_more(verb, index)):
                return index
        return self._right_before(verb)

    def _is_about(self, quote: Quote, index: int) -> bool:
        """ "X est parti. "Il avait une emprise sur nous"": of whom a quotation speaks as "il" does not say it."""
        root = self.table.root(index)
        inside = (j for j, x in enumerate(self.table.items) if quote.first <= x.i < quote.last)
        third = any(self.table.items[j].determiner == "third" and self.table.root(j) == root for j in inside)
        words = self.tree.words[quote.first : quote.last]
        return third and all(w.lower not in self.pack.words["first_person"] for w in words)

    def _tells_more(self, verb: Word, index: int) -> bool:
        """ "Le club s'est exprimé dans un communiqué. "…"": a body may be introduced by a verb of speech alone."""
        return (
            self.speech.tells(verb) and self.speech.goes_on(index) and self.tree.child(verb.i, "obj", "ccomp") is None
        )

    def _right_before(self, verb: Word) -> int | None:
        """ "En tant que candidat, Marc Blin a souhaité …": the name before a verb that the parser gave no subject."""
        first = self.inversions.first_of(verb)
        if self.tree.child(verb.i, *SUBJECTS) is not None or "VerbForm=Inf" in verb.morph:
            return None
        ends = (j for j, x in enumerate(self.table.items) if x.kind is MentionKind.NAME and x.core[1] == first)
        return next((j for j in ends if self.speech.is_person(j)), None)

    def _is_said(self, words: range) -> bool:
        """Whether any of the words are somebody's, and no mere name between marks."""
        return any(i in self.speech.in_quote and self.tree.words[i].pos in ("VERB", "AUX") for i in words)

    def _takes_stance(self, quote: Quote) -> bool:
        """ "La maire se veut rassurante. "…"": the sentence just before tells in what mood somebody speaks."""
        tree = self.tree
        sentence = range(*tree.sents[tree.words[quote.first - 1].sent - 1])
        root = next((tree.words[i] for i in sentence if tree.words[i].head == ROOT), None)
        moods = [] if root is None else [root, *tree.children(root.i, "xcomp", "attr", "obj", "advmod", "amod")]
        return not self._is_part(quote) and any({w.lemma, w.lower} & self.pack.words["moods"] for w in moods)

    def _is_first_person(self, quote: Quote) -> bool:
        words = self.pack.words
        persons = words["first_person"] | words["possessive_first"] | words["first_person_plural"]
        return any(w.lower in persons for w in self.tree.words[quote.first : quote.last])
