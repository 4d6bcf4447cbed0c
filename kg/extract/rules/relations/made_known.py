"""What makers do to their products where nobody is said to do it: "la Taycan, présentée à Berlin", "son album sort"."""

from collections.abc import Iterator

from kg.extract.rules.parsing.frames import Frame
from kg.extract.rules.relations.joint_work import joint_draft, joint_partners
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.extract.rules.relations.verb_frames import verb_frames


def find_unsaid_makers(reading: Reading, drafts: list[Draft]) -> Iterator[Draft]:
    """Yield who launched, or made together with whom, a product that has a name and whose maker is told."""
    makers = _makers(reading, drafts)
    if not makers:
        return
    frames = {frame.i: frame for frame in verb_frames(reading.syntax)}
    done = {(reading.table.root(d.object), d.trigger) for d in drafts if isinstance(d.object, int)}
    for frame in frames.values():
        for product in _launched(reading, frame):
            if product in makers and (product, frame.i) not in done:
                draft = said_by_form(makers[product], "launched", product, frame.i, "maker/launched", 0.78)
                draft.verb, draft.background = frame.verb, False
                yield draft
    for noun, verb, partner in joint_partners(reading):
        made = _undone(reading, frames[verb.i]) if verb is not None and verb.i in frames else ()
        for maker in (makers[product] for product in made if product in makers):
            if maker != reading.table.root(partner):
                yield joint_draft(maker, partner, noun, verb)


def _makers(reading: Reading, drafts: list[Draft]) -> dict[int, int]:
    """The one maker of each named product, as references that stand for themselves."""
    found: dict[int, set[int]] = {}
    root = reading.table.root
    for draft in drafts:
        if draft.predicate != "produces" or not isinstance(draft.object, int):
            continue
        if reading.is_name(draft.object) and reading.is_name(draft.subject):
            found.setdefault(root(draft.object), set()).add(root(draft.subject))
    return {product: min(firms) for product, firms in found.items() if len(firms) == 1}


def _launched(reading: Reading, frame: Frame) -> Iterator[int]:
    """What is launched by nobody who is told: of "a été dévoilée", "présentée à Berlin", "est sorti"."""
    words, args = reading.pack.words, frame.args
    if frame.lemma in words["launched_unsaid"]:
        yield from _undone(reading, frame)
    dated, subjects = set(args.get("time", ())), args.get("subject", [])
    if frame.lemma in words["coming_out"] and set(args.get("patient", ())) <= {*subjects, *dated}:
        yield from _things(reading, [head for head in subjects if head not in dated])


def _undone(reading: Reading, frame: Frame) -> Iterator[int]:
    """What something is done to in the passive by nobody who is told."""
    if frame.passive and not frame.args.get("agent"):
        dated = frame.args.get("time", ())
        yield from _things(reading, [head for head in frame.args.get("patient", ()) if head not in dated])


def _things(reading: Reading, heads: list[int]) -> Iterator[int]:
    found = (reading.at(part) for head in heads for part in reading.tree.conjuncts(head))
    yield from dict.fromkeys(reading.table.root(index) for index in found if index is not None)
