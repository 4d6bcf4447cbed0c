"""Mends what a French parser often misreads: "Jeanne Morel, la présidente de X, a voté" has one subject, not two."""

from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Tree, Word

LOOSE = ("obl", "advcl", "dislocated", "vocative", "parataxis")


def mend_appositions(tree: Tree) -> bool:
    """Hang a description between commas below the name beside it, or a name below its description; tell if any was."""
    mended = _mend_coordinated_subjects(tree)
    mended = _mend_second_subjects(tree) or mended
    for word in tree.words:
        if word.text != "," or word.i == 0:
            continue
        pair = _pair_at(tree, word.i)
        if pair is not None and _join(tree, *pair):
            mended = True
    return mended


def _mend_second_subjects(tree: Tree) -> bool:
    """A verb with its subject before it has no second one behind: "la police avait interpellé Marc" has an object."""
    mended = False
    for word in tree.words:
        if word.rel != "subj" or word.head == ROOT or word.i < word.head or word.pos not in ("PROPN", "NOUN"):
            continue
        if not any(c.i < word.head for c in tree.children(word.head, "subj")):
            continue
        first = tree.subtree(word.i, ("punct",))[0]
        verb = next((w for w in reversed(tree.words[word.head : first]) if w.pos == "VERB"), None)
        if verb is None or first - verb.i > 2 or tree.child(verb.i, "obj", "aux:pass", "subj:pass") is not None:
            continue
        word.head, word.rel = verb.i, "obj"
        mended = True
    return mended


def _mend_coordinated_subjects(tree: Tree) -> bool:
    """ "Renault et Airbus ont fusionné", read as a loose name before "et Airbus", has two subjects."""
    mended = False
    for word in tree.words:
        left = tree.words[word.i - 1] if word.rel == "cc" and word.head > word.i + 1 and word.i else None
        right = _phrase_starting(tree, word.i + 1) if left is not None else None
        if left is None or right is None or right.rel not in SUBJECTS or right.head != word.head:
            continue
        left = _phrase_ending(tree, left.i)
        if left is None or left.head != word.head or left.rel not in LOOSE or left.case:
            continue
        if not _opens_sentence(tree, left):
            continue
        left.rel, right.head, right.rel, word.head = right.rel, left.i, "conj", right.i
        mended = True
    return mended


def _pair_at(tree: Tree, comma: int) -> tuple[Word, Word] | None:
    """Return the two noun phrases on either side of a comma, if the second ends at a comma and one is a name."""
    left = _phrase_ending(tree, comma - 1)
    right = _phrase_starting(tree, comma + 1) if left is not None else None
    if left is None or right is None or left.sent != right.sent:
        return None
    after = _last(tree, right) + 1
    closed = after >= len(tree.words) or tree.words[after].text in (",", ".", ")", '"', ";")
    if not closed and not _act_both(tree, left, right):
        return None
    names = [w.pos in ("PROPN", "X") and w.is_title for w in (left, right)]
    nouns = [w.pos == "NOUN" for w in (left, right)]
    return (left, right) if (names[0] and nouns[1]) or (nouns[0] and names[1]) else None


def _act_both(tree: Tree, left: Word, right: Word) -> bool:
    """ "Le maire de Brélac, Paul Roy estime que …": two subjects of one verb are one, be the comma left open.

    "Plus discret que sa sœur, Paul Roy …" compares two.
    """
    if left.head != right.head or left.rel not in SUBJECTS or right.rel not in SUBJECTS or left.pos != "NOUN":
        return False
    first = tree.subtree(left.i, ("punct",))[0]
    opens = first == tree.sents[left.sent][0] or tree.words[first - 1].pos == "PUNCT"
    return opens and "Definite=Def" in tree.words[first].morph and "Number=Plur" not in left.morph


def _join(tree: Tree, left: Word, right: Word) -> bool:
    same_head = left.head == right.head != ROOT
    if same_head and left.rel in SUBJECTS and right.rel in SUBJECTS:
        right.head, right.rel = left.i, "appos"
    elif same_head and right.rel == "appos":
        right.head = left.i  # hung on the verb beside its name
    elif right.head == left.i and right.rel == "conj" and _alone(tree, left, right):
        right.rel = "appos"
    elif same_head and left.rel in LOOSE and not left.case and right.rel in SUBJECTS and _opens_sentence(tree, left):
        left.rel = right.rel
        right.head, right.rel = left.i, "appos"
    else:
        return False
    return True


def _alone(tree: Tree, left: Word, right: Word) -> bool:
    """Whether a coordination has two members and no conjunction: not "Nokia, Orange et Danone"."""
    members = [*tree.children(left.i, "conj", "appos")]
    if left.is_title and right.ent and right.is_title and any(c.is_title for c in tree.children(right.i, "conj")):
        return False
    return len(members) == 1 and not any(True for _ in tree.children(right.i, "cc"))


def _opens_sentence(tree: Tree, word: Word) -> bool:
    return tree.subtree(word.i, ("punct",))[0] == tree.sents[word.sent][0]


def _phrase_ending(tree: Tree, i: int) -> Word | None:
    """Return the head of the widest noun phrase that ends at a word."""
    word = tree.words[i]
    while word.head != ROOT and word.head < i:
        above = tree.words[word.head]
        if above.pos not in ("NOUN", "PROPN", "X", "ADJ", "NUM") or _last(tree, above, before=i + 1) != i:
            break
        word = above
    return word if word.pos in ("NOUN", "PROPN", "X") else None


def _phrase_starting(tree: Tree, i: int) -> Word | None:
    """Return the head of the widest noun phrase that starts at a word, not going above what stands before it."""
    if i >= len(tree.words):
        return None
    word = tree.words[i]
    while word.head != ROOT and word.head > i and tree.words[word.head].pos in ("NOUN", "PROPN", "X", "ADJ"):
        word = tree.words[word.head]
    return word if word.pos in ("NOUN", "PROPN", "X") and tree.subtree(word.i, ("punct",))[0] == i else None


def _last(tree: Tree, word: Word, before: int | None = None) -> int:
    """Return the last word of a phrase, without punctuation at its end; `before` cuts off what follows."""
    inside = [j for j in tree.subtree(word.i, ("punct",)) if before is None or j < before]
    return inside[-1]
