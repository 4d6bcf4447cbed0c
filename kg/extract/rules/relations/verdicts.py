"""What somebody calls a thing in words of his own: "called it "a fairy tale"" is blame, unless the words praise."""

from collections.abc import Iterator

from kg.extract.rules.parsing.tree import Word
from kg.extract.rules.relations.reading import Draft, Reading
from kg.lang.schema import load_schema

FAR = 16  # words from the verb to the quotation, and in it
SURE = 0.65
PREDICATES = ("xcomp", "ccomp", "attr", "appos")  # as which the verb rules what a thing is called


def find_quoted_verdicts(reading: Reading) -> Iterator[Draft]:
    """ "The union called the offer "a fig leaf"", "described it as "madness"": who blames what.

    Of a person one says as much in praise.
    """
    judging = reading.pack.words["judging"]
    for verb in reading.tree.words if judging else ():
        if verb.lemma not in judging or verb.pos != "VERB" or _is_quoted(reading, verb):
            continue
        quotation = _quotation_behind(reading, verb)
        if quotation is None or _praises(reading, *quotation):
            continue
        judged = _judged(reading, verb, quotation[0])
        if judged is None or reading.root(judged).type == "Person":
            continue
        for judge in [i for word in _judges(reading, verb) if (i := reading.at(word)) is not None]:
            able = load_schema().fits(reading.root(judge).type, ("Agent", "Country"))
            if able and reading.table.root(judge) != reading.table.root(judged):
                yield Draft(
                    subject=judge, predicate="criticized", object=judged, trigger=verb.i, verb=verb.i,
                    phrase=verb.lemma, rule="speech/quoted-verdict", confidence=SURE,
                )  # fmt: skip


def blames_nothing(reading: Reading, draft: Draft) -> bool:
    """ "called the ruling a victory" is praise, "called an election" no verdict at all."""
    verb = reading.tree.words[draft.trigger]
    if draft.predicate != "criticized" or verb.lemma not in reading.pack.words["judging"]:
        return False
    quotation = _quotation_behind(reading, verb)
    if quotation is not None:
        return _praises(reading, *quotation)
    behind = reading.tree.words[verb.i + 1 : reading.tree.sents[verb.sent][1]]
    end = next((w.i for w in behind if w.pos == "PUNCT"), verb.i + 1 + len(behind))
    told = reading.tree.child(verb.i, *PREDICATES) is not None or any(
        w.lower in reading.pack.words["judged_as"] for w in behind
    )
    return not told or _praises(reading, verb.i + 1, end)


def _is_quoted(reading: Reading, verb: Word) -> bool:
    region = reading.attribution.region(verb.i)
    return region is not None and region.direct


def _quotation_behind(reading: Reading, verb: Word) -> tuple[int, int] | None:
    """Where the first quotation behind a verb opens and closes, if it does so before long."""
    words = reading.tree.words
    marks = [w.i for w in words[verb.i + 1 : verb.i + 2 * FAR] if w.text == '"']
    if len(marks) < 2 or marks[0] - verb.i > FAR or marks[1] - marks[0] > FAR or words[marks[0]].sent != verb.sent:
        return None
    return marks[0], marks[1]


def _praises(reading: Reading, first: int, last: int) -> bool:
    praise = reading.pack.words["praise"]
    return any(w.lemma in praise or w.lower in praise for w in reading.tree.words[first:last])


def _judges(reading: Reading, verb: Word) -> list[int]:
    tree = reading.tree
    if reading.syntax.is_passive(verb):
        return [part for c in tree.children(verb.i, "agent") for part in tree.conjuncts(c.i)]
    return [part for i in reading.syntax.subjects(verb.i)[0] for part in tree.conjuncts(i)]


def _judged(reading: Reading, verb: Word, mark: int) -> int | None:
    """What stands between the verb and the words of the verdict, and nothing else does; in the passive, the subject."""
    tree, words = reading.tree, reading.pack.words
    if reading.syntax.is_passive(verb):
        return next((i for s in reading.syntax.subjects(verb.i)[0] if (i := reading.at(s)) is not None), None)
    end = mark - 1 if tree.words[mark - 1].rel == "det" else mark
    end = end - 1 if tree.words[end - 1].lower in words["judged_as"] else end
    ending = (
        i
        for i, item in enumerate(reading.table.items)
        if item.i > verb.i and any(last == end for _, last in item.extents) and _opens(reading, verb, item.core[0])
    )
    return next(ending, None)


def _opens(reading: Reading, verb: Word, first: int) -> bool:
    return first == verb.i + 1 or (first == verb.i + 2 and reading.tree.words[verb.i + 1].rel in ("det", "poss"))
