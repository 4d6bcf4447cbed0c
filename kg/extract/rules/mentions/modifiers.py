"""What stands around the noun of a description: complement, owner, modifiers, country, and whether it tells the sex."""

from kg.extract.rules.mentions.names import Names
from kg.extract.rules.mentions.references import Reference, References
from kg.extract.rules.parsing.agreement import singular_of
from kg.extract.rules.parsing.tree import Tree, Word
from kg.lang import LanguagePack
from kg.lang.gazetteer import load_gazetteer
from kg.model import MentionKind


def complement_of(tree: Tree, pack: LanguagePack, table: References, word: Word) -> int | None:
    """The reference that completes a description ("le fondateur de Huawei"), no bare noun ("homme d'affaires")."""
    for child in tree.children(word.i, "nmod", "poss"):
        index = table.at.get(child.i)
        if index is None:
            continue
        item = table.items[index]
        if item.type == "MediaOutlet" and child.case and child.case not in pack.words["of"]:
            continue  # "a expliqué la compagnie à l'AFP"
        if item.kind is MentionKind.NAME or item.determiner in ("definite", "demonstrative", "possessive", "possessor"):
            return index
    return None


def owner_of(tree: Tree, table: References, word: Word) -> int | None:
    """The reference of a possessive determiner or genitive."""
    for child in tree.children(word.i, "det", "poss"):
        index = table.at.get(child.i)
        if index is not None and (table.items[index].determiner == "possessor" or child.rel == "poss"):
            return index
    return None


def owner_type(tree: Tree, pack: LanguagePack, table: References, word: Word) -> str:
    """Return the class of the owner, or nothing."""
    index = owner_of(tree, table, word)
    if index is None or any(c.lower in pack.words["own"] for c in tree.children(word.i, "amod")):
        return ""
    return table.items[table.root(index)].type


def modifiers_of(tree: Tree, pack: LanguagePack, i: int) -> frozenset[str]:
    """Return the lemmas that tell a noun apart."""
    found = set()
    for child in tree.children(i, "amod", "nmod", "name", "nummod", "poss", "appos"):
        found.add(child.lemma)
    for child in tree.children(i, "det"):
        if child.lower in pack.words["others"]:
            found.add(singular_of(pack, child.lower))
    return frozenset(found)


def marks_gender(pack: LanguagePack, item: Reference) -> bool:
    """Whether the noun of a description tells the sex of who is meant."""
    return item.sexed and item.head not in pack.words["either_sex"]


def differ_in_sex(pack: LanguagePack, described: Reference, person: Reference) -> bool:
    """ "la boulangère", of a man: whether what a noun tells of somebody's sex rules a person out."""
    return len({described.gender, person.gender} - {""}) == 2 and marks_gender(pack, described)


def country_said(tree: Tree, names: Names, i: int) -> str | None:
    """Return the country that an adjective of a noun names."""
    for child in tree.children(i, "amod"):
        country = names.country_told_by(tree, child)
        if country is not None:
            return country.id
    return None


def differ_in_country(tree: Tree, names: Names, table: References, item: Reference, root: int) -> bool:
    """ "le président américain" is not Xi Jinping, "le président chinois", nor is "la capitale américaine" Moscow."""
    led = _country_led(tree, names, table, item)
    told = {led} if led is not None else _countries_said(tree, names, item.i)
    if not told:
        return False
    known = countries_of(tree, names, table, root)
    row = load_gazetteer().by_id(table.items[root].known or "") if item.type != "Person" else None
    known |= {f"country/{row.country}"} if row is not None and row.country else set()
    return bool(known) and known.isdisjoint(told)


def _countries_said(tree: Tree, names: Names, i: int) -> set[str]:
    """The countries that the adjective of a noun names: two of "le groupe franco-néerlandais"."""
    second = country_said(tree, names, i)
    joined = (names.joined_country(child.text) for child in tree.children(i, "amod"))
    return {second, *(country.id for country in joined if country is not None)} if second is not None else set()


def _country_led(tree: Tree, names: Names, table: References, item: Reference) -> str | None:
    """ "le 45e président des États-Unis": the country that somebody holds an office of."""
    if item.type != "Person" or item.head not in names.pack.lists["positions"]:
        return None
    whole = complement_of(tree, names.pack, table, tree.words[item.i])
    top = table.items[table.root(whole)] if whole is not None else None
    return top.known if top is not None and top.type == "Country" else None


def countries_of(tree: Tree, names: Names, table: References, root: int) -> set[str]:
    """Return the countries that all mentions of one thing name, by an adjective or as what an office is of."""
    found = set()
    for j, item in enumerate(table.items):
        if table.root(j) == root:
            found |= {country_said(tree, names, item.i), _country_led(tree, names, table, item)}
    return {country for country in found if country}
