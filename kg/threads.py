"""Matrices are multiplied in one thread.

Several would burn more time than they save on such small ones, and the last bits of a sum would depend on the number of
cores.
"""

from contextlib import AbstractContextManager
from functools import cache
from typing import Any

from threadpoolctl import ThreadpoolController


def one_thread() -> AbstractContextManager[Any]:
    """Return a context in which numpy multiplies in one thread; the number of before is given back at its end."""
    limit: AbstractContextManager[Any] = _libraries().limit(limits=1, user_api="blas")
    return limit


@cache
def _libraries() -> ThreadpoolController:
    """The libraries of this process that compute in threads."""
    return ThreadpoolController()
