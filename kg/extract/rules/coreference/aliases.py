"""Joins names of one thing: the same name, a surname, an acronym in brackets, "la ville de Béziers"."""

from kg.extract.rules.mentions.acronyms import ends_at, initials_match
from kg.extract.rules.mentions.references import Reference, References
from kg.extract.rules.mentions.told_classes import bare_names_of_land
from kg.extract.rules.parsing.tree import HYPHEN, ROOT, SUBJECTS, Tree
from kg.lang import LanguagePack
from kg.lang.schema import load_schema
from kg.model import MentionKind

AREA = "AdministrativeArea"

Named = list[tuple[int, Reference]]


def join_names(tree: Tree, pack: LanguagePack, table: References) -> None:
    """Join all uses of one name, or of two names of one known thing."""
    first_of: dict[str, int] = {}
    named = [(i, item) for i, item in enumerate(table.items) if item.kind is MentionKind.NAME]
    for index, item in named:
        for key in (item.known or "", item.name):
            if key and key in first_of:
                table.join(index, first_of[key])
            elif key:
                first_of[key] = index
    after = {i for i, item in named if _is_called_after(tree, pack, item, first_of)}
    _join_short_names(tree, pack, table, [(i, item) for i, item in named if i not in after])


def _is_called_after(tree: Tree, pack: LanguagePack, item: Reference, names: dict[str, int]) -> bool:
    """ "le musée du Quai Branly-Jacques Chirac": a hyphen ties the name of somebody to what is called after him."""
    parts, words = item.name.split(), tree.words[item.core[0] : item.core[0] + 2]
    tied = HYPHEN in words[0].text or (len(words) > 1 and words[1].text == HYPHEN)
    if not tied or len(parts) < 3 or parts[0] in pack.given_names or parts[1] not in pack.given_names:
        return False
    return " ".join(parts[1:]) in names


def _join_short_names(tree: Tree, pack: LanguagePack, table: References, named: Named) -> None:
    """A surname stands for the one person who bears it, "Huawei" for the one "Huawei Technologies"."""
    full = _full_names(named)
    for index, item in named:
        if item.type == AREA:
            continue  # "à Cogolin (Var)" is no "Var-Matin"
        group = "Person" if item.type in ("Person", "Entity") else "Organization"
        bearers = {table.root(i) for i in full.get(f"{group} {item.name}", ()) if table.items[i].name != item.name}
        if not bearers and item.type == "Person" and not _is_called_by_first_name(tree, pack, item):
            # "Nicolas" of "Nicolas B."
            bearers = {table.root(i) for i in full.get(f"First {item.name}", ()) if i < index}
        shared = full.get(f"Person {item.name}", []) if item.type == "Person" and len(bearers) > 1 else []
        if shared:
            bearers = _introduced_first(tree, table, named, item.name, shared)
        if len(bearers) == 1 and item.known is None:
            table.join(index, bearers.pop())


def _is_called_by_first_name(tree: Tree, pack: LanguagePack, item: Reference) -> bool:
    """ "le prince Charles", "Pope Francis": who reigns is not the Charles de Gaulle of the same article."""
    before = tree.words[item.core[0] - 1].lower if item.core[0] else ""
    return not pack.words["by_first_name"].isdisjoint((before, tree.words[item.core[0]].lower))


def _full_names(named: Named) -> dict[str, list[int]]:
    """What a shorter name may stand for: longer ones, by their class and the part of them that may stand alone."""
    full: dict[str, list[int]] = {}
    for index, item in named:
        parts = item.name.split()
        if len(parts) < 2:
            continue
        if item.type == "Person":
            full.setdefault(f"Person {parts[-1]}", []).append(index)
            full.setdefault(f"First {parts[0]}", []).append(index)
            if len(parts) == 3:  # "Anne Marie Roux" is "Anne Roux"
                full.setdefault(f"Person {parts[0]} {parts[2]}", []).append(index)
            if len(parts) > 2:
                full.setdefault(f"Person {' '.join(parts[1:])}", []).append(index)
                full.setdefault(f"Person {' '.join(parts[-2:])}", []).append(index)
        elif load_schema().is_a(item.type, "Organization"):
            full.setdefault(f"Organization {parts[0]}", []).append(index)
    return full


def _introduced_first(tree: Tree, table: References, named: Named, name: str, full: list[int]) -> set[int]:
    """Of "Petar Vukic" and "Mira Vukic", whom "Vukic" means: who alone was named in full when it first stood so.

    A headline says the surname before all full names: it is of whom the text then names first. Of two who were
    named before, it is of the one whom a clause was about, and not of "his wife, Mira Vukic".
    """
    bare = [(index, item) for index, item in named if item.name == name]
    before = [i for i in full if i < bare[0][0]] or full[:1]
    bearers = {table.root(i) for i in before}
    if len(bearers) > 1:
        bearers = {table.root(i) for i in before if tree.words[table.items[i].i].rel in SUBJECTS}
        if len({item.gender for _, item in bare}) > 1:
            return set()  # "Ms Vuorio" is not whom the same article calls "Vuorio"
    sexes = {item.gender for _, item in bare} | {table.items[root].gender for root in bearers}
    return bearers if len(sexes - {""}) < 2 else set()


def join_acronyms(tree: Tree, table: References) -> None:
    """ "Banque centrale européenne (BCE)": the letters in brackets are those of the words before."""
    for index, item in enumerate(table.items):
        first, last = item.core
        if item.kind is not MentionKind.NAME or first < 2 or last - first > 1 or not tree.words[first].text.isupper():
            continue
        if tree.words[first - 1].text != "(":
            continue
        before = next((j for j in range(index - 1, -1, -1) if ends_at(table.items[j], first - 1)), None)
        if before is not None and initials_match(tree, table.items[before], first - 1, tree.words[first].text):
            table.join(index, before)


def join_named_places(tree: Tree, pack: LanguagePack, table: References) -> None:
    """ "la ville de Béziers", "l'île de la Réunion" are Béziers and la Réunion."""
    for index, item in enumerate(table.items):
        word = tree.words[item.i]
        if item.kind is not MentionKind.NAME or word.case not in pack.words["of"] or word.head == ROOT:
            continue
        above = table.at.get(word.head)
        noun = tree.words[word.head].lemma
        quarter = noun in pack.words["naming_quarters"] and item.known is None
        if above is None or not (quarter or noun in pack.words["naming_places"]):
            continue
        if table.items[above].number == "Plur" or table.items[above].determiner == "indefinite":
            continue  # "plusieurs régions de l'Allemagne"
        if item.type == "Country" and noun not in pack.words["naming_countries"]:
            continue  # "la région de l'Italie"
        if _is_town_of(pack, noun, item) or _is_told_of_place(tree, table, table.items[above]):
            continue
        placed = load_schema().is_a(item.type, "Place") or item.type == "Entity"  # not "la région de Marc Petit"
        if table.items[above].kind is MentionKind.NOMINAL and placed:
            if item.type in ("Place", "Entity") and item.known is None:
                item.type = table.items[above].type
            table.join(above, index)


def join_lands(tree: Tree, pack: LanguagePack, table: References) -> None:
    """ "l'île d'Oléron" is "Oléron", if no table knows that as a town: Vancouver is not "l'île de Vancouver"."""
    lands = [(i, item) for i, item in enumerate(table.items) if item.kind is MentionKind.NAME and item.type == "Place"]
    bare = {item.name: i for i, item in reversed(lands) if item.known is None}
    for index, item in lands:
        for name in bare_names_of_land(tree, pack, item) & bare.keys():
            table.join(index, bare[name])


def _is_town_of(pack: LanguagePack, noun: str, name: Reference) -> bool:
    """ "un village du Jura", "ville de l'Ain": lands have an article behind "de", towns that share their names none."""
    larger = name.known is not None and name.type in ("AdministrativeArea", "Country")
    return pack.nouns.get(noun) == "City" and larger and name.determiner == "definite"


def _is_told_of_place(tree: Tree, table: References, kind: Reference) -> bool:
    """ "Brénac, petite commune du Vexin": without an article behind the comma of a place, it is that place."""
    start = min(first for first, _ in kind.extents)
    if kind.determiner != "" or start < 2 or tree.words[start - 1].text not in (",", "("):
        return False
    return any(
        x.kind is MentionKind.NAME and x.core[1] == start - 1 and load_schema().is_a(x.type, "Place")
        for x in table.items
    )
