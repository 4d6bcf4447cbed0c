"""How two mentions compare: by class, clause and salience."""

from collections.abc import Iterator
from functools import lru_cache

from kg.extract.rules.mentions.references import VAGUE, Reference, References
from kg.extract.rules.parsing.mending.grammar import is_bare_participle
from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Tree
from kg.lang import LanguagePack
from kg.lang.schema import load_schema
from kg.model import MentionKind

ARGUMENTS = (*SUBJECTS, "obj", "iobj", "obl")
LOOSE = ("appos", "parataxis", "dep")  # below a noun, but no part of its phrase
BESIDE = (*LOOSE, "conj", "name")  # right below it
DECADE = 10  # years
NEAR = 12  # mentions around a description among which others of its clause are looked for


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


def salience(tree: Tree, item: Reference) -> float:
    """Score how much a mention stands in the foreground by what it is in its clause."""
    word = tree.words[item.i]
    score = 0.0
    if word.rel in SUBJECTS:
        score += 1.0
    elif word.rel in ("obj", "iobj"):
        score += 0.4
    elif word.rel in ("nmod", "poss"):
        score -= 0.3
    return score


def in_same_clause(tree: Tree, a: int, b: int) -> bool:
    """Tell whether two words are arguments of one verb."""
    return clause_of(tree, a) == clause_of(tree, b)


def clause_of(tree: Tree, i: int, *, whole: bool = False) -> int:
    """The verb whose arguments cannot be one another; `whole`: an infinitive shares those of its governor."""
    for word in tree.ancestors(i):
        if word.pos in ("VERB", "AUX") and not (whole and word.rel == "xcomp" and word.head != ROOT):
            return word.i
    return tree.sents[tree.words[i].sent][0] - 1000000


def are_of_one_predicate(tree: Tree, a: int, b: int) -> bool:
    """Tell whether two words belong to one verb or copula: "il" does not in "Marc sait qu'il est malade"."""
    return _predicate_of(tree, a) == _predicate_of(tree, b)


def _predicate_of(tree: Tree, i: int) -> int:
    for word in tree.ancestors(i):
        if word.pos in ("VERB", "AUX") or tree.child(word.i, "cop") is not None:
            return word.i
    return clause_of(tree, i)


def clause_mates(tree: Tree, table: References, item: Reference) -> Iterator[int]:
    """Yield the mentions near another one that stand in its clause."""
    at, here = table.at[item.i], clause_of(tree, item.i, whole=True)
    near = range(max(0, at - NEAR), min(len(table.items), at + NEAR))
    return (j for j in near if j != at and clause_of(tree, table.items[j].i, whole=True) == here)


def is_only_owner(tree: Tree, item: Reference, other: Reference) -> bool:
    """ "La famille de Marc Petit a accueilli le chanteur": within another phrase before it, he may be meant behind."""
    word = tree.words[other.i]
    if word.rel not in ("nmod", "poss") or other.i > item.i or word.head == ROOT:
        return False
    whole = next((w.i for w in tree.ancestors(other.i) if w.rel not in ("nmod", "poss", "conj", "appos", "name")), None)
    return whole is not None and item.i not in tree.subtree(whole)


def parts_of_phrase(tree: Tree, table: References, item: Reference) -> set[int]:
    """ "l'oncle de Marc Petit", "le patron que Marc Petit a reçu": the roots of what a description has within."""
    parts = (c.i for c in tree.children(item.i) if c.rel not in BESIDE)
    below = {i for part in parts for i in tree.subtree(part, LOOSE)}
    at = table.at[item.i]
    near = range(max(0, at - NEAR), min(len(table.items), at + NEAR))
    return {table.root(j) for j in near if table.items[j].i in below}


def parts_of_qualities(tree: Tree, table: References, item: Reference) -> set[int]:
    """Return the roots of what a description is told apart by.

    "the Valtec-owned airline", "the firm that bought Valtec", "le groupe, vendu à Valtec"; "a firm called Valtec" is.
    """
    below = {i for c in tree.children(item.i, "amod", "relcl") for i in tree.subtree(c.i, LOOSE)}
    below |= {i for c in tree.children(item.i, "acl") for i in tree.subtree(c.i, LOOSE) if tree.words[i].case}
    if not below:
        return below
    at = table.at[item.i]
    near = range(max(0, at - NEAR), min(len(table.items), at + NEAR))
    return {table.root(j) for j in near if table.items[j].i in below and table.items[j].kind is MentionKind.NAME}


def are_arguments_of_one(tree: Tree, pack: LanguagePack, table: References, item: Reference, root: int) -> bool:
    """ "Face à la militante, Marie Petit a cédé": two arguments of a verb are two, unless it makes one the other."""
    verb = _governor(tree, item)
    if verb is None or tree.words[verb].lemma in pack.lists["copulas"] | pack.lists["appointing"]:
        return False
    mates = clause_mates(tree, table, item)
    return any(table.root(j) == root and _governor(tree, table.items[j]) == verb for j in mates)


def bearer_of_clause(tree: Tree, pack: LanguagePack, table: References, item: Reference) -> int | None:
    """ "Marc Petit, abattu par le père d'Anne": the root of whom the clause is told whose argument a description is."""
    word = tree.words[item.i]
    verb = tree.words[word.head] if word.head != ROOT else word
    if word.rel not in (*ARGUMENTS, "agent") or verb.rel not in ("acl", "relcl") or verb.pos != "VERB":
        return None
    made_one = verb.lemma in pack.lists["copulas"] | pack.lists["appointing"]
    if made_one or word.case in pack.words["comparing"] or verb.head not in table.at:
        return None
    return table.root(table.at[verb.head])


def who_did_before(tree: Tree, table: References, item: Reference) -> set[int]:
    """ "Racheté par Zumo, le fabricant a licencié": the roots of who did what was done to a subject before."""
    word = tree.words[item.i]
    if word.rel not in SUBJECTS or word.head == ROOT:
        return set()
    openers = (o for o in tree.children(word.head, "advcl") if o.i < word.i and is_bare_participle(tree, o))
    acting = (i for o in openers for agent in tree.children(o.i, "agent") for i in tree.conjuncts(agent.i))
    return {table.root(table.at[i]) for i in acting if i in table.at}


def _governor(tree: Tree, item: Reference) -> int | None:
    """The verb whose argument a mention is itself, and no part of one; an infinitive shares those of its governor."""
    word = tree.words[item.i]
    if word.head == ROOT or tree.words[word.head].pos not in ("VERB", "AUX") or word.rel not in ARGUMENTS:
        return None
    clause = clause_of(tree, item.i, whole=True)
    return clause if clause >= 0 else None


def differ_in_age(tree: Tree, pack: LanguagePack, table: References, item: Reference, root: int) -> bool:
    """Whether two ages tell a description and a person apart: "cette femme de 71 ans" is no girl of nine."""
    mine = _age(tree, pack, item)
    span = _span_of_age(tree, pack, item)
    if mine is None and span is None:
        return False
    ages = (_age(tree, pack, other) for j, other in enumerate(table.items) if table.root(j) == root)
    theirs = {age for age in ages if age is not None}
    if not theirs or span is None:
        return bool(theirs) and mine not in theirs
    return not any(span[0] <= int(age) <= span[1] for age in theirs)


def fits_in_age(tree: Tree, pack: LanguagePack, item: Reference, other: Reference) -> bool:
    """ "L'octogénaire", "l'homme de 52 ans": whether the years told beside another mention are those of a description.

    Of itself, whether a description tells its years at all; "la jeune femme" may be too many.
    """
    mine, span = _age(tree, pack, item), _span_of_age(tree, pack, item)
    told = mine is not None or (span is not None and span[1] - span[0] <= DECADE)
    if other is item or not told:
        return told
    theirs = _age(tree, pack, other)
    if theirs is None or span is None:
        return theirs is not None and theirs == mine
    return span[0] <= int(theirs) <= span[1]


def _span_of_age(tree: Tree, pack: LanguagePack, item: Reference) -> tuple[int, int] | None:
    """The years of who is called so: "la fillette", "l'octogénaire", "le jeune homme"."""
    spans = _spans(pack.words["age_spans"]).get(item.head)
    if spans is None:
        return None
    beside = {c.lower for c in tree.children(item.i, "amod")}
    return next((span for word, span in spans.items() if not word or word in beside), None)


@lru_cache(maxsize=4)
def _spans(lines: frozenset[str]) -> dict[str, dict[str, tuple[int, int]]]:
    """Each line tells a noun, maybe with an adjective before it, and the years: "jeune homme = 14 35"."""
    found: dict[str, dict[str, tuple[int, int]]] = {}
    for line in sorted(lines):
        name, years = line.split(" = ")
        beside, _, head = name.rpartition(" ")
        least, most = (int(year) for year in years.split())
        found.setdefault(head, {})[beside] = least, most
    return found


def _age(tree: Tree, pack: LanguagePack, item: Reference) -> str | None:
    """The years beside a mention: "cette femme de 71 ans", "Marc Petit, 52 ans", "Anne Dubois, âgée de 9 ans"."""
    stop = min(item.core[1] + 5, len(tree.words))
    for word in tree.words[item.core[1] : stop]:
        if word.pos in ("VERB", "AUX", "PUNCT") and word.text != "," and word.lemma not in pack.words["aged"]:
            return None
        if word.lemma in pack.words["age_units"] and tree.words[word.i - 1].text.isdigit():
            return tree.words[word.i - 1].text
    return None
