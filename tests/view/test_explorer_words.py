"""How the explorer counts, dates and names things, in both languages."""

import pytest

from kg.model import OPEN, Graph, Modality, Period
from kg.view import explorer_page
from tests.builders import a_fact, a_graph, an_article, an_entity, an_evidence

pytestmark = pytest.mark.browser


def opened(visit, tmp_path, graph, hash_="", language="fr"):
    """The page of a graph, open in the browser."""
    file = tmp_path / "graph.html"
    file.write_text(explorer_page(graph, title="A", language=language), encoding="utf-8")
    return visit.open(file, hash_)


def one_fact(**more):
    """Two things that one fact joins, in one sentence of one article."""
    article = an_article("Mina Duval a fondé Orvella en 2012.", title="Mina")
    entities = [an_entity("Mina Duval", "Person", in_=article, id="m"), an_entity("Orvella", in_=article, id="o")]
    fact = a_fact("m", "founded", "o", evidence=(an_evidence(article, trigger="fondé"),), **more)
    return a_graph(articles=[article], entities=entities, facts=[fact])


@pytest.mark.parametrize(
    ("language", "none", "one"),
    [("fr", "0 entité · 0 fait", "2 entités · 1 fait"), ("en", "0 entities · 0 facts", "2 entities · 1 fact")],
)
def test_none_and_one_are_counted_as_the_language_does(visit, tmp_path, language, none, one):
    """In French none is singular: "0 fait"; in English it is not."""
    empty = Graph(articles=one_fact().articles, sentences=(), entities=(), facts=())
    page = opened(visit, tmp_path, empty, language=language)
    assert page.locator("header .title p").inner_text() == none

    page = opened(visit, tmp_path, one_fact(), language=language)
    assert page.locator("header .title p").inner_text() == one


def test_the_table_and_the_export_menu_tell_one_fact_as_one(visit, tmp_path):
    """No "1 faits" anywhere on the page."""
    page = opened(visit, tmp_path, one_fact(), "#v=table")

    assert page.locator("#table .hint").first.inner_text() == "1 fait, trié par sujet"
    assert page.locator(".menu .hint").first.text_content() == "Ce qui est montré\u00a0: 1 fait sur 1."


def test_an_article_counts_its_passages_apart_from_its_facts(visit, tmp_path):
    """A fact that stands twice in a text is one fact and two passages: the two numbers are named differently."""
    article = an_article("Mina Duval a fondé Orvella. Oui, Mina Duval a fondé Orvella.", title="Mina")
    entities = [an_entity("Mina Duval", "Person", in_=article, id="m"), an_entity("Orvella", in_=article, id="o")]
    first, second = (
        an_evidence(article, "Mina Duval a fondé Orvella."),
        an_evidence(article, "Oui, Mina Duval a fondé Orvella."),
    )
    graph = a_graph(
        articles=[article], entities=entities, facts=[a_fact("m", "founded", "o", evidence=(first, second))]
    )
    page = opened(visit, tmp_path, graph, f"#d={article.id}")

    assert page.locator("#details .about").inner_text() == "1 fait"
    assert page.locator("#details .steps .hint").inner_text() == "2 passages lus dans cet article"


def on(*days):
    """One fact for each of these days."""
    graph = one_fact()
    facts = [
        a_fact(
            "m",
            "founded",
            "o",
            *graph.facts[0].evidence,
            period=Period(value=day, earliest=day, latest=day, surface=day),
        )
        for day in days
    ]
    return a_graph(articles=graph.articles, entities=graph.entities, facts=facts)


@pytest.mark.parametrize(
    ("language", "first", "second"), [("fr", "1er mai 2020", "2 mai 2020"), ("en", "1 May 2020", "2 May 2020")]
)
def test_the_first_of_a_month_is_written_as_the_language_does(visit, tmp_path, language, first, second):
    """French writes "1er mai", and "2 mai"."""
    page = opened(visit, tmp_path, on("2020-05-01", "2020-05-02"), language=language)

    assert sorted(page.locator("#details .when").all_inner_texts()) == sorted([first, second])


def test_the_dates_under_the_timeline_have_their_whole_year_in_the_order_of_the_page(visit, tmp_path):
    """ "Jun 1, 21" beside "1 June 2021" would be two calendars, and "juin 21" a day of June."""
    days = ["2021-06-01", "2021-06-20"]
    page = opened(visit, tmp_path, on(*days), language="en")
    assert page.locator(".ticks > span").first.inner_text() == "1 Jun 2021"

    page = opened(visit, tmp_path, on(*days))
    assert page.locator(".ticks > span").first.inner_text() == "1er juin 2021"
    assert page.locator(".ticks > span.last").inner_text() == "20 juin 2021"


def test_a_single_date_has_no_timeline(visit, tmp_path):
    """There is nothing to choose from: no sixty years of empty columns before it."""
    page = opened(visit, tmp_path, on("2021-06-01"))
    assert not page.locator("#timeline").is_visible()

    page = opened(visit, tmp_path, on("2021-06-01", "2022"))
    assert page.locator("#timeline").is_visible()


@pytest.mark.parametrize(("width", "hint"), [(1400, "à droite"), (390, "sous «\u00a0Détails\u00a0»")])
def test_a_page_without_facts_tells_where_its_text_is(visit, tmp_path, width, hint):
    """On a phone nothing is on the right; one article is one; no heading stands over nothing."""
    visit.page.set_viewport_size({"width": width, "height": 844})
    page = opened(visit, tmp_path, Graph(articles=one_fact().articles, sentences=(), entities=(), facts=()))

    assert page.locator(".nothing p").all_inner_texts() == [
        "Aucun fait n’a été lu dans cet article.",
        f"Le texte reste lisible {hint}.",
    ]
    assert [each for each in page.locator("#filters h3").all_text_contents() if each in ("Types", "Relations")] == []
    page.keyboard.press("t")
    assert page.locator("#table .empty").inner_text() == "Aucun fait n’a été lu dans cet article."


def many_relations(number):
    """Two things that so many open relations join."""
    graph = one_fact()
    facts = [a_fact("m", OPEN, "o", *graph.facts[0].evidence, phrase=f"déclarer {place}") for place in range(number)]
    return a_graph(articles=graph.articles, entities=graph.entities, facts=facts)


def test_relations_are_found_without_their_accents_and_those_left_out_of_the_list_are_counted(visit, tmp_path):
    """Two hundred are listed; the search tells when it finds none, as the other one does."""
    page = opened(visit, tmp_path, many_relations(230))
    listed, hint = page.locator(".facet-relation li"), page.locator(".facet-relation .hint")
    page.locator(".facet-relation .more").click()
    assert listed.count() == 200
    assert hint.inner_text() == "Encore 30 relations\u00a0: cherchez-les ci-dessus."

    page.locator(".facet-relation input[type=search]").fill("DECLARER 22")
    assert listed.count() == 11

    page.locator(".facet-relation input[type=search]").fill("zzz")
    assert hint.inner_text() == "Rien ne correspond à «\u00a0zzz\u00a0»."


def test_every_status_begins_with_a_capital_and_every_button_has_a_name(visit, tmp_path):
    """ "possible" beside "Affirmé" looks like another kind of thing; three dots are no name to hear."""
    graph = one_fact()
    facts = [*graph.facts, a_fact("m", "owns", "o", *graph.facts[0].evidence, modality=Modality.POSSIBLE)]
    page = opened(visit, tmp_path, a_graph(articles=graph.articles, entities=graph.entities, facts=facts), "#e=m")

    assert set(page.locator("#details .pill").all_inner_texts()) == {"Affirmé", "Possible"}
    assert page.locator(".action-more summary").get_attribute("aria-label") == "Autres actions"
