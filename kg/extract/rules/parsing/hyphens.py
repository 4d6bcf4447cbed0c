"""Words that a tokenizer cut at their hyphens are put together again: "co-founder", "anti-Semitism"."""

from collections.abc import Iterator
from typing import Any

from spacy.attrs import ORTH

from kg.extract.rules.parsing.tree import HYPHEN
from kg.extract.rules.parsing.values import read_age
from kg.lang import LanguagePack


def rejoin(doc: Any, pack: LanguagePack) -> Any:
    """Merge the parts of hyphenated common words in a spaCy Doc, in place.

    Names keep their parts ("Paris-based" tells a place, "Hewlett-Packard" is one name by its letters), as do numbers
    that are no age ("34-year-old").
    """
    spans = list(_cut_words(doc, pack))
    if not spans:
        return doc
    with doc.retokenize() as retokenizer:
        for start, end in spans:
            span = doc[start:end]
            last = doc[end - 1]
            lemma = span.text[: last.idx - span.start_char].lower() + last.lemma_
            noun = {"POS": "NOUN", "TAG": "NN"} if last.lower_ in pack.words["not_yet"] else {}
            retokenizer.merge(
                span, attrs={"LEMMA": lemma, **noun}
            )  # "Prime Minister-designate", that looks an adjective
    return doc


def _cut_words(doc: Any, pack: LanguagePack) -> Iterator[tuple[int, int]]:
    """Yield (first token, end token) of words cut at hyphens; looks at the hyphens alone, which are few."""
    orth = doc.vocab.strings[HYPHEN]
    hyphens = [i for i, form in enumerate(doc.to_array(ORTH).tolist()) if form == orth]
    done = 0
    for i in hyphens:
        if i - 1 < done or not _joined(doc, i):
            continue
        end = i + 2
        while end + 1 < len(doc) and _joined(doc, end):
            end += 2
        first = doc[i - 1].text
        common = first[:1].islower() or doc[i - 1].pos_ in ("AUX", "PRON")  # "Would-be", "Celui-ci"
        common |= _is_common(doc[i - 1 : end].text, pack)
        to_be = doc[end - 1].lower_ in pack.words["not_yet"]  # "President-elect Rosa Diaz"
        if (common and first.isalpha()) or to_be or _is_age(doc[i - 1 : end].text, pack):
            yield i - 1, end
        done = end


def _is_common(text: str, pack: LanguagePack) -> bool:
    """ "Aide-soignante à Metz, X …": a noun that only has a capital because it opens a sentence."""
    return text[1:].islower() and (text.lower() in pack.nouns or text.lower() in pack.trades)


def _is_age(text: str, pack: LanguagePack) -> bool:
    """ "34-year-old", of one."""
    age = read_age(text, pack)
    return age is not None and age[1] in pack.words["aged_nouns"]


def _joined(doc: Any, i: int) -> bool:
    """Whether token i is a hyphen between two parts of a word."""
    if not 0 < i < len(doc) - 1:
        return False
    token, before = doc[i], doc[i - 1]
    return token.text == HYPHEN and not before.whitespace_ and not token.whitespace_ and doc[i + 1].is_alpha
