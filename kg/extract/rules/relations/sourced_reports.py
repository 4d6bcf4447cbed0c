"""What an article has from a medium is what that medium reports: "Selon la BBC, le pont a rouvert"."""

from collections.abc import Iterator

from kg.extract.rules.parsing.tree import ROOT, SUBJECTS
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.extract.rules.relations.statements import statement
from kg.lang.schema import load_schema
from kg.model import Datatype, Value

SHORT, LONG = 4, 20  # words of a clause that tells one thing


def find_sourced_reports(reading: Reading) -> Iterator[Draft]:
    """ "Selon la chaîne Zumo, le pont a rouvert": what an article has from a medium, that medium reports."""
    schema = load_schema()
    for region in reading.attribution.sourced:
        if region.speaker is None or not schema.is_a(reading.root(region.speaker).type, "MediaOutlet"):
            continue
        source = reading.table.items[region.speaker].i
        field = _clause_in(reading, region.words, source)
        if field is not None:
            value = Value(text=reading.text(*field), datatype=Datatype.STRING)
            draft = said_by_form(region.speaker, "reported", value, source, "speech/source", 0.5)
            draft.object_words = field
            yield draft


def _clause_in(reading: Reading, told: frozenset[int], source: int) -> tuple[int, int] | None:
    """From where to where a clause goes that can stand alone and is no longer than what tells one thing.

    Its source may stand in the midst of it, not at its ends.
    """
    tree = reading.tree
    verb = next((tree.words[i] for i in sorted(told) if tree.words[i].head not in told), None)
    if verb is None or verb.rel in ("relcl", "acl"):
        return None
    top = next((w for w in (tree.words[source], *tree.ancestors(source)) if w.head in (verb.i, ROOT)), verb)
    phrase = set(tree.subtree(top.i)) if top.head == verb.i else set()
    while phrase and tree.words[max(min(phrase) - 1, 0)].rel == "adp" and min(phrase) > 0:
        phrase.add(min(phrase) - 1)  # "according to": the parser hangs it on the verb
    inside = sorted(i for i in told - phrase if tree.words[i].rel not in ("punct", "cc"))
    field = statement(reading, inside)
    if field is None or not SHORT <= field[1] - field[0] <= LONG:
        return None
    finite = "VerbForm=Fin" in verb.morph or tree.child(verb.i, "aux", "aux:pass", "cop") is not None
    return field if finite and tree.child(verb.i, *SUBJECTS) is not None else None
