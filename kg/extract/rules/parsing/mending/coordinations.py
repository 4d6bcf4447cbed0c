"""What "et" joins: the two of whom a plural verb tells, and names that share an adposition."""

from kg.extract.rules.parsing.agreement import feature
from kg.extract.rules.parsing.mending.grammar import is_infinitive, with_itself
from kg.extract.rules.parsing.mending.noun_phrases import head_within, kind_of_name
from kg.extract.rules.parsing.tree import HYPHEN, ROOT, SUBJECTS, Tree, Word
from kg.lang import LanguagePack
from kg.lang.gazetteer import load_gazetteer

WIDE = 12  # words between "et" and the verb, at most
NAMES, NOUNS = ("PROPN", "X"), ("NOUN", "PROPN")
APART = ("PUNCT", "VERB", "AUX", "PRON", "SCONJ", "CCONJ")  # what ends a noun phrase
CLITICS = ("refl", "iobj", "expl")
CLAUSES = ("ROOT", "conj", "advcl", "parataxis", "ccomp", "dislocated")  # whose place a clause may take


def join_names_behind_adpositions(tree: Tree, pack: LanguagePack) -> bool:
    """ "une filiale de Zumo et Valtec est vendue": a bare name behind "et" shares the adposition of the name before."""
    starts = {first: (first, last, label) for first, last, label in tree.entities}
    mended = False
    for first, end, label in tree.entities:
        behind = starts.get(end + 1)
        if behind is None or tree.words[end].pos != "CCONJ" or kind_of_name(label) != kind_of_name(behind[2]):
            continue
        name, other = head_within(tree, first, end), head_within(tree, *behind[:2])
        bare = not other.case and other.rel == "conj" and tree.child(other.i, "det", "cop") is None
        if not bare or not name.case or other.sent != name.sent or _goes_on_alone(tree, behind[1], pack):
            continue
        if tree.first_conjunct(other.i) != tree.first_conjunct(name.i):
            other.head, tree.words[end].head, tree.words[end].rel, mended = name.i, other.i, "cc", True
            for apposed in tree.children(other.i, "appos"):
                if apposed.pos == "PROPN" and name.rel == "nmod" and tree.words[name.head].pos == "NOUN":
                    apposed.head = name.head  # "la fille de Paul Roux et Anne Roux, Lise": the daughter
    return mended


def join_within_relatives(tree: Tree, _: LanguagePack) -> bool:
    """ "le groupe X, qui détient Y et Z, a investi": a name behind "et" goes with the one before it, in its clause."""
    starts, mended = {span[0]: (span[0], span[1]) for span in tree.entities}, False
    for first, end, _label in tree.entities:
        behind = starts.get(end + 1)
        if behind is None or tree.words[end].pos != "CCONJ":
            continue
        name, other = head_within(tree, first, end), head_within(tree, *behind)
        if other.rel != "conj" or other.case or other.head == ROOT or name.rel not in ("obj", "conj") or name.case:
            continue
        clause = next((w for w in tree.ancestors(name.i) if w.rel in ("relcl", "acl")), None)
        if clause is not None and other.head < clause.i < name.i and clause.head in (other.head, *_named(tree, other)):
            other.head, tree.words[end].head, tree.words[end].rel, mended = name.i, other.i, "cc", True
    return mended


def _named(tree: Tree, other: Word) -> list[int]:
    """The names that hang on what a word was joined to."""
    return [c.i for c in tree.children(other.head, "appos", "nmod", "name")]


def join_between_commas(tree: Tree, _: LanguagePack) -> bool:
    """ "composé de Renault, Thales et Airbus", "d'Italie, de Grèce et de Malte": the middle is of the series."""
    mended = False
    for middle in tree.words:
        first = tree.words[middle.head] if middle.rel in ("nmod", "appos", "amod") and middle.head != ROOT else middle
        if first.i >= middle.i or middle.case not in ("", first.case) or not (first.ent and middle.ent):
            continue
        last = next((c for w in (middle, first) for c in tree.children(w.i, "conj") if c.i > middle.i), None)
        if last is None or not last.ent or last.case not in ("", first.case) or tree.child(last.i, "cc") is None:
            continue
        if middle.case == "" and kind_of_name(first.ent) != kind_of_name(last.ent):
            continue
        start, end = tree.subtree(middle.i, ("punct", "conj", "cc"))[0], tree.subtree(last.i, ("punct",))[0]
        between = tree.words[tree.subtree(middle.i, ("punct", "conj", "cc"))[-1] + 1 : end]
        if tree.words[start - 1].text == "," and all(w.pos == "CCONJ" or w.text == "," for w in between):
            middle.rel, mended = "conj", True
            if last.head == middle.i:
                last.head = first.i
    return mended


def join_repeated_adpositions(tree: Tree, _: LanguagePack) -> bool:
    """ "au Mali, au Gabon et au Niger": names, or nouns, in a row behind one adposition each are one series."""
    mended = False
    for last in tree.words:
        second = tree.words[last.head] if last.rel == "conj" and last.case else None
        if second is None or second.rel != "obl" or second.case != last.case or not _are_alike(second, last):
            continue
        comma = tree.subtree(second.i)[0] - 1
        others = (c for c in tree.children(second.head, "obl") if c.i < comma and c.case == second.case)
        first = next((c for c in others if tree.subtree(c.i, ("punct",))[-1] == comma - 1), None)
        if first is not None and comma > 0 and tree.words[comma].text == "," and _are_alike(first, second):
            second.head, second.rel, mended = first.i, "conj", True
    return mended


def join_to_heads(tree: Tree, _: LanguagePack) -> bool:
    """ "Anne Petit et Luc Roy", "le juge Luc Roy et le maire Paul Petit": a second one is joined to the whole first.

    Not to its surname, nor to the name beside its title, nor to the last word of a firm: "Bouygues Telecom et SFR".
    """
    mended = False
    for word in tree.words:
        first = tree.words[word.head] if word.rel == "conj" and word.head != ROOT else word
        whole = tree.words[first.head] if first.head != ROOT else first
        if first is word or whole is first or not whole.i < first.i < word.i:
            continue
        surname = first.rel == "name" and bool(first.ent) and whole.ent == first.ent and word.pos in NAMES
        beside = first.rel == "appos" and first.pos in NAMES and whole.pos == word.pos == "NOUN"
        titled = beside and all(tree.child(w.i, "det") is not None for w in (whole, word))
        if surname or (titled and tree.child(word.i, "appos") is not None) or _is_one_firm(whole, first, word):
            word.head, mended = whole.i, True
    return mended


def _is_one_firm(whole: Word, first: Word, word: Word) -> bool:
    """Whether a table knows two words, which the parser took for a noun and a name, as one body beside another."""
    capitals = whole.is_title and first.is_title and word.is_title and first.i == whole.i + 1
    if not capitals or first.rel not in ("nmod", "name", "appos") or first.case or word.case:
        return False
    return load_gazetteer().organisation(f"{whole.text} {first.text}") is not None


def _are_alike(one: Word, other: Word) -> bool:
    """Whether two words are both names, or both nouns."""
    return one.is_title == other.is_title and (one.is_title or one.pos == other.pos == "NOUN")


def raise_behind_adpositions(tree: Tree, pack: LanguagePack) -> bool:
    """ "au palais du Louvre et à Versailles": behind another adposition than "de" a word is joined to the whole."""
    mended, of = False, pack.words["of"]
    for word in tree.words:
        first = tree.words[word.head] if word.rel == "conj" and word.case and word.case not in of else None
        if first is None or first.rel != "nmod" or first.case not in of:
            continue
        whole = tree.words[first.head]
        if whole.case and whole.i < first.i and whole.pos in NOUNS:
            word.head, mended = whole.i, True
    return mended


def _goes_on_alone(tree: Tree, end: int, pack: LanguagePack) -> bool:
    """ "fan de Lyon et Paul Roux du PSG", "élue de Lille et Paul Roux, élu de Metz": the second has something else.

    A name behind a comma is none of it ("la fille de Paul Roux et Anne Roux, Lise Roux,"), nor is a circumstance
    behind a firm: "le patron de Zumo et Tovaro en Espagne".
    """
    behind = tree.words[end] if end < len(tree.words) else None
    after = tree.words[end + 1] if end + 1 < len(tree.words) else None
    named = after is not None and after.pos == "PROPN" and kind_of_name(after.ent) == "person"
    firm = kind_of_name(tree.words[end - 1].ent) == "thing"
    if behind is None or (firm and behind.pos == "ADP" and behind.lemma not in pack.words["of"]):
        return False
    return behind.pos in ("ADP", "DET") or (behind.text == "," and not named)


def join_subjects(tree: Tree, pack: LanguagePack) -> bool:
    """ "La compagnie X et le groupe Y sont accusés": before a plural verb, a singular behind "et" is one of two.

    So is a noun without any article. In "les avocats de Luc et Anne ont plaidé" the plural is before "et".
    """
    mended = False
    for carrier in tree.words:
        if not _is_plural_form(carrier):
            continue
        verb = _predicate_of(tree, carrier)
        joint = _joint_before(tree, carrier, pack)
        if joint is None:
            continue
        first, second = _phrase_before(tree, joint), _phrase_between(tree, joint, carrier)
        if first is None or second is None or first is verb or not _is_one(tree, second):
            continue
        _name_behind(tree, verb, second)
        mended = _seat(tree, pack, verb, (first, joint, second)) or mended
    return mended


def _is_plural_form(word: Word) -> bool:
    return "VerbForm=Fin" in word.morph and "Number=Plur" in word.morph and "Person=3" in word.morph


def _predicate_of(tree: Tree, carrier: Word) -> Word:
    carried = carrier.rel in ("aux", "aux:pass", "cop") and carrier.head != ROOT
    return tree.words[carrier.head] if carried else carrier


def _joint_before(tree: Tree, carrier: Word, pack: LanguagePack) -> Word | None:
    """The last "et" before a verb, where nothing but one noun phrase stands between."""
    start = max(tree.sents[carrier.sent][0] + 1, carrier.i - WIDE)
    for word in reversed(tree.words[start : carrier.i]):
        if word.lower in pack.words["coordinators"]:
            return word
        clitic = word.pos == "PRON" and word.head in (carrier.i, carrier.head) and word.rel in CLITICS
        apart = word.pos in APART and word.text != HYPHEN and not word.ent
        if apart and not clitic:
            return None
    return None


def _phrase_before(tree: Tree, joint: Word) -> Word | None:
    """The noun of the bare phrase that ends right before "et"."""
    found = None
    if tree.words[joint.i - 1].pos == "PUNCT":
        return None
    for word in with_itself(tree, joint.i - 1):
        if word.i >= joint.i or word.sent != joint.sent or (word.pos not in NOUNS and found is not None):
            break
        if word.pos in NOUNS and not word.case and word.rel != "name":
            below = [i for i in tree.subtree(word.i, ("punct",)) if i < joint.i]
            found = word if below[-1] == joint.i - 1 and below[0] + len(below) == joint.i else found
        if word.rel in (*SUBJECTS, "obj", "conj"):
            break
    return found


def _phrase_between(tree: Tree, joint: Word, carrier: Word) -> Word | None:
    """The noun that opens the bare phrase behind "et"."""
    for word in tree.words[joint.i + 1 : carrier.i]:
        if word.pos in NOUNS:
            return None if word.case else tree.words[word.head] if word.rel == "name" and word.head > joint.i else word
        if word.pos not in ("DET", "ADJ", "NUM"):
            return None
    return None


def _is_one(tree: Tree, noun: Word) -> bool:
    """Whether a noun is a singular, or has no article, as only nouns of a series may."""
    articles = tree.children(noun.i, "det", "nummod")
    if not articles:
        return True
    return not any("Number=Plur" in w.morph for w in (noun, *articles)) and all(w.rel == "det" for w in articles)


def _name_behind(tree: Tree, verb: Word, noun: Word) -> None:
    """ "Valtec et sa filiale Zumo sont accusées": the name right behind a noun is its own, no subject."""
    behind = tree.words[noun.i + 1]
    if behind.rel not in SUBJECTS or behind.head != verb.i or not (behind.pos == "PROPN" or behind.ent):
        return
    if tree.child(noun.i, "det") is not None and tree.subtree(behind.i)[0] == behind.i:
        behind.head, behind.rel = noun.i, "nmod"


def _seat(tree: Tree, pack: LanguagePack, verb: Word, parts: tuple[Word, Word, Word]) -> bool:
    """Make two phrases the subject of a verb, unless it has another or the first alone may be it."""
    first, joint, second = parts
    opening = _opening(tree, first)
    own = {s.i for s in tree.children(verb.i, *SUBJECTS)}
    known = {first.i, second.i, opening.i, *tree.subtree(second.i)}
    goes_on = opening.i in own
    if own - known or opening.lemma in pack.lists["temporal"] or "appos" in (first.rel, second.rel):
        return False
    alone = "Number=Plur" in first.morph and second.i not in own
    if goes_on and (alone or second.i in tree.conjuncts(opening.i)):
        return False
    within = _name_within(tree, first, joint, second)
    if not goes_on:
        _lift(tree, verb, opening if verb.i in tree.subtree(opening.i) else second)
        for other in own:
            tree.words[other].rel = "nmod"
        opening.head, opening.rel = verb.i, "subj:pass" if tree.child(verb.i, "aux:pass") is not None else "subj"
    second.head, second.rel = (within or first).i, "conj"
    joint.head, joint.rel = second.i, "cc"
    return True


def _opening(tree: Tree, last: Word) -> Word:
    """ "En mai, Lille, Metz et l'Ardèche ont voté": what the series opens with, whatever the parser joined it to."""
    word = last
    while word.rel == "conj" and word.head != ROOT:
        before = tree.words[word.head]
        listed = tree.words[tree.subtree(word.i, ("punct",))[0] - 1].text == "," or before.rel in SUBJECTS
        if before.pos not in NOUNS or before.case or before.rel == "obj" or not listed:
            break
        word = before
    return word


def _lift(tree: Tree, verb: Word, noun: Word) -> None:
    """Give a verb that hangs below one of its subjects the place of that one, and what follows."""
    if verb.i not in tree.subtree(noun.i):
        return
    verb.head, verb.rel = noun.head, noun.rel if noun.rel in CLAUSES else "parataxis"
    for child in tree.children(noun.i):
        if child.i > verb.i:
            child.head = verb.i
            child.rel = "obl" if child.rel == "nmod" else child.rel


def _name_within(tree: Tree, first: Word, joint: Word, second: Word) -> Word | None:
    """ "les avocats de Luc et Anne": the name with an adposition that a bare one goes on with, in a plural phrase."""
    plural = "Number=Plur" in first.morph
    if not plural or second.pos != "PROPN" or tree.child(second.i, "det") is not None:
        return None
    ending = (w for w in with_itself(tree, joint.i - 1) if w.pos == "PROPN" and w.case and w.i > first.i)
    return next(ending, None)


def join_participles(tree: Tree, _: LanguagePack) -> bool:
    """ "a reçu Marc Petit et promis dix millions": no participle is joined to a name or noun that has no other.

    It goes on with the verb, and what the parser hung on the noun behind it is its own.
    """
    mended = False
    for word in tree.words:
        noun = tree.words[word.head] if word.rel == "conj" and word.pos == "VERB" and word.head < word.i else word
        if noun.pos not in NOUNS or not _is_bare_participle(tree, word) or tree.words[word.i + 1].pos == "PUNCT":
            continue
        verb = next((w for w in tree.ancestors(noun.i) if w.pos == "VERB" and w.i < noun.i), None)
        if verb is None or tree.child(verb.i, "aux", "aux:pass") is None or not _ends_alike(verb, word):
            continue
        if _ends_alike(noun, word) and tree.child(noun.i, "amod", "acl", "relcl") is not None:
            continue  # "un homme cagoulé et armé"
        for child in [c for c in tree.words[word.i + 1 :] if c.head == noun.i]:
            child.head, bare = word.i, not child.case and child.pos in NOUNS
            child.rel = "obj" if bare and child.rel in ("nmod", "appos") else child.rel
        word.head, mended = verb.i, True
    return mended


def join_infinitives(tree: Tree, _: LanguagePack) -> bool:
    """ "accusé d'avoir menti, d'avoir fui et d'avoir volé": with its comma and the same mark, the second goes along."""
    mended = False
    for word in tree.words:
        if word.rel != "xcomp" or word.head == ROOT or not is_infinitive(tree, word):
            continue
        first = tree.words[word.head]
        mark, other = tree.child(first.i, "mark"), tree.child(word.i, "mark")
        if first.i > word.i or mark is None or other is None or not is_infinitive(tree, first):
            continue
        if mark.pos == "ADP" and mark.lemma == other.lemma and tree.words[other.i - 1].text == ",":
            word.rel, mended = "conj", True
    return mended


def _is_bare_participle(tree: Tree, word: Word) -> bool:
    """A participle without an auxiliary right behind "et"."""
    past = "Tense=Past|VerbForm=Part" in word.morph and tree.words[max(word.i - 1, 0)].pos == "CCONJ"
    return past and tree.child(word.i, "aux", "aux:pass") is None


def _ends_alike(one: Word, other: Word) -> bool:
    """Whether gender and number, as far as they are told, are the same."""
    told = [(feature(one, name), feature(other, name)) for name in ("Gender", "Number")]
    return all(mine == theirs or "" in (mine, theirs) for mine, theirs in told)
