"""Times the store on made-up facts: load, size, memory, named questions, search; beside plain pyoxigraph and rdflib.

    python tests/bench/bench_store.py [--facts 22000] [--rounds 3] [--rdflib] [--folder FOLDER]

22,000 facts are a million triples. Each load is a process of its own, the kinds in turns; the least of the rounds
counts, since other work on the machine can only add. Ours is what `kg build` does with the records in memory: encode,
store, index for the search.
"""

import argparse
import inspect
import json
import random
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pyoxigraph
import rdflib

from kg.export import export
from kg.graph.encode import encode_words
from kg.graph.search import INDEX_NAME, find_text
from kg.graph.store import current_folder, open_store
from kg.graph.validate import quick_findings
from kg.lang.schema import load_schema
from kg.model import (
    OPEN,
    Article,
    Datatype,
    Entity,
    EntityMention,
    Evidence,
    Fact,
    Graph,
    MentionKind,
    Modality,
    Period,
    Polarity,
    Span,
    Value,
)
from kg.query import ask, catalogue, find_entity
from kg.query.run import all_prefixes

SYLLABLES = [consonant + vowel for consonant in "bdklmnr" for vowel in "aeiou"]
TYPES = ["Company", "Person", "GovernmentBody", "Country", "Product"]
RDFLIB_SECONDS = 20  # of CPU; a question that takes rdflib longer is stopped


def a_name(rng):
    return " ".join("".join(rng.choices(SYLLABLES, k=3)).capitalize() for _ in range(2))


def make_graph(facts):
    """As many facts, in articles of eight sentences, over entities of which few are in many articles (Zipf)."""
    rng = random.Random(0)
    count = max(10, facts // 5)
    labels = sorted({a_name(rng) for _ in range(count)})
    weights = [1 / (n + 1) for n in range(len(labels))]
    predicates = [
        p for p, d in load_schema().properties.items() if p not in ("claims", "denies", "promised", "relatedTo")
    ]
    articles, sentences, made = [], set(), []
    mentions = {label: set() for label in labels}
    for number in range(max(1, facts // 4)):
        chosen = rng.choices(labels, weights, k=16)
        text, places = "", []
        for nth in range(8):
            start, (a, b) = len(text), chosen[2 * nth : 2 * nth + 2]
            text += f"{a} a dit, le {rng.randint(1, 28)} mai, avoir parlé à {b} de cette affaire que tous suivent. "
            places.append((Span(start, len(text) - 1), a, Span(start, start + len(a)), b, text.rindex(b)))
        id_ = f"{number:016x}"
        date = f"20{rng.randint(15, 24)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
        articles.append(Article(id=id_, name=f"a{number}", text=text, language="fr", title=f"Titre {number}",
                                publisher=f"Journal {rng.randint(1, 30)}", published=date))  # fmt: skip
        for sentence, a, span, b, at in rng.sample(places, 4):
            other = Span(at, at + len(b))
            mentions[a].add(EntityMention(article=id_, span=span, surface=a, kind=MentionKind.NAME))
            mentions[b].add(EntityMention(article=id_, span=other, surface=b, kind=MentionKind.NAME))
            sentences.add((id_, sentence))
            trigger = Span(span.end + 1, span.end + 6)
            evidence = Evidence(article=id_, sentence=sentence, clause=sentence, trigger=trigger, subject=span,
                                object=other, text=sentence.cut(text), extractor="rules/0.1", rule="bench",
                                confidence=0.9)  # fmt: skip
            made.append(a_fact(rng, len(made), a, b, predicates, evidence, labels, weights))
    entities = [
        Entity(id=slug(label), type=TYPES[n % len(TYPES)], label=label, aliases=(label.split()[0],),
               mentions=tuple(sorted(mentions[label], key=lambda m: (m.article, m.span))))
        for n, label in enumerate(labels)
    ]  # fmt: skip
    return Graph(articles=tuple(articles), sentences=tuple(sorted(sentences)), entities=tuple(entities),
                 facts=tuple(made))  # fmt: skip


def a_fact(rng, number, a, b, predicates, evidence, labels, weights):  # noqa: PLR0913
    kind = rng.random()
    literal = kind > 0.9
    year = rng.randint(1990, 2024)
    period = Period(value=str(year), earliest=f"{year}-01-01", latest=f"{year}-12-31", surface=f"en {year}")
    speaker = slug(rng.choices(labels, weights)[0]) if rng.random() < 0.2 else None
    return Fact(
        id=f"{number:012x}", subject=slug(a), predicate=OPEN if kind < 0.1 else rng.choice(predicates),
        object=Value(text=str(rng.randint(1, 10**6)), datatype=Datatype.NUMBER) if literal else slug(b),
        phrase=f"verbe {rng.randint(1, 500)}", polarity=Polarity.NEGATIVE if rng.random() < 0.1 else Polarity.POSITIVE,
        modality=rng.choice(list(Modality)) if rng.random() < 0.15 else Modality.ACTUAL, speaker=speaker,
        period=period if rng.random() < 0.3 else None, past=rng.random() < 0.03, confidence=0.9, evidence=(evidence,),
    )  # fmt: skip


def slug(label):
    return label.lower().replace(" ", "-")


def timed(function):
    started, cpu = time.perf_counter(), time.process_time()
    result = function()
    return result, time.perf_counter() - started, time.process_time() - cpu


def size_mb(folder):
    return sum(p.stat().st_size for p in Path(folder).rglob("*") if p.is_file()) / 1e6


def peak():
    """The most memory that this process had, in MB; ru_maxrss would hold what the parent had."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1000 for line in lines if line.startswith("VmHWM"))


PEAK = "from pathlib import Path\n" + inspect.getsource(peak)


def child(code, *arguments):
    """Run code in a process of its own, so that memory is its own; the code prints JSON."""
    done = subprocess.run(
        [sys.executable, "-c", PEAK + code, *map(str, arguments)], stdout=subprocess.PIPE, check=True, text=True
    )
    return json.loads(done.stdout)


OUR_LOAD = """
import sys, json, time
sys.path.insert(0, sys.argv[3])
from pathlib import Path
from bench_store import make_graph
from kg.build.results import collector_paused
from kg.graph.store import create_store
graph, before = make_graph(int(sys.argv[1])), peak()
with collector_paused():
    started, cpu = time.perf_counter(), time.process_time()
    create_store(Path(sys.argv[2]), graph)
    print(json.dumps([time.perf_counter() - started, time.process_time() - cpu, peak(), before]))
"""
PLAIN_LOAD = """
import sys, json, time, pyoxigraph
started, cpu = time.perf_counter(), time.process_time()
store = pyoxigraph.Store(sys.argv[2])
store.bulk_load(path=sys.argv[1], format=pyoxigraph.RdfFormat.N_QUADS, lenient=len(sys.argv) > 3)
store.flush()
print(json.dumps([time.perf_counter() - started, time.process_time() - cpu, peak()]))
"""
PLAIN_EXTEND = """
import sys, json, time, pyoxigraph
quads = list(pyoxigraph.parse(path=sys.argv[1], format=pyoxigraph.RdfFormat.N_QUADS))
started, cpu = time.perf_counter(), time.process_time()
store = pyoxigraph.Store(sys.argv[2])
store.bulk_extend(quads)
store.flush()
print(json.dumps([time.perf_counter() - started, time.process_time() - cpu, peak()]))
"""
OPEN_READ_ONLY = """
import sys, json, pathlib
from kg.graph.store import open_store
store = open_store(pathlib.Path(sys.argv[1]))
n = len(store)
print(json.dumps(peak()))
"""
RDFLIB_LOAD = """
import sys, json, time, rdflib
started, cpu = time.perf_counter(), time.process_time()
graph = rdflib.Graph().parse(sys.argv[1], format="nt")
print(json.dumps([time.perf_counter() - started, time.process_time() - cpu, peak()]))
"""


def compare_loads(folder, facts, rounds):
    nquads, here = folder / "graph.nq", Path(__file__).parent
    kinds = {
        "ours (encode, store, index)": lambda to: child(OUR_LOAD, facts, to, here),
        "pyoxigraph bulk_load of N-Quads": lambda to: child(PLAIN_LOAD, nquads, to),
        "the same, lenient": lambda to: child(PLAIN_LOAD, nquads, to, "lenient"),
        "pyoxigraph bulk_extend of a list": lambda to: child(PLAIN_EXTEND, nquads, to),
    }
    runs, sizes = {kind: [] for kind in kinds}, {}
    for turn in range(rounds):
        for number, (kind, load) in enumerate(kinds.items()):
            kept = "" if turn else ("ours", "plain", "", "")[number]
            place = folder / (kept or "other")
            runs[kind].append(load(place))
            sizes[kind] = size_mb(place)
            shutil.rmtree(folder / "other", ignore_errors=True)
    print(f"{'load':34} {'wall s':>8} {'CPU s':>8} {'peak MB':>8} {'disk MB':>8}   CPU s of every round")
    for kind, found in runs.items():
        wall, cpu, memory = (min(run[n] for run in found) for n in range(3))
        every = " ".join(f"{run[1]:.2f}" for run in found)
        print(f"{kind:34} {wall:8.2f} {cpu:8.2f} {memory:8.0f} {sizes[kind]:8.0f}   {every}")
    ours, plain = (min(run[1] for run in runs[kind]) for kind in list(kinds)[:2])
    print(f"ours: {min(run[3] for run in runs[next(iter(kinds))]):.0f} MB of its peak were there before: the records")
    print(f"ratio of CPU to bulk_load: {ours / plain:.2f}")


def arguments_for(question, graph, rng):
    popular = graph.entities[: max(20, len(graph.entities) // 100)]
    values = {"entity": rng.choice(popular).id, "from": rng.choice(popular).id, "to": rng.choice(popular).id,
              "article": rng.choice(graph.articles).name}  # fmt: skip
    return {p.name: values[p.name] for p in question.parameters}


def ask_all(graph, store, plain, memory, runs=9):
    """Time every named question: ours, the same query in plain pyoxigraph, and once in rdflib's memory store."""
    print(f"\n{'question, CPU ms':24} {'median':>8} {'worst':>8} {'rows':>7} {'pyoxigraph':>11} {'rdflib':>9}")
    medians, prefixes = {}, all_prefixes(store)
    for name, question in catalogue().items():
        rng, ours, theirs, rows = random.Random(1), [], [], []
        for _ in range(runs):
            arguments = arguments_for(question, graph, rng)
            result, _, cpu = timed(lambda n=name, a=arguments: ask(store, n, a))
            ours.append(cpu * 1000)
            rows.append(len(result.rows))
            bound = {pyoxigraph.Variable(key): term_of(store, key, value) for key, value in arguments.items()}
            theirs.append(timed(lambda t=question.text, b=bound: plain_rows(plain, t, prefixes, b))[2] * 1000)
        medians[name] = statistics.median(ours)
        first = arguments_for(question, graph, random.Random(1))
        rdflib_ms = in_rdflib(memory, question, {k: term_of(store, k, a) for k, a in first.items()}, prefixes)
        print(f"{name:24} {medians[name]:8.1f} {max(ours):8.1f} {max(rows):7} {statistics.median(theirs):11.1f}"
              f" {rdflib_ms:>9}", flush=True)  # fmt: skip
    slowest, middle = max(medians, key=medians.get), statistics.median(medians.values())
    print(f"{'median of medians':24} {middle:8.1f}  slowest {slowest}: {medians[slowest]:.1f}")


def term_of(store, parameter, value):
    return pyoxigraph.Literal(value) if parameter == "article" else find_entity(store, value)


def plain_rows(store, text, prefixes, bound):
    return list(store.query(text, prefixes=prefixes, substitutions=bound))


def in_rdflib(memory, question, bound, prefixes):
    """Return CPU milliseconds of one run, as text; it is stopped when they are too many."""
    if memory is None:
        return ""

    def stop(*_):
        raise TimeoutError

    signal.signal(signal.SIGPROF, stop)
    terms = {k: rdflib.Literal(t.value) if isinstance(t, pyoxigraph.Literal) else rdflib.URIRef(t.value)
             for k, t in bound.items()}  # fmt: skip
    signal.setitimer(signal.ITIMER_PROF, RDFLIB_SECONDS)
    try:
        _, _, cpu = timed(lambda: list(memory.query(question.text, initNs=prefixes, initBindings=terms)))
        return f"{cpu * 1000:.0f}"
    except TimeoutError:
        return f"> {RDFLIB_SECONDS * 1000}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--facts", type=int, default=22_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--rdflib", action="store_true")
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    folder = options.folder or Path(tempfile.mkdtemp())
    graph, seconds, _ = timed(lambda: make_graph(options.facts))
    quads, _, encoding = timed(lambda: sum(1 for _ in encode_words(graph)))
    print(f"{len(graph.facts)} facts, {len(graph.articles)} articles, {len(graph.entities)} entities: {seconds:.1f} s")
    print(f"{quads} triples encoded in {encoding:.2f} s of CPU")
    export(graph, "nq", folder / "graph.nq")
    print(f"N-Quads: {(folder / 'graph.nq').stat().st_size / 1e6:.0f} MB")
    compare_loads(folder, options.facts, options.rounds)
    store, opening, _ = timed(lambda: open_store(folder / "ours"))
    print(f"open read-only: {opening * 1000:.0f} ms, peak {child(OPEN_READ_ONLY, folder / 'ours'):.0f} MB")
    findings, _, seconds = timed(lambda: quick_findings(store))
    print(f"fast checks: {seconds:.2f} s of CPU, {len(findings)} findings")
    index, rng = current_folder(folder / "ours") / INDEX_NAME, random.Random(2)
    times = [timed(lambda: find_text(index, rng.choice(graph.entities).label))[2] * 1000 for _ in range(50)]
    words = [timed(lambda w=w: find_text(index, w))[2] * 1000 for w in ("affaire suivent", "parle", "mai", "a dit")]
    print(f"search, CPU: names median {statistics.median(times):.1f} ms, worst {max(times):.1f} ms;"
          f" words of every sentence: worst {max(words):.1f} ms")  # fmt: skip
    memory = None
    if options.rdflib:
        export(graph, "nt", folder / "graph.nt")
        loaded = child(RDFLIB_LOAD, folder / "graph.nt")
        print(f"rdflib load: {loaded[0]:.1f} s wall, {loaded[1]:.1f} s CPU, {loaded[2]:.0f} MB")
        memory = rdflib.Graph().parse(folder / "graph.nt", format="nt")
    plain = pyoxigraph.Store.read_only(str(folder / "plain"))
    ask_all(graph, store, plain, memory)
    return pyoxigraph.__version__


if __name__ == "__main__":
    main()
