"""Fills the roles that a relation rule names with references that fit its types."""

from collections.abc import Callable, Mapping

from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.parsing.frames import Frame, dated_words, is_bare
from kg.extract.rules.parsing.tree import Tree, Word
from kg.extract.rules.relations.amounts import amount_words, counted_words, earlier_words, figure_words, level_words
from kg.extract.rules.relations.goods import maker_words, user_words
from kg.extract.rules.relations.infinitives import acted_on_words, given_to_words
from kg.extract.rules.relations.noun_frames import before_relative
from kg.extract.rules.relations.offences import alleged_words, blamed_words, charge_words, deed_words, ground_words
from kg.extract.rules.relations.reading import Reading
from kg.extract.rules.relations.results import (
    dealmaker_words,
    owner_words,
    part_words,
    patients_owner_words,
    spoken_words,
    talking_words,
)  # fmt: skip
from kg.extract.rules.relations.staffs import staffed_words, told_words
from kg.extract.rules.relations.topics import board_words, conduct_words, office_words, post_words, topic_words
from kg.extract.rules.relations.unsaid_agents import anonymous_agent, authority_beside
from kg.lang.relations import Trigger
from kg.lang.schema import load_schema
from kg.model import MentionKind

UNKNOWN_MAY_BE = frozenset(
    {"Entity", "Agent", "Person", "Group", "Organization", "Company", "Product", "SoftwareProduct", "Place"}
)
GUESSED = frozenset({"City", "Place", "Product", "SoftwareProduct", "Concept"})  # classes an unknown firm is taken for


def fill(
    reading: Reading,
    implied: str | None,
    frame: Frame,
    roles: tuple[str, ...],
    types: tuple[str, ...],
    trigger: Trigger,
) -> list[int]:
    """Return the references of the first role whose words fit the types; coordinated ones all together.

    Args:
        implied: the class of whatever fills the role, where nothing else can.
    """
    links = reading.pack.words["kind_links"]
    for role in roles:
        if role == "anyone":
            said = any(frame.args.get(other) for other in roles)
            return [] if said or _is_undone(frame) else [anonymous_agent(reading, frame)]
        if role == "authority":
            government = authority_beside(reading, frame)
            return [] if government is None else [government]
        for word in role_words(reading, frame, role, trigger):
            found = []
            first = reading.at(word)
            named = first is not None and reading.table.items[first].kind is MentionKind.NAME
            for part in _members(reading, word, role, frame, trigger):
                if trigger.kind == "role" and role in links and _says_a_kind(reading, frame, part):
                    continue
                index = _self(reading, part, trigger, types) if role == "self" else reading.at(part)
                if index is not None and (
                    is_one_of(reading, index, types)
                    or _must_be_place(reading, index, part, types)
                    or (implied and (named or part == word) and may_be_misread(reading, index, implied))
                ):
                    found.append(index)
            if found:
                return list(dict.fromkeys(found))
    return []


def _is_undone(frame: Frame) -> bool:
    """ "l'occasion d'attaquer X": what no subject does and nobody suffers tells of no act."""
    return frame.kind == "verb" and not (frame.passive or frame.undergone or frame.args.get("subject"))


def _names_no_place(reading: Reading, index: int, types: tuple[str, ...]) -> bool:
    """ "le président de la République": where only a place may stand, a whole that every country has tells none."""
    root, tree = reading.root(index), reading.tree
    if tree.words[root.i].lower not in reading.pack.words["common_wholes"] or root.known is not None:
        return False
    alone = tree.child(root.i, "amod", "nmod", "appos", "name") is None
    return alone and all(load_schema().is_a(kind, "Place") for kind in types)


def _must_be_place(reading: Reading, index: int, word: int, types: tuple[str, ...]) -> bool:
    """ "born in Yate": what only a place can be is one, whatever the model took its name for."""
    root, schema = reading.root(index), load_schema()
    if root.kind is not MentionKind.NAME or root.known is not None or root.type not in ("Organization", "Entity"):
        return False
    within = reading.tree.words[word].case in reading.pack.words["people_in"]
    if not within or not all(schema.is_a(kind, "Place") for kind in types):
        return False
    root.type = "Place"
    return True


def may_be_misread(reading: Reading, index: int, implied: str = "") -> bool:
    """Whether a class is only guessed: of a name that no table knows, and not a person's with two parts.

    Args:
        implied: the class it should have: what is made is often taken for who makes it.
    """
    root = reading.root(index)
    guessed = root.kind is MentionKind.NAME and root.known is None
    if implied == "Product" and reading.table.items[index].kind is not MentionKind.NAME:
        return False  # "the maker of paper, Aton": a description that stands for a name tells what it is itself
    classes = GUESSED | {"Organization", "Company"} if implied == "Product" else GUESSED
    return guessed and (root.type in classes or (root.type == "Person" and " " not in root.name.strip()))


def make_implied(reading: Reading, index: int, implied: str | None, types: tuple[str, ...]) -> None:
    """Give a name the class that nothing else can have of which this is told."""
    if implied is not None and not is_one_of(reading, index, types):
        reading.root(index).type = implied


def _says_a_kind(reading: Reading, frame: Frame, word: int) -> bool:
    """ "un patron de presse", "des créateurs de jeux": a bare noun says what kind; a named maker makes them."""
    tree, links = reading.tree, reading.pack.words["kind_links"]
    bare = tree.words[word].pos == "NOUN" and not tree.words[word].is_title
    if not bare or any(c.lower not in links for c in tree.children(word, "det", "case", "nummod")):
        return False
    index = reading.at(frame.i)
    maker = (
        index is not None and reading.is_name(index) and load_schema().fits(reading.root(index).type, ("Organization",))
    )
    return not maker


def _members(reading: Reading, word: int, role: str, frame: Frame, trigger: Trigger) -> list[int]:
    """The coordinated words that fill a role together; "X and Aton CEO Y" names one chief.

    In "a fait dix morts et trente blessés" the first belongs to the trigger, and what is beside it is no such thing.
    """
    if role == "other" or (role == "self" and reading.tree.words[frame.i].tag in ("NN", "NNP")):
        return [word]
    if role == "self" and trigger.kind == "noun" and word == frame.i:
        return [word]  # "dix morts et vingt blessés": the wounded are no dead
    tree, parts = reading.tree, reading.tree.conjuncts(word)
    if tree.words[word].lemma in trigger.parts:
        return [i for i in parts if tree.words[i].lemma in trigger.parts]
    if role == "self" and word == frame.i:  # "les représentants de X et la ministre": she is none of them
        parts = [i for i in parts if i == word or tree.words[i].pos != "NOUN" or tree.child(i, "det") is None]
    return parts


def role_words(reading: Reading, frame: Frame, role: str, trigger: Trigger) -> list[int]:
    """Return the words that fill a role of a frame, whatever they refer to."""
    if role in SOUGHT:
        return SOUGHT[role](reading, frame)
    if role in frame.args:
        told = [i for i in frame.args[role] if not _is_of_trigger(reading.tree, frame, trigger, i)]
        return [i for i in told if not _opens_clause(reading, frame, i)] or told
    return [] if role == "agent" and trigger.kind == "noun" else _below_parts(reading, frame, role, trigger.parts)


def _opens_clause(reading: Reading, frame: Frame, i: int) -> bool:
    """ "À Londres, X s'en prend à Y": what stands with its adposition before who acts tells where, if more follows."""
    word = reading.tree.words[i]
    acting = frame.args.get("subject", ())
    relative = reading.tree.words[frame.i].rel in ("relcl", "acl")  # whose antecedent stands before
    return bool(word.case) and word.pos != "PRON" and not relative and any(i < j < frame.i for j in acting)


def _is_of_trigger(tree: Tree, frame: Frame, trigger: Trigger, i: int) -> bool:
    """ "pointe du doigt la mairie", "témoigne de son soutien": a complement that is a word of the trigger is no end."""
    word = tree.words[i]
    below = word.head == frame.i and word.rel == "obl" and word.lemma in trigger.parts
    return below and tree.child(i, "nummod") is None  # "a fait plus de 20 morts": they are who is told of


def _below_parts(reading: Reading, frame: Frame, role: str, parts: tuple[str, ...]) -> list[int]:
    """ "prendre exemple sur X", with X below "exemple"; not "une enquête pour viol sur un mineur"."""
    tree, charges = reading.tree, reading.pack.words["charge_marks"]
    for child in tree.children(frame.i) if parts else ():
        if child.lemma in parts or child.lower in parts:
            below = tree.children(child.i, "nmod", "obl", "xcomp", "acl")
            of_kind = (
                c for c in below if is_bare(tree, c) and c.case not in charges
            )  # "des études de droit à la Sorbonne"
            told = tree.children(child.i, "amod") if child.rel == "obj" else []  # "un hommage vibrant à X"
            found = (*below, *(k for c in (*of_kind, *told) for k in tree.children(c.i, "nmod", "obl")))
            found += tuple(
                k for c in below if c.rel == "acl" for k in tree.children(c.i, "agent")
            )  # "a suit brought by X"
            inner = [c.i for c in found if c.case == role or _opens_with(tree, c, role)]
            inner.sort(key=lambda i: tree.words[i].pos != "PROPN")  # "au conseil d'administration de Renault"
            if role == "poss":
                inner = [c.i for c in tree.children(child.i, "det", "poss")]
                inner += _whose(reading, child)
            if role == "nation":  # "rejected a Dutch request"
                inner = [c.i for c in tree.children(child.i, "amod")]
            if role == "patient" and child.rel == "xcomp":  # "fait travailler 210 ouvriers"
                inner = [c.i for c in tree.children(child.i, "obj")]
            if inner:
                return inner
    return []


def _whose(reading: Reading, noun: Word) -> list[int]:
    """ "Valtec, dont le siège se trouve à Rezé": whose the subject of a relative is."""
    pronouns = [c for c in reading.tree.children(noun.i, "nmod") if c.lower in reading.pack.words["relative_of"]]
    return [i for c in pronouns for i in before_relative(reading.tree, c.i)]


def _opens_with(tree: Tree, clause: Word, role: str) -> bool:
    """ "reconnu coupable d'avoir volé": an infinitive behind the adposition of a role."""
    marks = tree.children(clause.i, "mark") if clause.rel in ("acl", "xcomp") else []
    return any(c.pos == "ADP" and c.lemma == role for c in marks)


def _others(reading: Reading, frame: Frame) -> list[int]:
    """The later members of a coordinated subject, object or "entre A et B"; "A et B négocient avec C" joins neither."""
    if frame.kind == "verb" and not frame.args.keys().isdisjoint(reading.pack.words["together_with"]):
        return []
    words = reading.pack.words
    for role in ("subject", "patient", *sorted(words["between"]), *sorted(words["of"]), "agent"):
        for word in frame.args.get(role, ()):
            rest = reading.tree.conjuncts(word)[1:]
            if rest:
                return rest
    return []


def _alone(reading: Reading, frame: Frame) -> list[int]:
    """ "The hospital opened in 1948": the subject of a verb that has no object."""
    subjects = frame.args.get("subject", ())
    return list(subjects) if set(frame.args.get("patient", ())) <= set(subjects) else []


def _within(reading: Reading, frame: Frame) -> list[int]:
    """ "la directrice de la communication de Renault": whose part it is that somebody is in charge of."""
    tree, pack, of = reading.tree, reading.pack, reading.pack.words["of"]
    nouns = [tree.words[i] for case in sorted(of) for i in frame.args.get(case, ()) if tree.words[i].pos == "NOUN"]
    people = pack.trades
    parts = [w for w in nouns if w.lemma not in people and pack.nouns.get(w.lemma) not in ("Person", "Group")]
    inside = [c for part in parts for c in tree.children(part.i, "nmod") if c.case in of]
    definite = pack.words["definite"]  # "du groupe", but not "conseil d'administration"
    return [c.i for c in inside if not is_bare(tree, c) or any(k.lower in definite for k in tree.children(c.i, "case"))]


# Roles that no frame holds: where their words are looked for.
SOUGHT: Mapping[str, Callable[[Reading, Frame], list[int]]] = {
    "self": lambda reading, frame: [*frame.args.get("self", ()), frame.i],
    "other": _others,
    "named": lambda reading, frame: [reading.table.items[t.reference].i for t in reading.titles if t.noun == frame.i],
    "alone": _alone,
    "acted on": acted_on_words,
    "given to": given_to_words,
    "within": _within,
    "amount": lambda reading, frame: amount_words(reading.tree, reading.pack, frame),
    "level": lambda reading, frame: level_words(reading.tree, reading.pack, frame),
    "earlier": lambda reading, frame: earlier_words(reading.tree, reading.pack, frame),
    "sum": lambda reading, frame: amount_words(reading.tree, reading.pack, frame, own=True),
    "figure": lambda reading, frame: figure_words(reading.tree, reading.pack, frame),
    "counted": lambda reading, frame: counted_words(reading.tree, reading.pack, frame),
    "dated": lambda reading, frame: dated_words(reading.syntax, frame),
    "ground": ground_words,
    "deed": deed_words,
    "charge": charge_words,
    "whose": lambda reading, frame: [i for i in frame.args.get("poss", ()) if reading.tree.words[i].pos == "PRON"],
    "alleged": alleged_words,
    "blamed": blamed_words,
    "office": lambda reading, frame: office_words(reading.tree, reading.pack, frame),
    "post": lambda reading, frame: post_words(reading.tree, reading.pack, frame),
    "board": lambda reading, frame: board_words(reading.tree, reading.pack, frame),
    "results": owner_words,
    "spoken of": spoken_words,
    "staffed": staffed_words,
    "told of": told_words,
    "dealmaker": dealmaker_words,
    "part of": part_words,
    "talking": talking_words,
    "owner": patients_owner_words,
    "maker": maker_words,
    "user": user_words,
    "topic": lambda reading, frame: topic_words(reading.syntax, frame),
    "conduct": lambda reading, frame: conduct_words(reading.tree, reading.pack, frame),
}


def _self(reading: Reading, word: int, trigger: Trigger, types: tuple[str, ...]) -> int | None:
    """What a role noun denotes: the name it stands before, is apposed to, or the description by coreference.

    In "un sondage Ifop" the noun is no title of Ifop: it names what Ifop made.
    """
    several = reading.at(word)
    if several is not None and reading.root(several).members:
        return several  # "Renault et Nissan, partenaires de Zumo": a title is of one
    if trigger.kind == "role" and _is_nobody(reading, word):
        return None
    for title in reading.titles:
        if title.noun == word and (trigger.kind == "role" or is_one_of(reading, title.reference, types)):
            return title.reference
    return reading.at(word)


def _is_nobody(reading: Reading, word: int) -> bool:
    """ "his resignation as chairman of Aton": an office, and nobody who holds it."""
    index, words = reading.table.at.get(word), reading.pack.words
    if index is None or reading.pack.adposition != "head" or reading.tree.words[word].case not in words["as_office"]:
        return False
    item, alone = reading.table.items[index], reading.table.root(index) == index
    return alone and item.kind is MentionKind.NOMINAL and not item.determiner and item.number != "Plur"


def is_one_of(reading: Reading, index: int, types: tuple[str, ...]) -> bool:
    """Whether a reference may be an argument; a country acts, a name of unknown class may be anything."""
    schema, root = load_schema(), reading.root(index)
    if _names_no_place(reading, index, types):
        return False
    if root.kind is MentionKind.PRONOUN:
        return reading.lone_pronouns and _pronoun_may_be(root, types)
    if schema.fits(root.type, types) or ("Entity" in types and schema.is_a(root.type, "Eventuality")):
        return True
    platform = root.kind is MentionKind.NAME and reading.tree.words[root.i].text in reading.pack.words["platforms"]
    if platform and schema.fits("SoftwareProduct", types):
        return True  # "sur Twitter": what a company is called, and what people use
    acts = not {"Agent", "GovernmentBody", "Country"}.isdisjoint(types)
    if root.type == "Country" and acts:
        return True
    if root.kind is MentionKind.NAME and root.type in ("Entity", "Agent"):
        return not UNKNOWN_MAY_BE.isdisjoint(types)
    if root.kind is MentionKind.NAME and root.type in ("City", "Place") and acts:
        if reading.table.items[index].kind is MentionKind.NOMINAL:
            return False  # "la ville de Rome", "la municipalité de Rome" is no government of Italy
        return reading.names.capital_of(root.name.title()) is not None  # names are folded
    return False


def _pronoun_may_be(pronoun: Reference, types: tuple[str, ...]) -> bool:
    schema = load_schema()
    if pronoun.gender in ("Masc", "Fem") or pronoun.determiner == "first":
        return schema.fits("Person", types)
    things = any(schema.is_a(kind, "Organization") or kind in ("Agent", "Entity", "Place", "Product") for kind in types)
    return things or (pronoun.number == "Plur" and schema.fits("Person", types))
