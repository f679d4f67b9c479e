"""One comment: made once, updated in place, whatever the forge does meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from cxsite.errors import ForgeError
from cxsite.forge.comment import MARK
from cxsite.forge.forges import FORGES, Forge
from cxsite.forge.post import post
from forge.played import Played, played

BODY = f"{MARK}\n**1 thing changed.**\n"


@pytest.fixture
def there() -> Iterator[Played]:
    with played() as forge:
        yield forge


def made(there: Played, name: str = "github") -> Forge:
    environment = {
        "GITHUB_REPOSITORY": "acme/maps", "GITHUB_API_URL": there.base, "GITHUB_TOKEN": "secret-1",
        "CI_PROJECT_ID": "acme/maps", "CI_API_V4_URL": there.base, "GITLAB_TOKEN": "secret-1",
        "CI_PROJECT_URL": "https://gitlab.example/acme/maps", "CI_MERGE_REQUEST_IID": "7",
    }  # fmt: skip
    return FORGES[name](environment, 7)


def say(there: Played, body: str = BODY, name: str = "github", quiet: bool = False, **more: Any) -> str:
    forge = made(there, name)
    waits: list[float] = []
    client = forge.client(sleep=waits.append, **more)
    there.waits = waits  # type: ignore[attr-defined]
    return post(forge, client, body, quiet)


@pytest.mark.parametrize("name", FORGES)
def test_the_first_run_makes_a_comment_and_the_next_updates_it(there: Played, name: str) -> None:
    there.add("A person said something.", author=5)
    assert say(there, name=name) == "made"
    assert say(there, name=name) == "as it was"
    assert say(there, BODY + "more\n", name=name) == "updated"
    assert [note["body"] for note in there.notes.values()] == ["A person said something.", BODY + "more\n"]


def test_requests_are_those_of_the_documentation(there: Played) -> None:
    say(there)
    say(there, BODY + "x")
    assert [(method, path.partition("?")[0]) for method, path, _, _ in there.asked] == [
        ("GET", "/repos/acme/maps/issues/7/comments"),
        ("POST", "/repos/acme/maps/issues/7/comments"),
        ("GET", "/repos/acme/maps/issues/7/comments"),
        ("PATCH", "/repos/acme/maps/issues/comments/1"),
    ]
    assert there.asked[0][2]["Authorization"] == "Bearer secret-1"
    there.asked.clear()
    say(there, BODY + "y", "gitlab")
    assert [(method, path.partition("?")[0]) for method, path, _, _ in there.asked] == [
        ("GET", "/projects/acme%2Fmaps/merge_requests/7/notes"),
        ("PUT", "/projects/acme%2Fmaps/merge_requests/7/notes/1"),
    ]
    assert there.asked[0][2]["Private-Token"] == "secret-1"


def test_our_comment_is_found_behind_hundreds_of_others(there: Played) -> None:
    for number in range(250):
        there.add(f"Remark {number}")
    there.add(BODY + "old")
    assert say(there) == "updated"


def test_of_two_the_oldest_stays_and_what_others_wrote_is_never_touched(there: Played) -> None:
    there.add(f"> {MARK}\n\nA reply that quotes it", author=5)
    first, second = there.add(BODY + "1"), there.add(BODY + "2")
    foreign = there.add(f"{MARK} copied by somebody", author=5)
    assert say(there) == "updated"
    assert first in there.notes and second not in there.notes and foreign in there.notes


def test_a_comment_that_was_taken_away_meanwhile_is_made_anew(there: Played) -> None:
    there.add(BODY + "old")
    there.gone_on_edit = True
    assert say(there) == "made"


def test_nothing_is_said_first_where_no_meaning_changed(there: Played) -> None:
    assert say(there, quiet=True) == "nothing to say"
    there.add(BODY + "old")
    assert say(there, quiet=True) == "updated"


@pytest.mark.parametrize(
    ("status", "headers", "wait"),
    [
        (429, {"Retry-After": "7"}, 7),
        (403, {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "1"}, 1),
        (502, {}, 1),
    ],
)
def test_patience_is_had_where_the_forge_asks_for_it(
    there: Played, status: int, headers: dict[str, str], wait: float
) -> None:
    there.first = [(status, headers, {"message": "slow down"})]
    assert say(there) == "made"
    assert there.waits == [wait]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("status", "hint"), [(401, "token is wrong"), (403, "may not write"), (404, "number of the request")]
)
def test_a_refusal_is_told_with_what_the_forge_said_and_what_to_do(there: Played, status: int, hint: str) -> None:
    there.first = [(status, {}, {"message": "No, thank you"})]
    with pytest.raises(ForgeError) as problem:
        say(there)
    assert f"answered {status} to GET" in problem.value.message and "No, thank you" in problem.value.message
    assert hint in problem.value.hint


def test_a_forge_that_stays_broken_is_given_up(there: Played) -> None:
    there.first = [(503, {}, "<html>busy</html>")] * 9
    with pytest.raises(ForgeError, match="503"):
        say(there)
    assert len(there.waits) == 3  # type: ignore[attr-defined]


def test_a_limit_that_lasts_too_long_is_not_waited_for(there: Played) -> None:
    there.first = [(429, {"Retry-After": "3600"}, {"message": "an hour"})]
    with pytest.raises(ForgeError, match="an hour"):
        say(there)
    assert there.waits == []  # type: ignore[attr-defined]


def test_no_redirect_is_followed_with_the_token(there: Played) -> None:
    there.first = [(302, {"Location": f"{there.base}/elsewhere"}, None)]
    with pytest.raises(ForgeError):
        say(there)
    assert len(there.asked) == 1


def test_a_forge_that_is_not_there_is_named() -> None:
    with played() as gone:
        pass
    with pytest.raises(ForgeError, match="cannot be reached"):
        say(gone)


def test_requests_are_shown_without_the_token(there: Played) -> None:
    shown: list[str] = []
    say(there, show=shown.append)
    assert shown[0].startswith(f"GET {there.base}/repos/acme/maps/issues/7/comments?")
    assert '"body": "<!-- cxsite' in shown[1]
    assert "secret-1" not in "".join(shown)


@pytest.mark.parametrize(("name", "missing"), [("github", "GITHUB_REPOSITORY"), ("gitlab", "CI_PROJECT_ID")])
def test_what_is_not_set_is_named(name: str, missing: str) -> None:
    with pytest.raises(ForgeError, match=missing):
        FORGES[name]({}, 1)


def test_the_number_comes_from_the_event_of_the_run(tmp_path) -> None:
    event = tmp_path / "event.json"
    event.write_text('{"pull_request": {"number": 12}}', encoding="utf-8")
    forge = FORGES["github"]({"GITHUB_REPOSITORY": "a/b", "GITHUB_EVENT_PATH": str(event)}, None)
    assert forge.path == "/repos/a/b/issues/12/comments"
    with pytest.raises(ForgeError, match="which pull request"):
        FORGES["github"]({"GITHUB_REPOSITORY": "a/b"}, None)
