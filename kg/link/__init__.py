"""Documents → Graph: what all articles say together. A pure function of the set of documents."""

from collections.abc import Iterable

from kg.lang.gazetteer import Gazetteer, load_gazetteer
from kg.link.chains import find_chains
from kg.link.entities import Linked, link_entities
from kg.link.facts import merge_claims
from kg.link.metonymy import split_capitals
from kg.link.surnames import lend_full_names
from kg.model import Document, Entity, Fact, Graph

__all__ = ["link"]


def link(documents: Iterable[Document], *, gazetteer: Gazetteer | None = None) -> Graph:
    """Join the mentions of all documents into entities and their claims into facts.

    The order of the documents does not matter, and an article that comes twice counts once. Nothing is merged on a
    guess: across articles, mentions meet only by a known id, by an equal full name, by two names of one row of the
    shipped tables, or by a surname that one well-known person bears.

    Args:
        gazetteer: The tables of known names; the shipped ones when left out.
    """
    known = gazetteer or load_gazetteer()
    chosen = _one_an_article(documents)
    chains = [c for document in chosen for c in split_capitals(document, find_chains(document, known), known)]
    language_of = {d.article.id: d.article.language for d in chosen}
    linked = link_entities(lend_full_names(chains, language_of), language_of, known)
    facts = merge_claims(chosen, linked)
    return Graph(
        articles=tuple(d.article for d in chosen),
        sentences=tuple(sorted({(e.article, e.sentence) for f in facts for e in f.evidence})),
        entities=_worth_showing(linked, facts),
        facts=facts,
    )


def _one_an_article(documents: Iterable[Document]) -> list[Document]:
    """Keep one document an article: of two files with one text, the one whose name comes first."""
    by_id: dict[str, list[Document]] = {}
    for document in documents:
        by_id.setdefault(document.article.id, []).append(document)
    kept = [ds[0] if len(ds) == 1 else min(ds, key=lambda d: (d.article.name, repr(d))) for ds in by_id.values()]
    return sorted(kept, key=lambda d: d.article.id)


def _worth_showing(linked: Linked, facts: Iterable[Fact]) -> tuple[Entity, ...]:
    """Keep the entities that have a name or that a fact speaks of: a description without facts is no node."""
    spoken_of = {entity for fact in facts for entity in fact.entities}
    return tuple(e for e in linked.entities if e.id in linked.named or e.id in spoken_of)
