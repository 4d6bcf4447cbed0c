"""Places at which a rule has put something: what stands beside that in the sentence is not there as well."""

from collections.abc import Sequence

from kg.extract.rules.learned.asides import LOCATED
from kg.extract.rules.learned.pairs import Pair
from kg.extract.rules.relations.reading import Draft, Reading
from kg.lang.schema import load_schema


class Sited:
    """What rules put where in one article."""

    def __init__(self, reading: Reading, drafts: Sequence[Draft]) -> None:
        self.reading = reading
        self.there: dict[tuple[int, int], set[int]] = {}  # root of a place, sentence → what is there
        for draft in drafts:
            if draft.predicate == LOCATED and isinstance(draft.object, int):
                place = reading.table.root(draft.object), reading.tree.words[draft.trigger].sent
                self.there.setdefault(place, set()).add(draft.subject)

    def elsewhere(self, pair: Pair) -> bool:
        """Whether the object of a pair is told to be where another thing than its subject is."""
        table = self.reading.table
        place = table.root(pair.object), table.items[pair.object].sent
        others = {x for x in self.there.get(place, ()) if table.root(x) != table.root(pair.subject)}
        return bool(others) and (self._is_above(pair, others) or self._is_beside(pair))

    def _is_above(self, pair: Pair, others: set[int]) -> bool:
        """ "les victimes de l'attentat de Nice": the attack was there; but a course at a school of Nice is in Nice."""
        if pair.up or load_schema().is_a(self.reading.root(pair.subject).type, "Event"):
            return False
        lying = {x for x in others if not load_schema().is_a(self.reading.root(x).type, "Place")}
        heads = (self.reading.tree.words[self.reading.table.items[x].i] for x in lying)
        return any(word.i in pair.inner and word.case in self.reading.pack.words["of"] for word in heads)

    def _is_beside(self, pair: Pair) -> bool:
        """ "arrêté à Lyon dans le cadre d'une opération": of the two complements of a verb only one is where."""
        tree, items = self.reading.tree, self.reading.table.items
        if len(pair.up) != 1 or len(pair.down) != 1 or tree.words[pair.top].pos != "VERB":
            return False
        if {tree.words[pair.up[0]].rel, tree.words[pair.down[0]].rel} != {"obl"}:
            return False
        gap = tree.subtree(items[pair.object].i)[0] - items[pair.subject].extents[0][1]
        return not 0 <= gap <= 1  # "à la prison d'Osny, dans le Val-d'Oise": right behind, of the prison
