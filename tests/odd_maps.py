"""Maps that are not like the example: very long, very short, hardly assessed, in other scripts and directions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from support import write

_MKDOCS = """\
site_name: Maps
theme: {{name: material, font: false, language: {language}, palette: [{{media: "(prefers-color-scheme: light)", scheme: default}}, {{media: "(prefers-color-scheme: dark)", scheme: slate}}]}}
plugins: [cxsite]
markdown_extensions: [attr_list, toc, cxsite]
"""
_OFFICES = """\
departments:
  - {id: shop, name: Shop, office: front}
  - {id: credit, name: Credit, office: middle}
  - {id: plant, name: Plant, office: back}
  - {id: carrier, name: Carrier, office: outside}
"""
_CHANNELS = ("web", "phone", "email", "app", "letter")
_DOERS = ("shop", "credit", "plant", "carrier")
WORDS: Mapping[str, tuple[str, ...]] = {
    "english": ("Looks for the price", "Asks why it differs", "Gets an answer", "Sends the form", "Waits for the card"),
    "german": (
        "Vertragsverlängerungsbestätigung anfordern",
        "Rückfragen zur Datenschutzgrundverordnung",
        "Kundenzufriedenheitsbefragung beantworten",
        "Widerspruchsbelehrungsformular ausfüllen",
        "Rechnungsstellungsverfahren verstehen",
    ),
    "chinese": ("查询套餐价格和网络覆盖范围", "打电话询问为什么账单不同", "收到短信确认安装日期", "填写申请表", "等待工程师上门安装"),
    "arabic": ("يبحث عن السعر والتغطية", "يتصل ليسأل عن الفاتورة", "يتلقى رسالة بتأكيد الموعد", "يملأ النموذج", "ينتظر المهندس"),
}  # fmt: skip
ODD = ("long", "german", "chinese", "two", "sparse")


def journey(words: str, phases: int, steps: int, more: str = "") -> str:
    """A map with all lanes filled: each step with its channel, feeling, effort and doer, each phase with a hotspot."""
    names = WORDS[words]
    text = f"name: {names[0]}\nowner: shop\n{more}phases:\n"
    for p in range(phases):
        text += f"  - id: p{p}\n    name: {names[p % 5]}\n    customer_goal: {names[(p + 1) % 5]}\n    steps:\n"
        text += "".join(_step(names, p * steps + s, f"p{p}-{s}") for s in range(steps))
    return text + "hotspots:\n" + "".join(_hotspot(names, p) for p in range(phases)) + _actions(names)


def _step(names: tuple[str, ...], number: int, key: str) -> str:
    said = f", quotes: [{{text: {names[2]}}}]" if number % 4 == 1 else ""
    share = ", unplanned: 44%" if number % 7 == 3 else ""
    truth = ", moment_of_truth: true" if number % 9 == 4 else ""
    return (
        f"      - {{id: s{key}, name: {names[number % 5]}, channel: {_CHANNELS[number % 5]}, emotion: {(number * 7) % 9 / 2 - 2}, "
        f"feeling: {names[(number + 3) % 5].split()[0]}, effort: {{time: {3 + number * 5 % 60}min, money: {number % 3}}}, "
        f"done_by: {_DOERS[number // 2 % 4]}, thinks: {names[(number + 1) % 5]}{said}{share}{truth}}}\n"
    )


def _hotspot(names: tuple[str, ...], p: int) -> str:
    severity = ("low", "medium", "high", "critical")[p % 4]
    return f"  - {{id: h{p}, name: {names[(p + 2) % 5]}, steps: [sp{p}-0], severity: {severity}, category: process, root_cause: [{names[1]}]}}\n"


def _actions(names: tuple[str, ...]) -> str:
    return f"actions:\n  - {{id: a0, name: {names[3]}, addresses: [h0], owner: shop, status: in-progress, due: 2026-12-31}}\n"


def target(words: str) -> str:
    """A target that adds, changes, moves and removes a step."""
    names = WORDS[words]
    return (
        f"by: 2027\nsteps:\n  - {{change: sp0-0, name: {names[4]}, emotion: 1, effort: {{time: 1min}}, what: {names[2]}, carried_by: a0}}\n"
        f"  - {{add: new, after: sp0-1, name: {names[2]}, emotion: 0.5, what: {names[1]}}}\n"
        f"  - {{remove: sp0-1, what: {names[0]}}}\n"
    )


def odd_project(folder: Path) -> Path:
    """A project of odd maps that run from left to right: those of `ODD`."""
    sparse = "phases:\n" + "".join(
        f"  - {{id: q{p}, name: Part {p}, steps: [{', '.join(f'{{name: Step {p}.{s}}}' for s in range(3))}]}}\n"
        for p in range(4)
    )
    files = {
        "mkdocs.yml": _MKDOCS.format(language="en"),
        "cxsite.yml": "today: 2026-11-22\n",
        "docs/about.md": "# About\n",
        "journeys/organisation.yml": _OFFICES,
        **dict(_files("long", "english", 12, 5)),
        **dict(_files("german", "german", 5, 3, "reviewed: 2024-01-01\n")),
        **dict(_files("chinese", "chinese", 5, 3)),
        **dict(_files("two", "english", 1, 2)),
        "journeys/sparse/journey.yml": f"name: Hardly begun\nowner: shop\nstatus: draft\n{sparse}",
    }
    return write(folder, files)


def rtl_project(folder: Path) -> Path:
    """A project in Arabic, from right to left, with the map `arabic`."""
    files = {
        "mkdocs.yml": _MKDOCS.format(language="ar"),
        "cxsite.yml": "today: 2026-11-22\n",
        "docs/about.md": "# About\n",
        "journeys/organisation.yml": _OFFICES,
        **dict(_files("arabic", "arabic", 5, 3)),
    }
    return write(folder, files)


def _files(key: str, words: str, phases: int, steps: int, more: str = "") -> Iterator[tuple[str, str]]:
    yield f"journeys/{key}/journey.yml", journey(words, phases, steps, more)
    yield f"journeys/{key}/target.yml", target(words)
