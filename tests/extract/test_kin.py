"""Whose kin somebody is, and whom "son mari" means who is named elsewhere."""

import pytest

from kg.extract.rules.coreference.kin import find_namesake, is_no_kin
from tests.extract.reading import named_by, reading_of

pytestmark = pytest.mark.model


def meant(text: str, head: str, language: str = "fr") -> str:
    """The name that the last mention with a head stands for, or nothing."""
    reading = reading_of(language, text)
    return named_by(reading, [n for n, item in enumerate(reading.table.items) if item.head == head][-1])


def namesake(text: str, head: str) -> int | None:
    """Who is found for the last mention with a head by the surname alone."""
    reading = reading_of("fr", text)
    index = [n for n, item in enumerate(reading.table.items) if item.head == head][-1]
    return find_namesake(reading.tree, reading.pack, reading.table, index)


def test_a_spouse_is_who_has_the_surname_and_the_other_sex():
    """ "Jeanne Morel … son mari" is the Paul Morel of another sentence, before or behind."""
    text = "Jeanne Morel se confie sur les voyages de son mari. Paul Morel a été ministre."
    assert meant(text, "mari") == "Paul Morel"
    assert meant("Paul Morel a été ministre. Jeanne Morel parle souvent de son mari.", "mari") == "Paul Morel"


def test_a_spouse_is_nobody_of_two():
    """With two men of her surname it may be either."""
    text = "Jeanne Morel se confie sur les voyages de son mari. Paul Morel a été ministre. Luc Morel a été maire."
    assert namesake(text, "mari") is None


def test_who_is_other_kin_is_not_meant():
    """Who is called her father is not her brother."""
    text = "Jeanne Morel est venue. Son père Paul Morel a été ministre. Jeanne Morel a salué son frère."
    assert namesake(text, "frère") is None


def test_a_husband_is_of_a_woman_where_one_may_be_meant():
    """ "son mari" behind a man and a woman is the woman's."""
    text = "Paul Durand a été arrêté à Nice avec Marie Lopez. Son mari a porté plainte."
    reading = reading_of("fr", text)
    owner = next(n for n, item in enumerate(reading.table.items) if item.determiner == "possessor")
    assert named_by(reading, owner) == "Marie Lopez"


def test_joined_possessions_are_of_the_same():
    """ "Anne, sa veuve, et ses filles": of who has died, both."""
    text = "Marc Roy est mort en 2017. Anne, sa veuve, ainsi que ses deux filles Jade et Lise, ont visité Nice."
    reading = reading_of("fr", text)
    owners = [n for n, item in enumerate(reading.table.items) if item.determiner == "possessor"]
    assert [named_by(reading, n) for n in owners] == ["Marc Roy", "Marc Roy"]


def test_nobody_has_himself():
    """ "Paul Petit, son maire": the town's, not his own."""
    text = "Lyon accueille le congrès. Paul Petit, son maire, a reçu Anne Roy."
    reading = reading_of("fr", text)
    owner = next(n for n, item in enumerate(reading.table.items) if item.determiner == "possessor")
    assert named_by(reading, owner) == "Lyon"


def test_a_name_behind_joined_people_is_the_last_ones():
    """ "le ministre et son frère, Paul Martin, …": the brother's."""
    text = "Le ministre et son frère, Paul Martin, ont été arrêtés à Nice."
    assert meant(text, "frère") == "Paul Martin"
    assert meant(text, "ministre") == ""


def test_definite_kin_behind_a_name_and_a_comma_is_who_is_named():
    """ "Paul Roy, le mari d'Anne Petit": he, wherever his name stands; not where the sexes differ or a verb follows."""
    assert meant("Elle a aimé le plat de son chroniqueur Paul Roy, le mari d'Anne Petit.", "mari") == "Paul Roy"
    assert meant("Il a été remplacé par Luc Dupont, le fils du ministre Jean Dupont.", "fils") == "Luc Dupont"
    assert meant("Il a salué Paul Roy, la fille de Marc Petit, à Nice.", "fille") != "Paul Roy"
    assert meant("Après Marc Roy, le fils de Luc Petit a été interrogé.", "fils") != "Marc Roy"


@pytest.mark.parametrize("kin", ["Le frère", "Le père"])
def test_nobody_is_kin_of_whom_he_shares_no_name_with(kin):
    """ "Le frère de Jean Roy" is not the Luc Ferrand of the sentence before; Luc Roy he may be."""
    said = f"{kin} de Jean Roy s'est adressé mercredi à l'agence."
    assert meant(f"Luc Ferrand préside l'agence. Pour obtenir des réformes, {said}", kin.split()[1]) == ""


def test_a_spouse_behind_an_article_may_have_a_name_of_her_own():
    """ "L'épouse de Paul Roux" is often told of by another surname."""
    reading = reading_of("fr", "Anne Petit chante. L'épouse de Paul Roux vit à Nice.")
    items = reading.table.items
    spouse = next(x for x in items if x.head == "épouse")
    anne = next(n for n, x in enumerate(items) if x.name == "anne petit")
    assert not is_no_kin(reading.tree, reading.pack, reading.table, spouse, anne)


def test_a_spouse_is_of_the_namesake_whom_only_a_later_sentence_names_in_full():
    """ "Isabelle" is the Isabelle Balme of another sentence, and so her husband is Luc Balme, not the lawyer."""
    text = "Luc Balme congédie ses avocats, Marc Roux et Paul Vey, dit son épouse Isabelle. Isabelle Balme est élue."
    reading = reading_of("fr", text)
    owners = [n for n, item in enumerate(reading.table.items) if item.determiner == "possessor"]
    assert named_by(reading, owners[-1]) == "Luc Balme"


def test_nobody_is_married_to_the_spouse_of_a_namesake():
    """ "le président et son épouse Anne Petit" is not Luc Roux where the article names a Marc Petit."""
    text = "Luc Roux a parlé. Le président et son épouse Anne Petit sont venus. Marc Petit a battu Luc Roux."
    reading = reading_of("fr", text)
    owner = next(n for n, item in enumerate(reading.table.items) if item.determiner == "possessor")
    assert named_by(reading, owner) != "Luc Roux"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Charles Roux est né à Lille. Anne Petit a rencontré le prince Charles à Londres."),
        ("en", "Charles Reed was born in Leeds. Jane Morel met Prince Charles in London."),
    ],
)
def test_who_reigns_is_not_who_has_the_same_first_name(language, text):
    """ "le prince Charles" is called so alone, and is not the Charles Roux of the same article."""
    full = text.split(" ")[:2]
    reading = reading_of(language, text)
    named = [
        n for n, item in enumerate(reading.table.items) if item.name == "charles" or item.name.endswith(" charles")
    ]
    assert named
    assert all(named_by(reading, n) != " ".join(full) for n in named)


def test_a_middle_name_may_be_left_out():
    """ "Anne Marie Lemoux" and "Anne Lemoux" are one."""
    reading = reading_of("fr", "Anne Marie Lemoux a été élue. La mère d'Anne Lemoux est venue.")
    named = [n for n, item in enumerate(reading.table.items) if item.name in ("anne marie lemoux", "anne lemoux")]
    assert len({reading.table.root(n) for n in named}) == 1
