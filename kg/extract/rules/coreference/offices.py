"""Who holds an office that the article calls otherwise elsewhere: "le chef du gouvernement" is the Premier ministre."""

from collections.abc import Iterator
from functools import lru_cache

from kg.extract.rules.coreference.voices import is_voice
from kg.extract.rules.mentions.modifiers import differ_in_sex
from kg.extract.rules.mentions.references import Reference, References
from kg.extract.rules.parsing.tree import SUBJECTS, Tree
from kg.lang import LanguagePack
from kg.lang.schema import load_schema
from kg.model import MentionKind

BODIES = ("Organization",)  # that somebody may preside over, beside a state
NEAR = 6  # sentences between the one person who speaks and his bare office


def find_holder(tree: Tree, pack: LanguagePack, table: References, index: int) -> int | None:
    """Return a named person whom the article gives the same office in other words, before it if possible."""
    item = table.items[index]
    office = listed_office(tree, pack, item)
    if office is None:
        return None
    found = None
    for j, other in enumerate(table.items):
        if j > index and found is not None:
            break
        if j == index or other.kind is not MentionKind.NOMINAL or other.type != "Person":
            continue
        root = table.items[table.root(j)]
        if root.kind is MentionKind.NAME and root.type == "Person" and listed_office(tree, pack, other) == office:
            found = j
    return found


def find_speaking(tree: Tree, pack: LanguagePack, table: References, index: int) -> int | None:
    """ "le ministre de la Santé" is the one person who speaks in the article and whom nothing else describes."""
    item = table.items[index]
    national = item.head in pack.words["national_offices"]
    if not (national or is_protagonist(tree, pack, item)) or not is_voice(tree, pack, tree.words[item.i]):
        return None
    trades = pack.trades
    speaking: dict[int, int] = {}
    for j, other in enumerate(table.items):
        root = table.root(j)
        if not _is_named_person(tree, table, j) or not is_voice(tree, pack, tree.words[other.i]):
            continue
        if differ_in_sex(pack, item, table.items[root]):
            continue
        if table.described.get(root, set()) & trades and not may_be_both(tree, pack, table, index, root):
            if national:
                continue
            return None  # somebody else speaks too
        if root not in speaking or abs(other.sent - item.sent) < abs(table.items[speaking[root]].sent - item.sent):
            speaking[root] = j
    if len(speaking) != 1:
        return None
    root, nearest = next(iter(speaking.items()))
    if not national and (nearest > index or _other_people(tree, table, index, root)):
        return None
    return nearest if abs(table.items[nearest].sent - item.sent) <= NEAR else None


def _is_named_person(tree: Tree, table: References, j: int) -> bool:
    """A name, or a pronoun ("a-t-il dit") of somebody named who has acted: no mere object of a sentence before it."""
    root = table.root(j)
    if table.items[root].kind is not MentionKind.NAME or table.items[root].type != "Person":
        return False
    if table.items[j].kind is not MentionKind.PRONOUN:
        return table.items[j].kind is MentionKind.NAME
    named = (k for k in range(j) if table.items[k].kind is MentionKind.NAME and table.root(k) == root)
    return any(tree.words[table.items[k].i].rel in SUBJECTS for k in named)


def is_protagonist(tree: Tree, pack: LanguagePack, item: Reference) -> bool:
    """ "la chanteuse", "l'ancien ministre": whom an article calls so it has named, or will."""
    return item.type == "Person" and (item.head in pack.words["protagonists"] or is_former(tree, pack, item))


def may_be_both(tree: Tree, pack: LanguagePack, table: References, index: int, root: int) -> bool:
    """Whether a trade can be one more of a person who has another: "l'ancien ministre", "la comédienne"."""
    item, stage = table.items[index], pack.words["stage_trades"]
    described = table.described.get(root, set())
    return item.head in described or is_former(tree, pack, item) or (item.head in stage and bool(described & stage))


def is_former(tree: Tree, pack: LanguagePack, item: Reference) -> bool:
    """Return whether a description is of who was something once: "l'ancien président"."""
    word = tree.words[item.i]
    marks = pack.words["former"]
    prefixes = tuple(sorted(pack.words["former_prefixes"]))
    return word.lower.startswith(prefixes) or any(c.lower in marks for c in tree.children(word.i, "amod"))


def _other_people(tree: Tree, table: References, index: int, root: int) -> bool:
    """Whether anybody else of the description's sex acts in the sentences around it."""
    item = table.items[index]
    for j, other in enumerate(table.items):
        if other.kind is not MentionKind.NAME or table.root(j) == root or abs(other.sent - item.sent) > NEAR:
            continue
        person = table.items[table.root(j)]
        agrees = person.gender in ("", item.gender) or not item.gender
        if person.type == "Person" and agrees and tree.words[other.i].rel in SUBJECTS and j < index:
            return True
    return False


def is_other_office(tree: Tree, pack: LanguagePack, table: References, index: int, person: int) -> bool:
    """ "le Premier ministre" is nobody whom the article calls a minister of something, nor the other way round.

    And "le président de Debout la France" is not "le président de la République".
    """
    item, root = table.items[index], table.root(person)
    first = pack.words["first_offices"]
    if item.head in pack.words["heads_of_state"] and _is_of_a_body(tree, table, item):
        called = (x for j, x in enumerate(table.items) if table.root(j) == root and x.kind is MentionKind.NOMINAL)
        return any(_is_of_the_state(tree, pack, table, x) for x in called)
    if item.head not in pack.words["national_offices"] or not first:
        return False
    held = [x for j, x in enumerate(table.items) if table.root(j) == root and x.head == item.head and j != index]
    known = [_rank(tree, pack, x) for x in held]
    mine = _rank(tree, pack, item)
    if not held and mine == FIRST:
        trades = pack.lists["positions"]
        return bool(table.described.get(root, set()) & pack.words["national_offices"] & trades)
    if not mine:
        return bool(held) and set(known) == {FIRST}  # nobody calls the prime minister "le ministre"
    return any(known) and mine not in known


def part_heads_of_state(tree: Tree, pack: LanguagePack, table: References) -> None:
    """Take "le président de Debout la France" from whom the article calls "le chef de l'État" anywhere."""
    chains: dict[int, list[int]] = {}
    for index in range(len(table.items)):
        if table.root(index) != index:
            chains.setdefault(table.root(index), []).append(index)
    for root, chain in chains.items():
        called = [j for j in chain if table.items[j].kind is MentionKind.NOMINAL and table.items[j].type == "Person"]
        heads = [j for j in called if table.items[j].head in pack.words["heads_of_state"]]
        others = [j for j in heads if _is_of_a_body(tree, table, table.items[j])]
        if others and any(_is_of_the_state(tree, pack, table, table.items[j]) for j in called):
            for j in chain:  # what was joined through one of them is joined to the name itself
                table.items[j].antecedent = root
            for j in others:
                table.items[j].antecedent = others[0] if j != others[0] else None
            table.sizes[root], table.sizes[others[0]] = table.size(root) - len(others), len(others)


def _is_of_a_body(tree: Tree, table: References, item: Reference) -> bool:
    """Whether a description tells of what an office is, by the name of a party, a firm or the like."""
    owners = [table.at[c.i] for c in tree.children(item.i, "nmod") if c.case and c.i in table.at]
    tops = [table.items[table.root(j)] for j in owners]
    return any(x.kind is MentionKind.NAME and load_schema().fits(x.type, BODIES) for x in tops)


def _is_of_the_state(tree: Tree, pack: LanguagePack, table: References, item: Reference) -> bool:
    """ "le président de la République", "the president of France"."""
    for child in tree.children(item.i, "nmod"):
        index = table.at.get(child.i)
        country = index is not None and table.items[table.root(index)].type == "Country"
        if child.lemma in pack.words["common_wholes"] or country:
            return True
    return False


FIRST, OF_SOMETHING = "first", "of"


def _rank(tree: Tree, pack: LanguagePack, item: Reference) -> str:
    """Whether an office is the first, one of a matter, or only called by its noun."""
    if any(c.lower in pack.words["first_offices"] for c in tree.children(item.i, "amod", "name")):
        return FIRST
    return OF_SOMETHING if any(c.case for c in tree.children(item.i, "nmod")) else ""


def listed_office(tree: Tree, pack: LanguagePack, item: Reference, lines: str = "offices") -> str | None:
    """Return the office that the words of a description mean, if the language lists it."""
    return next(_listed(tree, pack, item, lines), None)


def listed_offices(tree: Tree, pack: LanguagePack, item: Reference, lines: str) -> frozenset[str]:
    """Return all offices or trades of a list that the words of a description may mean."""
    return frozenset(_listed(tree, pack, item, lines))


def _listed(tree: Tree, pack: LanguagePack, item: Reference, lines: str) -> Iterator[str]:
    listed = _offices(pack.words[lines]).get(item.head)
    if listed is None:
        return
    first, last = max(item.extents, key=lambda extent: extent[1] - extent[0])
    said = {form for w in tree.words[first:last] for form in (w.lower, w.lemma)}
    yield from (office for words, office in listed if words <= said)


@lru_cache(maxsize=4)
def _offices(lines: frozenset[str]) -> dict[str, tuple[tuple[frozenset[str], str], ...]]:
    """Each line tells names of one office: head word -> (further words of a name, office), the longest first."""
    found: dict[str, list[tuple[frozenset[str], str]]] = {}
    for line in sorted(lines):
        names = [name.split() for name in line.split(" = ")]
        for name in names:
            found.setdefault(name[0], []).append((frozenset(name[1:]), " ".join(names[0])))
    return {head: tuple(sorted(rows, key=lambda r: (-len(r[0]), sorted(r[0]), r[1]))) for head, rows in found.items()}
