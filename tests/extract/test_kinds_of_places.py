import pytest

from tests.extract.reading import document, named_by, reading_of

pytestmark = pytest.mark.model


def meant_by(head: str, text: str) -> str:
    """Return the name for which a description stands that is told by its noun."""
    reading = reading_of("fr", f"Actualité\n\n{text}")
    return named_by(reading, next(i for i, item in enumerate(reading.table.items) if item.head == head))


@pytest.mark.parametrize(
    ("text", "head", "name"),
    [
        ("Mardi, les autorités de Brénac, une localité dépendant de Vallon, ont versé une aide.", "localité", "Brénac"),
        ("La gendarmerie de Brénac, une commune située dans l'Ardèche, a retrouvé l'arme.", "commune", "Brénac"),
        ("Un incendie s'est déclaré à Brénac, petit village du Jura.", "village", "Brénac"),
        ("La vache a été trouvée à Lagnieu, une petite ville de l'Ain.", "ville", "Lagnieu"),
        ("Les robinets du hameau de Settecani ont été coupés.", "hameau", "Settecani"),
        ("Un homme a été tué dans le quartier festif d'Orvale à Séoul.", "quartier", "Orvale"),
    ],
)
def test_a_kind_beside_a_name_stands_for_it(text, head, name):
    """Behind the comma of a place's name, or before "de" and its name."""
    assert meant_by(head, text) == name


@pytest.mark.parametrize(
    ("text", "head", "name"),
    [
        ("Un incendie s'est déclaré à Brénac, petit village du Jura.", "village", "Jura"),
        ("Le maire a visité la ville de l'Ain.", "ville", "Ain"),
        ("Le maire a visité le quartier de Lyon.", "quartier", "Lyon"),
        ("Un accord lie Brénac, la région et le département.", "région", "Brénac"),
    ],
)
def test_what_lies_in_a_larger_place_is_not_that(text, head, name):
    """A village of the Jura is not the Jura, and what stands in a list with a town is no town."""
    assert meant_by(head, text) != name


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "lying"),
    [
        ("Le bal a lieu à Paris (Ve arrondissement), la foire à Signes (Var), la fête à Rouen (A13).", ["Signes"]),
        ("Le chat est né aux États-Unis, dans l'Oregon.", ["Oregon"]),
        ("Le groupe a joué aux Pays-Bas, en Espagne et en Italie, puis à Bruges, en Belgique.", ["Bruges"]),
    ],
)
def test_a_place_lies_in_the_larger_one_told_behind_it(text: str, lying: list[str]) -> None:
    """No town lies in its "arrondissement" or a road, and two countries behind two adpositions are a list."""
    found = document("fr", text)
    named = {m.id: m.surface for m in found.mentions}
    assert [named[c.subject] for c in found.claims if c.evidence.rule == "place/bracket"] == lying


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "lying"),
    [
        (
            "Le virus circule en Bretagne (Finistère et Morbihan).",
            {("Finistère", "Bretagne"), ("Morbihan", "Bretagne")},
        ),
        (
            "Ce singe vit en Afrique centrale (Burundi, Ouganda et Rwanda).",
            {(x, "Afrique centrale") for x in ("Burundi", "Ouganda", "Rwanda")},
        ),
        ("Elle habite à Arcachon (Gironde, Nouvelle-Aquitaine).", set()),
    ],
)
def test_a_row_in_the_bracket_behind_an_area_lies_in_it(text: str, lying: set[tuple[str, str]]) -> None:
    """Of a town the bracket tells where it lies itself."""
    found = document("fr", text)
    named = {m.id: m.surface for m in found.mentions}
    told = [c for c in found.claims if c.evidence.rule == "place/bracket" and isinstance(c.object, str)]
    assert {(named[c.subject], named[str(c.object)]) for c in told} == lying
