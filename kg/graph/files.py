"""RDF files, ours and other people's, read into a store in memory."""

from pathlib import Path

from pyoxigraph import RdfFormat, Store, parse

from kg.errors import StoreError
from kg.graph.reify import from_reifiers


def read_rdf(path: Path) -> Store:
    """Return the quads of a file; its ending tells the format (ttl, trig, nt, nq, jsonld, rdf, n3).

    Raises:
        StoreError: it is not there, its ending is unknown, or it is not what its ending says.
    """
    if not path.exists():
        raise StoreError("no such file", where=str(path), remedy="Check the path.")
    ending = {"json": "jsonld", "owl": "rdf", "xml": "rdf"}.get(path.suffix[1:], path.suffix[1:])
    rdf_format = RdfFormat.from_extension(ending)
    if rdf_format is None:
        raise StoreError(
            f"has the ending {path.suffix!r}" if path.suffix else "has no ending",
            where=str(path),
            remedy="Use .ttl, .trig, .nt, .nq, .jsonld or .rdf.",
        )
    store = Store()
    try:
        store.extend(from_reifiers(parse(path=str(path), format=rdf_format, base_iri=path.resolve().as_uri())))
    except SyntaxError as error:
        line = f":{error.lineno}" if error.lineno else ""
        raise StoreError(f"is not {rdf_format.name}: {error.msg}", where=f"{path}{line}", remedy="Mend it.") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise StoreError(f"cannot be read: {reason}", where=str(path), remedy="Check the path.") from error
    return store
