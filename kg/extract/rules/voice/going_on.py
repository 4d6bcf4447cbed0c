"""Descriptions of who has just spoken: "…", rapporte Axel Klein. "…", ajoute le généticien."""

from kg.extract.rules.coreference.named_beside import name_beside
from kg.extract.rules.coreference.offices import is_other_office
from kg.extract.rules.mentions.compared import differ_in_age
from kg.extract.rules.voice.inversion import Inversion
from kg.extract.rules.voice.quotations import Quote
from kg.extract.rules.voice.speech import Speech
from kg.model import MentionKind

SELF = 3  # words between "je" or "me" and one's own name
SURE, SURE_ON = 0.6, 0.8  # from where what the ranker thinks is kept; behind "ajoute" and the like it must be surer
MEMORY = 3  # sentences between the one who spoke last and a quotation of nobody


def join_to_last(speech: Speech, quote: Quote, behind: Inversion, last: tuple[int, int] | None) -> None:
    """Let the description that closes a quotation stand for the person who spoke last.

    It may be new where nothing else in the article is called so, and where nobody answers. What the ranker joined it to
    without being sure is given up.

    Args:
        last: the word where somebody spoke last, and who.
    """
    if last is None or behind.speaker is None:
        return
    place, voice = last
    table, words, index = speech.table, speech.tree.words, behind.speaker
    ranked = table.items[index].ranked if table.items[index].kind is MentionKind.NOMINAL else None
    unsure = ranked is not None and ranked < (SURE_ON if behind.goes_on else SURE)
    described = index if unsure else table.root(index)
    if words[quote.first - 1].sent - words[place].sent > MEMORY or not _may_be(speech, described, table.root(voice)):
        return
    if not behind.goes_on and (behind.answers or _is_another(speech, quote, described, last)):
        return
    if not is_other_office(speech.tree, speech.pack, table, index, voice):
        if unsure:
            table.items[index].antecedent = None
        table.join(index, voice)


def leave_quotation(speech: Speech, quote: Quote, index: int, last: tuple[int, int] | None) -> None:
    """ ""Paul Dumas ne sait rien", dit le maire": nobody calls himself by his name, so he is somebody else.

    A pronoun then stands for who spoke last.
    """
    table, item = speech.table, speech.table.items[index]
    root = table.root(index)
    person = table.items[root].type == "Person" and table.items[root].kind is MentionKind.NAME
    if item.kind is MentionKind.NAME or not person or not _is_named_in(speech, quote, root):
        return
    if item.kind is MentionKind.NOMINAL:
        item.antecedent = None if name_beside(speech.tree, speech.pack, table, index, speaks=True) is None else root
    elif last is not None and speech.is_person(last[1]) and table.root(last[1]) != root:
        place, voice = last
        near = speech.tree.words[quote.first - 1].sent - speech.tree.words[place].sent <= MEMORY
        other = table.items[table.root(voice)]
        if near and not _is_named_in(speech, quote, table.root(voice)) and item.gender in ("", other.gender):
            item.antecedent = table.root(voice)


def _is_named_in(speech: Speech, quote: Quote, root: int) -> bool:
    """Whether a quotation names a person, but as "je m'appelle Paul"."""
    table, words = speech.table, speech.tree.words
    named = [
        x
        for j, x in enumerate(table.items)
        if quote.first <= x.i < quote.last and x.kind is MentionKind.NAME and table.root(j) == root
    ]
    first = speech.pack.words["first_person"]
    return any(all(w.lower not in first for w in words[max(0, x.core[0] - SELF) : x.core[0]]) for x in named)


def _may_be(speech: Speech, described: int, root: int) -> bool:
    """Whether class, number, sex and age let a description stand for a named person."""
    table = speech.table
    item, person = table.items[described], table.items[root]
    if item.determiner not in ("definite", "demonstrative") or item.number == "Plur":
        return False
    both = item.kind is MentionKind.NOMINAL and person.kind is MentionKind.NAME
    sexes = {item.gender, person.gender} - {""}
    if not both or {item.type, person.type} != {"Person"} or len(sexes) > 1:
        return False
    return not differ_in_age(speech.tree, speech.pack, table, item, root)


def _is_another(speech: Speech, quote: Quote, described: int, last: tuple[int, int]) -> bool:
    """Whether who closes a quotation was spoken of before who spoke last, or names that person, or a third one came."""
    table, (place, voice) = speech.table, last
    if table.items[described].i < place:
        return True
    root = table.root(voice)
    inside = (j for j, x in enumerate(table.items) if quote.first <= x.i < quote.last and j != described)
    if any(table.root(j) == root for j in inside):
        return True
    here, names = speech.tree.words[place].sent, (x.kind is MentionKind.NAME for x in table.items)
    between = (j for j, name in enumerate(names) if name and place < table.items[j].i < quote.first)
    later = (j for j in between if table.items[j].sent > here and table.items[j].i not in speech.in_quote)
    return any(table.root(j) != root and speech.is_person(j) for j in later)
