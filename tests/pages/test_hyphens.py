"""Where long words may break: at hyphens of the language, never lost or changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from cxsite.pages.hyphens import SOFT, narrow, softened


@pytest.mark.parametrize(
    ("language", "text", "shown"),
    [
        ("en", "Compares providers at home", "Com-pares pro-viders at home"),
        ("de", "Vertragsverlängerung", "Ver-trags-ver-län-ge-rung"),
        ("pt-BR", "Cancelamento", "Can-ce-la-mento"),
        ("de", "Maschine", "Ma-schi-ne"),
        ("xx", "Compares providers", "Compares providers"),
        ("zh", "客户在网站上比较不同的供应商和价格", "客户在网站上比较不同的供应商和价格"),
        ("zh", "翻译 translated文件 by a neighbour", "翻译 trans-lated文件 by a neigh-bour"),
        ("ar-EG", "يملأ registration", "يملأ regis-tra-tion"),
        ("en", "At home", "At home"),
    ],
)
def test_long_words_say_where_they_may_break(language: str, text: str, shown: str) -> None:
    assert softened(text, language).replace(SOFT, "-") == shown


@given(st.text(), st.sampled_from(["en", "de", "fr", "zh", "th", "xx", ""]))
def test_no_letter_is_lost(text: str, language: str) -> None:
    text = text.replace(SOFT, "")
    assert softened(text, language).replace(SOFT, "") == text


def test_only_what_is_read_is_softened() -> None:
    html = '<a href="/recommendation" title="recommendation">Recommendation &thetasym;</a><svg>Recommendation</svg>'
    assert narrow(Markup(html), "en").replace(SOFT, "-") == html.replace(">Recommendation &", ">Recom-mend-a-tion &")


def test_words_of_ours_are_left_whole() -> None:
    html = '<span class="cx-tag cx-tag--unplanned">unplanned 70 %</span><span class="cx-na">not assessed</span>'
    assert SOFT not in narrow(Markup(html * 12), "de")


def test_where_there_are_many_steps_shorter_words_break_too() -> None:
    step = Markup('<li class="cx-step">Comparison</li>')
    assert SOFT not in narrow(step, "en")
    assert narrow(step * 11, "en").count(f"Com{SOFT}par{SOFT}ison") == 11
