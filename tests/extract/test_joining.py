"""What belongs together in a French text, and what does not: whose title, age or child it is, and where a line ends."""

import pytest

from kg.extract.rules.parsing.text import shade
from kg.lang import load_pack
from tests.extract.reading import document, read

OPENERS = load_pack("fr").words["openers"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Il a fui.- Représailles -Selon Paul, tout va.", ["Il a fui.", "Représailles.", "Selon Paul, tout va."]),
        ('Il a fui.- \'Te démarquer\' -"Je pars"', ["Il a fui.", "'Te démarquer'.", '"Je pars"']),
        ("Il a fui.- Peur en Outre-Mer -Selon Paul, oui.", ["Il a fui.", "Peur en Outre-Mer.", "Selon Paul, oui."]),
        ("Il a fui.- La suite - Mais Paul reste.", ["Il a fui.", "La suite.", "Mais Paul reste."]),
        ("Il a fui.• La suiteLe rapporteur parle.", ["Il a fui.", "La suite.", "Le rapporteur parle."]),
        ("Il fuit la routePaul Petit rit.", ["Il fuit la route.", "Paul Petit rit."]),
        ("Il fuit la routePrès de Lyon, il rit.", ["Il fuit la route.", "Près de Lyon, il rit."]),
        ("COUPÉ DE SA ROUTEPrès de Lyon, il rit.", ["COUPÉ DE SA ROUTE.", "Près de Lyon, il rit."]),
        ("Il suit Jean RoyLe rapporteur parle.", ["Il suit Jean Roy.", "Le rapporteur parle."]),
        ("Il lit #routePrès et iPhone et laMondiale.", ["Il lit #routePrès et iPhone et laMondiale."]),
        ('Il dit "oui"Marc Petit a fui.', ['Il dit "oui".', "Marc Petit a fui."]),
        ('"Oui !"Marc Petit a fui.', ['"Oui !"', "Marc Petit a fui."]),
        ('Il lit l\'"Équipe" et le "Monde".', ['Il lit l\'"Équipe" et le "Monde".']),
        ('Paul lit "Le Monde" et rit.', ['Paul lit "Le Monde" et rit.']),
        ("Il lit la réformeLe rapporteur parle.", ["Il lit la réforme.", "Le rapporteur parle."]),
        ("IL REFUSE D'ENTENDRESelon Paul, il a fui.", ["IL REFUSE D'ENTENDRE.", "Selon Paul, il a fui."]),
        ("Le président du MEDEF a fui.", ["Le président du MEDEF a fui."]),
        ('Une "omerta dans la ville"L\'auteur a fui.', ['Une "omerta dans la ville".', "L'auteur a fui."]),
        ("Il va en Ituri - Nord-Kivu compris - et revient.", ["Il va en Ituri - Nord-Kivu compris - et revient."]),
        ("Il joue dans la NHL.Marc Petit s'exile.", ["Il joue dans la NHL. Marc Petit s'exile."]),
        ("Il lit LeMonde et France-Soir.", ["Il lit LeMonde et France-Soir."]),
    ],
)  # fmt: skip
def test_a_heading_gets_its_line_back(text, lines):
    """A heading that was glued to the text around it is a line of its own."""
    shadow = shade(text, close_lines=True, openers=OPENERS, is_word={"route", "près", "paul"}.__contains__)
    assert [line.strip() for line in shadow.text.splitlines()] == lines
    assert shadow.span(0, len(shadow.text)).cut(text) == text


JOINED = [
    ("La ministre de la Justice Nicole Petit a voté.", ("Nicole Petit", "holdsPosition", "ministre de la Justice")),
    ("Le ministre des Transports Zoran Pesk a parlé.", ("Zoran Pesk", "holdsPosition", "ministre des Transports")),
    ("Elle a vu le secrétaire au Commerce Brock Dunle.", ("Brock Dunle", "holdsPosition", "secrétaire au Commerce")),
    ("Une magistrate d'origine cubaine, Anne Petit, a voté.",
     ("Anne Petit", "holdsPosition", "magistrate")),
    ("Le père d'Anne Petit, tuée en 2010 par Marc Lelong, a parlé.", ("Marc Lelong", "killed", "Anne Petit")),
    ("Le récit met en scène Paul Dumas et son fils Xavier.", ("Paul Dumas", "parentOf", "Xavier")),
    ("La directrice générale adjointe de l'ANSM, Claire Petit, a parlé.",
     ("Claire Petit", "holdsPosition", "directrice générale adjointe de l'ANSM")),
    ("Paul Dumas persiste\n\nInvité sur le plateau d'Anne Petit, le patron de Renault a quitté Lyon.",
     ("Paul Dumas", "ceoOf", "Renault")),
    ("Paul Dumas, directeur général délégué de La Voix du Nord, a parlé.",
     ("Paul Dumas", "holdsPosition", "directeur général délégué")),
    ("Louise Azoury, une manifestante de 46 ans, a défilé.", ("Louise Azoury", "age", "46")),
    ("Un des disparus, Alexandre Lombard, 28 ans, est pompier.", ("Alexandre Lombard", "age", "28")),
    ("Le petit Lucas, dix ans, a été blessé à Lyon.", ("Lucas", "age", "10")),
    ("Âgée de 54 ans et mère de deux enfants, Anne Petit est morte.", ("Anne Petit", "age", "54")),
    ("Âgé de 63 ans, Didier Lallemand est préfet.", ("Didier Lallemand", "age", "63")),
    ("Marc Petit est mort à l'âge de 87 ans.", ("Marc Petit", "age", "87")),
    ("La victime, âgée de 17 ans, a été soignée.", ("La victime, âgée de 17 ans", "age", "17")),
    ("L'historien des Beatles Mark Lewisohn a parlé.", ("Mark Lewisohn", "occupation", "historien")),
    ("Nicole Petit, la garde des Sceaux, a parlé.", ("Nicole Petit", "holdsPosition", "garde des Sceaux")),
    ("Le président chinois Wen Daolin a parlé. Le président Wen a rencontré Anne Petit.",
     ("Wen Daolin", "metWith", "Anne Petit")),
    ("Un autre maire, Marc Petit, a été frappé.", ("Marc Petit", "holdsPosition", "maire")),
    ("La première dame Anne Petit a parlé.", ("Anne Petit", "holdsPosition", "première dame")),
    ("Accusée d'être à l'origine de la rupture, Marion Dumas a parlé.",
     ("Marion Dumas", "accusedOf", "être à l'origine de la rupture")),
    ("Jean Petit, nommé dimanche vice-président de LR, a parlé.",
     ("Jean Petit", "holdsPosition", "vice-président de LR")),
    ("La mort de l'espion russe Marc Petit en 2006 a choqué.", ("Marc Petit", "deathDate", "2006")),
    ("Marc Petit conteste les accusations de viol pour lesquelles il est poursuivi.",
     ("Marc Petit", "chargedWith", "accusations de viol")),
    ("Claire Morin a présenté son budget lundi. La ministre a promis des économies.",
     ("Claire Morin", "holdsPosition", "ministre")),
]  # fmt: skip
APART = [
    ("Le président chinois Wen Daolin a parlé. Le président Wen a été cité. Le président américain a parlé.",
     ("Wen Daolin", "headOfStateOf", "États-Unis")),
    ("Claire Morin a présenté son budget lundi. La présidente a promis des économies.",
     ("Claire Morin", "holdsPosition", "présidente")),
    ("Les voisins ont vu la retraitée il y a 25 ans.", ("la retraitée", "age", None)),
    ("Les assurés partent à l'âge légal de 62 ans.", ("Les assurés", "age", None)),
    ("Ces enfants sont envoyés en guerre dès l'âge de 12 ans.", ("Ces enfants", "age", None)),
    ("Le Mali a perdu les deux tiers de sa population en 50 ans.", ("sa population", "age", None)),
    ("Quatre personnes ont été interpellées pour ce motif.", ("Quatre personnes", "accusedOf", "motif")),
    ("Une autre compagnie, Foxity, a réagi.", ("Foxity", "industry", None)),
    ("Le public a jugé le numéro d'Anne Petit, Marc Lelong, du chanteur Paul Dumas et de Jean Morel.",
     ("Marc Lelong", "occupation", None)),
    ("Le président pendant 20 ans de la Fédération, Marc Petit, a parlé.", ("Marc Petit", "age", None)),
    ("Marc Petit, acteur de ce long métrage, a parlé à l'AFP Anne Roux, actrice de ce long métrage.",
     ("AFP", "industry", None)),
    ("Le groupe État islamique a revendiqué l'attentat.", ("État islamique", "industry", None)),
    ("Les proches de la France insoumise ont parlé.", ("Les proches de la France insoumise", "locatedIn", None)),
    ("Le retour des soldats depuis les zones de combat inquiète.", ("Le retour des soldats", "locatedIn", None)),
    ("Un projet a été débattu entre les représentants de Renault et la ministre Anne Petit.",
     ("Anne Petit", "spokespersonFor", None)),
    ("Suite à la nomination de Marc Petit, Paul Dumas a tenu à parler.", ("Paul Dumas", "appointed", None)),
    ('Il jouait dans "Inspecteur Harry" en 1971.', ("Harry", "holdsPosition", None)),
    ("Marc Petit est parti. Il faut attendre pour retourner chez le coiffeur.", ("Marc Petit", "occupation", None)),
    ("Le père d'Anne Petit, tuée en 2010 par Marc Lelong, a parlé.", ("Marc Lelong", "killed", "Le père")),
    ("De l'Alsace au Massif central, le temps est menaçant.", ("Alsace", "locatedIn", None)),
    ("Le fonds a investi en Chine, en France et au Brésil.", ("Chine", "locatedIn", None)),
    ("L'incendie a touché quatre maisons près de l'A7.", ("quatre maisons", "locatedIn", None)),
    ("Marc Petit s'est rendu sur place.", ("Marc Petit", "locatedIn", None)),
    ("C'est Anne Petit qui prend sa place, comme l'a annoncé LVMH.", ("LVMH", "announced", None)),
    ("Il guide des hôtes de marque, dont les présidents Marc Petit et Paul Dumas.", ("Paul Dumas", "chairOf", None)),
    ("Le maire a reproché samedi à ses concitoyens leur colère.", ("ses concitoyens", "accusedOf", "samedi")),
    ("Anne Petit, 9 ans, a disparu en 2003. Les aveux de cette femme de 71 ans.", ("Anne Petit", "age", "71")),
    ("Il a salué Capitaine Paul Petit, Lieutenant Marc Dumas et Jean.", ("Paul Petit", "holdsPosition", "Lieutenant")),
    ("Lundi soir, un commerçant revenant du festival Japan Expo a été tué à Lyon.", ("Japan Expo", "deathDate", None)),
    ("Cet ancien ministre de Paul Dumas, aujourd'hui directeur de WWF, est parti.", ("Paul Dumas", "leads", None)),
    ("Les Talibans ont pris un hôtel. La police afghane a réagi.", ("Talibans", "country", None)),
    ("La région de Marc Petit a racheté Alpro.", ("Marc Petit", "acquired", "Alpro")),
    ("Selon ses avocats, Marc Petit et Paul Dumas sont innocents.", ("Marc Petit", "occupation", None)),
    ("Artisan des accords d'Évian, Marc Petit a été primé.", ("Marc Petit", "occupation", None)),
    ("Trois avocats, Marc Petit et Paul Dumas, sont venus.", ("Marc Petit", "occupation", None)),
    ("Les experts de l'Inserm et du CNRS, Marc Petit et Paul Roy, ont dit oui.", ("Paul Roy", "worksFor", "Inserm")),
    ("Les députés Marc Petit (LREM) et Paul Roy (LFI) ont voté.", ("Paul Roy", "memberOfParty", "LREM")),
    ("Le constructeur suédois, contrôlé par le chinois Geely, a fermé une usine.", ("Geely", "industry", None)),
    ("Anne Petit, maire de Signes (Var), a réagi.", ("Anne Petit", "leads", "Var")),
    ("Selon son chef Stefan Hahn, l'agence attend.", ("Stefan Hahn", "occupation", None)),
    ("Marc Petit a tenu une conférence de presse à la Maison Blanche.",
     ("une conférence de presse à la Maison Blanche", "locatedIn", None)),
    ("Le directeur de l'enseignement scolaire (Dgesco), numéro deux, a parlé.", ("Dgesco", "holdsPosition", None)),
]  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize(("text", "fact"), JOINED)
def test_what_belongs_together_is_joined(text, fact):
    """A title, a child or a description goes to the one that it is said of."""
    assert fact in [said[:3] for said in read("fr", f"Actualité\n\n{text}")]


@pytest.mark.model
@pytest.mark.parametrize(("text", "fact"), APART)
def test_what_is_somebody_else_stays_apart(text, fact):
    """A description, participle, place or date is not said of what merely stands beside it."""
    size = 2 if fact[2] is None else 3
    assert fact[:size] not in [said[:size] for said in read("fr", f"Actualité\n\n{text}")]


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Selon le porte-parole des manifestants",
        'Tout va bien", a dit le patron des députés',
        '"Tout va bien", explique le maire Luc Roux,',
    ],
)
def test_a_text_may_end_anywhere(text):
    """A headline has no full stop, and a text may be cut: it is read to its end, and no further."""
    found = document("fr", text)
    assert found.sentences[-1].end == len(found.article.text)
