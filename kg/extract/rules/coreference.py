"""Decides which mentions stand for the same thing within an article: names, titles, descriptions, pronouns.

A rule-and-salience resolver in the line of Lappin & Leass (1994) and of the sieves of Lee et al. (2013): sure links
first (same name, acronym, apposition), then descriptions, then pronouns scored by agreement, role and distance.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.rules.names import Names, fold
from kg.extract.rules.references import VAGUE, Reference, References
from kg.extract.rules.tree import ROOT, Tree, Word
from kg.lang import LanguagePack
from kg.lang.schema import load_schema
from kg.model import MentionKind

LEAD = 3  # sentences of the title and the lead
SPEAKER_REACH = 7  # sentences that "a-t-il ajouté" looks back over a quotation
REACH = 3  # sentences that a pronoun looks back
DESCRIPTION_REACH = 8
COMPOSITE = ("LegalAct", "Eventuality", "Concept", "Agreement", "License", "Position", "Quantity")
SUBJECTS = ("subj", "subj:pass")


@dataclass(frozen=True, slots=True)
class Title:
    """A noun that says what a name is: "le PDG Carlos Ghosn", "Apple, le constructeur"."""

    noun: int  # word
    reference: int  # of the name
    verb: int | None = None  # the copula of "X is the head of Y": the title holds as far as its clause does


def resolve(tree: Tree, pack: LanguagePack, table: References, names: Names) -> list[Title]:
    """Set the antecedents of all references but first persons; return the titles that were read on the way."""
    _join_names(table)
    titles = list(_find_titles(tree, pack, table))
    titles += _find_apposed(tree, pack, table, {title.noun for title in titles})
    for title in titles:
        _join_title(tree, table, title)
    _join_acronyms(tree, table)
    _join_named_places(tree, pack, table)
    for index, item in enumerate(table.items):
        if item.kind is MentionKind.NOMINAL and item.antecedent is None:
            _resolve_nominal(tree, pack, table, names, index)
        elif item.kind is MentionKind.PRONOUN and item.determiner in ("third", "possessor"):
            _resolve_pronoun(tree, pack, table, index)
    return titles


def _join_names(table: References) -> None:
    first_of: dict[str, int] = {}
    named = [(i, item) for i, item in enumerate(table.items) if item.kind is MentionKind.NAME]
    for index, item in named:
        for key in (item.known or "", item.name):
            if key and key in first_of:
                table.join(index, first_of[key])
            elif key:
                first_of[key] = index
    _join_short_names(table, named)


def _join_short_names(table: References, named: list[tuple[int, Reference]]) -> None:
    """A surname stands for the one person who bears it, "Huawei" for the one "Huawei Technologies"."""
    full: dict[str, list[int]] = {}
    for index, item in named:
        parts = item.name.split()
        if len(parts) < 2:
            continue
        if item.type == "Person":
            full.setdefault(f"Person {parts[-1]}", []).append(index)
            if len(parts) > 2:
                full.setdefault(f"Person {' '.join(parts[1:])}", []).append(index)
                full.setdefault(f"Person {' '.join(parts[-2:])}", []).append(index)
        elif load_schema().is_a(item.type, "Organization"):
            full.setdefault(f"Organization {parts[0]}", []).append(index)
    for index, item in named:
        group = "Person" if item.type in ("Person", "Entity") else "Organization"
        bearers = {table.root(i) for i in full.get(f"{group} {item.name}", ()) if table.items[i].name != item.name}
        if len(bearers) == 1 and item.known is None:
            table.join(index, bearers.pop())


def _join_acronyms(tree: Tree, table: References) -> None:
    """ "Banque centrale européenne (BCE)": the letters in brackets are those of the words before."""
    for index, item in enumerate(table.items):
        first, last = item.core
        if item.kind is not MentionKind.NAME or first < 2 or last - first > 1 or not tree.words[first].text.isupper():
            continue
        if tree.words[first - 1].text != "(":
            continue
        before = next((j for j in range(index - 1, -1, -1) if _ends_at(table.items[j], first - 1)), None)
        if before is not None and _initials_match(tree, table.items[before], tree.words[first].text):
            table.join(index, before)


def _join_named_places(tree: Tree, pack: LanguagePack, table: References) -> None:
    """ "la ville de Béziers", "l'île de la Réunion" are Béziers and la Réunion."""
    for index, item in enumerate(table.items):
        word = tree.words[item.i]
        if item.kind is not MentionKind.NAME or word.case not in ("de", "of") or word.head == ROOT:
            continue
        above = table.at.get(word.head)
        if above is None or tree.words[word.head].lemma not in pack.words["naming_places"]:
            continue
        if table.items[above].kind is MentionKind.NOMINAL and load_schema().fits(item.type, ("Place", "Entity")):
            if item.type in ("Place", "Entity") and item.known is None:
                item.type = table.items[above].type
            table.join(above, index)


def _ends_at(item: Reference, word: int) -> bool:
    return item.kind is not MentionKind.PRONOUN and any(last == word for _, last in item.extents)


def _initials_match(tree: Tree, item: Reference, letters: str) -> bool:
    start, end = item.extents[-1]
    initials = [fold(w.text)[:1] for w in tree.words[start:end] if fold(w.text)]
    wanted = [fold(c) for c in letters if c.isalpha()]
    position = 0
    for letter in wanted:
        while position < len(initials) and initials[position] != letter:
            position += 1
        if position == len(initials):
            return False
        position += 1
    return len(wanted) > 1


def _find_titles(tree: Tree, pack: LanguagePack, table: References) -> Iterator[Title]:
    for index, item in enumerate(table.items):
        if item.kind is not MentionKind.NAME:
            continue
        head = tree.words[item.i]
        above = tree.words[head.head] if head.head != ROOT else None
        if above is not None and _is_common_noun(pack, table, above) and _is_titled_by(tree, above, item):
            yield Title(above.i, index)
        for child in tree.children(item.i, "nmod"):
            if not child.case and _is_common_noun(pack, table, child) and _follows_comma(tree, child):
                yield Title(child.i, index)  # "Jeanne Morel, présidente de …"
        for child in tree.children(item.i, "appos", "name"):
            if _is_common_noun(pack, table, child) and _is_title_below(child, head, item):
                yield Title(child.i, index)
                if child.rel == "appos":
                    yield from (Title(o, index) for o in tree.conjuncts(child.i)[1:] if tree.words[o].pos == "NOUN")


def _is_titled_by(tree: Tree, noun: Word, item: Reference) -> bool:
    """Whether a name hangs below its title; one taken for a complement or an adjective stands right behind it."""
    head = tree.words[item.i]
    if head.case or noun.i > head.i:
        return False
    return head.rel in ("appos", "name") or (head.rel in ("nmod", "amod") and _is_adjacent(tree, noun, item))


def _is_title_below(noun: Word, head: Word, item: Reference) -> bool:
    """Whether a noun below a name is an apposition, or stands right before it."""
    if item.core[0] <= noun.i < item.core[1]:
        return False
    return noun.rel == "appos" or (noun.i < head.i and noun.i + 1 >= item.core[0] - 1)


def _follows_comma(tree: Tree, word: Word) -> bool:
    first = tree.subtree(word.i)[0]
    return first > 0 and tree.words[first - 1].text == "," and word.pos == "NOUN"


def _is_common_noun(pack: LanguagePack, table: References, word: Word) -> bool:
    """Whether a word is a noun that says what something is; offices are often written with a capital."""
    if word.pos == "NOUN":
        return True
    if word.pos != "PROPN" or word.lower not in pack.nouns:
        return False
    index = table.at.get(word.i)
    return index is None or table.items[index].kind is not MentionKind.NAME


def _find_apposed(tree: Tree, pack: LanguagePack, table: References, titled: set[int]) -> list[Title]:
    """ "William Clark, un marin…", "le graphiste portugais Miguel Neiva": by place, whatever the parser made of it."""
    trades = pack.lists["occupations"] | pack.lists["positions"]
    nominals = [
        (i, x) for i, x in enumerate(table.items) if x.kind is MentionKind.NOMINAL and x.determiner != "adjective"
    ]
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    for i, item in nominals:  # the outermost phrase wins: "le président du Conseil des ministres X"
        starts.setdefault(item.core[0], i)
        for _, end in item.extents:
            ends.setdefault(end, i)
    found = []
    for index, item in enumerate(table.items):
        first, last = item.core
        if item.kind is not MentionKind.NAME or last >= len(tree.words):
            continue
        if item.type != "Person":
            j = ends.get(first)
            if j is not None and table.items[j].i not in titled and _names_kind(table.items[j], item):
                found.append(Title(table.items[j].i, index))
                titled.add(table.items[j].i)
            continue
        after = starts.get(last + 1) if tree.words[last].text == "," else None
        before = ends.get(first) or (ends.get(first - 1) if _is_after_comma(tree, item) else None)
        for j in (after, before):
            noun = table.items[j] if j is not None else None
            if noun is not None and noun.i not in titled and noun.head in trades and noun.number != "Plur":
                found.append(Title(noun.i, index))
                titled.add(noun.i)
    return found


def _names_kind(noun: Reference, name: Reference) -> bool:
    """ "le système RadVid-19", "le groupe Renault": a definite noun right before a name says what kind it is."""
    if noun.number == "Plur" or noun.determiner not in ("definite", "demonstrative") or noun.core[1] != name.core[0]:
        return False
    return load_schema().fits(noun.type, ("Organization", "Product", "Place")) and compatible(noun.type, name.type)


def _is_after_comma(tree: Tree, item: Reference) -> bool:
    """ "Son avocat, Junichiro Hironaka, …": set off on both sides."""
    first, last = item.core
    closes = last >= len(tree.words) or tree.words[last].text in (",", ".", ")", ";")
    return first > 1 and tree.words[first - 1].text == "," and closes


def _is_adjacent(tree: Tree, noun: Word, item: Reference) -> bool:
    between = tree.words[noun.i + 1 : item.core[0]]
    return all(w.pos in ("ADJ", "PROPN") or w.rel == "amod" or w.text in ('"', "-") for w in between)


def _join_title(tree: Tree, table: References, title: Title) -> None:
    noun = tree.words[title.noun]
    name = table.items[title.reference]
    table.describe(title.reference, noun.lemma)
    index = table.at.get(noun.i)
    if index is None:
        return
    kind = table.items[index].type
    if load_schema().fits(kind, COMPOSITE) and not load_schema().is_a(name.type, kind):
        return  # "la licence Android" is not Android
    if _noun_decides(tree, table, title, kind):
        for item in table.items:
            if item.kind is MentionKind.NAME and item.name == name.name:
                item.type = kind
    if not compatible(kind, name.type) or table.items[index].known not in (None, name.known):
        return
    if table.items[index].number == "Plur" and name.type != "Group":
        return
    root = table.items[table.root(title.reference)]
    gender = table.items[index].gender
    if root.type in VAGUE or (kind != root.type and load_schema().is_a(kind, root.type)):
        root.type = kind if root.known is None else root.type
    if not root.gender and gender:
        root.gender = gender
    table.join(index, title.reference)


def _noun_decides(tree: Tree, table: References, title: Title, kind: str) -> bool:
    """ "le porte-avions Charles de Gaulle": right before a name, the noun knows better than the model what it is."""
    name = table.items[title.reference]
    if name.known is not None or kind in VAGUE or load_schema().fits(kind, ("Person", "Group", "Eventuality")):
        return False
    if load_schema().is_a(name.type, kind):
        return False
    return title.noun < name.i and _is_adjacent(tree, tree.words[title.noun], name)


def compatible(description: str, name: str) -> bool:
    """Whether a description of one class can stand for a name of another."""
    schema = load_schema()
    if name in VAGUE or name == "Entity":
        return description not in ("Concept",)
    if schema.is_a(description, name) or schema.is_a(name, description):
        return description != "Entity"
    if schema.is_a(description, "Organization"):
        return schema.is_a(name, "Organization")
    if schema.is_a(description, "Product"):
        return schema.is_a(name, "Product")
    return schema.is_a(description, "Place") and schema.is_a(name, "Place") and name == "Place"


def _resolve_nominal(tree: Tree, pack: LanguagePack, table: References, names: Names, index: int) -> None:
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
    found = _described_so(tree, table, index, complement)
    if complement is not None and _is_office_part(table, complement, item):
        complement = None
    if found is None and complement is None and _is_anaphoric(pack, item):
        found = _nearest_name(tree, pack, table, names, index)
    elif found is None and complement is not None and item.type == "Person":
        found = _undescribed_person(tree, table, index, complement)
    if found is None and item.type == "Person" and _is_anaphoric(pack, item):
        found = _introduced_later(tree, table, index)
    return found


def _is_new(tree: Tree, word: Word) -> bool:
    return any(c.rel in ("appos", "name") and c.is_title for c in tree.children(word.i))


def _complement(tree: Tree, table: References, word: Word) -> int | None:
    """The reference that completes a description ("le fondateur de Huawei"), no bare noun ("homme d'affaires")."""
    for child in tree.children(word.i, "nmod", "poss"):
        index = table.at.get(child.i)
        if index is None:
            continue
        item = table.items[index]
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


def _described_so(tree: Tree, table: References, index: int, complement: int | None) -> int | None:
    """A name that a title or an apposition anywhere in the article calls by this noun; the nearest before wins."""
    item = table.items[index]
    found = None
    for j, other in enumerate(table.items):
        if other.kind is not MentionKind.NAME or item.head not in table.described.get(table.root(j), ()):
            continue
        if complement is not None and not _same_complement(tree, table, table.root(j), item.head, complement):
            continue
        if j < index or found is None:
            found = j
        if j > index:
            break
    return found


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
            return None if _in_same_clause(tree, other.i, item.i) else j
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
    if len(roots) != 1 or item.sent - table.items[before[-1]].sent > DESCRIPTION_REACH:
        return None
    person = table.items[roots.pop()]
    if person.gender and item.gender and person.gender != item.gender:
        return None
    return None if any(_in_same_clause(tree, table.items[j].i, item.i) for j in before) else before[-1]


def _is_anaphoric(pack: LanguagePack, item: Reference) -> bool:
    schema = load_schema()
    if item.type == "Person":
        known = pack.lists["positions"] | pack.lists["occupations"] | pack.words["generic_persons"]
        return item.head in known
    if schema.fits(item.type, ("Place", "Product")):
        return item.head in pack.words["naming_places"] or (
            schema.is_a(item.type, "Product") and item.head in pack.words["generic_products"]
        )
    return schema.is_a(item.type, "Organization") and item.type != "GovernmentBody"


def _nearest_name(tree: Tree, pack: LanguagePack, table: References, names: Names, index: int) -> int | None:
    """The most salient name before a description whose class it can be."""
    item = table.items[index]
    best, best_score = None, 0.0
    here = _clause(tree, item.i, whole=True)
    beside = {table.root(j) for j in _neighbours(table, index) if _clause(tree, table.items[j].i, whole=True) == here}
    for j in range(index - 1, -1, -1):
        other = table.items[j]
        distance = item.sent - other.sent
        if distance > DESCRIPTION_REACH:
            break
        root = table.items[table.root(j)]
        if item.type == "Country" and root.type == "Country" and root.known:
            pass
        elif root.kind is not MentionKind.NAME or not _may_describe(tree, names, item, root, table.root(j), table):
            continue
        score = 3.0 - 0.7 * distance + _salience(tree, other) + 0.12 * min(table.size(table.root(j)), 5)
        if table.root(j) in beside or _is_somebody_else(pack, table, table.root(j), item):
            continue
        if score > best_score:
            best, best_score = j, score
    return best


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
        if root.type != "Person":
            return False
        if root.gender and item.gender and root.gender != item.gender and _marks_gender(item):
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


def _marks_gender(item: Reference) -> bool:
    return item.head not in ("personne", "victime", "vedette", "star", "figure")


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


def _salience(tree: Tree, item: Reference) -> float:
    word = tree.words[item.i]
    score = 0.0
    if word.rel in SUBJECTS:
        score += 1.0
    elif word.rel in ("obj", "iobj"):
        score += 0.4
    elif word.rel in ("nmod", "poss"):
        score -= 0.3
    return score


def _in_same_clause(tree: Tree, a: int, b: int) -> bool:
    return _clause(tree, a) == _clause(tree, b)


def _clause(tree: Tree, i: int, *, whole: bool = False) -> int:
    """The verb whose arguments cannot be one another; `whole`: an infinitive shares those of its governor."""
    for word in tree.ancestors(i):
        if word.pos in ("VERB", "AUX") and not (whole and word.rel == "xcomp" and word.head != ROOT):
            return word.i
    return tree.sents[tree.words[i].sent][0] - 1000000


def _resolve_pronoun(tree: Tree, pack: LanguagePack, table: References, index: int) -> None:
    item = table.items[index]
    best, best_score = None, 0.5
    speaks = _is_agentive(tree, pack, tree.words[item.i])
    for j in range(index - 1, -1, -1):
        other = table.items[j]
        if item.sent - other.sent > (SPEAKER_REACH if speaks and best is None else REACH):
            break
        score = _pronoun_score(tree, pack, table, index, j)
        if score is not None and score > best_score:
            best, best_score = j, score
    if best is not None:
        table.join(index, best)


def _pronoun_score(tree: Tree, pack: LanguagePack, table: References, index: int, j: int) -> float | None:
    """Score a candidate; None: it cannot be. Figures were set by hand on develop articles, agreement first."""
    item, other = table.items[index], table.items[j]
    root = table.items[table.root(j)]
    word, candidate = tree.words[item.i], tree.words[other.i]
    agentive = _is_agentive(tree, pack, word)
    if not _may_stand_for(tree, item, other, root):
        return None
    if agentive and not load_schema().fits(root.type, ("Agent", "Country")):
        return None
    distance = item.sent - other.sent
    if distance > REACH and not (root.kind is MentionKind.NAME and root.type == "Person"):
        return None
    distance = min(distance, REACH - 1) if agentive else distance
    score = 2.0 - 0.9 * distance + _salience(tree, other)
    if root.kind is MentionKind.NAME:
        score += 0.6
    score += _class_score(root.type, agentive=agentive)
    if word.rel in SUBJECTS and candidate.rel in SUBJECTS:
        score += 0.6
    if item.determiner == "possessor" and distance == 0:
        score += 1.2 if _in_same_clause(tree, item.i, other.i) and candidate.rel in SUBJECTS else 0.2
    score += 0.15 * min(table.size(table.root(j)), 4)
    return score - 0.004 * (item.i - other.i)


def _may_stand_for(tree: Tree, item: Reference, other: Reference, root: Reference) -> bool:
    """Whether agreement and syntax let a pronoun stand for a candidate."""
    if other.kind is MentionKind.PRONOUN and other.determiner not in ("third", "possessor"):
        return False
    if other.determiner == "adjective" or not _agrees(item, other, root):
        return False
    if item.determiner == "third" and _in_same_clause(tree, item.i, other.i):
        return False
    return not (item.determiner == "possessor" and tree.words[item.i].head == other.i)


def _class_score(kind: str, *, agentive: bool) -> float:
    """Persons are spoken of most; places and abstractions seldom."""
    schema = load_schema()
    if schema.is_a(kind, "Person"):
        return 0.6
    if schema.is_a(kind, "Place") and not agentive:
        return -1.0
    return -0.5 if kind == "Concept" else 0.0


def _agrees(item: Reference, other: Reference, root: Reference) -> bool:
    person = root.type == "Person"
    collective = load_schema().is_a(root.type, "Organization") and item.number == "Plur" and item.determiner == "third"
    if (
        item.number
        and other.kind is not MentionKind.NAME
        and other.number
        and item.number != other.number
        and not collective
    ):
        return False
    if item.number == "Sing" and root.kind is MentionKind.NOMINAL and root.number == "Plur":
        return False
    if item.number == "Plur" and root.kind is MentionKind.NAME and root.type in ("Person", "City", "Company"):
        return False
    if item.gender == "Neut":
        return not person
    if item.gender in ("Masc", "Fem") and item.head in ("he", "him", "his", "she", "her"):
        return person and root.gender in ("", item.gender)
    if item.gender and root.gender and item.determiner == "third":
        return item.gender == root.gender
    return True


def _is_agentive(tree: Tree, pack: LanguagePack, word: Word) -> bool:
    """The subject of a verb of speech or will is somebody."""
    if word.rel not in SUBJECTS or word.head == ROOT:
        return False
    lemma = tree.words[word.head].lemma
    return lemma in pack.reporting or "desired" in pack.governors.get(lemma, ())
