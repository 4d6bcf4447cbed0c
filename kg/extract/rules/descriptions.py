"""Which name a description stands for: "le groupe chinois", "le fondateur de Huawei", "son groupe"."""

from kg.extract.rules.compared import SUBJECTS, clause_of, compatible, differ_in_age, in_same_clause, salience
from kg.extract.rules.names import Names
from kg.extract.rules.offices import find_holder, find_speaking
from kg.extract.rules.references import Reference, References
from kg.extract.rules.tree import Tree, Word
from kg.lang import LanguagePack
from kg.lang.schema import load_schema
from kg.model import MentionKind

VAGUER = 0.8  # how much less a name of no certain class is meant by "le constructeur"
LEAD = 3  # sentences of the title and the lead


DESCRIPTION_REACH = 8


def resolve_nominal(tree: Tree, pack: LanguagePack, table: References, names: Names, index: int) -> None:
    """Set the antecedent of a description, if the text before (or a title anywhere) gives one."""
    item = table.items[index]
    if item.known:
        found = next((j for j in range(index) if table.items[table.root(j)].known == item.known), None)
    elif item.determiner == "possessive":
        found = _possessed(tree, pack, table, names, index)
    else:
        found = _same_description(tree, table, index)
        if found is None:
            found = _described(tree, pack, table, names, index)
    if found is not None:
        table.join(index, found)


def _possessed(tree: Tree, pack: LanguagePack, table: References, names: Names, index: int) -> int | None:
    """ "ses usines" are those named so before; "son groupe", of a person, is the firm spoken of."""
    item = table.items[index]
    same = _same_possession(tree, table, index)
    if same is not None:
        return same
    own = item.head in pack.words["own_organisations"] and item.number == "Sing"
    if own and _owner_type(tree, table, tree.words[item.i]) == "Person":
        return _nearest_name(tree, pack, table, names, index)
    return None


def _described(tree: Tree, pack: LanguagePack, table: References, names: Names, index: int) -> int | None:
    """ "le groupe chinois", "le fondateur de Huawei": the name that a definite description can stand for."""
    item = table.items[index]
    word = tree.words[item.i]
    if item.determiner not in ("definite", "demonstrative") or item.number == "Plur" or _is_new(tree, word):
        return None
    complement = _complement(tree, table, word)
    found = _described_so(tree, names, table, index, complement)
    if complement is not None and _is_office_part(table, complement, item):
        complement = None
    if found is None and complement is None and _is_anaphoric(pack, item):
        if _is_function(tree, pack, item):
            found = _only_bearer(tree, pack, table, names, index)
        else:
            found = _nearest_name(tree, pack, table, names, index)
    elif (
        found is None
        and complement is not None
        and item.type == "Person"
        and _is_known_whole(tree, pack, table, complement)
    ):
        found = _undescribed_person(tree, table, index, complement)
    if found is None and item.type == "Person" and _is_anaphoric(pack, item):
        found = _introduced_later(tree, table, index)
    if found is None and item.type == "Person":
        found = find_holder(tree, pack, table, index)
        if found is None and complement is None:
            found = find_speaking(tree, pack, table, index)
    return found


def _is_new(tree: Tree, word: Word) -> bool:
    """Whether a description brings a name of its own: "la librairie Vivement dimanche" is no other bookshop."""
    return any(
        c.is_title
        and c.i > word.i
        and (c.rel in ("appos", "name") or (c.rel in ("nmod", "amod", "advmod") and not c.case))
        for c in tree.children(word.i)
        if c.text[:1].isalpha()
    )


def _is_known_whole(tree: Tree, pack: LanguagePack, table: References, complement: int) -> bool:
    """ "le patron de Renault"; "le chef de l'État" is as many as there are states."""
    item = table.items[complement]
    return item.kind is MentionKind.NAME and tree.words[item.i].lower not in pack.words["common_wholes"]


def _is_function(tree: Tree, pack: LanguagePack, item: Reference) -> bool:
    """Whether a description is an office or a trade, which belongs to one person and not to whoever is near."""
    generic = item.head in pack.words["generic_persons"] and tree.child(item.i, "nmod") is None
    if item.type != "Person" or generic:
        return False  # "le chef" may be anybody, "le chef de l'État" not
    return item.head in pack.lists["positions"] or item.head in pack.lists["occupations"]


def _only_bearer(tree: Tree, pack: LanguagePack, table: References, names: Names, index: int) -> int | None:
    """ "le ministre", after one person alone whom nothing describes: a bare office, and nobody else to hold it."""
    item = table.items[index]
    told_apart = [c for c in tree.children(item.i, "nmod", "amod", "acl", "relcl") if not _is_set_off(tree, c)]
    if told_apart:
        return None
    people = {
        table.root(j)
        for j in range(index)
        if table.items[j].kind is MentionKind.NAME
        and table.items[table.root(j)].type == "Person"
        and item.sent - table.items[j].sent <= DESCRIPTION_REACH
    }
    return _nearest_name(tree, pack, table, names, index) if len(people) == 1 else None


def _is_set_off(tree: Tree, clause: Word) -> bool:
    """ "the singer, who was born in Georgia": a relative clause behind a comma tells nobody apart."""
    first = tree.subtree(clause.i)[0]
    return clause.rel == "relcl" and first > 0 and tree.words[first - 1].text == ","


def _complement(tree: Tree, table: References, word: Word) -> int | None:
    """The reference that completes a description ("le fondateur de Huawei"), no bare noun ("homme d'affaires")."""
    for child in tree.children(word.i, "nmod", "poss"):
        index = table.at.get(child.i)
        if index is None:
            continue
        item = table.items[index]
        if item.type == "MediaOutlet" and child.case and child.case != "de":
            continue  # "a expliqué la compagnie à l'AFP"
        if item.kind is MentionKind.NAME or item.determiner in ("definite", "demonstrative", "possessive", "possessor"):
            return index
    return None


def _owner(tree: Tree, table: References, word: Word) -> int | None:
    """The reference of a possessive determiner or genitive."""
    for child in tree.children(word.i, "det", "poss"):
        index = table.at.get(child.i)
        if index is not None and (table.items[index].determiner == "possessor" or child.rel == "poss"):
            return index
    return None


def _owner_type(tree: Tree, table: References, word: Word) -> str:
    index = _owner(tree, table, word)
    if index is None or any(c.lower in ("propre", "own") for c in tree.children(word.i, "amod")):
        return ""
    return table.items[table.root(index)].type


def _same_possession(tree: Tree, table: References, index: int) -> int | None:
    """ "ses utilisateurs" again, of the same owner."""
    item = table.items[index]
    owner = _owner(tree, table, tree.words[item.i])
    if owner is None:
        return None
    for j in range(index - 1, -1, -1):
        other = table.items[j]
        if other.kind is not MentionKind.NOMINAL or other.head != item.head or other.number != item.number:
            continue
        theirs = _owner(tree, table, tree.words[other.i])
        if theirs is not None and table.root(theirs) == table.root(owner):
            return j if _modifiers(tree, other.i) == _modifiers(tree, item.i) else None
    return None


def _is_office_part(table: References, complement: int, item: Reference) -> bool:
    """ "le ministre de l'Agriculture", "le chef de l'État": the complement is of the title and tells nobody apart."""
    other = table.items[complement]
    if item.type != "Person":
        return False
    if other.kind is MentionKind.NAME:
        return other.type in ("Entity", "Concept") and other.known is None
    return other.determiner == "definite" and not load_schema().fits(
        table.items[table.root(complement)].type, ("Person", "Company", "Country")
    )


def _introduced_later(tree: Tree, table: References, index: int) -> int | None:
    """The lead says "le ministre syrien", the next sentence his name: the first new person that nothing describes."""
    item = table.items[index]
    if item.sent > LEAD:
        return None
    seen = {table.root(j) for j in range(index) if table.items[j].kind is MentionKind.NAME}
    for j in range(index + 1, len(table.items)):
        other = table.items[j]
        if other.sent - item.sent > 2:
            return None
        root = table.root(j)
        if other.kind is MentionKind.NAME and table.items[root].type == "Person":
            if root in seen or table.described.get(root) or tree.words[other.i].rel not in SUBJECTS:
                return None
            return j if other.sent > item.sent else None
    return None


def _same_description(tree: Tree, table: References, index: int) -> int | None:
    """The same noun again, when nothing in its modifiers tells the two apart and the later one is definite."""
    item = table.items[index]
    if item.determiner not in ("definite", "demonstrative"):
        return None
    mine = _modifiers(tree, item.i)
    for j in range(index - 1, -1, -1):
        other = table.items[j]
        if other.kind is not MentionKind.NOMINAL or other.head != item.head or other.number != item.number:
            continue
        if item.sent - other.sent > DESCRIPTION_REACH * 2:
            return None
        theirs = _modifiers(tree, other.i)
        if mine == theirs or (mine < theirs) or (item.determiner == "demonstrative" and mine <= theirs):
            return j
    return None


def _modifiers(tree: Tree, i: int) -> frozenset[str]:
    found = set()
    for child in tree.children(i, "amod", "nmod", "name", "nummod", "poss", "appos"):
        found.add(child.lemma)
    for child in tree.children(i, "det"):
        if child.lower in ("autre", "autres", "other"):
            found.add("autre")
    return frozenset(found)


def _described_so(tree: Tree, names: Names, table: References, index: int, complement: int | None) -> int | None:
    """A name that a title or an apposition anywhere in the article calls by this noun; the nearest before wins."""
    item = table.items[index]
    found = None
    for j, other in enumerate(table.items):
        if other.kind is not MentionKind.NAME or item.head not in table.described.get(table.root(j), ()):
            continue
        if complement is not None and not _same_complement(tree, table, table.root(j), item.head, complement):
            continue
        if _differs(tree, names, table, item, table.root(j)):
            continue
        if j < index or found is None:
            found = j
        if j > index:
            break
    return found


def _differs(tree: Tree, names: Names, table: References, item: Reference, root: int) -> bool:
    """Whether gender or country tell a description and a name apart: "le président chinois" is not Barack Obama."""
    person = table.items[root]
    sexes = {person.gender, item.gender} - {""} if item.type == "Person" else set()
    if len(sexes) == 2 and _marks_gender(names.pack, item):
        return True
    if differ_in_age(tree, names.pack, table, item, root):
        return True
    country, known = _country_said(tree, names, item.i), _countries_of(tree, names, table, root)
    return bool(country and known and country not in known)


def _same_complement(tree: Tree, table: References, root: int, noun: str, complement: int) -> bool:
    """Whether the noun that describes a name elsewhere has the same complement, or none."""
    for j, other in enumerate(table.items):
        if other.kind is not MentionKind.NOMINAL or other.head != noun or table.root(j) != root:
            continue
        theirs = _complement(tree, table, tree.words[other.i])
        if theirs is None or table.root(theirs) == table.root(complement):
            return True
    return False


def _undescribed_person(tree: Tree, table: References, index: int, complement: int) -> int | None:
    """ "le président des États-Unis" after "Donald Trump", whom nothing else describes."""
    item = table.items[index]
    if table.items[table.root(complement)].type != "Country":
        return _only_person(tree, table, index)
    for j in range(index - 1, -1, -1):
        other = table.items[j]
        if item.sent - other.sent > 1:
            return None
        root = table.root(j)
        if other.kind is MentionKind.NAME and table.items[root].type == "Person" and not table.described.get(root):
            return None if in_same_clause(tree, other.i, item.i) else j
    return None


def _only_person(tree: Tree, table: References, index: int) -> int | None:
    """ "l'ex-patron de Renault" where the article has spoken of one person alone."""
    item = table.items[index]
    before = [
        j
        for j in range(index)
        if table.items[j].kind is MentionKind.NAME and table.items[table.root(j)].type == "Person"
    ]
    roots = {table.root(j) for j in before}
    if len(roots) > 1:  # "invité chez X, le numéro deux de Y": who is only mentioned beside something is not spoken of
        roots = {table.root(j) for j in before if not tree.words[table.items[j].i].case}
        before = [j for j in before if table.root(j) in roots]
    if len(roots) != 1 or item.sent - table.items[before[-1]].sent > DESCRIPTION_REACH:
        return None
    person = table.items[roots.pop()]
    if person.gender and item.gender and person.gender != item.gender:
        return None
    return None if any(in_same_clause(tree, table.items[j].i, item.i) for j in before) else before[-1]


def _is_anaphoric(pack: LanguagePack, item: Reference) -> bool:
    schema = load_schema()
    if item.type == "Person":
        known = pack.lists["positions"] | pack.lists["occupations"] | pack.words["generic_persons"]
        return item.head in known
    if schema.fits(item.type, ("Place", "Product")):
        return item.head in pack.words["naming_places"] or (
            schema.is_a(item.type, "Product") and item.head in pack.words["generic_products"]
        )
    if not schema.is_a(item.type, "Organization") or schema.is_a(item.type, "GovernmentBody"):
        return False  # "la police", "l'armée américaine" are spoken of as such
    generic = pack.words["own_organisations"] | pack.words["generic_firms"]
    return item.head not in pack.words["parts"] or item.head in generic  # "le comité", "la commission" of somebody


def _nearest_name(tree: Tree, pack: LanguagePack, table: References, names: Names, index: int) -> int | None:
    """The most salient name before a description whose class it can be."""
    item = table.items[index]
    best, best_score = None, 0.0
    here = clause_of(tree, item.i, whole=True)
    beside = {table.root(j) for j in _neighbours(table, index) if clause_of(tree, table.items[j].i, whole=True) == here}
    for j in range(index - 1, -1, -1):
        other = table.items[j]
        distance = item.sent - other.sent
        if distance > DESCRIPTION_REACH:
            break
        root = table.items[table.root(j)]
        if item.type == "Country" and root.type == "Country" and root.known:
            pass
        elif not (
            _may_be_meant(tree, pack, item, other, root)
            and _may_describe(tree, names, item, root, table.root(j), table)
        ):
            continue
        score = 3.0 - 0.7 * distance + salience(tree, other) + 0.12 * min(table.size(table.root(j)), 5)
        score -= VAGUER * (root.type != item.type and root.type == "Organization")
        if table.root(j) in beside or _is_somebody_else(pack, table, table.root(j), item):
            continue
        if score > best_score:
            best, best_score = j, score
    return best


def _may_be_meant(tree: Tree, pack: LanguagePack, item: Reference, other: Reference, root: Reference) -> bool:
    """A name; for "la jeune femme" also who was the subject just before: "la fille de X" is not X."""
    if root.kind is MentionKind.NAME:
        return True
    if root.kind is not MentionKind.NOMINAL or item.head not in pack.words["generic_persons"]:
        return False
    acts = tree.words[other.i].rel in SUBJECTS and item.sent - other.sent <= 1
    return acts and root.type == "Person" and root.number != "Plur"


def _neighbours(table: References, index: int) -> range:
    return range(max(0, index - 12), min(len(table.items), index + 12))


def _is_somebody_else(pack: LanguagePack, table: References, root: int, item: Reference) -> bool:
    """ "le ministre" is not the one whom the article calls president, nor "le journaliste" a footballer."""
    trades = pack.lists["positions"] | pack.lists["occupations"]
    described = table.described.get(root, set())
    if item.head in pack.words["generic_persons"] or item.head not in trades:
        return False
    return bool(described & trades) and item.head not in described


def _may_describe(
    tree: Tree, names: Names, item: Reference, root: Reference, root_index: int, table: References
) -> bool:
    schema = load_schema()
    if schema.is_a(item.type, "Person"):
        if root.type != "Person" or differ_in_age(tree, names.pack, table, item, root_index):
            return False
        if root.gender and item.gender and root.gender != item.gender and _marks_gender(names.pack, item):
            return False
    elif schema.is_a(item.type, "Organization"):
        if not schema.is_a(root.type, "Organization"):
            return False
        if not (schema.is_a(item.type, root.type) or schema.is_a(root.type, item.type)):
            return False
    elif schema.is_a(item.type, "Place"):
        return root.type == item.type or (root.type == "Place" and item.type != "Country")
    elif not schema.is_a(root.type, "Product") or not compatible(item.type, root.type):
        return False
    country = _country_said(tree, names, item.i)
    known = _countries_of(tree, names, table, root_index)
    return not (country and known and country not in known)


def _marks_gender(pack: LanguagePack, item: Reference) -> bool:
    return item.head not in pack.words["either_sex"]


def _country_said(tree: Tree, names: Names, i: int) -> str | None:
    for child in tree.children(i, "amod"):
        country = names.country_of_adjective(child.text)
        if country is not None:
            return country.id
    return None


def _countries_of(tree: Tree, names: Names, table: References, root: int) -> set[str]:
    found = set()
    for j, item in enumerate(table.items):
        if table.root(j) == root:
            country = _country_said(tree, names, item.i)
            if country:
                found.add(country)
    return found
