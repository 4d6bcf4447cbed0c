"""Remembering character classes changes how long patterns take to compile, and nothing else."""

import re

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


def test_equal_classes_are_worked_out_once(monkeypatch):
    """The point of it: thirty equal classes are no more work than one."""
    calls = []
    optimise = re._compiler._optimize_charset
    monkeypatch.setattr(re._compiler, "_optimize_charset", lambda *a, **k: calls.append(a) or optimise(*a, **k))
    re.purge()

    with charsets_remembered():
        re.compile("(?iu)" + "|".join(f"x{i}[{LETTERS}]" for i in range(30)))

    assert 0 < len(calls) < 30
