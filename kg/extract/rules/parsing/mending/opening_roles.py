"""Offices and trades that open a sentence: "Diplômée de l'ENA, Jeanne Morel dirige …"."""

from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Tree, Word
from kg.lang import LanguagePack
from kg.lang.schema import load_schema

SHORTEST, LONGEST = 4, 12  # words of a sentence with a subject behind what opens it, and up to the comma between
OPENING = ("obl", "advcl", "dislocated", "nmod", "parataxis", "dep", *SUBJECTS)  # as what an opening role is misread


def turn_opening_trades(tree: Tree, pack: LanguagePack) -> bool:
    """ "Architecte reconnu, il a dessiné …": a trade that opens a sentence is a noun, whatever its capital tells."""
    trades = pack.trades
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


def hang_opening_roles(tree: Tree, pack: LanguagePack) -> bool:
    """ "Diplômée de l'ENA, Jeanne Morel dirige …": a bare office or trade before the comma is said of the subject."""
    mended = False
    for first, last in tree.sents:
        word = next((w for w in tree.words[first : min(first + 3, last)] if w.pos in ("NOUN", "PROPN")), None)
        if word is None or word.head == ROOT or word.case or word.rel not in OPENING:
            continue
        subject = next((c for c in tree.children(word.head, *SUBJECTS) if c is not word), None)
        below = tree.subtree(word.i, ("punct",))
        comma = below[-1] + 1
        comma += comma < last and tree.words[comma].text == '"'  # 'Invité de "Quotidien", X …'
        if subject is None or below[0] != first or comma + 1 > subject.i or tree.words[comma].text != ",":
            continue
        of_person = pack.nouns.get(word.lemma) == "Person" or word.lemma in pack.trades
        if not of_person and not _is_of_a_body(tree, word, pack):
            continue
        named = subject.pos in ("PROPN", "NOUN") or subject.lower in pack.words["subject_clitics"]
        if tree.child(word.i, "det", "cop") is None and named:
            word.head, word.rel, mended = subject.i, "appos", True
    return mended


def _is_of_a_body(tree: Tree, word: Word, pack: LanguagePack) -> bool:
    """ "Filiale du groupe Valtec, Zumo a …", "Propriété de Valtec, …": what one body is to another."""
    kind = pack.nouns.get(word.lemma, "")
    body = load_schema().is_a(kind, "Organization") or word.lemma in pack.words["counterparts"]
    return body and any(c.case in pack.words["of"] for c in tree.children(word.i, "nmod"))
