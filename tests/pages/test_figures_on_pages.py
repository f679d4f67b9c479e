"""What tests, chains, counts and effort say on pages is what `cxsite numbers` prints, value by value."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any, cast

from cxsite.derive.written.amounts import write_minutes, write_points, write_share
from cxsite.derive.written.numbers import (
    write_amount,
    write_difference,
    write_interval,
    write_level,
    write_n,
    write_number,
    write_p,
    write_value,
)
from cxsite.diagnostics import count_of
from cxsite.model.metric import Metric

from .walk import Said
from .walked import Walked, estimate_of

Json = dict[str, Any]
NOT_NAMED = "not known"


def plain(text: str) -> str:
    """Text as it reads, whatever stands around its parts."""
    return " ".join(re.sub("[()`]", "", text).split()).replace(" ,", ",").casefold()


def judged_mark(one: Json) -> str:
    where = one["where"]
    places = (where["phase"], where["step"], where["segment"])
    return "|".join([one["journey"], one["action"], one["pilot"], one["since"] or "", one["metric"], *places])


def metrics_of(walked: Walked) -> dict[str, Metric]:
    return {
        one["metric"]: cast("Metric", SimpleNamespace(method=one["method"], unit=one["unit"], per=one["per"]))
        for one in walked.whole["series"]
    }


def judged_texts(one: Json, metric: Metric | None) -> dict[str, str]:
    """What each value of a result reads as."""
    made = {"verdict": one["verdict"], "why": one["why"], "expected": one["expected"]["text"]}
    if metric is None:
        return made
    if one["expected"]["level"] is not None:
        made["expected"] = write_value(metric, one["expected"]["level"])
    for side in ("before", "after", "beside before", "beside after", "latest"):
        wave = one[side.replace(" ", "_")]
        if wave is None or wave["value"] is None:
            continue
        estimate = estimate_of(wave)
        value, n = write_value(metric, estimate.value), write_n(estimate)
        how = wave["how"] or metric.method
        made[side] = f"{value} {n}, {write_interval(metric, estimate)}, {wave['period']}, {how}"
        made |= {f"value {side}": value, f"n {side}": n}
    if one["difference"] is not None:
        ends = write_difference(metric, one["low"], unit=False), write_difference(metric, one["high"])
        shown = write_difference(metric, one["difference"])
        made["difference"] = f"{shown}, {write_level(one['level'])} interval {ends[0]} to {ends[1]}"
        made["test"] = f"{write_p(one['p'])}, {one['how']}"
    return made


def chain_texts(one: Json) -> dict[str, str]:
    made = {"assumption": one["assumption"], "draws": write_number(one["draws"], 0)}
    if one["value"] is not None:
        made |= {"value": write_share(one["value"]), "in 100": write_number(100 * one["value"], 0)}
        ends = f"{write_share(one['low'])} to {write_share(one['high'])}" if one["low"] is not None else ""
        made["interval"] = f"{write_level(one['level'])} interval {ends}" if ends else f"no interval: {one['why_open']}"
    for link in one["links"]:
        for says, key in (("share", "share"), ("target", "target"), ("whole with", "whole")):
            if link[key] is not None:
                made[f"{says} {link['phase']}"] = write_share(link[key])
    return made


def counted_texts(one: Json) -> dict[str, str]:
    since, until = one["since"]["period"], one["until"]["period"]
    without = one["total"] - one["known"] - one["few"] - one["disputed"]
    unknown = f"{without} without a number to show" if without else ""
    few = f"{one['few']} on a low base" if one["few"] else ""
    disputed = f"{one['disputed']} on which sources disagree" if one["disputed"] else ""
    answers = f"n {write_number(one['n'], 0)} answers" if one["n"] is not None else ""
    when = "" if not since else f"on {until}" if one["since"] == one["until"] else f"{since} to {until}"
    told = ", ".join(filter(None, (unknown, few, disputed, answers, when)))
    return {"value": f"{one['value']} of {count_of(one['total'], one['unit'])}", "told": told}


def effort_texts(one: Json) -> Iterator[tuple[str, dict[str, str]]]:
    """The texts of a map, and of each of its phases, by their mark."""

    def money(amount: float) -> str:
        return write_amount(amount, one["currency"])

    writers: dict[str, Callable[[float], str]] = {"minutes": write_minutes, "money": money, "emotion": write_points}

    def sums(whole: Json) -> dict[str, str]:
        return {
            f"{part} {way}": NOT_NAMED if whole[part][way] is None else write(whole[part][way])
            for part, write in writers.items()
            for way in ("expected", "every")
        }

    made = sums(one)
    weighed: tuple[tuple[str, Callable[[float], str]], ...] = (("points", write_points), ("worth", money))
    for part, write in weighed:
        for way in ("expected", "every"):
            if one[part] and one[part][way] is not None:
                made[f"{part} {way}"] = write(one[part][way])
    removed = one["removed"]
    if removed:
        if removed["points"] is not None:
            made["points less"] = write_points(removed["points"])
        for part, write in writers.items():
            for way, says in (("expected", "removed"), ("every", "removed every")):
                made[f"{part} {says}"] = less(removed[way][part], write)
            if removed["expected"][part] is not None:
                made[f"{part} less"] = write(removed["expected"][part])
    yield "|".join([one["journey"], one["map"], one["segment"], "", ""]), made
    if one["segment"]:
        return
    parts: dict[str, dict[str, str]] = {}
    for phase in one["phases"]:
        parts[f"{phase['phase']}|"] = sums(phase)
    for cost in one["costs"]:
        found = {f"cost {way}": money(cost[way]) for way in ("expected", "every") if cost[way] is not None}
        parts.setdefault(f"{cost['phase']}|", {}).update(found)
    for step in one["steps"]:
        parts[f"|{step['step']}"] = {
            f"{part} {way}": write(step[part][way])
            for part, write in writers.items()
            for way in ("each", "expected")
            if step[part][way] is not None
        }
    for change in one["changes"]:
        for part, write in writers.items():
            removed = change[part]["removed"]
            found = {f"{part} removed": less(removed, write), f"{part} size": write(abs(removed))}
            parts.setdefault(f"|{change['step']}", {}).update(found)
    yield from (("|".join([one["journey"], one["map"], "", place]), texts) for place, texts in parts.items())


def carried_texts(one: Json) -> Iterator[tuple[str, dict[str, str]]]:
    """The texts of what the same actions take away."""

    def money(amount: float) -> str:
        return write_amount(amount, one["currency"])

    def points(value: float) -> str:
        return f"{write_points(value)} {'point' if value == 1 else 'points'} of negative emotion"

    short: dict[str, Callable[[float], str]] = {"minutes": write_minutes, "money": money, "emotion": write_points}
    whole = {**short, "emotion": points}
    for actions, each in carried_groups(one):
        made = {part: less(each[part], write) for part, write in short.items() if each[part] is not None}
        for part, write in whole.items():
            if each[part]:
                way = "less" if each[part] > 0 else "more"
                made[f"{part} {way}"] = f"{write(abs(each[part]))} {way}"
        yield "|".join([one["journey"], one["map"], actions]), made


def carried_groups(one: Json) -> Iterator[tuple[str, Json]]:
    """What is carried together, by its actions, and last what is shifted, by `=`."""
    yield from ((",".join(each["actions"]), each) for each in one["carried"])
    if one["shifted"]:
        yield "=", one["shifted"]


def less(value: float | None, write: Callable[[float], str]) -> str:
    if value is None:
        return NOT_NAMED
    if round(value, 2) == 0:
        return "nothing"
    return f"adds {write(-value)}" if value < 0 else write(value)


def printed(walked: Walked) -> dict[tuple[str, str], dict[str, str]]:
    """What each value of each printed figure reads as, by kind and mark."""
    metrics, found = metrics_of(walked), walked.whole
    made = {("judged", judged_mark(one)): judged_texts(one, metrics.get(one["metric"])) for one in found["judged"]}
    assert len(made) == len(found["judged"]), "two results have one mark"
    made |= {("chain", one["journey"]): chain_texts(one) for one in found["chains"]}
    made |= {("counted", f"{one['journey']}|{one['metric']}"): counted_texts(one) for one in found["counted"]}
    made |= {("effort", mark): texts for one in found["effort"] for mark, texts in effort_texts(one)}
    made |= {("carried", mark): texts for one in found["effort"] for mark, texts in carried_texts(one)}
    return made


def is_below_neutral(said: Said, text: str) -> bool:
    """What is printed is the number alone, and of none a zero."""
    number = re.sub(r"( points?)? below neutral$", "", plain(said.text)).replace("nowhere", "0")
    return said.says.startswith("emotion") and number == plain(text)


def test_each_marked_text_is_the_value_that_is_printed(walked: Walked) -> None:
    known, seen = printed(walked), set()
    for path, said in walked.said:
        if not said.says:
            continue
        texts = known.get((said.kind, said.of))
        assert texts is not None, (path, said)
        assert said.says in texts, (path, said, texts)
        text = texts[said.says]
        assert plain(said.text) == plain(text) or is_below_neutral(said, text), (path, said, text)
        seen.add(said.kind)
    told = {kind for (kind, _), texts in known.items() if set(texts.values()) - {NOT_NAMED}}
    assert seen >= told - {"counted"}, "counts stand where a goal names them"


def test_what_a_chart_of_results_says_is_in_one_of_them(walked: Walked) -> None:
    known = printed(walked)
    for path, said in walked.said:
        if said.says:
            continue
        texts = [known[said.kind, of] for of in said.of.split()]
        whole = " ".join(plain(text) for one in texts for text in one.values())
        numbers = re.findall(r"n \d[\d,]*\d|n \d|[\d.]+ % interval [^a-z]+ to [^a-z]*\d", plain(said.text))
        assert [number for number in numbers if number not in whole] == [], (path, said)


def test_each_printed_result_stands_whole_on_the_page_of_its_action(walked: Walked) -> None:
    shown: dict[str, set[tuple[str, str]]] = {}
    for path, said in walked.said:
        shown.setdefault(path, set()).add((said.of, said.says))
    told = ("expected", "verdict", "before", "after", "beside before", "beside after", "difference", "test")
    for one in walked.whole["judged"]:
        path = "/".join(filter(None, (one["journey"], "actions", one["action"], "index.md")))
        mark, texts = judged_mark(one), printed(walked)["judged", judged_mark(one)]
        assert {(mark, says) for says in told if says in texts} <= shown.get(path, set()), (path, mark, sorted(shown))


def test_each_printed_map_and_chain_stands_on_the_pages_of_its_journey(walked: Walked) -> None:
    shown = {(said.kind, said.of, said.says) for path, said in walked.said if said.says}
    for one in walked.whole["chains"]:
        assert one["value"] is None or ("chain", one["journey"], "value") in shown
        assert one["value"] is None or ("chain", one["journey"], "interval") in shown
    for one in walked.whole["effort"]:
        mark = "|".join([one["journey"], one["map"], one["segment"], "", ""])
        for part in ("minutes", "money", "emotion"):
            for way in ("expected", "every"):
                if way == "every" and one[part]["every"] == one[part]["expected"]:
                    continue  # said once
                told = one[part][way] is None or ("effort", mark, f"{part} {way}") in shown
                assert told, (mark, part, way)


def test_rows_that_were_pooled_are_rows_of_a_printed_series(walked: Walked) -> None:
    rows = {
        (one["metric"], f"{point['file']}:{point['line']}") for one in walked.whole["series"] for point in one["points"]
    }
    for one in walked.whole["judged"]:
        for side in filter(None, (one["before"], one["after"], one["beside_before"], one["beside_after"])):
            assert {(one["metric"], row) for row in side["rows"]} <= rows
            assert side["value"] is None or side["rows"]
    for one in walked.whole["chains"]:
        assert {(one["metric"], link["row"]) for link in one["links"] if link["share"] is not None} <= rows


def test_each_printed_change_and_what_actions_carry_stands_on_the_pages_of_its_target(walked: Walked) -> None:
    shown = {(said.kind, said.of, said.says) for path, said in walked.said if said.says}
    for one in walked.whole["effort"]:
        if one["segment"]:
            continue
        page = "/".join([one["journey"], "compare" if one["map"] == "target" else f"compare-{one['map']}", "index.md"])
        there = {(said.of, said.says) for path, said in walked.said if path == page}
        for change in one["changes"]:
            for part in ("minutes", "money", "emotion"):
                known = change[part]["known"] or change[part]["removed"]
                mark = "|".join([one["journey"], one["map"], "", "", change["step"]])
                assert not known or (mark, f"{part} removed") in there, (page, mark, part)
        for actions, each in carried_groups(one):
            mark = "|".join([one["journey"], one["map"], actions])
            told = {says for kind, of, says in shown if (kind, of) == ("carried", mark)}
            assert told >= {part for part in ("minutes", "money", "emotion") if each[part] is not None}, mark
