"""What "de" and a country tell of an event: whose it is, as in "les attaques de la Chine", and not where it was."""

from kg.extract.rules.parsing.tree import Word
from kg.extract.rules.relations.reading import Reading
from kg.lang.schema import load_schema

BEFALLING = ("DisasterEvent", "LegislativeEvent")  # lands have them within: "le séisme du Népal", "les élections de …"


def is_act_of(reading: Reading, event: int, place: int, word: Word) -> bool:
    """ "l'offensive de la Turquie", "la réunification de l'Irlande": but the war, the invasion of a land were there.

    Args:
        word: the word of the place that hangs on the event.
    """
    words, kind = reading.pack.words, reading.root(event).type
    if not words["befalling"] or word.case not in words["of"] or reading.root(place).type != "Country":
        return False
    within = words["befalling"] | words["national_events"]
    own = load_schema().is_a(kind, "Event") and kind not in BEFALLING
    return own and reading.table.items[event].head not in within
