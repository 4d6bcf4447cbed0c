"""Lemmas that can be compared: infinitives of verbs that the parser left in a finite form."""

from collections.abc import Mapping
from typing import Any

from kg.extract.rules.parsing.agreement import masculine_singulars
from kg.extract.rules.parsing.tree import HYPHEN
from kg.lang import LanguagePack


def comparable_lemma(lemma: str, lower: str, pos: str, pack: LanguagePack) -> str:
    """Return the comparable lemma; "ex-patron" is a "patron" (that he was is read off the form)."""
    if lower.endswith(".") and (full := _in_full(lower, pack)):
        return full
    plain = _of_today((lemma or lower).casefold().replace("’", "'"), pack) or lower
    bare = _of_today(lower, pack)
    if bare != lower and plain not in pack.nouns and bare in pack.nouns:
        return bare
    plain = infinitive_of(plain, lower, pack.verb_lemmas) if pos == "VERB" and pack.verb_lemmas else plain
    if HYPHEN in lower and plain not in pack.nouns:
        return _of_compound(plain, lower, pos, pack)
    return _of_several(plain, pos, pack)


def _of_compound(lemma: str, lower: str, pos: str, pack: LanguagePack) -> str:
    """ "tête-à-tête", that the parser parts; "sapeurs-pompiers", of which it takes one plural alone for one."""
    plural = pack.agreement["plural"]
    single = HYPHEN.join(part.removesuffix(plural) for part in lower.split(HYPHEN))
    known = next((form for form in (lower, single) if form in pack.nouns), None)
    return known if known is not None else _of_several(lemma, pos, pack)


def _in_full(short: str, pack: LanguagePack) -> str:
    """ "Gov." is a "governor"; "" for what no office is written as."""
    known = (entry.split(" ", 1) for entry in pack.words.get("short_offices", ()))
    return next((full for written, full in known if written == short), "")


def _of_several(lemma: str, pos: str, pack: LanguagePack) -> str:
    """ "co-présider" is "coprésider", and a "co-propriétaire" is a "propriétaire"."""
    prefix = next((p for p in pack.words["joint_prefixes"] if lemma.startswith(p)), "")
    if not prefix or lemma in pack.nouns:
        return lemma
    rest = lemma.removeprefix(prefix)
    joined = prefix.rstrip("-") + rest
    if pos == "VERB" or joined in pack.nouns:
        return joined
    return rest if rest in pack.nouns else lemma


def _of_today(form: str, pack: LanguagePack) -> str:
    """Return a form without what says that somebody was it once."""
    for prefix in pack.words["former_prefixes"]:  # a plain loop: every word of an article comes by twice
        if form.startswith(prefix):
            return form.removeprefix(prefix)
    return form


def infinitive_of(lemma: str, lower: str, mending: Mapping[str, Any]) -> str:
    """Mend the lemma of a verb that the parser left in a finite form."""
    if lower in mending["forms"]:
        return str(mending["forms"][lower])
    for wrong, right in mending.get("false_infinitives", {}).items():
        if lemma.endswith(wrong) and lemma not in mending["true_infinitives"]:
            return lemma.removesuffix(wrong) + str(right)
    if lemma.endswith(tuple(mending["infinitives"])):
        return lemma
    for ending, infinitive in mending["endings"].items():
        if lemma.endswith(ending) and len(lemma) > len(ending) + 1:
            return lemma.removesuffix(ending) + str(infinitive)
    return lemma


def of_participle(lower: str, pack: LanguagePack) -> str | None:
    """The infinitive of a past participle by its form, None: it is none."""
    table = pack.verb_lemmas
    for base in masculine_singulars(pack, lower):
        if base in table.get("participles", {}):
            return str(table["participles"][base])
        if base in pack.nouns or base in pack.lists["positions"] or base in pack.lists["occupations"]:
            return None
        for ending, infinitive in table.get("participle_endings", {}).items():
            if base.endswith(ending) and len(base) > len(ending) + 2:
                return base.removesuffix(ending) + str(infinitive)
    return None
