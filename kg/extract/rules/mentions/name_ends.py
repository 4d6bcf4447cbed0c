"""Where a name ends in what the model took for a longer one: "Le Point de propos injurieux"."""

from kg.extract.rules.mentions.names import Names
from kg.extract.rules.parsing.adpositions import is_of
from kg.extract.rules.parsing.tree import Tree
from kg.lang.schema import load_schema

BODY = 6  # words of what somebody is in
SEATS = ("City", "AdministrativeArea")
BODIES = ("Organization", "Place", "Group", "Person", "LegalAct", "Event", "Product")  # "Museum of Leeds", "Order of"
SMALL = ("DET", "ADP", "PRON", "SCONJ", "AUX", "VERB")


def ends_medium(tree: Tree, span: tuple[int, int, int], names: Names) -> bool:
    """ "a confié à Closer l'ancienne miss", "par Le Point de propos injurieux": a small word ends a medium's name.

    Args:
        span: first word of the supposed name, the word in question, end of the supposed name.
    """
    first, i, last = span
    words = tree.words
    word, after = words[i], words[i + 1] if i + 1 < last else None
    if not word.text.islower() or word.pos not in SMALL or after is None or not after.text.islower():
        return False
    surface = names.surface(tree, first, i)
    before = names.entry(surface) or names.with_article(tree, words[first], surface)
    told = before is not None and before.type == "MediaOutlet"
    return told and names.entry(names.surface(tree, first, last)) is None


def ends_show(tree: Tree, span: tuple[int, int, int], names: Names) -> bool:
    """ "La Matinale de Canal+": who broadcasts it, no part of its name.

    Args:
        span: first word of the supposed name, the word in question, end of the supposed name.
    """
    first, i, last = span
    if i == first or i + 1 >= last or not is_of(names.pack, tree.words[i]):
        return False
    after = names.entry(names.surface(tree, i + 1, last))
    return after is not None and after.type == "MediaOutlet" and names.entry(names.surface(tree, first, last)) is None


def ends_party(tree: Tree, span: tuple[int, int, int], names: Names) -> bool:
    """ "le maire Les Républicains du Havre": of what he is mayor, no part of his party's name, nor is who leads it.

    Args:
        span: first word of the supposed name, the word in question, end of the supposed name.
    """
    first, i, last = span
    words, pack = tree.words, names.pack
    if i == first or first == 0 or not is_of(pack, words[i]):
        return False
    before = words[first - 1]
    while before.pos == "ADJ" and before.i > 0:
        before = words[before.i - 1]  # "le conseiller municipal Rassemblement national de …"
    led = i + 2 < last and names.gender(words[i + 1].text) != ""  # "le Rassemblement national de Marine Le Pen"
    if not led and (before.lemma not in pack.lists["positions"] or before.pos != "NOUN"):
        return False
    party = names.entry(names.surface(tree, first, i))
    return party is not None and party.type == "PoliticalParty"


def ends_thing(tree: Tree, span: tuple[int, int, int], names: Names) -> bool:
    """ "l'OptiGuard de la firme lyonnaise Vernal": the firm that makes it, no part of its name.

    Args:
        span: first word of the supposed name, the word in question, end of the supposed name.
    """
    first, i, last = span
    words, pack = tree.words, names.pack
    noun = words[last - 1]
    if i == first or not i < last - 1 < i + 3 or not is_of(pack, words[i]) or not noun.text.islower():
        return False
    firm = noun.lemma in pack.words["own_organisations"] | pack.words["trades_of_firms"] | pack.words["giants"]
    return firm and pack.adposition == "child" and words[first].is_title


def ends_member(tree: Tree, span: tuple[int, int, int], names: Names) -> bool:
    """ "Jeanne Morel de Force ouvrière": the body that she is in, no part of her name.

    Args:
        span: first word of the supposed name, the word in question, end of the supposed name.
    """
    first, i, _ = span
    words = tree.words
    if i - first < 2 or i + 1 >= len(words) or not is_of(names.pack, words[i]) or not names.gender(words[first].text):
        return False
    start = i + 1 + (words[i + 1].lower in names.pack.words["definite"])
    for last in range(min(start + BODY, len(words)), start, -1):
        surface = names.surface(tree, start, last)
        known = names.entry(surface) or names.with_article(tree, words[start], surface)
        if known is not None:
            return load_schema().is_a(known.type, "Organization")
    return False


def ends_firm(tree: Tree, span: tuple[int, int, int], names: Names) -> bool:
    """ "Bramwell Health of Illinois": where a firm sits, no part of its name; but "the Museum of Leeds" is one.

    Args:
        span: first word of the supposed name, the word in question, end of the supposed name.
    """
    first, i, last = span
    words, pack = tree.words, names.pack
    if pack.adposition != "head" or i - first < 2 or i + 1 >= last or not is_of(pack, words[i]):
        return False
    town, before = names.entry(names.surface(tree, i + 1, last)), words[i - 1]
    behind = words[last : last + 2]  # "Tidewater Dredge of Mobile, Alabama"
    area = names.entry(behind[1].text) if len(behind) > 1 and behind[0].text == "," else None
    placed = (town is not None and town.type in SEATS) or (area is not None and area.type == "AdministrativeArea")
    seat = placed and names.entry(names.surface(tree, first, last)) is None
    body = load_schema().fits(pack.nouns.get(before.lower, "Entity"), BODIES)
    firm = before.lower in pack.lists["company_words"] or not body
    return seat and firm and all(w.is_title for w in words[first:i])


def joins_persons(tree: Tree, span: tuple[int, int, int], names: Names) -> bool:
    """ "Theo et Adama", "Anne and Paul Roy": what joins two persons that the model took for one.

    Args:
        span: first word of the supposed name, the word in question, end of the supposed name.
    """
    first, i, last = span
    words = tree.words
    if words[i].lower not in names.pack.words["coordinators"] or i + 1 >= last or not words[i + 1].is_title:
        return False
    alone = i - first == 1 and last - i == 2 and names.is_given(words[first].text)
    return words[i - 1].is_title and (alone or names.is_given(words[i + 1].text))
