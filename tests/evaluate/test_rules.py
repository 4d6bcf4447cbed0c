"""The rules and how often each fires: what is dead, what fires too often, and where."""

from dataclasses import replace

import pytest

from kg.build.counting import count_rules as count_corpus
from kg.errors import IngestError, LanguagePackError
from kg.evaluate.rules import Rule, count_rules, list_rules
from kg.lang import languages, load_pack
from kg.lang.constructions import load_constructions
from kg.model import Document
from tests.build.quick_extractor import NAME, make_extractor
from tests.build.quickly import A, B, write
from tests.builders import an_article

FOUNDED = "founded/business/1"


def read(*texts: str, rule: str = FOUNDED) -> list[Document]:
    """Documents whose every claim is said to be made by one rule."""
    documents = make_extractor().extract(an_article(text) for text in texts)
    return [
        replace(d, claims=tuple(replace(c, evidence=replace(c.evidence, rule=rule)) for c in d.claims))
        for d in documents
    ]


def of(counted: tuple[Rule, ...], id_: str) -> Rule:
    return next(rule for rule in counted if rule.id == id_)


def test_every_rule_is_listed_with_an_example():
    """What the files hold, and what code reads by itself."""
    listed = list_rules()

    wanted = {(code, rule.id) for code in languages() for rule in load_pack(code).relations}
    wanted |= {(code, each.id) for each in load_constructions() for code in each.examples}
    assert {(rule.language, rule.id) for rule in listed} == wanted
    assert [rule for rule in listed if not rule.examples or not (rule.triggers or rule.meaning)] == []


def test_an_unknown_language_is_told():
    """One line, as everywhere."""
    with pytest.raises(LanguagePackError, match="no language pack for 'xx'"):
        list_rules("xx")


def test_claims_are_counted_by_rule_and_word():
    """The words of the rule that never fired are there with 0."""
    counted = count_rules(read(A, B))

    assert counted[0].id == FOUNDED
    assert counted[0].count == 2
    assert counted[0].triggers[0] == ("fonder", 2)
    assert ("cofonder", 0) in counted[0].triggers


def test_rules_that_never_fire_are_there_with_0():
    """Of the languages of the corpus only: an English rule is not dead because the articles are French."""
    counted = count_rules(read(A))

    assert {rule.language for rule in counted} == {"fr"}
    assert len(counted) == len(list_rules("fr"))
    assert {rule.count for rule in counted[1:]} == {0}


def test_samples_are_the_same_ones_in_any_order():
    """So that two runs can be compared; no more than asked for."""
    documents = read(*(f"Mina{number} a fondé Orvella{number}." for number in range(20)))

    forth, back = (of(count_rules(each, samples=3), FOUNDED).samples for each in (documents, documents[::-1]))

    assert len(forth) == 3
    assert forth == back
    assert all(sample.marked.replace("⟦a fondé⟧", "a fondé") == sample.sentence for sample in forth)
    assert all("⟦a fondé⟧" in sample.marked for sample in forth)


def test_rules_of_another_extractor_are_counted_too():
    """They are in none of our files."""
    assert of(count_rules(read(A, rule="theirs")), "theirs").predicate == "founded"


def test_a_corpus_is_files_and_folders(tmp_path):
    """As for a build; articles in another language are passed over if one is named."""
    write(tmp_path, "a.txt", A)
    write(tmp_path, "b.txt", B)

    assert of(count_corpus([tmp_path], extractor=NAME, language="fr"), "founded").count == 2
    with pytest.raises(IngestError, match="no article in 'en'"):
        count_corpus([tmp_path], extractor=NAME, language="en")
