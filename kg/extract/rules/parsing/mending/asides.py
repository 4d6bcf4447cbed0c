"""Participles and relatives between commas, and what follows the second one: "Renault, accusé de fraude, dément"."""

from kg.extract.rules.parsing.agreement import agrees
from kg.extract.rules.parsing.mending.grammar import is_relative
from kg.extract.rules.parsing.tree import PERSON_LABELS, ROOT, SUBJECTS, Tree, Word
from kg.lang import LanguagePack

NAMES = (*PERSON_LABELS, "ORG")


def raise_behind_asides(tree: Tree, pack: LanguagePack) -> bool:
    """ "Renault, accusé de fraude, dément": what stands finite behind the second comma is the main clause.

    The parser made the name the head, and hung the verb on the last word of the participle's, or of the relative's:
    "Aton, dont le siège est à Lyon, va racheter Zumo".
    """
    mended = False
    for first, last in tree.sents:
        noun = next((w for w in tree.words[first:last] if w.head == ROOT), None)
        if noun is None or noun.pos not in ("PROPN", "NOUN", "X") or tree.child(noun.i, "cop") is not None:
            continue
        asides = (
            c for c in tree.children(noun.i, "acl", "relcl") if _opens_aside(tree, noun, c) or _relates(tree, c, pack)
        )
        aside = next(asides, None)
        end = tree.subtree(aside.i)[-1] + 1 if aside is not None else last
        commas = [i for i in range(aside.i, end) if tree.words[i].text == ","] if aside is not None else []
        main = next((v for i in commas if (v := _finite_right_behind(tree, i, last)) is not None), None)
        if main is None or aside is None or not any(w is aside for w in tree.ancestors(main.i)):
            continue
        _raise(tree, main, noun)
        mended = True
    return mended


def _raise(tree: Tree, main: Word, noun: Word) -> None:
    """Make a finite verb the main one, what it governs hang on it ("va racheter"), and a noun its subject."""
    if main.rel == "dep" and main.head > main.i:
        governed = tree.words[main.head]
        governed.head, governed.rel = main.i, "xcomp"
    main.head, main.rel, main.pos = ROOT, "ROOT", "VERB"
    noun.head, noun.rel = main.i, "subj:pass" if tree.child(main.i, "aux:pass") is not None else "subj"


def _relates(tree: Tree, verb: Word, pack: LanguagePack) -> bool:
    """Whether a relative clause opens right behind a comma."""
    first = tree.subtree(verb.i, ("punct",))[0]
    opener = tree.words[first]
    return verb.rel == "relcl" and is_relative(opener, pack) and first > 0 and tree.words[first - 1].text == ","


def _opens_aside(tree: Tree, noun: Word, participle: Word) -> bool:
    """Whether a bare participle stands right behind the comma that closes the phrase of a noun."""
    if participle.pos != "VERB" or "Tense=Past|VerbForm=Part" not in participle.morph:
        return False
    bare = tree.child(participle.i, "aux", "aux:pass", *SUBJECTS) is None
    return bare and participle.i > noun.i and tree.words[participle.i - 1].text == ","


def _finite_right_behind(tree: Tree, comma: int, last: int) -> Word | None:
    """The verb, or its auxiliary with it, that stands right behind a comma, without a subject."""
    word = tree.words[comma + 1] if comma + 1 < last else None
    while word is not None and word.rel in ("refl", "advmod", "obj", "iobj") and word.pos in ("PRON", "ADV"):
        word = tree.words[word.i + 1] if word.i + 1 < last else None
    if word is None or "VerbForm=Fin" not in word.morph or word.pos not in ("VERB", "AUX"):
        return None
    verb = tree.words[word.head] if word.pos == "AUX" and word.rel in ("aux", "aux:pass") else word
    alone = tree.child(verb.i, "mark", "cc", *SUBJECTS) is None
    return verb if verb.pos == "VERB" and alone and verb.rel != "relcl" else None


def hang_asides(tree: Tree, _: LanguagePack) -> bool:
    """ "Marc Lefort, condamné mardi pour fraude, a fait appel": the participle is said of who acts before its comma."""
    mended = False
    for word in tree.words[2:]:
        if word.rel not in ("parataxis", "advcl", "conj") or word.head == ROOT or word.head < word.i:
            continue
        subject = tree.child(word.head, *SUBJECTS)
        if subject is None or not _opens_aside(tree, subject, word):
            continue
        phrase = [i for i in tree.subtree(subject.i, ("punct",)) if i < word.i]
        if phrase[-1] == word.i - 2 and phrase == list(range(phrase[0], word.i - 1)):
            word.head, word.rel, mended = subject.i, "acl", True
    return mended


def hang_on_objects(tree: Tree, pack: LanguagePack) -> bool:
    """ "La police a arrêté Marc Petit, soupçonné de vol": a participle behind the object's comma is said of him.

    Of somebody, that is: behind a place or a thing it may be said of who acts. What blames is said of a firm as well:
    "a infligé une amende à Zumo, accusé de fraude".
    """
    mended = False
    for word in tree.words[2:]:
        if word.rel != "advcl" or word.head == ROOT or word.head > word.i:
            continue
        verb, before = tree.words[word.head], tree.words[word.i - 2]
        blamed = _blamed_name(tree, word, pack)
        if blamed is not None:
            word.head, word.rel, mended = blamed.i, "acl", True
            continue
        noun = tree.child(verb.i, "obj")
        if noun is None or verb.pos != "VERB" or not _opens_aside(tree, noun, word) or before.pos == "PUNCT":
            continue
        phrase = tree.subtree(noun.i, ("punct",))
        named = [w for w in (noun, *tree.children(noun.i, "appos")) if w.ent in PERSON_LABELS]
        told = all(agrees(tree, w, word, pack) for w in (noun, *named))
        if phrase[-1] == before.i and told and (named or pack.nouns.get(noun.lemma) == "Person"):
            word.head, word.rel, mended = noun.i, "acl", True
    return mended


def _blamed_name(tree: Tree, participle: Word, pack: LanguagePack) -> Word | None:
    """The name before the comma of what accuses: nobody is accused by his own act, and a name is nearer than he."""
    name = tree.words[participle.i - 2]
    while name.rel == "name" and name.head != ROOT and name.head < name.i:
        name = tree.words[name.head]
    named = name.ent in NAMES and name.rel not in SUBJECTS and tree.child(name.i, "conj") is None
    if participle.lemma not in pack.words["accusing"] or not named or not _opens_aside(tree, name, participle):
        return None
    return name if agrees(tree, name, participle, pack) else None


def hang_on_set_off_adjectives(tree: Tree, _: LanguagePack) -> bool:
    """ "Ikea, présent dans 63 pays, a fermé": what follows an adjective behind a comma completes it, not the name."""
    mended = False
    for word in tree.words[2:-2]:
        noun = tree.words[word.head] if word.rel in ("amod", "nmod", "appos") and word.head != ROOT else word
        if word.pos != "ADJ" or word.case or noun.i > word.i or noun.pos not in ("NOUN", "PROPN", "X"):
            continue
        led = tree.words[word.i + 1]
        if tree.words[word.i - 1].text != "," or led.pos != "ADP" or led.rel != "case":
            continue
        complement = tree.words[led.head]
        if complement.head != noun.i:
            continue
        complement.head, complement.rel, word.rel, mended = word.i, "obl", "appos", True
    return mended
