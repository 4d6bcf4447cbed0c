"""The command line: parses arguments, calls the library, shows the answer. Exit codes: 0 yes, 1 no, 2 error."""

import atexit
import gc
import os
import sys
from collections.abc import Sequence

from kg.cli.arguments import make_parser
from kg.cli.terminal import Terminal
from kg.errors import KgError

YES, NO, ERROR = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; an error is one line on standard error."""
    atexit.register(gc.freeze)  # a process that ends need not look for what could be freed among a million objects
    parser = make_parser()
    options = parser.parse_args(arguments)
    terminal = Terminal(as_json=options.json, quiet=options.quiet)
    if options.run is None:
        parser.print_help()
        return YES
    try:
        code: int = options.run(options, terminal) or YES
        sys.stdout.flush()
    except KgError as error:
        terminal.warn(f"kg: {error}")
        return ERROR
    except KeyboardInterrupt:
        terminal.warn("kg: stopped. The results of before are untouched; the same command goes on from here.")
        return ERROR
    except BrokenPipeError:
        # The reader has seen enough ("kg query … | head"); nothing is left to flush at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return YES
    return code
