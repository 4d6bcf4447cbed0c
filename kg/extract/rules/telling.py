"""Whose words a draft is: the article's, or those of somebody whom it names."""

from dataclasses import replace

from kg.extract.rules.relations.reading import Draft, Reading
from kg.extract.rules.voice.regions import Region
from kg.lang.schema import load_schema
from kg.model import LEARNED, Claim, MentionKind, Polarity

SAYING = frozenset({"announced", "reported", "claims"})
SPOKEN = SAYING | {"gaveInterviewTo"}
BLAMING = frozenset({"accused", "criticized", "promised"})  # what somebody does by what he says
STANCES = frozenset({"supports", "opposes"})  # and these, where a noun tells them: "a dit son soutien à X"
TELLING = SPOKEN | {"criticized", "accused", "denies", "promised"}  # in which somebody speaks
QUOTED_RULES = ("possession/", "affiliation/")  # in a direct quotation these are the speaker's words
STANDING = ("Organization", "Place")  # whose place all may know: "la mairie de Lyon"; no "des heurts à Lyon"
NEW_RULES = ("place/", LEARNED)  # and these, where they tell of something that was not given before: "un fou à Lyon"


class Telling:
    """Tells of each draft of an article who tells it."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    def region(self, draft: Draft) -> Region | None:
        """Return within whose words a draft stands; None for what holds whoever is speaking."""
        region = self.reading.attribution.region(draft.trigger) or self._of_figure(draft)
        if draft.views or (draft.views is not None and region is None):
            return Region(frozenset({draft.trigger}), next(iter(draft.views), None), direct=False)
        if region is None or self._tells_of_telling(draft, region):
            return None
        quoted = region.direct or draft.trigger in self.reading.attribution.in_quote
        if draft.background and not (quoted and self._is_speakers_own(draft)):
            return None  # what a noun phrase takes for granted
        return None if draft.granted and not region.direct else region

    def _of_figure(self, draft: Draft) -> Region | None:
        """ "a racheté Zumo (pour 3 milliards, selon Le Monde)": the paper tells the price, and the article the rest."""
        words = draft.object_words
        region = None if words is None else self.reading.attribution.region(words[0])
        return region if region is not None and not region.direct and region.verb is None else None

    def speaker(self, region: Region | None) -> int | None:
        """Who says it; of several people the first."""
        if region is None or region.speaker is None:
            return None
        first = self.first_speaker(region.speaker)
        return first if first == region.speaker else self.reading.mention_of(region.speaker, first)

    def first_speaker(self, speaker: int) -> int:
        """Return the first of several speakers, or the one."""
        return next(iter(self.reading.root(speaker).members), speaker)

    def _tells_of_telling(self, draft: Draft, region: Region) -> bool:
        """ "RTL a rapporté …": that somebody speaks is not what he says."""
        root = self.reading.table.root
        if region.speaker is None:
            return False
        speakers = {root(each) for each in (region.speaker, *self.reading.root(region.speaker).members)}
        own = root(draft.subject) in speakers
        if draft.rule.startswith(LEARNED):  # read off the two, wherever the verb of speech stands
            heard = isinstance(draft.object, int) and root(draft.object) in speakers
            if draft.predicate == "reported" or (draft.predicate == "gaveInterviewTo" and (own or heard)):
                return True
            return own and draft.predicate in SAYING
        return not region.direct and draft.predicate in SPOKEN and own

    def is_seen_in_what_is_told(self, draft: Draft) -> bool:
        """ "Selon Le Monde, Renault vendra Nissan": the paper has told it, whatever becomes of what it tells."""
        region = self.reading.attribution.region(draft.trigger)
        return draft.rule.startswith(LEARNED) and region is not None and self._tells_of_telling(draft, region)

    def without_own_voice(self, draft: Draft, claim: Claim) -> Claim:
        """ "Luc Roux dit que Zumo a triché": it is the article that tells that he blames Zumo."""
        region, root = self.reading.attribution.region(draft.trigger), self.reading.table.root
        if claim.speaker is None or region is None or region.speaker is None:
            return claim
        own = root(region.speaker) == root(draft.subject) and claim.polarity is Polarity.POSITIVE
        return replace(claim, speaker=None) if own and self._is_done_by_telling(draft, region) else claim

    def _is_done_by_telling(self, draft: Draft, region: Region) -> bool:
        """ "se dit déçu par X", "a dit son soutien à X": by saying so one does it; "Je reproche …" is one's word."""
        if self.reading.table.items[draft.subject].determiner in ("first", "first_plural"):
            return draft.predicate in BLAMING and draft.rule.startswith(LEARNED)
        return draft.predicate in BLAMING or (draft.predicate in STANCES and draft.trigger in region.things)

    def _is_speakers_own(self, draft: Draft) -> bool:
        """Whether a quoted noun phrase tells what only its speaker can vouch for: "ma fille", "leur usine"."""
        first = self.reading.pack.words["possessive_first"] | self.reading.pack.words["possessive_first_plural"]
        owners = self.reading.tree.children(draft.trigger, "det", "poss")
        if self.reading.table.items[draft.subject].determiner == "first":
            return True  # "J'ai 72 ans"
        new = self.reading.table.items[draft.subject].determiner in ("indefinite", "possessive")
        top = self.reading.root(draft.subject)
        placed = draft.predicate == "locatedIn" and top.kind is MentionKind.NOMINAL
        new = new or (placed and not load_schema().fits(top.type, STANDING))
        told = draft.rule.startswith(QUOTED_RULES) or (new and draft.rule.startswith(NEW_RULES))
        return told or any(c.lower in first for c in owners)
