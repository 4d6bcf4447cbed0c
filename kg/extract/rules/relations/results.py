"""Whose results a sentence tells that names no firm: "Valtec closed two shops. Sales were $44m"."""

from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.parsing.frames import Frame
from kg.extract.rules.parsing.tree import SUBJECTS, Word
from kg.extract.rules.relations.reading import Reading
from kg.extract.rules.relations.topics import clause_subjects
from kg.lang.schema import load_schema
from kg.model import MentionKind

REACH = 3  # sentences that results look back for the firm that is spoken of
DEAL_ROLES = ("patient", "subject", "on", "head")  # in which a deal is what somebody has to decide
OFTEN = 3  # mentions that the firm of an article has at least
CLEARLY = 1.5  # and how many times as many as any other
UNTOLD = ("Entity", "Agent")  # classes of what may be a firm
NO_FIRMS = ("GovernmentBody", "PoliticalParty", "InternationalOrganization", "EducationalInstitution")


def owner_words(reading: Reading, frame: Frame) -> list[int]:
    """Return the words that may stand for the firm: of the clause, else of the sentences before, the likeliest first.

    "retail sales", "car sales" are those of a trade, and no one firm's.
    """
    tree, words = reading.tree, reading.pack.words
    word = tree.words[frame.i]
    beside = [c for c in tree.children(word.i, "name", "amod", "nmod") if c.i < word.i]
    nouns = (c for c in beside if c.pos in ("NOUN", "PROPN") and c.lemma not in reading.pack.lists["temporal"])
    if any(c.lower not in words["result_kinds"] for c in nouns) or any(
        c.lower in words["whole_trades"] for c in beside
    ):
        return []
    clause = [i for i in clause_subjects(reading.syntax, frame.i) if not _is_no_firm(reading, i)]
    return [*clause, *spoken_of(reading, word)] if _is_bare(reading, word) else clause


def spoken_words(reading: Reading, frame: Frame) -> list[int]:
    """The one firm of which a noun without complement may tell: "les 640 salariés", not "les salariés licenciés"."""
    tree, noun = reading.tree, reading.tree.words[frame.i]
    mine = reading.pack.words["possessive_singular_owner"] | reading.pack.words["possessive_plural_owner"]
    if any(c.lower in mine for c in tree.children(noun.i, "det", "poss")):
        return []
    told = any(c.case for c in tree.children(noun.i, "nmod")) or tree.child(noun.i, "relcl") is not None
    beside = tree.words[noun.i + 1] if noun.i + 1 < len(tree.words) else noun
    if told or (beside.head == noun.i and beside.rel in ("amod", "acl", "relcl", "nmod", "name", "appos")):
        return []
    found = spoken_of(reading, noun, main=True)
    return found if len({reading.table.root(i) for w in found if (i := reading.at(w)) is not None}) == 1 else []


def dealmaker_words(reading: Reading, frame: Frame) -> list[int]:
    """ "The takeover must still be approved by Ofcom": who buys is who waits, told by the noun or what was said before.

    Of a takeover that owns nobody, it is the firm that the text speaks of most.
    """
    tree, words = reading.tree, reading.pack.words
    told = (tree.words[i] for role in DEAL_ROLES for i in frame.args.get(role, ()))
    noun = next((w for w in told if w.lemma in words.get("pending_deals", ())), None)
    if noun is None:
        return []
    beside = [c for c in tree.children(noun.i) if c.rel == "poss" or c.case in words["by"]]
    own = [c.i for c in beside if (i := reading.at(c.i)) is not None and _is_body(reading, i)]
    return own or firms_spoken_of(reading, noun)


def part_words(reading: Reading, frame: Frame) -> list[int]:
    """ "Valtec closed two shops. Zumo, which holds 6%, …": the firm spoken of, where a part is told and not of what."""
    words = reading.tree.words
    parts = [words[i] for i in frame.args.get("patient", ()) if _is_part(reading, words[i])]
    if not parts or any(c.case or c.rel in ("relcl", "acl") for c in reading.tree.children(parts[0].i)):
        return []
    agents = {reading.table.root(i) for w in frame.args.get("agent", ()) if (i := reading.at(w)) is not None}
    return main_firm(reading, parts[0], agents)


def _is_part(reading: Reading, word: Word) -> bool:
    """ "6%", "his 9% stake"."""
    counts = any("%" in (c.text, *(k.text for k in reading.tree.children(c.i))) for c in reading.tree.children(word.i))
    return word.text == "%" or (word.lemma in reading.pack.words["shares"] and counts)


def patients_owner_words(reading: Reading, frame: Frame) -> list[int]:
    """ "Zumo's new tills, supplied by Valtec": whose it is that something is done with."""
    return [c.i for i in frame.args.get("patient", ()) for c in reading.tree.children(i, "poss")]


def talking_words(reading: Reading, frame: Frame) -> list[int]:
    """ "Talks with Zumo broke off in May": the firm spoken of, where talks are told of and not who leads them."""
    tree, noun = reading.tree, reading.tree.words[frame.i]
    if noun.rel not in SUBJECTS or tree.child(noun.i, "det", "poss", "name", "amod") is not None:
        return []
    others = {reading.table.root(i) for c in tree.children(noun.i, "nmod") if (i := reading.at(c.i)) is not None}
    return main_firm(reading, noun, others)


def _is_body(reading: Reading, index: int) -> bool:
    return load_schema().fits(reading.root(index).type, ("Organization",))


def _is_bare(reading: Reading, word: Word) -> bool:
    """Whether results stand as such in their clause: "sales were", "net profit was", not "the sale" or "car sales"."""
    tree, of = reading.tree, reading.pack.words["of"]
    told = tree.child(word.i, "det", "poss", "relcl") is None and word.rel in SUBJECTS
    return told and not any(c.case in of for c in tree.children(word.i, "nmod"))


def spoken_of(reading: Reading, word: Word, *, main: bool = False) -> list[int]:
    """The firms that the sentence and those before it tell of, the nearest first; who acts goes before the rest.

    Args:
        main: whether those go first that the article speaks of most.
    """
    table = reading.table
    found: list[tuple[int, int, bool, int, int]] = []
    for i, item in enumerate(table.items):
        near = item.i < word.i and word.sent - item.sent <= REACH
        if near and item.kind is not MentionKind.PRONOUN and table.at.get(item.i) == i and _is_firm(reading, item.i):
            acts, size = reading.tree.words[item.i].rel in SUBJECTS, table.size(table.root(i))
            found.append((-size if main else 0, word.sent - item.sent, not acts, -size, item.i))
    return [i for *_, i in sorted(found)]


def firms_spoken_of(reading: Reading, word: Word) -> list[int]:
    """The firm that an article is about, before those that the sentences before a word tell of."""
    main = main_firm(reading, word, set()) if reading.pack.adposition == "head" else []
    return [*main, *spoken_of(reading, word, main=True)]


def main_firm(reading: Reading, word: Word, others: set[int]) -> list[int]:
    """Return the last mention, before a word, of the firm that the article tells of most, if it is one beyond doubt.

    Args:
        others: who is told of beside it, and cannot be meant.
    """
    table, schema = reading.table, load_schema()
    last: dict[int, int] = {}
    for i, item in enumerate(table.items):
        kind = reading.root(i).type
        body = kind != "MediaOutlet" and (kind in UNTOLD or schema.fits(kind, ("Organization", "Product")))
        if body and item.i < word.i and item.kind is MentionKind.NAME and table.at.get(item.i) == i:
            last[table.root(i)] = item.i
    told = sorted((root for root in last if root not in others), key=lambda root: (-table.size(root), root))
    sizes = [table.size(root) for root in told]
    if not told or sizes[0] < OFTEN or (len(told) > 1 and sizes[1] * CLEARLY > sizes[0]):
        return []
    return [last[told[0]]] if _is_firm(reading, last[told[0]]) else []


def _is_no_firm(reading: Reading, i: int) -> bool:
    index = reading.at(i)
    return index is not None and load_schema().fits(reading.root(index).type, NO_FIRMS)


def _is_firm(reading: Reading, i: int) -> bool:
    index = reading.at(i)
    root: Reference | None = reading.root(index) if index is not None else None
    named = root is not None and root.kind is MentionKind.NAME and load_schema().is_a(root.type, "Organization")
    return named and not _is_no_firm(reading, i)
