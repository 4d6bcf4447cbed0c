"""Offices and kin that the English parser hangs elsewhere: "named Rosa Diaz secretary", "whose son Tom was"."""

from kg.extract.rules.parsing.tree import PERSON_LABELS, SUBJECTS, Tree, Word
from kg.lang import LanguagePack

LOOSE = ("npadvmod", "dep")  # how what owns nothing else hangs on a verb
TWO = 2


def part_from_offices(tree: Tree, pack: LanguagePack) -> bool:
    """ "named Rosa Diaz secretary of state": she is named, and no part of the name of an office."""
    mended = False
    for office in tree.words:
        verb = tree.words[office.head] if office.rel in ("obj", "xcomp", "attr") else office
        if verb.pos != "VERB" or not verb.i < office.i or verb.lemma not in pack.lists["appointing"]:
            continue
        named = [c for c in tree.children(office.i, "name") if c.ent in PERSON_LABELS and c.is_title]
        if not named or not _is_office(pack, office) or tree.child(verb.i, "aux:pass") is not None:
            continue
        last = named[-1]
        if any(w.ent not in PERSON_LABELS for w in tree.words[named[0].i : last.i + 1]):
            continue
        for word in named[:-1]:
            word.head = last.i
        last.head, last.rel, office.rel, mended = verb.i, "obj", "xcomp", True
        office.ent = ""
        tree.entities = [
            (first, min(end, last.i + 1) if first <= last.i < end else end, label)
            for first, end, label in tree.entities
        ]
    return mended


def turn_elected(tree: Tree, pack: LanguagePack) -> bool:
    """ "was re-elected mayor": who stands before the verb is elected, and the office behind it elects nobody."""
    mended = False
    for verb in tree.words:
        if verb.lemma not in pack.lists["appointing"] or tree.child(verb.i, "aux:pass") is None:
            continue
        office = next((c for c in tree.children(verb.i, "subj") if c.i > verb.i), None)
        if office is None or not _is_office(pack, office):
            continue
        for above in (verb, *tree.children(verb.i, "aux:pass")):
            for child in tree.children(above.i, "subj"):
                child.head, child.rel = verb.i, "subj:pass" if child.i < verb.i else "xcomp"
        mended = True
    return mended


def lift_titles(tree: Tree, _: LanguagePack) -> bool:
    """ "Councillor Hendar Wiryo": what stands before a name is told of its bearer, and is no part of his given name."""
    mended = False
    for word in tree.words:
        if word.rel != "name" or word.ent in PERSON_LABELS or word.pos not in ("PROPN", "NOUN"):
            continue
        given = tree.words[word.head]
        while given.rel == "name" and given.ent in PERSON_LABELS and word.i < given.i < given.head:
            above = tree.words[given.head]
            if above.ent not in PERSON_LABELS:
                break
            word.head, given, mended = above.i, above, True
    return mended


def hang_on_offices(tree: Tree, pack: LanguagePack) -> bool:
    """ "Chief executive Rosa Diaz said": the words before an office tell of it, not of who holds it."""
    mended, trades = False, pack.trades
    for office in tree.words:
        held = office.rel == "name" and office.pos == "NOUN" and not office.is_title and office.lemma in trades
        name = tree.words[office.head] if held else office
        if name.pos != "PROPN" or name.i <= office.i:
            continue
        for word in reversed(tree.words[tree.sents[office.sent][0] : office.i]):
            if word.head != name.i or word.rel not in ("name", "amod") or word.pos not in ("ADJ", "NOUN"):
                break
            word.head, word.rel, mended = office.i, "amod" if word.pos == "ADJ" else "name", True
    return mended


def turn_party_offices(tree: Tree, pack: LanguagePack) -> bool:
    """ "Rosa Diaz, Conservative MP for Leeds": an office of a party's member, and no name of a party."""
    mended = False
    for office in tree.words[1:]:
        party = tree.words[office.i - 1]
        if office.pos != "PROPN" or office.rel == "name" or party.lower not in pack.words["parties"]:
            continue
        beside = party.head == office.i and party.ent in ("", "NORP")  # taken for a people, or for nothing
        if beside and _is_office(pack, office) and not office.ent:
            office.pos, office.tag, party.pos, party.tag, party.rel = "NOUN", "NN", "ADJ", "JJ", "amod"
            tree.entities = [(a, b, label) for a, b, label in tree.entities if (a, b) != (party.i, office.i)]
            party.ent, office.is_title, mended = "", False, True
    return mended


def seat_owned(tree: Tree, pack: LanguagePack) -> bool:
    """ "whose brother Tom was killed": he was, not whose brother he is."""
    mended = False
    for whose in tree.words[1:]:
        if whose.lower not in pack.words["relative_owner"] or whose.head <= whose.i:
            continue
        owned = tree.words[whose.head]
        verb = tree.words[owned.head] if owned.head > owned.i else owned
        acting = tree.child(verb.i, *SUBJECTS)
        beside = acting is None or (acting.pos == "PROPN" and tree.subtree(acting.i)[0] == owned.i + 1)
        if owned.rel not in LOOSE or verb.pos not in ("VERB", "AUX") or not beside:
            continue
        owned.rel = "subj:pass" if tree.child(verb.i, "aux:pass") is not None else "subj"
        for name in tree.children(verb.i, *LOOSE, *SUBJECTS):
            if name.pos == "PROPN" and owned.i < name.i < verb.i and not name.case:
                name.head, name.rel = owned.i, "appos"
        mended = True
    return mended


def join_two_subjects(tree: Tree, _: LanguagePack) -> bool:
    """ "Born in 1979, the daughter of a farmer, Rosa Diaz became a vet": the name acts, what is before tells of it."""
    mended = False
    for verb in tree.words:
        told = [c for c in tree.children(verb.i, "subj") if c.i < verb.i] if verb.pos in ("VERB", "AUX") else []
        if len(told) != TWO or told[1].pos != "PROPN" or told[0].pos != "NOUN":
            continue
        first, name = (tree.subtree(c.i, ("punct", "relcl", "appos"))[0] for c in told)
        last = tree.subtree(told[0].i, ("punct",))[-1]
        if last + 2 == name and first > 0 and tree.words[first - 1].text == tree.words[name - 1].text == ",":
            told[0].head, told[0].rel, mended = told[1].i, "appos", True
    return mended


def _is_office(pack: LanguagePack, word: Word) -> bool:
    return word.lemma in pack.lists["positions"] and word.pos in ("NOUN", "PROPN")
