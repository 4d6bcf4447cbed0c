"""Surnames, generic names and streets: names that alone do not say who or what is meant."""

from dataclasses import replace

from kg.link import link
from tests.builders import a_document, a_mention, a_span, an_article
from tests.link.claims import ids


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
