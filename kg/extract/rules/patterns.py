"""Relations that a noun phrase says by its form, without a trigger: titles, nationality, place, age, lists."""

from collections.abc import Iterator

from kg.extract.rules.coreference import Title
from kg.extract.rules.reading import Draft, Reading
from kg.extract.rules.references import Reference
from kg.extract.rules.tree import ROOT, Word
from kg.extract.rules.values import plain, read_number
from kg.lang.schema import load_schema
from kg.model import Datatype, MentionKind, Value

PLACED = ("Event", "Organization", "Place", "Group", "Product")
SITED = ("Organization", "Group", "ViolentEvent", "DisasterEvent", "MeetingEvent", "ProtestEvent", "JudicialEvent")
PLACES = ("Place",)
OFFICE_OF = ("of", "to", "for")  # adpositions of a title's own complement: "head of sales at Aton"


def find_patterns(reading: Reading) -> Iterator[Draft]:
    """Yield the drafts of every construction."""
    yield from _titles(reading)
    yield from _nationalities(reading)
    yield from _locations(reading)
    yield from _bracketed_places(reading)
    yield from _ages(reading)
    yield from _affiliations(reading)
    yield from _parties(reading)
    yield from _industries(reading)
    yield from _announcements(reading)
    yield from _occasions(reading)
    yield from _possessions(reading)
    yield from _lists(reading)


def _draft(
    subject: int, predicate: str, target: int | Value, word: int, rule: str, confidence: float,
    words: tuple[int, int] | None = None,
) -> Draft:  # fmt: skip
    return Draft(
        subject=subject, predicate=predicate, object=target, trigger=word, verb=word, phrase="", rule=rule,
        confidence=confidence, object_words=words, background=True,
    )  # fmt: skip


def _titles(reading: Reading) -> Iterator[Draft]:
    """ "le ministre de l'Intérieur X": a position; "le journaliste X": an occupation; "l'opérateur X": a business."""
    pack, schema = reading.pack, load_schema()
    titled = {title.noun for title in reading.titles}
    for title in [*reading.titles, *_descriptions(reading)]:
        noun, root = reading.tree.words[title.noun], reading.root(title.reference)
        lemma = noun.lemma
        if root.type == "Person":
            predicate = "holdsPosition" if lemma in pack.lists["positions"] else ""
            predicate = predicate or ("occupation" if lemma in pack.lists["occupations"] else "")
        elif schema.fits(root.type, ("Organization",)) or root.type == "Entity":
            predicate = "industry" if lemma in pack.lists["industries"] else ""
        else:
            predicate = ""
        first, last = _title_words(reading, noun)
        if predicate == "industry" and last - first == 1 and lemma in pack.words["generic_firms"]:
            predicate = ""  # "the firm" tells no business
        if predicate:
            if title.noun not in titled and predicate == "holdsPosition" and last - first == 1:
                continue  # "le ministre" again says nothing more
            value = Value(text=_without_nationality(reading, first, last), datatype=Datatype.STRING)
            draft = _draft(title.reference, predicate, value, noun.i, f"title/{predicate}", 0.85, (first, last))
            draft.past = reading.context.is_former(noun.i)
            if title.verb is not None:
                draft.verb, draft.background = title.verb, False
            yield draft


def _descriptions(reading: Reading) -> Iterator[Title]:
    """Definite descriptions that stand for a named person: "le maire de Béziers" for one who is named elsewhere."""
    titled = {title.noun for title in reading.titles}
    for index, item in enumerate(reading.table.items):
        if item.kind is MentionKind.NOMINAL and item.determiner == "definite" and item.i not in titled and item.head:
            root = reading.root(index)
            if root.kind is MentionKind.NAME and root.type == "Person":
                yield Title(item.i, index)


def _title_words(reading: Reading, noun: Word) -> tuple[int, int]:
    """The noun with its complements, up to the name."""
    tree = reading.tree
    inside = {noun.i, *(c.i for c in tree.children(noun.i) if c.rel.startswith("adp"))}
    for child in tree.children(noun.i, "nmod", "amod", "name"):
        if child.rel == "name" and child.i > noun.i and child.is_title:
            continue
        if child.case in reading.pack.words["affiliation"] and child.case not in ("de", "of", "à", "for"):
            continue  # "head of market development at Nokia"
        if child.lemma in reading.pack.words["age_units"]:
            continue
        if reading.table.at.get(child.i) is not None and not child.case and child.is_title and child.i > noun.i:
            continue
        inside.update(tree.subtree(child.i, ("relcl", "acl", "appos", "punct", "conj", "cc", "advcl", "dep")))
    first = last = noun.i
    while first - 1 in inside and tree.words[first - 1].rel not in ("det", "case"):
        first -= 1
    while last + 1 in inside:
        last += 1
    while last > noun.i and tree.words[last].pos in ("ADP", "DET", "PUNCT"):
        last -= 1
    return first, last + 1


def _without_nationality(reading: Reading, first: int, last: int) -> str:
    """The words of a title: "ministre syrien des Finances" is "ministre des Finances", of Syria."""
    words = reading.tree.words
    kept = [
        i
        for i in range(first, last)
        if words[i].rel != "amod" or reading.names.country_of_adjective(words[i].text) is None
    ]
    parts = [
        reading.text(i, i + 1) + (" " if words[i].end < words[min(i + 1, len(words) - 1)].start else "") for i in kept
    ]
    return "".join(parts).strip()


def _nationalities(reading: Reading) -> Iterator[Draft]:
    """ "le groupe chinois": country; "l'homme d'affaires chinois": nationality."""
    schema = load_schema()
    for index, item in enumerate(reading.table.items):
        if item.kind is MentionKind.PRONOUN or not item.known or not item.known.startswith("country/"):
            continue
        word = reading.tree.words[item.i]
        if item.determiner != "adjective" or word.head == ROOT:
            continue
        owner = reading.at(word.head)
        if owner is None or reading.table.root(owner) == reading.table.root(index):
            continue
        kind = reading.root(owner).type
        lemma = reading.tree.words[word.head].lemma
        if lemma in reading.pack.lists["positions"]:
            continue  # "le président américain": the country of the office, read by the rules
        if kind == "Person":
            yield _draft(owner, "nationality", index, word.i, "nationality/adjective", 0.8)
        elif _is_part_of_name(reading, owner, word) or (schema.is_a(kind, "Place") and not reading.is_name(owner)):
            continue
        elif kind != "Country" and schema.fits(kind, ("Organization", "Place", "LegalAct", "Product", "Group")):
            if reading.root(owner).known == "government/" + item.known[8:]:
                continue
            yield _draft(owner, "country", index, word.i, "country/adjective", 0.8)


def _is_part_of_name(reading: Reading, owner: int, word: Word) -> bool:
    item = reading.table.items[owner]
    return item.kind is MentionKind.NAME and item.known is not None and item.core[0] <= word.i < item.core[1]


def _locations(reading: Reading) -> Iterator[Draft]:
    """ "une usine à Rennes", "la fusillade de San Bernardino"."""
    for index, item in enumerate(reading.table.items):
        word = reading.tree.words[reading.tree.first_conjunct(item.i)]  # "en France et en Australie"
        if not _may_locate(reading, index, word):
            continue
        if word.rel == "obl":
            yield from _located_by_verb(reading, index, word)
        if word.rel == "nmod" and reading.tree.words[word.head].lemma not in reading.pack.words["directions"]:
            yield from _located_by_noun(reading, index, word)


def _may_locate(reading: Reading, index: int, word: Word) -> bool:
    """Whether a reference is a place that something may be in; "sanctions on Sudan" are elsewhere."""
    item, schema = reading.table.items[index], load_schema()
    if item.kind is MentionKind.PRONOUN or item.determiner == "adjective":
        return False
    if word.lemma in reading.pack.words["no_places"] or not word.case or word.head == ROOT:
        return False
    kind = reading.root(index).type
    if not schema.fits(kind, PLACES):
        return False
    return word.case != "on" or not schema.fits(kind, ("Country", "City", "AdministrativeArea"))


def _located_by_noun(reading: Reading, index: int, word: Word) -> Iterator[Draft]:
    """A place that completes a noun tells where it is: an event's anywhere, a thing's right beside it."""
    item, schema = reading.table.items[index], load_schema()
    owner = _located(reading, word)
    if owner is None or (reading.root(owner).known or "").startswith("government/"):
        return
    kind, named = reading.root(owner).type, item.kind is MentionKind.NAME
    event = schema.is_a(kind, "Event")
    if not event and not (named and _is_beside(reading, owner, word)):
        return
    at = (reading.tree.words[item.i].case or word.case) in reading.pack.words["locative"]
    of = word.case in ("de", "of") and schema.fits(kind, SITED) and named and not reading.is_name(owner)
    if not of and not (at and schema.fits(kind, PLACED)):
        return
    if reading.table.root(owner) != reading.table.root(index):
        draft = _draft(owner, "locatedIn", index, word.i, "place/complement", 0.75)
        if event:  # an event that is planned takes place as planned
            draft.trigger = draft.verb = word.head
            draft.background = False
        yield draft


def _is_beside(reading: Reading, owner: int, place: Word) -> bool:
    """Whether a place stands right after what it may locate; further on it may belong to another noun."""
    item, tree = reading.table.items[owner], reading.tree
    if item.i > place.i:
        return False
    between = tree.words[item.core[1] : tree.subtree(place.i)[0]]
    if len(between) > 4 or any(w.pos in ("VERB", "AUX", "PUNCT", "PROPN", "NUM") for w in between):
        return False
    return not any(c.rel == "det" for w in between if w.pos == "NOUN" for c in tree.children(w.i))


def _located(reading: Reading, word: Word) -> int | None:
    """ "l'arrestation de X au Japon": the event is there, whatever noun the parser chose."""
    tree, schema = reading.tree, load_schema()
    head = tree.words[word.head]
    if head.rel == "nmod" and head.case in ("de", "of") and head.head != ROOT:
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
    if verb.lemma in reading.pack.reporting or verb.lemma in reading.pack.governors:
        return
    objects = [c.i for c in tree.children(verb.i, "obj")]
    subjects = reading.syntax.subjects(verb.i)[0]
    for i in objects or subjects:
        for part in tree.conjuncts(i):
            owner = reading.at(part)
            if owner is None or reading.table.root(owner) == reading.table.root(index):
                continue
            kind = reading.root(owner).type
            wanted = ("Event", "Product", "Group", "Organization") if objects else ("Event", "Agent", "Product")
            if schema.fits(kind, wanted) and not schema.fits(kind, ("GovernmentBody", "MediaOutlet")):
                draft = _draft(owner, "locatedIn", index, verb.i, "place/verb", 0.6)
                if verb.lemma in reading.pack.words["scheduled"]:
                    draft.modality = "planned"
                draft.background, draft.polarity = False, "positive"  # not re-elected in Ohio is in Ohio all the same
                yield draft


def _bracketed_places(reading: Reading) -> Iterator[Draft]:
    """ "Wambrechies (Nord)", "Des Moines, dans l'Iowa"."""
    tree, schema = reading.tree, load_schema()
    items = reading.table.items
    for index, item in enumerate(items):
        if item.kind is not MentionKind.NAME or index == 0:
            continue
        first = item.core[0]
        if not schema.fits(reading.root(index).type, PLACES) or first < 2:
            continue
        before = next((j for j in range(index - 1, -1, -1) if items[j].core[1] <= first), None)
        if before is None or items[before].kind is not MentionKind.NAME:
            continue
        if not schema.fits(reading.root(before).type, ("City", "Place", "AdministrativeArea")):
            continue
        between = [w.lower for w in tree.words[items[before].core[1] : first]]
        bracketed = between == ["("] and item.core[1] < len(tree.words) and tree.words[item.core[1]].text == ")"
        larger = schema.fits(reading.root(index).type, ("AdministrativeArea", "Country")) or any(
            w in ("dans", "in") for w in between
        )
        comma = (
            between[:1] == [","]
            and larger
            and all(w in reading.pack.words["locative"] | reading.pack.words["definite"] for w in between[1:])
        )
        if bracketed or (comma and any(w in reading.pack.words["locative"] for w in between[1:])):
            yield _draft(before, "locatedIn", index, item.i, "place/bracket", 0.85)


def _ages(reading: Reading) -> Iterator[Draft]:
    """ "l'homme de 74 ans", "Jake, 11 ans", "aged 50"."""
    tree, pack = reading.tree, reading.pack
    for word in tree.words:
        if word.lemma not in pack.words["age_units"] and word.lower not in pack.words["age_units"]:
            continue
        number = next(
            (c for c in tree.children(word.i, "nummod", "quantmod", "det") if any(ch.isdigit() for ch in c.text)), None
        )
        if number is None:
            continue
        owner = _age_owner(reading, word)
        value = read_number(number.text, pack)
        if owner is not None and value is not None and 0 < value.value < 120:
            literal = Value(text=plain(value.value), datatype=Datatype.NUMBER)
            yield _draft(owner, "age", literal, word.i, "age", 0.85, (number.i, word.i + 1))


def _age_owner(reading: Reading, word: Word) -> int | None:
    tree = reading.tree
    heads = [a for a in list(tree.ancestors(word.i))[:3] if a.sent == word.sent]
    for head in heads:
        index = reading.at(head.i)
        if index is not None and reading.root(index).type == "Person":
            return index
        if head.pos in ("VERB", "AUX"):
            break
    before = next((w for w in reversed(tree.words[max(0, word.i - 5) : word.i]) if w.text == ","), None)
    if before is not None:
        for index in range(len(reading.table.items) - 1, -1, -1):
            item = reading.table.items[index]
            if item.core[1] == before.i and reading.root(index).type == "Person":
                return index
    return None


def _lists(reading: Reading) -> Iterator[Draft]:
    """ "des géants comme Amazon et Google": members of a group."""
    tree, schema = reading.tree, load_schema()
    for index, item in enumerate(reading.table.items):
        if item.kind is not MentionKind.NAME:
            continue
        word = tree.words[item.i]
        top = tree.words[tree.first_conjunct(item.i)]
        if (
            top.case.split(" ")[0] not in reading.pack.words["such_as"]
            and top.case not in reading.pack.words["such_as"]
        ):
            continue
        if top.head == ROOT or top.rel not in ("nmod", "obl", "appos"):
            continue
        first = tree.subtree(top.i)[0]
        if tree.words[max(0, first - 1)].text == "," and top.case in reading.pack.words["according_to"] | {
            "comme",
            "like",
        }:
            continue
        group = reading.at(top.head)
        if (
            group is None
            or reading.root(group).type != "Group"
            or not schema.fits(reading.root(index).type, ("Agent", "Country", "Entity"))
        ):
            continue
        yield _draft(index, "memberOf", group, word.i, "list/such-as", 0.7)


def _affiliations(reading: Reading) -> Iterator[Draft]:
    """ "les experts de l'ONU" work for it; "le Conseil de sécurité de l'ONU" is part of it."""
    tree, schema, pack = reading.tree, load_schema(), reading.pack
    for index, item in enumerate(reading.table.items):
        if item.kind is MentionKind.PRONOUN:
            continue
        word = tree.words[item.i]
        of = word.rel == "nmod" and word.case in pack.words["affiliation"]
        if word.head == ROOT or not (of or word.rel in ("poss",)):
            continue
        head = tree.words[word.head]
        owner = reading.at(word.head)
        if (
            owner is None
            or reading.table.root(owner) == reading.table.root(index)
            or head.lemma in pack.lists["empty_nouns"]
        ):
            continue
        kind, whole = reading.table.items[owner].type, reading.root(index).type
        if not schema.fits(whole, ("Organization",)):
            continue
        if kind in ("Person", "Group") and (
            head.lemma in pack.lists["occupations"] or head.lemma in pack.words["staff"]
        ):
            yield _draft(owner, "worksFor", index, word.i, "affiliation/person", 0.7)
        elif (
            schema.fits(kind, ("Organization",))
            and word.case in ("de", "of", "")
            and _is_part(reading, head.lemma, index)
        ):
            yield _draft(owner, "subsidiaryOf", index, word.i, "affiliation/part", 0.65)


def _is_part(reading: Reading, lemma: str, index: int) -> bool:
    return lemma in reading.pack.words["parts"] and reading.is_name(index)


def _occasions(reading: Reading) -> Iterator[Draft]:
    """ "a plaidé X lors du sommet": X took part."""
    tree, schema = reading.tree, load_schema()
    for index, item in enumerate(reading.table.items):
        word = tree.words[item.i]
        if word.case not in reading.pack.words["occasions"] or word.head == ROOT:
            continue
        if word.lemma in reading.pack.words["no_occasions"]:
            continue
        if not schema.fits(reading.root(index).type, ("Event",)):
            continue
        verb = tree.words[word.head]
        if verb.pos not in ("VERB", "AUX"):
            continue
        for i in reading.syntax.subjects(verb.i)[0]:
            for part in tree.conjuncts(i):
                owner = reading.at(part)
                if owner is not None and schema.fits(reading.root(owner).type, ("Agent",)):
                    draft = _draft(owner, "participatedIn", index, verb.i, "occasion", 0.65)
                    draft.background = False
                    yield draft


def _possessions(reading: Reading) -> Iterator[Draft]:
    """ "son iPhone", "l'usine de Renault", "Apple's App Store": a firm and its things."""
    tree, schema = reading.tree, load_schema()
    for index, item in enumerate(reading.table.items):
        word = tree.words[item.i]
        owned = (item.determiner == "possessor" and word.rel in ("det", "poss")) or word.rel == "poss"
        of = word.rel == "nmod" and word.case in ("de", "of") and item.kind is MentionKind.NAME
        if word.head == ROOT or not (owned or of):
            continue
        target = reading.at(word.head)
        if target is None or reading.table.root(target) == reading.table.root(index):
            continue
        owner, kind = reading.root(index), reading.table.items[target].type
        if owner.kind is MentionKind.PRONOUN or not schema.fits(owner.type, ("Company",)):
            continue
        if schema.fits(kind, ("Product",)) and kind != "Concept":
            yield _draft(index, "produces", target, word.i, "possession/product", 0.6)
        elif kind in ("Organization", "Company") and tree.words[word.head].lemma in reading.pack.words["sites"]:
            yield _draft(index, "owns", target, word.i, "possession/site", 0.65)


def _parties(reading: Reading) -> Iterator[Draft]:
    """ "le sénateur démocrate X", "le républicain X", "X (PS)": the party of a person."""
    tree, table, words = reading.tree, reading.table, reading.pack.words["parties"]
    for title in reading.titles:
        if reading.root(title.reference).type != "Person":
            continue
        noun = tree.words[title.noun]
        for word in (
            noun,
            *tree.children(noun.i, "amod", "name"),
            *tree.children(table.items[title.reference].i, "amod"),
        ):
            if word.lemma in words or word.lower in words:
                yield _draft(title.reference, "memberOfParty", _party(reading, word), word.i, "party/adjective", 0.8)
    for index, item in enumerate(list(table.items)):
        first, last = item.core
        bracketed = (
            first > 1 and tree.words[first - 1].text == "(" and last < len(tree.words) and tree.words[last].text == ")"
        )
        if bracketed and reading.root(index).type == "PoliticalParty":
            before = next((j for j in range(index - 1, -1, -1) if table.items[j].core[1] == first - 1), None)
            if before is not None and reading.root(before).type == "Person":
                yield _draft(before, "memberOfParty", index, item.i, "party/bracket", 0.9)


def _party(reading: Reading, word: Word) -> int:
    """A reference for the party that an adjective or noun names."""
    items = reading.table.items
    found = next((i for i, item in enumerate(items) if item.type == "PoliticalParty" and item.head == word.lemma), None)
    items.append(
        Reference(
            i=word.i,
            core=(word.i, word.i + 1),
            extents=((word.i, word.i + 1),),
            kind=MentionKind.NOMINAL,
            type="PoliticalParty",
            sent=word.sent,
            head=word.lemma,
            antecedent=found,
        )
    )
    return len(items) - 1


def _industries(reading: Reading) -> Iterator[Draft]:
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
        if field is not None:
            value = Value(text=reading.text(*field), datatype=Datatype.STRING)
            yield _draft(index, "industry", value, noun, "industry/noun", 0.7, field)


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
        if child.rel == "name" and (child.i > word.i or child.is_title):
            continue
        if child.rel == "nmod" and (
            child.case not in ("de", "of") or ((i := reading.at(child.i)) is not None and reading.is_name(i))
        ):
            continue
        return reading.phrase_of(child.i) if child.rel == "nmod" else (child.i, child.i + 1)
    return None


def _announcements(reading: Reading) -> Iterator[Draft]:
    """ "X a annoncé que …": the clause that was made public; a medium that says something reports it."""
    schema = load_schema()
    for region in reading.attribution.reported:
        if region.speaker is None or region.verb is None:
            continue
        verb = reading.tree.words[region.verb]
        act, kind = reading.pack.reporting[verb.lemma], reading.root(region.speaker).type
        predicate = (
            "reported" if schema.is_a(kind, "MediaOutlet") else (act if act in ("announced", "promised") else "")
        )
        inside = sorted(region.words)
        while inside and reading.tree.words[inside[0]].rel in ("mark", "punct", "cc"):
            inside.pop(0)
        while inside and reading.tree.words[inside[-1]].rel == "punct":
            inside.pop()
        if predicate and len(inside) > 2:
            field = (inside[0], inside[-1] + 1)
            value = Value(text=reading.text(*field), datatype=Datatype.STRING)
            draft = _draft(region.speaker, predicate, value, verb.i, f"speech/{predicate}", 0.7, field)
            draft.background, draft.phrase = False, verb.lemma
            yield draft
