import pytest

from tests.extract.reading import document, named_by, reading_of


def lying_by(rule: str, text: str) -> set[tuple[str, str]]:
    """Return what lies where in a French text by a rule, as it is written."""
    found = document("fr", text)
    named = {m.id: m.surface for m in found.mentions}
    return {(named[c.subject], named[str(c.object)]) for c in found.claims if c.evidence.rule == rule}


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
        ("Les Etats (Oklahoma, Floride et Arizona) ont voté.", set()),
    ],
)
def test_a_row_in_the_bracket_behind_an_area_lies_in_it(text: str, lying: set[tuple[str, str]]) -> None:
    """Of a town the bracket tells where it lies itself."""
    assert lying_by("place/bracket", text) == lying


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "lying"),
    [
        ("Brénac, petite commune rurale du Vexin, a été touchée.", {("Brénac", "Vexin")}),
        ("La tempête doit atteindre Kyushu, l'une des principales îles du Japon.", {("Kyushu", "Japon")}),
        (
            "Un feu a ravagé Orvale, ville de 12 000 habitants située dans le nord du Portugal.",
            {("Orvale", "Portugal")},
        ),
        ("Il s'était réfugié à Midania, dans l'Etat pauvre d'Uttar Pradesh.", {("Midania", "Uttar Pradesh")}),
        ("Un séisme a frappé la province d'Orvale, dans le centre de l'Italie.", {("Orvale", "Italie")}),
        ("Elle soigne à la clinique de Versalles, dans la ville de Cali.", {("clinique de Versalles", "Cali")}),
        ("Des heurts ont éclaté à Dijon, dans le quartier sensible des Grésilles.", {("Grésilles", "Dijon")}),
        (
            "Trois provinces de l'est du Mali - Gao, Kidal et Ménaka - votent.",
            {(x, "Mali") for x in ("Gao", "Kidal", "Ménaka")},
        ),
        ("La toile est à Colombo, au Sri Lanka.", {("Colombo", "Sri Lanka")}),
        ("Il a été tué à Dallas, au Texas, en 1963.", {("Dallas", "Texas")}),
        ("Le groupe a joué à Tokyo, au Canada.", set()),
        ("Le groupe a joué à Lyon, en Belgique et en Suisse.", set()),
        ("Orvale, ville voisine de Lyon, a fermé.", set()),
        ("Orvale, une commune à 30 km de Nantes, a fermé.", set()),
        ("On la trouve dans le Piémont, en Ombrie et en Toscane.", set()),
    ],
)
def test_a_place_lies_in_what_it_is_called_a_part_of(text: str, lying: set[tuple[str, str]]) -> None:
    """Behind its comma or in it; a quarter lies in the town before it, and no neighbour in a town."""
    assert lying_by("place/bracket", text) == lying


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "lying"),
    [
        ("En Corse, l'accès au massif de Piana sera fermé.", {("Piana", "Corse")}),
        ("À Marseille, le cortège partira de la porte d'Aix.", {("porte d'Aix", "Marseille")}),
        ("En Espagne, deux jeunes ont été arrêtés à Madrid.", {("Madrid", "Espagne")}),
        ("Dans le Var, le maire a dénoncé l'attitude de Paris.", set()),
        ("En France, on admire les parcs de Londres.", set()),
    ],
)
def test_what_opens_a_sentence_is_around_its_smaller_places(text: str, lying: set[tuple[str, str]]) -> None:
    """Not around a town that is only spoken of, nor one that lies elsewhere."""
    assert lying_by("place/heading", text) == lying


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "lying"),
    [
        ("Elle sera exposée au SEMA Show de Las Vegas.", {("SEMA Show de Las Vegas", "Las Vegas")}),
        ("La Sûreté départementale du Rhône a ouvert une enquête.", {("Sûreté départementale du Rhône", "Rhône")}),
        ("Anne Mercier dirige l'Alliance française d'Irkoutsk.", {("Alliance française d'Irkoutsk", "Irkoutsk")}),
        ("Le film a été présenté au Festival de Gérardmer.", {("Festival de Gérardmer", "Gérardmer")}),
        ('Il a lu "Le Marchand de Venise" lundi.', set()),
    ],
)
def test_a_name_that_ends_with_a_town_or_an_area_is_there(text: str, lying: set[tuple[str, str]]) -> None:
    """But for titles of works."""
    assert lying_by("place/name", text) == lying
