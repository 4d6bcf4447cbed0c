"""How far a noun phrase goes: its core, its complements, and which reading makes the best label."""

from kg.extract.rules.parsing.tree import PERSON_LABELS, ROOT, Tree, Word
from kg.lang import LanguagePack

INNER = frozenset({"det", "amod", "nummod", "name", "poss", "quantmod", "advmod", "case_of_number"})
NOT_IN_FULL = frozenset({
    "relcl", "acl", "appos", "conj", "cc", "punct", "parataxis", "cop", "subj", "subj:pass", "advcl", "ccomp", "xcomp",
    "case", "mark", "aux", "aux:pass", "obl", "advmod", "dislocated", "obj", "agent", "csubj", "dep",
})  # fmt: skip
NOT_IN_WIDE = NOT_IN_FULL - {"acl", "obl", "obj", "agent", "advmod", "punct", "case", "xcomp"} | {"cc"}
LOOSE = ("acl", "advcl", "obl", "advmod", "conj", "cc", "punct")
COUNTED = 4  # words from what counts to what is counted, at most
HEDGE = 3  # words of "à peu près"
TIED = 4  # words before a hyphen and with it: "New South Wales-based"
STEPS = 3  # ends of complements that count
BARE = 5  # words that may stand bare behind a noun
BARELY = ("NOUN", "PROPN", "ADJ", "NUM", "X")
OPEN_ENDS = ("ADP", "DET", "CCONJ", "SCONJ")  # of what goes on
OBJECTS = ("DET", "NOUN", "PROPN", "PRON")  # what opens the object of a participle
LABEL_WORDS = 9  # longer phrases are no label


def core_extent(tree: Tree, head: Word) -> tuple[int, int]:
    """The noun with what directly surrounds it: determiner, numerals, adjectives, bare names."""
    inside = {head.i}
    for child in tree.children(head.i):
        if child.rel in INNER and not (child.rel == "advmod" and child.i > head.i):
            inside.update(tree.subtree(child.i, ("conj", "cc", "punct", "obl", "acl", "relcl")))
    last = head.i
    first = _opening(tree, head, inside)
    det = tree.child(head.i, "det", "poss")
    if det is not None and first < det.i < head.i and tree.words[first].pos in ("ADV", "SCONJ"):
        first = det.i  # "désormais une aide", "ne quitte que rarement sa maison"
    while last + 1 in inside:
        last += 1
    return first, last + 1


def _opening(tree: Tree, head: Word, inside: set[int]) -> int:
    """Where the words before a noun begin; what a hyphen ties to them is of them: "the Kyoto-based group"."""
    first = head.i
    while first - 1 in inside or (first < head.i and tree.tied(first) is not None):
        if first - 1 not in inside:
            inside.update(range(max(tree.subtree(first - 2)[0], first - TIED), first))
        first -= 1
    return first


def counting_start(tree: Tree, pack: LanguagePack, head: Word) -> int | None:
    """Return where a phrase that counts things begins: "une centaine de salariés", "62 % des salariés"."""
    count = tree.words[head.head] if head.head != ROOT else head
    near = 0 < head.i - count.i <= COUNTED
    if not near or head.case not in pack.words["of"] or count.lemma not in pack.words["counting"]:
        return None
    return core_extent(tree, count)[0]


def taken_from(tree: Tree, pack: LanguagePack, head: Word) -> Word | None:
    """ "l'un des trois suspects", "two of his rivals": the word that takes some of the many whom a noun names."""
    some = (c for c in tree.children(head.i, "nummod") if c.lower in pack.words["some_of"])
    return next((word for word in some if tree.child(word.i, "fixed") is not None), None)


def hedged_start(tree: Tree, pack: LanguagePack, core: tuple[int, int]) -> int | None:
    """Return where a phrase begins with what makes its number rough: "près de 250 députés", "au moins dix blessés"."""
    words = tree.words
    if words[core[0]].pos != "NUM" and not words[core[0]].text[:1].isdigit():
        return None
    for size in range(HEDGE, 0, -1):
        first = core[0] - size
        if first < 0 or words[first].sent != words[core[0]].sent:
            continue
        text = " ".join(w.lower for w in words[first : core[0]]).replace("' ", "'")
        if text in pack.patterns["numbers"]["approximators"]:
            return first
    return None


def without_hedge(tree: Tree, head: Word, core: tuple[int, int]) -> int | None:
    """Return where a phrase begins behind "environ", "plus de", "notamment": at its first determiner or numeral."""
    starts = [c.i for c in tree.children(head.i, "det", "nummod") if core[0] <= c.i < head.i]
    return starts[0] if starts and starts[0] > core[0] else None


def full_extent(
    tree: Tree, pack: LanguagePack, head: Word, core: tuple[int, int], skip: frozenset[str]
) -> tuple[int, int]:
    """The noun phrase with its complements, to the right of the core, without a gap."""
    inside: set[int] = set(range(*core))
    for child in tree.children(head.i):
        if child.rel not in skip and not _is_no_part(pack, child) and not _strays(tree, pack, child):
            inside.update(tree.subtree(child.i, ("relcl", "parataxis", "appos")))
    last = core[1] - 1
    while last + 1 in inside:
        last += 1
    while last > core[1] - 1 and tree.words[last].pos in ("PUNCT", "ADP"):
        last -= 1  # "accused ministers of lying": what the adposition opens is no part
    return core[0], last + 1


def _strays(tree: Tree, pack: LanguagePack, child: Word) -> bool:
    """ "le tribunal de Metz en janvier", "… en comparution immédiate": bare behind a name, it is of the verb."""
    named = tree.words[child.i - 2].pos == "PROPN" or tree.words[child.i - 2].rel == "name"
    bare = child.pos == "NOUN" and not child.is_title and child.i > child.head
    return bare and named and child.case in pack.words["year_marks"] and tree.words[child.i - 1].pos == "ADP"


def _is_no_part(pack: LanguagePack, word: Word) -> bool:
    """ "a arrêté deux hommes mardi", "l'université de Lyon en 1948": a time behind a noun is of the verb."""
    if word.rel != "nmod":
        return False
    if any(f"{word.case} {word.lower} {of}" in pack.adpositions for of in pack.words["of"]):
        return True  # "l'opération de la police au cours de la nuit"
    return (word.is_year and word.case in pack.words["year_marks"]) or (
        not word.case and word.lower in pack.lists["temporal"]
    )


def preferred_extents(
    tree: Tree, core: tuple[int, int], full: tuple[int, int], steps: list[tuple[int, int]], wide: tuple[int, int]
) -> tuple[tuple[int, int], ...]:
    """Order the readings of an extent: the longest that still makes a label, and cuts no quotation, comes first."""
    ends = dict.fromkeys((full, *reversed(steps), core, wide))
    readings = list(dict.fromkeys([_closed(tree, core, reading) for reading in ends]))
    whole = [r for r in readings[:-1] if not tree.cuts_quotation(*r)]
    best = next((r for r in whole if r[1] - r[0] <= LABEL_WORDS), core)
    return tuple(dict.fromkeys((best, core, *readings)))


def _closed(tree: Tree, core: tuple[int, int], reading: tuple[int, int]) -> tuple[int, int]:
    """ "une tribune sur", "les dirigeants d'une filiale et": what only leads on to more does not end a phrase."""
    first, last = reading
    while last > core[1] and (_leads_on(tree.words[last - 1]) or _has_object_behind(tree, last - 1)):
        last -= 1
    return first, last


def _has_object_behind(tree: Tree, i: int) -> bool:
    """ "une enquête pour viol visant" somebody, "une note mettant" something into words."""
    word = tree.words[i]
    acting = word.pos == "VERB" and "VerbForm=Part" in word.morph and "Tense=Pres" in word.morph
    behind = tree.words[i + 1] if i + 1 < tree.sents[word.sent][1] else None
    return acting and behind is not None and behind.pos in OBJECTS


def _leads_on(word: Word) -> bool:
    return word.pos in OPEN_ENDS or "PronType=Rel" in word.morph or word.text in (",", "-", "--")


def shorter_steps(tree: Tree, pack: LanguagePack, head: Word, core: tuple[int, int]) -> list[tuple[int, int]]:
    """ "les opérations de secours" without what is told of "secours", "les groupes" without their adjectives."""
    inside: set[int] = set(range(*core))
    for child in tree.children(head.i, "nmod", "amod"):
        if _is_no_part(pack, child):
            continue
        inside.update(tree.subtree(child.i, ("relcl", "parataxis", "appos", *LOOSE)))
    last = core[1] - 1
    while last + 1 in inside:
        last += 1
    return [end for end in ((core[0], last + 1), (core[0], head.i + 1)) if end[1] > end[0] and end != core]


def participle_step(tree: Tree, head: Word, core: tuple[int, int]) -> list[tuple[int, int]]:
    """ "une interview accordée au Financial Times", without what is coordinated to the participle; "… accordée"."""
    for child in tree.children(head.i, "acl"):
        inside = tree.subtree(child.i, ("conj", "cc", "punct", "relcl", "advcl", "parataxis"))
        if child.i > head.i and inside[0] <= core[1] + 6:
            alone = [(core[0], child.i + 1)] if child.i == core[1] else []
            return [(core[0], inside[-1] + 1), *alone]
    return []


def nested_steps(tree: Tree, pack: LanguagePack, head: Word, full: tuple[int, int]) -> list[tuple[int, int]]:
    """ "les caisses de bière disponibles": the phrase ends behind the head of each complement as well."""
    below, ends = [head.i], []
    for i in below:
        found = [c.i for c in tree.children(i, "nmod") if i < c.i < full[1] and not _is_no_part(pack, c)]
        below += found
        ends += [c + 1 for c in found]
    return [(full[0], end) for end in sorted(ends)[:STEPS]]


def bare_step(tree: Tree, pack: LanguagePack, core: tuple[int, int]) -> list[tuple[int, int]]:
    """ "83 tablettes Samsung", "vigilance orange": words that stand bare behind a noun, however parsed."""
    words, last = tree.words, core[1]
    end = tree.sents[words[core[0]].sent][1]
    while last < min(end, core[1] + BARE) and words[last].pos in BARELY and words[last].ent not in PERSON_LABELS:
        if words[last].lower in pack.lists["temporal"]:
            break  # "a arrêté deux hommes mardi"
        last += 1
    return [(core[0], last)] if last > core[1] else []


def adverbial_step(tree: Tree, head: Word, full: tuple[int, int]) -> list[tuple[int, int]]:
    """ "un appel aux dons", "une crise chez nous": what stands right behind, hung higher by the parser."""
    words, last = tree.words, full[1]
    end = tree.sents[head.sent][1]
    if last >= end or words[last].pos != "ADP":
        return []
    noun = next((w for w in words[last + 1 : min(end, last + BARE)] if w.pos in ("NOUN", "PROPN")), None)
    between = words[last + 1 : noun.i] if noun is not None else ()
    if noun is None or any(w.pos not in ("DET", "ADJ", "NUM", "ADP") for w in between):
        return []
    return [(full[0], noun.i + 1)]


def extent_steps(tree: Tree, core: tuple[int, int], full: tuple[int, int]) -> list[tuple[int, int]]:
    """ "la fusillade de X en 2015" is also "la fusillade de X": an extent ends before each further adposition."""
    ends = [
        i for i in range(core[1] + 1, full[1]) if tree.words[i].rel == "case" or tree.words[i].rel.startswith("adp")
    ]
    return [(core[0], end) for end in ends[:3]]


def joined_step(tree: Tree, head: Word, core: tuple[int, int]) -> list[tuple[int, int]]:
    """ "les bars et restaurants de la ville": a second noun without determiner is under that of the first."""
    if tree.child(head.i, "det", "poss", "nummod") is None:
        return []
    for other in tree.children(head.i, "conj"):
        joint = tree.words[other.i - 1]
        bare = other.pos == "NOUN" and tree.child(other.i, "det", "poss", "nummod", "case") is None
        if bare and joint.pos == "CCONJ" and joint.i == core[1]:
            below = tree.subtree(other.i, ("relcl", "parataxis", "appos", *LOOSE))
            end = next((i for i in range(other.i, below[-1] + 1) if i not in below), below[-1] + 1)
            return list(dict.fromkeys([(core[0], core_extent(tree, other)[1]), (core[0], end)]))
    return []
