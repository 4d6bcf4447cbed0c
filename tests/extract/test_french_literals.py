"""What French news tells by figures and words beside a name: a business, a price, an office, an age."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


def told(text):
    """Return the facts of a text as subject, predicate, object."""
    return {fact[:3] for fact in read("fr", text)}


@pytest.mark.parametrize(
    ("text", "firm", "business"),
    [
        ("L'ONG de défense des forêts Greenpeace a souligné la nécessité d'agir.", "Greenpeace",
         "ONG de défense des forêts"),
        ("Le séisme a frappé l'île, selon le centre américain de géologie USGS.", "USGS", "centre de géologie"),
        ("Le CEBR, un centre de recherche économique britannique, prévoit une hausse.", "CEBR",
         "centre de recherche économique"),
        ("L'hôtel est exploité par Spaceful, une start-up montréalaise de déménagement.", "Spaceful", "déménagement"),
        ("La banque a mandaté un cabinet conseil, Aldane, qui va faire ce travail.", "Aldane", "cabinet conseil"),
    ],
)  # fmt: skip
def test_a_phrase_beside_a_name_tells_its_business_by_its_place(text, firm, business):
    """Wherever the parser hung the name, as long as nothing but the phrase stands before it."""
    assert (firm, "industry", business) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Le service de réanimation du CHU de Lyon est plein.",
        "Le service communication de la SNCF a démenti.",
        "L'ONG Sylvana a publié son rapport.",
        "Le site a classé le moteur de recherche et ses produits Zumo.",
        "L'armée a attaqué un groupe armé, les ADF.",
        "Le cabinet d'avocats du groupe Valtec a plaidé.",
    ],
)
def test_a_part_of_a_body_or_a_bare_kind_tells_no_business_of_it(text):
    """What stands behind "du" or "de la" is a whole of which the phrase tells a part."""
    assert not [fact for fact in told(text) if fact[1] == "industry"]


@pytest.mark.parametrize(
    ("text", "thing", "price"),
    [
        ("La vedette a été une Porsche 911 Turbo de 1997 adjugée 368 000 $.", "Porsche 911 Turbo", "368000 USD"),
        ("Le Galaxy Note 8, qui coûte un peu moins de 1.000 dollars, sort en mai.", "Galaxy Note 8", "1000 USD"),
        ("Cette Porsche Panamera est proposée en Allemagne à partir de 114 532 €.", "Porsche Panamera", "114532 EUR"),
        ("On note le résultat d'une Jaguar XJ220 de 1993 vendue 362 813 £.", "Jaguar XJ220", "362813 GBP"),
    ],
)
def test_a_sum_behind_a_verb_of_selling_is_the_price_of_the_name_before_it(text, thing, price):
    """Wherever the parser hung the participle, as on the year of the thing."""
    assert (thing, "price", price) in told(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ce lundi, Anne Roy et Paul Dumas, les ministres du Travail et de l'Industrie, sont venus.",
         {("Anne Roy", "ministre du Travail"), ("Paul Dumas", "ministre de l'Industrie")}),
        ("Le ministre de l'Intérieur Paul Dumas a répondu à celle des Transports Anne Roy.",
         {("Anne Roy", "ministre des Transports")}),
        ("Elu conseiller régional de Bretagne en 2004, puis maire du Havre en 2010, Paul Lorrain n'a jamais perdu.",
         {("Paul Lorrain", "conseiller régional de Bretagne"), ("Paul Lorrain", "maire du Havre")}),
        ("Maire de Lyon depuis 2020, l'écologiste Paul Lorrain a refusé.", {("Paul Lorrain", "Maire de Lyon")}),
        ("Le nouveau directeur des musées et des antiquités du Soudan, Paul Lorrain, l'a déclaré.",
         {("Paul Lorrain", "nouveau directeur des musées et des antiquités")}),
    ],
)  # fmt: skip
def test_an_office_is_told_before_behind_or_instead_of_another(text, wanted):
    """In turn behind two names, by "celle", or at the head of the sentence."""
    assert wanted <= {(fact[0], fact[2]) for fact in told(text) if fact[1] == "holdsPosition"}


def test_an_office_of_a_place_tells_of_whom_it_stands_for():
    """ "le ministre" may be any, "l'élu de l'Essonne" is one."""
    text = "Nicolas Morel a critiqué le projet jeudi matin. « C'est une honte », insiste l'élu de l'Essonne."
    assert ("Nicolas Morel", "holdsPosition", "élu de l'Essonne") in told(text)


@pytest.mark.parametrize(
    ("text", "who", "trade"),
    [
        ("La veuve du médecin urgentiste Éric Morel, décédé en avril, a déposé plainte.", "Éric Morel",
         "médecin urgentiste"),
        ("Ce morceau est un tube très osé de la rappeuse new-yorkaise Cardi B avec Megan Lee.", "Cardi B", "rappeuse"),
        ("Deux mois après le décès d'un autre professeur de chant, Edu Morel, l'émission s'arrête.", "Edu Morel",
         "professeur de chant"),
        ("Le sculpteur italien renommé Vincenzo Pacetti a restauré la statue.", "Vincenzo Pacetti", "sculpteur"),
        ("Selon le Dr Paul Dumas, il faut attendre.", "Paul Dumas", "Dr"),
        ("Le collectif est animé par les Drs Anne Roy et Paul Dumas.", "Paul Dumas", "Dr"),
    ],
)  # fmt: skip
def test_a_trade_right_before_a_name_is_told_by_its_place(text, who, trade):
    """Wherever the parser hung the two; "Dr" and "Pr" are trades as well."""
    assert (who, "occupation", trade) in told(text)


@pytest.mark.parametrize(
    "text", ["Le journaliste a rencontré Paul Morel.", "L'avocat de la famille Morel a fait appel."]
)
def test_a_trade_apart_from_a_name_is_not_of_its_bearer(text):
    """A verb or another noun with an article stands between."""
    assert not [fact for fact in told(text) if fact[1] == "occupation"]


@pytest.mark.parametrize(
    ("text", "who", "office"),
    [
        ("« Non », plaidait mardi sur Sud Radio Paul Dumas, directeur des antennes du groupe TF1.", "Paul Dumas",
         "directeur des antennes du groupe TF1"),
        ("« C'est non », a fait valoir la ministre du Travail, Anne Roy sur Sud Radio.", "Anne Roy",
         "ministre du Travail"),
        ("Des alliances sont possibles avec la sénatrice ex-PS Anne Roy et les Verts.", "Anne Roy", "sénatrice"),
        ("« C'est non », a déclaré lundi Paul Dumas, le secrétaire général du Syndicat national des taxis, sur RMC.",
         "Paul Dumas", "secrétaire général du Syndicat national des taxis"),
    ],
)  # fmt: skip
def test_an_office_beside_a_name_is_told_by_its_place(text, who, office):
    """Before it, or behind its comma where he says something."""
    assert (who, "holdsPosition", office) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Le directeur du lycée Jean Moulin a été suspendu.",
        "Devant Paul Morel, le maire de Lens a menti.",
        "Devant le maire, Paul Morel a menti.",
    ],
)
def test_an_office_of_another_is_not_of_the_name_beside_it(text):
    """What a body is called, and who acts behind a comma."""
    assert not [fact for fact in told(text) if fact[1] == "holdsPosition"]


def test_a_firm_acts_with_the_staff_that_a_phrase_with_avec_counts():
    """ "avec ses 3 000 salariés" at the head of the sentence."""
    text = "Avec ses 3 000 salariés, le groupe Valtec est le premier employeur de la région."
    assert ("Valtec", "employeeCount", "3000") in told(text)


def test_a_minister_of_a_matter_tells_of_whom_the_description_stands_for():
    """As an office of a place does: "le ministre" may be any, "le ministre de la Justice" is one."""
    text = "Nicole Morel a reçu les syndicats mardi. « C'est une bonne loi », a dit la ministre de la Justice."
    assert ("Nicole Morel", "holdsPosition", "ministre de la Justice") in told(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Le prix de ce téléphone est de 300 euros.", ("ce téléphone", "price", "300 EUR")),
        ("Le chiffre d'affaires de Nokia est de 12 millions d'euros.", ("Nokia", "revenue", "12000000 EUR")),
    ],
)
def test_a_figure_that_is_the_predicate_is_read_without_its_subject(text, wanted):
    """What a copula ties to a figure is no part of it."""
    assert wanted in told(text)


@pytest.mark.parametrize(
    ("text", "firm", "business"),
    [
        ("Le collectif féministe Delta a alerté les élus.", "Delta", "collectif féministe"),
        ("La filiale télécoms Orange Business embauche.", "Orange Business", "filiale télécoms"),
        ("Les laboratoires Boiron annoncent une hausse.", "Boiron", "laboratoires"),
    ],
)
def test_a_collective_a_subsidiary_or_a_plural_of_one_firm_tells_its_business(text, firm, business):
    """Right before the name."""
    assert (firm, "industry", business) in told(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("La Porsche Carrera GT (vendue 650 000 $) a battu un record.", {"650000 USD"}),
        ("La montre Zumo (à partir de 300 euros) arrive en France.", {"300 EUR"}),
        ("La montre Zumo (moins 300 euros) arrive en France.", set()),
        ("La montre Zumo (300 euros de moins) arrive en France.", set()),
    ],
)
def test_a_bracket_tells_a_price_also_behind_a_verb_of_selling(text, wanted):
    """Or behind what leads up to a sum, but not a change of it."""
    assert {o for _, p, o in told(text) if p == "price"} == wanted
