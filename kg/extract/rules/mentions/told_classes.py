"""Names whose class the words at them tell, whatever a table or model makes of them: "le chanteur Cali" is no town."""

from kg.extract.rules.mentions.names import Names
from kg.extract.rules.mentions.offices_before import is_authority_of_office
from kg.extract.rules.mentions.references import Reference, References
from kg.extract.rules.parsing.adpositions import is_of
from kg.extract.rules.parsing.tree import ROOT, Tree, Word
from kg.lang import LanguagePack
from kg.model import MentionKind

TOWNS = ("City", "Place")
AREAS = ("City", "AdministrativeArea", "Place")
ADJECTIVES = 2  # between a trade and a name: "la chanteuse belge Angèle"
FIRM = "&"
LAND = 3  # words of "île de Sein", at least
SITES = ("Place", "EducationalInstitution", "Concept")  # a hospital may be a body or a house


def type_as_told(tree: Tree, pack: LanguagePack, names: Names, table: References) -> None:
    """Give names the class that the words at them tell, in place, in every place where they stand."""
    told: dict[str, str] = {}
    for index, item in enumerate(table.items):
        if item.kind is not MentionKind.NAME or (item.known is not None and item.type not in TOWNS):
            continue
        kind = _told(tree, pack, names, table, index)
        if kind:
            told[item.name] = kind
    told.update(dict.fromkeys(_names_of_lands(tree, pack, table), "Place"))
    for item in table.items:
        kind = told.get(item.name, "") if item.kind is MentionKind.NAME else ""
        if kind and kind != item.type:
            item.type, item.known = kind, None
            item.gender = names.gender(names.surface(tree, *item.core)) if kind == "Person" else ""
    table.told.update(told)


def _told(tree: Tree, pack: LanguagePack, names: Names, table: References, index: int) -> str:
    item = table.items[index]
    if _is_called_by_trade(tree, pack, item) and not _is_town_as_well(tree, pack, table, item):
        return "Person"
    if item.known is not None:
        return ""
    if _is_behind_body(tree, pack, table, item):
        return "Person"
    if item.type in AREAS and _is_land(tree, pack, item):
        return "Place"
    if item.type == "Person" and any(w.text == FIRM for w in tree.words[item.core[0] : item.core[1]]):
        return "Organization"  # "Simon & Schuster"
    return "Group" if _is_people(tree, pack, names, item) else _kind_of_site(tree, pack, item)


def _is_called_by_trade(tree: Tree, pack: LanguagePack, item: Reference) -> bool:
    """ "le chanteur Cali", "la rappeuse belge Adja", not "le constructeur Zumo", "le syndicat étudiant Unef"."""
    words, first = tree.words, item.core[0]
    if words[first].text.isupper() or not words[first].is_title or item.type == "Person":
        return False
    i = first - 1
    while i > 0 and first - 1 - i < ADJECTIVES and words[i].pos == "ADJ" and words[i].lower not in pack.trades:
        i -= 1
    if i < 1 or words[i].sent != item.sent or any(not w.text[:1].isalpha() for w in words[i:first]):
        return False
    trade, before = words[i], words[i - 1]
    if trade.lower not in pack.lists["occupations"] or trade.lower in pack.words["trades_of_firms"]:
        return False
    determined = before.pos == "DET" or before.lower in pack.words["definite"] | pack.words["indefinite_singular"]
    joined = i > 1 and words[i - 2].pos == "DET" and before.text.islower() and before.lower not in pack.nouns
    return (determined or joined) and not _is_plural(trade) and trade.pos != "ADJ"


def _is_town_as_well(tree: Tree, pack: LanguagePack, table: References, item: Reference) -> bool:
    """ "le peintre Paris Bordone … à Paris": what a table takes for a town, and the article as well."""
    if item.known is None:
        return False
    behind = tree.words[item.core[1] : item.core[1] + 1]
    uses = [tree.words[x.i] for x in table.items if x.kind is MentionKind.NAME and x.name == item.name]
    return any(w.is_title for w in behind) or any(w.case in pack.words["locative"] for w in uses)


def _is_plural(word: Word) -> bool:
    return "Number=Plur" in word.morph


def _is_behind_body(tree: Tree, pack: LanguagePack, table: References, item: Reference) -> bool:
    """ "la porte-parole de la Maison Blanche Kayleigh Orrin": behind a known authority that somebody's office is of."""
    first, last = item.core
    if last - first < 2 or not all(w.is_title and w.text.isalpha() for w in tree.words[first:last]):
        return False
    body = next((x for x in table.items if x.kind is MentionKind.NAME and x.core[1] == first), None)
    if body is None or body.known is None:
        return False
    return is_authority_of_office(tree, pack, body.core[0], body.type)


def _is_land(tree: Tree, pack: LanguagePack, item: Reference) -> bool:
    """ "l'île grecque de Lesbos", "the island of Lesbos": a piece of land, not a town or what is governed."""
    word = tree.words[item.i]
    told = word.case in pack.words["of"] and word.head != ROOT and not _is_plural(tree.words[word.head])
    return told and tree.words[word.head].lemma in pack.words["landforms"]


def _names_of_lands(tree: Tree, pack: LanguagePack, table: References) -> set[str]:
    """The bare names, in comparable form, of what is called "l'île d'Oléron" in full, where no table knows them."""
    named = [item for item in table.items if item.kind is MentionKind.NAME]
    bare = {item.name for item in named if item.known is None and item.type in AREAS}
    return {name for item in named for name in bare_names_of_land(tree, pack, item) & bare}


def bare_names_of_land(tree: Tree, pack: LanguagePack, item: Reference) -> set[str]:
    """What "l'île d'Oléron", "l'île de la Tortue" may be called without its kind, in comparable form; else nothing."""
    first, last = item.core
    if tree.words[first].lower not in pack.words["landforms"] or last - first < LAND:
        return set()
    parts = item.name.replace("'", "' ").split(" ")
    return (
        {" ".join(parts[start:]).replace("' ", "'") for start in (2, 3)}
        if is_of(pack, tree.words[first + 1])
        else set()
    )


def _is_people(tree: Tree, pack: LanguagePack, names: Names, item: Reference) -> bool:
    """ "des Hispaniques", "les Nantais": several people of one origin."""
    first, last = item.core
    word = tree.words[first]
    if last - first > 1 or not word.is_title:
        return False
    if word.lower in pack.words["peoples"]:
        return True
    of = names.tells_place(word.text)
    one = word.text.removesuffix(pack.agreement["plural"])
    if of and one != word.text and names.tells_place(one):
        return True  # "Camerounais, Nigérians"
    determiner = tree.child(item.i, "det", "nummod")
    return of and determiner is not None and (_is_plural(determiner) or determiner.pos == "NUM")


def _kind_of_site(tree: Tree, pack: LanguagePack, item: Reference) -> str:
    """ "quai de la Râpée", "hôpital Robert-Debré": the noun that opens the name says what it is."""
    first, last = item.core
    noun = tree.words[first]
    opens = last - first > 1 and noun.text.islower()
    kept = opens and (noun.lower in pack.words["named_ways"] or noun.lower in pack.words["named_sites"])
    return item.type if kept and item.type in SITES else ""
