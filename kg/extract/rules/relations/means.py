"""What somebody does something with: "a réagi sur Twitter", "filmé à l'aide d'un drone", "en fuite à bord d'un bus"."""

from collections.abc import Iterator

from kg.extract.rules.parsing.tree import ROOT, Word
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.lang.schema import load_schema
from kg.model import MentionKind

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
