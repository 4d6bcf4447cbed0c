"""French negations of which the parser hung one half on a word beside the verb."""

from kg.extract.rules.parsing.mending.grammar import is_finite
from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Tree, Word
from kg.lang import LanguagePack

FAR = 4  # words behind the verb in which the second half may stand


def join_negations(tree: Tree, pack: LanguagePack) -> bool:
    """ "ne vit plus depuis deux ans à Lyon", 'ne participera "probablement pas" au sommet': the verb is denied."""
    mended = False
    for particle in tree.words:
        if particle.lower not in pack.words["negation_particle"] or particle.head == ROOT:
            continue
        verb = _verb_of(tree, particle)
        own = (verb, *tree.children(verb.i, "aux", "aux:pass", "aux:caus", "cop"))
        if any(c.lower in pack.words["negators"] for v in own for c in tree.children(v.i)):
            continue
        other = _other_half(tree, pack, particle, verb)
        if other is None:
            continue
        denied = tree.words[other.head] if other.head != ROOT else other
        if verb.pos == "AUX" and denied.pos == "VERB" and not is_finite(tree, denied):
            particle.head = denied.i  # "n'a pour autant jamais voulu"
        else:
            other.head, other.rel = verb.i, "advmod"
        mended = True
    return mended


def lift_from_carriers(tree: Tree, pack: LanguagePack) -> bool:
    """ "Ce n'est pas Jean Petit qui …", "Jean Petit n'est plus à la tête": a copula has no subject and no denial."""
    mended, denying = False, pack.words["negators"] | pack.words["negation_particle"]
    for word in tree.words:
        if word.head == ROOT or not (word.rel in SUBJECTS or (word.rel == "advmod" and word.lower in denying)):
            continue
        carrier = tree.words[word.head]
        if carrier.rel.startswith(("aux", "cop")) and carrier.head != ROOT:
            word.head, mended = carrier.head, True
    return mended


def _verb_of(tree: Tree, particle: Word) -> Word:
    head = tree.words[particle.head]
    return tree.words[head.head] if head.rel.startswith(("aux", "cop")) and head.head != ROOT else head


def _other_half(tree: Tree, pack: LanguagePack, particle: Word, verb: Word) -> Word | None:
    """The "pas" or "plus" that belongs to a "ne"; not that of "pas moins", nor a comparison's "plus"."""
    words, last = pack.words, min(max(verb.i, particle.i + 1) + FAR, tree.sents[particle.sent][1])
    for word in tree.words[particle.i + 1 : last]:
        if word.lower in words["that"] or word.text in ",;:":
            return None
        if word.lower not in words["negators"]:
            continue
        behind = tree.words[word.i + 1] if word.i + 1 < last else word
        double = word.lower in words["double_negators"]
        denies = not double or (word.i <= verb.i + 1 and behind.pos not in ("ADJ", "NOUN"))
        return word if denies and behind.lower not in words["less"] else None
    return None
