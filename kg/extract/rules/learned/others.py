"""What a sentence tells of somebody else than the name it is near: "la mère de Marc Petit affirme à RTL que …"."""

from itertools import pairwise

from kg.extract.rules.learned.asides import LOCATED
from kg.extract.rules.learned.pairs import Pair
from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Word
from kg.extract.rules.relations.acts_of_countries import is_act_of
from kg.extract.rules.relations.means import users, verb_of_means
from kg.extract.rules.relations.reading import Reading
from kg.model import OPEN, MentionKind

STANDING = frozenset({  # what somebody is to somebody, as a noun tells it
    "worksFor", "leads", "ceoOf", "chairOf", "boardMemberOf", "memberOf", "memberOfParty", "spokespersonFor",
    "headOfStateOf", "headOfGovernmentOf", "spouseOf", "owns",
})  # fmt: skip
HEADING = frozenset({"leads", "ceoOf", "chairOf", "headOfStateOf", "headOfGovernmentOf"})
DEEDS = frozenset({"perpetratorOf", "killed", "attacked"})
ARGUMENTS = (*SUBJECTS, "obj", "iobj", "obl", "agent", "nmod", "conj")  # as which somebody stands for himself
BESIDE_VERBS = ("obl", "nmod")
MEDIATED = 3  # words of a way from an agent over its own verb to the one that this is coordinated to


def is_of_another(reading: Reading, pair: Pair, predicate: str) -> bool:
    """Whether the words between two ends show that what is told is told of somebody else than the subject."""
    if _only_names_another(reading, pair):
        return True
    if predicate != OPEN and (_is_anothers_act(reading, pair) or _picks_another(reading, pair)):
        return True
    barred = BARRED.get(predicate)
    if barred is not None and barred(reading, pair):
        return True
    if reading.root(pair.subject).type != "Person":
        return False
    if _is_within_what_is_said(reading, pair):
        return True
    if predicate == "gaveInterviewTo":
        return _asks(reading, pair)
    return predicate in STANDING and (_is_anothers_office(reading, pair) or _is_only_where(reading, pair))


def is_run_for(reading: Reading, pair: Pair, predicate: str) -> bool:
    """ "candidate à la présidence de X", "battue à la tête de X", "in the race to lead X": an office not yet held."""
    if predicate not in HEADING or not pair.down:
        return False
    words, way = reading.tree.words, (*pair.up[1:], pair.top, *pair.down)
    sought = reading.pack.words["seeking_office"]
    return any(
        words[i].lemma in sought and words[j].head == i and words[j].case not in reading.pack.words["of"]
        for i, j in pairwise(way)
    )


def _only_names_another(reading: Reading, pair: Pair) -> bool:
    """ "La mère de Marc Petit a porté plainte", "a blessé le neveu de Marc Petit": it is told of them, not of him."""
    words, root = reading.tree.words, reading.table.root
    for way, end, beside in ((pair.up, pair.subject, pair.object), (pair.down, pair.object, pair.subject)):
        word = words[reading.table.items[end].i]
        if not way or word.head == ROOT or not _is_complement(reading, word.i) or reading.root(end).type != "Person":
            continue
        other = reading.at(word.head)
        person = other is not None and reading.root(other).type in ("Person", "Group")
        if person and other is not None and root(other) not in (root(end), root(beside)):
            return True
    return False


def _is_anothers_act(reading: Reading, pair: Pair) -> bool:
    """ "a drug developed by Aton and sold by Zumo": what one verb has its own agent for, the other's has not done."""
    tree = reading.tree
    for way in (pair.up, pair.down[::-1]):
        if len(way) < MEDIATED or tree.words[way[0]].rel != "agent":
            continue
        own, first = tree.words[way[1]], tree.words[way[2]]
        if own.rel == "conj" and own.head == first.i and tree.child(first.i, "agent") is not None:
            return True
    return False


def _is_no_doer(reading: Reading, pair: Pair) -> bool:
    return _is_suffered(reading, pair) or _is_done_to_another(reading, pair)


def _is_suffered(reading: Reading, pair: Pair) -> bool:
    """ "Marc Petit, victime d'une agression", "the victim of an attack": it was done to him."""
    sufferers = reading.pack.words["sufferers"]
    return any(reading.tree.words[i].lemma in sufferers for i in (*pair.inner, *pair.up[:1]))


def _is_done_to_another(reading: Reading, pair: Pair) -> bool:
    """ "Anne Petit, mère du soldat tué par Marc", "the killer of Anne's son": not to her."""
    words, root, ends = reading.tree.words, reading.table.root, {pair.subject, pair.object}
    whole = (words[i] for i in pair.inner)
    others = (reading.table.at.get(w.i) for w in whole if w.rel == "nmod" and w.case in reading.pack.words["of"])
    people = (i for i in others if i is not None and reading.root(i).type in ("Person", "Group"))
    return any(root(i) not in map(root, ends) for i in people)


def is_only_charged(reading: Reading, key: int, predicate: str) -> bool:
    """ "Marc Petit est accusé du meurtre", "is suspected of the attack": he has perhaps done it."""
    return predicate in DEEDS and reading.tree.words[key].lemma in reading.pack.words["accusing"]


def _picks_another(reading: Reading, pair: Pair) -> bool:
    """ "Marc Petit a choisi Anne Roy pour diriger Zumo": who picks somebody does not take the post."""
    words, syntax = reading.tree.words, reading.syntax
    if len(pair.up) != 1 or words[pair.up[0]].rel not in SUBJECTS:
        return False
    steps = pairwise(words[i] for i in (pair.top, *pair.down[:-1]))
    return any(syntax.is_for_a_post(verb, post) and not syntax.is_passive(verb) for verb, post in steps)


def _is_left_for(reading: Reading, pair: Pair) -> bool:
    """ "quitte Aton pour Zumo": it is not Zumo that somebody leaves."""
    return bool(pair.down) and reading.tree.words[pair.down[0]].case in reading.pack.words["left_for"]


def _is_anothers_means(reading: Reading, pair: Pair) -> bool:
    """ "a remercié Marc Petit sur Twitter": who thanks him is there, and he need not be."""
    verb = verb_of_means(reading, pair.object)
    if verb is None:
        return False
    acting = {reading.table.root(i) for i in users(reading, verb)}
    return bool(acting) and reading.table.root(pair.subject) not in acting


def _is_only_before_or_after(reading: Reading, pair: Pair) -> bool:
    """ "Après la défaite, Marc Petit a parlé", "malgré la grève": what somebody did then was no part of it."""
    below = reading.tree.words[pair.down[0]] if pair.down else None
    return below is not None and below.rel in BESIDE_VERBS and below.case in reading.pack.words["not_during"]


def _is_where_another_is(reading: Reading, pair: Pair) -> bool:
    """Whether a place is told of who is struck, of the noun above, or of what lies between it and another.

    "blessé par un tireur à Lyon", "le frère de Marc Petit, qui vit à Lyon", "la querelle entre Londres et Paris"; nor
    need the Duke of Sussex be in Sussex, or what a land does within it.
    """
    tree = reading.tree
    place = tree.words[tree.first_conjunct(reading.table.items[pair.object].i)]
    if place.case in reading.pack.words["between"] or _is_in_a_title(reading, place):
        return True
    if not pair.up and len(pair.down) == 1 and is_act_of(reading, pair.subject, pair.object, place):
        return True
    if len(pair.up) != 1 or not pair.down:
        return False
    word, below = tree.words[pair.up[0]], tree.words[pair.down[0]]
    struck = _is_agent(reading, word) and below.rel == "obl" and tree.words[pair.top].pos == "VERB"
    return struck or (below.rel == "relcl" and _is_complement(reading, word.i))


def _is_in_a_title(reading: Reading, place: Word) -> bool:
    """ "le duc de Sussex": the place is a part of what he is called."""
    before = reading.tree.subtree(place.i, ("conj", "cc", "punct"))[0] - 1
    of = place.case in reading.pack.words["of"] and before >= 0
    return of and reading.tree.words[before].lemma in reading.pack.words["nobility"]


def _is_of_his_family(reading: Reading, pair: Pair) -> bool:
    """ "la famille de Marc Petit", "sa famille": whose it is tells which family, and no membership."""
    if len(pair.up) != 1 or pair.down or reading.tree.words[pair.top].lemma not in reading.pack.words["families"]:
        return False
    word = reading.tree.words[pair.up[0]]
    return word.rel in ("det", "poss") or _is_complement(reading, word.i)


def _is_in_service(reading: Reading, pair: Pair) -> bool:
    """ "la femme de ménage de Marc Petit", "sa femme de confiance": a trade that opens with the word for a wife."""
    pack, words = reading.pack, reading.tree.words
    starts = (reading.table.items[end].i for end in (pair.subject, pair.object))
    called = (" ".join(w.lower for w in words[i : i + 3]) for i in starts)
    return any(c in pack.trades or c in pack.words["persons_by_parts"] for c in called)


def _is_complement(reading: Reading, i: int) -> bool:
    word = reading.tree.words[i]
    return word.rel == "poss" or (word.rel == "nmod" and word.case in reading.pack.words["of"])


def _is_within_what_is_said(reading: Reading, pair: Pair) -> bool:
    """ "a affirmé sur RTL que Marc Petit viendrait": he was not on RTL."""
    words = reading.tree.words
    if not pair.up or not pair.down or reading.tree.child(pair.top, *SUBJECTS) is None:
        return False
    return words[pair.up[-1]].rel == "ccomp" and words[pair.down[0]].rel != "ccomp"


def _asks(reading: Reading, pair: Pair) -> bool:
    """ "interrogée par Marc Petit sur C8": he is no guest there."""
    return _is_agent(reading, reading.tree.words[pair.up[0] if pair.up else pair.top])


def _is_agent(reading: Reading, word: Word) -> bool:
    return word.rel == "agent" or (word.case in reading.pack.words["by"] and word.rel in BESIDE_VERBS)


def _is_anothers_office(reading: Reading, pair: Pair) -> bool:
    """ "a répondu à la présidente du parti": she presides over it, and not who answers."""
    if len(pair.down) < 2 or not _is_complement(reading, pair.down[-1]):
        return False
    other = reading.table.at.get(pair.down[-2])
    if other is None or reading.table.root(other) == reading.table.root(pair.subject):
        return False
    item, word = reading.table.items[other], reading.tree.words[pair.down[-2]]
    someone = item.kind is MentionKind.NOMINAL and reading.root(other).type == "Person"
    if not someone or item.determiner in ("", "adjective") or word.rel not in ARGUMENTS:
        return False
    return not _stand_side_by_side(reading, pair.subject, other, pair.object)


def _stand_side_by_side(reading: Reading, name: int, description: int, last: int) -> bool:
    """ "Marc Petit, le président du parti", or the other way round: one person, whatever the parser makes of it."""
    items, words = reading.table.items, reading.tree.words
    gaps = ((items[name].core[1], items[description].core[0]), (items[last].core[1], items[name].core[0]))
    return any(end <= start and all(w.pos == "PUNCT" or w.is_title for w in words[end:start]) for end, start in gaps)


def _is_only_where(reading: Reading, pair: Pair) -> bool:
    """ "À l'université du Medef, Marc Petit a parlé": a complement before the subject tells where, or since when."""
    words = reading.tree.words
    if not pair.up or not pair.down or words[pair.top].pos != "VERB":
        return False
    subject, complement = words[pair.up[-1]], words[pair.down[0]]
    return subject.rel in SUBJECTS and complement.rel in BESIDE_VERBS and complement.i < subject.i


BARRED = {  # the properties that words beside them tell of somebody else
    "leftPosition": _is_left_for, "usesProduct": _is_anothers_means, "participatedIn": _is_only_before_or_after,
    "memberOf": _is_of_his_family, "spouseOf": _is_in_service, LOCATED: _is_where_another_is,
    **dict.fromkeys(DEEDS, _is_no_doer),
}  # fmt: skip
