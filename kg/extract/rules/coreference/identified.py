"""Whom a clause says a description to be: "identified as Rosa Diaz", "La mère, qui s'appelle Anne Roux"."""

from itertools import takewhile

from kg.extract.rules.coreference.predicates import is_affirmed
from kg.extract.rules.mentions.compared import compatible
from kg.extract.rules.mentions.modifiers import marks_gender
from kg.extract.rules.mentions.references import VAGUE, References
from kg.extract.rules.mentions.title_joins import Title, join_title
from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Tree, Word
from kg.lang import LanguagePack
from kg.model import MentionKind

TELLING = ("definite", "possessive", "indefinite", "demonstrative")  # determiners of what stands for something
AGENTS = ("agent",)  # behind whom the parser may hang what was meant: "identified by police as Rosa Diaz"


def join_identified(tree: Tree, pack: LanguagePack, table: References) -> list[Title]:
    """Let the descriptions that a clause identifies with a name stand for it; return them as titles."""
    titles = []
    for index, item in enumerate(table.items):
        if item.kind is not MentionKind.NAME:
            continue
        found = _identified_by(tree, pack, tree.words[item.i]) or _spoken_of(tree, pack, table, index)
        described = table.at.get(found[0]) if found is not None else None
        if found is None or described is None or not is_affirmed(tree, pack, found[1]):
            continue
        if found[1].lemma in pack.words["calling"]:
            _class_as_called(table, described, index)
        if _fits(pack, table, described, index):
            titles.append(Title(found[0], index, found[1].i))
            join_title(tree, pack, table, titles[-1])
    return titles


def _class_as_called(table: References, described: int, name: int) -> None:
    """ "The start-up is called Zumo": the noun knows better than the model what a thing is that nobody knows."""
    kind, top = table.items[described].type, table.items[table.root(name)]
    if top.known is None and top.type != "Person" and kind not in VAGUE and not compatible(kind, top.type):
        table.retype(table.items[name].name, kind)


def _spoken_of(tree: Tree, pack: LanguagePack, table: References, index: int) -> tuple[int, Word] | None:
    """ "Une présidente a été élue. Il s'agit d'Anne Roux": the only one whom the sentence before brings up."""
    item, name = table.items[index], tree.words[table.items[index].i]
    head = tree.words[name.head] if name.head != ROOT else name
    if head.lemma not in pack.words["being_about"] or name.case not in pack.words["of"]:
        return None
    if head.i - 2 > tree.sents[item.sent][0] and tree.words[head.i - 3].text != ":":
        return None  # more is said before "il s'agit"
    before = range(index - 1, -1, -1)
    near = [j for j in takewhile(lambda j: table.items[j].sent >= item.sent - 1, before) if table.items[j].i < head.i]
    meant = {table.items[j].i for j in near if _fits(pack, table, j, index)}
    return (meant.pop(), head) if len(meant) == 1 else None


def _identified_by(tree: Tree, pack: LanguagePack, name: Word) -> tuple[int, Word] | None:
    """The noun that a clause says to be a name, and the verb that does."""
    words = pack.words
    if name.head == ROOT and tree.child(name.i, "cop") is None:
        return None
    head = tree.words[name.head] if name.head != ROOT else name
    if name.case in words["as_identity"]:
        head = tree.words[head.head] if head.rel in AGENTS and head.head != ROOT else head
        return _undergoing(tree, head) if head.lemma in words["identified_by"] else None
    if name.rel in ("obj", "attr") and any(c.lower in words["as_identity"] for c in tree.children(head.i, "mark")):
        above = tree.words[head.head] if head.head != ROOT else head  # "identifié comme étant Anne Roux"
        return _undergoing(tree, above) if above.lemma in words["identified_by"] else None
    if name.case in words["by_name"]:
        return _acting(tree, head) if head.lemma in words["going_by_name"] else None
    if not name.case and name.rel in ("obj", "xcomp", "attr") and head.lemma in words["calling"]:
        itself = tree.child(head.i, "refl") is not None or tree.child(head.i, "aux:pass") is not None
        return _acting(tree, head) if itself else None
    return _predicated(tree, pack, name, head)


def _predicated(tree: Tree, pack: LanguagePack, name: Word, head: Word) -> tuple[int, Word] | None:
    """ "Le capitaine est Anne Roux", "Le maire n'est autre que Paul Petit", "The winner was Rosa Diaz"."""
    if name.rel == "attr" and head.lemma in pack.lists.get("copulas", ()):
        return _acting(tree, head)
    if tree.child(name.i, "cop") is not None:
        return None if name.case else _acting(tree, name)
    before = " ".join(w.lower for w in tree.words[max(0, name.i - 2) : name.i])
    return _acting(tree, head) if before in pack.words["no_other_than"] else None


def _acting(tree: Tree, verb: Word) -> tuple[int, Word] | None:
    """The subject of a verb, or what its relative clause belongs to."""
    if verb.rel == "relcl" and verb.head != ROOT:
        relative = tree.child(verb.i, *SUBJECTS)
        return (verb.head, verb) if relative is not None and relative.pos == "PRON" else None
    subject = tree.child(verb.i, *SUBJECTS)
    return (subject.i, verb) if subject is not None else None


def _undergoing(tree: Tree, verb: Word) -> tuple[int, Word] | None:
    """Who is identified: what a participle hangs on, the subject of a passive, else the object."""
    if verb.rel == "acl" and verb.head != ROOT:
        return verb.head, verb
    one = tree.child(verb.i, "subj:pass") or tree.child(verb.i, "obj")
    return (one.i, verb) if one is not None else None


def _fits(pack: LanguagePack, table: References, described: int, name: int) -> bool:
    """Whether one thing, told by its class, may bear a name."""
    noun, top = table.items[described], table.items[table.root(name)]
    told = noun.kind is MentionKind.NOMINAL and noun.antecedent is None and noun.number != "Plur"
    if not told or noun.type in VAGUE or noun.determiner not in TELLING:
        return False
    two = len({noun.gender, top.gender} - {""}) == 2 and marks_gender(pack, noun)
    return compatible(noun.type, top.type) and not (two and noun.type == top.type == "Person")
