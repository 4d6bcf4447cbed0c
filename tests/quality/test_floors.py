"""The quality that was reached once is not lost again."""

import pytest

from tests.quality.measure import SETS, figures, is_available, name_of, read_floors

pytestmark = [
    pytest.mark.model,
    pytest.mark.skipif(not is_available(), reason="the gold articles are not beside the project"),
]


@pytest.mark.parametrize(("folder", "split"), SETS, ids=[name_of(*s) for s in SETS])
def test_no_figure_falls_below_its_floor(folder: str, split: str | None):
    """Floors go up with the figures (tests/quality/raise_floors.py); lowering one needs a name and a reason."""
    floors, reached = read_floors()[name_of(folder, split)], figures(folder, split)

    assert {f: reached[f] for f, floor in floors.items() if reached[f] < floor} == {}
