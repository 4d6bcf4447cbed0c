"""What a name takes from the noun that says what it is: its class, its gender, and what else is said of it."""

from dataclasses import dataclass

from kg.extract.rules.mentions.compared import compatible
from kg.extract.rules.mentions.modifiers import differ_in_sex
from kg.extract.rules.mentions.references import VAGUE, Reference, References
from kg.extract.rules.parsing.titled_works import bearer_of, is_quoted
from kg.extract.rules.parsing.tree import Tree, Word
from kg.lang import LanguagePack
from kg.lang.schema import load_schema
from kg.model import MentionKind

COMPOSITE = ("LegalAct", "Eventuality", "Concept", "Agreement", "License", "Position", "Quantity")
FAR = 9  # words between what a firm leads in and its name
INSIDE = ("NOUN", "ADJ", "ADP", "DET", "NUM")  # of what stands between
NAMED_AFTER_NOBODY = ("MediaOutlet", "City", "AdministrativeArea", "Country", "GovernmentBody", "PoliticalParty")


@dataclass(frozen=True, slots=True)
class Title:
    """A noun that says what a name is: "le PDG Carlos Ghosn", "Apple, le constructeur"."""

    noun: int  # word
    reference: int  # of the name
    verb: int | None = None  # the copula of "X is the head of Y": the title holds as far as its clause does


def join_title(tree: Tree, pack: LanguagePack, table: References, title: Title) -> None:
    """Let a titled noun stand for its name, and the name take what class and gender the noun tells."""
    noun = tree.words[title.noun]
    name = table.items[title.reference]
    if name.type == "PoliticalParty" and noun.lemma in pack.words["factions"]:
        return  # "le groupe LREM" is those of the party in one house
    table.describe(title.reference, noun.lemma)
    index = table.at.get(noun.i)
    if index is None or _is_known_name(table.items[index]):
        return  # "la Maison Blanche Kayleigh Orrin": the noun is of another name
    plural = _is_one_in_plural(tree, pack, table.items[index], name)
    kind = table.items[index].type = "Company" if plural else _kind_of(tree, pack, name, table.items[index])
    if load_schema().fits(kind, COMPOSITE) and not load_schema().is_a(name.type, kind):
        return  # "la licence Android" is not Android
    if _noun_decides(tree, pack, table, title, kind):
        table.retype(name.name, kind)
    if not compatible(kind, name.type) or table.items[index].known not in (None, name.known):
        return
    if _is_several(tree, pack, table.items[index]) and name.type != "Group" and not plural:
        return
    if _differ_in_sex(tree, pack, table, index, title.reference):
        return
    root = table.items[table.root(title.reference)]
    gender = table.items[index].gender
    if root.type in VAGUE or (kind != root.type and load_schema().is_a(kind, root.type)):
        root.type = kind if root.known is None else root.type
    if not root.gender and gender:
        root.gender = gender
    table.join(index, title.reference)


def _is_known_name(item: Reference) -> bool:
    return item.kind is MentionKind.NAME and item.known is not None


def _kind_of(tree: Tree, pack: LanguagePack, name: Reference, noun: Reference) -> str:
    """Return the class of a titled noun: what bears a title in quotation marks is of the title's class, no event."""
    bodies = pack.words["counterparts"] | pack.words["trades_of_firms"] | pack.words["watchdogs"]
    if noun.head in bodies and load_schema().fits(name.type, ("Organization",)):
        return name.type  # "son partenaire Nissan", "le brasseur Aton" is nobody
    if (
        noun.head in pack.words["funds"]
        and not _is_several(tree, pack, noun)
        and is_adjacent(tree, tree.words[noun.i], name)
    ):
        return "Company"  # "le fonds Elliott" is no sum
    if _is_called_as_firm(tree, pack, name, tree.words[noun.i]):
        return "Company"
    bearer = bearer_of(tree, pack, name.core[0] - 1) if is_quoted(tree, name.core) else None
    return name.type if bearer is not None and bearer.i == noun.i else noun.type


def _is_called_as_firm(tree: Tree, pack: LanguagePack, name: Reference, noun: Word) -> bool:
    """ "l'éditeur de logiciels Sefrax": one word behind a trade of firms, or behind what it makes, is nobody's name."""
    if noun.lemma not in pack.lists["industries"] or pack.nouns.get(noun.lemma) != "Person" or name.i < noun.i:
        return False
    head, field = tree.words[name.i], tree.child(noun.i, "nmod")
    made = field is not None and field.case in pack.words["of"] and "Number=Plur" in field.morph
    hung = head.head == noun.i and name.known is None and " " not in name.name
    return (
        hung
        and (made or noun.lemma in pack.words["told_alone"])
        and not load_schema().fits(name.type, ("Organization",))
    )


def _is_one_in_plural(tree: Tree, pack: LanguagePack, noun: Reference, name: Reference) -> bool:
    """ "les éditions Vernal", "les papeteries Zumo": one firm, though its noun is a plural."""
    several = noun.number == "Plur" and noun.head in pack.words["plural_firms"] and noun.determiner == "definite"
    beside = is_adjacent(tree, tree.words[noun.i], name) and tree.child(name.i, "conj") is None
    return several and beside and load_schema().fits(name.type, ("Organization",))


def _is_several(tree: Tree, pack: LanguagePack, noun: Reference) -> bool:
    """Whether a noun is a plural; of "fonds", which is one as well, only the article tells ("au fonds Aton")."""
    if noun.head not in pack.words["funds"]:
        return noun.number == "Plur"
    return not any(c.lower in pack.words["singular_articles"] for c in tree.children(noun.i, "det", "case"))


def is_of_another(tree: Tree, pack: LanguagePack, table: References, title: Title) -> bool:
    """ "séparée de Jean Petit, l'une des actrices de la série": the feminine of a trade tells of no man."""
    noun, name = tree.words[title.noun], table.items[title.reference]
    index = table.at.get(title.noun)
    form = noun.lower.removesuffix("s")
    if index is None or form == noun.lemma or not form.endswith("e"):
        return False
    woman = table.items[index].gender == "Fem" and noun.lemma not in pack.words["either_sex"]
    return woman and name.type == "Person" and name.gender == "Masc"


def _differ_in_sex(tree: Tree, pack: LanguagePack, table: References, index: int, name: int) -> bool:
    """ "selon son épouse, Carlos …": she is not he; of "boulanger", "l'espion" the parser only guesses the gender."""
    item, noun = table.items[index], tree.words[table.items[index].i]
    article = tree.child(noun.i, "det")
    guessed = item.determiner == "" or (
        article is not None and "Gender" not in article.morph and "Gender" in noun.morph
    )
    if guessed and item.head in pack.lists["occupations"] and noun.lower.endswith(item.head):
        return False
    person = table.items[table.root(name)]
    return item.type == person.type == "Person" and differ_in_sex(pack, item, person)


def _noun_decides(tree: Tree, pack: LanguagePack, table: References, title: Title, kind: str) -> bool:
    """ "le porte-avions Charles de Gaulle": right before a name, the noun knows better than the model what it is."""
    name = table.items[title.reference]
    if name.known is not None or kind in VAGUE or load_schema().fits(kind, ("Person", "Group", "Eventuality")):
        return False
    if load_schema().is_a(name.type, kind) or bears_no_persons_name(pack, kind, name):
        return False
    if _ranks_a_firm(pack, table, title, name):
        return True
    somebody = is_called_as_person(pack, name) or (name.type == "Person" and " " in name.name)
    if somebody and tree.words[title.noun].lemma in pack.lists["occupations"]:
        return False  # "l'armateur Marc Petit"
    return title.noun < name.i and is_adjacent(tree, tree.words[title.noun], name)


def _ranks_a_firm(pack: LanguagePack, table: References, title: Title, name: Reference) -> bool:
    """ "Severny Kraft, the country's largest grain trader": a trade of people, of which the largest is a firm."""
    noun = table.items[table.at[title.noun]]
    trade = noun.type == "Company" and pack.nouns.get(noun.head) == "Person"
    return trade and name.type == "Person" and not name.gender and not is_called_as_person(pack, name)


def bears_no_persons_name(pack: LanguagePack, kind: str, name: Reference) -> bool:
    """ "le président de la métropole Marc Petit": no town or newspaper is called so; a school may be."""
    told = name.type == "Person" and name.gender != "" and " " in name.name
    return (told or is_called_as_person(pack, name)) and kind in NAMED_AFTER_NOBODY


def is_called_as_person(pack: LanguagePack, name: Reference) -> bool:
    """Whether a name that is not known is a given name and more, of whatever class the model thinks it."""
    first, _, rest = name.name.partition(" ")
    given = (pack.lists.get("masculine_names", ()), pack.lists.get("feminine_names", ()))
    return rest != "" and name.known is None and any(first in x for x in (*given, pack.words["either_given_names"]))


def is_adjacent(tree: Tree, noun: Word, item: Reference) -> bool:
    """Whether only adjectives and marks stand between a noun and a name."""
    between = tree.words[noun.i + 1 : item.core[0]]
    return all(w.pos in ("ADJ", "PROPN") or w.rel == "amod" or w.text in ('"', "-") for w in between)


def leader_before(tree: Tree, pack: LanguagePack, table: References, name: Reference) -> int | None:
    """ "le numéro un mondial du pneu Aton" is the firm; "le numéro deux du constructeur Aton" is somebody in it."""
    schema = load_schema()
    if not schema.fits(name.type, ("Company",)):
        return None
    for word in reversed(tree.words[max(name.core[0] - FAR, tree.sents[name.sent][0]) : name.core[0]]):
        if word.lemma in pack.words["leaders"]:
            noun = table.at.get(word.i)
            single = noun is not None and table.items[noun].number != "Plur"
            return word.i if single and word.i + 1 < name.core[0] else None
        kind = pack.nouns.get(word.lemma, "Concept") if word.pos == "NOUN" else "Concept"
        if word.pos not in INSIDE or any(schema.is_a(kind, x) for x in ("Agent", "Place")):
            return None
    return None
