"""Makes the numbers of this repository's own example: `python tests/example/make_numbers.py`.

Larkwave is invented, and so is every answer, call and order below `metrics/`. They are drawn from a seed, so that
running this again gives the same bytes. Levels are what we decided; what the tables hold are draws around them, with
the spread that a sample of that size has. The last month holds counts that are fixed, because the maps quote them.
Numbers that belong together are made together: regions add up to the whole, orders become dates, and calls come from
customers who were billed.
"""

from __future__ import annotations

import csv
import io
import math
import random
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

SEED = 20261122
MONTHS = tuple(f"{year}-{month:02d}" for year in (2024, 2025, 2026) for month in range(1, 13))[10:34]
LAST = MONTHS[-1]
YEAR = MONTHS[-12:]
QUARTERS = {
    f"{year}-Q{quarter}": tuple(f"{year}-{month:02d}" for month in range(3 * quarter - 2, 3 * quarter + 1))
    for year, quarter in [(2025, 1), (2025, 2), (2025, 3), (2025, 4), (2026, 1), (2026, 2), (2026, 3)]
}
FIRM_MONTHS = MONTHS[: MONTHS.index("2026-06") + 1]

Path_ = Mapping[str, float]
Row = dict[str, object]


def drawn(*name: str) -> random.Random:
    """A source of chance for one series, so that a new series changes no other."""
    return random.Random(f"{SEED} {' '.join(name)}")


def path(*ends: tuple[str, float]) -> Path_:
    """A level for each month: straight lines between these months, level before the first and after the last."""
    known = [(MONTHS.index(month), level) for month, level in ends]
    levels: dict[str, float] = {}
    for index, month in enumerate(MONTHS):
        left = max((end for end in known if end[0] <= index), default=known[0])
        right = min((end for end in known if end[0] >= index), default=known[-1])
        part = (index - left[0]) / (right[0] - left[0]) if right[0] != left[0] else 0
        levels[month] = left[1] + part * (right[1] - left[1])
    return levels


def year_of(before: float, *levels: float) -> Path_:
    """Twelve levels for the last year, and one for all months before it."""
    return dict.fromkeys(MONTHS[:-12], before) | dict(zip(YEAR, levels, strict=True))


def binomial(chance: random.Random, n: int, p: float) -> int:
    """How many of n, each with the chance p, by the normal approximation."""
    return max(0, min(n, round(n * p + chance.gauss(0, math.sqrt(n * p * (1 - p))))))


def about(chance: random.Random, n: int, spread: float = 0.04) -> int:
    """A number of cases near n."""
    return round(n * (1 + chance.uniform(-spread, spread)))


def shares(name: str, levels: Path_, last: tuple[int, int], months: Iterable[str] = MONTHS) -> dict[str, list[int]]:
    """Month to numerator and denominator; the last month is fixed."""
    chance, made = drawn(name), {}
    for month in months:
        n = about(chance, last[1])
        made[month] = [binomial(chance, n, levels[month]), n]
    made[month] = list(last)
    return made


def means(
    name: str, levels: Path_, sd: float, last: tuple[float, int], months: Iterable[str] = MONTHS
) -> dict[str, tuple[float, float, int]]:
    """Month to mean, standard deviation and n; mean and n of the last month are fixed."""
    chance, made = drawn(name), {}
    for month in months:
        n = about(chance, last[1])
        mean = levels[month] + chance.gauss(0, sd / math.sqrt(n))
        made[month] = (round(mean, 2), round(sd + chance.gauss(0, sd / math.sqrt(2 * n)), 2), n)
    made[month] = (last[0], made[month][1], last[1])
    return made


def of_shares(metric: str, made: Mapping[str, Iterable[int]], **place: str) -> list[Row]:
    """Rows of a share or a ratio."""
    named = ("numerator", "denominator")
    return [
        {"metric": metric, "period": month, **place} | dict(zip(named, numbers, strict=True))
        for month, numbers in made.items()
    ]


def of_means(metric: str, made: Mapping[str, tuple[float, float, int]], **place: str) -> list[Row]:
    """Rows of a mean."""
    return [
        {"metric": metric, "period": month, **place, "mean": f"{mean:.2f}", "sd": f"{sd:.2f}", "n": n}
        for month, (mean, sd, n) in made.items()
    ]


# --- orders, dates, visits and bills of the journey `join` --------------------------------------------------

JOINERS = 24600
REGIONS = {"north": (550, 655), "south": (402, 756), "west": (340, 639)}


def joiners() -> dict[str, int]:
    """Orders finished in each month; those of the last twelve are the joiners of a year."""
    chance = drawn("joiners")
    made = {month: about(chance, JOINERS // 12, 0.05) for month in MONTHS} | {LAST: 2050}
    made[YEAR[0]] += JOINERS - sum(made[month] for month in YEAR)
    return made


def dates_kept() -> dict[str, dict[str, list[int]]]:
    """Region to month to dates kept and dates given. In the North people pick their date since March 2026."""
    rest = path((MONTHS[0], 0.49), ("2026-03", 0.50), (LAST, 0.53))
    north = path((MONTHS[0], 0.57), ("2026-02", 0.58), ("2026-04", 0.69), ("2026-06", 0.78), (LAST, 0.84))
    levels = {"north": north, "south": rest, "west": rest}
    made: dict[str, dict[str, list[int]]] = {region: {} for region in REGIONS}
    for month, given in joiners().items():
        left = given
        for region, (_, share) in REGIONS.items():
            n = left if region == "west" else round(given * share / 2050)
            left -= n
            made[region][month] = [binomial(drawn("dates-kept", region, month), n, levels[region][month]), n]
    for region, last in REGIONS.items():
        made[region][LAST] = list(last)
    return made


def summed(parts: Mapping[str, Mapping[str, list[int]]]) -> dict[str, list[int]]:
    """The whole of the parts, month by month."""
    return {month: [sum(part[month][i] for part in parts.values()) for i in (0, 1)] for month in MONTHS}


BILL_CALLS = year_of(0.445, 0.45, 0.44, 0.46, 0.44, 0.45, 0.43, 0.44, 0.38, 0.34, 0.32, 0.31, 0.31)


def joining() -> dict[str, dict[str, list[int]]]:
    """Metric to month to counts, for the whole."""
    finished, kept = joiners(), summed(dates_kept())
    stopped: dict[str, list[int]] = {}
    orders: dict[str, list[int]] = {}
    moved: dict[str, list[int]] = {}
    for month, n in finished.items():
        chance = drawn("orders", month)
        refused = binomial(chance, round(n / 0.89), 0.11) if month != LAST else 253
        stopped[month] = [refused, n + refused]
        begun = round((n + refused) / (0.719 + chance.uniform(-0.008, 0.008))) if month != LAST else 3203
        orders[month] = [n, begun]
        late = kept[month][1] - kept[month][0]
        moved[month] = [binomial(chance, late, 0.07) if month != LAST else 53, late]
    calls = shares("bill-calls", BILL_CALLS, (555, 1790))
    quit_after = {m: [binomial(drawn("quit", m), c, 0.03) if m != LAST else 17, c] for m, (c, _) in calls.items()}
    chased = {m: [binomial(drawn("chase", m), n, 0.45) if m != LAST else 902, n] for m, n in finished.items()}
    asked = {m: [binomial(drawn("speed", m), n, 0.38) if m != LAST else 779, n] for m, n in finished.items()}
    return {
        "address-checks": shares("address-checks", path((MONTHS[0], 0.65), (LAST, 0.71)), (34229, 48210)),
        "orders-finished": orders,
        "dates-kept": kept,
        "right-first-time": shares("right-first-time", path((MONTHS[0], 0.80), (LAST, 0.78)), (1477, 1893)),
        "bill-calls": calls,
        "left-90": shares("left-90", path((MONTHS[0], 0.084), ("2025-12", 0.080), (LAST, 0.068)), (113, 1655)),
        "visit-satisfaction": shares("visit-satisfaction", path((MONTHS[0], 0.82)), (518, 632)),
        "ring-speed": asked,
        "chase": chased,
        "bill-call": calls,
        "gave-up compare": shares("compare", path((MONTHS[0], 0.29)), (1074, 3703)),
        "gave-up order": stopped,
        "gave-up moved": moved,
        "gave-up bill-call": quit_after,
    }


def joining_rows() -> list[Row]:
    """What the order log, the visits and the bills say."""
    counts, rows = joining(), []
    for metric in ("address-checks", "orders-finished", "dates-kept", "right-first-time", "bill-calls", "left-90"):
        rows += of_shares(metric, counts[metric])
    for region, made in dates_kept().items():
        rows += of_shares("dates-kept", made, segment=region)
    rows += of_shares("visit-satisfaction", counts["visit-satisfaction"])
    chance = drawn("goodwill-credits")
    for month, (calls, _) in counts["bill-calls"].items():
        given = binomial(chance, calls, 0.36)
        rows.append({"metric": "goodwill-credits", "period": month, "value": round(given * 11.4), "n": given})
    return rows


def path_rows() -> list[Row]:
    """Who goes which way, and who gives up where."""
    counts, rows = joining(), []
    for step in ("ring-speed", "chase", "bill-call"):
        rows += of_shares("took-this-path", counts[step], journey="join", step=step)
    for step in ("compare", "order", "moved", "bill-call"):
        rows += of_shares("gave-up", counts[f"gave-up {step}"], journey="join", step=step)
    rang = shares("rang", path((MONTHS[0], 0.55), ("2025-12", 0.52), (LAST, 0.40)), (1310, 3275))
    rows += of_shares("took-this-path", rang, journey="fix-a-fault", step="ring")
    again = shares("moved again", path((MONTHS[0], 0.41)), (279, 681))
    rows += of_shares("took-this-path", again, journey="move-home", step="date-moved")
    faster = shares("faster", path((MONTHS[0], 0.36), (LAST, 0.34)), (205, 602))
    rows += of_shares("took-this-path", faster, journey="renew", step="ask-faster")
    gone = shares("gone", path((MONTHS[0], 0.84)), (249, 300))
    return rows + of_shares("took-this-path", gone, journey="leave", step="final-bill")


def northspan_rows() -> list[Row]:
    """What Northspan reports of the same dates: a date that was moved in time counts as kept."""
    chance, rows = drawn("northspan"), []
    for month in MONTHS[8:]:
        kept = 0.90 + chance.gauss(0, 0.008)
        rows.append({"month": month, "kept": "No data" if month == "2026-02" else f"{100 * kept:.1f}%"})
    return rows


# --- what people answered -------------------------------------------------------------------------------------

NPS = year_of(-14.5, -15, -13, -16, -12, -11, -6, -4, -5, 1, 3, 5, 6)
NPS_GROUPS = {
    "switchers": (248, 178, 178, 5.5),
    "new-to-broadband": (70, 61, 59, -0.3),
    "home-movers": (143, 125, 150, -7.8),
}


def nps() -> dict[str, dict[str, list[int]]]:
    """Segment to month to promoters, passives, detractors."""
    made: dict[str, dict[str, list[int]]] = {}
    for segment, (*last, offset) in NPS_GROUPS.items():
        chance, made[segment] = drawn("nps", segment), {}
        for month in MONTHS:
            n = about(chance, round(sum(last) * 0.96))
            level = (NPS[month] + offset) / 100
            promoters = binomial(chance, n, (0.70 + level) / 2)
            detractors = binomial(chance, n - promoters, (0.70 - level) / 2 / (1 - (0.70 + level) / 2))
            made[segment][month] = [promoters, n - promoters - detractors, detractors]
        made[segment][LAST] = list(last)
    return made


def nps_rows() -> list[Row]:
    """The whole, then its segments, which add up to it."""
    named, parts = ("promoters", "passives", "detractors"), nps()
    whole = {month: [sum(part[month][i] for part in parts.values()) for i in range(3)] for month in MONTHS}
    return [
        {"metric": "joining-nps", "period": month, "segment": segment} | dict(zip(named, counts, strict=True))
        for segment, months in {"": whole, **parts}.items()
        for month, counts in months.items()
    ]


def agency_rows() -> list[Row]:
    """The yearly study of an agency, which publishes the score alone, quarter by quarter."""
    scores = (1, 2, 2, 4, 5, 7, 9)
    return [{"quarter": quarter, "score": score} for quarter, score in zip(QUARTERS, scores, strict=True)]


EASE = {
    ("join", "discover"): (5.2, (5.2, 5.2, 5.3, 5.2, 5.3, 5.3, 5.4, 5.3, 5.4, 5.4, 5.4, 5.4), 1040),
    ("join", "order"): (4.6, (4.6, 4.5, 4.6, 4.5, 4.6, 4.6, 4.5, 4.6, 4.6, 4.7, 4.6, 4.6), 1118),
    ("join", "wait"): (2.6, (2.6, 2.6, 2.5, 2.6, 2.5, 2.7, 2.8, 2.9, 2.9, 3.0, 3.0, 3.1), 1212),
    ("join", "connect"): (4.5, (4.5, 4.5, 4.4, 4.5, 4.4, 4.4, 4.5, 4.4, 4.4, 4.3, 4.4, 4.4), 1176),
    ("join", "bill"): (2.7, (2.7, 2.7, 2.6, 2.8, 2.7, 2.7, 2.8, 2.9, 3.1, 3.3, 3.3, 3.4), 1009),
    ("join", "settle"): (4.7, (4.7, 4.7, 4.7, 4.8, 4.8, 4.7, 4.8, 4.8, 4.9, 4.9, 4.9, 4.9), 1212),
    ("fix-a-fault", "notice"): (4.0, (4.0,) * 12, 412),
    ("fix-a-fault", "look"): (3.6, (3.6, 3.6, 3.7, 3.7, 3.9, 4.0, 4.0, 4.1, 4.2, 4.2, 4.3, 4.3), 398),
    ("fix-a-fault", "report"): (3.9, (3.9, 3.9, 4.0, 4.1, 4.1, 4.2, 4.3, 4.3, 4.4, 4.4, 4.5, 4.5), 441),
    ("fix-a-fault", "repair"): (4.8, (4.8,) * 12, 356),
    ("fix-a-fault", "after"): (5.5, (5.5,) * 12, 340),
    ("move-home", "tell"): (5.1, (5.1,) * 12, 288),
    ("move-home", "plan"): (3.0, (3.0,) * 12, 295),
    ("move-home", "between"): (2.9, (2.9,) * 12, 271),
    ("move-home", "connect"): (4.7, (4.7,) * 12, 266),
    ("renew", "hear"): (5.0, (5.0, 5.0, 5.0, 5.1, 5.1, 5.1, 5.1, 5.2, 5.2, 5.2, 5.2, 5.2), 602),
    ("renew", "choose"): (4.8, (4.8, 4.8, 4.9, 4.9, 5.0, 5.0, 5.0, 5.1, 5.1, 5.2, 5.2, 5.2), 588),
    ("renew", "agree"): (5.6, (5.6,) * 12, 540),
    ("renew", "enjoy"): (5.9, (5.9,) * 12, 211),
    ("leave", "decide"): (3.8, (3.8,) * 12, 142),
    ("leave", "notice"): (2.8, (2.8,) * 12, 150),
    ("leave", "part"): (4.2, (4.2,) * 12, 131),
}
OLD_WORDING = 0.4
"""How much higher people answered until June 2025, when the question was put the other way round."""
FIRM_EASE = {"ask": (4.4, 46), "use": (4.6, 24)}


def ease_rows() -> list[Row]:
    """How easy each phase was, 1 to 7. The journey of small firms was last asked in June 2026, a few people a month."""
    rows: list[Row] = []
    for (journey, phase), (before, year, n) in EASE.items():
        levels = year_of(before, *year)
        old = {month: level + OLD_WORDING * (month < "2025-07") for month, level in levels.items()}
        made = means(f"ease {journey} {phase}", old, 1.6, (year[-1], n))
        rows += of_means("ease", made, journey=journey, phase=phase)
    for phase, (level, n) in FIRM_EASE.items():
        levels = {month: level + OLD_WORDING * (month < "2025-07") for month in FIRM_MONTHS}
        made = means(f"ease small-firm {phase}", levels, 1.6, (level, n), FIRM_MONTHS)
        rows += of_means("ease", made, journey="small-firm", phase=phase)
    return rows


FEELINGS = {
    "hear": (1.1, 318),
    "check": (0.6, 402),
    "compare": (0.2, 297),
    "pick": (0.5, 377),
    "ring-speed": (-0.6, 388),
    "order": (-0.2, 391),
    "in-touch": (0.1, 365),
    "chase": (-1.1, 397),
    "moved": (-1.7, 412),
    "router": (0.5, 356),
    "engineer": (-0.4, 421),
    "wifi": (-0.7, 384),
    "bill": (-1.4, 506),
    "bill-call": (-0.9, 342),
    "slow": (-0.3, 288),
    "recommend": (0.3, 1212),
}


def feeling_rows() -> list[Row]:
    """How each step of `join` felt, -2 to 2: the whole for a year, home movers for three months."""
    rows: list[Row] = []
    for step, (level, n) in FEELINGS.items():
        sd = 0.55 if abs(level) > 1.3 else 0.95
        levels = year_of(level, *([level] * 12))
        if step == "bill":
            levels = levels | {month: -1.65 for month in YEAR if month < "2026-06"}
        rows += of_means("feeling-score", means(f"feeling {step}", levels, sd, (level, n), YEAR), step=step)
    for step, (level, n) in FEELINGS.items():
        sd, own = 0.55 if abs(level) > 1.3 else 0.95, round(max(-1.8, level - 0.1), 2)
        made = means(f"movers {step}", dict.fromkeys(YEAR, own), sd, (own, round(0.345 * n)), YEAR[-3:])
        rows += of_means("feeling-score", made, step=step, segment="home-movers")
    return rows


THROUGH = {
    ("join", "discover"): (915, 1040),
    ("join", "order"): (906, 1118),
    ("join", "wait"): (764, 1212),
    ("join", "connect"): (917, 1176),
    ("join", "bill"): (696, 1009),
    ("join", "settle"): (1042, 1212),
    ("fix-a-fault", "notice"): (396, 412),
    ("fix-a-fault", "look"): (334, 398),
    ("fix-a-fault", "report"): (348, 441),
    ("fix-a-fault", "repair"): (313, 356),
    ("fix-a-fault", "after"): (316, 340),
    ("renew", "hear"): (584, 602),
    ("renew", "choose"): (529, 588),
    ("renew", "agree"): (518, 540),
    ("renew", "enjoy"): (205, 211),
}
THEN = {"wait": 0.52, "bill": 0.56, "look": 0.78, "report": 0.72}


def through_rows() -> list[Row]:
    """Who got through each phase without a hitch."""
    rows: list[Row] = []
    for (journey, phase), (hits, n) in THROUGH.items():
        levels = path((MONTHS[0], THEN.get(phase, hits / n)), ("2026-02", THEN.get(phase, hits / n)), (LAST, hits / n))
        made = shares(f"through {journey} {phase}", levels, (hits, n))
        rows += of_shares("got-through", made, journey=journey, phase=phase)
    return rows


# --- the other journeys -----------------------------------------------------------------------------------------

HELPED = year_of(0.27, 0.29, 0.30, 0.31, 0.31, 0.33, 0.34, 0.35, 0.37, 0.38, 0.39, 0.40, 0.41)


def fault_calls() -> dict[str, int]:
    """Calls about faults in each month."""
    chance, levels = drawn("fault-calls"), path((MONTHS[0], 2300), ("2025-12", 2200), (LAST, 1790))
    return {month: about(chance, round(levels[month])) for month in MONTHS}


def fault_rows() -> list[Row]:
    """Faults: mended without a call, easy or hard, calls, second visits."""
    rows = of_shares("fixed-without-call", shares("fixed", HELPED, (1343, 3275)))
    visits = path((MONTHS[0], 0.15), ("2026-04", 0.15), ("2026-06", 0.21), (LAST, 0.20))
    rows += of_shares("second-visits", shares("second-visits", visits, (184, 921)))
    rows += [{"metric": "fault-calls", "period": month, "value": calls} for month, calls in fault_calls().items()]
    chance = drawn("fault-ease")
    for month in MONTHS:
        n = about(chance, 430)
        easy = binomial(chance, n, 0.46)
        hard = binomial(chance, n - easy, 0.31 / 0.54)
        rows.append({"metric": "fault-ease", "period": month, "easy": easy, "hard": hard, "n": n})
    return rows


def regulator_rows() -> list[Row]:
    """The same calls as they are reported each quarter: the sum of its months."""
    calls = fault_calls()
    return [
        {"quarter": quarter, "calls": sum(calls[month] for month in months)} for quarter, months in QUARTERS.items()
    ]


def median_row(metric: str, period: str, draws: list[int]) -> Row:
    """The median with an interval from the order of the draws, which assumes nothing of their shape."""
    ordered, n = sorted(draws), len(draws)
    half = 1.959964 * math.sqrt(n) / 2
    low, high = ordered[max(0, math.floor(n / 2 - half) - 1)], ordered[min(n - 1, math.ceil(n / 2 + half))]
    middle = (ordered[(n - 1) // 2] + ordered[n // 2]) / 2
    numbers = {"value": f"{middle:g}", "low": low, "high": high, "level": "95%", "n": n}
    return {"metric": metric, "period": period, **numbers, "made_by": "make_numbers.py", "seed": SEED}


def times() -> Callable[[str, Path_, float, int], list[Row]]:
    """A maker of rows of medians: metric, level of the median, spread of its logarithm, cases a month."""

    def rows(metric: str, levels: Path_, spread: float, cases: int) -> list[Row]:
        made = []
        for month in MONTHS:
            chance = drawn(metric, month)
            n = about(chance, cases)
            draws = [max(1, round(levels[month] * math.exp(chance.gauss(0, spread)))) for _ in range(n)]
            made.append(median_row(metric, month, draws))
        return made

    return rows


def time_rows() -> list[Row]:
    """Days from order to online, hours from fault to mended: medians."""
    medians = times()
    rows = medians("days-to-online", path((MONTHS[0], 21), ("2026-02", 21), (LAST, 17)), 0.45, 1893)
    return rows + medians("hours-to-mend", path((MONTHS[0], 31), (LAST, 29)), 0.6, 921)


def minute_rows() -> list[Row]:
    """Minutes on hold until a supervisor allows a credit."""
    return of_means("credit-wait", means("credit-wait", path((MONTHS[0], 11.0)), 6.2, (11.0, 214)))


def moving_rows() -> list[Row]:
    """Customers who move: who leaves, who rings about two bills, whose new line is there on the day."""
    left = year_of(0.099, 0.098, 0.099, 0.096, 0.097, 0.095, 0.095, 0.094, 0.093, 0.093, 0.092, 0.092, 0.091)
    last = {"north": (20, 218), "south": (23, 251), "west": (19, 212)}
    parts = {region: shares(f"left-when-moving {region}", left, counts) for region, counts in last.items()}
    rows = of_shares("left-when-moving", summed(parts))
    for region, made in parts.items():
        rows += of_shares("left-when-moving", made, segment=region)
    rows += of_shares("two-bill-calls", shares("two-bill-calls", path((MONTHS[0], 0.27)), (184, 681)))
    return rows + of_shares("line-on-moving-day", shares("line-on-moving-day", path((MONTHS[0], 0.48)), (327, 681)))


def renewal_rows() -> list[Row]:
    """Contracts that end: who upgrades, who is content with the offer; by region, which adds up."""
    level = year_of(0.119, 0.12, 0.122, 0.124, 0.129, 0.131, 0.136, 0.14, 0.144, 0.15, 0.157, 0.161, 0.164)
    last = {"north": (266, 1620), "south": (310, 1890), "west": (244, 1490)}
    parts = {region: shares(f"upgrade {region}", level, counts) for region, counts in last.items()}
    rows = of_shares("upgrade-at-renewal", summed(parts))
    for region, made in parts.items():
        rows += of_shares("upgrade-at-renewal", made, segment=region)
    return rows + of_shares("renewal-csat", shares("renewal-csat", path((MONTHS[0], 0.74), (LAST, 0.80)), (482, 602)))


def firm_rows() -> list[Row]:
    """The market report on small firms, as published; the subscription ended in June 2026."""
    chance, rows = drawn("firms"), []
    for month in FIRM_MONTHS:
        share = 3.1 + chance.choice((-0.1, 0, 0, 0, 0.1)) if month != FIRM_MONTHS[-1] else 3.1
        rows.append({"month": month, "share": f"{share:.1f}%"})
    return rows


def leaving_rows() -> list[Row]:
    """People who left: who would come back."""
    level = year_of(0.165, 0.17, 0.17, 0.18, 0.18, 0.19, 0.19, 0.20, 0.20, 0.21, 0.21, 0.22, 0.22)
    return of_shares("would-come-back", shares("would-come-back", level, (66, 300)))


COMPONENTS = (
    *("repurchase", "buys-more", "buys-up", "consolidates"),
    *("tolerates-price", "refers", "cost-to-win", "cost-to-serve"),
)
WORTH = {
    "promoters": (1480, (760, 190, 160, 150, 90, 140, -180, -70)),
    "passives": (1210, (620, 90, 80, 95, 30, 25, -180, -130)),
    "detractors": (1330, (390, 20, 15, 15, 0, -60, -180, -240)),
}


def clv_rows() -> list[Row]:
    """What a customer brings in five years, by NPS group and component."""
    rows: list[Row] = []
    for group, (n, amounts) in WORTH.items():
        for component, mean in zip(COMPONENTS, amounts, strict=True):
            row = {"metric": "clv", "period": "2026-Q3", "nps_group": group, "component": component}
            rows.append(row | {"mean": mean, "sd": round(max(24, abs(mean) * 0.7)), "n": n})
    return rows


# --- tables -----------------------------------------------------------------------------------------------------

_SHARE = ("numerator", "denominator")
_MEAN = ("mean", "sd", "n")
TABLES: dict[str, tuple[tuple[str, ...], Callable[[], list[Row]]]] = {
    "agency-study.csv": (("quarter", "score"), agency_rows),
    "clv.csv": (("metric", "period", "nps_group", "component", *_MEAN), clv_rows),
    "ease.csv": (("metric", "period", "journey", "segment", "phase", *_MEAN), ease_rows),
    "faults.csv": (("metric", "period", "segment", *_SHARE, "easy", "hard", "value", "n"), fault_rows),
    "feeling.csv": (("metric", "period", "segment", "step", *_MEAN), feeling_rows),
    "joining.csv": (("metric", "period", "segment", *_SHARE, "value", "n"), joining_rows),
    "joining-nps.csv": (("metric", "period", "segment", "promoters", "passives", "detractors"), nps_rows),
    "leaving.csv": (("metric", "period", "segment", *_SHARE), leaving_rows),
    "market-report.csv": (("month", "share"), firm_rows),
    "minutes.csv": (("metric", "period", "segment", *_MEAN), minute_rows),
    "moving.csv": (("metric", "period", "segment", *_SHARE), moving_rows),
    "northspan-report.csv": (("month", "kept"), northspan_rows),
    "paths.csv": (("metric", "period", "journey", "segment", "step", *_SHARE), path_rows),
    "quarterly-return.csv": (("quarter", "calls"), regulator_rows),
    "renewals.csv": (("metric", "period", "segment", *_SHARE), renewal_rows),
    "through.csv": (("metric", "period", "journey", "segment", "phase", *_SHARE), through_rows),
    "times.csv": (("metric", "period", "value", "low", "high", "level", "n", "made_by", "seed"), time_rows),
}


def tables() -> dict[str, str]:
    """File name to the text of the table."""
    made = {}
    for name, (columns, rows) in TABLES.items():
        out = io.StringIO()
        writer = csv.DictWriter(out, columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows())
        made[name] = out.getvalue()
    return made


def main(folder: Path) -> None:
    """Writes all tables into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in tables().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2] / "metrics")
