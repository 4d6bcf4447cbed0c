"""The class of a name by the words around it, where the model's own is unlikely: who has a wife is no firm."""

from collections.abc import Iterator

from kg.extract.rules.mentions.names import Names
from kg.extract.rules.mentions.references import Reference, References
from kg.extract.rules.parsing.tree import ROOT, Tree, Word
from kg.lang import LanguagePack
from kg.lang.schema import load_schema
from kg.model import MentionKind

LOOSE = frozenset({"Person", "Place", "Organization", "Entity", "Product", "Concept", "Group", "Event"})


def type_by_context(tree: Tree, pack: LanguagePack, names: Names, table: References) -> None:
    """Give names that no table knows the class that their neighbours ask for, in every place where they stand."""
    people = {part for item in table.items if item.type == "Person" for part in item.name.split()[1:]}
    schema = load_schema()
    found: dict[str, str] = {}
    for item in table.items:
        asked = item.kind is MentionKind.NAME and item.known is None and item.type in LOOSE
        if asked and item.name not in found and item.name not in table.told:
            kind = next((k for k in _asked_for(tree, pack, names, item) if k), "")
            if kind and kind != item.type and not (item.name in people and schema.is_a(kind, "Organization")):
                found[item.name] = kind
            if kind and kind == _by_kind_of_place(tree, pack, item):
                table.told.add(item.name)
    for name, kind in found.items():
        table.retype(name, kind)
    _agree_with_full_names(pack, table)


def _asked_for(tree: Tree, pack: LanguagePack, names: Names, item: Reference) -> Iterator[str]:
    """Yield what each construction makes of a name, the surest first."""
    full = len(item.name.split()) > 1 and names.gender(names.surface(tree, *item.core)) != ""
    courtesy = item.type == "Person" and item.gender != "" and not names.gender(names.surface(tree, *item.core))
    if item.type != "Person":
        yield _of_somebody(tree, pack, item)
    if full or courtesy:
        return
    yield _by_apposition(tree, pack, item)
    yield _by_kind_of_place(tree, pack, item)
    yield _by_predicate(tree, pack, item)
    yield _by_owned(tree, pack, item)
    yield _by_place(tree, pack, item)
    based = tree.words[item.core[0] - 1] if item.core[0] else tree.words[item.i]
    seated = based.lower in pack.words.get("seated", ()) and based.head == item.i
    if item.type == "Person" and (seated or _has_relative(tree, item, pack.words["relative_of_things"])):
        yield "Organization"


def _of_somebody(tree: Tree, pack: LanguagePack, item: Reference) -> str:
    """ "Moriwaki, 66, …", "Napier's wife", "Taras, a sergeant, …"."""
    word, owned = tree.words[item.i], _owned(tree, pack, item)
    if owned is not None and owned.lemma in pack.words.get("kin", ()):
        return "Person"
    first, last = item.core
    before = tree.words[first - 1] if first else word
    if before.lower in pack.words.get("ranks", ()) and before.is_title and last - first > 1:
        return "Person"  # "General Wieslaw Kukula"
    head = tree.words[word.head] if word.rel == "appos" and word.head != ROOT else word
    held = head.lemma in pack.lists["positions"] and tree.child(head.i, "det") is not None and not _is_plural(head)
    if held and before.text == "," and last - first > 1 and head.i < first:
        return "Person"  # "le patron de l'OMS, Tedros Adhanom Ghebreyesus"
    told = [w.text for w in tree.words[last : last + 3]]
    if len(told) == 3 and told[0] == "," and told[1].isdigit() and 9 < int(told[1]) < 100 and told[2] in (",", "."):
        return "Person"
    if any(c.is_title and c.lower in pack.words["parties"] for c in tree.children(item.i, "appos")):
        return "Person"  # "Vallarta, a Democrat"
    noun = _apposed(tree, item)
    trades = pack.trades
    if noun is not None and noun.lemma in trades and noun.lemma not in pack.words.get("trades_of_firms", ()):
        return "Person" if word.case not in pack.words["locative"] else ""
    return ""


def _is_plural(noun: Word) -> bool:
    return "Number=Plur" in noun.morph or noun.tag == "NNS"


def _by_apposition(tree: Tree, pack: LanguagePack, item: Reference) -> str:
    """ "Leonardo, the Italian helicopter maker": a firm."""
    noun = _apposed(tree, item)
    kind = pack.nouns.get(noun.lemma, "") if noun is not None else ""
    schema = load_schema()
    if not schema.is_a(kind or "Entity", "Organization") or schema.is_a(item.type, "Organization"):
        return ""
    return kind


def _by_predicate(tree: Tree, pack: LanguagePack, item: Reference) -> str:
    """ "Hestvik is a Norwegian oil company": what one says that it is."""
    told = _predicated(tree, item)
    kind = pack.nouns.get(told.lemma, "") if told is not None else ""
    return kind if item.type in ("Person", "Place") and load_schema().is_a(kind or "Entity", "Company") else ""


def _by_kind_of_place(tree: Tree, pack: LanguagePack, item: Reference) -> str:
    """ "Aldbrook, a village in Suffolk", "Aldbrook is a village": whatever the name looks like."""
    told = _predicated(tree, item) or (_apposed(tree, item) if pack.adposition == "head" else None)
    place = told is not None and told.lemma in pack.words["naming_places"] and item.type in ("Person", "Place")
    kind = pack.nouns.get(told.lemma, "") if told is not None and place else ""
    return kind if load_schema().is_a(kind or "Entity", "Place") and kind != "Country" else ""


def _predicated(tree: Tree, item: Reference) -> Word | None:
    """The noun with a determiner that is said of a name: "Hestvik is a firm"."""
    word = tree.words[item.i]
    told = tree.child(word.head, "attr") if word.rel == "subj" and word.head != ROOT else None
    noun = told is not None and told.pos == "NOUN" and tree.child(told.i, "det", "nummod") is not None
    return told if noun else None


def _by_owned(tree: Tree, pack: LanguagePack, item: Reference) -> str:
    """ "Veldhuis's chief executive", "shares in Veldhuis", "a subsidiary of Veldhuis", "an engineer at Veldhuis"."""
    if load_schema().is_a(item.type, "Organization"):
        return ""
    owned, word = _owned(tree, pack, item), tree.words[item.i]
    if owned is None and word.case in pack.words["affiliation"] | pack.words["held_in"] and word.head != ROOT:
        owned = tree.words[word.head]
    if owned is None:
        return ""
    staff = owned.lemma in pack.trades or owned.lemma in pack.words["staff"]
    if staff and word.case in pack.words.get("workplaces", ()):
        return "Organization"
    lemmas = {owned.lemma, *(f"{c.lemma} {owned.lemma}" for c in tree.children(owned.i, "amod", "name"))}
    return "Organization" if lemmas & pack.words.get("parts_of_firms", frozenset()) else ""


def _by_place(tree: Tree, pack: LanguagePack, item: Reference) -> str:
    """ "the village of Mika", "its plant at Plachimada", "a court in Elda"."""
    word = tree.words[item.i]
    if item.type not in ("Person", "Organization", "Entity", "Concept") or word.head == ROOT:
        return ""
    head = tree.words[word.head]
    schema = load_schema()
    if word.case in pack.words["of"] and head.lemma in pack.words["naming_places"]:
        kind = pack.nouns.get(head.lemma, "")
        return kind if schema.is_a(kind or "Entity", "Place") else ""
    if word.case not in pack.words["standing_at"] or tree.child(item.i, "det") is not None:
        return ""
    kind = pack.nouns.get(head.lemma, "Concept")
    stands = head.lemma in pack.words["sites"] | pack.words.get("standing", frozenset())
    lives = word.case in pack.words["people_in"] and item.type == "Person"
    if stands or (lives and schema.fits(kind, ("Person", "Group", "Place"))):
        return "Place"
    return ""


def _owned(tree: Tree, pack: LanguagePack, item: Reference) -> Word | None:
    """What a name in the genitive has: "Veldhuis's wife", "la femme de Veldhuis"."""
    word = tree.words[item.i]
    genitive = word.rel == "poss" or (pack.adposition == "child" and word.case in pack.words["of"])
    return tree.words[word.head] if genitive and word.head != ROOT else None


def _apposed(tree: Tree, item: Reference) -> Word | None:
    """The singular noun that is apposed to a name right behind a comma."""
    last = item.core[1]
    if last >= len(tree.words) or tree.words[last].text != ",":
        return None
    for child in tree.children(item.i, "appos"):
        inside = tree.subtree(child.i)
        behind = inside[0] in (last, last + 1)  # the comma may be its own
        if child.pos == "NOUN" and behind and child.tag != "NNS" and tree.child(child.i, "det", "poss"):
            return child
    return None


def _has_relative(tree: Tree, item: Reference, pronouns: frozenset[str]) -> bool:
    """Whether a relative clause with such a pronoun opens right behind the comma after a name."""
    last = item.core[1]
    behind = [w.lower for w in tree.words[last : last + 2]]
    return behind[:1] == [","] and not pronouns.isdisjoint(behind[1:])


def _agree_with_full_names(pack: LanguagePack, table: References) -> None:
    """ "Veldhuis", taken for a person, is the one "Veldhuis Coatings" of the article."""
    schema = load_schema()
    full: dict[str, set[str]] = {}
    people: set[str] = set()
    for item in table.items:
        parts = item.name.split() if item.kind is MentionKind.NAME else []
        if len(parts) > 1 and item.type == "Person":
            people.update(parts)
        elif len(parts) > 1 and schema.is_a(item.type, "Organization"):
            full.setdefault(parts[0], set()).add(item.type)
    for item in table.items:
        kinds = full.get(item.name, set())
        alone = item.kind is MentionKind.NAME and item.known is None and item.type in ("Person", "Entity")
        if alone and len(kinds) == 1 and item.name not in people and not item.gender:
            table.retype(item.name, next(iter(kinds)))
