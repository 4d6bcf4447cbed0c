"""Capitals that stand for the government of their country."""

from dataclasses import replace

from kg.link import link
from kg.model import MentionKind
from tests.builders import a_claim, a_document, a_mention, a_span, an_article


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


def test_a_capital_where_shares_are_traded_is_the_city():
    """ "cotée à Paris": no government lists a firm, be the property one of organisations."""
    article = an_article("Orvella est cotée à Washington.")
    mentions = [a_mention(article, "Orvella"), a_mention(article, "Washington", type="City")]
    claims = [a_claim(article, "Orvella", "listedOn", "Washington")]
    graph = link([a_document(article, *mentions, claims=claims)])

    assert {f.object for f in graph.facts} == {"washington"}


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


def test_the_city_of_a_capital_is_no_government():
    """ "La ville de Washington accuse Orvella": the city does."""
    article = an_article("Washington est grande. La ville accuse Orvella.")
    town = a_mention(article, "Washington", type="City", id="w1")
    acts = replace(
        town,
        id="w2",
        span=a_span(article.text, "La ville"),
        surface="La ville",
        kind=MentionKind.NOMINAL,
        refers_to="w1",
    )
    claims = [a_claim(article, "w2", "accused", "Orvella")]
    graph = link([a_document(article, town, acts, a_mention(article, "Orvella"), claims=claims)])

    assert {(f.subject, f.object) for f in graph.facts} == {("washington", "orvella")}


def test_brussels_that_acts_is_the_union_or_the_commission_that_the_article_names():
    """Whoever sits in Brussels, it is hardly ever the government of Belgium that is meant."""
    article = an_article("Bruxelles accuse Orvella. La Commission européenne est ferme.")
    mentions = [a_mention(article, "Bruxelles", type="City"), a_mention(article, "Orvella")]
    claims = [a_claim(article, "Bruxelles", "accused", "Orvella")]
    commission = a_mention(article, "Commission européenne", type="InternationalOrganization")

    (alone,) = link([a_document(article, *mentions, claims=claims)]).facts
    assert alone.subject == "european-union"
    (beside,) = link([a_document(article, *mentions, commission, claims=claims)]).facts
    assert beside.subject == "european-commission"
