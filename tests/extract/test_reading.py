"""What the reader promises: who did what, whether it is so, and whose word it is."""

import unicodedata

import pytest

from kg.extract.rules import document as making
from kg.link import link
from tests.extract.reading import document, read

pytestmark = pytest.mark.model


def acquired(language, text):
    """Return who acquired what, polarity, modality and speaker."""
    return [(s, o, *rest) for s, p, o, *rest in read(language, text) if p == "acquired"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Renault never bought Danone."),
        ("fr", "Renault refuse de racheter Danone."),
        ("fr", "Renault n'a jamais racheté Danone."),
    ],
)
def test_what_is_denied_is_negative(language, text):
    """A negation or a refusal denies the fact."""
    assert acquired(language, text) == [("Renault", "Danone", "negative", "actual", None)]


def test_what_somebody_denies_is_denied_as_his_word():
    """ "denied that": the content is negative, and his."""
    assert acquired("en", "Renault denied that it had bought Danone.") == [
        ("Renault", "Danone", "negative", "actual", "Renault")
    ]


def test_only_is_no_negation():
    """ "ne … que" denies nothing."""
    assert acquired("fr", "Renault n'a racheté que Danone.") == [("Renault", "Danone", "positive", "actual", None)]


def test_no_longer_is_a_negation():
    """ "n'est plus" denies an office."""
    said = read("fr", "Claire Morel n'est plus la PDG de Renault.")
    assert ("Claire Morel", "ceoOf", "Renault", "negative", "actual", None) in said


@pytest.mark.parametrize(
    ("language", "text", "modality"),
    [
        ("fr", "Renault rachètera Danone.", "planned"),
        ("en", "Renault will buy Danone.", "planned"),
        ("en", "If Renault buys Danone, the market will change.", "conditional"),
        ("fr", "Renault a emprunté pour racheter Danone.", "desired"),
        ("en", "Renault borrowed money to buy Danone.", "desired"),
        ("fr", "Renault aurait racheté Danone.", "possible"),
        ("fr", "Si Renault rachetait Danone, le marché changerait.", "conditional"),
    ],
)
def test_what_is_not_yet_so_is_no_plain_fact(language, text, modality, monkeypatch):
    """Future, hearsay, condition and purpose each leave their mark, and none is lost when it is weighed."""
    ((*who, polarity, weighed, speaker),) = acquired(language, text)
    monkeypatch.setattr(making, "load_realist", lambda code: None)
    ruled = [c for c in document.__wrapped__(language, text).claims if c.predicate == "acquired"]

    assert (*who, polarity, speaker) == ("Renault", "Danone", "positive", None)
    assert weighed != "actual"
    assert [c.modality.value for c in ruled] == [modality]


@pytest.mark.parametrize(
    ("language", "text"), [("fr", "Paul Martin a été arrêté à Lyon."), ("en", "Paul Martin was arrested in Lyon.")]
)
def test_a_passive_without_agent_has_nobody_as_subject(language, text):
    """Who is arrested is the object, and nobody is made up to arrest him."""
    assert ("", "arrested", "Paul Martin", "positive", "actual", None) in read(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "« Renault a racheté Danone », a déclaré Claire Morel."),
        ("fr", "« Le marché a changé. Renault a racheté Danone », a déclaré Claire Morel."),
        ("en", '"The market has changed. Renault bought Danone," said Claire Morel.'),
        ("fr", "Selon Claire Morel, Renault a racheté Danone."),
        ("en", "According to Claire Morel, Renault bought Danone."),
    ],
)
def test_what_is_said_is_its_speakers(language, text):
    """A quotation, over several sentences too, and "selon X" have a speaker."""
    assert acquired(language, text) == [("Renault", "Danone", "positive", "actual", "Claire Morel")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "« J'ai fondé l'entreprise Danone », a déclaré Claire Morel."),
        ("en", '"I founded Danone," said Claire Morel.'),
    ],
)
def test_i_is_the_speaker(language, text):
    """The first person in a quotation is who speaks."""
    assert ("Claire Morel", "founded", "Danone", "positive", "actual", "Claire Morel") in read(language, text)


def test_we_is_the_speakers_organisation():
    """ "We" is the organisation that a description of the speaker names."""
    text = 'Claire Morel, the chief executive of Renault, spoke in Paris. "We bought Danone," said Claire Morel.'
    assert acquired("en", text) == [("Renault", "Danone", "positive", "actual", "Claire Morel")]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "Huawei published its accounts. The Chinese company bought Danone.", ("Huawei", "acquired")),
        ("fr", "Paul Martin, PDG de Renault, a parlé. Le PDG a fondé Danone.", ("Paul Martin", "founded")),
        ("en", "The National Rail Company (NRC) is new. The NRC bought Danone.", ("National Rail Company", "acquired")),
    ],
)
def test_descriptions_and_acronyms_stand_for_names(language, text, wanted):
    """ "The Chinese company", "le PDG" and letters in brackets are who they describe."""
    assert (*wanted, "Danone", "positive", "actual", None) in read(language, text)


@pytest.mark.parametrize(
    ("language", "text", "city"),
    [
        ("fr", "Une explosion a secoué la capitale afghane.", "place/kabul"),
        ("fr", "Une explosion a secoué la capitale de l'Irak.", "place/baghdad"),
        ("fr", "Une explosion a secoué la capitale économique du Maroc.", None),
        ("en", "A blast shook the French capital.", "place/paris"),
        ("en", "French capital flowed into the firm.", None),
    ],
)
def test_the_capital_of_a_country_is_its_city(language, text, city):
    """ "La capitale afghane" is Kabul, named or not; the economic capital is another, and capital may be money."""
    known = {m.known for m in document(language, text).mentions if "capital" in m.surface and m.span.end > m.span.start}
    assert known <= {city, None}
    assert city in known


def test_a_capital_may_act():
    """ "Washington" sanctions as its government does."""
    assert ("Washington", "sanctioned", "Huawei", "positive", "actual", None) in read(
        "en", "Washington sanctioned Huawei."
    )


@pytest.mark.parametrize(
    ("language", "text"), [("fr", "Renault a racheté Danone et Airbus."), ("en", "Renault bought Danone and Airbus.")]
)
def test_lists_are_as_many_facts(language, text):
    """ "X et Y" is one fact of each."""
    assert {o for _, o, *_ in acquired(language, text)} == {"Danone", "Airbus"}


@pytest.mark.parametrize("more", ["Lire aussi : Airbus a racheté Carrefour."])
def test_boilerplate_says_nothing(more):
    """A link is no news."""
    assert "Airbus" not in str(read("fr", f"Renault a racheté Danone et Airbus.\n\n{more}")[2:])


def test_a_title_is_a_sentence_of_its_own():
    """No sentence runs over a paragraph."""
    text = "Renault grandit\n\nLe groupe a racheté Danone."
    assert [s.cut(text) for s in document("fr", text).sentences] == ["Renault grandit", "Le groupe a racheté Danone."]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_surfaces_are_the_text_at_their_offsets(form):
    """Emoji, decomposed accents, no-break spaces and curly quotes move no offset."""
    text = "🚗🇫🇷 «\u00a0L’été, Renault a racheté Danone\u202f», a déclaré “Hélène Morel”."
    text = unicodedata.normalize(form, text)
    found = document("fr", text)
    assert found.mentions
    assert all(m.surface == m.span.cut(text) for m in found.mentions)
    assert all(c.evidence.text == c.evidence.clause.cut(text) for c in found.claims)


def test_soft_hyphens_and_spaces_of_no_width_cut_no_word():
    """Pages leave them inside words: the name is the one that is written without, and offsets still count them."""
    text = "Jean-Luc Mé\u00adlen\u00adchon a rache\u00ad\u00adté Da\u200bnone.\u200bJean-Luc Mélenchon dirige Danone."
    found = document("fr", text)
    people = [e for e in link([found]).entities if e.type == "Person"]

    assert [c.evidence.text for c in found.claims if c.predicate == "acquired"] == [text.partition(".\u200b")[0]]
    assert [(e.label, len(e.mentions)) for e in people] == [("Jean-Luc Mélenchon", 2)]
    assert all(m.surface == m.span.cut(text) for m in found.mentions)


def modalities(language, text):
    """Return how real the takeovers of a text are."""
    return {claim[4] for claim in read(language, text) if claim[1] == "acquired"}


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("fr", "La loi a permis à Renault de racheter Danone.", "actual"),
        ("fr", "La loi permet à Renault de racheter Danone.", "possible"),
        ("en", "The deal enabled Renault to buy Danone.", "actual"),
    ],
)
def test_what_the_past_has_permitted_was_done(language, text, wanted):
    """Enabling is a possibility in the present, and an outcome in the past."""
    assert {modality for *_, predicate, _, _, modality, _ in read(language, text) if predicate == "acquired"} == {
        wanted
    }


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Paul Durand a dirigé la banque Alpha avant de racheter Danone.", "actual"),
        ("Paul Durand est mort avant de racheter Danone.", "possible"),
        ("Paul Durand veut vendre Alpha avant de racheter Danone.", "possible"),
    ],
)
def test_before_tells_in_order_only_what_came_to_pass(text, wanted):
    """ "Before" behind a past act tells the next one, unless death came between."""
    assert modalities("fr", text) == {wanted}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Paul Martin was arrested.", ("", "arrested", "Paul Martin")),
        ("Following its takeover of Danone, Renault cut prices.", ("Renault", "acquired", "Danone")),
        ("Founded in 1978, Danone makes yoghurt.", ("Danone", "foundingDate", "1978")),
        ("Danone's Paul Martin praised Renault.", ("Paul Martin", "worksFor", "Danone")),
        ("Conservative leader Paul Martin has resigned.", ("Paul Martin", "leads", "Conservative")),
        ("Renault went on to buy Danone.", ("Renault", "acquired", "Danone")),
        ("Danone, whose chairman Paul Martin resigned, cut prices.", ("Paul Martin", "chairOf", "Danone")),
        ("Russia's Maria Ivanova has left Danone.", ("Maria Ivanova", "nationality", "Russia")),
        ("Paul Martin has left Danone. The 27-year-old joined Renault.", ("Paul Martin", "age", "27")),
    ],
)
def test_english_openers_are_read(text, fact):
    """A line's first word, opening participles and possessives, owners, parties and ages belong to somebody."""
    said = read("en", f"News\n\n{text}")
    assert (*fact, "positive", "actual", None) in said
