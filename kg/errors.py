"""What can go wrong, said in one line: where, what, and what to do."""


class KgError(Exception):
    """A failure that the user can mend; the command line prints it as one line and exits with 2."""

    def __init__(self, problem: str, *, where: str = "", remedy: str = "") -> None:
        super().__init__(problem)
        self.problem, self.where, self.remedy = problem, where, remedy

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        stop = "" if self.problem.endswith((".", "?", "!")) else "."
        return f"{place}{self.problem}{stop}{' ' + self.remedy if self.remedy else ''}"


class IngestError(KgError):
    """An input that cannot be read as an article."""


class LanguagePackError(KgError):
    """A file under kg/lang that breaks its own rules."""


class ExtractorError(KgError):
    """An extractor whose answer does not hold."""


class StoreError(KgError):
    """A store that cannot be opened, read or written."""


class QueryError(KgError):
    """A query that cannot be run."""


class ExportError(KgError):
    """A format or a target that cannot be written."""


class ViewError(KgError):
    """A page that cannot be made."""


class EvaluationError(KgError):
    """Gold or predictions that cannot be compared."""
