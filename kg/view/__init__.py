"""Pages that show a graph: the explorer, in one file, and the simple pyvis view."""

from kg.view.page import explorer_page
from kg.view.pyvis import pyvis_page, to_pyvis

__all__ = ["explorer_page", "pyvis_page", "to_pyvis"]
