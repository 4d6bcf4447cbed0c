"""CPU time and memory of `kg build` beside bare spaCy on the same articles, in one run.

    python tests/bench/build_speed.py CORPUS.jsonl.gz [--articles 200] [--rounds 3] [--limit 1.4]

Each side is a process of its own, from start to end (loading the model included), the two in turns; the least of the
rounds counts, since other work on the machine can only add. Bare spaCy: the same model, the same components,
`nlp.pipe` over the same texts, nothing kept. Exit code 1 if the ratio is over the limit.
"""

import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile
from itertools import islice
from pathlib import Path

BARE = """
import sys
from pathlib import Path
import spacy
from kg.ingest import read_inputs
from kg.lang import load_pack
texts = {i.article.id: i.article.text for i in read_inputs([sys.argv[1]])}
for doc in spacy.load(load_pack("fr").model).pipe(texts.values(), batch_size=32):
    pass
"""

# What pip compiles when it installs a package is not compiled again at each start.
AS_INSTALLED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def main() -> int:
    parser = argparse.ArgumentParser(description="Compare kg build with bare spaCy.")
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--limit", type=float, default=1.4)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        sample = Path(folder, "sample.jsonl")
        with gzip.open(options.corpus, "rt", encoding="utf-8") as lines:
            rows = list(islice(lines, options.articles))
        sample.write_text("".join(rows), "utf-8")
        words = sum(len(json.loads(row)["text"].split()) for row in rows)
        bare, build = [], []
        for turn in range(options.rounds):
            bare.append(measure([sys.executable, "-c", BARE, str(sample)]))
            output = str(Path(folder, f"output-{turn}"))
            build.append(measure([sys.executable, "-m", "kg", "build", "--quiet", str(sample), "-o", output]))
    ratio = min(build)[0] / min(bare)[0]
    print(f"{len(rows)} articles, {words} words, {options.rounds} rounds, {len(os.sched_getaffinity(0))} cores")
    print("             CPU s   peak MB   all rounds")
    for name, runs in (("bare spaCy", bare), ("kg build", build)):
        every = " ".join(f"{seconds:.2f}" for seconds, _ in runs)
        print(f"{name:<11} {min(runs)[0]:6.2f} {min(memory for _, memory in runs):9.0f}   {every}")
    print(f"ratio {ratio:.3f} (limit {options.limit})")
    return 0 if ratio <= options.limit else 1


def measure(command: list[str]) -> tuple[float, float]:
    """Return CPU seconds (user and system) and peak resident megabytes of a process."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=AS_INSTALLED)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(command[:4])} … failed with status {status}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main())
