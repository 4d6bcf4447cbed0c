"""What a thing costs, told right beside it: "une Golf GTI de 1982 (20 000 €)", "110 200 € pour le Levante"."""

from collections.abc import Iterator

from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.parsing.lemmas import of_participle
from kg.extract.rules.relations.amounts import is_figure
from kg.extract.rules.relations.literals import read_value
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.lang.schema import load_schema
from kg.model import MentionKind, Value

LONGEST = 6  # words of a sum


def find_bracketed_prices(reading: Reading) -> Iterator[Draft]:
    """Yield the sum that stands alone in a bracket behind a product, or behind "à"."""
    items = reading.table.items if reading.pack.words["told_price"] else []
    named = {x.core[1] for x in items if x.kind is MentionKind.NAME}
    for index, item in enumerate(items):
        product = load_schema().is_a(reading.root(index).type, "Product")
        if not product or item.kind is MentionKind.PRONOUN or _is_money(reading, item):
            continue
        for end in sorted({last for _, last in (*item.extents, item.core)}, reverse=True):
            nearer = (
                item.kind is not MentionKind.NAME and end in named
            )  # "un casque Zumo HP7 (20 €)": the name costs it
            found = None if nearer else _sum_behind(reading, item, end)
            if found is not None:
                draft = said_by_form(index, "price", found[0], item.i, "price/behind", 0.8)
                draft.object_words = found[1]
                yield draft
                break


def find_prices_of_each(reading: Reading) -> Iterator[Draft]:
    """ "103 350 € pour la Ghibli et 110 200 € pour le Levante": a sum alone before "pour" and a product."""
    words, pack, told = reading.tree.words, reading.pack, set[int]()
    for index, item in enumerate(reading.table.items if pack.words["price_of"] else []):
        if item.kind is MentionKind.PRONOUN or not load_schema().is_a(reading.root(index).type, "Product"):
            continue
        mark = min(first for first, _ in (*item.extents, item.core)) - 1
        if mark > 0 and words[mark].lower in pack.words["definite"]:
            mark -= 1
        named = reading.root(index).kind is MentionKind.NAME
        if mark < 2 or words[mark].lower not in pack.words["price_of"] or mark in told or not named:
            continue
        first = mark
        while first > mark - LONGEST and _is_of_sum(reading, first - 1):
            first -= 1
        found = (read_value(reading, i, "money") for i in range(mark - 1, first - 1, -1))
        value = next((v for v in found if v is not None and first - 1 <= v[1][0] and v[1][1] <= mark), None)
        if value is not None and _stands_alone(reading, first):
            told.add(mark)
            draft = said_by_form(index, "price", value[0], item.i, "price/each", 0.75)
            draft.object_words = value[1]
            yield draft


def _stands_alone(reading: Reading, first: int) -> bool:
    """Whether a sum is told of nothing before it: "contre 859 euros", not "une amende de 859 euros"."""
    before = reading.tree.words[first - 1] if first else None
    if before is None:
        return True
    return before.text in (",", ";", ":", "(") or before.lower in reading.pack.words["before_each_price"]


def _is_money(reading: Reading, item: Reference) -> bool:
    """ "4 millions de livres (5 millions d'euros)": a sum in another currency is no thing."""
    word, table = reading.tree.words[item.i], reading.pack.patterns["numbers"]["currencies"]
    return item.kind is not MentionKind.NAME and (word.lower in table or word.lemma in table or word.pos == "NUM")


def _sum_behind(reading: Reading, item: Reference, end: int) -> tuple[Value, tuple[int, int]] | None:
    words = reading.tree.words
    if end + 1 < len(words) and words[end].lower in reading.pack.words["of"] and words[end + 1].is_year:
        end += 2  # "une Golf de 1982 (…)"
    if end + 2 >= len(words) or words[end].sent != item.sent:
        return None
    bracket = words[end].text == "("
    if not bracket and words[end].lower not in reading.pack.words["told_price"]:
        return None
    first = _behind_openers(reading, end + 1) if bracket else end + 1
    last = first
    while last < min(first + LONGEST, len(words)) and _is_of_sum(reading, last):
        last += 1
    if last == first or (bracket and (last >= len(words) or words[last].text not in (")", "-", "–"))):
        return None
    found = (read_value(reading, i, "money") for i in range(last - 1, first - 1, -1))
    return next((v for v in found if v is not None and end < v[1][0] and v[1][1] <= last), None)


def _behind_openers(reading: Reading, i: int) -> int:
    """ "(vendue 650 000 $)", "(à partir de 300 euros)": where the sum begins in a bracket."""
    words, pack = reading.tree.words, reading.pack
    if not pack.words["priced"].isdisjoint((of_participle(words[i].lower, pack) or words[i].lemma, words[i].lemma)):
        i += 1
    while i + 1 < len(words) and words[i].lower in pack.words["before_prices"] and not is_figure(pack, words[i]):
        if words[i].lower in pack.words["bounds"] and is_figure(pack, words[i + 1]):
            break  # "(moins 30 euros)": a change
        i += 1
    return i


def _is_of_sum(reading: Reading, i: int) -> bool:
    """A figure, a currency, or "de" between them: "5 millions d'euros"."""
    word, table = reading.tree.words[i], reading.pack.patterns["numbers"]
    return is_figure(reading.pack, word) or word.text in table["symbols"] or word.lemma in reading.pack.words["of"]
