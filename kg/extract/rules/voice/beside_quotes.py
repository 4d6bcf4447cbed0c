"""Who says a quotation by what stands in its own sentences: behind it, in it, before its colon, or around it."""

from collections.abc import Iterable
from dataclasses import dataclass

from kg.extract.rules.coreference.opinions import opens_opinion
from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Word
from kg.extract.rules.voice.before_colons import narrator, subject_of_last
from kg.extract.rules.voice.behind_colons import opened_by
from kg.extract.rules.voice.inversion import Inversion, Inversions
from kg.extract.rules.voice.quotations import STOPS, Quote
from kg.extract.rules.voice.regions import Region
from kg.extract.rules.voice.sources import Sources
from kg.extract.rules.voice.speech import Speech
from kg.lang.schema import load_schema
from kg.model import MentionKind

NEAR = 14  # words between a quotation and the verb that introduces it


@dataclass(frozen=True, slots=True)
class Source:
    """Who the text says is speaking, a reference index; None: somebody whom it does not tell."""

    speaker: int | None
    aside: tuple[int, int] = (0, 0)  # the words of "a-t-elle dit" inside of the quotation


class BesideQuotes:
    """Finds who is told to say the quotations of one article."""

    def __init__(self, speech: Speech, inversions: Inversions, reported: Iterable[Region]) -> None:
        """Look at the words around quotations.

        Args:
            reported: the clauses that verbs of speech report.
        """
        self.speech, self.tree, self.pack, self.table = speech, speech.tree, speech.pack, speech.table
        self.inversions, self.origins, self.reported = inversions, Sources(speech), list(reported)

    def source(self, quote: Quote) -> Source | None:
        """Return whom anything but a clause right behind the quotation tells, the surest sign first."""
        found = self._within(quote) or self._before_colon(quote) or self._behind_colon(quote)
        return found or self._led(quote) or self._around(quote)

    def is_cried(self, quote: Quote) -> bool:
        """ "Des gens scandant "…" ont défilé": the participle of speech right before says whose it is."""
        verb = self.tree.words[quote.first - 2] if quote.first > 1 else None
        return verb is not None and self.speech.tells(verb) and self.speech.syntax.is_present_participle(verb)

    def behind(self, quote: Quote) -> Inversion | None:
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
                if any(c.lower in self.pack.words["indefinite_persons"] for c in self.tree.children(verb.i, *SUBJECTS)):
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
        index = opened_by(self.speech, quote, behind)
        if index is not None:
            return Source(index)
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
                and word.rel in (*SUBJECTS, "dep", "ROOT")
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
            if speaker is None and self._is_anybodys(word, quote):
                best, distance, others = None, away, True
            leads_on = speaker is not None and self._leads_on(quote, word, speaker)
            if speaker is not None and not leads_on:
                best, distance = speaker, away
            others = others or leads_on
        if best is None:
            return self._closed(quote) or (Source(None) if others else None)
        return Source(best)

    def _is_anybodys(self, verb: Word, quote: Quote) -> bool:
        """ "Certains disent avoir lu cela "dans le journal"": somebody says it of whom no more is told."""
        if verb.i > quote.first or not self._says(verb):
            return False
        subjects = [c for c in self.tree.children(verb.i, *SUBJECTS) if c.i < verb.i]
        return any(c.pos in ("PRON", "DET") and c.lower in self.pack.words["some_persons"] for c in subjects)

    def covered(self, quote: Quote) -> Source | None:
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
        if word.case in self.pack.words["according_to"] or opens_opinion(self.tree, self.pack, self.table, word):
            return self.origins.source(word)
        return None
