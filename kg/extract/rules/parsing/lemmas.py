"""Lemmas that can be compared: infinitives of verbs that the parser left in a finite form."""

from collections.abc import Mapping
from typing import Any

from kg.lang import LanguagePack


def comparable_lemma(lemma: str, lower: str, pos: str, pack: LanguagePack) -> str:
    """Return the comparable lemma; "ex-patron" is a "patron" (that he was is read off the form)."""
    plain = (lemma or lower).casefold().replace("’", "'").removeprefix("ex-") or lower
    if lower.startswith("ex-") and plain not in pack.nouns and lower.removeprefix("ex-") in pack.nouns:
        return lower.removeprefix("ex-")
    return infinitive_of(plain, lower, pack.verb_lemmas) if pos == "VERB" and pack.verb_lemmas else plain


def infinitive_of(lemma: str, lower: str, mending: Mapping[str, Any]) -> str:
    """Mend the lemma of a verb that the parser left in a finite form."""
    if lower in mending["forms"]:
        return str(mending["forms"][lower])
    if lemma.endswith(tuple(mending["infinitives"])):
        return lemma
    for ending, infinitive in mending["endings"].items():
        if lemma.endswith(ending) and len(lemma) > len(ending) + 1:
            return lemma.removesuffix(ending) + str(infinitive)
    return lemma
