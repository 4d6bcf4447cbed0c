"""The death that an age behind its day is of: "mort le 14 janvier dernier à 73 ans d'un cancer"."""

from kg.extract.rules.parsing.tree import Word
from kg.extract.rules.relations.reading import Reading

NEAR = 10  # words between a death and an age


def death_before(reading: Reading, word: Word) -> Word | None:
    """The word of dying before an age, with nothing but a day or a cause between the two, however they hang."""
    words, pack = reading.tree.words, reading.pack
    near = {words[word.head].lower, words[word.i - 1].lower}  # "has died aged 82"
    age = word.case in pack.words["at_age"] or not near.isdisjoint(pack.words["age_words"])
    for other in reversed(words[max(word.i - NEAR, 0) : word.i] if age else ()):
        if other.sent != word.sent:
            return None
        if other.lemma in pack.words["dying"] and other.pos in ("VERB", "ADJ"):
            return other
        if not (_is_of_a_day(reading, other) or _may_be_of_a_cause(reading, other)):
            return None
    return None


def _may_be_of_a_cause(reading: Reading, word: Word) -> bool:
    """ "décédé des suites d'un cancer à 71 ans": a common noun that is nobody, and what belongs to it."""
    pack = reading.pack
    person = pack.nouns.get(word.lemma) in ("Person", "Group") or word.lemma in pack.trades
    french = pack.adposition == "child"
    return french and (word.pos in ("ADP", "ADJ") or (word.pos == "NOUN" and not word.is_title and not person))


def _is_of_a_day(reading: Reading, word: Word) -> bool:
    """Whether a word may stand in a day or an age: "le 14 janvier dernier", "dans la nuit de samedi", "à l'âge de"."""
    words, dates = reading.pack.words, reading.pack.patterns["dates"]
    told = (dates["months"], dates["weekdays"], dates.get("last_marks", ()), dates.get("before_days", ()))
    if word.text.isdigit() or word.pos in ("NUM", "DET") or any(word.lower in table for table in told):
        return True
    return (
        word.lower in words["at_age"] | words["age_words"] | words["of"] or word.lemma in reading.pack.lists["temporal"]
    )
