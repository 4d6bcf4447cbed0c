"""Predicates with their arguments by role, whatever the construction: active, passive, relative, control."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.extract.rules.receivers import is_receiving, received
from kg.extract.rules.syntax import SUBJECT, Syntax
from kg.extract.rules.titles import Title
from kg.extract.rules.tree import ROOT, Tree, Word
from kg.lang import LanguagePack

POSSESSIVES = (
    "possessive_singular_owner", "possessive_plural_owner", "possessive_first", "possessive_first_plural",
)  # fmt: skip


ROLES = {"obj": "patient", "attr": "attr", "agent": "agent", "iobj": "recipient", "npadvmod": "bare"}  # by relation


@dataclass(slots=True)
class Frame:
    """One predicate. `args` maps a role to head words, the likelier first; `verb` carries tense and negation."""

    i: int
    kind: str  # verb | noun | role | adjective
    lemma: str
    verb: int
    reflexive: bool = False
    passive: bool = False
    args: dict[str, list[int]] = field(default_factory=dict)
    near: set[str] | None = None  # the words below it, once they are asked for

    def put(self, role: str, *words: int) -> None:
        """Append words to a role, each once."""
        slot = self.args.setdefault(role, [])
        slot += [w for w in words if w not in slot and w != self.i]


def verb_frames(syntax: Syntax) -> Iterator[Frame]:
    """Yield a frame a verb."""
    tree, pack = syntax.tree, syntax.pack
    for word in tree.words:
        if word.pos != "VERB" and not (word.pos == "AUX" and word.rel not in ("aux", "aux:pass", "cop")):
            continue
        if word.rel in ("aux", "aux:pass", "cop", "case", "name"):
            continue
        yield _verb_frame(syntax, word, pack)


def _verb_frame(syntax: Syntax, word: Word, pack: LanguagePack) -> Frame:
    tree = syntax.tree
    passive = syntax.is_passive(word)
    frame = Frame(i=word.i, kind="verb", lemma=word.lemma, verb=word.i, passive=passive)
    frame.reflexive = _is_reflexive(tree, pack, word)
    subjects, _ = syntax.subjects(word.i)
    frame.put("subject", *subjects)
    frame.put("patient" if passive else "agent", *subjects)
    for child in tree.children(word.i):
        _put_dependent(syntax, frame, child)
    for obj in frame.args.get("patient", ()):
        if tree.words[obj].lemma in pack.words["shares"] or tree.words[obj].text == "%":
            frame.put("whole", *[c.i for c in tree.children(obj, "nmod") if c.case in pack.words["of"]])
    frame.put("time", *times(syntax, word.i))
    _share_with_conjuncts(syntax, frame, word)
    if frame.reflexive and not frame.args.get("patient"):
        frame.put("reflexive", *subjects)
    _share_with_infinitive(tree, frame)
    _put_relative_oblique(syntax, frame, word)
    relative = _relative_object(syntax, word)
    if relative and not passive and not frame.args.get("patient"):
        frame.put("patient", *relative)
    _put_hung_on_objects(tree, pack, frame)
    return frame


def _share_with_infinitive(tree: Tree, frame: Frame) -> None:
    """ "refuser de déverrouiller à la demande de X": the complement may be the governing verb's."""
    for clause in tree.children(frame.i, "xcomp"):
        if clause.pos == "VERB":
            for inner in tree.children(clause.i, "obl"):
                if inner.case not in ("", "à", "to") and inner.case not in frame.args:
                    frame.put(inner.case, inner.i)


def _put_hung_on_objects(tree: Tree, pack: LanguagePack, frame: Frame) -> None:
    """ "fournir les données au gouvernement": a complement of the verb that the parser hung on its object."""
    for obj in tree.children(frame.i, "obj", "obl", "xcomp", "attr"):
        if obj.pos != "NOUN":
            continue
        if frame.passive and "agent" not in frame.args and not _is_definite(tree, obj):
            frame.put("agent", *[c.i for c in tree.children(obj.i, "nmod") if c.case in pack.words["by"]])
        if obj.rel in ("xcomp", "attr"):
            continue
        for inner in _complements(tree, pack, obj):
            if inner.case not in ("", "de", "of"):
                frame.put(inner.case, inner.i)
                if inner.case in ("à", "to"):
                    frame.put("recipient", inner.i)
            elif (
                inner.case not in ("", *frame.args) and _is_bare(tree, inner) and not _says_what_kind(pack, obj, inner)
            ):
                frame.put(inner.case, inner.i)  # "accuse les dirigeants de Nissan de trahison"


def _complements(tree: Tree, pack: LanguagePack, noun: Word) -> Iterator[Word]:
    """The complements of a noun, and what hangs on a sum in it ("un prêt de 7 milliards à Altéo")."""
    for inner in tree.children(noun.i, "nmod"):
        yield inner
        if inner.case in pack.words["of"] and tree.child(inner.i, "nummod") is not None:
            yield from tree.children(inner.i, "nmod")


def _says_what_kind(pack: LanguagePack, noun: Word, word: Word) -> bool:
    """ "un homme de 40 ans", "siège au conseil d'administration": said of the noun, not of the act."""
    return word.lemma in pack.words["qualities"] or noun.lemma in pack.words["parts"]


def _is_definite(tree: Tree, word: Word) -> bool:
    return any("Definite=Def" in c.morph or "Poss=Yes" in c.morph for c in tree.children(word.i, "det"))


def _is_bare(tree: Tree, word: Word) -> bool:
    """Whether a word is a common noun without determiner."""
    return word.pos == "NOUN" and not word.is_title and tree.child(word.i, "det", "poss") is None


def _is_reflexive(tree: Tree, pack: LanguagePack, word: Word) -> bool:
    return any(c.lower in pack.words["reflexive"] for c in tree.children(word.i, "refl", "obj", "iobj", "expl", "dep"))


def _put_dependent(syntax: Syntax, frame: Frame, child: Word) -> None:
    pack = syntax.pack
    if child.lower in pack.words["reflexive"] or child.pos == "PUNCT":
        return
    if child.pos == "PRON" and child.lower in pack.words["relative_object"] | pack.words["relative_place"]:
        return
    if child.i in frame.args.get("subject", ()) or _stands_for_the_clause(syntax, frame, child):
        return
    if child.rel in ROLES:
        frame.put(ROLES[child.rel], child.i)
    if child.rel == "agent" or (child.rel == "iobj" and child.case):
        frame.put(child.case, child.i)
    elif child.rel in ("obl", "nmod"):
        _put_oblique(frame, child, pack)
    elif child.rel in ("xcomp", "ccomp"):
        _put_clause(syntax, frame, child)


def _stands_for_the_clause(syntax: Syntax, frame: Frame, child: Word) -> bool:
    """ "comme l'a annoncé X": the pronoun is what the rest of the sentence says, nobody before."""
    words = syntax.pack.words
    if child.pos != "PRON" or child.lower not in words["clause_pronouns"] or frame.lemma not in syntax.pack.reporting:
        return False
    return any(c.lower in words["just_as"] for c in syntax.tree.children(frame.i) if c.i < child.i)


def _put_oblique(frame: Frame, child: Word, pack: LanguagePack) -> None:
    """A complement fills the role of its adposition, and those that the adposition tells."""
    if child.case in ("à", "to"):
        frame.put("recipient", child.i)
    if child.case in pack.words["by"] and frame.passive:
        frame.put("agent", child.i)
    frame.put(child.case or "bare", child.i)


def _put_clause(syntax: Syntax, frame: Frame, child: Word) -> None:
    """A clause fills the role of the adposition that opens it; a noun or adjective is said of the subject."""
    pack = syntax.pack
    frame.put("clause", child.i)
    for mark in syntax.tree.children(child.i, "mark"):
        if mark.pos == "ADP":
            frame.put(pack.adpositions.get(mark.lower, mark.lower), child.i)
    if child.pos in ("NOUN", "PROPN", "ADJ"):
        frame.put("attr", child.i)
    if child.case:
        frame.put(child.case, child.i)
    elif child.pos == "PROPN" and frame.lemma not in pack.lists["copulas"] and not frame.passive:
        frame.put("patient", child.i)  # a name is what the verb acts on: "a concurrencé Danone"


def _share_with_conjuncts(syntax: Syntax, frame: Frame, word: Word) -> None:
    """ "fabrique et vend des téléphones": the first verb shares the object of the last."""
    tree = syntax.tree
    if frame.args.get("patient") or frame.passive:
        return
    for other in tree.children(word.i, "conj"):
        if other.pos == "VERB" and other.i - word.i <= 3 and tree.child(other.i, *SUBJECT) is None:
            frame.put("patient", *[c.i for c in tree.children(other.i, "obj")])


def _put_relative_oblique(syntax: Syntax, frame: Frame, word: Word) -> None:
    """ "les pays dans lesquels nous opérons": the noun before the clause is where."""
    tree, words = syntax.tree, syntax.pack.words
    top = tree.words[tree.first_conjunct(word.i)]
    if top.rel != "relcl" or top.head == ROOT:
        return
    for child in tree.children(word.i, "obl"):
        if child.case and child.lower in words["relative_subject"]:
            frame.put(child.case, top.head)


def _relative_object(syntax: Syntax, word: Word) -> list[int]:
    """ "le décret que Trump a signé": the noun before "que" is the object."""
    tree, words = syntax.tree, syntax.pack.words
    top = tree.words[tree.first_conjunct(word.i)]
    relative = [c for c in tree.children(word.i, "obj", "mark", "dep") if c.lower in words["relative_object"]]
    if (
        relative
        and relative[0].pos == "PRON"
        and "PronType=Rel" in relative[0].morph
        and top.rel in ("ccomp", "parataxis")
    ):
        return _noun_before(tree, relative[0].i)
    if top.rel in ("relcl", "acl") and top.head != ROOT:
        if relative and relative[0].pos == "PRON":
            return [top.head]
        own = tree.child(word.i, "subj")
        bare = syntax.pack.adposition == "head" and top.rel == "relcl" and tree.child(word.i, "obj") is None
        if bare and own is not None and own.lower not in words["relative_subject"]:
            return [top.head]
    return []


def _noun_before(tree: Tree, i: int) -> list[int]:
    """The noun that a misplaced "que" takes up: the nearest before it that is no place."""
    for j in range(i - 1, max(i - 12, tree.sents[tree.words[i].sent][0] - 1), -1):
        word = tree.words[j]
        noun = word.pos in ("NOUN", "PROPN") and word.ent not in ("LOC", "GPE") and word.rel != "name"
        if noun and not (word.rel == "nmod" and tree.words[word.head].rel == "nmod" and not word.case):
            return [j]
    return []


def times(syntax: Syntax, i: int) -> list[int]:
    """Return the dependents of a word that say when."""
    tree, pack = syntax.tree, syntax.pack
    found = []
    for child in tree.children(i, "obl", "nmod", "npadvmod", "advmod", "obj", "amod"):
        year = child.text.isdigit() and len(child.text) == 4
        day = child.pos == "NUM" and any(c.lemma in pack.lists["temporal"] for c in tree.children(child.i))
        if (
            year
            or day
            or child.lemma in pack.lists["temporal"]
            or child.lower in pack.patterns["dates"]["relative_days"]
        ):
            found.append(child.i)
    return found


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
        _fill_from_light_verb(syntax, frame, word, light)
        _fill_receiver(syntax, frame, word)
        _fill_predicated(syntax, frame, word)
        yield frame


def _fill_noun(syntax: Syntax, frame: Frame, word: Word) -> None:
    for child in syntax.tree.children(word.i):
        _put_below_noun(syntax, frame, child)
    _put_around_noun(syntax, frame, word)
    for case in sorted(syntax.pack.words["by"]):
        frame.put("agent", *frame.args.get(case, ()))
    frame.put("time", *times(syntax, word.i))


def _put_below_noun(syntax: Syntax, frame: Frame, child: Word) -> None:
    """What hangs below a noun: complements, owner, participle, nationality, compound."""
    tree, words = syntax.tree, syntax.pack.words
    if child.rel in ("nmod", "obl", "agent"):
        frame.put(child.case or "bare", child.i)
        for inner in tree.children(child.i, "nmod"):  # "le rachat d'Alpro par Danone", hung one lower
            if inner.case not in ("", "de", "of") or (inner.case == child.case and _is_of_the_term(syntax, child)):
                frame.put(inner.case, inner.i)
        if child.lower in words["relative_of"] and _opens_clause(tree, child.i):
            frame.put("poss", *_before_relative(tree, child.i))
    elif child.rel == "poss" or (child.rel == "det" and any(child.lower in words[name] for name in POSSESSIVES)):
        whose = child.lower in words["relative_of"]  # "Google, whose headquarters …"
        frame.put("poss", *(_before_relative(tree, child.i) if whose else [child.i]))
    elif child.rel == "acl" and child.pos == "VERB":
        for inner in tree.children(child.i, "agent", "obl", "iobj"):
            frame.put(inner.case or "par", inner.i)
    elif child.rel == "amod":
        frame.put("nation", child.i)
    elif child.rel == "name" and child.i < frame.i:
        frame.put("compound", child.i)


def _opens_clause(tree: Tree, i: int) -> bool:
    """Whether a verb follows "dont"; without one it only names some: "des hôtes, dont les présidents X et Y"."""
    last = tree.sents[tree.words[i].sent][1]
    return any(w.pos in ("VERB", "AUX") for w in tree.words[i + 1 : last])


def _is_of_the_term(syntax: Syntax, word: Word) -> bool:
    """ "le chiffre d'affaires de X": a noun without article is part of the term, and what hangs on it is the term's."""
    melted = syntax.pack.words["definite"]
    return _is_bare(syntax.tree, word) and not any(c.lower in melted for c in syntax.tree.children(word.i, "case"))


def _before_relative(tree: Tree, i: int) -> list[int]:
    """ "Renault, dont le siège …": the noun right before the pronoun, through a comma."""
    j = i - 2 if i > 1 and tree.words[i - 1].text == "," else i - 1
    word = tree.words[j] if j >= 0 else None
    if word is None or word.pos not in ("NOUN", "PROPN", "X", "ADJ"):
        return []
    return [word.i, word.head] if word.rel in ("name", "amod") and word.head != ROOT else [word.i]


def _put_around_noun(syntax: Syntax, frame: Frame, word: Word) -> None:
    """What a noun that hangs below another word is said of."""
    tree = syntax.tree
    if word.rel == "amod" and word.head != ROOT:
        frame.put("head", word.head)
        frame.put("self", word.head)  # "rival Airbus"
        frame.put("poss", *[c.i for c in tree.children(word.head, "poss")])
    if word.rel == "obl" and word.head != ROOT:
        frame.put("around", *syntax.subjects(word.head)[0])
    if word.rel == "name" and word.head > word.i:
        frame.put("self", word.head)
        for child in tree.children(word.head, "poss", "name"):  # "Volkswagen's subsidiary Audi": hung on the name
            if child.i < word.i:
                frame.put("poss" if child.rel == "poss" else "compound", child.i)


def _share_complements(syntax: Syntax, frame: Frame, word: Word) -> None:
    """ "founder and chief executive of Aton", "son président et fondateur": what one office is of, all are of."""
    tree, nouns = syntax.tree, syntax.pack.nouns
    series = tree.conjuncts(tree.first_conjunct(word.i))
    if len(series) < 2 or {"of", "de", "poss", "at", "compound"} & frame.args.keys():
        return
    others = [tree.words[i] for i in series if i != word.i and nouns.get(tree.words[i].lemma) == "Person"]
    if nouns.get(word.lemma) != "Person":
        return
    for other in sorted(others, key=lambda o: (o.i < word.i, o.i)):
        shared = Frame(i=other.i, kind="noun", lemma=other.lemma, verb=other.i)
        _fill_noun(syntax, shared, other)
        for role in ("of", "de", "at", "poss", "compound"):
            if role in shared.args and role not in frame.args:
                frame.put(role, *shared.args[role])


def _fill_from_light_verb(syntax: Syntax, frame: Frame, word: Word, light: frozenset[str]) -> None:
    """ "mener une enquête": the verb only lends its subject, tense and negation."""
    tree = syntax.tree
    if word.head == ROOT:
        return
    head = tree.words[word.head]
    if head.pos != "VERB" or head.lemma not in light:
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
                if child.rel == "iobj" or child.case in ("à", "to"):
                    frame.put("recipient", child.i)
    elif word.rel in ("subj:pass", "subj") and syntax.is_passive(head):
        frame.put("agent", *[c.i for c in tree.children(head.i, "agent")])
        frame.verb = head.i
        for child in tree.children(head.i, "obl"):
            frame.put(child.case or "bare", child.i)


def _fill_receiver(syntax: Syntax, frame: Frame, word: Word) -> None:
    """ "a reçu le soutien de X": the subject is not who supports."""
    found = received(syntax, word)
    if found is not None:
        frame.put("receiver", *found[0])
        frame.verb = found[1]


def _fill_predicated(syntax: Syntax, frame: Frame, word: Word) -> None:
    """ "X est le fondateur de Y", "X devient président", "X served as chairman": the noun is said of the subject."""
    tree, lists = syntax.tree, syntax.pack.lists
    word = tree.words[predicate_head(tree, word)]
    if tree.child(word.i, "cop") is not None:
        _say_of(frame, syntax.subjects(word.i)[0], word.i)
        return
    if word.head == ROOT:
        return
    _fill_from_predicate(tree, frame, word)
    head = tree.words[word.head]
    _carry_by_appointment(syntax, frame, word)
    copula = head.lemma in lists.get("copulas", ())
    if word.rel == "attr" or (word.rel in ("xcomp", "obj") and copula):
        _say_of(frame, syntax.subjects(head.i)[0], head.i)
        return
    if word.rel == "subj" and copula:  # "its chairman is Rosa Diaz"
        names = [c.i for c in tree.children(head.i, "attr") if c.pos == "PROPN"]
        if names:
            _say_of(frame, names, head.i)
        return
    words = syntax.pack.words
    as_office = word.case in words["as_office"] and head.lemma not in syntax.pack.reporting
    as_office = as_office and head.lemma not in words["taken_as"]
    as_office = as_office or (word.case == "to" and head.lemma in lists.get("appointing", ()))
    if as_office or (word.rel in ("xcomp", "obj") and head.lemma in lists.get("appointing", ())):
        if head.lemma in lists.get("leaving_verbs", ()):
            return
        patients = [c.i for c in tree.children(head.i, "obj", "subj:pass") if c.i != word.i]
        subjects = syntax.subjects(head.i)[0] if as_office or syntax.is_passive(head) else []
        frame.put("self", *patients, *subjects)
        if word.pos == "ADJ":
            frame.put("head", *patients, *subjects)  # "found him guilty"
        frame.verb = head.i


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
    if noun.rel not in SUBJECT:
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
