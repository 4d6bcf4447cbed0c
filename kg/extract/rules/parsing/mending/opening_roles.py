"""Offices and trades that open a sentence: "Diplômée de l'ENA, Jeanne Morel dirige …"."""

from kg.extract.rules.parsing.mending.grammar import is_finite, is_person_by_parts
from kg.extract.rules.parsing.mending.lost_appositions import right_before
from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Tree, Word
from kg.lang import LanguagePack
from kg.lang.schema import load_schema

SHORTEST, LONGEST = 4, 12  # words of a sentence with a subject behind what opens it, and up to the comma between
# As what an opening role is misread:
OPENING = ("obl", "advcl", "advmod", "dislocated", "nmod", "parataxis", "dep", "vocative", *SUBJECTS)


def turn_opening_trades(tree: Tree, pack: LanguagePack) -> bool:
    """ "Architecte reconnu, il a dessiné …": a trade that opens a sentence is a noun, whatever its capital tells."""
    trades = pack.trades | pack.words["natives"]
    mended = False
    for first, last in tree.sents:
        word = tree.words[first]
        if word.pos not in ("PROPN", "ADJ", "ADV", "X") or last - first < SHORTEST:
            continue
        if word.lower not in trades and (word.pos != "PROPN" or pack.nouns.get(word.lower) != "Person"):
            continue
        behind = tree.words[first + 1]
        set_off = any(w.text == "," for w in tree.words[first + 1 : min(first + LONGEST, last)])
        if set_off and (behind.text == "," or behind.pos in ("ADP", "ADJ", "CCONJ", "VERB")) and not behind.is_title:
            word.pos, word.lemma, mended = "NOUN", word.lower, True
    return mended


def lower_opening_roles(tree: Tree, pack: LanguagePack) -> bool:
    """ "Invité de RTL, Marc Petit a promis …": a bare noun that opens a sentence with a verb is not its head."""
    mended = False
    for first, last in tree.sents:
        word = next((w for w in tree.words[first : min(first + 2, last)] if w.pos == "NOUN"), tree.words[first])
        mended = (word.head == ROOT and _give_way(tree, pack, word, last)) or mended
    return mended


def hang_opening_roles(tree: Tree, pack: LanguagePack) -> bool:
    """ "Diplômée de l'ENA, Jeanne Morel dirige …": a bare office or trade before the comma is said of the subject."""
    mended = False
    for first, last in tree.sents:
        word = next((w for w in tree.words[first : min(first + 3, last)] if w.pos in ("NOUN", "PROPN")), None)
        if word is None or word.head == ROOT or word.case or word.rel not in OPENING:
            continue
        subject = next((c for c in tree.children(word.head, *SUBJECTS) if c is not word), None)
        below = _with_complements(tree, word, subject)
        comma = below[-1] + 1
        comma += comma < last and tree.words[comma].text == '"'  # 'Invité de "Quotidien", X …'
        if subject is None or below[0] != first or comma + 1 > subject.i or tree.words[comma].text != ",":
            continue
        if not _is_of_person(tree, word, pack) and not _is_of_a_body(tree, word, pack):
            continue
        named = subject.pos in ("PROPN", "NOUN") or subject.lower in pack.words["subject_clitics"]
        if tree.child(word.i, "det", "cop") is None and named:
            for other in tree.words[word.i + 1 : below[-1] + 1]:
                other.head = word.i if other.head == word.head else other.head  # "Infirmière au CHU, Anne Roy …"
            word.head, word.rel, mended = subject.i, "appos", True
    return mended


def free_behind_roles(tree: Tree, pack: LanguagePack) -> bool:
    """ "Conseiller de Luc Roy, Anne Petit a démissionné": the name before the verb acts, the bare role tells of it."""
    mended = False
    for first, last in tree.sents:
        role = next((w for w in tree.words[first : min(first + 3, last)] if w.pos == "NOUN"), None)
        if role is None or role.rel not in SUBJECTS or role.head < role.i or role.case:
            continue
        told = tree.child(role.i, "det", "cop") is None and _is_of_person(tree, role, pack)
        if not told or tree.subtree(role.i)[0] != first:
            continue
        name = right_before(tree, tree.words[role.head], pack)
        if name is not None and name.pos == "PROPN" and any(w is role for w in tree.ancestors(name.i)):
            name.head, name.rel, role.head, role.rel, mended = role.head, role.rel, name.i, "appos", True
    return mended


def _with_complements(tree: Tree, word: Word, subject: Word | None) -> list[int]:
    """The words of an opening role up to its comma, those that the parser hung on the verb among them."""
    below = tree.subtree(word.i, ("punct",))
    if subject is None or word.i != below[0]:
        return below
    start = tree.subtree(subject.i, ("punct",))[0]
    for other in tree.children(word.head, "obl", "nmod"):
        inside = tree.subtree(other.i, ("punct",))
        if other.case and word.i < inside[0] and inside[-1] < start - 1 and inside[0] == below[-1] + 1:
            below = [*below, *inside]
    return below


def _give_way(tree: Tree, pack: LanguagePack, role: Word, last: int) -> bool:
    """Make the clause whose subject stands right behind the comma the main one; who it tells of is that subject."""
    if role.pos != "NOUN" or role.case or tree.child(role.i, "det", "cop", *SUBJECTS) is not None:
        return False
    for verb in tree.children(role.i):
        subject = tree.child(verb.i, *SUBJECTS)
        if not is_finite(tree, verb) or subject is None or tree.child(verb.i, "mark", "cc") is not None:
            continue
        start = tree.subtree(subject.i, ("punct",))[0]
        if role.i < start < verb.i < last and tree.words[start - 1].text == ",":
            verb.head, verb.rel = ROOT, "ROOT"
            role.head, role.rel = (subject.i, "appos") if _is_of_person(tree, role, pack) else (verb.i, "advcl")
            for other in tree.words[start - 1 : last]:
                other.head = verb.i if other.head == role.i else other.head
            return True
    return False


def _is_of_person(tree: Tree, word: Word, pack: LanguagePack) -> bool:
    """Whether a word tells what somebody is: of a trade, an office, kin, "natif", "bras droit"."""
    if is_person_by_parts(tree, pack, word):
        return True
    return pack.nouns.get(word.lemma) == "Person" or word.lemma in pack.trades or word.lemma in pack.words["natives"]


def _is_of_a_body(tree: Tree, word: Word, pack: LanguagePack) -> bool:
    """ "Filiale du groupe Valtec, Zumo a …", "Propriété de Valtec, …": what one body is to another."""
    kind = pack.nouns.get(word.lemma, "")
    body = load_schema().is_a(kind, "Organization") or word.lemma in pack.words["counterparts"]
    return body and any(c.case in pack.words["of"] for c in tree.children(word.i, "nmod"))
