"""Verbs that a pronoun is hung on, and that the parser took for other words: "raconte-t-il", "a-t-elle martelé"."""

from kg.extract.rules.parsing.clitics import bare_form, is_enclitic
from kg.extract.rules.parsing.lemmas import infinitive_of, of_participle
from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Tree, Word, fill_children
from kg.lang import LanguagePack

AWAY = 6  # words from "a-t-il" to its participle: "a-t-elle dans un premier temps affirmé"
CLAUSES = ("ROOT", "parataxis", "advcl", "ccomp", "conj", "acl", "relcl", "xcomp", "dep")  # what a verb may be
FINITE, PARTICIPLE = "Mood=Ind|Tense=Pres|VerbForm=Fin", "Tense=Past|VerbForm=Part"


def mend_inverted(tree: Tree, pack: LanguagePack) -> None:
    """Where "-il" or "-elle" is hung on a word that can be a verb of speech, it is one, and the pronoun its subject."""
    moved = False
    for word in tree.words[2:] if pack.words["subject_clitics"] else ():
        if not is_enclitic(pack, word) or bare_form(pack, word) not in pack.words["subject_clitics"]:
            continue
        word.pos, host = "PRON", _host(tree, pack, word)
        if not _is_set_off(tree, pack, host):
            continue  # a question: "Le maire a-t-il menti ?"
        verb = _participle(tree, pack, word, host) or _finite(pack, host)
        if verb is None:
            continue
        if verb is not host:
            host.pos, host.head, host.rel = "AUX", verb.i, "aux"
        _seat(tree, word, verb)
        moved = True
    if moved:
        fill_children(tree)


def _host(tree: Tree, pack: LanguagePack, clitic: Word) -> Word:
    """The word that a pronoun is hung on, with a linking sound between them or not."""
    before = tree.words[clitic.i - 1]
    return tree.words[before.i - 1] if before.lower in pack.words["linking_sounds"] else before


def _is_set_off(tree: Tree, pack: LanguagePack, host: Word) -> bool:
    """Whether a mark stands before a verb and its clitics: ", lui a-t-il dit"."""
    i = host.i - 1
    while i > 0 and tree.words[i].lower in pack.words["reflexive"] | pack.words["object_clitics"]:
        i -= 1
    return not any(c.isalnum() for c in tree.words[i].text)


def _finite(pack: LanguagePack, host: Word) -> Word | None:
    """The host as a verb of speech, if it has the form of one."""
    if host.pos == "VERB":
        return host if host.lemma in pack.reporting else None
    lemma = infinitive_of(host.lower, host.lower, pack.verb_lemmas)
    if lemma not in pack.reporting:
        return None
    host.pos, host.lemma, host.morph = "VERB", lemma, FINITE
    return host


def _participle(tree: Tree, pack: LanguagePack, clitic: Word, host: Word) -> Word | None:
    """ "a-t-il martelé", "a-t-elle d'abord indiqué": the participle of a verb of speech, whatever it was taken for."""
    if host.lemma not in pack.words["active_auxiliaries"]:
        return None
    for word in tree.words[clitic.i + 1 : clitic.i + 1 + AWAY]:
        if word.pos == "PUNCT":
            return None
        lemma = word.lemma if word.pos == "VERB" else of_participle(word.lower, pack)
        if lemma in pack.reporting:
            word.pos, word.lemma, word.morph = "VERB", str(lemma), PARTICIPLE
            return word
    return None


def _seat(tree: Tree, clitic: Word, verb: Word) -> None:
    """Hang a pronoun on its verb as the subject, and what hung on the pronoun too."""
    if clitic.i in (w.i for w in tree.ancestors(verb.i)):
        verb.head, verb.rel = clitic.head, clitic.rel
    if verb.rel not in CLAUSES:
        verb.rel = "parataxis" if verb.head != ROOT else "ROOT"
    for child in tree.children(clitic.i):
        if child.i > clitic.i and child is not verb:
            child.head = verb.i
    for child in tree.children(verb.i, *SUBJECTS):
        if child.i < clitic.i:
            child.rel = "dislocated"  # of what is said
    clitic.head, clitic.rel = verb.i, "subj"
