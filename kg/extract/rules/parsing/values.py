"""Numbers, amounts of money and dates in words, made comparable."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from kg.extract.rules.parsing.agreement import singular_of
from kg.lang import LanguagePack, load_pack
from kg.model import Period

DIGITS = re.compile(r"-?\d{1,3}(?:[ .,\u00a0\u202f]\d{3})+(?!\d)(?:[.,]\d+)?|-?\d+(?:[.,]\d+)?")
AGE_DIGITS = 3
WEEK = 7
NEVER = WEEK  # days back that no weekday is
YEAR = re.compile(r"\b(1[6-9]\d\d|20\d\d)\b")


@dataclass(frozen=True, slots=True)
class Number:
    """A quantity found in a text; offsets count from the text's start."""

    value: float
    start: int
    end: int


def read_number(text: str, pack: LanguagePack) -> Number | None:
    """Return the first number of a text, in digits or words, multiplied out ("15 millions" is 15000000)."""
    found = DIGITS.search(text)
    words = _number_words(pack)
    if found is None or ((spelt := words.search(text.casefold())) and spelt.start() < found.start()):
        spelt = words.search(text.casefold())
        if spelt is None:
            return None
        value, end = _spelt_value(spelt.group(), pack), spelt.end()
        start = spelt.start()
    else:
        value, start, end = _digits_value(found.group(), pack), found.start(), found.end()
    while True:
        factor = _multiplier(pack).match(text[end:].casefold())
        if factor is None:
            return Number(value, start, end)
        value *= pack.patterns["numbers"]["multipliers"][factor.group(1)]
        end += factor.end()


def read_age(form: str, pack: LanguagePack) -> tuple[int, str] | None:
    """Return the years and the noun of a word that calls somebody by his age: "34-year-olds"."""
    years, _, noun = form.partition("-")
    counts = years.isdecimal() and len(years) <= AGE_DIGITS
    return (int(years), noun) if counts and singular_of(pack, noun) in pack.words["aged_nouns"] else None


def _digits_value(digits: str, pack: LanguagePack) -> float:
    bare = re.sub(r"[ \u00a0\u202f]", "", digits)
    decimal = pack.patterns["numbers"]["decimal"]
    thousands = "." if decimal == "," else ","
    if re.fullmatch(rf"-?\d{{1,3}}(\{thousands}\d{{3}})+(\{decimal}\d+)?", bare):
        bare = bare.replace(thousands, "")
    *marks, last = re.findall("[.,]", bare) or ["."]
    if marks:  # as other languages write it: "1,200.5" and "1,200,300" in French
        whole, _, decimals = bare.rpartition(last)
        bare = re.sub("[.,]", "", whole) + ("" if last in marks else ".") + decimals  # a decimal mark stands once
    return float(bare.replace(",", "."))


@cache
def _words_for(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    pack = load_pack(code)
    table, plural = pack.patterns["numbers"], f"(?:{pack.agreement['plural']})"
    numbers = sorted(table["numbers"], key=len, reverse=True)
    multipliers = sorted(table["multipliers"], key=len, reverse=True)
    one = "|".join(map(re.escape, numbers))
    many = "|".join(map(re.escape, multipliers))
    joints = "|".join(("[ -]", *map(re.escape, table.get("joints", ()))))
    links = "|".join(rf"\s{re.escape(link)}" for link in table.get("links", ()))
    return (
        re.compile(rf"\b(?:{one})(?:(?:{joints})(?:{one}))*\b"),
        re.compile(rf"\s?({many}){plural}?\b(?:{links})?"),
    )


def _number_words(pack: LanguagePack) -> re.Pattern[str]:
    return _words_for(pack.code)[0]


def _multiplier(pack: LanguagePack) -> re.Pattern[str]:
    return _words_for(pack.code)[1]


def _spelt_value(spelt: str, pack: LanguagePack) -> float:
    table = pack.patterns["numbers"]["numbers"]
    if spelt in table:
        return float(table[spelt])
    total = 0.0
    for part in re.split(r"[ -]", spelt):
        value = table.get(part)
        if value is None:
            continue
        total = total * value if value == 100 and total else total + value
    return total


def plain(value: float) -> str:
    """Write a number without exponent or needless zeros."""
    return str(int(value)) if value == int(value) else repr(round(value, 6))


def read_money(text: str, pack: LanguagePack) -> str | None:
    """Return "15000000 EUR" for the first amount of a text; None without a currency ("one per cent" has none)."""
    for share in pack.patterns["numbers"]["approximators"].get("percent", ()):
        text = text.replace(share, share.replace(" ", "_"))
    found = _currency(text, pack)
    if found is None:
        return None
    currency, at, end = found
    number = _last_number(text[max(0, at - 40) : at], pack) or read_number(text[end : end + 40], pack)
    hundredth = text[at:end].casefold() in pack.patterns["numbers"].get("hundredths", ())
    return f"{plain(number.value / (100 if hundredth else 1))} {currency}" if number is not None else None


def _currency(text: str, pack: LanguagePack) -> tuple[str, int, int] | None:
    """Return the code, start and end of the first currency; of two at one place the longer ("dollars australiens")."""
    table, plural, folded = pack.patterns["numbers"], pack.agreement["plural"], text.casefold()
    found = []
    for symbol, code in table["symbols"].items():
        position = text.find(symbol)
        if position >= 0:
            found.append((position, -len(symbol), code))
    for word, code in table["currencies"].items():
        start = r"\b" if len(word) > 1 else r"(?<=\d)"  # "93p"
        match = re.search(rf"{start}{re.escape(word)}(?:{plural})?\b", folded)
        if match is not None:
            found.append((match.start(), match.start() - match.end(), code))
    if not found:
        return None
    position, size, code = min(found)
    return code, position, position - size


def _last_number(text: str, pack: LanguagePack) -> Number | None:
    """Return the number that ends a text ("un bénéfice de 2 millions d'"), if it ends with one."""
    at, last = 0, None
    while (number := read_number(text[at:], pack)) is not None:
        last, at = number, at + number.end
    return last if last is not None and len(text[at:].split()) <= 1 else None


def read_date(text: str, pack: LanguagePack, published: str | None, *, turn: int = NEVER) -> Period | None:
    """Return the period that a date expression means, as precise as its words.

    Args:
        turn: from how many days back on a weekday means the next one: "rencontrera X mardi".
    """
    folded = text.casefold()
    months = pack.patterns["dates"]["months"]
    year, month = YEAR.search(folded), _month(pack.code).search(folded)
    if month is None:
        return _year(year.group(), text) if year else _relative(folded, text, pack, published, turn)
    number = months[month.group(2)]
    day = month.group(1) or month.group(3)
    at = (number, int(day) if day else None)
    wanted = int(year.group()) if year else _year_told(folded, at, pack, published) or _year_of(number, published)
    return _day(wanted, *at, text) if wanted is not None else None


def date_as_written(text: str, pack: LanguagePack) -> str | None:
    """ "25 avril", "lundi après-midi": a day or month that no year and no date of the article tell, in its words."""
    folded = text.casefold()
    if _month(pack.code).search(folded) is None:
        days = (rf"\b{re.escape(day)}\b" for day in pack.patterns["dates"]["weekdays"])
        if not any(re.search(day, folded) for day in days):
            return None
    words = text.split()
    while len(words) > 1 and words[0].casefold() in pack.patterns["dates"]["before_days"]:
        words.pop(0)
    return " ".join(words)


@cache
def _month(code: str) -> re.Pattern[str]:
    """A month with its day before or behind it, if any: "1er mai", "3rd of May", "May 3"."""
    table = load_pack(code).patterns["dates"]
    names = "|".join(sorted(map(re.escape, table["months"]), key=len, reverse=True))
    endings = "|".join(table.get("day_endings", ()))
    links = "".join(rf"(?:{link}\s+)?" for link in table.get("day_links", ()))
    return re.compile(rf"(?:\b(\d{{1,2}})(?:{endings})?\s+{links})?\b({names})\b\.?(?:\s+(\d{{1,2}})\b(?!\d))?")


def _year(year: str, surface: str) -> Period:
    return Period(value=year, earliest=f"{year}-01-01", latest=f"{year}-12-31", surface=surface)


def _day(year: int, month: int, day: int | None, surface: str) -> Period | None:
    try:
        first = date(year, month, day or 1)
    except ValueError:
        return None
    if day:
        return Period(value=first.isoformat(), earliest=first.isoformat(), latest=first.isoformat(), surface=surface)
    last = (date(year + month // 12, month % 12 + 1, 1)) - timedelta(days=1)
    return Period(value=f"{year}-{month:02d}", earliest=first.isoformat(), latest=last.isoformat(), surface=surface)


def _year_told(folded: str, at: tuple[int, int | None], pack: LanguagePack, published: str | None) -> int | None:
    """ "le 6 décembre dernier", "en mai prochain": the last before the article, or the next behind it."""
    table, words = pack.patterns["dates"], set(folded.split())
    before, behind = (not words.isdisjoint(table[name]) for name in ("last_marks", "next_marks"))
    if before == behind or not words.isdisjoint(table["of_years"]) or not published or published.count("-") < 2:
        return None
    year, month, day = map(int, published[:10].split("-"))
    today, told = (month, day if at[1] else 0), (at[0], at[1] or 0)
    if before:
        return year if told < today else year - 1
    return year if told > today else year + 1


def _year_of(month: int, published: str | None) -> int | None:
    """A month without a year is the one nearest before or soon after the day of the article."""
    if not published or len(published) < 7:
        return int(published[:4]) if published and len(published) == 4 else None
    year, now = int(published[:4]), int(published[5:7])
    if month - now > 6:
        return year - 1
    return year + 1 if now - month > 8 else year


def _relative(folded: str, surface: str, pack: LanguagePack, published: str | None, turn: int) -> Period | None:
    """Weekdays and words like "hier" count from the day of the article; "mardi prochain" is behind it."""
    if not published or len(published) < 10:
        return None
    today = date.fromisoformat(published[:10])
    table = pack.patterns["dates"]
    for word, offset in table["relative_days"].items():
        if re.search(rf"\b{re.escape(word)}\b", folded):
            return _iso_day(today + timedelta(days=offset), surface)
    for word, weekday in table["weekdays"].items():
        if re.search(rf"\b{re.escape(word)}\b", folded):
            back = (today.weekday() - weekday) % WEEK
            following = not set(folded.split()).isdisjoint(table["next_marks"])
            back -= WEEK if following or back >= turn else 0
            return _iso_day(today - timedelta(days=back), surface)
    return None


def _iso_day(day: date, surface: str) -> Period:
    return Period(value=day.isoformat(), earliest=day.isoformat(), latest=day.isoformat(), surface=surface)
