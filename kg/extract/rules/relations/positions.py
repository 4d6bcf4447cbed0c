"""What somebody is by title or trade, and what business a firm is in: "le ministre X", "le groupe automobile X"."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.rules.mentions.bare_trades import is_bare_trade
from kg.extract.rules.mentions.title_joins import Title
from kg.extract.rules.parsing.tree import SUBJECTS, Word
from kg.extract.rules.relations.functions import before_employer, function_of, is_of_oneself, is_set_in_quotes
from kg.extract.rules.relations.industries import (
    business_words,
    how_telling,
    members_of,
    named_business,
    tells_business,
)
from kg.extract.rules.relations.left_posts import has_happened
from kg.extract.rules.relations.own_offices import (
    titles_as,
    titles_fronted,
    titles_left,
    titles_of_careers,
    titles_of_oneself,
    titles_won,
)
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.extract.rules.relations.title_words import title_words, without_nationality
from kg.lang.schema import load_schema
from kg.model import Datatype, MentionKind, Polarity, Value

SURELY = 0.85  # probability of its antecedent from which a description that acts tells what somebody is
CERTAINLY = 0.9  # from which one that does not act does so as well: "selon l'ancien ministre"
LIKELY = 0.6  # and from which any description tells an office of something: "pour la députée du Nord"
RATHER = 0.5  # and a trade: "la nouvelle vie du chanteur"
TAKING_UP = ("definite", "demonstrative")  # determiners of what stands for somebody named: "cet étudiant de 20 ans"


def find_titles_held(reading: Reading) -> Iterator[Draft]:
    """ "le ministre de l'Intérieur X": a position; "le journaliste X": an occupation; "l'opérateur X": a business."""
    schema = load_schema()
    titled = {title.noun for title in reading.titles}
    called = {(reading.table.root(t.reference), reading.tree.words[t.noun].lemma) for t in reading.titles}
    left = list(titles_left(reading))
    told = [*reading.titles, *titles_of_oneself(reading), *titles_as(reading), *titles_won(reading), *left]
    told += [*titles_fronted(reading), *titles_of_careers(reading)]
    for title in _with_coordinated(reading, [*told, *descriptions(reading)]):
        noun, root = reading.tree.words[title.noun], reading.root(title.reference)
        if root.type == "Person" and not _is_plural(reading, noun):
            predicate = "" if is_of_oneself(reading, noun, title.reference) else function_of(reading, noun)
        elif schema.fits(root.type, ("Organization",)) or root.type == "Entity":
            predicate = "industry"
        else:
            predicate = ""
        first, last = title_words(reading, _office_won(reading, noun))
        first = _behind_adjectives(reading, noun, first)
        last = _before_own_name(reading, title, first, last)
        last = before_employer(reading, noun, last) if predicate == "occupation" else last
        if predicate == "industry":
            named = named_business(reading, noun)
            first, last = named or business_words(reading, noun, first, last)
            predicate = "industry" if named or tells_business(reading, noun, first, last) else ""
            first, last = members_of(reading, noun) or (first, last)  # "the pilots' union"
        if predicate and not (root.type == "Person" and is_set_in_quotes(reading, noun)):
            bare = title.noun not in titled and predicate == "holdsPosition" and last - first == 1
            again = (reading.table.root(title.reference), noun.lemma) in called
            if bare and (again or noun.lemma in reading.pack.words["offices_of_something"]):
                continue  # "le ministre" again says nothing more, "le président" of what?
            text = without_nationality(reading, first, last)
            text = text.replace(noun.text, noun.lemma) if _is_one_of(reading, noun) else text
            value = Value(text=text, datatype=Datatype.STRING)
            ranked = title.noun not in titled and reading.table.items[title.reference].ranked is not None
            rule, sure = ("described", 0.5) if ranked else ("title", 0.85)
            sure *= how_telling(reading, first, last) if predicate == "industry" else 1.0
            draft = said_by_form(title.reference, predicate, value, noun.i, f"{rule}/{predicate}", sure)
            draft.object_words = (first, last)
            draft.past = reading.context.past.is_former(noun.i)
            if title in left and has_happened(reading, noun.head):
                draft.polarity, draft.verb, draft.background = Polarity.NEGATIVE.value, noun.head, False
            if title.verb is not None:
                draft.verb, draft.background = title.verb, False
            yield draft


def _behind_adjectives(reading: Reading, noun: Word, first: int) -> int:
    """Where a title begins, behind what is no part of it: "Élu conseiller régional en 2004", "un faux médecin"."""
    words, pack = reading.tree.words, reading.pack
    while first < noun.i and words[first].lower in pack.words["won_office"]:
        first += 1
    plural = _is_one_of(reading, noun)  # "l'un des jeunes militants"
    return noun.i if first < noun.i and (plural or words[first].lower in pack.words["sham"]) else first


def _before_own_name(reading: Reading, title: Title, first: int, last: int) -> int:
    """Where a title ends before the name of who bears it: "le vice-président du parti Luc Roy", read as one phrase."""
    table, root = reading.table, reading.table.root(title.reference)
    own = (x.core[0] for i, x in enumerate(table.items) if x.kind is MentionKind.NAME and table.root(i) == root)
    starts = [i for i in (table.items[title.reference].core[0], *own) if first <= title.noun < i < last]
    return min(starts, default=last)


def _office_won(reading: Reading, noun: Word) -> Word:
    """ "Marc Petit, élu député en 2017", "élu mardi maire": the office that was won, hung on the participle."""
    words, days = reading.tree.words, reading.pack.patterns["dates"]["weekdays"]
    behind = words[noun.i + 1] if noun.i + 1 < len(words) else noun
    above = behind.i if behind.lower in days else noun.i
    behind = words[above + 1] if above > noun.i and above + 1 < len(words) else behind
    hung = behind.head in (noun.i, above) and not behind.case
    won = noun.lemma in reading.pack.words["elected"] and hung
    return behind if won and behind.lemma in reading.pack.lists["positions"] else noun


def _with_coordinated(reading: Reading, titles: list[Title]) -> Iterator[Title]:
    """ "le chanteur et acteur X", "l'actrice et ex-mannequin": what follows without a determiner is said as well."""
    tree, told = reading.tree, {title.noun for title in titles}
    for title in titles:
        kind = _judged_by(reading, title.noun)
        yield title if kind is None else replace(title, noun=kind)
        for other in tree.conjuncts(title.noun)[1:]:
            if other not in told and is_bare_trade(tree, reading.pack, tree.words[other]):
                told.add(other)
                yield replace(title, noun=other)


def _judged_by(reading: Reading, kin: int) -> int | None:
    """ "son footballeur de fils Hugo": the trade before the noun of kin."""
    if reading.tree.words[kin].lower not in reading.pack.words["judged_kin"]:
        return None
    return next((c.i for c in reading.tree.children(kin, "amod") if c.pos == "NOUN" and c.i < kin), None)


def _is_one_of(reading: Reading, noun: Word) -> bool:
    """ "one of its engineers, Ann Lee"."""
    counts = reading.tree.children(noun.i, "nummod")
    return any(c.lower in reading.pack.words["indefinite_persons"] and c.i + 1 < noun.i for c in counts)


def _is_plural(reading: Reading, noun: Word) -> bool:
    if _is_one_of(reading, noun):
        return False
    index = reading.table.at.get(noun.i)
    several = (
        index is not None and reading.table.items[index].i == noun.i and reading.table.items[index].number == "Plur"
    )
    return several or "Number=Plur" in noun.morph or noun.tag in ("NNS", "NNPS")


def descriptions(reading: Reading) -> Iterator[Title]:
    """Descriptions that stand for a named person: "le maire de Béziers", "a teacher" whom the next sentence names."""
    titled = {title.noun for title in reading.titles}
    for index, item in enumerate(tuple(reading.table.items)):
        if item.kind is MentionKind.NOMINAL and item.i not in titled and item.head:
            root = reading.root(index)
            brought_in = item.determiner == "indefinite" and item.sent < root.sent
            if item.determiner not in TAKING_UP and not brought_in:
                continue
            if root.kind is MentionKind.NAME and root.type == "Person" and _is_told(reading, index):
                yield Title(item.i, index)


def _is_told(reading: Reading, index: int) -> bool:
    """Whether the article calls somebody so, or who is described is likely enough, or nobody else can be meant.

    "retourner chez le coiffeur" is anybody's, and "la star" of an article on two is either's.
    """
    table, item = reading.table, reading.table.items[index]
    root = table.root(index)
    word = reading.tree.words[item.i]
    acts, anybodys = word.rel in SUBJECTS, word.case in reading.pack.words["workplaces"]
    sure = 0.0 if anybodys else item.ranked or 0.0
    certain = sure >= (SURELY if acts else CERTAINLY)
    if certain or item.head in table.described.get(root, ()):
        return True
    least = LIKELY if word.lemma in reading.pack.words["lawyer"] else RATHER  # "l'avocat" is mostly his lawyer
    if sure >= least and function_of(reading, word) == "occupation":
        return True
    if sure >= LIKELY and (_is_office_of_a_place(reading, word) or _is_office_of_a_matter(reading, word)):
        return True
    if not acts:
        return False
    people = {
        table.root(j)
        for j, other in enumerate(table.items[:index])
        if other.kind is MentionKind.NAME and table.items[table.root(j)].type == "Person"
    }
    return people <= {root}


def _is_office_of_a_place(reading: Reading, noun: Word) -> bool:
    """ "la députée du Nord", "le maire de Béziers": of whom one is meant, where "le ministre" may be anybody."""
    seats = (c for c in reading.tree.children(noun.i, "nmod") if c.case in reading.pack.words["of"] and c.i > noun.i)
    at = (reading.table.at.get(c.i) for c in seats)
    placed = any(i is not None and load_schema().is_a(reading.root(i).type, "Place") for i in at)
    return placed and function_of(reading, noun) == "holdsPosition"


def _is_office_of_a_matter(reading: Reading, noun: Word) -> bool:
    """ "le ministre de l'Intérieur", "la secrétaire d'État à l'Égalité": a portfolio tells whom, as a place does."""
    portfolios, words = reading.pack.words["portfolios"], reading.tree.words
    charged = (c.i for c in reading.tree.children(noun.i, "nmod") if c.i > noun.i)
    return noun.lemma in reading.pack.words["national_offices"] and any(words[i].lower in portfolios for i in charged)
