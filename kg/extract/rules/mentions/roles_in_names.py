"""Offices and titles within a run of capitalised words: "Apple CEO Tim Cook" is two names."""

from collections.abc import Iterator

from kg.extract.rules.mentions.names import Names
from kg.extract.rules.parsing.adpositions import is_of
from kg.extract.rules.parsing.dictionary import dictionary_of
from kg.extract.rules.parsing.tree import PERSON_LABELS, Tree, Word
from kg.lang import LanguagePack
from kg.lang.schema import load_schema

LONGEST_ROLE = 4  # words
CHARGES = 9  # words from an office to the last matter that it deals with


def without_roles(tree: Tree, start: int, end: int, pack: LanguagePack) -> Iterator[tuple[int, int]]:
    """Cut a run at the offices in it: "Apple CEO Tim Cook" is two names, "Prime Minister May" one."""
    people = {first for first, _, label in tree.entities if label in PERSON_LABELS}
    first = i = start
    while i < end:
        size = _role_at(tree, i, end, pack)
        named = i + size in people or end - i - size >= 2 or i == first
        if not size or not named:
            i += 1
            continue
        if first < i and not all(w.lower in pack.words["portfolios"] for w in tree.words[first:i]):
            yield first, i
        first = i = i + size
    if first < end:
        yield first, end


def behind_office_of(tree: Tree, span: tuple[int, int], kind: str, pack: LanguagePack) -> tuple[int, str]:
    """ "Paul Roy, Président de la Ligue": nobody's name opens with a capital office and "de"; its body's does."""
    first, last = span
    head = tree.words[first]
    office = head.pos == "NOUN" and head.lower in pack.words["offices_of_something"]  # but "la Duchesse de Cambridge"
    native = head.lower in pack.words.get("natives", ())  # "Native de Dakar, Anne Roy …"
    told = ((office and kind == "Person") or native) and is_of(pack, tree.words[first + 1])
    held = kind != "Person" and is_office_held(tree, head, pack)
    if not (told or held) or last - first < 3:
        return first, kind
    body = next((w.i for w in tree.words[first + 2 : last] if w.is_title), first)
    return body, kind if body == first or kind != "Person" else "Entity"


def is_office_held(tree: Tree, word: Word, pack: LanguagePack) -> bool:
    """ "le Procureur de Lyon", "la Haute-Commissaire aux réfugiés": an office with a capital, and no body's name."""
    if word.lower not in pack.lists["positions"] or word.i + 1 >= len(tree.words) or "Number=Plur" in word.morph:
        return False
    before, behind = tree.words[word.i - 1] if word.i else word, tree.words[word.i + 1]
    charge = is_of(pack, behind) or pack.adpositions.get(behind.lower, behind.lower) in pack.words["to"]
    return charge and before.lower in pack.words["definite"] | pack.words["indefinite_singular"]


def is_portfolio(tree: Tree, word: Word, names: Names) -> bool:
    """ "ministre des Affaires étrangères", "Shadow home secretary X": a capital of the office, or the sentence."""
    pack = names.pack
    if (
        is_office_held(tree, word, pack)
        or is_charge(tree, word.i, names, of_any=True)
        or " ".join(w.lower for w in tree.words[word.i : word.i + 2]) in pack.lists["positions"]
    ):
        return True
    opens = word.rel in ("name", "amod") and word.i == tree.sents[word.sent][0] and word.head > word.i
    if opens and word.lower in pack.words["portfolios"] and names.entry(word.text) is None:
        return tree.words[word.head].pos == "NOUN" and tree.words[word.head].lemma in pack.lists["positions"]
    common = word.pos == "NOUN" or (word.pos == "PROPN" and word.lower in pack.nouns)
    if not common or word.head < 0:
        return False
    office = tree.words[word.head].lemma
    known = office in pack.lists["positions"] or office in pack.words["ministries"]
    return known and word.case != ""


def is_charge(tree: Tree, i: int, names: Names, *, of_any: bool = False) -> bool:
    """ "ministre de l'Économie et des Finances", "la commission des Lois": what an office or a committee deals with.

    Args:
        of_any: whether any office will do: "le directeur de la Culture", but also "le président de Culture pour tous".
    """
    words, pack = tree.words, names.pack
    if words[i].lower in pack.words["common_wholes"]:
        return False  # "procureur de la République de Vesoul"
    marks, matters = pack.words["portfolio_marks"], pack.words["portfolios"]
    passing = marks | matters | pack.words["of_office"]
    at, marked = i - 1, False
    while at >= max(0, i - CHARGES) and (words[at].lower in passing or _is_small_quality(words[at])):
        marked = marked or words[at].lower in marks
        at -= 1
    if not marked or at < 0 or words[at].sent != words[i].sent or names.entry(words[i].text) is not None:
        return False
    forms = {words[at].lower, words[at].lemma}
    told = words[i].lower in matters
    if forms.isdisjoint(pack.words["ministers"] | pack.words["ministries"] | pack.words["dealing_with"]):
        return of_any and told and not forms.isdisjoint(pack.lists["positions"])
    common = words[i].lower in dictionary_of(pack.model) and words[i].lower not in pack.given_names
    body = load_schema().fits(pack.nouns.get(words[i].lower, "Concept"), ("Organization", "Place", "Person"))
    common = common and not body  # "délégué de l'Association des anciens"
    return told or (common and words[i - 1].lower in marks | pack.words["definite"])


def _is_small_quality(word: Word) -> bool:
    return word.pos == "ADJ" and word.text.islower()


def _role_at(tree: Tree, i: int, end: int, pack: LanguagePack) -> int:
    """Return how many words from i on are an office or a title, 0 if none."""
    lists = pack.lists
    roles = (lists["titles"], lists["positions"], lists["occupations"])
    for size in range(min(LONGEST_ROLE, end - i), 0, -1):
        words = " ".join(w.lower for w in tree.words[i : i + size])
        if any(words in table for table in (roles if size > 1 or i + 1 < end else roles[:1])):
            return size
    return 0


def is_court_of(tree: Tree, first: int, last: int, names: Names) -> bool:
    """ "le procureur de la République de Vesoul": the town is a name, the rest is his office."""
    if last - first < 3 or tree.words[first].lower not in names.pack.words["portfolios"]:
        return False
    town = names.surface(tree, first + 2, last)
    return is_of(names.pack, tree.words[first + 1]) and names.entry(town) is not None


def opens_as_role(tree: Tree, word: Word, pack: LanguagePack) -> bool:
    """ "Actrice et chanteuse, elle …", "Filiale de Valtec, …": the capital is that of the sentence."""
    opens = word.pos == "NOUN" and word.i == tree.sents[word.sent][0]
    told = word.lower in pack.trades
    common = load_schema().is_a(pack.nouns.get(word.lemma, ""), "Organization")
    common = common or word.lemma in pack.words["counterparts"]
    of = (is_of(pack, w) for w in tree.words[word.i + 1 : word.i + 2])
    return opens and (told or (common and any(of)))
