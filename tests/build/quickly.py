"""Short ways to build in tests, with the quick extractor and the real everything else."""

from pathlib import Path

from kg.build import Options, Report, build_output, remove_article
from tests.build.quick_extractor import NAME

A = "Mina a fondé Orvella.\n\nLe groupe emploie cent personnes à Lyon depuis l'an dernier."
B = "Karim a fondé Nordane.\n\nIl y travaille avec sa sœur depuis le printemps."
C = "Mina a fondé Orvella.\n\nKarim a fondé Lumeo.\n\nLes deux se sont rencontrés à Paris."


def options(**more) -> Options:
    return Options(extractor=NAME, **more)


def write(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_text(text, "utf-8")
    return file


def build(paths, output: Path, **more) -> Report:
    return build_output([paths] if isinstance(paths, Path) else paths, output, options(**more))


def remove(name: str, output: Path) -> Report:
    return remove_article(name, output, options())


def results(output: Path) -> tuple[bytes, bytes]:
    """The bytes that must not depend on how the articles came."""
    return (output / "graph.ttl").read_bytes(), (output / "graph.jsonl").read_bytes()
