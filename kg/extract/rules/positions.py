"""What somebody is by title or trade, and what business a firm is in: "le ministre X", "le groupe automobile X"."""

from collections.abc import Iterator

from kg.extract.rules.functions import before_employer, function_of, is_of_oneself
from kg.extract.rules.reading import Draft, Reading, said_by_form
from kg.extract.rules.syntax import SUBJECT
from kg.extract.rules.titles import Title
from kg.extract.rules.tree import Word
from kg.lang.schema import load_schema
from kg.model import Datatype, MentionKind, Value

OFFICE_OF = ("of", "to", "for")  # adpositions of a title's own complement: "head of sales at Aton"


def find_titles_held(reading: Reading) -> Iterator[Draft]:
    """ "le ministre de l'Intérieur X": a position; "le journaliste X": an occupation; "l'opérateur X": a business."""
    pack, schema = reading.pack, load_schema()
    titled = {title.noun for title in reading.titles}
    for title in [*reading.titles, *_descriptions(reading)]:
        noun, root = reading.tree.words[title.noun], reading.root(title.reference)
        lemma = noun.lemma
        if root.type == "Person" and "Number=Plur" not in noun.morph and noun.tag not in ("NNS", "NNPS"):
            predicate = "" if is_of_oneself(reading, noun, title.reference) else function_of(reading, noun)
        elif schema.fits(root.type, ("Organization",)) or root.type == "Entity":
            predicate = "industry" if lemma in pack.lists["industries"] else ""
        else:
            predicate = ""
        first, last = _title_words(reading, noun)
        own = reading.table.items[title.reference].core[0]
        last = own if first <= noun.i < own < last else last
        last = before_employer(reading, noun, last) if predicate == "occupation" else last
        if predicate == "industry" and not _tells_business(reading, noun, first, last):
            predicate = ""
        if predicate:
            if title.noun not in titled and predicate == "holdsPosition" and last - first == 1:
                continue  # "le ministre" again says nothing more
            value = Value(text=_without_nationality(reading, first, last), datatype=Datatype.STRING)
            draft = said_by_form(title.reference, predicate, value, noun.i, f"title/{predicate}", 0.85)
            draft.object_words = (first, last)
            draft.past = reading.context.past.is_former(noun.i)
            if title.verb is not None:
                draft.verb, draft.background = title.verb, False
            yield draft


def _tells_business(reading: Reading, noun: Word, first: int, last: int) -> bool:
    """Whether a title tells one firm's business: not "le géant américain X", "les quotidiens X et Y"."""
    if "Number=Plur" in noun.morph:
        return False
    alone = " " not in _without_nationality(reading, first, last)
    return not (alone and noun.lemma in reading.pack.words["generic_firms"])


def _descriptions(reading: Reading) -> Iterator[Title]:
    """Definite descriptions that stand for a named person: "le maire de Béziers" for one who is named elsewhere."""
    titled = {title.noun for title in reading.titles}
    for index, item in enumerate(reading.table.items):
        if item.kind is MentionKind.NOMINAL and item.determiner == "definite" and item.i not in titled and item.head:
            root = reading.root(index)
            if root.kind is MentionKind.NAME and root.type == "Person" and _is_told(reading, index):
                yield Title(item.i, index)


def _is_told(reading: Reading, index: int) -> bool:
    """Whether the article calls somebody so, or a description acts and nobody else can be meant.

    "retourner chez le coiffeur" is anybody's, and "la star" of an article on two is either's.
    """
    table, item = reading.table, reading.table.items[index]
    root = table.root(index)
    if item.head in table.described.get(root, ()):
        return True
    people = {
        table.root(j)
        for j, other in enumerate(table.items[:index])
        if other.kind is MentionKind.NAME and table.items[table.root(j)].type == "Person"
    }
    return people <= {root} and reading.tree.words[item.i].rel in SUBJECT


def _title_words(reading: Reading, noun: Word) -> tuple[int, int]:
    """The noun with its complements, up to the name."""
    tree = reading.tree
    inside = {noun.i, *(c.i for c in tree.children(noun.i) if c.rel.startswith("adp"))}
    for child in tree.children(noun.i, "nmod", "amod", "name"):
        if child.rel == "name" and child.i > noun.i and child.is_title:
            continue
        if child.case in reading.pack.words["affiliation"] and child.case not in ("de", "of", "à", "for"):
            continue  # "head of market development at Nokia"
        if child.lemma in reading.pack.words["age_units"] or _is_beside_title(reading, child):
            continue
        if reading.table.at.get(child.i) is not None and not child.case and child.is_title and child.i > noun.i:
            continue
        inside.update(tree.subtree(child.i, ("relcl", "acl", "appos", "punct", "conj", "cc", "advcl", "dep")))
    inside |= _charge(reading, noun)
    first = last = noun.i
    while first - 1 in inside and tree.words[first - 1].rel not in ("det", "case"):
        first -= 1
    first = _with_office_before(reading, first)
    while last + 1 in inside and not _opens_outlet(reading, last + 1):
        last += 1
    while last + 1 < len(tree.words) and tree.words[last + 1].lower in reading.pack.words["deputies"]:
        last += 1  # "directeur général délégué"
    while last > noun.i and tree.words[last].pos in ("ADP", "DET", "PUNCT"):
        last -= 1
    return first, last + 1


def _charge(reading: Reading, noun: Word) -> set[int]:
    """The words behind an office that say what it is charged with: "ministre déléguée à la citoyenneté"."""
    tree, charged = reading.tree, reading.pack.words["charged"]
    found: set[int] = set()
    for word in [c for c in tree.children(noun.i, "acl", "amod") if c.lower in charged]:
        complement = tree.child(word.i, "obl", "nmod", "iobj", "obj")
        inside = tree.subtree(complement.i, ("relcl", "appos", "punct", "advcl", "dep")) if complement else []
        deputy = word.lower in reading.pack.words["deputies"]  # "directeur délégué de X": of X, as what he directs
        if complement is None or inside[0] != word.i + 1 or (deputy and complement.case in reading.pack.words["of"]):
            continue
        found |= {word.i, *inside}
    return found


def _is_beside_title(reading: Reading, child: Word) -> bool:
    """ "le ministre dans l'hémicycle", "le ministre après le vote": a circumstance is no part of a title."""
    words = reading.pack.words
    return child.case in words["circumstances"] or (child.rel == "nmod" and child.case in words["no_titles"])


def _with_office_before(reading: Reading, first: int) -> int:
    """ "la directrice générale adjointe de l'agence": the title begins with the office that the deputy is of."""
    words = reading.tree.words
    i = first - 1
    while i > 0 and words[i].pos == "ADJ":
        i -= 1
    office = i >= 0 and words[i].pos == "NOUN" and words[i].lemma in reading.pack.lists["positions"]
    return i if office and words[first].lower in reading.pack.words["deputies"] else first


def _opens_outlet(reading: Reading, i: int) -> bool:
    """ "explique le directeur de la SPA au Parisien": whom he tells it is no part of his title."""
    words = reading.tree.words
    if words[i].lower not in reading.pack.words["told_to"]:
        return False
    for j in (i + 1, i + 2):
        index = reading.table.at.get(j) if j < len(words) else None
        if index is not None:
            return reading.root(index).type == "MediaOutlet"
    return False


def _without_nationality(reading: Reading, first: int, last: int) -> str:
    """The words of a title: "ministre syrien des Finances" is "ministre des Finances", of Syria."""
    words = reading.tree.words
    kept = [
        i
        for i in range(first, last)
        if words[i].rel != "amod"
        or words[words[i].head].lemma in reading.pack.words["qualities"]  # "d'origine cubaine"
        or reading.names.country_of_adjective(words[i].text) is None
    ]
    parts = [
        reading.text(i, i + 1) + (" " if words[i].end < words[min(i + 1, len(words) - 1)].start else "") for i in kept
    ]
    return "".join(parts).strip()


def find_industries(reading: Reading) -> Iterator[Draft]:
    """ "le groupe automobile", "le cabinet de conseil X", "le constructeur": what line of business a firm is in."""
    tree, pack, schema = reading.tree, reading.pack, load_schema()
    titled = {title.noun: title.reference for title in reading.titles}
    nouns = [
        *titled.items(),
        *((item.i, i) for i, item in enumerate(reading.table.items) if item.kind is MentionKind.NOMINAL),
    ]
    for noun, index in dict(reversed(nouns)).items():
        word, root = tree.words[noun], reading.root(index)
        if (
            root.kind is not MentionKind.NAME
            or not schema.fits(root.type, ("Company", "MediaOutlet"))
            or root.type == "Person"
        ):
            continue
        field = _field(reading, word) if word.lemma in pack.words["generic_firms"] else None
        tells = word.lemma in pack.lists["industries"] and word.lemma not in pack.words["generic_firms"]
        if field is None and tells and noun not in titled:
            field = _title_words(reading, word)
            field = None if field[1] - field[0] == 1 else field  # "le quotidien" again says nothing more
        if field is not None:
            value = Value(text=reading.text(*field), datatype=Datatype.STRING)
            draft = said_by_form(index, "industry", value, noun, "industry/noun", 0.7)
            draft.object_words = field
            yield draft


def _field(reading: Reading, word: Word) -> tuple[int, int] | None:
    """The adjective or bare complement that says the field: "groupe automobile", "géant du numérique"."""
    tree = reading.tree
    for child in tree.children(word.i, "amod", "nmod", "name"):
        if child.rel == "amod" and (
            reading.names.country_of_adjective(child.text) or child.i < word.i or child.pos != "ADJ"
        ):
            continue
        if child.lemma in reading.pack.words["no_fields"] or child.pos in ("PROPN", "NUM"):
            continue
        if any(i.kind is MentionKind.NAME and i.core[0] <= child.i < i.core[1] for i in reading.table.items):
            continue  # "le groupe État islamique"
        if child.rel == "name" and (child.i > word.i or child.is_title):
            continue
        if child.rel == "nmod" and (
            child.case not in reading.pack.words["of"]
            or ((i := reading.at(child.i)) is not None and reading.is_name(i))
        ):
            continue
        return reading.phrase_of(child.i) if child.rel == "nmod" else (child.i, child.i + 1)
    return None
