"""Whatever the data of a language holds is asked for by the code."""

from pathlib import Path

import pytest

import kg
from kg.lang import load_pack

CODE = "".join(path.read_text("utf-8") for path in sorted(Path(kg.__file__).parent.rglob("*.py")))


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
