"""What line of business a firm is in: "le groupe automobile", "le cabinet de conseil X", "le constructeur"."""

from collections.abc import Iterator

from kg.extract.rules.parsing.agreement import determiner_class
from kg.extract.rules.parsing.frames import is_bare
from kg.extract.rules.parsing.tree import HYPHEN, Word
from kg.extract.rules.parsing.values import read_number
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.extract.rules.relations.title_words import is_whole_name, title_words, without_nationality
from kg.lang.schema import load_schema
from kg.model import Datatype, MentionKind, Value

FIRMS = ("Company", "MediaOutlet")
BODIES = ("Organization",)  # which a title tells by its field as well: "the trade body X"
NO_FIELDS = ("VBN", "VBD", "JJR", "JJS")  # tags of words that tell how a firm is: "listed", "larger"
NAMED = ("Agent", "Place", "Product")  # a name of what is no line of business
ANY_FIELD = 0.6  # part of its certainty that a trade keeps which says not what in
THIS_ONE = ("demonstrative", "possessive")  # determiners of what is one thing, and no field


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
            or not schema.fits(root.type, BODIES if _may_tell_of_body(reading, word, noun in titled) else FIRMS)
            or root.type == "PoliticalParty"
            or root.type in ("Person", "SecurityAgency")  # "the security service, the PST": no business
        ):
            continue
        if pack.adposition == "head" and word.tag == "NNS":
            continue
        field = named_business(reading, word)
        if field is not None and noun in titled:
            continue  # told by the title
        if field is None and word.lemma in pack.words["generic_firms"] | pack.words["bodies_of_fields"]:
            field = field_named_before(reading, word) if pack.adposition == "head" else field_of(reading, word)
        tells = word.lemma in pack.lists["industries"] and word.lemma not in pack.words["generic_firms"]
        if field is None and tells and noun not in titled:
            field = _told_of(reading, word)
        if field is not None:
            value = Value(text=without_nationality(reading, *field), datatype=Datatype.STRING)
            sure = 0.7 * how_telling(reading, *field)
            draft = said_by_form(index, "industry", value, noun, "industry/noun", sure)
            draft.object_words = field
            yield draft


def how_telling(reading: Reading, first: int, last: int) -> float:
    """How much words tell of a line of business: "le constructeur" alone makes anything."""
    bare = last - first == 1 and reading.tree.words[first].lemma in reading.pack.words["trades_of_any_field"]
    return ANY_FIELD if bare else 1.0


def names_no_field(reading: Reading, first: int, last: int) -> bool:
    """ "l'éditeur de Marc Petit", "le fabricant de l'A380", "le géant du secteur": no line of business."""
    table, words = reading.table, reading.tree.words[first:last]
    index = next((table.at[w.i] for w in words if w.pos not in ("DET", "ADP") and w.i in table.at), None)
    named = (
        index is not None and table.items[index].kind is MentionKind.NAME and table.items[index].core[0] <= first + 1
    )
    if named and index is not None and load_schema().fits(reading.root(index).type, NAMED):
        return True
    told = [w for w in words if w.pos in ("NOUN", "PROPN", "VERB", "ADJ")]
    return all(w.lemma in reading.pack.words["no_fields"] for w in told)


def _deals_in(reading: Reading, noun: Word) -> bool:
    """ "premier vendeur de blé du pays": a bare complement tells what in, whatever the rank; "syndicat du groupe"."""
    tree, words = reading.tree, reading.pack.words
    first = next((c for c in tree.children(noun.i, "nmod") if c.i > noun.i), None)
    if first is None or first.is_title or reading.pack.adposition == "head" or first.case not in words["of"]:
        return False
    return is_bare(tree, first) and not any(c.lower in words["definite"] for c in tree.children(first.i, "case"))


def _may_tell_of_body(reading: Reading, noun: Word, titled: bool) -> bool:
    """ "the trade body X"; "l'association de protection de la nature", beside a name or not."""
    return noun.lemma in reading.pack.words["bodies_of_fields"] or (titled and reading.pack.adposition == "head")


def _told_of(reading: Reading, noun: Word) -> tuple[int, int] | None:
    """ "la chaîne info" tells more than "la chaîne"; "le constructeur" is enough, "le quotidien" is not told again."""
    field = title_words(reading, noun)
    if _says_more(reading, *field):
        return _before_town(reading, *field)
    return (noun.i, noun.i + 1) if noun.lemma in reading.pack.words["told_alone"] else None


def _says_more(reading: Reading, first: int, last: int) -> bool:
    """Whether words beside a noun say what business: not "la même radio", "la radio avec la musique de X"."""
    words, inside = reading.pack.words, reading.tree.words[first:last]
    if any(w.lemma in words["no_fields"] or w.rel == "nummod" for w in inside):
        return False
    return last - first > 1 and all(w.lemma in words["of"] for w in inside if w.pos == "ADP")


def _before_town(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """ "le constructeur de Stuttgart" is a maker: where a firm is, or of whom, is no part of its business."""
    at, items = reading.table.at, reading.table.items
    named = (i for i in range(first, last) if i in at and items[at[i]].kind is MentionKind.NAME)
    return first, _without_adpositions(reading, first, next(named, last))


def _without_adpositions(reading: Reading, first: int, end: int) -> int:
    while end > first + 1 and reading.tree.words[end - 1].pos in ("ADP", "DET"):
        end -= 1
    return end


def _before_name(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """ "le géant de l'énergie Rosneft": the name that the parser hung on the field is not part of it."""
    starts = (x.core[0] for x in reading.table.items if x.kind is MentionKind.NAME)
    return first, _without_adpositions(reading, first, min((i for i in starts if first < i < last), default=last))


def field_of(reading: Reading, word: Word) -> tuple[int, int] | None:
    """Return the adjective or bare complement that says the field: "groupe automobile", "géant du numérique"."""
    tree = reading.tree
    members = members_of(reading, word)
    if members is not None:
        return members
    for child in tree.children(word.i, "amod", "nmod", "name"):
        gerund = child.tag == "VBG" and child.i == word.i - 1 and reading.pack.adposition == "head"  # "betting firm"
        placed = reading.names.tells_place(child.text) or child.i < word.i or child.pos != "ADJ"
        if child.rel == "amod" and not gerund and placed:
            continue
        inside = {c.lemma for c in tree.children(child.i, "amod")} - reading.pack.words["within_fields"]
        inside |= {child.lemma, child.lower}
        counted = _counts(reading, child) or tree.child(child.i, "nummod") is not None  # "un groupe de 84 millions"
        counted = counted or any(_counts(reading, c) for c in tree.children(child.i, "det") if c.pos != "DET")
        no_fields = reading.pack.words["no_fields"] | reading.pack.words["how_far"]
        if inside & no_fields or counted or _is_named(child):
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
        if child.rel == "nmod" and _is_this_one(reading, child):
            continue  # "acteur de ce long métrage"
        return _before_name(reading, *reading.phrase_of(child.i)) if child.rel == "nmod" else (child.i, child.i + 1)
    return None


def _is_named(word: Word) -> bool:
    """A number or a name; of a word written small the tag tells nothing."""
    return word.pos == "NUM" or (word.pos == "PROPN" and word.is_title)


def _is_this_one(reading: Reading, noun: Word) -> bool:
    """ "acteur de ce long métrage", "the maker of Aton's phones"; but "the maker of ships' engines"."""
    return not _is_of_many(reading, noun) and determiner_class(reading.tree, reading.pack, noun)[0] in THIS_ONE


def _is_of_many(reading: Reading, noun: Word) -> bool:
    """ "ships' engines", "women's shoes": a bare plural in the genitive tells a kind."""
    owner = reading.tree.child(noun.i, "poss")
    bare = owner is not None and reading.tree.child(owner.i, "det", "poss", "nummod") is None
    return owner is not None and bare and owner.tag == "NNS" and reading.pack.adposition == "head"


def _counts(reading: Reading, word: Word) -> bool:
    """ "a two-woman firm", "the 84-store chain"."""
    return word.text[:1].isdigit() or read_number(word.lower.split("-")[0], reading.pack) is not None


def field_named_before(reading: Reading, noun: Word) -> tuple[int, int] | None:
    """ "the anti-spam organisation", "the state oil company", "the pilots' union", "the maker of lifts": all of it."""
    members = members_of(reading, noun)
    if members is not None:
        return members
    words = reading.tree.words
    first = business_words(reading, noun, *title_words(reading, noun))[0]
    while first < noun.i and not _tells_field(reading, words[first], noun):
        first += 1
    first = _whole_compound(reading, first, noun.i) if first < noun.i else first
    if first < noun.i:
        return first, noun.i + 1
    made = field_of(reading, noun)
    if made is None or made[0] <= noun.i:
        return None
    last = business_words(reading, noun, noun.i, _before_town(reading, *made)[1])[1]
    return (noun.i, last) if last > noun.i + 1 else None


def _tells_field(reading: Reading, word: Word, noun: Word) -> bool:
    """Whether a word before a noun may say what field: not "the 15-member group", "the state-owned company"."""
    if word.pos not in ("NOUN", "ADJ", "VERB", "PROPN") or any(c.isdigit() for c in word.text):
        return False
    if word.tag in NO_FIELDS or _counts(reading, word):
        return False
    return not (_is_no_field(reading, word, noun) or reading.names.tells_place(word.text))


def members_of(reading: Reading, word: Word) -> tuple[int, int] | None:
    """ "the pilots' union", "the fruit growers' association": a bare plural that owns a body says whose it is."""
    tree = reading.tree
    owner = tree.child(word.i, "poss")
    if owner is None or owner.tag != "NNS" or reading.pack.adposition != "head":
        return None
    inside = tree.subtree(owner.i, ("relcl", "acl", "appos", "punct", "case", "det"))
    told = [
        i for i in inside if not reading.names.tells_place(tree.words[i].text) and tree.words[i].pos in ("NOUN", "ADJ")
    ]
    return (told[0], word.i + 1) if told and word.i == owner.i + 2 else None


def named_business(reading: Reading, noun: Word) -> tuple[int, int] | None:
    """ "agence de presse", "maison d'édition": a business whose name is of several words."""
    listed, size = reading.pack.lists["industries"], len(reading.tree.words)
    if reading.pack.adposition == "head":  # the last word is the noun: "search engine"
        before = reading.tree.words[max(noun.i - 1, 0)].lower
        return (noun.i - 1, noun.i + 1) if f"{before} {noun.lemma}" in listed else None
    ends = (end for end in (noun.i + 4, noun.i + 3, noun.i + 2) if end <= size)
    return next(((noun.i, end) for end in ends if reading.text(noun.i, end).lower() in listed), None)


def business_words(reading: Reading, noun: Word, first: int, last: int) -> tuple[int, int]:
    """ "the country's biggest bus operator", "the distributor in Leeds": rank, place, number, owner are no business."""
    if reading.pack.adposition != "head":
        alone = noun.lemma in reading.pack.words["told_alone"] or _deals_in(reading, noun)  # "premier assureur du pays"
        return (noun.i if alone else first), _end_of_business(reading, noun, last)
    tree, words = reading.tree, reading.pack.words
    first = _with_joint_fields(reading, first, noun)
    before = tree.words[first : noun.i]
    ranks = [w.i + 1 for w in before if _ranks(reading, w, noun) or reading.names.tells_place(w.text)]
    named = (x for x in reading.table.items if x.kind is MentionKind.NAME and first < x.core[1] <= noun.i)
    ranks += (x.core[1] for x in named if load_schema().fits(x.type, ("Place",)))
    below = list(tree.children(noun.i, "nmod"))
    told = (c for c in below if c.case in words["people_in"] or _is_particular(reading, c))
    last = min([last, *(tree.subtree(c.i)[0] for c in told if c.i > noun.i)])  # no further than the title
    while last > noun.i + 1 and tree.words[last - 1].pos in ("ADP", "DET"):
        last -= 1
    return _whole_compound(reading, max(ranks, default=first), noun.i), last


def _with_joint_fields(reading: Reading, first: int, noun: Word) -> int:
    """ "the food and drinks group", "a mining and trading house": of coordinated fields all are told."""
    tree, last = reading.tree, reading.tree.words[max(first - 1, 0)]
    fields = (c for c in tree.children(noun.i, "name", "amod") if c.i < noun.i and (c.pos == "NOUN" or c.tag == "VBG"))
    joint = next((c for c in fields if last.i in tree.conjuncts(c.i)[1:]), None)
    return tree.subtree(joint.i, ("det",))[0] if joint is not None else first


def _end_of_business(reading: Reading, noun: Word, last: int) -> int:
    """ "le discounter de Reims", "négociant coté à Paris", "premier vendeur de blé du pays": what is no business."""
    words, no_fields = reading.tree.words, reading.pack.words["no_fields"]
    named = {i for x in reading.table.items if x.kind is MentionKind.NAME for i in range(*x.core)}
    for word in words[noun.i + 1 : last]:
        about = word.lemma in no_fields and (word.pos == "NOUN" or "VerbForm=Part" in word.morph or word.pos == "VERB")
        if about or (word.i in named and word.is_title):
            last = word.i
            break
    last = _without_adpositions(reading, noun.i, last)
    while last > noun.i + 1 and words[last - 1].pos != "ADP" and reading.names.tells_place(words[last - 1].text):
        last -= 1
    return last


def _whole_compound(reading: Reading, first: int, end: int) -> int:
    """ "the low-cost carrier", "the ride-hailing firm"; of "the 84-store chain" only what is behind the number."""
    words = reading.tree.words
    while first > 1 and words[first - 1].text == HYPHEN and words[first - 1].start == words[first - 2].end:
        first -= 2
    while first + 2 < end and words[first + 1].text == HYPHEN and _counts(reading, words[first]):
        first += 3
    return first


def _is_particular(reading: Reading, noun: Word) -> bool:
    owned = reading.tree.child(noun.i, "poss") is not None and not _is_of_many(reading, noun)
    return owned or reading.tree.child(noun.i, "nummod", "det") is not None


def _ranks(reading: Reading, word: Word, noun: Word) -> bool:
    """ "the biggest insurer", "rival insurer X", not "the other insurer", nor "the private equity house"."""
    words = reading.pack.words
    return _is_no_field(reading, word, noun) and word.lower not in words["others"] | words["same"]


def _is_no_field(reading: Reading, word: Word, noun: Word) -> bool:
    """Whether a word before a noun tells nothing of its business: "private" does in "private equity house"."""
    words = reading.pack.words
    if word.lower in words["within_fields"] and word.i + 1 < noun.i:
        return False
    tied = word.lower.rsplit(HYPHEN, 1)[-1] if reading.pack.adposition == "head" else word.lower  # "second-largest"
    return word.lemma in words["no_fields"] or not words["no_fields"].isdisjoint((word.lower, tied))


def _is_plural(reading: Reading, noun: Word) -> bool:
    """Whether several are named; of "l'ONG" the parser guesses the number, its article tells."""
    index = reading.table.at.get(noun.i)
    if noun.lower in reading.pack.words["called_in_plural"]:
        return False  # "les laboratoires X"
    if noun.text.isupper() and index is not None:
        return reading.table.items[index].number == "Plur"
    return "Number=Plur" in noun.morph


def tells_business(reading: Reading, noun: Word, first: int, last: int) -> bool:
    """Whether a title tells one firm's business: not "le géant américain X", "les quotidiens X et Y"."""
    if _is_plural(reading, noun) or noun.lemma not in reading.pack.lists["industries"]:
        return False
    words = reading.pack.words
    generic = noun.lemma in words["generic_firms"]
    own = any(is_whole_name(reading, c) for c in reading.tree.children(noun.i, "name"))
    if own and (generic or (noun.is_title and not noun.text.isupper())):
        return False  # "the Valtec group": part of what it is called, but "the Valtec union", "l'ONG X"
    melted = any(c.lower in words["definite"] for c in reading.tree.children(noun.i, "case"))  # "du constructeur X"
    if noun.case in words["of"] and is_bare(reading.tree, noun) and not melted:
        return False  # "la chaîne de télévision X"
    inside = reading.tree.words[first:last]
    if any(w.lower in reading.pack.words["others"] or w.pos == "PRON" for w in inside):
        return False  # "une autre compagnie, X", "a group of its own, X"
    before = reading.tree.words[first : noun.i]
    if any(_is_no_field(reading, w, noun) or _counts(reading, w) for w in before):
        return False  # "le premier syndicat du groupe"
    named = noun.is_title and not noun.text.isupper()  # not "l'ONG française X"
    if named and noun.i > reading.tree.sents[noun.sent][0] and last - first > 1:
        return False  # "l'Agence de sécurité sanitaire" is its name
    alone = all(
        w is noun or _is_no_field(reading, w, noun) or (w.rel == "amod" and reading.names.tells_place(w.text))
        for w in inside
    )
    if alone and noun.lemma in words.get("no_trades", frozenset()):
        return False  # "l'ONG X", "le syndicat X"; but "le syndicat de pilotes X"
    told = any(w.rel == "det" for w in inside)  # "le site de la chaîne X"
    if generic and reading.pack.adposition == "head":
        return False  # as far as it tells a field, it is read beside other descriptions
    return not generic or not (alone or told or field_of(reading, noun))  # "le géant de l'énergie X": the field says it
