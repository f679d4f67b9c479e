"""Where long words may break: at hyphens of the language, never lost or changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxsite.pages.hyphens import SOFT, narrow, softened


@pytest.mark.parametrize(
    ("language", "text", "shown"),
    [
        ("en", "Compares providers at home", "Com-pares pro-viders at home"),
        ("de", "Vertragsverlängerung", "Ver-trags-ver-län-ge-rung"),
        ("pt-BR", "Cancelamento", "Can-ce-la-mento"),
        ("xx", "Compares providers", "Compares providers"),
        ("zh", "客户在网站上比较不同的供应商和价格", "客户在网站上比较不同的供应商和价格"),
        ("en", "At home", "At home"),
    ],
)
def test_long_words_say_where_they_may_break(language: str, text: str, shown: str) -> None:
    assert softened(text, language).replace(SOFT, "-") == shown


@given(st.text(), st.sampled_from(["en", "de", "fr", "xx", ""]))
def test_no_letter_is_lost(text: str, language: str) -> None:
    text = text.replace(SOFT, "")
    assert softened(text, language).replace(SOFT, "") == text


def test_only_what_is_read_is_softened() -> None:
    html = '<a href="/comparison" title="comparison">Comparison &thetasym; &amp;</a><svg><text>Comparison</text></svg>'
    assert narrow(html, "en").replace(SOFT, "-") == html.replace(">Comparison &", ">Com-par-ison &")
