"""Who sits in what chamber, told by a group of its members: "le groupe LR à l'Assemblée", and by who leads it."""

from collections.abc import Iterator

from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.parsing.tree import Word
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.lang.schema import load_schema
from kg.model import MentionKind

LONGEST = 8  # words of a group's name, with what stands in brackets behind it
BARE = ("ADJ", "PUNCT")  # what else a group is told by: "le groupe parlementaire communiste (CRC)"


def find_groups_in_chambers(reading: Reading) -> Iterator[Draft]:
    """ "le président du groupe LR au Sénat", "la cheffe des Républicains à l'Assemblée": both sit there."""
    items, words = reading.table.items, reading.pack.words
    for chamber, item in enumerate(items) if "chambers" in words else ():
        mark = _mark_before(reading, item)
        faction = _faction_before(reading, mark) if mark is not None else None
        if faction is None:
            continue
        group = reading.at(faction.i) if faction.lemma in words["factions"] else None
        if group is not None and items[group].determiner != "indefinite":  # whoever wants one has none there yet
            yield said_by_form(group, "memberOf", chamber, item.i, "bench/chamber", 0.8)
        for title in reading.titles:
            if _leads(reading, title.noun, faction) and reading.root(title.reference).type == "Person":
                draft = said_by_form(title.reference, "memberOf", chamber, item.i, "bench/chamber", 0.8)
                draft.past = reading.context.past.is_former(title.noun)
                yield draft


def _mark_before(reading: Reading, item: Reference) -> Word | None:
    """The "à" before what is or is called a chamber, its article passed over."""
    words, pack, first = reading.tree.words, reading.pack, item.core[0]
    article = words[first].lower in pack.words["definite"]
    if item.kind is MentionKind.PRONOUN or words[first + article].lower not in pack.words["chambers"]:
        return None
    at = first - 1
    at -= at > 0 and words[at].lower in pack.words["definite"] and words[at].lower not in pack.melted
    mark = words[max(at, 0)]
    return mark if pack.adpositions.get(mark.lower, mark.lower) in pack.words["to"] else None


def _faction_before(reading: Reading, mark: Word) -> Word | None:
    """The word for a group whose name, adjectives and brackets fill what stands before a word, or a party's name."""
    words, items = reading.tree.words, reading.table.items
    parties = {x.core[1]: x for i, x in enumerate(items) if x.kind is MentionKind.NAME and _is_party(reading, i)}
    named = {i for x in parties.values() for i in range(*x.core)} | {x.core[0] - 1 for x in parties.values()}
    end = mark.i - 3 if [w.text for w in words[mark.i - 3 : mark.i : 2]] == ["(", ")"] else mark.i  # "(LR)"
    for word in reversed(words[max(0, end - LONGEST) : end]):
        if word.lemma in reading.pack.words["factions"]:
            return word
        if word.sent != mark.sent or (word.i not in named and word.pos not in BARE) or word.text == ",":
            break
    party = parties.get(end)
    return words[party.core[0]] if party is not None else None


def _is_party(reading: Reading, index: int) -> bool:
    return load_schema().fits(reading.root(index).type, ("Organization",))


def _leads(reading: Reading, noun: int, faction: Word) -> bool:
    """Whether right behind a title stands "de" with a group: "présidente du groupe", "patron des Républicains"."""
    between = reading.tree.words[noun + 1 : faction.i]
    passed = reading.pack.words["standing_of"] | reading.pack.words["definite"]
    return noun < faction.i and bool(between) and all(w.lower in passed or w.pos == "ADJ" for w in between)
