"""Surface forms made comparable: one folding, used by the tables, by linking and by evaluation."""

import re
import unicodedata
from functools import lru_cache

_APART = re.compile(r"[-‐-―_/\s  ]+")
INVISIBLE = "\u00ad\u200b\u2060\ufeff"  # soft hyphens and spaces of no width
_UNSEEN = dict.fromkeys(map(ord, INVISIBLE))
_EVEN = {**str.maketrans("’‘ʼ`´", "'''''"), **_UNSEEN}
_LEADING = re.compile(r"(?:[ld]['’]|(?:le|la|les|un|une|des|du|de|the|a|an)\s)(?=.)", re.IGNORECASE)


@lru_cache(maxsize=100_000)  # the same names and words come again and again
def fold(text: str) -> str:
    """Fold case, accents, hyphens, apostrophes and spaces; words stay words: nothing is stemmed, nothing is dropped.

    >>> fold("Côte d’Ivoire"), fold("ÉTATS-UNIS")
    ("cote d'ivoire", 'etats unis')
    """
    text = unicodedata.normalize("NFKD", text.translate(_EVEN).casefold())
    text = "".join(c for c in text if not unicodedata.combining(c))
    return _APART.sub(" ", text).strip(' "«»“”()[],;:')


def visible(text: str) -> str:
    """Drop soft hyphens and spaces of no width, which pages leave inside words."""
    return text.translate(_UNSEEN)


@lru_cache(maxsize=100_000)  # a name is looked up in one table after the other
def without_determiner(text: str) -> str:
    """Drop one leading French or English determiner, unless nothing would remain."""
    found = _LEADING.match(text)
    return text[found.end() :] if found else text


def slug(text: str) -> str:
    """Turn text into lower-case ASCII words joined by hyphens; empty if it has no Latin letter and no digit."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text.replace("œ", "oe").replace("Œ", "oe").replace("æ", "ae"))).strip("-")


@lru_cache(maxsize=100_000)
def is_acronym(text: str) -> bool:
    """Whether a form is written as an acronym ("UN", "U.S.", "G20"), told from a common word by its capitals alone."""
    letters = [c for c in text if c.isalpha()]
    return 1 <= len(letters) <= 6 and " " not in text and all(c.isupper() for c in letters)


def fold_acronym(text: str) -> str:
    """Drop the dots and accents of an acronym: "É.-U." and "U.S." become "EU" and "US"."""
    text = unicodedata.normalize("NFKD", text)
    return "".join(c for c in text if c.isalnum())
