"""The class of a name by the common noun in it: "Eton College" is a school, "the Nobel Prize" a distinction."""

from kg.extract.rules.mentions.references import References
from kg.extract.rules.mentions.title_joins import bears_no_persons_name
from kg.extract.rules.parsing.tree import Tree, Word
from kg.lang import LanguagePack
from kg.lang.holders import known_classes
from kg.lang.schema import load_schema
from kg.model import MentionKind

# What the model calls an organisation may be any kind of one; what it calls a work or a place may be none.
BY_LIST = (("company_words", "Company"), ("media_words", "MediaOutlet"), ("government_words", "GovernmentBody"))
TELLING = ("LegalAct", "Event", "Organization", "Agreement")


def type_by_head(pack: LanguagePack, head: Word, kind: str, size: int) -> str:
    """Return the finer or better class that the head noun of a name of several words gives, else the model's.

    Args:
        kind: the class that the model gave.
        size: words in the name.
    """
    if kind in ("Organization", "Entity"):
        for name, told in BY_LIST:
            if (size > 1 or told == "GovernmentBody") and head.lower.rstrip(".") in pack.lists.get(name, ()):
                return told
    if size < 2 or kind == "Person":
        return kind
    noun = pack.nouns.get(head.lower) or pack.nouns.get(head.lemma)
    if noun is None or noun in ("Person", "Group", kind):
        return kind
    schema = load_schema()
    if schema.is_a(noun, "Quantity"):
        return kind  # "le Grand Prix de Monaco"
    if schema.is_a(noun, kind):
        return noun
    if kind == "Entity" and schema.fits(noun, (*TELLING, "Place", "Product", "Concept")):
        return noun
    if kind in ("Product", "Place", "Group") and schema.fits(noun, (*TELLING, "Concept")):
        return noun
    return "LegalAct" if kind == "Organization" and schema.is_a(noun, "LegalAct") else kind


def type_by_noun_before(tree: Tree, pack: LanguagePack, table: References) -> None:
    """Give names the class of the common noun that stands right before them: "brokerage Aton", "banker Rosa Diaz"."""
    schema = load_schema()
    for item in table.items:
        noun = tree.words[item.core[0] - 1] if item.core[0] else None
        if item.type == "PoliticalParty" and noun is not None and noun.lemma in pack.words["factions"]:
            index = table.at.get(noun.i)
            if index is not None:
                table.items[index].type = "Organization"  # "le groupe LREM" is no firm
        if item.kind is not MentionKind.NAME or item.known is not None:
            continue
        if noun is None or noun.pos != "NOUN" or noun.rel != "name" or noun.head not in range(*item.core):
            continue
        kind = pack.nouns.get(noun.lemma, "")
        if not schema.fits(kind, ("Person", "Organization", "Product", "Place")) or schema.is_a(item.type, kind):
            continue
        if bears_no_persons_name(pack, kind, item):
            continue
        for other in table.items:
            if other.kind is MentionKind.NAME and other.name == item.name:
                other.type = kind


def type_parties(pack: LanguagePack, table: References) -> None:
    """Give "the Greens", "the Conservatives" the class of a party: the model takes them for a people."""
    for item in table.items:
        if item.kind is MentionKind.NAME and item.known is None and item.name in pack.words.get("party_names", ()):
            item.type = "PoliticalParty"


def type_known_people(table: References) -> None:
    """Give the full names of people in public life their class, whatever the model takes them for."""
    for item in table.items:
        full = item.kind is MentionKind.NAME and item.known is None and " " in item.name
        if full and item.type != "Person" and known_classes(item.name):
            item.type = "Person"
