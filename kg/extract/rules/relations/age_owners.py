"""Whose age a number of years is: of the noun that it completes, of a subject, or of who stands beside a comma."""

from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.mentions.set_off import CLOSED, MISREAD
from kg.extract.rules.parsing.agreement import feature
from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Word
from kg.extract.rules.relations.ages_at_death import death_before
from kg.extract.rules.relations.reading import Reading
from kg.model import MentionKind

AGING = ("Person", "Group")
SENTENCE_ENDS = frozenset('.?!…"»')
FARTHEST_LEAD = 5  # words: "du haut de ses 92 ans"
LONGEST_FRONT = 8  # words between an age that opens a sentence and the comma behind it
WORDY = ("VERB", "NOUN", "PROPN")


def age_owner(reading: Reading, word: Word) -> int | None:
    """Whose age a number of years is: of the noun that it completes, or of a person beside it, between commas."""
    named = named_beside(reading, word)
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
        index, is_age = called(reading, head.i), head.lower in reading.pack.words["age_words"]
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
    own = own or died or _is_aside(reading, word, verb)
    return aging(reading, verb) if own or word.lower in words["age_words"] else None


def _is_aside(reading: Reading, word: Word, verb: Word) -> bool:
    """ "Jean Roux, qui, à 53 ans, remonte sur le ring": between commas, the age at what is told in the present."""
    words, start = reading.tree.words, word.i - 2
    aside = word.case in reading.pack.words["at_age"] and words[start].i > 0 and words[start - 1].text == ","
    closed = word.i + 1 < len(words) and words[word.i + 1].text == "," and words[start].lower == word.case
    return aside and closed and verb.pos == "VERB" and not reading.context.clauses.is_past(verb)


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
    owned = word.i > 1 and words[word.i - 2].lower in pack.words["possessive_singular_owner"]
    leads = pack.words["at_age"] | pack.words["age_words"] | (pack.words["with_age"] if owned else frozenset())
    for lead in reversed(words[max(0, word.i - FARTHEST_LEAD) : word.i]):
        opens = lead.i == 0 or words[lead.i - 1].sent != word.sent or words[lead.i - 1].text in SENTENCE_ENDS
        if opens and lead.lower in leads:
            return lead
    return None


def named_beside(reading: Reading, word: Word) -> int | None:
    """ "l'un des disparus, Anne Petit, 28 ans, …": the name right before a number of years between commas.

    Whatever a name was taken for, what is told so is somebody, also who is called like a town.
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
    given = root.name.lower() in reading.pack.given_names  # "George, 3 ans, et Charlotte, 1 an": no town
    if root.type in MISREAD and (root.known is None or given):
        root.type, root.known = "Person", None
    return index if root.type == "Person" else None


def _behind(reading: Reading, start: Word, word: Word) -> int | None:
    """Return the subject right behind the comma of words that open a sentence and tell an age."""
    words, items = reading.tree.words, reading.table.items
    goes_on = words[min(word.i + 1, len(words) - 1)].lower in reading.pack.words["coordinators"]
    goes_on |= start.lower in reading.pack.words["age_words"]  # "Âgé de 54 ans et père de X, …"
    reach = LONGEST_FRONT if goes_on else 1  # "À 79 ans et plus de 60 de métier, …"
    front = words[word.i + 1 : word.i + 1 + reach]
    comma = next((w for w in front if w.text == "," and w.sent == word.sent), None)
    if comma is None or any(w.pos in ("VERB", "AUX") for w in words[word.i + 1 : comma.i]):
        return None
    after = [i for i, item in enumerate(items) if comma.i < item.i and item.extents[0][0] == comma.i + 1]
    people = [i for i in after if reading.root(i).type in AGING]
    subject = next((i for i in people if words[items[i].i].rel in SUBJECTS), None)
    named = (i for i in people if items[i].kind is MentionKind.NAME and _agree(reading, items[i], start))
    return subject if subject is not None else next(named, None)  # however the parser hung a name


def called(reading: Reading, noun: int) -> int | None:
    """ "Joris Vandeputte, a 58-year-old night watchman": who is called by a noun, known as somebody's or not."""
    index = reading.at(noun)
    if index is not None and reading.root(index).type in AGING:
        return index
    named = (t.reference for t in reading.titles if t.noun == noun and reading.root(t.reference).type == "Person")
    return next(named, index)


def is_of_a_thing(reading: Reading, word: Word) -> bool:
    """ "l'affaire Morel, vieille de 34 ans": nobody is "vieux de" years."""
    return word.head != ROOT and reading.tree.words[word.head].lemma in reading.pack.words["old_as_things"]
