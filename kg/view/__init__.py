"""Pages that show a graph: the explorer, in one file, the simple pyvis view, a still picture, notebook output."""

from kg.view.excerpts import keep_sentences
from kg.view.notebook import mime_bundle
from kg.view.page import explorer_page
from kg.view.picture import svg_picture
from kg.view.pyvis import pyvis_page, to_pyvis

__all__ = ["explorer_page", "keep_sentences", "mime_bundle", "pyvis_page", "svg_picture", "to_pyvis"]
