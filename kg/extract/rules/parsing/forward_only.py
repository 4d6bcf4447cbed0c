"""What a model computes when it reads, without what only training needs: the same numbers to the last bit."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model

Floats = NDArray[np.float32]
MIXED = "maxout>>layernorm>>dropout"  # a layer of spaCy's encoders
EMBEDDED = "hashembed"
TINY = 1e-8  # keeps a variance from being 0


def spare_training(model: Any) -> None:
    """Replace layers of an encoder by some that only read; thinc's note at each step what they need to learn."""
    for node in list(model.walk()):
        if node.name == MIXED:
            model.replace_node(node, _mixed(*node.layers[0].layers))
        elif node.name == EMBEDDED:
            model.replace_node(node, Model("distinct", _embed_distinct, layers=[node]))


def _mixed(maxout: Any, layernorm: Any) -> Any:
    pieces: Floats = maxout.get_param("W")  # (O, P, I)
    weights, bias = pieces.reshape(-1, pieces.shape[2]), maxout.get_param("b").ravel()
    scale, shift = layernorm.get_param("G"), layernorm.get_param("b")

    def forward(_: Any, rows: Floats, is_train: bool) -> tuple[Floats, None]:
        product = rows @ weights.T
        product += bias
        return _normalised(_largest(product.reshape(len(rows), *pieces.shape[:2])), scale, shift), None

    return Model(MIXED, forward, dims={"nO": pieces.shape[0], "nI": pieces.shape[2]})


def _largest(rows: Floats) -> Floats:
    """Return the largest of each P numbers, (N, O, P) → (N, O)."""
    first, *others = (rows[:, :, n] for n in range(rows.shape[2]))
    found = first.copy()
    for each in others:
        np.maximum(found, each, out=found)
    return found


def _normalised(rows: Floats, scale: Floats, shift: Floats) -> Floats:
    """Return rows with mean 0 and variance 1, scaled and shifted."""
    size = rows.shape[1]
    mean = rows.sum(axis=1, keepdims=True) / size
    rows -= mean
    variance = np.square(rows).sum(axis=1, keepdims=True) / size + TINY
    rows *= variance ** (-1.0 / 2.0)
    rows *= scale
    rows += shift
    return rows


def _embed_distinct(model: Any, keys: NDArray[np.uint64], is_train: bool) -> tuple[Floats, None]:
    """Look up each key once: an article has few prefixes, and only two kinds of "is there a space behind it"."""
    (table,) = model.layers
    distinct, place = np.unique(keys, return_inverse=True)
    return table.predict(distinct)[place], None
