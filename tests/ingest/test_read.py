"""Files become articles, their text untouched."""

import gzip
import json
import unicodedata

import pytest

from kg.errors import IngestError
from kg.ingest import Defaults, find_others, read_inputs

FRENCH = "Orvella rachète Nordane\n\nLe groupe Orvella a annoncé mardi le rachat de son concurrent Nordane."


def read(path, **defaults):
    return [each.article for each in read_inputs([path], defaults=Defaults(**defaults))]


def read_one(tmp_path, data: bytes, name="a.txt", **defaults):
    file = tmp_path / name
    file.write_bytes(data)
    (article,) = read(file, **defaults)
    return article


@pytest.mark.parametrize(
    "text",
    [
        "Élan\r\n\r\nUne ligne.\rUne autre.\n",
        "Prix : 3\u00a0000\u202f€ «\u00a0ça va\u00a0» – l’été 🇫🇷 👩‍👩‍👧",
        unicodedata.normalize("NFD", "L'été à Évian, déjà."),
        "  \n\n Titre en retrait\n\tet tabulation\u2028fin",
    ],
    ids=["line endings", "no-break spaces and emoji", "NFD", "spaces"],
)
def test_the_text_is_that_of_the_file(tmp_path, text):
    """Offsets are those of the input file: no line ending, space or accent is changed."""
    assert read_one(tmp_path, text.encode(), language="fr").text == text


def test_a_byte_order_mark_is_no_character_of_the_text(tmp_path):
    """Offsets count from after the UTF-8 signature that some editors write."""
    assert read_one(tmp_path, b"\xef\xbb\xbf" + FRENCH.encode()).text == FRENCH


def test_the_title_of_a_text_file_is_its_first_line(tmp_path):
    """The title is part of the text, so that it is read too."""
    article = read_one(tmp_path, b"\n  " + FRENCH.encode(), name="le.rachat.txt")

    assert article.title == "Orvella rachète Nordane"
    assert article.name == "le.rachat"


def test_a_record_reads_like_the_text_file_of_its_title_and_text(tmp_path):
    """An article is the same article, with the same id, however it is given."""
    title, _, body = FRENCH.partition("\n\n")
    record = read_one(tmp_path, json.dumps({"id": 7, "title": title, "text": body}).encode(), name="a.jsonl")
    file = read_one(tmp_path, FRENCH.encode())

    assert (record.id, record.text, record.title) == (file.id, file.text, file.title)
    assert record.name == "7"


@pytest.mark.parametrize("title", ["", None, "Orvella rachète Nordane"])
def test_a_text_that_has_its_title_already_stays_as_it_is(tmp_path, title):
    """No title is read twice; without one, offsets are those of the record's text."""
    record = {"title": title, "text": FRENCH}

    assert read_one(tmp_path, json.dumps(record).encode(), name="a.jsonl").text == FRENCH


def test_a_record_keeps_what_is_known_of_it(tmp_path):
    """Date, language, publisher and address are kept; the time of day is not."""
    record = {
        "text": FRENCH,
        "language": "fr-CA",
        "published": "2019-05-16T08:00:00Z",
        "publisher": "Le Courrier",
        "url": "https://example.org/1",
    }
    article = read_one(tmp_path, json.dumps(record).encode(), name="news.jsonl", publisher="Autre")

    assert (article.language, article.published) == ("fr", "2019-05-16")
    assert (article.publisher, article.url) == ("Le Courrier", "https://example.org/1")
    assert article.name == f"news-{article.id[:8]}"


def test_gzipped_records_and_folders_are_read_in_the_order_of_their_names(tmp_path):
    """A folder is read with its folders; what is hidden, or an output of ours, is passed over."""
    (tmp_path / "sub").mkdir()
    (tmp_path / "b.txt").write_text("B. " + FRENCH, "utf-8")
    with gzip.open(tmp_path / "a.jsonl.gz", "wt", encoding="utf-8") as lines:
        lines.write(json.dumps({"id": "r1", "text": "Un. " + FRENCH}) + "\n\n")
        lines.write(json.dumps({"id": "r2", "text": "Deux. " + FRENCH}))
    (tmp_path / "sub" / "c.txt").write_text("C. " + FRENCH, "utf-8")
    (tmp_path / ".hidden.txt").write_text("no", "utf-8")
    (tmp_path / "notes.md").write_text("no", "utf-8")
    (tmp_path / "output" / ".kg").mkdir(parents=True)
    (tmp_path / "output" / "graph.jsonl").write_text("{}", "utf-8")

    assert [article.name for article in read(tmp_path)] == ["r1", "r2", "b", "c"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (FRENCH, "fr"),
        ("The group said on Tuesday that it would buy its rival for three billion dollars.", "en"),
        ("Danone a racheté Alpro.", "fr"),
    ],
)
def test_the_language_is_found_out(tmp_path, text, language):
    """Of a few words too, since only French and English come into question unless another is sure."""
    assert read_one(tmp_path, text.encode()).language == language


BAD = {
    "empty": ("a.txt", b"", "has no text"),
    "blank": ("a.txt", b" \n\t\n", "has no text"),
    "binary": ("a.txt", bytes(range(256)) * 20, "is a binary file"),
    "picture": ("a.txt", b"\x89PNG\r\n\x1a\n\xff\xfe", "is a binary file"),
    "pdf": ("a.txt", b"%PDF-1.4 text", "is a PDF file"),
    "latin-1": ("a.txt", "Titre\n\nL'été à Évian".encode("latin-1"), "seems to be Latin-1"),
    "utf-16": ("a.txt", "L'été".encode("utf-16"), "seems to be UTF-16"),
    "20 MB": ("a.txt", b"Une phrase de plus. " * 1_000_000, "too long for one article: over 200,000 characters"),
    "other language": (
        "a.txt",
        b"Der Bundestag hat am Freitag das Gesetz mit den Stimmen der Koalition beschlossen, teilte er mit.",
        "seems to be written in 'de'",
    ),
    "no records": ("a.jsonl", b"", "is empty"),
    "no object": ("a.jsonl", b"[1]", "is not a JSON object"),
    "no text field": ("a.jsonl", b'{"title": "x"}', 'has no "text"'),
    "text of another kind": ("a.jsonl", b'{"text": 3}', 'has a "text" that is no text'),
    "half a character": ("a.jsonl", b'{"text": "a \\ud83d b"}', "half a character"),
    "NUL": ("a.jsonl", b'{"text": "a \\u0000 b"}', "NUL"),
    "no date": ("a.jsonl", b'{"text": "a", "language": "fr", "published": "16 mai"}', "no ISO date: '16 mai'"),
    "no month": ("a.jsonl", b'{"text": "a", "language": "fr", "published": "2019-13"}', "no ISO date: '2019-13'"),
    "unknown language": ("a.jsonl", b'{"text": "a", "language": "de"}', "is said to be in 'de'"),
    "damaged gzip": ("a.jsonl.gz", b"\x1f\x8b\x08\x00\x00\x00", "damaged gzip"),
    "no gzip": ("a.jsonl.gz", b"plain", "damaged gzip"),
    "deep JSON": ("a.jsonl", b'{"text":' + b"[" * 100_000, "is not JSON"),
    "other ending": ("a.docx", b"x", "is not one of .txt, .jsonl, .jsonl.gz"),
}


@pytest.mark.parametrize(("name", "data", "problem"), BAD.values(), ids=BAD.keys())
def test_what_is_no_article_is_refused_in_one_line(tmp_path, name, data, problem):
    """The message names the file and the problem, and says what to do."""
    with pytest.raises(IngestError) as caught:
        read_one(tmp_path, data, name=name)

    assert problem in str(caught.value)
    assert str(tmp_path / name) in caught.value.where
    assert caught.value.remedy
    assert "\n" not in str(caught.value)


def test_a_broken_line_is_named(tmp_path):
    """Of a file with thousands of records, the number of the line says where to look."""
    good = json.dumps({"text": FRENCH})
    (tmp_path / "a.jsonl").write_text("\n".join([*[good] * 6, '{"text": "x', good]), "utf-8")

    with pytest.raises(IngestError, match=r"a\.jsonl:7: is not JSON \(Unterminated string.*column 10\)"):
        read(tmp_path / "a.jsonl")


def test_what_cannot_be_read_may_be_left_out(tmp_path):
    """With on_bad the rest is read, and every bad input is told."""
    (tmp_path / "a.jsonl").write_text('{"text": "x\n' + json.dumps({"text": FRENCH}), "utf-8")
    (tmp_path / "b.txt").write_bytes(b"\xff\xfe\x00")
    told = []
    found = list(read_inputs([tmp_path, tmp_path / "none.txt"], on_bad=told.append))

    assert len(found) == 1
    assert [error.where.rsplit("/", 1)[-1] for error in told] == ["a.jsonl:1", "b.txt", "none.txt"]


@pytest.mark.parametrize("given", ["missing.txt", "empty-folder"])
def test_a_path_without_articles_is_refused(tmp_path, given):
    """Nothing to read is a mistake, not an empty graph."""
    (tmp_path / "empty-folder").mkdir()

    with pytest.raises(IngestError, match=r"no such file or folder|has no article"):
        read(tmp_path / given)


@pytest.mark.parametrize(
    ("name", "advice"),
    [("a.json", r'\{"title": …, "text": …\} on each line'), ("a.html", "as .txt"), ("a.csv", "Convert it")],
)
def test_a_file_of_another_kind_is_told_what_makes_an_article_of_it(tmp_path, name, advice):
    """Each kind has its own way."""
    (tmp_path / name).write_text(FRENCH, "utf-8")

    with pytest.raises(IngestError, match=rf"is not one of \.txt.*{advice}"):
        read(tmp_path / name)


def test_files_of_a_folder_that_are_no_articles_are_found(tmp_path):
    """Those passed over: not hidden ones, nor those of an output, nor what was named itself."""
    for name in ("a.txt", "b.html", ".c", "deep/d.docx", "out/.kg/e", "out/graph.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(FRENCH, "utf-8")

    assert [str(each.relative_to(tmp_path)) for each in find_others([tmp_path])] == ["b.html", "deep/d.docx"]
    assert find_others([tmp_path / "a.txt", "-"]) == []


def test_a_folder_with_results_beside_its_articles_is_told_apart(tmp_path):
    """ "Has no article" would be no help where articles stand."""
    (tmp_path / ".kg").mkdir()
    (tmp_path / "a.txt").write_text(FRENCH, "utf-8")

    with pytest.raises(IngestError, match=r"is what a build wrote.*Name the files to read"):
        read(tmp_path)
