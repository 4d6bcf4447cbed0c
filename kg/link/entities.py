"""Chains of all articles → entities: one node for one thing, and never one node for two."""

import hashlib
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.lang.fold import slug, without_determiner
from kg.lang.gazetteer import Gazetteer
from kg.lang.phrases import load_phrases
from kg.lang.schema import load_schema
from kg.link.chains import Chain, Kind
from kg.link.names import name_key, shown
from kg.model import Entity, EntityMention, MentionKind

_SUFFIX_LENGTH = 6  # hex digits that tell two things of one name apart


@dataclass(frozen=True, slots=True)
class Linked:
    """The entities, and which one each mention means."""

    entities: tuple[Entity, ...]  # sorted by id
    of_mention: Mapping[tuple[str, str], str]  # (article id, mention id) → entity id
    acting: Mapping[tuple[str, str], str]  # likewise, for capitals in the role of an agent: their governments
    named: frozenset[str]  # entities that a name or a table row stands for
    faceless: frozenset[str]  # entities that only pronouns stand for

    def meant(self, article: str, mention: str, *, agent: bool) -> str:
        """Return the entity that a mention means in the role of an agent, or in another."""
        place = (article, mention)
        government = self.acting.get(place) if agent or place not in self.of_mention else None
        return government or self.of_mention[place]


def link_entities(chains: Sequence[Chain], languages: Mapping[str, str], gazetteer: Gazetteer) -> Linked:
    """Join the chains of equal key and compatible kind.

    Args:
        languages: Article id → language.
    """
    ordered = sorted(chains, key=lambda c: (c.article, c.root.span, c.root.id))
    groups = _split_by_kind(_by_key(ordered))
    ids = _ids(groups, gazetteer)
    entities = [_entity(ids[key], group, languages) for key, group in groups.items()]
    of_mention: dict[tuple[str, str], str] = {}
    acting: dict[tuple[str, str], str] = {}
    for key, group in groups.items():
        for chain in group:
            (acting if chain.acting else of_mention).update({(chain.article, m.id): ids[key] for m in chain.mentions})
    return Linked(
        entities=tuple(sorted(entities, key=lambda e: e.id)),
        of_mention=of_mention,
        acting=acting,
        named=frozenset(ids[key] for key, group in groups.items() if any(c.known or c.name for c in group)),
        faceless=frozenset(ids[key] for key, group in groups.items() if all(c.only_pronouns for c in group)),
    )


def _by_key(chains: Iterable[Chain]) -> dict[str, list[Chain]]:
    groups: dict[str, list[Chain]] = {}
    for chain in chains:
        groups.setdefault(chain.key, []).append(chain)
    return groups


def _split_by_kind(by_key: Mapping[str, list[Chain]]) -> dict[tuple[str, Kind], list[Chain]]:
    """Keep apart a person, a place and anything else of one name; vague ones join those of their article, or most."""
    groups: dict[tuple[str, Kind], list[Chain]] = {}
    for key, chains in by_key.items():
        if not key.startswith("name:"):
            groups[key, Kind.VAGUE] = chains
            continue
        everywhere: Counter[Kind] = Counter(c.kind for c in chains if c.kind is not Kind.VAGUE)
        within: dict[str, Counter[Kind]] = {}
        for chain in chains:
            if chain.kind is not Kind.VAGUE:
                within.setdefault(chain.article, Counter())[chain.kind] += 1
        for chain in chains:
            kind = chain.kind
            if kind is Kind.VAGUE:
                kind = _largest(within.get(chain.article, everywhere))
            groups.setdefault((key, kind), []).append(chain)
    return groups


def _largest(sizes: Mapping[Kind, int]) -> Kind:
    return min(sizes, key=lambda k: (-sizes[k], k)) if sizes else Kind.VAGUE


def _ids(groups: Mapping[tuple[str, Kind], list[Chain]], gazetteer: Gazetteer) -> dict[tuple[str, Kind], str]:
    """Give each group a readable id: the slug of its name, with a hash where another group has it already."""
    ids: dict[tuple[str, Kind], str] = {}
    wanted: dict[str, list[tuple[str, Kind]]] = {}
    for key, group in groups.items():
        known = group[0].known if key[0].startswith("known:") else None
        if known is not None:
            ids[key] = known.slug
        else:
            wanted.setdefault(_wanted_id(key[0], group), []).append(key)
    for plain, keys in wanted.items():
        keys.sort(key=lambda k: (-sum(len(c.mentions) for c in groups[k]), k))
        for position, key in enumerate(keys):
            taken = position > 0 or not plain or gazetteer.has_slug(plain)
            ids[key] = f"{plain}-{_digest(*key)}".lstrip("-") if taken else plain
    return ids


def _wanted_id(key: str, group: Sequence[Chain]) -> str:
    kind, _, told = key.partition(":")
    if kind in ("name", "sole"):
        return slug(told)
    root = group[0].root
    return f"{slug(shown(root.surface))[:40].strip('-')}-{group[0].article[:8]}-{root.span.start}".lstrip("-")


def _digest(*parts: str) -> str:
    return hashlib.sha1("\x1f".join(parts).encode(), usedforsecurity=False).hexdigest()[:_SUFFIX_LENGTH]


def _entity(id_: str, group: Sequence[Chain], languages: Mapping[str, str]) -> Entity:
    known = group[0].known if group[0].key.startswith("known:") else None
    seen = Counter(languages[c.article] for c in group for _ in c.mentions)
    main = min(seen, key=lambda language: (-seen[language], language))
    if known is not None:
        label, labels = known.label(main), known.labels
    else:
        label = _label(group, main)
        own = {language: [c for c in group if languages[c.article] == language] for language in sorted(seen)}
        labels = tuple((language, _label(chains, language)) for language, chains in own.items())
    return Entity(
        id=id_,
        type=known.type if known else _type(group),
        label=label,
        labels=labels,
        aliases=_aliases(group, label, labels),
        mentions=_mentions(group),
        known=known.id if known else None,
    )


def _aliases(group: Sequence[Chain], label: str, labels: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Return the other names seen. Of "L’ANSSI" at the start of a sentence and "ANSSI", the bare form alone stays."""
    seen = {shown(m.surface) for c in group for m in c.mentions if m.kind is MentionKind.NAME} - {""}
    known_forms = {label, *seen, *(text for _, text in labels)}
    bare = {_without_capital_determiner(name, known_forms) for name in seen}
    return tuple(sorted(bare - {label}))


def _without_capital_determiner(name: str, known_forms: Container[str]) -> str:
    bare = without_determiner(name)
    return bare if bare in known_forms else name


def _label(group: Sequence[Chain], language: str) -> str:
    """Return the most frequent spelling of the full name, else of the description that comes first in each article."""
    spellings: Counter[str] = Counter()
    for chain in [c for c in group if not c.shortened] or group:
        key = name_key(chain.name) if chain.name is not None else None
        for mention in chain.mentions:
            if key is not None and mention.kind is MentionKind.NAME and name_key(mention.surface) == key:
                spellings[shown(mention.surface)] += 1
        if key is None:
            spellings[shown(_description(chain))] += 1
    best = min(spellings, key=lambda s: (-spellings[s], -len(s), s))
    unnamed = load_phrases()["unnamed"]
    return _without_capital_determiner(best, spellings) or unnamed.get(language, unnamed["en"])


def _description(chain: Chain) -> str:
    words = [m for m in chain.mentions if m.kind is not MentionKind.PRONOUN]
    words = [m for m in words if not m.surface.isupper()] or words  # "UN PORTE-PAROLE" of a heading
    return (chain.root if chain.root in words or not words else words[0]).surface


def _type(group: Sequence[Chain]) -> str:
    """Return the class with most votes, where a vote for a class also counts for the classes below it."""
    votes = Counter(c.root.type for c in group)
    ancestors = load_schema().ancestors

    def rank(type_: str) -> tuple[int, int, str]:
        above = ancestors.get(type_, frozenset({type_}))
        return -sum(n for other, n in votes.items() if other in above), -len(above), type_

    return min(votes, key=rank)


def _mentions(group: Sequence[Chain]) -> tuple[EntityMention, ...]:
    places = {(c.article, m.span, m.surface, m.kind) for c in group for m in c.mentions}
    return tuple(EntityMention(article=a, span=s, surface=w, kind=k) for a, s, w, k in sorted(places))
