"""Objects and complements that the parser hung on a date, or on nothing that fits."""

from kg.extract.rules.parsing.mending.grammar import (
    is_adverbial,
    is_calendar_day,
    is_date,
    may_be_wrong,
    with_itself,
)
from kg.extract.rules.parsing.tree import QUOTE, ROOT, SUBJECTS, Tree, Word
from kg.lang import LanguagePack
from kg.lang.schema import load_schema

NO_DAYS = ("obj", "xcomp", "attr", *SUBJECTS)  # what a bare day is taken for


def free_objects(tree: Tree, pack: LanguagePack) -> bool:
    """ "a rencontré mercredi les syndicats", "critique à son tour la loi": what follows bare is the verb's."""
    mended = False
    for word in tree.words:
        if word.rel not in ("nmod", "obj") or word.case or word.head == ROOT:
            continue
        if word.rel == "obj" and not is_calendar_day(tree, tree.words[word.head], pack):
            continue  # no day has an object: "a exclu dimanche le Bénin"
        if tree.child(word.i, "det") is None and not _is_name_behind_day(tree, word, pack):
            continue
        date = next((w for w in with_itself(tree, word.head) if not _stands_aside(tree, w, pack)), None)
        date_is_head = _stands_aside(tree, tree.words[word.head], pack)
        if not date_is_head or date is None or date.pos != "VERB" or word.i < date.i:
            continue
        others = [c for c in tree.children(date.i, "obj") if not _stands_aside(tree, c, pack)]
        for other in [c for c in others if tree.words[tree.subtree(c.i)[0] - 1].text == "," and c.i > word.i]:
            other.head, other.rel = word.i, "appos"  # "a débouté mercredi Valtec, la biotech suisse"
            others.remove(other)
        if others or word.lemma in pack.lists["temporal"]:
            continue
        for wrong in tree.children(date.i, "obj"):
            wrong.rel = "obl"
        word.head, word.rel, mended = date.i, "obj", True
    return mended


def _is_name_behind_day(tree: Tree, word: Word, pack: LanguagePack) -> bool:
    """ "a débouté mercredi Valtec": what verb is between its subject and the day has the name for its object."""
    day = tree.words[word.head]
    verb = next((w for w in with_itself(tree, day.i) if w.pos == "VERB"), None)
    if verb is None or not word.is_title or word.i < day.i or not is_calendar_day(tree, day, pack):
        return False
    acting, first = tree.child(verb.i, *SUBJECTS), tree.subtree(verb.i)[0]
    told = verb.lemma in pack.reporting and any(w.text == QUOTE for w in tree.words[first : verb.i])
    return not told and acting is not None and acting.i < verb.i < day.i and tree.child(verb.i, "aux:pass") is None


def free_days(tree: Tree, pack: LanguagePack) -> bool:
    """ "a déclaré lundi le ministre", "mort dimanche à Paris": a bare day tells when, and is no object or subject."""
    mended = False
    for word in tree.words:
        if word.rel not in NO_DAYS or word.case or word.head == ROOT or not is_calendar_day(tree, word, pack):
            continue
        verb = tree.words[word.head]
        if verb.pos != "VERB" or not _only_tells_when(tree, word, verb, pack):
            continue
        acting = _behind_day(tree, word, verb) if word.rel in SUBJECTS else None
        if acting is not None:
            acting.head, acting.rel = verb.i, word.rel
        if word.rel not in SUBJECTS or acting is not None:
            word.rel, mended = "obl", True
    return mended


def free_years(tree: Tree, _: LanguagePack) -> bool:
    """ "née à Brélac en 1972": the year behind a place tells when it happened, whatever happened there."""
    mended = False
    for word in tree.words:
        place = tree.words[word.head] if word.is_year and word.case and word.head != ROOT else word
        if place.i < word.i and place.case and place.head != ROOT and place.is_title:
            verb = tree.words[place.head]
            if verb.pos == "VERB" and verb.i < place.i:
                word.head, word.rel, mended = verb.i, "obl", True
    return mended


def _only_tells_when(tree: Tree, day: Word, verb: Word, pack: LanguagePack) -> bool:
    """Whether a day is not what somebody waits for, spends or celebrates: "attendre mardi", "fêter le 14 juillet"."""
    if day.rel in SUBJECTS:
        return True
    if verb.lemma in pack.words["spending"]:
        return False
    if tree.child(day.i, "det") is None and not day.text.isdigit():
        return True
    others = tree.child(verb.i, "aux:pass", "subj:pass", "ccomp") or next(
        (c for c in tree.children(verb.i, "obj", "xcomp") if c is not day), None
    )
    return others is not None


def _behind_day(tree: Tree, day: Word, verb: Word) -> Word | None:
    """ "Vendredi dernier, Marc Petit a promis": who acts stands behind the comma, and hangs on the day."""
    for child in tree.children(day.i):
        start = tree.subtree(child.i)[0]
        behind = day.i < child.i < verb.i and tree.words[start - 1].text == ","
        if behind and child.pos in ("NOUN", "PROPN") and not child.case:
            return child
    return None


def free_wrongs(tree: Tree, pack: LanguagePack) -> bool:
    """ "accuse le gouvernement de laxisme": a bare wrong behind whom somebody accuses completes the verb.

    The parser hung it on the object, or one lower: "soupçonne le patron de la banque de fraude", "accuse l'acteur Marc
    Petit de viol".
    """
    mended = False
    for word in tree.words:
        if word.rel != "nmod" or word.case not in pack.words["of"] or word.head == ROOT or word.pos != "NOUN":
            continue
        noun, told = tree.words[word.head], word.lemma in pack.words["offences"]
        if noun.rel == "appos" and noun.pos == "PROPN" and noun.head != ROOT:
            noun = tree.words[noun.head]
        while told and noun.rel == "nmod" and noun.case in pack.words["of"] and noun.head < noun.i:
            noun = tree.words[noun.head]
        verb = tree.words[noun.head] if noun.rel == "obj" and noun.head != ROOT else word
        bare = (
            tree.child(word.i, "det", "nummod") is None and tree.words[word.i - 1].lower not in pack.words["definite"]
        )
        if verb.lemma not in pack.words["accusing"] or verb.i > noun.i or not bare or word.ent or word.is_title:
            continue
        if told or may_be_wrong(pack, word):
            for child in list(tree.children(noun.i, "nmod")):
                child.head = word.i if child.i > word.i else child.head  # "de crimes contre l'humanité"
            word.head, word.rel, mended = verb.i, "obl", True
    return mended


def turn_made_so(tree: Tree, pack: LanguagePack) -> bool:
    """ "rend Marc Petit responsable de la panne": what stands bare behind the name is what it is made or held to be."""
    mended = False
    for word in tree.words[2:]:
        name = tree.words[word.head] if word.rel in ("appos", "amod", "nmod") and word.head != ROOT else word
        if name is word or name.pos != "PROPN" or name.rel != "obj" or word.case or word.pos not in ("ADJ", "NOUN"):
            continue
        verb = tree.words[name.head]
        beside = tree.words[word.i - 1] in (name, *tree.children(name.i, "name")) and name.i > verb.i
        if beside and verb.lemma in pack.words["making_so"] and tree.child(word.i, "det") is None:
            word.head, word.rel, mended = verb.i, "xcomp", True
    return mended


def _stands_aside(tree: Tree, word: Word, pack: LanguagePack) -> bool:
    return is_date(tree, word, pack) or is_adverbial(tree, word, pack)


def turn_bare_objects(tree: Tree, pack: LanguagePack) -> bool:
    """ "compte 194 000 employés": a bare noun phrase right behind an active verb without object is its object."""
    mended = False
    for word in tree.words:
        if word.rel != "obl" or word.case or word.pos != "NOUN" or word.head == ROOT or is_date(tree, word, pack):
            continue
        verb = tree.words[word.head]
        if (
            verb.pos != "VERB"
            or tree.child(verb.i, "obj", "aux:pass", "refl", "xcomp", "ccomp", "subj:pass") is not None
        ):
            continue
        hedges = tree.words[verb.i + 1 : tree.subtree(word.i)[0]]  # "a fait près de dix morts"
        behind = word.i > verb.i and all(w.head == verb.i and w.rel == "advmod" for w in hedges)
        direct = behind and tree.child(word.i, "det", "nummod") is not None
        if direct and tree.child(verb.i, "subj") is not None and "VerbForm=Part" not in _bare_morph(tree, verb):
            word.rel, mended = "obj", True
    return mended


def take_cut_objects(tree: Tree, pack: LanguagePack) -> bool:
    """ "a violé Jeanne Morel": a name right behind an active verb that has a subject, and no object, is its object.

    The parser began another sentence with the name.
    """
    mended = False
    for word in tree.words[1:]:
        verb = tree.words[word.i - 1]
        if word.pos != "PROPN" or word.head != verb.i:
            continue
        if word.rel == "obj" and verb.pos == "NOUN":
            word.rel, mended = "appos", True  # "accuse l'opposant Marc Petit": nouns have no objects
        second = [c for c in tree.children(verb.i, "xcomp") if c is not word]
        if word.rel == "xcomp" and not word.case and second:
            word.rel, mended = "obj", True  # "a cité Valtec à comparaître"
        if word.rel not in ("parataxis", "dep") or word.case:
            continue
        taken = tree.child(verb.i, "obj", "refl", "xcomp", "ccomp", "aux:pass", "cop")
        subject = tree.child(verb.i, "subj")
        active = verb.pos == "VERB" and tree.child(verb.i, "aux") is not None and verb.lemma not in pack.reporting
        if active and taken is None and subject is not None and subject.i < verb.i:
            word.rel, mended = "obj", True
    return mended


def pass_bare_complements(tree: Tree, pack: LanguagePack) -> bool:
    """ "met en cause Valtec", "pointe du doigt la mairie": what stands bare behind a bare complement is the verb's."""
    mended = False
    for word in tree.words:
        noun = tree.words[word.head] if word.rel in ("nmod", "appos") and word.head != ROOT and not word.case else None
        if noun is None or noun.rel not in ("obl", "obj") or not noun.case or noun.head == ROOT:
            continue
        verb = tree.words[noun.head]
        taken = [c for c in tree.children(verb.i, "obj", "ccomp", "refl", "expl", "aux:pass") if c.i != noun.i]
        active = verb.pos == "VERB" and verb.i < noun.i and any(c.i < verb.i for c in tree.children(verb.i, "subj"))
        if active and not taken and _stands_bare_before(tree, noun, word, pack):
            noun.rel, word.head, word.rel, mended = "obl", verb.i, "obj", True
    return mended


def _stands_bare_before(tree: Tree, noun: Word, word: Word, pack: LanguagePack) -> bool:
    """Whether a noun without article stands right before a phrase, and is neither a time nor what its name is of."""
    if noun.pos != "NOUN" or tree.child(noun.i, "det", "amod", "nummod") is not None:
        return False
    if noun.lemma in pack.lists["temporal"] or word.lemma in pack.lists["temporal"]:
        return False
    if tree.subtree(word.i)[0] != noun.i + 1 or tree.words[noun.i - 1].pos != "ADP":
        return False
    if word.pos == "NOUN":
        return tree.child(word.i, "det") is not None
    kind, melted = pack.nouns.get(noun.lemma), tree.words[noun.i - 1].lower in pack.words["definite"]
    return word.pos == "PROPN" and (kind is None if melted else not load_schema().is_a(kind or "Concept", "Place"))


def _bare_morph(tree: Tree, verb: Word) -> str:
    return "" if tree.child(verb.i, "aux") is not None else verb.morph


def join_between(tree: Tree, pack: LanguagePack) -> bool:
    """ "la fusion entre PSA et Fiat": what follows "entre X et" belongs to X."""
    mended = False
    for word in tree.words:
        if (
            word.case not in pack.words["between"]
            or word.i + 2 >= len(tree.words)
            or tree.child(word.i, "conj") is not None
        ):
            continue
        end = tree.subtree(word.i, ("cc",))[-1] + 1
        if end + 1 >= len(tree.words) or tree.words[end].pos != "CCONJ":
            continue
        right = next((w for w in tree.words[end + 1 : end + 4] if w.pos in ("NOUN", "PROPN")), None)
        if right is None or right.head == ROOT or right.case:
            continue
        near = end < right.head <= end + 3 and tree.words[right.head].pos != "VERB"
        if not near:  # "entre Renault et Fiat ont repris": the verb right behind is no part of the name
            tree.words[end].head, tree.words[end].rel = right.i, "cc"
            right.head, right.rel, mended = word.i, "conj", True
    return mended


def free_complements(tree: Tree, pack: LanguagePack) -> bool:
    """ "née en 1956 à Paris", "lancé le 3 mai par X", "l'agression mardi d'un élu": it completes no date."""
    mended = False
    for word in tree.words:
        if word.rel not in ("nmod", "obl", "agent") or not word.case or word.head == ROOT:
            continue
        date = tree.words[word.head]
        placed = word.case in pack.words["locative"] and is_date(tree, date, pack)
        if not (placed or is_calendar_day(tree, date, pack)) or is_date(tree, word, pack) or word.text.isdigit():
            continue
        verb = next((w for w in tree.ancestors(date.i) if not is_date(tree, w, pack)), None)
        if verb is not None and verb.pos in ("VERB", "NOUN") and date.i < word.i:
            complement = word.rel if word.rel == "agent" else "obl"
            word.head, word.rel, mended = verb.i, complement if verb.pos == "VERB" else "nmod", True
    return mended


def lower_to_participles(tree: Tree, pack: LanguagePack) -> bool:
    """ "une lettre publiée sur un site", "un toit couvert de neige": what stands behind a participle completes it.

    Behind "de", only a noun without article does: in "l'évacuation forcée du camp", the camp is evacuated.
    """
    mended = False
    for word in tree.words:
        if word.rel not in ("nmod", "obl") or word.case in {"", *pack.words["such_as"]} or word.head == ROOT:
            continue
        start = tree.subtree(word.i)[0]
        before, noun = tree.words[start - 1], tree.words[word.head]
        if before.head != noun.i or before.rel != "acl" or before.i < noun.i or "Tense=Past" not in before.morph:
            continue
        if before.pos != "VERB" or noun.pos not in ("NOUN", "PROPN") or before.lower in pack.words["charged"]:
            continue
        alone = word.pos == "NOUN" and start == word.i - 1 and tree.words[start].lower not in pack.words["definite"]
        if word.case in pack.words["of"] and not alone:
            continue
        word.head, word.rel, mended = before.i, "agent" if word.case in pack.words["by"] else "obl", True
    return mended


def turn_false_clauses(tree: Tree, pack: LanguagePack) -> bool:
    """ "À Lyon, Jean Petit a visité …", "mort du Covid-19": a bare noun behind its adposition is no clause."""
    mended = False
    for word in tree.words:
        if word.pos not in ("PROPN", "NOUN") or word.head == ROOT:
            continue
        melted = _melted_mark(tree, word, pack) if word.rel in ("xcomp", "advcl") and not word.case else None
        if melted is not None:
            melted.rel, word.case = "case", pack.adpositions[melted.lower]
        elif word.rel not in ("advcl", "dislocated", "acl", "parataxis") or not word.case:
            continue
        if tree.child(word.i, "cop", "mark", "aux", "subj") is None:
            verbal = tree.words[word.head].pos in ("VERB", "AUX", "ADJ")
            word.rel, mended = "obl" if verbal else "nmod", True
    return mended


def _melted_mark(tree: Tree, noun: Word, pack: LanguagePack) -> Word | None:
    """The "du" that the parser took for the mark of an infinitive: with an article in it, only a noun can follow."""
    marks = [c for c in tree.children(noun.i, "mark") if c.pos == "ADP"]
    melted = [c for c in marks if c.lower in pack.words["definite"] and c.lower in pack.adpositions]
    return melted[0] if len(marks) == 1 and melted else None


def free_occasions(tree: Tree, pack: LanguagePack) -> bool:
    """ "a plaidé le chef de l'État lors du débat": when it was belongs to the verb, not to who acts."""
    mended = False
    for word in tree.words:
        if word.rel != "nmod" or word.case not in pack.words["occasions"] or word.head == ROOT:
            continue
        verb = next((w for w in with_itself(tree, word.head) if not _is_somebody(w, pack)), None)
        if verb is not None and verb.pos in ("VERB", "AUX") and verb.i != word.head:
            word.head, word.rel, mended = verb.i, "obl", True
    return mended


def free_grounds(tree: Tree, pack: LanguagePack) -> bool:
    """ "condamné à vingt ans de prison pour meurtre", "jugé par la cour pour vol": what for belongs to the verb."""
    mended, tried = False, pack.words["convicting"] | pack.words["charging"]
    for word in tree.words:
        if word.rel != "nmod" or word.case not in pack.words["for_having"] or word.head == ROOT:
            continue
        noun = tree.words[word.head]
        verb = next((w for w in with_itself(tree, noun.i) if w.rel not in ("nmod", "obl", "obj", "agent")), None)
        if verb is not None and verb.i < word.i and verb.lemma in tried:
            word.head, word.rel, mended = verb.i, "obl", True
            for other in tree.children(noun.i, "conj"):
                other.head = word.i if other.i > word.i and not other.case else other.head  # "pour vol et recel"
    return mended


def _is_somebody(word: Word, pack: LanguagePack) -> bool:
    """Whether a noun is a name, a person, an office or the whole that an office is of."""
    if word.pos in ("VERB", "AUX"):
        return False
    function = word.lemma in pack.trades or word.lemma in pack.words["common_wholes"]
    return word.pos == "PROPN" or pack.nouns.get(word.lemma) in ("Person", "Group") or function
