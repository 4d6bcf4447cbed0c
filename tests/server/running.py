"""A real server in a process of its own."""

import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]


@contextmanager
def a_server(folder, **limits):
    """Start `kg.server.serve` on a free port and yield the address of its endpoint."""
    told = ", ".join(f"{name}={value!r}" for name, value in limits.items())
    code = (
        "import sys, pathlib; from kg.server import serve, Limits\n"
        "if __name__ == '__main__':\n"
        f"    serve(pathlib.Path(sys.argv[1]), port=0, limits=Limits({told}),"
        " ready=lambda url: print(url, flush=True))\n"
    )
    script = Path(folder).parent / "serve.py"
    script.write_text(code)
    process = subprocess.Popen(
        [sys.executable, str(script), str(folder)], stdout=subprocess.PIPE, text=True, cwd=ROOT, env=_environment()
    )
    try:
        yield process.stdout.readline().strip()
    finally:
        process.terminate()
        process.wait(timeout=20)
        process.stdout.close()


def _environment():

    return {**os.environ, "PYTHONPATH": str(ROOT)}
