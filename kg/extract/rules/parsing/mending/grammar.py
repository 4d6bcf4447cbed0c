"""What the rules of this package ask of a tree: dates, finite verbs, infinitives, commas."""

from collections.abc import Iterator

from kg.extract.rules.parsing.tree import SUBJECTS, Tree, Word
from kg.lang import LanguagePack
from kg.lang.schema import load_schema


def with_itself(tree: Tree, i: int) -> Iterator[Word]:
    """Yield a word and those above it."""
    yield tree.words[i]
    yield from tree.ancestors(i)


def is_date(tree: Tree, word: Word, pack: LanguagePack) -> bool:
    """Tell whether a word is a day, month, year or the like."""
    temporal = pack.lists["temporal"]
    if word.lemma in temporal:
        return True
    return word.is_year or (word.text.isdigit() and any(c.lemma in temporal for c in tree.children(word.i)))


def is_calendar_day(tree: Tree, word: Word, pack: LanguagePack) -> bool:
    """Tell whether a word is a day, month or year of the calendar: "mardi", "12 mai", "2014"."""
    months, weekdays = (pack.patterns["dates"][name] for name in ("months", "weekdays"))
    if word.is_year or word.lower in months or word.lower in weekdays:
        return True
    return word.text.isdigit() and any(c.lower in months for c in tree.children(word.i))


def is_finite(tree: Tree, word: Word) -> bool:
    """Tell whether a word heads a clause of its own: a finite form, or one that an auxiliary or copula carries."""
    carried = tree.child(word.i, "aux", "aux:pass", "cop") is not None
    return (word.pos == "VERB" and ("VerbForm=Fin" in word.morph or carried)) or (
        carried and word.pos in ("ADJ", "NOUN")
    )


def is_person_by_parts(tree: Tree, pack: LanguagePack, word: Word) -> bool:
    """ "bras droit", "tête de liste": what somebody is, by words of which none is of a person alone."""
    called = " ".join(w.lower for w in tree.words[word.i : word.i + 3])
    return any(called == parts or called.startswith(parts + " ") for parts in pack.words["persons_by_parts"])


def lacks_subject(tree: Tree, verb: Word) -> bool:
    """Tell whether a finite predicate has no subject of its own."""
    finite = "VerbForm=Fin" in verb.morph or tree.child(verb.i, "aux", "aux:pass", "cop") is not None
    return finite and verb.pos in ("VERB", "ADJ", "NOUN") and tree.child(verb.i, *SUBJECTS) is None


def opens_after_comma(tree: Tree, verb: Word) -> bool:
    """Whether a comma stands before the clause of a verb."""
    below = [i for i in tree.subtree(verb.i) if tree.words[i].pos != "PUNCT"]
    return below[0] > 0 and tree.words[below[0] - 1].text == ","


def is_infinitive(tree: Tree, verb: Word) -> bool:
    """Tell whether a verb, or the auxiliary that carries it, is an infinitive."""
    return any("VerbForm=Inf" in c.morph for c in (verb, *tree.children(verb.i, "aux", "aux:pass")))


def is_bare_participle(tree: Tree, word: Word) -> bool:
    """Whether a verb is a past participle without auxiliary or subject: "Accusé de vol, X a nié"."""
    past = word.pos == "VERB" and "Tense=Past|VerbForm=Part" in word.morph
    return past and tree.child(word.i, "aux", "aux:pass", "cop", *SUBJECTS) is None


def takes_infinitive(noun: Word, pack: LanguagePack) -> bool:
    """Tell whether a noun is completed by an infinitive ("le projet de vendre")."""
    return noun.lemma in pack.governors or noun.lemma in pack.reporting_nouns or noun.lemma in pack.words["takers"]


def opening_of(tree: Tree, pack: LanguagePack, first: int) -> int:
    """Where the phrase of a name begins: at its article, if one stands before its first word ("le Canada")."""
    article = first > 0 and tree.words[first - 1].lower in pack.words["definite"] - pack.melted.keys()
    return first - 1 if article else first


def is_adverbial(tree: Tree, word: Word, pack: LanguagePack) -> bool:
    """ "s'est rendu sur place", "a critiqué à son tour": a noun that refers to nothing behind its adposition."""
    if tree.child(word.i, "amod") is not None or any(c.case for c in tree.children(word.i, "nmod")):
        return False
    det = tree.child(word.i, "det")
    said = [word.case, *([det.lower] if det is not None else []), word.lower]
    return " ".join(said) in pack.words["adverbial"]


def is_bare_office(tree: Tree, word: Word, pack: LanguagePack) -> bool:
    """ "Nommé ministre, …", "Élue maire de X, …": an office or trade without a determiner, which somebody was made."""
    offices = pack.trades
    return word.pos == "NOUN" and word.lemma in offices and tree.child(word.i, "det", "poss", "case") is None


def may_be_wrong(pack: LanguagePack, noun: Word) -> bool:
    """Whether one may be accused of what a noun names: of "laxisme"; but "un élu de droite" is no wrong."""
    kind = pack.nouns.get(noun.lemma, "Concept")
    somebody = any(load_schema().is_a(kind, wrong) for wrong in ("Agent", "Place", "Product"))
    known = noun.lemma in pack.words["qualities"] or noun.lemma in pack.trades or noun.lemma in pack.words["sides"]
    return noun.lemma in pack.words["offences"] or not (somebody or known)


def behind_time(tree: Tree, first: int, last: int, pack: LanguagePack) -> int:
    """Return where a sentence goes on behind a time that opens it: "Hier, …", "Lundi matin, …"; else where it opens."""
    comma = next((i for i in range(first + 1, min(first + 4, last)) if tree.words[i].text == ","), None)
    if comma is None or comma + 2 >= last:
        return first
    opening = tree.words[first:comma]
    times = (
        w.lemma in pack.lists["temporal"] or w.lower in pack.lists["temporal"] or w.text.isdigit() for w in opening
    )
    return comma + 1 if all(times) else first


def is_relative(word: Word, pack: LanguagePack) -> bool:
    """Whether a word opens a relative clause."""
    words = pack.words
    openers = ("relative_subject", "relative_object", "relative_to", "relative_of", "relative_place")
    return any(word.lower in words[name] for name in openers)
