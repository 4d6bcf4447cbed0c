"""Offices and trades that are told without a name beside them, of each of several, or by a title."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model

TOLD = ("holdsPosition", "occupation", "headOfStateOf", "headOfGovernmentOf", "chairOf")


def told_of(text):
    """Return who is said to be what."""
    return {(s, o) for s, p, o, polarity, _, _ in read("fr", text) if p in TOLD and polarity == "positive"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Plusieurs députés, dont Anne Martel et Hugo Brun, ont voté contre.", "député"),
        ("Des acteurs, parmi lesquels Anne Martel et Hugo Brun, ont signé le texte.", "acteur"),
        ("Les sénateurs qui l'accompagnaient, notamment Anne Martel et Hugo Brun, ont ri.", "sénateur"),
        ("Les maires de grandes villes, dont Anne Martel (Paris) ou Hugo Brun (Nice), ont ri.", "maire"),
    ],
)
def test_who_is_picked_out_of_several_is_what_they_are(text, wanted):
    """Behind a comma with "dont", "notamment", "parmi lesquels", and behind a relative clause."""
    assert {("Anne Martel", wanted), ("Hugo Brun", wanted)} <= told_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Les journalistes, dont Hugo Brun se moquait, ont ri.",
        "Les journalistes, comme Hugo Brun, ont ri.",
        "Plusieurs responsables, dont Hugo Brun, ont ri.",
    ],
)
def test_a_clause_on_somebody_a_comparison_and_a_vague_plural_tell_no_trade(text):
    """ "dont X se moquait" is said of the journalists; of what one is responsible is not told."""
    assert not [who for who, _ in told_of(text) if who == "Hugo Brun"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Plusieurs ministres, notamment de la Justice, Anne Martel, et de l'Intérieur, Hugo Brun, ont ri.",
            {("Anne Martel", "ministre de la Justice"), ("Hugo Brun", "ministre de l'Intérieur")},
        ),
        (
            "Les ministres de l'Agriculture et de la Santé, Hugo Brun et Anne Martel, ont ri.",
            {("Hugo Brun", "ministre de l'Agriculture"), ("Anne Martel", "ministre de la Santé")},
        ),
        (
            "Les secrétaires d'Etat aux Transports Hugo Brun et au Logement Anne Martel ont ri.",
            {("Hugo Brun", "secrétaire d'Etat aux Transports"), ("Anne Martel", "secrétaire d'Etat au Logement")},
        ),
        (
            "Plusieurs ministres voyagent : Hugo Brun (Économie), Anne Martel (Affaires étrangères).",
            {("Hugo Brun", "ministre de l'Économie"), ("Anne Martel", "ministre des Affaires étrangères")},
        ),
    ],
)
def test_each_minister_has_his_own_portfolio(text, wanted):
    """Where a plural shares out the portfolios among names, or a bracket behind a name tells it."""
    assert wanted <= told_of(text)


def test_a_bracket_is_no_portfolio_where_no_minister_is_spoken_of():
    """ "Hugo Brun (Santé)" may be from any list."""
    assert not told_of("Le jury réunit Hugo Brun (Santé) et Anne Martel (Culture).")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("« Je suis pompier et j'aime mon métier », raconte Hugo Brun.", ("Hugo Brun", "pompier")),
        ("« Je suis infirmière depuis vingt ans », raconte Anne Martel.", ("Anne Martel", "infirmière")),
        ("« Je suis député », a rappelé Anne Martel.", ("Anne Martel", "député")),
        ("Les Français ont une bonne opinion d'Hugo Brun comme Premier ministre.", ("Hugo Brun", "Premier ministre")),
        ("Anne Martel a célébré le mariage en tant que maire de Neuilly.", ("Anne Martel", "maire de Neuilly")),
        ("Anne Martel a célébré le mariage en qualité de maire de Neuilly.", ("Anne Martel", "maire de Neuilly")),
    ],
)
def test_somebody_is_what_he_says_or_acts_as(text, wanted):
    """ "je suis", and "en tant que" wherever it stands; "comme" behind whose office it is."""
    assert wanted in told_of(text)


def test_what_somebody_says_of_himself_is_said_by_him():
    """No plain fact: the article only tells what he says."""
    said = read("fr", "« Je suis pompier », raconte Hugo Brun.")
    assert ("Hugo Brun", "occupation", "pompier", "positive", "actual", "Hugo Brun") in said


def test_what_somebody_is_not_is_denied():
    """ "je ne suis pas avocat"."""
    assert not told_of("« Je ne suis pas avocat », a dit Hugo Brun.")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Me Hugo Brun a fait appel.", {("Hugo Brun", "avocat")}),
        (
            "Les avocats des plaignants, maîtres Hugo Brun et Anne Martel, ont fait appel.",
            {("Hugo Brun", "avocat"), ("Anne Martel", "avocate")},
        ),
        (
            "Le chef de l'Etat a reçu son homologue sénégalais Macky Sall.",
            {("Macky Sall", "sénégalais")},
        ),
        (
            "Le Premier ministre Hugo Brun a reçu son homologue polonais Jan Nowak.",
            {("Jan Nowak", "polonais")},
        ),
        (
            "Co-présidée par Paul Lenoir et Anne Martel, l'association Tremplin a réagi.",
            {("Paul Lenoir", "Tremplin"), ("Anne Martel", "Tremplin")},
        ),
    ],
)
def test_titles_counterparts_and_joint_acts_tell_what_somebody_is(text, wanted):
    """ "Me" is a lawyer; the counterpart of a head of state is one; "co-présider" is "présider" with others."""
    assert wanted <= told_of(text)


def test_a_stage_name_is_no_lawyer():
    """ "Maître Gims" sings."""
    assert not told_of("Maître Gims et Hugo Brun ont chanté à Lyon.")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Hugo Brun s'est éteint ce mardi 4 mai 2021 à Lyon.", "2021-05-04"),
        ("La romancière Anne Martel est décédée à l'âge de 80 ans lundi 3 mai 2021 à Nice.", "2021-05-03"),
        ("Hugo Brun est mort d'un cancer du pancréas en 2009.", "2009"),
        ("La mort de Hugo Brun à Nantes le 21 juin 2019 a ému la ville.", "2019-06-21"),
        ("Le meurtre d'Anne Martel en 1990 reste un mystère.", "1990"),
    ],
)
def test_the_day_of_a_death_may_be_told_last(text, day):
    """Behind the age, the cause and the place, and whatever the parser hangs it on."""
    assert day in {o for _, p, o, *_ in read("fr", text) if p == "deathDate"}


def test_what_lies_before_a_death_is_not_its_day():
    """ "mort avant mai 2012" tells no day."""
    assert not [o for _, p, o, *_ in read("fr", "Hugo Brun est mort avant mai 2012.") if p == "deathDate"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Anne Martel a perdu Paul Lenoir, son mari, en 2012.", ("Paul Lenoir", "spouseOf", "Anne Martel")),
        ("Hugo Brun a quitté la ville avec Anne Martel, sa compagne.", ("Anne Martel", "spouseOf", "Hugo Brun")),
        ("Anne Martel, la compagne du chanteur Hugo Brun, a ri.", ("Anne Martel", "spouseOf", "Hugo Brun")),
        ("Anne Martel, fille du chanteur Hugo Brun, a ri.", ("Hugo Brun", "parentOf", "Anne Martel")),
    ],
)
def test_kin_behind_a_name_are_who_is_named(text, wanted):
    """Between commas, whatever the parser hung it on; the trade of whose kin he is leaves both names apart."""
    assert wanted in {(s, p, o) for s, p, o, *_ in read("fr", text)}


def test_kin_of_a_series_are_somebody_else():
    """ "Anne Martel, sa fille et Paul Lenoir" are three."""
    said = read("fr", "Hugo Brun a vu Anne Martel, sa fille et Paul Lenoir.")
    assert ("Hugo Brun", "parentOf", "Anne Martel") not in {(s, p, o) for s, p, o, *_ in said}


def test_when_an_office_was_held_is_no_part_of_it():
    """ "député de la Manche de 1997 à 2002"."""
    assert ("Hugo Brun", "député de la Manche") in told_of("Hugo Brun a été député de la Manche de 1997 à 2002.")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("La députée MoDem du Val-de-Marne Anne Martel a ri.", ("Anne Martel", "députée du Val-de-Marne")),
        ("Hugo Brun, maire PS de Metz, a ri.", ("Hugo Brun", "maire de Metz")),
        ("Selon la députée PS de Paris, Anne Martel, c'est faux.", ("Anne Martel", "députée de Paris")),
        ("Anne Martel, députée LREM de la 5e circonscription du Var, a ri.", ("Anne Martel", "députée")),
    ],
)
def test_a_party_within_a_title_is_no_word_of_it(text, wanted):
    """The seat behind it is: "députée MoDem du Val-de-Marne" is "députée du Val-de-Marne", of a party."""
    person, title = wanted
    assert [o for s, o in told_of(text) if s == person and o.startswith(title)]
    assert [o for s, p, o, *_ in read("fr", text) if s == person and p == "memberOfParty"]


@pytest.mark.parametrize(
    "text",
    [
        "Hugo Brun, mort le 14 janvier dernier à 73 ans d'un cancer, était peintre.",
        "Les obsèques de Hugo Brun, décédé le 24 janvier à 73 ans, ont eu lieu.",
    ],
)
def test_an_age_behind_the_day_of_a_death_is_that_of_the_dead(text):
    """Whatever the parser hangs the years on."""
    assert ("Hugo Brun", "age", "73") in {(s, p, o) for s, p, o, *_ in read("fr", text)}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("L'ancienne Miss France 2014, Anne Martel, a ri.", ("Anne Martel", "Miss France 2014")),
        ("L'ex-Miss France Anne Martel a ri.", ("Anne Martel", "Miss France")),
        ("Anne Martel, Miss Lorraine 2015, a ri.", ("Anne Martel", "Miss Lorraine 2015")),
        ("Les chefs Hugo Brun, Paul Lenoir et Anne Martel ont ri.", ("Paul Lenoir", "chef")),
        ("Le chef de la police Hugo Brun a ri.", ("Hugo Brun", "chef de la police")),
    ],
)
def test_titles_of_queens_and_of_cooks(text, wanted):
    """ "Miss" with a place and a year beside a name; "chef" beside a name cooks, unless it is of something."""
    assert wanted in told_of(text)


@pytest.mark.parametrize("text", ["La directrice de la société Miss France, Anne Martel, a ri.", "Miss Martel a ri."])
def test_a_firm_and_a_courtesy_are_no_title_of_a_queen(text):
    """ "la société Miss France" is a firm."""
    assert not [o for _, o in told_of(text) if o.startswith("Miss")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Le ministre chargé du Budget Hugo Brun a ri.", ("Hugo Brun", "ministre chargé du Budget")),
        ("Il a vu trois militaires - Hugo Brun, Abel Petit et Marc Dumas - en mai.", ("Abel Petit", "militaire")),
    ],
)
def test_a_charge_and_dashes_lead_to_names(text, wanted):
    """An office with what it is in charge of, up to a name; a list between dashes."""
    assert wanted in told_of(text)


@pytest.mark.parametrize("text", ["Le notaire, Me Paul Dumas, a parlé.", "Me Paul Dumas, huissier à Metz, a parlé."])
def test_other_jurists_bear_the_title_of_lawyers(text):
    """A notary is no lawyer, though both are called "Me"."""
    assert ("Paul Dumas", "avocat") not in told_of(text)
    assert ("Paul Dumas", "avocat") in told_of("Me Paul Dumas a parlé.")


@pytest.mark.parametrize(
    "text",
    [
        "Marc Petit a été mis en examen. Son conseil, Me Anne Martel, a protesté.",
        "Marc Petit a été mis en examen. Me Anne Martel, son défenseur, a protesté.",
        "Marc Petit a été mis en examen. L'avocat de l'accusé, Me Anne Martel, a protesté.",
    ],
)
def test_whom_a_lawyer_defends(text):
    """A lawyer's title tells that "conseil" and "défenseur" are his lawyer, and that the name is not the client's."""
    assert ("Anne Martel", "worksFor", "Marc Petit") in {(s, p, o) for s, p, o, *_ in read("fr", text)}


def test_the_helm_of_a_firm_is_told_by_more_than_its_head():
    """ "Aux commandes du groupe X" as "à la tête du groupe X"."""
    told = {(s, p, o) for s, p, o, *_ in read("fr", "Aux commandes du groupe Valtec depuis 2019, Anne Martel a réagi.")}
    assert ("Anne Martel", "leads", "Valtec") in told


@pytest.mark.parametrize(
    "text",
    [
        "Marc Petit part en juin. Lui succédera Anne Martel, une magistrate.",
        "Le successeur de Marc Petit, la magistrate Anne Martel, arrive lundi.",
        "Anne Martel a été élue à la place de Marc Petit.",
        "Anne Martel assure l'intérim de Marc Petit.",
    ],
)
def test_who_comes_after_whom(text):
    """Behind an inverted verb, beside a noun that has the other's name below it, and instead of somebody."""
    assert ("Anne Martel", "succeeded", "Marc Petit") in {(s, p, o) for s, p, o, *_ in read("fr", text)}


@pytest.mark.parametrize(
    "text",
    [
        "La mairie de Nantes, par la voix d'Anne Martel, a démenti.",
        "La société Valtec a réagi par la bouche de sa directrice, Anne Martel.",
    ],
)
def test_by_whose_voice_a_body_speaks(text):
    """Behind the body and a comma, or behind what it does."""
    assert any(s == "Anne Martel" and p == "spokespersonFor" for s, p, *_ in read("fr", text))


def test_a_plural_trade_behind_names_is_of_each():
    """Whoever the parser hangs the trade and the place of work on."""
    told = {(s, p, o) for s, p, o, *_ in read("fr", "Marc Petit et Anne Martel, chimistes à l'Inserm, ont ri.")}
    assert {("Marc Petit", "worksFor", "Inserm"), ("Anne Martel", "worksFor", "Inserm")} <= told
