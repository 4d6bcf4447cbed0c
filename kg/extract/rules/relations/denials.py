"""What somebody denies by a pronoun: "The union says that Aton lied. The firm denies it": what was told just before."""

from collections.abc import Iterator
from itertools import pairwise

from kg.extract.rules.parsing.mending.grammar import is_infinitive
from kg.extract.rules.parsing.tree import QUOTE, ROOT, SUBJECTS, Tree, Word
from kg.extract.rules.relations.reading import Draft, Reading
from kg.lang.schema import load_schema
from kg.model import Datatype, Modality, Value

DENIERS = ("Agent", "Country")
REPROACHED = frozenset({"accusedOf", "chargedWith"})  # properties that tell what one may deny
RULE, SURE = "speech/denied", 0.7
TOLD = ("obj", "ccomp", "xcomp", "aux:pass", "refl", "expl", "attr")  # as what a clause tells what is denied
LONG = 30  # words: more of them tell several things
FAR = 12  # words from "ce que" to its verb
SHORT = 4  # words of a clause: fewer ("it did not") tell nothing by themselves
Words = tuple[int, int]


def find_denials(reading: Reading, drafts: list[Draft]) -> Iterator[Draft]:
    """ "accuses Aton of lying, which it denies": what one denies is a reproach or a statement that ends before it."""
    words = reading.pack.words
    for verb in reading.tree.words if words["denying"] else ():
        told_by = verb.lemma in words["denying"] | words["dismissing"] | words["pleading"]
        if verb.pos != "VERB" or not (told_by or _defends_himself(reading, verb)):
            continue
        if reading.context.clauses.is_negated(verb):
            continue  # "des faits qu'il ne nie pas"
        content, what = _content(reading, verb), _opens_as_what(reading, verb)
        for index in _deniers(reading, verb):
            told = content or _told_before(reading, drafts, verb, index)
            if told is not None:
                yield Draft(
                    subject=index, predicate="denies", object=Value(text=reading.text(*told), datatype=Datatype.STRING),
                    trigger=verb.i, verb=verb.i, phrase=verb.lemma, rule=RULE, confidence=SURE,
                    object_words=told, modality=_modality(reading, verb),
                    background=what is not None or _claim_before(reading, verb) == told,
                )  # fmt: skip


def find_insistence(reading: Reading) -> Iterator[Draft]:
    """ "insists that its systems were never breached", "insisted there had been no bribe": a denial in other words."""
    yield from _denied_infinitives(reading)
    tree, words = reading.tree, reading.pack.words
    for verb in tree.words if words["insisting"] else ():
        clause = tree.child(verb.i, "ccomp") if verb.pos == "VERB" and verb.lemma in words["insisting"] else None
        if clause is None or clause.i < verb.i or not _is_negative(reading, clause):
            continue
        if reading.context.clauses.tense(clause) is not Modality.ACTUAL:
            continue  # "insisted that he would not resign"
        below = tree.subtree(clause.i, ("conj", "cc", "parataxis", "advcl"))
        told = _stripped(reading, below[0], _with_name(reading, below[-1]))
        for index in _deniers(reading, verb) if SHORT <= told[1] - told[0] <= LONG else ():
            if _speaks_of_himself(reading, clause, index):
                yield Draft(
                    subject=index, predicate="denies", object=Value(text=reading.text(*told), datatype=Datatype.STRING),
                    trigger=verb.i, verb=verb.i, phrase=verb.lemma, rule="speech/insisted", confidence=0.5,
                    object_words=told,
                )  # fmt: skip


def _denied_infinitives(reading: Reading) -> Iterator[Draft]:
    """ "jure n'avoir jamais vu X", "assure ne pas être au courant": what one says that one has not done, or is not."""
    tree, words = reading.tree, reading.pack.words
    for verb in tree.words if words["denying_by_infinitive"] else ():
        clause = _told_infinitive(tree, verb) if verb.lemma in words["denying_by_infinitive"] else None
        if clause is None or clause.i < verb.i or not _is_infinitive(tree, clause) or _is_of_mind(reading, clause):
            continue
        below = tree.subtree(clause.i, ("conj", "cc", "parataxis", "advcl", "punct"))
        denied = [i for i in below if i > verb.i and tree.words[i].head in (clause.i, *_carriers(reading, clause))]
        denied = [i for i in denied if _is_negation(reading, i)]
        told = [i for i in below if i > verb.i and i not in denied and tree.words[i].text != QUOTE]
        if _restricts(reading, verb, told):
            continue
        particle = any(tree.words[i].lower in words["negation_particle"] for i in denied)
        if not particle or not told or reading.context.clauses.is_negated(verb):
            continue
        field = _stripped(reading, max(told[0], denied[0]), told[-1] + 1)
        text = " ".join(reading.text(*span) for span in _spans([i for i in told if field[0] <= i < field[1]]))
        sure = 0.65 if field[1] - field[0] > SHORT else 0.5
        for index in _deniers(reading, verb):
            yield Draft(
                subject=index, predicate="denies", object=Value(text=text, datatype=Datatype.STRING),
                trigger=verb.i, verb=verb.i, phrase=verb.lemma, rule="speech/insisted", confidence=sure,
                object_words=field,
            )  # fmt: skip


def _told_infinitive(tree: Tree, verb: Word) -> Word | None:
    """The clause below a verb; "affirme ne pas être au courant" where the parser hung the predicate as an object."""
    clause = tree.child(verb.i, "xcomp", "ccomp")
    return clause or next((c for c in tree.children(verb.i, "obj", "obl") if tree.child(c.i, "cop")), None)


def _restricts(reading: Reading, verb: Word, told: list[int]) -> bool:
    """ "dit n'avoir vendu qu'à X": what is told behind "que" was done."""
    that, words = reading.pack.words["that"], reading.tree.words
    mark = next((i for i in told if words[i].lower in that), None)
    return mark is not None and not any("VerbForm=Fin" in words[i].morph for i in told if i > mark)


def _carriers(reading: Reading, clause: Word) -> list[int]:
    """The auxiliaries and copula of a clause, or, where the parser made the auxiliary its head, the participle."""
    participles = reading.tree.children(clause.i, "obj") if _is_auxiliary(reading, clause) else []
    carried = [c.i for c in participles if c.pos == "VERB"]
    return [*carried, *(c.i for c in reading.tree.children(clause.i, "aux", "aux:pass", "cop"))]


def _is_auxiliary(reading: Reading, clause: Word) -> bool:
    """ "n'avoir rien su", "n'avoir jamais vu", where the parser took the auxiliary for the verb of its participle."""
    below = reading.tree.children(clause.i, "obj", "xcomp")
    carries = any(c.pos == "VERB" and "VerbForm=Part" in c.morph for c in below)
    return clause.lemma in reading.pack.words["active_auxiliaries"] and carries


def _is_infinitive(tree: Tree, clause: Word) -> bool:
    """Whether a clause is an infinitive, also of a copula: "ne pas être au courant"."""
    copula = tree.child(clause.i, "cop")
    return is_infinitive(tree, clause) or (copula is not None and is_infinitive(tree, copula))


def _is_of_mind(reading: Reading, clause: Word) -> bool:
    """ "dit ne pas vouloir partir", "assure ne pas comprendre": of what one wants or thinks, no reproach."""
    if reading.tree.child(clause.i, "aux") is not None or _is_auxiliary(reading, clause):
        return False
    governs = clause.lemma in reading.pack.governors and reading.tree.child(clause.i, "obj") is None
    return governs or clause.lemma in reading.pack.words["of_mind"]  # no "assure ne pas faire campagne"


def _is_negation(reading: Reading, i: int) -> bool:
    words, word = reading.pack.words, reading.tree.words[i]
    nothing = word.lower in words["nothing"] and not word.case
    return nothing or word.lower in words["negation_particle"] | words["negators"]


def _spans(found: list[int]) -> list[Words]:
    """Runs of words that stand side by side."""
    starts = [i for i in found if i - 1 not in found]
    ends = [i + 1 for i in found if i + 1 not in found]
    return list(zip(starts, ends, strict=True))


def _is_negative(reading: Reading, clause: Word) -> bool:
    """ "had not lied", "nobody was hurt", "there was no bribe"."""
    tree, words = reading.tree, reading.pack.words
    ends = tree.children(clause.i, *SUBJECTS, "attr", "obj")
    nobody = any(w.lower in words["negative_pronouns"] for w in ends)
    none = any(c.lower in words["negative_determiners"] for w in ends for c in tree.children(w.i, "det"))
    return nobody or none or tree.child(clause.i, "neg") is not None


def _speaks_of_himself(reading: Reading, clause: Word, speaker: int) -> bool:
    """Whether a clause is about who speaks or what is his, or about nobody."""
    tree, root = reading.tree, reading.table.root
    subjects = tree.children(clause.i, *SUBJECTS)
    own = [*subjects, *(c for w in subjects for c in tree.children(w.i, "poss"))]
    known = [i for w in own if (i := reading.at(w.i)) is not None]
    nobody = not known and tree.child(clause.i, "expl") is not None
    nobody |= any(w.lower in reading.pack.words["negative_pronouns"] for w in subjects)
    return nobody or any(root(i) == root(speaker) for i in known)


def without_bare_denials(drafts: list[Draft]) -> list[Draft]:
    """ "denied reports that Aton lied": what was reported is told, so that of "reports" there is nothing to say."""
    told = {draft.trigger for draft in drafts if draft.rule == RULE}
    return [d for d in drafts if d.predicate != "denies" or d.trigger not in told or d.rule == RULE]


def _content(reading: Reading, verb: Word) -> Words | None:
    """ "denied reports that Aton lied", "rejected a claim by the union that …": the clause behind what is denied."""
    tree = reading.tree
    for noun in [c for c in tree.children(verb.i, "obj") if c.pos == "NOUN" and c.i > verb.i]:
        for clause in tree.children(noun.i, "acl"):
            marked = any(c.pos in ("SCONJ", "PRON") for c in tree.children(clause.i, "mark"))
            if not marked or tree.child(clause.i, *SUBJECTS) is None:
                continue
            inside = tree.subtree(clause.i, ("conj", "cc", "parataxis", "advcl"))
            return _stripped(reading, inside[0], _with_name(reading, inside[-1]))
    return None


def _with_name(reading: Reading, last: int) -> int:
    """ "might merge with Aton & Sons": where a clause ends whose last word opens a name."""
    return max([last + 1, *(item.core[1] for item in reading.table.items if item.core[0] <= last < item.core[1])])


def _points_back(reading: Reading, verb: Word) -> bool:
    """Whether a verb has a pronoun for its object: "denies it", "rejected this", "which he denies"."""
    words = reading.pack.words
    pointing = words["demonstrative"] | words["clause_pronouns"] | words["relative_object"]
    return any(c.lower in pointing and c.pos != "DET" for c in reading.tree.children(verb.i, "obj"))


def _says_no_more(reading: Reading, verb: Word) -> bool:
    """ "Le groupe dément.", "L'intéressé nie en bloc et fera appel": a denial of nothing that its clause tells."""
    if verb.i + 1 < len(reading.tree.words) and reading.tree.words[verb.i + 1].text == QUOTE:
        return False  # 'dément "toute relation"'
    alone = verb.lemma in reading.pack.words["denying_alone"] and reading.tree.child(verb.i, *TOLD) is None
    carried = reading.tree.child(verb.i, "aux") is not None and "VerbForm=Inf" not in verb.morph
    finite = "VerbForm=Fin" in verb.morph or carried
    return (alone and finite and verb.rel not in ("relcl", "acl")) or _defends_himself(reading, verb)


def _defends_himself(reading: Reading, verb: Word) -> bool:
    """ "Le groupe s'en défend", "s'en est défendu": of what was told just before."""
    words, tree = reading.pack.words, reading.tree
    if verb.lemma not in words["self_defending"] or verb.i < 2:
        return False
    near = [w.lower for w in tree.words[max(verb.i - FAR // 2, 0) : verb.i]]
    return any(pair in words["oneself_of"] for pair in map(" ".join, pairwise(near)))


def _modality(reading: Reading, verb: Word) -> str | None:
    """ "accuses Aton of lying, which it denies": what hangs below a reproach is no part of it."""
    return reading.context.clauses.tense(verb).value if verb.rel in ("relcl", "acl") else None


def _opens_as_what(reading: Reading, verb: Word) -> int | None:
    """ "…, ce que dément le groupe": where the pronouns stand that take up what was told before the comma."""
    words, tree = reading.pack.words, reading.tree
    for i in range(verb.i - 1, max(verb.i - FAR, tree.sents[verb.sent][0] + 1), -1):
        word = tree.words[i]
        if word.pos == "PUNCT" or "VerbForm=Fin" in word.morph:
            return None
        what = tree.words[i - 1].lower in words["demonstrative"] and tree.words[i - 1].pos == "PRON"
        if what and word.lower in words["relative_object"]:
            return i - 1 if tree.words[i - 2].text == "," else None
    return None


def _deniers(reading: Reading, verb: Word) -> Iterator[int]:
    subjects, what = reading.syntax.subjects(verb.i)[0], _opens_as_what(reading, verb)
    if not subjects and what is not None:  # "ce qu'il dément", "ce que dément le groupe", however they hang
        near = [*reading.tree.words[what + 2 : verb.i], *reading.tree.words[verb.i + 1 : verb.i + SHORT]]
        subjects = [w.i for w in near if w.pos in ("NOUN", "PROPN", "PRON") and not w.case and w.rel != "det"][:1]
    parts = [part for i in subjects for part in reading.tree.conjuncts(i)]
    for index in [i for part in parts if (i := reading.at(part)) is not None]:
        if load_schema().fits(reading.root(index).type, DENIERS):
            yield index


def _told_before(reading: Reading, drafts: list[Draft], verb: Word, denier: int) -> Words | None:
    """What a pronoun, "both counts" or a noun like "a claim that he denies" stands for."""
    reproached = _near(reading, verb, _reproaches(reading, drafts, denier))
    if _denies_all(reading, verb):
        return _together(reading, reproached)
    what = _opens_as_what(reading, verb)
    if what is not None:
        near = [told for told in reproached if reading.tree.words[told[0]].sent == verb.sent]
        return _stripped(reading, *max(near, key=lambda told: told[1])) if near else _clause_before(reading, verb, what)
    if verb.lemma not in reading.pack.words["denying"] and not _defends_himself(reading, verb):
        return _claim_before(reading, verb)
    if _points_back(reading, verb) or _says_no_more(reading, verb):
        near = [*reproached, *_near(reading, verb, _said_by_others(reading, denier))]
        if near:
            return _stripped(reading, *max(near, key=lambda told: told[1]))
    return _claim_before(reading, verb)


def _reproaches(reading: Reading, drafts: list[Draft], denier: int) -> list[Words]:
    root = reading.table.root
    told = [d for d in drafts if d.predicate in REPROACHED and root(d.subject) == root(denier)]
    return [d.object_words for d in told if d.object_words is not None]


def _said_by_others(reading: Reading, denier: int) -> list[Words]:
    root, words = reading.table.root, reading.tree.words
    return [
        (min(region.words), max(region.words) + 1)
        for region in reading.attribution.reported
        if region.speaker is not None
        and root(region.speaker) != root(denier)
        and any(words[i].pos in ("VERB", "AUX") for i in region.words)
    ]


def _near(reading: Reading, verb: Word, told: list[Words]) -> list[Words]:
    """Those that end before a verb, in its sentence or the one before."""
    words = reading.tree.words
    return [x for x in told if x[1] <= verb.i and words[x[1] - 1].sent >= verb.sent - 1 and x[1] - x[0] <= LONG]


def _denies_all(reading: Reading, verb: Word) -> bool:
    """ "denies both", "denies both counts", "pleaded not guilty": all that somebody is held for."""
    words, behind = reading.pack.words, reading.tree.words[verb.i + 1 : verb.i + 3]
    if verb.lemma in words["pleading"]:
        return " ".join(w.lower for w in behind) in words["not_guilty"]
    objects = reading.tree.children(verb.i, "obj")
    return bool(objects) and bool(behind) and behind[0].lower in words["both"] and objects[0].i - verb.i <= len(behind)


def _together(reading: Reading, told: list[Words]) -> Words | None:
    """From the first to the last of the wrongs that one sentence tells."""
    words = reading.tree.words
    last = max(told, key=lambda x: x[1], default=None)
    if last is None:
        return None
    first = min(x[0] for x in told if words[x[0]].sent == words[last[0]].sent)
    return (first, last[1]) if last[1] - first <= LONG else None


def _claim_before(reading: Reading, verb: Word) -> Words | None:
    """ "She broke the law, a claim that he rejects": what stands before the noun; "crimes, which he denies": these."""
    tree, words = reading.tree, reading.pack.words
    if verb.rel not in ("relcl", "acl") or verb.head == ROOT or tree.words[verb.head].i > verb.i:
        return None
    noun = tree.words[verb.head]
    if noun.lemma in words["told_nouns"] and noun.rel != "subj":
        start = tree.sents[verb.sent][0]
        end = min(tree.subtree(noun.i)[0], noun.i)
        said = [min(r.words) for r in reading.attribution.reported if min(r.words) < end <= max(r.words)]
        told = (max([start, *said]), end)
        tells = tree.words[end - 1].pos == "PUNCT" and any(w.pos in ("VERB", "AUX") for w in tree.words[told[0] : end])
        return _stripped(reading, *told) if tells and end - told[0] <= LONG else None
    if reading.attribution.speech.act_of(verb) != "denies" or not _points_back(reading, verb):
        return None
    while noun.rel == "nmod" and noun.head != ROOT and tree.words[noun.head].pos == "NOUN":
        noun = tree.words[noun.head]
    acts = (index := reading.at(noun.i)) is not None and load_schema().fits(reading.root(index).type, DENIERS)
    return reading.phrase_of(noun.i) if noun.pos == "NOUN" and not acts else None


def _clause_before(reading: Reading, verb: Word, end: int) -> Words | None:
    """What a sentence tells up to a comma, without who says so."""
    tree = reading.tree
    head = tree.words[end].head
    below = tree.subtree(head) if head != ROOT and tree.words[head].pos == "VERB" else []
    start = below[0] if below and below[0] < end - 1 else tree.sents[verb.sent][0]
    said = [min(r.words) for r in reading.attribution.reported if start <= min(r.words) < end - 1 <= max(r.words) + 1]
    openings = (tree.words[start].lower, tree.words[start].lower + tree.words[start + 1].lower)
    if not reading.pack.words["according_to"].isdisjoint(openings):
        said += [w.i + 1 for w in tree.words[start : end - 1] if w.text == ","][:1]
    told = (max([start, *said]), end - 1)
    tells = any(w.pos in ("VERB", "AUX") for w in tree.words[told[0] : told[1]])
    return _stripped(reading, *told) if tells and told[1] - told[0] <= LONG else None


def _stripped(reading: Reading, first: int, last: int) -> Words:
    words = reading.tree.words
    while first < last - 1 and words[first].rel in ("mark", "punct", "cc"):
        first += 1
    while last - 1 > first and words[last - 1].rel == "punct":
        last -= 1
    return first, last
