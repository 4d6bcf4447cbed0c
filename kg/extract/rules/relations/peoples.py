"""Names of peoples that stand for somebody: "l'Allemand Boris Keller", "Anna Duval, une Belge", "la Belge"."""

from collections.abc import Iterator

from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.parsing.tree import ROOT, Word
from kg.extract.rules.parsing.values import read_number
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.lang.gazetteer import Known
from kg.lang.schema import load_schema
from kg.model import MentionKind

BEARERS = ("Person", "Group")  # of a nationality
BELONGING = ("Organization", "Product")  # to a country
NEW = ("indefinite", "demonstrative")  # "ce Nantais de 34 ans" may stand for nobody that has a name
ONE_OF = ("indefinite", "definite", "demonstrative")


def find_people_titles(reading: Reading) -> Iterator[Draft]:
    """ "Paul Durand, un Belge", "Le Belge a gagné": the nationality that a noun tells of who has a name.

    "Un Niçois de 40 ans" lives in Nice.
    """
    told = [(title.reference, title.noun) for title in reading.titles]
    told += [(i, x.i) for i, x in enumerate(reading.table.items) if _is_somebody(x) and reading.is_name(i)]
    told = [(index, i) for index, i in told if reading.root(index).type == "Person"]
    told += [(i, x.i) for i, x in enumerate(reading.table.items) if _is_someone_new(reading, x)]
    seen: set[int] = set()
    for index, i in told:
        noun = reading.tree.words[i]
        if not noun.is_title or i in seen:
            continue
        country, town = _people(reading, noun), reading.names.town_of_inhabitant(reading.tree, noun)
        place = country or town
        if place is None:
            continue
        seen.add(i)
        target = reading.table.add_told(noun, place.type, known=place.id, determiner="adjective")
        if country is not None:
            yield said_by_form(index, "nationality", target, i, "nationality/noun", 0.85)
        else:
            yield said_by_form(index, "residesIn", target, i, "residence/noun", 0.8)


def find_passports(reading: Reading) -> Iterator[Draft]:
    """ "who holds Russian and Cypriot passports", "his American passport": of what country somebody is a citizen."""
    words, syntax = reading.pack.words, reading.syntax
    for index, item in enumerate(reading.table.items):
        if item.determiner != "adjective" or item.type != "Country":
            continue
        noun = reading.tree.words[reading.tree.words[reading.tree.first_conjunct(item.i)].head]
        if noun.lemma not in words["passports"]:
            continue
        owner = reading.tree.child(noun.i, "poss")
        verb = reading.tree.words[noun.head] if noun.rel in ("obj", "subj:pass") and noun.head != ROOT else noun
        held = owner is None and verb.pos == "VERB" and verb.lemma in words["holding"]
        for i in [owner.i] if owner is not None else syntax.subjects(verb.i)[0] if held and noun.rel == "obj" else []:
            person = reading.at(i)
            if person is not None and reading.root(person).type == "Person":
                draft = said_by_form(person, "nationality", index, noun.i, "nationality/passport", 0.75)
                draft.verb, draft.background = verb.i if held else noun.i, not held
                yield draft


def find_predicated_countries(reading: Reading) -> Iterator[Draft]:
    """ "Marc Petit est belge", "les victimes sont françaises", "The firm is Swiss": an adjective said of a subject."""
    schema = load_schema()
    for word in reading.tree.words:
        verb = _saying(reading, word) if word.pos in ("ADJ", "PROPN") else None
        country = reading.names.country_of_adjective(word.text) if verb is not None else None
        for i in reading.syntax.subjects(verb.i)[0] if verb is not None and country is not None else ():
            index = reading.at(i)
            kind = reading.root(index).type if index is not None else ""
            predicate = "nationality" if kind in BEARERS else "country" if schema.fits(kind, BELONGING) else ""
            if index is None or verb is None or country is None or not predicate:
                continue
            if reading.table.items[index].determiner == "first_plural":
                continue  # "nous sommes français": who speaks for whom is not told
            target = reading.table.add_told(word, "Country", known=country.id, determiner="adjective")
            draft = said_by_form(index, predicate, target, word.i, f"{predicate}/predicate", 0.8)
            draft.verb, draft.background = verb.i, False
            yield draft


def find_people_of_bodies(reading: Reading) -> Iterator[Draft]:
    """ "les Italiens d'Italdesign", "aux Britanniques d'Autocar": the country of whose people a plural speaks."""
    pack, words, schema = reading.pack, reading.tree.words, load_schema()
    for index, item in enumerate(tuple(reading.table.items)) if pack.words["standing_of"] else ():
        first = item.core[0]
        if item.kind is not MentionKind.NAME or first < 3 or words[first - 1].lower not in pack.words["standing_of"]:
            continue
        people = words[first - 2]
        if not people.is_title or words[first - 3].lower not in pack.words["definite_plurals"]:
            continue
        country = reading.names.country_of_adjective(people.text)
        if country is not None and schema.is_a(reading.root(index).type, "Organization"):
            target = reading.table.add_told(people, "Country", known=country.id, determiner="adjective")
            yield said_by_form(index, "country", target, people.i, "country/people", 0.8)


def _saying(reading: Reading, word: Word) -> Word | None:
    """The word that says a predicate of its subject: itself, with a copula below, or the copula above."""
    tree = reading.tree
    if tree.child(word.i, "cop") is not None:
        return word
    above = tree.words[word.head] if word.rel == "attr" and word.head != ROOT else None
    said = above is not None and above.lemma in reading.pack.lists["copulas"] and reading.at(word.i) is None
    return above if said else None


def _is_somebody(item: Reference) -> bool:
    """Whether a reference is one person by a noun: "les Belges" are a people."""
    single = item.kind is MentionKind.NOMINAL and item.number == "Sing" and item.type == "Person"
    return single and item.determiner in ONE_OF


def _is_someone_new(reading: Reading, item: Reference) -> bool:
    """ "Une Ukrainienne de 39 ans", "trois Américains": who is told apart by no name; no "un Français sur dix"."""
    if item.kind is not MentionKind.NOMINAL or item.type not in ("Person", "Group"):
        return False
    tree, words = reading.tree, reading.pack.words
    counted = tree.child(item.i, "nummod") is not None
    if not counted and (item.determiner not in NEW or item.number == "Plur"):
        return False
    if any(c.lower in words["negative_determiners"] for c in tree.children(item.i, "det")):
        return False
    behind = tree.words[item.i + 1 : item.i + 3]
    share = len(behind) > 1 and behind[0].lower in words["out_of"]
    if share and read_number(behind[1].lower, reading.pack) is not None:
        return False
    return tree.words[item.i].case not in words["comparing"]


def _people(reading: Reading, noun: Word) -> Known | None:
    """Return the country that a noun with a capital tells somebody to be of."""
    return reading.names.country_of_adjective(noun.text) if noun.pos in ("NOUN", "PROPN") else None
