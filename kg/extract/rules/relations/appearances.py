"""Who takes part in a show or plays in a work: 'sur le plateau de "Le Grand Soir"', 'le film "Soif", avec Luc Roux'."""

from collections.abc import Iterator

from kg.extract.rules.mentions.named_rows import behind_bracket, row_behind
from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.parsing.titled_works import bearer_of, is_quoted
from kg.extract.rules.parsing.tree import ROOT, Word
from kg.extract.rules.relations.means import UNDER, users
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.lang.schema import load_schema
from kg.model import MentionKind, Polarity

ASIDE = 16  # words between who made a work and who plays in it


def find_appearances(reading: Reading) -> Iterator[Draft]:
    """Yield who speaks on the stage of a show, and who is told behind a work to play in it."""
    for work, item in enumerate(reading.table.items):
        if item.kind is not MentionKind.NAME or not load_schema().is_a(reading.root(work).type, "Product"):
            continue
        for guest in _on_stage(reading, item):
            draft = said_by_form(guest, "participatedIn", work, item.i, "appearance/stage", 0.75)
            draft.background = False
            yield draft
        for guest, act in _told_in(reading, item):
            draft = said_by_form(guest, "participatedIn", work, act, "appearance/show", 0.75)
            draft.background = False
            yield draft
        for player in _cast(reading, item):
            yield said_by_form(player, "participatedIn", work, reading.table.items[player].i, "appearance/cast", 0.75)


def _on_stage(reading: Reading, work: Reference) -> list[int]:
    """'Sur le plateau de "Le Grand Soir", Luc Roux a démenti': who acts is there."""
    word = reading.tree.words[work.i]
    if word.case not in reading.pack.words["on_stage"] or word.rel not in UNDER:
        return []
    verb = next((w for w in reading.tree.ancestors(word.i) if w.pos in ("VERB", "AUX")), None)
    found = users(reading, verb) if verb is not None else []
    return [i for i in found if reading.root(i).type == "Person"]


def _told_in(reading: Reading, work: Reference) -> Iterator[tuple[int, int]]:
    """'Luc Roux a réagi dans l'émission "Le Grand Soir"', '… dans "Le Grand Soir", sur TF1': who acts, and his act.

    What a book or a film is told in is no show; who is only spoken of in a show need not be there.
    """
    words, tree = reading.pack.words, reading.tree
    if not words["in_shows"]:
        return
    opening = work.core[0] - 1 if is_quoted(tree, work.core) else work.core[0]
    bearer = bearer_of(tree, reading.pack, opening) if opening > 0 else None
    shown = bearer.lower in words["shows"] if bearer is not None else _is_broadcast(reading, work)
    phrase = bearer if bearer is not None else tree.words[work.i]
    bare = work.known is not None and tree.words[opening - 1].lower in words["in_shows"]  # however it was parsed
    if not shown or not (bare or (phrase.case in words["in_shows"] and phrase.rel in UNDER)):
        return
    for guest, act in _acting(reading, phrase):
        if reading.root(guest).type == "Person":
            yield guest, act


def _acting(reading: Reading, phrase: Word) -> Iterator[tuple[int, int]]:
    """Who does what a phrase completes: "s'est fait recadrer dans …" is of who does so, no denial is of anybody."""
    above = reading.at(phrase.head) if phrase.head != ROOT else None
    if above is not None:  # "le chroniqueur de X dans …"; who is told by name right before it may be its host
        if reading.table.items[above].kind is not MentionKind.NAME:
            yield above, phrase.head
        return
    if phrase.head != ROOT and reading.tree.words[phrase.head].pos == "PROPN":
        return
    for verb in reading.tree.ancestors(phrase.i):
        if verb.pos in ("VERB", "AUX"):
            going = verb.lemma in reading.pack.words["going_in"]
            denied = reading.context.judge(verb.i, verb.i).polarity is Polarity.NEGATIVE and not going
            undone = denied or verb.lemma in reading.pack.words["about_to"]
            undone = undone or verb.lemma in reading.pack.lists.get("failing", ())  # "a annulé sa venue dans …"
            found = [] if undone else users(reading, verb)
            yield from ((who, verb.i) for who in found)
            if found or verb.rel != "xcomp":
                return


def _is_broadcast(reading: Reading, work: Reference) -> bool:
    """Whether a table knows a show by its bare name, or a channel stands behind: 'dans "Le Grand Soir" sur TF1'."""
    words, at = reading.tree.words, work.core[1]
    bare = words[work.core[0] - 1].pos == "ADP" or is_quoted(reading.tree, work.core)
    if work.known is not None and work.type == "Product":
        return bare
    at += is_quoted(reading.tree, work.core)
    at += at < len(words) and words[at].text == ","
    if at + 1 >= len(words) or words[at].lower not in reading.pack.words["broadcast_on"]:
        return False
    channels = (x for x in reading.table.items if x.core[0] == at + 1 and x.kind is MentionKind.NAME)
    return any(x.type == "MediaOutlet" for x in channels)


def _cast(reading: Reading, work: Reference) -> list[int]:
    """'le film "Soif" d'Anne Roy, avec Luc Roux et Zoé Petit': the people behind "avec", past who made it."""
    tree, pack, at = reading.tree, reading.pack, work.core[1]
    if is_quoted(tree, work.core):
        at += 1
        made = at < len(tree.words) and tree.words[at].lower in pack.words["standing_of"]
        if bearer_of(tree, pack, work.core[0] - 1) is None and not made:
            return []
    elif tree.words[work.core[0] - 1].lemma not in pack.words["authored"]:
        return []
    at = _past_aside(reading, _past_maker(reading, behind_bracket(tree, at)))
    at += at < len(tree.words) and tree.words[at].text == ","
    if at + 1 >= len(tree.words) or tree.words[at].lower not in pack.words["played_with"]:
        return []
    starts = {x.core[0]: i for i, x in enumerate(reading.table.items) if x.kind is MentionKind.NAME}
    row, _ = row_behind(tree, pack, reading.table, at + 1, lambda i: reading.root(i).type == "Person")
    first = starts.get(at + 1)
    found = row or ([first] if first is not None else [])
    return [i for i in found if reading.root(i).type == "Person"]


def _past_aside(reading: Reading, at: int) -> int:
    """The comma before "avec" where a clause or a description stands between: '"Soif" d'Anne Roy, qui …, avec …'."""
    words, pack = reading.tree.words, reading.pack
    if at + 1 >= len(words) or words[at].text != ",":
        return at
    for word in words[at + 1 : at + 1 + ASIDE]:
        if word.sent != words[at].sent or word.text in ('"', "«", ".", ";"):
            return at
        if word.lower in pack.words["played_with"] and words[word.i - 1].text == ",":
            return word.i - 1
    return at


def _past_maker(reading: Reading, at: int) -> int:
    """The word behind "de" and the name of who made a work, or where none is told, the same word."""
    words = reading.tree.words
    if at + 1 >= len(words) or words[at].lower not in reading.pack.words["standing_of"]:
        return at
    ends = {x.core[0]: x.core[1] for x in reading.table.items if x.kind is MentionKind.NAME}
    return ends.get(at + 1, at)
