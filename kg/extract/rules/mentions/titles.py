"""Nouns that say what a name is, above, below or beside it: "le PDG Carlos Ghosn", "Apple, le constructeur"."""

from collections.abc import Iterator

from kg.extract.rules.mentions.bare_trades import coordinated_with, find_bare_trades, is_told, opens_trade
from kg.extract.rules.mentions.bodies_called import body_called
from kg.extract.rules.mentions.compared import compatible
from kg.extract.rules.mentions.offices_before import is_charge, office_before
from kg.extract.rules.mentions.references import Reference, References
from kg.extract.rules.mentions.set_off import (
    body_behind,
    description_before,
    has_nearer_trade,
    innermost_before,
    introduces,
    is_bracketed_acronym,
    is_misread_person,
    is_of_the_next,
    is_trade_as_adjective,
    is_work,
    kind_before,
    leads_to,
    office_served,
    opening_office,
    trades_before,
)
from kg.extract.rules.mentions.title_joins import Title, bears_no_persons_name, is_adjacent, leader_before
from kg.extract.rules.parsing.titled_works import bearer_of, is_quoted
from kg.extract.rules.parsing.tree import PLACE_LABELS, ROOT, Tree, Word
from kg.lang import LanguagePack
from kg.lang.schema import load_schema
from kg.model import MentionKind


def find_titles(tree: Tree, pack: LanguagePack, table: References) -> Iterator[Title]:
    """Yield the titles that the parse itself joins to a name."""
    for index, item in enumerate(table.items):
        if item.kind is not MentionKind.NAME:
            continue
        bearer = bearer_of(tree, pack, item.core[0] - 1) if item.core[0] and is_quoted(tree, item.core) else None
        if bearer is not None:
            yield Title(bearer.i, index)
            continue
        body = body_behind(tree, pack, table, item)
        if body is not None:
            yield Title(body, index)
            continue
        yield from _titles_above(tree, pack, table, index)
        yield from _titles_below(tree, pack, table, index)


def _titles_below(tree: Tree, pack: LanguagePack, table: References, index: int) -> Iterator[Title]:
    """The nouns that hang below a name and say what it is."""
    item = table.items[index]
    for child in tree.children(item.i, "nmod"):
        if not child.case and _is_common_noun(pack, table, child) and _follows_comma(tree, child):
            yield Title(child.i, index)  # "Jeanne Morel, présidente de …"
    yield from (Title(c.i, index) for c in tree.children(item.i, "amod") if is_trade_as_adjective(tree, pack, c, item))
    for child in tree.children(item.i, "appos", "name"):
        if is_of_the_next(tree, table, child, item) or _acts_itself(tree, child, item):
            continue
        if _is_common_noun(pack, table, child) and _is_title_below(tree, child, tree.words[item.i], item):
            yield Title(child.i, index)
            if child.rel == "appos":
                others = (o for o in tree.conjuncts(child.i)[1:] if tree.words[o].pos == "NOUN" and is_told(tree, o))
                yield from (Title(o, index) for o in others)


def _titles_above(tree: Tree, pack: LanguagePack, table: References, index: int) -> Iterator[Title]:
    """The noun that a name hangs below, and what is apposed to that noun: "le milliardaire X, fondateur de Y"."""
    item = table.items[index]
    head = tree.words[item.i]
    above = tree.words[head.head] if head.head != ROOT else None
    if above is None or not _is_common_noun(pack, table, above) or not _is_titled_by(tree, pack, above, item):
        return
    if is_site_of(tree, pack, above, item) or has_nearer_trade(tree, pack, above, item):
        return
    if above.lemma in pack.words["government_heads"] or _tells_of_the_former(tree, table, above, item):
        return  # "l'avocate du gouvernement Erica Ross"
    above = _set_off_from(tree, pack, above, item)
    yield Title(above.i, index)
    yield from (Title(other.i, index) for other in coordinated_with(tree, pack, above, item))
    beside = above.rel == "appos" and head.rel == "appos" and above.head != ROOT
    if beside and tree.words[above.head].pos == "NOUN" and not _has_own_name(tree, table, above):
        yield Title(above.head, index)  # "his wife, the novelist Rosa Diaz"
    for other in tree.children(above.i, "appos"):
        opens = tree.subtree(other.i, ("punct",))[0]
        told = other.i > item.i and _is_common_noun(pack, table, other) and tree.words[opens - 1].text == ","
        told = told and other.pos == "NOUN" and not _bears_own_name(tree, table, other)
        if told and not is_of_the_next(tree, table, other, item):
            yield Title(other.i, index)


def _tells_of_the_former(tree: Tree, table: References, noun: Word, item: Reference) -> bool:
    """ "Anne Roux, la maire de Metz, et ses rivales Lise Petit et …": told of the name before, it is nobody else's."""
    former = table.at.get(noun.head) if noun.rel == "appos" and noun.head < noun.i < item.i else None
    if former is None or table.items[former].kind is not MentionKind.NAME or table.items[former].type != "Person":
        return False
    return item.type == "Person" and any(w.pos == "CCONJ" for w in tree.words[noun.i : item.core[0]])


def _bears_own_name(tree: Tree, table: References, noun: Word) -> bool:
    """ "le maire, Marc Petit, le préfet, Luc Roux": whose name a comma sets off behind a noun has that title alone."""
    behind = (table.at.get(c.i) for c in tree.children(noun.i, "appos") if c.i > noun.i)
    named = (table.items[i] for i in behind if i is not None)
    return any(x.kind is MentionKind.NAME and x.type == "Person" for x in named)


def _has_own_name(tree: Tree, table: References, noun: Word) -> bool:
    """ "le capitaine Marc Petit, l'adjudant Luc Roux": between an apposition and its noun stands the noun's name."""
    named = (table.at.get(c.i) for c in tree.children(noun.head, "appos", "name") if noun.head < c.i < noun.i)
    return any(i is not None and table.items[i].kind is MentionKind.NAME for i in named)


def is_site_of(tree: Tree, pack: LanguagePack, noun: Word, item: Reference) -> bool:
    """ "l'usine Michelin de Cholet": a place of a firm, with its own place behind the name, is not the firm."""
    site = noun.lemma in pack.words["plants"] or noun.lemma in pack.words["branches"]
    if not site or not load_schema().fits(item.type, ("Organization",)):
        return False
    if not 0 < item.core[0] - noun.i <= 2 or tree.words[item.i].case:
        return False
    if tree.words[noun.i + 1].lemma in pack.words["naming"]:
        return False  # "a refinery named Aton"
    if noun.lemma in pack.words["plants"]:
        return True
    behind = tree.words[item.core[1]] if item.core[1] < len(tree.words) else noun
    place = tree.words[behind.head] if behind.rel == "case" and behind.head != ROOT else noun
    return place.case in pack.words["of"] and place.ent in PLACE_LABELS


def _is_titled_by(tree: Tree, pack: LanguagePack, noun: Word, item: Reference) -> bool:
    """Whether a name hangs below its title; one taken for a complement or an adjective stands right behind it."""
    head = tree.words[item.i]
    if item.type == "PoliticalParty" and pack.nouns.get(noun.lemma) == "Person":
        return False  # "la députée LREM"
    if head.case or noun.i > head.i or is_bracketed_acronym(tree, pack, noun, item) or is_work(tree, noun, item):
        return False
    if item.core[0] > 0 and tree.words[item.core[0] - 1].text == "(" and tree.child(head.i, "conj") is not None:
        return False  # "l'intersyndicale (CGT, FO et FSU)": none of them is all of them
    return head.rel in ("appos", "name") or (head.rel in ("nmod", "amod") and is_adjacent(tree, noun, item))


def _set_off_from(tree: Tree, pack: LanguagePack, noun: Word, item: Reference) -> Word:
    """ "le directeur de cabinet du ministre, Jean Petit": behind a comma the name is that of the whole phrase."""
    first = item.core[0]
    served = office_served(tree, pack, noun)
    if served is not None:
        return tree.words[served]
    if first < 1 or tree.words[first - 1].text != ",":
        return noun
    top = noun
    while top.rel == "nmod" and top.case in pack.words["of"] and top.head != ROOT and top.head < top.i:
        above = tree.words[top.head]
        top = above
        if pack.nouns.get(above.lemma) == "Person" or above.lemma in pack.trades:
            noun = above
    return noun


def _is_title_below(tree: Tree, noun: Word, head: Word, item: Reference) -> bool:
    """Whether a noun below a name is an apposition, or stands right before it."""
    if item.core[0] <= noun.i < item.core[1]:
        return False
    end = tree.subtree(noun.i)[-1]  # "Inspector General of Police Rosa Diaz"
    return noun.rel == "appos" or (noun.i < head.i and end + 1 >= item.core[0] - 1)


def _follows_comma(tree: Tree, word: Word) -> bool:
    first = tree.subtree(word.i)[0]
    return first > 0 and tree.words[first - 1].text == "," and word.pos == "NOUN"


def _is_common_noun(pack: LanguagePack, table: References, word: Word) -> bool:
    """Whether a word is a noun that says what something is; offices are often written with a capital."""
    index = table.at.get(word.i)
    named = index is not None and table.items[index].kind is MentionKind.NAME
    if word.pos == "NOUN":
        return not (named and word.is_title and word.lower not in pack.nouns)  # "l'historien des Beatles Mark Smith"
    told = word.lower in pack.nouns or word.text in pack.lists["occupations"]  # "stuntman X", taken for a name
    told = told or (index is not None and table.items[index].determiner == "indefinite")
    told = told or (word.rel == "appos" and index is not None and table.items[index].type == "Person")
    return word.pos == "PROPN" and told and not named  # "a Briton", "the Briton who leads it"


def find_apposed(tree: Tree, pack: LanguagePack, table: References, titled: set[int]) -> list[Title]:
    """ "William Clark, un marin…", "le graphiste portugais Miguel Neiva": by place, whatever the parser made of it."""
    nominals = [
        (i, x)
        for i, x in enumerate(table.items)
        if x.kind is MentionKind.NOMINAL and x.determiner != "adjective" and not _owns(tree, x)
    ]
    starts, ends = dict[int, int](), dict[int, int]()
    for i, item in nominals:  # the outermost phrase wins: "le président du Conseil des ministres X"
        starts.setdefault(item.core[0], i)
        for _, end in item.extents:
            ends.setdefault(end, i)
    trade_ends = trades_before(pack, nominals)
    found = []
    for index, item in enumerate(table.items):
        first, last = item.core
        if item.kind is not MentionKind.NAME or last >= len(tree.words):
            continue
        after = _description_after(tree, table, starts, item)
        aged = after is not None and item.type == "Entity" and introduces(tree, pack, table.items[after])
        if item.type != "Person" and not aged and not is_misread_person(tree, pack, table, ends, index):
            kinds = ends.get(first), innermost_before(tree, pack, table, item), kind_before(tree, pack, table, item)
            kind = _kind_of(tree, pack, table, kinds, item)
            kind = _business_before(tree, pack, table, ends, item) if kind is None else kind
            kind = leader_before(tree, pack, table, item) if kind is None else kind
            body = body_called(tree, pack, table, ends, item) if kind is None else None
            kind = table.items[body].i if body is not None else kind
            if kind is not None and kind not in titled:
                found.append(Title(kind, index))
                titled.add(kind)
            continue
        nearest = trade_ends.get(first) if not tree.words[item.i].case else None
        before = ends.get(first) or description_before(tree, pack, table, ends, item)
        if before is not None and has_nearer_trade(tree, pack, tree.words[table.items[before].i], item):
            before = nearest
        opening = opening_office(tree, table, ends, item)
        for j in (after, before, nearest, opening, office_before(tree, pack, table, item)):
            noun = _first_office(tree, pack, table, j)
            told = noun is not None and (opens_trade(tree, pack, noun) or (j == after and introduces(tree, pack, noun)))
            held = noun is not None and told and noun.number != "Plur"
            if noun is not None and held and noun.i not in titled and not _is_cut_off(tree, pack, table, noun, item):
                found.append(Title(noun.i, index))
                titled.add(noun.i)
    return [*found, *find_bare_trades(tree, pack, table, titled)]


def _owns(tree: Tree, item: Reference) -> bool:
    """ "Marc Petit, a farmer's son": whose somebody is, is somebody else."""
    word = tree.words[item.i]
    return word.rel == "poss" and word.pos == "NOUN"


def _first_office(tree: Tree, pack: LanguagePack, table: References, j: int | None) -> Reference | None:
    """The description, or the office that is held beside the one that it names."""
    if j is None:
        return None
    served = office_served(tree, pack, tree.words[table.items[j].i])
    above = table.at.get(served) if served is not None else None
    return table.items[j if above is None else above]


def _description_after(tree: Tree, table: References, starts: dict[int, int], item: Reference) -> int | None:
    last = item.core[1]
    after = starts.get(last + 1) if tree.words[last].text == "," else None
    apart = after is not None and (_is_own_subject(tree, table.items[after], item) or _is_listed(tree, table, after))
    return None if apart else after


def _kind_of(
    tree: Tree, pack: LanguagePack, table: References, candidates: tuple[int | None, ...], name: Reference
) -> int | None:
    """Return the word of the first description that says what kind of thing a name is, unless it is a site of it."""
    for j in candidates:
        noun = table.items[j] if j is not None else None
        if noun is not None and _names_kind(tree, pack, noun, name):
            return None if is_site_of(tree, pack, tree.words[noun.i], name) else noun.i
    return None


def _business_before(
    tree: Tree, pack: LanguagePack, table: References, ends: dict[int, int], name: Reference
) -> int | None:
    """ "a Manila conglomerate, Aton, …": the business of a firm whose name commas set off behind it; in no list."""
    j = description_before(tree, pack, table, ends, name) if pack.adposition == "head" else None
    if j is None or not load_schema().fits(name.type, ("Organization",)):
        return None
    noun, behind = table.items[j], tree.words[min(name.core[1] + 1, len(tree.words) - 1)]
    listed = noun.number == "Plur" or tree.words[noun.i].rel == "conj" or behind.rel == "cc" or behind.is_title
    if listed or noun.sent != name.sent or noun.determiner not in ("definite", "indefinite", "possessive"):
        return None
    fits = noun.type == "Person" or compatible(noun.type, name.type)
    return noun.i if fits and noun.head in pack.lists["industries"] else None


def _is_cut_off(tree: Tree, pack: LanguagePack, table: References, noun: Reference, name: Reference) -> bool:
    """Whether a trade and a name that its phrase touches are two things.

    "un commerçant revenant du festival Japan Expo" names the festival; "cet ancien ministre de X, directeur de Y" goes
    on about the minister.
    """
    if noun.i < name.i:
        between = tree.words[noun.i : name.core[0]]
        return any(w.pos in ("VERB", "AUX") and not is_charge(pack, w) for w in between)
    above = table.at.get(tree.words[name.i].head) if tree.words[name.i].case else None
    return above is not None and above != table.at.get(name.i) and table.items[above].type == "Person"


def _is_listed(tree: Tree, table: References, after: int) -> bool:
    """ "avec Marc Petit, du chanteur Paul Dumas": what has an adposition of its own goes on with a list."""
    return bool(tree.words[table.items[after].i].case)


def _is_own_subject(tree: Tree, noun: Reference, name: Reference) -> bool:
    """ "Proche de Johnny Dumas, le chef cultive …": what acts right before its verb is no apposition."""
    word = tree.words[noun.i]
    bearer = tree.words[name.i]
    if _acts_itself(tree, word, name):
        return True
    both = bearer.head == word.head and bearer.rel in ("subj", "subj:pass")
    if word.rel not in ("subj", "subj:pass") or word.head == ROOT or both:
        return False
    end = tree.subtree(word.i, ("punct",))[-1] + 1
    return end < len(tree.words) and tree.words[end].text != ","


def _acts_itself(tree: Tree, noun: Word, name: Reference) -> bool:
    """ "Face à Anne Roy et Marc Petit, l'ancien maire recule": a verb follows right on what no comma closes."""
    ruled = tree.words[tree.first_conjunct(name.i)].case != ""
    if not ruled or noun.i < name.i or tree.child(noun.i, "det") is None:
        return False
    behind = tree.subtree(noun.i, ("punct", "appos", "name", "conj", "cc", "relcl", "acl"))[-1] + 1
    return behind < len(tree.words) and "VerbForm=Fin" in tree.words[behind].morph


def _names_kind(tree: Tree, pack: LanguagePack, noun: Reference, name: Reference) -> bool:
    """ "le système RadVid-19", "le groupe Renault": a definite noun right before a name says what kind it is.

    In "the audio division of electronics giant Philips" the name belongs to the last noun.
    """
    word = tree.words[name.i]
    if pack.adposition == "head" and word.case and word.head == noun.i:
        return False
    if noun.head in pack.words["government_heads"]:
        return False  # "l'avocate du gouvernement Erica Ross"
    if bears_no_persons_name(pack, noun.type, name):
        return False
    if name.type == "PoliticalParty" and noun.head in pack.words["factions"]:
        return False
    if _is_body_of_another(pack, noun, name) and leads_to(tree, pack, noun, name):
        return True
    several = noun.number == "Plur" and noun.head not in pack.words["partners"]
    if several or noun.determiner not in ("definite", "demonstrative") or not leads_to(tree, pack, noun, name):
        return False
    firm = noun.head in pack.lists["industries"] and load_schema().fits(name.type, ("Organization",))
    if noun.type in ("Person", "Group") and pack.adposition == "head":
        return firm  # "the contractor Aton", "the auditors Aton"
    return load_schema().fits(noun.type, ("Organization", "Product", "Place")) and compatible(noun.type, name.type)


def _is_body_of_another(pack: LanguagePack, noun: Reference, name: Reference) -> bool:
    """ "son concurrent suisse Novartis": what a firm is to another one, though the noun is mostly of people."""
    told = noun.determiner in ("possessive", "definite") and noun.number != "Plur" and noun.sent == name.sent
    return told and noun.head in pack.words["counterparts"] and load_schema().fits(name.type, ("Organization",))
