"""Charges of inquiries and complaints, who is only charged with a deed, and whom a deed was done to."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


def charges(text: str) -> set[tuple[str, str]]:
    """Return who is accused of what."""
    return {(s[0], s[2]) for s in read("fr", text) if s[1] in ("accusedOf", "chargedWith")}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Une enquête visant Marc Lefort a été ouverte pour viol et extorsion.", ("Marc Lefort", "extorsion")),
        ("Marc Lefort a été interpellé. Une enquête pour viol a été ouverte.", ("Marc Lefort", "viol")),
        ("L'enquête pour corruption qui vise Marc Lefort avance.", ("Marc Lefort", "corruption")),
        (
            'Luc Petit est visé par une enquête du parquet. Cette enquête, confiée à un juge, est ouverte pour "vol".',
            ("Luc Petit", "vol"),
        ),
    ],
)
def test_an_inquiry_is_for_a_charge_of_whom_it_is_against(text, wanted):
    """Told beside it, or in the sentence before."""
    assert wanted in charges(text)


@pytest.mark.parametrize(
    "text",
    [
        "Marc Lefort et Luc Petit ont été interpellés. Une enquête pour viol a été ouverte.",
        "Marc Lefort a été interpellé. Une information judiciaire contre X a été ouverte pour viol.",
        "Jeanne Morel a porté plainte contre Marc Lefort. Il a déposé une plainte pour diffamation.",
        "Marc Lefort a été interpellé. L'enquête a été confiée à la gendarmerie pour plus de rapidité.",
    ],
)
def test_a_charge_of_nobody_told_is_of_nobody(text):
    """One of two, somebody unknown, the other side of a suit."""
    assert not {who for who, _ in charges(text)} & {"Marc Lefort", "Luc Petit"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Marc Lefort est accusé de nombreux viols.", ("Marc Lefort", "nombreux viols")),
        ("Jeanne Morel accuse Marc Lefort de l'avoir frappée.", ("Marc Lefort", "avoir frappée")),
        ("Le rappeur reproche à son agent Marc Lefort de l'avoir escroqué.", ("Marc Lefort", "avoir escroqué")),
        ("Neuf élus, dont Marc Lefort, sont mis en examen pour fraude.", ("Marc Lefort", "fraude")),
    ],
)
def test_a_charge_is_read_whole_and_of_the_right_one(text, wanted):
    """Behind adjectives, before a perfect infinitive, of one picked out of several."""
    assert wanted in {(who, what.removeprefix("l'")) for who, what in charges(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Marc Lefort, le meurtrier présumé de Jeanne Morel, sera jugé en mars.",
        "L'agresseur présumé de Jeanne Morel, Marc Lefort, a été arrêté.",
        "L'auteur présumé de l'attentat de Lyon, Marc Lefort, a été arrêté.",
        "Marc Lefort est soupçonné d'être l'auteur de l'attentat de Lyon.",
    ],
)
def test_a_presumed_culprit_has_perhaps_done_it(text):
    """Whatever the parser takes the participle for."""
    deeds = {s[4] for s in read("fr", text) if s[1] in ("killed", "attacked", "perpetratorOf")}
    assert deeds <= {"possible"}


def test_the_name_behind_a_victims_is_that_of_the_culprit():
    """Nobody has the names of two people."""
    read_of = {s[:3] for s in read("fr", "L'agresseur présumé de Jeanne Morel, Marc Lefort, a été arrêté.")}
    assert ("Marc Lefort", "attacked", "Jeanne Morel") in read_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Marc Lefort, victime d'une agression, est dans le coma."),
        ("en", "Mark Hale, a victim of the attack, has left hospital."),
    ],
)
def test_a_victim_has_not_done_it(language, text):
    """It was done to him."""
    assert "perpetratorOf" not in {s[1] for s in read(language, text)}


@pytest.mark.parametrize(
    "text",
    [
        "Le ministre Luc Petit a évoqué la mort de Marc Lefort lors de son interpellation par les gendarmes.",
        "Le ministre Luc Petit a reçu la famille de Marc Lefort, mort lors de son interpellation par les gendarmes.",
    ],
)
def test_what_befell_who_is_dead_did_not_befall_who_speaks_of_it(text):
    """ "son interpellation" behind "la mort de X" is that of X."""
    assert {s[2] for s in read("fr", text) if s[1] == "arrested"} == {"Marc Lefort"}


def test_a_deed_done_to_ones_kin_is_not_done_to_oneself():
    """ "mère du soldat tué par X": the soldier was killed."""
    told = read("fr", "Jeanne Morel, mère du soldat tué par Marc Lefort, a porté plainte.")
    killed = {s[2] for s in told if s[1] == "killed"}
    assert "Jeanne Morel" not in killed


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        pytest.param(
            "La justice a infligé une amende à Marc Lefort pour avoir frappé Luc Petit.",
            "Marc Lefort",
            marks=pytest.mark.xfail(
                strict=True, reason="the infinitive hangs on the verb, of which justice is subject"
            ),
        ),
        ("Marc Petit a écopé d'une amende pour avoir frappé un policier.", "Marc Petit"),
        ("Un tueur en série purge depuis mars une peine à perpétuité pour avoir frappé Luc Petit.", None),
    ],
)
def test_a_penalty_has_done_nothing(text, doer):
    """Who is given it or bears it has done what it is for."""
    done = {s[0] for s in read("fr", text) if s[1] == "attacked"}
    assert done == ({doer} if doer else set())


def test_a_person_set_off_as_put_somewhere_is_no_putting():
    """ "mise en examen" behind the comma of a woman's name is a participle."""
    facts = charges("Jeanne Morel, mise en examen pour abus de confiance, a démissionné.")
    assert ("Jeanne Morel", "abus de confiance") in facts


def test_months_of_prison_are_not_who_is_condemned():
    """A complement of what is counted is none of the noun above it."""
    facts = read("fr", "Sa condamnation à six mois de prison pour fraude a surpris Jeanne Morel.")
    assert not any(s[0] == "prison" for s in facts)


@pytest.mark.parametrize(
    "text",
    [
        "Marc Lefort revient sur les soupçons de fraude.",
        "Marc Lefort a été emprisonné à Bali, un centre réputé pour ses conditions de détention.",
    ],
)
def test_neither_a_matter_nor_what_a_place_is_known_for_is_a_charge(text):
    """Who speaks of suspicions is not suspected by that."""
    assert charges(text) == set()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Marc Lefort est mis en examen pour l'assassinat du caporal Luc Petit et le meurtre de Jeanne Morel.",
            {"assassinat du caporal Luc Petit", "meurtre de Jeanne Morel"},
        ),
        (
            "Marc Lefort est jugé pour le meurtre de Luc Petit, le vol de sa voiture et le viol de Jeanne Morel.",
            {"meurtre de Luc Petit", "vol de sa voiture", "viol de Jeanne Morel"},
        ),
    ],
)
def test_deeds_with_their_articles_are_each_a_charge(text, wanted):
    """Whatever noun the parser hangs the later ones on."""
    assert {s[2] for s in read("fr", text) if s[1] == "chargedWith"} == wanted
