"""What a sentence says that its subject is: "Rosa Diaz is a Chilean banker, owner and CEO of Aton"."""

from collections.abc import Iterator
from itertools import chain

from kg.extract.rules.mentions.compared import compatible
from kg.extract.rules.mentions.predicated_nouns import predicate_head
from kg.extract.rules.mentions.references import VAGUE, Reference, References
from kg.extract.rules.mentions.title_joins import Title
from kg.extract.rules.parsing.syntax import Syntax
from kg.extract.rules.parsing.tree import SUBJECTS, Tree, Word
from kg.lang import LanguagePack
from kg.lang.schema import load_schema
from kg.model import MentionKind

OPENING = ("advcl", "dep", "subj", "subj:pass", "npadvmod")  # how the parser hangs a description that opens a sentence
SURELY = 0.7  # probability of its antecedent from which a pronoun lends it what opens its sentence
LONGEST_OPENER = 16  # words from the start of a sentence to the comma behind what opens it


def join_predicates(syntax: Syntax, table: References) -> list[Title]:
    """Let nominal predicates stand for their subjects; return them as titles that hold if their verb does."""
    return [*_titles(syntax, table), *_opening_roles(syntax, table)]


def _opening_roles(syntax: Syntax, table: References) -> Iterator[Title]:
    """ "Actrice et chanteuse, elle a vécu à Nice": what opens a sentence without article is said of its subject."""
    tree = syntax.tree
    for first, last in tree.sents if syntax.pack.adposition == "child" else ():
        commas = (i for i in range(first + 1, min(first + LONGEST_OPENER, last - 1)) if tree.words[i].text == ",")
        told = [i for i in commas if i + 1 in table.at and _is_one(table.items[table.at[i + 1]])]
        subject = table.at[told[0] + 1] if told else 0
        for i in _roles_before(syntax, table, first, told[0]) if told else ():
            yield Title(i, subject)
            if table.items[table.at[i]].antecedent is None and table.root(subject) != table.at[i]:
                _join(table, table.at[i], subject)


def _is_one(item: Reference) -> bool:
    """Whether a reference is a pronoun for one person or thing, and it is hardly in doubt for which."""
    single = item.kind is MentionKind.PRONOUN and item.determiner == "third" and item.number != "Plur"
    return single and (item.ranked is None or item.ranked >= SURELY)


def _roles_before(syntax: Syntax, table: References, first: int, comma: int) -> list[int]:
    """The nouns for somebody before a comma, of which the first opens the sentence without any article."""
    tree = syntax.tree
    opening = next((i for i in range(first, min(first + 3, comma)) if tree.words[i].pos == "NOUN"), None)
    index = table.at.get(opening) if opening is not None else None
    item = table.items[index] if index is not None else None
    if item is None or opening is None or item.core[0] != first or tree.words[opening].case:
        return []
    nouns = [i for i in tree.conjuncts(opening) if i < comma and i in table.at]
    told = [table.items[table.at[i]] for i in nouns]
    if any(x.kind is not MentionKind.NOMINAL or x.determiner or x.number == "Plur" or x.type != "Person" for x in told):
        return []
    return nouns


def _titles(syntax: Syntax, table: References) -> Iterator[Title]:
    tree = syntax.tree
    for index, item in enumerate(table.items):
        word = tree.words[item.i]
        if item.kind is not MentionKind.NOMINAL or word.pos not in ("NOUN", "PROPN") or item.number == "Plur":
            continue
        ahead = _subject_ahead(syntax, table, index)
        if ahead is not None and _fits(table, index, ahead):
            yield Title(word.i, ahead)
            _join(table, index, ahead)
            continue
        top = tree.words[predicate_head(tree, word)]
        verb = _copula(syntax, top)
        if verb is None:
            continue
        subject = next((table.at[i] for i in syntax.subjects(verb.i)[0] if i in table.at), None)
        if subject is None or not _fits(table, index, subject):
            continue
        yield Title(word.i, subject, verb.i)
        if _is_told(syntax, verb) and item.antecedent is None:
            _join(table, index, subject)


def _copula(syntax: Syntax, word: Word) -> Word | None:
    """The verb by which a noun is said of a subject; in French it hangs below the noun, which then stands for it."""
    tree, pack = syntax.tree, syntax.pack
    if tree.child(word.i, "cop") is not None:
        return word
    head = tree.words[word.head] if word.head >= 0 else None
    if head is None or word.rel != "attr" or head.lemma not in pack.lists.get("copulas", ()):
        return None
    return head


def _subject_ahead(syntax: Syntax, table: References, index: int) -> int | None:
    """ "A native of Kent, he studied law", "A unit of Aton, Zumo makes radios": whom an opening tells of."""
    tree, item = syntax.tree, table.items[index]
    word = tree.words[item.i]
    if syntax.pack.adposition != "head" or item.determiner != "indefinite" or word.rel not in OPENING or word.head < 0:
        return None
    verb, start = tree.words[word.head], tree.sents[word.sent][0]
    if item.core[0] != start or verb.i < word.i or verb.pos not in ("VERB", "AUX"):
        return None
    for child in tree.children(verb.i, *SUBJECTS):
        if child.i > word.i and child.pos in ("PRON", "PROPN"):
            first = tree.subtree(child.i, ("relcl", "acl", "appos", "punct"))[0]
            return table.at.get(child.i) if tree.words[first - 1].text == "," else None
    return None


def _is_told(syntax: Syntax, verb: Word) -> bool:
    """Whether a verb says something is so, and its clause affirms it."""
    governed = syntax.pack.governors.get(verb.lemma, ())
    return (not governed or "actual" in governed) and is_affirmed(syntax.tree, syntax.pack, verb)


def is_affirmed(tree: Tree, pack: LanguagePack, verb: Word) -> bool:
    """Whether a clause is affirmed as a fact: no negation, condition, question or modal stands in it."""
    unsure = pack.words["negators"] | pack.words["conditional_marks"] | pack.words["uncertain_adverbs"]
    copula = tree.child(verb.i, "cop")
    for child in chain(tree.children(verb.i), tree.children(copula.i) if copula is not None else ()):
        if child.lower in unsure and child.rel != "refl":  # "s'appelle" is no condition
            return False
        if child.tag == "MD" or "Mood=Cnd" in child.morph or "Tense=Fut" in child.morph:
            return False
    _, end = tree.sents[verb.sent]
    return "?" not in {w.text for w in tree.words[max(0, end - 2) : end]}


def _fits(table: References, index: int, subject: int) -> bool:
    root = table.items[table.root(subject)]
    kind = table.items[index].type
    if table.root(index) == table.root(subject) or kind in VAGUE or root.number == "Plur":
        return False
    if root.kind is MentionKind.PRONOUN:
        person = load_schema().is_a(kind, "Person")
        return root.determiner == "third" and (person if root.gender in ("Masc", "Fem") else not person)
    return compatible(kind, root.type)


def _join(table: References, index: int, subject: int) -> None:
    kind, root = table.items[index].type, table.items[table.root(subject)]
    table.describe(subject, table.items[index].head)
    finer = root.type in VAGUE or load_schema().is_a(kind, root.type)
    if root.kind is MentionKind.NAME and root.known is None and finer:
        root.type = kind
    if root.kind is not MentionKind.NOMINAL:
        table.join(index, subject)
