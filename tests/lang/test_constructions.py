"""What is read by the form of a phrase is listed, and each example shows it, through the real parser."""

import re
from pathlib import Path

import pytest

import kg.extract.rules
from kg.extract.rules import make_extractor
from kg.lang import languages
from kg.lang.constructions import load_constructions
from kg.lang.schema import load_schema
from kg.model import Article

EXAMPLES = [(code, each.id, words) for each in load_constructions() for code, words in each.examples.items()]


@pytest.mark.model
@pytest.mark.parametrize(("code", "name", "sentence"), EXAMPLES, ids=[f"{code}/{name}" for code, name, _ in EXAMPLES])
def test_a_construction_reads_its_example(code: str, name: str, sentence: str):
    """`kg rules` shows the sentence beside the construction."""
    article = Article(id="0" * 16, name="example", text=sentence, language=code)
    (document,) = make_extractor().extract([article])

    assert name in {claim.evidence.rule for claim in document.claims}


def test_constructions_name_properties_and_languages():
    """Whatever is counted by rule has a property of the ontology."""
    assert {each.predicate for each in load_constructions()} <= set(load_schema().properties)
    assert {code for code, _, _ in EXAMPLES} == set(languages())


def test_every_construction_in_the_code_is_listed():
    """One that is not would be missing among the dead ones when it never fires."""
    code = "\n".join(path.read_text("utf-8") for path in Path(kg.extract.rules.__file__).parent.rglob("*.py"))
    written = set(re.findall(r'(?:rule=|, )"([a-z/-]+)", (?:confidence=)?(?:0\.|OPEN_|SURE|sure)', code))

    assert len(written) > 10
    assert written - {each.id for each in load_constructions()} == set()
