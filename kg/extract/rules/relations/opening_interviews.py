"""In what somebody speaks, told before all else: "Sur RTL, X s'inquiète", "Invité de LCI, X écarte l'idée"."""

from collections.abc import Iterator

from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Word
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.lang.schema import load_schema
from kg.model import MentionKind

FAR = 12  # words from the beginning of a sentence to the medium
FAR_BEHIND = 8  # and from there to the comma
SURE = 0.8
TOLD = ("gaveInterviewTo", "usesProduct", "refusedRequestOf")


def find_opening_interviews(reading: Reading, drafts: list[Draft]) -> Iterator[Draft]:
    """Yield that who acts behind the opening comma spoke in the medium, or used the platform, named before it.

    Args:
        drafts: what is read already.
    """
    tree, words, root = reading.tree, reading.pack.words, reading.table.root
    told = {(root(d.subject), root(d.object)) for d in drafts if d.predicate in TOLD and isinstance(d.object, int)}
    for index, item in enumerate(reading.table.items if words["aired_in"] else ()):
        if item.kind is not MentionKind.NAME or item.i - tree.sents[item.sent][0] > FAR:
            continue
        platform = tree.words[item.i].text in words["platforms"]
        if not platform and not load_schema().is_a(reading.root(index).type, "MediaOutlet"):
            continue
        opening, comma = _opening(reading, item), _comma(reading, item)
        if opening is None or comma is None:
            continue
        actor = _who_acts(reading, comma + 1, "Agent" if platform else "Person")
        region = reading.attribution.region(item.i)
        if actor is None or (root(actor), root(index)) in told or (region is not None and region.direct):
            continue
        if opening.lemma in words["guests"] or _does_there(reading, actor, platform):
            kind, rule = ("usesProduct", "means/opening") if platform else ("gaveInterviewTo", "speech/opening")
            yield said_by_form(actor, kind, index, opening.i, rule, SURE)


def _opening(reading: Reading, medium: Reference) -> Word | None:
    """Return "invité" or the adposition with which a sentence opens, if the medium is its complement."""
    words, pack = reading.tree.words, reading.pack
    first = reading.tree.sents[medium.sent][0]
    while first < medium.core[0] and _tells_time(reading, words[first]):
        first += 1
    between = words[first + 1 : medium.core[0]]
    if any(w.pos in ("VERB", "AUX", "PRON") or w.text == "," for w in between):
        return None
    if words[first].lemma in pack.words["guests"]:
        return words[first]
    if words[first].pos != "ADP":
        return None
    seat = words[medium.i]
    if not seat.case and seat.head != ROOT and words[seat.head].lemma in pack.words["accounts"]:
        seat = words[seat.head]  # "Sur son compte Twitter"
    while seat.case in pack.words["of"] and seat.head != ROOT and words[seat.head].lemma in pack.words["air_nouns"]:
        seat = words[seat.head]
    inside = (w for w in words[first : seat.i] if w.pos in ("NOUN", "PROPN", "NUM") and w.head != seat.i)
    direct = all(w.lower in pack.words["air_nouns"] or w.lemma in pack.words["air_nouns"] for w in inside)
    return words[first] if seat.case in pack.words["aired_in"] and direct else None


def _tells_time(reading: Reading, word: Word) -> bool:
    """ "Lundi", "Ce mardi 12 mars,"."""
    time = word.lemma in reading.pack.lists["temporal"] or word.lower in reading.pack.lists["temporal"]
    return time or word.pos in ("DET", "NUM") or word.text == ","


def _comma(reading: Reading, medium: Reference) -> int | None:
    """Return where the phrase of a medium closes: nothing is done before that comma."""
    words, (_, stop) = reading.tree.words, reading.tree.sents[medium.sent]
    for word in words[medium.core[1] : min(stop, medium.core[1] + FAR_BEHIND)]:
        if word.text == ",":
            return word.i
        if word.pos in ("VERB", "AUX", "PRON", "SCONJ"):
            return None
    return None


def _who_acts(reading: Reading, at: int, kind: str) -> int | None:
    """Somebody of a class whose words begin right behind a comma and who is the subject of a verb."""
    tree = reading.tree
    end = tree.sents[tree.words[at].sent][1] if at < len(tree.words) else at
    times = at
    while times < end and _tells_time(reading, tree.words[times]) and tree.words[times].pos != "DET":
        times += 1
    at = times if tree.words[times - 1].text == "," else at
    for index, item in enumerate(reading.table.items):
        word = tree.words[item.i]
        if item.core[0] == at and word.rel in SUBJECTS and load_schema().is_a(reading.root(index).type, kind):
            return index
    return None


def _does_there(reading: Reading, actor: int, platform: bool) -> bool:
    """Not "Sur France 2, X présente un jeu", "Sur TF1, X répondra jeudi", "Sur Twitter, X est la cible d'insultes"."""
    tree = reading.tree
    verb = tree.words[tree.words[reading.table.items[actor].i].head]
    undergoes = reading.syntax.is_passive(verb) and tree.child(verb.i, "refl") is None
    undergoes = undergoes or (platform and tree.child(verb.i, "cop") is not None)
    return not undergoes and verb.lemma not in reading.pack.words["presenting"] and "Tense=Fut" not in verb.morph
