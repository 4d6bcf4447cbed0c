"""Ages: "the 19-year-old student", "l'homme de 74 ans"."""

from collections.abc import Iterator

from kg.extract.rules.parsing.age_phrases import LONGEST_LIFE, age_phrases
from kg.extract.rules.parsing.agreement import feature
from kg.extract.rules.parsing.tree import ROOT, Word
from kg.extract.rules.parsing.values import plain, read_age, read_number
from kg.extract.rules.relations.age_owners import AGING, age_owner, called, is_of_a_thing, named_beside
from kg.extract.rules.relations.ages_at_death import death_before
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.model import Datatype, Modality, Polarity, Value


def find_ages(reading: Reading) -> Iterator[Draft]:
    """ "the 34-year-old student", "a 34-year-old": the age of the person whom such a word qualifies or stands for."""
    for word in reading.tree.words:
        found = read_age(word.lower, reading.pack)
        if found is None:
            continue
        owner = called(reading, word.head) if word.head != ROOT and word.rel in ("amod", "name", "nummod") else None
        owner = reading.at(word.i) if owner is None else owner
        if owner is not None and reading.root(owner).type == "Person":
            yield Draft(
                subject=owner, predicate="age", object=Value(text=str(found[0]), datatype=Datatype.NUMBER),
                trigger=word.i, verb=word.i, phrase="", rule="age/word", confidence=0.85,
                object_words=(word.i, word.i + 1), background=True,
            )  # fmt: skip


def find_told_ages(reading: Reading) -> Iterator[Draft]:
    """ "l'homme de 74 ans", "Jake, 11 ans", "aged 50", "mort à l'âge de 80 ans"."""
    found = list(_told_ages(reading))
    for draft in found:
        draft.past = draft.past or _was_younger(reading, draft, found)
    yield from found


def _was_younger(reading: Reading, draft: Draft, found: list[Draft]) -> bool:
    """ "À 13 ans, elle gagne son premier tournoi": whose age is told as another, too, was of the lower one once."""
    word, roots, mine = reading.tree.words[draft.trigger], reading.table, _years(draft)
    if word.case not in reading.pack.words["at_age"]:
        return False
    theirs = [_years(x) for x in found if roots.root(x.subject) == roots.root(draft.subject)]
    return max(theirs) > mine + 1


def _years(draft: Draft) -> float:
    return float(draft.object.text) if isinstance(draft.object, Value) else 0.0


def _told_ages(reading: Reading) -> Iterator[Draft]:
    """Yield the ages that words for years tell."""
    tree, pack = reading.tree, reading.pack
    apart = {i for phrase in age_phrases(tree, pack) for i in range(phrase.first, phrase.last)}
    for word, number in _told(reading):
        told = word.i not in apart and not is_of_a_thing(reading, word)
        owner = age_owner(reading, word) if told else None
        value = read_number(number.text, pack) if owner is not None else None
        if owner is None or value is None or not 0 < value.value < LONGEST_LIFE:
            continue
        literal = Value(text=plain(value.value), datatype=Datatype.NUMBER)
        for whose in _each_of(reading, word, owner):
            yield aged(reading, whose, literal, word, (number.i, max(word.i, number.i) + 1))


def aged(reading: Reading, whose: int, age: Value, word: Word, words: tuple[int, int]) -> Draft:
    """Return the draft of an age, which may be of a time past or to come.

    Args:
        word: that says that it is one.
        words: in which it stands.
    """
    draft = said_by_form(whose, "age", age, word.i, "age", 0.85)
    draft.object_words = words
    draft.past = _was_then(reading, word) or _was_ones_own(reading, word, whose) or _was_when(reading, word)
    if _is_ahead(reading, word):
        draft.background, draft.modality = False, Modality.PLANNED.value
    return as_predicated(reading, draft, word)


def as_predicated(reading: Reading, draft: Draft, word: Word) -> Draft:
    """ "aurait 22 ans", "may be 22", "serait âgé de 22 ans": an age is as real as the verb that tells it."""
    verb = _verb_of(reading, word)
    reality = reading.context.judge(verb.i, verb.i) if verb is not None else None
    if verb is not None and reality is not None:
        real = reality.polarity is Polarity.POSITIVE and reality.modality is Modality.ACTUAL
        draft.verb, draft.background = (draft.verb, draft.background) if real else (verb.i, False)
    return draft


def _verb_of(reading: Reading, word: Word) -> Word | None:
    """The verb of which an age is the object or the predicate, "âgé" and "old" between them or not."""
    words, pack = reading.tree.words, reading.pack
    above = words[word.head] if word.head != ROOT else word
    if above.lower in pack.words["age_words"]:
        word, above = above, words[above.head] if above.head != ROOT else above
        if reading.tree.child(word.i, "cop") is not None:
            return word
    telling = above.lemma in pack.words["having"] | pack.words["celebrating"] or above.lemma in pack.lists["copulas"]
    return above if telling and word.rel in ("obj", "attr", "xcomp") and above is not word else None


def _each_of(reading: Reading, word: Word, owner: int) -> list[int]:
    """ "Anne Blin et Luc Roux avaient tous deux 97 ans", "…, âgés de 97 ans": one age of all of a row."""
    above = reading.tree.words[word.head] if word.head != ROOT else word
    row = reading.tree.conjuncts(reading.table.items[owner].i)
    if len(row) == 1 or feature(above, "Number") != "Plur":
        return [owner]
    people = [i for part in row if (i := reading.at(part)) is not None and reading.root(i).type in AGING]
    return people if len(people) == len(row) else [owner]


def _told(reading: Reading) -> Iterator[tuple[Word, Word]]:
    """Yield the word that makes a number an age, or the number itself behind "aged", and the number."""
    tree, pack = reading.tree, reading.pack
    for word in tree.words:
        if word.lemma in pack.words["age_units"] or word.lower in pack.words["age_units"]:
            counts = [
                c
                for c in tree.children(word.i, "nummod", "quantmod", "det", "amod")
                if c.rel != "amod" or c.pos == "NUM"
            ]
            number = next(
                (c for c in counts if any(ch.isdigit() for ch in c.text) or _is_spelt(reading, word, c)), None
            )
            if number is not None and _is_age(reading, word, number):
                yield word, number
        elif word.lower in pack.words["age_words"]:
            after = [w for w in tree.words[word.i + 1 : word.i + 3] if w.lower not in pack.words["of"]][:1]
            told = after and after[0].text.isdigit() and after[0].rel not in ("nummod", "quantmod")
            if told and not _is_bound(reading, after[0], after[0]):
                yield after[0], after[0]


def _is_spelt(reading: Reading, word: Word, number: Word) -> bool:
    """ "un enfant de cinq ans", "âgé de douze ans": in words a number is an age where it completes a noun or "aged"."""
    if named_beside(reading, word) is not None:
        return True
    head = reading.tree.words[word.head] if word.head != ROOT else word
    told = reading.pack.patterns["numbers"]["numbers"].get(number.lower, 0)
    if told == 1:  # mostly a time
        return reading.pack.nouns.get(head.lemma) == "Person" and word.case in reading.pack.words["of"]
    return told > 1 and word.case in reading.pack.words["of"] and head.pos not in ("VERB", "AUX")


def _was_then(reading: Reading, word: Word) -> bool:
    """Whether an age is of a time that the text tells of: "alors âgé de 25 ans", "l'a acheté à l'âge de 30 ans"."""
    tree, words = reading.tree, reading.pack.words
    first = tree.sents[word.sent][0]
    if any(w.lower in words["at_that_time"] for w in tree.words[max(first, word.i - 4) : word.i]):
        return True
    age = tree.words[word.head] if word.head != ROOT else word
    if age.case not in words["at_age"] or age.head == ROOT or age.lower not in words["age_words"]:
        return False
    return tree.words[age.head].pos == "VERB" and tree.words[age.head].lemma not in words["dying"]


def _was_when(reading: Reading, word: Word) -> bool:
    """ "quand il avait 16 ans", "when he was 16": the age of a time that is told."""
    verb = _verb_of(reading, word)
    if verb is None or verb.rel not in ("advcl", "ccomp"):
        return False
    opens = any(c.lower in reading.pack.words["whenever"] for c in reading.tree.children(verb.i, "mark", "advmod"))
    return opens and ("Tense=Imp" in verb.morph or "Tense=Past" in verb.morph)


def _was_ones_own(reading: Reading, word: Word, owner: int) -> bool:
    """ "J'avais 25 ans": who says so is older."""
    verb = reading.tree.words[word.head] if word.rel == "obj" else word
    return reading.table.items[owner].determiner == "first" and "Tense=Imp" in verb.morph


def _is_ahead(reading: Reading, word: Word) -> bool:
    """Whether somebody is only going to be of an age: "bientôt 70 ans", "qui va avoir 63 ans"."""
    tree = reading.tree
    first = tree.sents[word.sent][0]
    if any(w.lower in reading.pack.words["soon"] for w in tree.words[max(first, word.i - 3) : word.i]):
        return True
    near = (w for w in tree.words[max(first, word.i - 2) : word.i] if w.lemma in reading.pack.words["having"])
    verb = tree.words[word.head] if word.rel == "obj" else next(near, None)
    if verb is None or verb.pos not in ("VERB", "AUX"):
        return False
    return reading.context.judge(verb.i, verb.i).modality is Modality.PLANNED


def _is_age(reading: Reading, word: Word, number: Word) -> bool:
    """ "5 ans de prison" is a time, "de 18 à 25 ans" a range: neither is how old somebody is."""
    tree, words = reading.tree, reading.pack.words
    below = (c for c in tree.children(word.i, "nmod", "obl") if c.i > word.i and c.case in words["of"])
    if not _is_somebodys(reading, word) and any(tree.subtree(c.i)[0] == word.i + 1 for c in below):
        return False
    if reading.pack.adposition == "head" and word.case in words["of"]:
        return False  # "his wife of 30 years"
    if _is_stretch(reading, word) or tree.words[word.i - 1].text == "-":
        return False  # "a 29-year veteran"
    behind = [w.lower for w in tree.words[word.i + 1 : word.i + 3]]
    if word.case in words["circumstances"] or (len(behind) == 2 and " ".join(behind) in words["spans_of_years"]):
        return False  # "président pendant 20 ans", "18 ans plus tard"
    if not word.case and behind[:1] and behind[0] in words["circumstances"]:
        return False  # "25 ans après Paul Roy, le club gagne"; no "mort à 91 ans après un accident"
    if _is_bound(reading, word, number):
        return False
    around = (tree.words[number.i + 1 : number.i + 3], tree.words[max(number.i - 2, 0) : number.i][::-1])
    ranges = (pair for pair in around if len(pair) == 2 and pair[0].lower in words["range_marks"])
    return not any(pair[1].text.isdigit() and not pair[1].is_year for pair in ranges)  # but "mort en 2014 à 91 ans"


def _is_somebodys(reading: Reading, word: Word) -> bool:
    """ "le joueur de 22 ans du club", "la mort à 39 ans du chanteur": what follows the years does not complete them."""
    words = reading.pack.words
    above = reading.tree.words[word.head] if word.rel == "nmod" and word.head != ROOT else word
    dead = word.case in words["at_age"] and (above.lemma in words["deaths"] or death_before(reading, word) is not None)
    return dead or (word.case in words["of"] and reading.pack.nouns.get(above.lemma) == "Person")


def _is_stretch(reading: Reading, word: Word) -> bool:
    """ "en 50 ans", "il y a 25 ans", "dès l'âge de 12 ans", "l'âge légal de 62 ans": a time or a limit."""
    tree, words = reading.tree, reading.pack.words
    age = tree.words[word.head] if word.head != ROOT else word
    if age.lower in words["age_words"] and age.pos == "NOUN":
        limited = tree.child(age.i, "amod", "name") is not None
        return limited or bool(age.case and age.case not in words["at_age"] | words["of"])
    owned = any(c.lower in words["possessive_singular_owner"] for c in tree.children(word.i, "det", "poss"))
    if word.case and word.case not in words["at_age"] | words["of"]:
        return not owned
    first = max(tree.sents[word.sent][0], word.i - 6)
    return any(w.lower in words["ago_marks"] and w.head == word.head for w in tree.words[first : word.i])


def _is_bound(reading: Reading, word: Word, number: Word) -> bool:
    """ "moins de 14 ans", "18 ans et plus", "de 32 ans à 46 ans": the bound of a range is nobody's age."""
    words, tree = reading.pack.words, reading.tree.words
    before = [w.lower for w in tree[max(number.i - 2, 0) : number.i]]
    if len(before) == 2 and before[0] in words["bounds"] and before[1] in words["of"]:
        return True
    last = max(word.i, number.i)
    after = [w.lower for w in tree[last + 1 : last + 3]]
    if len(after) == 2 and after[1] in words["bounds"]:
        return True
    ranged = len(after) == 2 and after[0] in words["range_marks"] and after[1].isdigit()
    unit = number.i > 1 and tree[number.i - 2].lemma in words["age_units"]
    return ranged or (unit and tree[number.i - 1].lower in words["range_marks"])
