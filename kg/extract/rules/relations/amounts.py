"""Where the amount stands that a noun like "profit" or an adjective like "worth" announces."""

from collections.abc import Iterator

from kg.extract.rules.parsing.frames import Frame
from kg.extract.rules.parsing.tree import ROOT, Tree, Word
from kg.lang import LanguagePack


def amount_words(tree: Tree, pack: LanguagePack, frame: Frame, *, own: bool = False) -> list[int]:
    """Return head words that may carry the amount of a frame, the likeliest first.

    "a profit of $3bn", "the profit was $3bn", "profits rose 5% to $3bn", "a $3bn profit", "worth $3bn".

    Args:
        own: only what stands in the noun's own phrase.
    """
    word, reached = tree.words[frame.i], _reached(pack)
    clause = [] if own else _of_clause(tree, pack, word, reached)
    return list(dict.fromkeys([*clause, *_own(tree, word, reached), *_before(tree, word)]))


def _reached(pack: LanguagePack) -> list[str]:
    """ "rose to $3bn", "s'élève à 3 millions": before an amount, the likeliest first; "rose by" is a change."""
    return [case for name in ("to", "valued_at", "of") for case in sorted(pack.words[name])]


def _which_acts(tree: Tree, pack: LanguagePack, verb: Word) -> bool:
    """Whether a relative pronoun is the subject of a clause."""
    return any(c.lower in pack.words["relative_subject"] for c in tree.children(verb.i, "subj", "subj:pass"))


def _of_clause(tree: Tree, pack: LanguagePack, word: Word, reached: list[str]) -> Iterator[int]:
    """Read the amount off the verb or copula whose subject the noun is, also through "which": "sales, which were $3bn".

    In "fell by a third to £90m" the parser hangs the sum on the change.
    """
    top = tree.words[tree.first_conjunct(word.i)]
    part = tree.words[word.head] if word.head != ROOT and word.case in pack.words["of"] else word
    whole = part if part.text == "%" or part.lemma in pack.words["shares"] else word  # "9% of its sales, which rose"
    verbs = [c for i in {word.i, whole.i} for c in tree.children(i, "relcl") if _which_acts(tree, pack, c)]
    if top.rel in ("subj", "subj:pass") and top.head != ROOT:
        verbs.append(tree.words[top.head])
    if top.rel == "obj" and top.head != ROOT:  # "a vu ses ventes grimper à 3 milliards"
        verbs += [c for c in tree.children(top.head, "xcomp") if c.i > top.i and tree.child(c.i, "mark") is None]
    for verb in verbs:
        if tree.child(verb.i, "cop") is not None:
            yield verb.i
        below = [c for c in tree.children(verb.i) if c.i > word.i]
        for case in reached:
            yield from (c.i for c in below if c.rel in ("obl", "iobj", "xcomp") and c.case == case)
        changed = [c for c in below if c.rel == "obl"]
        yield from (c.i for c in changed if any(x.lower in reached for x in tree.children(c.i, "quantmod")))
        yield from (c.i for c in below if c.rel in ("attr", "obj", "npadvmod") and c.pos != "VERB")


def level_words(tree: Tree, pack: LanguagePack, frame: Frame) -> list[int]:
    """ "shares closed at 93p", "rose 12 cents to $47": where something stands, and no change of it."""
    word = tree.words[tree.first_conjunct(frame.i)]
    if word.rel not in ("subj", "subj:pass") or word.head == ROOT:
        return []
    levels = pack.words["to"] | pack.words["valued_at"]
    return [c.i for c in tree.children(word.head, "obl", "iobj") if c.case in levels and c.i > word.head]


def earlier_words(tree: Tree, pack: LanguagePack, frame: Frame) -> list[int]:
    """ "fell to $21m from $60m a year earlier": what a sum was before it got where it is."""
    levels = level_words(tree, pack, frame)
    above = {tree.words[i].head for i in levels}
    below = [c for i in (*levels, *sorted(above)) for c in tree.children(i, "obl", "nmod")]
    return [c.i for c in below if c.case in pack.words["coming_from"] and levels and c.i > levels[0]]


def _own(tree: Tree, word: Word, reached: list[str]) -> Iterator[int]:
    for child in tree.children(word.i):
        below = child.rel in ("nmod", "obl", "appos", "npadvmod", "nummod", "obj")
        if child.i > word.i and below and child.case in ("", *reached):
            yield child.i


def _before(tree: Tree, word: Word) -> Iterator[int]:
    """ "a $3bn profit": the amount qualifies the noun from the left."""
    for child in tree.children(word.i, "name", "nummod", "amod", "nmod", "npadvmod"):
        counted = child.i < word.i and (child, *tree.children(child.i, "name", "nummod", "quantmod"))
        if counted and any(ch.isdigit() for part in counted for ch in part.text):
            yield child.i  # "a $3bn profit", "a $3 million profit"


def figure_words(tree: Tree, pack: LanguagePack, frame: Frame) -> list[int]:
    """ "s'est vendu aux enchères 615 000 dollars", "à partir de 43 500 €": the amount behind a word, by its place.

    Sums are what the parser hangs most often on the wrong word; between a word and its sum stand only words that lead
    up to one.
    """
    links, last = pack.words["figure_links"], tree.sents[tree.words[frame.i].sent][1]
    i = frame.i + 1
    while i < last and (tree.words[i].lower in links or tree.words[i].lemma in links):
        i += 1
    if i >= last or not is_figure(pack, tree.words[i]):
        return []
    end = i
    while end < last and (is_figure(pack, tree.words[end]) or tree.words[end].lemma in pack.words["of"]):
        end += 1
    top = i
    while i <= tree.words[top].head < end:
        top = tree.words[top].head
    return [top]


def counted_words(tree: Tree, pack: LanguagePack, frame: Frame) -> list[int]:
    """ "les 3 200 salariés de X": how many there are; "deux salariés de X" are some, "les salariés" not counted."""
    i = frame.i - 1
    while i > 0 and is_figure(pack, tree.words[i]) and tree.words[i].sent == tree.words[frame.i].sent:
        i -= 1
    if i == frame.i - 1 or not tree.words[i + 1].text[:1].isdigit():
        return []
    links = pack.words["figure_links"] - pack.words["definite"]
    while i > 0 and tree.words[i].lower in links:
        i -= 1
    whole = tree.words[i].lower in pack.words["definite"] or "Poss=Yes" in tree.words[i].morph
    return [frame.i] if whole else []


def is_figure(pack: LanguagePack, word: Word) -> bool:
    """Whether a word is a number, in digits or spelt, a multiplier or a currency."""
    table, said = pack.patterns["numbers"], word.lower.rstrip(".")
    if word.text[:1].isdigit() or word.text in table["symbols"]:
        return True
    return any(said in table[name] for name in ("numbers", "multipliers", "currencies"))
