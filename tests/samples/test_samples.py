"""The sample articles: what they promise to whoever opens them first."""

from kg.lang.gazetteer import load_gazetteer
from kg.samples import read_samples

ARTICLES = [given.article for given in read_samples()]


def test_there_are_samples_in_both_languages():
    """At least four French and two English articles ship, each with its date."""
    languages = [a.language for a in ARTICLES]

    assert languages.count("fr") >= 4
    assert languages.count("en") >= 2
    assert all(a.published and a.publisher for a in ARTICLES)


def test_samples_have_the_length_of_a_news_article():
    """250 to 500 words, with a title of its own on the first line."""
    for article in ARTICLES:
        assert 250 <= len(article.text.split()) <= 500, article.name
        assert article.title == article.text.splitlines()[0]
        assert not article.text.splitlines()[1]


def test_samples_speak_of_the_same_things():
    """Organisations that our tables know occur in both languages, so that the graph joins the articles."""
    french, english = (" ".join(a.text for a in ARTICLES if a.language == code) for code in ("fr", "en"))

    for name in ("Huawei", "Apple", "Fiat Chrysler", "PSA", "Nokia"):
        assert load_gazetteer().organisation(name), name
        assert name in french, name
        assert name in english, name


def test_samples_deny_and_claim():
    """Denials, claims and quotes are what the tool must show first."""
    french = " ".join(a.text for a in ARTICLES if a.language == "fr")

    for words in ("n’a jamais", "ne fournira jamais", "dément", "Selon", "«", "accuse", "pourrait", "aurait"):
        assert words in french
