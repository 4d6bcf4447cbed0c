"""Finds names, descriptions and pronouns, and gives each a class of the ontology."""

from collections import Counter

from kg.extract.rules.name_types import type_by_head, type_by_noun_before
from kg.extract.rules.names import Names, fold
from kg.extract.rules.references import VAGUE, Reference, References
from kg.extract.rules.tree import ROOT, Tree, Word
from kg.lang import LanguagePack
from kg.lang.schema import load_schema
from kg.model import MentionKind

INNER = frozenset({"det", "amod", "nummod", "name", "poss", "quantmod", "advmod", "case_of_number"})
NOT_IN_FULL = frozenset({
    "relcl", "acl", "appos", "conj", "cc", "punct", "parataxis", "cop", "subj", "subj:pass", "advcl", "ccomp", "xcomp",
    "case", "mark", "aux", "aux:pass", "obl", "advmod", "dislocated", "obj", "agent", "csubj", "dep",
})  # fmt: skip
NOT_IN_WIDE = NOT_IN_FULL - {"acl", "obl", "obj", "agent", "advmod", "punct", "case", "xcomp"} | {"cc"}
LABEL_WORDS = 9  # longer phrases are no label


def find_references(tree: Tree, pack: LanguagePack, names: Names) -> References:
    """List every name, description and pronoun of an article in text order."""
    found: dict[int, Reference] = {}
    taken: set[int] = set()
    for first, last, kind in sorted(names.find(tree)):
        reference = _name(tree, pack, names, (first, last, kind))
        if reference is not None and reference.i not in found:
            found[reference.i] = reference
            taken.update(range(first, last))
    for word in tree.words:
        if word.i in found:
            continue
        if word.i in taken and word.rel == "name":
            continue
        reference = _nationality(tree, names, word) or _pronoun(tree, pack, word)
        if reference is None and word.i not in taken:
            reference = _nominal(tree, pack, names, word)
        if reference is not None:
            found[word.i] = reference
    table = References()
    for i in sorted(found):
        table.add(found[i])
    type_by_noun_before(tree, pack, table)
    _agree_on_types(table)
    return table


def _name(tree: Tree, pack: LanguagePack, names: Names, span: tuple[int, int, str]) -> Reference | None:
    first, last, kind = span
    inside = tree.words[first:last]
    head = next((w for w in inside if not first <= w.head < last), inside[0])
    surface = names.surface(tree, first, last)
    if first and tree.words[first - 1].lower in _courtesies(pack):
        courtesy = tree.words[first - 1]
        if head.head == courtesy.i:  # the parser may hang "Dupont" below "M."
            head = courtesy
    entry = names.entry(surface) or names.with_article(tree, tree.words[first], surface)
    if entry is not None and entry.type == "City" and _is_department(tree, pack, first):
        entry, kind = None, "AdministrativeArea"
    if _courtesy_gender(tree, pack, first):
        entry, kind = None, "Person"  # "M. Salomon" is no archipelago
    elif kind != "Person" or entry is not None:
        kind = entry.type if entry is not None else type_by_head(pack, head, kind, last - first)
    if kind == "Person" and first and tree.words[first - 1].lower in pack.words["possessive_singular_owner"]:
        kind = "Concept"  # "a reçu son César"
    reference = Reference(
        i=head.i, core=(first, last), extents=_around_name(tree, pack, head, (first, last)),
        kind=MentionKind.NAME, type=kind,
        sent=head.sent, gender=_feature(head, "Gender"), number="Sing", known=entry.id if entry else None,
        name=fold(surface), head=head.lemma, determiner=_determiner(tree, pack, head)[0],
    )  # fmt: skip
    if kind == "Person":
        reference.gender = names.gender(surface) or _courtesy_gender(tree, pack, first) or ""
    elif reference.type not in ("Country", "City"):
        reference.gender = "" if head.pos == "PROPN" else reference.gender
    return reference


def _is_department(tree: Tree, pack: LanguagePack, first: int) -> bool:
    """ "dans la Vienne": a city has no article."""
    before = [w.lower for w in tree.words[max(0, first - 2) : first]]
    return len(before) == 2 and before[0] in pack.words["within"] and before[1] in pack.words["definite"]


def _around_name(tree: Tree, pack: LanguagePack, head: Word, span: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """A name whose head is a common noun ("Parti communiste chinois") goes on after its capitals."""
    if head.lower not in pack.nouns and head.lemma not in pack.nouns:
        return (span,)
    core = _core(tree, head)
    full = _full(tree, head, core, NOT_IN_FULL)
    start = span[0]
    ends = [span[1], core[1], *[end for _, end in _steps(tree, core, full)], full[1]]
    wider = [(start, end) for end in ends if span[1] < end <= start + LABEL_WORDS]
    return tuple(dict.fromkeys([span, *wider]))


def _courtesies(pack: LanguagePack) -> frozenset[str]:
    words = pack.words
    return words["courtesy_masculine"] | words["courtesy_feminine"] | words["courtesy_neutral"]


def _courtesy_gender(tree: Tree, pack: LanguagePack, first: int) -> str:
    before = tree.words[first - 1].lower if first else ""
    if before in pack.words["courtesy_masculine"]:
        return "Masc"
    return "Fem" if before in pack.words["courtesy_feminine"] else ""


def _feature(word: Word, name: str) -> str:
    for part in word.morph.split("|"):
        key, _, value = part.partition("=")
        if key == name:
            return value
    return ""


def _gender(tree: Tree, noun: Word) -> str:
    """The gender that a determiner tells ("la ministre"), else that of the noun if its form is of one sex."""
    told = next((g for c in tree.children(noun.i, "det", "amod") if (g := _feature(c, "Gender"))), "")
    if told or not noun.lower.endswith("e"):
        return told or _feature(noun, "Gender")
    return "" if noun.pos == "NOUN" and tree.child(noun.i, "det") is None else _feature(noun, "Gender")


def _determiner(tree: Tree, pack: LanguagePack, head: Word) -> tuple[str, str]:
    """Return the class of the determiner and its form."""
    words = pack.words
    forms = [c.lower for c in tree.children(head.i, "det", "poss")]
    forms += [c.lower for c in tree.children(head.i, "case") if c.lower in words["definite"]]
    for form in forms:
        if form in words["possessive_singular_owner"] | words["possessive_plural_owner"]:
            return "possessive", form
        if form in words["possessive_first"] | words["possessive_first_plural"]:
            return "possessive", form
        if form in words["demonstrative"]:
            return "demonstrative", form
        if form in words["definite"]:
            return "definite", form
        if form in words["indefinite"]:
            return "indefinite", form
    if any(True for _ in tree.children(head.i, "poss")):
        return "definite", ""
    return "", ""


def _nominal(tree: Tree, pack: LanguagePack, names: Names, word: Word) -> Reference | None:
    if word.pos not in ("NOUN", "PROPN") or word.rel in ("name", "fixed", "case", "mark", "cc", "punct", "aux", "cop"):
        return None
    if (
        not any(c.isalpha() for c in word.text)
        or word.lemma in pack.lists["temporal"]
        or word.lower in pack.lists["temporal"]
    ):
        return None
    if word.lemma in pack.lists["empty_nouns"] and not word.is_title:
        return None
    if word.lower in pack.words["negative_pronouns"] and tree.child(word.i, "det") is None:
        return None  # "Personne n'a été blessé"
    if f"{word.case} {word.lower}" in pack.words["adverbial"] and tree.child(word.i, "det", "amod", "nmod") is None:
        return None  # "s'est rendu sur place"
    plural = _is_plural(word) or _is_counted(tree, word)
    core = _core(tree, word)
    full, wide = _full(tree, word, core, NOT_IN_FULL), _full(tree, word, core, NOT_IN_WIDE)
    steps = [*_steps(tree, core, full), *_participle_step(tree, word, core)]
    known = names.government(tree, word, pack)
    return Reference(
        i=word.i, core=core, extents=_preferred(tree, core, full, steps, wide), kind=MentionKind.NOMINAL,
        type="GovernmentBody"
        if known
        else _people(names, word, plural=plural) or _noun_type(tree, pack, word, plural=plural),
        sent=word.sent,
        gender=_gender(tree, word), number="Plur" if plural else "Sing",
        determiner=_determiner(tree, pack, word)[0], head=word.lemma, known=known,
    )  # fmt: skip


def _people(names: Names, word: Word, *, plural: bool) -> str | None:
    """ "un Tunisien", "les Britanniques": a people's name stands for its members."""
    if word.pos != "NOUN" or not word.is_title or names.country_of_adjective(word.text) is None:
        return None
    return "Group" if plural else "Person"


def _is_plural(word: Word) -> bool:
    return _feature(word, "Number") == "Plur" or word.tag in ("NNS", "NNPS")


def _is_counted(tree: Tree, word: Word) -> bool:
    """ "les 170 pays": the determiner or a number says what the noun does not."""
    return any(
        "Number=Plur" in c.morph
        or (
            c.rel == "nummod" and c.i < word.i and c.text not in ("1", "un", "une", "one")
        )  # not "l'animateur de France 2"
        for c in tree.children(word.i, "det", "nummod")
        if "Poss=Yes" not in c.morph or c.lower.endswith("s")
    )


def _noun_type(tree: Tree, pack: LanguagePack, word: Word, *, plural: bool) -> str:
    """The class of a noun, or of a noun with its adjective ("feu vert" burns nothing)."""
    pairs = [f"{word.lemma} {c.lemma}" for c in tree.children(word.i, "amod", "name")]
    pairs += [f"{word.lemma} {c.case} {c.lemma}" for c in tree.children(word.i, "nmod") if c.case]
    kind = next((pack.nouns[p] for p in pairs if p in pack.nouns), None)
    if kind is None and word.lemma in pack.words["generic_products"] and _is_named(tree, word):
        kind = "Product"  # "le système Vega"; a "système" as such may be anything
    kind = kind or pack.nouns.get(word.lemma) or pack.nouns.get(word.lower) or _type_by_ending(pack, word.lemma)
    schema = load_schema()
    if plural and schema.fits(kind, ("Agent", "Country")):
        return "Group"
    if kind == "Quantity" and any(_counts_people(pack, c) for c in tree.children(word.i, "nmod")):
        return "Group"  # "thousands of people"
    return kind


def _counts_people(pack: LanguagePack, word: Word) -> bool:
    people = pack.nouns.get(word.lemma) or pack.nouns.get(word.lower) or ""
    return word.case in pack.words["of"] and load_schema().fits(people, ("Person", "Group"))


def _is_named(tree: Tree, noun: Word) -> bool:
    """Whether a name stands right behind a noun."""
    return any(
        c.is_title and not c.case and 0 < c.i - noun.i <= 2
        for c in tree.children(noun.i, "appos", "name", "nmod", "amod")
    )


def _type_by_ending(pack: LanguagePack, lemma: str) -> str:
    """The class of a noun that no list knows: a "-logue" is somebody, an "-isation" happens."""
    return next((kind for ending, kind in pack.noun_endings.items() if lemma.endswith(ending)), "Concept")


def _core(tree: Tree, head: Word) -> tuple[int, int]:
    """The noun with what directly surrounds it: determiner, numerals, adjectives, bare names."""
    inside = {head.i}
    for child in tree.children(head.i):
        if child.rel in INNER and not (child.rel == "advmod" and child.i > head.i):
            inside.update(tree.subtree(child.i, ("conj", "cc", "punct", "obl", "acl", "relcl")))
    first = last = head.i
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    return first, last + 1


def _full(tree: Tree, head: Word, core: tuple[int, int], skip: frozenset[str]) -> tuple[int, int]:
    """The noun phrase with its complements, to the right of the core, without a gap."""
    inside: set[int] = set(range(*core))
    for child in tree.children(head.i):
        if child.rel not in skip:
            inside.update(tree.subtree(child.i, ("relcl", "parataxis", "appos")))
    last = core[1] - 1
    while last + 1 in inside:
        last += 1
    while last > core[1] - 1 and tree.words[last].pos == "PUNCT":
        last -= 1
    return core[0], last + 1


def _nationality(tree: Tree, names: Names, word: Word) -> Reference | None:
    """ "le groupe chinois": the adjective mentions a country."""
    if word.rel not in ("amod", "name") or word.head == ROOT or tree.words[word.head].i == word.i:
        return None
    country = names.country_of_adjective(word.text)
    if country is None:
        return None
    return Reference(
        i=word.i, core=(word.i, word.i + 1), extents=((word.i, word.i + 1),), kind=MentionKind.NOMINAL, type="Country",
        sent=word.sent, determiner="adjective", known=country.id, head=word.lemma,
    )  # fmt: skip


def _preferred(
    tree: Tree, core: tuple[int, int], full: tuple[int, int], steps: list[tuple[int, int]], wide: tuple[int, int]
) -> tuple[tuple[int, int], ...]:
    """Order the readings of an extent: the longest that still makes a label, and cuts no quotation, comes first."""
    readings = list(dict.fromkeys((full, *reversed(steps), core, wide)))
    whole = [r for r in readings[:-1] if sum(w.text == '"' for w in tree.words[r[0] : r[1]]) % 2 == 0]
    best = next((r for r in whole if r[1] - r[0] <= LABEL_WORDS), core)
    return tuple(dict.fromkeys((best, core, *readings)))


def _participle_step(tree: Tree, head: Word, core: tuple[int, int]) -> list[tuple[int, int]]:
    """ "une interview accordée au Financial Times", without what is coordinated to the participle."""
    for child in tree.children(head.i, "acl"):
        inside = tree.subtree(child.i, ("conj", "cc", "punct", "relcl", "advcl", "parataxis"))
        if child.i > head.i and inside[0] <= core[1] + 6:
            return [(core[0], inside[-1] + 1)]
    return []


def _steps(tree: Tree, core: tuple[int, int], full: tuple[int, int]) -> list[tuple[int, int]]:
    """ "la fusillade de X en 2015" is also "la fusillade de X": an extent ends before each further adposition."""
    ends = [
        i for i in range(core[1] + 1, full[1]) if tree.words[i].rel == "case" or tree.words[i].rel.startswith("adp")
    ]
    return [(core[0], end) for end in ends[:3]]


def _pronoun(tree: Tree, pack: LanguagePack, word: Word) -> Reference | None:
    """Personal, demonstrative and possessive forms; relative pronouns are read by the syntax."""
    lower = word.lower.removesuffix("-t").lstrip("-").removeprefix("t-")  # "dit-il", "a-t-elle"
    if word.pos == "DET" or word.rel in ("det", "poss"):
        form = _possessor_form(pack, lower)
    elif word.pos in ("PRON", "PROPN", "NOUN") and not _is_title(tree, pack, word):
        third = word.pos == "PRON" and word.rel not in ("expl", "refl", "det")
        form = _first_form(pack, lower) or (_third_form(pack, lower) if third else None)
    else:
        form = None
    if form is None:
        return None
    number, gender, determiner = form
    return Reference(
        i=word.i, core=(word.i, word.i + 1), extents=((word.i, word.i + 1),), kind=MentionKind.PRONOUN, type="Entity",
        sent=word.sent, gender=gender, number=number, determiner=determiner, head=lower,
    )  # fmt: skip


def _is_title(tree: Tree, pack: LanguagePack, word: Word) -> bool:
    """ "Me Garnier": a title, no "me"."""
    following = tree.words[word.i + 1] if word.i + 1 < len(tree.words) else None
    return word.is_title and word.lower in pack.lists["titles"] and following is not None and following.is_title


def _possessor_form(pack: LanguagePack, lower: str) -> tuple[str, str, str] | None:
    """Number and gender of the owner that a possessive determiner tells, and whose it is."""
    words = pack.words
    if lower in words["possessive_singular_owner"]:
        return "Sing", {"his": "Masc", "her": "Fem", "its": "Neut"}.get(lower, ""), "possessor"
    if lower in words["possessive_plural_owner"]:
        return "Plur", "", "possessor"
    if lower in words["possessive_first"]:
        return "", "", "first"
    return ("", "", "first_plural") if lower in words["possessive_first_plural"] else None


def _first_form(pack: LanguagePack, lower: str) -> tuple[str, str, str] | None:
    """Number, gender and kind of "je", "nous"."""
    if lower in pack.words["first_person"]:
        return "", "", "first"
    return ("", "", "first_plural") if lower in pack.words["first_person_plural"] else None


def _third_form(pack: LanguagePack, lower: str) -> tuple[str, str, str] | None:
    """Number, gender and kind of "il", "elles", "they"."""
    words = pack.words
    if lower in words["third_plural"]:
        return "Plur", "Fem" if lower.startswith(("elle", "celles")) else "", "third"
    if lower in words["third_singular_masculine"]:
        return "Sing", "" if lower in words["third_singular"] else "Masc", "third"
    if lower in words["third_singular_feminine"]:
        return "Sing", "Fem", "third"
    if lower in words["third_singular"]:
        return "Sing", "Neut" if lower == "it" else "", "third"
    return None


def _agree_on_types(table: References) -> None:
    """Every use of one name in an article has one class: the gazetteer's, else the most frequent."""
    votes: dict[str, Counter[str]] = {}
    for item in table.items:
        if item.kind is MentionKind.NAME:
            weight = 100 if item.known else (0 if item.type in VAGUE else 1)
            votes.setdefault(item.name, Counter())[item.type] += weight
    for item in table.items:
        if item.kind is MentionKind.NAME:
            tally = votes[item.name]
            item.type = max(sorted(tally), key=lambda kind: tally[kind])
