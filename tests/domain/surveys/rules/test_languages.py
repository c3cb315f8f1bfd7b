"""The languages of a survey."""

from handslag.domain.surveys.rules.languages import direction, in_order


def test_swedish_is_always_first_and_what_is_unknown_is_left_out():
    assert in_order(["so", "ar", "klingon", "so"]) == ("sv", "ar", "so")
    assert in_order([]) == ("sv",)


def test_some_are_written_from_the_right():
    assert [direction(one) for one in ("ar", "fa", "sv")] == ["rtl", "rtl", "ltr"]
