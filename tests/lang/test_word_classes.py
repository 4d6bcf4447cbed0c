"""Every class of words in the data of a language is asked for by the code."""

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
