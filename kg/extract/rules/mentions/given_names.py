"""What a given name tells of the words behind it: "Florence Parly" is nobody's town."""

from kg.extract.rules.mentions.names import Names, Span
from kg.extract.rules.parsing.tree import PERSON_LABELS, Tree, Word
from kg.lang.schema import load_schema

FULL = 4  # words of somebody's name, at most
OPENING = frozenset({'"', ":", "-", "–", "—", ".", "(", "!", "?"})  # behind which a capital tells nothing
UNLIKELY = ("VERB", "AUX", "ADV")  # what a capitalised word inside a sentence hardly is


def is_given_name(tree: Tree, word: Word, kind: str, names: Names) -> bool:
    """ "Florence Parly", "Aude Léa Petit": a given name before a surname, though a place is called so as well."""
    after = tree.words[word.i + 1] if word.i + 1 < len(tree.words) else None
    close = after is not None and after.sent == word.sent and after.start == word.end + 1
    if after is None or not close:
        return False
    if _opens_as_trade(tree, word, after, names):
        return True
    if not load_schema().is_a(kind, "Place") or not names.gender(word.text):
        return False
    return after.is_title and after.pos == "PROPN" and not after.text.isupper()


def _opens_as_trade(tree: Tree, word: Word, after: Word, names: Names) -> bool:
    """ "Economist Ann Lee said": at the head of a sentence, a trade before a person is no newspaper."""
    opens = word.i == tree.sents[word.sent][0] or tree.words[word.i - 1].text in OPENING
    return (
        opens
        and after.ent in PERSON_LABELS
        and word.ent not in PERSON_LABELS
        and word.lower in names.pack.lists["occupations"]
    )


def opens_surname(tree: Tree, i: int, names: Names) -> bool:
    """ "Marine Le Pen", "Usain Bolt": behind a name, a capitalised particle, or what the parser takes for a verb."""
    word, before = tree.words[i], tree.words[i - 1]
    if names.pack.adposition != "child" or not word.is_title or word.text.isupper() or word.start != before.end + 1:
        return False
    if word.lower in names.pack.words["particles"]:
        after = tree.words[i + 1] if i + 1 < len(tree.words) else word
        return names.gender(before.text) != "" and after.is_title and after.start == word.end + 1
    return word.pos in UNLIKELY and before.pos == "PROPN" and word.text.isalpha()


def is_full_name(tree: Tree, span: tuple[int, int], names: Names) -> bool:
    """ "Redoine Faïd", "Bruno Le Maire": a given name and a surname that is no common noun."""
    first, last = span
    words, pack = tree.words, names.pack
    if not 2 <= last - first <= FULL or not names.gender(words[first].text):
        return False
    if names.entry(names.surface(tree, first, last)) is not None:
        return False
    if any(not w.text.replace("-", "").isalpha() or not w.is_title or w.text.isupper() for w in words[first:last]):
        return False
    if words[first + 1].lower in pack.words["particles"] and last - first > 2:
        return True
    common = any(form in pack.nouns for w in words[first + 1 : last] for form in (w.lower, w.lemma))
    return not common and names.entry(words[last - 1].text) is None


def with_particle(tree: Tree, span: Span, names: Names) -> Span:
    """ "Marine Le Pen" at the head of a sentence, where "Marine" is taken for a noun; "Macron et Le Pen".

    Args:
        span: a name, or what is left of one.

    Returns:
        The name with what stands before it.
    """
    (first, last, kind), words, particles = span, tree.words, names.pack.words["particles"]
    lead = next((i for i in (first, first - 1) if i > 0 and _is_particle(words[i], particles)), None)
    if lead is None or lead + 1 >= last or words[lead + 1].start != words[lead].end + 1:
        return span
    before = words[lead - 1]
    if before.sent != words[lead].sent or before.text in OPENING:
        return span
    close = before.end + 1 == words[lead].start
    if close and before.is_title and not before.text.isupper() and names.gender(before.text):
        return before.i, last, "Person"
    return (lead, last, kind) if kind == "Person" else span


def _is_particle(word: Word, particles: frozenset[str]) -> bool:
    return word.lower in particles and word.is_title and not word.text.isupper()
