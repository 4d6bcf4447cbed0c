"""Noun phrases that the parser hung one noun too low, or took for verbs or second subjects."""

from kg.extract.rules.parsing.tree import PERSON_LABELS, PLACE_LABELS, ROOT, SUBJECTS, Tree, Word
from kg.lang import LanguagePack
from kg.lang.schema import load_schema

COUNTED = 5  # words from what takes some to the noun, at most
COUNTED_BEFORE = 9  # where all that tells of a noun stands before it: "one of the country's best-known sugar growers"
FROM_MEASURE = 3  # words from a measure to its direction, and from the direction to the place
STREET_AS = ("obj", "obl", "nmod", "advmod", "dep", "xcomp", "attr")  # what a bare street is taken for


def free_adpositions(tree: Tree, pack: LanguagePack) -> bool:
    """ "mort à seulement 39 ans": an adposition that was joined to an adverb leads the noun behind both."""
    mended = False
    for word in tree.words[:-1]:
        adverb, noun = tree.words[word.i + 1], tree.words[word.head]
        if word.pos != "ADP" or word.rel != "advmod" or noun.pos != "NOUN" or noun.i < adverb.i or noun.case:
            continue
        if adverb.rel == "fixed" and adverb.head == word.i and adverb.lower in pack.words["only"]:
            adverb.rel, adverb.head, word.rel, mended = "advmod", noun.i, "case", True
            noun.case = pack.adpositions.get(word.lower, word.lower)
    return mended


def head_by_many(tree: Tree, pack: LanguagePack) -> bool:
    """ "l'un des trois suspects", "two of his rivals": the noun takes the place of what only says how many of them."""
    mended = False
    for noun in tree.words:
        some = tree.words[noun.head] if noun.rel in ("nmod", "obl") and noun.head != ROOT else noun
        if noun.pos not in ("NOUN", "PROPN") or not _takes_some(tree, pack, some, noun):
            continue
        for child in tree.children(some.i):
            if child is not noun and not (child.i < some.i and child.rel == "det"):
                child.head = noun.i
        of = tree.words[some.i + 1]
        of.head, of.rel = some.i, "fixed"
        noun.head, noun.rel, noun.case = some.head, some.rel, some.case
        some.head, some.rel, some.case, mended = noun.i, "nummod", "", True
    return mended


def _takes_some(tree: Tree, pack: LanguagePack, some: Word, noun: Word) -> bool:
    """Whether a word takes some of the things, known as a whole, that a noun behind it names."""
    reach = COUNTED_BEFORE if pack.adposition == "head" else COUNTED
    if pack.adposition == "head":
        apart = noun.case not in pack.words["of"] or any(w.text == "," for w in tree.words[some.i : noun.i])
        if apart:  # "one of only two women at the helm", "one of the latter, a nurse"
            return False
    if not 0 < noun.i - some.i <= reach or some.lower not in pack.words["some_of"] or some.pos == "NOUN":
        return False
    of = tree.words[some.i + 1]
    if of.lower in pack.melted:
        return True
    known = (c for c in tree.children(noun.i, "det", "poss") if c.lower not in pack.words["indefinite"])
    return of.lemma in pack.words["of"] and any(c.i > of.i for c in known)


def lift_from_qualifiers(tree: Tree, pack: LanguagePack) -> bool:
    """ "a rendu un hommage appuyé à Luc Roy": a participle that only tells how takes no complement; its noun does."""
    mended, telling = False, pack.words["telling_how"]
    for part in tree.words if telling else ():
        if part.rel != "acl" or part.lemma not in telling or tree.words[part.head].pos != "NOUN":
            continue
        given = tree.child(part.i, "obl")
        if given is not None and given.i > part.i and given.case in pack.words["to"]:
            given.head, given.rel, mended = part.head, "nmod", True
    return mended


def seat_joined_subjects(tree: Tree, _: LanguagePack) -> bool:
    """ "Un maire et un élu ont démissionné": a noun, "et" and the subject of a plural right behind are one subject."""
    mended = False
    for verb in tree.words:
        if verb.rel != "conj" or verb.head == ROOT:
            continue
        first, second = tree.words[verb.head], tree.child(verb.i, *SUBJECTS)
        if second is None or not first.i < second.i < verb.i or not _is_plural(tree, verb):
            continue
        start = tree.subtree(second.i)[0]
        joint = tree.words[start - 1]
        if joint.head != verb.i or joint.rel != "cc" or not _stands_before(tree, first, joint):
            continue
        verb.head, verb.rel, first.head, first.rel = first.head, first.rel, verb.i, second.rel
        joint.head, second.head, second.rel, mended = second.i, first.i, "conj", True
        for child in tree.children(first.i):
            if child.i > verb.i:
                child.head = verb.i
                child.rel = "obl" if child.rel == "nmod" else child.rel
    return mended


def _is_plural(tree: Tree, verb: Word) -> bool:
    carrier = tree.child(verb.i, "aux", "aux:pass", "cop") or verb
    return "Number=Plur" in carrier.morph and "VerbForm=Fin" in carrier.morph


def _stands_before(tree: Tree, noun: Word, joint: Word) -> bool:
    """Whether a bare noun phrase that has no place yet ends right before "et"."""
    if any(w.text == ":" for w in tree.words[noun.i : joint.i]):
        return False  # "Grève à Lyon : policiers et pompiers dénoncent …"
    below = tree.subtree(noun.i, ("conj", "punct"))
    placed = noun.case or noun.rel not in ("ROOT", "ccomp", "parataxis") or tree.child(noun.i, "cop") is not None
    return noun.pos in ("NOUN", "PROPN") and not placed and [i for i in below if i < joint.i][-1] == joint.i - 1


def hang_on_bodies(tree: Tree, pack: LanguagePack) -> bool:
    """ "le conseil d'administration de Renault": a bare noun only says what kind of body; the body is Renault's."""
    mended = False
    for word in tree.words:
        kind = tree.words[word.head] if word.head != ROOT else word
        body = tree.words[kind.head] if kind.head != ROOT else kind
        of = word.rel == kind.rel == "nmod" and {word.case, kind.case} <= pack.words["of"]
        if not of or body.lemma not in pack.words["parts"] or kind.is_title or kind.pos != "NOUN":
            continue
        melted = any(c.lower in pack.words["definite"] for c in tree.children(kind.i, "case"))
        if not melted and tree.child(kind.i, "det") is None and word.i > kind.i:
            word.head, mended = body.i, True
    return mended


def title_behind_brackets(tree: Tree, _: LanguagePack) -> bool:
    """ "le député (LR) Paul Girard a voté": behind the bracket stands the name of who acts, no second subject."""
    mended = False
    for first, last, label in tree.entities:
        name = next((w for w in tree.words[first:last] if not first <= w.head < last), tree.words[first])
        if label not in PERSON_LABELS or first < 4 or name.rel not in SUBJECTS or name.head < last:
            continue
        opening = next((i for i in range(first - 2, first - 5, -1) if tree.words[i].text == "("), None)
        if tree.words[first - 1].text != ")" or opening is None:
            continue
        noun = next((c for c in tree.children(name.head, *SUBJECTS) if c.pos == "NOUN" and c.i < opening), None)
        if noun is not None and tree.subtree(noun.i)[-1] == first - 1:
            name.head, name.rel, mended = noun.i, "appos", True
    return mended


def lift_from_kinds(tree: Tree, _: LanguagePack) -> bool:
    """ "le jeu vidéo Fortnite, développé par X": of two nouns that tell a kind, the first has the name behind them."""
    mended = False
    for name in tree.words[2:]:
        kind, noun = tree.words[name.i - 1], tree.words[name.i - 2]
        if not name.is_title or name.head != kind.i or name.case or name.rel not in ("nmod", "name", "appos"):
            continue
        bare = kind.pos == "NOUN" and kind.text.islower() and not kind.case and tree.child(kind.i, "det") is None
        if not bare or kind.head != noun.i or noun.pos != "NOUN" or not noun.text.islower():
            continue
        name.rel, mended = "name", True
        for child in tree.children(kind.i):
            child.head = noun.i if child.i >= name.i else child.head
    return mended


def lift_doers(tree: Tree, pack: LanguagePack) -> bool:
    """ "le lancement d'une offre par X": who does what a noun names is no part of what it is done to.

    In "la reprise des fouilles par X" and "la fin du mois marqué par X" it is the nearer one that somebody does.
    """
    mended = False
    for word in tree.words:
        if word.case not in pack.words["by"] or word.rel != "nmod" or word.head == ROOT:
            continue
        thing = tree.words[word.head]
        act = tree.words[thing.head] if thing.rel == "nmod" and thing.case in pack.words["of"] else thing
        acting = any(w.pos == "VERB" for w in tree.words[thing.i : word.i]) or _is_event(pack, thing)
        if act is not thing and act.pos == "NOUN" and act.i < thing.i < word.i and not acting:
            word.head, mended = act.i, True
    return mended


def _is_event(pack: LanguagePack, noun: Word) -> bool:
    return load_schema().is_a(pack.nouns.get(noun.lemma, "Concept"), "Event")


def hang_kinds(tree: Tree, pack: LanguagePack) -> bool:
    """ "le metteur en scène Paul Roy": the bare noun that closes a trade is of it, and the name is who has it."""
    mended = False
    for word in tree.words[2:]:
        trade = tree.words[word.i - 2]
        if word.pos != "NOUN" or trade.pos != "NOUN" or not word.case:
            continue
        if f"{trade.lemma} {tree.words[word.i - 1].lower} {word.lower}" not in pack.trades:
            continue
        hung = word.head == trade.i  # "le tueur en série Paul Roy": only its name may hang wrong then
        below = [c for c in tree.children(word.i, "appos", "nmod") if not hung or (c.i == word.i + 1 and c.is_title)]
        for child in below:
            child.head = trade.i
        mended = mended or bool(below) or not hung
        word.head, word.rel = trade.i, "nmod"
    return mended


def hang_gerunds(tree: Tree, _: LanguagePack) -> bool:
    """ "Tout en critiquant X, Y a soutenu Z": the gerund hangs on the main verb, not on its adverb."""
    mended = False
    for word in tree.words:
        above = tree.words[word.head] if word.head != ROOT else word
        gerund = word.rel == "acl" and above.rel == "advmod" and "Tense=Pres|VerbForm=Part" in word.morph
        if gerund and above.head != ROOT and tree.child(above.i, "fixed") is not None:
            word.head, word.rel, above.head = above.head, "advcl", word.i
            mended = True
    return mended


def place_streets(tree: Tree, pack: LanguagePack) -> bool:
    """ "sont intervenus rue Carnot", "réunis place de la Paix": a bare street is where it was."""
    mended = False
    for word in tree.words:
        if word.rel not in STREET_AS or word.case or word.head == ROOT or word.lemma not in pack.words["named_ways"]:
            continue
        if tree.child(word.i, "det", "nummod") is None and _is_street(tree, pack, word):
            verbal = tree.words[word.head].pos in ("VERB", "AUX")
            word.rel, word.case, mended = "obl" if verbal else "nmod", min(pack.words["bare_place"], default=""), True
    return mended


def _is_street(tree: Tree, pack: LanguagePack, word: Word) -> bool:
    """Whether a noun can only be a street, or, as "place" and "porte" cannot, has a name behind it."""
    if word.lemma in pack.words["streets"]:
        return True
    last = len(tree.words) - 1
    behind = word.i + 1
    while behind < last and tree.words[behind].pos in ("ADP", "DET") and not tree.words[behind].is_title:
        if tree.words[behind].pos == "ADP" and tree.words[behind].lower not in pack.words["standing_of"]:
            return False
        behind += 1
    return behind <= last and tree.words[behind].is_title and tree.words[behind].sent == word.sent


def part_at_distances(tree: Tree, pack: LanguagePack) -> bool:
    """ "à 50 kilomètres au nord de Lyon": what lies at some distance from a town is not there."""
    mended = False
    for word in tree.words:
        if word.lower not in pack.words["compass"] or word.case not in pack.words["to"]:
            continue
        before = tree.words[max(0, word.i - FROM_MEASURE) : word.i]
        if not any(w.lemma in pack.words["apart"] or w.lower in pack.words["apart"] for w in before):
            continue
        for place in tree.words[word.i + 2 : word.i + 2 + FROM_MEASURE]:
            if place.case == word.case and place.head == word.head:
                place.case, mended = min(pack.words["of"], default=""), True
    return mended


def hang_on_last(tree: Tree, pack: LanguagePack) -> bool:
    """ "un magasin à Lille et un entrepôt à Metz": where the first has its place, the second place is the second's.

    So it is with whose somebody is: "l'épouse de Paul et mère d'Anne".
    """
    mended = False
    for word in tree.words:
        first = tree.words[word.head] if word.head != ROOT else word
        if word.rel != "nmod" or first.pos != "NOUN":
            continue
        cases = next((pack.words[name] for name in ("locative", "of") if word.case in pack.words[name]), None)
        if cases is None:
            continue
        last = next((c for c in tree.children(first.i, "conj") if first.i < c.i < word.i and c.pos == "NOUN"), None)
        if last is None or last.i + 1 != tree.subtree(word.i)[0]:
            continue
        if any(c.i < last.i and c.case in cases for c in tree.children(first.i, "nmod")):
            word.head, mended = last.i, True
    return mended


def join_series(tree: Tree, _: LanguagePack) -> bool:
    """ "pour vol, pour recel et pour fraude", "le fils de l'acteur Marc Petit et de la chanteuse Anne Roux".

    What "et" joins by the same adposition are members of one series, and those before it behind commas as well.
    """
    mended = False
    for link in tree.words[1:-2]:
        last = _opened(tree, link.i + 1) if link.pos == "CCONJ" else None
        before = link
        while last is not None:
            first = _phrase_ending(tree, before.i - 1, last)
            if first is None:
                break
            if tree.first_conjunct(last.i) != tree.first_conjunct(first.i):
                last.head, last.rel, mended = first.i, "conj", True
                if before is link:
                    link.head, link.rel = last.i, "cc"
            opener = tree.child(first.i, "case")
            before = tree.words[opener.i - 1] if opener is not None and opener.i > 1 else link
            last = first if before.text == "," else None
    return mended


def kind_of_name(label: str) -> str:
    """Tell whether a label is of people or places; models mix up the rest."""
    return "person" if label in PERSON_LABELS else "place" if label in PLACE_LABELS else "thing"


def head_within(tree: Tree, first: int, last: int) -> Word:
    """Return the word of a name that hangs outside of it."""
    return next((w for w in tree.words[first:last] if not first <= w.head < last), tree.words[first])


def join_to_objects(tree: Tree, _: LanguagePack) -> bool:
    """ "a libéré Paul Roy et sa femme": what "et" joins bare to a verb is joined to the bare phrase before it."""
    mended = False
    for word in tree.words:
        verb = tree.words[word.head] if word.rel == "conj" and word.head != ROOT else word
        if verb is word or verb.pos != "VERB" or word.pos not in ("NOUN", "PROPN") or word.case or word.i < verb.i + 2:
            continue
        link = tree.child(word.i, "cc")
        if link is None or link.i != tree.subtree(word.i)[0] or tree.child(word.i, "cop", "obl", "obj", *SUBJECTS):
            continue
        before = tree.words[link.i - 1]
        while before.head not in (verb.i, ROOT):
            before = tree.words[before.head]
        if before.head == verb.i and before.rel in ("obj", *SUBJECTS) and before.i > verb.i and not before.case:
            word.head, mended = before.i, True
    return mended


def _opened(tree: Tree, i: int) -> Word | None:
    """The noun whose phrase an adposition opens."""
    opener = tree.words[i]
    noun = tree.words[opener.head] if opener.rel == "case" and opener.head != ROOT else opener
    return noun if noun is not opener and noun.pos in ("NOUN", "PROPN") and noun.case == opener.lemma else None


def _phrase_ending(tree: Tree, i: int, like: Word) -> Word | None:
    """The noun with the adposition of another, in whose phrase a word stands: the parser's choice, else the nearest."""
    chosen = tree.words[like.head] if like.rel == "conj" and like.head != ROOT else None
    if chosen is not None and chosen.i < like.i and chosen.case == like.case and chosen.pos in ("NOUN", "PROPN"):
        return chosen
    for word in (tree.words[i], *tree.ancestors(i)):
        if word.pos in ("VERB", "AUX") or word.i > like.i or word.sent != like.sent:
            return None
        if word.case and word is not like:
            return word if word.case == like.case and word.pos in ("NOUN", "PROPN") else None
    return None
