"""What somebody does something with: "a réagi sur Twitter", "filmé à l'aide d'un drone", "en fuite à bord d'un bus"."""

from collections.abc import Iterator

from kg.extract.rules.parsing.tree import ROOT, Word
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.lang.schema import load_schema
from kg.model import MentionKind

BEHIND = ("nmod", "appos", "relcl")  # as which a seat hangs on whoever sits there
UNDER = ("nmod", "obl")  # as which a means hangs on a verb, or on what the parser took it for a part of


def find_means(reading: Reading) -> Iterator[Draft]:
    """ "Le maire a réagi sur Twitter": who acts uses it."""
    for index in range(len(reading.table.items)):
        verb = verb_of_means(reading, index)
        if verb is None:
            continue
        for user in users(reading, verb):
            if reading.root(user) is not reading.root(index):
                draft = said_by_form(user, "usesProduct", index, verb.i, "means", 0.65)
                draft.background = False
                yield draft


def verb_of_means(reading: Reading, index: int) -> Word | None:
    """Return the verb of what is done by means of a product or on a platform; None if a reference is no means."""
    tree, words = reading.tree, reading.pack.words
    item = reading.table.items[index]
    word = tree.words[item.i]
    platform = item.kind is MentionKind.NAME and word.text in words["platforms"]
    word = tree.words[tree.first_conjunct(word.i)] if platform else word  # "sur Facebook et Twitter"
    holder = tree.words[word.head] if word.head != ROOT else word
    tool = word.case in words["of"] and holder.lemma in words["tool_nouns"]  # "à l'aide d'un échantillon"
    if not (platform or load_schema().fits(reading.root(index).type, ("Product", "Concept") if tool else ("Product",))):
        return None
    cases = words["means"]
    if platform and not word.case and holder.lemma in words["accounts"]:
        word = holder  # "sur son compte Twitter"
    elif word.case in words["of"] and holder.lemma in words["means_nouns"]:
        word, cases = holder, words["to"]  # "au volant d'une berline"
    if platform or _is_network(reading, word):
        cases = words["means"] | words["posted_on"]
    if word.case not in cases or word.rel not in UNDER:
        return None
    return next((w for w in tree.ancestors(word.i) if w.pos in ("VERB", "AUX")), None)


def find_drivers(reading: Reading) -> Iterator[Draft]:
    """ "Luc Roy, au volant d'une 208, a fui", "a été arrêté au volant d'une 208": who sits there uses it."""
    tree, words = reading.tree, reading.pack.words
    for index in range(len(reading.table.items)):
        word = tree.words[reading.table.items[index].i]
        if word.head == ROOT or word.case not in words["of"]:
            continue
        seat = tree.words[word.head]
        driven = seat.lemma in words["means_nouns"] - words["tool_nouns"] and seat.case in words["to"]
        if not driven or seat.head == ROOT or not load_schema().fits(reading.root(index).type, ("Product",)):
            continue
        for user in _seated(reading, seat):
            if reading.root(user) is not reading.root(index):
                at = seat.head if seat.rel in UNDER and tree.words[seat.head].pos == "VERB" else seat.i
                draft = said_by_form(user, "usesProduct", index, at, "means/seat", 0.65)
                draft.background = False
                yield draft


def _seated(reading: Reading, seat: Word) -> list[int]:
    """Whom a phrase for a seat stands behind, or who undergoes what is done there."""
    above = reading.tree.words[seat.head]
    if above.pos == "VERB" and seat.rel in UNDER:
        return [i for i in _people(reading, reading.syntax.subjects(above.i)[0]) if reading.syntax.is_passive(above)]
    return _people(reading, [above.i]) if above.pos in ("NOUN", "PROPN") and seat.rel in BEHIND else []


def _people(reading: Reading, heads: list[int]) -> list[int]:
    found = (reading.at(i) for i in heads)
    return [i for i in found if i is not None and load_schema().fits(reading.root(i).type, ("Person", "Group"))]


def find_accounts(reading: Reading) -> Iterator[Draft]:
    """ "la page Facebook de l'association", "son compte Twitter": whose it is uses the platform, whatever is done."""
    tree, words = reading.tree, reading.pack.words
    for index, item in enumerate(reading.table.items):
        word = tree.words[tree.first_conjunct(item.i)]
        holder = tree.words[word.head] if word.head != ROOT and not word.case else word
        if item.kind is not MentionKind.NAME or tree.words[item.i].text not in words["platforms"]:
            continue
        if holder is word or holder.lemma not in words["own_accounts"]:
            continue
        for owner in _owners(reading, holder):
            if reading.root(owner) is not reading.root(index):
                sure = 0.5 if reading.table.items[owner].determiner == "possessor" else 0.7
                yield said_by_form(owner, "usesProduct", index, holder.i, "means/account", sure)


def _owners(reading: Reading, account: Word) -> list[int]:
    """Whose an account is said to be: by a possessive, else by a complement."""
    tree, of = reading.tree, reading.pack.words["of"]
    items = reading.table.items
    mine = [i for i, x in enumerate(items) if x.determiner == "possessor" and tree.words[x.i].head == account.i]
    named = [reading.at(c.i) for c in tree.children(account.i, "nmod") if c.case in of]
    verb = next((w for w in tree.ancestors(account.i) if w.pos in ("VERB", "AUX")), None)
    acting = {reading.table.root(i) for i in users(reading, verb)} if verb is not None else set()
    mine = [i for i in mine if not acting or reading.table.root(i) in acting]  # who acts tells whose it is
    found = mine or [i for i in named if i is not None]
    return [i for i in found if load_schema().fits(reading.root(i).type, ("Agent",))]


def users(reading: Reading, verb: Word) -> list[int]:
    """Return who acts, by the verb: its agent in the passive, else its subject."""
    tree, syntax = reading.tree, reading.syntax
    passive = syntax.is_passive(verb)
    heads = [c.i for c in tree.children(verb.i, "agent")] if passive else syntax.subjects(verb.i)[0]
    found = [reading.at(part) for head in heads for part in tree.conjuncts(head)]
    return [i for i in found if i is not None and load_schema().fits(reading.root(i).type, ("Agent",))]


def _is_network(reading: Reading, word: Word) -> bool:
    """ "les réseaux sociaux"."""
    named = (f"{word.lemma} {c.lemma}" for c in reading.tree.children(word.i, "amod"))
    return any(name in reading.pack.words["networks"] for name in named)
