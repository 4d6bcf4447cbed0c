"""Whom "ajoute-t-il" and "Il précise" go on about: who spoke in the sentence before, or whom it is about."""

from collections.abc import Sequence
from itertools import takewhile

from kg.extract.rules.coreference.opinions import opens_opinion
from kg.extract.rules.coreference.stand_for import may_speak, may_stand_for
from kg.extract.rules.coreference.voices import speaks_at
from kg.extract.rules.mentions.references import Reference, References
from kg.extract.rules.parsing.clitics import is_enclitic
from kg.extract.rules.parsing.tree import QUOTE, ROOT, SUBJECTS, Tree, Word
from kg.lang import LanguagePack
from kg.lang.schema import load_schema
from kg.model import MentionKind

OPENING = 3  # words into a sentence where its subject stands
CLOSING = 8  # words between a closing mark and the pronoun of "a-t-il encore dit"
FURTHER = 3  # sentences that "ajoute-t-il" looks further back for who spoke
LONGEST = 80  # words from a description to the mark that closes the quotation


def find_last_voice(tree: Tree, pack: LanguagePack, table: References, index: int) -> int | None:
    """ "…", assure un juge. "…", ajoute-t-il: the judge, whoever else has a name.

    Where nobody spoke just before, it is whom the sentence before is about: "Anne Morel est sceptique. "…", dit-elle".
    """
    item = table.items[index]
    word = tree.words[item.i]
    if item.determiner != "third" or word.case:
        return None
    opener = _opener(tree, pack, table, item) if is_enclitic(pack, word) else None
    lead = _lead(tree, pack, word)
    if lead is None or opener is not None:
        return opener
    first, end, start = lead
    here = [j for j in range(len(table.items)) if first <= table.items[j].i < end]
    apart = [j for j in here if not tree.cuts_quotation(table.items[j].i, start)]  # quoted there, it says nothing here
    may_be = [j for j in apart if _may_be(tree, pack, table, item, j)]
    voices = [j for j in may_be if speaks_at(tree, pack, table, table.items[j])]
    spoken = voices[-1] if voices else None
    colon = end == start - 1
    if spoken is not None and not colon:
        return spoken
    heard = [j for j in may_be if _tells_behind(tree, pack, tree.words[table.items[j].i])]
    spoken = heard[-1] if heard and not colon else spoken
    if not is_enclitic(pack, word):
        return spoken
    if not colon and tree.words[word.head].lemma in pack.words["speaking_on"]:
        earlier = None if _tells(tree, pack, first, end) else _voice_earlier(tree, pack, table, item, first)
        if earlier is not None:
            return earlier
    subjects = [j for j in may_be if is_main_subject(tree, tree.words[table.items[j].i])]
    persons = [j for j in subjects if colon or _is_somebody(table, item, j)]
    return persons[0] if persons else spoken


def _opener(tree: Tree, pack: LanguagePack, table: References, item: Reference) -> int | None:
    """ "Pour Anne Morel, le texte est mauvais, ajoute-t-elle": with whose opinion the sentence itself opens."""
    start = tree.sents[item.sent][0]
    before = takewhile(lambda j: table.items[j].i >= start, range(table.at[item.i] - 1, -1, -1))
    named = (j for j in before if table.items[table.root(j)].kind is MentionKind.NAME)
    opening = (j for j in named if opens_opinion(tree, pack, table, tree.words[table.items[j].i]))
    return next((j for j in opening if _may_be(tree, pack, table, item, j)), None)


def _voice_earlier(tree: Tree, pack: LanguagePack, table: References, item: Reference, first: int) -> int | None:
    """ ""…", dit un juge. Un mur est tombé. "…", ajoute-t-il": who spoke last before what leads up to it."""
    oldest = tree.sents[max(tree.words[first].sent - FURTHER, 0)][0]
    before = takewhile(lambda j: table.items[j].i >= oldest, range(table.at[item.i] - 1, -1, -1))
    voices = (j for j in before if table.items[j].i < first and speaks_at(tree, pack, table, table.items[j]))
    plain = (j for j in voices if not tree.cuts_quotation(table.items[j].i, first))
    last = next(plain, None)
    return last if last is not None and _may_be(tree, pack, table, item, last) else None


def _tells(tree: Tree, pack: LanguagePack, first: int, end: int) -> bool:
    """Whether somebody is told to speak in a sentence, whoever it is."""
    verbs = (w for w in tree.words[first:end] if w.pos == "VERB" and w.lemma in pack.reporting)
    return any(not tree.cuts_quotation(first, w.i) for w in verbs)


def own_voices(tree: Tree, pack: LanguagePack, table: References, item: Reference) -> set[int]:
    """ ""Je soutiens le président", a dit Marc Petit": the roots of who speaks right behind what a description closes.

    Nobody calls himself so in his own words, nor "il", unless they say what he is: "Je suis le président de tous". Nor
    does who is meant by "a-t-il dit": "Paul Roux est mort. Marc Petit le pleure. "Il aimait la vie", dit-il". What a
    sentence of the article takes up is adapted to it: "Des amis "l'aident", a-t-elle dit".
    """
    words, at = tree.words, table.at[item.i]
    if tree.child(item.i, "cop") is not None or words[item.i].rel == "attr":
        return set()
    mark = next((w for w in words[item.i : item.i + LONGEST] if QUOTE in w.text), None)
    if mark is None or not closes_quotation(tree, mark):
        return set()
    behind = [
        j
        for j in takewhile(lambda j: table.items[j].i <= mark.i + CLOSING, range(at + 1, len(table.items)))
        if table.items[j].i > mark.i
    ]
    names = [j for j in behind if table.items[j].kind is MentionKind.NAME]
    own = {table.root(j) for j in names if speaks_at(tree, pack, table, table.items[j])}
    closing = next((j for j in behind if is_enclitic(pack, words[table.items[j].i])), None)
    whole = not own and closing is not None and _is_whole(words, item.i)
    voice = find_last_voice(tree, pack, table, closing) if whole and closing is not None else None
    return own if voice is None else {table.root(voice)}


def _is_whole(words: Sequence[Word], i: int) -> bool:
    """Whether the quotation around a word begins a sentence, or stands behind a colon, a comma or the like."""
    first = next((w.i for w in reversed(words[max(0, i - LONGEST) : i]) if QUOTE in w.text), 0)
    return first == 0 or words[first - 1].pos == "PUNCT" or words[first - 1].sent != words[first].sent


def closes_quotation(tree: Tree, mark: Word) -> bool:
    """Whether a quotation mark stands right behind a word and a space behind it, or a comma."""
    before, behind = tree.words[mark.i - 1 : mark.i], tree.words[mark.i + 1 : mark.i + 2]
    glued = bool(before) and before[0].end == mark.start
    return glued and not (behind and behind[0].start == mark.end and behind[0].text[:1].isalnum())


def _lead(tree: Tree, pack: LanguagePack, word: Word) -> tuple[int, int, int] | None:
    """The sentence that leads up to what a pronoun's clause closes, to its colon if any, and where that begins."""
    words = tree.words
    start = tree.sents[word.sent][0]
    if is_enclitic(pack, word):
        marks = [i for i in range(max(0, word.i - CLOSING), word.i) if '"' in words[i].text]
        if marks:
            start = _opening(words, marks[-1], start)
    elif word.rel not in SUBJECTS or word.i - start >= OPENING or _is_quoted_on(tree, start, word.i):
        return None
    if start > 0 and words[start - 1].text == ":":
        return tree.sents[words[start - 1].sent][0], start - 1, start
    sent = words[start].sent
    if start == tree.sents[sent][1] - 1 and words[start].text == '"':
        sent += 1  # the parser left the opening mark at the end of the sentence before
    return (*tree.sents[sent - 1], start) if sent > 0 else None


def _is_quoted_on(tree: Tree, start: int, i: int) -> bool:
    """ ""…", dit le juge. "Il a menti"": words quoted right behind a quotation do not go on about who spoke."""
    words, sent = tree.words, tree.words[start].sent
    before = words[tree.sents[sent - 1][0] : start] if sent > 0 else []
    return any(QUOTE in w.text for w in words[start:i]) and any(QUOTE in w.text for w in before)


def _opening(words: Sequence[Word], mark: int, start: int) -> int:
    """Where a quotation that a mark closes begins; "A." "B", dit-il": with what stands right before it."""
    first = next((i for i in range(mark - 1, -1, -1) if QUOTE in words[i].text), start)
    closes = first > 1 and words[first].text == words[first - 1].text == QUOTE
    return _opening(words, first - 1, first) if closes else first


def _may_be(tree: Tree, pack: LanguagePack, table: References, item: Reference, j: int) -> bool:
    other, root = table.items[j], table.items[table.root(j)]
    if root.kind is MentionKind.PRONOUN or other.determiner == "possessor":
        return False
    city = root.type == "City" and speaks_at(tree, pack, table, other)
    speaks = city or may_speak(tree.words[item.i], root)
    return speaks and may_stand_for(tree, pack, item, other, root)


def _tells_behind(tree: Tree, pack: LanguagePack, word: Word) -> bool:
    """ "Même son de cloche pour X, qui a préféré ironiser": the relative clause of X says that he speaks."""
    return any(
        verb.lemma in pack.reporting
        for clause in tree.children(word.i, "relcl")
        if any(c.lower in pack.words["relative_subject"] for c in tree.children(clause.i, *SUBJECTS))
        for verb in (clause, *tree.children(clause.i, "xcomp"))
    )


def _is_somebody(table: References, item: Reference, j: int) -> bool:
    """Whether a mention is a person, or for "disent-ils" several: "Deux élus attendent le train. "…", disent-ils"."""
    several = item.number == table.items[j].number == "Plur"
    return load_schema().fits(table.items[table.root(j)].type, ("Person", "Group") if several else ("Person",))


def is_main_subject(tree: Tree, word: Word) -> bool:
    """Tell whether a word is the subject of its sentence's main verb."""
    return word.rel in SUBJECTS and word.head != ROOT and tree.words[word.head].head == ROOT
