"""Surface form → the key by which two mentions are the same name, and the form to show."""

from functools import lru_cache

from kg.lang.fold import fold, visible, without_determiner


@lru_cache(maxsize=65536)
def name_key(surface: str) -> str:
    """Return the comparison key of a full name: case, accents and a leading determiner do not count.

    Words are neither stemmed nor dropped, so "Orange SA" and "Orange" stay two names.
    """
    return fold(without_determiner(surface))


@lru_cache(maxsize=65536)
def shown(surface: str) -> str:
    """Return a surface form without the determiner of its sentence ("le groupe chinois" → "groupe chinois").

    A determiner that belongs to a name stays: "Le Monde", "L'Oréal".
    """
    said = " ".join(visible(surface).split())
    bare = without_determiner(said)
    return bare if said[:1].islower() or bare[:1].islower() else said
