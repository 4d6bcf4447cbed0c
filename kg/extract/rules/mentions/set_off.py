"""What stands between a description and its name: a comma, a bracket, a complement, another trade, nothing."""

from kg.extract.rules.mentions.compared import compatible
from kg.extract.rules.mentions.offices_before import office_of_body, office_with_bracket
from kg.extract.rules.mentions.references import Reference, References
from kg.extract.rules.parsing.titled_works import is_quoted
from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Tree, Word
from kg.lang import LanguagePack
from kg.lang.schema import load_schema
from kg.model import MentionKind

CLOSED = frozenset({",", ".", ")", ";"})
LATER = ("punct", "conj", "cc", "acl", "relcl")  # what goes on behind a noun: "un grossiste fondé par Marc Petit"

MISREAD = ("Place", "Entity", "Organization", "Concept", "Company", "City")  # classes that a model gives to persons
BODY_DETERMINERS = ("definite", "possessive")  # "the Al Dawra fund", "Qatar's Al Dawra fund"
FIELDED = ("Organization",)
LONGEST_KIND = 10  # words from a kind to its name: "l'ONG de défense des droits civiques Aclu"
NO_NOUN_BEHIND = ("GovernmentBody", "PoliticalParty")  # whose noun is part of the name: "the Left party"


def description_before(
    tree: Tree, pack: LanguagePack, table: References, ends: dict[int, int], item: Reference
) -> int | None:
    """Return the description that ends before a name's comma, or before a bracket that stands before the comma.

    Args:
        ends: word behind a description -> its index, the outermost first.
    """
    first, last = item.core
    while first > 1 and tree.words[first - 1].lower in pack.courtesies:
        first -= 1  # "l'avocat de la famille, Me Anne Petit, …"
    if first < 2 or tree.words[first - 1].text != ",":
        return None
    index = ends.get(_without_bracket(tree, first - 1))
    index = office_with_bracket(tree, pack, table, first - 2) if index is None else index
    if index is None or table.items[index].type != "Person":
        office = office_of_body(tree, pack, table, ends, first - 1)
        index = office if office is not None else index
    if index is None:
        return None
    closed = last >= len(tree.words) or tree.words[last].text in CLOSED
    noun = table.items[index]
    return index if closed or _act_together(tree, noun, item) or _opens_bare(tree, noun, item) else None


def opening_office(tree: Tree, table: References, ends: dict[int, int], item: Reference) -> int | None:
    """ "Rapporteure du texte, la centriste Anne Petit défend …": a bare opening is said of whom a trade names again."""
    near = ends.get(item.core[0])
    start = table.items[near].core[0] if near is not None else 0
    index = ends.get(start - 1) if start > 1 and tree.words[start - 1].text == "," else None
    if near is None or index is None or table.items[near].determiner != "definite":
        return None
    return index if _opens_bare(tree, table.items[index], table.items[near]) else None


def _opens_bare(tree: Tree, noun: Reference, item: Reference) -> bool:
    """ "Haut fonctionnaire, Marc Petit dirige …": what opens a sentence without an article is said of its subject."""
    word = tree.words[item.i]
    bare = noun.determiner == "" and noun.core[0] == tree.sents[word.sent][0] and tree.words[noun.i].case == ""
    return bare and word.rel in SUBJECTS


def trades_before(pack: LanguagePack, nominals: list[tuple[int, Reference]]) -> dict[int, int]:
    """ "l'équipe du pilote X", "l'avocat de la chanteuse X": word behind a trade in the singular -> the nearest."""
    trades = pack.trades
    found: dict[int, int] = {}
    for i, item in nominals:
        if item.head in trades and item.number != "Plur" and item.determiner in ("definite", "possessive"):
            for _, end in item.extents:
                found[end] = i
    return found


def has_nearer_trade(tree: Tree, pack: LanguagePack, noun: Word, item: Reference) -> bool:
    """ "l'avocat de la chanteuse Anne Petit", "… de sa fille Anne Petit": the nearest noun for a person is hers."""
    before = tree.words[item.core[0] - 1] if item.core[0] else noun
    if before.i <= noun.i or pack.nouns.get(before.lemma) != "Person" or "Number=Plur" in before.morph:
        return False
    marks = tree.children(before.i, "det", "case", "poss")
    told = any(c.lower in pack.words["definite"] or "Poss=Yes" in c.morph for c in marks)
    return told and before.case in pack.words["of"]


def is_trade_as_adjective(tree: Tree, pack: LanguagePack, word: Word, item: Reference) -> bool:
    """ "le financier Paul Dumas", "the daily Echo": what a name is between article and name, read as an adjective."""
    between = tree.words[word.i + 1 : item.i]
    trades = pack.lists["occupations" if item.type == "Person" else "industries"]
    trade = word.lemma in trades and word.pos == "ADJ" and item.type in ("Person", "MediaOutlet")
    first = word.i - 1
    while first > 0 and tree.words[first].rel == "amod" and tree.words[first].head == word.head:
        first -= 1  # "the satirical weekly Echo"
    article = first >= 0 and tree.words[first].lower in pack.words["definite"]
    article = article or (item.type == "Person" and pack.adposition == "head")  # "said cleric X"
    return trade and article and word.i < item.i and all(w.rel == "name" for w in between)


def leads_to(tree: Tree, pack: LanguagePack, noun: Reference, name: Reference) -> bool:
    """ "l'agence de presse DPA": between a kind and its name stand only bare nouns that say what kind, or nothing."""
    if noun.core[1] == name.core[0] or _leads_over_fields(tree, pack, noun, name):
        return True
    between = tree.words[noun.i + 1 : name.core[0]]
    if not 2 <= len(between) <= 4 or between[-1].is_title or between[-1].pos not in ("NOUN", "ADJ"):
        return False
    if between[0].lemma not in pack.words["of"] or between[0].lower in pack.words["definite"]:
        return False
    return all(w.pos in ("NOUN", "ADJ") and not w.is_title for w in between[1:])


def _leads_over_fields(tree: Tree, pack: LanguagePack, noun: Reference, name: Reference) -> bool:
    """ "l'ONG de défense des droits civiques Aclu", "le fabricant norvégien d'engrais minéraux Yara": what a body does.

    A singular with its article, or a plant, may bear the name itself: "le patron de l'usine Zumo".
    """
    schema, words = load_schema(), tree.words
    if noun.type == "Person" or noun.number == "Plur" or noun.sent != name.sent or not schema.fits(noun.type, FIELDED):
        return False
    between = words[noun.core[1] : name.core[0]]
    if len(between) < 2 or between[0].lemma not in pack.words["of"] or between[-1].pos not in ("NOUN", "ADJ"):
        return False
    for word in between:
        kind = pack.nouns.get(word.lemma, "Concept")
        plain = word.text.islower() and word.pos in ("NOUN", "ADJ")
        plain = plain or (word.pos == "ADP" and words[word.i + 1].pos == "NOUN")  # "du commerce en ligne"
        if word.lemma in pack.words["of"]:
            field = words[word.i + 1]
            many = word.lower not in pack.words["definite"] or "Number=Plur" in field.morph
            if field.pos != "NOUN" or not (many or _is_ranked_in(pack, noun, field)):
                return False
        elif not plain or any(schema.is_a(kind, x) for x in ("Organization", "Place")):
            return False
    return True


def _is_ranked_in(pack: LanguagePack, noun: Reference, field: Word) -> bool:
    """ "le géant du commerce en ligne Amazon"; "l'éditeur du jeu Zumo" is not what the game is called."""
    kind = pack.nouns.get(field.lemma, "Concept")
    return noun.head in pack.words["among_firms"] and not load_schema().is_a(kind, "Product")


def _is_field(noun: Reference) -> bool:
    """ "de téléphonie mobile", "des droits civiques": right before a name, what a body does and not what it is."""
    return not noun.determiner or (noun.number == "Plur" and noun.type not in ("Person", "Group"))


def kind_before(tree: Tree, pack: LanguagePack, table: References, name: Reference) -> int | None:
    """ "la maison d'édition Gallimard": the kind that leads to a name, wherever the parser hung the name."""
    start = name.core[0]
    for i in range(start - 2, max(-1, start - LONGEST_KIND), -1):
        index = table.at.get(i)
        noun = table.items[index] if index is not None else None
        if noun is None or noun.i != i or noun.determiner == "adjective":
            continue
        if name.core[0] == noun.core[1] and _is_field(noun):
            continue
        if leads_to(tree, pack, noun, name):
            return index
    return None


def innermost_before(tree: Tree, pack: LanguagePack, table: References, name: Reference) -> int | None:
    """ "trading in the fashion house Orsolina": of the phrases that end before a name, the last is what it is."""
    index = table.at.get(name.core[0] - 1) if pack.adposition == "head" else None
    return index if index is not None and table.items[index].i == name.core[0] - 1 else None


def _without_bracket(tree: Tree, end: int) -> int:
    """ "le président de l'Union française (Ufip), X": where the description ends, the acronym left out."""
    if tree.words[end - 1].text == ")" and end > 3 and tree.words[end - 3].text == "(":
        return end - 3
    return end


def _act_together(tree: Tree, noun: Reference, name: Reference) -> bool:
    """ "La maire de Paris, Anne Hidalgo a exprimé …": both are the subject, and open a sentence or a clause."""
    mine, theirs = tree.words[noun.i], tree.words[name.i]
    opens = noun.core[0] == tree.sents[mine.sent][0] or tree.words[noun.core[0] - 1].text == ","
    both = mine.rel in SUBJECTS and theirs.rel in SUBJECTS and mine.head == theirs.head != ROOT
    return opens and not mine.case and (both or theirs.head == noun.i)


def introduces(tree: Tree, pack: LanguagePack, noun: Reference) -> bool:
    """ "Anne Petit, une manifestante de 46 ans, …": whoever is told with an age behind a name's comma is its bearer."""
    last = max(end for _, end in noun.extents)
    closed = last >= len(tree.words) or tree.words[last].text in CLOSED
    if noun.type != "Person" or noun.determiner != "indefinite" or not closed:
        return False
    ages = (c for c in tree.children(noun.i, "nmod", "obl") if c.lemma in pack.words["age_units"])
    return any(tree.child(c.i, "nummod") is not None for c in ages)


def is_enclosed(tree: Tree, item: Reference) -> bool:
    """ "le secrétaire général de l'OLP, Saëb Erakat, …": two capitalised words between commas, and nothing else."""
    first, last = item.core
    named = last - first == 2 and all(w.is_title and w.text.isalpha() for w in tree.words[first:last])
    return named and last < len(tree.words) and tree.words[last].text in (",", ".")


def is_work(tree: Tree, noun: Word, item: Reference) -> bool:
    """ "dans "Inspecteur Harry"": title and name alone in quotation marks name a work."""
    return is_quoted(tree, (noun.i, item.core[1]))


def is_bracketed_acronym(tree: Tree, pack: LanguagePack, noun: Word, item: Reference) -> bool:
    """ "le directeur de l'enseignement scolaire (Dgesco)", "le maire (PCF) de X": nobody's name."""
    first, last = item.core
    return last - first == 1 and first > 0 and tree.words[first - 1].text == "(" and _is_of_a_person(pack, noun, item)


def _is_of_a_person(pack: LanguagePack, noun: Word, item: Reference) -> bool:
    return item.type == "Person" or (pack.nouns.get(noun.lemma) == "Person" and item.type == "PoliticalParty")


def is_misread_person(tree: Tree, pack: LanguagePack, table: References, ends: dict[int, int], index: int) -> bool:
    """ "la maire de Rome, Virginia Raggi, …": a given name and one more, set off from an office, are somebody."""
    item = table.items[index]
    given = pack.given_names
    if item.known or item.type not in MISREAD or len(item.name.split()) < 2:
        return False
    j = description_before(tree, pack, table, ends, item)
    if j is None or table.items[j].number == "Plur":
        return False
    held_by_firms = table.items[j].head in pack.words["counterparts"]  # "its landlord, Orion Hosting, "
    if (held_by_firms or not is_enclosed(tree, item)) and tree.words[item.core[0]].lower not in given:
        return False
    if table.items[j].head not in pack.trades or load_schema().is_a(table.items[j].type, "Organization"):
        return False
    table.retype(item.name, "Person")
    return True


def office_served(tree: Tree, pack: LanguagePack, noun: Word) -> int | None:
    """Return the office that is held beside the one of a noun: "le secrétaire d'État auprès du ministre".

    A name behind both is that of who holds the first.
    """
    marks, mark = pack.words["beside_marks"], noun.i - 1
    while mark > 0 and tree.words[mark].rel in ("det", "case") and tree.words[mark].lower not in marks:
        mark -= 1
    if mark < 1 or tree.words[mark].lower not in marks:
        return None
    word, offices = tree.words[mark - 1], pack.lists["positions"]
    while word.lemma not in offices and word.rel in ("nmod", "amod", "acl", "name") and word.head != ROOT:
        word = tree.words[word.head]
    return word.i if word.lemma in offices and word.i < noun.i else None


def is_of_the_next(tree: Tree, table: References, noun: Word, item: Reference) -> bool:
    """ "Capitaine Marc Petit, Lieutenant Paul Dumas": what stands right before another name is that one's title.

    So it is where the parser took the name for a complement: "Anne Roux, l'écologiste Paul Dumas et …".
    """
    if noun.i < item.i:
        return False
    bare = next((c.i for c in tree.children(noun.i, "nmod") if c.i > noun.i and not c.case), None)
    end = tree.subtree(noun.i, (*LATER, "appos", "name"))[-1] + 1 if bare is None else bare
    beside = item.core[1] + 1 == tree.subtree(noun.i, ("punct",))[0]
    if end >= len(tree.words) or (beside and _is_named_within(tree, table, noun, tree.words[end])):
        return False
    after = table.at.get(end)
    return after is not None and table.items[after].kind is MentionKind.NAME and table.items[after].type == "Person"


def _is_named_within(tree: Tree, table: References, noun: Word, name: Word) -> bool:
    """ "Anne Roux, la compagne du chanteur Paul Dumas": the name is that of whom the noun is of."""
    index = table.at.get(name.head) if noun.i < name.head < name.i else None
    owner = table.items[index] if index is not None else None
    of = owner is not None and tree.words[owner.i].rel == "nmod" and tree.words[owner.i].case != ""
    return owner is not None and of and owner.type == "Person" and owner.determiner == "definite"


def body_behind(tree: Tree, pack: LanguagePack, table: References, item: Reference) -> int | None:
    """ "the Valtec group", "the Daily Echo newspaper": the noun that ends the name of a body is no other body."""
    head = tree.words[item.i]
    noun = tree.words[head.head] if head.rel == "name" and head.head >= item.core[1] else None
    if noun is None or noun.pos != "NOUN" or noun.lemma not in pack.words["own_organisations"]:
        return None
    between = tree.words[item.core[1] : noun.i]  # "the Interfax news agency"
    if _is_part_of_body(pack, noun, item) or not all(_tells_kind(w, noun) for w in between):
        return None
    if between and (noun.lemma in pack.words["generic_firms"] or (item.known and item.type != "MediaOutlet")):
        return None
    index = table.at.get(noun.i)
    if index is None or table.items[index].determiner not in BODY_DETERMINERS:
        return None
    if load_schema().fits(item.type, NO_NOUN_BEHIND):
        return None
    body = load_schema().is_a(item.type, "Organization") and compatible(table.items[index].type, item.type)
    return noun.i if body else None


def _is_part_of_body(pack: LanguagePack, noun: Word, item: Reference) -> bool:
    """ "the UN fund", "the UN refugee agency" are parts of it."""
    firm = noun.lemma in pack.lists["industries"] and noun.lemma not in pack.words["generic_firms"]
    return firm and item.known is not None and item.type == "InternationalOrganization"


def _tells_kind(word: Word, noun: Word) -> bool:
    return word.head == noun.i and word.rel in ("name", "amod") and word.text.islower()
