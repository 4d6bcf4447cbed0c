"""A description that an article repeats far from where it stood first."""

import pytest

from tests.extract.reading import read

FAR = " ".join(["Il a plu toute la journée."] * 20)


@pytest.mark.parametrize(
    ("before", "called"),
    [
        ("Zumo a vendu les usines italiennes.", "les usines italiennes"),
        ("Zumo a vendu les usines italiennes. Une usine fume.", "les usines italiennes"),
        ("Zumo a vendu les usines italiennes. Ravel a loué les usines belges.", "les usines"),
    ],
)
def test_what_an_article_has_called_so_but_once_is_the_same_however_far(before, called):
    """ "Les usines" are those at the head of the article, unless it has spoken of others too."""
    told = read("fr", f"{before} {FAR} Anne Petit a inauguré les usines.")
    assert {object_ for subject, _, object_, *_ in told if subject == "Anne Petit"} == {called}
