"""An output depends on the set of its articles alone."""

import json
import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import StoreError
from tests.build.quickly import A, B, C, build, remove, results, write

TEXTS = {"a": A, "b": B, "c": C}


@pytest.fixture
def files(tmp_path):
    return {name: write(tmp_path / "articles", f"{name}.txt", text) for name, text in TEXTS.items()}


def test_two_builds_in_either_order_equal_one_build_of_both(files, tmp_path):
    """A then B, B then A, A and B at once: the same bytes."""
    build(files["a"], tmp_path / "ab")
    build(files["b"], tmp_path / "ab")
    build(files["b"], tmp_path / "ba")
    build(files["a"], tmp_path / "ba")
    build([files["a"], files["b"]], tmp_path / "at-once")

    assert results(tmp_path / "ab") == results(tmp_path / "ba") == results(tmp_path / "at-once")


def test_what_is_removed_leaves_no_trace(files, tmp_path):
    """A, B and C without C is A and B, though A and C show the same fact."""
    build(list(files.values()), tmp_path / "abc")
    report = remove("c", tmp_path / "abc")
    build([files["a"], files["b"]], tmp_path / "ab")

    assert (report.articles, report.read, report.removed) == (2, 0, 1)
    assert results(tmp_path / "abc") == results(tmp_path / "ab")


def test_what_is_removed_does_not_come_back(files, tmp_path):
    """The next build does not find the removed article again."""
    build([files["a"], files["c"]], tmp_path / "out")
    remove("c", tmp_path / "out")
    report = build(files["b"], tmp_path / "out")

    assert report.articles == 2


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(st.sampled_from(["add", "remove"]), st.sampled_from("abc")), min_size=1, max_size=5))
def test_any_history_gives_the_bytes_of_its_last_state(files, tmp_path_factory, steps):
    """However articles came and went, the output is that of the articles that are left."""
    folder = tmp_path_factory.mktemp("history")
    present = set()
    for step, name in steps:
        if step == "add":
            build(files[name], folder / "steps")
            present.add(name)
        elif name in present and len(present) > 1:
            remove(name, folder / "steps")
            present.remove(name)
    if present:
        build([files[name] for name in sorted(present, reverse=True)], folder / "at-once")

        assert results(folder / "steps") == results(folder / "at-once")


def test_what_is_known_is_not_read_again(files, tmp_path):
    """A second build reads only what is new."""
    build(files["a"], tmp_path / "out")
    report = build([files["a"], files["b"]], tmp_path / "out")

    assert (report.articles, report.read, report.kept) == (2, 1, 1)


def test_a_file_that_changed_replaces_what_it_gave(files, tmp_path):
    """After an edit the old version is gone from the graph."""
    build([files["a"], files["b"]], tmp_path / "out")
    write(tmp_path / "articles", "a.txt", C)
    report = build(files["a"], tmp_path / "out")
    build([files["a"], files["b"]], tmp_path / "new")

    assert (report.articles, report.read, report.removed) == (2, 1, 1)
    assert results(tmp_path / "out") == results(tmp_path / "new")


def test_nothing_new_leaves_the_results_alone(files, tmp_path):
    """A build that changes nothing does not even rewrite the files."""
    build(files["a"], tmp_path / "out")
    before = (tmp_path / "out" / "graph.ttl").stat().st_mtime_ns
    report = build(files["a"], tmp_path / "out")

    assert report.graph is None
    assert (tmp_path / "out" / "graph.ttl").stat().st_mtime_ns == before


def test_a_result_that_somebody_deleted_is_made_again(files, tmp_path):
    """Everything in the output can be rebuilt from its documents."""
    build(files["a"], tmp_path / "out")
    before = results(tmp_path / "out")
    (tmp_path / "out" / "graph.ttl").unlink()
    shutil.rmtree(tmp_path / "out" / "store")
    report = build(files["a"], tmp_path / "out")

    assert report.read == 0
    assert results(tmp_path / "out") == before


def test_fresh_forgets_what_was_there(files, tmp_path):
    """--fresh gives the graph of the articles given now."""
    build([files["a"], files["b"]], tmp_path / "out")
    report = build(files["b"], tmp_path / "out", fresh=True)
    build(files["b"], tmp_path / "b")

    assert (report.articles, report.read) == (1, 1)
    assert results(tmp_path / "out") == results(tmp_path / "b")
    assert len(list((tmp_path / "out" / "documents").iterdir())) == 1


def test_equal_texts_are_one_article_whoever_comes_first(tmp_path):
    """Two files with one text: the name does not depend on the order."""
    one, two = write(tmp_path / "x", "one.txt", A), write(tmp_path / "y", "two.txt", A)
    report = build([one, two], tmp_path / "12")
    build([two, one], tmp_path / "21")
    build(two, tmp_path / "2then1")
    build(one, tmp_path / "2then1")

    assert report.articles == 1
    assert results(tmp_path / "12") == results(tmp_path / "21") == results(tmp_path / "2then1")


def test_equal_names_are_told_apart_the_same_way_in_any_order(tmp_path):
    """Two texts in files of one name each get a part of their id."""
    one, two = write(tmp_path / "x", "news.txt", A), write(tmp_path / "y", "news.txt", B)
    build([one, two], tmp_path / "12")
    build(two, tmp_path / "2then1")
    build(one, tmp_path / "2then1")
    records = [json.loads(line) for line in (tmp_path / "12" / "graph.jsonl").read_text("utf-8").splitlines()]
    names = sorted(record["name"] for record in records if record["kind"] == "article")

    assert results(tmp_path / "12") == results(tmp_path / "2then1")
    assert len(set(names)) == 2
    assert all(name.startswith("news~") for name in names)
    with pytest.raises(StoreError, match="several articles"):
        remove("news", tmp_path / "12")
    assert remove(names[0], tmp_path / "12").articles == 1


def test_a_later_version_with_more_known_is_read_again(tmp_path):
    """The date of an article decides what "mardi" means: when it becomes known, the article is read again."""
    file = write(tmp_path, "news.jsonl", json.dumps({"id": "1", "text": A, "language": "fr"}))
    build(file, tmp_path / "out")
    write(tmp_path, "news.jsonl", json.dumps({"id": "1", "text": A, "language": "fr", "published": "2019-05-16"}))
    report = build(file, tmp_path / "out")

    assert (report.articles, report.read) == (1, 1)
    assert '"2019-05-16"' in (tmp_path / "out" / "graph.jsonl").read_text("utf-8")


def test_an_output_moved_with_its_articles_still_knows_them(tmp_path):
    """Sources are remembered by the way from the output to them, not by where the disk is."""
    file = write(tmp_path / "one" / "articles", "a.txt", A)
    build(file, tmp_path / "one" / "out")
    (tmp_path / "one").rename(tmp_path / "two")
    file = write(tmp_path / "two" / "articles", "a.txt", B)
    report = build(file, tmp_path / "two" / "out")

    assert report.articles == 1
