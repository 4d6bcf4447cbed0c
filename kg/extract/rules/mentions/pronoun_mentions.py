"""Mentions by a pronoun or a possessive determiner: number, gender and person of the form."""

from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.parsing.agreement import agreed_gender, feature
from kg.extract.rules.parsing.clitics import bare_form
from kg.extract.rules.parsing.tree import ROOT, Tree, Word
from kg.lang import LanguagePack
from kg.model import MentionKind

FORMS = ("DET", "PRON", "PROPN", "NOUN")  # as what a parser marks them


def pronoun_mention(tree: Tree, pack: LanguagePack, word: Word) -> Reference | None:
    """Personal, demonstrative and possessive forms; relative pronouns are read by the syntax."""
    if word.pos not in FORMS and word.rel not in ("det", "poss"):
        return None
    lower = bare_form(pack, word)
    clitic = _is_clitic(tree, word)
    if (word.pos == "DET" and not clitic) or word.rel in ("det", "poss"):
        form = _possessor_form(pack, lower)
    elif not _is_title(tree, pack, word):
        third = (word.pos == "PRON" or clitic) and (word.rel not in ("expl", "refl", "det") or _says(tree, pack, word))
        form = _first_form(pack, lower) or (_third_form(pack, lower) if third else None)
    else:
        form = None
    if form is None:
        return None
    number, gender, determiner = form
    if word.rel == "case":
        return None  # "il y a cinq ans"
    if agreed_gender(tree, pack, word) == "Fem":
        gender = "Fem"
    return Reference(
        i=word.i, core=(word.i, word.i + 1), extents=((word.i, word.i + 1),), kind=MentionKind.PRONOUN, type="Entity",
        sent=word.sent, gender=gender, number=number, determiner=determiner, head=lower,
    )  # fmt: skip


def _is_clitic(tree: Tree, word: Word) -> bool:
    """ "en l'accusant": the parser may take for an article what stands before its verb as the object."""
    if word.pos != "DET" or word.rel not in ("obj", "iobj") or word.head != word.i + 1:
        return False
    return "Tense=Pres|VerbForm=Part" in tree.words[word.head].morph


def _says(tree: Tree, pack: LanguagePack, word: Word) -> bool:
    """ "a-t-il ajouté": the parser may take for impersonal who says something."""
    inverted = word.rel == "expl" and word.text.startswith("-") and word.head != ROOT
    return inverted and tree.words[word.head].lemma in pack.reporting


def _is_title(tree: Tree, pack: LanguagePack, word: Word) -> bool:
    """ "Me Garnier": a title, no "me"."""
    following = tree.words[word.i + 1] if word.i + 1 < len(tree.words) else None
    return word.is_title and word.lower in pack.lists["titles"] and following is not None and following.is_title


def _possessor_form(pack: LanguagePack, lower: str) -> tuple[str, str, str] | None:
    """Number and gender of the owner that a possessive determiner tells, and whose it is."""
    words = pack.words
    if lower in words["possessive_singular_owner"]:
        return "Sing", _owner_gender(pack, lower), "possessor"
    if lower in words["possessive_plural_owner"]:
        return "Plur", "", "possessor"
    if lower in words["possessive_first"]:
        return "", "", "first"
    return ("", "", "first_plural") if lower in words["possessive_first_plural"] else None


def _owner_gender(pack: LanguagePack, lower: str) -> str:
    """The gender of the owner, where a possessive tells it: "his", "her", "its"."""
    tells = {"Masc": "masculine_owner", "Fem": "feminine_owner", "Neut": "neuter_owner"}
    return next((gender for gender, name in tells.items() if lower in pack.words[name]), "")


def _first_form(pack: LanguagePack, lower: str) -> tuple[str, str, str] | None:
    """Number, gender and kind of "je", "nous"."""
    if lower in pack.words["first_person"]:
        return "", "", "first"
    return ("", "", "first_plural") if lower in pack.words["first_person_plural"] else None


def _third_form(pack: LanguagePack, lower: str) -> tuple[str, str, str] | None:
    """Number, gender and kind of "il", "elles", "they"."""
    words = pack.words
    if lower in words["third_plural"]:
        return "Plur", "Fem" if lower in words["third_plural_feminine"] else "", "third"
    if lower in words["third_singular_masculine"]:
        return "Sing", "" if lower in words["third_singular"] else "Masc", "third"
    if lower in words["third_singular_feminine"]:
        return "Sing", "Fem", "third"
    if lower in words["third_singular"]:
        return "Sing", "Neut" if lower in words["third_singular_neuter"] else "", "third"
    return None


def latter_mention(tree: Tree, pack: LanguagePack, word: Word) -> Reference | None:
    """Return the mention of "ce dernier", which no noun follows."""
    if word.lower not in pack.words["latter"] or word.i == 0:
        return None
    before = tree.words[word.i - 1]
    below = before.pos == "DET" and before.head in (word.i, word.head)
    if before.lower not in pack.words["latter_determiners"] or not below:
        return None
    if any(c.pos in ("NOUN", "PROPN") and c.i > word.i and not c.case for c in tree.children(word.i)):
        return None
    after = tree.words[word.i + 1] if word.i + 1 < len(tree.words) else None
    if word.head == word.i + 1 and after is not None and after.pos in ("NOUN", "PROPN"):
        return None  # "ces derniers jours"
    core = (before.i, word.i + 1)
    gender = feature(word, "Gender") or feature(before, "Gender")
    return Reference(
        i=word.i, core=core, extents=(core,), kind=MentionKind.PRONOUN, type="Entity", sent=word.sent,
        gender=gender, number=feature(word, "Number"), determiner="third", head=word.lower,
    )  # fmt: skip


def free_relative_mention(tree: Tree, pack: LanguagePack, word: Word) -> Reference | None:
    """Return the mention of "celui" in "Celui qui dirige Aton", by which somebody told of before is called."""
    if word.lower not in pack.words["free_relatives"] or word.pos != "PRON" or word.i + 1 >= len(tree.words):
        return None
    words, after = pack.words, tree.words[word.i + 1]
    relatives = words["relative_subject"] | words["relative_object"] | words["relative_of"]
    if after.lower not in relatives or tree.child(word.i, "relcl") is None or word.rel == "conj":
        return None
    core, gender = (word.i, word.i + 1), "Fem" if word.lower in words["free_relatives_feminine"] else "Masc"
    return Reference(
        i=word.i, core=core, extents=(core,), kind=MentionKind.PRONOUN, type="Entity", sent=word.sent,
        gender=gender, number="Sing", determiner="third", head=word.lower,
    )  # fmt: skip
