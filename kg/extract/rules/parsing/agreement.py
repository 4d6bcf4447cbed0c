"""What the form of a noun and of the words that agree with it tells: features, gender, determiner."""

from functools import lru_cache

from kg.extract.rules.parsing.tree import Tree, Word
from kg.lang import LanguagePack


def feature(word: Word, name: str) -> str:
    """Return the value of a morphological feature of a word, or nothing."""
    for part in word.morph.split("|"):
        key, _, value = part.partition("=")
        if key == name:
            return value
    return ""


def singular_of(pack: LanguagePack, form: str) -> str:
    """Return a form without the ending of the plural: "suspects", "year-olds"."""
    return form.removesuffix(pack.agreement["plural"])


def masculine_singulars(pack: LanguagePack, participle: str) -> tuple[str, ...]:
    """List what may be the masculine singular of a participle: of "mis" itself, of "élues" "élu" as well."""
    return _without_endings(participle, pack.agreement["feminine"], pack.agreement["plural"])


@lru_cache(maxsize=1 << 14)
def _without_endings(form: str, feminine: str, plural: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(form.removesuffix(ending) for ending in ("", plural, feminine, feminine + plural)))


def noun_gender(tree: Tree, pack: LanguagePack, noun: Word) -> str:
    """The gender that a feminine ending or a determiner tells ("la ministre"), else that of a form of one sex."""
    ending = pack.agreement["feminine"]
    may_be_feminine = noun.lower.endswith(ending) and ending != ""
    if may_be_feminine and noun.lower.removesuffix(ending) == noun.lemma:
        return "Fem"  # "son avocate": the form of "avocat" for a woman
    told = _told_gender(tree, noun)
    if told or not may_be_feminine:
        return told or feature(noun, "Gender")
    return "" if noun.pos == "NOUN" and tree.child(noun.i, "det") is None else feature(noun, "Gender")


def _told_gender(tree: Tree, noun: Word) -> str:
    """The gender of what agrees with a noun; "L'homme mesure 1,80 m": no noun does that the parser hangs on it."""
    agreeing = (c for c in tree.children(noun.i, "det", "amod") if c.pos not in ("NOUN", "PROPN"))
    return next((g for c in agreeing if (g := feature(c, "Gender"))), "")


def is_epicene(tree: Tree, pack: LanguagePack, noun: Word) -> bool:
    """ "l'artiste", "l'élève": without an article that tells, such a noun may be of a man or a woman."""
    return noun.lower.endswith(tuple(sorted(pack.words["epicene_endings"]))) and not _told_gender(tree, noun)


def agreed_gender(tree: Tree, pack: LanguagePack, pronoun: Word) -> str:
    """ "on l'a accusée", "on l'a accusé": the gender that a participle shows of the object before it.

    That of a woman is often written like that of a man; the other way round hardly ever.
    """
    feminine, words = pack.agreement["feminine"], pack.words
    before = pronoun.rel == "obj" and pronoun.head > pronoun.i and pronoun.lower in words["third_singular"]
    if not feminine or not before:
        return ""
    verb = tree.words[pronoun.head]
    had = any(c.lemma in words["active_auxiliaries"] for c in tree.children(verb.i, "aux"))
    if not had or "VerbForm=Part" not in verb.morph or verb.lemma in words["undergoing"]:
        return ""  # "on l'a fait venir"
    return "Fem" if verb.lower.endswith(feminine) else "Masc"


def determiner_class(tree: Tree, pack: LanguagePack, head: Word) -> tuple[str, str]:
    """Return the class of the determiner and its form."""
    words = pack.words
    forms = [c.lower for c in tree.children(head.i, "det", "poss")]
    forms += [c.lower for c in tree.children(head.i, "case") if c.lower in words["definite"]]
    for form in forms:
        if form in words["possessive_singular_owner"] or form in words["possessive_plural_owner"]:
            return "possessive", form
        if form in words["possessive_first"] or form in words["possessive_first_plural"]:
            return "possessive", form
        if form in words["demonstrative"]:
            return "demonstrative", form
        if form in words["definite"]:
            return "definite", form
        if form in words["indefinite"]:
            return "indefinite", form
    if any(True for _ in tree.children(head.i, "poss")):
        return "definite", ""
    return "", ""


def number_of(tree: Tree, noun: Word) -> str:
    """The number of a noun or name, which its article tells better than the parser: "des États-Unis"."""
    words = (*tree.children(noun.i, "det", "case"), noun)
    return next((number for w in words if (number := feature(w, "Number"))), "")


def agrees(tree: Tree, noun: Word, participle: Word, pack: LanguagePack) -> bool:
    """Whether gender lets a participle be said of a noun; its form tells the participle's better than the parser.

    A lone name of a person or firm is one, and what is said of several is not said of it.
    """
    if noun.pos == "PROPN" and noun.ent and tree.child(noun.i, "conj", "appos") is None:
        several = {feature(participle, "Number"), number_of(tree, noun)}
        if several == {"Sing", "Plur"}:
            return False
    feminine = participle.lower.endswith(tuple(sorted(pack.words["feminine_participles"])))
    mine = {feature for w in (noun, *tree.children(noun.i, "det")) for feature in w.morph.split("|")}
    if noun.pos == "PROPN":  # the parser guesses the gender of names
        mine = {"Gender=Fem"} if noun.lower in pack.lists["feminine_names"] else set()
        mine |= {"Gender=Masc"} if noun.lower in pack.lists["masculine_names"] else set()
    told = mine & {"Gender=Masc", "Gender=Fem"}
    return len(told) != 1 or told == {"Gender=Fem" if feminine else "Gender=Masc"}
