"""A small graph on disk that the commands are asked of."""

from pathlib import Path

import pytest

from tests.build.quickly import A, B, build, write


@pytest.fixture(scope="session")
def output(tmp_path_factory) -> Path:
    """The folder of two articles; nobody writes into it."""
    folder = tmp_path_factory.mktemp("graph")
    build([write(folder, "a.txt", A), write(folder, "b.txt", B)], folder / "out")
    return folder / "out"
