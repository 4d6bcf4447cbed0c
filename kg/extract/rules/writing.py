"""Writes what was read as claims over mentions: how real each is, who says it, when, and where the text shows it."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.rules.confidence import Confidence
from kg.extract.rules.how_real import HowReal
from kg.extract.rules.learned.circumstances import Circumstances
from kg.extract.rules.learned.drafts import in_its_own_words
from kg.extract.rules.learned.realism import Realist
from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.parsing.text import Shadow
from kg.extract.rules.reality.context import Reality
from kg.extract.rules.relations.days import period_of
from kg.extract.rules.relations.reading import Draft, Reading
from kg.extract.rules.telling import TELLING, Telling
from kg.extract.rules.voice.regions import Region
from kg.model import (
    OPEN,
    Article,
    Claim,
    Document,
    Evidence,
    Mention,
    MentionKind,
    Modality,
    Span,
    Value,
)  # fmt: skip

SURELY = 0.75  # probability of its antecedent from which "sa" before "mère" tells whose she is
RELATIVES = frozenset({"spouseOf", "siblingOf"})
SHARPER = frozenset({"headOfStateOf", "headOfGovernmentOf", "ceoOf", "chairOf"})
FREE = (None, "affirmed")  # what a rule may ask of a claim and leave open how real it is


class Writer:
    """Turns drafts into claims over mentions."""

    def __init__(
        self, article: Article, reading: Reading, shadow: Shadow, extractor: str, realist: Realist | None
    ) -> None:
        """Start with nothing written.

        Args:
            extractor: name and version, for the evidence.
            realist: weighs how real a claim is; None: rules alone say.
        """
        self.realist = realist
        self.article, self.reading, self.shadow, self.extractor = article, reading, shadow, extractor
        self.real, self.telling = HowReal(reading), Telling(reading)
        self.used: set[int] = set()
        self.worded: set[tuple[int, str]] = set()
        self.spans: dict[tuple[int, int], Span] = {}  # by words

    def document(self, drafts: list[Draft]) -> Document:
        """Return the document: of equal claims the surest, of mentions those that claims speak of and every name."""
        claims: dict[tuple[object, ...], Claim] = {}
        confidence, circumstances = Confidence(self.reading, drafts), Circumstances(self.reading)
        for draft in self._without_blunt_titles(drafts):
            claim = self._judged(draft, confidence, circumstances)
            if claim is None:
                continue
            key = (
                claim.subject,
                claim.predicate,
                claim.object,
                claim.polarity,
                claim.modality,
                claim.speaker,
                claim.evidence.trigger,
            )
            old = claims.get(key)
            if old is None or old.evidence.confidence < claim.evidence.confidence:
                claims[key] = claim
        mentions = tuple(self._mentions())
        sentences = tuple(self._span(first, last) for first, last in self.reading.tree.sents)
        return Document(article=self.article, sentences=sentences, mentions=mentions, claims=tuple(claims.values()))

    def _judged(self, draft: Draft, confidence: Confidence, circumstances: Circumstances) -> Claim | None:
        """Return what is claimed, how real and how sure it is; what is not worth keeping may be left as less."""
        if confidence.is_worth_keeping(draft, confidence.at_best(draft)):
            region = self.telling.region(draft)
            if not self._is_told(draft, region):
                return None
            said = region is not None and region.speaker is not None
            if not confidence.is_worth_keeping(draft, confidence.at_best(draft, said=said)):
                self._use(draft, self.telling.speaker(region))  # they are spoken of nonetheless
                return self._judged_as_less(draft, confidence, circumstances)
            is_told = self.telling.is_seen_in_what_is_told(draft)
            claim = self._claim(draft, region, is_told=is_told)
            if claim is None:
                return None
            told = draft.polarity or draft.modality or draft.views is not None or draft.when not in FREE
            if self.realist is not None and not told:
                weighed = self.realist.put_on(circumstances, draft, claim)
                claim = claim if is_told else weighed
            sure = confidence.of(claim, draft)
            if confidence.is_worth_keeping(draft, sure):
                claim = replace(claim, evidence=replace(claim.evidence, confidence=sure))
                return self.telling.without_own_voice(draft, claim)
        return self._judged_as_less(draft, confidence, circumstances)

    def _judged_as_less(self, draft: Draft, confidence: Confidence, circumstances: Circumstances) -> Claim | None:
        opened = in_its_own_words(draft)
        return None if opened is None else self._judged(opened, confidence, circumstances)

    def _without_blunt_titles(self, drafts: list[Draft]) -> list[Draft]:
        """ "le président des États-Unis", said of one named elsewhere, is headOfStateOf: the position says no more."""
        root = self.reading.table.root
        titled = {title.noun for title in self.reading.titles}
        sharp = {(root(d.subject), d.trigger) for d in drafts if d.predicate in SHARPER}
        return [
            d for d in drafts
            if d.predicate != "holdsPosition" or d.trigger in titled or (root(d.subject), d.trigger) not in sharp
        ]  # fmt: skip

    def _span(self, first: int, last: int) -> Span:
        """Return the characters of some words; many claims share a sentence, a clause or an argument."""
        at = first, last
        if at not in self.spans:
            words = self.reading.tree.words
            self.spans[at] = self.shadow.span(words[first].start, words[last - 1].end)
        return self.spans[at]

    def _is_told(self, draft: Draft, region: Region | None) -> bool:
        """Whether the article or somebody whom it names says what was read."""
        if self._says_itself(draft):
            return False
        if (draft.background or not draft.phrase) and self.real.names_none(draft):
            return False  # "aucune loi chinoise": what there is none of belongs nowhere
        if region is None:
            return True
        if region.speaker is None:
            return not region.direct  # else somebody says it, and the text does not tell who
        return self.reading.root(self.telling.first_speaker(region.speaker)).kind is not MentionKind.PRONOUN

    def _claim(self, draft: Draft, region: Region | None, *, is_told: bool) -> Claim | None:
        reality = self.real.of(draft, is_told=is_told)
        if reality is None:
            return None
        if region is not None and region.speaker is None:
            reality = self._said_by_somebody(draft, region, reality)
        period = period_of(self.reading, draft)
        if self.real.is_long_past(draft, reality, period):
            reality = replace(reality, modality=Modality.ACTUAL)
        elif self.real.is_yet_to_come(draft, reality):
            reality, draft.firm = replace(reality, modality=Modality.PLANNED), True
        speaker = self.telling.speaker(region)
        self._use(draft, speaker)
        return Claim(
            subject=self._id(draft.subject),
            predicate=draft.predicate,
            object=draft.object if isinstance(draft.object, Value) else self._id(draft.object),
            phrase=draft.phrase if draft.phrase or draft.predicate != OPEN else "?",
            polarity=reality.polarity, modality=reality.modality,
            speaker=None if speaker is None else self._id(speaker), period=period,
            past=reality.past, evidence=self._evidence(draft),
        )  # fmt: skip

    def _use(self, draft: Draft, speaker: int | None) -> None:
        """Note which mentions a claim speaks of."""
        self.used.update(i for i in (draft.subject, draft.object, speaker) if isinstance(i, int))

    def _said_by_somebody(self, draft: Draft, region: Region, reality: Reality) -> Reality:
        """ "on dit que X a racheté Y": nobody vouches for it; "a-t-on appris de source policière" does more."""
        trigger = self.reading.tree.words[draft.trigger]
        verbal = trigger.pos in ("VERB", "AUX") and trigger.rel != "amod" and region.verb is not None
        draft.firm |= verbal and draft.predicate not in TELLING  # no "Paris-based X"
        return replace(reality, modality=Modality.POSSIBLE) if reality.modality is Modality.ACTUAL else reality

    def _says_itself(self, draft: Draft) -> bool:
        """ "le directeur de l'usine", whom no name stands for, only repeats his description as a fact."""
        item, top = self.reading.table.items[draft.subject], self.reading.root(draft.subject)
        if any(w.text == "," for w in self.reading.tree.words[item.i : draft.trigger]):
            return False  # "la victime, âgée de 17 ans": what is set off says more
        if top.kind is not MentionKind.NOMINAL or top.type != "Person":
            return False
        if isinstance(draft.object, int) and self._tells_whose(draft.predicate, item, draft.object):
            return False
        if not draft.background and (item.i != draft.trigger or item.determiner != "definite"):
            return False  # "joue le patron de Renault": whatever verb carries it, the noun tells of itself
        return item.extents[0][0] <= draft.trigger < item.extents[-1][1] and item.determiner != "indefinite"

    def _tells_whose(self, predicate: str, relative: Reference, index: int) -> bool:
        """ "l'épouse de Marc Petit", "Marc Petit et sa femme", "sa mère": a named person surely has such."""
        reading, owner = self.reading, self.reading.table.items[index]
        if predicate == "parentOf":
            return reading.is_name(index) and (owner.ranked is None or owner.ranked >= SURELY)
        beside = reading.tree.words[relative.i].rel == "conj"
        return predicate in RELATIVES and reading.is_name(index) and (beside or owner.kind is not MentionKind.PRONOUN)

    def _evidence(self, draft: Draft) -> Evidence:
        tree, items = self.reading.tree, self.reading.table.items
        trigger = tree.words[draft.trigger]
        first, last = tree.sents[trigger.sent]
        ranges = [(draft.trigger, draft.trigger + 1), (draft.verb, draft.verb + 1)]
        spans: list[Span | None] = []
        for argument in (draft.subject, draft.object):
            where = items[argument].core if isinstance(argument, int) else draft.object_words
            inside = where is not None and where[0] < where[1] and first <= where[0] < last
            if inside and where is not None:
                ranges.append(where)
                spans.append(self._span(*where))
            else:
                spans.append(None)
        start, end = max(first, min(r[0] for r in ranges)), min(last, max(r[1] for r in ranges))
        clause = self._span(start, end)
        return Evidence(
            article=self.article.id, sentence=self._span(first, last), clause=clause,
            trigger=self._span(draft.trigger, draft.trigger + 1), subject=spans[0], object=spans[1],
            text=clause.cut(self.article.text), extractor=self.extractor, rule=draft.rule, confidence=draft.confidence,
        )  # fmt: skip

    def _id(self, index: int) -> str:
        return f"m{index}"

    def _mentions(self) -> Iterator[Mention]:
        """Write every name, and every other mention of what the claims speak of."""
        table = self.reading.table
        used = {table.root(i) for i in self.used}
        named = {table.root(i) for i, item in enumerate(table.items) if item.kind is MentionKind.NAME}
        for index, item in enumerate(table.items):
            root = table.root(index)
            if root in used or (root in named and (item.kind is MentionKind.NAME or index == root)):
                yield from self._written(index, root)

    def _written(self, index: int, root: int) -> Iterator[Mention]:
        """One mention, and one more for each wider reading of its extent."""
        table = self.reading.table
        item, top = table.items[index], table.items[root]
        local = top.known is None and top.kind is not MentionKind.NAME
        for number, (first, last) in enumerate(item.extents):
            span = self._span(first, last) if first < last else self._empty(first)
            own = number == 0
            wording = (root, span.cut(self.article.text))
            if not own and wording in self.worded:
                continue  # this wider reading is already among the mentions of the same thing
            self.worded.add(wording)
            yield Mention(
                id=self._id(index) if own else f"{self._id(index)}.{number}",
                span=span,
                surface=span.cut(self.article.text),
                kind=item.kind,
                type=top.type,
                refers_to=None if own and index == root else self._id(root),
                known=top.known,
                local=local,
            )

    def _empty(self, word: int) -> Span:
        start = self._span(word, word + 1).start
        return Span(start, start)
