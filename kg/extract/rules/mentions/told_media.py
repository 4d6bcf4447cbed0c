"""A medium behind an inverted verb of speech is whom one speaks to: "a confirmé son avocat à BFMTV".

The parser takes it for a complement of the speaker, as if the lawyer worked there.
"""

from kg.extract.rules.mentions.references import References
from kg.extract.rules.parsing.tree import ROOT, Tree, Word, fill_children
from kg.lang import LanguagePack
from kg.lang.schema import load_schema

SPEAKERS = ("Person", "Organization")
SAID_BY = ("subj", "obj", "obl", "dislocated", "dep")  # what the parser makes of a subject behind its verb
WITHIN = ("appos", "name", "nmod", "flat")  # "explique X, président de la fédération, à l'AFP"
STEPS = 4  # from the medium to the speaker


def hang_media_on_verbs(tree: Tree, pack: LanguagePack, table: References) -> None:
    """Hang each medium that closes an inverted clause of speech below its verb."""
    mended = False
    for item in table.items:
        word = tree.words[item.i]
        if item.type != "MediaOutlet" or word.rel != "nmod" or word.case not in pack.words.get("told_in", frozenset()):
            continue
        verb = _verb_before(tree, pack, table, word)
        if verb is not None:
            _cut_off(tree, table, word)
            word.head, word.rel, mended = verb.i, "obl", True
    if mended:
        fill_children(tree)


def _cut_off(tree: Tree, table: References, medium: Word) -> None:
    """A medium is no part of the phrase that it was hung on: of "son avocat à BFMTV" "son avocat" is left."""
    opens = min(tree.subtree(medium.i)[0], medium.i)
    while opens > 0 and tree.words[opens - 1].pos == "PUNCT":
        opens -= 1
    for item in table.items:
        if item.i < medium.i:
            cut = [(first, opens) if first <= medium.i < last else (first, last) for first, last in item.extents]
            item.extents = tuple(dict.fromkeys(e for e in cut if e[0] < e[1])) or item.extents


def _verb_before(tree: Tree, pack: LanguagePack, table: References, medium: Word) -> Word | None:
    """The verb of speech whose inverted subject a medium is hung on; none where a trade is of the medium itself."""
    speaker = tree.words[medium.head]
    if speaker.lemma in pack.words.get("media_trades", frozenset()):
        return None
    for _ in range(STEPS):
        if speaker.head == ROOT or speaker.head > speaker.i:
            return None
        above = tree.words[speaker.head]
        if above.pos == "VERB":
            index = table.at.get(speaker.i)
            kind = table.items[index].type if index is not None else ""
            able = load_schema().fits(kind, SPEAKERS) and kind != "MediaOutlet"
            said = speaker.rel in SAID_BY and not speaker.case and above.lemma in pack.reporting
            return above if able and said else None
        if speaker.rel not in WITHIN:
            return None
        speaker = above
    return None
