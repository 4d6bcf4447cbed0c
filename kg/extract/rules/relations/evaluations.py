"""What somebody who speaks thinks of a thing: « Cette loi est une honte », "X estime que la mesure est nécessaire"."""

from collections.abc import Iterator

from kg.extract.rules.parsing.tree import ROOT, SUBJECTS, Word
from kg.extract.rules.relations.reading import Draft, Reading
from kg.extract.rules.relations.topics import owners_of_conduct
from kg.extract.rules.voice.regions import Region
from kg.lang.schema import load_schema
from kg.model import MentionKind

SURE, LESS_SURE = 0.7, 0.6
RULES = {"criticized": "evaluation/blame", "supports": "evaluation/backing", "admires": "evaluation/praise"}
ACTING = ("Organization", "Country")  # what one blames by telling what it does; of others one may tell their woe
POLICIES = ("LegalAct", "LegislativeEvent", "Agreement", "Event")  # of which praise is backing
COPULAS = ("cop", "aux:pass")  # of "sont honteux" the parser makes a passive
SOMEBODY = ("Person", "Organization", "Group", "Country")
ADMIRED = ("Agent", "Product", "Country", "City")  # of which praise is admiration, where they have a name


def find_evaluations(reading: Reading) -> Iterator[Draft]:
    """ "est injuste", "n'est pas acceptable", "est indispensable": blame or backing by who is speaking."""
    told = _told(reading)
    for word in reading.tree.words if told else ():
        noun = _called(reading, word) if word.lemma in told else None
        if noun is None:
            continue
        region, predicate = reading.attribution.region(word.i), _stance(reading, word, noun)
        if region is None or predicate is None or _is_asked(reading, noun):
            continue
        judged = _judged(reading, noun)
        if judged is None or _denies(reading, region) or not _is_another(reading, region.speaker, judged):
            continue
        if predicate == "supports" and not load_schema().fits(reading.root(judged).type, POLICIES):
            if not _is_admired(reading, word, judged):
                continue  # "trois conditions sont nécessaires"; "le film est superbe" is a matter of taste
            predicate = "admires"
        yield _draft(reading, region, predicate, judged, word)
        if predicate == "criticized":
            yield from _blamed_owners(reading, region, judged, word)


def _blamed_owners(reading: Reading, region: Region, judged: int, word: Word) -> Iterator[Draft]:
    """ "Les propos de Luc Roy sont honteux": whose they are is blamed too."""
    for i in owners_of_conduct(reading.tree, reading.pack, reading.table.items[judged].i):
        owner = reading.at(i)
        if owner is None or not load_schema().fits(reading.root(owner).type, SOMEBODY):
            continue
        if _is_another(reading, region.speaker, owner):
            draft = _draft(reading, region, "criticized", owner, word)
            draft.rule, draft.confidence = "evaluation/conduct", LESS_SURE
            yield draft


def find_blamed_actors(reading: Reading) -> Iterator[Draft]:
    """« Le gouvernement nous ment », dénonce X: who acts in what a verb of blame reports is blamed."""
    tree, blaming = reading.tree, reading.pack.words["blaming_speech"]
    for region in reading.attribution.reported if blaming else ():
        if region.verb is None or tree.words[region.verb].lemma not in blaming:
            continue
        acting = (tree.words[i] for i in sorted(region.words) if tree.words[i].rel == "subj")
        first = next((w for w in acting if not _is_within(reading, w, region)), None)
        index = None if first is None else reading.table.at.get(first.i)
        if first is None or index is None or tree.words[first.head].pos not in ("VERB", "AUX", "ADJ"):
            continue
        if load_schema().fits(reading.root(index).type, ACTING) and _is_another(reading, region.speaker, index):
            draft = _draft(reading, region, "criticized", index, tree.words[region.verb])
            draft.rule, draft.confidence = "evaluation/actor", LESS_SURE
            yield draft


def _is_within(reading: Reading, word: Word, region: Region) -> bool:
    """Whether a subject is of a clause inside another one of what is said."""
    head = reading.tree.words[word.head]
    return head.rel in ("relcl", "acl", "advcl", "ccomp", "csubj") and head.head in region.words


def _denies(reading: Reading, region: Region) -> bool:
    """ "nie que la loi soit injuste"."""
    verb = None if region.verb is None else reading.tree.words[region.verb]
    return verb is not None and reading.attribution.speech.act_of(verb) == "denies"


def _told(reading: Reading) -> frozenset[str]:
    words = reading.pack.words
    praising = words["praising_predicates"] | words["praising_of_persons"]
    return words["blaming_predicates"] | praising | words["needing_predicates"]


def _is_admired(reading: Reading, word: Word, judged: int) -> bool:
    """ "Simone Veil est exemplaire", "est une grande dame": praise of who has a name, no need of him."""
    root = reading.root(judged)
    if root.kind is not MentionKind.NAME or not load_schema().fits(root.type, ADMIRED):
        return False
    great = word.lemma in reading.pack.words["praising_of_persons"] and load_schema().is_a(root.type, "Person")
    return great or word.lemma in reading.pack.words["praising_predicates"]


def _is_great_person(reading: Reading, word: Word) -> bool:
    """ "un grand monsieur", "une immense artiste"; no "le plus grand actionnaire"."""
    noun = reading.tree.words[word.head] if word.rel == "amod" else word
    named = reading.pack.nouns.get(noun.lemma) == "Person"
    return named and any(c.lower in reading.pack.words["indefinite"] for c in reading.tree.children(noun.i, "det"))


def _stance(reading: Reading, word: Word, called: Word) -> str | None:
    """Blame, or backing by praise or need; of what is not acceptable blame, and of what is no shame nothing."""
    words, negated = reading.pack.words, reading.context.clauses.is_negated(called)
    if word.lemma in words["praising_of_persons"] and not _is_great_person(reading, word):
        return None  # "sans grand intérêt"
    if word.lemma in words["blaming_predicates"]:
        return None if negated else "criticized"
    return "criticized" if negated else "supports"


def _called(reading: Reading, word: Word) -> Word | None:
    """The predicate that a word is or tells of: "est injuste", "est une décision injuste"."""
    tree = reading.tree
    if tree.child(word.i, *COPULAS) is not None:
        return word
    noun = tree.words[word.head] if word.rel == "amod" and word.head != ROOT else word
    return noun if tree.child(noun.i, "cop") is not None else None


def _points_back(reading: Reading, word: Word) -> bool:
    return word.lower in reading.pack.words["impersonal"]


def _judged(reading: Reading, called: Word) -> int | None:
    """What a predicate is said of: its subject, what stands before "c'est", or what "c'est une décision …" names."""
    tree = reading.tree
    subject = tree.child(called.i, *SUBJECTS)
    if subject is None or _points_back(reading, subject):
        before = tree.child(called.i, "dislocated")
        subject = called if before is None and subject is not None and called.pos == "NOUN" else before
    if subject is None or subject.lemma in reading.pack.words["unblamed"]:
        return None  # "la situation est catastrophique"
    if subject is called and called.lemma in _told(reading):
        return None  # "c'est une honte": of what?
    return reading.at(subject.i)


def _is_another(reading: Reading, speaker: int | None, judged: int) -> bool:
    """Whether somebody speaks of another thing than himself, and of one that the text tells."""
    schema, root = load_schema(), reading.root(judged)
    if speaker is None:
        return False
    known = root.kind is not MentionKind.PRONOUN and reading.table.root(speaker) != reading.table.root(judged)
    return known and schema.fits(reading.root(speaker).type, ("Agent", "Country"))


def _is_asked(reading: Reading, word: Word) -> bool:
    """ "La loi est-elle injuste ?", "si la loi est injuste": asked, not said."""
    marks = reading.tree.children(word.i, "mark")
    if any(mark.lower in reading.pack.words["conditional_marks"] for mark in marks):
        return True
    last = reading.tree.words[reading.tree.sents[word.sent][1] - 1]
    return "?" in last.text or any("?" in w.text for w in reading.tree.words[word.i + 1 : word.i + 3])


def _draft(reading: Reading, region: Region, predicate: str, judged: int, word: Word) -> Draft:
    """The stance is as real as that it is told: the verb of speech tells whether, not what is said."""
    assert region.speaker is not None
    verb = word.i if region.verb is None else region.verb
    return Draft(
        subject=region.speaker, predicate=predicate, object=judged, trigger=verb, verb=verb,
        phrase=word.lemma, rule=RULES[predicate], confidence=SURE, background=region.verb is None,
    )  # fmt: skip
