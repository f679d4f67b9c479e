"""The small values: texts and ids in any script, and each kind of value in all its spellings, with what it is not."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

STEMS = (
    *("order", "wait", "a1-b2", "x", "straße", "naïve", "заказ", "订单", "注文", "주문", "طلب", "הזמנה", "καλάθι"),
    *("पंजीकरण", "ẩn-số", "no", "on", "null", "true", "y", "wait-2", "e1", "q3", "fy2020", "ß", "ñandú", "ордер-7"),
)
IDS = tuple(f"{stem}{end}" for end in ("", "-b", "7") for stem in STEMS)
"""Ids of any script. Some are words that YAML 1.1 would take for something else."""

PLAIN = (
    "Waits at home",
    "Rings the shop",
    "Смотрит на карту",
    "在家等候",
    "ينتظر في البيت",
    "קורא",
    "Ψάχνει",
    "Ça va",
    "e\u0301te\u0301",
)
TRICKY = (
    *("no", "on", "Yes", "null", "~", "true", "3:20", "012", "1e3", "0x1f", ".5", "1_000", "2026-09-30", "=", "<<"),
    *(
        "Room #5",
        "a: b",
        "a, b",
        "- x",
        "[x]",
        "{x}",
        "{{ x }}",
        "!x",
        "&a",
        "*a",
        "%TAG",
        "@x",
        "`x`",
        "|",
        ">",
        "?",
        ": ",
        "#",
    ),
    *(
        "it's",
        '"so"',
        "back\\slash",
        "'",
        '"',
        "a 'b' \"c\"",
        "50%",
        "--- x",
        "... x",
        "<b>x</b>",
        "[a](https://x.test)",
    ),
    *(
        "two\nlines",
        "a\n\nb",
        "tab\there",
        " led",
        "trailing ",
        "soft\u00adhyphen",
        "a\u2028b",
        "a\u0085b",
        "🚆🚶🏽",
        "\u202eback",
    ),
)
"""Texts that need quoting, or that YAML or Markdown would take for something else."""
SAYINGS = (
    *("I took the day off.", "Nobody told me!", "Up to what, at my house?", "Они сдержали слово.", "等了两个星期。"),
    *(
        "لم يخبرني أحد.",
        "It's fine, but: why?",
        'They said "soon".',
        "Again #sigh",
        "- and then nothing",
        "Waiting\nand waiting",
    ),
)
"""What customers say: no names, no addresses, no figures."""
PEOPLE = ("Ana Reyes", "Олег Петров", "王小明", "Sinéad O'Neill", "ليلى حداد", "Jürgen Weiß")
"""Names of people; they occur in no other text."""
WHO = ("Interview 7", "A planner", "Клиент 3", "客户")
ADDRESSES = ("https://tracker.test/7", "http://x.test/a?b=c#d", "mailto:desk@x.test")

PAST = range(2015, 2025)
FUTURE = range(2040, 2050)


def texts() -> SearchStrategy[str]:
    """A text in any script, often one that needs quoting. Never blank."""
    pieces = st.sampled_from(PLAIN + TRICKY)
    return st.one_of(pieces, st.tuples(pieces, pieces).map(" ".join))


def ids(least: int = 1, most: int = 3) -> SearchStrategy[tuple[str, ...]]:
    """Different ids, as one short run of `IDS`."""
    runs = st.tuples(st.integers(0, len(IDS) - 1), st.integers(least, most))
    return runs.map(lambda run: tuple(IDS[(run[0] + i) % len(IDS)] for i in range(run[1])))


def _days(years: range) -> SearchStrategy[str]:
    parts = st.tuples(st.sampled_from(years), st.integers(1, 12), st.integers(1, 28))
    return parts.map(lambda part: "{}-{:02}-{:02}".format(*part))


def _dates(years: range) -> SearchStrategy[str]:
    """A day, a month or a year."""
    return st.tuples(_days(years), st.sampled_from([10, 7, 4])).map(lambda part: part[0][: part[1]])


def _whens() -> SearchStrategy[str]:
    """A date, quarter or week that is over, or a span of them."""
    span = st.tuples(_dates(range(2015, 2019)), _dates(range(2020, 2025))).map("/".join)
    other = st.tuples(st.sampled_from(PAST), st.sampled_from(["-Q1", "-Q4", "-W01", "-W52"]))
    return st.one_of(_dates(PAST), span, other.map(lambda part: f"{part[0]}{part[1]}"))


def _numbers(low: int, high: int, digits: int = 2) -> SearchStrategy[str]:
    """Numbers as people write them: `3`, `3.5`, `-0.25`, a few with a plus sign."""
    scale = 10**digits
    plain = st.integers(low * scale, high * scale).map(lambda k: f"{k / scale:.{digits}f}".rstrip("0").rstrip("."))
    return st.one_of(st.integers(low, high).map(str), plain, st.integers(max(low, 0), high).map(lambda k: f"+{k}"))


_SHARES = _numbers(0, 100, 1).map(lambda text: f"{text.lstrip('+')}%")
_DURATIONS = st.tuples(
    st.integers(1, 90),
    st.sampled_from(
        ["90s", "{}s", "{}min", "{} min", "1h {}min", "2h", "1.5h", "{}d", "{} days", "1 day", "{} weeks", "1 week"]
    ),
).map(lambda part: part[1].format(part[0]))
_LONG = st.tuples(
    st.integers(1, 24), st.sampled_from(["{} months", "1 month", "{} weeks", "1 year", "2 years", "{}d"])
).map(lambda part: part[1].format(part[0]))
_MONEY = st.tuples(st.integers(0, 900_00), st.sampled_from(["{}", "{} EUR", "{:.2f}", "{:.2f} GBP"])).map(
    lambda part: part[1].format(part[0] / 100 if ".2f" in part[1] else part[0])
)

VALUES: dict[str, SearchStrategy[object]] = {
    "text": texts(),
    "saying": st.sampled_from(SAYINGS),
    "who": st.sampled_from(WHO),
    "person's name": st.sampled_from(PEOPLE),
    "address": st.sampled_from(ADDRESSES),
    "number": _numbers(-50, 5000),
    "amount of things": _numbers(0, 5000),
    "whole": st.integers(0, 100).map(str),
    "share": _SHARES,
    "duration": _DURATIONS,
    "long duration": _LONG,
    "money": _MONEY,
    "past day": _days(PAST),
    "early date": _dates(range(2015, 2018)),
    "shipping day": _days(range(2018, 2025)),
    "past": _whens(),
    "due": _dates(FUTURE),
    "emotion": _numbers(-2, 2, 1).map(lambda text: "0" if text in ("-0", "+0") else text),
    "1 to 5": _numbers(1, 5, 1),
    "0 to 4": _numbers(0, 4, 1),
    "month": st.integers(1, 12).map(str),
    "flag": st.sampled_from(["true", "false"]),
    "scale": st.sampled_from(["0..10", "1..7", "-2..2", "1 .. 5", "0..100"]),
    "repeats": st.sampled_from(["2..3", "4", "1.5", "weekly", "any time", "1..1"]),
    "period": st.sampled_from(["2019", "2019-Q3", "2019-07", "2019-W07", "2019-07-01", "FY2020", "FY2020-Q1"]),
    "level": st.integers(0, 100),
    "team": st.sampled_from(["acme/billing", "acme/front-desk"]),
    "currency": st.sampled_from(["EUR", "GBP", "USD"]),
    "language": st.sampled_from(["en", "de"]),
    "share or flag": st.one_of(_SHARES, st.just("true")),
    "column": st.sampled_from(["Spalte", "answer", "Период"]),
}
"""Each kind of value and how it is written. A `level` is 0..100 until its metric is known."""

WRONG: dict[str, tuple[object, ...]] = {
    "text": ({"one": "two"}, ["a", "b"]),
    "saying": ({"one": "two"},),
    "who": ({"one": "two"},),
    "person's name": ({"one": "two"},),
    "address": ("tracker.test/7", "javascript:x"),
    "number": ("twelve", "1,000", "1e3", "0x1f", "012", ["1"]),
    "amount of things": ("?", "1,000", {"one": "two"}),
    "whole": ("1.5", "-1", "many"),
    "share": ("0.63", "63", "101%", "-1%", "63 percent"),
    "duration": ("6m", "12", "soon", "1:30", "5 fortnights"),
    "long duration": ("6m", "6", "half a year"),
    "money": ("£12", "12,50", "EUR 12", "12.50 eur"),
    "past day": ("2020-09", "2020", "30.09.2020", "2021-02-29"),
    "early date": ("2016-13", "09/2016", "last year"),
    "shipping day": ("2020-02-30", "in spring"),
    "past": ("2020-Q5", "2020/2019", "autumn", "2021-W54"),
    "due": ("2041-13", "soon", "2041-Q1", "41"),
    "emotion": ("2.1", "-3", "angry", "63%"),
    "1 to 5": ("0", "5.5", "high"),
    "0 to 4": ("-1", "4.5", "some"),
    "month": ("0", "13", "May"),
    "flag": ("yes", "on", "True", "1"),
    "scale": ("0-10", "10", "5..1"),
    "repeats": ("0", "3..2", "often"),
    "period": ("2019-Q5", "19", "2019-02-30"),
    "level": ("soon", "101%", "£5", ["25"]),
    "team": ({"one": "two"},),
    "currency": ({"one": "two"},),
    "language": (["en", "de"],),
    "share or flag": ("0.63", "63"),
    "column": ({"one": "two"},),
}
"""What each kind of value does not take."""
