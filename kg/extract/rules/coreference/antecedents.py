"""Which name a description stands for, as a ranker sees it that was trained on annotated articles.

For each description, the names that it may stand for by their classes are ranked together with "none of them". What the
rules of descriptions.py would choose is one trait among others.
"""

from kg.extract.rules.coreference.candidates import (
    CANDIDATES,
    LEAD,
    NONES,
    Bearer,
    Describer,
    Vector,
    fit,
    hashed,
    ranks,
)
from kg.extract.rules.coreference.closing_voices import named_in_own_words
from kg.extract.rules.coreference.holders import is_of_other_trade
from kg.extract.rules.coreference.kin import is_no_kin
from kg.extract.rules.coreference.last_voices import own_voices
from kg.extract.rules.coreference.offices import is_former, is_other_office
from kg.extract.rules.coreference.ranker import Question, Ranker
from kg.extract.rules.coreference.ruled_out import is_ruled_out
from kg.extract.rules.mentions.compared import (
    bearer_of_clause,
    clause_mates,
    differ_in_age,
    is_only_owner,
    parts_of_phrase,
    parts_of_qualities,
    who_did_before,
)
from kg.extract.rules.mentions.large_classes import number
from kg.extract.rules.mentions.media_kinds import is_other_medium
from kg.extract.rules.mentions.modifiers import complement_of, differ_in_country, marks_gender
from kg.extract.rules.mentions.names import Names
from kg.extract.rules.mentions.references import Reference, References
from kg.extract.rules.parsing.tree import SUBJECTS, Tree
from kg.lang import LanguagePack
from kg.lang.schema import load_schema
from kg.model import MentionKind

AHEAD = 2  # in the lead, the names of so many more sentences count too
CLEARLY = 0.6  # part of the likelihood of those who may be meant that one must have
ALONE = 0.35  # how likely one must be who alone can be meant by a trade
SEATED = 0.8  # how likely one must be for an office of a place that nothing else says he holds
MARGIN = 0.15  # by how much a name must be likelier than any other
DETERMINERS = ("definite", "demonstrative", "possessive")


class Antecedents:
    """Decides for the descriptions of one article, in text order."""

    def __init__(
        self, tree: Tree, pack: LanguagePack, table: References, names: Names, ranker: Ranker, vector: Vector
    ) -> None:
        """Start before the first mention; names are joined already.

        Args:
            vector: the vector of a word, of length 1, or 0 where there is none.
        """
        self.tree, self.pack, self.table, self.names, self.ranker = tree, pack, table, names, ranker
        self.describer = Describer(tree, pack, table, names, vector)
        self.bearers: dict[int, Bearer] = {}

    def pass_by(self, index: int) -> None:
        """Take a mention into account that has been resolved."""
        root = self.table.root(index)
        if not self._is_named(root):
            return
        bearer = self.bearers.get(root)
        if bearer is None or bearer.ahead:
            bearer = self.bearers[root] = Bearer(root, index)
        item = self.table.items[index]
        bearer.last = index
        bearer.times += 1
        bearer.acts += self.tree.words[item.i].rel in SUBJECTS
        bearer.in_title = bearer.in_title or item.sent == 0

    def decide(self, index: int, found: int | None) -> int | None:
        """Return a mention of what a description stands for; None: nothing of before.

        Args:
            found: what rules say.
        """
        item = self.table.items[index]
        if item.number == "Plur" or item.determiner not in DETERMINERS or number(item.head) in self.ranker.never:
            return found
        question = self._question(index, item, found)
        if question is None:
            return found
        sure = self.ranker.probabilities(question)
        best = max(range(len(sure)), key=lambda n: (sure[n], -n))
        others = max((p for n, p in enumerate(sure) if n != best), default=0.0)
        least = ALONE if self._is_only_one(item, question, best) else self.ranker.least
        least = max(least, SEATED) if self._is_other_seat(item, question.candidates[best]) else least
        if sure[best] >= least and sure[best] - others >= MARGIN:
            item.ranked = sure[best]
            return self._bearer(question.candidates[best], item).last
        if (
            question.ruled in question.candidates
            and sure[question.candidates.index(question.ruled)] < self.ranker.doubt
        ):
            return None
        return found

    def _is_only_one(self, item: Reference, question: Question, best: int) -> bool:
        """ "Le médecin", where one person alone of those named can be of that trade; a lawyer is mostly his.

        "L'ex-rockeur" is known to all, and may have no name in the article.
        """
        trade = item.head in self.pack.lists["occupations"] and item.head not in self.pack.words["lawyer"]
        trade = trade and not is_former(self.tree, self.pack, item)
        people = [root for root in question.candidates if self.table.items[root].type == "Person"]
        return trade and item.type == "Person" and people == [question.candidates[best]]

    def _is_other_seat(self, item: Reference, root: int) -> bool:
        """ "Le gouverneur de Rio", where the article calls whom it has named no governor: mostly somebody new."""
        if item.type != "Person" or item.determiner != "definite" or item.head not in self.pack.lists["positions"]:
            return False
        seat = complement_of(self.tree, self.pack, self.table, self.tree.words[item.i])
        if seat is None or item.head in self.table.described.get(root, ()):
            return False
        place = self.table.items[seat]
        return place.kind is MentionKind.NAME and load_schema().is_a(
            self.table.items[self.table.root(seat)].type, "Place"
        )

    def choose(self, index: int, among: list[int]) -> int | None:
        """Return which of the only people whom a description can stand for it means, if one is clearly likelier."""
        question = self._question(index, self.table.items[index], None)
        roots = {self.table.root(j): j for j in among}
        if question is None:
            return None
        sure = zip(self.ranker.probabilities(question), question.candidates, strict=True)
        likely = sorted(((p, -root) for p, root in sure if root in roots), reverse=True)
        total = sum(p for p, _ in likely)
        if not total or likely[0][0] < CLEARLY * total:
            return None  # nobody is among the candidates, or all are so unlikely that nothing is left of it
        self.table.items[index].ranked = likely[0][0] / total
        return roots[-likely[0][1]]

    def _is_named(self, root: int) -> bool:
        top = self.table.items[root]
        return top.kind is MentionKind.NAME or top.known is not None

    def _bearer(self, root: int, item: Reference) -> Bearer:
        return self.bearers.get(root) or next(b for b in self._named_ahead(item) if b.root == root)

    def _named_ahead(self, item: Reference) -> list[Bearer]:
        """The lead says "le ministre syrien", the next sentence his name."""
        if item.sent > LEAD:
            return []
        found: dict[int, Bearer] = {}
        for j in range(self.table.at[item.i] + 1, len(self.table.items)):
            other = self.table.items[j]
            if other.sent - item.sent > AHEAD:
                break
            root = self.table.root(j)
            if other.kind is MentionKind.NAME and root not in self.bearers and self._is_named(root):
                bearer = found.setdefault(root, Bearer(root, j, ahead=True))
                bearer.times += 1
                bearer.acts += self.tree.words[other.i].rel in SUBJECTS
        return list(found.values())

    def _question(self, index: int, item: Reference, found: int | None) -> Question | None:
        every = (*self.bearers.values(), *self._named_ahead(item))
        possible = [b for b in every if self._may_be(index, item, b)]
        beside = self._beside(item) if possible else set()
        if possible and found is not None and not self._is_named(self.table.root(found)):
            beside |= self._beside(self.table.items[found])  # "Un éleveur a écrit à Marc Petit. L'éleveur …"
        if item.type == "Person" and possible:
            beside |= parts_of_phrase(self.tree, self.table, item)
            beside |= own_voices(self.tree, self.pack, self.table, item)
            beside |= named_in_own_words(self.tree, self.pack, self.table, item)
        beside |= who_did_before(self.tree, self.table, item)
        told_of = bearer_of_clause(self.tree, self.pack, self.table, item)
        beside |= set() if told_of is None else {told_of}
        possible = self._just_told_of(item, [b for b in possible if b.root not in beside])
        if not possible:
            return None
        ruled = self.table.root(found) if found is not None else None
        ruled = ruled if ruled is not None and self._is_named(ruled) else None
        said = self.describer.say(item, len(possible), ruled is not None)
        often = ranks(possible, self.table, lambda b: (-b.times, b.root))
        late = ranks(possible, self.table, lambda b: (b.ahead, b.last if b.ahead else -b.last))
        traits = []
        for bearer in possible:
            seen = self.describer.see(item, bearer, ruled)
            seen["c.often"], seen["c.crowd"] = often[bearer.root]
            seen["c.late"] = late[bearer.root][0]
            traits.append(hashed({**said, **seen}, CANDIDATES))
        roots = tuple(b.root for b in possible)
        none = hashed(said, NONES)
        return Question(index, said["head"], roots, none, traits, ruled)

    def _just_told_of(self, item: Reference, possible: list[Bearer]) -> list[Bearer]:
        """ "Marc Petit s'en va. Cet ancien ministre …": who acts in the sentence before, if he may be meant."""
        if item.determiner != "demonstrative" or item.type != "Person" or len(possible) < 2:
            return possible
        tree, table = self.tree, self.table
        acting = set()
        for j in range(table.at[item.i] - 1, -1, -1):
            other = table.items[j]
            if item.sent - other.sent > 1:
                break
            if tree.words[other.i].rel in SUBJECTS and not tree.cuts_quotation(other.i, item.i):
                acting.add(table.root(j))
        return [b for b in possible if b.root in acting] or possible

    def _may_be(self, index: int, item: Reference, bearer: Bearer) -> bool:
        """Whether nothing that a description says of itself tells it apart from a name: class, sex, age, office."""
        tree, pack, table = self.tree, self.pack, self.table
        top = table.items[bearer.root]
        if fit(item.type, top.type) == "no":
            return False
        if item.type != "Person":
            other = differ_in_country(tree, self.names, table, item, bearer.root)
            other = other or is_other_medium(tree, pack, table, item, bearer.root)
            return not other and bearer.root not in parts_of_qualities(tree, table, item)
        if len({top.gender, item.gender} - {""}) == 2 and marks_gender(pack, item):
            return False
        if differ_in_age(tree, pack, table, item, bearer.root):
            return False
        if differ_in_country(tree, self.names, table, item, bearer.root):
            return False
        if is_of_other_trade(tree, pack, table, item, bearer.root):
            return False
        if is_ruled_out(tree, pack, table, index, bearer.root) or is_no_kin(tree, pack, table, item, bearer.root):
            return False
        return not is_other_office(tree, pack, table, index, bearer.last)

    def _beside(self, item: Reference) -> set[int]:
        """Return what is an argument of the verb whose argument the description is: "X joue le patron de Y".

        A name set off behind it is none: "a dit sa femme à l'AFP, Anne Morel". Nor is who another argument is only of:
        "La famille de Marc Petit a accueilli le chanteur".
        """
        tree, table, at = self.tree, self.table, self.table.at[item.i]
        mates = (j for j in clause_mates(tree, table, item) if not is_only_owner(tree, item, table.items[j]))
        return {table.root(j) for j in mates if j < at or not _is_set_off(tree, item, table.items[j])}


def _is_set_off(tree: Tree, item: Reference, name: Reference) -> bool:
    """ "a dit sa femme à l'AFP, Anne Morel"; no subject that acts: "Face à la militante, Anne Morel a cédé"."""
    word = tree.words[name.i]
    behind = tree.words[name.core[1]].text if name.core[1] < len(tree.words) else ""
    acts = word.rel in SUBJECTS and word.i < word.head and behind != "," and tree.words[item.i].case != ""
    return tree.words[name.core[0] - 1].text == "," and not acts
