"""A name that no table knows gets its class from a model that sees its words and all places where it stands."""

import numpy as np
import pytest

from kg.extract.rules import document
from kg.extract.rules.mentions.name_classes import NameClasses, load_name_classes, read_name_classes, write_name_classes
from kg.extract.rules.mentions.name_traits import SIZE, NameQuestion
from kg.lang import languages
from kg.model import MentionKind
from tests.extract.reading import reading_of

INPUTS = 2 * (96 + 300)


def a_model(told: str) -> NameClasses:
    """A model that takes every name for one class."""
    classes = ("City", "Company", "Person")
    bias = np.array([[9.0 * (kind == told) for kind in classes]], np.float32)
    return NameClasses(
        classes, np.zeros((SIZE, 1 + 3), np.float32), np.zeros((INPUTS, 1), np.float32), np.zeros(1, np.float32),
        np.concatenate([np.zeros((1, 3), np.float32), bias]),
    )  # fmt: skip


def classes_of(code: str, text: str) -> dict[str, str]:
    """The class of each name of a text."""
    items = reading_of(code, text).table.items
    return {item.name: item.type for item in items if item.kind is MentionKind.NAME}


@pytest.mark.model
@pytest.mark.parametrize(
    ("code", "text", "name", "kind"),
    [
        ("fr", "Zelmo a réalisé un chiffre d'affaires de 12 millions d'euros en 2019.", "zelmo", "Company"),
        ("fr", "La ville de Brénac a voté contre le projet.", "brenac", "City"),
        ("en", "Shares in Zelmo rose after the company posted a profit.", "zelmo", "Company"),
        ("en", "Police in Brenford arrested two men.", "brenford", "City"),
        ("en", "The firm was charged under the Computer Misuse Act.", "computer misuse act", "LegalAct"),
    ],
)
def test_the_words_around_a_name_tell_its_class(code, text, name, kind):
    assert classes_of(code, text)[name] == kind


@pytest.mark.model
def test_what_a_table_knows_is_not_asked_about(monkeypatch):
    monkeypatch.setattr(document, "load_name_classes", lambda code: a_model("City"))

    assert classes_of("fr", "Huawei a rencontré Zelmo.") == {"huawei": "Company", "zelmo": "City"}


@pytest.mark.model
def test_all_uses_of_a_name_in_an_article_have_one_class(monkeypatch):
    monkeypatch.setattr(document, "load_name_classes", lambda code: a_model("Company"))
    items = reading_of("fr", "Zelmo a grandi à Nice. Un avocat défend Zelmo. Il est né à Zelmo.").table.items

    assert {item.type for item in items if item.name == "zelmo"} == {"Company"}


@pytest.mark.model
def test_only_a_person_keeps_the_sex_of_a_given_name(monkeypatch):
    """ "Marine" may be a woman; as a firm it is no "elle" because of its name."""
    for told, gender in (("Person", "Fem"), ("Company", "")):
        monkeypatch.setattr(document, "load_name_classes", lambda code, told=told: a_model(told))
        items = reading_of("fr", "Le contrat lie Marine Zelmo à une banque.").table.items

        assert {item.gender for item in items if item.name == "marine zelmo"} == {gender}


def test_where_no_class_is_likely_that_of_the_rules_stays():
    question = NameQuestion("zelmo", "Place", np.array([], np.int64), np.zeros(INPUTS, np.float32))
    unsure = NameClasses(
        ("A", "B", "C", "D"), np.zeros((SIZE, 5), np.float32), np.zeros((INPUTS, 1), np.float32),
        np.zeros(1, np.float32), np.zeros((2, 4), np.float32),
    )  # fmt: skip

    assert unsure.judge(question) == "Place"
    assert a_model("Company").judge(question) == "Company"


def test_weights_are_read_as_they_were_written(tmp_path):
    random = np.random.default_rng(0)
    model = a_model("City")
    model.rows[:] = random.normal(0, 1, model.rows.shape)
    write_name_classes(model, tmp_path / "names.npz")
    back = read_name_classes(tmp_path / "names.npz")

    assert back.classes == model.classes
    assert np.abs(back.rows - model.rows).max() < 0.05
    assert np.array_equal(back.told, model.told)


@pytest.mark.parametrize("code", languages())
def test_every_language_has_a_model_of_classes_of_the_ontology(code):
    from kg.lang.schema import load_schema

    model = load_name_classes(code)
    assert model is not None
    assert all(load_schema().is_a(kind, "Entity") or load_schema().is_a(kind, "Eventuality") for kind in model.classes)
