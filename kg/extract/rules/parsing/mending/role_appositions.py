"""Roles without an article behind a comma: "Editis, maison mère de X", "et Microsoft, fabricant de Y, ont réagi"."""

from kg.extract.rules.parsing.tree import ROOT, Tree, Word
from kg.lang import LanguagePack

NAMES = ("PROPN", "X")
STRAYED = ("appos", "nmod", "conj", "parataxis", "obl")  # as what the second role is hung
BEFORE = 2  # words between the comma and the noun of a role, at most


def tell_each_role(tree: Tree, pack: LanguagePack) -> bool:
    """ ", et Microsoft, fabricant de la Xbox, …": a bare role behind the comma of the second name is told of that one.

    The second is joined to the first name, and not to what the first is.
    """
    mended = _lift_behind_roles(tree, pack)
    for link in tree.words[4:-3]:
        if link.lower not in pack.words["coordinators"] or tree.words[link.i - 1].text != ",":
            continue
        name, end = _name_behind(tree, link.i + 1)
        role = _role_behind(tree, end) if name is not None else None
        if name is None or role is None or role.head == name.i or role.rel not in STRAYED or role.head > role.i:
            continue
        first = tree.words[name.head] if name.rel == "conj" and name.head != ROOT else None
        holder = tree.words[first.head] if first is not None and first.rel == "appos" and first.head != ROOT else None
        if first is not None and holder is not None and first.pos == "NOUN" and holder.pos in NAMES:
            name.head, first = holder.i, holder
        if first is not None and role.head in (first.i, *(c.i for c in tree.children(first.i, "appos"))):
            role.head, role.rel, mended = name.i, "appos", True
    return mended


def join_bare_roles(tree: Tree, pack: LanguagePack) -> bool:
    """ "chef du service de l'hôpital Bichat et membre de l'Académie": a bare role is joined to the role before it.

    A noun without an article goes on with no noun that has one; what follows the second role completes that one.
    """
    mended = False
    for role in tree.words[3:-1]:
        first = tree.words[role.head] if role.rel == "conj" and role.head != ROOT else role
        if first is role or first.i > role.i or not _is_bare_role(tree, pack, role):
            continue
        link = tree.child(role.i, "cc")
        if link is None or not first.i < link.i < role.i or _is_role(pack, first):
            continue
        noun = tree.words[first.head] if first.rel == "amod" and first.head != ROOT else first
        earlier = next((w for w in tree.ancestors(noun.i) if _is_role(pack, w)), None)
        if earlier is None or earlier.i > noun.i or not _is_determined(tree, pack, noun) or earlier.sent != role.sent:
            continue
        role.head, mended = earlier.i, True
        _give_complement(tree, role, earlier.i)
    return mended


def appose_to_last_role(tree: Tree, pack: LanguagePack) -> bool:
    """ "la ministre du Travail et le patron du Medef, Luc Roy, …": each with an article, the last is who is named."""
    mended = False
    for name in tree.words[5:]:
        comma = name.i - 1
        if name.rel != "appos" or name.pos not in NAMES or name.head == ROOT or tree.words[comma].text != ",":
            continue
        first = tree.words[name.head]
        last = next((c for c in reversed(tree.children(first.i, "conj")) if first.i < c.i < name.i), None)
        if last is None or not all(_is_role(pack, w) and tree.child(w.i, "det") for w in (first, last)):
            continue
        if tree.child(last.i, "cc") is not None and tree.subtree(last.i, ("punct",))[-1] == comma - 1:
            name.head, mended = last.i, True
    return mended


def _is_role(pack: LanguagePack, word: Word) -> bool:
    called = word.lemma in pack.trades or word.lemma in pack.roles or pack.nouns.get(word.lemma) == "Person"
    return word.pos == "NOUN" and called and "Number=Plur" not in word.morph


def _is_bare_role(tree: Tree, pack: LanguagePack, word: Word) -> bool:
    return not word.case and _is_role(pack, word) and tree.child(word.i, "det", "nummod", "cop") is None


def _is_determined(tree: Tree, pack: LanguagePack, noun: Word) -> bool:
    """ "du service", "de l'hôpital", "de Lyon": what has an article, or needs none."""
    if noun.is_title or tree.child(noun.i, "det") is not None:
        return True
    return any(c.lower != pack.adpositions.get(c.lower, c.lower) for c in tree.children(noun.i, "case"))


def _give_complement(tree: Tree, role: Word, above: int) -> None:
    """Hang what opens with an adposition right behind a role on it, not on a word before it."""
    end = tree.subtree(role.i)[-1] + 1
    behind = tree.words[end] if end < len(tree.words) else role
    noun = tree.words[behind.head] if behind.rel == "case" and behind.head != ROOT else role
    if noun is not role and noun.i > role.i and above <= noun.head < role.i and noun.rel in STRAYED:
        noun.head, noun.rel = role.i, "nmod"


def _name_behind(tree: Tree, start: int) -> tuple[Word | None, int]:
    """The head of a name that begins at a word, and where it ends, if a comma follows it."""
    end = start
    while end < len(tree.words) - 1 and tree.words[end].pos in NAMES:
        end += 1
    inside = tree.words[start:end]
    head = next((w for w in inside if not start <= w.head < end), None)
    return (head, end) if tree.words[end].text == "," else (None, end)


def _role_behind(tree: Tree, comma: int) -> Word | None:
    """The noun without a determiner whose phrase begins right behind a comma."""
    for word in tree.words[comma + 1 : comma + 1 + BEFORE]:
        if word.pos == "NOUN":
            bare = tree.child(word.i, "det", "case", "nummod", "cop") is None
            return word if bare and tree.subtree(word.i, ("punct",))[0] == comma + 1 else None
        if word.pos not in ("ADJ", "ADV"):
            return None
    return None


def appose_bare_nouns(tree: Tree, pack: LanguagePack) -> bool:
    """ "Editis, maison mère de Nathan, a licencié": a bare noun between commas is no second member of a series.

    What it is of follows it; a series would end in "et".
    """
    mended = _appose_behind_objects(tree, pack)
    for word in tree.words[2:-1]:
        strayed = word.rel in ("conj", "parataxis", "obl") and word.pos == "NOUN" and word.head != ROOT
        noun = tree.words[word.head] if strayed else word
        if noun is word or noun.i > word.i or noun.pos not in ("NOUN", "PROPN", "X"):
            continue
        if word.rel == "obl" and (word.case or word.lemma in pack.lists["temporal"]):
            continue
        if tree.child(word.i, "det", "nummod", "case", "cc", "cop", "conj") is not None or word.is_title:
            continue
        below = tree.subtree(word.i, ("punct",))
        end = below[-1] + 1
        of = any(c.case in pack.words["of"] for c in tree.children(word.i, "nmod"))
        closed = end < len(tree.words) and (tree.words[end].text in (",", ".", ")") or word.lower in pack.roles)
        if of and closed and tree.words[below[0] - 1].text == "," and len(tree.children(noun.i, "conj")) < 2:
            word.rel, mended = "appos", True
    return mended


def _appose_behind_objects(tree: Tree, pack: LanguagePack) -> bool:
    """ "quitte Celine, propriété de LVMH": a bare noun with "de" behind the comma of a name tells of that one."""
    mended = False
    for word in tree.words[3:-1]:
        if (
            word.rel != "obl"
            or word.pos != "NOUN"
            or word.case
            or word.is_title
            or word.lemma in pack.lists["temporal"]
        ):
            continue
        before = tree.words[word.i - 2]
        if tree.words[word.i - 1].text != "," or before.pos not in NAMES or word.head == ROOT or word.head > word.i:
            continue
        of = any(c.case in pack.words["of"] and c.i > word.i for c in tree.children(word.i, "nmod"))
        if not of or tree.child(word.i, "det", "nummod", "case", "cc", "cop") is not None:
            continue
        name = before
        while name.rel in ("name", "appos") and name.head != ROOT and name.head < name.i:
            name = tree.words[name.head]
        if name.rel in ("obj", "nmod", "obl", "agent") and name.head >= word.head - 1:
            word.head, word.rel, mended = name.i, "appos", True
    return mended


def _lift_behind_roles(tree: Tree, pack: LanguagePack) -> bool:
    """ "contre Meta, propriétaire de Facebook, et Google": behind a comma "et" joins a name to that before the role."""
    mended = False
    for link in tree.words[4:-1]:
        if link.lower not in pack.words["coordinators"] or tree.words[link.i - 1].text != ",":
            continue
        name = tree.words[link.head] if link.head > link.i else link
        role = tree.words[name.head] if name.rel == "conj" and not name.case and name.head != ROOT else name
        bare = role.pos == "NOUN" and role.rel == "appos" and tree.child(role.i, "det") is None
        if role is name or name.pos not in (*NAMES, "NOUN") or not name.is_title or not bare or role.head > role.i:
            continue
        holder = tree.words[role.head]
        if holder.pos in NAMES and tree.words[tree.subtree(role.i, ("punct",))[0] - 1].text == ",":
            name.head, mended = holder.i, True
    return mended
