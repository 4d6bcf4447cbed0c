"""Words of articles that would run if a page let them, and a graph that has them wherever it can."""

from dataclasses import replace

from kg.model import Datatype, Graph, Value
from tests.view.graphs import ARTICLE, story

HOSTILE = [
    '<img src=x onerror="window.ran=1">',
    "</script><script>window.ran=1</script>",
    "<!--<script>window.ran=1",
    '"><svg onload=window.ran=1>',
    "javascript:window.ran=1",
    'href <img src=x onerror="window.ran=1">',
    "\u202egnp.exe\u2028window.ran=1\u2029",
    "${window.ran=1}{{window.ran=1}}",
    "]]><script>window.ran=1</script>",
    "';window.ran=1;//\\",
]


def hostile(words: str) -> Graph:
    """Return the story with these words in every place that an article or a name can fill."""
    graph = story()
    text = words + "\n" + ARTICLE.text
    article = replace(ARTICLE, title=words, publisher=words, name=words, text=text, url="javascript:window.ran=1")
    entities = tuple(
        replace(
            each,
            id=words if each.id == "aurelia-telecom" else each.id,
            label=words + each.label,
            labels=(("fr", words),),
            aliases=(words,),
        )
        for each in graph.entities
    )
    renamed = {"aurelia-telecom": words}
    facts = tuple(
        replace(
            each,
            subject=renamed.get(each.subject, each.subject),
            object=Value(text=words, datatype=Datatype.STRING)
            if isinstance(each.object, Value)
            else renamed.get(each.object, each.object),
            phrase=words,
            predicate="open" if each.predicate == "founded" else each.predicate,
            evidence=tuple(replace(evidence, text=words, rule=words) for evidence in each.evidence),
        )
        for each in graph.facts
    )
    return Graph(articles=(article,), sentences=(), entities=tuple(sorted(entities, key=lambda e: e.id)), facts=facts)
