"""An output keeps how it was built: what a later command does not name stays as it was."""

import pytest

from kg.build import Options, build_output, remove_article
from kg.build.output import Output
from kg.build.settings import AUTO, Settings, read_settings
from kg.errors import StoreError
from kg.graph.iris import Iris
from kg.graph.store import open_store
from tests.build.quick_extractor import NAME
from tests.build.quickly import A, B, C, build, results, write
from tests.cli.running import kg

DERIVED = Iris().derived()


@pytest.fixture
def articles(tmp_path):
    return [write(tmp_path / "in", name, text) for name, text in (("a.txt", A), ("b.txt", B), ("c.txt", C))]


def derived(output):
    return {graph.value for graph in open_store(output / "store").named_graphs()} == {DERIVED}


@pytest.mark.parametrize("how", [{"derived": True}, {"min_confidence": 0.95}, {"derived": True, "min_confidence": 0.5}])
def test_removing_an_article_keeps_how_the_others_were_built(articles, tmp_path, how):
    """The results are those of a build of the others with the same options, and nothing is read again."""
    build(articles, tmp_path / "all", **how)
    report = remove_article("c", tmp_path / "all", Options())
    build(articles[:2], tmp_path / "others", **how)

    assert (report.read, report.removed) == (0, 1)
    assert results(tmp_path / "all") == results(tmp_path / "others")
    assert set(open_store(tmp_path / "all" / "store")) == set(open_store(tmp_path / "others" / "store"))
    assert derived(tmp_path / "all") == how.get("derived", False)


def test_a_build_that_names_nothing_goes_on_as_before(articles, tmp_path):
    """Extractor, rules, bound and the page's language, through any number of builds."""
    output, how = tmp_path / "out", {"derived": True, "min_confidence": 0.5, "page_language": "en"}
    build(articles[0], output, **how)
    for article in articles[1:]:
        report = build_output([article], output, Options())

    assert report.settings == read_settings(Output(output)) == Settings(extractor=NAME, **how)
    assert derived(output)
    assert '<html lang="en">' in (output / "graph.html").read_text("utf-8")
    build(articles, tmp_path / "at-once", **how)
    assert results(output) == results(tmp_path / "at-once")


def test_what_a_build_names_takes_the_place_of_what_was_kept(articles, tmp_path):
    """Each option alone, back to the default too."""
    output = tmp_path / "out"
    build(articles, output, derived=True, min_confidence=0.95, page_language="en")
    kept = build_output(articles[:1], output, Options(min_confidence=0.0)).settings
    plain = build_output(articles[:1], output, Options(derived=False, page_language=AUTO)).settings

    assert kept == Settings(extractor=NAME, derived=True, page_language="en")
    assert plain == Settings(extractor=NAME)
    build(articles, tmp_path / "plain")
    assert results(output) == results(tmp_path / "plain")
    assert not derived(output)


def test_a_fresh_build_forgets(articles, tmp_path):
    """As in a folder that was not there."""
    build(articles, tmp_path / "out", derived=True, min_confidence=0.95)

    assert build(articles, tmp_path / "out", fresh=True).settings == Settings(extractor=NAME)


def test_the_command_line_says_what_is_kept(articles, tmp_path):
    """So that nobody wonders why facts are missing."""
    out = tmp_path / "out"
    first = kg("build", articles[0], articles[1], "-o", out, "--derive", "--min-confidence", "0.5")
    removed = kg("remove", "b", "-o", out)
    back = kg("build", articles[1], "-o", out, "--no-derive", "--min-confidence", "0")

    said = f"Built with --extractor {NAME} --derive --min-confidence 0.5; later builds go on so"
    assert (first.code, removed.code, back.code) == (0, 0, 0), first.err + removed.err + back.err
    assert said in first.err
    assert said in removed.err
    assert f"Built with --extractor {NAME}; later" in back.err


def test_a_damaged_file_of_settings_is_named_in_one_line(articles, tmp_path):
    """And what to do about it."""
    build(articles, tmp_path / "out")
    (tmp_path / "out" / ".kg" / "settings.json").write_text('{"colour": 1}')

    with pytest.raises(StoreError, match=r"settings\.json: is damaged\. Delete it"):
        build(articles, tmp_path / "out")
    assert build(articles, tmp_path / "out", fresh=True).articles == 3
