"""Lawyers who are named beside what they are: "son conseil, Me Jeanne Morel", "Me Jeanne Morel, son défenseur"."""

from kg.extract.rules.parsing.tree import HYPHEN, ROOT, Tree, Word
from kg.lang import LanguagePack

FARTHEST = 8  # words between what a lawyer is called and his name: "l'avocat de l'un des accusés, Me …"
LONGEST = 5  # words of a name
LAWYER = "lawyer"  # the list whose word the others stand for


def name_counsel(tree: Tree, pack: LanguagePack) -> bool:
    """Read "conseil", "défenseur" beside a lawyer's title as "avocat", and hang the name on it, not on the client."""
    mended, called = False, pack.words["counsel"]
    for title in tree.words:
        last = _end_of_name(tree, pack, title) if title.text in pack.words["lawyer_titles"] else title.i
        if last - title.i < 2:
            continue
        before, behind = _before(tree, title, called), _behind(tree, last, called)
        noun = before or behind
        if noun is None:
            continue
        if noun.lower not in pack.words[LAWYER] | pack.words["lawyer_woman"]:
            noun.lemma = noun.lower = min(pack.words[LAWYER])
        noun.pos = "NOUN"
        mended = True
        if before is not None:
            _hang(tree, before, (title.i, last))
    return mended


def _end_of_name(tree: Tree, pack: LanguagePack, title: Word) -> int:
    """The word behind the capitals that follow a title."""
    i, end = title.i + 1, min(tree.sents[title.sent][1], title.i + 1 + LONGEST)
    while i < end and (
        tree.words[i].is_title or (i + 1 < end and tree.words[i + 1].is_title and _joins(pack, tree.words[i]))
    ):
        i += 1
    return i


def _joins(pack: LanguagePack, word: Word) -> bool:
    return word.text == HYPHEN or pack.adpositions.get(word.lower, word.lower) in pack.words["of"]


def _before(tree: Tree, title: Word, called: frozenset[str]) -> Word | None:
    """ "L'avocat de l'accusé, Me Jeanne Morel": the noun whose phrase ends at the comma before a title."""
    start = max(tree.sents[title.sent][0], title.i - FARTHEST)
    comma = title.i > start and tree.words[title.i - 1].text == ","
    for word in reversed(tree.words[start : title.i - comma]):
        if word.lower in called or word.lemma in called:
            return word
        if word.pos in ("VERB", "AUX", "PUNCT") or not comma:
            return None
    return None


def _behind(tree: Tree, last: int, called: frozenset[str]) -> Word | None:
    """ "Me Jeanne Morel, son défenseur": the noun right behind the comma that closes a name."""
    near = tree.words[last : last + 3]
    if len(near) < 2 or near[0].text != "," or near[0].sent != near[-1].sent:
        return None
    noun = near[-1] if near[1].pos == "DET" else near[1]
    return noun if noun.lower in called or noun.lemma in called else None


def _hang(tree: Tree, noun: Word, span: tuple[int, int]) -> None:
    """Hang a name below the noun that tells what its bearer is, unless that is so or the noun is below it."""
    inside = range(*span)
    top = next((w for w in tree.words[slice(*span)] if w.head not in inside), None)
    if top is None or top.head in (noun.i, ROOT) or not noun.i < top.head < span[0]:
        return
    top.head, top.rel, top.case = noun.i, "appos", ""
