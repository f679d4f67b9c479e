"""The guide for people who write their first map: what it shows works, and what it says is said.

`python tests/test_guide.py` writes anew what `cxsite check` says into the pages.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import pytest

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))

from support import MKDOCS, ROOT, write

from cxsite.cli.main import main
from cxsite.load.content import load
from cxsite.model.values import parse_date, parse_duration, parse_flag, parse_money, parse_number, parse_share
from cxsite.project import Project

GUIDE = ROOT / "docs" / "guide"
TODAY = {"SOURCE_DATE_EPOCH": "1795305600", "NO_COLOR": "1"}  # 2026-11-22
CLEAN = re.compile(r"\d+ files?, \d+ journeys?, \d+ metrics?: 0 errors, 0 warnings, \d+ notes?\n")
BLOCK = r"```(?:yaml|csv)\n(.*?)```"


def read(page: str) -> str:
    return (GUIDE / page).read_text(encoding="utf-8")


def checked(files: dict[str, str]) -> str:
    """What the command prints for a project of these files, on the day that the pages speak of."""
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), {"mkdocs.yml": MKDOCS, **files})
        said = io.StringIO()
        arguments = mock.patch.object(sys, "argv", ["cxsite", "--project", folder, "check"])
        day = mock.patch.dict(os.environ, TODAY)
        with arguments, day, contextlib.redirect_stdout(said), contextlib.suppress(SystemExit):
            main()
        return said.getvalue()


def problems(files: dict[str, str]) -> str:
    """The same without the last line, which counts."""
    return checked(files).rpartition("\n")[0].rpartition("\n")[0]


# The page of mistakes


@dataclass(frozen=True)
class Mistake:
    """A section of the page. `file` is named where the blocks are a file of their own, not lines of the project."""

    title: str
    written: str
    said: str
    mended: str
    file: str

    def broken(self, project: dict[str, str]) -> dict[str, str]:
        if self.file:
            return {**project, self.file: self.written}
        home = self.home(project)
        return {**project, home: f"\n{project[home]}".replace(f"\n{self.mended}", f"\n{self.written}")[1:]}

    def whole(self, project: dict[str, str]) -> dict[str, str]:
        return {**project, self.file: self.mended} if self.file else project

    def home(self, project: dict[str, str]) -> str:
        """The file that holds the mended lines, once."""
        (home,) = [name for name, text in project.items() if f"\n{self.mended}" in f"\n{text}"]
        assert f"\n{project[home]}".count(f"\n{self.mended}") == 1
        return home


def mistakes() -> list[Mistake]:
    sections = re.split(r"^##+ ", read("mistakes.md"), flags=re.MULTILINE)
    found = []
    for section in sections:
        if "\nWritten" in section:
            title = section.partition("\n")[0]
            written, mended = re.findall(BLOCK, section, re.DOTALL)
            (said,) = re.findall(r"```text\n(.*?)```", section, re.DOTALL)
            file = next(iter(re.findall(r"^Mended, as `(\S+)`:$", section, re.MULTILINE)), "")
            found.append(Mistake(title, written, said, mended, file))
    return found


def project() -> dict[str, str]:
    """The small project at the end of the page, by file name."""
    return dict(re.findall(rf"^`(\S+)`:\n\n{BLOCK}", read("mistakes.md"), re.MULTILINE | re.DOTALL))


MISTAKES = mistakes()
TITLES = [mistake.title for mistake in MISTAKES]


def test_the_project_of_the_mistakes_is_as_it_should_be() -> None:
    said = checked(project())
    assert said == "4 files, 1 journey, 2 metrics: 0 errors, 0 warnings, 0 notes\n"


@pytest.mark.parametrize("mistake", MISTAKES, ids=TITLES)
def test_a_mistake_is_said_as_the_page_says(mistake: Mistake) -> None:
    assert problems(mistake.broken(project())) + "\n" == mistake.said, "run `python tests/test_guide.py`"


@pytest.mark.parametrize("mistake", MISTAKES, ids=TITLES)
def test_what_the_page_writes_in_its_place_mends_it(mistake: Mistake) -> None:
    assert CLEAN.fullmatch(checked(mistake.whole(project())))


@pytest.mark.parametrize("mistake", MISTAKES, ids=TITLES)
def test_a_message_says_what_to_do(mistake: Mistake) -> None:
    for message in re.split(r"^(?=\S)", mistake.said, flags=re.MULTILINE)[1:]:
        next_steps = [line for line in message.splitlines()[1:] if not re.match(r"\s+\d* \|", line)]
        assert next_steps, message


def test_the_page_holds_the_mistakes_people_make_first() -> None:
    assert len(MISTAKES) >= 20
    assert len(set(TITLES)) == len(TITLES)


# The page of the first map


@dataclass(frozen=True)
class Stage:
    """The project as it is at the end of a section of the page."""

    title: str
    files: dict[str, str]
    said: str


_CHANGE = re.compile(
    r"^Delete `(?P<gone>\S+)`\."
    r"|(?:^|(?<=\. ))At the end of `(?P<grown>\S+)`:\n\n```yaml\n(?P<more>.*?)```"
    r"|^`(?P<file>\S+)`[^\n]*:\n\n```(?:yaml|csv)\n(?P<text>.*?)```",
    re.MULTILINE | re.DOTALL,
)


def stages() -> list[Stage]:
    """The sections that change the project, each with the project as it stands then."""
    files: dict[str, str] = {}
    found = []
    for section in re.split(r"^## ", read("first-map.md"), flags=re.MULTILINE)[1:]:
        changes = list(_CHANGE.finditer(section))
        for change in changes:
            if change["gone"]:
                del files[change["gone"]]
            elif change["grown"]:
                files[change["grown"]] += change["more"]
            else:
                files[change["file"]] = change["text"]
        if changes:
            said = "".join(re.findall(r"```text\n(.*?)```", section, re.DOTALL))
            found.append(Stage(section.partition("\n")[0], dict(files), said))
    return found


STAGES = stages()
STAGE = {stage.title: stage for stage in STAGES}


def test_the_first_map_has_fifteen_lines() -> None:
    assert STAGES[0].files["journeys/repair.yml"].count("\n") == 15


def test_every_block_of_the_first_map_is_part_of_a_stage() -> None:
    page = read("first-map.md")
    assert len(re.findall(BLOCK, page, re.DOTALL)) == sum(1 for found in _CHANGE.finditer(page) if not found["gone"])


@pytest.mark.parametrize("stage", STAGES, ids=[stage.title for stage in STAGES])
def test_each_stage_is_read_without_an_error_or_a_warning(stage: Stage) -> None:
    said = checked(stage.files)
    assert CLEAN.search(said) or CLEAN.fullmatch(said), said
    assert stage.said in ("", said)
    assert said.count(" note ") == (stage is STAGES[0])


def test_a_folder_and_its_phases_hold_what_the_file_held(tmp_path: Path) -> None:
    wholes = []
    for number, title in enumerate(("Libraries", "From one file to a folder", "One file a phase")):
        content = load(Project(write(tmp_path / str(number), STAGE[title].files)))
        (journey,) = content.portfolio.journeys
        rest = journey.model_copy(update={"target": None}).with_files(journey.key, {})
        wholes.append((rest, journey.targets))
    assert wholes[0] == wholes[1] == wholes[2]


def test_the_map_grows_by_what_the_page_promises() -> None:
    assert [stage.title for stage in STAGES] == [
        "Fifteen lines",
        "Effort",
        "Quotes, and where they come from",
        "Hotspots",
        "Ideas",
        "Actions",
        "Goals, and a number",
        "The target map",
        "Libraries",
        "From one file to a folder",
        "One file a phase",
    ]


KINDS: dict[str, Callable[[str], object]] = {
    "a share": parse_share,
    "a length of time": parse_duration,
    "money": parse_money,
    "a date": parse_date,
    "true or false": parse_flag,
    "a number": parse_number,
}


@pytest.mark.parametrize("kind", KINDS)
def test_the_values_of_the_page_are_read_and_refused_as_it_says(kind: str) -> None:
    (row,) = [line for line in read("first-map.md").splitlines() if line.startswith(f"| {kind} |")]
    works, refused = (re.findall(r"`([^`]+)`", cell) for cell in row.strip("| ").split("|")[1:3])
    for text in works:
        KINDS[kind](text)
    for text in refused:
        with pytest.raises(ValueError):
            KINDS[kind](text)


# Both pages


@pytest.mark.parametrize("page", ["first-map.md", "mistakes.md"])
def test_the_page_can_be_found(page: str) -> None:
    assert f"guide/{page}" in (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert f"docs/guide/{page}" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"({page})" in read("quick-start.md")


def write_what_is_said() -> None:
    page = read("mistakes.md")
    for mistake in mistakes():
        start = page.index(f"\n### {mistake.title}\n")
        head = page.index("```text\n", start) + len("```text\n")
        page = page[:head] + problems(mistake.broken(project())) + "\n" + page[page.index("```", head) :]
    (GUIDE / "mistakes.md").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    write_what_is_said()
