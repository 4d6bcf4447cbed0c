"""Names of peoples that stand for somebody's title: "l'Allemand Boris Keller", "la Kényane Rose Chebet"."""

from collections.abc import Iterator

from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.model import MentionKind


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
