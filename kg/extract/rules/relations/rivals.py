"""What else is read in an article beside a draft: a crowded trigger makes it less sure, a second telling surer."""

from collections import Counter
from collections.abc import Iterator, Sequence

from kg.extract.rules.relations.reading import Draft, Reading

MOST = 3  # counts are told apart up to here


class Rivals:
    """Counts the drafts of one article by what they share."""

    def __init__(self, reading: Reading, drafts: Sequence[Draft]) -> None:
        self.reading = reading
        self.triggers: Counter[int] = Counter()
        self.by_subject: Counter[tuple[str, int, int]] = Counter()  # property, root of the subject, sentence
        self.by_object: Counter[tuple[str, int, int]] = Counter()
        self.sentences: dict[tuple[int, int], dict[str, set[int]]] = {}  # roots of the ends → property → sentences
        for draft in drafts:
            self._count(draft)

    def _count(self, draft: Draft) -> None:
        sentence, subject, object_ = self._place(draft)
        self.triggers[draft.trigger] += 1
        self.by_subject[draft.predicate, subject, sentence] += 1
        if object_ is not None:
            self.by_object[draft.predicate, object_, sentence] += 1
            told = self.sentences.setdefault((subject, object_), {})
            told.setdefault(draft.predicate, set()).add(sentence)

    def _place(self, draft: Draft) -> tuple[int, int, int | None]:
        root = self.reading.table.root
        object_ = root(draft.object) if isinstance(draft.object, int) else None
        return self.reading.tree.words[draft.trigger].sent, root(draft.subject), object_

    def traits(self, draft: Draft) -> Iterator[str]:
        """Yield what the other drafts tell of one of them."""
        sentence, subject, object_ = self._place(draft)
        yield f"trigger tells={min(self.triggers[draft.trigger], MOST)}"
        yield f"subject does={min(self.by_subject[draft.predicate, subject, sentence], MOST)}"
        if object_ is None:
            return
        yield f"object undergoes={min(self.by_object[draft.predicate, object_, sentence], MOST)}"
        told = self.sentences.get((subject, object_), {})
        if told.get(draft.predicate, set()) - {sentence}:
            yield "ends=told again"
        if len(told) > 1:
            yield "ends=told otherwise"
        if (object_, subject) in self.sentences:
            yield "ends=told the other way round"
