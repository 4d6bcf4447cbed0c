"""Mentions by a pronoun or a possessive determiner: number, gender and person of the form."""

from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.parsing.agreement import agreed_gender, feature
from kg.extract.rules.parsing.clitics import bare_form
from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Tree, Word
from kg.lang import LanguagePack
from kg.model import MentionKind

FORMS = ("DET", "PRON", "PROPN", "NOUN")  # as what a parser marks them


def pronoun_mention(tree: Tree, pack: LanguagePack, word: Word) -> Reference | None:
    """Personal, demonstrative and possessive forms; relative pronouns are read by the syntax."""
    if word.pos not in FORMS and word.rel not in ("det", "poss"):
        return None
    lower = bare_form(pack, word)
    if word.pos == "DET" or word.rel in ("det", "poss"):
        form = _possessor_form(pack, lower)
    elif not _is_title(tree, pack, word):
        third = word.pos == "PRON" and (word.rel not in ("expl", "refl", "det") or _says(tree, pack, word))
        form = _first_form(pack, lower) or (_third_form(pack, lower) if third else None)
    else:
        form = None
    if form is None:
        return None
    number, gender, determiner = form
    if agreed_gender(tree, pack, word) == "Fem":
        gender = "Fem"
    return Reference(
        i=word.i, core=(word.i, word.i + 1), extents=((word.i, word.i + 1),), kind=MentionKind.PRONOUN, type="Entity",
        sent=word.sent, gender=gender, number=number, determiner=determiner, head=lower,
    )  # fmt: skip


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


def one_who_mention(tree: Tree, pack: LanguagePack, word: Word) -> Reference | None:
    """ "Celle qui présentait le journal a démissionné", ""…", confie celui qui dirige le club": who is spoken of.

    It opens its sentence or closes a quotation. "Celui qui triche sera puni" is of anybody.
    """
    relatives = pack.words["relative_subject"] | pack.words["relative_object"] | pack.words["relative_of"]
    behind = tree.words[word.i + 1] if word.i + 1 < len(tree.words) else word
    if word.lower not in pack.words["one_who"] or behind.lower not in relatives or word.head == ROOT or word.case:
        return None
    verb = tree.words[word.head]
    if verb.pos not in ("VERB", "AUX") or not (_opens(tree, word, verb) or _closes(tree, pack, word, verb)):
        return None
    bare = (word.i, word.i + 1)
    return Reference(
        i=word.i, core=bare, extents=(bare,), kind=MentionKind.PRONOUN, type="Entity", sent=word.sent,
        gender=feature(word, "Gender"), number="Sing", determiner="third", head=word.lower,
    )  # fmt: skip


def _opens(tree: Tree, word: Word, verb: Word) -> bool:
    """Whether a subject opens a sentence that tells what is or was so."""
    forms = [verb.morph, *(c.morph for c in tree.children(verb.i, "aux", "aux:pass"))]
    open_to_all = any("Tense=Fut" in form or "Mood=Cnd" in form for form in forms)
    return word.i == tree.sents[word.sent][0] and word.rel in SUBJECTS and not open_to_all


def _closes(tree: Tree, pack: LanguagePack, word: Word, verb: Word) -> bool:
    """Whether a pronoun stands behind a verb of speech without a subject before it: "…", a réagi celui qui préside."""
    if verb.i > word.i or verb.lemma not in pack.reporting or word.rel not in (*SUBJECTS, "obj", "obl"):
        return False
    return not any(c.i < verb.i for c in tree.children(verb.i, *SUBJECTS))
