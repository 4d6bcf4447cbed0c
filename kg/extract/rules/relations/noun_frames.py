"""Nouns and adjectives that name an act or an office, with their arguments by role."""

from collections.abc import Iterator

from kg.extract.rules.mentions.held_for import fill_defendant, fill_held
from kg.extract.rules.mentions.predicated_nouns import fill_from_light_verb, fill_predicated, fill_receiver
from kg.extract.rules.mentions.title_joins import Title
from kg.extract.rules.parsing.frames import Frame, is_bare, times
from kg.extract.rules.parsing.syntax import Syntax
from kg.extract.rules.parsing.tree import PERSON_LABELS, ROOT, SUBJECTS, Tree, Word
from kg.extract.rules.relations.counted_among import put_counted_among
from kg.lang.schema import load_schema

POSSESSIVES = (
    "possessive_singular_owner", "possessive_plural_owner", "possessive_first", "possessive_first_plural",
)  # fmt: skip


def noun_frames(syntax: Syntax, heads: frozenset[str], titles: list[Title], light: frozenset[str]) -> Iterator[Frame]:
    """Yield a frame a noun or adjective that is the head of some trigger."""
    tree = syntax.tree
    titled: dict[int, int] = {}
    for title in titles:
        titled.setdefault(title.noun, title.reference)
    for word in tree.words:
        if word.pos not in ("NOUN", "PROPN", "ADJ", "X") or word.lemma not in heads:
            continue
        frame = Frame(i=word.i, kind="noun" if word.pos != "ADJ" else "adjective", lemma=word.lemma, verb=word.i)
        _fill_noun(syntax, frame, word)
        _share_complements(syntax, frame, word)
        fill_from_light_verb(syntax, frame, word, light)
        fill_receiver(syntax, frame, word)
        fill_predicated(syntax, frame, word)
        fill_held(syntax, frame, word)
        fill_defendant(syntax, frame, word)
        yield frame


def noun_frame(syntax: Syntax, word: Word) -> Frame:
    """Return what hangs on a noun by role, be it the head of a trigger or not."""
    frame = Frame(i=word.i, kind="noun", lemma=word.lemma, verb=word.i)
    _fill_noun(syntax, frame, word)
    return frame


def _fill_noun(syntax: Syntax, frame: Frame, word: Word) -> None:
    for child in syntax.tree.children(word.i):
        _put_below_noun(syntax, frame, child)
    frame.put("year", *[c.i for c in syntax.tree.children(word.i, "appos") if c.is_year and c.i == word.i + 1])
    _put_aimed_at(syntax, frame)
    _put_around_noun(syntax, frame, word)
    _turn_undergone(syntax, frame)
    for case in sorted(syntax.pack.words["by"]):
        frame.put("agent", *frame.args.get(case, ()))
    frame.put("time", *times(syntax, word.i))


def _turn_undergone(syntax: Syntax, frame: Frame) -> None:
    """ "Brimont's takeover by Valtec", "his arrest by police": beside who acts, the possessor suffers the act."""
    args, words = frame.args, syntax.pack.words
    if syntax.pack.adposition == "head" and "poss" in args and not words["by"].isdisjoint(args) and "of" not in args:
        frame.put("of", *args.pop("poss"))


def _put_below_noun(syntax: Syntax, frame: Frame, child: Word) -> None:
    """What hangs below a noun: complements, owner, participle, nationality, compound."""
    tree, words = syntax.tree, syntax.pack.words
    if child.rel in ("nmod", "obl", "agent") or (child.rel == "obj" and child.case):
        frame.put(child.case or "bare", child.i)
        _put_behind_agent(syntax, frame, child)
        _put_one_lower(syntax, frame, child)
        if child.lower in words["relative_of"] and _opens_clause(tree, child.i):
            frame.put("poss", *before_relative(tree, child.i))
    elif child.rel == "poss" or (child.rel == "det" and any(child.lower in words[name] for name in POSSESSIVES)):
        whose = child.lower in words["relative_of"]  # "Google, whose headquarters …"
        frame.put("poss", *(_with_whole(tree, before_relative(tree, child.i)) if whose else [child.i]))
    elif child.rel == "acl" and child.pos == "VERB" and tree.child(child.i, *SUBJECTS) is None:
        for inner in tree.children(child.i, "agent", "obl", "iobj"):
            frame.put(inner.case or min(words["by"], default="bare"), inner.i)
    elif child.rel == "name" and child.i < frame.i:
        frame.put("compound", child.i)
    if nations := _nations(syntax, child):
        frame.put("nation", *nations)


def _put_aimed_at(syntax: Syntax, frame: Frame) -> None:
    """ "les accusations de vol visant X", "les soupçons qui pèsent sur X": whom what the noun names is against."""
    tree, words = syntax.tree, syntax.pack.words
    for verb in tree.children(frame.i, "acl", "relcl"):
        if verb.lemma in words["aiming"]:
            whom = [c for c in tree.children(verb.i, "obj") if not c.case and c.lower not in words["relative_object"]]
            whom += [c for c in tree.children(verb.i, "obl") if c.case in words["borne_on"]]
            for against in sorted(words["borne_on"]) if whom else ():
                frame.put(against, *[c.i for c in whom])


def _put_one_lower(syntax: Syntax, frame: Frame, child: Word) -> None:
    """ "le rachat d'Alpro par Danone", "l'entrée de Zumo au capital de Valtec": one lower."""
    words = syntax.pack.words
    offence = child.case in words["charge_marks"] and child.lemma in words["offences"]
    for inner in syntax.tree.children(child.i, "nmod"):
        if offence and inner.case in words["suffered_on"]:
            continue  # "une enquête pour agression sur un mineur": he is no matter of it
        of_term = inner.case == child.case and _is_of_the_term(syntax, child)
        if child.lemma in words["capital"] and inner.case in words["of"]:
            frame.put("whole", inner.i)
        elif of_term or _is_of_the_act(syntax, child, inner) or (inner.case and inner.case not in words["of"]):
            frame.put(inner.case, inner.i)


def _is_of_the_act(syntax: Syntax, person: Word, word: Word) -> bool:
    """ "le départ de Luc Roy du gouvernement": nobody is of a body; his leaving is."""
    if syntax.pack.adposition != "child" or not word.case or syntax.tree.child(person.i, "nummod") is not None:
        return False  # "sa condamnation à six mois de prison"
    article = syntax.tree.words[person.i - 1].lower in syntax.pack.words["definite"]
    office = syntax.pack.nouns.get(syntax.tree.words[person.head].lemma) == "Person" if person.head != ROOT else False
    if person.case not in syntax.pack.words["of"] and is_bare(syntax.tree, person) and (office or not article):
        return word.case in syntax.pack.words["of"]  # "la directrice par intérim de X", not "un soutien aux gens de X"
    return person.ent in PERSON_LABELS and word.ent not in PERSON_LABELS


def _nations(syntax: Syntax, child: Word) -> list[int]:
    """ "le président ivoirien", "le chef de l'État ivoirien": the adjectives that may tell the nation of a noun."""
    if child.rel == "amod":
        return [child.i]
    of_state = child.rel in ("nmod", "obl") and child.lemma in syntax.pack.words["the_state"]
    return [c.i for c in syntax.tree.children(child.i, "amod")] if of_state else []


def _put_behind_agent(syntax: Syntax, frame: Frame, agent: Word) -> None:
    """ "le rachat par Danone de l'usine": what stands behind a named agent is the act's, if nothing else is."""
    tree, of = syntax.tree, syntax.pack.words["of"]
    if agent.case not in syntax.pack.words["by"] or (agent.pos != "PROPN" and not agent.is_title):
        return
    if any(c.case in of for c in tree.children(frame.i, "nmod")):
        return
    for inner in tree.children(agent.i, "nmod"):
        if inner.case in of:
            frame.put(inner.case, inner.i)


def _opens_clause(tree: Tree, i: int) -> bool:
    """Whether a verb follows "dont"; without one it only names some: "des hôtes, dont les présidents X et Y"."""
    last = tree.sents[tree.words[i].sent][1]
    return any(w.pos in ("VERB", "AUX") for w in tree.words[i + 1 : last])


def _is_of_the_term(syntax: Syntax, word: Word) -> bool:
    """ "le chiffre d'affaires de X": a noun without article is part of the term, and what hangs on it is the term's."""
    melted = syntax.pack.words["definite"]
    return is_bare(syntax.tree, word) and not any(c.lower in melted for c in syntax.tree.children(word.i, "case"))


def before_relative(tree: Tree, i: int) -> list[int]:
    """Return the noun right before the pronoun of a relative, through a comma: "Renault, dont le siège …"."""
    j = i - 2 if i > 1 and tree.words[i - 1].text == "," else i - 1
    word = tree.words[j] if j >= 0 else None
    if word is not None and word.pos == "NUM" and word.head == j - 1:
        word = tree.words[j - 1]  # "Europe 1, dont …"
    elif word is not None and word.pos == "NUM" and j > 1 and tree.words[j - 1].text == ",":
        word = tree.words[j - 2]  # "Rosa Diaz, 81, whose …"
    if word is None or word.pos not in ("NOUN", "PROPN", "X", "ADJ"):
        return []
    return [word.i, word.head] if word.rel in ("name", "amod") and word.head != ROOT else [word.i]


def _with_whole(tree: Tree, near: list[int]) -> list[int]:
    """ "a teacher from Leeds, whose wife …": the noun that the one before a pronoun completes may be meant as well."""
    last = tree.words[near[-1]] if near else None
    return [*near, last.head] if last is not None and last.rel == "nmod" and last.head != ROOT else near


def _put_around_noun(syntax: Syntax, frame: Frame, word: Word) -> None:
    """What a noun that hangs below another word is said of."""
    tree = syntax.tree
    if word.rel == "amod" and word.head != ROOT:
        frame.put("head", word.head)
        frame.put("self", word.head)  # "rival Airbus"
        frame.put("poss", *[c.i for c in tree.children(word.head, "poss")])
        frame.put("nation", *[c.i for c in tree.children(word.head, "amod") if c.i != word.i])  # "state-owned Danish"
        _put_right_behind(syntax, frame, word)
    if word.rel in ("appos", "acl") and word.pos == "ADJ":
        frame.put("head", word.head)  # "Marc Petit, originaire de Lyon", "un groupe spécialisé dans le verre"
    if _opens(tree, word):
        frame.put("head", *syntax.subjects(word.head)[0])
    told_by = syntax.pack.words["of"] | syntax.pack.words["with_what"]
    if word.rel == "nmod" and word.case in told_by and word.head != ROOT:
        frame.put("measured", _whole_of(tree, word.head))  # "un bracelet en or d'une valeur de …", "with 64 employees"
    if word.head != ROOT and word.pos == "NOUN" and (word.rel == "acl" or _is_set_off(tree, word)):
        frame.put("said", word.head)  # "Marc Petit, mort le 5 mars": the participle taken for the noun
    frame.put("self", *_listed(syntax, word))
    put_counted_among(syntax, frame, word)
    _put_parties(syntax, frame, word)
    _put_subject_around(syntax, frame, word)
    _put_relative_owner(syntax, frame, word)
    if word.rel == "name" and word.head > word.i:
        frame.put("self", word.head)
        for child in tree.children(word.head, "poss", "name"):  # "Volkswagen's subsidiary Audi": hung on the name
            if child.i < word.i:
                frame.put("poss" if child.rel == "poss" else "compound", child.i)
        _put_behind_name(syntax, frame, tree.words[word.head])


def _put_right_behind(syntax: Syntax, frame: Frame, adjective: Word) -> None:
    """ "la bactérie responsable de la panne": what the parser hung on a thing, though it completes the adjective."""
    tree, kind = syntax.tree, syntax.pack.nouns.get(syntax.tree.words[adjective.head].lemma, "Concept")
    if adjective.pos != "ADJ" or load_schema().fits(kind, ("Agent",)):
        return
    for child in tree.children(adjective.head, "nmod"):
        if child.case and child.i > adjective.i and tree.subtree(child.i)[0] == adjective.i + 1:
            frame.put(child.case, child.i)


def _put_behind_name(syntax: Syntax, frame: Frame, name: Word) -> None:
    """ "President Rosa Diaz of Chile": what is said behind the name is of the office before it."""
    tree, of = syntax.tree, syntax.pack.words["of"]
    bodies = any(tree.words[i].ent for i in frame.args.get("compound", ()))  # "Aton chief Rosa Diaz of Leeds"
    if name.pos == "PROPN" and not bodies and frame.args.keys().isdisjoint(("poss", *of)):
        for child in tree.children(name.i, "nmod"):
            if child.case in of and child.pos == "PROPN" and child.i > name.i:
                frame.put(child.case, child.i)


def _put_relative_owner(syntax: Syntax, frame: Frame, word: Word) -> None:
    """ "la Twingo, dont le prix est fixé à …": "dont" before a subject is of that, though hung on the verb."""
    tree, of = syntax.tree, syntax.pack.words["of"]
    if word.rel not in SUBJECTS or word.head == ROOT or "poss" in frame.args or not of.isdisjoint(frame.args):
        return
    first = tree.subtree(word.i)[0]
    pronoun = tree.words[first - 1] if first else word
    if pronoun.lower in syntax.pack.words["relative_of"] and pronoun.head == word.head:
        frame.put("poss", *before_relative(tree, pronoun.i))


def _put_subject_around(syntax: Syntax, frame: Frame, word: Word) -> None:
    """Who acts where the noun is a circumstance of the act."""
    if word.rel in ("obl", "agent") and word.head != ROOT:
        subjects = syntax.subjects(word.head)[0]
        frame.put("around", *(subjects if word.rel == "obl" else ()))
        frame.put(f"around {word.case}", *subjects)  # "collapsed with debts of …", "has been hit by US sanctions"
    if word.rel == "nmod" and word.case and word.head != ROOT:
        frame.put(f"below {word.case}", word.head)  # "le virus à l'origine de l'épidémie"
    if word.rel == "nmod" and _is_between_commas(syntax.tree, word):
        frame.put("around", word.head)
        frame.put(f"around {word.case}", word.head)  # "Zumo, with the help of Valtec, …"


def _is_set_off(tree: Tree, word: Word) -> bool:
    """ "la fermeture, conséquence de la crise, …": a bare noun behind a comma tells of the noun before it."""
    hung = word.rel in ("appos", "nmod") and not word.case and word.head < word.i and is_bare(tree, word)
    return hung and tree.words[tree.subtree(word.i, ("punct",))[0] - 1].text == ","


def _is_between_commas(tree: Tree, word: Word) -> bool:
    """ "Zumo, in partnership with Valtec, has …": a phrase set off behind a subject tells how it acts."""
    holder = tree.words[word.head] if word.head != ROOT else word
    below = tree.subtree(word.i, ("punct",))
    if holder.rel not in SUBJECTS or holder.i > word.i or not word.case or below[-1] + 1 >= len(tree.words):
        return False
    first = below[0]
    while tree.words[first - 1].pos == "ADP":
        first -= 1
    return tree.words[first - 1].text == "," and tree.words[below[-1] + 1].text == ","


def _opens(tree: Tree, word: Word) -> bool:
    """ "Présent dans douze pays, Valtec …": an adjective that opens a clause is said of the subject."""
    opens = word.pos == "ADJ" and word.rel == "advcl" and word.head > word.i
    return opens and tree.child(word.i, "mark", "cop", *SUBJECTS) is None


def _put_parties(syntax: Syntax, frame: Frame, word: Word) -> None:
    """ "Des discussions sont en cours entre X et Y": who meets may stand at the verb; it is as real as that is."""
    if word.rel not in SUBJECTS or word.head == ROOT:
        return
    for child in syntax.tree.children(word.head, "obl", "nmod"):
        if child.case in syntax.pack.words["between"] and child.i > word.head:
            frame.put(child.case, child.i)
            frame.verb = word.head


def _listed(syntax: Syntax, word: Word) -> list[int]:
    """ "whose customers include X and Y", "its rivals, such as X": who some of those are that a noun speaks of."""
    tree, listing = syntax.tree, syntax.pack.words.get("listing", frozenset())
    relative = syntax.pack.words["relative_subject"]
    verbs = [tree.words[word.head]] if word.rel == "subj" and word.head != ROOT else []
    verbs += [c for c in tree.children(word.i, "relcl") if any(s.lower in relative for s in tree.children(c.i, "subj"))]
    picked = [c.i for c in tree.children(word.i, "nmod") if c.case in syntax.pack.words["such_as"] and c.pos == "PROPN"]
    picked += _apposed_families(syntax, word)
    return [*picked, *(o.i for verb in verbs if verb.lemma in listing for o in tree.children(verb.i, "obj"))]


def _apposed_families(syntax: Syntax, word: Word) -> list[int]:
    """ "its owner, the Valtec family", "les parents de Léa, Luc et Anne Roy": several behind a comma are who it is."""
    tree, apart = syntax.tree, syntax.tree.children(word.i, "appos")
    if syntax.pack.adposition == "head":
        return [c.i for c in apart if c.pos == "NOUN" and syntax.pack.nouns.get(c.lemma) == "Group"]
    plural = word.lemma in syntax.pack.words["of_one"] and "Number=Plur" in word.morph
    return [c.i for c in apart if c.pos == "PROPN" and c.i > word.i and tree.child(c.i, "conj")] if plural else []


def _whole_of(tree: Tree, i: int) -> int:
    """Go up from a bare complement ("en diamant", "de perles") to the noun that it describes."""
    word = tree.words[i]
    while word.rel == "nmod" and word.case and word.head != ROOT and is_bare(tree, word):
        word = tree.words[word.head]
    return word.i


def _share_complements(syntax: Syntax, frame: Frame, word: Word) -> None:
    """ "founder and chief executive of Aton", "son président et fondateur": what one office is of, all are of."""
    tree, nouns = syntax.tree, syntax.pack.nouns
    series = tree.conjuncts(tree.first_conjunct(word.i))
    roles = (*sorted(syntax.pack.words["of_bodies"]), "poss", "compound")
    if len(series) < 2 or not frame.args.keys().isdisjoint(roles):
        return
    others = [tree.words[i] for i in series if i != word.i and nouns.get(tree.words[i].lemma) == "Person"]
    if nouns.get(word.lemma) != "Person":
        return
    for other in sorted(others, key=lambda o: (o.i < word.i, o.i)):
        shared = noun_frame(syntax, other)
        for role in roles:
            if role in shared.args and role not in frame.args:
                frame.put(role, *shared.args[role])
