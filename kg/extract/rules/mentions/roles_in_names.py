"""Offices and titles within a run of capitalised words: "Apple CEO Tim Cook" is two names."""

from collections.abc import Iterator

from kg.extract.rules.mentions.names import Names
from kg.extract.rules.parsing.adpositions import is_of
from kg.extract.rules.parsing.tree import PERSON_LABELS, Tree, Word
from kg.lang import LanguagePack
from kg.lang.schema import load_schema

LONGEST_ROLE = 4  # words


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
    told = (office and kind == "Person") or native
    if not told or last - first < 3 or not is_of(pack, tree.words[first + 1]):
        return first, kind
    body = next((w.i for w in tree.words[first + 2 : last] if w.is_title), first)
    return body, kind if body == first or kind != "Person" else "Entity"


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
