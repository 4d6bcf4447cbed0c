"""Verbs with their arguments by role, whatever the construction: active, passive, relative, control."""

from collections.abc import Iterator

from kg.extract.rules.parsing.frames import Frame, is_bare, times
from kg.extract.rules.parsing.syntax import Syntax
from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Tree, Word
from kg.extract.rules.relations.relative_objects import relative_object, told_of_what_is_before
from kg.extract.rules.relations.shares import put_behind_sums
from kg.lang import LanguagePack
from kg.lang.schema import load_schema

NO_VERBS = ("aux", "aux:pass", "cop", "case", "name")  # as which a verb only serves another word
BESIDE = 3  # words from one coordinated verb to the next that shares its object: "a vendu ou a cédé"
ROLES = {"obj": "patient", "attr": "attr", "agent": "agent", "iobj": "recipient", "npadvmod": "bare"}  # by relation


def frames_of(syntax: Syntax, heads: frozenset[str]) -> Iterator[Frame]:
    """Yield a frame a verb whose lemma, without its particle, is one of some words."""
    for word in syntax.tree.words:
        if word.pos == "VERB" and word.lemma.partition(" ")[0] in heads and word.rel not in NO_VERBS:
            yield _verb_frame(syntax, word, syntax.pack)


def verb_frames(syntax: Syntax) -> Iterator[Frame]:
    """Yield a frame a verb, and one a copula before an adposition."""
    tree, pack = syntax.tree, syntax.pack
    for word in tree.words:
        copula = tree.child(word.i, "cop") if word.case and word.pos in ("NOUN", "PROPN") else None
        if copula is not None:
            yield _copular_frame(syntax, word, copula)
        acts = word.pos == "VERB" or (word.pos == "AUX" and word.rel not in ("aux", "aux:pass", "cop"))
        if acts and word.rel not in NO_VERBS:
            yield _verb_frame(syntax, word, pack)


def _verb_frame(syntax: Syntax, word: Word, pack: LanguagePack) -> Frame:
    tree = syntax.tree
    passive = syntax.is_passive(word)
    frame = Frame(i=word.i, kind="verb", lemma=word.lemma, verb=word.i, passive=passive)
    frame.undergone = syntax.is_undergone(word)
    frame.reflexive = not frame.undergone and _is_reflexive(tree, pack, word)
    subjects, _ = syntax.subjects(word.i)
    _put_subjects(frame, subjects)
    for child in tree.children(word.i):
        _put_dependent(syntax, frame, child)
    if word.rel == "amod":
        _put_beside(tree, frame, tree.words[word.head])
    if passive and (tied := _tied_names(tree, word)):
        frame.put("agent", *tied)
    given = passive and word.lemma in pack.words["giving"] and frame.args.get("agent")
    if given and tree.child(word.i, "obj") is not None:
        frame.put("recipient", *subjects)  # "was given a car by Zumo"
    frame.put("time", *times(syntax, word.i))
    _share_with_conjuncts(syntax, frame, word)
    _share_happening(syntax, frame, word)
    if frame.reflexive and not frame.args.get("patient"):
        frame.put("reflexive", *subjects)
    _share_with_infinitive(tree, syntax.pack, frame)
    _put_relative_oblique(syntax, frame, word)
    put_behind_sums(tree, pack, frame)
    relative = relative_object(syntax, word)
    if relative and not passive and not frame.args.get("patient"):
        frame.put("patient", *relative)
    _put_hung_on_objects(tree, pack, frame)
    if (before := told_of_what_is_before(syntax, word)) and pack.words["of"].isdisjoint(frame.args):
        frame.put(min(pack.words["of"]), *before)
    return frame


def _put_beside(tree: Tree, frame: Frame, noun: Word) -> None:
    """ "the state-owned Norwegian utility Aton", "Norway's state-owned Aton": whose it is."""
    frame.put("nation", *[c.i for c in tree.children(noun.i, "amod") if c.i != frame.i])
    named = [noun, tree.words[noun.head]] if noun.rel == "name" else [noun]
    frame.put("poss", *[c.i for word in named for c in tree.children(word.i, "poss")])


def _tied_names(tree: Tree, participle: Word) -> list[int]:
    """ "the Valtec-owned airline": the name that a hyphen ties to a participle is who acts."""
    if participle.i < 2 or tree.words[participle.i - 1].text != "-":
        return []
    return [c.i for c in tree.children(participle.i, "npadvmod") if c.i == participle.i - 2 and c.pos == "PROPN"]


def _copular_frame(syntax: Syntax, word: Word, copula: Word) -> Frame:
    """ "Marc Petit est contre la réforme": who is for or against what, denied or not as the predicate is."""
    frame = Frame(i=copula.i, kind="verb", lemma=copula.lemma, verb=word.i)
    _put_subjects(frame, syntax.subjects(word.i)[0] or syntax.subjects(copula.i)[0])
    frame.put(word.case, word.i)
    behind = syntax.tree.words[word.i + 1 : word.i + 2]
    led = [syntax.tree.words[w.head] for w in behind if w.rel == "case" and w.head != ROOT]
    for noun in led:
        if " " in noun.case:  # "est à la tête de Zumo", whatever the noun hangs on
            frame.put(noun.case, noun.i)
    return frame


def _put_subjects(frame: Frame, subjects: list[int]) -> None:
    if frame.undergone and not frame.passive:
        frame.put("recipient", *subjects)
        return
    frame.put("subject", *subjects)
    frame.put("patient" if frame.passive else "agent", *subjects)


def _share_with_infinitive(tree: Tree, pack: LanguagePack, frame: Frame) -> None:
    """ "refuser de déverrouiller à la demande de X": the complement may be the governing verb's."""
    for clause in tree.children(frame.i, "xcomp"):
        if clause.pos == "VERB":
            for inner in tree.children(clause.i, "obl"):
                if inner.case and inner.case not in pack.words["to"] and inner.case not in frame.args:
                    frame.put(inner.case, inner.i)


def _put_hung_on_objects(tree: Tree, pack: LanguagePack, frame: Frame) -> None:
    """ "fournir les données au gouvernement": a complement of the verb that the parser hung on its object."""
    for obj in tree.children(frame.i, "obj", "obl", "xcomp", "attr", "agent"):
        acting = obj.rel == "agent" or obj.case in pack.words["by"]  # "accusé par Zumo de fraude"
        for i in tree.conjuncts(obj.i) if acting or (obj.pos == "PROPN" and obj.rel == "obj") else ():
            _put_hung_on_name(tree, pack, frame, tree.words[i])
        _put_against(tree, pack, frame, obj)
        if obj.rel == "agent" or (obj.pos != "NOUN" and not (obj.pos == "NUM" and obj.rel == "obj")):  # "$40m"
            continue
        if (frame.passive or frame.undergone) and "agent" not in frame.args and not _is_definite(tree, obj):
            frame.put("agent", *[c.i for c in tree.children(obj.i, "nmod", "agent") if c.case in pack.words["by"]])
        if obj.rel in ("xcomp", "attr"):
            continue
        for inner in _complements(tree, pack, obj):
            if inner.case and inner.case not in pack.words["of"]:
                frame.put(inner.case, inner.i)
                if inner.case in pack.words["to"]:
                    frame.put("recipient", inner.i)
            elif inner.case not in ("", *frame.args) and _is_apart(tree, pack, obj, inner):
                frame.put(inner.case, inner.i)


def _put_against(tree: Tree, pack: LanguagePack, frame: Frame, name: Word) -> None:
    """ "filed a complaint with Ofcom against Zumo": no regulator is against anybody by its name."""
    for inner in tree.children(name.i, "nmod") if name.rel == "obl" and name.pos == "PROPN" else ():
        if inner.case in pack.words["against"]:
            frame.put(inner.case, inner.i)


def _put_hung_on_name(tree: Tree, pack: LanguagePack, frame: Frame, name: Word) -> None:
    """ "accuse Marc Petit de trahison", "a condamné Marc Petit pour fraude": what stands behind a name is the act's."""
    for inner in tree.children(name.i, "nmod", "xcomp"):
        wrong = inner.lemma in pack.words["offences"]  # "par sa femme de violences"
        if not (wrong or (inner.pos == "NOUN" and name.pos == "PROPN")) or inner.case in ("", *frame.args):
            continue
        if inner.is_title:
            continue
        if inner.case not in pack.words["of"] or (is_bare(tree, inner) and not _says_what_kind(pack, name, inner)):
            frame.put(inner.case, inner.i)


def _complements(tree: Tree, pack: LanguagePack, noun: Word) -> Iterator[Word]:
    """The complements of a noun, and of what is counted in it: "un prêt de 7 milliards à Altéo", "40 jets from X"."""
    for inner in tree.children(noun.i, "nmod", "xcomp"):  # "accuse ministers of lying"
        if inner.rel == "xcomp" and not inner.case:
            continue
        yield inner
        if tree.child(inner.i, "nummod") is not None or (noun.pos == "NUM" and inner.case in pack.words["lying_in"]):
            yield from tree.children(inner.i, "nmod")


def _is_apart(tree: Tree, pack: LanguagePack, noun: Word, word: Word) -> bool:
    """ "accuse les dirigeants de Nissan de trahison", "on suspicion of lying": what the act is about, and no owner."""
    return (is_bare(tree, word) or word.pos == "VERB") and not _says_what_kind(pack, noun, word)


def _says_what_kind(pack: LanguagePack, noun: Word, word: Word) -> bool:
    """ "un homme de 40 ans", "au conseil d'administration", "trois ans de prison": said of the noun, not of the act."""
    if word.lemma in pack.words["qualities"] or noun.lemma in pack.words["parts"]:
        return True
    return noun.lemma in pack.lists["temporal"]


def _is_definite(tree: Tree, word: Word) -> bool:
    return any("Definite=Def" in c.morph or "Poss=Yes" in c.morph for c in tree.children(word.i, "det"))


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
    if child.rel in ROLES and not _tells_how(syntax, child):
        frame.put(ROLES[child.rel], child.i)
    if child.rel in ("obl", "obj") and child.case and syntax.tree.child(child.i, "cop") is not None:
        _put_clause(syntax, frame, child)  # "accusé d'être à l'origine de la rupture"
        return
    if child.rel == "agent" or (child.rel == "iobj" and child.case) or _tells_how(syntax, child):
        frame.put(child.case, child.i)
    elif child.rel in ("obl", "nmod"):
        _put_oblique(frame, child, pack)
    elif child.rel in ("xcomp", "ccomp") or (child.rel == "obj" and child.pos == "VERB"):
        _put_clause(syntax, frame, child)  # an object that is a verb: "denied dumping"
    elif child.rel == "advcl":
        _put_adverbial(syntax, frame, child)


def _put_adverbial(syntax: Syntax, frame: Frame, clause: Word) -> None:
    """ "condamné pour avoir volé", "called for X to go": what for, and who is to act."""
    tree = syntax.tree
    if why := _says_why(syntax, clause):
        frame.put(why, clause.i)
    elif any(c.lower in syntax.pack.words["called_for"] for c in tree.children(clause.i, "mark")):
        frame.put("called", *[c.i for c in tree.children(clause.i, "subj")])


def _tells_how(syntax: Syntax, child: Word) -> bool:
    """ "tué par balle", "prévenu par courrier": a bare noun behind "par" tells how, and nobody who acts."""
    by = child.rel == "agent" or child.case in syntax.pack.words["by"]
    alone = by and syntax.pack.adposition == "child" and is_bare(syntax.tree, child)
    return alone and syntax.tree.child(child.i, "nummod") is None


def _says_why(syntax: Syntax, clause: Word) -> str:
    """ "condamné pour avoir volé": the purpose mark that says what for, with a perfect infinitive; "" for none."""
    marks = [c.lower for c in syntax.tree.children(clause.i, "mark")]
    perfect = syntax.tree.child(clause.i, "aux") is not None
    return marks[0] if perfect and len(marks) == 1 and marks[0] in syntax.pack.words["for_having"] else ""


def _stands_for_the_clause(syntax: Syntax, frame: Frame, child: Word) -> bool:
    """ "comme l'a annoncé X": the pronoun is what the rest of the sentence says, nobody before."""
    words = syntax.pack.words
    if child.pos != "PRON" or child.lower not in words["clause_pronouns"] or frame.lemma not in syntax.pack.reporting:
        return False
    return any(c.lower in words["just_as"] for c in syntax.tree.children(frame.i) if c.i < child.i)


def _put_oblique(frame: Frame, child: Word, pack: LanguagePack) -> None:
    if child.case in pack.words["of"] and child.i < frame.i and child.pos == "NOUN":
        return  # "De son côté, X accuse Y de …": before its verb it completes nothing
    _put_complement(frame, child.case, child.i, pack)


def _put_complement(frame: Frame, case: str, i: int, pack: LanguagePack) -> None:
    """A complement fills the role of its adposition, and those that the adposition tells."""
    if case in pack.words["to"]:
        frame.put("recipient", i)
    if case in pack.words["by"] and (frame.passive or frame.undergone):
        frame.put("agent", i)
    frame.put(case or "bare", i)


def _put_clause(syntax: Syntax, frame: Frame, child: Word) -> None:
    """A clause fills the role of the adposition that opens it; a noun or adjective is said of the subject."""
    pack = syntax.pack
    frame.put("clause", child.i)
    _put_wished(syntax, frame, child)
    for mark in syntax.tree.children(child.i, "mark"):
        if mark.pos == "ADP":
            frame.put(pack.adpositions.get(mark.lower, mark.lower), child.i)
    if child.pos in ("NOUN", "PROPN", "ADJ"):
        frame.put("attr", child.i)
    if child.case:
        frame.put(child.case, child.i)
    elif child.pos == "PROPN" and frame.lemma not in pack.lists["copulas"] and not frame.passive:
        frame.put("patient", child.i)  # a name is what the verb acts on: "a concurrencé Danone"


def _put_wished(syntax: Syntax, frame: Frame, clause: Word) -> None:
    """ "wants the minister to go", "demanded that the minister go": who is to act, by the form of the verb.

    In "wants the tax abolished" something is to suffer it; in French a conjunction opens the clause.
    """
    tree = syntax.tree
    if syntax.pack.adposition == "child":
        that = any(c.lower in syntax.pack.words["that"] for c in tree.children(clause.i, "mark"))
        frame.put("doer", *[c.i for c in tree.children(clause.i, "subj")] if that else [])
    if clause.rel == "ccomp" and clause.tag == "VBN":
        frame.put("undergoer", *[c.i for c in tree.children(clause.i, "subj:pass")])
    bare = clause.tag == "VB" or _is_subjunctive(tree, clause)
    if clause.rel != "ccomp" or not bare or any(c.tag == "MD" for c in tree.children(clause.i, "aux")):
        return
    wished = any(c.tag == "TO" for c in tree.children(clause.i, "aux")) or tree.child(clause.i, "mark") is not None
    if wished:
        frame.put("doer", *[c.i for c in tree.children(clause.i, "subj", "subj:pass")])


def _is_subjunctive(tree: Tree, clause: Word) -> bool:
    """ "demanded that Ann Lee resign": the bare form behind a subject that is one other person or thing."""
    subject = tree.child(clause.i, "subj") if clause.tag == "VBP" else None
    if subject is None or tree.child(subject.i, "conj") is not None:
        return False
    return subject.tag in ("NN", "NNP") or ("Number=Sing" in subject.morph and "Person=3" in subject.morph)


def _share_with_conjuncts(syntax: Syntax, frame: Frame, word: Word) -> None:
    """ "fabrique et vend des téléphones", "arrêté et jugé par X": what stands behind the last verb is of both."""
    role, rels = ("agent", ("agent",)) if frame.passive else ("patient", ("obj",))
    if frame.args.get(role):
        return
    tree = syntax.tree
    for other in [*tree.children(word.i, "conj"), *([tree.words[word.head]] if word.rel == "conj" else [])]:
        first, last = min(word.i, other.i), max(word.i, other.i)
        if other.pos != "VERB" or last - first > BESIDE or tree.child(last, *SUBJECTS) is not None:
            continue
        if syntax.is_passive(other) == frame.passive:
            frame.put(role, *[c.i for c in tree.children(other.i, *rels) if c.i > last])


def _share_happening(syntax: Syntax, frame: Frame, word: Word) -> None:
    """ "Deux hommes ont été tués et dix blessés dans l'incendie": what happened to the last happened to all."""
    tree, pack, schema = syntax.tree, syntax.pack, load_schema()
    for other in tree.children(word.i, "conj"):
        for child in tree.children(other.i, "obl", "nmod"):
            kind = pack.nouns.get(child.lemma, "Concept")
            happened = schema.is_a(kind, "ViolentEvent") or schema.is_a(kind, "DisasterEvent")
            if happened and child.i > other.i and child.case and child.case not in frame.args:
                frame.put(child.case, child.i)


def _put_relative_oblique(syntax: Syntax, frame: Frame, word: Word) -> None:
    """ "les pays dans lesquels nous opérons": the noun before the clause is where."""
    tree, words = syntax.tree, syntax.pack.words
    top = tree.words[tree.first_conjunct(word.i)]
    if top.rel != "relcl" or top.head == ROOT:
        return
    for child in tree.children(word.i, "obl", "iobj"):
        if child.case and child.lower in words["relative_subject"] | words["relative_to"] | words["relative_of"]:
            _put_complement(frame, child.case, top.head, syntax.pack)
        elif child.lower in words["relative_of"]:
            for case in sorted(words["of"]):
                frame.put(case, top.head)
        elif child.lower in words["relative_place"]:
            for case in sorted(words["where_cases"]):
                frame.put(case, top.head)
