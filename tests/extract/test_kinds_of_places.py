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
        ("Dans le Sud-Ouest, les Landes et le Gers sont en alerte.", {("Landes", "Sud-Ouest"), ("Gers", "Sud-Ouest")}),
        ("Dans le Sud-Ouest, on admire la Californie.", set()),
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
        ("Le film a été présenté au Festival de La Rochelle.", {("Festival de La Rochelle", "La Rochelle")}),
        ("Le film a été montré au Salon de Genève 2016.", {("Salon de Genève 2016", "Genève")}),
        (
            "Il est soigné à l'hôpital Simone Roux du Puy-en-Velay.",
            {("hôpital Simone Roux du Puy-en-Velay", "Puy-en-Velay")},
        ),
        ("L'ARS Occitanie a ouvert un centre.", {("ARS Occitanie", "Occitanie")}),
        ("La CGT Moselle appelle à la grève.", {("CGT Moselle", "Moselle")}),
        ("Les sites de la SNCF Nord ont fermé.", set()),
        ('Il a lu "Le Marchand de Venise" lundi.', set()),
    ],
)
def test_a_name_that_ends_with_a_town_or_an_area_is_there(text: str, lying: set[tuple[str, str]]) -> None:
    """But for titles of works."""
    assert lying_by("place/name", text) == lying


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "lying"),
    [
        ("Le médecin du Smur d'Orvale (Hérault) est venu.", {("Orvale", "Hérault")}),
        ("Le CHU d'Angers, dans le Maine-et-Loire, a réagi.", {("Angers", "Maine-et-Loire")}),
        ("Le lycée Charles de Gaulle (Loiret) a fermé.", set()),
        (
            "Un corps a été retrouvé à Orgères, près de Rennes (Ille-et-Vilaine).",
            {("Orgères", "Ille-et-Vilaine"), ("Rennes", "Ille-et-Vilaine")},
        ),
        (
            "Les départements du Gers, des Hautes-Pyrénées et de l'Ariège, en Occitanie, sont touchés.",
            {(x, "Occitanie") for x in ("Gers", "Hautes-Pyrénées", "Ariège")},
        ),
        ("Il vit à Lyon, à Lille et à Craon, dans la Mayenne.", {("Craon", "Mayenne")}),
        ("Le Grand Prix (Austin, Texas) a été annulé.", {("Austin", "Texas")}),
        ("Il vit à Orvale (Doubs): sommé de partir, il reste.", {("Orvale", "Doubs")}),
        (
            "Les villes siciliennes de Catane et Messine sont touchées.",
            {("Catane", "siciliennes"), ("Messine", "siciliennes")},
        ),
        ("Les villes allemandes, Paris et Londres ont signé.", set()),
        (
            "Trois départements du Sud-Est sont en alerte : le Var, les Alpes-Maritimes et la Haute-Corse.",
            {(x, "Sud-Est") for x in ("Var", "Alpes-Maritimes", "Haute-Corse")},
        ),
    ],
)
def test_an_area_told_behind_holds_the_town_that_closes_a_name_its_neighbour_and_a_row(
    text: str, lying: set[tuple[str, str]]
) -> None:
    """But a row that no plural opens is of places anywhere, and "de" in a person's name is before no town."""
    assert lying_by("place/bracket", text) == lying


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "lying"),
    [
        ("Le Kosovo, dans les Balkans, est indépendant.", {("Kosovo", "Balkans")}),
        ("Le Liban, au Proche-Orient, traverse une crise.", {("Liban", "Proche-Orient")}),
        ("Au Mali, dans le Sahel, deux soldats ont été tués.", set()),
        ("Il s'est rendu au Liban, au Proche-Orient, lundi.", set()),
    ],
)
def test_a_country_lies_in_the_region_told_behind_it(text: str, lying: set[tuple[str, str]]) -> None:
    """Where something is both in a country and in a range of mountains, neither lies in the other."""
    assert lying_by("place/bracket", text) == lying


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "lying"),
    [
        ("Elle sera vendue lors de la Monterey Car Week, en Californie.", {("Monterey Car Week", "Californie")}),
        ("L'attaque de la rue des Rosiers dans le centre de Paris a choqué.", {("rue des Rosiers", "Paris")}),
        ("Il a crié sur le parvis de la gare Saint-Charles à Marseille.", {("gare Saint-Charles", "Marseille")}),
        ("Il est allé de la gare du Nord à Lille.", set()),
        ("Le concert a eu lieu à l'Olympia, à Paris.", {("Olympia", "Paris")}),
        ("Le cortège a défilé sur la Croisette à Cannes.", {("Croisette", "Cannes")}),
        ("Un enfant s'est noyé dans l'Allier à Moulins.", set()),
        ("Marc Lefort l'a dit à l'AFP à Lyon.", set()),
        ("Après le Brexit, à Londres, les prix montent.", set()),
        ("Il était au Festival de Cannes, à Paris et à Londres.", set()),
    ],
)
def test_a_site_or_event_with_a_name_is_where_the_words_behind_it_tell(text: str, lying: set[tuple[str, str]]) -> None:
    """Not where the clause takes place that it opens, nor where its name does not say."""
    assert lying_by("place/sited", text) == lying


@pytest.mark.model
def test_a_department_is_no_newspaper() -> None:
    """ "Var" is no short name of "Var-Matin"."""
    text = "Il travaillait à Cogolin (Var), rapporte Var-Matin."
    assert lying_by("place/bracket", text) == {("Cogolin", "Var")}
