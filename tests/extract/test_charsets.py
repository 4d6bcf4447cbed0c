"""Remembering character classes changes how long patterns take to compile, and nothing else."""

import re
import time

import pytest

from kg.extract.charsets import charsets_remembered

LETTERS = "a-zà-öø-ÿ\u0100-\u017f\u0370-\u03ff\u0400-\u04ff"
PATTERNS = [
    "(?iu)" + "|".join(f"(?:^{word}[-][{LETTERS}]+$)" for word in ("ex", "non", "vice", "quasi")),
    f"[^{LETTERS}]+",
    f"(?i)[{LETTERS}0-9_]+",
    "[éè]t[ée]s?",
]
WORDS = ["ex-ministre", "EX-MINISTRE", "non-лица", "vice", "été", "ÉTÉS", "123", "€ $", "Straße", "ſ", "K"]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_patterns_match_what_they_matched(pattern):
    """Every pattern finds the same in every word, with or without."""
    plain = re.compile(pattern)
    re.purge()
    with charsets_remembered():
        remembered = re.compile(pattern)

    assert remembered is not plain
    for word in WORDS:
        expected, found = plain.search(word), remembered.search(word)
        assert (expected and expected.span()) == (found and found.span()), word


def test_python_is_as_it_was_afterwards():
    """Also when the block fails."""
    before = re._compiler._optimize_charset
    with pytest.raises(re.error), charsets_remembered():
        re.compile("[")

    assert re._compiler._optimize_charset is before


def test_equal_classes_are_worked_out_once():
    """The point of it: many equal classes cost little more than one."""
    letters = "".join(f"{chr(c)}-{chr(c + 1)}" for c in range(0x100, 0x2000, 3))
    pattern = "(?iu)" + "|".join(f"x{i}[{letters}]" for i in range(30))
    start = time.process_time()
    re.compile(pattern)
    plain = time.process_time() - start
    re.purge()
    start = time.process_time()
    with charsets_remembered():
        re.compile(pattern)

    assert time.process_time() - start < plain
