"""Offices that go on behind a bracket, a party or what they are charged with: "la députée LREM de Lyon X"."""

from kg.extract.rules.mentions.references import Reference, References
from kg.extract.rules.parsing.adpositions import is_of
from kg.extract.rules.parsing.tree import QUOTE, ROOT, Tree, Word
from kg.lang import LanguagePack
from kg.lang.schema import load_schema
from kg.model import MentionKind

CLIMBED = frozenset({"amod", "nmod", "conj"})  # from the last word of an office's complement up to the office
COMPLEMENT = 12  # words from an office to its holder's name
OFFICE = 4  # words from an office to the body that it is of
AUTHORITIES = ("GovernmentBody", "InternationalOrganization")  # names of firms may go on: "McLaren Formula One"
BRACKET = 6  # words of a bracket behind a party or a body, at most


def is_authority_of_office(tree: Tree, pack: LanguagePack, first: int, kind: str) -> bool:
    """ "le porte-parole de la Maison Blanche Kayleigh Orrin": a body behind somebody's office, who may follow it.

    Args:
        first: first word of the body.
        kind: its class.
    """
    near = tree.words[max(0, first - OFFICE) : first]
    office = any({w.lemma, w.lower} & pack.trades for w in near) and any(is_of(pack, w) for w in near)
    return office and load_schema().fits(kind, AUTHORITIES)


def office_with_bracket(tree: Tree, pack: LanguagePack, table: References, i: int) -> int | None:
    """ "le maire (PCF) d'Ivry, X": an office that goes on behind its holder's party."""
    word = tree.words[i]
    office = (
        tree.words[word.head] if word.rel == "nmod" and word.case in pack.words["of"] and word.head != ROOT else word
    )
    bracket = office.i + 4 <= i and tree.words[office.i + 1].text == "(" and tree.words[office.i + 3].text == ")"
    if not bracket or office.lemma not in pack.lists["positions"]:
        return None
    return table.at.get(office.i)


def office_of_body(tree: Tree, pack: LanguagePack, table: References, ends: dict[int, int], comma: int) -> int | None:
    """ "Le chef de la brigade d'intervention (BRI) de Lyon, X": behind the acronym the office goes on to a comma."""
    words = tree.words
    for word in reversed(words[max(3, comma - COMPLEMENT) : comma]):
        if word.text == ")" and words[word.i - 2].text == "(" and words[word.i - 1].text.isupper():
            index = ends.get(word.i - 2, _office_above(tree, pack, table, words[word.i - 3]))
            held = index is not None and table.items[index].head in pack.lists["positions"]
            held &= words[word.i + 1].pos == "ADP" and table.items[index or 0].number != "Plur"
            return index if held else None
        if word.pos in ("PUNCT", "VERB", "AUX", "PRON", "CCONJ", "SCONJ"):
            return None
    return None


def _office_above(tree: Tree, pack: LanguagePack, table: References, word: Word) -> int | None:
    """ "le directeur de l'ordre public et de la circulation": the office whose complements end with a word."""
    while word.rel in CLIMBED and word.head != ROOT and word.head < word.i:
        word = tree.words[word.head]
        if word.lemma in pack.lists["positions"]:
            return table.at.get(word.i)
    return None


def office_before(tree: Tree, pack: LanguagePack, table: References, item: Reference) -> int | None:
    """ "le ministre de l'Action et des Comptes publics Luc Castel": an office whose complement is coordinated."""
    first = item.core[0]
    trades = pack.trades
    if first < 1 or tree.words[item.i].case:
        return None
    parted = _office_with_party(tree, pack, table, first)
    parted = _office_in_charge(tree, pack, table, first) if parted is None else parted
    if parted is not None:
        return parted
    word, coordinated = tree.words[first - 1], False
    while word.rel in CLIMBED and word.head != ROOT and word.head < word.i:
        coordinated = coordinated or (word.rel == "conj" and word.case in pack.words["of"])
        word = tree.words[word.head]
        if word.rel not in CLIMBED or word.lemma in trades:
            break
    above = word if word.lemma in trades else tree.words[word.head]
    index = table.at.get(above.i) if coordinated and above.head != above.i else None
    if index is None or above.i > first or table.items[index].determiner != "definite":
        return None
    return index if above.lemma in trades else None


def _office_with_party(tree: Tree, pack: LanguagePack, table: References, first: int) -> int | None:
    """ "la députée LREM de Lyon Stella Dupont": an office that goes on behind its holder's party, up to a name."""
    for word in reversed(tree.words[max(0, first - COMPLEMENT - BRACKET) : first]):
        if word.pos in ("VERB", "AUX", "PRON"):
            return None
        end = _end_of_party(tree, pack, table, word.i + 1) if word.lemma in pack.trades else 0
        if not end or end >= first - 1:
            continue
        index = table.at.get(word.i)
        named = index is not None and table.items[index].determiner == "definite"
        named &= tree.words[end].pos == "ADP" and all(w.pos != "PUNCT" for w in tree.words[end:first])
        return index if named and table.items[index or 0].number != "Plur" else None
    return None


def _end_of_party(tree: Tree, pack: LanguagePack, table: References, i: int) -> int:
    """ "député "Les Républicains" (LR, ex-UMP) du Nord": the word behind a party, its marks and its bracket; or 0."""
    words, quoted = tree.words, tree.words[i].text == QUOTE
    i += quoted
    i += quoted and words[i].lower in pack.words["definite"]
    party = table.at.get(i)
    if party is None or table.items[party].type != "PoliticalParty" or table.items[party].kind is not MentionKind.NAME:
        return 0
    end = table.items[party].core[1] + quoted
    if end < len(words) and words[end].text == "(":
        end = next((w.i + 1 for w in words[end + 1 : end + BRACKET] if w.text == ")"), end)
    return end if end < len(words) else 0


def _office_in_charge(tree: Tree, pack: LanguagePack, table: References, first: int) -> int | None:
    """ "le ministre chargé du Budget Luc Castel": an office with what it is in charge of, up to a name."""
    inside = tree.words[max(0, first - COMPLEMENT) : first]
    charge = next((w for w in reversed(inside) if is_charge(pack, w) and w.lower in pack.words["charged"]), None)
    if charge is None or charge.i >= first - 2 or tree.words[charge.i + 1].pos != "ADP":
        return None
    behind = tree.words[charge.i + 2 : first]
    if any(w.pos in ("AUX", "PRON", "PUNCT", "SCONJ") or "VerbForm=Fin" in w.morph for w in behind):
        return None
    for word in reversed(tree.words[max(0, charge.i - 3) : charge.i]):
        index = table.at.get(word.i) if word.lemma in pack.words["national_offices"] else None
        item = table.items[index] if index is not None else None
        if item is not None and item.number != "Plur" and item.determiner == "definite":
            return index
    return None


def is_charge(pack: LanguagePack, word: Word) -> bool:
    """ "le ministre chargé des Transports": a participle that belongs to the office."""
    return word.lemma in pack.words["in_charge"] or word.lower in pack.words["in_charge"]
