"""Ages: "the 19-year-old student", "l'homme de 74 ans"."""

from collections.abc import Iterator

from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.mentions.set_off import CLOSED, MISREAD
from kg.extract.rules.parsing.age_phrases import LONGEST_LIFE, age_phrases
from kg.extract.rules.parsing.agreement import feature
from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Word
from kg.extract.rules.parsing.values import plain, read_age, read_number
from kg.extract.rules.relations.ages_at_death import death_before
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.model import Datatype, MentionKind, Modality, Polarity, Value

AGING = ("Person", "Group")
SENTENCE_ENDS = frozenset('.?!…"»')
LONGEST_FRONT = 8  # words between an age that opens a sentence and the comma behind it
WORDY = ("VERB", "NOUN", "PROPN")


def find_ages(reading: Reading) -> Iterator[Draft]:
    """ "the 34-year-old student", "a 34-year-old": the age of the person whom such a word qualifies or stands for."""
    for word in reading.tree.words:
        found = read_age(word.lower, reading.pack)
        if found is None:
            continue
        owner = _called(reading, word.head) if word.head != ROOT and word.rel in ("amod", "name", "nummod") else None
        owner = reading.at(word.i) if owner is None else owner
        if owner is not None and reading.root(owner).type == "Person":
            yield Draft(
                subject=owner, predicate="age", object=Value(text=str(found[0]), datatype=Datatype.NUMBER),
                trigger=word.i, verb=word.i, phrase="", rule="age/word", confidence=0.85,
                object_words=(word.i, word.i + 1), background=True,
            )  # fmt: skip


def _called(reading: Reading, noun: int) -> int | None:
    """ "Joris Vandeputte, a 58-year-old night watchman": who is called by a noun, known as somebody's or not."""
    index = reading.at(noun)
    if index is not None and reading.root(index).type in AGING:
        return index
    named = (t.reference for t in reading.titles if t.noun == noun and reading.root(t.reference).type == "Person")
    return next(named, index)


def find_told_ages(reading: Reading) -> Iterator[Draft]:
    """ "l'homme de 74 ans", "Jake, 11 ans", "aged 50", "mort à l'âge de 80 ans"."""
    tree, pack = reading.tree, reading.pack
    apart = {i for phrase in age_phrases(tree, pack) for i in range(phrase.first, phrase.last)}
    for word, number in _told(reading):
        owner = age_owner(reading, word) if word.i not in apart else None
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
    words = reading.tree.words
    above = words[word.head] if word.head != ROOT else word
    if above.lower in reading.pack.words["age_words"]:
        word, above = above, words[above.head] if above.head != ROOT else above
        if reading.tree.child(word.i, "cop") is not None:
            return word
    telling = above.lemma in reading.pack.words["having"] or above.lemma in reading.pack.lists["copulas"]
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
    if _named_beside(reading, word) is not None:
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
    if verb is None or verb.rel != "advcl":
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
    if _is_stretch(reading, word) or tree.words[word.i - 1].text == "-":
        return False  # "a 29-year veteran"
    behind = [w.lower for w in tree.words[word.i + 1 : word.i + 3]]
    if word.case in words["circumstances"] or (len(behind) == 2 and " ".join(behind) in words["spans_of_years"]):
        return False  # "président pendant 20 ans", "18 ans plus tard"
    if _is_bound(reading, word, number):
        return False
    around = (tree.words[number.i + 1 : number.i + 3], tree.words[max(number.i - 2, 0) : number.i][::-1])
    return not any(
        len(pair) == 2 and pair[0].lower in words["range_marks"] and pair[1].text.isdigit() for pair in around
    )


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


def age_owner(reading: Reading, word: Word) -> int | None:
    """Whose age a number of years is: of the noun that it completes, or of a person beside it, between commas."""
    named = _named_beside(reading, word)
    if named is not None:
        return named
    died = death_before(reading, word)
    if died is not None and (dead := aging(reading, died)) is not None:
        return dead
    below = word
    above = list(reading.tree.ancestors(word.i))[:4]
    aged = next((w for w in above[:1] if w.lower in reading.pack.words["age_words"]), None)
    for head in above:
        if head.sent != word.sent:
            break
        index, is_age = _called(reading, head.i), head.lower in reading.pack.words["age_words"]
        if below.rel in ("advcl", "acl") and reading.tree.child(head.i, "cop") is not None:
            subject = aging(reading, head)  # "Âgé de 63 ans, Marc est préfet"
            return subject if subject is not None else _beside(reading, word)
        if index is not None and _may_be_of(reading, index, aged):
            return index
        if not is_age and (head.pos in ("VERB", "AUX") or _is_dead(reading, head)):
            subject = _subject_of_age(reading, below, head)
            return subject if subject is not None else _beside(reading, word)
        if is_age and reading.tree.child(head.i, *SUBJECTS) is not None:
            return aging(reading, head)
        if below.case in reading.pack.words["at_age"] and head.lemma in reading.pack.words["deaths"]:
            return _dead(reading, head, word)
        below = head
    return _beside(reading, word)


def _may_be_of(reading: Reading, index: int, aged: Word | None) -> bool:
    """ "prévient les gendarmes de la disparition de son épouse, âgée de 60 ans": "âgée" agrees with her.

    "Ce fournisseur, âgé de 22 ans": what a firm may be as well is somebody.
    """
    item, top = reading.table.items[index], reading.root(index)
    if aged is not None:
        if not _agree(reading, item, aged):
            return False
        if top.kind is MentionKind.NOMINAL and top.head in reading.pack.words["trades_of_firms"]:
            top.type = "Person" if item.number != "Plur" else "Group"
    return top.type in AGING


def _agree(reading: Reading, item: Reference, aged: Word) -> bool:
    """ "le plus jeune des deux hommes, âgé de 16 ans": one is no two; several may share what is said of them."""
    told = [(feature(aged, "Number"), item.number), (feature(aged, "Gender"), item.gender)]
    if len(reading.tree.conjuncts(item.i)) > 1:
        told = told[:1] if item.number == "Plur" else []
    return not any(one and other and one != other for one, other in told)


def _is_dead(reading: Reading, word: Word) -> bool:
    """ "est mort à 74 ans": the participle taken for an adjective."""
    return word.pos == "ADJ" and word.lemma in reading.pack.words["dying"]


def _dead(reading: Reading, death: Word, word: Word) -> int | None:
    """ "le décès à 81 ans de la romancière": who has died stands behind the years."""
    behind = (*reading.tree.children(word.i, "nmod"), *reading.tree.children(death.i, "nmod"))
    of = (c for c in behind if c.case in reading.pack.words["of"] and c.i > word.i)
    dead = (reading.at(c.i) for c in of)
    return next((i for i in dead if i is not None and reading.root(i).type in AGING), None)


def _subject_of_age(reading: Reading, word: Word, verb: Word) -> int | None:
    """ "est mort à l'âge de 74 ans", "s'est éteint à 91 ans", "avait 13 ans", "is 80 years old": of the subject."""
    words = reading.pack.words
    own = word.rel == "obj" and (verb.lemma in words["having"] or _is_celebrated(reading, word, verb))
    died = word.case in words["at_age"] and verb.lemma in words["dying"]
    return aging(reading, verb) if own or died or word.lower in words["age_words"] else None


def _is_celebrated(reading: Reading, word: Word, verb: Word) -> bool:
    """ "a fêté ses 74 ans": one's own; the parser knows few of the futures of such verbs."""
    owned = any(
        c.lower in reading.pack.words["possessive_singular_owner"] for c in reading.tree.children(word.i, "det", "poss")
    )
    tense = reading.pack.tense
    ahead = tuple(tense["future_stem"] + ending for ending in tense.get("future_endings", ()))
    return owned and verb.lemma in reading.pack.words["celebrating"] and not (ahead and verb.lower.endswith(ahead))


def aging(reading: Reading, predicate: Word) -> int | None:
    """Return the person or group that a predicate is said of."""
    owners = [reading.at(i) for i in reading.syntax.subjects(predicate.i)[0]]
    return next((i for i in owners if i is not None and reading.root(i).type in AGING), None)


def _beside(reading: Reading, word: Word) -> int | None:
    """ "Jake, 11 ans, …", "Âgée de 34 ans, Julie …", "À 71 ans, Alain Roux …": who stands next to it at a comma."""
    words, items = reading.tree.words, reading.table.items
    start = _opening(reading, word)
    if start is not None:
        return _behind(reading, start, word)
    near = [w for w in words[max(0, word.i - 5) : word.i] if w.sent == word.sent]
    comma = next((w for w in reversed(near) if w.text == ","), None)
    if comma is None:
        return None
    if any(w.pos in WORDY and w.lower not in reading.pack.words["age_words"] for w in words[comma.i + 1 : word.i]):
        return None  # "Paul Durand, condamné à 5 ans"
    told = next((w for w in words[comma.i + 1 : word.i] if w.lower in reading.pack.words["age_words"]), None)
    matching = (i for i in range(len(items) - 1, -1, -1) if items[i].core[1] == comma.i)
    people = (i for i in matching if reading.root(i).type in AGING)
    return next((i for i in people if told is None or _agree(reading, items[i], told)), None)


def _opening(reading: Reading, word: Word) -> Word | None:
    """Return the word that opens a sentence and leads to an age in it: "Âgée de 34 ans", "À 71 ans"."""
    words, pack = reading.tree.words, reading.pack
    for lead in reversed(words[max(0, word.i - 4) : word.i]):
        opens = lead.i == 0 or words[lead.i - 1].sent != word.sent or words[lead.i - 1].text in SENTENCE_ENDS
        if opens and (lead.lower in pack.words["at_age"] or lead.lower in pack.words["age_words"]):
            return lead
    return None


def _named_beside(reading: Reading, word: Word) -> int | None:
    """ "l'un des disparus, Anne Petit, 28 ans, …": the name right before a number of years between commas.

    Whatever a name was taken for, what is told so is somebody.
    """
    words, items = reading.tree.words, reading.table.items
    comma = words[word.i - 2] if word.i > 1 else word
    closed = word.i + 1 >= len(words) or words[word.i + 1].text in CLOSED or words[word.i + 1].sent != word.sent
    if comma.text != "," or not closed:
        return None
    index = next((i for i, x in enumerate(items) if x.kind is MentionKind.NAME and x.core[1] == comma.i), None)
    if index is None:
        return None
    root = reading.root(index)
    if root.known is None and root.type in MISREAD:
        root.type = "Person"
    return index if root.type == "Person" else None


def _behind(reading: Reading, start: Word, word: Word) -> int | None:
    """Return the subject right behind the comma of words that open a sentence and tell an age."""
    words, items = reading.tree.words, reading.table.items
    reach = LONGEST_FRONT if start.lower in reading.pack.words["age_words"] else 1  # "Âgé de 54 ans et père de X, …"
    front = words[word.i + 1 : word.i + 1 + reach]
    comma = next((w for w in front if w.text == "," and w.sent == word.sent), None)
    if comma is None or any(w.pos in ("VERB", "AUX") for w in words[word.i + 1 : comma.i]):
        return None
    after = [i for i, item in enumerate(items) if comma.i < item.i and item.extents[0][0] == comma.i + 1]
    return next((i for i in after if reading.root(i).type in AGING and words[items[i].i].rel in SUBJECTS), None)
