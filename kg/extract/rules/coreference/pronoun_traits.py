"""What the weights of pronouns see of a pronoun and of what it may stand for: traits that a reader can read.

Each trait is a text "table=value". A log-linear model adds up what they weigh (kg/lang/<language>/pronouns.toml).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.extract.rules.coreference.stand_for import verb_of
from kg.extract.rules.mentions.compared import clause_of
from kg.extract.rules.mentions.large_classes import large_class
from kg.extract.rules.mentions.references import Reference, References
from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Tree, Word
from kg.lang import LanguagePack

MOST = 4  # candidates nearer than this are told apart
LARGEST = 6  # so are chains up to this size
STEP, STEPS = 4, 8  # words that make a step of distance, and the longest distance told apart
OPENING = 2  # words into a sentence that its first pronoun may stand
BELOW = ("ccomp", "advcl", "relcl", "acl", "xcomp")  # clauses that are not what a sentence is about
ROLES = {
    "subj": "subject", "subj:pass": "subject", "obj": "object", "iobj": "object", "obl": "oblique",
    "nmod": "complement", "poss": "owner", "det": "owner", "appos": "apposed", "agent": "agent", "conj": "beside",
}  # fmt: skip


@dataclass(slots=True)
class Candidate:
    """Something that a pronoun may stand for."""

    root: int
    mention: int  # its mention nearest to the pronoun
    role: str  # what it is there; "subject" if it is one elsewhere in that sentence


@dataclass(slots=True)
class Told:
    """What the pronouns so far stood for."""

    by_form: dict[str, int] = field(default_factory=dict)  # "third Sing Masc" → a mention of it
    last: int | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A pronoun and what it may stand for."""

    mention: int
    head: str  # its form
    candidates: tuple[int, ...]  # roots
    none: tuple[str, ...]  # traits of the answer that it stands for none of them
    traits: tuple[tuple[str, ...], ...]  # of each candidate


def role_of(word: Word) -> str:
    """Return what a mention is in its clause, in one word."""
    return ROLES.get(word.rel, "other")


def form_of(item: Reference) -> str:
    """Return under which name the antecedent of a pronoun is remembered."""
    return " ".join((item.determiner, item.number, item.gender if item.determiner == "third" else ""))


class PronounTraits:
    """Describes the pronouns of one article, in text order."""

    def __init__(self, tree: Tree, pack: LanguagePack, table: References) -> None:
        self.tree, self.pack, self.table = tree, pack, table
        self.told = Told()

    def remember(self, index: int) -> None:
        """Note what a pronoun was found to stand for."""
        self.told.by_form[form_of(self.table.items[index])] = index
        self.told.last = index

    def ask(self, index: int, candidates: Sequence[Candidate], *, speaks: bool) -> Question:
        """Describe a pronoun and its candidates, the nearest first.

        Args:
            speaks: whether a verb of speech or will says it of somebody.
        """
        tree, item = self.tree, self.table.items[index]
        word, head = tree.words[item.i], self._form(item)
        use = "owner" if item.determiner == "possessor" else "speaker" if speaks else "third"
        lexical = self._lexical(item, word)
        start = tree.sents[item.sent][0]
        opening = "opening" if item.i - start <= OPENING else "within"
        none = (
            "none=", f"none={head}", f"none={use} {opening}", f"none={lexical}", f"none={len(candidates) >= MOST}",
        )  # fmt: skip
        base = (head, use, opening, lexical, int(tree.cuts_quotation(start, item.i)))
        rows = (self._describe(item, rank, candidate, base) for rank, candidate in enumerate(candidates))
        return Question(index, item.head, tuple(c.root for c in candidates), none, tuple(rows))

    def _form(self, item: Reference) -> str:
        """ "celui qui …" is weighed as an "il"."""
        if item.head not in self.pack.words["free_relatives"]:
            return item.head
        wanted = "third_singular_feminine" if item.gender == "Fem" else "third_singular_masculine"
        clitics = sorted(self.pack.words["subject_clitics"] & self.pack.words[wanted])
        return clitics[0] if clitics else item.head

    def _lexical(self, item: Reference, word: Word) -> str:
        """The verb that a pronoun is the subject of, or the noun that is somebody's."""
        if word.head == ROOT:
            return ""
        if item.determiner == "possessor":
            return f"of {self.tree.words[word.head].lemma}"
        if word.rel in SUBJECTS:
            return f"does {verb_of(self.tree, word).lemma}"
        return f"{word.rel} {self.tree.words[word.head].lemma}"

    def _describe(
        self, item: Reference, rank: int, candidate: Candidate, base: tuple[str, str, str, str, int]
    ) -> tuple[str, ...]:
        head, use, opening, lexical, quoted = base
        tree, table, root = self.tree, self.table, candidate.root
        other, top = table.items[candidate.mention], table.items[root]
        word = tree.words[other.i]
        kind = large_class(top.type)
        form = f"{top.kind} {other.kind}"
        far = self._distance(item, other)
        below = word.rel in SUBJECTS and word.head != ROOT and tree.words[word.head].rel in BELOW
        role = f"{candidate.role} below" if below else candidate.role
        apart = "apart" if other.i < item.i and tree.cuts_quotation(other.i, item.i) else ""
        steps = min(abs(item.i - other.i) // STEP, STEPS)
        return (
            f"class={head} {kind}",
            f"type={head} {top.type}",
            f"chain={min(table.size(root), LARGEST)} {form}",
            f"place={use} {far} {role}",
            f"opening={use} {opening} {far} {role}",
            f"rank={use} {min(rank, MOST)} {candidate.role}",
            f"distance={use} {steps}",
            f"same={use} {self._continuity(item, root)} {far}",
            f"agreement={_agreement(item, other, top)} {kind}",
            f"word={lexical} {kind}",
            f"quoted={quoted} {apart} {far}",
            f"voice={use} {self._voice(word)} {kind == 'Organization'}",
            f"form={use} {form} {far}",
            f"determiner={use} {other.determiner}",
        )

    def _distance(self, item: Reference, other: Reference) -> str:
        """The same clause; one that governs its infinitive ("promet de protéger ses clients"); else in sentences."""
        tree = self.tree
        if item.sent == other.sent:
            if clause_of(tree, item.i) == clause_of(tree, other.i):
                return "clause"
            if clause_of(tree, item.i, whole=True) == clause_of(tree, other.i, whole=True):
                return "infinitive"
        return str(item.sent - other.sent)

    def _continuity(self, item: Reference, root: int) -> str:
        """Whether the last pronoun, and the last one of the form, stood for the same."""
        alike, last, table = self.told.by_form.get(form_of(item)), self.told.last, self.table
        same_form = alike is not None and table.root(alike) == root
        return f"{same_form} {last is not None and table.root(last) == root}"

    def _voice(self, word: Word) -> str:
        """Whether a mention is of who tells something there."""
        if word.case in self.pack.words["according_to"]:
            return "source"
        return "speaks" if _speaks(self.tree, self.pack, word) else ""


def _speaks(tree: Tree, pack: LanguagePack, word: Word) -> bool:
    """Whether a verb of speech is said of a mention, before it or behind it."""
    if word.head == ROOT or word.case or tree.words[word.head].lemma not in pack.reporting:
        return False
    return word.rel in SUBJECTS or (word.rel in ("obj", "obl") and word.i > word.head)


def _agreement(item: Reference, other: Reference, top: Reference) -> str:
    """How sex and number of a pronoun and of a candidate go together: same, other, or not known."""
    pairs = ((item.gender, other.gender or top.gender), (item.number, other.number or top.number))
    return " ".join("?" if not (one and two) else "same" if one == two else "other" for one, two in pairs)
