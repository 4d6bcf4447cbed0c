"""Whose name stands behind a description and its complements: "le rapporteur de l'ONU sur la torture Nils Melzer"."""

from kg.extract.rules.mentions.modifiers import differ_in_sex
from kg.extract.rules.mentions.references import Reference, References
from kg.extract.rules.mentions.set_off import MISREAD
from kg.extract.rules.mentions.title_joins import NAMED_AFTER_NOBODY, Title, is_called_as_person, join_title
from kg.extract.rules.parsing.adpositions import is_of
from kg.extract.rules.parsing.tree import Tree, Word
from kg.lang import LanguagePack
from kg.lang.schema import load_schema
from kg.model import MentionKind

REACH = 12  # words between a description and its name
CLOSED = frozenset({",", ".", '"', ")", "!", "?", ";"})
NOMINAL = frozenset({"ADP", "DET", "NOUN", "ADJ", "PROPN", "NUM", "X"})
OPENS = frozenset({"ADP", "ADJ", "PROPN", "NOUN"})
BRACKETS = frozenset({"(", ")", '"'})
CALLED_AFTER_NOBODY = ("Concept", "Event", "SecurityAgency", "TransactionEvent")  # in the plural
MANY = ("Person", "Group")
MEANT = ("definite", "possessive", "demonstrative")


def join_named_beside(tree: Tree, pack: LanguagePack, table: References) -> None:
    """Let the descriptions that no title was read in stand for the name behind them."""
    for index, item in enumerate(table.items):
        if item.antecedent is None and item.kind is MentionKind.NOMINAL:
            name = name_beside(tree, pack, table, index)
            if name is not None and not _serves(tree, table, item, name):
                table.retype(table.items[name].name, "Person")
                table.describe(name, item.head)
                table.join(index, name)


def join_bodies_beside(tree: Tree, pack: LanguagePack, table: References) -> None:
    """ "selon un rapport de l'ONG DigDeep": a noun of a body stands for the body whose name stands right behind it."""
    schema = load_schema()
    starts = {x.core[0]: j for j, x in enumerate(table.items) if x.kind is MentionKind.NAME}
    for item in table.items:
        name = starts.get(item.core[1])
        if name is None or item.antecedent is not None or item.kind is not MentionKind.NOMINAL:
            continue
        body = schema.is_a(item.type, "Organization") and item.number != "Plur" and item.determiner == "definite"
        other = table.items[name]
        if body and other.known is None and (other.type == "Entity" or schema.is_a(other.type, "Organization")):
            join_title(tree, pack, table, Title(item.i, name))


def _serves(tree: Tree, table: References, item: Reference, name: int) -> bool:
    """ "le secrétaire d'État auprès du ministre, Marc Petit": the name has its title before the description already."""
    titles = (x for j, x in enumerate(table.items) if x.i < item.i and j != name and table.root(j) == table.root(name))
    return any(all(w.pos != "PUNCT" for w in tree.words[x.i : item.i]) for x in titles if x.sent == item.sent)


def name_beside(tree: Tree, pack: LanguagePack, table: References, index: int, *, speaks: bool = False) -> int | None:
    """Return the person whose name stands behind a description, or behind its complements, without or with a comma.

    Args:
        speaks: whether it is the subject behind a verb of speech, which no second subject can follow.
    """
    item = table.items[index]
    person = item.kind is MentionKind.NOMINAL and item.type == "Person" and item.number != "Plur"
    if not person or not (speaks or item.determiner in MEANT):
        return None
    start = len(tree.words)
    for j in range(index + 1, len(table.items)):
        other = table.items[j]
        if other.core[0] < item.core[1] or other.kind is MentionKind.PRONOUN:
            continue
        if other.core[0] - item.core[1] > REACH or other.sent != item.sent:
            return None
        misread = other.type in MISREAD and is_called_as_person(pack, other)
        if other.kind is MentionKind.NAME and (other.type == "Person" or misread):
            fits = _leads_to(tree, pack, table, (item, other, min(start, other.core[0])), speaks=speaks)
            return j if fits and not differ_in_sex(pack, item, table.items[table.root(j)]) else None
        if other.kind is MentionKind.NOMINAL and other.type in MANY:
            behind = tree.words[other.core[1]].text if other.core[1] < len(tree.words) else ""
            if tree.words[other.i].rel == "amod":
                continue  # "le chef de la minorité démocrate Marc Petit"
            side = other.head in pack.words["political_sides"]
            if (other.number == "Plur" or side) and behind != ",":
                continue  # "le patron des députés Marc Petit": no group bears one person's name
            if not _is_apposed(tree, table, other):
                return None  # "le père de la victime Anne Petit"
            start = min(start, other.core[0])
    return None


def _is_apposed(tree: Tree, table: References, item: Reference) -> bool:
    """ "le chef du bureau, le colonel Marc Petit": behind a comma a title that its name follows."""
    before = tree.words[item.core[0] - 1].text if item.core[0] else ""
    ends = {end for _, end in item.extents}
    named = any(x.kind is MentionKind.NAME and x.type == "Person" and x.core[0] in ends for x in table.items)
    return before == "," and named and item.number != "Plur"


def _leads_to(
    tree: Tree, pack: LanguagePack, table: References, pair: tuple[Reference, Reference, int], *, speaks: bool
) -> bool:
    """Whether nothing but complements stands between a description and the place where its name begins."""
    item, name, end = pair
    words = tree.words
    if words[end - 1].lower in pack.courtesies and end - 1 > item.core[1]:
        end -= 1 + (words[end - 2].pos == "DET")  # "le directeur, le Dr Marc Petit"
    between = words[item.core[1] : end]
    if not between:
        return speaks or (item.determiner == "possessive" and item.head in pack.words["kin"])
    if between[-1].text != ",":
        whole = " " in name.name
        return _is_complement(pack, between, whole=whole) or _is_of_a_name(table, between)
    own = item.determiner == "possessive" and item.head in pack.words["kin"] | pack.words["peers"]
    trade = item.head in pack.trades or own  # "son mari, le peintre Marc Petit"
    behind = words[name.core[1]] if name.core[1] < len(words) else None
    closed = behind is None or behind.text in CLOSED or (speaks and behind.pos == "ADP")
    inner = between[:-1]
    return closed and (speaks or trade) and (not inner or _is_phrase(pack, inner))


def _is_phrase(pack: LanguagePack, between: list[Word]) -> bool:
    """Whether words complete a description: nouns behind adpositions, also an infinitive ("Histoire de lire")."""
    opens = between[0].pos in OPENS or between[0].text in BRACKETS or between[0].lemma in pack.words["in_charge"]
    return opens and all(w.pos in NOMINAL or w.text in BRACKETS or "VerbForm=Inf" in w.morph for w in between)


def _is_complement(pack: LanguagePack, between: list[Word], *, whole: bool) -> bool:
    """Whether a name right behind words is no part of them, as in "le directeur du lycée Jean Moulin".

    The last noun must be one that bears nobody's name, or that "de" does not lead to.

    Args:
        whole: whether the name is more than one word: "la minorité", "les forces aériennes" are not called so.
    """
    marks = [w for w in between if w.pos == "ADP"]
    tail = [w for w in between if marks and w.i > marks[-1].i]
    noun = next((w for w in reversed(tail) if w.pos == "NOUN"), None)
    told = all(w.pos in NOMINAL or w.text == '"' for w in between)
    if noun is None or between[0] is not marks[0] or not told:
        return False
    return (
        not is_of(pack, marks[-1])
        or ("Number=Plur" in noun.morph and pack.nouns.get(noun.lemma) in MANY)
        or noun.lower in pack.words["portfolios"]
        or (whole and _bears_no_whole_name(pack, noun))
        or pack.nouns.get(noun.lemma) in NAMED_AFTER_NOBODY
    )


def _bears_no_whole_name(pack: LanguagePack, noun: Word) -> bool:
    """ "le porte-parole des forces aériennes Marc Petit"; "les laboratoires Pierre Fabre" are called after him."""
    many = "Number=Plur" in noun.morph and noun.lemma not in pack.words["plural_firms"]
    return noun.lemma in pack.words["political_sides"] or (many and pack.nouns.get(noun.lemma) in CALLED_AFTER_NOBODY)


def _is_of_a_name(table: References, between: list[Word]) -> bool:
    """ "son homologue au Sénat Bruno Petit": right before somebody's name another one ends, of no person."""
    if between[0].pos != "ADP" or any(w.pos not in NOMINAL for w in between):
        return False
    ends = (x for x in table.items if x.kind is MentionKind.NAME and x.core[1] == between[-1].i + 1)
    return any(x.core[0] > between[0].i and x.type not in MANY for x in ends)
