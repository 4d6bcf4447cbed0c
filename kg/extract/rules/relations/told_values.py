"""What a clause tells of a thing in a figure, where no property tells it.

"Le marché a augmenté de 12,9 %", "the church seats 700 people": open relations whose object is a value.
"""

from kg.extract.rules.parsing.tree import ROOT, Word
from kg.extract.rules.parsing.values import plain, read_number
from kg.extract.rules.relations.amounts import is_figure
from kg.extract.rules.relations.literals import read_value
from kg.extract.rules.relations.reading import Draft, Reading
from kg.lang.schema import load_schema
from kg.model import OPEN, Datatype, MentionKind, Value

CONFIDENCE = 0.4
CARRIED = ("obj", "obl", "attr", "npadvmod", "xcomp")  # how a figure hangs on its verb
BETWEEN = ("advmod", "npadvmod")  # how an adverb between the two hangs: "down 20%"
APART = (
    "relcl", "acl", "appos", "conj", "parataxis", "advcl", "nmod", "obl", "case", "punct", "cop", "subj", "subj:pass",
)  # fmt: skip  # what hangs on a figure and is no part of it
AMOUNTS = ("MonetaryAmount", "Quantity")
LONGEST = 6  # words behind a share that tell of what it is
FEW = 12  # what is spelt out up to here is seldom told as a figure
Words = tuple[int, int]


def with_told_values(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts with an open relation for each figure of a clause that none of them tells as a value.

    Where a figure of money or measure was read as a thing that its subject has to do with, the value replaces it.
    """
    root, words = reading.table.root, reading.tree.words
    told = {(d.object.text, words[d.trigger].sent) for d in drafts if isinstance(d.object, Value)}
    typed = {(root(d.subject), d.trigger) for d in drafts if d.predicate != OPEN and isinstance(d.object, Value)}
    found, replaced = [], set()
    for word in words:
        carrier = _carrier(reading, word)
        figure = None if carrier is None else _figure(reading, word)
        if carrier is None or figure is None or (figure[0].text, word.sent) in told:
            continue
        for subject in _subjects(reading, carrier, figure[1]):
            if (root(subject), carrier.i) not in typed:
                found.append(_draft(reading, subject, carrier, word, figure))
                replaced.add((root(subject), reading.table.at.get(word.i)))
    return [d for d in drafts if not _is_amount(reading, d) or (root(d.subject), d.object) not in replaced] + found


def _draft(reading: Reading, subject: int, carrier: Word, word: Word, figure: tuple[Value, Words, str]) -> Draft:
    value, words, counted = figure
    oneself = reading.tree.child(carrier.i, "refl") is not None
    before = sorted(reading.pack.words["reflexive_before"]) if oneself else ()
    copula = reading.tree.child(carrier.i, "cop")
    lemma = carrier.lemma if copula is None else copula.lemma
    return Draft(
        subject=subject, predicate=OPEN, object=value, trigger=carrier.i, verb=carrier.i,
        phrase=" ".join(filter(None, (*before, lemma, word.case, counted))),
        rule="open/figure", confidence=CONFIDENCE, object_words=words,
    )  # fmt: skip


def _is_amount(reading: Reading, draft: Draft) -> bool:
    """Whether a draft only says that somebody has to do with an amount."""
    if draft.predicate != OPEN or not isinstance(draft.object, int):
        return False
    return load_schema().fits(reading.root(draft.object).type, AMOUNTS)


def _carrier(reading: Reading, word: Word) -> Word | None:
    """The verb that a figure hangs on; the figure itself where a copula makes it the predicate."""
    tree = reading.tree
    if word.pos not in ("NOUN", "NUM", "SYM", "PROPN"):
        return None
    if tree.child(word.i, "cop") is not None:
        return word
    if word.rel not in CARRIED or word.head == ROOT:
        return None
    if word.case and word.case not in reading.pack.words["before_figures"]:
        return None
    above = tree.words[word.head]
    if above.pos == "ADV" and above.rel in BETWEEN and above.head != ROOT:
        above = tree.words[above.head]
    return above if above.pos in ("VERB", "AUX") else None


def _figure(reading: Reading, word: Word) -> tuple[Value, Words, str] | None:
    """The figure that a word heads, its words, and the lemma of what it counts."""
    tree, pack = reading.tree, reading.pack
    below = (i for i in tree.subtree(word.i, APART) if i <= word.i)
    first = next((i for i in below if is_figure(pack, tree.words[i])), None)
    if first is None or word.lemma in pack.lists["temporal"]:
        return None
    words = first, word.i + 1
    number = read_number(reading.text(*words), pack)
    if number is None or not (tree.words[first].text[:1].isdigit() or number.value > FEW):
        return None  # "un autre point", "a book and two pens"
    if word.text in pack.words["units"] or word.lemma in pack.words["units"]:
        words = first, _end_of_share(reading, word)
        return Value(text=reading.text(*words), datatype=Datatype.STRING), words, ""
    money = read_value(reading, word.i, "money")
    if money is not None:
        return *money, ""
    counted = _counted(reading, word)
    if counted is None or counted.lemma in pack.lists["temporal"]:
        return None
    return Value(text=plain(number.value), datatype=Datatype.NUMBER), words, counted.lemma


def _end_of_share(reading: Reading, word: Word) -> int:
    """ "60 % de la surface", "14% of their wages": a share tells little without what it is of."""
    tree = reading.tree
    whole = next((c for c in tree.children(word.i, "nmod") if c.case in reading.pack.words["of"]), None)
    below = (
        [word.i] if whole is None else tree.subtree(whole.i, ("relcl", "acl", "appos", "conj", "parataxis", "advcl"))
    )
    last = below[-1] + 1
    return last if word.i < last <= word.i + LONGEST else word.i + 1


def _counted(reading: Reading, word: Word) -> Word | None:
    """What a figure counts: "700 places", "212 millions d'habitants"."""
    if not is_figure(reading.pack, word):
        return word if word.pos == "NOUN" else None
    below = reading.tree.children(word.i, "nmod", "obl")
    return next((c for c in below if c.case in reading.pack.words["of"] and c.pos == "NOUN"), None)


def _subjects(reading: Reading, carrier: Word, figure: Words) -> list[int]:
    """What the subject of a clause stands for, as far as the text tells it; of several each."""
    found: list[int] = []
    for i in reading.syntax.subjects(carrier.i)[0]:
        for part in reading.tree.conjuncts(i):
            index = reading.at(part)
            inside = figure[0] <= part < figure[1]
            if index is not None and not inside and reading.root(index).kind is not MentionKind.PRONOUN:
                found.append(index)
    return list(dict.fromkeys(found))
