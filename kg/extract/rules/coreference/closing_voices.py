"""Whom "…", conclut le chroniqueur" takes up: who spoke before the quotation, or whom the sentence before is about."""

from kg.extract.rules.coreference.last_voices import CLOSING, closes_quotation, is_main_subject
from kg.extract.rules.coreference.voices import speaks_at
from kg.extract.rules.mentions.compared import compatible
from kg.extract.rules.mentions.references import Reference, References
from kg.extract.rules.parsing.lemmas import infinitive_of
from kg.extract.rules.parsing.tree import QUOTE, Tree, Word
from kg.lang import LanguagePack
from kg.lang.schema import load_schema
from kg.model import MentionKind

LONGEST = 250  # words of a quotation over several sentences
SPEAKING = ("Person", "Organization")
MEANT = ("definite", "demonstrative")


def find_voice_before(tree: Tree, pack: LanguagePack, table: References, index: int) -> tuple[int, bool] | None:
    """Return a mention of whom the sentence before a quotation names that a bare description closes.

    With it, whether he closes a quotation there himself, so that he goes on, or is called so; else the sentence is only
    about him, or says what he says. A description that tells what somebody is of may bring somebody new: ""…", explique
    le gérant d'une pharmacie".
    """
    item = table.items[index]
    if item.number == "Plur" or item.determiner not in MEANT or not load_schema().fits(item.type, SPEAKING):
        return None
    quotation = quotation_closed(tree, pack, item)
    lead = _lead(tree, quotation.start) if quotation and _is_bare(tree, pack, item) else None
    if lead is None:
        return None
    here = (j for j in range(index) if lead[0] <= table.items[j].i < lead[1])
    apart = [j for j in here if not tree.cuts_quotation(table.items[j].i, quotation.start)]
    voices = [j for j in apart if speaks_at(tree, pack, table, table.items[j])]
    voices = voices[-1:] or [j for j in apart if is_main_subject(tree, tree.words[table.items[j].i])][:1]
    if not voices or not _may_be(table, item, voices[0]):
        return None
    called = item.head in table.described.get(table.root(voices[0]), ())
    return voices[0], called or bool(quotation_closed(tree, pack, table.items[voices[0]]))


def named_in_own_words(tree: Tree, pack: LanguagePack, table: References, item: Reference) -> set[int]:
    """ ""Paul Petit a tort", a dit le chroniqueur": whom a quotation names, by root; who speaks is "je" there."""
    own = quotation_closed(tree, pack, item) if item.kind is MentionKind.NOMINAL else range(0)
    if not own:
        return set()
    inside = (j for j in range(table.at[item.i]) if table.items[j].i in own and table.items[j].type == "Person")
    return {table.root(j) for j in inside if table.items[j].kind is MentionKind.NAME or _is_mine(tree, pack, table, j)}


def _is_mine(tree: Tree, pack: LanguagePack, table: References, j: int) -> bool:
    """ ""Ma fille est partie", se souvient cette femme": whom somebody calls "ma fille" is somebody else."""
    item, first = table.items[j], pack.words["possessive_first"] | pack.words["possessive_first_plural"]
    return item.kind is MentionKind.NOMINAL and any(c.lower in first for c in tree.children(item.i))


def quotation_closed(tree: Tree, pack: LanguagePack, item: Reference) -> range:
    """The words of the quotation that closes right before the clause in which somebody is said to speak."""
    words, first = tree.words, item.core[0]
    before = range(first - 1, max(first - CLOSING, tree.sents[item.sent][0]) - 1, -1)
    mark = next((i for i in before if QUOTE in words[i].text), None)
    if mark is None or words[item.i].case or not any(_is_speech(pack, w) for w in words[mark + 1 : first]):
        return range(0)
    if not (closes_quotation(tree, words[mark]) or words[mark + 1].text == ","):
        return range(0)
    start = next((i for i in range(mark - 1, max(mark - LONGEST, -1), -1) if QUOTE in words[i].text), None)
    return range(0) if start is None else range(start, mark)


def _is_bare(tree: Tree, pack: LanguagePack, item: Reference) -> bool:
    """Whether nothing is told of what somebody is, nor that he is another one."""
    ages = pack.words["age_units"]
    told = [c for c in tree.children(item.i, "nmod", "name", "appos", "conj") if c.lemma not in ages]
    return not told and not any(c.lower in pack.words["others"] for c in tree.children(item.i, "amod", "det"))


def _is_speech(pack: LanguagePack, verb: Word) -> bool:
    """Whether a word is the form of a verb of speech, whatever the parser took it for."""
    return verb.lemma in pack.reporting or infinitive_of(verb.lower, verb.lower, pack.verb_lemmas) in pack.reporting


def _lead(tree: Tree, start: int) -> tuple[int, int] | None:
    """The words that lead up to a quotation: to its colon, or the sentence before."""
    words = tree.words
    if start > 0 and words[start - 1].text == ":":
        return tree.sents[words[start - 1].sent][0], start - 1
    sent = words[start].sent
    if start == tree.sents[sent][1] - 1:
        sent += 1  # the parser left the opening mark at the end of the sentence before
    return tree.sents[sent - 1] if sent > 0 else None


def _may_be(table: References, item: Reference, j: int) -> bool:
    root = table.items[table.root(j)]
    if root.kind is not MentionKind.NAME or root.number == "Plur" or not load_schema().fits(root.type, SPEAKING):
        return False
    return (root.type == "Person") == (item.type == "Person") and compatible(item.type, root.type)
