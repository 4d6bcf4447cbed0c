"""What was made public, and who took part in an occasion: "X a annoncé que …", "lors du sommet"."""

from collections.abc import Iterator

from kg.extract.rules.parsing.mending.grammar import is_infinitive
from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Word
from kg.extract.rules.relations.arguments import is_one_of
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.extract.rules.relations.statements import is_linked, statement
from kg.extract.rules.voice.regions import Region
from kg.lang.schema import load_schema
from kg.model import Datatype, MentionKind, Modality, Value

ASKING = ("Agent", "Country")
NEAR = 4  # words from the opening of what is said to its verb
LONG = 20  # words of what a medium reports: more of them tell several things, or are cut too wide


def find_occasions(reading: Reading) -> Iterator[Draft]:
    """ "a plaidé X lors du sommet": X took part."""
    tree = reading.tree
    for index, verb in _led_by(reading, "occasions", ("Event",)):
        told = tree.words[reading.table.items[index].i].lemma not in reading.pack.words["no_occasions"]
        if not told or reading.syntax.is_passive(verb):
            continue  # who was killed during a robbery took no part in it
        taking = [part for i in reading.syntax.subjects(verb.i)[0] for part in tree.conjuncts(i)]
        for owner in _agents(reading, taking):
            draft = said_by_form(owner, "participatedIn", index, verb.i, "occasion", 0.65)
            draft.background = False
            yield draft


def find_requests(reading: Reading) -> Iterator[Draft]:
    """ "À la demande de X, Y a suspendu le chantier": X asked Y for it; in the passive, the agent."""
    for index, verb in [*_led_by(reading, "at_request", ASKING), *_owners_of_requests(reading)]:
        passive = reading.syntax.is_passive(verb)
        acting = [c.i for c in reading.tree.children(verb.i, "agent")]
        for asked in _agents(reading, acting if passive else reading.syntax.subjects(verb.i)[0], ASKING):
            if verb.pos == "VERB" and reading.root(asked) is not reading.root(index):
                yield said_by_form(index, "requestedFrom", asked, verb.i, "speech/requested-act", 0.65)


def find_backers(reading: Reading) -> Iterator[Draft]:
    """ "Avec l'appui de X, Y a saisi la justice": X backs Y; in the passive, what is done."""
    for index, verb in _led_by(reading, "backed_by", ASKING):
        backed = [part for i in reading.syntax.subjects(verb.i)[0] for part in reading.tree.conjuncts(i)]
        for helped in _agents(reading, backed, ASKING):
            if reading.root(helped) is not reading.root(index):
                yield said_by_form(index, "supports", helped, verb.i, "speech/backer", 0.65)


def _owners_of_requests(reading: Reading) -> Iterator[tuple[int, Word]]:
    """ "At Aton's request, the court struck it down": who asks, with the verb of what is done."""
    tree, pack = reading.tree, reading.pack
    nouns = pack.words.get("requests", frozenset())
    for word in tree.words if nouns else ():
        if word.lemma not in nouns or word.case not in pack.words["at_age"] or word.head == ROOT:
            continue
        owner = tree.child(word.i, "poss")
        index = reading.at(owner.i) if owner is not None else None
        if index is not None and load_schema().fits(reading.root(index).type, ASKING):
            above = tree.words[word.head]
            aside = above.rel in ("obj", *SUBJECTS) and above.head != ROOT  # "Police, at Aton's request, closed it"
            yield index, tree.words[above.head] if aside else above


def _led_by(reading: Reading, cases: str, kinds: tuple[str, ...]) -> Iterator[tuple[int, Word]]:
    """Yield the references of some classes that adpositions of a word list join to a verb, with the verb."""
    words = reading.tree.words
    for index, item in enumerate(reading.table.items):
        word = words[item.i]
        led = word.case in reading.pack.words[cases] and word.head != ROOT and words[word.head].pos in ("VERB", "AUX")
        if led and _is_able(reading, index, kinds):
            yield index, words[word.head]


def _agents(reading: Reading, words: list[int], kinds: tuple[str, ...] = ("Agent",)) -> Iterator[int]:
    """Yield those references at words that can act."""
    for i in words:
        index = reading.at(i)
        if index is not None and _is_able(reading, index, kinds):
            yield index


def _tells_the_past(reading: Reading, inside: list[int]) -> bool:
    """ "n'avoir jamais été averti": a perfect infinitive near the opening of what is said."""
    opening = [reading.tree.words[i] for i in inside[:NEAR]]
    carriers = reading.pack.words["active_auxiliaries"]
    perfect = any(w.pos == "VERB" and "VerbForm=Part" in w.morph for w in opening)
    rels = ("aux",) if reading.pack.adposition == "head" else ("aux", "aux:pass")  # "would be cut" is none
    carried = [w for w in opening if w.rel in rels or (perfect and w.lemma in carriers)]
    return any("VerbForm=Inf" in w.morph for w in carried)


def _parts(reading: Reading, inside: list[int]) -> list[tuple[int, int]]:
    """ "to invest $300m and to hire 1,200 people if it wins": each infinitive that is promised, without a condition."""
    tree, pack = reading.tree, reading.pack
    opens = tree.words[inside[0]]
    if pack.adposition == "child" or opens.tag != "TO" or opens.head == ROOT:
        return _infinitives_in_row(reading, inside)
    verbs = [i for i in tree.conjuncts(opens.head) if tree.words[i].tag == "VB" and i in inside]
    starts = [min([i, *(c.i for c in tree.children(i, "aux") if c.tag == "TO")]) for i in verbs]
    found, ends = list[tuple[int, int]](), [*starts[1:], inside[-1] + 1]
    for verb, start, end in zip(verbs, starts, ends, strict=True):
        below = [i for c in tree.children(verb) if c.rel not in ("conj", "cc") for i in (verb, *tree.subtree(c.i))]
        clauses = [c for c in tree.children(verb, "advcl") if c.i > verb and tree.child(c.i, "mark") is not None]
        apart = {i for c in clauses for i in tree.subtree(c.i)}
        last = max((i for i in below if i < end and i not in apart and tree.words[i].rel != "punct"), default=verb)
        found.append((start, last + 1))
    return found


def _infinitives_in_row(reading: Reading, inside: list[int]) -> list[tuple[int, int]]:
    """ "promet de rouvrir la gare, de baisser les tarifs et d'embaucher": each of several marked infinitives."""
    tree, pack = reading.tree, reading.pack
    marks = pack.words["of"] | pack.words["to"] | pack.words["elided"]
    starts, ends = [inside[0]], list[int]()
    several = pack.adposition == "child" and "VerbForm=Inf" in tree.words[inside[0]].morph
    for i in range(inside[0] + 1, inside[-1] - 1) if several else ():
        joined = tree.words[i].pos == "CCONJ" or tree.words[i].text == ","
        first = next((k for k in inside if k > i and tree.words[k].pos not in ("ADV", "CCONJ")), inside[-1])
        behind = tree.words[min(first + 1, inside[-1])]
        marked = tree.words[first].pos == "ADP" and tree.words[first].lower in marks
        if joined and starts[-1] < i and marked and "VerbForm=Inf" in behind.morph:
            ends.append(i)
            starts.append(behind.i)
    return list(zip(starts, [*ends, inside[-1] + 1], strict=True))


def _is_able(reading: Reading, index: int, kinds: tuple[str, ...]) -> bool:
    """Whether a reference is of one of some classes; a capital stands for a government that asks or backs."""
    kind = reading.root(index).type
    capital = kinds == ASKING and kind == "City" and is_one_of(reading, index, kinds)
    return capital or load_schema().fits(kind, kinds)


def find_announcements(reading: Reading) -> Iterator[Draft]:
    """ "X a annoncé que …": the clause that was made public; a medium that says something reports it."""
    schema = load_schema()
    for region in reading.attribution.reported:
        if region.speaker is None or region.verb is None:
            continue
        verb = reading.tree.words[region.verb]
        act, kind = reading.attribution.speech.act_of(verb), reading.root(region.speaker).type
        act = "announced" if _makes_known(reading, region) else act
        told_by = act if act in ("announced", "promised") else ""
        predicate = "reported" if schema.is_a(kind, "MediaOutlet") else told_by
        inside = _without_marks(reading, sorted(region.words))
        if is_linked(reading, reading.tree.words[min(region.words)]):
            continue  # "a annoncé où il se trouve"
        if predicate == "promised" and _tells_the_past(reading, inside):
            continue  # "jure n'avoir rien vu"
        itself = reading.tree.child(verb.i, "refl") is not None  # "le débat s'annonce décisif"
        told = any(reading.tree.words[i].pos in ("VERB", "AUX") for i in inside)
        enough = len(inside) > 2 or (predicate == "promised" and told)  # "promet de rembourser"
        if predicate and enough and not itself and (told or predicate != "announced"):
            whole = statement(reading, inside)
            fields = _parts(reading, inside) if predicate == "promised" else [whole] if whole is not None else []
            for field in fields:
                sure = 0.3 if predicate == "reported" and field[1] - field[0] > LONG else 0.7
                value = Value(text=reading.text(*field), datatype=Datatype.STRING)
                draft = said_by_form(region.speaker, predicate, value, verb.i, f"speech/{predicate}", sure)
                draft.object_words, draft.background, draft.phrase = field, False, verb.lemma
                yield draft


def _makes_known(reading: Reading, region: Region) -> bool:
    """ "révèle avoir menti", "a confirmé que l'usine fermera": what somebody did or what is to come."""
    verb = reading.tree.words[region.verb] if region.verb is not None else None
    if verb is None or region.speaker is None or not _is_able(reading, region.speaker, ASKING):
        return False
    if verb.lemma in reading.pack.words["revealing"]:
        return min(region.words) > verb.i  # '"Mon idée est là", révèle-t-il' only says so
    tells = verb.lemma in reading.pack.words["telling_plans"]
    return tells and _clause_to_come(reading, sorted(region.words)) is not None


def _without_marks(reading: Reading, inside: list[int]) -> list[int]:
    """What is said, without the conjunction before it and the marks around it."""
    words = reading.tree.words
    while inside and words[inside[0]].rel in ("mark", "punct", "cc"):
        inside = inside[1:]
    while inside and words[inside[-1]].rel == "punct":
        inside = inside[:-1]
    return inside


def _clause_to_come(reading: Reading, inside: list[int]) -> Word | None:
    """The verb or predicate of what is said, if it tells what is to come: "sera", "serait", "va rembourser"."""
    tree, within = reading.tree, set(inside)
    for word in (tree.words[i] for i in inside):
        if word.head in within or not (word.pos in ("VERB", "AUX") or tree.child(word.i, "cop")):
            continue
        done = any(c.lemma in reading.pack.words["active_auxiliaries"] for c in tree.children(word.i, "aux"))
        about_to = word.lemma in reading.pack.words["about_to"] and tree.child(word.i, "xcomp") is not None
        to_come = reading.context.clauses.tense(word) is not Modality.ACTUAL and "Mood=Sub" not in word.morph
        return word if (about_to or to_come) and not done and not is_infinitive(tree, word) else None
    return None


def find_pledges(reading: Reading) -> Iterator[Draft]:
    """ "her pledge to cut taxes", "the promise by Rosa Diaz to resign", "made a vow to stay": a promise by a noun."""
    tree, nouns = reading.tree, reading.pack.reporting_nouns
    for noun in tree.words:
        clause = _pledged(reading, noun) if nouns.get(noun.lemma) == "promised" and noun.pos == "NOUN" else None
        if clause is None:
            continue
        mark = next(c for c in tree.children(clause.i, "aux", "mark") if noun.i < c.i < clause.i)
        first = mark.i if reading.pack.adposition == "head" else mark.i + 1
        inside = [i for i in tree.subtree(clause.i) if i >= first and tree.words[i].rel != "punct"]
        for who in _agents(reading, _pledging(reading, noun)[:1], ASKING):
            described = reading.table.items[who].kind is MentionKind.NOMINAL
            if described and reading.table.root(who) != who:
                continue  # "the operator's promise": whose it is is not sure enough
            for field in _parts(reading, inside):
                value = Value(text=reading.text(*field), datatype=Datatype.STRING)
                draft = said_by_form(who, "promised", value, noun.i, "speech/pledge", 0.7)
                owned = tree.words[reading.table.items[who].i].head == noun.i or tree.child(noun.i, "poss") is not None
                draft.object_words, draft.background, draft.phrase = field, owned, noun.lemma
                draft.verb = noun.i if owned or noun.head == ROOT else noun.head
                yield draft


def _pledged(reading: Reading, noun: Word) -> Word | None:
    """The infinitive behind a noun of promise: "to cut taxes", "de baisser les impôts", wherever it hangs."""
    tree, words = reading.tree, reading.pack.words
    clause = tree.child(noun.i, "acl")
    if reading.pack.adposition == "head":
        marked = clause is not None and any(c.tag == "TO" for c in tree.children(clause.i, "aux"))
        return clause if clause is not None and marked and clause.tag == "VB" else None
    clause = clause or (tree.child(noun.head, "xcomp", "advcl") if noun.head != ROOT else None)
    if clause is None or clause.i < noun.i or not is_infinitive(tree, clause):
        return None
    marks = [c for c in tree.children(clause.i, "mark") if noun.i < c.i < clause.i]
    return clause if marks and marks[0].lower in words["of"] | words["to"] | words["elided"] else None


def _pledging(reading: Reading, noun: Word) -> list[int]:
    """Who promises: the owner of a promise, or who makes it; a promise that is kept or broken is its owner's."""
    tree, words = reading.tree, reading.pack.words
    owners = [c.i for c in tree.children(noun.i, "poss", "det") if reading.at(c.i) is not None]  # "sa promesse"
    by = words["by"] if reading.pack.adposition == "head" else words["by"] | words["of"]
    owners += [c.i for c in tree.children(noun.i, "nmod") if c.case in by]
    verb = tree.words[noun.head] if noun.head != ROOT and noun.rel in ("obj", "obl") else noun
    given = noun.rel == "obl" and reading.pack.adposition == "head"  # "sont repartis avec la promesse de …"
    makes = verb.pos == "VERB" and (verb.lemma in reading.pack.lists["light_verbs"] or given)
    return owners or (reading.syntax.subjects(verb.i)[0] if makes and not reading.syntax.is_passive(verb) else [])
