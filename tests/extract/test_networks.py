"""Networks: written and read back, the same votes whatever else is judged, and what the shipped ones know."""

from dataclasses import replace

import numpy as np
import pytest

from kg.extract.rules.document import read
from kg.extract.rules.learned.inputs import POINTS, WORDS, Inputs
from kg.extract.rules.learned.network import (
    KINDS,
    _projections_of,
    _whole,
    load_judge,
    read_judge,
    write_judge,
)
from kg.extract.rules.learned.traits import SIZE
from kg.extract.rules.learned.vectors import STATES, states_of, vectors_of
from kg.extract.rules.parsing.parse import load_pipeline, parse
from kg.extract.rules.parsing.shading import shade_for
from kg.lang import languages, load_pack
from kg.lang.schema import load_schema
from kg.model import OPEN
from tests.builders import an_article
from tests.extract.judges import TRAITS, a_judge


def some_inputs(number: int) -> Inputs:
    """Pairs of a text of nine words, seen by chance."""
    random = np.random.default_rng(2)
    text = list("abcdefghi")
    return Inputs(
        traits=random.integers(0, SIZE, (number, TRAITS)),
        lemmas=[tuple(random.choice(text, WORDS)) for _ in range(number)],
        points=random.integers(0, len(text), (number, POINTS)),
        text=text, states=random.normal(0, 1, (len(text), STATES)).astype(np.float32),
    )  # fmt: skip


def some_vector(word: str) -> np.ndarray:
    return np.random.default_rng(sum(map(ord, word))).normal(0, 0.06, 300).astype(np.float32)


def test_networks_are_read_back_as_they_were_written(tmp_path):
    """Rows are kept in 255 steps: what the networks say moves by little."""
    judge, inputs = a_judge(), some_inputs(20)
    write_judge(judge, tmp_path / "pairs.npz")
    again = read_judge(tmp_path / "pairs.npz")

    before, after = (j.probabilities(inputs, some_vector) for j in (judge, again))

    assert (again.properties, again.scale, again.least) == (judge.properties, judge.scale, judge.least)
    assert np.abs(before - after).max() < 0.05


def test_votes_do_not_depend_on_what_else_is_judged():
    """A pair alone gets the probability that it gets among a thousand."""
    judge, inputs = a_judge(), some_inputs(1000)
    together = judge.probabilities(inputs, some_vector)
    alone = judge.probabilities(inputs.only(np.array([0])), some_vector)

    assert np.allclose(together[:1], alone, atol=1e-6)


def test_a_word_is_projected_alike_whatever_is_projected_with_it():
    """To the last bit: else the order of articles could show in a confidence."""
    random = np.random.default_rng(6)
    vectors = random.normal(0, 0.06, (200, 300)).astype(np.float32)
    matrix = random.normal(0, 1, (300, 96)).astype(np.float32)
    together = _projections_of(vectors, _whole(matrix))

    assert np.allclose(together, vectors @ matrix, atol=1e-3)
    for number in (1, 2, 7, 31, 33, 100):
        assert np.array_equal(_projections_of(vectors[50 : 50 + number], _whole(matrix)), together[50 : 50 + number])


def test_the_words_between_the_ends_count_whatever_the_direction():
    """What stands between is the same for a pair and its inverse; ends side by side have nothing between."""
    judge, inputs = a_judge(), some_inputs(2)
    forth = replace(inputs, points=np.array([[1, 4, 2, 2], [4, 1, 2, 2]]))
    network = judge.networks[0]
    alone = replace(
        network, words=np.where(np.arange(WORDS + 1)[:, None, None] == WORDS, network.words, 0), projected={}
    )

    first, second = alone._of_words(forth, some_vector)
    beside = alone._of_words(replace(inputs, points=np.array([[3, 4, 3, 3], [4, 3, 3, 3]])), some_vector)

    assert np.allclose(first, second)
    assert np.abs(first).max() > 0.01
    assert np.allclose(beside, 0, atol=1e-6)


def test_confidence_grows_with_the_votes():
    """A calibrated confidence keeps the order of the votes, and its inverse is where keeping begins."""
    judge = replace(a_judge(), scale={"typed": (0.8, 0.2), "open": (0.6, -0.4)}, least={"typed": 0.3, "open": 0.25})

    assert [round(judge.confidence(p, "typed"), 3) for p in (0.1, 0.5, 0.9)] == [0.174, 0.55, 0.876]
    for kind in KINDS:
        assert judge.confidence(judge.least_probability(kind), kind) == pytest.approx(judge.least[kind], abs=1e-4)


@pytest.mark.model
@pytest.mark.parametrize("code", languages())
def test_shipped_networks_name_properties_of_the_ontology(code):
    """Whatever they say is a property that the graph may hold."""
    judge = load_judge(code)

    assert judge is not None
    assert set(judge.properties) - {OPEN} <= set(load_schema().properties)


@pytest.mark.model
def test_vectors_have_length_one_or_none():
    """A word that the model does not know has no direction."""

    class Doc:
        vocab = load_pipeline(load_pack("fr").model).vocab

    vector = vectors_of(Doc)
    assert float(np.linalg.norm(vector("acheter"))) == pytest.approx(1.0, abs=1e-5)
    assert float(np.linalg.norm(vector("xqzvbrt"))) == 0.0


@pytest.mark.model
def test_every_word_has_a_state():
    """The parser's states lie beside the words of the tree, without white space."""
    article, pack = an_article("Le conseil a voté.\n\nUne ex-ministre dirige le porte-avions."), load_pack("fr")
    (doc,) = parse([shade_for(article.text, pack).text], pack)
    reading = read(article, doc, pack, shade_for(article.text, pack))

    assert states_of(doc).shape == (len(reading.tree.words), STATES)
