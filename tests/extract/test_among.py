"""Who is one of several, told behind "among them"."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


def members(language, text):
    """Return who is a member of what."""
    return [(s, o) for s, p, o, *_ in read(language, text) if p == "memberOf"]


@pytest.mark.parametrize(
    ("text", "member", "group"),
    [
        ("Ten people, among them the novelist Rita Solano, were arrested.", "Rita Solano", "Ten people"),
        ("Ten firms, among them Zumo and Nokia, have closed.", "Nokia", "Ten firms"),
        ("Nine rebels, among them Lord Napier, voted against it.", "Napier", "Nine rebels"),
        ("About 500 people marched through Lyon, among them the singer Rosa Diaz.", "Rosa Diaz", "About 500 people"),
    ],
)
def test_who_stands_behind_among_them_is_one_of_the_group(text, member, group):
    """The group is the plural before the comma, else whom the verb is said of."""
    assert any(subject == member and whole.startswith(group) for subject, whole in members("en", text))


def test_an_owner_behind_among_them_is_no_member():
    """ "among them its president": the president is one of them, not whose president he is."""
    found = members("en", "Two men, among them Nokia's president, left.")
    assert not [subject for subject, _ in found if subject == "Nokia"]
