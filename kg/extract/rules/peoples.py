"""Names of peoples that stand for somebody's title: "l'Allemand Boris Keller", "la Kényane Rose Chebet"."""

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.rules.reading import Draft, Reading, said_by_form
from kg.extract.rules.references import Reference
from kg.lang import LanguagePack
from kg.lang.gazetteer import load_gazetteer
from kg.model import MentionKind


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


def find_people_titles(reading: Reading) -> Iterator[Draft]:
    """ "Paul Durand, un Belge": the nationality that a noun beside a name tells."""
    for title in reading.titles:
        noun = reading.tree.words[title.noun]
        country = reading.names.country_of_adjective(noun.text) if noun.is_title and noun.pos == "NOUN" else None
        if country is None or reading.root(title.reference).type != "Person":
            continue
        reading.table.items.append(
            Reference(
                i=noun.i, core=(noun.i, noun.i + 1), extents=((noun.i, noun.i + 1),), kind=MentionKind.NOMINAL,
                type="Country", sent=noun.sent, determiner="adjective", known=country.id, head=noun.lemma,
            )
        )  # fmt: skip
        index = len(reading.table.items) - 1
        yield said_by_form(title.reference, "nationality", index, noun.i, "nationality/noun", 0.85)
