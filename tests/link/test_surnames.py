"""Whom a surname means that stands alone in an article: its well-known bearer, or nobody yet."""

from kg.link import link
from kg.model import Document, MentionKind, Span
from tests.builders import a_document, a_mention, a_span, an_article


def naming(name: str, count: int = 1, *, kind: str = "Person") -> list[Document]:
    """As many articles that name somebody so."""
    articles = [an_article(f"{name} a parlé, {n}.", name=f"{name}{n}") for n in range(count)]
    return [a_document(article, a_mention(article, name, type=kind)) for article in articles]


def nodes(*documents: list[Document]) -> list[str]:
    """The entities of articles, by id."""
    return [entity.id for entity in link([d for each in documents for d in each]).entities]


def test_a_surname_alone_is_the_person_whom_ten_articles_name_in_full():
    """ "Vasseur" in a headline without more."""
    assert nodes(naming("Claire Vasseur", 10), naming("Vasseur")) == ["claire-vasseur"]
    assert nodes(naming("Claire Vasseur", 9), naming("Vasseur")) == ["claire-vasseur", "vasseur"]


def test_a_surname_of_two_well_known_people_is_neither():
    """One of them must be named five times as often as the other."""
    assert nodes(naming("Claire Vasseur", 10), naming("Luc Vasseur", 3), naming("Vasseur"))[-1] == "vasseur"
    assert "vasseur" not in nodes(naming("Claire Vasseur", 15), naming("Luc Vasseur", 3), naming("Vasseur"))


def test_a_given_name_or_a_firm_is_not_the_person():
    """ "Martin" may be anybody's given name, "Vasseur" a firm."""
    assert nodes(naming("Claire Martin", 10), naming("Martin")) == ["claire-martin", "martin"]
    assert len(nodes(naming("Claire Vasseur", 10), naming("Vasseur", kind="Company"))) == 2


def test_who_reigns_is_nobody_of_the_same_first_name():
    """ "le prince Charles" beside a Charles Vasseur, whom "Charles" alone would mean."""
    for before, count in (("le prince", 2), ("le petit", 1)):
        article = an_article(f"Charles Vasseur a vu {before} Charles.", name="a")
        full = a_mention(article, "Charles Vasseur", type="Person")
        name = a_mention(article, "Charles", type="Person", span=a_span(article.text, "Charles", nth=1))
        said = f"{before} Charles"
        title = a_mention(article, said, type="Person", kind=MentionKind.NOMINAL, refers_to=name.id)
        assert len(nodes([a_document(article, full, name, title)])) == count


def test_who_is_told_by_no_word_at_all_reigns_nowhere():
    """A mention without text, as of somebody whom a clause leaves out."""
    article = an_article("Charles Vasseur a vu Charles.", name="a")
    full = a_mention(article, "Charles Vasseur", type="Person")
    name = a_mention(article, "Charles", type="Person", span=a_span(article.text, "Charles", nth=1))
    untold = a_mention(article, "", type="Person", kind=MentionKind.NOMINAL, span=Span(8, 8), refers_to=name.id)
    assert len(nodes([a_document(article, full, name, untold)])) == 1
