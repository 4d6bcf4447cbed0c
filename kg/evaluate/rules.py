"""The rules of the extractor, and how often each fires in a corpus: dead and trigger-happy ones are seen."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from zlib import crc32

from kg.lang import languages, load_pack
from kg.lang.constructions import load_constructions
from kg.model import Claim, Document, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One sentence in which a rule fired."""

    article: str  # name
    sentence: str
    trigger: Span  # counts from the beginning of the sentence

    @property
    def marked(self) -> str:
        """The sentence with its trigger in double brackets."""
        before, after = self.sentence[: self.trigger.start], self.sentence[self.trigger.end :]
        return f"{before}⟦{self.trigger.cut(self.sentence)}⟧{after}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule of one language, or one construction that the code reads there; with what a corpus shows of it."""

    language: str
    id: str  # as in `Evidence.rule`: "acquired/business/20"
    predicate: str
    meaning: str  # of a construction; "" where the triggers tell
    triggers: tuple[tuple[str, int], ...]  # words and how often they fired, most often first, then as in the file
    examples: tuple[str, ...]  # sentences of its author
    count: int = 0  # claims that it made
    samples: tuple[Sample, ...] = ()


def list_rules(language: str | None = None) -> tuple[Rule, ...]:
    """Return all rules of a language, or of every language, with their examples, by language and name of the file.

    Raises:
        LanguagePackError: there is no such language.
    """
    return tuple(rule for code in ([language] if language else languages()) for rule in _rules_of(code))


def count_rules(documents: Iterable[Document], *, samples: int = 0) -> tuple[Rule, ...]:
    """Count the claims of each rule: all rules of the documents' languages, those that fire most often first.

    Args:
        samples: Sentences to show for each rule, always the same ones, from all over the corpus.
    """
    tally = _Tally(samples)
    for document in documents:
        tally.add(document)
    return tally.result()


def _rules_of(code: str) -> Iterable[Rule]:
    for construction in load_constructions():
        if code in construction.examples:
            yield Rule(
                language=code, id=construction.id, predicate=construction.predicate, meaning=construction.meaning,
                triggers=(), examples=(construction.examples[code],),
            )  # fmt: skip
    for rule in load_pack(code).relations:
        words = dict.fromkeys(trigger.phrase for trigger in rule.triggers)
        yield Rule(
            language=code, id=rule.id, predicate=rule.predicate, meaning="", triggers=tuple((w, 0) for w in words),
            examples=tuple(example[0] for example in rule.examples),
        )  # fmt: skip


class _Tally:
    """What documents show of rules, one document at a time: a corpus need not fit into memory."""

    def __init__(self, samples: int) -> None:
        self.samples = samples
        self.languages: set[str] = set()
        self.counts: Counter[tuple[str, str]] = Counter()
        self.words: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self.predicates: dict[tuple[str, str], str] = {}
        self.shown: defaultdict[tuple[str, str], dict[int, Sample]] = defaultdict(dict)

    def add(self, document: Document) -> None:
        """Count one document's claims."""
        self.languages.add(document.article.language)
        for claim in document.claims:
            key = (document.article.language, claim.evidence.rule)
            self.counts[key] += 1
            self.predicates[key] = claim.predicate
            if claim.phrase:
                self.words[key][claim.phrase] += 1
            if self.samples:
                self._show(key, document, claim)

    def _show(self, key: tuple[str, str], document: Document, claim: Claim) -> None:
        """Keep a few sentences a rule: those of the smallest hashes, which stand anywhere in the corpus."""
        shown, sentence, trigger = self.shown[key], claim.evidence.sentence, claim.evidence.trigger
        order = crc32(f"{document.article.id} {sentence.start}".encode())
        if len(shown) == self.samples and order > max(shown):
            return
        shown[order] = Sample(
            article=document.article.name,
            sentence=sentence.cut(document.article.text),
            trigger=Span(max(0, trigger.start - sentence.start), max(0, trigger.end - sentence.start)),
        )
        if len(shown) > self.samples:
            del shown[max(shown)]

    def result(self) -> tuple[Rule, ...]:
        """Return the rules of the languages seen, and what fired without being listed by us (another extractor's)."""
        known = {(rule.language, rule.id): rule for code in sorted(self.languages) for rule in _listed(code)}
        for key in self.counts:
            if key not in known:
                known[key] = Rule(
                    language=key[0], id=key[1], predicate=self.predicates[key], meaning="", triggers=(), examples=()
                )
        counted = [self._counted(rule) for rule in known.values()]
        return tuple(sorted(counted, key=lambda rule: (-rule.count, rule.language, rule.id)))

    def _counted(self, rule: Rule) -> Rule:
        key = (rule.language, rule.id)
        shown = self.shown[key]
        return replace(
            rule,
            count=self.counts[key],
            triggers=_by_count(dict(rule.triggers), self.words[key]),
            samples=tuple(shown[order] for order in sorted(shown)),
        )


def _listed(code: str) -> Iterable[Rule]:
    return _rules_of(code) if code in languages() else ()


def _by_count(words: Mapping[str, int], fired: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """Words with their counts, most often first; those that never fired in the order of the file."""
    counted = {**words, **fired}
    return tuple(sorted(counted.items(), key=lambda pair: -pair[1]))
