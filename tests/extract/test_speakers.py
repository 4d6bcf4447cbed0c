"""Who says it: each line of speakers_<language>.txt names the speaker of words of a text."""

from pathlib import Path

import pytest

from kg.extract.rules.document import read
from kg.extract.rules.parsing.parse import pipeline_of
from kg.extract.rules.parsing.text import shade
from kg.extract.rules.relations.reading import Reading
from kg.lang import load_pack
from kg.model import MentionKind
from tests.builders import an_article

FOLDER = Path(__file__).parent
LANGUAGES = ("fr", "en")
NOBODY, ARTICLE = "-", "="
HEADS = {"fr": "Actualité\n\n", "en": "News\n\n"}


def _cases() -> list[tuple[str, str]]:
    """Return the lines of the files: `text => words|speaker; …`, `\\n` a new paragraph."""
    return [
        (language, line)
        for language in LANGUAGES
        for line in (FOLDER / f"speakers_{language}.txt").read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    ]


def _reading(language: str, text: str) -> Reading:
    pack = load_pack(language)
    article = an_article(HEADS[language] + text.replace("\\n", "\n"), language=language)
    shadow = shade(article.text, close_lines=pack.headlines == "closed")
    return read(article, pipeline_of(pack)(shadow.text), pack, shadow)


def _speaker(reading: Reading, words: str) -> str:
    """Return who says words: the longest name of the speaker, `-` for somebody untold, `=` for the article."""
    parts = words.split()
    tree, table = reading.tree, reading.table
    at = next(w.i for w in tree.words if [x.text for x in tree.words[w.i : w.i + len(parts)]] == parts)
    region = reading.attribution.region(at)
    if region is None:
        return ARTICLE
    if region.speaker is None:
        return NOBODY
    root = table.root(region.speaker)
    chain = [item for i, item in enumerate(table.items) if table.root(i) == root]
    named = [item for item in chain if item.kind is MentionKind.NAME] or chain
    return max((reading.text(*item.core) for item in named), key=len)


@pytest.mark.model
@pytest.mark.parametrize(("language", "line"), _cases())
def test_words_have_the_speaker_that_the_text_tells(language: str, line: str) -> None:
    """The speaker told behind, within, before or around the words, else who was introduced or spoke last."""
    text, _, wanted = line.partition(" => ")
    reading = _reading(language, text)
    told = [part.strip().split("|") for part in wanted.split(";")]
    assert [(words, _speaker(reading, words)) for words, _ in told] == [(words, speaker) for words, speaker in told]
