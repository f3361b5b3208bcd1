"""Headless Chromium over the DevTools protocol: shows HTML, and tells what it did that HTML from elsewhere must not do.

Everything is served from this machine; names of other hosts lead nowhere.
"""

import json
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import pytest

if TYPE_CHECKING:
    from websockets.sync.client import ClientConnection

Mode = Literal["innerHTML", "template", "reparse", "document"]
MODES: tuple[Mode, ...] = ("innerHTML", "template", "reparse", "document")
"""How HTML gets into a page: set, cloned out of a template, serialised and set again, served."""

_FLAGS = (
    "--headless --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update "
    "--disable-sync --disable-default-apps --disable-extensions --disable-dev-shm-usage --mute-audio --disable-breakpad "
    "--autoplay-policy=no-user-gesture-required --remote-debugging-port=0"
).split()
_NOWHERE = "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"
_PAGE = (Path(__file__).parent / "browser_page.js").read_text("utf-8")
_POLICY = "script-src 'none' 'report-sample'"
_HEAD = "<!doctype html><html><head><meta charset=utf-8><title>t</title></head><body>"
_PATIENCE = 60
_BATCH = 250


class Seen(NamedTuple):
    """What a browser did with some fragments."""

    found: tuple[str, ...]
    """What it ran, built or asked for that it must not."""
    changed: tuple[str, ...]
    """Fragments that it serialises in another way than they were written; not known of documents."""


class _Server(ThreadingHTTPServer):
    """Serves one document at a time."""

    daemon_threads = True
    document = ""


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        """Serve the document, or an empty page."""
        ours = self.path in {"/blank", "/document"}
        body = (_HEAD + (self.server.document if self.path == "/document" else "")).encode("utf-8", "replace") if ours else b""
        self.send_response(200 if ours else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy-Report-Only", _POLICY)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Browser:
    """One tab of a Chromium that was started for it."""

    def __init__(self, socket: "ClientConnection", server: _Server) -> None:
        """Attach to a new tab."""
        self._socket = socket
        self._server = server
        self._last = 0
        self._events: list[dict[str, Any]] = []
        self._session: str | None = None
        self._base = f"http://127.0.0.1:{server.server_address[1]}"
        target = self._call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Runtime"):
            self._call(f"{domain}.enable")
        self._call("Page.addScriptToEvaluateOnNewDocument", source=_PAGE)

    def look(self, fragments: Sequence[str], mode: Mode) -> Seen:
        """Show fragments, each in a place of its own, in batches of one page."""
        found: list[str] = []
        changed: list[str] = []
        for at in range(0, len(fragments), _BATCH):
            seen = self._look(fragments[at : at + _BATCH], mode)
            found.extend(seen.found)
            changed.extend(seen.changed)
        return Seen(tuple(found), tuple(changed))

    def _look(self, fragments: Sequence[str], mode: Mode) -> Seen:
        path = "document" if mode == "document" else "blank"
        self._server.document = "\n".join(fragments)
        self._events.clear()
        self._go_to(path)
        expression = "lookAtPage()" if mode == "document" else f"look({json.dumps(fragments)}, {json.dumps(mode)})"
        answer = self._call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True, replMode=False)
        value = answer.get("result", {}).get("value")
        if value is None:
            return Seen((f"the page is gone: {json.dumps(answer)[:200]}",), ())
        return Seen((*value["found"], *self._requests(path), *self._elsewhere(path)), tuple(value["changed"]))

    def _go_to(self, path: str) -> None:
        self._call("Page.navigate", url=f"{self._base}/{path}")
        self._wait_for("Page.loadEventFired")

    def _requests(self, path: str) -> Iterator[str]:
        """Give the requests for anything but pictures."""
        for event in self._events:
            if event["method"] == "Network.requestWillBeSent":
                address, kind = event["params"]["request"]["url"], event["params"].get("type")
                if kind != "Image" and address != f"{self._base}/{path}" and not address.endswith("/favicon.ico"):
                    yield f"request: {kind} {address[:200]}"

    def _elsewhere(self, path: str) -> Iterator[str]:
        answer = self._call("Runtime.evaluate", expression="location.href", returnByValue=True)
        address = str(answer.get("result", {}).get("value"))
        if address.partition("#")[0] != f"{self._base}/{path}":
            yield f"navigation: {address[:200]}"

    def _call(self, method: str, **parameters: object) -> dict[str, Any]:  # the protocol's own names
        self._last += 1
        message: dict[str, object] = {"id": self._last, "method": method, "params": parameters}
        if self._session is not None:
            message["sessionId"] = self._session
        self._socket.send(json.dumps(message))
        while True:
            answer = self._receive()
            if answer.get("id") == self._last:
                result: dict[str, Any] = answer.get("result") or {"error": answer.get("error")}
                return result

    def _wait_for(self, method: str) -> None:
        while not any(event["method"] == method for event in self._events):
            self._receive()

    def _receive(self) -> dict[str, Any]:
        answer: dict[str, Any] = json.loads(self._socket.recv(timeout=_PATIENCE))
        if "method" in answer:
            self._events.append(answer)
        if answer.get("method") == "Page.javascriptDialogOpening":
            self._socket.send(json.dumps({"id": 0, "method": "Page.handleJavaScriptDialog", "params": {"accept": True}}))
        return answer


def _chromium() -> str:
    """Give the path of a Chromium, or skip the test."""
    pytest.importorskip("websockets", reason="needs the package websockets (dependency group `browser`)")
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        pytest.skip("needs Chromium: `apt-get install chromium`")
    return found


@contextmanager
def browser() -> Iterator[Browser]:
    """Start a Chromium with a profile of its own, and end it."""
    path = _chromium()
    from websockets.sync.client import connect

    server = _Server(("127.0.0.1", 0), _Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    # Its last files may appear while the profile is being removed.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        # Root has no sandbox; what is shown comes from our own tests.
        flags = [*_FLAGS, _NOWHERE, f"--user-data-dir={profile}", *(["--no-sandbox"] if os.geteuid() == 0 else [])]
        process = subprocess.Popen([path, *flags, "about:blank"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            with connect(_address(Path(profile), process), max_size=None) as socket:
                yield Browser(socket, server)
        finally:
            process.terminate()
            process.wait(_PATIENCE)
            server.shutdown()
            server.server_close()


def _address(profile: Path, process: "subprocess.Popen[bytes]") -> str:
    """Wait for the address of the DevTools."""
    told = profile / "DevToolsActivePort"
    for _ in range(_PATIENCE * 10):
        lines = told.read_text("utf-8").split("\n") if told.exists() else []
        if len(lines) > 1 and lines[1]:
            return f"ws://127.0.0.1:{lines[0]}{lines[1]}"
        if process.poll() is not None:
            break
        time.sleep(0.1)
    pytest.fail(f"Chromium did not start (exit code {process.poll()})")
