"""What a query may not do: change the graph, or reach out to the net."""

import re

from kg.errors import QueryError

# Everything in which a keyword may stand without being one, then the words themselves.
TOKEN = re.compile(
    r"""
    \#[^\n\r]*                                      # comment
  | <[^<>"{}|^`\\\x00-\x20]*>                       # IRI
  | \"\"\"(?:\"{0,2}(?:[^\"\\]|\\.))*\"\"\"         # long strings
  | '''(?:'{0,2}(?:[^'\\]|\\.))*'''
  | "(?:[^"\\\n\r]|\\.)*"                           # strings
  | '(?:[^'\\\n\r]|\\.)*'
  | [?$]\w+                                         # variable
  | @\w+(?:-\w+)*                                   # language tag
  | (?P<prefixed>[\w.-]*:[\w.:%\\-]*)                # prefixed name
  | (?P<word>[A-Za-z]+)
  | \w+
  | .
    """,
    re.VERBOSE | re.DOTALL,
)
_UPDATES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"})
_FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})


def check_read_only(text: str) -> str:
    """Return the form of a query (SELECT, ASK, CONSTRUCT, DESCRIBE); refuse what is no plain query over this graph.

    Raises:
        QueryError: it is an update, or calls another server.
    """
    words = [m["word"].upper() for m in TOKEN.finditer(text) if m["word"]]
    form = next((w for w in words if w in _FORMS or w in _UPDATES), None)
    if form in _UPDATES:
        raise QueryError(
            f"{form} would change the graph", remedy="The graph is read-only; change the articles and build again."
        )
    if "SERVICE" in words:
        raise QueryError("SERVICE would ask another server", remedy="Query one graph at a time.")
    if form is None:
        raise QueryError("is not SPARQL: it holds no SELECT, ASK, CONSTRUCT or DESCRIBE", remedy="Begin with one.")
    return form
