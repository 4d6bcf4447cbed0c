"""Whoever acts in a sentence, it is read alike: the parser is told which words are names of people."""

import pytest

from kg.extract.rules.parsing.familiar_names import NameFinder
from kg.extract.rules.parsing.parse import pipeline_of
from kg.lang import load_pack
from tests.extract.reading import read

FRENCH = load_pack("fr")
pytestmark = pytest.mark.model


def found(text):
    """Return the words of names in a text → what each is."""
    doc = pipeline_of(FRENCH).make_doc(text)
    return [(doc[i].text, kind) for i, kind in sorted(NameFinder(FRENCH).kinds(doc).items())]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Hier, Marine Le Goff a parlé.", [("Marine", "Fem"), ("Le", "surname"), ("Goff", "surname")]),
        ("Jean-Paul Blot, lui, dort.", [("Jean-Paul", "Masc"), ("Blot", "surname")]),
        ("Dominique de Kerven dort.", [("Dominique", "Masc"), ("de", "surname"), ("Kerven", "surname")]),
        ("Luc Morel de Force ouvrière dort.", [("Luc", "Masc"), ("Morel", "surname")]),
        ("Selon M. Blot, il dort.", [("Blot", "surname")]),
        ("Anne Braun-Pirou dort.", [("Anne", "Fem"), ("Braun", "surname"), ("Pirou", "surname")]),
        ("Anne Blot dort. Blot rit.", [("Anne", "Fem"), ("Blot", "surname"), ("Blot", "surname")]),
        ("La marine de Brest dort.", []),
        ("Anne, elle, dort.", []),
        ("Anne. Le maire dort.", []),
    ],
)
def test_names_of_people_are_found_before_anything_is_parsed(text, wanted):
    """By a given name before a surname, by "M.", and by a surname that comes back."""
    assert found(text) == wanted


@pytest.mark.parametrize("who", ["Jeanne Morel", "Emmanuel Macron", "Marine Le Goff", "Jean-Luc Mélenchon"])
@pytest.mark.parametrize("verb", ["a rencontré", "a traité", "ne connaît pas", "est fan de"])
def test_a_sentence_is_parsed_alike_whoever_acts(who, verb):
    """A name is the subject, whatever its words mean in small letters."""
    doc = pipeline_of(FRENCH)(f"{who} {verb} Paul Garnier.")
    assert doc[0].dep_.startswith("nsubj")


def test_what_has_no_familiar_names_reads_people_by_their_own():
    """English needs none: its parser gained nothing by them."""
    assert not load_pack("en").familiar_names


def test_words_stay_those_of_the_article():
    """Only what the parser knows of a word before it looks around is moved."""
    assert [t.text for t in pipeline_of(FRENCH)("Marine Le Goff dort.")] == ["Marine", "Le", "Goff", "dort", "."]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ce n'est pas Paul Dumas qui a tué Anne Petit.", ("killed", "negative")),
        ("Aucune rencontre entre Marc Petit et Luc Roux n'a eu lieu.", ("metWith", "negative")),
        ("La rencontre entre Marc Petit et Luc Roux n'a pas eu lieu.", ("metWith", "negative")),
        ("La rencontre entre Marc Petit et Luc Roux a eu lieu.", ("metWith", "positive")),
    ],
)
def test_a_denial_is_counted_once_wherever_it_hangs(text, wanted):
    """On a copula, on the noun, or on the verb that says it happened."""
    said = {s[1]: s[3] for s in read("fr", f"Actualité\n\n{text}")}
    assert said.get(wanted[0]) == wanted[1]


@pytest.mark.parametrize("who", ["Luc Moreau", "Jean Morel", "Emmanuel Macron", "Anne Roux"])
def test_who_denies_a_deed_has_not_done_it(who):
    """Even where the parser takes the verb for the rest of the name."""
    said = {s[1]: s[3] for s in read("fr", f"{who} dément avoir racheté la société Aton.")}
    assert said.get("acquired") == "negative"


@pytest.mark.xfail(strict=True, reason="the parser takes the verb before for a participle, and what is told for told")
def test_what_a_text_describes_is_not_said_to_be_so():
    """ "décrit comment": neither by the article."""
    said = read("fr", "Actualité\n\nL'acte d'accusation décrit comment Marc Petit a tué Luc Roux.")
    assert not [s for s in said if s[1] == "killed"]


@pytest.mark.xfail(strict=True, reason="the parser hangs the name on the verb, as a circumstance")
def test_whom_somebody_is_likened_to_tells_no_party():
    """ "Le DSK des Verts" is none of them."""
    said = read("fr", "Marc Lefort se défend d'être le DSK des Verts.")
    assert not [s for s in said if s[1] == "memberOfParty"]
