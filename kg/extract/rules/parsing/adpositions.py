"""The adposition of each noun, and the word that the noun hangs on, whatever the parser's scheme."""

from kg.extract.rules.parsing.tree import ROOT, Tree, Word
from kg.lang import LanguagePack


def read_adpositions_below(tree: Tree, pack: LanguagePack) -> None:
    """French (UD): the adposition is a `case` child of its noun; "lors de", "près de" hang oddly and are mended."""
    forms = pack.adpositions
    for word in tree.words:
        parts = []
        for child in tree.children(word.i, "case") if word.children else ():
            parts.append(forms.get(child.lower, child.lower))
            parts += [forms.get(c.lower, c.lower) for c in tree.children(child.i, "fixed")]
        word.case = " ".join(parts)
    for word in tree.words:
        _join_to_governed(tree, pack, word)
        _join_to_noun_beside(tree, pack, word)
        head = tree.words[word.head] if word.head != ROOT else None
        if head is None or word.rel not in ("obl", "nmod"):
            continue
        if head.pos in ("ADV", "ADP") and head.rel in ("advmod", "case", "obl", "mark", "nmod") and head.head != ROOT:
            form = _without_of(pack, forms.get(head.lower, head.lower))
            word.case = f"{form} {word.case}".strip()
            word.head, word.rel = head.head, "obl"
        elif _may_be_of_adposition(head) and (word.case in pack.words["of"] or word.case in pack.words["to"]):
            whole = f"{head.case} {head.lower} {word.case}".strip()
            if whole in forms:
                word.case = forms[whole]
                word.head = head.head if head.head != ROOT else word.head
                if word.head != head.i:
                    word.rel = head.rel if head.rel in ("obl", "nmod") else "obl"
                    for child in tree.children(head.i, "nmod"):  # "à l'issue d'un entretien avec X"
                        child.head = word.i if child.i > word.i else child.head


def _join_to_governed(tree: Tree, pack: LanguagePack, word: Word) -> None:
    """ "D'après plusieurs médias, …", with the noun for an object of "d'après": the noun hangs on the verb."""
    adposition = tree.words[word.head] if word.rel == "obj" and word.head < word.i and not word.case else word
    if adposition is word or adposition.pos != "ADP" or adposition.head == ROOT:
        return
    parts = [adposition, *tree.children(adposition.i, "fixed")]
    word.case = " ".join(pack.adpositions.get(part.lower, part.lower) for part in parts)
    word.head, word.rel = adposition.head, "obl"
    for part in parts:
        part.head, part.rel = word.i, "case"


def _join_to_noun_beside(tree: Tree, pack: LanguagePack, word: Word) -> None:
    """ "a fui à bord d'un bus", with both nouns hung on the verb: the noun right before belongs to the adposition."""
    goes_on = word.rel == "obl" and (word.case in pack.words["of"] or word.case in pack.words["to"])
    own = tree.child(word.i, "case") if goes_on else None
    beside = tree.words[own.i - 1] if own is not None and own.i > 0 else None
    if beside is not None and _may_be_of_adposition(beside) and beside.rel == "obl" and beside.head == word.head:
        whole = f"{beside.case} {beside.lower} {word.case}".strip()
        word.case = pack.adpositions.get(whole, word.case)


def _may_be_of_adposition(word: Word) -> bool:
    """A noun, and one that the parser takes for a name: "Au micro de"; no name ("du Nord de")."""
    return word.pos == "NOUN" or (word.pos == "PROPN" and not word.is_title)


def _without_of(pack: LanguagePack, form: str) -> str:
    """ "près de": the last word of an adposition, which its noun has for itself, is left out."""
    start, _, last = form.rpartition(" ")
    return start if start and last in pack.words["of"] else form


def lift_objects_of_adpositions(tree: Tree, pack: LanguagePack) -> None:
    """English (ClearNLP): the adposition stands between the noun and its head; the noun is hung where it belongs."""
    forms, openers = pack.adpositions, pack.words["adposition_openers"]
    for word in tree.words:
        if word.rel not in ("pobj", "pcomp") or word.pos == "ADP" or word.head == ROOT:
            continue
        chain = _adposition_chain(tree, pack, tree.words[word.head])
        parts = [forms.get(w.lower, w.lower) for w in reversed(chain)]
        adposition, relation = chain[-1], chain[-1].rel
        opened = [c.lower for c in tree.children(adposition.i, "amod", "advmod") if c.lower in openers]
        word.case = " ".join([*opened[:1], *parts])
        target = adposition.head
        if target == ROOT:
            continue
        verbal = tree.words[target].pos in ("VERB", "AUX", "ADJ", "ADV")
        if word.rel == "pcomp":
            word.rel = "xcomp"
        elif relation == "adp:agent":
            word.rel = "agent"
        elif relation == "iobj":
            word.rel = "iobj"
        else:
            word.rel = "obl" if verbal else "nmod"
        whole = f"{tree.words[target].case} {tree.words[target].lower} {word.case}".strip()
        if whole in forms and tree.words[target].head != ROOT:
            word.case, target = forms[whole], tree.words[target].head
        word.head = target


def _adposition_chain(tree: Tree, pack: LanguagePack, word: Word) -> list[Word]:
    """List an adposition and those above it that it belongs to: "of" and "out", of "out of"."""
    chain = [word]
    while chain[-1].head != ROOT:
        above = tree.words[chain[-1].head]
        if above.pos not in ("ADP", "SCONJ", "VERB") or above.rel not in ("adp", "pcomp"):
            break
        if above.lower not in pack.words["adposition_starts"]:
            break
        chain.append(above)
    return chain


def is_of(pack: LanguagePack, word: Word) -> bool:
    """Tell whether a word is "of", with or without an article melted into it: "de", "d'", "du", "des"."""
    return pack.adpositions.get(word.lower, word.lower) in pack.words["of"]
