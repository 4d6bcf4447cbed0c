"""Mentions by a common noun or an adjective of nationality, and the class that the noun tells."""

from collections.abc import Iterator

from kg.extract.rules.mentions.extents import (
    NOT_IN_FULL,
    NOT_IN_WIDE,
    adverbial_step,
    bare_step,
    core_extent,
    counting_start,
    extent_steps,
    full_extent,
    hedged_start,
    joined_step,
    nested_steps,
    participle_step,
    preferred_extents,
    shorter_steps,
    taken_from,
    without_hedge,
)
from kg.extract.rules.mentions.names import Names
from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.parsing.agreement import determiner_class, feature, is_epicene, noun_gender
from kg.extract.rules.parsing.mending.grammar import is_adverbial
from kg.extract.rules.parsing.tree import HYPHEN, ROOT, Tree, Word
from kg.lang import LanguagePack
from kg.lang.schema import load_schema
from kg.model import MentionKind

NUMBERED = "#"  # stands for a number in the list of nouns: "acte #"


def noun_mention(tree: Tree, pack: LanguagePack, names: Names, word: Word) -> Reference | None:
    """Return the mention that a common noun makes, if it is one."""
    if not _may_be_mention(tree, pack, word) or _is_language(tree, pack, names, word):
        return None
    some = taken_from(tree, pack, word)
    plural = some.lower not in pack.words["one_of"] if some else _is_plural(tree, word) or _is_counted(tree, pack, word)
    if _means_nothing(tree, pack, word, plural=plural):
        return None
    core = _without_melted(tree, pack, word, core_extent(tree, word))
    led = word.rel == "name"  # the body of "an army spokesman" is the army that is known
    known = names.of_country(tree, word)
    kind = _people(names, word, plural=plural) or _noun_type(tree, pack, word, plural=plural)
    return Reference(
        i=word.i, core=core, extents=_extents(tree, pack, word, core, kind), kind=MentionKind.NOMINAL,
        type=known.type if known else kind, sent=word.sent,
        gender=noun_gender(tree, pack, word), number="Plur" if plural else "Sing",
        determiner="indefinite" if some else "definite" if led else determiner_class(tree, pack, word)[0],
        head=word.lemma, sexed=not is_epicene(tree, pack, word),
        known=known.id if known else None,
    )  # fmt: skip


def _may_be_mention(tree: Tree, pack: LanguagePack, word: Word) -> bool:
    """Whether a word is a noun that heads a phrase, and no time."""
    if word.rel == "name":
        return _is_body_led(tree, pack, word)
    if word.pos not in ("NOUN", "PROPN") or word.rel in ("fixed", "case", "mark", "cc", "punct", "aux", "cop"):
        return False
    if not word.text.isalpha() and not any(c.isalpha() for c in word.text):
        return False
    time = word.lemma in pack.lists["temporal"] or word.lower in pack.lists["temporal"]
    if time and not _is_compound(tree, pack, word):
        return False
    return not _is_inverted_verb(tree, word) and not _completes_compound(tree, pack, word)


def _is_language(tree: Tree, pack: LanguagePack, names: Names, word: Word) -> bool:
    """ "en anglais", "in English": a language and nobody; a capital tells the people in French."""
    before, behind = tree.words[max(word.i - 1, 0)], tree.words[word.i + 1 : word.i + 2]
    bare = before.lower in pack.words["in_a_language"] and not any(w.pos in ("NOUN", "PROPN") for w in behind)
    cased = word.is_title == (pack.adposition == "head")
    people = names.country_of_adjective(word.text) or names.place_of_adjective(word.text)
    return bare and cased and people is not None


def _is_body_led(tree: Tree, pack: LanguagePack, word: Word) -> bool:
    """ "the central bank governor", "an army spokesman": the body right before the office of who leads it."""
    office = tree.words[word.head] if word.head == word.i + 1 else word
    if word.pos != "NOUN" or office.tag != "NN" or office.lemma not in pack.words.get("offices_of_bodies", ()):
        return False
    return word.tag == "NN" and load_schema().is_a(pack.nouns.get(word.lemma, ""), "Organization")


def _means_nothing(tree: Tree, pack: LanguagePack, word: Word, *, plural: bool) -> bool:
    """Whether a noun refers to nothing: "le fait", "Personne n'a été blessé", "sur place"."""
    if word.lemma in pack.lists["empty_nouns"] and not word.is_title and not _is_thing(tree, pack, word, plural=plural):
        return True
    if word.lower in pack.words["editors_notes"]:
        return True
    if word.lower in pack.words["negative_pronouns"] and tree.child(word.i, "det") is None:
        return True
    if word.lower in pack.words["compass"] and word.case in pack.words["to"]:
        return tree.words[word.i - 2].lower not in pack.words["compass"]  # "à 50 km au nord", not "du sud au nord"
    return is_adverbial(tree, word, pack)


def _extents(
    tree: Tree, pack: LanguagePack, word: Word, core: tuple[int, int], kind: str
) -> tuple[tuple[int, int], ...]:
    """The readings of a noun's extent, the best first; those from a number or without a hedge stand around the rest."""
    if word.rel == "name":
        return _of_body_led(tree, word, core)
    full, wide = full_extent(tree, pack, word, core, NOT_IN_FULL), full_extent(tree, pack, word, core, NOT_IN_WIDE)
    steps = [*shorter_steps(tree, pack, word, core), *extent_steps(tree, core, full)]
    steps += participle_step(tree, word, core)
    found = [*preferred_extents(tree, core, full, steps, wide), *nested_steps(tree, pack, word, full)]
    found += [*bare_step(tree, pack, core), *joined_step(tree, word, core)]
    if load_schema().is_a(kind, "Eventuality"):
        found += adverbial_step(tree, word, full)
    extents = tuple(dict.fromkeys(found))
    counted, bare, hedged = (
        [(start, end) for _, end in extents if start is not None]
        for start in (counting_start(tree, pack, word), without_hedge(tree, word, core), hedged_start(tree, pack, core))
    )
    return (*counted, *extents, *bare, *hedged)


def _of_body_led(tree: Tree, word: Word, core: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """ "Malaysia's central bank governor": whose bank it is stands before it, hung on the office."""
    owner = tree.child(word.head, "poss")
    if owner is None or tree.words[core[0] - 1].head != owner.i:
        return (core,)
    return core, (tree.subtree(owner.i)[0], core[1])


def _is_inverted_verb(tree: Tree, word: Word) -> bool:
    """ ""…", juge-t-il": a verb that the parser takes for a noun has its subject behind a hyphen."""
    behind = tree.words[word.i + 1] if word.i + 1 < len(tree.words) else None
    glued = behind is not None and behind.pos == "PRON" and behind.text.startswith("-") and behind.start == word.end
    return glued and tree.child(word.i, "det", "case") is None


def _without_melted(tree: Tree, pack: LanguagePack, noun: Word, core: tuple[int, int]) -> tuple[int, int]:
    """ "face aux menaces": what the parser takes for a determiner holds an adposition, which is not of the phrase."""
    first = core[0]
    hedge = " ".join(w.lower for w in tree.words[first : first + 2])
    if hedge in pack.patterns["numbers"]["approximators"]:
        return core  # "au moins 59 morts"
    melted = tree.words[first].lower in pack.melted and tree.words[first].lower not in pack.words["indefinite"]
    return (first + 1, core[1]) if melted and first < noun.i else core


def _is_thing(tree: Tree, pack: LanguagePack, word: Word, *, plural: bool) -> bool:
    """ "Les mesures prises", "le résultat": what such a noun names where it stands in no set phrase."""
    if _is_compound(tree, pack, word):
        return True
    if word.lemma not in pack.lists.get("half_empty_nouns", ()):
        return False
    owned = tree.child(word.i, "poss") is not None and tree.child(word.i, "appos") is not None  # "its head, Jane Roe"
    return plural or (not word.case and (owned or tree.child(word.i, "det", "nummod") is not None))


def _is_compound(tree: Tree, pack: LanguagePack, word: Word) -> bool:
    """ "une journée de mobilisation", "l'état d'urgence", "le centre hospitalier": a noun that another makes one."""
    if any(pair in pack.nouns for pair in _with_complements(tree, pack, word)):
        return True
    if word.lemma not in pack.lists.get("compound_heads", ()):
        return False
    for child in tree.children(word.i, "nmod", "amod"):
        said = child.lemma not in pack.lists["temporal"] and not child.is_title and child.i > word.i
        bare = child.case in pack.words["of"] and tree.child(child.i, "det", "poss", "nummod") is None
        if said and ((child.rel == "nmod" and bare) or (child.rel == "amod" and child.i == word.i + 1)):
            return True
    return False


def _people(names: Names, word: Word, *, plural: bool) -> str | None:
    """ "un Tunisien", "les Britanniques", "le Breton": a people's name stands for its members."""
    if not word.is_title:
        return None
    if names.country_of_adjective(word.text) is None and (plural or names.place_of_adjective(word.lower) is None):
        return None
    return "Group" if plural else "Person"


def _is_plural(tree: Tree, word: Word) -> bool:
    """Whether a noun is several; where its form does not change, "un Français", the determiner tells."""
    if feature(word, "Number") == "Plur":
        return not any(
            feature(c, "Number") == "Sing" and "Poss=Yes" not in c.morph for c in tree.children(word.i, "det")
        )
    return word.tag in ("NNS", "NNPS")


def _is_counted(tree: Tree, pack: LanguagePack, word: Word) -> bool:
    """ "les 170 pays": the determiner or a number says what the noun does not."""
    one = {"1"} | pack.words["one_of"]
    return any(
        "Number=Plur" in c.morph
        or (c.rel == "nummod" and c.i < word.i and c.text not in one)  # not "l'animateur de France 2"
        for c in tree.children(word.i, "det", "nummod")
        if "Poss=Yes" not in c.morph or c.lower.endswith(pack.agreement["plural"])
    )


def _noun_type(tree: Tree, pack: LanguagePack, word: Word, *, plural: bool) -> str:
    """The class of a noun, by its form first ("les morts" are people, "la mort" is none), or with its adjective.

    "Feu vert" burns nothing.
    """
    kind = next((pack.nouns[pair] for pair in _with_complements(tree, pack, word) if pair in pack.nouns), None)
    if kind is None and word.lemma in pack.words["generic_products"] and _is_named(tree, word):
        kind = "Product"  # "le système Vega"; a "système" as such may be anything
    schema = load_schema()
    if kind is None and word.lemma in pack.words["generic_firms"] and _is_named(tree, word):
        kind = "Company" if schema.is_a(pack.nouns.get(word.lemma, ""), "Place") else None  # "la maison Valtec"
    if kind is None and word.lemma in pack.words["sets"] and (member := _member_of_set(tree, pack, word)) is not None:
        kind, plural = _noun_type(tree, pack, member, plural=True), False
    kind = kind or pack.nouns.get(word.lower) or pack.nouns.get(word.lemma) or _type_by_form(pack, word.lemma)
    if plural and schema.fits(kind, ("Agent", "Country")):
        return kind if word.lemma in pack.words["plural_bodies"] else "Group"
    if kind == "Person" and _is_largest_firm(tree, pack, word):
        return "Company"
    if kind == "Quantity" and any(_counts_people(pack, c) for c in tree.children(word.i, "nmod")):
        return "Group"  # "thousands of people"
    return kind


def _is_largest_firm(tree: Tree, pack: LanguagePack, word: Word) -> bool:
    """ "Spain's largest producer", "the biggest trader": what is the largest in a business is nobody."""
    ranks = (c.lower.rsplit(HYPHEN, 1)[-1] for c in tree.children(word.i, "amod"))  # "fourth-biggest"
    return not pack.words["sizes"].isdisjoint(ranks) and word.lemma in pack.lists["industries"]


def _member_of_set(tree: Tree, pack: LanguagePack, word: Word) -> Word | None:
    """ "une série de restrictions" is restrictions, "la série de Marc Petit" a product."""
    members = (c for c in tree.children(word.i, "nmod") if c.case in pack.words["of"] and c.pos == "NOUN")
    return next((c for c in members if "Number=Plur" in c.morph and tree.child(c.i, "det", "poss") is None), None)


def _counts_people(pack: LanguagePack, word: Word) -> bool:
    people = pack.nouns.get(word.lemma) or pack.nouns.get(word.lower) or ""
    return word.case in pack.words["of"] and load_schema().fits(people, ("Person", "Group"))


def _with_complements(tree: Tree, pack: LanguagePack, word: Word) -> Iterator[str]:
    """ "feu vert", "état de urgence": a noun with each adjective or bare complement, as the list of nouns writes it.

    "Acte #" is one with a number behind it: "l'acte 14", "l'article 49".
    """
    yield from (f"{word.lemma} {c.lemma}" for c in tree.children(word.i, "amod", "name"))
    behind = tree.words[word.i + 1] if word.i + 1 < len(tree.words) else word
    if behind.text[:1].isdigit() and not behind.is_year:  # "la saison 2018" is a time
        yield f"{word.lemma} {NUMBERED}"
    for child in tree.children(word.i, "nmod"):
        if not child.case:
            continue
        told = tree.child(child.i, "det", "poss", "nummod")
        if told is None:
            yield f"{word.lemma} {child.case} {child.lemma}"
        elif told.lemma in pack.words["definite"]:
            yield f"{word.lemma} {child.case} {told.lemma} {child.lemma}"  # "forces de le ordre"


def _completes_compound(tree: Tree, pack: LanguagePack, word: Word) -> bool:
    """ "l'état d'urgence", "sa mise en examen": what only makes a compound with the noun above names nothing itself."""
    above = tree.words[word.head] if word.rel == "nmod" and word.case and word.head != ROOT else word
    bare = tree.child(word.i, "det", "poss", "nummod") is None
    return above is not word and bare and f"{above.lemma} {word.case} {word.lemma}" in pack.nouns


def _is_named(tree: Tree, noun: Word) -> bool:
    """Whether a name stands right behind a noun."""
    return any(
        c.is_title and not c.case and 0 < c.i - noun.i <= 2
        for c in tree.children(noun.i, "appos", "name", "nmod", "amod")
    )


def _type_by_form(pack: LanguagePack, lemma: str) -> str:
    """The class of a noun that no list knows: by its ending, or the first of two nouns ("maître-nageur")."""
    parts = lemma.split(HYPHEN) if HYPHEN in lemma and pack.adposition == "child" else ()
    kinds = [pack.nouns.get(part.removesuffix(pack.agreement["plural"])) for part in parts]
    if kinds and None not in kinds:
        return kinds[0] or "Concept"
    return next((kind for ending, kind in pack.noun_endings.items() if lemma.endswith(ending)), "Concept")


def nationality_mention(tree: Tree, names: Names, word: Word) -> Reference | None:
    """ "le groupe chinois", "la police londonienne": the adjective mentions a country, a region or a city."""
    hung = word.rel in ("amod", "name") or (word.rel == "nmod" and word.pos == "ADJ" and not word.case)
    joined = word.rel == "conj" and names.pack.adposition == "head"  # "Kenyan and Tanzanian universities"
    hung = hung or (joined and word.pos == "ADJ" and tree.words[tree.first_conjunct(word.i)].rel == "amod")
    if not hung or word.head == ROOT or tree.words[word.head].i == word.i:
        return None
    place = names.country_told_by(tree, word) or names.place_of_adjective(word.text)
    if place is None:
        return None
    first = word.i if names.country_of_adjective(word.text) or place.type != "Country" else word.i - 1
    return Reference(
        i=word.i, core=(first, word.i + 1), extents=((first, word.i + 1),), kind=MentionKind.NOMINAL,
        type=place.type, sent=word.sent, determiner="adjective", known=place.id, head=word.lemma,
    )  # fmt: skip
