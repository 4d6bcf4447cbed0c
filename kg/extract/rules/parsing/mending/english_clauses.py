"""What the English parser often misreads in a clause: headline infinitives, "has yet to", "backed X buying Y"."""

from kg.extract.rules.parsing.agreement import singular_of
from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Tree, Word
from kg.extract.rules.parsing.values import read_age
from kg.lang import LanguagePack


def with_to(tree: Tree, verb: Word) -> bool:
    """Tell whether a verb is an infinitive with "to", its auxiliary included ("to be bought", "to have met")."""
    return any(c.tag == "TO" for c in tree.children(verb.i, "aux"))


def raise_headline_infinitives(tree: Tree, _: LanguagePack) -> bool:
    """ "Tesco to sue Asda": in a line without a finite verb the infinitive is what is announced, the noun acts."""
    mended = False
    for first, last in tree.sents:
        words = tree.words[first:last]
        verb = next((w for w in words if w.tag == "TO" and w.head != ROOT), None)
        if verb is None or any(w.tag in ("VBZ", "VBP", "VBD", "MD") for w in words):
            continue
        infinitive = tree.words[verb.head]
        noun = _noun_before(tree, infinitive, verb.i)
        if noun is None or noun.case or any(w.i < noun.i and w.head == noun.i and w.rel == "adp" for w in words):
            continue
        if infinitive.head == noun.i and noun.head == ROOT:
            infinitive.head, infinitive.rel = ROOT, "ROOT"
            for child in tree.children(noun.i):
                if child.i > infinitive.i:
                    child.head = infinitive.i
        elif infinitive.head != ROOT or noun.head != infinitive.i:
            continue
        role = "subj:pass" if tree.child(infinitive.i, "aux:pass") is not None else "subj"
        noun.head, noun.rel, mended = infinitive.i, role, True
    return mended


def _noun_before(tree: Tree, infinitive: Word, to: int) -> Word | None:
    """The bare noun that opens a line and ends right before "to"."""
    if tree.child(infinitive.i, *SUBJECTS) is not None or to < 1:
        return None
    noun = tree.words[infinitive.head] if infinitive.head != ROOT else tree.words[to - 1]
    below = tree.subtree(noun.i, ("acl", "relcl", "punct", "advcl"))
    opens = below[0] == tree.sents[noun.sent][0] or tree.words[below[0]].opens_line
    return noun if noun.pos in ("NOUN", "PROPN") and opens and noun.i == to - 1 else None


def lift_yet(tree: Tree, pack: LanguagePack) -> bool:
    """ "has yet to buy X": a denial, told by the infinitive."""
    mended = False
    for yet in tree.words:
        if yet.lower not in pack.words["yet"] or yet.head == ROOT:
            continue
        verb = tree.words[yet.head]
        clause = verb if with_to(tree, verb) else tree.child(verb.i, "xcomp", "acl", "ccomp", "advcl")
        if clause is None or not with_to(tree, clause) or clause.i < yet.i or clause.i - yet.i > 3:
            continue
        yet.head, yet.rel, mended = clause.i, "neg", True
        if clause is verb or verb.lemma not in pack.words["yet_carriers"]:
            continue
        role = "subj:pass" if tree.child(clause.i, "aux:pass") is not None else "subj"
        for child in tree.children(verb.i):
            if child.i != clause.i:
                child.head = clause.i
                child.rel = role if child.rel in SUBJECTS else child.rel
        clause.head, clause.rel, verb.head, verb.rel = verb.head, verb.rel, clause.i, "aux"
    return mended


def free_charges(tree: Tree, pack: LanguagePack) -> bool:
    """ "accused the government of cowardice", "is accused by Aton of lying": a charge is of the verb, not the noun."""
    mended, of = False, pack.words["of"]
    for verb in tree.words:
        if verb.lemma not in pack.words["charged_of"] or verb.pos != "VERB":
            continue
        if any(c.case in of for c in tree.children(verb.i, "obl", "nmod", "xcomp")):
            continue
        for noun in [c for c in tree.children(verb.i, "obj", "agent") if c.i > verb.i]:
            charge = next((c for c in tree.children(noun.i, "nmod", "xcomp", "acl") if c.case in of), None)
            if charge is None or charge.is_title or tree.child(charge.i, "det", "poss") is not None:
                continue
            for mark in tree.children(noun.i, "adp"):
                if noun.i < mark.i < charge.i:
                    mark.head = verb.i
            charge.head, charge.rel, mended = verb.i, "obl" if charge.rel == "nmod" else "xcomp", True
    return mended


def turn_small_clauses(tree: Tree, pack: LanguagePack) -> bool:
    """ "backed Siemens buying Alstom": what is backed is the act, not the firm."""
    mended = False
    for word in tree.words:
        if word.tag != "VBG" or word.rel not in ("advcl", "xcomp", "acl") or word.head == ROOT:
            continue
        above = tree.words[word.head]
        verb = tree.words[above.head] if above.rel == "obj" and above.head != ROOT else above
        noun = above if above.rel == "obj" else _before_gerund(tree, verb, word)
        if noun is None or verb.lemma not in pack.words["attitudes"] or not verb.i < noun.i < word.i:
            continue
        if tree.subtree(noun.i, ("acl",))[-1] + 1 == word.i:
            noun.head, noun.rel, word.head, word.rel, mended = word.i, "subj", verb.i, "ccomp", True
    return mended


def _before_gerund(tree: Tree, verb: Word, gerund: Word) -> Word | None:
    """The object of a verb, or the subject that the parser gave the gerund itself."""
    own = tree.child(gerund.i, *SUBJECTS)
    return own if own is not None else next((c for c in tree.children(verb.i, "obj") if c.i < gerund.i), None)


def hang_would_be(tree: Tree, pack: LanguagePack) -> bool:
    """ "would-be Tesco chief executive X": it tells of the noun behind it, whatever stands between."""
    mended = False
    for word in tree.words:
        if word.lower not in pack.words["would_be"]:
            continue
        behind = tree.words[word.i + 1 : min(word.i + 6, tree.sents[word.sent][1])]
        noun = next((w for w in behind if w.pos == "NOUN"), None)
        if noun is not None and all(w.pos in ("PROPN", "ADJ", "PART") for w in tree.words[word.i + 1 : noun.i]):
            word.head, word.rel, mended = noun.i, "amod", True
    return mended


def lower_openers(tree: Tree, pack: LanguagePack) -> bool:
    """ "Reports of X surfaced", "Founded in 1978, X …": a noun or participle that opens a sentence is no name."""
    for first, last in tree.sents:
        word = tree.words[first]
        if word.rel == "advcl" and _is_opening_participle(tree, word, pack):
            word.pos, word.tag, word.morph = "VERB", "VBN", "Tense=Past|VerbForm=Part"
            word.lemma = str(pack.verb_lemmas["forms"][word.lower])
            continue
        trade = word.lower if word.lower in pack.words["opening_trades"] else singular_of(pack, word.lower)
        if trade in pack.words["opening_trades"] and word.rel == "name" and word.head > first:
            _cut_off(tree, word, trade)
            continue
        if word.tag not in ("NNP", "NNPS") or word.ent or word.rel == "name" or first + 1 >= last:
            continue
        singular = singular_of(pack, word.lower) if word.tag == "NNPS" else word.lower
        if singular not in pack.nouns or tree.words[first + 1].is_title:
            continue
        word.pos, word.tag, word.lemma = "NOUN", "NNS" if word.tag == "NNPS" else "NN", singular
    return False  # no word hangs elsewhere


def _cut_off(tree: Tree, trade: Word, lemma: str) -> None:
    """ "Carmaker Aton said", "Carmakers Aton and Zumo": the trade before a firm's name is no part of it."""
    several = lemma != trade.lower
    trade.pos, trade.tag, trade.lemma, trade.ent = "NOUN", "NNS" if several else "NN", lemma, ""
    trade.morph = "Number=Plur" if several else trade.morph
    tree.entities = [
        (first + 1 if first == trade.i and last > first + 1 else first, last, label)
        for first, last, label in tree.entities
    ]


def _is_opening_participle(tree: Tree, word: Word, pack: LanguagePack) -> bool:
    """ "Founded in 1978, Acorn makes …": taken for a name for its capital."""
    if word.tag not in ("NNP", "VBD", "VBN") or word.lower not in pack.verb_lemmas["forms"] or word.ent:
        return False
    return tree.words[word.i + 1].pos == "ADP"


def turn_wished(tree: Tree, pack: LanguagePack) -> bool:
    """ "wants the tax abolished": the tax does not abolish, but is to be abolished."""
    mended = False
    for word in tree.words:
        if word.tag != "VBN" or word.rel != "ccomp" or tree.words[word.head].lemma not in pack.words["wishing"]:
            continue
        suffering = tree.child(word.i, "subj")
        if suffering is not None and tree.child(word.i, "aux", "mark") is None:
            suffering.rel, mended = "subj:pass", True
    return mended


def turn_aged(tree: Tree, pack: LanguagePack) -> bool:
    """ "The 34-year-old, who is from Kent, beat X": somebody, not a quality; before a verb without subject it acts."""
    mended = False
    for word in tree.words:
        aged = read_age(word.lower, pack)
        if aged is None or word.rel in ("amod", "name", "nummod") or tree.child(word.i, "det") is None:
            continue
        word.pos, word.lemma, word.tag = "NOUN", singular_of(pack, aged[1]), "NN"
        verb = tree.words[word.head] if word.head != ROOT else None
        if verb is None or word.rel != "advcl" or verb.i < word.i or tree.child(verb.i, *SUBJECTS) is not None:
            continue
        word.rel = "subj:pass" if tree.child(verb.i, "aux:pass") is not None else "subj"
        mended = True
    return mended


def turn_namings(tree: Tree, pack: LanguagePack) -> bool:
    """ "a lawyer named Paolo Ferri", "a group known as Lost Sons": the name is apposed, nobody is appointed."""
    mended = False
    for verb in tree.words[1:]:
        known = verb.lemma in pack.words["known_as"]
        named = (known or verb.lemma in pack.words["naming"]) and verb.tag in ("VBN", "VBD") and verb.rel == "acl"
        noun = tree.words[verb.head] if named and verb.head != ROOT else None
        if noun is None or noun.i >= verb.i or not _is_common(tree, pack, noun):
            continue
        name = tree.child(verb.i, *(("obl",) if known else ("xcomp", "obj", "attr", "npadvmod", "appos")))
        if name is None or name.pos != "PROPN" or not name.is_title:
            continue
        if (known and name.case not in pack.words["as_office"]) or min(tree.subtree(name.i)) != verb.i + 1 + known:
            continue
        if tree.child(verb.i, "agent", "adp:agent") is not None:
            continue
        name.case = ""
        name.head, name.rel, verb.head, verb.rel, verb.pos = noun.i, "appos", name.i, "dep", "ADP"
        for child in tree.children(verb.i):
            if child.i != name.i:
                child.head = name.i
        mended = True
    return mended


def _is_common(tree: Tree, pack: LanguagePack, noun: Word) -> bool:
    """ "a lawyer", "a Briton": the capital of a people makes no name of it."""
    indefinite = any(c.lower in pack.words["indefinite"] for c in tree.children(noun.i, "det"))
    return noun.pos == "NOUN" or (noun.pos == "PROPN" and indefinite)


def turn_kinds(tree: Tree, pack: LanguagePack) -> bool:
    """ "the research firm Telemetrics": a noun right before a name says what kind it is, and is no adjective."""
    mended = False
    for noun in tree.words[:-1]:
        trades, beside = pack.lists["industries"], tree.words[noun.i + 1]
        whole = f"{tree.words[noun.i - 1].lower} {noun.lower}" in trades
        listed = whole or noun.lower in trades
        looks = ("NOUN", "VERB", "ADJ") if listed else ("NOUN",)  # "start-up", "weekly" may look like something else
        told = noun.rel == "amod" or (whole and noun.rel == "name")  # "oil major Aton"
        if not told or noun.pos not in looks or beside.pos != "PROPN":
            continue
        if noun.head == beside.i or (listed and noun.head == beside.head and tree.words[noun.head].pos == "PROPN"):
            noun.pos, noun.tag, noun.rel, mended = "NOUN", "NN" if noun.pos != "NOUN" else noun.tag, "name", True
    return mended


def lift_from_names(tree: Tree, _: LanguagePack) -> bool:
    """ "bought the brewer Zumo and the grocer Bravex": two firms are bought, none is a second name of the brewer."""
    mended = False
    for other in tree.words:
        name = tree.words[other.head] if other.rel == "conj" and other.head != ROOT else None
        if name is None or name.rel != "appos" or name.pos != "PROPN" or name.head == ROOT:
            continue
        noun = tree.words[name.head]
        kind = noun.tag == "NN" and noun.i == tree.subtree(name.i, ("conj", "cc", "punct"))[0] - 1
        if not kind or tree.child(other.i, "det", "poss") is None:
            continue
        for joint in (*tree.children(name.i, "cc", "punct"), other):
            if joint.i <= other.i:
                joint.head, mended = noun.i, True
    return mended


def part_at_semicolons(tree: Tree, _: LanguagePack) -> bool:
    """ "Nokia bought Zumo; the union opposes it": two statements, of which neither is what the other one is about."""
    mended = False
    for clause in tree.words:
        if clause.rel != "ccomp" or clause.head <= clause.i or tree.child(clause.i, "mark") is not None:
            continue
        end = tree.subtree(clause.i, ("punct",))[-1]
        first = min((c.i for c in tree.children(clause.head) if c.i > end and c.rel != "punct"), default=clause.head)
        if any(w.text == ";" for w in tree.words[end + 1 : first]):
            clause.rel, mended = "parataxis", True
    return mended


def hang_reported(tree: Tree, pack: LanguagePack) -> bool:
    """ "said in a statement that Nokia left": the clause is what the verb tells, not what a statement is."""
    mended = False
    for clause in tree.words:
        if clause.rel not in ("acl", "relcl") or clause.head == ROOT or not _is_complete(tree, pack, clause):
            continue
        noun = tree.words[clause.head]
        verb = tree.words[noun.head] if noun.rel == "obl" and noun.head != ROOT else None
        if verb is None or verb.pos != "VERB" or not verb.i < noun.i < clause.i:
            continue
        told = verb.lemma in pack.reporting and noun.case in pack.words["telling_in"]
        if told and tree.child(verb.i, "ccomp", "obj") is None:
            clause.head, clause.rel, mended = verb.i, "ccomp", True
    return mended


def hang_owned_words(tree: Tree, pack: LanguagePack) -> bool:
    """ "claims by the bank that Nokia left": the clause is what the bank claims, not what the bank is."""
    mended = False
    by = pack.words["by"] | pack.words["word_of"]
    for clause in tree.words:
        if clause.rel not in ("acl", "relcl") or clause.head == ROOT or not _is_complete(tree, pack, clause):
            continue
        owner = tree.words[clause.head]
        noun = tree.words[owner.head] if owner.rel == "nmod" and owner.head != ROOT and owner.case in by else owner
        if noun is not owner and noun.pos == "NOUN" and noun.lemma in pack.reporting_nouns:
            clause.head, clause.rel, mended = noun.i, "acl", True
    return mended


def _is_complete(tree: Tree, pack: LanguagePack, clause: Word) -> bool:
    """Whether a clause opens with "that" and has its own subject; one that lacks an object is a relative clause."""
    marked = any(c.lower in pack.words["that"] for c in tree.children(clause.i, "mark"))
    if not marked or tree.child(clause.i, *SUBJECTS) is None:
        return False
    return clause.rel == "acl" or tree.child(clause.i, "obj", "attr") is not None


def hang_owned(tree: Tree, pack: LanguagePack) -> bool:
    """ "was sold by Nokia, whose president, Ann Lee, called it a gem": she calls it so within what tells of Nokia."""
    mended = False
    for whose in tree.words[2:]:
        if whose.lower not in pack.words["relative_owner"] or tree.words[whose.i - 1].text != ",":
            continue
        verb, owner = _finite_behind(tree, whose), tree.words[whose.i - 2]
        owned = tree.words[whose.head] if whose.head > whose.i else None
        if verb is None or owned is None or not owned.i < verb.i or owner.pos not in ("NOUN", "PROPN"):
            continue
        if verb.rel in ("conj", "ccomp", "advcl") and 0 <= verb.head < whose.i:
            main = tree.words[verb.head]
            mended = _hang_owned(tree, (verb, owner, owned), main, whose)
        elif verb.head == ROOT and (before := _told_before(tree, verb, whose)) is not None:
            mended = _hang_owned(tree, (verb, owner, owned), before, whose)
    return mended


def _finite_behind(tree: Tree, whose: Word) -> Word | None:
    """The verb of the clause that "whose" opens: the first finite one, or the one whose auxiliary that is."""
    behind = tree.words[whose.i + 1 : tree.sents[whose.sent][1]]
    first = next((w for w in behind if w.tag in ("VBD", "VBZ", "VBP", "MD")), None)
    carries = first is not None and first.rel in ("aux", "aux:pass") and first.head > first.i
    return tree.words[first.head] if first is not None and carries else first


def _told_before(tree: Tree, verb: Word, whose: Word) -> Word | None:
    """The clause before "whose" that the parser hung on the verb behind it."""
    clauses = (c for c in tree.children(verb.i, "ccomp", "advcl", "parataxis") if c.i < whose.i)
    return next((c for c in clauses if tree.child(c.i, "mark") is None), None)


def _hang_owned(tree: Tree, words: tuple[Word, Word, Word], main: Word, whose: Word) -> bool:
    verb, owner, owned = words
    for child in tree.children(verb.i):
        if child.i < whose.i and child.i != main.i:
            child.head = main.i
    if main.head == verb.i:
        main.head, main.rel = ROOT, "ROOT"
    verb.head, verb.rel = owner.i, "relcl"
    for child in tree.children(verb.i, *SUBJECTS):
        if whose.i < child.i < verb.i and child.i != owned.i:
            child.head, child.rel = owned.i, "appos"
    owned.head, owned.rel = verb.i, "subj:pass" if tree.child(verb.i, "aux:pass") is not None else "subj"
    return True
