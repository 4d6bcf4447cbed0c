"""A Firefox as it comes from the system, driven over WebDriver BiDi, which it speaks by itself."""

import itertools
import json
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

FIREFOX = shutil.which("firefox-esr") or shutil.which("firefox")
PATIENCE = 60  # seconds for one answer


class Firefox:
    """One window; what the page says and asks for is kept."""

    def __init__(self, socket: Any) -> None:
        self._socket, self._numbers = socket, itertools.count(1)
        self.messages: list[str] = []
        self.requests: list[str] = []
        self._call("session.new", capabilities={})
        self._call("session.subscribe", events=["log.entryAdded", "network.beforeRequestSent"])
        self._window = self._call("browsingContext.getTree")["contexts"][0]["context"]
        self._call("browsingContext.setViewport", context=self._window, viewport={"width": 1400, "height": 900})

    def open(self, address: str) -> None:
        """Open an address and wait until the explorer stands."""
        self._call("browsingContext.navigate", context=self._window, url="about:blank", wait="complete")
        self.messages.clear()
        self.requests.clear()
        self._call("browsingContext.navigate", context=self._window, url=address, wait="complete")
        self.wait("document.querySelector('#app[data-ready]') !== null")

    def run(self, expression: str) -> Any:
        """Return the value, a plain one, of an expression in the page."""
        target = {"context": self._window}
        answer = self._call("script.evaluate", expression=expression, target=target, awaitPromise=True)
        if answer["type"] == "exception":
            raise AssertionError(answer["exceptionDetails"]["text"])
        return answer["result"].get("value")

    def wait(self, condition: str) -> None:
        """Wait until an expression is true."""
        end = time.monotonic() + PATIENCE
        while not self.run(condition):
            assert time.monotonic() < end, f"never true: {condition}"
            time.sleep(0.05)

    def click(self, x: float, y: float) -> None:
        """Press and release the mouse at a point of the window."""
        moves = [
            {"type": "pointerMove", "x": round(x), "y": round(y)},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        self._act({"type": "pointer", "id": "mouse", "actions": moves})

    def type(self, keys: str) -> None:
        """Type on the keyboard."""
        presses = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self._act({"type": "key", "id": "keys", "actions": presses})

    def _act(self, actions: dict[str, Any]) -> None:
        self._call("input.performActions", context=self._window, actions=[actions])

    def _call(self, method: str, **parameters: Any) -> Any:
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            message = json.loads(self._socket.recv(timeout=PATIENCE))
            if message.get("id") == number:
                assert message["type"] == "success", message
                return message["result"]
            self._keep(message)

    def _keep(self, event: dict[str, Any]) -> None:
        if event.get("method") == "log.entryAdded":
            self.messages.append(event["params"]["text"])
        elif event.get("method") == "network.beforeRequestSent":
            self.requests.append(event["params"]["request"]["url"])


@contextmanager
def a_firefox(profile: Path) -> Iterator[Firefox]:
    """Start a headless Firefox with a fresh profile."""
    from websockets.sync.client import connect

    command = [FIREFOX, "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    try:
        told = (re.search(r"WebDriver BiDi listening on (ws://\S+)", line) for line in process.stderr)
        address = next(found[1] for found in told if found)
        with connect(f"{address}/session", max_size=None) as socket:
            yield Firefox(socket)
    finally:
        process.terminate()
        process.wait(timeout=30)
        process.stderr.close()
