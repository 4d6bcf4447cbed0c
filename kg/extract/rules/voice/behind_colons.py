"""Whose quotation opens a sentence: ""Je suis épuisée": la main levée, l'infirmière Anne Roux …"."""

from kg.extract.rules.parsing.tree import SUBJECTS, Word
from kg.extract.rules.voice.quotations import Quote
from kg.extract.rules.voice.speech import Speech
from kg.lang.schema import load_schema

BELOW = ("relcl", "acl", "xcomp", "advcl")  # clauses that tell of somebody or something beside the sentence


def opens_with_colon(speech: Speech, quote: Quote) -> bool:
    """Whether a quotation opens its sentence and a colon follows it: what stands behind tells whose it is."""
    words, colon = speech.tree.words, quote.last + 1
    if speech.pack.adposition != "child" or colon + 1 >= len(words) or words[colon].text != ":":
        return False
    start = speech.tree.sents[words[quote.first].sent][0]
    return all(w.pos == "PUNCT" for w in words[start : quote.first])


def opened_by(speech: Speech, quote: Quote, behind: list[Word]) -> int | None:
    """Return who acts in the sentence that a whole quotation opens with a colon; `behind` are the words from it on."""
    words, quoted = speech.tree.words, range(quote.first, quote.last)
    if not opens_with_colon(speech, quote) or not any("VerbForm=Fin" in words[i].morph for i in quoted):
        return None  # ""Gens de peu": Marc Blin fustige le ministre"
    first = next((w for w in behind if _acts(speech, w)), None)
    acting = [] if first is None else [w for w in behind if _acts(speech, w) and w.head == first.head]
    found = (speech.reference(w.i) for w in acting)  # "les mains jointes, la dessinatrice …": the parser may take both
    index = next((j for j in found if j is not None and _is_people(speech, j)), None)
    return None if index is None or _is_named(speech, quoted, index) else index


def _acts(speech: Speech, word: Word) -> bool:
    """Whether a word is the subject of a main verb."""
    return word.rel in SUBJECTS and word.i not in speech.in_quote and speech.tree.words[word.head].rel not in BELOW


def _is_people(speech: Speech, index: int) -> bool:
    root = speech.table.items[speech.table.root(index)]
    return load_schema().fits(root.type, ("Person", "Group"))


def _is_named(speech: Speech, quoted: range, index: int) -> bool:
    """ ""Luc Blin doit partir": Luc Blin répond": nobody speaks of himself by his name."""
    table, root = speech.table, speech.table.root(index)
    inside = (j for j, x in enumerate(table.items) if x.i in quoted and not x.determiner.startswith("first"))
    return any(table.root(j) == root for j in inside)
