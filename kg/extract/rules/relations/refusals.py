"""Who refuses what he was asked: "The union asked Aton to close. It refused", "a écarté la grâce que réclamait X"."""

from collections.abc import Iterator

from kg.extract.rules.parsing.frames import Frame
from kg.extract.rules.parsing.tree import Word
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.extract.rules.relations.verb_frames import frames_of
from kg.lang.schema import load_schema

REACH = 2  # sentences from what is asked to the answer
SURE = 0.75


def find_refusals(reading: Reading, drafts: list[Draft]) -> Iterator[Draft]:
    """Yield who refuses whom: the words themselves tell neither what was asked nor by whom."""
    asked = [d for d in drafts if d.predicate == "requestedFrom" and isinstance(d.object, int) and not d.polarity]
    refusing = reading.pack.words["turning_down"] if asked else frozenset[str]()
    for frame in frames_of(reading.syntax, frozenset(lemma.partition(" ")[0] for lemma in refusing)):
        if frame.lemma not in refusing or not _answers(reading, frame):
            continue
        for word in frame.args.get("agent", ()):
            index = reading.at(word)
            request = _request(reading, asked, frame, index) if index is not None else None
            if index is not None and request is not None and _is_what_was_asked(reading, frame, request):
                draft = said_by_form(index, "refusedRequestOf", request.subject, frame.i, "refusal/asked", SURE)
                draft.verb, draft.background, draft.phrase = frame.verb, False, frame.lemma
                yield draft


def _answers(reading: Reading, frame: Frame) -> bool:
    """Whether a verb stands alone ("she refused") or has nothing but the request for its object."""
    tree, words = reading.tree, reading.pack.words
    objects = [tree.words[i] for i in frame.args.get("patient", ())]
    if not objects:
        alone = tree.child(frame.i, "ccomp", "obl", "acl", "attr", "npadvmod") is None
        return alone and frame.lemma in words["refusing_to_say"]
    told = [c for o in objects for c in tree.children(o.i, "poss", "nmod", "acl", "relcl")]
    the = any(c.lower in words["definite"] | words["demonstrative"] for o in objects for c in tree.children(o.i, "det"))
    return the and not told and all(o.lemma in words["requests_made"] for o in objects)


def _is_what_was_asked(reading: Reading, frame: Frame, request: Draft) -> bool:
    """ "asked him to resign, but he refused to do so", "refused to resign"; not "refused to comment"."""
    tree = reading.tree
    clause = tree.child(frame.i, "xcomp")
    asked = tree.words[request.trigger + 1 : tree.sents[tree.words[request.trigger].sent][1]]
    lemmas = reading.pack.words["complying"] | {w.lemma for w in asked if w.i < frame.i and w.pos == "VERB"}
    return clause is None or clause.lemma in lemmas


def _request(reading: Reading, asked: list[Draft], frame: Frame, who: int) -> Draft | None:
    """The last request before a verb, if it was made of who refuses; a passive may name one of several."""
    root, words = reading.table.root, reading.tree.words
    here = words[frame.i].sent
    before = [d for d in asked if d.trigger < frame.i and here - words[d.trigger].sent <= REACH]
    last = max(before, key=lambda d: d.trigger, default=None)
    if last is None or not isinstance(last.object, int) or root(last.subject) == root(who):
        return None
    return last if frame.passive or root(last.object) == root(who) else None


def find_refused_wishes(reading: Reading) -> Iterator[Draft]:
    """ "a écarté la révocation que réclamait X": who turns away what somebody wants, was asked and refuses."""
    words, tree = reading.pack.words, reading.tree
    for frame in frames_of(reading.syntax, words["turning_away"]) if words["turning_away"] else ():
        wanting = [w for i in frame.args.get("patient", ()) if i > frame.i for w in _wanting_behind(reading, i)]
        for asking in [i for w in wanting for s in reading.syntax.subjects(w.i)[0] for i in tree.conjuncts(s)]:
            for asked in frame.args.get("agent", ()):
                yield from _asked_in_vain(reading, frame, reading.at(asking), reading.at(asked))


def _wanting_behind(reading: Reading, noun: int) -> Iterator[Word]:
    """Yield the verbs of wanting whose relative clause opens right behind a noun and its complements."""
    tree, words = reading.tree, reading.pack.words
    phrase = frozenset(tree.subtree(noun))
    for pronoun in tree.words[noun + 1 : tree.sents[tree.words[noun].sent][1]]:
        verb = tree.words[pronoun.head] if pronoun.lower in words["relative_object"] else pronoun
        before = pronoun.i - (2 if tree.words[pronoun.i - 1].text == "," else 1)
        if verb is not pronoun and verb.i > pronoun.i and verb.lemma in words["wanting"] and before in phrase:
            yield verb


def _asked_in_vain(reading: Reading, frame: Frame, asking: int | None, asked: int | None) -> Iterator[Draft]:
    if asking is None or asked is None or reading.root(asking) is reading.root(asked):
        return
    if not all(load_schema().fits(reading.root(i).type, ("Agent", "Country")) for i in (asking, asked)):
        return
    for subject, predicate, object_ in ((asked, "refusedRequestOf", asking), (asking, "requestedFrom", asked)):
        draft = said_by_form(subject, predicate, object_, frame.i, "refusal/wish", SURE)
        draft.verb, draft.background, draft.phrase = frame.verb, False, frame.lemma
        yield draft
