"""Parsing computes in one thread, and leaves the process as it was."""

from threadpoolctl import threadpool_info

from kg.extract.rules.parse import parse
from kg.lang import load_pack


def blas_threads() -> list[int]:
    return [library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"]


def test_the_number_of_threads_is_given_back_after_each_article() -> None:
    before = blas_threads()
    during = [blas_threads() for _ in parse(["Le groupe recrute.", "Elle dirige la banque."], load_pack("fr"))]
    assert before
    assert during == [before, before]
