"""What somebody promises by assuring that it will be so: "a assuré que la ville paierait", "assure qu'il va rester"."""

from collections.abc import Iterator

from kg.extract.rules.parsing.tree import Word
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.extract.rules.voice.regions import Region
from kg.lang.schema import load_schema
from kg.model import Datatype, Modality, Value

SURE = 0.6
LONG = 30  # words: more of them tell several things
PROMISING = ("Agent", "Country")
ACTING = ("Organization", "Place")  # whose acts may be in the hands of who speaks
OPENING = frozenset({"possible", "desired", "obligated", "negative", "conditional"})  # verbs that leave it open


def find_assurances(reading: Reading) -> Iterator[Draft]:
    """Yield what somebody assures that he, a body or nobody named will do or have done."""
    tree, assuring = reading.tree, reading.pack.words["assuring"]
    for region in reading.attribution.reported if assuring else ():
        if region.speaker is None or region.verb is None or tree.words[region.verb].lemma not in assuring:
            continue
        inside = _bare(reading, region)
        verb = next((tree.words[i] for i in inside if _is_head(reading, region, tree.words[i])), None)
        able = load_schema().fits(reading.root(region.speaker).type, PROMISING)
        if not able or verb is None or len(inside) > LONG or not _will_be(reading, verb):
            continue
        if _is_in_his_hands(reading, verb, region.speaker):
            value = Value(text=reading.text(inside[0], inside[-1] + 1), datatype=Datatype.STRING)
            draft = said_by_form(region.speaker, "promised", value, region.verb, "speech/assured", SURE)
            draft.object_words, draft.background = (inside[0], inside[-1] + 1), False
            draft.phrase = tree.words[region.verb].lemma
            yield draft


def _bare(reading: Reading, region: Region) -> list[int]:
    """The words of what is said, without what opens and closes it."""
    inside, words = sorted(region.words), reading.tree.words
    while inside and words[inside[0]].rel in ("mark", "punct", "cc"):
        inside.pop(0)
    while inside and words[inside[-1]].rel == "punct":
        inside.pop()
    return inside


def _is_head(reading: Reading, region: Region, word: Word) -> bool:
    predicate = word.pos in ("VERB", "AUX") or reading.tree.child(word.i, "cop") is not None
    return predicate and word.head not in region.words


def _will_be(reading: Reading, verb: Word) -> bool:
    """ "paiera", "serait payé", "allait payer"; neither "aurait payé" nor "pourrait payer"."""
    words, tree = reading.pack.words, reading.tree
    if any(c.lower in words["negation_particle"] for c in tree.children(verb.i)):
        return False  # of what will never be, or only then, nobody promises an act
    if verb.lemma in words["about_to"]:
        return tree.child(verb.i, "xcomp") is not None
    perfect = any(c.lemma in words["active_auxiliaries"] for c in tree.children(verb.i, "aux"))
    leaves_open = not OPENING.isdisjoint(reading.pack.governors.get(verb.lemma, ()))
    unsure = leaves_open or verb.lemma in words["of_mind"]
    return not perfect and not unsure and reading.context.clauses.tense(verb) is not Modality.ACTUAL


def _is_in_his_hands(reading: Reading, verb: Word, speaker: int) -> bool:
    """Whether a clause is of who speaks, of a body that acts, or of what will be done by nobody named."""
    if reading.syntax.is_passive(verb):
        return True
    subjects = reading.syntax.subjects(verb.i)[0]
    known = [i for s in subjects if (i := reading.at(s)) is not None]
    if not known:
        return any(reading.tree.words[s].pos == "PRON" for s in subjects)
    schema, root = load_schema(), reading.table.root
    return any(root(i) == root(speaker) or schema.fits(reading.root(i).type, ACTING) for i in known)
