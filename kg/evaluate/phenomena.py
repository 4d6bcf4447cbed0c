"""What makes a gold fact hard to read: the phenomena by which recall is told apart."""

import re
from collections.abc import Callable

from kg.evaluate.compare import fold_for_scoring
from kg.evaluate.gold import ANYTHING, GoldArticle, GoldFact, GoldValue

_SENTENCE_END = re.compile(r"[.!?…]['\"’”»\s]+(?=[A-ZÀ-Ý«“\"])")
_FRENCH_INFINITIVE = re.compile(r"\w+(?:er|ir|re|oir)\b")
_ENGLISH_NOUN_PHRASE = re.compile(r".*\b(?:of|for|to)$|.*['’]s\b.*|^[a-z-]*(?:er|or|ist|ion|ent|ance|ship|man|woman)\b")
_FRENCH_PASSIVE = re.compile(
    r"\b(?:est|sont|était|étaient|fut|furent|sera|seront|serait|été|être) "
    r"\w+(?:é|ée|és|ées|i|is|ie|u|us|ue|ues|it|ite|ert|erte|int|inte)\b"
)
_ENGLISH_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being) (?:\w+ly )?\w+(?:ed|en|wn|ght|ld|de|ut)\b")
_BESIDE_A_NAME = re.compile(r"[A-ZÀ-Ý][\w’'-]+, |, (?:[A-ZÀ-Ý]|l[ea] |the |an? )")

Test = Callable[[GoldArticle, GoldFact], bool]


def needs_coreference(article: GoldArticle, fact: GoldFact) -> bool:
    """Whether no name of a named argument stands in the evidence: a pronoun, a description or nothing does."""
    return any(not shown for shown in _named_in_evidence(article, fact))


def crosses_sentences(article: GoldArticle, fact: GoldFact) -> bool:
    """Whether the evidence runs over a sentence end, or neither argument is named in it."""
    shown = _named_in_evidence(article, fact)
    return bool(_SENTENCE_END.search(fact.evidence)) or (len(shown) == 2 and not any(shown))


def is_denied(article: GoldArticle, fact: GoldFact) -> bool:
    """Whether the text denies it."""
    return fact.polarity == "negative"


def is_unreal(article: GoldArticle, fact: GoldFact) -> bool:
    """Whether it is planned, promised, possible, conditional, obligated, desired or generic."""
    return fact.modalities[0] != "actual"


def is_attributed(article: GoldArticle, fact: GoldFact) -> bool:
    """Whether it is somebody's words."""
    return fact.speakers[0] is not None


def has_noun_trigger(article: GoldArticle, fact: GoldFact) -> bool:
    """Whether a noun or an adjective expresses it ("le fondateur de"), judged by the form of the gold phrase."""
    if not fact.phrase:
        return False
    first = fact.phrase.split()[0].lower()
    if article.language == "fr":
        return not _FRENCH_INFINITIVE.fullmatch(first)
    return bool(_ENGLISH_NOUN_PHRASE.match(fact.phrase))


def has_date(article: GoldArticle, fact: GoldFact) -> bool:
    """Whether its object is a date, or the text dates it."""
    object_ = fact.objects[0]
    return fact.time is not None or (isinstance(object_, GoldValue) and object_.type == "date")


def has_number(article: GoldArticle, fact: GoldFact) -> bool:
    """Whether its object is a number or an amount."""
    object_ = fact.objects[0]
    return isinstance(object_, GoldValue) and object_.type in ("number", "money")


def is_passive(article: GoldArticle, fact: GoldFact) -> bool:
    """Whether the evidence holds a form of be with a participle, judged by its letters."""
    pattern = _FRENCH_PASSIVE if article.language == "fr" else _ENGLISH_PASSIVE
    return bool(pattern.search(fact.evidence.lower()))


def is_apposition(article: GoldArticle, fact: GoldFact) -> bool:
    """Whether the evidence sets something beside a name after a comma, and no verb of the phrase joins them."""
    return has_noun_trigger(article, fact) and bool(_BESIDE_A_NAME.search(fact.evidence))


PHENOMENA: dict[str, Test] = {
    "all": lambda article, fact: True,
    "tier A": lambda article, fact: fact.tier == "A",
    "tier B": lambda article, fact: fact.tier == "B",
    "coreference needed": needs_coreference,
    "across sentences": crosses_sentences,
    "negation": is_denied,
    "modality": is_unreal,
    "attribution": is_attributed,
    "noun or adjective trigger": has_noun_trigger,
    "passive": is_passive,
    "apposition": is_apposition,
    "date": has_date,
    "number": has_number,
}


def _named_in_evidence(article: GoldArticle, fact: GoldFact) -> list[bool]:
    """Say for each named argument whether one of its names stands in the evidence."""
    evidence = f" {fold_for_scoring(fact.evidence)} "
    shown = []
    for end in (fact.subjects[0], fact.objects[0]):
        entity = None if isinstance(end, GoldValue) or end == ANYTHING else article.entity(end)
        if entity is not None and entity.names:
            shown.append(any(f" {fold_for_scoring(n)} " in evidence for n in entity.names))
    return shown
