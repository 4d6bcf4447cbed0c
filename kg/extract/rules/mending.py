"""Mends what the French parser often misreads in a clause: split names, objects hung on dates, a lost main verb.

Each rule looks at positions that French fixes (a bare noun right behind its verb, what stands before a comma), never
at meanings.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from kg.lang import LanguagePack
from kg.lang.gazetteer import load_gazetteer

if TYPE_CHECKING:
    from kg.extract.rules.tree import Tree, Word

ROOT = -1  # as in kg.extract.rules.tree, which calls this module
SUBJECTS = ("subj", "subj:pass")
NAMES = ("PROPN", "NOUN", "X", "ADJ", "NUM", "PUNCT")
BEST = ("subj", "subj:pass", "obj", "agent", "iobj", "appos", "conj", "obl", "nmod")  # whose place a whole name takes
BARE = ("obj", "subj", "subj:pass", "obl", "nmod", "dep", "xcomp", "advmod", "ROOT")  # what a name behind its noun is taken for
BELOW_NOUNS = ("nmod", "name", "appos")
BETWEEN = ("entre",)
OPENING = ("obl", "advcl", "dislocated", "nmod", "parataxis", "dep", *SUBJECTS)  # as what an opening role is misread
BESIDE = 3  # words
SPEAKERS = frozenset({
    "Person", "Group", "Organization", "Company", "GovernmentBody", "SecurityAgency", "MediaOutlet", "PoliticalParty", "Agent",
    "InternationalOrganization", "EducationalInstitution",
})  # fmt: skip


def mend_clauses(tree: "Tree", pack: LanguagePack, refill: Callable[["Tree"], None]) -> None:
    """Apply all rules, each on what the one before has left; a rule that would tie words in a ring is undone there."""
    before = [(w.head, w.rel) for w in tree.words]
    for mend in MENDS:
        if mend(tree, pack):
            _undo_rings(tree, before)
            refill(tree)
            before = [(w.head, w.rel) for w in tree.words]


def _undo_rings(tree: "Tree", before: list[tuple[int, str]]) -> None:
    """Give the sentences in which some word has no way up to a root the heads that they had."""
    good = {ROOT}
    for first, last in tree.sents:
        for i in range(first, last):
            path = []
            while i not in good and i not in path:
                path.append(i)
                i = tree.words[i].head
            if i in good:
                good.update(path)
                continue
            for word in tree.words[first:last]:
                word.head, word.rel = before[word.i]
            good.update(range(first, last))
            break


def _join_names(tree: "Tree", _: LanguagePack) -> bool:
    """A name is one phrase: "Emmanuel" and "Macron" do not hang on two words."""
    mended = False
    for first, last in [*((f, e) for f, e, _ in tree.entities), *_hyphened(tree)]:
        inside = tree.words[first:last]
        tops = [w for w in inside if not first <= w.head < last]
        if len(tops) < 2 or any(w.pos not in NAMES for w in inside):
            continue
        best = min(tops, key=lambda w: (w.head == ROOT, BEST.index(w.rel) if w.rel in BEST else len(BEST), w.i))
        for word in tops:
            if word is not best:
                _put_under(tree, word, best)
        mended = True
    return mended


def _hyphened(tree: "Tree") -> Iterator[tuple[int, int]]:
    """ "Royaume-Uni": two capitals and a hyphen without a space."""
    for word in tree.words[1:-1]:
        if word.text != "-":
            continue
        left, right = tree.words[word.i - 1], tree.words[word.i + 1]
        if left.is_title and right.is_title and left.end == word.start and word.end == right.start:
            yield word.i - 1, word.i + 2


def _put_under(tree: "Tree", word: "Word", best: "Word") -> None:
    """Hang one part of a name below another, and what hung on it too."""
    if any(above is word for above in tree.ancestors(best.i)):
        best.head, best.rel = word.head, word.rel
    for child in tree.words:
        if child.head == word.i and child is not best:
            child.head = best.i
    best.case = best.case or word.case
    word.head, word.rel, word.case = best.i, "name", ""


def _free_objects(tree: "Tree", pack: LanguagePack) -> bool:
    """ "a rencontré mercredi les syndicats": what follows a date bare belongs to the verb."""
    mended = False
    for word in tree.words:
        if word.rel != "nmod" or word.case or word.head == ROOT or tree.child(word.i, "det") is None:
            continue
        date = next((w for w in _with_itself(tree, word.head) if not _is_date(tree, w, pack)), None)
        date_is_head = _is_date(tree, tree.words[word.head], pack)
        if not date_is_head or date is None or date.pos != "VERB" or word.i < date.i:
            continue
        others = [c for c in tree.children(date.i, "obj") if not _is_date(tree, c, pack)]
        if others or word.lemma in pack.lists["temporal"]:
            continue
        for wrong in tree.children(date.i, "obj"):
            wrong.rel = "obl"
        word.head, word.rel, mended = date.i, "obj", True
    return mended


def _with_itself(tree: "Tree", i: int) -> Iterator["Word"]:
    yield tree.words[i]
    yield from tree.ancestors(i)


def _is_date(tree: "Tree", word: "Word", pack: LanguagePack) -> bool:
    temporal = pack.lists["temporal"]
    if word.lemma in temporal:
        return True
    return word.text.isdigit() and (len(word.text) == 4 or any(c.lemma in temporal for c in tree.children(word.i)))


def _turn_bare_names(tree: "Tree", pack: LanguagePack) -> bool:
    """A bare name right behind an active verb is its object, one before a verb without subject its subject."""
    mended = False
    for word in tree.words:
        loose = word.rel in ("nmod", "obl", "advmod", "parataxis", "advcl", "name", "dep", "xcomp") and not word.case
        named = word.pos == "PROPN" or (word.ent and word.is_title and word.pos in ("NOUN", "X"))
        if not named or not loose or word.head == ROOT or _is_date(tree, word, pack):
            continue
        verb = tree.words[word.head]
        only = _only(tree, word, verb, pack)
        if only is not None:
            only.rel = "advmod"  # "n'a racheté que Danone"
        if verb.pos != "VERB" or any(c is not only for c in tree.children(word.i, "cop", "mark", "case")):
            continue
        role = _role_of_bare_name(tree, word, verb)
        if role:
            word.rel, mended = role, True
    return mended


def _only(tree: "Tree", word: "Word", verb: "Word", pack: LanguagePack) -> "Word | None":
    """The "que" of "ne … que", which denies nothing."""
    particle = any(c.lower in pack.words["negation_particle"] for c in tree.children(verb.i, "advmod"))
    que = next((c for c in tree.children(word.i, "mark") if c.lower in pack.words["that"]), None)
    return que if particle and verb.i < word.i else None


def _role_of_bare_name(tree: "Tree", word: "Word", verb: "Word") -> str | None:
    passive = tree.child(verb.i, "aux:pass") is not None
    subject = tree.child(verb.i, *SUBJECTS)
    between = tree.words[min(word.i, verb.i) + 1 : max(word.i, verb.i)]
    opens = word.i < verb.i and tree.subtree(word.i)[0] == tree.sents[word.sent][0]
    if opens and subject is None and word.rel == "obl" and _has_apposition(tree, word, between):
        return "subj:pass" if passive else "subj"
    if any(w.pos in ("PUNCT", "VERB", "CCONJ", "SCONJ") and w.text != "-" and w.head != word.i for w in between):
        return None
    if word.i < verb.i:
        return ("subj:pass" if passive else "subj") if subject is None else None
    others = any(c is not word for c in tree.children(verb.i, "obj", "xcomp", "ccomp", "refl"))
    if passive or subject is None or subject.i > verb.i or others:
        return None
    return "obj" if word.i - verb.i <= BESIDE and word.rel != "parataxis" else None


def _has_apposition(tree: "Tree", name: "Word", between: list["Word"]) -> bool:
    """ "Marine Le Pen, présidente du parti, s'oppose": nothing but what hangs on the name stands before the verb."""
    below = set(tree.subtree(name.i))
    left = [w for w in between if w.i not in below and w.text != "," and w.rel not in ("refl", "aux", "aux:pass", "advmod")]
    return not left and any(w.text == "," for w in between)


def _give_back_main_verb(tree: "Tree", pack: LanguagePack) -> bool:
    """ "Total, qui emploie mille personnes, a réalisé …": what follows the second comma is the main clause."""
    mended = False
    for verb in tree.words:
        if verb.head != ROOT or verb.pos != "VERB":
            continue
        if _raise_behind_participle(tree, verb):
            mended = True
            continue
        pronoun = next((c for c in tree.children(verb.i, "subj") if c.lower in pack.words["relative_subject"]), None)
        if pronoun is None or pronoun.i < 2 or tree.words[pronoun.i - 1].text != ",":
            continue
        noun = _phrase_before(tree, pronoun.i - 1, verb)
        main = next((c for c in tree.children(verb.i, "parataxis", "conj", "ccomp") if _lacks_subject(tree, c)), None)
        if noun is None or main is None or main.i < verb.i or not _opens_after_comma(tree, main):
            continue
        main.head, main.rel = ROOT, "ROOT"
        noun.head, noun.rel = main.i, "subj:pass" if tree.child(main.i, "aux:pass") is not None else "subj"
        verb.head, verb.rel = noun.i, "relcl"
        mended = True
    return mended


def _raise_behind_participle(tree: "Tree", verb: "Word") -> bool:
    """ "BioNTech, basé à Mayence, collabore avec X": a bare participle is no main verb."""
    subject = tree.child(verb.i, *SUBJECTS)
    if subject is None or "Tense=Past" not in verb.morph or "VerbForm=Part" not in verb.morph:
        return False
    if tree.child(verb.i, "aux", "aux:pass", "cop") is not None or tree.words[verb.i - 1].text != ",":
        return False
    main = next((c for c in tree.children(verb.i, "parataxis", "conj", "ccomp", "advcl") if _lacks_subject(tree, c)), None)
    if main is None or main.i < verb.i or not _opens_after_comma(tree, main):
        return False
    main.head, main.rel = ROOT, "ROOT"
    subject.head, subject.rel = main.i, "subj:pass" if tree.child(main.i, "aux:pass") is not None else "subj"
    verb.head, verb.rel = subject.i, "acl"
    return True


def _phrase_before(tree: "Tree", comma: int, verb: "Word") -> "Word | None":
    """The bare noun phrase that ends before a comma and opens the sentence."""
    word = tree.words[comma - 1]
    first = tree.sents[verb.sent][0]
    for _ in range(8):
        if word.head in (ROOT, verb.i) or not first <= word.head < comma:
            break
        word = tree.words[word.head]
    opens = tree.subtree(word.i)[0] == first
    return word if word.pos in ("NOUN", "PROPN", "X") and not word.case and opens else None


def _lacks_subject(tree: "Tree", verb: "Word") -> bool:
    finite = "VerbForm=Fin" in verb.morph or tree.child(verb.i, "aux", "aux:pass", "cop") is not None
    return finite and verb.pos in ("VERB", "ADJ", "NOUN") and tree.child(verb.i, *SUBJECTS) is None


def _opens_after_comma(tree: "Tree", verb: "Word") -> bool:
    """Whether a comma stands before the clause of a verb."""
    below = [i for i in tree.subtree(verb.i) if tree.words[i].pos != "PUNCT"]
    return below[0] > 0 and tree.words[below[0] - 1].text == ","


def _free_places(tree: "Tree", pack: LanguagePack) -> bool:
    """ "née en 1956 à Paris": a place hung on a date belongs to the verb."""
    mended = False
    for word in tree.words:
        if word.rel not in ("nmod", "obl") or word.case not in pack.words["locative"] or word.head == ROOT:
            continue
        date = tree.words[word.head]
        if not _is_date(tree, date, pack) or word.lemma in pack.lists["temporal"] or word.text.isdigit():
            continue
        verb = next((w for w in tree.ancestors(date.i) if not _is_date(tree, w, pack)), None)
        if verb is not None and verb.pos in ("VERB", "NOUN") and date.i < word.i:
            word.head, word.rel, mended = verb.i, "obl" if verb.pos == "VERB" else "nmod", True
    return mended


def _close_participles(tree: "Tree", _: LanguagePack) -> bool:
    """ "Née en 1956 à Paris, X dirige …": what stands before the comma belongs to the participle, X to the verb."""
    mended = False
    for first, last in tree.sents:
        word = tree.words[first]
        comma = next((w.i for w in tree.words[first:last] if w.text == ","), None)
        if comma is None or word.pos != "VERB" or "Tense=Past|VerbForm=Part" not in word.morph:
            continue
        if tree.child(word.i, "aux", "aux:pass", *SUBJECTS) is not None:
            continue
        if word.head == ROOT:
            main = next((c for c in tree.children(word.i) if c.i > comma and c.pos == "VERB" and _is_finite(tree, c)), None)
            if main is None or tree.child(main.i, *SUBJECTS) is None:
                continue
            main.head, main.rel, word.head, word.rel = ROOT, "ROOT", main.i, "advcl"
            mended = True
        main = tree.words[word.head]
        if main.pos == "VERB" and tree.child(main.i, *SUBJECTS) is None:
            for other in tree.children(word.i, "obl", "obj", "nmod"):
                if comma < other.i < main.i and not other.case and other.pos in ("NOUN", "PROPN"):
                    other.head, other.rel, mended = main.i, "subj", True  # "Contacté par X, l'avocat affirme"
                    break
        for other in tree.words[first + 1 : comma]:
            if other.head == word.head and other.rel in ("obl", "agent", "obj", "advmod"):
                other.head, mended = word.i, True
    return mended


def _turn_clitics(tree: "Tree", pack: LanguagePack) -> bool:
    """ "a-t-elle dit": the "-t-" only sounds; the pronoun behind it is the subject."""
    mended = False
    for word in tree.words[1:]:
        sound = tree.words[word.i - 1]
        if sound.lower != "-t" or word.pos != "PRON" or not word.lower.startswith("-") or word.head != sound.i:
            continue
        word.head, word.rel, sound.head, sound.rel, mended = sound.head, sound.rel, word.i, "expl", True
    return mended


def _untie_verbs(tree: "Tree", pack: LanguagePack) -> bool:
    """ "le ministre Narendra Modi a félicité X": a name taken for the verb gives its place to the verb behind it."""
    mended = False
    for first, last, _label in tree.entities:
        head = tree.words[first]
        if head.pos != "VERB" or not head.is_title or head.head != ROOT or tree.child(head.i, "aux", "aux:pass"):
            continue
        main = next((c for c in tree.children(head.i) if c.pos == "VERB" and c.i >= last and _lacks_subject(tree, c)), None)
        if main is None:
            continue
        before = tree.child(head.i, *SUBJECTS)
        role = "subj:pass" if tree.child(main.i, "aux:pass") is not None else "subj"
        main.head, main.rel, head.pos = ROOT, "ROOT", "PROPN"
        for child in tree.children(head.i):
            if child is not main and not first <= child.i < last:
                child.head = main.i
        if before is None:
            head.head, head.rel = main.i, role
        else:
            before.rel = role
            head.head, head.rel = before.i, "appos"
        mended = True
    return mended


def _wake_verbs(tree: "Tree", pack: LanguagePack) -> bool:
    """ "Londres négocie avec …": a present tense hung on a name that heads the sentence is its verb."""
    mended = False
    named = {i for first, last, _ in tree.entities for i in range(first, last)}
    for word in tree.words:
        if word.rel != "acl" or word.pos != "VERB" or word.head == ROOT or word.head not in named:
            continue
        head = tree.words[word.head]
        finite = word.lower.endswith("e") and not word.lower.endswith(("ée", "re"))
        if head.head != ROOT or not finite or head.case or tree.child(word.i, "mark", "aux", "aux:pass", *SUBJECTS):
            continue
        for child in tree.children(head.i):
            if child.i > word.i:
                child.head = word.i
        word.head, word.rel, word.morph = ROOT, "ROOT", "Mood=Ind|Tense=Pres|VerbForm=Fin"
        head.head, head.rel, mended = word.i, "subj", True
    return mended


def _hang_opening_roles(tree: "Tree", pack: LanguagePack) -> bool:
    """ "Diplômée de l'ENA, Jeanne Morel dirige …": a bare office or trade before the comma is said of the subject."""
    mended = False
    for first, last in tree.sents:
        word = next((w for w in tree.words[first : min(first + 3, last)] if w.pos in ("NOUN", "PROPN")), None)
        if word is None or word.head == ROOT or word.case or word.rel not in OPENING:
            continue
        subject = next((c for c in tree.children(word.head, *SUBJECTS) if c is not word), None)
        below = tree.subtree(word.i, ("punct",))
        if subject is None or below[0] != first or below[-1] + 2 > subject.i or tree.words[below[-1] + 1].text != ",":
            continue
        if pack.nouns.get(word.lemma) == "Person" or word.lemma in pack.lists["positions"] | pack.lists["occupations"]:
            if tree.child(word.i, "det", "cop") is None and subject.pos in ("PROPN", "NOUN"):
                word.head, word.rel, mended = subject.i, "appos", True
    return mended


def _swap_subjects(tree: "Tree", _: LanguagePack) -> bool:
    """ "Nokia, propriété de Siemens, a fermé": nothing bare hangs before its noun; the name acts, the noun tells of it."""
    mended = False
    for word in tree.words:
        noun = tree.words[word.head] if word.head != ROOT else None
        if noun is None or word.pos != "PROPN" or word.rel not in ("nmod", "dep") or word.case or noun.i < word.i + 2:
            continue
        between = tree.words[word.i + 1 : noun.i]
        if noun.pos != "NOUN" or not any(w.text == "," for w in between) or any(w.pos == "VERB" for w in between):
            continue
        word.head, word.rel, noun.head, noun.rel = noun.head, noun.rel, word.i, "appos"
        mended = True
    return mended


def _appose_names(tree: "Tree", pack: LanguagePack) -> bool:
    """ "le frère du président, Robert Dumas, …": a name set off by commas is no second member of a series."""
    mended = False
    for first, last, _label in tree.entities:
        word = next((w for w in tree.words[first:last] if not first <= w.head < last), tree.words[first])
        noun = tree.words[word.head] if word.head != ROOT else None
        if noun is None or word.rel != "conj" or noun.pos != "NOUN" or not 0 < first <= last < len(tree.words):
            continue
        set_off = tree.words[first - 1].text == "," and tree.words[last].text in (",", ".")
        person = pack.nouns.get(noun.lemma) == "Person" or noun.lemma in pack.lists["positions"]
        if set_off and person and tree.child(word.i, "cc") is None:
            word.rel, mended = "appos", True
    return mended


def _complete_speech(tree: "Tree", pack: LanguagePack) -> bool:
    """ "a annoncé dans les colonnes du Monde qu'elle quittait la scène": with an object of its own, "que" is no object."""
    mended = False
    for clause in tree.words:
        if clause.rel not in ("relcl", "acl") or clause.head == ROOT or clause.pos != "VERB":
            continue
        that = next((c for c in tree.children(clause.i, "obj", "mark") if c.lower in pack.words["relative_object"]), None)
        if that is not None and that.pos == "SCONJ" and tree.words[clause.head].pos == "VERB":
            clause.rel, that.rel, mended = "ccomp", "mark", True
            continue
        after = [c for c in tree.children(clause.i, "obj", "subj") if c.pos in ("NOUN", "PROPN")]
        full = any(c.rel == "obj" or c.i > clause.i for c in after)
        if that is None or not (full or that.rel == "mark"):
            continue
        above = next(
            (w for w in _with_itself(tree, clause.head) if w.pos not in ("NOUN", "PROPN") or w.lemma in pack.reporting_nouns),
            tree.words[clause.head],
        )
        speaks = above.pos == "VERB" and above.lemma in pack.reporting and above.i < that.i
        if speaks and tree.child(above.i, "ccomp", "obj") is None:
            clause.head, clause.rel, that.rel, mended = above.i, "ccomp", "mark", True
    return mended


def _swap_opening_names(tree: "Tree", pack: LanguagePack) -> bool:
    """ "Sundar Pichai, directeur de Google, sera entendu": the name acts, the bare office tells of it."""
    mended = False
    for first, last in tree.sents:
        comma = next((i for i in range(first + 1, min(first + 5, last)) if tree.words[i].text == ","), None)
        if comma is None or not all(w.is_title for w in tree.words[first:comma]):
            continue
        noun = next((w for w in tree.words[comma + 1 : min(comma + 4, last)] if w.pos == "NOUN"), None)
        if noun is None or noun.rel not in SUBJECTS or noun.head == ROOT or tree.child(noun.i, "det", "nummod") is not None:
            continue
        person = noun.lemma in pack.lists["positions"] | pack.lists["occupations"] or pack.nouns.get(noun.lemma) == "Person"
        name = next((w for w in tree.words[first:comma] if not first <= w.head < comma), None)
        if name is None or not person or name.head not in (ROOT, noun.head):
            continue
        for word in tree.words[first:comma]:
            if word is not name and not first <= word.head < comma:
                word.head, word.rel = name.i, "name"
        name.head, name.rel, noun.head, noun.rel = noun.head, noun.rel, name.i, "appos"
        mended = True
    return mended


def _hang_participles(tree: "Tree", _: LanguagePack) -> bool:
    """ "Marc, invité de la chaîne": a participle beside a noun says what was done to it."""
    mended = False
    for word in tree.words:
        if word.rel == "appos" and word.pos == "VERB" and "VerbForm=Part" in word.morph:
            word.rel, mended = "acl", True
    return mended


def _turn_voice(tree: "Tree", pack: LanguagePack) -> bool:
    """ "Renault n'a jamais racheté Danone": with "avoir" alone a participle is active, whatever its subject is called."""
    mended = False
    for word in tree.words:
        if word.rel != "subj:pass" or word.head == ROOT:
            continue
        carriers = [c.lemma for c in tree.children(word.head, "aux", "aux:pass", "cop")]
        if carriers and all(lemma in pack.words["active_auxiliaries"] for lemma in carriers):
            word.rel, mended = "subj", True
    return mended


def _raise_verbs(tree: "Tree", pack: LanguagePack) -> bool:
    """ "Orange dément avoir vendu X": a verb that the parser hung as an adverb governs the infinitive behind it."""
    mended = False
    for word in tree.words:
        if word.rel != "advmod" or word.pos != "VERB" or word.i < 1:
            continue
        noun = tree.words[word.i - 1]
        noun = tree.words[noun.head] if noun.rel == "name" and noun.head != ROOT else noun
        ahead = tree.words[word.i + 1 : min(word.i + 6, tree.sents[word.sent][1])]
        clause = next((w for w in ahead if w.pos == "VERB"), None)
        if clause is None or noun.pos not in ("NOUN", "PROPN", "X", "PRON") or not _is_infinitive(tree, clause):
            continue
        above = noun if clause.head == noun.i else clause
        place = (above.head, above.rel) if above.head != word.i else (ROOT, "ROOT")
        word.head, word.rel = place
        noun.head, noun.rel, clause.head, clause.rel, mended = word.i, "subj", word.i, "xcomp", True
    return mended


def _is_infinitive(tree: "Tree", verb: "Word") -> bool:
    return any("VerbForm=Inf" in c.morph for c in (verb, *tree.children(verb.i, "aux", "aux:pass")))


def _rehang_infinitives(tree: "Tree", pack: LanguagePack) -> bool:
    """ "a promis sur la radio de punir X": the infinitive completes the verb, not a noun that takes none."""
    mended = False
    for word in tree.words:
        if word.rel not in ("acl", "dep") or word.head == ROOT or "VerbForm=Inf" not in word.morph:
            continue
        if word.rel == "dep" and tree.words[word.head].pos == "ADJ" and tree.child(word.i, "mark") is not None:
            word.rel, mended = "xcomp", True  # "libre de vendre X"
            continue
        if tree.child(word.i, "mark") is None:
            continue
        noun = next(
            (w for w in _with_itself(tree, word.head) if w.rel not in BELOW_NOUNS or _takes_infinitive(w, pack)),
            tree.words[word.head],
        )
        if noun.pos not in ("NOUN", "PROPN") or noun.head == ROOT or _takes_infinitive(noun, pack):
            continue
        verb = tree.words[noun.head]
        governs = verb.lemma in pack.governors and "actual" not in pack.governors[verb.lemma]
        if verb.pos == "VERB" and noun.rel in ("obj", "obl", "iobj", "subj:pass") and governs and verb.i < word.i:
            word.head, word.rel, mended = verb.i, "xcomp", True
    return mended


def _join_infinitives(tree: "Tree", _: LanguagePack) -> bool:
    """ "accusé de frauder, d'encourager X": an infinitive after a comma goes on with the one marked alike before it."""
    mended = False
    for word in tree.words:
        if word.rel != "advcl" or "VerbForm=Inf" not in word.morph or word.i < 3:
            continue
        mark = tree.child(word.i, "mark")
        if mark is None or mark.pos != "ADP" or tree.words[mark.i - 1].text != ",":
            continue
        for other in reversed(tree.words[tree.sents[word.sent][0] : mark.i - 1]):
            same = tree.child(other.i, "mark") if other.rel in ("xcomp", "acl") else None
            if same is not None and "VerbForm=Inf" in other.morph and same.lower[:1] == mark.lower[:1]:
                word.head, word.rel, mended = other.i, "conj", True
                break
    return mended


def _takes_infinitive(noun: "Word", pack: LanguagePack) -> bool:
    return noun.lemma in pack.governors or noun.lemma in pack.reporting_nouns or noun.lemma in pack.words["takers"]


def _join_named_nouns(tree: "Tree", pack: LanguagePack) -> bool:
    """ "la biotech américaine Principia", "le chinois Fosun": a name right behind a noun phrase is its name."""
    mended = False
    for first, last, _label in tree.entities:
        name = next((w for w in tree.words[first:last] if not first <= w.head < last), tree.words[first])
        if name.head == ROOT or name.case or first == 0 or name.rel not in BARE or tree.child(name.i, "det", "cop"):
            continue
        noun = _noun_ending_at(tree, first - 1, name.head)
        if noun is None or noun.lemma in pack.lists["temporal"] or tree.child(noun.i, "det") is None:
            continue
        if load_gazetteer().country_of_adjective(noun.text, pack.code) is not None:
            for child in tree.children(noun.i):
                child.head = name.i
            name.head, name.rel, name.case = noun.head, noun.rel, noun.case
            noun.head, noun.rel, noun.case = name.i, "amod", ""
        else:
            name.head, name.rel = noun.i, "appos"
        mended = True
    return mended


def _noun_ending_at(tree: "Tree", i: int, head: int) -> "Word | None":
    """The common noun below `head` whose phrase, without any comma, ends at a word."""
    word = tree.words[i]
    for _ in range(6):
        if word.head == head and word.pos == "NOUN":
            inside = tree.subtree(word.i)
            whole = inside[-1] == i and len(inside) == inside[-1] - inside[0] + 1
            return word if whole and all(tree.words[j].pos != "PUNCT" for j in inside) else None
        if word.head == ROOT or word.pos not in ("NOUN", "ADJ", "PROPN"):
            return None
        word = tree.words[word.head]
    return None


def _turn_bare_objects(tree: "Tree", pack: LanguagePack) -> bool:
    """ "compte 194 000 employés": a bare noun phrase right behind an active verb without object is its object."""
    mended = False
    for word in tree.words:
        if word.rel != "obl" or word.case or word.pos != "NOUN" or word.head == ROOT or _is_date(tree, word, pack):
            continue
        verb = tree.words[word.head]
        if verb.pos != "VERB" or tree.child(verb.i, "obj", "aux:pass", "refl", "xcomp", "ccomp", "subj:pass") is not None:
            continue
        direct = tree.subtree(word.i)[0] == verb.i + 1 and tree.child(word.i, "det", "nummod") is not None
        if direct and tree.child(verb.i, "subj") is not None and "VerbForm=Part" not in _bare_morph(tree, verb):
            word.rel, mended = "obj", True
    return mended


def _bare_morph(tree: "Tree", verb: "Word") -> str:
    return "" if tree.child(verb.i, "aux") is not None else verb.morph


def _join_between(tree: "Tree", _: LanguagePack) -> bool:
    """ "la fusion entre PSA et Fiat": what follows "entre X et" belongs to X."""
    mended = False
    for word in tree.words:
        if word.case not in BETWEEN or word.i + 2 >= len(tree.words) or tree.child(word.i, "conj") is not None:
            continue
        end = tree.subtree(word.i, ("cc",))[-1] + 1
        if end + 1 >= len(tree.words) or tree.words[end].pos != "CCONJ":
            continue
        right = next((w for w in tree.words[end + 1 : end + 4] if w.pos in ("NOUN", "PROPN")), None)
        if right is not None and right.head != ROOT and not right.case and not end < right.head <= end + 3:
            tree.words[end].head, tree.words[end].rel = right.i, "cc"
            right.head, right.rel, mended = word.i, "conj", True
    return mended


def _set_off_speech(tree: "Tree", pack: LanguagePack) -> bool:
    """ "Apple, assure Tim Cook, a racheté X": what stands between commas is said aside; the name before it acts."""
    mended = False
    for first, last in tree.sents:
        for verb in tree.words[first + 2 : last]:
            if verb.lemma in pack.reporting and verb.pos in ("VERB", "X"):
                mended = _set_off(tree, verb, (first, last)) or mended
    return mended


def _set_off(tree: "Tree", verb: "Word", sentence: tuple[int, int]) -> bool:
    start = verb.i - 1 if tree.words[verb.i - 1].pos == "AUX" else verb.i
    commas = [w.i for w in tree.words[sentence[0] : sentence[1]] if w.text == ","]
    opening = start - 1 if start - 1 in commas else None
    closing = next((i for i in commas if i > verb.i), None)
    if opening is None or closing is None or closing - verb.i > 8 or closing == verb.i + 1:
        return False
    before, inside = tree.words[sentence[0] : opening], tree.words[verb.i + 1 : closing]
    if any(w.pos in ("VERB", "AUX") for w in [*before, *inside]) or inside[0].pos not in ("PRON", "PROPN", "NOUN", "DET"):
        return False
    main = next((w for w in tree.words[closing + 1 : sentence[1]] if _is_finite(tree, w)), None)
    acting = next((w for w in before if w.rel in SUBJECTS or w.head == ROOT or w.head >= opening), None)
    speaker = next((w for w in inside if w.pos in ("PRON", "PROPN", "NOUN") and not w.case), None)
    if main is None or acting is None or speaker is None or acting.case or main.i > closing + 6:
        return False
    main.head, main.rel = ROOT, "ROOT"
    verb.head, verb.rel, speaker.head, speaker.rel = main.i, "parataxis", verb.i, "subj"
    acting.head, acting.rel = main.i, "subj:pass" if tree.child(main.i, "aux:pass") is not None else "subj"
    for word in tree.words[closing + 1 : sentence[1]]:
        if word.head == verb.i:
            word.head = main.i
    return True


def _turn_closing_speech(tree: "Tree", pack: LanguagePack) -> bool:
    """ "Orange a racheté X, rapporte Le Monde.": who stands behind a closing verb of speech says it."""
    mended = False
    for verb in tree.words:
        if verb.lemma not in pack.reporting or verb.pos != "VERB" or verb.head == ROOT or verb.i < 2:
            continue
        start = verb.i
        while start > 1 and (tree.words[start - 1].pos == "AUX" or tree.words[start - 1].rel == "refl"):
            start -= 1
        speaker = tree.child(verb.i, *SUBJECTS) or tree.child(verb.i, "obj", "obl", "xcomp", "nmod")
        if tree.words[start - 1].text != "," or not _is_finite(tree, verb) or speaker is None or speaker.case:
            continue
        if tree.child(verb.i, "mark", "ccomp") is not None or speaker.i < verb.i:
            continue
        acts = speaker.pos == "PROPN" or pack.nouns.get(speaker.lemma, "") in SPEAKERS
        rest = tree.words[tree.subtree(verb.i, ("punct",))[-1] + 1 : tree.sents[verb.sent][1]]
        top = next((w for w in tree.ancestors(verb.i) if w.head == ROOT), None)
        if acts and top is not None and top.i < start and all(w.pos == "PUNCT" for w in rest):
            verb.head, verb.rel, speaker.rel, mended = top.i, "parataxis", "subj", True  # all before it is said
    return mended


def _raise_main_clause(tree: "Tree", _: LanguagePack) -> bool:
    """ "Alors que X dit …, Y a assuré …": a clause with a conjunction is not the main one; what follows the comma is."""
    mended = False
    for first, last in tree.sents:
        root = next((w for w in tree.words[first:last] if w.head == ROOT and w.pos == "VERB"), None)
        mark = tree.child(root.i, "mark") if root is not None else None
        if root is None or mark is None or mark.pos != "SCONJ" or mark.i > first + 2:
            continue
        main = next((c for c in tree.children(root.i) if c.i > root.i and _is_finite(tree, c) and c.pos == "VERB"), None)
        if main is None or tree.child(main.i, "mark") is not None or main.rel == "relcl":
            continue
        comma = next((w.i for w in reversed(tree.words[root.i : main.i]) if w.text == ","), None)
        if comma is None:
            continue
        subject = next((w for w in tree.words[comma + 1 : main.i] if _is_subject_there(w, comma, main)), None)
        if tree.child(main.i, *SUBJECTS) is None and subject is None:
            continue
        main.head, main.rel, root.head, root.rel = ROOT, "ROOT", main.i, "advcl"
        if subject is not None and tree.child(main.i, *SUBJECTS) is None:
            passive = tree.child(main.i, "aux:pass") is not None
            subject.head, subject.rel = main.i, "subj:pass" if passive else "subj"
        mended = True
    return mended


def _is_subject_there(word: "Word", comma: int, main: "Word") -> bool:
    return word.pos in ("NOUN", "PROPN", "PRON") and not word.case and (word.head < comma or word.head == main.i)


def _is_finite(tree: "Tree", word: "Word") -> bool:
    carried = tree.child(word.i, "aux", "aux:pass", "cop") is not None
    return (word.pos == "VERB" and ("VerbForm=Fin" in word.morph or carried)) or (carried and word.pos in ("ADJ", "NOUN"))


MENDS: tuple[Callable[["Tree", LanguagePack], bool], ...] = (
    _turn_clitics, _join_names, _join_named_nouns, _join_between, _turn_bare_objects, _untie_verbs, _wake_verbs, _raise_verbs, _raise_main_clause, _set_off_speech, _turn_closing_speech, _turn_voice, _rehang_infinitives, _join_infinitives,
    _free_objects, _turn_bare_names, _give_back_main_verb, _free_places,
    _close_participles, _hang_opening_roles, _swap_subjects, _swap_opening_names,
    _hang_participles, _appose_names, _complete_speech,
)  # fmt: skip
