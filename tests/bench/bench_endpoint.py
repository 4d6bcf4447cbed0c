"""Times the endpoint over a store: many clients, greedy queries, slow clients.

usage: python tests/bench/bench_endpoint.py STORE_FOLDER
"""

import concurrent.futures
import random
import socket
import statistics
import sys
import threading
import time
import urllib.parse
from collections import Counter
from pathlib import Path

import httpx

from kg.graph.store import open_store
from kg.query import run_query
from tests.server.running import a_server

ABOUT = "SELECT * {{ VALUES ?side {{ rdf:subject rdf:object }} ?st ?side <{}> ; rdf:predicate ?p ; nkg:asserted ?a }}"
GREEDY = {
    "product of four patterns": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
    "endless path": "SELECT (COUNT(*) AS ?n) { ?a (!<x:x>|^(!<x:x>))* ?b }",
    "sort of a product": "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?a ?d",
    "all triples": "SELECT * { ?s ?p ?o }",
    "regex over all text": 'SELECT ?s { ?s ?p ?o FILTER(REGEX(STR(?o), "(a+)+$")) }',
}


CLIENT = httpx.Client(timeout=120, limits=httpx.Limits(max_connections=100))


def get(url, query):
    started = time.perf_counter()
    answer = CLIENT.get(url, params={"query": query})
    return answer.status_code, time.perf_counter() - started, answer.text


def main():
    folder = Path(sys.argv[1])
    entities = [row[0].value for row in run_query(open_store(folder), "SELECT ?e { ?e skos:prefLabel ?n }").rows]
    rng = random.Random(0)
    queries = [ABOUT.format(rng.choice(entities)) for _ in range(500)]
    with a_server(folder, seconds=5.0, rows=10_000) as url:
        get(url, "ASK {}")
        for clients in (1, 10, 50):
            with concurrent.futures.ThreadPoolExecutor(clients) as pool:
                started = time.perf_counter()
                found = list(pool.map(lambda q: get(url, q), queries))
                took = time.perf_counter() - started
            times = sorted(t * 1000 for _, t, _ in found)
            rate, counts = len(found) / took, dict(Counter(status for status, _, _ in found))
            middle, slowest = statistics.median(times), times[int(len(times) * 0.99)]
            print(
                f"{clients:3} clients: {rate:6.0f} queries/s, median {middle:6.0f} ms, 99 % {slowest:6.0f} ms, {counts}"
            )
        for name, query in GREEDY.items():
            status, seconds, text = get(url, query)
            print(f"{name:26} {status} after {seconds:5.1f} s: {text.strip()[:80]}")
        host, port = urllib.parse.urlsplit(url).netloc.split(":")
        held = [socket.create_connection((host, int(port))) for _ in range(200)]
        for connection in held:
            connection.sendall(b"GET /sparql?query=ASK HTTP/1.1\r\nHost: localhost\r\nX: ")
        status, seconds, _ = get(url, queries[0])
        print(f"with 200 half-sent requests held open: {status} after {seconds * 1000:.0f} ms")
        for crowd in (2, 10, 50):
            beside_endless(url, crowd, queries)


def beside_endless(url, crowd, queries):
    """Time quick queries of one client while others send endless ones, again and again."""
    done = threading.Event()

    def send(number):
        while not done.is_set():
            statuses[get(url, f"{GREEDY['endless path']} # asked by {crowd}-{number}")[0]] += 1
            done.wait(1)  # less than Retry-After asks for

    statuses, found = Counter(), []
    with concurrent.futures.ThreadPoolExecutor(crowd) as pool:
        for number in range(crowd):
            pool.submit(send, number)
        until = time.monotonic() + 30
        while time.monotonic() < until:
            found.append(get(url, queries[len(found) % len(queries)]))
            time.sleep(0.1)
        done.set()
    times = sorted(seconds for _, seconds, _ in found)
    middle, answers = statistics.median(times), dict(Counter(status for status, _, _ in found))
    print(f"beside {crowd:2} clients that ask endless queries for 30 s: median {middle * 1000:5.0f} ms,"
          f" worst {times[-1]:5.2f} s, {answers}; they got {dict(statuses)}", flush=True)  # fmt: skip


if __name__ == "__main__":
    main()
