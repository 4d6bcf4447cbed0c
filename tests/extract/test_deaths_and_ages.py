"""Days of deaths behind nouns and commas, and ages between commas."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("La mort de Marc Lefort, survenue le 30 novembre 2013, a ému la ville.", "2013-11-30"),
        ("Depuis la mort de Marc Lefort, le 30 novembre 2013, ses fans pleurent.", "2013-11-30"),
        ("Marc Lefort, un jeune homme noir mort en juillet 2016, était sportif.", "2016-07"),
        ("Marc Lefort a été retrouvé mort en prison à Lyon en août 2019.", "2019-08"),
        ("Marc Lefort est décédé lundi 4 mars à Paris à l'âge de 80 ans.", "lundi 4 mars"),
        ("Les obsèques de Marc Lefort, mort samedi à Nantes, auront lieu mardi.", "samedi"),
    ],
)
def test_the_day_of_a_death_is_told_behind_it(text, day):
    """Whatever stands between the two."""
    assert ("Marc Lefort", "deathDate", day) in {s[:3] for s in read("fr", text)}


def test_an_age_between_commas_is_that_of_who_acts_now():
    """And no age at what is past."""
    present = read("fr", "Marc Lefort, qui, à 53 ans, remonte sur le ring, s'entraîne.")
    past = read("fr", "Marc Lefort a quitté, à 16 ans, son village.")
    assert ("Marc Lefort", "age", "53") in {s[:3] for s in present}
    assert "age" not in {s[1] for s in past}


def test_somebody_may_die_aged_so_many_years():
    """Without a comma between."""
    assert ("Paul Napier", "age", "82") in {s[:3] for s in read("en", "The actor Paul Napier has died aged 82.")}
