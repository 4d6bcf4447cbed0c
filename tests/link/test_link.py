"""Documents → Graph: which mentions become one thing, and which claims become one fact."""

import random
import time
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.link import link
from kg.link.facts import confidence_of
from kg.model import OPEN, Claim, Document, Graph, MentionKind, Modality, Period, Polarity, Span, Value
from tests.builders import a_document, a_mention, a_span, an_article, an_evidence


def a_claim(article, subject, predicate, object_, **more):
    said = {
        "subject": subject,
        "predicate": predicate,
        "object": object_,
        "phrase": predicate,
        "polarity": Polarity.POSITIVE,
        "modality": Modality.ACTUAL,
        "speaker": None,
        "period": None,
        "past": False,
        "evidence": an_evidence(article),
    }
    return Claim(**{**said, **more})


def a_bought_b(text="Orvella rachète Alpro.", first="Orvella", second="Alpro", language="fr", **more):
    article = an_article(text, language=language)
    mentions = [a_mention(article, first), a_mention(article, second)]
    return a_document(article, *mentions, claims=[a_claim(article, first, "acquired", second, **more)])


def year(value):
    return Period(value=value, earliest=f"{value}-01-01", latest=f"{value}-12-31", surface=f"en {value}")


def ids(graph: Graph) -> list[str]:
    return [e.id for e in graph.entities]


def test_the_same_full_name_is_one_thing_across_articles():
    """Case, accents and the determiner of the sentence do not make two names of one."""
    graph = link([a_bought_b(), a_bought_b("ORVELLA a racheté ALPRO hier.", "ORVELLA", "ALPRO")])

    assert ids(graph) == ["alpro", "orvella"]
    assert len(graph.facts) == 1
    assert len(graph.facts[0].evidence) == 2


def test_legal_forms_keep_names_apart():
    """ "Orvella" and "Orvella SA" may be two companies: nothing is merged on a guess."""
    graph = link([a_bought_b(), a_bought_b("Orvella SA rachète Alpro.", "Orvella SA")])

    assert ids(graph) == ["alpro", "orvella", "orvella-sa"]


def test_two_names_of_one_row_of_the_tables_are_one_thing():
    """ONU in French and UN in English are the same row, so the same entity."""
    french = a_bought_b("L'ONU rachète Alpro.", "ONU")
    english = a_bought_b("The UN buys Alpro.", "UN", language="en")
    graph = link([french, english])

    assert ids(graph) == ["alpro", "un"]
    un = graph.entities[1]
    assert un.labels == (("en", "UN"), ("fr", "ONU"))
    assert un.type == "InternationalOrganization"
    assert un.known == "organisation/un"


def test_a_known_id_joins_whatever_the_words_are():
    """ "Washington" and "les autorités américaines" are the US government where the extractor says so."""
    text = "Washington rachète Alpro."
    article = an_article(text)
    mention = a_mention(article, "Washington", type="GovernmentBody", known="government/us")
    other = a_mention(article, "Alpro")
    document = a_document(article, mention, other, claims=[a_claim(article, "Washington", "acquired", "Alpro")])
    graph = link([document])

    assert graph.entities[1].id == "united-states-government"
    assert graph.entities[1].label == "gouvernement américain"
    assert graph.entities[1].aliases == ("Washington",)


def test_a_person_and_a_company_of_one_name_stay_two():
    """The larger group keeps the plain id, the other carries a hash."""
    article = an_article("Ferrel rachète Alpro.")
    person = a_mention(article, "Ferrel", type="Person")
    as_person = a_document(article, person, a_mention(article, "Alpro"), claims=[])
    graph = link(
        [as_person, a_bought_b("Ferrel a racheté Alpro hier.", "Ferrel"), a_bought_b("Ferrel paie Alpro.", "Ferrel")]
    )

    ferrels = [e for e in graph.entities if e.label == "Ferrel"]
    assert sorted(e.type for e in ferrels) == ["Company", "Person"]
    assert {e.type: e.id for e in ferrels}["Company"] == "ferrel"
    assert {e.type: e.id for e in ferrels}["Person"].startswith("ferrel-")


def test_a_description_lives_in_its_article():
    """ "le groupe" of two articles is two things, and neither is an alias of anything."""
    one = a_bought_b("Le groupe rachète Alpro.", "Le groupe")
    two = a_bought_b("Le groupe a racheté Alpro.", "Le groupe")
    as_nominal = [
        replace(d, mentions=(replace(d.mentions[0], kind=MentionKind.NOMINAL, local=True), d.mentions[1]))
        for d in (one, two)
    ]
    graph = link(as_nominal)

    groups = [e for e in graph.entities if e.label == "groupe"]
    assert len(groups) == 2
    assert all(not e.aliases for e in groups)
    assert all(e.id.startswith("groupe-") for e in groups)


def test_mentions_follow_what_they_refer_to():
    """A pronoun and a description count as mentions of the name, but only names are aliases."""
    article = an_article("Orvella grandit. Le groupe rachète Alpro.")
    name, target = a_mention(article, "Orvella"), a_mention(article, "Alpro")
    group = a_mention(article, "Le groupe", kind=MentionKind.NOMINAL, refers_to="Orvella")
    graph = link(
        [a_document(article, name, group, target, claims=[a_claim(article, "Le groupe", "acquired", "Alpro")])]
    )

    orvella = graph.entities[1]
    assert [m.surface for m in orvella.mentions] == ["Orvella", "Le groupe"]
    assert orvella.aliases == ()
    assert graph.facts[0].subject == "orvella"


def test_the_class_is_the_one_most_votes_support():
    """A vote for Organization also supports Company; the more exact class wins."""
    documents = [a_bought_b("Orvella rachète Alpro.") for _ in range(1)] + [
        replace(d, mentions=(replace(d.mentions[0], type="Organization"), d.mentions[1]))
        for d in (a_bought_b("Orvella a racheté Alpro."), a_bought_b("Orvella va racheter Alpro."))
    ]
    graph = link(documents)

    assert graph.entities[1].type == "Company"


def test_a_claim_about_one_thing_twice_is_dropped():
    """ "Orvella rachète Orvella" says nothing."""
    article = an_article("Orvella rachète le groupe.")
    name = a_mention(article, "Orvella")
    group = a_mention(article, "le groupe", kind=MentionKind.NOMINAL, refers_to="Orvella")
    graph = link([a_document(article, name, group, claims=[a_claim(article, "Orvella", "acquired", "le groupe")])])

    assert graph.facts == ()


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


def test_confidence_grows_with_articles_not_with_repetition():
    """Two articles at .5 make .75; one article that says it twice stays at its best."""
    one, two = an_article("Un."), an_article("Deux.")
    half = {"confidence": 0.5}

    assert confidence_of([an_evidence(one, **half), an_evidence(two, **half)]) == 0.75
    assert confidence_of([an_evidence(one, **half), an_evidence(one, confidence=0.4)]) == 0.5


def test_a_pronoun_that_stands_for_nothing_makes_no_fact():
    """ "Il rachète Alpro" without anybody before it names no buyer; as a speaker he stays, so nothing leaks."""
    article = an_article("Il rachète Alpro à Orvella.")
    he = a_mention(article, "Il", kind=MentionKind.PRONOUN, type="Person")
    names = [a_mention(article, "Alpro"), a_mention(article, "Orvella")]
    claims = [a_claim(article, "Il", "acquired", "Alpro"), a_claim(article, "Orvella", "owns", "Alpro", speaker="Il")]
    graph = link([a_document(article, he, *names, claims=claims)])

    assert [f.predicate for f in graph.facts] == ["owns"]
    assert not graph.facts[0].asserted


def test_an_article_that_comes_twice_counts_once():
    """Two files with one text are one article, and one piece of evidence."""
    document = a_bought_b()
    copy = replace(document, article=replace(document.article, name="zzz"))
    graph = link([copy, document])

    assert len(graph.articles) == 1
    assert graph.articles[0].name == document.article.name
    assert len(graph.facts[0].evidence) == 1


def test_a_circle_of_references_is_one_thing():
    """Mentions that refer to each other end somewhere."""
    document = a_bought_b()
    a, b = document.mentions
    circle = replace(document, mentions=(replace(a, refers_to=b.id), replace(b, refers_to=a.id)), claims=())

    assert len(link([circle]).entities) == 1


NAMES = ["Orvella", "Alpro", "ONU", "Paris", "Ren Zhengfei", "le groupe", "Washington", "orvella"]


@st.composite
def documents(draw) -> list[Document]:
    made = []
    for number in range(draw(st.integers(1, 5))):
        chosen = draw(st.lists(st.sampled_from(NAMES), min_size=2, max_size=5, unique=True))
        article = an_article(f"{number} " + " ; ".join(chosen), language=draw(st.sampled_from(["fr", "en"])))
        mentions = []
        for name in chosen:
            kind = MentionKind.NOMINAL if name.startswith("le ") else MentionKind.NAME
            type_ = draw(st.sampled_from(["Person", "Company", "City", "Entity"]))
            refers = draw(st.sampled_from([None, chosen[0]])) if name != chosen[0] else None
            mentions.append(a_mention(article, name, kind=kind, type=type_, refers_to=refers))
        claims = []
        for _ in range(draw(st.integers(0, 4))):
            one, two = (
                draw(st.sampled_from(chosen)),
                draw(st.sampled_from([*chosen, Value(text="3", datatype="number")])),
            )
            predicate = draw(st.sampled_from(["acquired", "mergedWith", OPEN]))
            period = draw(st.sampled_from([None, year("2016"), year("2019")]))
            confidence = draw(st.sampled_from([0.3, 0.7]))
            evidence = an_evidence(article, confidence=confidence)
            claims.append(a_claim(article, one, predicate, two, period=period, evidence=evidence))
        made.append(a_document(article, *mentions, claims=claims))
    return made


@settings(max_examples=100, deadline=None)
@given(documents(), st.randoms())
def test_the_order_of_documents_does_not_matter(made: list[Document], rng: random.Random):
    """The graph is a function of the set of documents, and of nothing else."""
    shuffled = list(made)
    rng.shuffle(shuffled)

    assert link(made) == link(shuffled)
    assert link(made) == link(made + shuffled[:1])


@settings(max_examples=50, deadline=None)
@given(documents())
def test_linking_a_union_keeps_every_piece_of_evidence(made: list[Document]):
    """Adding articles never loses what the others say: evidence of the union is the union of the evidence."""

    def evidence(graph: Graph) -> set[tuple[str, str, float]]:
        return {(e.article, e.text, e.confidence) for f in graph.facts for e in f.evidence}

    parts = [link([d]) for d in made]
    assert evidence(link(made)) == set().union(*(evidence(p) for p in parts))


@settings(max_examples=50, deadline=None)
@given(documents())
def test_ends_of_facts_are_entities_of_the_graph(made: list[Document]):
    """No fact speaks of something that is not in the graph, and ids are unique."""
    graph = link(made)
    entities = {e.id for e in graph.entities}

    assert len(entities) == len(graph.entities)
    assert len({f.id for f in graph.facts}) == len(graph.facts)
    assert all(end in entities for f in graph.facts for end in (f.subject, f.object) if isinstance(end, str))


def test_two_hundred_articles_link_in_a_second():
    """10,000 claims link in well under a second of CPU time."""
    made = []
    for number in range(200):
        names = [f"Nom{(number * 7 + i) % 900}" for i in range(30)]
        article = an_article(f"{number} " + " ; ".join(names))
        mentions = [a_mention(article, name) for name in names]
        claims = [a_claim(article, names[i % 30], "acquired", names[(i * 3 + 1) % 30]) for i in range(50)]
        made.append(a_document(article, *mentions, claims=claims))
    link(made[:1])
    start = time.process_time()
    graph = link(made)
    spent = time.process_time() - start

    assert len(graph.facts) > 1000
    assert spent < 2.0  # seconds; 0.4 on an idle machine


def test_a_determiner_at_the_start_of_a_sentence_makes_no_alias():
    """ "L’Orvella" beside "Orvella" is not a second name; a determiner that always stands there is part of the name."""
    one = a_bought_b("L’Orvella rachète Alpro.", "L’Orvella")
    two = a_bought_b("La société Orvella rachète Alpro.", "Orvella")
    paper = a_bought_b("La Sentinelle rachète Alpro.", "La Sentinelle")
    graph = link([one, two, paper])

    names = {e.id: (e.label, e.aliases) for e in graph.entities}
    assert names["orvella"] == ("Orvella", ())
    assert names["sentinelle"] == ("La Sentinelle", ())


def test_who_is_not_named_has_a_label_all_the_same():
    """ "Meng a été arrêtée": somebody arrested her, and the graph says that nobody is named."""
    article = an_article("Mina a été arrêtée.")
    somebody = replace(
        a_mention(article, "Mina"), id="x", span=Span(0, 0), surface="", kind=MentionKind.NOMINAL, local=True
    )
    mina = a_mention(article, "Mina", type="Person")
    graph = link([a_document(article, somebody, mina, claims=[a_claim(article, "x", "arrested", "Mina")])])

    assert sorted(e.label for e in graph.entities) == ["(non nommé)", "Mina"]


def people(text, *names):
    article = an_article(text)
    mentions = [a_mention(article, name, type="Person", id=f"{n}:{name}") for n, name in enumerate(names)]
    return a_document(article, *mentions)


def test_a_surname_is_the_only_bearer_of_it_in_the_article():
    """ "Obama" and "B. Obama" are Barack Obama, unless the article also names another Obama."""
    one = people("Barack Obama parle. B. Obama part, dit Clinton.", "Barack Obama", "B. Obama", "Clinton")
    two = people("Barack Obama et Michelle Obama parlent. Puis Obama, seul.", "Barack Obama", "Michelle Obama")
    alone = a_mention(two.article, "Obama", span=a_span(two.article.text, "Obama", nth=2), type="Person", id="x")
    two = replace(two, mentions=(*two.mentions, alone))

    assert [(e.id, e.aliases) for e in link([one]).entities] == [("barack-obama", ("B. Obama",)), ("clinton", ())]
    assert ids(link([two])) == ["barack-obama", "michelle-obama", "obama"]


def test_a_surname_of_another_article_joins_nobody():
    """Only inside one article is a surname sure to be that person's."""
    graph = link([people("Barack Obama parle.", "Barack Obama"), people("Obama part.", "Obama")])

    assert ids(graph) == ["barack-obama", "obama"]


def test_a_generic_name_joins_no_articles():
    """Another article's "Parlement" may be another parliament, and its "Américains" are other people."""

    def parliament(text, name):
        article = an_article(text)
        return a_document(article, a_mention(article, name, type="GovernmentBody"))

    graph = link([parliament("Le Parlement vote.", "Parlement"), parliament("Parlement : un vote.", "Parlement")])

    assert [e.label for e in graph.entities] == ["Parlement", "Parlement"]
    assert all(e.id.startswith("parlement-") for e in graph.entities)


def test_a_street_of_one_name_is_in_many_towns():
    """ "rue de la République" in two articles is two streets."""

    def street(text):
        return a_document(article := an_article(text), a_mention(article, "rue de la République", type="Place"))

    graph = link([street("Un feu rue de la République."), street("Un vol rue de la République.")])

    assert len(graph.entities) == 2


def test_the_longer_form_behind_a_generic_name_is_looked_up():
    """ "Conseil" in an article that says "Conseil constitutionnel" is that council, wherever else it is named."""
    article = an_article("Le Conseil constitutionnel siège.")
    short = a_mention(article, "Conseil", type="Organization")
    long = a_mention(article, "Conseil constitutionnel", type="Organization", refers_to="Conseil")
    graph = link([a_document(article, short, long)])

    assert ids(graph) == ["constitutional-council"]


def test_a_capital_that_acts_is_its_government():
    """ "Washington accuse Orvella" is the US government; "à Washington" in the same article is the city."""
    article = an_article("Washington accuse Orvella. Orvella est à Washington.")
    acts = a_mention(article, "Washington", type="City", id="w1")
    stands = replace(acts, id="w2", span=a_span(article.text, "Washington", nth=1), refers_to="w1")
    company = a_mention(article, "Orvella")
    claims = [a_claim(article, "w1", "accused", "Orvella"), a_claim(article, "Orvella", "locatedIn", "w2")]
    graph = link([a_document(article, acts, stands, company, claims=claims)])

    ends = {f.predicate: (f.subject, f.object) for f in graph.facts}
    assert ends["accused"] == ("united-states-government", "orvella")
    assert ends["locatedIn"] == ("orvella", "washington")
    assert {e.id: e.aliases for e in graph.entities}["united-states-government"] == ("Washington",)


def test_a_capital_that_acts_and_stands_in_one_mention_is_both():
    """One mention in two roles means the government in the one and the city in the other."""
    article = an_article("Washington, où siège Orvella, accuse Alpro.")
    mentions = [
        a_mention(article, "Washington", type="City"),
        a_mention(article, "Orvella"),
        a_mention(article, "Alpro"),
    ]
    claims = [
        a_claim(article, "Washington", "accused", "Alpro"),
        a_claim(article, "Orvella", "locatedIn", "Washington"),
    ]
    graph = link([a_document(article, *mentions, claims=claims)])

    ends = {f.predicate: (f.subject, f.object) for f in graph.facts}
    assert ends == {"accused": ("united-states-government", "alpro"), "locatedIn": ("orvella", "washington")}


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
