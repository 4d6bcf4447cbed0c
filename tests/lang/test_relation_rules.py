"""Every relation rule reads its own examples, and nothing in its non-examples, through the real parser."""

from functools import cache

import pytest

from kg.extract.rules import make_extractor
from kg.lang import languages, load_pack
from kg.lang.relations import RelationRule
from kg.model import LEARNED, Article, Claim, Document, Value

RULES = [(code, rule) for code in languages() for rule in load_pack(code).relations]

pytestmark = pytest.mark.model


@cache
def read_sentences(code: str) -> dict[str, Document]:
    """Read all examples of a language in one run, each as an article of its own."""
    rules = load_pack(code).relations
    sentences = sorted({e[0] for r in rules for e in r.examples} | {s for r in rules for s in r.non_examples})
    articles = [
        Article(id=f"{number:016x}", name=str(number), text=text, language=code, published="2019-05-16")
        for number, text in enumerate(sentences)
    ]
    return dict(zip(sentences, make_extractor().extract(articles), strict=True))


def claims_of(document: Document, rule: RelationRule) -> list[Claim]:
    """Return what the rule read in the document, however real it was found to be."""
    return [claim for claim in document.claims if claim.evidence.rule.removeprefix(LEARNED) == rule.id]


def surfaces(document: Document, argument: str | Value) -> set[str]:
    """Return all the words that stand for an argument, lower case."""
    if isinstance(argument, Value):
        return {argument.text.casefold()}
    root = next(m.refers_to or m.id for m in document.mentions if m.id == argument)
    return {m.surface.casefold() for m in document.mentions if root in (m.id, m.refers_to)}


def names(found: set[str], words: str) -> bool:
    """Whether one of the surfaces holds the words."""
    return any(
        f" {words.casefold().replace(chr(39), ' ')} " in f" {surface.replace(chr(8217), ' ').replace(chr(39), ' ')} "
        for surface in found
    )


def show(document: Document, claims: list[Claim]) -> str:
    """Write claims for a failure message."""
    lines = [
        f"{sorted(surfaces(document, c.subject))} {c.predicate} "
        f"{sorted(surfaces(document, c.object))} ({c.evidence.rule})"
        for c in claims
    ]
    return "\n".join(lines) or "nothing"


@pytest.mark.parametrize(("code", "rule"), [pytest.param(c, r, id=f"{c}/{r.id}") for c, r in RULES])
def test_a_rule_reads_its_examples(code: str, rule: RelationRule) -> None:
    """A rule finds in each of its examples the subject and the object that the example names."""
    for sentence, subject, target in rule.examples:
        document = read_sentences(code)[sentence]
        hits = [
            claim
            for claim in claims_of(document, rule)
            if names(surfaces(document, claim.subject), subject) and names(surfaces(document, claim.object), target)
        ]
        assert hits, (
            f"{sentence}\nwanted: {subject} {rule.predicate} {target}\nread: {show(document, list(document.claims))}"
        )


@pytest.mark.parametrize(("code", "rule"), [pytest.param(c, r, id=f"{c}/{r.id}") for c, r in RULES if r.non_examples])
def test_a_rule_is_silent_in_its_non_examples(code: str, rule: RelationRule) -> None:
    """A rule reads nothing in the sentences that its author set against it."""
    for sentence in rule.non_examples:
        document = read_sentences(code)[sentence]
        fired = claims_of(document, rule)
        assert not fired, f"{sentence}\n{show(document, fired)}"
