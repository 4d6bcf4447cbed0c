"""Who belongs to what is called after its members."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("language", "text", "members"),
    [
        ("fr", "L'alliance Renault-Nissan recrute. Renault a vendu une usine, Nissan aussi.", {"Renault", "Nissan"}),
        ("en", "The alliance Renault-Nissan is hiring. Renault and Nissan sold a plant.", {"Renault", "Nissan"}),
        ("fr", "L'alliance Renault-Nissan recrute. Renault a vendu une usine.", set()),
        ("fr", "Le site Renault-Nissan recrute. Renault a vendu une usine, Nissan aussi.", set()),
    ],
)
def test_members_are_told_where_the_article_names_them_all(language, text, members):
    """A name with a hyphen alone tells of no members."""
    told = {s for s, p, o, *_ in read(language, text) if p == "memberOf" and o == "Renault-Nissan"}
    assert told == members
