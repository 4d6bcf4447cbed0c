"""The names of peoples before a name, written small for the parser: "l'Allemand Boris Keller"."""

import re
from functools import cache

from kg.lang import LanguagePack
from kg.lang.gazetteer import load_gazetteer


def write_small(text: str, pack: LanguagePack) -> str:
    """Write the capital of a people small where a name follows: the parser reads "l'allemand Boris Keller" far better.

    The text keeps its length. A country of the same name stays as it is ("la Suisse Romande"), so does a
    paper ("au Parisien Marc Petit").
    """
    before = pack.words["before_peoples"]
    return _pattern(before).sub(lambda found: _written_small(found, pack), text) if before else text


@cache
def _pattern(before: frozenset[str]) -> re.Pattern[str]:
    words = "|".join(re.escape(w if w.endswith("'") else f"{w} ") for w in sorted(before))
    return re.compile(rf"(?<![\w'])((?i:{words}))([^\W\d_a-z][\w-]+)(?= [^\W\d_a-zà-ÿ])")


def _written_small(found: re.Match[str], pack: LanguagePack) -> str:
    form, tables = found.group(2), load_gazetteer()
    of_country = tables.country_of_adjective(form, pack.code) and tables.country(form, pack.code) is None
    small = form.lower()
    paper = any(tables.organisation(f"{article} {form}") for article in pack.words["definite"])
    of_place = tables.place_of_adjective(small, pack.code) and not paper
    return found.group(1) + small if of_country or of_place else found.group()
