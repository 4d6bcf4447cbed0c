"""Whether somebody is told to speak where he is mentioned: by grammar, by place, or as whose opinion opens."""

from kg.extract.rules.coreference.opinions import opens_opinion
from kg.extract.rules.mentions.references import Reference, References
from kg.extract.rules.parsing.lemmas import infinitive_of
from kg.extract.rules.parsing.tree import QUOTE, ROOT, SUBJECTS, Tree, Word
from kg.lang import LanguagePack

TOLD = frozenset({"claims", "announced", "thinks"})  # acts whose object is no person


def speaks_at(tree: Tree, pack: LanguagePack, table: References, item: Reference) -> bool:
    """Tell whether somebody speaks where he is mentioned, or "Pour X, …" opens with what he thinks."""
    word = tree.words[item.i]
    return is_voice(tree, pack, word) or _closes_by_place(tree, pack, item) or opens_opinion(tree, pack, table, word)


def is_voice(tree: Tree, pack: LanguagePack, word: Word) -> bool:
    """Tell whether a word is the subject of a verb of speech, before it or behind it, or a source ("selon X")."""
    if word.case in pack.words["according_to"] or _tells_before(tree, pack, word):
        return True
    if word.head == ROOT or word.case or tree.words[word.head].lemma not in pack.reporting:
        return False
    if word.rel in SUBJECTS:
        return tree.words[word.head].rel not in ("relcl", "acl")  # "ce que dit X"
    told_of = any(c.rel in SUBJECTS for c in tree.children(word.head))
    verb, gerunds = tree.words[word.head], tuple(sorted(pack.words["gerund_endings"]))
    finite = "VerbForm=Inf" not in verb.morph and not verb.lower.endswith(gerunds)
    return word.rel in ("obj", "obl") and word.i > word.head and finite and not told_of


def _tells_before(tree: Tree, pack: LanguagePack, word: Word) -> bool:
    """ ""…", avance M. Petit": right behind a quotation a verb of speech, though the parser took it for a noun."""
    at = word.i - 1
    while at > 0 and tree.words[at].lower in pack.courtesies:
        at -= 1
    verb, before = tree.words[at], tree.words[max(at - 2, 0) : at]
    if not any(QUOTE in w.text for w in before) or any(w.text.isalnum() for w in before):
        return False
    return verb.lemma in pack.reporting or infinitive_of(verb.lower, verb.lower, pack.verb_lemmas) in pack.reporting


def _closes_by_place(tree: Tree, pack: LanguagePack, item: Reference) -> bool:
    """ "…, a poursuivi Me Petit", ""…", aurait plaidé l'ancien maire": right behind a verb that a comma parts off.

    Whatever the parser made of it; "…, a accusé Paul Petit" may as well tell whom somebody accused.
    """
    words, at = tree.words, item.core[0] - 1
    while at > 0 and words[at].lower in pack.courtesies:
        at -= 1
    verb, first = words[at], at
    while first > 0 and words[first - 1].sent == verb.sent and words[first - 1].pos in ("AUX", "ADV"):
        first -= 1
    carried = any(w.pos == "AUX" for w in words[first:at])
    if pack.adposition != "child" or first == 0 or not carried or verb.lemma in pack.words["acting_on_persons"]:
        return False
    if words[first - 1].text != "," and QUOTE not in words[first - 1].text:
        return False
    start = tree.sents[verb.sent][0]
    quoted = pack.reporting.get(verb.lemma) in TOLD and any(QUOTE in w.text for w in words[start:first])
    return quoted or verb.lemma in pack.words["telling_only"]
