"""A capital that does what only an agent can do is the government of its country ("Washington a sanctionné…").

"La ville de Washington" that does so is not. Brussels is the European Union, or its Commission where that is named.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.lang.gazetteer import Gazetteer, Known
from kg.lang.schema import load_schema
from kg.link.chains import Chain, Kind
from kg.model import Claim, Document, MentionKind


def needs_agent(claim: Claim, *, object_: bool) -> bool:
    """Whether a property takes an agent, and no place, as its subject or as its object.

    A firm is listed in London as on an exchange: a place that news may tell as well is no government.
    """
    found = load_schema().properties.get(claim.predicate)
    if found is None:
        return False
    wanted, wider = (found.ranges, found.wider_ranges) if object_ else (found.domains, found.wider_domains)
    fits = load_schema().fits
    return fits("GovernmentBody", wanted) and not fits("City", wider)


def split_capitals(document: Document, chains: Sequence[Chain], gazetteer: Gazetteer) -> list[Chain]:
    """Take the mentions of capitals that act out of their chains, into chains of governments."""
    acting, standing = _uses(document)
    named = frozenset(chain.known.id for chain in chains if chain.known)
    split: list[Chain] = []
    for chain in chains:
        government = _government(chain, gazetteer, named)
        acts = [m for m in chain.mentions if m.id in acting and m.kind is not MentionKind.NOMINAL] if government else []
        if government is None or not acts:
            split.append(chain)
            continue
        rest = tuple(m for m in chain.mentions if m not in acts or m.id in standing)
        if rest:
            root = chain.root if chain.root in rest else rest[0]
            split.append(replace(chain, root=root, mentions=rest))
        split.append(
            replace(
                chain,
                root=acts[0],
                mentions=tuple(acts),
                key=f"known:{government.id}",
                known=government,
                kind=Kind.OTHER,
                acting=True,
            )
        )
    return split


def _government(chain: Chain, gazetteer: Gazetteer, named: frozenset[str]) -> Known | None:
    """Return for whom a town acts; `named` are the ids of what the article names."""
    if chain.kind is not Kind.PLACE or chain.name is None or (chain.known and chain.known.id.startswith("country/")):
        return None
    bodies = gazetteer.bodies_in(chain.name)
    if bodies:
        return next((body for body in bodies if body.id in named), bodies[-1])
    country = gazetteer.capital(chain.name)
    return gazetteer.government_of(country) if country else None


def _uses(document: Document) -> tuple[frozenset[str], frozenset[str]]:
    """Return the ids of mentions in the role of an agent, and of those in any other role."""
    uses = list(_roles(document))
    return frozenset(i for i, agent in uses if agent), frozenset(i for i, agent in uses if not agent)


def _roles(document: Document) -> Iterator[tuple[str, bool]]:
    for claim in document.claims:
        yield claim.subject, needs_agent(claim, object_=False)
        if isinstance(claim.object, str):
            yield claim.object, needs_agent(claim, object_=True)
        if claim.speaker is not None:
            yield claim.speaker, True
