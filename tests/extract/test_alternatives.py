"""Sharing what alternatives end in changes how long a pattern takes to compile, and nothing else."""

import re

import pytest

from kg.extract.alternatives import endings_shared, share_endings

LETTERS = "".join(f"\\u{0x400 + i:04X}" for i in range(80)) + "a-zà-öø-ÿ\u0100-\u017f\u0370-\u03ff" + "éèê" * 20
ALIKE = "(?iu)" + "|".join(f"(?:^{word}[-][{LETTERS}]+$)" for word in ("ex", "n[oô]n", "vi(?:ce|s)?", "quasi"))
OTHERS = f"(?:^x[-][{LETTERS}]*$)|(?:^zig[-]?z[{LETTERS}]+$)|(?:^y[{LETTERS}][{LETTERS}]*$)|(?:^ab[{LETTERS}]*$)"
UNTOUCHED = [
    f"[{LETTERS}]+",
    f"(?:^a[{LETTERS}]+$)",  # nothing to share it with
    rf"(?:^a\([{LETTERS}]+$)|(?:^b[{LETTERS}]+$)",  # a bracket that opens no group
    f"(?:^a|b[{LETTERS}]+$)|(?:^c[{LETTERS}]+$)",  # its first alternative has no ending
    f"(?:(?:^a)|(?:^b[{LETTERS}]+$))|(?:^c[{LETTERS}]+$)",  # alternatives within one
    f"(?:a[{LETTERS}]+$)|(?:b[{LETTERS}]+$)",  # no whole words: the first that matches would tell how far
    "(?:^zigzag$)|(?:^zag$)",
]
WORDS = ["ex-ministre", "EX-MINISTRE", "nôn-Лица", "vice", "vi-ce", "vis-é", "x-", "zigzag", "été", "yÉ", "abéé"]


@pytest.mark.parametrize("pattern", [ALIKE, OTHERS, *UNTOUCHED])
def test_patterns_match_what_they_matched(pattern):
    """Every pattern finds the same in every word, with or without."""
    plain = re.compile(pattern)
    with endings_shared():
        shared = re.compile(pattern)

    for word in WORDS:
        expected, found = plain.search(word), shared.search(word)
        assert (expected and expected.span()) == (found and found.span()), word


def test_an_ending_is_compiled_once():
    """The point of it: four alternatives that end in the same class of letters hold it once."""
    assert ALIKE.count(LETTERS) == 4
    assert share_endings(ALIKE) == f"(?iu)(?:(?:^ex[-]|^n[oô]n[-]|^vi(?:ce|s)?[-]|^quasi[-])[{LETTERS}]+$)"


@pytest.mark.parametrize("pattern", UNTOUCHED)
def test_what_is_not_plainly_made_of_alternatives_stays(pattern):
    """Where a bracket may not be what it seems, nothing is moved."""
    assert share_endings(pattern) == pattern


def test_python_is_as_it_was_afterwards():
    """Also when the block fails."""
    before = re.compile
    with pytest.raises(re.error), endings_shared():
        re.compile("[")

    assert re.compile is before
