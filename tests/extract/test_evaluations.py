"""What somebody thinks of a thing is told by what he calls it, and whose conduct he blames is blamed."""

import pytest

from tests.extract.reading import document, read

pytestmark = pytest.mark.model

STANCES = ("criticized", "admires", "supports")


def stances(text):
    """Return who takes what stance on what by rule, in the article's own voice."""
    claims = zip(read("fr", text), document("fr", text).claims, strict=True)
    said = [claim for claim, whole in claims if not whole.evidence.rule.startswith("learned")]
    return {
        (s, p, o) for s, p, o, polarity, _, voice in said if p in STANCES and (polarity, voice) == ("positive", None)
    }


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("« Cette réforme est injuste », a estimé Jeanne Morel.", ("Jeanne Morel", "criticized", "Cette réforme")),
        ("Jeanne Morel estime que la loi est une erreur.", ("Jeanne Morel", "criticized", "la loi")),
        ("« La réforme n'est pas acceptable », a lancé Jeanne Morel.", ("Jeanne Morel", "criticized", "La réforme")),
        ("« Cette réforme, c'est une catastrophe », a lancé Luc Roy.", ("Luc Roy", "criticized", "Cette réforme")),
        ("« C'est une décision scandaleuse », a dit Luc Roy.", ("Luc Roy", "criticized", "une décision scandaleuse")),
        ("« Marc Lefort est un menteur », a lancé Jeanne Morel.", ("Jeanne Morel", "criticized", "Marc Lefort")),
        ("Selon Jeanne Morel, la réforme est indispensable.", ("Jeanne Morel", "supports", "la réforme")),
        ("« Cette loi est exemplaire », a dit Jeanne Morel.", ("Jeanne Morel", "supports", "Cette loi")),
        ("« Marc Lefort est un homme courageux », dit Jeanne Morel.", ("Jeanne Morel", "admires", "Marc Lefort")),
        ("« Marc Lefort était une grande figure », dit Jeanne Morel.", ("Jeanne Morel", "admires", "Marc Lefort")),
        (
            "« Les propos du maire sont honteux », a dit Jeanne Morel.",
            ("Jeanne Morel", "criticized", "Les propos du maire"),
        ),
        ("Pour le maire, cette loi est « une catastrophe ».", ("le maire", "criticized", "cette loi")),
    ],
)
def test_who_calls_a_thing_bad_good_or_needed_blames_or_backs_it(text, wanted):
    """In a quotation as in a reported clause; what is not acceptable is blamed."""
    assert wanted in stances(text)


@pytest.mark.parametrize(
    "text",
    [
        "« La réforme n'est pas injuste », a lancé Jeanne Morel.",
        "« Cette loi est-elle injuste ? », a demandé Jeanne Morel.",
        "Jeanne Morel nie que la loi soit injuste.",
        "La réforme est injuste.",
        "Jeanne Morel ignore si la réforme est injuste.",
        "« La situation est catastrophique », a dit Jeanne Morel.",
    ],
)
def test_a_denial_a_question_and_the_words_of_nobody_are_no_blame(text):
    """Nobody is said to hold it."""
    assert not any(p == "criticized" for _, p, _ in stances(text))


def test_whose_conduct_is_called_bad_is_blamed_too():
    """Of what somebody does or says, not of what merely belongs to him."""
    blamed = ("Jeanne Morel", "criticized", "Marc Lefort")
    assert blamed in stances("« L'attitude de Marc Lefort est scandaleuse », a estimé Jeanne Morel.")
    assert blamed not in stances("« La maladie de Marc Lefort est une injustice », a estimé Jeanne Morel.")


def test_the_greatest_of_a_kind_is_not_therefore_admired():
    """ "Un grand homme" is praise; "le plus grand actionnaire" tells of his shares."""
    assert not stances("« Marc Lefort est le plus grand actionnaire du groupe », a dit Jeanne Morel.")


def test_who_acts_in_what_a_verb_of_blame_reports_is_blamed():
    """A body, that is: of people in need one tells as well what they do."""
    assert ("Jeanne Morel", "criticized", "Le gouvernement") in stances(
        "« Le gouvernement a menti », a dénoncé Jeanne Morel."
    )
    assert not stances("« Les soignants travaillent sans masque », a dénoncé Jeanne Morel.")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Jeanne Morel dénonce le silence de Marc Lefort.", ("Jeanne Morel", "criticized", "Marc Lefort")),
        ("La politique de Luc Roy est critiquée par Jeanne Morel.", ("Jeanne Morel", "criticized", "Luc Roy")),
        ("Jeanne Morel a salué la mémoire de Luc Roy.", ("Jeanne Morel", "admires", "Luc Roy")),
    ],
)
def test_blame_or_praise_of_conduct_is_of_whose_it_is(text, wanted):
    """The verb alone takes the conduct for its object."""
    assert wanted in stances(text)


@pytest.mark.parametrize(
    "text", ["Jeanne Morel déplore la mort de Marc Lefort.", "Jeanne Morel déplore le manque de moyens de Marc Lefort."]
)
def test_who_suffers_or_lacks_something_is_not_blamed(text):
    """What is deplored is not his doing."""
    assert ("Jeanne Morel", "criticized", "Marc Lefort") not in stances(text)
