"""The graph over HTTP: a SPARQL 1.1 endpoint for this machine."""

import ipaddress
import socket
import threading
from collections.abc import Callable
from pathlib import Path

import uvicorn

from kg.errors import StoreError
from kg.graph.store import open_store
from kg.query.workers import Limits
from kg.server.app import LOCAL_HOSTS, MOST_WAITING, make_app
from kg.server.pages import Pages

__all__ = ["LOCAL_HOSTS", "Limits", "make_app", "serve"]


def serve(
    folder: Path,
    *,
    port: int = 7878,
    host: str = "127.0.0.1",
    limits: Limits | None = None,
    workers: int = 2,
    ready: Callable[[str], None] | None = None,
) -> None:
    """Serve the store of a folder until the process is told to stop.

    Args:
        host: A loopback address; another one is refused, since there is no login.
        port: 0 takes any free one.
        ready: Told the address of the endpoint once it answers.

    Raises:
        StoreError: there is no graph, or the address cannot be used.
    """
    open_store(folder)  # so that what is wrong with it is told now
    listener, name = _listen(host, port)
    if ready is not None:
        ready(f"http://{name}:{listener.getsockname()[1]}/sparql")
    pages = Pages(folder)
    threading.Thread(target=pages.prepare, daemon=True).start()  # a large store takes seconds: not the reader's
    app = make_app(folder, limits=limits, workers=workers, routes=pages.routes(), missing=pages.missing)
    config = uvicorn.Config(app, log_level="warning", timeout_keep_alive=5, limit_concurrency=MOST_WAITING + 1)
    uvicorn.Server(config).run(sockets=[listener])


def _listen(host: str, port: int) -> tuple[socket.socket, str]:
    """Return a socket that listens, and its address as it is written in a URL."""
    if not ipaddress.ip_address(host).is_loopback:
        raise StoreError(
            f"is no address of this machine alone: {host}",
            remedy="Use 127.0.0.1 or ::1, and a reverse proxy with a login to serve others.",
        )
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Only a socket that says it is TCP gets TCP_NODELAY from asyncio; without it each answer waits 40 ms for an ACK.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(MOST_WAITING)  # whoever calls before uvicorn is up waits a moment instead of being refused
    except OSError as error:
        raise StoreError(f"port {port} cannot be used: {error.strerror}", remedy="Choose another: --port") from error
    return listener, f"[{host}]" if ":" in host else host
