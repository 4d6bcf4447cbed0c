"""Where a sentence must start, and where none may, told to the parser before it reads."""

from typing import Any

import numpy as np
from spacy.attrs import IS_ALPHA, IS_SPACE, ORTH
from spacy.language import Language

FIRST_STEP = "kg_sentence_starts"
MARK = '"'  # what all quotation marks look like in the text that is parsed
STOPS = frozenset(".!?…")


@Language.component(FIRST_STEP)
def fix_sentence_starts(doc: Any) -> Any:
    """Tell what line breaks and quotation marks tell of sentences."""
    _start_at_paragraphs(doc)
    _start_at_marks(doc)
    return doc


def _start_at_paragraphs(doc: Any) -> None:
    """Let no sentence and no name run over a line break, nor the first word of a line be a sentence of its own."""
    after_break, opened = True, False
    for i, (is_space, is_alpha) in enumerate(doc.to_array((IS_SPACE, IS_ALPHA)).tolist()):
        if is_space:
            after_break = after_break or "\n" in doc[i].text or "\r" in doc[i].text
            continue
        if after_break and i > 0:
            doc[i].is_sent_start = True
        elif opened and is_alpha:
            doc[i].is_sent_start = False
        opened, after_break = bool(after_break and is_alpha), False


def _start_at_marks(doc: Any) -> None:
    """Let a quotation mark behind a stop begin the sentence that it opens, or end the one that it closes.

    A space on one side alone tells which it does; with none or two the parser decides.
    """
    for i in np.flatnonzero(doc.to_array(ORTH) == doc.vocab.strings.add(MARK)).tolist():
        if not 0 < i < len(doc) - 1 or doc[i - 1].text not in STOPS:
            continue
        before, behind = bool(doc[i - 1].whitespace_), bool(doc[i].whitespace_)
        if before != behind:
            doc[i].is_sent_start = before
        if before and not behind:
            doc[i + 1].is_sent_start = False
