"""The words of series and indicators."""

from enum import StrEnum


class Source(StrEnum):
    """Who measured it."""

    BRA = "bra"
    NTU = "ntu"
    KOLADA = "kolada"
    POLICE_SURVEY = "police_survey"
    SCB = "scb"
    OWN = "own"


# What a series of reports that are counted here is called: this, a dot and a kind.
COUNTED_REPORTS = "reports"
# The same of what people answer here, and of what is reported as done for promises.
ANSWERED, DONE = "answers", "done"


class Rhythm(StrEnum):
    """How long each period of a series is."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    TWO_YEARS = "two_years"


class Measured(StrEnum):
    """What kind of number it is: only a number of things is divided by inhabitants."""

    NUMBER = "number"
    RATE = "rate"
    SHARE = "share"
    INDEX = "index"
    DEVIATION = "deviation"


class AreaKind(StrEnum):
    """What an area is."""

    NATION = "nation"
    COUNTY = "county"
    MUNICIPALITY = "municipality"
    NAMED = "named"


class BreakKind(StrEnum):
    """Why years before and after cannot be compared as they stand."""

    LAW = "law"
    CODE = "code"
    METHOD = "method"


class Purpose(StrEnum):
    """Whether it shows what was done or what became of it."""

    OUTPUT = "output"
    EFFECT = "effect"


class Direction(StrEnum):
    """Which way is good. For what is seldom reported, more reports can be good."""

    DOWN = "down"
    UP = "up"
    HOLD = "hold"
    DEPENDS = "depends"


class Origin(StrEnum):
    """Where the values of an indicator come from."""

    SERIES = "series"
    INCIDENTS = "incidents"
    SURVEYS = "surveys"
    PROGRESS = "progress"
    TYPED = "typed"


class Theme(StrEnum):
    """What an indicator is about, for lists."""

    CRIME = "crime"
    VIOLENCE = "violence"
    PROPERTY = "property"
    DRUGS = "drugs"
    TRAFFIC = "traffic"
    YOUTH = "youth"
    SAFETY = "safety"
    CONDITIONS = "conditions"
    WORK = "work"
