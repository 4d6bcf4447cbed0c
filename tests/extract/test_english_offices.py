"""Who holds, gets and leaves an office, as English newspapers say it; and how old they are."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Paul Napier, executive director of Nokia, spoke.", ("Paul Napier", "leads", "Nokia")),
        ("Paul Napier, chief economist at Nokia, spoke.", ("Paul Napier", "occupation", "chief economist")),
        ("President Rosa Diaz named Paul Napier secretary of state.", ("Rosa Diaz", "appointed", "Paul Napier")),
        (
            "President Rosa Diaz named Paul Napier secretary of state.",
            ("Paul Napier", "holdsPosition", "secretary of state"),
        ),
        ("Nokia appointed Paul Napier chairman on Monday.", ("Paul Napier", "chairOf", "Nokia")),
        ("Paul Napier was re-elected mayor of Leeds on Thursday.", ("Paul Napier", "holdsPosition", "mayor of Leeds")),
        ("Paul Napier was elected MP for Leeds in 2010.", ("Paul Napier", "holdsPosition", "MP for Leeds")),
        ("Paul Napier will be sworn in as interior minister.", ("Paul Napier", "holdsPosition", "interior minister")),
        ("Paul Napier served as interior minister for a year.", ("Paul Napier", "holdsPosition", "interior minister")),
        ("Rosa Diaz turned 71 on Monday.", ("Rosa Diaz", "age", "71")),
        ("Nokia lost money. Chief executive Rosa Diaz spoke.", ("Rosa Diaz", "ceoOf", "Nokia")),
        ("Rosa Diaz, Conservative MP for Leeds, spoke.", ("Rosa Diaz", "holdsPosition", "Conservative MP for Leeds")),
        ("Rosa Diaz, whose brother Paul was killed, spoke.", ("Paul", "siblingOf", "Rosa Diaz")),
        ("Born in 1979, the daughter of a miner, Rosa Diaz is a vet.", ("Rosa Diaz", "birthDate", "1979")),
        ("Paul Napier, appointed chairman of Nokia in 2009, sued.", ("Paul Napier", "chairOf", "Nokia")),
        ("The appointment of Paul Napier as chairman of Nokia was wrong.", ("Paul Napier", "chairOf", "Nokia")),
        ("Councillor Hendar Wiryo spoke.", ("Hendar Wiryo", "holdsPosition", "Councillor")),
        ("Education Secretary Hendar Wiryo spoke.", ("Hendar Wiryo", "holdsPosition", "Education Secretary")),
        ("Gen. Paul Napier spoke.", ("Paul Napier", "holdsPosition", "general")),
        ("Det Sgt Paul Napier spoke.", ("Paul Napier", "holdsPosition", "Det Sgt")),
        ("Nato secretary general Paul Napier spoke.", ("Paul Napier", "leads", "Nato")),
        ("Paul Napier, 54, from Leeds, was charged.", ("Paul Napier", "residesIn", "Leeds")),
        ("Paul Napier from the University of Leeds spoke.", ("Paul Napier", "worksFor", "University of Leeds")),
        ("Rosa Diaz, now 71, was a nurse.", ("Rosa Diaz", "age", "71")),
    ],
)
def test_it_is_read(text: str, fact: tuple[str, str, str]) -> None:
    """Each sentence tells what stands beside it."""
    assert fact in [claim[:3] for claim in read("en", text)]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Paul Napier, executive director of Nokia, spoke.", ("Paul Napier", "holdsPosition", "executive")),
        ("Nokia has replaced Rosa Diaz with Paul Napier.", ("Rosa Diaz", "succeeded", "Paul Napier")),
        ("Rosa Diaz, a partner with Thompsons, spoke.", ("Rosa Diaz", "cooperatesWith", "Thompsons")),
        ("Nokia's chief financial officer, Rosa Diaz, spoke.", ("Rosa Diaz", "leads", "Nokia")),
        ("Rosa Diaz announced her resignation as chairwoman of Nokia.", ("chairwoman of Nokia", "chairOf", "Nokia")),
        ("Paul Napier's wife of 30 years, Rosa Diaz, spoke.", ("Rosa Diaz", "age", "30")),
        ("Rosa Diaz turned 71 pages.", ("Rosa Diaz", "age", "71")),
        ("Rosa Diaz, whose brother Paul was killed in 2003, spoke.", ("Rosa Diaz", "deathDate", "2003")),
    ],
)
def test_it_is_not_read(text: str, fact: tuple[str, str, str]) -> None:
    """No sentence tells what stands beside it."""
    assert fact not in [claim[:3] for claim in read("en", text)]


@pytest.mark.parametrize(
    "text",
    ["President-elect Rosa Diaz spoke.", "Chile's president-elect, Rosa Diaz, spoke."],
)
def test_who_is_elected_holds_no_other_office_yet(text):
    """The hyphen makes one office of it, that of who is to take another."""
    held = {o.lower() for s, p, o, *_ in read("en", text) if p == "holdsPosition" and s == "Rosa Diaz"}
    assert held == {"president-elect"}
