""" "Anne Roy, dont le mari est mort, vit seule": what "dont" opens is told of the husband, the main verb of her."""

from typing import NamedTuple

from kg.extract.rules.parsing.mending.relatives import noun_before
from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Tree, Word
from kg.lang import LanguagePack

NEAR = 5  # words from the pronoun to the noun that it completes
NAMING = ("appos", "name")


class _Clause(NamedTuple):
    """A relative clause that the parser took for the main one."""

    bearer: Word  # of whom or which it is told
    noun: Word  # who acts in it
    verb: Word


def part_genitive_relatives(tree: Tree, pack: LanguagePack) -> bool:
    """Give the verb behind "dont le mari" its own subject, and the noun before the verb behind the next comma."""
    mended = False
    for pronoun in tree.words[2:]:
        if pronoun.lower not in pack.words["relative_of"] or pronoun.rel != "nmod" or pronoun.head < pronoun.i:
            continue
        clause = _taken_for_joined(tree, pronoun) or _taken_for_main(tree, pronoun)
        if clause is not None:
            _part(tree, clause)
            mended = True
    return mended


def _taken_for_main(tree: Tree, pronoun: Word) -> _Clause | None:
    noun, before = tree.words[pronoun.head], noun_before(tree, pronoun)
    if before is None or noun.pos != "NOUN" or noun.i > pronoun.i + NEAR or tree.child(noun.i, "det", "poss") is None:
        return None
    bearer = tree.words[before]
    while bearer.rel in NAMING and ROOT < bearer.head < bearer.i:
        bearer = tree.words[bearer.head]
    verb = tree.words[bearer.head] if bearer.rel in SUBJECTS and bearer.head != ROOT else bearer
    mistaken = noun.head in (before, bearer.i) and noun.rel == "appos"
    if verb.i < noun.i or verb.pos not in ("VERB", "ADJ") or not (mistaken or noun.head == verb.i):
        return None
    if noun.head == verb.i and noun.rel not in SUBJECTS:
        return None
    told = all(w.text != "," for w in tree.words[noun.i + 1 : verb.i])  # no ", dont la soeur, est venu"
    return _Clause(bearer, noun, verb) if told else None


def _taken_for_joined(tree: Tree, pronoun: Word) -> _Clause | None:
    """ "L'agence, basée à Genève et dont Paris s'est retiré, …": who acts in the clause is no second seat of hers."""
    noun, joint = tree.words[pronoun.head], tree.words[pronoun.i - 1]
    if noun.rel != "conj" or joint.rel != "cc" or noun.i > pronoun.i + NEAR or noun.head > joint.i:
        return None
    verb = next((w for w in tree.words[noun.i + 1 : tree.sents[noun.sent][1]] if w.pos == "VERB"), None)
    bearer = None if verb is None else next((c for c in tree.children(verb.i, *SUBJECTS) if c.i < pronoun.i), None)
    told = verb is not None and all(w.text != "," for w in tree.words[noun.i + 1 : verb.i])
    return _Clause(bearer, noun, verb) if bearer is not None and verb is not None and told else None


def _part(tree: Tree, clause: _Clause) -> None:
    bearer, noun, verb = clause
    main = _main_behind(tree, verb)
    noun.head, noun.rel = verb.i, bearer.rel
    if main is None:
        bearer.head, bearer.rel = verb.head, verb.rel
    else:
        for child in list(tree.children(verb.i)):
            if child.i > main[0] and child is not main[1]:
                child.head = main[1].i
        main[1].head, main[1].rel = verb.head, verb.rel
        passive = tree.child(main[1].i, "aux:pass") is not None
        bearer.head, bearer.rel = main[1].i, "subj:pass" if passive else "subj"
    verb.head, verb.rel = bearer.i, "relcl"


def _main_behind(tree: Tree, verb: Word) -> tuple[int, Word] | None:
    """The comma that closes a relative clause, and the verb or predicate without subject right behind it."""
    end = tree.sents[verb.sent][1]
    comma = next((w for w in tree.words[verb.i + 1 : end] if w.text == ","), None)
    for word in tree.words[comma.i + 1 : end] if comma is not None else ():
        if comma is None or word.text in (",", ";"):
            break
        if "VerbForm=Fin" in word.morph:
            main = tree.words[word.head] if word.rel in ("aux", "aux:pass", "cop") and word.head > word.i else word
            fits = main.head == verb.i and tree.child(main.i, *SUBJECTS) is None
            return (comma.i, main) if fits else None
    return None
