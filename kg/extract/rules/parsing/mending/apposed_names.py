"""The name of what somebody has, makes or meets, told behind its comma: "a présenté sa citadine, la Twingo"."""

from kg.extract.rules.parsing.agreement import agrees, determiner_class, feature
from kg.extract.rules.parsing.mending.grammar import is_person_by_parts, lacks_subject
from kg.extract.rules.parsing.tree import PERSON_LABELS, PLACE_LABELS, ROOT, SUBJECTS, Tree, Word
from kg.lang import LanguagePack

NAMED = 5  # words of a phrase between its noun and what names it, at most: "une start-up de Lyon baptisée X"
OPENING = ("advcl", "dep", "obl", "nmod", "parataxis")  # what a name that opens a sentence, or its noun, is taken for
LOOSE = ("obl", "obj", "nmod", "dep", "conj", "iobj")
CLOSING = frozenset({",", ".", ")", ";", "(", ":", "!", "?"})


def appose_to_possessions(tree: Tree, pack: LanguagePack) -> bool:
    """ "a présenté sa citadine, la Twingo, mardi": behind the noun and a comma, a name between marks is the noun's.

    So it is in "le ministre et son frère, Luc Roy, …", where the parser takes it for that of the first.
    """
    mended = False
    for name in tree.words[4:]:
        if not name.is_title or name.case or name.pos not in ("PROPN", "NOUN", "X", "ADJ"):
            continue
        if name.rel not in (*LOOSE, "appos"):
            continue
        first, last = _span(tree, name)
        comma = first - 1
        if name.head == ROOT or tree.words[comma].text != "," or not _is_closed(tree, last) or name.head >= comma:
            continue
        noun = _noun_before(tree, pack, comma)
        if noun is None or tree.child(name.i, "cc", "conj", "case") is not None:
            continue
        if name.rel == "appos" and noun.rel != "conj":
            continue
        near = name.head in (noun.i, noun.head) and noun.head < noun.i
        near = near or (name.head == noun.i and noun.lemma in pack.words["counterparts"])
        if near and (name.head, name.rel) != (noun.i, "appos"):
            name.head, name.rel, mended = noun.i, "appos", True
    return mended


def appose_namings(tree: Tree, pack: LanguagePack) -> bool:
    """ "une filiale baptisée Zumo", "un rival du nom de Valtec": the name is that of the noun."""
    mended, starts = False, {first: last for first, last, _ in tree.entities}
    for first, last in starts.items():
        quoted = first > 1 and tree.words[first - 1].text == '"'
        end = first - quoted
        opening = _naming_before(tree, pack, end)
        noun = None if opening is None else _noun_named(tree, pack, opening)
        if noun is None or opening is None:
            continue
        inside = tree.words[first:last]
        name = next((w for w in inside if not first <= w.head < last), inside[0])
        if name.i in (w.i for w in tree.ancestors(noun.i)):
            continue
        verb = tree.words[opening]
        name.head, name.rel, name.case, mended = noun.i, "appos", "", True
        verb.head, verb.rel, verb.pos = name.i, "dep", "ADP"
        for word in tree.words[opening + 1 : first]:
            word.head, word.rel = name.i, "punct" if word.pos == "PUNCT" else "dep"
        for child in tree.children(verb.i):
            child.head = name.i if child.i > last else child.head
    return mended


def _naming_before(tree: Tree, pack: LanguagePack, end: int) -> int | None:
    """Where the words begin that say that a name follows right behind them: "baptisé", "du nom de"."""
    words, namings = tree.words, pack.words["named_as"]
    for size in (1, 3):
        start = end - size
        if start > 0 and " ".join(w.lower for w in words[start:end]) in namings:
            finite = words[start - 1].pos in ("AUX", "PRON") or tree.child(start, "aux", "aux:pass", "cop") is not None
            return None if finite else start
    return None


def _noun_named(tree: Tree, pack: LanguagePack, opening: int) -> Word | None:
    """The noun that a phrase before a word, or before its comma, is of, if it stands near."""
    end = opening - (tree.words[opening - 1].text == ",")
    for word in reversed(tree.words[max(0, end - NAMED) : end]):
        if word.sent != tree.words[opening].sent or word.pos in ("VERB", "AUX", "PUNCT", "CCONJ", "SCONJ", "PRON"):
            return None
        common = word.pos == "NOUN" or (word.pos == "PROPN" and not word.is_title)
        if common and not (word.rel == "nmod" and word.case and tree.words[word.head].i < word.i):
            return word if end == opening or agrees(tree, word, tree.words[opening], pack) else None
    return None


def appose_kin(tree: Tree, pack: LanguagePack) -> bool:
    """ "la mort de Paul Roy, son mari, en 2012": kin between marks, behind a name, is who is named.

    So is "le mari d'Anne Petit" behind a person's name, if nothing tells that it acts.
    """
    mended = False
    for noun in tree.words[3:]:
        if noun.lemma not in pack.words["kin"] or noun.pos != "NOUN" or tree.words[noun.i - 2].text != ",":
            continue
        told = determiner_class(tree, pack, noun)[0]
        owner = _owner_told(tree, pack, noun) if told == "definite" and noun.rel not in SUBJECTS else None
        end = noun.i + 1 if owner is None else _after(tree, owner)
        name = tree.words[noun.i - 3]
        name = tree.words[name.head] if name.rel == "name" and name.head != ROOT else name
        named = name.pos == "PROPN" and name.is_title and (owner is None or _may_be_kin(tree, pack, noun, name))
        if not (told == "possessive" or owner is not None) or not named or not _ends(tree, end):
            continue
        below = {w.i for w in tree.ancestors(name.i)}
        if (noun.head, noun.rel) != (name.i, "appos") and tree.child(noun.i, "cop") is None and noun.i not in below:
            for child in tree.children(noun.i):
                child.head = name.head if name.head != ROOT and child.i >= end and child.case else child.head
            noun.head, noun.rel, noun.case, mended = name.i, "appos", "", True
    return mended


def _owner_told(tree: Tree, pack: LanguagePack, noun: Word) -> Word | None:
    """The person whose name tells whose kin somebody is: "le mari d'Anne Petit"."""
    below = [c for c in tree.children(noun.i, "nmod") if c.case in pack.words["of"] and c.i > noun.i]
    return below[0] if below and below[0].pos in ("PROPN", "NOUN") else None


def _after(tree: Tree, owner: Word) -> int:
    """Where the words of a person end: his name, or his office and name."""
    inside = [owner.i, *(c.i for c in tree.children(owner.i, "name", "appos", "amod", "nmod") if c.i > owner.i)]
    return max(i for top in inside for i in (top, *(c.i for c in tree.children(top, "name")))) + 1


def _may_be_kin(tree: Tree, pack: LanguagePack, noun: Word, name: Word) -> bool:
    """Whether a name is a person's, and of the sex of a noun."""
    if name.ent not in PERSON_LABELS:
        return False
    first = min([name.i, *(c.i for c in tree.children(name.i, "name"))])
    return {pack.sex_of(tree.words[first].lower), feature(noun, "Gender")} != {"Masc", "Fem"}


def appose_to_titled(tree: Tree, pack: LanguagePack) -> bool:
    """ "Le successeur de Luc Roy, la magistrate Anne Petit, …": whose own name is told is not who is named first."""
    mended = False
    for noun in tree.words[4:]:
        if noun.pos not in ("NOUN", "ADJ") or noun.rel not in ("appos", "conj", "nmod") or noun.case:
            continue
        named = tree.child(noun.i, "appos", "name")
        if named is None or named.i != noun.i + 1 or not named.is_title or named.pos != "PROPN":
            continue
        comma = noun.i - 2
        if tree.words[comma].text != "," or determiner_class(tree, pack, noun)[0] != "definite":
            continue
        bearer = _titled_before(tree, pack, comma)
        last = max(tree.subtree(noun.i, ("relcl", "acl", "punct", "appos", "conj"))) + 1
        last = max(last, *(i + 1 for c in tree.children(noun.i, "appos", "name") for i in (c.i, *_parts(tree, c))))
        if bearer is None or not bearer.i <= noun.head < comma or not _ends(tree, last):
            continue
        if (noun.head, noun.rel) != (bearer.i, "appos"):
            noun.head, noun.rel, mended = bearer.i, "appos", True
    return mended


def appose_behind_owners(tree: Tree, pack: LanguagePack) -> bool:
    """ "Le gendre de Jean Roy, Luc Petit, …", "Les parents de Léa, Luc et Anne Roy, …": the names are the noun's.

    The parser joins them to whose gendre or parents they are.
    """
    mended = False
    for name in tree.words[4:]:
        beside = name.rel == "conj" or (name.rel == "appos" and name.ent in PERSON_LABELS)
        part = tree.words[name.head] if beside and name.head != ROOT else name
        if name.rel == "appos" and part.ent not in PERSON_LABELS:
            continue  # nobody has the names of two people
        owner = tree.words[part.head] if part.rel == "name" and part.head != ROOT else part
        if part is name or owner.rel != "nmod" or owner.case not in pack.words["of"] or name.pos != "PROPN":
            continue
        noun = tree.words[owner.head]
        below = [*tree.children(part.i, "conj"), *tree.children(name.i, "conj")]
        row = [name, *(c for c in below if c.i > name.i)]
        first, last = _span(tree, name)[0], _span(tree, row[-1])[1]
        apart = tree.words[first - 1].text == "," and _is_closed(tree, last) and name.ent not in PLACE_LABELS
        if apart and owner.pos == "PROPN" and noun.i < owner.i and _is_told_by(tree, pack, noun, row):
            name.head, name.rel, mended = noun.i, "appos", True
            for other in row[1:]:
                other.head = name.i
    return mended


def _is_told_by(tree: Tree, pack: LanguagePack, noun: Word, row: list[Word]) -> bool:
    """Whether a noun is of one person and one name, or of several who may be one's, and two names with "et"."""
    joint = [tree.child(w.i, "cc") is not None for w in row]
    if "Number=Plur" in noun.morph:
        return noun.lemma in pack.words["of_one"] and joint == [False, True]
    person = pack.nouns.get(noun.lemma) == "Person" or noun.lemma in pack.lists["positions"]
    return (person or is_person_by_parts(tree, pack, noun)) and joint == [False]


def appose_to_sources(tree: Tree, pack: LanguagePack) -> bool:
    """ "Selon le procureur de Nice, Luc Roy, un homme a été arrêté": who is set off behind his office does not act."""
    mended, told = False, pack.words["according_to"]
    for first, end, label in tree.entities:
        name = next((w for w in tree.words[first:end] if w.rel in SUBJECTS and not first <= w.head < end), None)
        if label not in PERSON_LABELS or name is None or end >= len(tree.words) or first < 3:
            continue
        opens = tree.sents[name.sent][0]
        source = next((w for w in tree.words[opens : first - 1] if w.case in told and w.pos == "NOUN"), None)
        acting = (c for c in tree.children(name.head, *SUBJECTS) if c.i > end)
        if source is None or tree.words[first - 1].text != "," or tree.words[end].text != "," or not any(acting):
            continue
        if source.head == name.i:
            source.head, source.rel = name.head, "obl"
        name.head, name.rel, mended = source.i, "appos", True
    return mended


def hang_trades_of_rows(tree: Tree, pack: LanguagePack) -> bool:
    """ "Paul Roy et Anne Petit, journalistes à Lyon, …": a bare plural trade behind joined names is the last one's."""
    mended = False
    people = {last: first for first, last, label in tree.entities if label in PERSON_LABELS}
    for noun in tree.words[4:-1]:
        start = people.get(noun.i - 1, 0)
        joined = start > 1 and tree.words[noun.i - 1].text == "," and tree.words[start - 1].pos == "CCONJ"
        if not joined or start - 1 not in people or noun.is_title or not _is_plural_trade(pack, noun):
            continue
        name = next((w for w in tree.words[start : noun.i - 1] if not start <= w.head < noun.i - 1), tree.words[start])
        after = tree.words[noun.i + 1]
        place = tree.words[after.head] if after.pos == "ADP" and after.head > after.i else None
        if place is not None and place.head <= noun.i and place.rel in ("nmod", "obl"):
            place.head, place.rel, mended = noun.i, "nmod", True
        if (noun.head, noun.rel) != (name.i, "appos") and noun.i != name.head:
            noun.head, noun.rel, noun.pos, mended = name.i, "appos", "NOUN", True
    return mended


def _is_plural_trade(pack: LanguagePack, noun: Word) -> bool:
    plural = "Number=Plur" in noun.morph or noun.lower == noun.lemma + pack.agreement["plural"]
    return plural and noun.lemma in pack.trades and noun.pos in ("NOUN", "ADJ")


def _parts(tree: Tree, name: Word) -> list[int]:
    return [c.i for c in tree.children(name.i, "name")]


def _titled_before(tree: Tree, pack: LanguagePack, comma: int) -> Word | None:
    """Who is told by a noun to be something of a person whose name ends at a comma: "l'avocate de Marc Petit"."""
    name = tree.words[comma - 1]
    name = tree.words[name.head] if name.rel == "name" and name.head != ROOT else name
    owner = tree.words[name.head] if name.rel in ("appos", "name") and name.head != ROOT else name
    if name.pos != "PROPN" or not name.is_title or owner.rel != "nmod" or owner.case not in pack.words["of"]:
        return None
    bearer = tree.words[owner.head]
    person = pack.nouns.get(bearer.lemma) == "Person" or bearer.lemma in pack.trades
    definite = determiner_class(tree, pack, bearer)[0] in ("definite", "indefinite")
    return bearer if person and definite and bearer.i < owner.i and bearer.pos == "NOUN" else None


def _ends(tree: Tree, i: int) -> bool:
    """Whether a bare phrase ends before a word, and does not go on as a series: "X, sa fille, et Y"."""
    words = tree.words
    if i >= len(words) or words[i].text in (".", ";", ")"):
        return True
    return words[i].text == "," and i + 1 < len(words) and words[i + 1].pos not in ("CCONJ", "PROPN", "DET")


def _span(tree: Tree, name: Word) -> tuple[int, int]:
    """A name with its article and the words that belong to it."""
    inside = [name.i, *(i for c in tree.children(name.i, "det", "name", "nummod", "amod") for i in tree.subtree(c.i))]
    return min(inside), max(inside) + 1


def _is_closed(tree: Tree, end: int) -> bool:
    return end >= len(tree.words) or tree.words[end].text in CLOSING


def _noun_before(tree: Tree, pack: LanguagePack, comma: int) -> Word | None:
    """The noun with a possessive whose phrase ends at a comma: "sa nouvelle citadine", "le rival de Valtec"."""
    word = tree.words[comma - 1]
    for _ in range(4):
        told = determiner_class(tree, pack, word)[0]
        owned = told == "possessive" or (told == "definite" and word.lemma in pack.words["counterparts"])
        if owned and word.pos in ("NOUN", "PROPN") and word.head != ROOT:
            return word
        if word.head == ROOT or word.head > word.i or word.rel not in ("nmod", "amod", "name", "case", "nummod"):
            return None
        word = tree.words[word.head]
    return None


def seat_told_openers(tree: Tree, _: LanguagePack) -> bool:
    """ "Verlanis, une start-up de Grenoble, a fermé": the name that opens a sentence acts, and the noun tells of it."""
    mended = False
    for first, _last in tree.sents:
        name = tree.words[first]
        comma = first + 1
        while comma < len(tree.words) and tree.words[comma].rel == "name":
            comma += 1
        if name.pos != "PROPN" or name.case or comma >= len(tree.words) or tree.words[comma].text != ",":
            continue
        verb = tree.words[name.head] if name.rel in OPENING and name.head != ROOT else name
        if verb is not name and verb.i > comma and lacks_subject(tree, verb):
            name.rel, mended = "subj", True
        noun = next((w for w in tree.words[comma + 1 : comma + 5] if w.pos == "NOUN"), name)
        bare = noun.rel in OPENING and not noun.case and noun.head in (name.i, verb.i) and name.rel == "subj"
        if noun is not name and bare and tree.subtree(noun.i)[0] in (comma, comma + 1) and _is_set_off(tree, noun):
            noun.head, noun.rel, mended = name.i, "appos", True
    return mended


def _is_set_off(tree: Tree, noun: Word) -> bool:
    """Whether a comma closes a phrase."""
    last = tree.subtree(noun.i)[-1]
    return any(w.text == "," for w in tree.words[last : last + 2])
