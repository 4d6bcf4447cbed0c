"""The shadow of an article in its language: what the parser is shown."""

from dataclasses import replace

from kg.extract.rules.peoples import write_small
from kg.extract.rules.text import Shadow, shade
from kg.extract.rules.written_out import write_out
from kg.lang import LanguagePack


def shade_for(text: str, pack: LanguagePack) -> Shadow:
    """Return the shadow of a text as the parser of its language reads it best."""
    shadow = shade(text, close_lines=pack.headlines == "closed", openers=pack.words["openers"])
    return write_out(replace(shadow, text=write_small(shadow.text, pack)), pack)
