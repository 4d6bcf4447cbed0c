"""Adjectives of countries and towns beside names: "le chinois Fosun", "du géant danois Aton"."""

from collections.abc import Iterator

from kg.extract.rules.parsing.mending.names import BEST, LOOSE, is_known
from kg.extract.rules.parsing.tree import ROOT, Tree, Word
from kg.lang import LanguagePack
from kg.lang.gazetteer import load_gazetteer

APOSTROPHE = "'"


def turn_peoples(tree: Tree, pack: LanguagePack) -> bool:
    """ "le designer danois Marc Petit": of a trade and the name of a people behind it, the trade is the noun."""
    mended = False
    for noun in tree.words:
        people = tree.words[noun.head] if noun.rel == "amod" and noun.head == noun.i + 1 else None
        if people is None or noun.pos not in ("NOUN", "ADJ") or people.pos not in ("NOUN", "ADJ"):
            continue
        if noun.lemma not in pack.trades or noun.i == 0:
            continue
        opens = tree.words[noun.i - 1].rel == "det" or tree.words[noun.i - 1].lower in pack.words["definite"]
        if not opens or load_gazetteer().country_of_adjective(people.text, pack.code) is None:
            continue
        for child in tree.children(people.i):
            child.head = noun.i if child is not noun else child.head
        noun.head, noun.rel, noun.case, noun.pos = people.head, people.rel, people.case, "NOUN"
        people.head, people.rel, people.case, people.pos, mended = noun.i, "amod", "", "ADJ", True
    return mended


def turn_lower_names(tree: Tree, pack: LanguagePack) -> bool:
    """ "le président afghan Luc Roy": the adjective of a country behind its noun, taken for a name, is none."""
    mended = False
    for word in tree.words[1:]:
        noun = tree.words[word.i - 1]
        beside = word.pos == "PROPN" and word.text.islower() and noun.pos == "NOUN" and word.head == noun.i
        if beside and not word.case and load_gazetteer().country_of_adjective(word.text, pack.code):
            word.pos, word.rel, mended = "ADJ", "amod", True
    return mended


def lift_from_adjectives(tree: Tree, _: LanguagePack) -> bool:
    """ "le motoriste allemand Rauch, client de Huaxin": what a noun is, besides, is not said of its adjective."""
    mended = False
    for word in tree.words:
        adjective = tree.words[word.head]
        if word.rel != "appos" or word.head == ROOT or adjective.rel != "amod" or adjective.pos != "ADJ":
            continue
        noun = tree.words[adjective.head]
        if noun.pos in ("NOUN", "PROPN") and adjective.i < word.i:
            word.head, mended = noun.i, True
    return mended


def name_peoples(tree: Tree, pack: LanguagePack) -> bool:
    """ "un jeune Belge a été tué", "Paul Durand, Belge de 40 ans": a people with a capital is somebody, no quality."""
    mended = False
    for word in tree.words:
        if not word.is_title or word.pos not in ("ADJ", "PROPN") or word.head == ROOT:
            continue
        if is_inhabitant(tree, pack, word):
            word.pos, mended = "NOUN", True
            continue
        somebody = word.pos == "ADJ" and word.rel in BEST and tree.child(word.i, "det") is not None
        if not (somebody or _is_told_of(tree, word)):
            continue
        tables = load_gazetteer()
        if tables.country_of_adjective(word.text, pack.code) and tables.country(word.text, pack.code) is None:
            word.rel, word.pos, mended = word.rel if somebody else "appos", "NOUN", True
    return mended


def is_inhabitant(tree: Tree, pack: LanguagePack, word: Word) -> bool:
    """ "Le Breton a signé", "la Lyonnaise": of a town or region; no paper ("le Parisien"), nobody's surname."""
    tables, before = load_gazetteer(), tree.words[word.i - 1] if word.i else word
    if tables.place_of_adjective(word.lower, pack.code) is None or word.rel not in (*BEST, "ROOT", "name"):
        return False
    if before is word or before.lower not in pack.words["before_one"] or before.head != word.i:
        return False
    if word.case in pack.words["where_cases"]:
        return False  # "dans le Bordelais" is around Bordeaux
    behind = tree.words[word.i + 1] if word.i + 1 < len(tree.words) else None
    if behind is None or behind.is_title or behind.text.startswith(("-", '"')):
        return False
    whole = f"{before.text.title()}{'' if before.text.endswith(APOSTROPHE) else ' '}{word.text}"
    if any(find(name) for find in (tables.organisation, tables.place) for name in (whole, word.text)):
        return False
    named = (w for w in tree.words[1:] if w.text == word.text and w.i != word.i)
    return not any(_is_surname(tree, w) for w in named)


def _is_surname(tree: Tree, word: Word) -> bool:
    """ "Thierry Breton", "David Le Breton": behind a name, or a capital that no sentence opens with."""
    before = tree.words[word.i - 1]
    if not before.is_title or before.sent != word.sent:
        return False
    return before.pos == "PROPN" or before.i > tree.sents[before.sent][0]


def _is_told_of(tree: Tree, word: Word) -> bool:
    """Whether a word stands between commas behind the name that it hangs on."""
    name = tree.words[word.head]
    beside = word.i > 1 and tree.words[word.i - 1].text == "," and name.i < word.i
    return beside and name.pos == "PROPN" and word.rel in ("appos", "nmod", "amod", "conj", "name") and not word.case


def qualify_names(tree: Tree, pack: LanguagePack) -> bool:
    """ "le chinois Fosun", "la lyonnaise Rose Chebet": the name of a people before a name is its adjective."""
    mended = False
    for first, last in _behind_peoples(tree, pack):
        people = tree.words[first - 1]
        name = next((w for w in tree.words[first:last] if not first <= w.head < last), tree.words[first])
        article = tree.words[first - 2].lower if first > 1 else ""
        if people.sent != name.sent or article not in pack.words["before_peoples"]:
            mended = _hang_behind_noun(tree, pack, people, name) or mended
            continue
        if people.head == name.i:
            mended = _give_adposition(tree, pack, people, name) or mended
            continue
        if name.case or tree.child(name.i, "det", "cop") is not None:
            continue
        for child in tree.children(people.i):
            if child is not name:
                child.head = name.i
        if name.head in (people.i, ROOT) or people.case or _rank(people) < _rank(name):
            name.head, name.rel, name.case = people.head, people.rel, people.case
        people.head, people.rel, people.case, people.pos, mended = name.i, "amod", "", "ADJ", True
    return mended


def _hang_behind_noun(tree: Tree, pack: LanguagePack, people: Word, name: Word) -> bool:
    """ "rival du géant danois Carlsberg", with three nouns on "rival": two of them tell of the first."""
    noun = tree.words[people.i - 1]
    apart = people.pos == "NOUN" and people.rel == "nmod" and not people.case and people.head != noun.i
    if not apart or noun.pos != "NOUN" or not is_known(tree, pack, noun) or name.case or name.rel not in LOOSE:
        return False
    if any(c is not name for c in tree.children(people.i)) or tree.child(name.i, "det", "cop") is not None:
        return False
    people.head, people.rel, people.pos = noun.i, "amod", "ADJ"
    name.head, name.rel = noun.i, "appos"
    return True


def _give_adposition(tree: Tree, pack: LanguagePack, people: Word, name: Word) -> bool:
    """ "propriété du chinois Fosun", "s'empare du chinois Fosun": what leads the adjective leads the name."""
    leading = tree.words[people.i - 1]
    if name.case or leading.pos != "ADP" or leading.head not in (people.i, name.i):
        return False
    leading.head, leading.rel, people.case = name.i, "case", ""
    name.case = pack.adpositions.get(leading.lower, leading.lower)
    name.rel = "obl" if name.rel == "obj" else name.rel
    return True


def _behind_peoples(tree: Tree, pack: LanguagePack) -> Iterator[tuple[int, int]]:
    """Yield what has a capital right behind the adjective of a country or town: all that is marked, or a word."""
    tables, marked = load_gazetteer(), {first: last for first, last, _label in tree.entities}
    for word in tree.words[:-1]:
        i = word.i + 1
        if i not in marked and not (tree.words[i].is_title and word.text.islower()):
            continue
        if tables.country_of_adjective(word.text, pack.code) or tables.place_of_adjective(word.lower, pack.code):
            yield i, marked.get(i, i + 1)


def _rank(word: Word) -> tuple[bool, int]:
    return word.head == ROOT, BEST.index(word.rel) if word.rel in BEST else len(BEST)
