"""Whatever the data of a language holds is asked for by the code."""

import re
from pathlib import Path

import pytest

import kg
from kg.lang import languages, load_pack

KG = Path(kg.__file__).parent
CODE = "".join(path.read_text("utf-8") for path in sorted(KG.rglob("*.py")))
RULES = "".join(path.read_text("utf-8") for path in sorted((KG / "extract").rglob("*.py")))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_class_of_words_is_read(language):
    """Its name stands somewhere in the code."""
    pack = load_pack(language)
    assert [name for name in sorted({*pack.words, *pack.lists}) if f'"{name}"' not in CODE] == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_table_of_dates_numbers_and_tenses_is_read(language):
    """A table that nothing asks for would be mended in vain."""
    pack = load_pack(language)
    tables = {*pack.patterns["dates"], *pack.patterns["numbers"], *pack.tense}

    assert [name for name in sorted(tables) if f'"{name}"' not in CODE] == []


def test_what_the_code_asks_for_some_language_has():
    """What a language lacks counts as empty, so that a slip in a name would never be seen."""
    packs = [load_pack(language) for language in languages()]
    words = set(re.findall(r'\bwords(?:\[|\.get\()"(\w+)"', RULES))
    lists = set(re.findall(r'\blists(?:\[|\.get\()"(\w+)"', RULES))

    assert words - {name for pack in packs for name in pack.words} == set()
    assert lists - {name for pack in packs for name in pack.lists} == set()


def test_a_class_that_a_language_lacks_is_empty():
    """A third language need not repeat every list of the others."""
    assert load_pack("en").words["no such class"] == frozenset()
    assert "no such class" not in load_pack("en").words
