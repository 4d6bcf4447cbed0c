"""Nouns whose arguments stand at a verb: what is said of a subject, and what a light verb carries."""

from kg.extract.rules.parsing.frames import Frame
from kg.extract.rules.parsing.receivers import is_receiving, received
from kg.extract.rules.parsing.syntax import Syntax
from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Tree, Word


def fill_from_light_verb(syntax: Syntax, frame: Frame, word: Word, light: frozenset[str]) -> None:
    """ "mener une enquête": the verb only lends its subject, tense and negation."""
    tree = syntax.tree
    if word.head == ROOT:
        return
    head = tree.words[word.head]
    if head.pos != "VERB" or head.lemma not in light or word.case in syntax.pack.words["as_office"]:
        return
    if word.rel in ("obj", "obl", "xcomp", "iobj") and word.case not in syntax.pack.words["circumstances"]:
        subjects, _ = syntax.subjects(head.i)
        if not syntax.is_passive(head) and not is_receiving(syntax, head):
            frame.put("agent", *subjects)
        frame.put("subject", *subjects)
        frame.verb = head.i
        for child in tree.children(head.i, "obl", "iobj"):
            if child.i != word.i:
                frame.put(child.case or "bare", child.i)
                if child.rel == "iobj" or child.case in syntax.pack.words["to"]:
                    frame.put("recipient", child.i)
    elif word.rel in ("subj:pass", "subj") and syntax.is_passive(head):
        frame.put("agent", *[c.i for c in tree.children(head.i, "agent")])
        frame.verb = head.i
        for child in tree.children(head.i, "obl"):
            frame.put(child.case or "bare", child.i)


def fill_receiver(syntax: Syntax, frame: Frame, word: Word) -> None:
    """ "a reçu le soutien de X": the subject is not who supports."""
    found = received(syntax, word)
    if found is not None:
        frame.put("receiver", *found[0])
        frame.verb = found[1]


def fill_predicated(syntax: Syntax, frame: Frame, word: Word) -> None:
    """ "X est le fondateur de Y", "X devient président", "X served as chairman": the noun is said of the subject."""
    tree, lists = syntax.tree, syntax.pack.lists
    word = tree.words[predicate_head(tree, word)]
    if tree.child(word.i, "cop") is not None:
        _say_of(frame, syntax.subjects(word.i)[0], word.i)
        return
    if word.head == ROOT:
        return
    _fill_from_predicate(tree, frame, word)
    _fill_from_seat(syntax, frame, word)
    head = tree.words[word.head]
    _carry_by_appointment(syntax, frame, word)
    copula = head.lemma in lists.get("copulas", ())
    if word.rel == "attr" or (word.rel in ("xcomp", "obj") and copula):
        _say_of(frame, syntax.subjects(head.i)[0], head.i)
        return
    if word.rel == "ccomp" and word.pos == "ADJ":  # "found Rosa Diaz guilty": the object is taken for a subject
        _say_of(frame, [c.i for c in tree.children(word.i, "subj") if c.i < word.i], head.i)
        return
    called = head.lemma in syntax.pack.words.get("being_called", ()) and tree.child(head.i, "refl") is not None
    if word.rel == "subj" and (copula or called):  # "its chairman is Rosa Diaz", "Le patron s'appelle Anne Roy"
        said = tree.children(head.i, "obj" if called else "attr")
        names = [c.i for c in said if c.pos == "PROPN" or _is_titled_name(tree, c)]
        if names:
            _say_of(frame, names, head.i)
        return
    _say_of_appointed(syntax, frame, word)


def _is_titled_name(tree: Tree, noun: Word) -> bool:
    """ "its chairman is the engineer Rosa Diaz": a noun with a name right behind it is whom the name names."""
    name = tree.child(noun.i, "appos")
    return noun.pos == "NOUN" and name is not None and name.pos == "PROPN" and tree.subtree(name.i)[0] == noun.i + 1


def _say_of_appointed(syntax: Syntax, frame: Frame, word: Word) -> None:
    """ "the appointment of X as chairman", "elected X president", "was named as head", "leaves as chairman"."""
    tree, lists, words = syntax.tree, syntax.pack.lists, syntax.pack.words
    head = tree.words[word.head]
    if word.case in words["as_office"] and head.lemma in words["namings_to_office"]:
        owners = [c.i for c in tree.children(head.i, "nmod", "poss") if c.rel == "poss" or c.case in words["of"]]
        frame.put("self", *owners)
        frame.verb = head.i
        return
    as_office = word.case in words["as_office"] and head.lemma not in syntax.pack.reporting
    as_office = as_office and head.lemma not in words["taken_as"]
    as_office = as_office or (word.case in words["appointed_to"] and head.lemma in lists.get("appointing", ()))
    if as_office or (word.rel in ("xcomp", "obj") and head.lemma in lists.get("appointing", ())):
        takers = _takers(syntax, head) if as_office else []
        if takers:
            frame.put("self", *takers)
            frame.verb = head.i
            return
        if _leaves(syntax, head):
            return
        _say_of_patients(syntax, frame, word, as_office=as_office)


def _say_of_patients(syntax: Syntax, frame: Frame, word: Word, *, as_office: bool) -> None:
    """ "elected X president", "was named as head": who gets an office by a verb, and what body gives it."""
    tree, head = syntax.tree, syntax.tree.words[word.head]
    passive, subjects = syntax.is_passive(head), syntax.subjects(head.i)[0]
    patients = [c.i for c in tree.children(head.i, "obj", "subj:pass") if c.i != word.i]
    patients = patients or _named_so(tree, head, word)
    named = bool(patients) or word.i != frame.i  # "nommé Marc Petit PDG": the office is apposed to the name
    gives = head.lemma in syntax.pack.lists.get("appointing", ()) and named and not passive
    if gives:
        frame.put("appointer", *_bodies(syntax, subjects))
    said = [*patients, *(subjects if passive or (as_office and not gives) else [])]
    frame.put("self", *said)
    if word.pos == "ADJ":
        frame.put("head", *said)  # "found him guilty"
    frame.verb = head.i


def _named_so(tree: Tree, verb: Word, office: Word) -> list[int]:
    """ "named Rosa Diaz as head of X": the name between the verb and the office, taken for a predicate."""
    return [c.i for c in tree.children(verb.i, "xcomp") if c.pos == "PROPN" and verb.i < c.i < office.i]


def _bodies(syntax: Syntax, subjects: list[int]) -> list[int]:
    """ "Aton named X chief executive": of what the office is, where nothing says it; of a board, whose board it is."""
    tree, nouns, found = syntax.tree, syntax.pack.nouns, []
    for word in (tree.words[i] for i in subjects):
        if word.lemma in syntax.pack.words["boards"]:
            found += [c.i for c in tree.children(word.i, "nmod", "poss", "name") if c.is_title or c.rel == "poss"]
        elif nouns.get(word.lemma) not in ("GovernmentBody", "Person", "Group"):
            found.append(word.i)
    return found


def _takers(syntax: Syntax, verb: Word) -> list[int]:
    """ "Moy succeeds Lund as chairman of X": who holds the office from then on."""
    if verb.lemma not in syntax.pack.words["taking_over"]:
        return []
    passive = syntax.is_passive(verb)
    return [c.i for c in syntax.tree.children(verb.i, "agent")] if passive else syntax.subjects(verb.i)[0]


def _leaves(syntax: Syntax, verb: Word) -> bool:
    """Whether an act gives up the office beside it: "démissionne comme PDG", "passe la main comme PDG"."""
    leaving = syntax.pack.lists.get("leaving_verbs", frozenset())
    return verb.lemma in leaving or any(f"{verb.lemma} {c.lemma}" in leaving for c in syntax.tree.children(verb.i))


def _carry_by_appointment(syntax: Syntax, frame: Frame, word: Word) -> None:
    """ "souhaitent nommer Marc Dupuis PDG de Renault": an office right behind the object is as real as the verb."""
    tree = syntax.tree
    name = tree.words[word.head]
    if word.rel not in ("name", "appos") or name.rel not in ("obj", "subj:pass") or name.head == ROOT:
        return
    verb = tree.words[name.head]
    appoints = verb.lemma in syntax.pack.lists.get("appointing", ())
    if appoints and all(w.text != "," for w in tree.words[name.i : word.i]):
        frame.verb = verb.i


def _fill_from_predicate(tree: Tree, frame: Frame, noun: Word) -> None:
    """ "dont le PDG est Luca de Meo", "leur siège est à Lyon": what is said of a noun that is the subject."""
    if noun.rel not in SUBJECTS:
        return
    if tree.child(noun.head, "cop") and _is_plain_name(tree, noun.head):
        _say_of(frame, [noun.head], noun.head)
    elif tree.words[noun.head].case:
        frame.put(tree.words[noun.head].case, noun.head)
        frame.verb = noun.head
    else:
        for place in tree.children(noun.head, "obl") if tree.words[noun.head].pos == "AUX" else ():
            frame.put(place.case, place.i)  # "whose headquarters are in Lyon"
            frame.verb = noun.head


def _fill_from_seat(syntax: Syntax, frame: Frame, office: Word) -> None:
    """ "occupe le poste de directeur", "s'installe dans le fauteuil de PDG": the office of who takes its seat."""
    tree, words = syntax.tree, syntax.pack.words
    seat = tree.words[office.head]
    if office.rel != "nmod" or office.case not in words["of"] or seat.lemma not in words["office_seats"]:
        return
    verb = tree.words[seat.head] if seat.head != ROOT and seat.rel in ("obj", "obl") else None
    if verb is None or verb.pos != "VERB" or tree.child(office.i, "det") is not None:
        return
    given = verb.lemma in syntax.pack.lists.get("appointing", ()) or verb.lemma in words["lifting_to_seats"]
    if given if syntax.is_passive(verb) else verb.lemma in words["taking_seats"]:
        _say_of(frame, syntax.subjects(verb.i)[0], verb.i)


def _is_plain_name(tree: Tree, i: int) -> bool:
    return tree.words[i].pos == "PROPN" and not tree.words[i].case


def _say_of(frame: Frame, subjects: list[int], verb: int) -> None:
    frame.put("head", *subjects)
    frame.put("self", *subjects)
    frame.put("subject", *subjects)
    frame.verb = verb


def predicate_head(tree: Tree, word: Word) -> int:
    """Go up from a coordinated or apposed noun ("is a banker, owner and CEO") to the first of the series."""
    i = word.i
    for _ in range(6):
        word = tree.words[i]
        above = tree.words[word.head]
        inside = word.rel in ("amod", "name") and above.pos == "NOUN" and above.rel == "attr"  # "is chief executive"
        beside = word.rel in ("conj", "appos") and above.pos in ("NOUN", "PROPN")
        if word.head == ROOT or not (inside or beside):
            return i
        i = word.head
    return i
