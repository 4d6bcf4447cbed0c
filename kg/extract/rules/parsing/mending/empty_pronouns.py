"""Pronouns that stand for nobody: "il" of "il convient de", "l'" of "l'on", "lui" of "Marc Petit a lui refusé"."""

from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Tree, Word
from kg.lang import LanguagePack

CLAUSES = ("ccomp", "csubj")
INFINITIVES = ("xcomp", "csubj", "advcl", "dep")
CARRIERS = ("aux", "aux:pass")
LIGHT = ("punct", "advmod", "case", "fixed")  # what may hang on a pronoun that only doubles another


def turn_impersonal(tree: Tree, pack: LanguagePack) -> bool:
    """ "Il est prévu de vendre", "quoi qu'il en soit": what a clause says, nobody is or does."""
    empty, mended = pack.words["empty_subjects"], False
    for word in tree.words[:-2]:
        if word.lower not in empty or word.rel not in SUBJECTS or word.head == ROOT:
            continue
        if _opens_phrase(tree, pack, word) or (word.head > word.i and _is_of_nobody(tree, pack, tree.words[word.head])):
            word.rel, mended = "expl", True
    return mended


def _opens_phrase(tree: Tree, pack: LanguagePack, word: Word) -> bool:
    """ "il y a trois jours", "quoi qu'il en soit"; in "il y a vécu" he did."""
    longest = 3
    for n in range(2, longest + 1):
        behind = tree.words[word.i + 1 : word.i + 1 + n]
        if " ".join(w.lower for w in behind) in pack.words["empty_phrases"]:
            return behind[-1].rel not in CARRIERS
    return False


def _is_of_nobody(tree: Tree, pack: LanguagePack, said: Word) -> bool:
    """Whether a word says something of the clause behind it: "convenir de", "sembler que", "prévu de", "absurde de"."""
    words = pack.words
    if said.lemma in words["weather_makers"]:
        return _is_weather(tree, pack, said)
    undergone = any(c.lemma in words["being"] for c in tree.children(said.i, *CARRIERS))
    if undergone and not words["done_to_nobody"].isdisjoint(
        (said.lemma, f"{said.lemma} {tree.words[said.i + 1].lower}")
    ):
        return True
    clause = any(c.i > said.i for c in tree.children(said.i, *CLAUSES))
    infinitives = (c for c in tree.children(said.i, *INFINITIVES) if c.i > said.i)
    marks = (tree.child(c.i, "mark", "case") for c in infinitives)
    led = any(mark is not None and mark.lemma in words["of"] for mark in marks)  # also "d'"
    if undergone and said.lemma in words["done_to_clauses"] and tree.child(said.i, "refl", "obj", "cop") is None:
        return clause or led or _leads_on(tree, pack, said)
    if not (clause or led) or tree.child(said.i, "refl", "obj") is not None:
        return False
    if tree.child(said.i, "cop") is not None:
        return said.lemma in words["said_of_clauses"]
    return said.lemma in words["fit_of_clauses"] or (clause and said.lemma in words["true_of_clauses"])


def _is_weather(tree: Tree, pack: LanguagePack, said: Word) -> bool:
    """ "Il faisait très froid"."""
    behind = said.i + 1
    while behind < len(tree.words) - 1 and tree.words[behind].pos == "ADV" and behind < said.i + 2:
        if tree.words[behind].lower in pack.words["weather"]:
            return True
        behind += 1
    return tree.words[behind].lower in pack.words["weather"]


def _leads_on(tree: Tree, pack: LanguagePack, said: Word) -> bool:
    """ "Il a été décidé avec X de fermer l'usine": an infinitive with "de" farther behind, wherever it was hung."""
    for word in tree.words[said.i + 1 : tree.sents[said.sent][1]]:
        if "VerbForm=Fin" in word.morph or word.lower in pack.words["that"]:
            return word.i == said.i + 1
        if "VerbForm=Inf" in word.morph:
            before = {w.lemma for w in tree.words[word.i - 2 : word.i]}
            return not before.isdisjoint(pack.words["of"])
    return False


def mute_euphonics(tree: Tree, pack: LanguagePack) -> bool:
    """ "Sans que l'on sache": the "l'" only sounds."""
    mended = False
    for word, behind in zip(tree.words, tree.words[1:], strict=False):
        if f"{word.lower}{behind.lower}" in pack.words["euphonic"] and word.rel not in ("det", "expl"):
            word.head, word.rel, mended = behind.i, "det", True
    return mended


def lower_doubles(tree: Tree, pack: LanguagePack) -> bool:
    """ "Marc Petit a lui refusé", "La région, elle, a payé", "Anne Roy, quant à elle, cède": the subject again."""
    mended = False
    for word in tree.words[1:-1]:
        if word.lower not in pack.words["tonic"] or word.pos != "PRON":
            continue
        if any(c.rel not in LIGHT for c in tree.children(word.i)):
            continue
        topic = word.case in pack.words["topic_marks"] and word.case != ""
        if topic or (not word.case and (_is_behind_auxiliary(tree, word) or _is_set_off(tree, pack, word))):
            word.pos, word.rel, mended = "ADV", "advmod", True
    return mended


def _is_behind_auxiliary(tree: Tree, word: Word) -> bool:
    """ "a lui refusé": a dative stands before the auxiliary; who asks "a elle refusé" has no other subject."""
    before = tree.words[word.i - 1 - (tree.words[word.i - 1].text == ",")]
    if before.rel not in CARRIERS or before.head <= word.i:
        return False
    verb = tree.words[before.head]
    return any(c.i < before.i for c in tree.children(verb.i, *SUBJECTS)) or word.rel not in SUBJECTS


def _is_set_off(tree: Tree, pack: LanguagePack, word: Word) -> bool:
    """ ", lui,", ", elle aussi,"."""
    behind = word.i + 1
    while behind < len(tree.words) - 1 and tree.words[behind].lower in pack.words["beside_tonic"]:
        behind += 1
    return tree.words[word.i - 1].text == "," and tree.words[behind].text == "," and word.rel != "conj"
