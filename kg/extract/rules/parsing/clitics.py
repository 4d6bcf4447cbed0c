"""Pronouns hung on the verb before them: "dit-il", "a-t-elle dit"."""

from kg.extract.rules.parsing.tree import HYPHEN, Word
from kg.lang import LanguagePack


def is_enclitic(pack: LanguagePack, word: Word) -> bool:
    """Whether a word is hung on the verb before it, by a linking sound or not."""
    if HYPHEN not in word.text:
        return False
    return word.text.startswith(HYPHEN) or any(word.lower.startswith(sound) for sound in _sounds(pack))


def bare_form(pack: LanguagePack, word: Word) -> str:
    """Return a pronoun without its hyphen and linking sound: "il" of "-il" and "t-il"."""
    form = word.lower
    if HYPHEN not in form:
        return form
    for sound in pack.words["linking_sounds"]:
        form = form.removesuffix(sound)
    form = form.lstrip(HYPHEN)
    for sound in _sounds(pack):
        form = form.removeprefix(sound)
    return form


def _sounds(pack: LanguagePack) -> list[str]:
    """The linking sounds as they stand before a pronoun: "t-"."""
    return [sound.lstrip(HYPHEN) + HYPHEN for sound in pack.words["linking_sounds"]]
