"""Who holds an office that the article calls otherwise elsewhere: "le chef du gouvernement" is the Premier ministre."""

from functools import lru_cache

from kg.extract.rules.compared import SUBJECTS
from kg.extract.rules.references import Reference, References
from kg.extract.rules.tree import ROOT, Tree, Word
from kg.lang import LanguagePack
from kg.model import MentionKind

NEAR = 6  # sentences between the one person who speaks and his bare office


def find_holder(tree: Tree, pack: LanguagePack, table: References, index: int) -> int | None:
    """Return a named person whom the article gives the same office in other words, before it if possible."""
    item = table.items[index]
    office = _office(tree, pack, item)
    if office is None:
        return None
    found = None
    for j, other in enumerate(table.items):
        if j > index and found is not None:
            break
        if j == index or other.kind is not MentionKind.NOMINAL or other.type != "Person":
            continue
        root = table.items[table.root(j)]
        if root.kind is MentionKind.NAME and root.type == "Person" and _office(tree, pack, other) == office:
            found = j
    return found


def find_speaking(tree: Tree, pack: LanguagePack, table: References, index: int) -> int | None:
    """ "le ministre de la Santé" is the one person who speaks in the article and whom nothing else describes."""
    item = table.items[index]
    if item.head not in pack.words["national_offices"] or not _speaks(tree, pack, tree.words[item.i]):
        return None
    trades = pack.lists["positions"] | pack.lists["occupations"]
    speaking: dict[int, int] = {}
    for j, other in enumerate(table.items):
        root = table.root(j)
        person = other.kind is MentionKind.NAME and table.items[root].type == "Person"
        if not person or not _speaks(tree, pack, tree.words[other.i]) or table.described.get(root, set()) & trades:
            continue
        if root not in speaking or abs(other.sent - item.sent) < abs(table.items[speaking[root]].sent - item.sent):
            speaking[root] = j
    if len(speaking) != 1:
        return None
    root, nearest = next(iter(speaking.items()))
    sexes = {table.items[root].gender, item.gender} - {""}
    return nearest if len(sexes) < 2 and abs(table.items[nearest].sent - item.sent) <= NEAR else None


def _speaks(tree: Tree, pack: LanguagePack, word: Word) -> bool:
    """Whether a word is the subject of a verb of speech, before it or behind it."""
    if word.head == ROOT or word.case or tree.words[word.head].lemma not in pack.reporting:
        return False
    return word.rel in SUBJECTS or (word.rel in ("obj", "obl") and word.i > word.head)


def _office(tree: Tree, pack: LanguagePack, item: Reference) -> str | None:
    """The office that the words of a description mean, if the language lists it."""
    listed = _offices(pack.words["offices"]).get(item.head)
    if listed is None:
        return None
    first, last = max(item.extents, key=lambda extent: extent[1] - extent[0])
    said = {form for w in tree.words[first:last] for form in (w.lower, w.lemma)}
    return next((office for words, office in listed if words <= said), None)


@lru_cache(maxsize=4)
def _offices(lines: frozenset[str]) -> dict[str, tuple[tuple[frozenset[str], str], ...]]:
    """Each line tells names of one office: head word -> (further words of a name, office), the longest first."""
    found: dict[str, list[tuple[frozenset[str], str]]] = {}
    for line in sorted(lines):
        names = [name.split() for name in line.split(" = ")]
        for name in names:
            found.setdefault(name[0], []).append((frozenset(name[1:]), " ".join(names[0])))
    return {head: tuple(sorted(rows, key=lambda r: (-len(r[0]), sorted(r[0]), r[1]))) for head, rows in found.items()}
