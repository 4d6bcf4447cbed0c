"""`kg doctor`: whether everything that kg needs is there."""

import os
import shutil
import sys
import tempfile
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from kg.errors import KgError
from kg.extract.registry import extractor_names, load_extractor
from kg.lang import languages, load_pack

_PACKAGES = ("spacy", "pyoxigraph", "rdflib", "pyshacl", "networkx", "rustworkx", "pyvis", "py3langid", "rich")
_BROWSERS = ("chromium", "google-chrome", "firefox", "xdg-open", "open")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at."""

    name: str
    ok: bool
    found: str
    remedy: str = ""
    optional: bool = False


def check_all() -> list[Check]:
    """Look at everything; nothing is changed and nothing is asked of the network."""
    checks = [_check_python(), Check("kg", ok=True, found=version("kg"))]
    checks += [_check_package(name) for name in _PACKAGES]
    checks += [_check_language(code) for code in languages()]
    checks += [_check_extractor(name) for name in extractor_names()]
    return [*checks, _check_writing(), _check_browser()]


def _check_python() -> Check:
    found = ".".join(map(str, sys.version_info[:3]))
    return Check("Python", sys.version_info >= (3, 11), found, "Install Python 3.11 or later.")


def _check_package(name: str) -> Check:
    try:
        return Check(name, ok=True, found=version(name))
    except PackageNotFoundError:
        return Check(name, ok=False, found="not installed.", remedy="Install kg again: pip install -e .")


def _check_language(code: str) -> Check:
    name = f"language {code}"
    try:
        pack = load_pack(code)
        return Check(name, ok=True, found=f"{pack.name}, {pack.model} {version(pack.model)}")
    except PackageNotFoundError:
        return Check(name, ok=False, found="its model is not installed.", remedy="Install kg again: pip install -e .")
    except KgError as error:
        return Check(name, ok=False, found=str(error))


def _check_extractor(name: str) -> Check:
    try:
        return Check(f"extractor {name}", ok=True, found=load_extractor(name).version)
    except KgError as error:
        return Check(f"extractor {name}", ok=False, found=str(error))


def _check_writing() -> Check:
    here = Path.cwd()
    try:
        with tempfile.TemporaryFile(dir=here):
            free = shutil.disk_usage(here).free // 2**20
        return Check("this folder", ok=free > 100, found=f"can be written, {free:,} MB free.", remedy="Make room.")
    except OSError as error:
        remedy = "Go to another folder, or build with -o."
        return Check("this folder", ok=False, found=f"cannot be written: {error.strerror}.", remedy=remedy)


def _check_browser() -> Check:
    found = os.environ.get("BROWSER") or next((name for name in _BROWSERS if shutil.which(name)), None)
    remedy = "kg view --open needs one; the page can be opened elsewhere."
    return Check("browser", bool(found), found or "none found.", remedy, optional=True)
