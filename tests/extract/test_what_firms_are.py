"""What English news says that firms and people are: beside their names, before or behind them."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


def told(text):
    """Return the facts of a text as subject, predicate, object."""
    return {fact[:3] for fact in read("en", text)}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Shares in Harrow & Pell, the shoe retailer, lost 12%.", ("Harrow & Pell", "industry", "shoe retailer")),
        ("The boss of Harrow & Pell, the shoe retailer, quit.", ("Harrow & Pell", "industry", "shoe retailer")),
        ("Customers of Quantrill, the software firm, were told.", ("Quantrill", "industry", "software firm")),
    ],
)
def test_one_thing_is_not_told_of_several_nor_a_business_of_a_person(text, wanted):
    """What a comma sets off tells of the name right before it."""
    assert wanted in told(text)


def test_two_participles_set_off_behind_a_name_tell_of_it():
    """ "founded in 1924 and listed in Oslo" is no main clause, where a verb follows behind the comma."""
    facts = told("Harrow & Pell, founded in 1924 and based in Leeds, employs 4,200 people.")
    assert {("Harrow & Pell", "foundingDate", "1924"), ("Harrow & Pell", "employeeCount", "4200")} <= facts


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Volkhart Group is one of Norway's largest telecoms firms.", ("Volkhart Group", "industry", "telecoms firm")),
        ("Volkhart Group, one of the biggest banks in Norway, cut jobs.", ("Volkhart Group", "industry", "bank")),
        ("Volkhart Group, one of the world's largest makers of engines, cut jobs.",
         ("Volkhart Group", "industry", "maker of engines")),
    ],
)  # fmt: skip
def test_one_of_many_is_what_each_of_them_is(text, wanted):
    """In the singular, with what they make; it is no member of them."""
    assert wanted in told(text)
    assert "memberOf" not in {fact[1] for fact in told(text)}


@pytest.mark.parametrize(
    ("text", "firm", "business"),
    [
        ("Spain's largest producer of cured ham, Jamones Valdezarza, has grown.",
         "Jamones Valdezarza", "producer of cured ham"),
        ("The country's largest grain trader, Volkhart Group, cut jobs.", "Volkhart Group", "grain trader"),
        ("Zbota Grain, the country's largest grain trader, cut jobs.", "Zbota Grain", "grain trader"),
        ("Volkhart Group, a maker of ships' engines, cut jobs.", "Volkhart Group", "maker of ships' engines"),
    ],
)  # fmt: skip
def test_what_is_the_largest_in_a_business_is_a_firm(text, firm, business):
    """Nobody is the largest producer; "ships' engines" are a kind of engines."""
    assert (firm, "industry", business) in told(text)
    assert "occupation" not in {fact[1] for fact in told(text)}


@pytest.mark.parametrize(
    ("text", "firm", "business"),
    [
        ("Tech company Tarvo was fined.", "Tarvo", "Tech company"),
        ("Low-cost carrier Tarvo Air was fined.", "Tarvo Air", "Low-cost carrier"),
        ("The 84-store toy chain Bramble & Finch has collapsed.", "Bramble & Finch", "toy chain"),
        ("Tarvo Air, the second-largest airline, was fined.", "Tarvo Air", "airline"),
        ("The dockers' union Zafer-Sen called a strike.", "Zafer-Sen", "dockers' union"),
        ("Satellite start-up Vindlus Group buys a rival.", "Vindlus Group", "start-up"),
        ("A refinery named Sirocco Gold bought the metal.", "Sirocco Gold", "refinery"),
        ("More than 85 people died, according to the Centre for Civil Rights, a research group in Lahore.",
         "Centre for Civil Rights", "research group"),
    ],
)  # fmt: skip
def test_the_noun_beside_a_name_tells_its_business(text, firm, business):
    """Read as a second subject, with a hyphen, with its members, behind "named" or at the end of a sentence."""
    assert (firm, "industry", business) in told(text)


@pytest.mark.parametrize(
    "text", ["The novelist and playwright Claire Vasseur has died.", "Novelist and playwright Claire Vasseur has died."]
)
def test_two_trades_with_one_article_are_of_one_person(text):
    """No novelist died besides."""
    assert {"novelist", "playwright"} <= {fact[2].lower() for fact in told(text) if fact[1] == "occupation"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Founded in 2016 by Tobi Adewale, a former engineer, Kudiwave Group sells phones.",
         ("Tobi Adewale", "founded", "Kudiwave Group")),
        ("Founded in 2016 by Tobi Adewale, an engineer, and his wife Ireti, Kudiwave Group sells phones.",
         ("Kudiwave Group", "foundingDate", "2016")),
        ("Based in Oslo, Telenova Group has 300 employees.", ("Telenova Group", "headquarteredIn", "Oslo")),
        ("Set up in 2003, Telenova Group has 300 employees.", ("Telenova Group", "foundingDate", "2003")),
    ],
)  # fmt: skip
def test_a_participle_that_opens_a_sentence_tells_of_who_acts(text, wanted):
    """Whoever else is told of before the last comma."""
    assert wanted in told(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Latvia's security service, the VDX, interviewed her.", ("VDX", "country", "Latvia")),
        ("Quantrill was a software company founded by Rosa Diaz.", ("Rosa Diaz", "founded", "Quantrill")),
    ],
)
def test_a_name_is_what_it_is_called(text, wanted):
    """A security service is a body, and what is a company is nobody."""
    assert wanted in {tuple(part.removeprefix("the ") for part in fact) for fact in told(text)}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Aldbrook, a village in Suffolk, was flooded.", ("Aldbrook", "Suffolk")),
        ("The Suffolk village of Aldbrook was flooded.", ("Aldbrook", "Suffolk")),
        ("He lives in the Moscow suburb of Krasnogorsk.", ("Krasnogorsk", "Moscow")),
        ("He lives in the Krasna suburb of Moscow.", ("Krasna", "Moscow")),
        ("He lives in the US state of Texas.", ("Texas", "US")),
        ("Leeds Crown Court heard the case.", ("Leeds Crown Court", "Leeds")),
    ],
)
def test_the_smaller_place_lies_in_the_larger_one(text, wanted):
    """Whichever stands first, and whatever the name looks like; a court is where its name says."""
    assert wanted in {(fact[0], fact[2]) for fact in told(text) if fact[1] == "locatedIn"}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("The US actor Tom Hadley was freed.", {("nationality", "US"), ("occupation", "actor")}),
        ("US billionaire Tom Hadley bought the club.", {("nationality", "US"), ("occupation", "billionaire")}),
        ("The Isle of Man billionaire Denzil Quick was summoned.", {("occupation", "billionaire")}),
        ("Farmer Tom Otieno sued the firm.", {("occupation", "Farmer")}),
        ("Award-winning novelist Rosa Diaz lives in Leeds.", {("occupation", "Award-winning novelist")}),
        ("Brittany Hall, a dental assistant, had driven home.", {("occupation", "dental assistant")}),
    ],
)
def test_a_trade_is_told_without_the_country_before_it(text, facts):
    """The country is a nationality; the capital that opens a sentence makes no name of a trade."""
    assert facts <= {fact[1:] for fact in told(text)}


def test_a_think_tank_is_a_body():
    """And no tank."""
    facts = told("The Marston Institute, a Washington-based think tank, published a report.")
    assert ("Marston Institute", "headquarteredIn", "Washington") in {
        (fact[0].removeprefix("The "), *fact[1:]) for fact in facts
    }


@pytest.mark.parametrize(
    ("text", "firm", "business"),
    [
        ("He runs the hedge fund Tallow Hill.", "Tallow Hill", "hedge fund"),
        ("It was revealed by the German weekly Der Blick.", "Der Blick", "weekly"),
        ("A merger with the Danish co-operative Skovbrug was put off.", "Skovbrug", "co-operative"),
    ],
)
def test_a_business_before_a_name_takes_no_word_of_it(text, firm, business):
    """Nor is it an adjective of the name."""
    assert (firm, "industry", business) in told(text)


def test_who_holds_a_passport_is_a_citizen():
    """A passport told as his, or that he has or got; none that he lacks."""
    assert ("Olga Natuk", "nationality", "Cypriot") in told("Olga Natuk acquired a Cypriot passport in 2012.")
    without = read("en", "Olga Natuk was stopped with a forged Russian passport.")
    assert "nationality" not in {fact[1] for fact in without}


@pytest.mark.parametrize(
    ("text", "firm", "business"),
    [
        ("Harrow Foods, the food and drinks group, cut jobs.", "Harrow Foods", "food and drinks group"),
        ("The aerospace and defence giant Volkhart Air won it.", "Volkhart Air", "aerospace and defence giant"),
        ("Volkhart Systems, a shipping, mining and trading company, cut jobs.", "Volkhart Systems",
         "shipping, mining and trading company"),
        ("Volkhart Systems, its biggest and oldest bank, cut jobs.", "Volkhart Systems", "bank"),
    ],
)  # fmt: skip
def test_of_coordinated_fields_all_are_told(text, firm, business):
    """But what coordinated adjectives tell of a firm is no field."""
    assert (firm, "industry", business) in told(text)


@pytest.mark.parametrize(
    ("text", "names", "business"),
    [
        ("Two oil firms, Calgary's Harrow Petroleum and Norway's Volkhart Energy, cut jobs.",
         ("Harrow Petroleum", "Volkhart Energy"), "oil firm"),
        ("Two foreign studios, Poland's Harrow Films and Japan's Volkhart Works, cut jobs.",
         ("Harrow Films", "Volkhart Works"), "studio"),
        ("Oil companies Harrow Energy, Volkhart Energy and Tallow Oil denied the charge.",
         ("Harrow Energy", "Volkhart Energy", "Tallow Oil"), "Oil company"),
    ],
)  # fmt: skip
def test_a_plural_tells_the_business_of_each_in_a_row(text, names, business):
    """A place whose each of them is may stand before it, and the field may open the sentence."""
    assert {(name, "industry", business) for name in names} <= told(text)


def test_how_firms_are_tells_no_business():
    """ "most valuable companies"."""
    facts = told("Volkhart Systems, one of the Netherlands' most valuable companies, cut jobs.")
    assert "industry" not in {fact[1] for fact in facts}


@pytest.mark.parametrize(
    ("text", "firm", "business"),
    [
        ("The rice belonged to Harrow Foods, a trading company controlled by the Tallow family.", "Harrow Foods",
         "trading company"),
        ("She is a director at Swiss robotics firm Volkhart.", "Volkhart", "robotics firm"),
        ("Swiss pill-maker Volkhart Systems cut jobs.", "Volkhart Systems", "pill-maker"),
    ],
)  # fmt: skip
def test_a_firm_beside_its_name_is_no_verb_nor_what_happens_to_one(text, firm, business):
    """It tells what the firm does."""
    assert (firm, "industry", business) in told(text)
