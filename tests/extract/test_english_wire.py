"""What news agencies write in English: wrongs told by a clause, state firms, led groups, storms, short offices."""

import pytest

from tests.extract.reading import document, read

pytestmark = pytest.mark.model


def facts_of(text: str) -> set[tuple[str, str, str]]:
    """The ends and property of each claim of a text."""
    return {said[:3] for said in read("en", text)}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Paul Napier was held on charges that he robbed a bank.", ("Paul Napier", "chargedWith", "robbed a bank")),
        ("Paul Napier faces charges that he bribed a judge.", ("Paul Napier", "chargedWith", "bribed a judge")),
        ("Nokia denies allegations that it bribed a judge.", ("Nokia", "accusedOf", "bribed a judge")),
    ],
)
def test_a_clause_behind_a_charge_tells_the_wrong(text: str, fact: tuple[str, str, str]) -> None:
    """Who is charged is told before it, and no part of what he is charged with."""
    assert fact in facts_of(text)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Nokia alleges that Huawei copied a patent.", ("Nokia", "accused", "Huawei")),
        ("Nokia alleges that the vote was rigged by Huawei.", ("Nokia", "accused", "Huawei")),
        ("Huawei rejected Nokia's claim that it had copied a patent.", ("Nokia", "accused", "Huawei")),
        ("Nokia complained that Huawei had broken the deal.", ("Nokia", "criticized", "Huawei")),
    ],
)
def test_who_is_alleged_to_have_done_it_is_accused(text: str, fact: tuple[str, str, str]) -> None:
    """The clause tells who did it; of a passive its agent."""
    assert fact in facts_of(text)


@pytest.mark.parametrize(
    "text", ["Nokia alleged that Huawei had been robbed.", "Paul Napier was held on charges that he stole from Huawei."]
)
def test_who_suffers_a_wrong_is_not_accused_of_it(text: str) -> None:
    """Nor does who is robbed accuse anybody."""
    assert not {said for said in facts_of(text) if said[1] == "accused"}


@pytest.mark.parametrize(
    ("text", "accuser"),
    [
        ("Rwanda has been accused of arming the rebels by the United Nations.", "United Nations"),
        ("Nokia was accused of breaking the law by Rosa Diaz.", "Rosa Diaz"),
    ],
)
def test_who_accuses_may_stand_behind_the_wrong(text: str, accuser: str) -> None:
    """It is no part of the wrong."""
    facts = facts_of(text)
    assert accuser in {said[0] for said in facts if said[1] == "accused"}
    assert not any(accuser in said[2] for said in facts if said[1] == "accusedOf")


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("The state-owned Norwegian utility Aton will close.", ("Norwegian", "owns", "Aton")),
        ("Norway's state-owned company Aton will close.", ("Norway", "owns", "Aton")),
    ],
)
def test_a_state_firm_is_its_countrys(text: str, fact: tuple[str, str, str]) -> None:
    """The adjective or the possessor beside "state-owned" tells which state's."""
    assert fact in facts_of(text)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("The Tate Museum has 640 shops and 31,000 staff.", ("Tate Museum", "employeeCount", "31000")),
        ("The company has 240 workers to pay.", ("The company", "employeeCount", "240")),
    ],
)
def test_staff_is_counted_by_its_own_number(text: str, fact: tuple[str, str, str]) -> None:
    """A number before another noun counts that."""
    assert [said for said in facts_of(text) if said[1] == "employeeCount"] == [fact]


@pytest.mark.parametrize(
    "text",
    ["The grocer Zumo closed two shops on Monday.", "The company had sales of $740m last year and 86 workers."],
)
def test_shops_and_sales_are_no_firm_and_no_staff(text: str) -> None:
    """What a firm closes is not itself, and a sum counts nobody."""
    assert not {said for said in facts_of(text) if said[1] in ("dissolutionDate", "employeeCount")}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Larder & Field's chief executive, Paul Napier, resigned.", ("Paul Napier", "ceoOf", "Larder & Field")),
        ("Duke University's coach, Paul Napier, resigned.", ("Paul Napier", "leads", "Duke University")),
        ("Gov. Paul Napier of Texas signed the bill.", ("Paul Napier", "leads", "Texas")),
        ("Police, at Sweden's request, arrested Paul Napier.", ("Sweden", "requestedFrom", "Police")),
        ("Nokia filed a complaint with the police against Huawei.", ("Nokia", "sued", "Huawei")),
    ],
)
def test_names_and_offices_are_read_whole(text: str, fact: tuple[str, str, str]) -> None:
    """Also where a common word, a title or a short form opens them, or the parser hangs them on another name."""
    assert fact in facts_of(text)


def test_a_storm_is_nobody() -> None:
    """It is given a name like one."""
    told = document("en", "Typhoon Mina killed 40 people in the Philippines.").mentions
    assert {m.type for m in told if m.surface == "Typhoon Mina"} == {"DisasterEvent"}


def test_what_happens_to_ones_thing_is_no_act_on_oneself() -> None:
    """ "whose factory burned down": the factory burned, nothing burned its owner."""
    facts = facts_of("The firm Zumo, whose Leeds factory burned down, will rebuild it.")
    assert not {said for said in facts if said[1] == "attacked"}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Aton makes paint. The company chairman, Paul Napier, spoke.", ("Paul Napier", "chairOf", "Aton")),
        ("An army spokesman, Paul Napier, denied it.", ("Paul Napier", "spokespersonFor", "army")),
        ("Kenya's police chief, Paul Napier, spoke.", ("Paul Napier", "leads", "Kenya's police")),
    ],
)
def test_the_body_before_an_office_is_led(text: str, fact: tuple[str, str, str]) -> None:
    """It is the one that was spoken of, or that everybody knows."""
    assert fact in facts_of(text)


@pytest.mark.parametrize("text", ["Church leaders met in Leeds.", "A bank robber shot Paul Napier."])
def test_what_leaders_are_of_or_others_do_is_no_body_led(text: str) -> None:
    """Several lead no one body, and a trade is no office of one."""
    assert not {said for said in facts_of(text) if said[1] in ("leads", "worksFor")}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Kenyan and Tanzanian universities signed it.", ("universities", "country", "Tanzanian")),
        ("The Ohio Hospital Association opposed it.", ("Ohio Hospital Association", "locatedIn", "Ohio")),
        (
            "The Massachusetts Nurses Association opposed it.",
            ("Massachusetts Nurses Association", "locatedIn", "Massachusetts"),
        ),
        ("A bomb went off in Istanbul's Kadikoy district.", ("Kadikoy", "locatedIn", "Istanbul")),
    ],
)
def test_places_tell_where_in_rows_names_and_genitives(text: str, fact: tuple[str, str, str]) -> None:
    """Each adjective of a row, an area that opens a name, and who owns a district."""
    assert fact in facts_of(text)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("A court sentenced Oleg Marchenko to nine years for theft.", ("Oleg Marchenko", "convictedOf", "theft")),
        ("UN Secretary-General Ana Costa spoke.", ("Ana Costa", "holdsPosition", "Secretary-General")),
        ("Belgrade has rejected three Dutch requests.", ("Belgrade", "refusedRequestOf", "Dutch")),
        ("A London court fined Barclays.", ("A London court", "locatedIn", "London")),
    ],
)
def test_names_are_told_from_what_stands_beside_them(text: str, fact: tuple[str, str, str]) -> None:
    """A surname is of no date, an article of no town, a hyphen cuts no office; an adjective tells who asked."""
    assert fact in facts_of(text)


def test_who_is_against_a_body_does_not_work_for_it() -> None:
    """Nor is it a trade to be against something."""
    facts = facts_of("Ann Lee, a fierce critic of the government, was freed.")
    assert ("Ann Lee", "criticized", "the government") in facts
    assert not {said for said in facts if said[1] in ("worksFor", "occupation")}
