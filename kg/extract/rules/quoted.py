"""Who says a quotation: the clause behind it, in it, before its colon or around it, else who spoke last."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.extract.rules.before_colons import narrator, subject_of_last
from kg.extract.rules.going_on import MEMORY, join_to_last, leave_quotation
from kg.extract.rules.inversion import Inversion, Inversions
from kg.extract.rules.quotations import STOPS, Quote
from kg.extract.rules.regions import Region
from kg.extract.rules.sources import Sources
from kg.extract.rules.speech import Speech
from kg.extract.rules.syntax import SUBJECT
from kg.extract.rules.tree import ROOT, Word
from kg.lang.schema import load_schema
from kg.model import MentionKind

NEAR = 14  # words between a quotation and the verb that introduces it
SHORT = 3  # a quotation of so few words, without a verb, is emphasis and no speech
WHOLE = 4  # a quotation without a verb must have more words than these


@dataclass(frozen=True, slots=True)
class Source:
    """Who the text says is speaking, a reference index; None: somebody whom it does not tell."""

    speaker: int | None
    aside: tuple[int, int] = (0, 0)  # the words of "a-t-elle dit" inside of the quotation


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
        self.quotes, self.inversions, self.origins = quotes, Inversions(speech), Sources(speech)
        self.spoken, self.reported = sorted(voices), list(reported)
        self.heard: list[tuple[int, int]] = []  # the ends of quotations that tell who says them, and who
        self.sources = [self._told(quote) for quote in quotes]
        self.voices = sorted({*self.spoken, *(voice for voice in self.heard if speech.goes_on(voice[1]))})

    def regions(self) -> Iterator[Region]:
        """Yield the words of each quotation with their speaker."""
        for number, quote in enumerate(self.quotes):
            speaking = any(self.tree.words[i].pos in ("VERB", "AUX") for i in range(quote.first, quote.last))
            source = self.sources[number]
            if source is None and speaking:
                source = Source(None) if quote.is_heading else self._carried(number)
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
        behind = None if self._is_cried(quote) else self._behind(quote)
        if behind is not None:
            last = self._last_before(quote)
            if behind.speaker is not None:
                leave_quotation(self.speech, quote, behind.speaker, last)
                join_to_last(self.speech, quote, behind, last)
            source: Source | None = Source(behind.speaker)
        else:
            found = self._within(quote) or self._before_colon(quote) or self._behind_colon(quote)
            source = found or self._led(quote) or self._around(quote)
        if source is not None and source.speaker is not None:
            self.heard.append((quote.last, source.speaker))
        return source or self._covered(quote)

    def _is_cried(self, quote: Quote) -> bool:
        """ "Des gens scandant "…" ont défilé": the participle of speech right before says whose it is."""
        verb = self.tree.words[quote.first - 2] if quote.first > 1 else None
        return verb is not None and self.speech.tells(verb) and self.speech.syntax.is_present_participle(verb)

    def _last_before(self, quote: Quote) -> tuple[int, int] | None:
        """Where and who spoke last before a quotation, in one or without marks."""
        return max((voice for voice in (*self.spoken, *self.heard) if voice[0] < quote.first), default=None)

    def _behind(self, quote: Quote) -> Inversion | None:
        """ "…", a tweeté la sénatrice X: right after the closing mark."""
        words = self.tree.words
        i = quote.last + 1
        while i < len(words) and words[i].text in (",", ".", "-", "–", "!", "?"):
            i += 1
        if self.pack.adposition != "child" or i >= len(words) or i in self.speech.in_quote:
            return None
        if words[i].is_title:
            return None
        return self.inversions.at(i, within=False)

    def _within(self, quote: Quote) -> Source | None:
        """ "Tout a changé, a-t-elle dit sur BFMTV. Le gouvernement …"."""
        if self.pack.adposition != "child":
            return None
        for word in self.tree.words[quote.first : quote.last - 1]:
            found = self.inversions.at(word.i + 1, within=True) if word.text in (",", "?", "!") else None
            if found is not None and found.speaker is not None and found.end <= quote.last:
                return Source(found.speaker, (found.first, self.inversions.described_end(found, quote.last)))
        return None

    def _before_colon(self, quote: Quote) -> Source | None:
        """ "X a répondu : "…"", "X est sévère : "…""; "Et d'ajouter : "…"" goes on."""
        words = self.tree.words
        colon = quote.first - 2
        if colon < 0 or words[colon].text != ":":
            return None
        start = self.tree.sents[words[colon].sent][0]
        if start == colon > 0:  # the parser may cut a sentence at its colon
            start = self.tree.sents[words[colon].sent - 1][0]
        outside = [w for w in words[start:colon] if w.i not in self.speech.in_quote]
        narrated = narrator(self.speech, outside)
        if narrated is not None:
            return Source(narrated)
        if self._continues(outside):
            return None
        last = subject_of_last(self.speech, outside)
        for verb in reversed(outside):
            if self._says(verb) and verb.rel not in ("aux", "cop"):
                if any(c.lower in self.pack.words["indefinite_persons"] for c in self.tree.children(verb.i, *SUBJECT)):
                    return Source(None)  # "un des amis a témoigné : "…""
                speaker = self.speech.speaker_of(verb)
                if speaker is not None:
                    aside = last is not None and verb.rel == "advcl" and verb.i < self.table.items[last].i
                    return Source(last if aside else speaker)
        return self._about(outside)

    def _behind_colon(self, quote: Quote) -> Source | None:
        """ ""…": Marc Blin, médecin, s'est voulu rassurant": who stands right behind the colon that follows."""
        words, colon = self.tree.words, quote.last + 1
        if self.pack.adposition != "child" or colon + 1 >= len(words) or words[colon].text != ":":
            return None
        behind = words[colon + 1 : self.tree.sents[words[colon + 1].sent][1]]
        if not any({w.lemma, w.lower} & self.pack.words["moods"] for w in behind):
            return None  # ""Gens de peu": Marc Blin fustige le ministre"
        begins = (j for j, x in enumerate(self.table.items) if x.core[0] == colon + 1)
        index = next((j for j in begins if self.speech.is_person(j) and not words[self.table.items[j].i].case), None)
        return None if index is None else Source(index)

    def _about(self, outside: list[Word]) -> Source | None:
        """Whom the words before a colon are about: the subject of the uppermost verb, else the first name."""
        for word in sorted(outside, key=lambda w: len(list(self.tree.ancestors(w.i)))):
            index = self.speech.reference(word.i)
            if (
                index is not None
                and word.rel in (*SUBJECT, "dep", "ROOT")
                and not word.case
                and self.speech.is_somebody(index)
            ):
                return Source(index)
        for word in outside:
            index = self.speech.reference(word.i)
            named = index is not None and self.table.items[index].kind is MentionKind.NAME
            if index is not None and named and not word.case and self.speech.is_somebody(index):
                return Source(index)
        return None

    def _continues(self, words: list[Word]) -> bool:
        """ "Et d'ajouter : "…"": who has just spoken."""
        opening = words[:4]
        infinitive = any("VerbForm=Inf" in w.morph and self.speech.tells(w) for w in opening)
        return infinitive and opening[0].pos == "CCONJ"

    def _led(self, quote: Quote) -> Source | None:
        """ "Pour X, "…"": what opens the sentence right before the quotation, whatever the parser hung it below."""
        words, comma = self.tree.words, quote.first - 2
        if comma < 1 or words[comma].text != ",":
            return None
        start = self.tree.sents[words[comma].sent][0]
        leads = self.pack.words["free_speech"] | self.pack.words["according_to"]
        if words[start].lower not in leads or any(w.pos in ("VERB", "AUX") for w in words[start:comma]):
            return None
        found = (self.speech.reference(i) for i in range(start, comma))
        speaker = next((i for i in found if i is not None and self._may_lead(i)), None)
        return None if speaker is None else Source(speaker)

    def _may_lead(self, index: int) -> bool:
        """Somebody; but in "pour son confrère" not the owner."""
        return self.speech.is_somebody(index) and self.table.items[index].determiner != "possessor"

    def _around(self, quote: Quote) -> Source | None:
        """The verb of speech or "selon X" nearest to a quotation in its own sentences."""
        tree = self.tree
        best: int | None = None
        distance, others = NEAR + 1, False
        for word in tree.words[slice(*self._sentences(quote))]:
            if quote.first <= word.i < quote.last or word.i in self.speech.in_quote:
                continue
            away = quote.first - word.i if word.i < quote.first else word.i - quote.last
            if away >= distance or (word.i > quote.last and self._leads_behind(word)):
                continue
            speaker = self._speaker_at(word)
            leads_on = speaker is not None and self._leads_on(quote, word, speaker)
            if speaker is not None and not leads_on:
                best, distance = speaker, away
            others = others or leads_on
        if best is None:
            return self._closed(quote) or (Source(None) if others else None)
        return Source(best)

    def _covered(self, quote: Quote) -> Source | None:
        """ "Les règles changent: "…", même ici, et le texte passera, a dit X": in what a closing clause reports."""
        for region in self.reported:
            outside = region.verb is not None and region.verb not in self.speech.in_quote
            whole = quote.first in region.words and quote.last - 1 in region.words
            if outside and whole and region.speaker is not None and not region.things:
                return Source(region.speaker)
        return None

    def _leads_behind(self, verb: Word) -> bool:
        """ "…" sur son refus de soutenir la loi", "…" en glissant que …": what tells only what follows."""
        gerund = self.speech.syntax.is_present_participle(verb)
        told = gerund and any(c.i > verb.i for c in self.tree.children(verb.i, "ccomp"))
        return "VerbForm=Inf" in verb.morph or told

    def _leads_on(self, quote: Quote, verb: Word, speaker: int) -> bool:
        """ ""Il restera ici" et sa mère l'a appelé": behind a quotation a subject before its verb says what follows."""
        subject = self.table.items[speaker]
        before = quote.last < subject.i < verb.i and subject.kind is not MentionKind.PRONOUN
        joined = any(w.pos in ("CCONJ", "SCONJ") for w in self.tree.words[quote.last : subject.core[0]])
        return before and joined and self.pack.adposition == "child" and self.speech.tells(verb)

    def _closed(self, quote: Quote) -> Source | None:
        """ "…", ouverte pour vol, recel et menaces, selon M. Roux.": a source at the end, however far."""
        words, (_, end) = self.tree.words, self._sentences(quote)
        last = end - 1
        while last > quote.last and words[last].pos == "PUNCT":
            last -= 1
        for word in words[quote.last + 1 : last + 1]:
            if word.case not in self.pack.words["according_to"] or self.tree.subtree(word.i)[-1] < last:
                continue
            start = self.tree.subtree(word.i)[0]
            apart = words[start - 1].text != "," or any(w.text == ":" for w in words[quote.last : start])
            index = None if apart else self.origins.source(word)
            if index is not None and self.speech.can_speak(index):
                return Source(index)
        return None

    def _sentences(self, quote: Quote) -> tuple[int, int]:
        """The words of the sentences that a quotation begins and ends in, and of what is cut off behind it."""
        tree = self.tree
        last = tree.words[quote.last - 1].sent
        start = tree.sents[tree.words[quote.first].sent][0]
        end = tree.sents[last][1]
        closed = tree.words[min(quote.last, len(tree.words) - 1)].text == '"'
        if quote.last + 1 < end and self._begins_anew(quote):
            return start, quote.last + closed
        if quote.last + 1 >= end and last + 1 < len(tree.sents) and closed:
            follow = tree.sents[last + 1]
            if tree.words[follow[0]].text in (",", "-", "–") or tree.words[follow[0]].text.islower():
                end = follow[1]
        return start, end

    def _begins_anew(self, quote: Quote) -> bool:
        """ ""… heureux.""Le commentateur a ri": behind a stop and a mark a capital begins a sentence of its own."""
        words = self.tree.words
        behind = words[quote.last].text.strip('"') or words[quote.last + 1].text
        return words[quote.last - 1].text in STOPS and behind[:1].isupper()

    def _says(self, verb: Word) -> bool:
        """Whether a verb tells who says a quotation: not "un débat diffusé par RTL", "les chiffres donnés par X"."""
        if not self.speech.tells(verb):
            return False
        if not self.speech.syntax.is_passive(verb) or self.tree.child(verb.i, "aux", "aux:pass") is not None:
            return True
        makers = [self.speech.reference(c.i) for c in self.tree.children(verb.i, "agent")]
        spoken = verb.head != ROOT and self._is_speech(self.tree.words[verb.head])
        return not makers or (spoken and all(i is None or self.speech.goes_on(i) for i in makers))

    def _is_speech(self, noun: Word) -> bool:
        kind = self.pack.nouns.get(noun.lemma, "")
        return noun.lemma in self.pack.reporting_nouns or load_schema().is_a(kind or "Entity", "CommunicationEvent")

    def _speaker_at(self, word: Word) -> int | None:
        if self.speech.tells(word):
            return self.inversions.speaker_of(word) if self._says(word) else None
        if word.case in self.pack.words["according_to"] or self.speech.opens_opinion(word):
            return self.origins.source(word)
        return None

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
            if word.rel not in SUBJECT or word.i in self.speech.in_quote:
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
            behind = self._behind(following)
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
        if self.tree.child(verb.i, *SUBJECT) is not None or "VerbForm=Inf" in verb.morph:
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
