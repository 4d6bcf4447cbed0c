"""Agents that a clause leaves unsaid: nobody named, or the government of the country beside an act of state."""

from kg.extract.rules.mentions.references import Reference
from kg.extract.rules.parsing.frames import Frame
from kg.extract.rules.relations.reading import Reading
from kg.model import MentionKind


def anonymous_agent(reading: Reading, frame: Frame) -> int:
    """Return the agent that the text leaves out ("a été interpellé")."""
    if frame.i not in reading.anonymous:
        word = reading.tree.words[frame.i]
        reading.anonymous[frame.i] = len(reading.table.items)
        reading.table.items.append(
            Reference(
                i=frame.i,
                core=(frame.i, frame.i),
                extents=((frame.i, frame.i),),
                kind=MentionKind.NOMINAL,
                type="Agent",
                sent=word.sent,
                own=True,
            )
        )
    return reading.anonymous[frame.i]


def authority_beside(reading: Reading, frame: Frame) -> int | None:
    """Return the government that an act of state is left to ("demeure sur liste noire"): of the country beside it."""
    words, items = reading.tree.words, reading.table.items
    own = {reading.table.root(i) for w in frame.args.get("subject", ()) if (i := reading.at(w)) is not None}
    here = words[frame.i].sent
    for sent in (here, here - 1, here - 2):
        near = [i for i, item in enumerate(items) if item.sent == sent and reading.table.root(i) not in own]
        near.sort(key=lambda i: (abs(items[i].i - frame.i), i))
        for i in near:
            known = reading.root(i).known or ""
            if known.startswith("government/"):
                return i
            if known.startswith("country/"):
                return _government_beside(reading, i, known.removeprefix("country/"))
    return None


def _government_beside(reading: Reading, index: int, country: str) -> int:
    item = reading.table.items[index]
    reading.table.items.append(
        Reference(
            i=item.i,
            core=item.core,
            extents=(item.core,),
            kind=MentionKind.NOMINAL,
            type="GovernmentBody",
            sent=item.sent,
            known=f"government/{country}",
        )
    )
    return len(reading.table.items) - 1
