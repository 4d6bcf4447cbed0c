"""Bounds, searches and other people's offices are read as no fact of whom they stand beside."""

import pytest

from kg.model import Modality, Polarity
from tests.extract.reading import document

pytestmark = pytest.mark.model


def facts(text):
    """Return what is stated plainly by rules written by hand, as words."""
    found = document("fr", f"Actualité\n\n{text}")
    named = {m.id: m.surface for m in found.mentions}
    return {
        (named[c.subject], c.predicate, named[c.object] if isinstance(c.object, str) else c.object.text)
        for c in found.claims
        if c.polarity is Polarity.POSITIVE and c.modality is Modality.ACTUAL and c.speaker is None and not c.past
        if not c.evidence.rule.startswith("learned/")
    }


@pytest.mark.parametrize(
    "text",
    [
        "Le parc accueille deux mineurs de moins de 14 ans.",
        "Les chefs de 32 ans à 46 ans ont cuisiné.",
        "La population âgée de 18 ans et plus a voté.",
        "Dix enfants âgés entre 4 mois et 12 ans ont été retrouvés.",
        "Ses enfants de 8 et 10 ans sont accueillis.",
    ],
)
def test_a_bound_is_nobodys_age(text):
    """ "moins de 14 ans" and both ends of a range tell no age."""
    assert [f for f in facts(text) if f[1] == "age"] == []


def test_a_place_set_off_behind_a_place_says_where_that_place_is():
    """Who is arrested at Mazamet is said to be there; of Mazamet it is said that it is in the Tarn."""
    found = facts("Jean Morel a été arrêté à Mazamet, dans le Tarn.")
    assert {f for f in found if f[1] == "locatedIn"} == {
        ("Jean Morel", "locatedIn", "Mazamet"),
        ("Mazamet", "locatedIn", "Tarn"),
    }


@pytest.mark.parametrize(
    "text", ["Recherché à Lyon, Paul Dumas a été arrêté.", "Paul Dumas n'est plus entré aux États-Unis."]
)
def test_nobody_is_where_he_is_only_sought_or_did_not_come(text):
    """A search and a denied arrival put nobody at the place."""
    assert [f for f in facts(text) if f[1] == "locatedIn"] == []


@pytest.mark.parametrize(
    "text",
    [
        "La course à l'Élysée a commencé.",
        "Luc Moreau a accédé à l'Élysée.",
        "Le rapport a été transmis à Matignon.",
        "Les élus de gauche restent majoritaires au Sénat.",
        "Le groupe centriste au Sénat a voté la loi.",
    ],
)
def test_a_body_called_by_its_house_may_be_meant_itself(text):
    """Whom one writes to, an office that one seeks and the members of a chamber are not in the house."""
    assert [f for f in facts(text) if f[1] == "locatedIn"] == []


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Luc Moreau a été placé en garde à vue à Rennes.", "garde"),
        ("Luc Moreau a été jugé en comparution immédiate à Rennes.", "comparution"),
        ("En déplacement en Serbie, Luc Moreau a salué les élus.", "déplacement"),
    ],
)
def test_a_state_is_nowhere_by_itself(text, state):
    """The place behind "en garde à vue" is where the person is, and no place of a thing called so."""
    assert [f for f in facts(text) if f[1] == "locatedIn" and f[0].startswith(state)] == []


def test_who_hears_of_a_state_beside_a_comma_is_not_in_it():
    """What a state behind a comma tells of may be the noun before it."""
    found = facts("La ministre a vanté les marchés de Danone, en expansion en Asie.")
    assert [f for f in found if f[1] == "locatedIn" and f[0] == "La ministre"] == []


@pytest.mark.parametrize(
    "text",
    ["La région parisienne attend la neige.", "La banlieue lilloise manque de bus.", "Ce cercle trop parisien lasse."],
)
def test_what_lies_around_a_town_is_not_in_it(text):
    """ "la région parisienne" holds Paris; "trop parisien" tells of a kind."""
    assert [f for f in facts(text) if f[1] == "locatedIn"] == []


def test_what_a_country_does_may_be_anywhere():
    """ "l'offensive turque" is by Turkey and need not be in it; an election is in its country."""
    found = facts("L'offensive turque a commencé. Le référendum portugais a été annulé.")
    assert {f[0] for f in found if f[1] == "locatedIn"} <= {"Le référendum portugais"}


def test_the_prime_minister_is_no_other_minister():
    """Of the two offices each is another person's."""
    found = facts("Jean Morel, ministre de la Santé, a parlé. Le Premier ministre a réagi.")
    assert {f[2] for f in found if f[1] == "holdsPosition"} == {"ministre de la Santé"}


def test_an_office_since_a_year_still_holds():
    """ "depuis" tells when it began, not that it is over."""
    assert ("Paul Dumas", "ceoOf", "Renault") in facts("Paul Dumas, PDG de Renault depuis 2015, a signé.")


def test_what_is_told_of_somebody_new_is_the_speakers():
    """An indefinite noun in reported speech takes nothing for granted."""
    assert [f for f in facts("La Turquie a déclaré qu'un réfugié syrien avait été tué.") if f[1] == "nationality"] == []


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Marc Lefort a fondé la société Altéo en 1987.", "founded"),
        ("Le groupe Altéo a racheté la société Lumeo en 2005.", "acquired"),
    ],
)
def test_an_act_of_a_year_is_done_not_over(text, predicate):
    """ "PDG en 2005" may be nobody's office today; what somebody founded in 1987 he has founded."""
    assert predicate in {f[1] for f in facts(text)}


def test_an_office_of_a_year_is_over():
    """The same date makes an office one of another time."""
    assert "ceoOf" not in {f[1] for f in facts("Marc Lefort, PDG de Renault en 2005, a témoigné.")}


@pytest.mark.parametrize(
    "text", ["L'auteur des faits, Nathan Coste, a été abattu.", "Paul Dumas, promoteur de la réforme, a parlé."]
)
def test_who_does_something_has_no_trade_by_it(text):
    """ "auteur", "promoteur" with what they did are no trades."""
    assert [f for f in facts(text) if f[1] == "occupation"] == []


def test_one_of_those_responsible_does_not_lead():
    """ "un responsable de l'institut" is one of several."""
    found = facts("Les résultats sont bons, assure Luca Dumas, un responsable de l'Institut supérieur de la santé.")
    assert [f for f in found if f[1] == "leads"] == []


def test_the_group_of_a_party_is_not_the_party():
    """Who chairs a party's members of one house does not chair the party."""
    found = facts("Richard Dumas, le président du groupe LREM à l'Assemblée, a parlé.")
    assert ("Richard Dumas", "chairOf", "LREM") not in found


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        ("Le secrétaire d'État auprès du ministre des Sports, Marc Petit, a parlé.", "Marc Petit", "secrétaire d'État"),
        ("La ministre déléguée auprès du ministre des Sports, Anne Morel, a parlé.", "Anne Morel", "ministre déléguée"),
    ],
)  # fmt: skip
def test_who_serves_beside_a_minister_is_not_the_minister(text, name, office):
    """The name behind both offices is that of who holds the first."""
    assert [f for f in facts(text) if f[1] == "holdsPosition"] == [(name, "holdsPosition", office)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Aucune loi chinoise n'oblige Orvella à espionner."),
        ("fr", "Aucun ministre français n'a rencontré Marc Petit."),
        ("fr", "Selon Marc Petit, aucune loi chinoise n'oblige Orvella à espionner."),
        ("en", "No Chinese law obliges Orvella to spy."),
    ],
)
def test_what_there_is_none_of_belongs_to_no_country(language, text):
    """Not even as a denial: "aucune loi chinoise" says nothing of where a law is in force."""
    found = document(language, text)
    assert {c.predicate for c in found.claims} & {"country", "nationality"} == set()


def test_the_wounded_are_not_killed():
    """Of "a fait dix morts et trente blessés" only the first are dead."""
    found = facts("L'explosion a fait dix morts et trente blessés.")
    assert {f[2] for f in found if f[1] == "killed"} == {"dix morts"}


@pytest.mark.parametrize("text", ["Jean Morel a été tué par balle.", "Jean Morel a été arrêté par surprise."])
def test_how_it_was_done_is_nobody_who_did_it(text):
    """A bare noun behind "par" acts not."""
    assert {f[0] for f in facts(text) if f[1] in ("killed", "arrested")} <= {""}


@pytest.mark.parametrize(
    ("text", "unsaid"),
    [
        ("Les objets ont été transférés au palais du Louvre et à Versailles.", ("palais du Louvre", "locatedIn")),
        ("Le feu a pris à 120 kilomètres au Sud de Bombay.", ("Sud", "locatedIn")),
        ("Le pays a payé chacune des sociétés suivantes: Novalia, Bertin et Zumo.", ("Novalia", "industry")),
        ("M. Morel a abusé de lui quand il avait 16 ans.", ("Morel", "age")),
        ("Il a voyagé au Japon, à New-York, en Thaïlande.", ("New-York", "locatedIn")),
        ("L'homme a été trouvé chez lui à Paris (XIIe).", ("Paris", "locatedIn")),
        ("La police de Zhengzhou (Centre) a arrêté un couple.", ("Zhengzhou", "locatedIn")),
        ("Guerre avec Albin : 25 ans après Paul Amar vide son sac.", ("Paul Amar", "age")),
    ],
)
def test_what_only_stands_beside_a_name_tells_nothing_of_it(text, unsaid):
    """The second of two places, a point of the compass, a district, a pointing adjective, an age of then, a time."""
    assert unsaid not in [f[:2] for f in facts(text)]


def test_a_lone_comma_parts_no_subject_from_its_verb():
    """Who stands behind the last verb of speech says it, of whomever the words before the comma tell."""
    found = facts(
        "Un agent est blessé après avoir tenté de contrôler un homme en scooter, a dénoncé le syndicat Alliance."
    )
    assert [f for f in found if f[1] == "criticized"] == []


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Sur Twitter, Paul Dumas peut insulter Anne Petit.", "usesProduct"),
        ("À Paris, la police peut intervenir.", "locatedIn"),
        ("Luc Petit se faisait passer pour un médecin de l'OMS.", "worksFor"),
        ("Le chanteur Luc Petit aurait fêté ses 75 ans vendredi.", "age"),
    ],
)
def test_what_may_be_done_or_only_seems_so_is_told_as_possible(text, predicate):
    """Where and with what somebody may act, what he passes for, how old he would be: none is a plain fact."""
    told = [c for c in document("fr", f"Actualité\n\n{text}").claims if c.predicate == predicate]
    assert {c.modality for c in told} == {Modality.POSSIBLE}


def test_what_is_thrown_is_not_launched():
    """ "Des supporteurs ont lancé des pétards" brings out nothing new."""
    assert [f for f in facts("Des supporteurs ont lancé des pétards.") if f[1] == "launched"] == []
