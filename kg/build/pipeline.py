"""Where the stages meet: inputs → articles → documents → graph → results."""

import errno
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from kg.build.archive import (
    Entry,
    add_inputs,
    display_names,
    move_entry,
    read_entries,
    read_kept,
    read_text,
    write_entry,
)
from kg.build.freshness import reading_key, results_key
from kg.build.imports import import_names, keep_imports, read_graphs, read_imports
from kg.build.output import DOCUMENTS, IMPORTS, STATE, Output, unwritable
from kg.build.reading import read_articles
from kg.build.results import Progress, collector_paused, no_progress, write_results
from kg.build.settings import AUTO, Settings, read_settings, write_settings
from kg.errors import IngestError, KgError, StoreError
from kg.graph.merge import merge
from kg.graph.sure import at_least
from kg.ingest import Defaults, Input, find_others, read_inputs
from kg.link import link
from kg.model import Document, Graph


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How to build. What is None is as the output was built before, or else as `Settings` has it."""

    extractor: str | None = None
    derived: bool | None = None
    min_confidence: float | None = None
    page_language: str | None = None  # of the page; AUTO: that of most articles
    workers: int = 1  # processes that read
    defaults: Defaults = field(default_factory=Defaults)
    skip_bad: bool = False  # leave out inputs that cannot be read
    fresh: bool = False  # forget what the output holds


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did."""

    articles: int  # in the graph
    read: int = 0  # in this run
    kept: int = 0  # known from before and still good
    resumed: int = 0  # read by an earlier run that did not finish
    removed: int = 0
    skipped: tuple[KgError, ...] = ()  # inputs and articles that were left out
    others: tuple[Path, ...] = ()  # files of the folders given that are no articles by their endings
    graph: Graph | None = None  # None: nothing had changed, the results are those of before
    settings: Settings = field(default_factory=Settings)
    unfinished: str = ""  # what became of the work of a run before that did not finish


def build_output(
    paths: Iterable[str | Path], folder: Path, options: Options, progress: Progress = no_progress
) -> Report:
    """Add the articles to the output folder, reading only what is new or changed, and write its results anew.

    The results depend on the set of articles alone: not on their order, on how many builds brought them, or on workers.

    Raises:
        KgError: an input, the extractor or the folder is at fault; the results of before are untouched.
    """
    skipped: list[IngestError] = []
    # Read before the folder is made: a mistyped path leaves nothing behind.
    paths = list(paths)
    inputs = _read_inputs(paths, options, skipped)
    output = Output(folder)
    with _writing(output) as unfinished:
        before = {} if options.fresh else read_entries(output.documents)
        wanted = add_inputs(before, inputs, folder)
        texts = {each.article.id: each.article.text for each in inputs}
        report = _update(output, before, texts, options, progress).run(wanted)
    left = (*skipped, *report.skipped)
    return replace(report, skipped=left, others=tuple(find_others(paths)), unfinished=unfinished)


def _read_inputs(paths: Iterable[str | Path], options: Options, skipped: list[IngestError]) -> list[Input]:
    try:
        return list(read_inputs(paths, defaults=options.defaults, on_bad=skipped.append if options.skip_bad else None))
    except IngestError as error:
        if not skipped:
            raise
        problem = f"{error.problem}, {len(skipped)} left out: {skipped[0]}"
        raise IngestError(problem, where=error.where) from error


def import_graphs(
    paths: Iterable[str | Path], folder: Path, options: Options, progress: Progress = no_progress
) -> Report:
    """Add graphs that others wrote, or that `kg export` wrote elsewhere, to the output folder; later builds keep them.

    Raises:
        KgError: a file or the folder is at fault; the results of before are untouched.
    """
    graphs = read_graphs(paths)
    output = Output(folder)
    with _writing(output):
        keep_imports(graphs, output)
        before = read_entries(output.documents)
        return _update(output, before, {}, options, progress).run(before)


def remove_article(name: str, folder: Path, options: Options, progress: Progress = no_progress) -> Report:
    """Take an article, given by name or id, out of the graph: the results are those of the others alone.

    Raises:
        KgError: no article or more than one has that name, or the folder is at fault.
    """
    output = Output(folder)
    if not output.hidden.is_dir():
        raise StoreError("holds no graph", where=str(folder), remedy="Build one first: kg build ARTICLE")
    with _writing(output):
        before = read_entries(output.documents)
        found = _find(name, before)
        wanted = {id_: entry for id_, entry in before.items() if id_ != found}
        return _update(output, before, {}, options, progress).run(wanted)


def _find(name: str, entries: Mapping[str, Entry]) -> str:
    names = display_names(entries.values())
    found = [id_ for id_, shown in sorted(names.items()) if name in (id_, shown, entries[id_].best.name)]
    if len(found) == 1:
        return found[0]
    if found:
        remedy = f"Say which: {', '.join(names[id_] for id_ in found)}."
        raise StoreError("is the name of several articles", where=name, remedy=remedy)
    raise StoreError("no such article", where=name, remedy="See the names with: kg stats --articles")


@contextmanager
def _writing(output: Output) -> Iterator[str]:
    try:
        with output.writing() as unfinished:
            yield unfinished
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise StoreError(
                "the disk is full", where=str(output.folder), remedy="Make room and run it again; nothing was changed."
            ) from error
        raise unwritable(output.folder, error) from error


def _update(
    output: Output, before: Mapping[str, Entry], texts: Mapping[str, str], options: Options, progress: Progress
) -> "_Update":
    known = Settings() if options.fresh else read_settings(output)
    settings = known.but(options.extractor, options.derived, options.min_confidence, options.page_language)
    return _Update(output, before, texts, options, settings, progress)


@dataclass(frozen=True, slots=True)
class _Update:
    """One change of an output folder."""

    output: Output
    before: Mapping[str, Entry]  # what its documents hold
    texts: Mapping[str, str]  # of the articles that were just given, by id
    options: Options
    settings: Settings
    progress: Progress

    def run(self, wanted: Mapping[str, Entry]) -> Report:
        """Read what is stale, and write the results of exactly these entries."""
        wanted = {id_: replace(e, key=reading_key(e, self.settings.extractor)) for id_, e in wanted.items()}
        imports = [] if self.options.fresh else import_names(self.output)
        state = results_key(wanted, self.settings, imports)
        if wanted == self.before and self.output.is_complete(state):
            return Report(articles=len(wanted), kept=len(wanted), settings=self.settings)
        found = {} if self.options.fresh else read_entries(self.output.work)
        kept = {id_ for id_, entry in wanted.items() if _same_reading(entry, self.before)}
        resumed = {id_ for id_ in wanted.keys() - kept if _same_reading(wanted[id_], found)}
        stale = sorted(wanted.keys() - kept - resumed)
        fresh, failed = self._read([wanted[id_] for id_ in stale])
        wanted = {id_: entry for id_, entry in wanted.items() if id_ not in failed}
        with collector_paused():
            graph = self._write(wanted, kept, fresh, state)
        gone = sorted(self._on_disk() - wanted.keys())
        forgotten = import_names(self.output) if self.options.fresh else []
        self.output.commit([*(f"{DOCUMENTS}/{id_}.jsonl" for id_ in gone), *(f"{IMPORTS}/{n}" for n in forgotten)])
        counts = (len(wanted), len(stale) - len(failed), len(kept), len(resumed), len(gone))
        return Report(*counts, skipped=tuple(failed.values()), graph=graph, settings=self.settings)

    def _on_disk(self) -> set[str]:
        return {file.stem for file in self.output.documents.glob("*.jsonl")}

    def _read(self, stale: list[Entry]) -> tuple[dict[str, Document], dict[str, KgError]]:
        """Read articles and keep each document at once, for the next run if this one is stopped.

        Return the documents, and what kept the others from being read, by id.
        """
        entries = {entry.id: entry for entry in stale}
        # One language after the other: each model is used in one go.
        articles = [
            entry.article(self._text(entry.id)) for entry in sorted(stale, key=lambda e: (e.best.language, e.id))
        ]
        self.progress("read", 0, len(articles))
        documents = read_articles(articles, self.settings.extractor, self.options.workers)
        fresh: dict[str, Document] = {}
        failed: dict[str, KgError] = {}
        for done, (article, document) in enumerate(documents, 1):
            if isinstance(document, KgError):
                failed[article.id] = document
            else:
                fresh[article.id] = document
                write_entry(self.output.work, entries[article.id], document)
            self.progress("read", done, len(articles))
        return fresh, failed

    def _text(self, article_id: str) -> str:
        return self.texts.get(article_id) or read_text(self.output.documents, article_id)

    def _write(self, wanted: Mapping[str, Entry], kept: set[str], fresh: Mapping[str, Document], state: str) -> Graph:
        """Write results and changed documents where `Output.commit` will take them."""
        names = display_names(wanted.values())
        folder = self.output.next / DOCUMENTS
        folder.mkdir(parents=True)
        documents = []
        for id_, entry in wanted.items():
            place = self.output.documents if id_ in kept else self.output.work
            document = fresh[id_] if id_ in fresh else read_kept(place, id_)
            article = entry.article(document.article.text, names[id_])
            documents.append(replace(document, article=article))
            if id_ in fresh:
                move_entry(place, folder, id_)
            elif id_ not in kept or entry != self.before[id_]:
                write_entry(folder, entry, document)
        graph = link(documents)
        imported = [] if self.options.fresh else read_imports(self.output)
        if imported:
            graph = merge([graph, *imported])
        graph = at_least(graph, self.settings.min_confidence)
        language = None if self.settings.page_language == AUTO else self.settings.page_language
        write_results(self.output.next, graph, language=language, derived=self.settings.derived, progress=self.progress)
        write_settings(self.output.next, self.settings)
        (self.output.next / STATE).write_text(state, "utf-8")
        return graph


def _same_reading(entry: Entry, kept: Mapping[str, Entry]) -> bool:
    return entry.id in kept and kept[entry.id].key == entry.key
