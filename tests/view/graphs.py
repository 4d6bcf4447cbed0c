"""Graphs to draw: a small invented story with its sentences, and large ones made by rule."""

import hashlib
import random
from dataclasses import replace

from kg.model import (
    OPEN,
    Article,
    Datatype,
    Evidence,
    Fact,
    Graph,
    Modality,
    Period,
    Polarity,
    Span,
    Value,
)
from tests.builders import a_fact, a_graph, an_entity

TEXT = """Aurélia Télécom nie tout contact avec les services secrets de Volterre

Fondée en 2004 par Élise Marchetti, Aurélia Télécom a été placée jeudi sur la liste noire du gouvernement de Valmont. \
Le ministre du Commerce, Paul Sorel, a interdit au groupe d’acheter des puces à Nortis.

« Nous n’avons jamais transmis de données au gouvernement de Volterre », affirme Élise Marchetti. \
Selon Paul Sorel, Aurélia Télécom espionne ses abonnés pour le compte de Volterre.

L’Agence de sûreté de Valmont enquête sur l’équipementier depuis mars 2019. Elle a demandé à Nortis l’accès à ses \
serveurs ; Nortis a refusé la demande de l’agence. Le groupe pourrait racheter Balise, le concepteur du logiciel Vigie.

Aurélia Télécom, dont le siège est à Port-Clair, emploie 12 400 personnes et a réalisé un chiffre d’affaires de \
3,2 milliards d’euros. Son ancien directeur, Marc Oyono, a rejoint Nortis en 2018. \
Le syndicat Réseaux libres a manifesté contre Paul Sorel à Port-Clair.

Élise Marchetti attend la décision du gouvernement de Valmont pour reprendre ses livraisons à Orbe, \
son principal client.
"""
ARTICLE = Article(
    id=hashlib.sha256(TEXT.encode()).hexdigest()[:16],
    name="aurelia",
    text=TEXT,
    language="fr",
    title="Aurélia Télécom nie tout contact avec les services secrets de Volterre",
    publisher="Le Fil",
    published="2019-05-16",
    url="https://example.org/aurelia",
)

ENTITIES = {
    "aurelia-telecom": ("Company", "Aurélia Télécom", ("Aurélia", "l’équipementier")),
    "elise-marchetti": ("Person", "Élise Marchetti", ("Marchetti",)),
    "valmont-government": ("GovernmentBody", "gouvernement de Valmont", ()),
    "valmont": ("Country", "Valmont", ()),
    "volterre-government": ("GovernmentBody", "gouvernement de Volterre", ()),
    "volterre": ("Country", "Volterre", ()),
    "paul-sorel": ("Person", "Paul Sorel", ("Sorel",)),
    "nortis": ("Company", "Nortis", ()),
    "abonnes": ("Group", "abonnés d’Aurélia Télécom", ()),
    "agence-de-surete": ("SecurityAgency", "Agence de sûreté de Valmont", ("l’agence",)),
    "balise": ("Company", "Balise", ()),
    "vigie": ("SoftwareProduct", "Vigie", ()),
    "port-clair": ("City", "Port-Clair", ()),
    "marc-oyono": ("Person", "Marc Oyono", ()),
    "reseaux-libres": ("Organization", "Réseaux libres", ()),
    "orbe": ("Company", "Orbe", ()),
    "liste-noire": ("RestrictionList", "liste noire de Valmont", ()),
    "manifestation": ("ProtestEvent", "manifestation de Port-Clair", ()),
}

# subject, predicate, object, words around the subject, the trigger, words of the object, and what is special
STORY = [
    ("elise-marchetti", "founded", "aurelia-telecom", "Élise Marchetti", "Fondée", "Aurélia Télécom", {"time": "2004"}),
    ("aurelia-telecom", "blacklistedBy", "valmont-government", "Aurélia Télécom", "placée jeudi sur la liste noire",
     "gouvernement de Valmont", {"time": "2019-05-16"}),
    ("aurelia-telecom", "onRestrictionList", "liste-noire", "Aurélia Télécom", "placée", "la liste noire", {}),
    ("paul-sorel", "banned", "aurelia-telecom", "Paul Sorel", "a interdit", "au groupe", {"time": "2019-05-16"}),
    ("nortis", "suppliesTo", "aurelia-telecom", "Nortis", "acheter des puces", "groupe",
     {"polarity": Polarity.NEGATIVE, "speaker": "paul-sorel", "modality": Modality.OBLIGATED}),
    ("aurelia-telecom", "providesDataTo", "volterre-government", "Nous", "n’avons jamais transmis de données",
     "gouvernement de Volterre", {"polarity": Polarity.NEGATIVE, "speaker": "elise-marchetti"}),
    ("aurelia-telecom", "providesDataTo", "volterre-government", "Aurélia Télécom", "pour le compte de", "Volterre",
     {"speaker": "paul-sorel"}),
    ("aurelia-telecom", "spiesOn", "abonnes", "Aurélia Télécom", "espionne", "ses abonnés", {"speaker": "paul-sorel"}),
    ("agence-de-surete", "investigates", "aurelia-telecom", "L’Agence de sûreté de Valmont", "enquête sur",
     "l’équipementier", {"time": "2019-03"}),
    ("agence-de-surete", "requestedFrom", "nortis", "Elle", "a demandé à", "Nortis", {"time": "2019-05"}),
    ("nortis", "refusedRequestOf", "agence-de-surete", "Nortis", "a refusé la demande de", "l’agence", {}),
    ("aurelia-telecom", "acquired", "balise", "Le groupe", "pourrait racheter", "Balise",
     {"modality": Modality.POSSIBLE}),
    ("balise", "developed", "vigie", "Balise", "concepteur", "logiciel Vigie", {}),
    ("aurelia-telecom", "headquarteredIn", "port-clair", "Aurélia Télécom", "siège", "Port-Clair", {}),
    ("marc-oyono", "leads", "aurelia-telecom", "Marc Oyono", "ancien directeur", "Son", {"past": True}),
    ("marc-oyono", "worksFor", "nortis", "Marc Oyono", "a rejoint", "Nortis", {"time": "2018"}),
    ("reseaux-libres", "protestedAgainst", "paul-sorel", "Réseaux libres", "a manifesté contre", "Paul Sorel", {}),
    ("reseaux-libres", "participatedIn", "manifestation", "Réseaux libres", "a manifesté", "Port-Clair", {}),
    ("manifestation", "locatedIn", "port-clair", "Réseaux libres", "à", "Port-Clair", {}),
    ("elise-marchetti", "awaitsDecisionFrom", "valmont-government", "Élise Marchetti", "attend la décision",
     "gouvernement de Valmont", {}),
    ("orbe", "usesProduct", "aurelia-telecom", "Orbe", "livraisons", "ses", {"confidence": 0.6}),
    ("aurelia-telecom", OPEN, "orbe", "son", "principal client", "Orbe", {"phrase": "a pour principal client"}),
    ("agence-de-surete", "country", "valmont", "L’Agence de sûreté", "de", "Valmont", {}),
    ("paul-sorel", "memberOf", "valmont-government", "Paul Sorel", "ministre", "Commerce", {}),
    ("aurelia-telecom", "employeeCount", Value(text="12400", datatype=Datatype.NUMBER), "Aurélia Télécom", "emploie",
     "12 400 personnes", {}),
    ("aurelia-telecom", "revenue", Value(text="3200000000 EUR", datatype=Datatype.MONEY), "Aurélia Télécom",
     "chiffre d’affaires", "3,2 milliards d’euros", {}),
    ("aurelia-telecom", "foundingDate", Value(text="2004", datatype=Datatype.DATE), "Aurélia Télécom", "Fondée", "2004",
     {}),
]  # fmt: skip


def story() -> Graph:
    """Return the invented story: 18 entities, every status, a contradiction, literals."""
    sentences = sentences_of(TEXT)
    facts = [_fact(row, article=ARTICLE, sentences=sentences) for row in STORY]
    entities = [
        an_entity(label, kind, in_=ARTICLE, id=name, labels=(("fr", label),), aliases=aliases)
        for name, (kind, label, aliases) in ENTITIES.items()
    ]
    return a_graph([ARTICLE], entities, facts)


def sentences_of(text: str) -> list[Span]:
    """Return the sentences: up to a full stop before a space, or to the end of the line."""
    spans, start = [], 0
    for place, character in enumerate(text):
        ends = character == "\n" or (character in ".?!" and text[place + 1 : place + 2] in {" ", "\n", ""})
        if ends:
            end = place if character == "\n" else place + 1
            if text[start:end].strip():
                lead = len(text[start:end]) - len(text[start:end].lstrip())
                spans.append(Span(start + lead, end))
            start = place + 1
    return spans


def _fact(row, *, article, sentences) -> Fact:
    subject, predicate, said, subject_words, trigger, object_words, special = row
    sentence = next(each for each in sentences if trigger in each.cut(article.text))
    if len(trigger) < 3:
        sentence = next(
            e for e in sentences if subject_words in e.cut(article.text) and object_words in e.cut(article.text)
        )
    evidence = Evidence(
        article=article.id,
        sentence=sentence,
        clause=sentence,
        trigger=_find(article.text, sentence, trigger),
        subject=_find(article.text, sentence, subject_words),
        object=_find(article.text, sentence, object_words),
        text=sentence.cut(article.text),
        extractor="rules/0.1",
        rule=f"{predicate}/test",
        confidence=0.85,
    )
    time = special.get("time")
    period = Period(value=time, earliest=_first_day(time), latest=_last_day(time), surface=time) if time else None
    fact = a_fact(
        subject,
        predicate,
        said,
        evidence,
        phrase=special.get("phrase", trigger),
        polarity=special.get("polarity", Polarity.POSITIVE),
        modality=special.get("modality", Modality.ACTUAL),
        speaker=special.get("speaker"),
        period=period,
        past=special.get("past", False),
        confidence=special.get("confidence", 0.85),
    )
    return _drawn(fact)


def _drawn(fact: Fact) -> Fact:
    """The fact under the id that the tests' pictures were laid out with: other ids would move everything in them."""
    meaning = (fact.subject, fact.predicate, fact.object, fact.phrase, fact.polarity, fact.modality, fact.speaker)
    return replace(fact, id=hashlib.sha1(repr(meaning).encode()).hexdigest()[:12])


def _find(text: str, sentence: Span, words: str) -> Span | None:
    start = text.find(words, sentence.start, sentence.end)
    return Span(start, start + len(words)) if start >= 0 else None


def _first_day(date: str) -> str:
    return {4: f"{date}-01-01", 7: f"{date}-01"}.get(len(date), date)


def _last_day(date: str) -> str:
    return {4: f"{date}-12-31", 7: f"{date}-28"}.get(len(date), date)


KINDS = ["Person", "Company", "GovernmentBody", "City", "Country", "ProtestEvent", "Product", "LegalAct", "Group"]
PREDICATES = ["metWith", "founded", "worksFor", "suppliesTo", "criticized", "acquired", "investigates", "sued"]
SYLLABLES = ["ba", "lo", "mi", "ran", "tel", "vor", "que", "sa", "din", "ce", "fla", "gor", "hé", "ni", "pru", "zan"]


def crowd(count: int, *, seed: int = 7) -> Graph:
    """Return `count` entities in groups around hubs, three facts to two entities, with sentences in short articles."""
    chance = random.Random(seed)
    names = [_name(chance, place) for place in range(count)]
    entities = [
        an_entity(name, chance.choice(KINDS), id=f"n{place:05}", aliases=(name.split()[-1],))
        for place, name in enumerate(names)
    ]
    group = 30
    pairs = []
    for place in range(1, count):
        start = place - place % group
        hub = start if chance.random() < 0.6 and place != start else chance.randrange(max(1, place))
        pairs.append((place, hub if hub != place else 0))
        if chance.random() < 0.5:
            pairs.append((place, chance.randrange(start, min(count, start + group))))
    articles, facts = [], []
    for begin in range(0, len(pairs), 25):
        part = [pair for pair in pairs[begin : begin + 25] if pair[0] != pair[1]]
        article, found = _short_article(chance, part, names, begin)
        articles.append(article)
        facts.extend(found)
    return a_graph(articles, entities, {fact.id: fact for fact in facts}.values())


def _name(chance: random.Random, place: int) -> str:
    words = ["".join(chance.choice(SYLLABLES) for _ in range(chance.choice([2, 3]))).capitalize() for _ in range(2)]
    return " ".join(words if place % 3 else words[:1])


def _short_article(chance, pairs, names, number):
    lines, spans = [f"Dépêche {number}\n"], []
    length = len(lines[0])
    for first, second in pairs:
        predicate = chance.choice(PREDICATES)
        line = f"{names[first]} {predicate} {names[second]}."
        spans.append((first, second, predicate, Span(length, length + len(line))))
        lines.append(line + "\n")
        length += len(line) + 1
    text = "".join(lines)
    year, month = 2015 + number % 7, 1 + number % 12
    article = Article(
        id=hashlib.sha256(text.encode()).hexdigest()[:16],
        name=f"a{number}",
        text=text,
        language="fr",
        title=f"Dépêche {number}",
        publisher=["Le Fil", "La Gazette", "Le Courrier"][number % 3],
        published=f"{year}-{month:02}-11",
    )
    return article, [_crowd_fact(chance, article, names, each) for each in spans]


def _crowd_fact(chance, article, names, place):
    first, second, predicate, sentence = place
    start = sentence.start
    trigger = Span(start + len(names[first]) + 1, start + len(names[first]) + 1 + len(predicate))
    kind = chance.random()
    evidence = Evidence(
        article=article.id, sentence=sentence, clause=sentence, trigger=trigger,
        subject=Span(start, start + len(names[first])), object=Span(trigger.end + 1, sentence.end - 1),
        text=sentence.cut(article.text), extractor="rules/0.1", rule="test", confidence=0.8,
    )  # fmt: skip
    when = f"{2010 + chance.randrange(10)}-{1 + chance.randrange(12):02}"
    period = Period(value=when, earliest=f"{when}-01", latest=f"{when}-28", surface=when)
    fact = a_fact(
        f"n{first:05}", predicate, f"n{second:05}", evidence, phrase=predicate,
        polarity=Polarity.NEGATIVE if kind < 0.06 else Polarity.POSITIVE,
        modality=Modality.PLANNED if 0.06 <= kind < 0.1 else Modality.ACTUAL,
        speaker=f"n{second // 2:05}" if 0.1 <= kind < 0.2 else None,
        period=period if chance.random() < 0.5 else None,
        confidence=round(0.5 + chance.random() / 2, 2),
    )  # fmt: skip
    return _drawn(fact)
