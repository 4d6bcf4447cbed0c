"""How an output is built, kept in it: a later build that does not say otherwise goes on in the same way."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from kg.build.output import SETTINGS, Output
from kg.errors import StoreError
from kg.extract.registry import DEFAULT

AUTO: Final = "auto"  # page language: that of most articles


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the results depend on beside the articles."""

    extractor: str = DEFAULT
    derived: bool = False  # write what follows by rules into a graph of its own
    min_confidence: float = 0.0  # facts below it are left out of the results; the articles' documents keep them
    page_language: str = AUTO

    def but(
        self, extractor: str | None, derived: bool | None, min_confidence: float | None, page_language: str | None
    ) -> "Settings":
        """Return the settings with what is not None put in its place."""
        return Settings(
            extractor=self.extractor if extractor is None else extractor,
            derived=self.derived if derived is None else derived,
            min_confidence=self.min_confidence if min_confidence is None else min_confidence,
            page_language=self.page_language if page_language is None else page_language,
        )

    def words(self) -> list[str]:
        """Return what is not the default, as it is asked for on the command line."""
        said = [f"--extractor {self.extractor}"] if self.extractor != DEFAULT else []
        said += ["--derive"] if self.derived else []
        said += [f"--min-confidence {self.min_confidence:g}"] if self.min_confidence else []
        said += [f"--lang {self.page_language}"] if self.page_language != AUTO else []
        return said


def read_settings(output: Output) -> Settings:
    """Return how the output was built; the defaults if it was not yet.

    Raises:
        StoreError: the file is damaged.
    """
    file = output.hidden / SETTINGS
    if not file.exists():
        return Settings()
    try:
        known = Settings(**json.loads(file.read_text("utf-8")))
        known.words()
    except (ValueError, TypeError) as error:
        remedy = "Delete it and build again with the options that you want, or build with --fresh."
        raise StoreError("is damaged", where=str(file), remedy=remedy) from error
    return known


def write_settings(folder: Path, settings: Settings) -> None:
    """Write the settings where `Output.commit` will take them."""
    (folder / SETTINGS).write_text(json.dumps(asdict(settings)), "utf-8")
