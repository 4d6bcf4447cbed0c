"""Where things are and what country they are of: "une usine à Rennes", "le groupe chinois"."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from kg.extract.rules.mentions.named_rows import row_behind
from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.parsing.tree import HYPHEN, ROOT, SUBJECTS, Word
from kg.extract.rules.relations.acts_of_countries import is_act_of
from kg.extract.rules.relations.elsewhere import is_elsewhere
from kg.extract.rules.relations.houses import OCCURRING, is_house, is_seat, takes_place
from kg.extract.rules.relations.occasions import held_there
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.extract.rules.relations.states import is_state, located_in_state, placed
from kg.lang.schema import load_schema
from kg.model import MentionKind

PLACED = ("Event", "Organization", "Place", "Group", "Product")
SITED = ("Organization", "Group", "ViolentEvent", "DisasterEvent", "MeetingEvent", "ProtestEvent", "JudicialEvent")
AREAS = ("Country", "AdministrativeArea")
PLACES = ("Place",)
GIVEN = ("definite", "demonstrative", "possessive")  # determiners of what is taken to exist: "la crise en Grèce"


def find_nationalities(reading: Reading) -> Iterator[Draft]:
    """ "le groupe chinois": country; "l'homme d'affaires chinois": nationality."""
    _mention_joined(reading)
    for index, item in enumerate(reading.table.items):
        if item.kind is MentionKind.PRONOUN or not item.known or not item.known.startswith("country/"):
            continue
        word = reading.tree.words[item.i]
        if item.determiner != "adjective" or word.head == ROOT:
            continue
        noun = _qualified(reading, word)
        owner = reading.at(noun)
        if owner is None or reading.table.root(owner) == reading.table.root(index) or _is_denied(reading, owner):
            continue
        if reading.tree.words[noun].lemma in reading.pack.lists["positions"]:
            continue  # "le président américain": the country of the office, read by the rules
        named = reading.tree.words[word.head].lemma in reading.pack.words["nationalities"]
        kind = reading.root(owner).type
        if kind == "Person" or (named and kind == "Group"):
            yield from (
                said_by_form(person, "nationality", index, word.i, "nationality/adjective", 0.8)
                for person in _each(reading, owner, word, "Person")
            )
        elif not named and _has_country(reading, owner, item, word):
            for body in _each(reading, owner, word, "Organization"):
                yield said_by_form(body, "country", index, word.i, "country/adjective", 0.8)


def _has_country(reading: Reading, owner: int, country: Reference, word: Word) -> bool:
    """Whether an adjective tells of what country a thing is; a place without a name lies in it, or is called so."""
    schema, root = load_schema(), reading.root(owner)
    if _is_part_of_name(reading, owner, word) or (schema.is_a(root.type, "Place") and not _is_known(reading, owner)):
        return False
    may = root.type != "Country" and schema.fits(root.type, ("Organization", "Place", "LegalAct", "Product", "Group"))
    return may and root.known != "government/" + (country.known or "")[8:]


def _qualified(reading: Reading, word: Word) -> int:
    """ "an Egyptian-American journalist": the noun that an adjective before a hyphen qualifies with the next."""
    tree = reading.tree
    if word.rel == "conj" and (first := tree.words[tree.first_conjunct(word.i)]).rel == "amod":
        return first.head  # "Kenyan and Tanzanian universities"
    behind = tree.words[word.i + 1 : word.i + 3]
    joined = len(behind) > 1 and behind[0].text == HYPHEN and behind[1].i == word.head and behind[1].head != ROOT
    country = reading.names.country_of_adjective(behind[1].text) if joined else None
    noun = word.head if country is None else behind[1].head
    if reading.tree.words[noun].lemma not in reading.pack.words["nationalities"]:
        return noun
    return _bearer_of(reading, reading.tree.words[noun])


def _bearer_of(reading: Reading, quality: Word) -> int:
    """ "un homme de nationalité belge", "la victime, de nationalité belge, …": the noun above, or before the comma."""
    tree = reading.tree
    above = tree.words[quality.head] if quality.head != ROOT else quality
    if above.pos in ("NOUN", "PROPN") and above.i < quality.i:
        return above.i
    comma = tree.subtree(quality.i, ("punct",))[0] - 1
    if comma < 1 or tree.words[comma].text != ",":
        return quality.i
    ends = (x.i for x in reading.table.items if comma in {end for _, end in x.extents} and x.i < comma)
    return min(ends, default=quality.i)


def _mention_joined(reading: Reading) -> None:
    """ "l'homme d'affaires franco-libanais": the adjective mentions France as well."""
    for item in tuple(reading.table.items):
        adjective = item.kind is MentionKind.NOMINAL and item.determiner == "adjective"
        first = reading.names.joined_country(reading.tree.words[item.i].text) if adjective else None
        if first is not None:
            reading.table.items.append(replace(item, known=first.id, antecedent=None))


def _is_known(reading: Reading, index: int) -> bool:
    """Whether a thing has a name, in the text or ("la capitale afghane") in the tables."""
    return reading.is_name(index) or reading.root(index).known is not None


def _each(reading: Reading, owner: int, adjective: Word, kind: str) -> Iterator[int]:
    """ "les Américains Jim Allison et Mark Jones", "les américaines MIT (4e) et Princeton": a plural is of all."""
    yield owner
    item, tree = reading.table.items[owner], reading.tree
    if "Number=Plur" in adjective.morph and item.kind is MentionKind.NAME:
        found = [reading.at(i) for i in tree.conjuncts(tree.words[adjective.head].i)[1:]]
        others = [i for i in found if i is not None and reading.root(i).type == kind == "Person"]
        beside = item.core[0] == adjective.i + 1
        row = row_behind(tree, reading.pack, reading.table, item.core[0], partial(_is_of, reading, kind))[0]
        yield from dict.fromkeys([*others, *(i for i in row if beside and i != owner)])


def _is_of(reading: Reading, kind: str, index: int) -> bool:
    return load_schema().is_a(reading.root(index).type, kind)


def _is_denied(reading: Reading, owner: int) -> bool:
    """ "un pays, pas une entité française": what is named only to say that it is none."""
    return reading.tree.words[reading.table.items[owner].core[0]].lower in reading.pack.words["negators"]


def _is_part_of_name(reading: Reading, owner: int, word: Word) -> bool:
    item = reading.table.items[owner]
    return item.kind is MentionKind.NAME and item.known is not None and item.core[0] <= word.i < item.core[1]


def find_locations(reading: Reading) -> Iterator[Draft]:
    """ "une usine à Rennes", "la fusillade de San Bernardino"."""
    for index, item in enumerate(reading.table.items):
        word = _with_direction(reading, reading.tree.words[reading.tree.first_conjunct(item.i)])
        if not _may_locate(reading, index, word):
            continue
        if word.rel == "obl":
            yield from _located_by_verb(reading, index, word)
        if word.rel not in ("obl", "nmod"):
            continue
        above = reading.tree.words[word.head]
        if is_state(reading, above):
            yield from located_in_state(reading, index, word)
        elif word.rel == "nmod" and not _is_direction(reading, above):
            yield from _located_by_noun(reading, index, word)


def _with_direction(reading: Reading, word: Word) -> Word:
    """ "dans le sud de la Bretagne": the part of a place hangs where the place itself would."""
    above = reading.tree.words[word.head] if word.head != ROOT else word
    of = word.rel == "nmod" and word.case in reading.pack.words["of"]
    return above if of and above.case and _is_direction(reading, above) else word


def _is_direction(reading: Reading, word: Word) -> bool:
    """ "le centre de Lyon" is a part of it, "le centre hospitalier de Lyon" a body in it."""
    return word.lemma in reading.pack.words["directions"] and reading.tree.child(word.i, "amod") is None


def _may_locate(reading: Reading, index: int, word: Word) -> bool:
    """Whether a reference is a place that something may be in; "sanctions on Sudan" are elsewhere."""
    item, schema = reading.table.items[index], load_schema()
    if item.kind is MentionKind.PRONOUN or item.determiner == "adjective":
        return False
    part = item.i == word.i and word.lemma in reading.pack.words["directions"]
    if part and reading.tree.child(word.i, "nmod") is not None:
        return False  # the place that it is a part of is said to be where
    street = item.kind is MentionKind.NAME and word.case not in reading.pack.words["of"]  # "place Carnot"
    no_place = word.lemma in reading.pack.words["no_places"] and not street
    if no_place or not word.case or word.head == ROOT or word.case in reading.pack.words["from_or_towards"]:
        return False
    kind = reading.root(index).type
    building = item.head in reading.pack.words["buildings"] and word.case in reading.pack.words["inside"]
    place = schema.fits(kind, PLACES) or (building and not reading.is_name(index))
    place = place or is_seat(reading, item, word) or _is_at_house(reading, index, word)
    if not place or _is_no_place_there(reading, item, word):
        return False
    area = schema.fits(kind, ("Country", "City", "AdministrativeArea"))
    return word.case not in reading.pack.words["acted_on"] or not area


def _is_at_house(reading: Reading, index: int, word: Word) -> bool:
    """ "une réunion à la mairie", "morte à l'hôpital Cochin"; but "s'adresse à la mairie" tells whom somebody asks."""
    verb = reading.tree.words[word.head]
    return (verb.pos != "VERB" or verb.lemma in reading.pack.words["going_in"]) and is_house(reading, index, word)


def _is_no_place_there(reading: Reading, item: Reference, word: Word) -> bool:
    """What only looks like the place of something.

    "une majorité de Français" are people, "sur place" is nowhere, "du Jura aux Alpes" a stretch, and in "les pays du
    Sahel et la France" France stands beside the countries.
    """
    tree, pack = reading.tree, reading.pack
    head = tree.words[item.i]
    if (
        item.core[1] - item.core[0] == 1
        and word.case in pack.words["of"]
        and reading.names.country_of_adjective(head.text)
    ):
        return True
    if word.case in pack.words["nowhere"] and item.kind is MentionKind.NOMINAL and tree.child(item.i, "det") is None:
        return True
    above = tree.words[word.head]
    if above.case in pack.words["of"] and word.case in pack.words["to"] and reading.at(above.i) is not None:
        place = reading.root(reading.at(above.i) or 0)
        if load_schema().is_a(place.type, "Place") and place.kind is MentionKind.NAME:
            return True
    return (
        head.i != word.i and not head.case and word.case in pack.words["of"] and tree.child(head.i, "det") is not None
    )


def _located_by_noun(reading: Reading, index: int, word: Word) -> Iterator[Draft]:
    """A place that completes a noun tells where it is: an event's anywhere, a thing's right beside it."""
    item, schema = reading.table.items[index], load_schema()
    owner = _located(reading, word)
    if owner is None or (reading.root(owner).known or "").startswith("government/"):
        return
    kind, named = reading.root(owner).type, item.kind is MentionKind.NAME
    event = schema.is_a(kind, "Event")
    if is_seat(reading, item, word) and not (event and takes_place(reading, owner)):
        return  # "le groupe centriste à l'Assemblée" is a part of it, "sa nomination à Matignon" elsewhere
    if is_house(reading, index, word) and not (schema.fits(kind, OCCURRING) and takes_place(reading, owner)):
        return  # "une plainte au tribunal", "la course à la mairie" go there
    if not event and not (named and _is_beside(reading, owner, word)):
        return
    if reading.is_name(owner) and schema.fits(kind, AREAS) and schema.is_a(reading.root(index).type, "City"):
        return  # "en Corrèze à Tulle": the town lies in the area
    at = (reading.tree.words[item.i].case or word.case) in reading.pack.words["locative"]
    there = at and (schema.fits(kind, PLACED) or _is_somebody_there(reading, owner, word))
    if not there and not _is_site(reading, owner, index, word):
        return
    if word.case in reading.pack.words["near"] and not event:
        return  # "quatre maisons près de l'A7" are not on it
    if reading.table.root(owner) != reading.table.root(index):
        draft = said_by_form(owner, "locatedIn", index, word.i, "place/complement", 0.75)
        draft.past = schema.fits(kind, ("Person",)) and reading.context.past.is_former(reading.tree.words[word.head].i)
        possessed = reading.table.items[owner].determiner == "possessive"
        given = reading.table.items[owner].determiner in GIVEN and reading.tree.words[word.head].rel not in SUBJECTS
        apposed = reading.tree.words[reading.table.items[owner].i].rel == "appos"  # "X, usine de Lyon, n'a pas …"
        new = not reading.is_name(owner) and reading.table.items[owner].determiner not in GIVEN and not apposed
        if (event or possessed or new) and not given:  # what is planned takes place, or is built, as planned
            draft.trigger = draft.verb = word.head
            draft.background, draft.granted = False, True
        yield draft


def _is_somebody_there(reading: Reading, owner: int, word: Word) -> bool:
    """ "a notary in Ghent": who is called by a trade or kinship, and a place right behind it."""
    unnamed = reading.table.items[owner].kind is MentionKind.NOMINAL
    return unnamed and reading.root(owner).type == "Person" and word.case in reading.pack.words.get("people_in", ())


def _is_site(reading: Reading, owner: int, place: int, word: Word) -> bool:
    """ "le tribunal de Paris", "un quartier de Lyon" are there; but "le massif du Vercors" is the Vercors.

    An embassy of a country lies in another.
    """
    named = reading.table.items[place].kind is MentionKind.NAME
    if word.case not in reading.pack.words["of"] or not named or reading.is_name(owner):
        return False
    abroad = reading.table.items[owner].head in reading.pack.words["missions"] and reading.root(place).type == "Country"
    if abroad or is_act_of(reading, owner, place, word):
        return False
    parts = reading.pack.words.get("parts_of_places", frozenset())
    return load_schema().fits(reading.root(owner).type, SITED) or reading.tree.words[word.head].lemma in parts


def _is_beside(reading: Reading, owner: int, place: Word) -> bool:
    """Whether a place stands right after what it may locate; further on it may belong to another noun."""
    item, tree = reading.table.items[owner], reading.tree
    if item.i > place.i:
        return False
    between = tree.words[item.core[1] : tree.subtree(place.i)[0]]
    between = [w for w in between if w.pos != "PROPN" or w.case or w.head != item.i]  # "l'usine Michelin de Cholet"
    if len(between) > 4 or any(w.pos in ("VERB", "AUX", "PUNCT", "PROPN", "NUM") for w in between):
        return False
    return not any(c.rel == "det" for w in between if w.pos == "NOUN" for c in tree.children(w.i))


def _located(reading: Reading, word: Word) -> int | None:
    """ "l'arrestation de X au Japon": the event is there, whatever noun the parser chose."""
    tree, schema = reading.tree, load_schema()
    head = tree.words[word.head]
    inside = word.case in reading.pack.words["locative"]  # "la visite du président des États-Unis" is elsewhere
    if head.rel == "nmod" and head.case in reading.pack.words["of"] and head.head != ROOT and inside:
        above = reading.at(head.head)
        if above is not None and schema.is_a(reading.root(above).type, "Event"):
            return above
    return reading.at(head.i)


def _located_by_verb(reading: Reading, index: int, word: Word) -> Iterator[Draft]:
    """ "a été arrêté à Tokyo", "manifestent à Lyon": who suffers or does something there is there."""
    tree, schema = reading.tree, load_schema()
    verb = tree.words[word.head]
    if verb.pos != "VERB" or word.case not in reading.pack.words["locative"]:
        return
    if not _is_unreal(reading, verb):
        yield from held_there(reading, index, word, verb)
    objects = [c.i for c in tree.children(verb.i, "obj")]
    charged = verb.lemma in reading.pack.words["charging"] and (objects or reading.syntax.is_passive(verb))
    speaks = verb.lemma in reading.pack.reporting
    happens = speaks and tree.child(verb.i, "refl") is not None  # "l'incendie s'est déclaré à Nice"
    if (speaks and not happens) or (_is_unreal(reading, verb) and not charged):
        return  # but who is arrested at a place is there
    qualified = any(c.pos == "ADJ" and verb.i < c.i < word.i for c in reading.tree.children(verb.i))
    addressed = is_seat(reading, reading.table.items[index], word) and (
        qualified or verb.lemma in reading.pack.words["towards_bodies"]
    )  # "ils restent majoritaires au Sénat"
    if addressed or is_elsewhere(reading, verb, word):
        return
    for i in (*objects, *reading.syntax.subjects(verb.i)[0]):
        wanted = ("Event",) if happens else _may_be_there(reading, word, i, objects)
        for owner in placed(reading, index, i, wanted):
            kind = reading.root(owner).type
            if schema.fits(kind, ("GovernmentBody", "MediaOutlet")):
                continue
            draft = said_by_form(owner, "locatedIn", index, verb.i, "place/verb", 0.6)
            if verb.lemma in reading.pack.words["scheduled"]:
                draft.modality = "planned"
            draft.background = False
            agent = schema.fits(kind, ("Person", "Group", "Organization"))
            if agent and not charged and opens_sentence(reading, word):
                draft.polarity = "positive"  # who is not re-elected, in Ohio, is in Ohio all the same
            yield draft


def _is_unreal(reading: Reading, verb: Word) -> bool:
    """Whether what a verb governs may not be so: "veut une usine à Lille"; "il y a eu trois morts à Gaza" is so."""
    return not {"actual"}.issuperset(reading.pack.governors.get(verb.lemma, ()))


def _may_be_there(reading: Reading, place: Word, i: int, objects: list[int]) -> tuple[str, ...]:
    """The classes of what is where its verb takes place: an object, else the subject."""
    if not objects:
        return ("Event", "Agent", "Product")
    if i in objects:  # "la marche a réuni mille personnes à Lyon": both are there
        return ("Event", "Product", "Group", "Organization")
    return ("Event", "Person", "Group") if opens_sentence(reading, place) else ("Event",)


def opens_sentence(reading: Reading, word: Word) -> bool:
    """Whether a complement stands before a comma at the head of its sentence, and so holds for all of it."""
    below = reading.tree.subtree(word.i, ("punct",))
    first, last = reading.tree.sents[word.sent]
    return below[0] == first and below[-1] + 1 < last and reading.tree.words[below[-1] + 1].text == ","
