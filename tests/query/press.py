"""A small made-up press: what the questions of the catalogue are asked about."""

from dataclasses import replace

from kg.model import Datatype, Graph, Modality, Period, Polarity, Value
from tests.builders import a_fact, a_graph, an_article, an_entity, an_evidence

FIRST = an_article(
    "Mina Duval a fondé Orvella en 2012. Orvella ne partage pas ses données avec Talvin, écrit la presse. "
    "Mina Duval promet qu’Orvella ne vendra jamais les données. Le Conseil blackliste Orvella.",
    name="premier", publisher="Le Quotidien", published="2019-05-16", title="Orvella et ses données",
)  # fmt: skip
SECOND = an_article(
    "Orvella partage ses données avec Talvin. Hugo Mercan a critiqué Orvella. Orvella emploie 1200 personnes. "
    "Hugo Mercan, ancien patron de Talvin, attend le feu vert du Conseil. Talvin appartient à Holding Nord.",
    name="second", publisher="La Gazette", published="2019-06-02",
)  # fmt: skip


def the_press() -> Graph:
    """Two newspapers that disagree."""
    both = an_article(FIRST.text + SECOND.text)
    entities = {
        label: an_entity(label, type_, in_=None)
        for label, type_ in [
            ("Mina Duval", "Person"), ("Hugo Mercan", "Person"), ("Orvella", "Company"), ("Talvin", "Company"),
            ("Conseil", "GovernmentBody"), ("Holding Nord", "Company"),
        ]
    }  # fmt: skip
    assert all(label in both.text for label in entities)
    for label, entity in entities.items():
        seen = [m for a in (FIRST, SECOND) for m in an_entity(label, in_=a).mentions]
        entities[label] = replace(entity, mentions=tuple(sorted(seen, key=lambda m: (m.article, m.span))))
    entities["Orvella"] = replace(entities["Orvella"], aliases=("Orvella SA",))
    mina, hugo, orvella, talvin, council, holding = (entities[k] for k in entities)
    promised = {"speaker": mina, "polarity": Polarity.NEGATIVE, "modality": Modality.PROMISED}
    year = Period(value="2012", earliest="2012-01-01", latest="2012-12-31", surface="en 2012")

    def first(clause: str, trigger: str = "") -> object:
        return an_evidence(FIRST, clause, trigger)

    def second(clause: str, trigger: str = "") -> object:
        return an_evidence(SECOND, clause, trigger)

    facts = [
        a_fact(mina, "founded", orvella, first("Mina Duval a fondé Orvella en 2012", "fondé"), period=year),
        a_fact(orvella, "providesDataTo", talvin, first("Orvella ne partage pas ses données avec Talvin"),
               polarity=Polarity.NEGATIVE),
        a_fact(orvella, "providesDataTo", talvin, second("Orvella partage ses données avec Talvin")),
        a_fact(orvella, "open", Value(text="les données", datatype=Datatype.STRING),
               first("Orvella ne vendra jamais les données"), phrase="vendre", **promised),
        a_fact(orvella, "blacklistedBy", council, first("Le Conseil blackliste Orvella")),
        a_fact(hugo, "criticized", orvella, second("Hugo Mercan a critiqué Orvella", "critiqué")),
        a_fact(orvella, "employeeCount", Value(text="1200", datatype=Datatype.NUMBER),
               second("Orvella emploie 1200 personnes")),
        a_fact(hugo, "leads", talvin, second("Hugo Mercan, ancien patron de Talvin"), past=True),
        a_fact(hugo, "awaitsDecisionFrom", council, second("attend le feu vert du Conseil")),
        a_fact(talvin, "subsidiaryOf", holding, second("Talvin appartient à Holding Nord")),
    ]  # fmt: skip
    return a_graph([FIRST, SECOND], entities.values(), facts)
