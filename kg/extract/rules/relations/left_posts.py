"""What somebody leaves who resigns or is dismissed, or has left whose office is told to be a former one."""

from collections.abc import Iterator

from kg.extract.rules.parsing.frames import Frame
from kg.extract.rules.parsing.tree import ROOT, Word
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.extract.rules.relations.verb_frames import frames_of
from kg.lang.schema import load_schema
from kg.model import MentionKind, Modality, Polarity

LEFT = "leftPosition"
# what is left with an office
POSTS = frozenset({"leads", "ceoOf", "chairOf", "boardMemberOf", "spokespersonFor", "worksFor"})
NOMINAL = ("NOUN", "PROPN", "ADJ")
FOUNDED = "founded"  # who resigns leaves what he founded as well, who is called a former founder may not have
HERE, ELSEWHERE = 0.9, 0.75  # how sure: the sentence tells the office, only the article does
FORMER = 0.5  # as often annotators deny the office instead; what an article tells well may still be plain


def find_left_posts(reading: Reading, drafts: list[Draft]) -> Iterator[Draft]:
    """ "Le patron de Renault, Marc Petit, a démissionné": what he leaves is what he is told to lead."""
    told = {draft.trigger for draft in drafts if draft.predicate == LEFT}
    posts = [d for d in drafts if d.predicate in POSTS | {FOUNDED} and _is_held(reading, d)]
    for leaver, act in [*_acts(reading), *_departures(reading)] if posts else ():
        left, sure = _post_of(reading, posts, leaver, act) if act.i not in told else (None, 0.0)
        if left is not None:
            yield Draft(
                subject=leaver, predicate=LEFT, object=left, trigger=act.i, verb=act.i, phrase=act.lemma,
                rule="post/left", confidence=sure,
            )  # fmt: skip


def find_former_posts(reading: Reading, drafts: list[Draft]) -> Iterator[Draft]:
    """ "L'ancien patron de Renault, Marc Petit": he has left what he is told to have led."""
    root, told = reading.table.root, set[tuple[int, int]]()
    for draft in drafts:
        if draft.predicate not in POSTS or not isinstance(draft.object, int) or not _is_body(reading, draft.object):
            continue
        ends = root(draft.subject), root(draft.object)
        if ends not in told and draft.modality is None and _is_called_former(reading, draft.trigger):
            told.add(ends)
            yield said_by_form(draft.subject, LEFT, draft.object, draft.trigger, "post/former", FORMER)


def end_left_posts(reading: Reading, drafts: list[Draft]) -> None:
    """ "Le patron de Renault, Marc Petit, a démissionné": the sentence that tells the office tells that it is over."""
    root, words = reading.table.root, reading.tree.words
    left = {
        (root(d.subject), root(d.object), words[d.trigger].sent)
        for d in drafts
        if d.predicate == LEFT and isinstance(d.object, int) and not d.modality and has_happened(reading, d.trigger)
    }
    gone = {(root(i), act.sent) for i, act in [*_acts(reading), *_departures(reading)] if has_happened(reading, act.i)}
    known = {(person, sent) for person, _, sent in left}  # what they left is told
    over = set[tuple[int, int]]()  # person and noun that tells the office
    held = [d for d in drafts if words[d.trigger].pos in NOMINAL and not (d.modality or d.polarity)]
    for draft in held:
        if draft.predicate in POSTS and isinstance(draft.object, int):
            person, sent = root(draft.subject), words[draft.trigger].sent
            untold = (person, sent) in gone and (person, sent) not in known
            told = untold or (person, root(draft.object), sent) in left
            if told or is_replaced(reading, draft.subject, draft.trigger):
                draft.past = True
                over.add((person, draft.trigger))
    for draft in held:
        if draft.predicate == "holdsPosition":
            person = root(draft.subject)
            told = (person, draft.trigger) in over or (person, words[draft.trigger].sent) in gone
            draft.past = draft.past or told or is_replaced(reading, draft.subject, draft.trigger)


def is_replaced(reading: Reading, person: int, told: int) -> bool:
    """ "succeeds Greta Lund as chairman of X", "replaced its boss, Greta Lund": what she was is over.

    Args:
        person: index of a reference.
        told: the word that tells what she was, which may mean her too.
    """
    root, meant, words = reading.table.root, reading.at(told), reading.tree.words
    word = words[reading.table.items[person].i]
    named = {word.i, word.head} if word.rel == "appos" else {word.i}
    if meant is not None and root(meant) == root(person):
        named.add(told)
    return any(_is_succeeded(reading, words[i]) for i in named)


def _is_succeeded(reading: Reading, word: Word) -> bool:
    direct = word.rel in ("obj", "subj:pass")
    if word.head == ROOT or not (direct or (word.rel in ("iobj", "obl") and word.case in reading.pack.words["to"])):
        return False
    verb = reading.tree.words[word.head]
    return verb.lemma in reading.pack.words["taking_over"] and has_happened(reading, verb.i)


def has_happened(reading: Reading, i: int) -> bool:
    """Whether what a word tells is so by now."""
    reality = reading.context.judge(i, i)
    return reality.polarity is Polarity.POSITIVE and reality.modality is Modality.ACTUAL


def _is_called_former(reading: Reading, i: int) -> bool:
    """Whether a word beside a noun says that its bearer went: no "late", no "at the time", no "de 2005 à 2014"."""
    tree, words = reading.tree, reading.pack.words
    if tree.words[i].pos not in ("NOUN", "PROPN") or not reading.context.past.is_former(i):
        return False
    first = tree.first_conjunct(i)
    beside = [w for n in {i, first} for w in (*tree.children(n), tree.words[n], tree.words[max(n - 1, 0)])]
    prefixes = tuple(words["former_prefixes"])
    return any(w.lower in words["gone"] or w.lower.startswith(prefixes) for w in beside)


def _acts(reading: Reading) -> Iterator[tuple[int, Word]]:
    """Yield who is told by a verb to lose or give up an office, with the verb."""
    lists = reading.pack.lists
    heads = frozenset(act.split(" ")[0] for act in lists["dismissing"] | lists["resigning"])
    for frame in frames_of(reading.syntax, heads):
        leaver = _leaver(reading, frame)
        if leaver is not None:
            yield leaver, reading.tree.words[frame.i]


def _departures(reading: Reading) -> Iterator[tuple[int, Word]]:
    """ "the departure of its chief executive, Jane Roe": who is told by a noun to leave, with the noun."""
    tree, words = reading.tree, reading.pack.words
    for noun in tree.words:
        if noun.lemma not in words["ousters"] or noun.pos != "NOUN":
            continue
        for child in tree.children(noun.i, "nmod", "poss"):
            index = reading.at(child.i) if child.rel == "poss" or child.case in words["of"] else None
            told = index is not None and reading.table.items[index].kind is not MentionKind.PRONOUN
            if index is not None and told and reading.root(index).type == "Person":
                yield index, noun


def _is_held(reading: Reading, post: Draft) -> bool:
    """Whether a noun tells an office that is still held; "who had led the party" may have left it long ago.

    "Le directeur, un ancien ingénieur de Zumo, a démissionné" leaves nothing at Zumo; "l'ex-patron de Zumo" may.
    """
    told, past = reading.tree.words[post.trigger].pos in ("NOUN", "PROPN"), reading.context.past
    over = post.past or past.is_over(post.trigger) or (post.predicate == "worksFor" and past.is_former(post.trigger))
    return told and not (over or post.modality or post.polarity)


def _leaver(reading: Reading, frame: Frame) -> int | None:
    """Who gives up or loses an office, where nothing beside the verb says which."""
    lists = reading.pack.lists
    if (act := _act(reading, frame, lists["dismissing"])) is not None:
        words = frame.args.get("patient", [])
    elif (act := _act(reading, frame, lists["resigning"])) is not None and not frame.passive:
        words = frame.args.get("subject", [])
    else:
        return None
    parts = [part for word in words for part in reading.tree.conjuncts(word)]
    index = reading.at(parts[0]) if len(parts) == 1 else None
    if index is None or reading.root(index).type != "Person" or _leaves_something_else(reading, frame, act, parts[0]):
        return None
    return index


def _act(reading: Reading, frame: Frame, acts: frozenset[str]) -> tuple[str, ...] | None:
    """The words that make a verb one of the acts beside itself: its particle, its object or complement."""
    verb, *particle = frame.lemma.split(" ")
    below = {word for c in reading.tree.children(frame.i) for word in (c.lemma, c.lower)} | set(particle)
    named = sorted(act.split(" ") for act in acts)
    return next((tuple(rest) for first, *rest in named if verb == first and below.issuperset(rest)), None)


def _leaves_something_else(reading: Reading, frame: Frame, act: tuple[str, ...], leaver: int) -> bool:
    """ "a démissionné du parti", "quit the race": what stands beside the verb is what is left."""
    tree = reading.tree
    beside = {
        i for role in ("patient", *sorted(reading.pack.words["left_behind"])) for i in frame.args.get(role, ())
    } - {leaver}
    return any(reading.at(i) is not None and tree.words[i].lemma not in act for i in beside)


def _post_of(reading: Reading, posts: list[Draft], leaver: int, act: Word) -> tuple[int | None, float]:
    """The one organisation of which somebody holds an office: in the sentence, else in the article."""
    root, words = reading.table.root, reading.tree.words
    mine = [
        d
        for d in posts
        if root(d.subject) == root(leaver) and isinstance(d.object, int) and _is_body(reading, d.object)
    ]
    near = [d for d in mine if words[d.trigger].sent == act.sent]
    for found, sure in ((near, HERE), (mine, ELSEWHERE)):
        ends = {root(d.object): d.object for d in found if isinstance(d.object, int)}
        if ends:
            return (next(iter(ends.values())), sure) if len(ends) == 1 else (None, 0.0)
    return None, 0.0


def _is_body(reading: Reading, index: int) -> bool:
    return load_schema().fits(reading.root(index).type, ("Organization",))
