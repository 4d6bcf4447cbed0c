"""Numbers, dates and ages in words are made comparable."""

import pytest

from kg.extract.rules.parsing.values import date_as_written, read_age, read_date, read_money, read_number
from kg.lang import load_pack


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("fr", "1.200,5", 1200.5),
        ("fr", "1,200.5", 1200.5),
        ("fr", "1,200,300", 1200300),
        ("en", "1,200.5", 1200.5),
        ("en", "1.200,5", 1200.5),
        ("en", "1.200.300", 1200300),
        ("fr", "2 millions d'euros", 2000000),
        ("fr", "vingt et un", 21),
    ],
)
def test_a_number_means_the_same_however_it_is_written(language, text, value):
    """French articles quote figures as English writes them, and the other way round."""
    found = read_number(text, load_pack(language))
    assert found is not None
    assert found.value == value


def test_a_share_is_no_money():
    """ "per cent" holds the name of a coin."""
    assert read_money("one per cent of output", load_pack("en")) is None
    assert read_money("99 cents", load_pack("en")) is not None


@pytest.mark.parametrize(
    ("text", "amount"), [("41 cents", "0.41 USD"), ("190 pence", "1.9 GBP"), ("93p", "0.93 GBP"), ("£93", "93 GBP")]
)
def test_a_hundredth_of_a_currency_is_told_in_the_currency(text, amount):
    """Shares are quoted in pence, and a penny is no pound; "p" is one only right behind a figure."""
    assert read_money(text, load_pack("en")) == amount
    assert read_money("p 93", load_pack("en")) is None


@pytest.mark.parametrize(
    ("language", "text"), [("fr", "le 1er mai 2019"), ("en", "1st of May 2019"), ("en", "May 1, 2019")]
)
def test_a_day_is_read_with_its_ending(language, text):
    """ "1er", "1st": what hangs on the figure is no part of it."""
    found = read_date(text, load_pack(language), None)
    assert found is not None
    assert found.value == "2019-05-01"


def test_who_is_called_by_an_age_has_it():
    """ "a 34-year-old", "two 34-year-olds", but nobody is a "34-year"."""
    pack = load_pack("en")
    assert read_age("34-year-old", pack) == (34, "year-old")
    assert read_age("34-year-olds", pack) == (34, "year-olds")
    assert read_age("34-year", pack) is None


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("fr", "le 6 décembre dernier", "2019-12-06"),
        ("fr", "le 3 mars dernier", "2020-03-03"),
        ("fr", "en août dernier", "2019-08"),
        ("fr", "le 10 juin prochain", "2021-06-10"),
        ("fr", "en septembre prochain", "2020-09"),
        ("fr", "le 6 septembre", "2020-09-06"),
        ("en", "last October", "2019-10"),
        ("en", "next May", "2021-05"),
    ],
)
def test_the_last_or_next_of_a_month_counts_from_the_article(language, text, value):
    """ "le 6 décembre dernier" is before the article, however near the next sixth of December is."""
    found = read_date(text, load_pack(language), "2020-06-15")
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize(
    ("language", "text", "written"),
    [
        ("fr", "le 25 avril dernier", "25 avril dernier"),
        ("fr", "lundi après-midi", "lundi après-midi"),
        ("fr", "en juin", "juin"),
        ("en", "on Monday", "Monday"),
        ("fr", "il y a un an", None),
    ],
)
def test_a_day_without_year_is_kept_as_it_is_written(language, text, written):
    """Where neither text nor article tells the year, the words are the date; "il y a un an" names no day."""
    assert date_as_written(text, load_pack(language)) == written
