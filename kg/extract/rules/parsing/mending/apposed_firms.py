"""What a firm is, behind the comma of its name: "a choisi Vernal, une start-up créée en 2019"."""

from kg.extract.rules.parsing.mending.named_firms import top_of_last
from kg.extract.rules.parsing.tree import PERSON_LABELS, PLACE_LABELS, ROOT, SUBJECTS, Tree, Word
from kg.lang import LanguagePack


def appose_firms(tree: Tree, pack: LanguagePack) -> bool:
    """ "a choisi Vernal, une start-up créée en 2019": what a firm is, behind the comma of its name, is said of it."""
    firms = pack.lists["industries"] | pack.words["generic_firms"] | pack.words["parents"] | pack.words["funds"]
    mended = False
    for noun in tree.words[3:]:
        misread = noun.pos == "VERB" and noun.rel == "obl"
        if noun.lemma not in firms or not (misread or noun.pos in ("NOUN", "PROPN")) or not noun.text.islower():
            continue
        marks = tree.children(noun.i, "det")
        comma = marks[0].i - 1 if marks else 0
        if (
            noun.case
            or comma < 1
            or tree.words[comma].text != ","
            or not tree.words[comma - 1].is_title
            or noun.head == ROOT
        ):
            continue
        name = top_of_last(tree, comma - 1, tree.sents[noun.sent][0])
        if name.ent in PLACE_LABELS and marks[0].lower in pack.words["definite"]:
            continue  # "dans un garage de Lyon, le moteur"
        if _is_loose(tree, firms, noun, name) and not any(w is noun for w in tree.ancestors(name.i)):
            _free_participle(tree, noun, name)
            _take_participle(tree, noun)
            _lift_relatives(tree, pack, noun)
            noun.head, noun.rel, noun.pos, mended = name.i, "appos", "NOUN", True
    return mended


def _is_loose(tree: Tree, firms: frozenset[str], noun: Word, name: Word) -> bool:
    """Whether a noun behind the comma of a name acts in no clause of its own, and is no member of a series."""
    if name.ent in PERSON_LABELS and tree.child(name.i, "name") is not None:
        return False
    above = tree.words[noun.head]
    end = tree.subtree(noun.i, ("punct", "relcl", "acl"))[-1] + 1
    behind = tree.words[end] if end < len(tree.words) else noun
    if behind.pos == "AUX" or "VerbForm=Fin" in behind.morph:
        return False  # "Selon Vernal, la société a fermé": it acts itself
    if noun.rel == "obj" and any(w.text == "," for w in tree.words[above.i : name.i]):
        return False  # "possède, en Italie, la chaîne Zumo"
    listed = name.rel == "conj" and noun.head == tree.first_conjunct(name.i)
    if listed or tree.child(noun.i, "conj", "cc") is not None:
        return False  # "dans Vernal, Zumo, une start-up et un fonds"
    if noun.rel == "appos":  # "le patron de Vernal, un éditeur de jeux": he is none
        return name.head == above.i and name.case != "" and above.pos == "NOUN" and above.lemma not in firms
    if noun.rel in SUBJECTS:
        return above.i > noun.i and _is_bare_participle(tree, above)
    return noun.rel in ("obj", "xcomp", "attr", "parataxis", "obl", "dep", "advcl", "nmod") and above.i != name.i


def _is_bare_participle(tree: Tree, word: Word) -> bool:
    return "VerbForm=Part" in word.morph and tree.child(word.i, "aux", "aux:pass", "cop") is None


def _free_participle(tree: Tree, noun: Word, name: Word) -> None:
    """ "Vernal, une société de Lyon passée sous le contrôle de Zumo, a fermé": the name acts, the participle tells."""
    if noun.rel not in SUBJECTS:
        return
    participle = tree.words[noun.head]
    main = tree.words[name.head] if name.head != ROOT else None
    if main is not None and main.pos == "VERB" and main.i > participle.i and tree.child(main.i, *SUBJECTS) is None:
        name.rel = "subj"
    participle.head, participle.rel = noun.i, "acl"


def _take_participle(tree: Tree, noun: Word) -> None:
    """ "par Vernal, une start-up fondée par Luc Roux": the participle right behind what a firm is tells of it."""
    end = tree.subtree(noun.i, ("punct",))[-1] + 1
    behind = tree.words[end] if end < len(tree.words) else noun
    if behind.head == noun.head and behind.rel in ("parataxis", "dep", "advcl") and _is_bare_participle(tree, behind):
        behind.head, behind.rel = noun.i, "acl"


def _lift_relatives(tree: Tree, pack: LanguagePack, noun: Word) -> None:
    """ "le câblier de Lyon, qui emploie 300 personnes": what a comma sets off behind its town tells of the firm."""
    for place in tree.children(noun.i, "nmod"):
        behind = tree.words[min(place.i + 1, len(tree.words) - 1)]
        for clause in tree.children(place.i, "relcl") if place.ent in PLACE_LABELS and behind.text == "," else ():
            if not any(c.lower in pack.words["relative_place"] for c in tree.children(clause.i)):
                clause.head = noun.i
