"""The command line itself: verbs, help, version, project, exit codes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from support import ROOT, cxsite, python, small_project, write

from cxsite import __version__
from cxsite.cli.main import app, main

VERBS = ("build", "check", "comment", "diff", "explain", "git-driver", "init", "numbers", "schema", "serve", "target")


def run(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *arguments: str
) -> tuple[object, str, str]:
    """Exit code, output and errors of `cxsite` in this process."""
    monkeypatch.setattr(sys, "argv", ["cxsite", *arguments])
    with pytest.raises(SystemExit) as left:
        main()
    said = capsys.readouterr()
    return left.value.code, said.out, said.err


@pytest.mark.parametrize("flag", ["--help", "-h"])
@pytest.mark.parametrize("verb", ["", *VERBS])
def test_every_verb_says_what_it_is_for(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, verb: str, flag: str
) -> None:
    code, out, err = run(capsys, monkeypatch, *([verb] if verb else []), flag)
    assert (code, err) == (0, "")
    assert out.startswith("Usage: ")
    assert "-h, --help" in out


def test_help_lists_every_verb_with_a_line(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    _, out, _ = run(capsys, monkeypatch, "--help")
    lines = out.split("Commands:\n")[1].splitlines()
    assert [line.split()[0] for line in lines] == list(VERBS)
    assert all(len(line.split()) > 3 for line in lines)


@pytest.mark.parametrize(
    ("verb", "options"),
    [
        ("build", ("--engine", "--strict", "--clean", "--timings", "mkdocs", "properdocs", "zensical")),
        ("check", ("--strict", "Exits with 0")),
        ("serve", ("--engine", "--address", "127.0.0.1:8000")),
    ],
)
def test_help_names_every_option(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, verb: str, options: tuple[str, ...]
) -> None:
    _, out, _ = run(capsys, monkeypatch, verb, "--help")
    assert [option for option in options if option not in out] == []


def test_the_version_is_that_of_the_package(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(capsys, monkeypatch, "--version") == (0, f"cxsite, version {__version__}\n", "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nonsense",), "No such command 'nonsense'"),
        (("main",), "No such command 'main'"),
        (("check", "--nonsense"), "No such option"),
        (("check", "extra"), "unexpected extra argument"),
        (("build", "--engine", "hugo"), "'hugo' is not one of"),
        (("--project", "nowhere", "check"), "does not exist"),
        (("--project", __file__, "check"), "is a file"),
    ],
)
def test_what_cannot_be_understood_exits_with_2(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], said: str
) -> None:
    code, _, err = run(capsys, monkeypatch, *arguments)
    assert code == 2
    assert said in err


@pytest.mark.parametrize("verb", [verb for verb in VERBS if verb not in ("explain", "schema")])
def test_outside_any_project_every_verb_that_reads_one_exits_with_2_and_says_what_to_do(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, verb: str
) -> None:
    needed = {
        "target": ["ticket"],
        "comment": ["main", "--forge", "github"],
        "git-driver": ["install"],
        "init": ["--ci", "github"],
    }
    arguments = needed.get(verb, [])
    code, out, err = run(capsys, monkeypatch, "--project", str(tmp_path), verb, *arguments)
    assert (code, out) == (2, "")
    assert err.startswith(f"error: CX901 there is no journey project in {tmp_path} or above it\n")
    assert "--project FOLDER" in err


def test_a_project_is_found_from_any_folder_inside(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    small_project(tmp_path)
    monkeypatch.chdir(tmp_path / "docs")
    monkeypatch.setattr(sys, "argv", ["cxsite", "check"])
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 0
    assert "1 journey," in capsys.readouterr().out


def test_a_project_can_be_named_from_anywhere(tmp_path: Path) -> None:
    small_project(tmp_path / "project")
    assert "1 journey," in cxsite(tmp_path, "--project", "project", "check").output


def test_the_verbs_are_those_that_have_a_module() -> None:
    modules = {path.stem.replace("_", "-") for path in (ROOT / "cxsite" / "cli").glob("*.py")} - {"--init--", "main"}
    assert set(app.list_commands(None)) == modules == set(VERBS)  # type: ignore[arg-type]


def test_checking_loads_neither_engine_nor_charts(tmp_path: Path) -> None:
    small_project(tmp_path)
    code = (
        "import sys\nfrom cxsite.cli.main import main\nsys.argv = ['cxsite', 'check']\n"
        "try:\n    main()\nexcept SystemExit as left:\n    assert not left.code\n"
        "print('loaded', sorted({'mkdocs', 'altair', 'pandas', 'vl_convert', 'zensical'} & set(sys.modules)))"
    )
    assert "loaded []" in python(tmp_path, "-c", code).output


def test_the_command_is_installed(tmp_path: Path) -> None:
    command = Path(sys.executable).parent / "cxsite"
    done = subprocess.run([command, "--version"], cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout) == (0, f"cxsite, version {__version__}\n")


def test_an_interrupted_output_is_no_traceback(tmp_path: Path) -> None:
    write(tmp_path, {f"journeys/j{i}.yml": "name: [\n" for i in range(300)})
    code = "from cxsite.cli.main import main; main()"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-c", code, "check"],
        cwd=tmp_path,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert "Traceback" not in process.stderr.read()
