"""The guards that never come off. Each of these was seen to fail with its guard taken out."""

from __future__ import annotations

import ast
import shutil
import subprocess
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from support import ENGINES, ROOT, VA, copy_site, cxsite, python, served, small_project, write

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)> [a](javascript:alert(3)) ![b](https://elsewhere.example/b.png)"
YAML_TEXT = HOSTILE.replace('"', '\\"')


def test_a_file_nested_40000_levels_deep_is_a_diagnostic_with_its_place(tmp_path: Path) -> None:
    small_project(tmp_path, {"journeys/deep.yml": "- " * 40_000 + "x\n"})
    ran = cxsite(tmp_path, "check", code=1)
    assert "journeys/deep.yml:1:201: error CX011: nested more than 100 levels deep" in ran.output
    assert "Traceback" not in ran.output


NESTED = {
    "brackets": "[" * 40_000,
    "braces": "{a: " * 40_000,
    "list items": "- " * 40_000,
    "question marks": "? " * 40_000,
    "indents": "".join(" " * level + "a:\n" for level in range(1_500)),
}


@pytest.mark.parametrize("text", NESTED.values(), ids=NESTED.keys())
@pytest.mark.long
def test_no_way_of_nesting_takes_the_process_down(tmp_path: Path, text: str) -> None:
    small_project(tmp_path, {"journeys/deep.yml": text})
    assert cxsite(tmp_path, "check", code=1).output.count("error CX01") == 1


def hostile_project(folder: Path) -> Path:
    journey = f"""\
name: "{YAML_TEXT} name"
owner: "{YAML_TEXT} owner"
summary: "{YAML_TEXT} summary"
outcome: "{YAML_TEXT} outcome"
finding: "{YAML_TEXT} finding"
metrics: [n]
evidence: [{{id: e, name: "{YAML_TEXT} evidence", sample: "{YAML_TEXT} sample"}}]
phases:
  - id: p
    name: "{YAML_TEXT} phase"
    customer_goal: "{YAML_TEXT} goal"
    steps:
      - {{id: s, name: "{YAML_TEXT} step", channel: "{YAML_TEXT} channel", feeling: "{YAML_TEXT} feeling"}}
hotspots: [{{id: h, name: "{YAML_TEXT} hotspot", summary: "{YAML_TEXT} hotspot", steps: [s]}}]
"""
    metrics = f"""\
metrics:
  - {{id: n, name: "{YAML_TEXT} metric", question: "{YAML_TEXT} question", method: mean, source: n.csv}}
"""
    rows = "period,value\n2026-01,1\n2026-02,2\n"
    return small_project(folder, {"journeys/hostile.yml": journey, "metrics/m.yml": metrics, "metrics/n.csv": rows})


@pytest.mark.long
def test_author_text_reaches_the_page_as_text_and_never_as_markup(tmp_path: Path) -> None:
    cxsite(hostile_project(tmp_path), "build")
    for page in ("index.html", "hostile/index.html"):
        article = (tmp_path / "site" / page).read_text().split("<article")[1].split("</article>")[0]
        assert "&lt;script&gt;" in article
        assert dangers(article) == []


def dangers(html: str) -> list[str]:
    """Tags and attributes in the HTML that could run or fetch something."""
    found: list[str] = []

    class Parser(HTMLParser):
        def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
            if tag in ("script", "img", "iframe", "object", "embed", "form", "style", "link"):
                found.append(tag)
            for name, value in attributes:
                scheme = (value or "").split(":")[0] if ":" in (value or "") else ""
                if name.startswith("on") or (name in ("href", "src") and scheme not in ("", "https", "mailto")):
                    found.append(f"{tag} {name}={value}")

    Parser().feed(html)
    return found


@pytest.mark.long
@pytest.mark.browser
def test_hostile_text_runs_nothing_and_fetches_nothing_in_a_browser(tmp_path: Path, chromium: Browser) -> None:
    cxsite(hostile_project(tmp_path), "build")
    with served(tmp_path / "site") as base:
        assert trouble(chromium, base, ["", "hostile/"], search="hotspot") == []


def test_only_the_sanitiser_and_our_own_drawings_make_markup() -> None:
    makes = {
        str(path.relative_to(ROOT / "cxsite"))
        for path in (ROOT / "cxsite").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Markup"
        if not all(
            isinstance(argument, ast.Constant) for argument in node.args
        )  # our own words are no markup of others
    }
    assert makes == {
        *("pages/text.py", "pages/render.py", "pages/hyphens.py"),
        *("draw/twin.py", "draw/marks/sparkline.py"),
    }
    templates = "".join(path.read_text() for path in (ROOT / "cxsite/pages/templates").rglob("*.j2"))
    assert "| safe" not in templates
    assert "autoescape false" not in templates


def test_the_socket_guard_ends_a_build_that_opens_one(tmp_path: Path) -> None:
    assert "a socket was opened" in python(tmp_path, "-c", "import socket; socket.socket()", code=1).output


@pytest.mark.engines
@pytest.mark.parametrize("engine", ENGINES)
def test_every_engine_builds_where_there_is_no_network_at_all(tmp_path: Path, engine: str) -> None:
    alone = ["unshare", "--user", "--map-root-user", "--net"]
    if shutil.which("unshare") is None or subprocess.run([*alone, "true"], check=False).returncode:
        pytest.skip("this machine lets nobody make a network namespace; the socket guard covers Python code")
    folder = copy_site(VA, tmp_path / "va")
    done = subprocess.run(
        [*alone, str(ROOT / ".venv/bin/cxsite"), "build", "--engine", engine],
        cwd=folder,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()


@pytest.mark.browser
@pytest.mark.looks
def test_chromium_opens_every_page_and_nothing_is_requested_elsewhere(
    va_project: Callable[[str], Path], chromium: Browser
) -> None:
    site = va_project("mkdocs") / "site"
    pages = [path.parent.relative_to(site).as_posix() + "/" for path in site.rglob("index.html")]
    assert len(pages) == 34
    with served(site) as base:
        assert trouble(chromium, base, [page.removeprefix("./") for page in pages]) == []


def trouble(chromium: Browser, base: str, pages: list[str], search: str = "") -> list[str]:
    """What a browser has to complain of on these pages: requests elsewhere, console messages, errors, dialogs."""
    found: list[str] = []
    context = chromium.new_context()
    page = context.new_page()
    page.on("request", lambda r: found.append(r.url) if not r.url.startswith((base, "data:", "blob:")) else None)
    page.on("response", lambda r: found.append(f"{r.status} {r.url}") if r.status >= 400 else None)
    page.on("console", lambda m: found.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda e: found.append(str(e)))
    page.on("dialog", lambda d: (found.append(d.message), d.dismiss()))
    for path in pages:
        page.goto(base + path, wait_until="load")
        page.wait_for_timeout(200)
        assert page.locator("article h1").count() == 1
    if search:
        box = page.locator("[data-md-component=search-query]")
        box.focus()
        box.fill(search)
        box.press("End")
        page.locator("a.md-search-result__link").first.wait_for()
        page.wait_for_timeout(300)
    context.close()
    return found


@pytest.mark.parametrize(("table", "needs"), [("", []), ("2026-06,north,10,20\n", ["numpy"])])
def test_check_imports_no_site_engine_and_no_chart_or_table_library(
    tmp_path: Path, table: str, needs: list[str]
) -> None:
    metric = "metrics: [{id: n, name: N, method: share, source: t.csv}]\n"
    rows = f"period,segment,numerator,denominator\n2026-06,,40,80\n{table}"
    code = (
        "import sys; from cxsite.cli.main import app\n"
        "try: app(['check'])\n"
        "except SystemExit: pass\n"
        "heavy = {'mkdocs', 'properdocs', 'pandas', 'numpy', 'scipy', 'altair', 'vl_convert', 'jsonschema'}\n"
        "print('HEAVY', sorted(heavy & set(sys.modules)))"
    )
    folder = small_project(tmp_path, {"metrics/m.yml": metric, "metrics/t.csv": rows})
    assert f"HEAVY {needs}" in python(folder, "-c", code).output


def test_a_page_that_names_a_missing_part_fails_the_build(tmp_path: Path) -> None:
    small_project(tmp_path, {"docs/about.md": "# About\n\n@@cxsite map 0123456789abcdef0123\n"})
    ran = cxsite(tmp_path, "build", code=1)
    assert "the drawn part 0123456789abcdef0123 is missing" in ran.output


@pytest.mark.engines
def test_zensical_fails_when_a_part_was_lost(tmp_path: Path) -> None:
    folder = small_project(tmp_path, {"docs/about.md": "# About\n\n@@cxsite map 0123456789abcdef0123\n"})
    ran = cxsite(folder, "build", "--engine", "zensical", code=1)
    assert "the drawn part 0123456789abcdef0123 is missing" in ran.output
    assert not (folder / "site").exists()


@pytest.mark.engines
@pytest.mark.parametrize("engine", ENGINES)
def test_a_changed_number_reaches_a_warm_build(tmp_path: Path, engine: str) -> None:
    folder = copy_site(VA, tmp_path / "va")
    cxsite(folder, "build", "--engine", engine)
    table = folder / "metrics" / "post-visit-survey.csv"
    table.write_text(table.read_text().replace("4.38,4.28", "4.11,4.28"))
    cxsite(folder, "build", "--engine", engine)
    article = (folder / "site/metrics/va-satisfaction/index.html").read_text().split("<article")[1]
    assert "Satisfaction: 4.11 on 1 to 5" in article
    assert article.count(">4.11</text>") == 4, "both drawings show the new number, each with its ground"


@pytest.mark.engines
def test_a_changed_word_reaches_a_warm_zensical_build(tmp_path: Path) -> None:
    folder = small_project(tmp_path)
    cxsite(folder, "build", "--engine", "zensical")
    write(folder, {"journeys/ticket.yml": (folder / "journeys/ticket.yml").read_text().replace("desk", "window")})
    cxsite(folder, "build", "--engine", "zensical")
    assert "Asks at the window" in (folder / "site/ticket/index.html").read_text()
