"""Requests to a forge: JSON in and out, tried again where the forge asks for patience, and told in plain words."""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from cxsite.errors import ForgeError

TRIES = 4
PATIENCE = 90.0
"""Seconds that are waited in all, for a limit to be over or a forge to come back."""
TIMEOUT = 30


@dataclass(frozen=True)
class Answer:
    """What a forge said. `headers` have lower-case names."""

    status: int
    headers: Mapping[str, str]
    body: Any


@dataclass
class Client:
    """Speaks with one forge. `secret` are headers that are never shown."""

    base: str
    headers: Mapping[str, str]
    secret: Mapping[str, str]
    show: Callable[[str], None] | None = None
    sleep: Callable[[float], None] = time.sleep
    waited: float = field(default=0.0)

    def ask(self, method: str, path: str, body: Mapping[str, Any] | None = None, allow: tuple[int, ...] = ()) -> Answer:
        """One request; statuses in `allow` are answers and no errors.

        Raises:
            ForgeError: the forge refuses, or cannot be reached.
        """
        for attempt in range(TRIES):
            answer = self._once(method, path, body)
            if answer.status < 300 or answer.status in allow:
                return answer
            pause = _pause(answer, attempt)
            if pause is None or attempt == TRIES - 1 or self.waited + pause > PATIENCE:
                raise _refused(method, path, answer)
            self.waited += pause
            self.sleep(pause)
        raise AssertionError("the last try returns or raises")

    def _once(self, method: str, path: str, body: Mapping[str, Any] | None) -> Answer:
        data = None if body is None else json.dumps(body).encode()
        headers = {**self.headers, **({"Content-Type": "application/json"} if data else {})}
        if self.show:
            self.show(_written(method, self.base + path, headers, body))
        request = urllib.request.Request(self.base + path, data, {**headers, **self.secret}, method=method)
        try:
            with _opener().open(request, timeout=TIMEOUT) as response:
                return _answer(response.status, response.headers, response.read())
        except urllib.error.HTTPError as problem:
            return _answer(problem.code, problem.headers, problem.read())
        except (OSError, ValueError) as problem:
            hint = "look at the network of the job, and at the address of the forge's API"
            raise ForgeError(f"{self.base} cannot be reached: {getattr(problem, 'reason', problem)}", hint) from None


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """A forge that sends a request elsewhere would get our token there."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


def _opener() -> urllib.request.OpenerDirector:
    return urllib.request.build_opener(_NoRedirects)


def _answer(status: int, headers: Any, raw: bytes) -> Answer:
    try:
        body = json.loads(raw) if raw else None
    except ValueError:
        body = raw.decode("utf-8", "replace")[:300]
    return Answer(status, {name.lower(): value for name, value in headers.items()}, body)


def _pause(answer: Answer, attempt: int) -> float | None:
    """How long to wait before the next try; None where none is worth it.

    GitHub says `retry-after`, or that nothing remains and when it resets (docs.github.com/rest, rate limits); GitLab
    says `retry-after` (docs.gitlab.com/administration/settings/user_and_ip_rate_limits).
    """
    if (said := answer.headers.get("retry-after", "")).isdigit():
        return float(said)
    if answer.status in (403, 429) and answer.headers.get("x-ratelimit-remaining") == "0":
        reset = answer.headers.get("x-ratelimit-reset", "")
        return max(1.0, float(reset) - time.time()) if reset.isdigit() else 60.0
    return 2.0**attempt if answer.status in (429, 500, 502, 503, 504) else None


def _refused(method: str, path: str, answer: Answer) -> ForgeError:
    said = answer.body.get("message") or answer.body.get("error") if isinstance(answer.body, dict) else answer.body
    hints = {
        401: "the token is wrong or has run out",
        403: "the token may not write comments here; a limit of requests may be reached too",
        404: "look at the number of the request and the repository's name; a token that may not see it gets this, too",
        429: "too many requests; run the job again later",
    }
    hint = hints.get(answer.status, "run the job again; if it stays, look at the state of the forge")
    return ForgeError(f"the forge answered {answer.status} to {method} {path}: {said or 'no reason given'}", hint)


def _written(method: str, url: str, headers: Mapping[str, str], body: Mapping[str, Any] | None) -> str:
    lines = [f"{method} {url}", *(f"{name}: {value}" for name, value in headers.items())]
    return "\n".join([*lines, "", json.dumps(body, indent=2, ensure_ascii=False)] if body else lines) + "\n"
