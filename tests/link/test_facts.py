"""Which claims become one fact, and how sure it is."""

from dataclasses import replace

from kg.facts import confidence_of
from kg.link import link
from kg.model import OPEN, Datatype, MentionKind, Modality, Polarity, Value
from tests.builders import a_claim, a_document, a_mention, an_article, an_evidence
from tests.link.claims import a_bought_b, year


def test_a_claim_about_one_thing_twice_is_dropped():
    """ "Orvella rachète Orvella" says nothing."""
    article = an_article("Orvella rachète le groupe.")
    name = a_mention(article, "Orvella")
    group = a_mention(article, "le groupe", kind=MentionKind.NOMINAL, refers_to="Orvella")
    graph = link([a_document(article, name, group, claims=[a_claim(article, "Orvella", "acquired", "le groupe")])])

    assert graph.facts == ()


def test_a_pronoun_that_stands_for_nothing_makes_no_fact():
    """ "Il rachète Alpro" without anybody before it names no buyer; as a speaker he stays, so nothing leaks."""
    article = an_article("Il rachète Alpro à Orvella.")
    he = a_mention(article, "Il", kind=MentionKind.PRONOUN, type="Person")
    names = [a_mention(article, "Alpro"), a_mention(article, "Orvella")]
    claims = [a_claim(article, "Il", "acquired", "Alpro"), a_claim(article, "Orvella", "owns", "Alpro", speaker="Il")]
    graph = link([a_document(article, he, *names, claims=claims)])

    assert [f.predicate for f in graph.facts] == ["owns"]
    assert not graph.facts[0].asserted


def test_a_denial_never_merges_with_an_affirmation():
    """Polarity, modality and speaker tell facts apart."""
    affirmed = a_bought_b()
    denied = a_bought_b("Orvella ne rachète pas Alpro.", polarity=Polarity.NEGATIVE)
    doubted = a_bought_b("Orvella rachèterait Alpro.", modality=Modality.POSSIBLE)
    claimed = a_bought_b("Orvella dit racheter Alpro.", speaker="Orvella")
    graph = link([affirmed, denied, doubted, claimed])

    assert len(graph.facts) == 4
    assert sum(f.asserted for f in graph.facts) == 1


def test_an_undated_claim_takes_a_date_only_inside_its_article():
    """In one article the only date is the fact's; another article's undated claim may mean another event."""
    article = an_article("Orvella rachète Alpro en 2016. Orvella a racheté Alpro.")
    mentions = [a_mention(article, "Orvella"), a_mention(article, "Alpro")]
    dated = a_claim(article, "Orvella", "acquired", "Alpro", period=year("2016"))
    plain = a_claim(article, "Orvella", "acquired", "Alpro", evidence=an_evidence(article, "Orvella a racheté Alpro"))
    both = a_document(article, *mentions, claims=[dated, plain])

    assert [f.period.value for f in link([both]).facts] == ["2016"]
    assert len(link([both, a_bought_b()]).facts) == 2


def test_two_dates_are_two_facts():
    """Met in 2016 and met in 2019 are two meetings."""
    documents = [a_bought_b(period=year("2016")), a_bought_b("Orvella a racheté Alpro.", period=year("2019"))]

    assert len(link(documents).facts) == 2


def test_a_symmetric_property_is_one_fact_in_both_directions():
    """ "A fusionne avec B" and "B fusionne avec A" say the same; it is shown as most articles say it."""

    def merged(text, first, second):
        article = an_article(text)
        mentions = [a_mention(article, first), a_mention(article, second)]
        return a_document(article, *mentions, claims=[a_claim(article, first, "mergedWith", second)])

    one = merged("Orvella fusionne avec Alpro.", "Orvella", "Alpro")
    two = merged("Alpro fusionne avec Orvella.", "Alpro", "Orvella")
    three = merged("Orvella et Alpro : fusion avec Alpro.", "Orvella", "Alpro")
    graph = link([one, two, three])

    assert len(graph.facts) == 1
    assert (graph.facts[0].subject, graph.facts[0].object) == ("orvella", "alpro")


def test_the_phrase_counts_for_open_facts_only():
    """ "acheter" and "racheter" are one acquisition, but two open relations."""
    documents = [a_bought_b(phrase="acheter"), a_bought_b("Orvella a racheté Alpro.", phrase="racheter")]
    opened = [replace(d, claims=tuple(replace(c, predicate=OPEN) for c in d.claims)) for d in documents]

    assert len(link(documents).facts) == 1
    assert len(link(opened).facts) == 2


def test_words_that_differ_by_accents_and_capitals_alone_are_one_literal():
    """ "chef de l'Etat" and "chef de l'État" are one office, written as most articles write it."""
    said = ["chef de l'État", "chef de l’Etat", "chef de l'État", "chef d'État-major"]
    documents = []
    for n, words in enumerate(said):
        article = an_article(f"{n}. Anne Petit, {words}, a parlé.")
        claim = a_claim(article, "Anne Petit", "holdsPosition", Value(text=words, datatype=Datatype.STRING))
        documents.append(a_document(article, a_mention(article, "Anne Petit", type="Person"), claims=[claim]))

    facts = {fact.object.text: len(fact.evidence) for fact in link(documents).facts}
    assert facts == {"chef de l'État": 3, "chef d'État-major": 1}


def test_confidence_grows_with_articles_not_with_repetition():
    """Two articles at .5 make .75; one article that says it twice stays at its best."""
    one, two = an_article("Un."), an_article("Deux.")
    half = {"confidence": 0.5}

    assert confidence_of([an_evidence(one, **half), an_evidence(two, **half)]) == 0.75
    assert confidence_of([an_evidence(one, **half), an_evidence(one, confidence=0.4)]) == 0.5


def test_an_article_that_comes_twice_counts_once():
    """Two files with one text are one article, and one piece of evidence."""
    document = a_bought_b()
    copy = replace(document, article=replace(document.article, name="zzz"))
    graph = link([copy, document])

    assert len(graph.articles) == 1
    assert graph.articles[0].name == document.article.name
    assert len(graph.facts[0].evidence) == 1


def test_what_the_networks_read_adds_nothing_to_what_a_rule_reads():
    """A rule's fact shows what the rule read, with its confidence; what only networks read shows theirs."""
    ruled = a_bought_b()
    learned = a_bought_b("Orvella et Alpro se parlent.")
    doubtful = [replace(c, evidence=replace(c.evidence, rule="learned/acquired")) for c in learned.claims]
    both = link([ruled, replace(learned, claims=tuple(doubtful))])
    alone = link([replace(learned, claims=tuple(doubtful))])

    assert [e.rule for e in both.facts[0].evidence] == [c.evidence.rule for c in ruled.claims]
    assert both.facts[0].confidence == confidence_of([c.evidence for c in ruled.claims])
    assert [e.rule for e in alone.facts[0].evidence] == ["learned/acquired"]
