"""Where the ontology's files are, in a checkout and in an installed wheel alike."""

from pathlib import Path

from kg.errors import StoreError

_PACKAGE = Path(__file__).parents[1]
_PLACES = (_PACKAGE / "_ontology", _PACKAGE.parent / "ontology")


def ontology_file(name: str) -> Path:
    """Return the path of a file of the ontology folder: "newskg.ttl", "queries/founders.rq".

    Raises:
        StoreError: the installation lacks it.
    """
    for place in _PLACES:
        if (place / name).exists():
            return place / name
    raise StoreError(f"this installation lacks ontology/{name}", remedy="Install kg again.")
