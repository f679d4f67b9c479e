"""Signs of channels."""

from __future__ import annotations

import pytest

from cxsite.draw.marks.channels import sign_of


@pytest.mark.parametrize(
    ("channel", "like"),
    [
        *(
            ("E-Mail", "newsletter"),
            ("Telefonanruf 2, Hotline", "Phone"),
            ("Home visit", "Besuch"),
            ("网站", "Website"),
        ),
        *(("Text message", "SMS"), ("Word of mouth", "Mundpropaganda"), ("Comparison site", "web")),
    ],
)
def test_the_same_channel_has_the_same_sign_by_whatever_name(channel: str, like: str) -> None:
    assert sign_of(channel) == sign_of(like)
    assert sign_of(channel)


def test_a_channel_that_is_not_known_has_no_sign() -> None:
    assert sign_of("Semaphore") == sign_of("") == ""


def test_a_sign_is_for_the_eye_alone_and_has_the_colour_of_its_word() -> None:
    drawn = sign_of("Phone")
    assert 'aria-hidden="true"' in drawn
    assert "#" not in drawn
    assert "use" not in drawn
