""" "Chief executive Jane Roe said": of the body that the article is about, where nothing says of which."""

from collections import Counter
from collections.abc import Iterator

from kg.extract.rules.mentions.title_joins import Title
from kg.extract.rules.parsing.tree import SUBJECTS
from kg.extract.rules.relations.reading import Draft, Reading, said_by_form
from kg.extract.rules.relations.title_words import title_words
from kg.lang.schema import load_schema
from kg.model import MentionKind

SURE = 0.8
OF_WHOM_MOST = 2  # how many times as often as the next body that is mentioned which an article is about
HEADS = ("leads", "ceoOf", "chairOf", "headOfStateOf", "headOfGovernmentOf")
NATIONAL = ("headOfStateOf", "headOfGovernmentOf")
NOT_LED = ("MediaOutlet", "GovernmentBody")  # of whose directors nobody tells without their body
MUCH_MORE = 3.5  # where another one has acted last


def find_bare_offices(reading: Reading, drafts: list[Draft]) -> Iterator[Draft]:
    """ "The chairman, Jane Roe, resigned": she chairs the one firm that has been spoken of most so far."""
    properties = dict(entry.rsplit(" ", 1) for entry in reading.pack.words["bare_offices"])
    root, told = reading.table.root, {(reading.table.root(d.subject), d.predicate) for d in drafts}
    heads = {root(d.subject) for d in drafts if d.predicate in HEADS}  # of what is told
    offices = " ".join(properties)
    for title in reading.titles if properties else ():
        person, noun = root(title.reference), reading.tree.words[title.noun]
        if noun.text.lower() not in offices or reading.root(title.reference).type != "Person":
            continue
        predicate = properties.get(_office(reading, title), "")
        if not predicate or (predicate == "leads" and person in heads) or (person, predicate) in told:
            continue
        president = noun.lemma in reading.pack.words["heads_of_state"]
        if predicate in NATIONAL:
            nation = _opening_nation if president else _nation  # presidents are of clubs and firms as well
            body = nation(reading, title.noun) if told.isdisjoint((person, x) for x in NATIONAL) else None
        else:
            body = _protagonist(reading, title.noun, but=NOT_LED if predicate in ("leads", "chairOf") else ())
        if body is not None and _stands_bare(reading, title, anyones=president and predicate not in NATIONAL):
            told.add((person, predicate))
            draft = said_by_form(title.reference, predicate, body, title.noun, f"bare/{predicate}", SURE)
            draft.past = reading.context.past.is_former(title.noun)
            yield draft


def _office(reading: Reading, title: Title) -> str:
    """The words of an office that is told beside a name, as they are listed."""
    if title.verb is not None:
        return ""
    first, last = title_words(reading, reading.tree.words[title.noun])
    return reading.text(first, last).lower()


def _stands_bare(reading: Reading, title: Title, *, anyones: bool) -> bool:
    """Whether nothing tells of what somebody is it: "the chairman of the firm", "its chairman", "a chairman".

    Args:
        anyones: whether the office is told of firms and of states alike.
    """
    tree, definite = reading.tree, reading.pack.words["definite"]
    noun, person = tree.words[title.noun], reading.table.items[title.reference].i
    if anyones and tree.words[noun.i + 1].text != ",":
        return False  # "le président Luc Moreau" may be anybody's
    first, last = title_words(reading, noun)
    heads = {noun.i, *(c.i for c in tree.children(noun.i, "name", "amod"))}
    below = [c for i in heads for c in tree.children(i)]  # what is of the office itself: "chef du gouvernement"
    below = [c for c in below if c.rel != "nmod" or not (first < c.i < last or c.i == person)]
    if any(c.rel in ("poss", "nmod", "relcl", "acl") or (c.rel == "det" and c.lower not in definite) for c in below):
        return False
    spans = [x.core for x in reading.table.items if x.kind is MentionKind.NAME]
    return not any(first <= c.i < last for c in below if c.i < noun.i for first, last in spans)


def _protagonist(reading: Reading, i: int, but: tuple[str, ...]) -> int | None:
    """The organisation of which by far the most has been said before a word; None where another may be meant.

    Args:
        but: classes of those that are not asked for: papers are told of for what others say to them.
    """
    table, schema = reading.table, load_schema()
    before = [j for j, item in enumerate(table.items) if item.core[1] <= i]
    seen = Counter(table.root(j) for j in before)
    bodies = {j for j in seen if reading.is_name(j) and schema.fits(table.items[j].type, ("Organization",))}
    bodies -= {j for j in bodies if _has_no_directors(reading, j) or table.items[j].type in but}
    if not bodies:
        return None
    first, *others = sorted(bodies, key=lambda j: (-seen[j], j))[:2]
    acted = [table.root(j) for j in before if reading.tree.words[table.items[j].i].rel in SUBJECTS]
    last = next((j for j in reversed(acted) if j in bodies), first)
    enough = OF_WHOM_MOST if last == first else MUCH_MORE
    return first if not others or seen[first] >= enough * seen[others[0]] else None


def _nation(reading: Reading, i: int) -> int | None:
    """The country that opens the sentence ("En Slovénie, la cheffe du gouvernement X"), or the one of an article."""
    table = reading.table
    countries = [j for j in range(len(table.items)) if reading.root(j).type == "Country"]
    last = next((j for j in reversed(countries) if table.items[j].core[1] <= i), None)
    if last is None or _opening_nation(reading, i) == last:
        return last
    seen = Counter(table.root(j) for j in countries)
    most, *others = sorted(seen.values(), reverse=True)
    enough = MUCH_MORE * others[0] if others else OF_WHOM_MOST
    return last if seen[table.root(last)] == most >= enough else None


def _opening_nation(reading: Reading, i: int) -> int | None:
    """The last country before a word, where it opens the sentence: "Au Chili, le président X a signé la loi"."""
    items, words = reading.table.items, reading.tree.words
    countries = [j for j, x in enumerate(items) if x.core[1] <= i and reading.root(j).type == "Country"]
    first = reading.tree.sents[words[i].sent][0]
    case = reading.pack.adpositions.get(words[first].lower, words[first].lower)
    opens = bool(countries) and first < items[countries[-1]].i <= first + 2 and case in reading.pack.words["locative"]
    return countries[-1] if opens else None


def _has_no_directors(reading: Reading, body: int) -> bool:
    """Whether a body is a party or a union, whose heads are called otherwise."""
    item = reading.table.items[body]
    return item.type == "PoliticalParty" or reading.text(*item.core).lower() in reading.pack.words["unions"]
