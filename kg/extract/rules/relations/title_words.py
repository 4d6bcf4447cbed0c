"""The words of a title: the noun with its complements and charges, up to the name."""

from kg.extract.rules.parsing.adpositions import is_of
from kg.extract.rules.parsing.tree import HYPHEN, QUOTE, ROOT, Word
from kg.extract.rules.parsing.values import read_age
from kg.extract.rules.relations.former_parties import known_party
from kg.extract.rules.relations.functions import end_of_named
from kg.extract.rules.relations.reading import Reading
from kg.lang.schema import load_schema
from kg.model import MentionKind

BRACKET = 6  # words of a bracket behind a party, at most
SEATS = ("Place", "Organization")  # what a member of a house is elected for, or somebody presides over


def title_words(reading: Reading, noun: Word) -> tuple[int, int]:
    """The noun with its complements, up to the name."""
    tree = reading.tree
    inside = {noun.i, *(c.i for c in tree.children(noun.i) if c.rel.startswith("adp"))}
    for child in tree.children(noun.i, "nmod", "amod", "name"):
        if _may_be_of_title(reading, noun, child) and not _is_beside_title(reading, child):
            inside.update(tree.subtree(child.i, ("relcl", "acl", "appos", "punct", "conj", "cc", "advcl", "dep")))
    inside.update(range(noun.i, end_of_named(reading, noun, reading.pack.lists["positions"])))  # "numéro deux du parti"
    inside |= _charge(reading, noun)
    first = last = noun.i
    while first - 1 in inside and tree.words[first - 1].rel not in ("det", "case"):
        first -= 1
    first = _whole_compound(reading, _with_office_before(reading, first))
    while (end := _behind_bracket(reading, last + 1)) in inside and not _opens_other(reading, end):
        last = end
    if (end := _end_of_head(reading, noun)) > noun.i + 1:
        return first, end
    last = _whole_name(reading, noun, _beyond_party(reading, noun, last))
    last = _with_second_adjective(reading, noun, last)
    last = _with_further_charges(reading, noun, last)
    while last + 1 < len(tree.words) and tree.words[last + 1].lower in reading.pack.words["deputies"]:
        last += 1  # "directeur général délégué"
    last = _before_superlative(reading, noun, _before_relative(reading, noun, last))
    while last > noun.i and tree.words[last].pos in ("ADP", "DET", "PUNCT", "SCONJ"):
        last -= 1
    return first, last + 1


def _before_relative(reading: Reading, noun: Word, last: int) -> int:
    """ "un ingénieur mécanique dont la carrière …", "porte-parole jusqu'en mai": no part of what he is."""
    opening = reading.pack.words["relative_of"] | reading.pack.words["up_to"]
    return next((w.i - 1 for w in reading.tree.words[noun.i + 1 : last + 1] if w.lower in opening), last)


def _before_superlative(reading: Reading, noun: Word, last: int) -> int:
    """ "l'un des avocats les plus célèbres du barreau": what sets one above the others is no part of what he is."""
    words, pack = reading.tree.words, reading.pack
    marks = (w for w in words[noun.i + 1 : last] if w.lower in pack.words["definite"] and words[w.i - 1].pos != "ADP")
    return next((w.i - 1 for w in marks if words[w.i + 1].lower in pack.words["superlatives"]), last)


def _end_of_head(reading: Reading, noun: Word) -> int:
    """ "a demandé au chef de l'État de ne pas céder": behind who heads a nation stands no word of his office."""
    heads = reading.pack.words["heads_of_state"] | reading.pack.words["heads_of_government"]
    end = end_of_named(reading, noun, heads)
    behind = reading.tree.words[min(end, len(reading.tree.words) - 1)]
    return noun.i if behind.pos == "ADJ" or behind.is_title else end


def _whole_name(reading: Reading, noun: Word, last: int) -> int:
    """ "le député de la France Insoumise": the name of a body is not cut before its last capitals."""
    bodies = (x for x in reading.table.items if x.kind is MentionKind.NAME and x.type != "Person")
    end = next((x.core[1] for x in bodies if noun.i < x.core[0] <= last < x.core[1] - 1), last + 1)
    return end - 1 if all(w.is_title for w in reading.tree.words[last + 1 : end]) else last


def _whole_compound(reading: Reading, first: int) -> int:
    """ "Award-winning novelist", "UN Secretary-General": what the parser cut at a hyphen that stands at its head."""
    words, names = reading.tree.words, reading.names
    if (
        reading.pack.adposition != "head"
        or first < 2
        or words[first - 1].text != HYPHEN
        or not words[first - 2].is_title
    ):
        return first
    joined = words[first - 2].end == words[first - 1].start and words[first - 1].end == words[first].start
    opens = first - 2 == reading.tree.sents[words[first].sent][0]
    placed = names.entry(words[first - 2].text) is not None or names.country_of_adjective(words[first - 2].text)
    office = f"{words[first - 2].lower}-{words[first].lower}" in reading.pack.lists["positions"]
    return first - 2 if joined and (office or (opens and not placed)) else first


def _may_be_of_title(reading: Reading, noun: Word, child: Word) -> bool:
    """Not "head of market development at Nokia", "l'acteur de 22 ans", "a fait douter le chanteur de lui-même"."""
    words, behind = reading.pack.words, child.i > noun.i
    if child.rel == "name" and behind and child.is_title:
        return False
    if child.case in words["affiliation"] and child.case not in words["of"] | words["in_titles"]:
        return False
    if child.lemma in words["descent"] and child.case in words["of"]:
        return False  # "la chanteuse d'origine portugaise": her trade is "chanteuse"
    if child.lemma in words["age_units"] or (child.case in words["in_titles"] and child.lemma in words["then"]):
        return False  # "j'étais député à cette époque"
    if reading.pack.adposition == "child" and child.case in words["of"] and _tells_when_or_where(reading, child):
        return False
    if child.pos == "PRON":  # but "le numéro un de Zumo"
        return child.i < end_of_named(reading, noun, reading.pack.lists["positions"])
    return reading.table.at.get(child.i) is None or bool(child.case) or not (child.is_title and behind)


def _tells_when_or_where(reading: Reading, child: Word) -> bool:
    """ "l'autre musicien du soir", "pharmacienne de l'est de Rennes"; but "gardien de nuit", "préfet du Nord"."""
    tree, words = reading.tree, reading.pack.words
    definite = any(c.lower in words["definite"] for c in tree.children(child.i, "det", "case"))
    told = child.lemma in reading.pack.lists["temporal"] or child.lower in words["compass_points"]
    return definite and told and not child.is_title


def _behind_bracket(reading: Reading, i: int) -> int:
    """ "le maire (PCF) d'Ivry": where a title goes on behind one bracketed word."""
    words = reading.tree.words
    bracket = i + 3 < len(words) and words[i].text == "(" and words[i + 2].text == ")"
    return i + 3 if bracket else i


def _beyond_party(reading: Reading, noun: Word, last: int) -> int:
    """ "la députée MoDem du Val-de-Marne": where a title goes on behind the party of who bears it."""
    words, names = reading.tree.words, reading.table.items
    _, i = party_behind(reading, noun.i)
    inside = noun.i <= last < max(i, noun.i + 1)
    if not i or not inside or i + 1 >= len(words) or words[i].lower not in reading.pack.words["standing_of"]:
        return last
    seats = (x for x in names if x.core[0] in (i + 1, i + 2) and load_schema().fits(x.type, SEATS))
    told = ((x.core,) if x.kind is MentionKind.NAME else x.extents[:1] for x in seats if words[i + 1].sent == x.sent)
    ends = [end for extents in told for _, end in extents]
    return max(ends) - 1 if ends else last


def party_behind(reading: Reading, noun: int) -> tuple[int, int]:
    """The words right behind an office that name a party: "député "Les Républicains" (LR) du Nord"; (0, 0): none."""
    words, items = reading.tree.words, reading.table.items
    start = noun + 1
    while start + 1 < len(words) and words[start].rel == "amod" and words[start].head == noun:
        start += 1  # "conseiller régional PS"
    first = start
    while first < min(start + 2, len(words)) and (
        words[first].text == QUOTE or words[first].lower in reading.pack.words["definite"]
    ):
        first += 1
    names = (i for i, x in enumerate(items) if x.kind is MentionKind.NAME and x.core[0] in (start, first))
    end = next((items[i].core[1] for i in names if reading.root(i).type == "PoliticalParty"), 0)
    if not end:
        return 0, 0
    end += end < len(words) and words[end].text == QUOTE
    closing = (i + 1 for i in range(end + 1, min(end + BRACKET, len(words))) if words[i].text == ")")
    return start, next(closing, end) if end < len(words) and words[end].text == "(" else end


def _parties_within(reading: Reading, first: int, last: int) -> set[int]:
    """ "députée MoDem du Val-de-Marne" is "députée du Val-de-Marne", of a party."""
    of, words = reading.pack.words["standing_of"], reading.tree.words
    offices = (i for i in range(first, last) if words[i].lemma in reading.pack.lists["positions"])
    spans = (party_behind(reading, i) for i in offices)
    return {i for start, end in spans if start and end < last and words[end].lower in of for i in range(start, end)}


def _with_second_adjective(reading: Reading, noun: Word, last: int) -> int:
    """ "ministre de la Transition écologique et solidaire": the second adjective of a matter, wherever it hangs."""
    words = reading.tree.words
    if last + 2 >= len(words) or words[last].rel != "amod" or words[last].head in (noun.i, ROOT):
        return last
    joint, second = words[last + 1], words[last + 2]
    told = (
        second.pos == "ADJ"
        and not second.is_title
        and not (  # "… suprême et ancien avocat"
            second.i + 1 < len(words) and words[second.i + 1].pos in ("NOUN", "ADJ")
        )
    )
    return second.i if told and joint.lower in reading.pack.words["coordinators"] else last


def _with_further_charges(reading: Reading, noun: Word, last: int) -> int:
    """ "ministre de l'Écologie, du Logement et des Transports": the matters that are coordinated with the first one."""
    words, of = reading.tree.words, reading.pack.words["of"]
    end, i = last, last + 1
    while i + 2 < len(words) and (words[i].rel == "cc" or words[i].text == ",") and is_of(reading.pack, words[i + 1]):
        matter = i + 2 if words[i + 2].rel != "det" else i + 3
        word = words[min(matter, len(words) - 1)]
        listed = (
            word.is_title or words[i].text == "," or i > last + 1 or _is_a_matter(reading, word)
        )  # "de l'Économie, de l'industrie et du numérique", "directeur des musées et des antiquités"
        if word.pos != "NOUN" or not listed or word.rel != "conj" or noun.lemma not in reading.pack.lists["positions"]:
            break
        joint, i = words[i], matter + 1
        while i < len(words) and words[i].rel == "amod" and words[i].head == matter:
            i += 1
        end = i - 1 if joint.rel == "cc" else end
        owner = words[i + (words[i].lower in reading.pack.words["of"])] if end == i - 1 and i + 1 < len(words) else word
        if owner.head == matter and owner.rel == "nmod" and owner.case in of and words[i].text != ",":
            end = reading.tree.subtree(owner.i, ("relcl", "acl", "appos", "punct", "conj", "cc"))[-1]
    return end


def _is_a_matter(reading: Reading, word: Word) -> bool:
    """ "directeur des musées et des antiquités": a second thing of his office; "du maire et du préfet" is somebody."""
    return not load_schema().is_a(reading.pack.nouns.get(word.lemma, "Concept"), "Person")


def _is_from(reading: Reading, child: Word) -> bool:
    """Whether a word before a title tells where its bearer is or comes from: "the Russian-born conductor"."""
    tied = reading.tree.tied(child.i)
    if child.rel == "amod" and child.tag == "VBN" and tied is not None and tied.is_title:
        return True
    index = reading.table.at.get(child.i) if child.rel == "name" else None
    if index is None or not reading.is_name(index):
        return False
    noun = reading.tree.words[child.head]  # "Isle of Man billionaire", but "Polk County Attorney"
    trade = noun.lower == noun.text and noun.lemma in reading.pack.lists["occupations"]
    trade = trade and all(c.i > child.i for c in reading.tree.children(noun.i, "amod"))  # "former England striker"
    return reading.root(index).type in (
        ("City", "Place", "Country", "AdministrativeArea") if trade else ("City", "Place")
    )


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
    """ "le ministre dans l'hémicycle", "a 29-year-old midwife", "un autre maire", "la ministre nommée chef"."""
    words = reading.pack.words
    dated = not child.case or child.case in words["on_a_day_ahead"]  # "was elected mayor on Thursday"
    if dated and child.rel != "amod" and child.lemma in reading.pack.patterns["dates"]["weekdays"]:
        return True  # "a dit le ministre samedi"
    if child.lower in words["others"] or child.lower in words["same"] or child.lemma in words["aged"]:
        return True
    if child.rel == "name" and is_whole_name(reading, child):
        return True
    happens = child.rel == "amod" and reading.tree.child(child.i, "xcomp", "obl", "obj") is not None
    if happens or read_age(child.lower, reading.pack) or _is_from(reading, child):
        return True
    if child.rel == "nmod" and child.case and child.i < child.head and reading.pack.adposition == "child":
        return True  # "à l'époque conseiller du président"
    return child.case in words["circumstances"] or (child.rel == "nmod" and child.case in words["no_titles"])


def is_whole_name(reading: Reading, child: Word) -> bool:
    """ "the Daily Echo newspaper": the name of what is titled is no word of its title."""
    name, noun = reading.table.at.get(child.i), reading.table.at.get(child.head)
    if name is None or noun is None or not reading.is_name(name):
        return False
    return reading.table.root(name) == reading.table.root(noun)


def _with_office_before(reading: Reading, first: int) -> int:
    """ "la directrice générale adjointe de l'agence": the title begins with the office that the deputy is of."""
    words = reading.tree.words
    i = first - 1
    while i > 0 and words[i].pos == "ADJ":
        i -= 1
    office = i >= 0 and words[i].pos == "NOUN" and words[i].lemma in reading.pack.lists["positions"]
    return i if office and words[first].lower in reading.pack.words["deputies"] else first


def _opens_other(reading: Reading, i: int) -> bool:
    """ "le directeur de la SPA au Parisien", "député de 1997 à 2002": whom he tells it and when are no part of it."""
    words = reading.tree.words
    if words[i].pos == "ADP" and words[min(i + 1, len(words) - 1)].is_year:
        return True
    if words[i].lower not in reading.pack.words["told_to"]:
        return False
    for j in (i + 1, i + 2):
        index = reading.table.at.get(j) if j < len(words) else None
        if index is not None:
            return reading.root(index).type == "MediaOutlet"
    return False


def _words_of_countries(reading: Reading, first: int, last: int) -> set[int]:
    """ "the South Korean singer": an adjective of several words."""
    beside = (reading.table.items[reading.table.at[i]] for i in range(first, last) if i in reading.table.at)
    told = (x for x in beside if x.determiner == "adjective" and x.type == "Country" and x.core[1] - x.core[0] > 1)
    return {i for item in told for i in range(*item.core)}


def _may_tell_country(reading: Reading, word: Word) -> bool:
    """Whether a word hangs as an adjective does, and is no name: "a Kazakh dealer", but "a U.S. Attorney"."""
    misread = word.rel == "name" or (word.rel == "nmod" and word.pos == "ADJ")
    return word.rel == "amod" or (misread and reading.names.entry(word.text) is None)


def _is_of_place(reading: Reading, word: Word) -> bool:
    """ "syrien", "lyonnais"."""
    names = reading.names
    return names.country_of_adjective(word.text) is not None or names.place_of_adjective(word.text) is not None


def without_nationality(reading: Reading, first: int, last: int) -> str:
    """The words of a title: "ministre syrien des Finances" is "ministre des Finances", of Syria."""
    words = reading.tree.words
    bracketed = {j for i in range(first, last) if words[i].text == "(" for j in range(i, i + 3)}
    countries = _words_of_countries(reading, first, last)
    parties = _parties_within(reading, first, last) | {i for i in range(first, last) if known_party(reading, words[i])}
    kept = [
        i
        for i in range(first, last)
        if i not in bracketed | countries | parties
        and (
            not _may_tell_country(reading, words[i])
            or words[words[i].head].lemma in reading.pack.words["qualities"]  # "d'origine cubaine"
            or not _is_of_place(reading, words[i])
        )
    ]
    parts = [
        reading.text(i, i + 1) + (" " if words[i].end < words[min(i + 1, len(words) - 1)].start else "") for i in kept
    ]
    title = "".join(parts).strip()
    short = dict(entry.split(" ", 1) for entry in reading.pack.words.get("short_offices", ()))
    return " ".join(short.get(part.lower(), part) for part in title.split())
