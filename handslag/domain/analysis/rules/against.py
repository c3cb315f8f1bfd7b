"""What reports and a survey say together. Pure."""

from enum import StrEnum


class Moved(StrEnum):
    """Which way something has surely gone."""

    UP = "up"
    DOWN = "down"
    UNSURE = "unsure"


class Together(StrEnum):
    """What two sources with different errors say of the same time."""

    WORSE = "worse"  # both more
    SAFER = "safer"  # both fewer
    REPORT = "report"  # more reports, and not surely more who are exposed
    DARK = "dark"  # fewer reports, though surely more are exposed
    FEWER = "fewer"  # fewer reports, and not surely fewer who are exposed
    ASKED = "asked"  # nothing sure of the reports, but of those who are exposed
    NONE = "none"


def moved(lower: float, upper: float, *, still: float) -> Moved:
    """By an interval, and what no change is."""
    if lower > still:
        return Moved.UP
    return Moved.DOWN if upper < still else Moved.UNSURE


def together(reports: Moved, exposed: Moved) -> Together:
    """The table of the method page."""
    if reports is Moved.UNSURE:
        return Together.NONE if exposed is Moved.UNSURE else Together.ASKED
    if reports is Moved.UP:
        return Together.WORSE if exposed is Moved.UP else Together.REPORT
    if exposed is Moved.UP:
        return Together.DARK
    return Together.SAFER if exposed is Moved.DOWN else Together.FEWER
