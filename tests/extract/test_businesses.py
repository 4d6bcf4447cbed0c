"""The noun that stands beside the name of a firm or body tells its business, wherever the parser hung them."""

import pytest

from tests.extract.reading import read

pytestmark = pytest.mark.model


def businesses(text):
    """Return what lines of business a text tells, and of whom."""
    return {(fact[0], fact[2]) for fact in read("en", text) if fact[1] == "industry"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A review by the law firm Harrow Dunn found last year that Nokia had lied.", "Harrow Dunn"),
        ("Liquidators from the accountancy firm Harrow Dunn have traced the money.", "Harrow Dunn"),
        ("In Milan, trading in the fashion house Casa Rosina was halted.", "Casa Rosina"),
        ("He gave the letter to the daily Kompas.", "Kompas"),
        ("A fault in the software, written by the Romanian contractor Tarvosoft, locks the doors.", "Tarvosoft"),
        ("The auction house, Tillery & Dunn, withdrew the lot.", "Tillery & Dunn"),
        ("Administrators from the accountants Grant Harrow said they had failed.", "Grant Harrow"),
        ("Oil major Norvik pumps 40,000 barrels a day.", "Norvik"),
        ("The oil major Sierravex may load crude again.", "Sierravex"),
        ("Truckmakers Veldkamp and Osterberg will pool software.", "Osterberg"),
        ("The minister told broadcaster NRK that he would go.", "NRK"),
        ("The pension manager Morgenrud has written down its stake.", "Morgenrud"),
    ],
)
def test_the_last_phrase_before_a_name_says_what_it_is(text, wanted):
    """Also below another noun, set off by commas, read as an adjective, or in the plural of its partners."""
    assert wanted in {firm for firm, _ in businesses(text)}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Two chains, Tarvo and Nokia, have taken it off their shelves.", {("Tarvo", "chain"), ("Nokia", "chain")}),
        ("Nokia and Tesco, the two biggest retailers, cut prices.", {("Nokia", "retailer"), ("Tesco", "retailer")}),
        ("Ministers met supermarkets, including Tesco and Asda, on Monday.", {("Asda", "supermarket")}),
        ("It was sold to the private equity houses Blackstone and KKR.", {("KKR", "private equity house")}),
    ],
)
def test_a_plural_tells_the_business_of_each_firm(text, wanted):
    """In a row before or behind it, or picked out of it."""
    assert wanted <= businesses(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The fruit growers' association Aprova sold it.", "fruit growers' association"),
        ("The Danish shipping line Nordhavn bought a fifth.", "shipping line"),
        ("The fishing company Tarvo has donated salmon.", "fishing company"),
    ],
)
def test_the_field_of_a_body_may_be_told_by_its_members_or_by_what_it_does(text, wanted):
    """ "association" alone tells nothing."""
    assert wanted in {told for _, told in businesses(text)}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The anti-fraud specialist Veridas's parent, Holtec, would not comment.", "anti-fraud specialist"),
        ("The state oil company, Petromar, said it would appeal.", "state oil company"),
        ("Lumex, the Danish maker of wooden toys, was fined.", "maker of wooden toys"),
        ("Lumex, a maker of voting machines in Ohio, was fined.", "maker of voting machines"),
        ("The British Wheat Guild, a co-operative of 30,000 farmers, said no.", "co-operative"),
        ("Silver Moon, the five-member girl group whose album sold well, disbanded.", "girl group"),
        ("A London design agency, Blue Otter, was paid £3,000.", "design agency"),
        ("The auditors Price Dunmore said the accounts were wrong.", "auditors"),
    ],
)
def test_a_business_is_told_as_it_stands(text, wanted):
    """With all of its field and the noun itself, without number and place; the partners of one firm are several."""
    assert wanted in {told for _, told in businesses(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The listed company Tarvo was fined.",
        "The California group Tarvo was fined.",
        "Tarvo, a family firm, was sold.",
        "She met a bank, Nokia, and a lawyer.",
        "The two companies, Nokia and Tesco, spoke.",
        "The winning group, Nokia, will pay.",
        "One of its engineers, Rosa Diaz, left Nokia.",
        "They formed a group of their own, Westmark First, in May.",
    ],
)
def test_what_is_listed_or_empty_tells_no_business(text):
    """A list of different things, a rank, and one of the staff."""
    assert businesses(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Tarvo Press, a two-woman firm, publishes the book.",
        "The internal security service, Kapo, began to watch him.",
        "Tarvo Crest, a joint venture of a Manila conglomerate, is closing.",
    ],
)
def test_how_many_work_there_and_what_a_service_keeps_are_no_business(text):
    """A number hung on a noun, "security" before the service of a state, and whose a venture is."""
    assert businesses(text) == set()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("L'association humanitaire Tremplin a porté plainte.", ("Tremplin", "humanitaire")),
        (
            "Aides a écrit au maire. L'association de lutte contre le sida demande un local.",
            ("Aides", "lutte contre le sida"),
        ),
        ("Renault a fermé un site. Le constructeur perd dix millions.", ("Renault", "constructeur")),
        ("Le laboratoire Gilead a retiré un vaccin.", ("Gilead", "laboratoire")),
        ("Selon le syndicat de pilotes Tremplin, dix vols ont eu lieu.", ("Tremplin", "syndicat de pilotes")),
        ("Anne Petit s'est confiée au magazine Gala.", ("Gala", "magazine")),
    ],
)
def test_what_a_french_body_does_is_told_beside_it_or_by_what_it_is_called(text, wanted):
    """An association by its field, a maker by its trade alone."""
    assert wanted in {(fact[0], fact[2]) for fact in read("fr", text) if fact[1] == "industry"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Selon l'ONG Tremplin, dix maisons ont brûlé.", set()),
        ("Le syndicat Provale a réagi.", {("Provale", "syndicat")}),
        ("Le label Provale a réagi.", set()),
    ],
)
def test_that_a_body_is_a_union_tells_what_it_does_but_not_that_it_is_an_ngo(text, wanted):
    """ "le syndicat X" stands for those whom it unites, "l'ONG X" and "le label X" may be for anything."""
    assert {(fact[0], fact[2]) for fact in read("fr", text) if fact[1] == "industry"} == wanted


@pytest.mark.parametrize(
    "text",
    [
        "L'association locale Tremplin a fermé.",
        "Tremplin a fermé. L'association a écrit au maire.",
        "Le groupe Valtec a fermé.",
    ],
)
def test_a_french_body_that_is_only_called_one_tells_no_business(text):
    """Where a body is, and that it is one, is no business."""
    assert {fact for fact in read("fr", text) if fact[1] == "industry"} == set()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Le fabricant de peintures Vernal a racheté Toldy.", ("Vernal", "fabricant de peintures")),
        ("Le constructeur de tracteurs Halgran a cédé.", ("Halgran", "constructeur de tracteurs")),
        ("Le géant laitier Fersmelk a licencié.", ("Fersmelk", "laitier")),
        ("Le géant irlandais du stockage de données Vantablu a fermé un site.", ("Vantablu", "stockage de données")),
        ("Le groupe de travaux publics Chambert a racheté la station.", ("Chambert", "travaux publics")),
        ("L'éditeur de logiciels Sefrax accuse Paul Girard.", ("Sefrax", "éditeur de logiciels")),
    ],
)
def test_a_name_behind_what_a_french_firm_makes_is_that_of_the_firm(text, wanted):
    """The name belongs to the trade, not to what is made."""
    assert wanted in {(fact[0], fact[2]) for fact in read("fr", text) if fact[1] == "industry"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Les assureurs Axa et Allianz ont signé.", {("Axa", "assureur"), ("Allianz", "assureur")}),
        (
            "Renault et Nissan, deux constructeurs automobiles, ont signé un accord.",
            {("Renault", "constructeur automobile"), ("Nissan", "constructeur automobile")},
        ),
        ("Les maisons de disques Polarys et Zumo ont porté plainte.", {("Polarys", "disques"), ("Zumo", "disques")}),
    ],
)
def test_a_french_plural_tells_the_business_of_each_firm_beside_it(text, wanted):
    """Each of several is one of what they are called together, in the singular."""
    assert {(fact[0], fact[2]) for fact in read("fr", text) if fact[1] == "industry"} == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Un discounter de Reims, Logimar, a été condamné.", "discounter"),
        ("Gransad, négociant coté à Paris, a déposé une offre.", "négociant"),
        ("La biotech nantaise Oncavie a levé vingt millions d'euros.", "biotech"),
        ("Petitcol, quatrième producteur de blé du pays, a été racheté.", "producteur de blé"),
    ],
)
def test_rank_and_place_of_a_french_firm_are_no_business(text, wanted):
    """Where it is, where it is listed and how large it is say nothing of what it does."""
    assert wanted in {fact[2] for fact in read("fr", text) if fact[1] == "industry"}


def test_a_trade_of_firms_before_a_given_name_is_that_of_a_person():
    """ "l'armateur Marc Petit" is no firm, "l'armateur Kerval" is one."""
    facts = read("fr", "L'armateur Lucien Baldac a nié les faits.")
    assert {fact[:3] for fact in facts if fact[1] in ("occupation", "industry")} == {
        ("Lucien Baldac", "occupation", "armateur")
    }


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Le groupe Vernal, numéro deux européen de l'emballage, a licencié.", ("Vernal", "emballage")),
        ("Le groupe Vernal, leader européen de la livraison, recrute.", ("Vernal", "livraison")),
        ("Numéro un mondial du pneu, le groupe Vernal a fermé deux usines.", ("Vernal", "pneu")),
        ("Le groupe Vernal, premier assureur du pays, a licencié.", ("Vernal", "assureur")),
    ],
)
def test_in_what_a_french_firm_leads_is_its_business(text, wanted):
    """Set off by commas, before or behind its name."""
    assert wanted in {(fact[0], fact[2]) for fact in read("fr", text) if fact[1] == "industry"}


def test_whom_somebody_comes_second_to_is_no_business():
    """ "numéro deux du parti" is an office, and so is the place of a player."""
    facts = read("fr", "Paul Girard, numéro deux du Parti socialiste, et Anne Roy, leader du secteur, ont réagi.")
    assert {fact for fact in facts if fact[1] == "industry"} == set()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Le raffineur autrichien Wienoil a invoqué des désaccords.", ("Wienoil", "raffineur")),
        ("La raffinerie appartient au négociant suisse Helvoil.", ("Helvoil", "négociant")),
        ("L'assureur niortais Prudencia ne s'attendait pas à un tel accueil.", ("Prudencia", "assureur")),
        ("La société Valtec a été rachetée par le brasseur luxembourgeois Bricorp.", ("Bricorp", "brasseur")),
    ],
)
def test_the_adjective_of_a_place_may_stand_between_a_trade_and_its_firm(text, wanted):
    """Whatever the parser made of trade, adjective and name."""
    assert wanted in {(fact[0], fact[2]) for fact in read("fr", text) if fact[1] == "industry"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("La maison mère de la société Valtec, le groupe Renault, a réagi.", ("Valtec", "subsidiaryOf", "Renault")),
        ("Le client historique de la société Valtec, le groupe Renault, a fermé.", ("Valtec", "suppliesTo", "Renault")),
    ],
)
def test_who_opens_a_sentence_as_what_it_is_to_a_firm_is_named_behind_the_comma(text, wanted):
    """A group, fund or maker between commas is the one that acts."""
    assert wanted in {fact[:3] for fact in read("fr", text)}


def test_a_firm_may_be_called_by_a_plural():
    """ "les éditions Vernal" is one firm; what two names follow is several."""
    facts = read("fr", "Les éditions Gallimard ont racheté la société Verdier.")
    assert ("Gallimard", "acquired", "Verdier") in {fact[:3] for fact in facts}


def test_who_sells_a_share_of_a_firm_is_not_listed_on_its_buyer():
    """ "cède 70 % de X à Y" moves no price."""
    facts = read("fr", "Le groupe Renault cède 70 % de la société Valtec au groupe Peugeot.")
    assert {fact for fact in facts if fact[1] == "listedOn"} == set()


def test_the_adjective_of_a_town_beside_a_firm_is_no_verb():
    """ "rennaise" tells where the firm is, which acts by the verb behind its name."""
    facts = {fact[:3] for fact in read("fr", "La fintech rennaise Voltarmor a racheté la société Verdier.")}
    assert {("Voltarmor", "acquired", "Verdier"), ("Voltarmor", "industry", "fintech")} <= facts
