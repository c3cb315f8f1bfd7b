"""What the open data says of each thing. The descriptions become docs/api.md."""

from datetime import date, datetime
from typing import Generic, TypeVar

from ninja import Field, Schema

from handslag.domain.promises.published import PublishedWording

Row = TypeVar("Row")

PHASE = (
    "Where today lies in the period: not_begun, under_way, ended or unstated. It says "
    "nothing of the outcome."
)


class Problem(Schema):
    """Why there is no answer."""

    code: str = Field(description="What is wrong: not_found, bad_query or too_many.")
    message: str = Field(description="The same as a sentence, in Swedish.")


class Page(Schema, Generic[Row]):
    """A page of a list."""

    total: int = Field(description="How many there are in all.")
    page: int = Field(description="Which page this is, from 1.")
    pages: int = Field(description="How many pages there are.")
    items: list[Row]


class Municipality(Schema):
    """A municipality, whether it has promises or not."""

    code: str = Field(description="The official four-digit code.")
    name: str
    slug: str = Field(description="Its short name in addresses.")
    county: str = Field(description="The official two-digit code of its county.")
    population: int | None
    presence: str = Field(
        description="What there is to read: nothing, summary (somebody's public page, "
        "retold), promises (decided in Handslag) or late (decided in Handslag, and a "
        "follow-up has not come in time). A summary is never late."
    )
    promises: int = Field(description="Public promises, the made-up ones among them.")
    made_up: int = Field(description="How many of them are made-up examples.")
    url: str = Field(description="The page for people.")


class Area(Schema):
    """A municipality that a set is given in."""

    code: str
    name: str
    url: str = Field(description="The page of the set in this municipality.")


class Period(Schema):
    """The time a set is for, as stated, and as we read it. Both days are inclusive."""

    stated: str
    starts: date | None
    ends: date | None


class Source(Schema):
    """Where the words come from, and what may be done with them."""

    origin: str = Field(
        description="decided (by its parties in Handslag), restated (typed in from the "
        "parties' own document) or imported (a summary of somebody's public page)."
    )
    notice: str = Field(
        description="What must be said wherever the words are shown, in Swedish. Empty "
        "for the parties' own words."
    )
    url: str = Field(description="The public page it was read from, if any.")
    retrieved_on: date | None = Field(description="The day the page was read.")
    is_example: bool = Field(description="Made up, to show how the site works.")
    licence: str = Field(description="The terms of these rows as an SPDX identifier.")


class SetRow(Schema):
    """A set of promises: those that are given together for a period."""

    id: str
    name: str
    period: Period
    areas: list[Area]
    source: Source
    version: int = Field(description="The number of the version that is public now.")
    fingerprint: str = Field(description="SHA-256 of the exact text of that version.")
    promises: int
    phase: str = Field(description=PHASE)
    changed_at: datetime | None
    href: str = Field(description="The set with its promises, in this interface.")


class Target(Schema):
    """What was promised, as a number."""

    kind: str = Field(
        description="How the number is meant: min, exact, max, avg_min, range, subset, "
        "each, all, within, prompt, several, always or on_request."
    )
    low: float | None
    high: float | None
    unit: str
    per: str
    direction: str = Field(
        description="Which way is good: up, down or neither. Without a number it is all "
        "that is promised; more reports can be good."
    )


class PromiseRow(Schema):
    """A promise, and what became of it."""

    id: str
    number: int
    title: str
    text: str = Field(description="The approved Swedish words, or a condensed summary.")
    municipality: str
    county: str
    size: str = Field(
        description="Inhabitants of the municipality: under_10, 10_to_20, 20_to_50, "
        "50_to_100 or over_100 thousand."
    )
    period: Period
    focus: str = Field(description="Focus area, by its code in /vocabulary.")
    activities: list[str] = Field(description="Kinds of activity, by their codes.")
    owners: str = Field(description="Who answers for it.")
    verdict: str = Field(
        description="kept, exceeded, partly, ongoing, not_kept, with_reservation, "
        "cancelled, postponed, not_triggered, not_begun, disputed, not_reported or "
        "unknown. not_begun: decided, and its first day lies ahead. "
        "unknown: the source says nothing. Leave it out of every share."
    )
    phase: str = Field(description=PHASE)
    target: Target | None = Field(description="The first target. The set has them all.")
    done: float | None = Field(
        description="The number in the latest follow-up, when it may be shown."
    )
    source: Source
    url: str = Field(description="The page for people.")


class Claim(Schema):
    """What a follow-up said of a promise. `party` is empty when all said it together."""

    party: str
    verdict: str
    result: str
    amount: float | None
    reservation: str
    period: str
    published_on: date | None
    stated_status: str = Field(description="The code of the source, if it had one.")


class Standing(Schema):
    """What has become of one promise of a set."""

    promise: str = Field(description="The id of the promise in `wording`.")
    verdict: str
    late_since: date | None
    claims: list[Claim] = Field(description="Those that the verdict rests on.")
    done: list[float | None] = Field(
        description="What is counted towards each target, in their order. null: nothing, "
        "or too few to show."
    )


class VersionRow(Schema):
    """A version that is or has been public."""

    number: int
    fingerprint: str
    on: datetime
    kind: str = Field(description="first, extension, revision or withdrawal.")
    reason: str
    href: str = Field(description="Its exact text, whose SHA-256 is the fingerprint.")


class SetDetail(Schema):
    """A set as it is public now: the frozen words, and what became of them."""

    id: str
    url: str
    source: Source
    wording: PublishedWording = Field(
        description="The frozen version, as every party approved it. Numbers are texts."
    )
    standing: list[Standing]
    phase: str = Field(description=PHASE)
    timeliness: str = Field(
        description="Whether follow-up is on time: on_time, due_soon, late, reported or "
        "no_date. It says nothing of the outcome."
    )
    next_due: date | None = Field(description="The next planned follow-up.")
    is_withdrawn: bool
    versions: list[VersionRow] = Field(description="The present one first.")


class Word(Schema):
    """A code of a shared list, and what it is called."""

    code: str
    sv: str
    en: str


STATE = (
    "value, zero (counted, and there were none), missing (the source has no figure), "
    "secret (the source may not say) or suppressed (too few to be shown)."
)


class Figure(Schema):
    """One period. Only value and zero have a number."""

    starts: date
    ends: date
    value: float | None
    state: str = Field(description=STATE)
    is_preliminary: bool


class Figures(Schema):
    """The figures of one area, the oldest first."""

    area: str
    is_own: bool = Field(description="The municipality itself, not what it is beside.")
    figures: list[Figure]


class SeriesBreak(Schema):
    """From this day on something else was counted."""

    day: date
    kind: str = Field(description="law, code or method.")
    why: str


class GoalValue(Schema):
    """Where it is to be by a day."""

    by: date
    value: float


class IndicatorRow(Schema):
    """A figure that a municipality follows and shows to everyone."""

    id: str
    municipality: str
    code: str = Field(description="The official code of the municipality.")
    name: str
    shows: str
    unit: str
    per: int = Field(description="Divided by so many inhabitants; 0: the number itself.")
    rhythm: str = Field(
        description="How long a period is: month, quarter, year, two_years."
    )
    purpose: str = Field(description="output (what was done) or effect (what came of it).")
    direction: str = Field(
        description="Which way is good: down, up, hold or depends. When it depends, more "
        "reports can be good: say why with direction_why."
    )
    direction_why: str
    baseline: float | None
    baseline_on: date | None
    goals: list[GoalValue]
    breaks: list[SeriesBreak]
    attribution: str = Field(description="Whose figures these are; show it beside them.")
    caveats: str = Field(description="What to keep in mind; show it beside them.")
    is_rounded: bool = Field(
        description="Numbers of reports: one to four are suppressed, others rounded to 5."
    )
    is_example: bool = Field(description="Made up, to show how the site works.")
    paired: str = Field(description="The id of what it is read together with, or empty.")
    retrieved_on: date | None
    series: list[Figures]
    url: str = Field(description="The page for people.")
