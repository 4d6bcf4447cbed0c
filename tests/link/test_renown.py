"""What only a description says of somebody well known: as sure as a guess, and no plain fact."""

from kg.link import link
from kg.model import Document, Fact, MentionKind
from tests.builders import a_claim, a_document, a_mention, an_article, an_evidence

NAME, DESCRIPTION, OTHER = "Claire Vasseur", "la fondatrice de", "Valtec"


def naming(count: int, *, kind: str = "Person") -> list[Document]:
    """As many articles that name her."""
    articles = [an_article(f"{NAME} a parlé {n} fois.", name=f"a{n}") for n in range(count)]
    return [a_document(article, a_mention(article, NAME, type=kind)) for article in articles]


def told(*, kind: str = "Person", trigger: str = "fondatrice", beside: int) -> Fact:
    """The fact of an article that calls her a founder in a sentence of its own, beside so many that name her."""
    article = an_article(f"{NAME} a parlé, puis {DESCRIPTION} {OTHER} a ri.", name="told")
    mentions = [
        a_mention(article, NAME, type=kind),
        a_mention(article, DESCRIPTION, kind=MentionKind.NOMINAL, type=kind, refers_to=NAME),
        a_mention(article, OTHER),
    ]
    claim = a_claim(article, DESCRIPTION, "founded", OTHER, evidence=an_evidence(article, trigger=trigger))
    (fact,) = link([a_document(article, *mentions, claims=[claim]), *naming(beside, kind=kind)]).facts
    return fact


def test_a_description_alone_tells_nothing_for_sure_of_somebody_whom_ten_articles_name():
    """Somebody else may have founded it: what is so would be said with the name."""
    assert told(beside=8).asserted
    assert not told(beside=9).asserted


def test_what_is_said_of_the_description_is_as_sure_as_before():
    """ "La fondatrice a ri": the sentence tells it, not the description."""
    assert told(beside=9, trigger="a ri").asserted


def test_of_other_things_than_persons_a_description_tells_what_it_tells():
    """ "La société française" is hardly ever another one."""
    assert told(beside=9, kind="Company").asserted


def test_three_articles_that_tell_it_so_are_enough():
    """Each may err, not all of them."""
    articles = [
        an_article(f"{NAME} a parlé {n} fois, puis {DESCRIPTION} {OTHER} a ri.", name=f"b{n}") for n in range(3)
    ]
    documents = []
    for article in articles:
        founder = a_mention(article, DESCRIPTION, kind=MentionKind.NOMINAL, type="Person", refers_to=NAME)
        claim = a_claim(article, DESCRIPTION, "founded", OTHER, evidence=an_evidence(article, trigger="fondatrice"))
        mentions = [a_mention(article, NAME, type="Person"), founder, a_mention(article, OTHER)]
        documents.append(a_document(article, *mentions, claims=[claim]))
    (fact,) = link([*documents, *naming(9)]).facts

    assert fact.asserted


def test_whose_kin_somebody_is_by_two_descriptions_is_no_surer():
    """ "La fille du fondateur de Valtec": of the daughter little is known, but the founder may be another."""
    text = f"{NAME} et Luc Roux ont parlé. La fille du fondateur de {OTHER} a ri."
    article = an_article(text, name="told")
    mentions = [
        a_mention(article, NAME, type="Person"),
        a_mention(article, "Luc Roux", type="Person"),
        a_mention(article, f"fondateur de {OTHER}", kind=MentionKind.NOMINAL, type="Person", refers_to="Luc Roux"),
        a_mention(article, "La fille du fondateur", kind=MentionKind.NOMINAL, type="Person", refers_to=NAME),
    ]
    evidence = an_evidence(article, trigger="fille")
    claim = a_claim(article, f"fondateur de {OTHER}", "parentOf", "La fille du fondateur", evidence=evidence)
    others = [an_article(f"Luc Roux a parlé {n} fois.", name=f"a{n}") for n in range(9)]
    named = [a_document(each, a_mention(each, "Luc Roux", type="Person")) for each in others]
    (fact,) = link([a_document(article, *mentions, claims=[claim]), *named]).facts

    assert not fact.asserted
