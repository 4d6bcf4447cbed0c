"""The common words that a model's lemmatizer knows."""

from functools import cache
from typing import Any

from kg.extract.rules.parsing.parse import load_pipeline

INDEX, EXCEPTIONS, FORMS = "lemma_index", "lemma_exc", "lemma_lookup"  # tables of spaCy's rule lemmatizer


class Dictionary:
    """Tells common words of a language, in small letters, from what only names are made of."""

    def __init__(self, tables: list[Any]) -> None:
        """Take over tables by word; with none, no word is known."""
        self._tables = tables

    def __contains__(self, form: object) -> bool:
        """Whether it is a lemma, or a form that the lemmatizer leads to one."""
        return any(form in table for table in self._tables)


@cache
def dictionary_of(package: str) -> Dictionary:
    """Return the dictionary that comes with a model."""
    nlp = load_pipeline(package)
    if not nlp.has_pipe("lemmatizer"):
        return Dictionary([])
    lemmatizer: Any = nlp.get_pipe("lemmatizer")
    found = lemmatizer.lookups
    by_class = [found.get_table(name, {}) for name in (INDEX, EXCEPTIONS)]
    words = [words for table in by_class for words in table.values()]
    return Dictionary([*words, found.get_table(FORMS, {})])
