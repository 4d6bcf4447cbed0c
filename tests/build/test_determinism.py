"""The same articles give the same bytes: for any hash seed, order and number of workers."""

import os
import subprocess
import sys

import pytest

from tests.build.quick_extractor import NAME
from tests.build.quickly import build, results, write

TEXTS = {
    f"n{i:02}": f"Titre {i}\n\nMina{i % 7} a fondé Orvella{i % 5}. Karim{i} a fondé Nordane{i % 3}." for i in range(40)
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("articles")
    for name, text in TEXTS.items():
        write(folder, f"{name}.txt", text)
    return folder


@pytest.fixture(scope="module")
def reference(folder, tmp_path_factory):
    output = tmp_path_factory.mktemp("reference") / "out"
    build(folder, output)
    return results(output)


@pytest.mark.parametrize("seed", ["0", "4242"])
def test_the_hash_seed_does_not_matter(folder, reference, tmp_path, seed):
    """No set or dict order reaches the output."""
    command = [sys.executable, "-m", "kg", "build", "-q", str(folder), "-o", str(tmp_path / "out"), "--extractor", NAME]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": seed})

    assert results(tmp_path / "out") == reference


def test_the_order_of_the_inputs_does_not_matter(folder, reference, tmp_path):
    """Files may come in any order."""
    files = sorted(folder.iterdir(), key=lambda file: file.name[::-1], reverse=True)
    build(files, tmp_path / "out")

    assert results(tmp_path / "out") == reference


def test_workers_do_not_matter(folder, reference, tmp_path):
    """Two processes read as one does."""
    build(folder, tmp_path / "out", workers=2)

    assert results(tmp_path / "out") == reference


def test_building_twice_does_not_matter(folder, reference, tmp_path):
    """A second build into the same output changes nothing, nor does one that reads all again."""
    build(folder, tmp_path / "out")
    build(folder, tmp_path / "out")
    build(folder, tmp_path / "out", fresh=True)

    assert results(tmp_path / "out") == reference
