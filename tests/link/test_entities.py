"""Which mentions become one thing, and what it is called."""

from dataclasses import replace

import pytest

from kg.link import link
from kg.model import Document, MentionKind, Span
from tests.builders import a_claim, a_document, a_mention, an_article
from tests.link.claims import a_bought_b, ids


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


@pytest.mark.parametrize(
    ("body", "things"),
    [
        ("le parquet de Brest", ["alpro", "parquet-de-brest"]),
        ("un parquet de Brest", None),
        ("le service de Brest", None),
    ],
)
def test_a_town_has_one_prosecution(body, things):
    """ "Le parquet de Brest" is one thing in all articles; a service, or one of several, is of its article."""

    def told(text: str) -> Document:
        article = an_article(text)
        whole = a_mention(article, body, type="GovernmentBody", kind=MentionKind.NOMINAL, local=True)
        town = a_mention(article, "Brest", type="City", known="place/brest")
        claims = [a_claim(article, body, "acquired", "Alpro")]
        return a_document(article, whole, town, a_mention(article, "Alpro"), claims=claims)

    graph = link([told(f"Hier, {body} a racheté Alpro."), told(f"Selon Le Ferrel, {body} a racheté Alpro.")])
    found = [e.id for e in graph.entities if e.id != "brest"]

    assert found == things if things else len(found) == len(["alpro", "one", "two"])


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
    vague = [
        replace(d, mentions=(replace(d.mentions[0], type="Organization"), d.mentions[1]))
        for d in (a_bought_b("Orvella a racheté Alpro."), a_bought_b("Orvella va racheter Alpro."))
    ]
    graph = link([a_bought_b(), *vague])

    assert graph.entities[1].type == "Company"


def test_a_name_of_no_class_is_what_its_own_article_calls_so():
    """Where most articles take the name for a firm, but this one for a person, the vague mention is that person."""
    article = an_article("Orvella ; orvella ; Alpro")
    person, vague = a_mention(article, "Orvella", type="Person"), a_mention(article, "orvella", type="Entity")
    sold = a_document(article, person, vague, a_mention(article, "Alpro"), claims=[])
    graph = link([a_bought_b("Orvella a racheté Alpro."), a_bought_b("Orvella va racheter Alpro."), sold])

    bearers = {e.type: sorted(m.surface for m in e.mentions) for e in graph.entities if e.label == "Orvella"}
    assert bearers == {"Person": ["Orvella", "orvella"], "Company": ["Orvella", "Orvella"]}


def test_a_circle_of_references_is_one_thing():
    """Mentions that refer to each other end somewhere."""
    document = a_bought_b()
    a, b = document.mentions
    circle = replace(document, mentions=(replace(a, refers_to=b.id), replace(b, refers_to=a.id)), claims=())

    assert len(link([circle]).entities) == 1


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
