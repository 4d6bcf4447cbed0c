"""What English newspapers do with names and amounts: apposition, shortened millions, towns before firms."""

import pytest

from kg.extract.rules.parsing.shading import shade_for
from kg.lang import load_pack
from tests.extract.reading import document, read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Corvin, the Leeds helicopter maker, employs 300 people.", ("Corvin", "employeeCount", "300")),
        ("The bank hired a lawyer named Paul Napier.", ("Paul Napier", "occupation", "lawyer")),
        ("A 44-year-old taxi driver called Paul Napier was killed.", ("Paul Napier", "occupation", "taxi driver")),
        ("Police arrested a Briton named Paul Napier in Kyoto.", ("Paul Napier", "nationality", "Briton")),
        ("The driver, a German called Paul Napier, was jailed.", ("Paul Napier", "occupation", "driver")),
        ("Nokia closed a plant. Profit slumped 41 per cent to £20m.", ("Nokia", "profit", "20000000 GBP")),
        ("Nokia closed a plant. Net income was $7m.", ("Nokia", "profit", "7000000 USD")),
        ("Nokia reported revenue of $71m and a deficit of $3m.", ("Nokia", "profit", "-3000000 USD")),
        ("Pre-tax profit at Nokia fell by a third to £90m.", ("Nokia", "profit", "90000000 GBP")),
        ("Nokia's turnover, which came to $48bn, is falling.", ("Nokia", "revenue", "48000000000 USD")),
        ("The Nokia group, which owns 44% of Orvane, voted against it.", ("Nokia", "owns", "Orvane")),
        ("Shares in Nokia fell 6% in Tokyo.", ("Nokia", "listedOn", "Tokyo")),
        ("In London the shares of Nokia gained 3.3%.", ("Nokia", "listedOn", "London")),
        ("Nokia cut 40 jobs. The shares closed 0.3% lower in Taipei.", ("Nokia", "listedOn", "Taipei")),
        ("Nokia bought the brewer Orvane and the grocer Zumo.", ("Nokia", "acquired", "Zumo")),
        ("Nokia was founded by the lawyer Paul Napier and the banker Rosa Diaz.", ("Rosa Diaz", "founded", "Nokia")),
        ("Nokia makes phones. Its managing partner, Rosa Diaz, spoke.", ("Rosa Diaz", "leads", "Nokia")),
        ("Nokia rose by 6% in Sydney.", ("Nokia", "listedOn", "Sydney")),
        ("Nokia is 40%-owned by SoftBank.", ("SoftBank", "owns", "Nokia")),
        ("The firm Nokia is now a quarter owned by SoftBank.", ("SoftBank", "owns", "Nokia")),
        ("It lost Nokia's order after Nokia's takeover in May of the firm Orvane.", ("Nokia", "acquired", "Orvane")),
        ("One of Nokia's engineers, Rosa Diaz, has quit.", ("Rosa Diaz", "occupation", "engineer")),
        ("Nokia's stock lost 18 percent on Nasdaq.", ("Nokia", "listedOn", "Nasdaq")),
        ("Nokia's shares tumbled 12% in early London trading.", ("Nokia", "listedOn", "London")),
        ("Paul Napier resigned. His wife, the novelist Rosa Diaz, did not.", ("Rosa Diaz", "spouseOf", "Paul Napier")),
        ("Paul Napier resigned. His girlfriend, Rosa Diaz, did not.", ("Rosa Diaz", "spouseOf", "Paul Napier")),
        ("Paul Napier, a miner's son, won the seat.", ("a miner's", "parentOf", "Paul Napier")),
        ("Dr Paul Napier and his wife, the novelist Rosa Diaz, spoke.", ("Rosa Diaz", "occupation", "novelist")),
        ("Dr Paul Napier and his wife, the novelist Rosa Diaz, spoke.", ("Rosa Diaz", "spouseOf", "Paul Napier")),
        ("Sen. Paul Napier voted against it.", ("Paul Napier", "holdsPosition", "senator")),
        ("House Speaker Paul Napier opposed it.", ("Paul Napier", "holdsPosition", "House Speaker")),
        ("Polk County Attorney Paul Napier sued.", ("Paul Napier", "occupation", "Polk County Attorney")),
        ("Economist Rosa Diaz said that prices would rise.", ("Rosa Diaz", "occupation", "Economist")),
        ("Rosa Diaz, a 29-year-old midwife, was there.", ("Rosa Diaz", "occupation", "midwife")),
        ("Nokia's head of strategy, Rosa Diaz, spoke.", ("Rosa Diaz", "worksFor", "Nokia")),
        ("Flights were cancelled because of the storm.", ("the storm", "causes", "Flights")),
        ("Paul Napier of Sinn Fein spoke.", ("Paul Napier", "memberOfParty", "Sinn Fein")),
        ("Ana Reyes lives in Laredo, Texas.", ("Laredo", "locatedIn", "Texas")),
        ("Dominick Vallarta, a Democrat, spoke.", ("Dominick Vallarta", "memberOfParty", "Democrat")),
        ("The regulator fined Nokia 90m shillings in May.", ("The regulator", "fined", "Nokia")),
        ("Nokia, where Rosa Diaz works, closed.", ("Rosa Diaz", "worksFor", "Nokia")),
        ("Paul Napier lives in Boston, where Rosa Diaz was born.", ("Rosa Diaz", "birthPlace", "Boston")),
        ("The fund bought the Kyoto-based group.", ("the Kyoto-based group", "headquarteredIn", "Kyoto")),
        ("Rosa Diaz, the Boston-born novelist, spoke.", ("Rosa Diaz", "occupation", "novelist")),
        ("Paul Napier, a surgeon in Bonn, spoke.", ("Paul Napier", "occupation", "surgeon")),
        ("Paul Napier, a piano tuner, spoke.", ("Paul Napier", "occupation", "piano tuner")),
        ("The film director Rosa Diaz spoke.", ("Rosa Diaz", "occupation", "film director")),
        ("Paul Napier's lawyer, Rosa Diaz, spoke.", ("Rosa Diaz", "worksFor", "Paul Napier")),
        ("Shares in America's Tokagen fell.", ("Tokagen", "country", "America")),
        ("The $410m hospital closed.", ("The $410m hospital", "price", "410000000 USD")),
        ("TomTom of the Netherlands makes maps.", ("TomTom", "country", "Netherlands")),
        ("RealNetworks, of Seattle, makes software.", ("RealNetworks", "headquarteredIn", "Seattle")),
        ("Detroit's Ford cut 300 jobs.", ("Ford", "headquarteredIn", "Detroit")),
        ("Mary Tate, 66, of Leeds, said the bins were late.", ("Mary Tate", "residesIn", "Leeds")),
        ("Rosa Diaz of Spain was elected.", ("Rosa Diaz", "nationality", "Spain")),
        ("Conservative MP Paul Napier objected.", ("Paul Napier", "memberOfParty", "Conservative")),
        ("The Conservative Sir Paul Napier objected.", ("Paul Napier", "memberOfParty", "Conservative")),
        ("Labor's Rosa Diaz flew to Shanghai.", ("Rosa Diaz", "memberOfParty", "Labor")),
        ("Rosa Diaz, leader of the Greens, resigned.", ("Rosa Diaz", "leads", "Greens")),
        ("Rosa Diaz, a geologist elected for the Pirates, spoke.", ("Rosa Diaz", "memberOfParty", "Pirates")),
        ("The European Union, whose members include France and Spain, spoke.", ("Spain", "memberOf", "European Union")),
        ("Nokia has had help from investors in Aton that include Apple.", ("Apple", "investedIn", "Aton")),
        ("Paul Napier died on 3 May 2019 at the age of 91.", ("Paul Napier", "age", "91")),
        ("Rosa Diaz is 43 years old.", ("Rosa Diaz", "age", "43")),
        ("A boy of 15 was arrested.", ("A boy of 15", "age", "15")),
        ("Paul Napier and Rosa Diaz, both 44, were charged.", ("Paul Napier", "age", "44")),
        ("Paul Napier, who died on Monday at 92, was a surgeon.", ("Paul Napier", "age", "92")),
        ("Rosa Diaz, who is 36 and builds engines, spoke.", ("Rosa Diaz", "age", "36")),
        ("A faction led by stuntman Rex Ludlow objected.", ("Rex Ludlow", "occupation", "stuntman")),
        ("The buyer is the quarry owner Joe Grech.", ("Joe Grech", "occupation", "quarry owner")),
        ("His agent, Rosa Diaz, had advised him.", ("Rosa Diaz", "occupation", "agent")),
        ("Carmaker Tarvo said sales rose.", ("Tarvo", "industry", "Carmaker")),
        ("Senator Mark Dallow (R-Ohio) spoke.", ("Mark Dallow", "memberOfParty", "R")),
        ("Paul Napier died. A native of Kent, he studied law.", ("Paul Napier", "birthPlace", "Kent")),
        ("A subsidiary of Nokia, Aton makes radios.", ("Aton", "subsidiaryOf", "Nokia")),
        ("Paul Napier spoke. A lawyer from Kent, he opposes the plan.", ("Paul Napier", "occupation", "lawyer")),
        ("Paul Napier's arrest by Dutch police caused an outcry.", ("Dutch police", "arrested", "Paul Napier")),
        ("Rosa Diaz succeeds Paul Napier as chairwoman of Nokia.", ("Rosa Diaz", "chairOf", "Nokia")),
        ("The court struck down the rule at Nokia's request.", ("Nokia", "requestedFrom", "The court")),
        ("The government dropped the law under pressure from Nokia.", ("Nokia", "requestedFrom", "The government")),
        ("Nokia's head of safety, Rosa Diaz, met the minister.", ("Rosa Diaz", "metWith", "the minister")),
        ("Nokia snapped up the chain Oakhouse for £14m.", ("Oakhouse", "price", "14000000 GBP")),
        ("Telsur, the country's biggest operator, cut its prices.", ("Telsur", "industry", "operator")),
        ("Barrow Homes, the biggest housebuilder in Kent, sued.", ("Barrow Homes", "industry", "housebuilder")),
        ("The fine was set by the regulator, Ofcom.", ("Ofcom", "industry", "regulator")),
        ("The American activist fund Cornell Hill has sold its shares.", ("Cornell Hill", "industry", "activist fund")),
        ("Aton broke its word. The union called the offer \"a fig leaf\".", ("The union", "criticized", "the offer")),
        ("Rosa Diaz described the plan as \"vandalism with a smile\".", ("Rosa Diaz", "criticized", "the plan")),
        ("The plan was described as \"madness\" by Rosa Diaz.", ("Rosa Diaz", "criticized", "The plan")),
        ("Rosa Diaz wants the tax abolished before the summer.", ("Rosa Diaz", "opposes", "the tax")),
        ("Rosa Diaz wants the bridge kept.", ("Rosa Diaz", "supports", "the bridge")),
        ("Nokia grew. The Nokia-owned airline was fined.", ("Nokia", "owns", "The Nokia-owned airline")),
    ],
)  # fmt: skip
def test_a_sentence_of_english_news_is_read(text: str, fact: tuple[str, str, str]) -> None:
    """Each construction gives its fact."""
    assert fact in [said[:3] for said in read("en", text)]


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Rosa Diaz called Paul Napier a gentleman.", "metWith"),
        ("A driver of 18 lorries spoke.", "age"),
        ("The firm was sold by Nokia to Siemens.", "suppliesTo"),
        ("A spokesman, she said, had told Nokia.", "occupation"),
        ("Crime fell 6% in London, said Nokia.", "listedOn"),
        ("Nokia opened a shop in London.", "listedOn"),
        ('Rosa Diaz called the ruling "a historic victory".', "criticized"),
        ('Rosa Diaz described herself as "a lapsed optimist".', "criticized"),
        ('Ships will call at the port "for the time being".', "criticized"),
        ("The Irish company Aton grew.", "industry"),
    ],
)
def test_what_looks_like_a_fact_is_none(text: str, predicate: str) -> None:
    """Whom one calls something one need not meet, and a number before a noun counts."""
    assert predicate not in [said[1] for said in read("en", text)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Rosa Diaz founded Nokia, the court heard.", "court"),
        ("The jury was told that Rosa Diaz founded Nokia.", "jury"),
        ("The indictment says that Rosa Diaz founded Nokia.", "indictment"),
    ],
)
def test_courts_and_papers_tell(text: str, speaker: str) -> None:
    """What is told before a court, or stands in a paper of the case, is its word."""
    assert [said[5].split()[-1] for said in read("en", text) if said[1] == "founded" and said[5]] == [speaker]


def test_who_promises_an_inquiry_is_not_the_inquiry() -> None:
    """A paper behind its verb is no speaker."""
    found = read("en", "The minister, Rosa Diaz, praised Nokia and promised an inquiry.")
    assert {said[0] for said in found if said[1] == "promised"} == {"Rosa Diaz"}


def test_each_agent_does_what_its_own_verb_tells() -> None:
    """What one of two coordinated participles tells of its agent is not told of the other's."""
    found = [said[:2] for said in read("en", "A plan backed by Nokia and opposed by Siemens was rejected.")]
    assert ("Siemens", "opposes") in found
    assert ("Siemens", "supports") not in found


def test_a_division_is_not_the_firm_that_it_is_of() -> None:
    """The name belongs to the noun right before it."""
    found = [said[:3] for said in read("en", "Aton bought the PC division of computer pioneer IBM.")]
    assert any(whole == "IBM" and "division" in part for part, said, whole in found if said == "subsidiaryOf")


def test_the_labour_minister_belongs_to_no_party_by_his_office() -> None:
    """Only a capital makes a party of "labour"."""
    assert "memberOfParty" not in [said[1] for said in read("en", "The labour minister, Lee Sang-soo, spoke.")]


@pytest.mark.parametrize("text", ["The Church of England appointed a bishop.", "Lloyd's of London paid the bill."])
def test_a_place_within_a_name_is_no_seat(text: str) -> None:
    """What a body is called does not say where it sits."""
    assert "headquarteredIn" not in [said[1] for said in read("en", text)]


@pytest.mark.parametrize(
    "office", ["head of climate products", "purchasing director", "chief economist", "mission chief"]
)
def test_who_heads_a_field_of_a_body_works_for_it_and_does_not_lead_it(office: str) -> None:
    """What he is charged with stands before or behind the office."""
    said = [fact[:3] for fact in read("en", f"Nokia regretted it. Its {office}, Paul Napier, apologised.")]
    assert ("Paul Napier", "worksFor", "Nokia") in said
    assert "leads" not in [fact[1] for fact in said]


@pytest.mark.parametrize("office", ["head", "director general", "managing director"])
def test_who_heads_the_whole_leads_it(office: str) -> None:
    """Words that belong to the name of the office are no field."""
    said = [fact[:3] for fact in read("en", f"Nokia regretted it. Its {office}, Paul Napier, apologised.")]
    assert {fact[1] for fact in said} & {"leads", "ceoOf"}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Rosa Diaz accused the government of cowardice.", ("government", "accusedOf", "cowardice")),
        ("Rosa Diaz accused the government of cowardice.", ("Rosa Diaz", "accused", "government")),
        ("Nokia is accused by Ericsson of copying its phones.", ("Nokia", "accusedOf", "copying its phones")),
        (
            "Rosa Diaz accused Paul Napier of being in the pay of Aton.",
            ("Paul Napier", "accusedOf", "being in the pay"),
        ),
    ],
)
def test_a_charge_is_what_one_is_accused_of(text: str, fact: tuple[str, str, str]) -> None:
    """It does not belong to the noun before it."""
    said = [f[:3] for f in read("en", text)]
    assert any(f[0].endswith(fact[0]) and f[1] == fact[1] and fact[2] in f[2] for f in said)


def test_who_owns_something_has_no_trade_for_that() -> None:
    """Only of what, said before it, makes a trade of "owner"."""
    assert "occupation" not in [fact[1] for fact in read("en", "The owner, Joe Grech, objected.")]


def test_who_belongs_to_a_party_is_not_told_twice() -> None:
    """That one is a member of a party says that one is a member."""
    said = [fact[:3] for fact in read("en", "Rosa Diaz belongs to the Labour Party.")]
    assert ("Rosa Diaz", "memberOfParty", "Labour Party") in said
    assert "memberOf" not in [fact[1] for fact in said]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("It paid £230m.", "It paid £230 million."),
        ("It paid $4.2bn for it.", "It paid $4.2 billion for it."),
        ("It lost 18m Swiss francs.", "It lost 18 million Swiss francs."),
        ("She won the 100m race.", "She won the 100m race."),
    ],
)
def test_amounts_are_shown_to_the_parser_in_full(text: str, shown: str) -> None:
    """Offsets of the shadow still lead to what the article has."""
    shadow = shade_for(text, load_pack("en"))
    assert shadow.text == shown
    end = shadow.span(0, len(shadow.text))
    assert text[end.start : end.end] == text


def test_where_a_thing_stands_is_not_the_word_of_who_speaks_of_it() -> None:
    """ "said that a plant in Lyon …": that it is in Lyon the article takes for granted."""
    said = read("en", "Rosa Diaz said that a plant in Lyon had polluted the river.")
    assert [fact[5] for fact in said if fact[1] == "locatedIn"] == [None]


def test_of_whom_is_accused_it_is_told_what_he_is_accused_of_doing() -> None:
    """ "accused the company Danel of polluting X": the gerund is Danel's act, whoever it hangs below."""
    said = read("en", "Jane Morel accused the company Danel of polluting the river.")
    assert ("Danel", "accusedOf", "polluting the river") in [fact[:3] for fact in said]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [("Tesco complained to Asda.", "complain to"), ("Nokia distanced itself from Ericsson.", "distance oneself from")],
)
def test_an_open_relation_is_called_in_english_words(text: str, phrase: str) -> None:
    """By no name of a role, and by no French pronoun."""
    assert [claim.phrase for claim in document("en", text).claims] == [phrase]


@pytest.mark.parametrize("words", ["The United States government", "The US government", "The New Zealand government"])
def test_the_government_of_a_country_is_known_by_whatever_name_the_country_has(words):
    """Of one word or several."""
    (government,) = (m for m in document("en", f"{words} sued Nokia.").mentions if m.surface == words)
    assert (government.known or "").startswith("government/")


@pytest.mark.parametrize(
    ("text", "nobodys"),
    [
        ("Paul Napier, a miner's son, won the seat.", ("Paul Napier", "miner")),
        ("Dr Paul Napier and his wife, the novelist Rosa Diaz, spoke.", ("Paul Napier", "novelist")),
    ],
)
def test_a_trade_of_somebody_beside_is_not_ones_own(text: str, nobodys: tuple[str, str]) -> None:
    """The father is the miner, and of two whom "and" joins the comma tells of the second."""
    assert nobodys not in [(s, o) for s, p, o, *_ in read("en", text) if p == "occupation"]


def test_the_capital_of_a_sentence_makes_no_party() -> None:
    """ "Shadow home secretary X": what opens the office is no name."""
    said = read("en", "Shadow home secretary Paul Napier backed the plan.")
    assert not [fact for fact in said if fact[1] == "memberOfParty"]
    assert ("Paul Napier", "holdsPosition", "Shadow home secretary") in [fact[:3] for fact in said]


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("Zelmo sued the bunker's landlord, Castle Hosting, in April.", "Castle Hosting"),
        ("The delay was asked for by the game's developer, Lumisk Studios.", "Lumisk Studios"),
        ("The contractor, Belmont Aerospace, declined to comment.", "Belmont Aerospace"),
    ],
)
def test_a_firm_that_is_something_to_another_is_nobody(text: str, firm: str) -> None:
    """ "its landlord, Orion Hosting": a firm may be so as well; who has a given name is somebody."""
    assert not [fact for fact in read("en", text) if fact[0] == firm and fact[1] in ("occupation", "nationality")]
    told = [fact[:3] for fact in read("en", "The developer, Rory Blake, declined to comment.")]
    assert ("Rory Blake", "occupation", "developer") in told


def test_a_rival_is_no_firm_that_the_next_line_names() -> None:
    """ "Toy chain sold to its supplier", and below it the chain's name."""
    lead = "Tarvo, the 90-shop grocery chain which is part of Nokia, is to be bought by one of its own suppliers."
    said = read("en", f"Grocery chain to be sold to its Dutch supplier\n\n{lead}")
    assert ("Tarvo", "country", "Dutch") not in [fact[:3] for fact in said]
    named = read("en", "The plant's Greek owner, Nokia, has closed it.")
    assert ("Nokia", "country", "Greek") in [fact[:3] for fact in named]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The South African mining company Danel closed a pit.", "South African"),
        ("Shares in South Korean chipmaker Danel fell.", "South Korean"),
    ],
)
def test_an_adjective_of_nationality_may_be_of_two_words(text: str, country: str) -> None:
    """ "South Korean" is of South Korea, and is no name."""
    assert ("Danel", "country", country) in [fact[:3] for fact in read("en", text)]
    (mention,) = (m for m in document("en", text).mentions if m.surface == country)
    assert (mention.known or "").startswith("country/")


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Danel, a family firm set up in 1921, makes clocks.", ("Danel", "foundingDate", "1921")),
        ("The company Danel, spun off from Zumo in 2012, makes clocks.", ("Danel", "foundingDate", "2012")),
        ("The company Danel, started in 2017 with help from a fund, has bought Zumo.", ("Danel", "acquired", "Zumo")),
    ],
)
def test_a_participle_may_look_like_a_past_tense(text: str, fact: tuple[str, str, str]) -> None:
    """What is set off behind a name with a verb behind it is told of the name beside what it does."""
    assert fact in [found[:3] for found in read("en", text)]


def test_what_is_set_off_before_a_verb_does_not_make_a_participle_of_it() -> None:
    """ "The hackers, who call themselves Danel, encrypted the servers and demanded money": they did it."""
    said = read("en", "The hackers, who call themselves Danel, encrypted the servers, copied them and demanded money.")
    assert not [fact for fact in said if fact[1] == "foundingDate" or fact[2] == "The hackers"]


@pytest.mark.parametrize(
    ("text", "town"),
    [("Paris police searched a flat.", "Paris"), ("The Houston hospital was evacuated.", "Houston")],
)
def test_a_town_before_a_body_or_building_says_where_it_is(text: str, town: str) -> None:
    """ "Paris police", "the Houston hospital"."""
    assert any(fact[1:3] == ("locatedIn", town) for fact in read("en", text))


def test_a_place_before_a_prison_may_be_its_own_name() -> None:
    """ "Zelmar prison" is not said to be in a town of that name."""
    said = read("en", "He was held at Zelmar prison.")
    assert not [fact for fact in said if fact[1] == "locatedIn" and fact[2] == "Zelmar"]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Nokia's founder and president, Paul Napier, spoke.", ("Paul Napier", "founded", "Nokia")),
        ("Nokia's founder and largest shareholder, Paul Napier, spoke.", ("Paul Napier", "owns", "Nokia")),
        ("The party's founder and leader, Paul Napier, spoke.", ("Paul Napier", "leads", "The party's")),
        ("Severn & Wye, the lender, closed a branch.", ("Severn & Wye", "industry", "lender")),
        ("Assistant U.S. Attorney Paul Napier spoke.", ("Paul Napier", "occupation", "Assistant U.S. Attorney")),
    ],
)
def test_one_of_two_names_or_offices_is_no_second(text: str, fact: tuple[str, str, str]) -> None:
    """What a comma sets off behind one name of two words, or two offices of one person, tells of the one."""
    assert fact in [said[:3] for said in read("en", text)]


@pytest.mark.parametrize(
    ("text", "modality", "speaker"),
    [
        ("The union told a rally outside Nokia's headquarters in Leeds that it would go on.", "actual", None),
        ("The app was sold by Leeds-based Nokia, a laboratory said.", "actual", None),
        ("Nokia may open its headquarters in Leeds.", "possible", None),
        ('"Nokia\'s headquarters in Leeds are a ruin," said Rosa Diaz.', "actual", "Rosa Diaz"),
    ],
)
def test_a_seat_beside_a_clause_holds_whoever_is_speaking(text: str, modality: str, speaker: str | None) -> None:
    """What opens or moves it makes it no more real than its verb; a quotation is its speaker's."""
    (seat,) = [said for said in read("en", text) if said[1] == "headquarteredIn"]
    assert seat[4:6] == (modality, speaker)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The bank Zumo is to be sold to Nokia for $2m.", "actual"),
        ("Nokia may buy the bank Zumo for $2m.", "possible"),
        ("The phone will be sold for $200 from May.", "planned"),
    ],
)
def test_a_firm_that_is_to_be_sold_has_its_price(text: str, modality: str) -> None:
    """It is agreed before it is paid; what is only thought of has none yet, nor have goods that are to come."""
    assert modality in {said[4] for said in read("en", text) if said[1] == "price"}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Zumo is backed by the Nokia Foundation and by Aton.",
            [("Nokia Foundation", "supports", "Zumo"), ("Aton", "supports", "Zumo")],
        ),
        (
            "Aton competes with Zumo and with Nokia.",
            [("Aton", "competesWith", "Zumo"), ("Aton", "competesWith", "Nokia")],
        ),
    ],
)
def test_what_the_same_adposition_leads_again_is_joined(text: str, facts: list[tuple[str, str, str]]) -> None:
    """ "by X and by Y" is "by X and Y"."""
    told = [said[:3] for said in read("en", text)]
    assert all(fact in told for fact in facts)
