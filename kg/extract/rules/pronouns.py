"""Which mention a pronoun or possessive stands for, scored by agreement, role and distance."""

from kg.extract.rules.compared import SUBJECTS, in_same_clause, salience
from kg.extract.rules.last_voices import find_last_voice
from kg.extract.rules.latter import find_latter
from kg.extract.rules.references import Reference, References
from kg.extract.rules.stand_for import is_agentive, may_speak, may_stand_for
from kg.extract.rules.tree import ROOT, Tree, Word
from kg.lang import LanguagePack
from kg.lang.schema import load_schema
from kg.model import MentionKind

SPEAKER_REACH = 7  # sentences that "a-t-il ajouté" looks back over a quotation


OPENING = 8  # words into a sentence that a possessive may point ahead from
BELOW = ("ccomp", "advcl", "relcl", "acl", "xcomp")  # clauses that are not what a sentence is about


REACH = 3  # sentences that a pronoun looks back


def resolve_pronoun(tree: Tree, pack: LanguagePack, table: References, index: int) -> None:
    """Set the antecedent of a third person to the best candidate before it."""
    item = table.items[index]
    owner = _coordinated_owner(tree, table, index)
    if owner is not None:
        table.join(index, owner)
        return
    if item.head in pack.words["latter"]:
        last = find_latter(tree, pack, table, index)
        if last is not None:
            table.join(index, last)
        return
    speaks = is_agentive(tree, pack, tree.words[item.i])
    voice = find_last_voice(tree, pack, table, index) if speaks else None
    if voice is not None:
        table.join(index, voice)
        return
    best, best_score = None, 0.5
    for j in range(index - 1, -1, -1):
        other = table.items[j]
        if item.sent - other.sent > (SPEAKER_REACH if speaks and best is None else REACH):
            break
        score = _pronoun_score(tree, pack, table, index, j)
        if score is not None and score > best_score:
            best, best_score = j, score
    ahead = _named_ahead(tree, pack, table, index)
    if ahead is not None and (best is None or table.items[best].sent < item.sent):
        best = ahead
    if best is not None:
        table.join(index, best)


def _coordinated_owner(tree: Tree, table: References, index: int) -> int | None:
    """ "Marc Petit et son fils": whose son he is stands right before."""
    item = table.items[index]
    noun = tree.words[item.i].head
    if item.determiner != "possessor" or item.number != "Sing" or noun == ROOT or tree.words[noun].rel != "conj":
        return None
    owner = table.at.get(tree.words[noun].head)
    if (
        owner is None
        or tree.words[noun].head > item.i
        or not load_schema().is_a(table.items[table.root(owner)].type, "Person")
    ):
        return None
    return owner if table.items[owner].kind is not MentionKind.PRONOUN else None


def _named_ahead(tree: Tree, pack: LanguagePack, table: References, index: int) -> int | None:
    """ "After its takeover of X, Y closed a plant": the name that acts behind the comma of an opening complement."""
    item = table.items[index]
    first = tree.sents[item.sent][0]
    if item.determiner != "possessor" or item.i - first > OPENING:
        return None
    for verb in tree.ancestors(item.i):
        for subject in tree.children(verb.i, *SUBJECTS) if verb.pos in ("VERB", "AUX") else ():
            j = table.at.get(subject.i)
            if j is None or subject.i <= item.i or table.items[j].kind is not MentionKind.NAME:
                continue
            comma = any(w.text == "," for w in tree.words[item.i : table.items[j].core[0]])
            if comma and may_stand_for(tree, pack, item, table.items[j], table.items[table.root(j)]):
                return j
    return None


def _pronoun_score(tree: Tree, pack: LanguagePack, table: References, index: int, j: int) -> float | None:
    """Score a candidate; None: it cannot be. Figures were set by hand on develop articles, agreement first."""
    item, other = table.items[index], table.items[j]
    root = table.items[table.root(j)]
    word, candidate = tree.words[item.i], tree.words[other.i]
    agentive = is_agentive(tree, pack, word)
    if not may_stand_for(tree, pack, item, other, root) or _is_of_several(tree, item, other):
        return None
    if agentive and not (may_speak(word, root) and not _is_quoted_apart(tree, other, item)):
        return None
    distance = item.sent - other.sent
    if distance > REACH and not (root.kind is MentionKind.NAME and root.type == "Person"):
        return None
    distance = min(distance, REACH - 1) if agentive else distance
    score = 2.0 - 0.9 * distance + salience(tree, other)
    if root.kind is MentionKind.NAME:
        score += 0.6
    score += _class_score(root.type, agentive=agentive)
    if root.type == "MediaOutlet":
        score -= _named_as_source(tree, pack, item, candidate) and not agentive
    if word.rel in SUBJECTS and candidate.rel in SUBJECTS:
        score += 0.6
    if agentive:
        score += _voice_score(tree, pack, word, candidate, person=root.type == "Person")
    if candidate.case in pack.words["topic_marks"] and distance == 0:
        score += 1.0
    if item.determiner == "possessor" and distance == 0:
        score += 1.2 if in_same_clause(tree, item.i, other.i) and candidate.rel in SUBJECTS else 0.2
    score += 0.15 * min(table.size(table.root(j)), 4)
    return score - 0.004 * (item.i - other.i)


def _is_of_several(tree: Tree, item: Reference, other: Reference) -> bool:
    """ "les Stranglers": no singular pronoun stands for a name with a determiner in the plural."""
    before = tree.words[other.core[0] - 1] if other.core[0] else None
    several = before is not None and before.rel == "det" and "Number=Plur" in before.morph
    return several and other.kind is MentionKind.NAME and item.number == "Sing" and item.determiner == "third"


def _voice_score(tree: Tree, pack: LanguagePack, word: Word, candidate: Word, *, person: bool) -> float:
    """Who spoke last goes on; "Luc est persuadé qu'Anne viendra. "…", a-t-il dit" is Luc.

    "Les locations de type Airbnb "encouragent …", a-t-elle dit" is no firm that has not spoken.
    """
    speaks, inverted = _speaks(tree, pack, candidate), word.text.startswith("-")
    inner = candidate.rel in SUBJECTS and tree.words[candidate.head].rel in BELOW
    score = -0.9 if inner and inverted else 0.0
    if inverted and not person and not speaks:
        score -= 1.2 if word.sent == candidate.sent else 0.6
    return score + (0.8 if speaks else 0.0)


def _speaks(tree: Tree, pack: LanguagePack, candidate: Word) -> bool:
    """Whether a candidate is whom a verb of speech is said of, before it or behind it."""
    if candidate.head == ROOT or candidate.case or tree.words[candidate.head].lemma not in pack.reporting:
        return False
    return candidate.rel in SUBJECTS or (candidate.rel in ("obj", "obl") and candidate.i > candidate.head)


def _named_as_source(tree: Tree, pack: LanguagePack, item: Reference, candidate: Word) -> bool:
    """Whether a medium is named for what it tells, not for what it owns or does: "…, rapporte X. Il a été jugé"."""
    source = _speaks(tree, pack, candidate) or candidate.case in pack.words["according_to"]
    return item.determiner == "possessor" or source


def _is_quoted_apart(tree: Tree, other: Reference, item: Reference) -> bool:
    """Whether a candidate stands inside a quotation that the pronoun ("a-t-elle dit") stands outside of."""
    return sum(w.text == '"' for w in tree.words[other.i : item.i]) % 2 == 1


def _class_score(kind: str, *, agentive: bool) -> float:
    """Persons are spoken of most; places and abstractions seldom."""
    schema = load_schema()
    if schema.is_a(kind, "Person"):
        return 0.6
    if schema.is_a(kind, "Place") and not agentive:
        return -1.0
    return -0.5 if kind == "Concept" else 0.0
