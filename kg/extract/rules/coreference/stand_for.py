"""Whether a pronoun may stand for a mention: by agreement, syntax, and whether such a thing speaks."""

from kg.extract.rules.mentions.compared import are_of_one_predicate
from kg.extract.rules.mentions.references import Reference, References
from kg.extract.rules.parsing.syntax import Syntax
from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Tree, Word
from kg.lang import LanguagePack
from kg.lang.schema import load_schema
from kg.model import MentionKind

PARTS = (*SUBJECTS, "obj", "iobj")  # what those who have a part in a deed are to its verb
APART = ("MediaOutlet", "Country", "EducationalInstitution")  # they speak, but are no "elle" of "dit-elle"


def may_speak(word: Word, root: Reference) -> bool:
    """Whether somebody of a class speaks; "déplore-t-elle" and "selon elle" are no paper and no country."""
    schema = load_schema()
    apart = (word.text.startswith("-") or word.case != "") and schema.fits(root.type, APART)
    return schema.fits(root.type, ("Agent", "Country")) and not apart


def may_stand_for(tree: Tree, pack: LanguagePack, item: Reference, other: Reference, root: Reference) -> bool:
    """Whether agreement and syntax let a pronoun stand for a candidate."""
    if other.kind is MentionKind.PRONOUN and other.determiner not in ("third", "possessor"):
        return False
    if other.determiner == "adjective" or not _agrees(pack, item, other, root) or _asks(tree, pack, item, other):
        return False
    topic = tree.words[other.i].case in pack.words["topic_marks"]  # "quant à X, il …"
    word = tree.words[item.i]
    source = word.case in pack.words["according_to"] and tree.words[other.i].rel in SUBJECTS  # "X a, selon lui, raison"
    if item.determiner == "third" and not (topic or source) and are_of_one_predicate(tree, item.i, other.i):
        return False
    return not (item.determiner == "possessor" and tree.words[item.i].head == other.i)


def others_of_verb(syntax: Syntax, table: References, item: Reference) -> set[int]:
    """Return who else has a part in what a verb tells: "Il lui a écrit" is of two, whoever was named before.

    So has whose act a clause without a subject is: "X a renvoyé Y, l'accusant de vol", "Y, qui l'a trahi".
    """
    tree = syntax.tree
    word = tree.words[item.i]
    if item.determiner != "third" or word.head == ROOT or word.rel not in PARTS:
        return set()
    beside = {c.i for c in tree.children(word.head, *PARTS)}
    if word.rel not in SUBJECTS:
        beside.update(syntax.subjects(word.head)[0])
    named = (table.at.get(i) for i in beside if i < word.i)
    return {table.root(j) for j in named if j is not None}


def owned_itself(tree: Tree, table: References, item: Reference) -> set[int]:
    """Return what "son" has before it: in "Marc Petit, son maire" and "Marc Petit est son maire" not Marc Petit."""
    noun = tree.words[item.i].head
    if item.determiner != "possessor" or noun == ROOT:
        return set()
    same = [noun, *(c.i for c in tree.children(noun, *SUBJECTS) if tree.child(noun, "cop") is not None)]
    if tree.words[noun].rel == "appos" and tree.words[noun].head != ROOT:
        same.append(tree.words[noun].head)
    return {table.root(table.at[i]) for i in same if i in table.at}


def _asks(tree: Tree, pack: LanguagePack, item: Reference, other: Reference) -> bool:
    """ "Interrogé par X, il s'est défendu": who is asked is not who asks."""
    word = tree.words[other.i]
    if word.rel != "agent" or word.head == ROOT or item.sent != other.sent or other.i > item.i:
        return False
    return tree.words[word.head].lemma in pack.words["asking"]


def _agrees(pack: LanguagePack, item: Reference, other: Reference, root: Reference) -> bool:
    person = root.type == "Person"
    several = item.number == "Plur" and item.determiner == "third"
    collective = (several and load_schema().is_a(root.type, "Organization")) or (
        item.number == "Plur" and root.type == "Group"
    )  # "le couple et leurs enfants"
    if (
        item.number
        and other.kind is not MentionKind.NAME
        and other.number
        and item.number != other.number
        and not collective
    ):
        return False
    if item.number == "Sing" and root.kind is MentionKind.NOMINAL and root.number == "Plur":
        return False
    if item.number == "Plur" and root.kind is MentionKind.NAME and root.type in ("Person", "City", "Company"):
        return False
    if item.gender == "Neut":
        return not person
    if item.gender in ("Masc", "Fem") and item.head in pack.words["of_persons"] | pack.words["free_relatives"]:
        return person and root.gender in ("", item.gender)
    gender = root.gender if person or other.kind is not MentionKind.NOMINAL else other.gender or root.gender
    if item.gender and gender and item.determiner == "third":
        return item.gender == gender  # "l'ONG MSF …: elle", though the name is of doctors
    return True


def is_agentive(tree: Tree, pack: LanguagePack, word: Word) -> bool:
    """The subject of a verb of speech or will is somebody, and so is a source ("selon elle")."""
    if word.case in pack.words["according_to"]:
        return True
    if (word.rel not in SUBJECTS and not word.text.startswith("-")) or word.head == ROOT:
        return False  # "confie-t-il": the parser may take "-il" for an adverb
    lemma = verb_of(tree, word).lemma
    return lemma in pack.reporting or "desired" in pack.governors.get(lemma, ())


def verb_of(tree: Tree, pronoun: Word) -> Word:
    """The verb that a pronoun is the subject of; "a-t-elle dit" may hang below its auxiliary."""
    head = tree.words[pronoun.head]
    if not pronoun.text.startswith("-") or head.pos != "AUX":
        return head
    return next((w for w in tree.words[pronoun.i + 1 : pronoun.i + 4] if w.pos == "VERB"), head)
