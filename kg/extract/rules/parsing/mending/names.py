"""Names that the parser cut, hung on two words, or took for verbs."""

from collections.abc import Iterator

from kg.extract.rules.parsing.mending.grammar import is_date, lacks_subject, with_itself
from kg.extract.rules.parsing.tree import PERSON_LABELS, ROOT, SUBJECTS, Tree, Word
from kg.lang import LanguagePack

NAMES = ("PROPN", "NOUN", "X", "ADJ", "NUM", "PUNCT")
BEST = ("subj", "subj:pass", "obj", "agent", "iobj", "appos", "conj", "obl", "nmod")  # whose place a whole name takes
BARE = (
    "obj",
    "subj",
    "subj:pass",
    "obl",
    "nmod",
    "dep",
    "xcomp",
    "advmod",
    "ROOT",
)  # what a name behind its noun is taken for
LOOSE = ("name", "nmod", "appos", "subj", "subj:pass", "obj", "dep", "advmod")  # what such a name is taken for
BODIES = ("Company", "Organization", "PoliticalParty")
BESIDE = 3  # words


def join_names(tree: Tree, _: LanguagePack) -> bool:
    """A name is one phrase: "Emmanuel" and "Macron", "Marine" and "Le Pen" do not hang on two words."""
    mended = False
    for first, last, label in [*tree.entities, *((f, e, "") for f, e in _hyphened(tree))]:
        inside = tree.words[first:last]
        mended = ((label in PERSON_LABELS or not label) and _flatten(tree, inside)) or mended
        tops = [w for w in inside if not first <= w.head < last]
        if len(tops) < 2 or any(w.pos not in NAMES and not _may_be_of_person(w, first, label) for w in inside):
            continue
        free = [w for w in tops if w is tops[0] or not w.case]  # "Ann de Roux": no name has its head behind "de"
        free = tops[:1] if tops[0].case and label else free  # "à Marine Le Pen": it tells what the whole is
        best = min(free, key=lambda w: (w.head == ROOT, BEST.index(w.rel) if w.rel in BEST else len(BEST), w.i))
        for word in tops:
            if word is not best:
                _put_under(tree, word, best)
        for word in inside:
            word.rel = "name" if word.head == best.i and word.rel in ("det", "case") else word.rel
        mended = True
    return mended


def _flatten(tree: Tree, inside: list[Word]) -> bool:
    """ "Hugo Blanc", "Anne-Marie": no part of a name qualifies another; what hangs on it is the whole's."""
    mended = False
    for word in inside[1:]:
        if word.rel == "name" and word.head == inside[0].i:
            for child in tree.children(word.i, "appos"):
                child.head, mended = inside[0].i, True  # "Ousmane Sonko, maire de …": said of the whole name
        loose = word.rel == "amod" or (word.rel in ("parataxis", "dep") and word.pos == "PROPN")
        if not loose or word.head != inside[0].i or not (word.is_title or word.text == "-"):
            continue
        word.rel, word.pos, mended = "name", "PROPN", True
        for child in tree.children(word.i):
            child.head = inside[0].i
    return mended


def _may_be_of_person(word: Word, first: int, label: str) -> bool:
    """ "Le" of "Marine Le Pen", "Macron" taken for an adverb: with a capital, behind a given name."""
    return label in PERSON_LABELS and word.i > first and word.pos != "AUX" and word.is_title


def _hyphened(tree: Tree) -> Iterator[tuple[int, int]]:
    """ "Royaume-Uni": two capitals and a hyphen without a space."""
    for word in tree.words[1:-1]:
        if word.text != "-":
            continue
        left, right = tree.words[word.i - 1], tree.words[word.i + 1]
        if left.is_title and right.is_title and left.end == word.start and word.end == right.start:
            yield word.i - 1, word.i + 2


def _put_under(tree: Tree, word: Word, best: Word) -> None:
    """Hang one part of a name below another, and what hung on it too."""
    if any(above is word for above in tree.ancestors(best.i)):
        best.head, best.rel = word.head, word.rel
    for child in tree.words:
        if child.head == word.i and child is not best:
            child.head = best.i
    best.case = best.case or word.case
    word.head, word.rel, word.case = best.i, "name", ""


def join_named_nouns(tree: Tree, pack: LanguagePack) -> bool:
    """ "la biotech américaine Principia", "le chinois Fosun": a name right behind a noun phrase is its name."""
    mended = False
    for first, last, label in tree.entities:
        name = next((w for w in tree.words[first:last] if not first <= w.head < last), tree.words[first])
        if name.head == ROOT or name.case or first == 0 or tree.child(name.i, "det", "cop"):
            continue
        _lift_from_adjective(tree, name)
        if name.rel not in BARE and not (name.rel == "appos" and label in PERSON_LABELS):
            continue
        noun = _noun_ending_at(tree, first - 1, name.head)
        if noun is not None and label in PERSON_LABELS:
            noun = _holder_within(tree, pack, noun, first - 1)
        if name.rel == "appos" and (noun is None or not _is_of_somebody(tree, pack, noun)):
            continue
        if noun is None or noun.lemma in pack.lists["temporal"] or not is_known(tree, pack, noun):
            continue
        if name.rel == "nmod" and tree.child(noun.i, "det") is None:
            continue  # "porte-parole du mouvement Aton": the name completes what it hangs on
        name.head, name.rel = noun.i, "appos"
        mended = True
    return mended


def _lift_from_adjective(tree: Tree, name: Word) -> None:
    """ "le fabricant lyonnais Brivex": the name hangs on the noun, and not on its adjective."""
    above = tree.words[name.head]
    if name.rel == "name" and above.rel == "amod" and above.head < above.i == name.i - 1:
        name.head, name.rel = above.head, "nmod"
    elif (
        name.rel == "dep"
        and above.pos == "NOUN"
        and all(w.rel == "amod" and w.head == above.i for w in tree.words[above.i + 1 : name.i])
    ):
        name.rel = "nmod"


def is_known(tree: Tree, pack: LanguagePack, noun: Word) -> bool:
    """ "le fonds", "au fonds": an article stands before a noun, be it one with an adposition."""
    definite = pack.words["definite"]
    return tree.child(noun.i, "det") is not None or any(c.lower in definite for c in tree.children(noun.i, "case"))


def _holder_within(tree: Tree, pack: LanguagePack, noun: Word, i: int) -> Word:
    """ "le décès de la photographe Jeanne Morel": the name is not of the death, but of the person that completes it."""
    functions = pack.trades
    if pack.nouns.get(noun.lemma) == "Person" or noun.lemma in functions:
        return noun
    word = tree.words[i]
    while word is not noun and word.head != ROOT:
        of = word.rel == "nmod" and word.case in pack.words["of"] and tree.child(word.i, "det") is not None
        if of and word.pos == "NOUN" and word.lemma in functions and "Number=Plur" not in word.morph:
            return word
        word = tree.words[word.head]
    return noun


def _is_of_somebody(tree: Tree, pack: LanguagePack, noun: Word) -> bool:
    """ "l'assassinat de l'opposant Ivan Petrov": the person completes what is none, and the name is the person's."""
    functions = pack.trades
    person = pack.nouns.get(noun.lemma) == "Person" or noun.lemma in functions
    above = tree.words[noun.head]
    return person and pack.nouns.get(above.lemma) != "Person" and above.lemma not in functions


def _noun_ending_at(tree: Tree, i: int, head: int) -> Word | None:
    """The common noun below `head` whose phrase, without any comma, ends at a word."""
    word = tree.words[i]
    for _ in range(6):
        if word.head == head and word.pos == "NOUN":
            inside = tree.subtree(word.i)
            whole = inside[-1] == i and len(inside) == inside[-1] - inside[0] + 1
            return word if whole and all(tree.words[j].pos != "PUNCT" for j in inside) else None
        if word.head == ROOT or (word.pos not in ("NOUN", "ADJ", "PROPN") and word.rel != "acl"):
            return None
        word = tree.words[word.head]
    return None


def title_names(tree: Tree, pack: LanguagePack) -> bool:
    """ "le maire LR de Nice Christian Estrosi": a person's name behind the complements of an office is its holder's."""
    mended = False
    for first, last, label in tree.entities:
        name = next((w for w in tree.words[first:last] if not first <= w.head < last), tree.words[first])
        if label not in PERSON_LABELS or first == 0 or name.head == ROOT or name.case or name.rel not in LOOSE:
            continue
        before = tree.words[first - 1]
        if before.pos not in ("PROPN", "NOUN", "ADJ") or before.sent != name.sent:
            continue
        office = next((w for w in with_itself(tree, before.i) if w.rel not in ("nmod", "name", "appos", "amod")), None)
        held = office is not None and office.pos == "NOUN" and office.lemma in pack.lists["positions"]
        if office is None or not held or office.i > first or office.i == before.i or name.head == office.i:
            continue
        if "Number=Plur" in office.morph:
            continue  # "des responsables de l'administration Trump"
        if last - first == 1 and pack.nouns.get(before.lemma) in BODIES:
            continue  # "le directeur du groupe Valtec"
        if any(w.text == "," or w.pos in ("VERB", "AUX") for w in tree.words[office.i : first]):
            continue
        name.head, name.rel, mended = office.i, "appos", True
    return mended


def turn_bare_names(tree: Tree, pack: LanguagePack) -> bool:
    """A bare name right behind an active verb is its object, one before a verb without subject its subject."""
    mended = False
    for word in tree.words:
        loose = word.rel in ("nmod", "obl", "advmod", "parataxis", "advcl", "name", "dep", "xcomp") and not word.case
        named = word.pos == "PROPN" or (word.ent and word.is_title and word.pos in ("NOUN", "X"))
        if not named or not loose or word.head == ROOT or is_date(tree, word, pack):
            continue
        verb = tree.words[word.head]
        only = _only(tree, word, verb, pack)
        if only is not None:
            only.rel = "advmod"  # "n'a racheté que Danone"
        if verb.pos != "VERB" or any(c is not only for c in tree.children(word.i, "cop", "mark", "case")):
            continue
        role = _role_of_bare_name(tree, word, verb)
        if role:
            word.rel, mended = role, True
    return mended


def _only(tree: Tree, word: Word, verb: Word, pack: LanguagePack) -> Word | None:
    """The "que" of "ne … que", which denies nothing."""
    particle = any(c.lower in pack.words["negation_particle"] for c in tree.children(verb.i, "advmod"))
    que = next((c for c in tree.children(word.i, "mark") if c.lower in pack.words["that"]), None)
    return que if particle and verb.i < word.i else None


def _role_of_bare_name(tree: Tree, word: Word, verb: Word) -> str | None:
    passive = tree.child(verb.i, "aux:pass") is not None
    subject = tree.child(verb.i, *SUBJECTS)
    between = tree.words[min(word.i, verb.i) + 1 : max(word.i, verb.i)]
    opens = word.i < verb.i and tree.subtree(word.i)[0] == tree.sents[word.sent][0]
    if opens and subject is None and word.rel == "obl" and _has_apposition(tree, word, between):
        return "subj:pass" if passive else "subj"
    if any(w.pos in ("PUNCT", "VERB", "CCONJ", "SCONJ") and w.text != "-" and w.head != word.i for w in between):
        return None
    if word.i < verb.i:
        return ("subj:pass" if passive else "subj") if subject is None else None
    others = any(c is not word for c in tree.children(verb.i, "obj", "xcomp", "ccomp", "refl"))
    if passive or subject is None or subject.i > verb.i or others:
        return None
    return "obj" if word.i - verb.i <= BESIDE and word.rel != "parataxis" else None


def _has_apposition(tree: Tree, name: Word, between: list[Word]) -> bool:
    """ "Marine Le Pen, présidente du parti, s'oppose": nothing but what hangs on the name stands before the verb."""
    below = set(tree.subtree(name.i))
    left = [
        w for w in between if w.i not in below and w.text != "," and w.rel not in ("refl", "aux", "aux:pass", "advmod")
    ]
    return not left and any(w.text == "," for w in between)


def untie_verbs(tree: Tree, pack: LanguagePack) -> bool:
    """ "le ministre Narendra Modi a félicité X": a name taken for the verb gives its place to the verb behind it."""
    mended = False
    for first, last, _label in tree.entities:
        head = tree.words[first]
        if head.pos != "VERB" or not head.is_title or head.head != ROOT or tree.child(head.i, "aux", "aux:pass"):
            continue
        main = next(
            (c for c in tree.children(head.i) if c.pos == "VERB" and c.i >= last and lacks_subject(tree, c)), None
        )
        if main is None:
            continue
        before = tree.child(head.i, *SUBJECTS)
        role = "subj:pass" if tree.child(main.i, "aux:pass") is not None else "subj"
        main.head, main.rel, head.pos = ROOT, "ROOT", "PROPN"
        for child in tree.children(head.i):
            if child is not main and not first <= child.i < last:
                child.head = main.i
        if before is None:
            head.head, head.rel = main.i, role
        else:
            before.rel = role
            head.head, head.rel = before.i, "appos"
        mended = True
    return mended
