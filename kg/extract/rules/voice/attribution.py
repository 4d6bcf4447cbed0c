"""Who says what in an article: quotations, clauses that verbs of speech report, and sources ("selon X")."""

from collections.abc import Mapping

from kg.extract.rules.mentions.references import Reference, References
from kg.extract.rules.parsing.syntax import Syntax
from kg.extract.rules.parsing.tree import Word
from kg.extract.rules.voice.asides import editors_notes, without_asides, without_closers
from kg.extract.rules.voice.before_colons import said_in_a_mood
from kg.extract.rules.voice.going_on import MEMORY
from kg.extract.rules.voice.inversion import Inversions
from kg.extract.rules.voice.own_bodies import body_of, own_bodies
from kg.extract.rules.voice.pointed_back import told_before
from kg.extract.rules.voice.quotations import find_quotes
from kg.extract.rules.voice.quoted import QuotedSpeech
from kg.extract.rules.voice.regions import Region
from kg.extract.rules.voice.reported import ReportedSpeech
from kg.extract.rules.voice.sources import Sources
from kg.extract.rules.voice.speech import Speech
from kg.extract.rules.voice.told_by_nouns import told_by_nouns
from kg.extract.rules.voice.wishes import Wishes
from kg.lang.schema import load_schema
from kg.model import MentionKind

OF_ANYBODY = ("EducationalInstitution", "MediaOutlet")  # "nous" is theirs for who leads them only


class Attribution:
    """The speakers of one article."""

    def __init__(
        self, syntax: Syntax, table: References, breaks: list[int], turned: Mapping[int, bool] | None = None
    ) -> None:
        """Find who speaks; `breaks` and `turned` tell of paragraphs and quotation marks (see find_quotes)."""
        self.tree, self.table = syntax.tree, table
        quotes = find_quotes(self.tree, breaks, turned)
        self.in_quote = frozenset(i for quote in quotes for i in range(quote.first, quote.last))
        self.speech = Speech(syntax, table, self.in_quote)
        reported = [*ReportedSpeech(self.speech).regions(), *told_before(self.speech, Inversions(self.speech))]
        self.reported = without_closers(syntax, reported, [item.i for item in table.items])
        quoted = QuotedSpeech(self.speech, quotes, self._voices(), self.reported)
        wished = Wishes(self.speech).regions()
        stated = [region for region in self.reported if not self._is_aimed_at(region)]
        self.sourced = list(Sources(self.speech).regions())
        regions = [*quoted.regions(), *stated, *self.sourced, *wished]
        regions += [*told_by_nouns(self.speech), *said_in_a_mood(self.speech)]
        regions.sort(key=lambda region: (-len(region.words), not region.direct))
        self._at: dict[int, Region] = {}
        self._quoted: dict[int, Region] = {}
        noted = editors_notes(syntax)
        for region in regions:
            for i in without_asides(self.speech.clauses, region, self.in_quote) - noted:
                inner = self._at.get(i)
                if region.speaker is None and inner is not None:
                    continue
                self._at[i] = region
                if region.direct:
                    self._quoted[i] = region
        self._join_same_sources(regions)
        self._join_first_persons()
        self._join_own_bodies()

    def region(self, i: int) -> Region | None:
        """Return what is said at a word, innermost."""
        return self._at.get(i)

    def _is_aimed_at(self, region: Region) -> bool:
        """ "pledged to sign the bill", "ordered the bank to pay": what is to be done is announced, but no statement."""
        verb = None if region.verb is None else self.tree.words[region.verb]
        if verb is None or verb.lemma not in self.speech.pack.words["aimed_at"]:
            return False
        child = self.tree.child
        return child(verb.i, "ccomp") is None and child(verb.i, "xcomp") is not None and max(region.words) > verb.i

    def _voices(self) -> list[tuple[int, int]]:
        """Who speaks outside of quotations, and where; documents and media that tell something do not go on."""
        return [
            (region.verb, region.speaker)
            for region in self.reported
            if region.speaker is not None
            and region.verb is not None
            and region.verb not in self.in_quote
            and self.speech.goes_on(region.speaker)
            and not self._is_in_passing(self.tree.words[region.verb])
        ]

    def _is_in_passing(self, verb: Word) -> bool:
        """ "Le maire a réfuté les critiques de X, qui l'accuse de mentir. "…"": X does not go on."""
        if self.speech.act_of(verb) == "accused" and self.tree.child(verb.i, "ccomp") is None:
            return True
        if verb.rel != "relcl":
            return False
        bearer = self.tree.words[verb.head]
        return (
            bearer.case != "" and bearer.rel in ("nmod", "obl") and not self.speech.tells(self.tree.words[bearer.head])
        )

    def _join_same_sources(self, regions: list[Region]) -> None:
        """ "…, a dit le parquet. Selon la même source, …": a source that is the same is who was heard last."""
        items, words = self.table.items, self.speech.pack.words
        heard = [(max(r.words) if r.speaker is None else items[r.speaker].i, r.speaker) for r in regions if r.words]
        heard = [(i, s) for i, s in heard if s is None or items[s].i not in self.in_quote]
        for index, item in enumerate(items):
            if item.kind is not MentionKind.NOMINAL or item.head not in words["speaking_nouns"]:
                continue
            told = self.tree.children(item.i, "amod", "det")
            if item.antecedent is not None or all(c.lower not in words["same"] for c in told):
                continue
            start = self.tree.sents[item.sent][0]
            place, last = max(((i, s) for i, s in heard if i < start), default=(0, None), key=lambda x: x[0])
            if last is not None and item.sent - self.tree.words[place].sent <= MEMORY:
                self.table.join(index, last)

    def _join_first_persons(self) -> None:
        """ "je" is the speaker, "nous" the speaker's organisation; in ""Il dit m'avoir vu", dit X" it is X.

        Who teaches or reports says "nous" of anybody: "Nous utilisons tous nos portables", dit X, de l'université Y".
        """
        for index, item in enumerate(self.table.items):
            if item.determiner not in ("first", "first_plural") or item.kind is not MentionKind.PRONOUN:
                continue
            region = self._quoted.get(item.i) or self.region(item.i)
            if region is None or region.speaker is None or region.speaker == index:
                continue
            target = region.speaker
            self.table.join(index, self._body_or_self(target) if item.determiner == "first_plural" else target)

    def _body_or_self(self, speaker: int) -> int:
        body, table = body_of(self.speech, speaker, _is_organisation), self.table
        if body is None:
            return speaker
        root, officers = table.root(speaker), self.speech.pack.words["officers_of_bodies"]
        leads = any(x.head in officers for j, x in enumerate(table.items) if table.root(j) == root)
        return body if leads or not load_schema().fits(table.items[table.root(body)].type, OF_ANYBODY) else speaker

    def _join_own_bodies(self) -> None:
        """ "notre association" is the speaker's."""
        items = self.table.items
        for index, body in own_bodies(self.speech, self._quoted_at):
            top = items[self.table.root(body)]
            items[index].antecedent = None
            if top.kind is MentionKind.NAME:
                self.table.join(index, body)
            else:
                items[index].known = top.known  # "le ministre allemand": an adjective is no name

    def _quoted_at(self, i: int) -> int | None:
        region = self._quoted.get(i)
        return None if region is None else region.speaker


def _is_organisation(root: Reference) -> bool:
    return load_schema().is_a(root.type, "Organization")
