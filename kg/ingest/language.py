"""Which language an article is written in, when nobody says."""

from functools import cache
from typing import Protocol

from kg.errors import IngestError
from kg.lang import languages

SURE = 0.8  # of another language than ours; below it (a few words) the likeliest of our languages is taken
_READ = 2000  # characters looked at: enough to be sure, and boilerplate stands at the end


class _Identifier(Protocol):
    def rank(self, text: str) -> list[tuple[str, float]]: ...


def identify_language(text: str, *, where: str) -> str:
    """Return the code of the language that the text is written in.

    Raises:
        IngestError: it is surely none that we read.
    """
    ours = languages()
    ranking = _identifier().rank(text[:_READ])
    best, likelihood = ranking[0]
    if best not in ours and likelihood >= SURE:
        raise _unknown(f"seems to be written in {best!r}", where)
    return next(code for code, _ in ranking if code in ours)


def check_language(code: str, *, where: str) -> str:
    """Return the language part of a code that somebody gave ("fr-CA" → "fr").

    Raises:
        IngestError: we do not read that language.
    """
    language = code.strip().replace("_", "-").split("-")[0].lower()
    if language not in languages():
        raise _unknown(f"is said to be in {code!r}", where)
    return language


def _unknown(problem: str, where: str) -> IngestError:
    return IngestError(
        f"{problem}, a language that is not read",
        where=where,
        remedy=f"Leave it out, or say which of {', '.join(languages())} it is with --language.",
    )


@cache
def _identifier() -> _Identifier:
    # The model takes half a second to load: only those who need it pay.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier: _Identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    return identifier
