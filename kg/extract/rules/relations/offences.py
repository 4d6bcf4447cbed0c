"""Offences: what somebody is condemned or held for, one or several in a row: "pour viol, vol armé et recel"."""

from kg.extract.rules.parsing.frames import Frame
from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Word
from kg.extract.rules.relations.reading import Reading
from kg.lang.schema import load_schema

FAR = 25  # words from a verb to its ground: "condamné à deux ans de prison avec sursis et 5 000 euros d'amende pour"
LONGEST = 16  # words of an offence that no quotation marks bound
QUOTE = '"'
ENDS = frozenset({";", ":", "."})


def ground_words(reading: Reading, frame: Frame) -> list[int]:
    """ "condamné à deux ans de prison avec sursis pour fraude": the ground by its place, wherever it hangs."""
    tree = reading.tree
    if reading.pack.adposition == "head":
        return _ground_behind(reading, frame)
    for word in tree.words[frame.i + 1 : min(frame.i + FAR, tree.sents[tree.words[frame.i].sent][1])]:
        if word.text in ENDS or "VerbForm=Fin" in word.morph or _is_another_act(word, frame):
            break
        of = _suspected_of(reading, word)
        if of is None:
            of = _count_of(reading, word)
        if of is not None:
            return [of]
        if word.lower in reading.pack.words["for_having"] and word.head != ROOT:
            above = tree.words[word.head]
            above = tree.words[above.head] if above.pos == "AUX" and above.rel == "aux" else above
            told = above.i > word.i and above.pos in ("NOUN", "VERB") and not _is_shared_out(reading, word.i - 1)
            known = tree.words[word.i - 1].lemma in reading.pack.words["known_for"] and word.i - 1 != frame.i
            return [above.i] if told and not known else []
    return []


def _suspected_of(reading: Reading, word: Word) -> int | None:
    """ "arrêtés sur des soupçons de vol", "interpellé sous l'accusation de vol": of what."""
    words = reading.pack.words
    if word.lemma not in words["suspicions"] or word.case not in words["suspected_on"]:
        return None
    of = (c.i for c in reading.tree.children(word.i, "nmod") if c.case in words["of"] and c.i > word.i)
    return next(of, None)


def _count_of(reading: Reading, word: Word) -> int | None:
    """ "mis en examen des chefs de vol et de recel", "du chef d'escroquerie": of what, and no "du chef de service"."""
    tree, words = reading.tree, reading.pack.words
    if word.lemma not in words["counts"] or tree.words[word.i - 1].lower not in words["definite"]:
        return None
    at = word.i + 2
    if at + 2 < len(tree.words) and tree.words[at].lemma in words["told_charges"]:
        at += 2  # "des chefs d'accusation de vol"
    of = at < len(tree.words) and tree.words[at - 1].lower in words["of"] | words["elided"]
    return at if of and _is_offence(reading, at) else None


def _ground_behind(reading: Reading, frame: Frame) -> list[int]:
    """ "convicted the mayor of Aton in 2023 of the theft": the first act or wrong that one may be held for."""
    words, marks = reading.tree.words, reading.pack.words["charge_marks"]
    for word in words[frame.i + 1 : min(frame.i + FAR, reading.tree.sents[words[frame.i].sent][1])]:
        held = word.case in marks
        if word.text in ENDS or (word.pos == "VERB" and not (held and reading.syntax.is_present_participle(word))):
            break
        if held and (word.pos == "VERB" or _is_wrong(reading, word)):
            return [word.i]
    return []


def charge_words(reading: Reading, frame: Frame) -> list[int]:
    """ "fait l'objet de trois inculpations, dont deux pour fraude et une pour recel", "… d'une accusation de viol"."""
    tree, pack = reading.tree, reading.pack
    marks, found = pack.words["for_having"], list[int]()
    clause = tree.words[frame.i + 1 : tree.sents[tree.words[frame.i].sent][1]]
    noun = next((w for w in clause[:LONGEST] if w.lemma in pack.words["told_charges"]), None)
    for word in clause if noun is not None else ():
        before = tree.words[word.i - 1]
        if noun is None or word.i <= noun.i or word.head == ROOT:
            continue
        if word.pos in ("VERB", "AUX") and "VerbForm=Fin" in word.morph:
            break
        counted = before.lower in pack.patterns["numbers"]["numbers"]
        told = word.lower in marks and (before.i == noun.i or counted)
        if told or (before.i == noun.i and word.lower in pack.words["of"] and not found):
            above = tree.words[word.head]
            found.append(above.head if above.pos == "AUX" and above.rel == "aux" else above.i)
    return [i for i in dict.fromkeys(found) if tree.words[i].pos in ("NOUN", "VERB")]


def deed_words(reading: Reading, frame: Frame) -> list[int]:
    """ "is serving eight years for taking bribes": a ground that is an act, told by its verb."""
    return [i for i in ground_words(reading, frame) if reading.tree.words[i].pos == "VERB"]


def alleged_words(reading: Reading, frame: Frame) -> list[int]:
    """ "arrested on charges that he stole a car", "denies allegations that it lied": the clause with the wrong."""
    tree, pack = reading.tree, reading.pack
    for word in tree.words[frame.i + 1 : min(frame.i + FAR, tree.sents[tree.words[frame.i].sent][1])]:
        if word.rel == "mark" and word.lower in pack.words["that"]:
            told = tree.words[word.i - 1].lemma in pack.words["told_charges"]
            return [word.head] if told and tree.words[word.head].i > word.i else []
    return []


def blamed_words(reading: Reading, frame: Frame) -> list[int]:
    """ "alleged that Aton had copied a patent", "that the vote was rigged by X": who is said to have done it."""
    tree = reading.tree
    clauses = [tree.words[i] for i in frame.args.get("clause", ())] or list(tree.children(frame.i, "acl"))
    told = [c for c in clauses if c.i > frame.i and c.rel in ("ccomp", "acl") and tree.child(c.i, *SUBJECTS)]
    return [c.i for clause in told for c in _doers(reading, clause)]


def _doers(reading: Reading, clause: Word) -> list[Word]:
    role = "agent" if reading.syntax.is_passive(clause) else "subj"
    return list(reading.tree.children(clause.i, role))


def _is_wrong(reading: Reading, word: Word) -> bool:
    """ "the murder of X", "fraud": what no thing, place or person is."""
    index = reading.table.at.get(word.i)
    kind = reading.root(index).type if index is not None else "Entity"
    above = reading.tree.words[word.head] if word.head != ROOT else word
    if word.case in reading.pack.words["of"] and above.pos == "NOUN":
        return False  # "sentenced to 240 hours of community service"
    return word.pos == "NOUN" and any(load_schema().is_a(kind, wrong) for wrong in ("Concept", "Eventuality"))


def grounds_in_row(reading: Reading, word: int) -> list[int]:
    """ "accused of lying and of stealing a car", "with theft, and with fraud": each ground behind its adposition."""
    words, first = reading.tree.words, reading.tree.words[word]
    joined = reading.pack.words["coordinators"]
    marks = [
        w.i
        for w in words[word + 1 : reading.tree.sents[first.sent][1]]
        if w.pos == "ADP" and w.lower == first.case and words[w.i - 1].lower in joined
    ]
    found = (next((w for w in words[i + 1 : i + LONGEST] if w.case == first.case), None) for i in marks)
    return [w.i for w in found if w is not None and w.pos in ("NOUN", "VERB")]


def _is_another_act(word: Word, frame: Frame) -> bool:
    """ "écroués après avoir été condamnés pour vol": the ground is of the nearer; "mis en examen et écroué" are one."""
    return word.pos == "VERB" and (word.head != frame.i or word.rel not in ("xcomp", "conj"))


def _is_shared_out(reading: Reading, i: int) -> bool:
    """ "arrêtés, le premier pour vol, les autres pour recel", "l'une pour viol": not of all."""
    word = reading.tree.words[i]
    bare = word.pos not in ("NOUN", "PROPN") and reading.tree.child(i, "det") is not None
    return word.pos == "PRON" or bare


def offences_in_row(reading: Reading, word: int) -> list[tuple[int, int]]:
    """Where each offence of the row stands that a word opens; none where it stands alone.

    The parser hangs most of them on what completes the one before: "escroquerie en bande organisée et abus de
    confiance". They are told by their nouns, or, where each is quoted, by the marks.
    """
    deed = _is_deed(reading, word)
    starts = [word] if deed or _is_offence(reading, word) or _opens_quotation(reading, word) else []
    gaps: list[int] = []
    for i in range(word + 1, reading.tree.sents[reading.tree.words[word].sent][1]) if starts else ():
        if _ends_row(reading, starts[-1], i):
            break
        following = _next(reading, starts[0], i)
        if following is not None and following > starts[-1]:
            gaps.append(i)
            starts.append(following)
    if not gaps:
        paired = bool(starts) and not deed and _is_within_one(reading, word + 1)
        return [(word, _end_of_last(reading, word + 2))] if paired else []
    ends = [*(_without_marks(reading, start, gap) for start, gap in zip(starts, gaps, strict=False))]
    last = reading.phrase_of(starts[-1])[1] if deed else _end_of_last(reading, starts[-1])
    return list(zip(starts, [*ends, last], strict=True))


def _is_offence(reading: Reading, i: int) -> bool:
    """ "recel", "faux en écriture", "mauvais traitements"."""
    word, offences = reading.tree.words[i], reading.pack.words["offences"]
    return (word.lemma in offences or word.lower in offences) and reading.tree.child(i, "det") is None


def _is_deed(reading: Reading, i: int) -> bool:
    """ "l'assassinat de Luc Roux et le meurtre de …": an offence with its article, done to somebody."""
    word, words = reading.tree.words[i], reading.pack.words
    known = word.lemma in words["offences"] and reading.tree.words[i - 1].lower in words["definite"]
    return known and word.pos == "NOUN"


def _opens_quotation(reading: Reading, i: int) -> bool:
    return i > 0 and reading.tree.words[i - 1].text == QUOTE


def _ends_row(reading: Reading, start: int, i: int) -> bool:
    """Whether a row is over before a word: something else follows a quotation, or a clause begins."""
    word = reading.tree.words[i]
    if _opens_quotation(reading, start):
        return i > _closing(reading, start) and not _leads_on(reading, i)
    return i - start > LONGEST or word.text in ENDS or "VerbForm=Fin" in word.morph


def _closing(reading: Reading, start: int) -> int:
    """Where the quotation ends that opens before a word."""
    words = reading.tree.words[start : start + 3 * LONGEST]
    return next((w.i for w in words if w.text == QUOTE), start)


def _next(reading: Reading, first: int, i: int) -> int | None:
    """The offence that a comma or "et" leads to: "et de recel", ", notamment vol", '", "recel"'."""
    words, last = reading.tree.words, len(reading.tree.words)
    if not _leads_on(reading, i) or _is_within_one(reading, i):
        return None
    j, marks = i + 1, reading.pack.adpositions  # "d'agression" behind "de viol"
    while j < last and (
        _leads_on(reading, j) or words[j].pos == "ADV" or marks.get(words[j].lower, words[j].lower) == words[first].case
    ):
        j += 1
    quoted = j < last and words[j].text == QUOTE
    j = j + 1 if quoted else j
    if j >= last or words[j].sent != words[first].sent:
        return None
    if quoted and _opens_quotation(reading, first):
        return j
    if j + 1 < last and _is_deed(reading, first) and _is_deed(reading, j + 1):
        return j + 1
    noun = j + 1 if words[j].pos == "ADJ" and j + 1 < last and not _is_offence(reading, j) else j
    return j if _is_offence(reading, noun) else None


def _is_within_one(reading: Reading, i: int) -> bool:
    """ "coups et blessures": the nouns around "et" are one offence."""
    around = " ".join(w.lower for w in reading.tree.words[i - 1 : i + 2])
    return around in reading.pack.words["paired_offences"]


def _leads_on(reading: Reading, i: int) -> bool:
    word = reading.tree.words[i]
    return word.text == "," or word.lower in reading.pack.words["coordinators"]


def _without_marks(reading: Reading, start: int, end: int) -> int:
    while end > start + 1 and reading.tree.words[end - 1].text in (QUOTE, ","):
        end -= 1
    return end


def _end_of_last(reading: Reading, start: int) -> int:
    """The last offence ends with its quotation, or with the phrase of its noun and the bare words that narrow it."""
    if _opens_quotation(reading, start):
        return _closing(reading, start)
    words, of = reading.tree.words, reading.pack.words["of"] | reading.pack.words["people_in"]
    noun = start if _is_offence(reading, start) else start + 1
    end, last = max(reading.phrase_of(noun)[1], noun + 1), reading.tree.sents[words[noun].sent][1]
    while end < last:
        if words[end].pos == "ADJ" or "VerbForm=Part" in words[end].morph:
            end += 1
        elif words[end].lower in of and end + 1 < last and words[end + 1].pos == "NOUN":
            end += 2
        else:
            break
    return end
