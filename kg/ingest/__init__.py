"""The outside world → Article: files, folders and standard input."""

from kg.ingest.article import Defaults
from kg.ingest.read import Input, read_inputs

__all__ = ["Defaults", "Input", "read_inputs"]
