"""Possessives of who acts in their own clause: "Pour garder leurs clients, les banques …", "De son côté, Marc Petit …".

An opening infinitive is of the subject of the main clause, and so is a possessive in it that nobody named before it in
the same clause can have.
"""

from kg.extract.rules.coreference.stand_for import may_stand_for
from kg.extract.rules.mentions.references import Reference, References
from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Tree, Word
from kg.lang import LanguagePack
from kg.lang.schema import load_schema
from kg.model import MentionKind

OPENERS = ("advcl", "obl", "xcomp")
OWNERS = ("Agent", "Country")


def find_own_doer(tree: Tree, pack: LanguagePack, table: References, index: int) -> int | None:
    """ "De son côté, Marc Petit a payé", "Marc Petit a pour sa part payé": set words that take up the subject."""
    item = table.items[index]
    noun = tree.words[tree.words[item.i].head] if tree.words[item.i].head != ROOT else None
    if item.determiner != "possessor" or noun is None or f"{noun.case} {noun.lemma}" not in pack.words["ones_part"]:
        return None
    verb = next((w for w in tree.ancestors(noun.i) if w.pos in ("VERB", "AUX") or tree.child(w.i, *SUBJECTS)), None)
    for subject in tree.children(verb.i, *SUBJECTS) if verb is not None else ():
        j = table.at.get(subject.i)
        if j is not None and may_stand_for(tree, pack, item, table.items[j], table.items[table.root(j)]):
            return j
    return None


def find_doer_ahead(tree: Tree, pack: LanguagePack, table: References, index: int) -> int | None:
    """Return the subject of the clause that an infinitive opens, for a possessive in that infinitive."""
    item = table.items[index]
    if item.determiner != "possessor":
        return None
    verb = next((w for w in tree.ancestors(item.i) if w.pos in ("VERB", "AUX")), None)
    if verb is None or verb.i > item.i or not _opens(tree, pack, verb):
        return None
    first = tree.sents[item.sent][0]
    before = (x for x in table.items if first <= x.i < item.i and x.determiner != "possessor")
    if any(load_schema().fits(table.items[table.root(table.at[x.i])].type, OWNERS) for x in before if x.i in table.at):
        return None
    for subject in tree.children(verb.head, *SUBJECTS):
        j = table.at.get(subject.i)
        if j is None or subject.i < item.i or not _is_behind_comma(tree, item, table.items[j]):
            continue
        top = table.items[table.root(j)]
        named = top.kind is not MentionKind.PRONOUN and load_schema().fits(top.type, OWNERS)
        if named and may_stand_for(tree, pack, item, table.items[j], top):
            return j
    return None


def _opens(tree: Tree, pack: LanguagePack, verb: Word) -> bool:
    """Whether a verb is an infinitive behind an adposition that a sentence opens with."""
    if "VerbForm=Inf" not in verb.morph and tree.child(verb.i, "aux") is None:
        return False
    mark = tree.child(verb.i, "mark", "case")
    if mark is None or mark.pos != "ADP" or verb.rel not in OPENERS or verb.head == ROOT or verb.head < verb.i:
        return False
    return mark.i == tree.sents[verb.sent][0]


def _is_behind_comma(tree: Tree, item: Reference, subject: Reference) -> bool:
    return any(w.text == "," for w in tree.words[item.i : subject.core[0]])
