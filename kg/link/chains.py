"""One document's mentions → chains: the mentions that stand for one thing, with the key under which it is known."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from kg.lang import languages, load_pack
from kg.lang.fold import slug
from kg.lang.gazetteer import Gazetteer, Known
from kg.lang.schema import load_schema
from kg.link.names import name_key
from kg.model import Document, Mention, MentionKind


class Kind(StrEnum):
    """What can never be one thing: a person, a place, anything else. The vague classes fit all three."""

    PERSON = "person"
    PLACE = "place"
    OTHER = "other"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """The mentions of one thing in one article."""

    article: str
    root: Mention
    mentions: tuple[Mention, ...]  # in the order of the text, root included
    key: str  # "known:country/us", "name:ren zhengfei", "sole:parquet de paris", "local:<article>:<start>:<slug>"
    known: Known | None
    name: str | None  # surface of the full name
    kind: Kind
    shortened: bool = False  # its name is a short form of the name in its key
    acting: bool = False  # mentions of a capital that stand for its government

    @property
    def only_pronouns(self) -> bool:
        """Whether no word of the chain says what it is."""
        return all(m.kind is MentionKind.PRONOUN for m in self.mentions)


def find_chains(document: Document, gazetteer: Gazetteer) -> list[Chain]:
    """Group a document's mentions by what they refer to, in the order of the text."""
    by_id = {m.id: m for m in document.mentions}
    groups: dict[str, list[Mention]] = {}
    for mention in sorted(document.mentions, key=lambda m: (m.span, m.id)):
        groups.setdefault(_root(mention, by_id), []).append(mention)
    chains = [_chain(document, by_id[root], tuple(group), gazetteer) for root, group in groups.items()]
    return join_surnames(chains, document.article.language)


def join_surnames(chains: Sequence[Chain], language: str) -> list[Chain]:
    """Give "Obama", "B. Obama" and "Ren" the key of the only person of the article that can be meant."""
    full = {c.key: _words(c) for c in chains if c.kind is Kind.PERSON and c.known is None and c.name is not None}
    joined = []
    for chain in chains:
        words = full.get(chain.key) if chain.name is not None and not _reigns(chain, language) else None
        bearers = [key for key, longer in full.items() if words and _shortens(words, longer)]
        joined.append(replace(chain, key=bearers[0], shortened=True) if len(bearers) == 1 else chain)
    return joined


def _reigns(chain: Chain, language: str) -> bool:
    """Whether somebody is called by the first name alone: "le prince Charles" is not Charles de Gaulle."""
    titles = load_pack(language).words["by_first_name"] if language in languages() else frozenset()
    said = (m.surface.lower().split() for m in chain.mentions if m.kind is not MentionKind.PRONOUN)
    name = (chain.name or "").lower()
    return any(words[-1:] == [name] and not titles.isdisjoint(words[-2:-1]) for words in said)


def _words(chain: Chain) -> list[str]:
    return name_key(chain.name or "").split()


def _shortens(words: Sequence[str], longer: Sequence[str]) -> bool:
    """Whether a name is one end of another ("Obama", "Ren"), or its surname after initials ("B. Obama")."""
    if len(longer) < 2 or words == longer or len(words) > len(longer):
        return False
    if len(words) == 1:
        return words[0] in (longer[0], longer[-1])
    initials, surname = words[:-1], words[-1]
    return surname == longer[-1] and all(i.endswith(".") and longer[n].startswith(i[0]) for n, i in enumerate(initials))


def kind_of(type_: str) -> Kind:
    """Return the broad kind of a class."""
    is_a = load_schema().is_a
    if is_a(type_, "Person"):
        return Kind.PERSON
    if is_a(type_, "Place"):
        return Kind.PLACE
    return Kind.VAGUE if type_ in ("Entity", "Agent") else Kind.OTHER


def _root(mention: Mention, by_id: Mapping[str, Mention]) -> str:
    """Follow `refers_to` to its end; of a circle, the first id."""
    seen = [mention.id]
    while mention.refers_to is not None and mention.refers_to in by_id:
        mention = by_id[mention.refers_to]
        if mention.id in seen:
            return min(seen[seen.index(mention.id) :])
        seen.append(mention.id)
    return mention.id


def _chain(document: Document, root: Mention, group: tuple[Mention, ...], gazetteer: Gazetteer) -> Chain:
    name = None if root.local else _full_name(root, group)
    known = _known(root, group, name, document.article.language, gazetteer)
    if known is not None:
        key = f"known:{known.id}"
    elif name is not None and not _is_generic(name, document.article.language, gazetteer):
        key = f"name:{name_key(name)}"
    elif root.local and _is_sole(document, root):
        key = f"sole:{name_key(root.surface)}"
    else:
        key = f"local:{document.article.id}:{root.span.start}:{slug(root.surface)}"
    return Chain(
        article=document.article.id,
        root=root,
        mentions=group,
        key=key,
        known=known,
        name=name,
        kind=kind_of(known.type if known else root.type),
    )


def _is_sole(document: Document, root: Mention) -> bool:
    """ "le parquet de Paris": a description of the one body of its kind that a known place has."""
    if root.kind is not MentionKind.NOMINAL or not load_schema().is_a(root.type, "GovernmentBody"):
        return False
    language = document.article.language
    words = load_pack(language).words if language in languages() else {}
    first, _, rest = root.surface.lower().partition(" ")
    said = rest if first in words.get("definite", frozenset()) else root.surface.lower()
    if not any(said.startswith(f"{body} ") for body in words.get("sole_bodies", frozenset())):
        return False
    names = (m for m in document.mentions if m.kind is MentionKind.NAME)
    places = (m.span for m in names if (m.known or "").startswith("place/"))
    return any(place.end == root.span.end and place.start > root.span.start for place in places)


def _is_generic(name: str, language: str, gazetteer: Gazetteer) -> bool:
    """Whether a name alone says nothing beyond its article ("le Conseil", "les Américains")."""
    recurs = name.split(" ")[0] in _recurring(language)  # "rue de la République"
    return (
        recurs
        or name_key(name) in _generic_names(language)
        or gazetteer.country_of_adjective(name, language) is not None
    )


@cache
def _recurring(language: str) -> frozenset[str]:
    words = load_pack(language).words if language in languages() else {}
    return words.get("named_ways", frozenset()) | words.get("recurring", frozenset())


@cache
def _generic_names(language: str) -> frozenset[str]:
    known = load_pack(language).lists if language in languages() else {}
    return frozenset(name_key(n) for n in known.get("generic_names", ()))


def _full_name(root: Mention, group: tuple[Mention, ...]) -> str | None:
    """Return the surface of the name that the chain goes by: its root's, else its most frequent, longest name."""
    if root.kind is MentionKind.NAME:
        return root.surface
    names = Counter(m.surface for m in group if m.kind is MentionKind.NAME)
    return min(names, key=lambda n: (-names[n], -len(n), n)) if names else None


def _known(
    root: Mention, group: tuple[Mention, ...], name: str | None, language: str, gazetteer: Gazetteer
) -> Known | None:
    """Return the row of the tables that the extractor named, else the one whose name and broad kind are the chain's."""
    for known_id in (root.known, *sorted(m.known for m in group if m.known)):
        if known_id and (known := gazetteer.by_id(known_id)):
            return known
    if name is None:
        return None
    # "Conseil constitutionnel" may stand behind "Conseil": forms that begin with the name are looked up too.
    longer = sorted({m.surface for m in group if m.kind is MentionKind.NAME and _begins(m.surface, name)}, key=len)
    return next((k for n in (name, *longer) if (k := _in_tables(n, root, language, gazetteer))), None)


def _begins(surface: str, name: str) -> bool:
    return name_key(surface).startswith(name_key(name) + " ")


def _in_tables(name: str, root: Mention, language: str, gazetteer: Gazetteer) -> Known | None:
    kind = kind_of(root.type)
    found = gazetteer.organisation(name) if kind in (Kind.OTHER, Kind.VAGUE) else None
    if found is None and kind in (Kind.PLACE, Kind.VAGUE):
        found = gazetteer.country(name, language) or gazetteer.place(name)
    return found
