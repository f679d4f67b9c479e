"""A forge on this machine: it keeps comments as GitHub and GitLab do, and fails when told to."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

ONE = re.compile(r"/(?:comments|notes)/(\d+)$")


@dataclass
class Played:
    """The comments by id, the open pull requests, what was asked, and answers that come before any other: status, headers, body."""

    notes: dict[int, dict[str, Any]] = field(default_factory=dict)
    asked: list[tuple[str, str, dict[str, str], Any]] = field(default_factory=list)
    first: list[tuple[int, dict[str, str], Any]] = field(default_factory=list)
    gone_on_edit: bool = False
    requests: list[dict[str, Any]] = field(default_factory=list)
    base: str = ""

    def add(self, body: str, author: int = 1, **more: Any) -> int:
        number = max(self.notes, default=0) + 1
        person = {"id": author}
        self.notes[number] = {"id": number, "body": body, "user": person, "author": person, "system": False, **more}
        return number

    def answer(self, method: str, path: str, body: Any) -> tuple[int, dict[str, str], Any]:
        if self.first:
            return self.first.pop(0)
        parts, found = urlsplit(path), ONE.search(urlsplit(path).path)
        if method == "GET":
            asked = parse_qs(parts.query)
            if parts.path.endswith("/pulls"):
                return 200, {}, [one for one in self.requests if one["head"]["label"] == asked["head"][0]]
            size, page = int(asked["per_page"][0]), int(asked["page"][0])
            return 200, {}, list(self.notes.values())[(page - 1) * size : page * size]
        if method == "POST":
            number = self.add(body["body"])
            return 201, {}, self.notes[number]
        number = int(found[1]) if found else 0
        if number not in self.notes or (self.gone_on_edit and method != "DELETE"):
            return 404, {}, {"message": "Not Found"}
        if method == "DELETE":
            return 204, {}, self.notes.pop(number) and None
        self.notes[number]["body"] = body["body"]
        return 200, {}, self.notes[number]


@contextmanager
def played() -> Iterator[Played]:
    """The forge, as long as it is needed."""
    forge = Played()

    class Handler(BaseHTTPRequestHandler):
        def speak(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            body = json.loads(self.rfile.read(length)) if length else None
            forge.asked.append((self.command, self.path, dict(self.headers), body))
            status, headers, said = forge.answer(self.command, self.path, body)
            raw = b"" if said is None else json.dumps(said).encode()
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(raw))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(raw)

        do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = speak

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    forge.base = f"http://127.0.0.1:{server.server_address[1]}"
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield forge
    finally:
        server.shutdown()
        server.server_close()
