"""The outside world → Article: files, folders and standard input."""

from kg.ingest.article import Defaults
from kg.ingest.read import Input, find_others, read_inputs

__all__ = ["Defaults", "Input", "find_others", "read_inputs"]
