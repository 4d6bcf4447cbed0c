"""Words that the parser took for another part of speech: verbs, trades, participles, names."""

from kg.extract.rules.parsing.agreement import masculine_singulars
from kg.extract.rules.parsing.lemmas import infinitive_of, of_participle
from kg.extract.rules.parsing.tree import PERSON_LABELS, QUOTE, ROOT, Tree, Word
from kg.lang import LanguagePack


def mend_verbs(tree: Tree, pack: LanguagePack) -> None:
    """A "noun" with a subject and no determiner or copula is a verb ("le parquet le soupçonne")."""
    for word in tree.words if pack.verb_lemmas else ():
        if word.pos == "ADV" and word.lower in pack.verb_lemmas["forms"]:
            word.pos, word.lemma, word.morph = "VERB", str(pack.verb_lemmas["forms"][word.lower]), "VerbForm=Fin"
            continue  # no adverb has the form of a verb of the list; the mending package hangs it where it belongs
        if (
            word.pos == "ADJ"
            and word.lower in pack.verb_lemmas["forms"]
            and tree.child(word.i, "subj", "xcomp", "refl")
        ):
            word.pos, word.lemma, word.morph = "VERB", str(pack.verb_lemmas["forms"][word.lower]), "VerbForm=Fin"
        if word.pos == "VERB" and word.lemma == word.lower:
            word.lemma = str(pack.verb_lemmas["forms"].get(word.lower, word.lemma))
        if _is_present(word, pack):
            word.morph = "Mood=Ind|Tense=Pres|VerbForm=Fin"
        if word.pos != "NOUN" or word.case or word.is_title:
            continue
        if _closes_speech(tree, word, pack):
            word.pos, word.lemma, word.morph = "VERB", str(pack.verb_lemmas["forms"][word.lower]), "VerbForm=Fin"
            continue
        rels = {c.rel for c in tree.children(word.i)}
        if rels & {"subj", "subj:pass"} and not rels & {"det", "cop", "case", "nummod"}:
            lemma = infinitive_of(word.lower, word.lower, pack.verb_lemmas)
            if lemma.endswith(tuple(pack.verb_lemmas["infinitives"])):
                word.pos, word.lemma, word.morph = "VERB", lemma, "VerbForm=Fin"


def _is_present(word: Word, pack: LanguagePack) -> bool:
    """Whether what the parser calls an infinitive has another form than its infinitive ("effondre")."""
    if word.pos != "VERB" or "VerbForm=Inf" not in word.morph or word.lower == word.lemma:
        return False
    endings = pack.verb_lemmas["endings"].items()
    return any(word.lower.endswith(end) and word.lower.removesuffix(end) + full == word.lemma for end, full in endings)


def _closes_speech(tree: Tree, word: Word, pack: LanguagePack) -> bool:
    """ ", juge Jean Petit", ", note le juge": between a comma and who speaks, a form of a verb of speech is one.

    Behind a quotation an aside may stand before who speaks: "", juge ainsi Jean Petit", "", note pour sa part X".
    """
    if word.lower not in pack.verb_lemmas["forms"] or word.i < 2 or word.i + 1 >= len(tree.words):
        return False
    if pack.verb_lemmas["forms"][word.lower] not in pack.reporting or tree.words[word.i - 1].text not in (",", QUOTE):
        return False
    quoted = tree.words[word.i - 1].text == "," and tree.words[word.i - 2].text == QUOTE
    at = _behind_aside(tree, pack, word.i + 1) if quoted else word.i + 1
    after = tree.words[min(at, len(tree.words) - 1)]
    return after.is_title or after.lower in pack.words["that"] or (after.pos == "DET" and after.head > after.i)


def _behind_aside(tree: Tree, pack: LanguagePack, i: int) -> int:
    """Where the next words begin behind an adverb, or behind "pour sa part", "de son côté"."""
    words = tree.words
    if i < len(words) and (words[i].pos == "ADV" or words[i].lower in pack.words["same"]):
        return i + 1
    last = words[i + 2] if i + 2 < len(words) else None
    aside = last is not None and f"{words[i].lower} {last.lemma}" in pack.words["ones_part"]
    return i + 3 if aside else i


def mend_persons(tree: Tree, pack: LanguagePack) -> None:
    """A trade after a comma that was taken for an adjective is an apposition ("Alan Turing, mathématicien")."""
    trades = pack.trades
    for word in tree.words if pack.adposition == "child" else ():
        argument = word.rel in ("subj", "subj:pass", "obj", "obl", "agent", "nmod") and not word.is_title
        if word.pos == "ADJ" and argument and tree.child(word.i, "det") and not tree.child(word.i, "cop"):
            word.pos = "NOUN"  # "le républicain Mack"
    for word in tree.words[1:]:
        if (
            word.pos == "ADJ"
            and word.rel in ("amod", "acl")
            and word.lemma in trades
            and tree.words[word.i - 1].text == ","
            and not (pack.adposition == "head" and word.head > word.i)  # "Rosa Diaz, executive director"
        ):
            word.pos, word.rel = "NOUN", "appos"
        elif word.pos == "ADJ" and word.lemma in trades and _is_said_of_person(tree, word):
            word.pos = "NOUN"


def _is_said_of_person(tree: Tree, word: Word) -> bool:
    """ "Marc Petit est musicien", "Marc Petit, musicien français": a trade beside a name, or said of one, is a noun."""
    if word.rel == "appos" and word.head != ROOT:
        return tree.words[word.head].ent in PERSON_LABELS and tree.words[word.i - 1].text == ","
    subject = tree.child(word.i, "subj")
    return tree.child(word.i, "cop") is not None and subject is not None and subject.ent in PERSON_LABELS


def mend_participles(tree: Tree, pack: LanguagePack) -> None:
    """What was tagged otherwise but governs something is a verb: "Emprisonné au Japon, …", "faisant dix morts"."""
    endings, having = tuple(pack.tense.get("infinitive_endings", ())), pack.words["active_auxiliaries"]
    for word in tree.words if endings else ():
        if word.pos == "ADJ" and word.lemma.endswith(endings) and word.lemma != word.lower:
            below = tree.children(word.i)
            governs = any(c.rel in ("obl", "agent", "obj", "xcomp", "ccomp") for c in below)
            done = any(c.rel == "aux" and c.lemma in having for c in below)  # "a prétendu"
            if (governs or done) and tree.child(word.i, "cop") is None:
                word.pos, word.morph = "VERB", "Tense=Past|VerbForm=Part"
                word.rel = "acl" if word.rel == "amod" else word.rel
        if word.pos == "NOUN" and word.i and tree.child(word.i, "cop", "det", "case") is None:
            before = tree.words[word.i - 1]  # "le rachat a capoté"
            lemma = of_participle(word.lower, pack) if before.head == word.i and before.lemma in having else None
            if lemma is not None:
                word.pos, word.lemma, word.morph = "VERB", lemma, "Tense=Past|VerbForm=Part"
        if word.pos == "ADP" and word.lemma.endswith(endings) and tree.child(word.i, "obj") is not None:
            word.pos, word.morph = "VERB", "Tense=Pres|VerbForm=Part"


def mend_states(tree: Tree, pack: LanguagePack) -> None:
    """ "Marc Petit est mort lundi 4 mars", "Marc Petit, mort en 2015": a participle taken for another class."""
    table = pack.verb_lemmas.get("states", {})
    for word in tree.words if table else ():
        if word.pos not in ("ADJ", "NOUN", "NUM"):
            continue
        lemma = next((table[form] for form in masculine_singulars(pack, word.lower) if form in table), None)
        if lemma is None or tree.child(word.i, "det", "nummod", "case", "amod"):
            continue
        helpers = ("cop", "aux:pass", "aux") if word.pos == "NUM" else ("cop", "aux:pass")
        copula, subject = tree.child(word.i, *helpers), tree.child(word.i, "subj", "subj:pass")
        if copula is not None and subject is not None:
            copula.rel, subject.rel = "aux", "subj"
        elif copula is None and word.rel in ("appos", "amod", "nmod", "acl") and _is_completed(tree, word):
            _hang_on_person_before(tree, word)
            word.rel = "acl"
        else:
            continue
        word.pos, word.lemma, word.morph = "VERB", str(lemma), "Tense=Past|VerbForm=Part"


def _hang_on_person_before(tree: Tree, word: Word) -> None:
    """ "les obsèques de Marc Petit, mort samedi": who is named right before the comma."""
    before = tree.words[word.i - 2]
    while before.rel == "name":
        before = tree.words[before.head]
    if word.i > 1 and tree.words[word.i - 1].text == "," and before.ent in PERSON_LABELS:
        word.head = before.i


def _is_completed(tree: Tree, word: Word) -> bool:
    """Whether a complement or a date hangs on a word and follows it."""
    return any(c.i > word.i for c in tree.children(word.i, "obl", "nmod", "advmod", "obj"))


AS_NAME = {"acl": "appos", "relcl": "appos", "parataxis": "appos", "advcl": "obj", "xcomp": "obj", "ccomp": "obj"}


def mend_names(tree: Tree, pack: LanguagePack) -> None:
    """A name that was tagged as a verb ("utilise RadVid-19") is the object or apposition that it looks like."""
    for first, last, _ in tree.entities:
        head = next((w for w in tree.words[first:last] if not first <= w.head < last), tree.words[first])
        auxiliary = head.rel in ("aux", "cop", "expl", "aux:pass") and head.is_title and head.head > head.i
        if auxiliary and tree.child(head.head, "subj", "subj:pass") is None:
            head.pos, head.rel = "PROPN", "subj"
            continue
        if head.pos != "VERB" or not head.is_title or head.i == tree.sents[head.sent][0] or head.head == ROOT:
            continue
        if head.lower in pack.words["negators"] or any(c.rel.startswith("subj") for c in tree.children(head.i)):
            continue
        head.pos = "PROPN"
        head.rel = AS_NAME.get(head.rel, head.rel)
        if head.rel == "obj" and tree.words[head.head].pos in ("NOUN", "PROPN"):
            head.rel = "appos"
