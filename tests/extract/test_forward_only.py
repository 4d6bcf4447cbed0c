"""A model that only reads computes what it computed before, to the last bit."""

import numpy as np
import pytest
from thinc.api import HashEmbed, Maxout, NumpyOps, chain, use_ops, with_array

from kg.extract.rules.parsing.forward_only import spare_training


def mixing_layer(pieces: int):
    """A layer as spaCy's encoders have them, with numbers that are not those of a fresh one."""
    with use_ops("numpy", use_blis=False):
        model = with_array(Maxout(nO=96, nI=288, nP=pieces, normalize=True, dropout=0.0))
    model.initialize()
    draw = np.random.default_rng(1)
    for node in model.walk():
        for name in node.param_names:
            node.set_param(name, draw.standard_normal(node.get_param(name).shape).astype(np.float32))
    return model


@pytest.mark.parametrize("pieces", [1, 2, 3])
@pytest.mark.parametrize("words", [1, 7, 450])
def test_a_mixing_layer_gives_the_same_numbers(pieces, words):
    """However many words a text has; what comes in is left as it was."""
    model, rows = mixing_layer(pieces), np.random.default_rng(2).standard_normal((words, 288)).astype(np.float32)
    given, expected = rows.copy(), model.predict(rows)
    spare_training(model)

    assert np.array_equal(model.predict(rows), expected)
    assert np.array_equal(rows, given)


def test_a_table_of_words_gives_the_same_numbers():
    """Also where a word comes again, and for a text without words."""
    model = chain(HashEmbed(nO=96, nV=50, seed=3), HashEmbed(nO=8, nV=10, seed=4))
    table = model.layers[0]
    table.initialize()
    keys = np.array([7, 3, 7, 2**63 + 1, 3, 0], dtype=np.uint64)
    expected = table.predict(keys)
    spare_training(model)

    assert model.layers[0] is not table
    assert np.array_equal(model.layers[0].predict(keys), expected)
    assert model.layers[0].predict(keys[:0]).shape == (0, 96)


def test_other_layers_stay():
    """What is no layer of an encoder is not touched."""
    model = chain(Maxout(nO=4, nI=4), Maxout(nO=4, nI=4))
    before = list(model.walk())
    spare_training(model)

    assert list(model.walk()) == before
    assert isinstance(model.ops, NumpyOps)
