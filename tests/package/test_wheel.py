"""What is installed is all that kg needs, and nothing that only its developers do."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
SOURCES_OF_THE_PAGE = ROOT / "kg" / "view" / "frontend"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> set[str]:
    """The names of all files of a wheel that is built from what stands here."""
    pytest.importorskip("hatchling", reason="hatchling is not installed")
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as found:
        return set(found.namelist())


def files_below(folder: Path) -> set[str]:
    found = (p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
    return {p.relative_to(folder).as_posix() for p in found if SOURCES_OF_THE_PAGE not in p.parents}


def test_the_wheel_carries_every_file_of_the_package(wheel):
    """Words, weights, the built page: a file that Git or the packager ignores would be dropped without a word."""
    assert {f"kg/{name}" for name in files_below(ROOT / "kg")} - wheel == set()


def test_the_wheel_carries_the_ontology(wheel):
    """Its place in a checkout is beside the package, so that people find it; installed, it is inside."""
    assert {f"kg/_ontology/{name}" for name in files_below(ROOT / "ontology")} - wheel == set()


def test_the_wheel_holds_no_sources_of_the_page_and_no_tests(wheel):
    """What is installed can draw without Node."""
    assert not any("frontend" in name or name.startswith("tests") for name in wheel)


def test_the_wheel_tells_that_it_is_typed_and_whose_work_it_holds(wheel):
    """Type checkers look for py.typed; data and typefaces of others name their licences wherever they go."""
    inside = {name.partition("/")[2] for name in wheel if ".dist-info/licenses/" in name}

    assert "kg/py.typed" in wheel
    assert {f"licenses/{n}" for n in ("LICENSE", "docs/licences.md")} <= inside
    assert "licenses/kg/view/static/THIRD_PARTY_LICENSES.txt" in inside
