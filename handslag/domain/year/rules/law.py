"""What the law (2023:196) asks for, against what is there. Pure.

The text of the law is not repeated here; `web/words` says each duty in plain words.
What the law says "at least every second year" about is counted from each
municipality's own days, yet never from before the law was in force.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from handslag.core.deadlines import months_after
from handslag.domain.year.rules.words import Section

IN_FORCE = date(2023, 7, 1)
# A plan need not be decided before this day.
FIRST_PLAN = date(2024, 7, 1)
EVERY_SECOND_YEAR = 24
# "Continuously to the assembly": we read it as once a year.
REPORT_EVERY = 12
SOON, SOON_IN_A_YEAR = 6, 3


class Standing(StrEnum):
    """How one duty stands."""

    DONE = "done"
    DUE = "due"  # done, or not yet to be done, and the day is near
    LATE = "late"  # was done, and should have been done again
    NOT_STARTED = "not_started"  # with the reason, and when it is planned
    MISSING = "missing"
    UNSEEN = "unseen"  # not public, and somebody else's
    RIGHT = "right"  # what a municipality may do, and need not


@dataclass(frozen=True, slots=True)
class Facts:
    """What is in the system about one municipality. None: there is nothing."""

    picture_on: date | None = None
    picture_number: int = 0
    picture_is_whole: bool = False
    plan_on: date | None = None
    plan_picture_number: int | None = None
    plan_followed_up_on: date | None = None
    plan_number: str = ""
    other_plans: int = 0
    agreements: int = 0
    with_police: bool = False
    agreements_lacking: int = 0  # without purposes or areas
    agreements_end: date | None = None
    agreements_ran_out: date | None = None  # when none is left
    council: bool = False
    municipal_chair: bool = False
    not_leading: int = 0
    council_met_on: date | None = None
    elected_to: date | None = None
    contact: bool = False
    board: str = ""
    reported_on: date | None = None
    cameras: int = 0
    sees_all: bool = True  # one's own; of others only what is public


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a duty is not begun, in the municipality's own words, and when it will be."""

    section: Section
    why: str
    planned_on: date | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to say about a duty: a code with what fills its sentence in."""

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Finding:
    """How one duty stands, since when, until when, and what there is to say of it."""

    section: Section
    standing: Standing
    on: date | None = None
    by: date | None = None
    remarks: tuple[Remark, ...] = ()
    reason: Reason | None = None


def check(facts: Facts, reasons: Iterable[Reason], *, today: date) -> tuple[Finding, ...]:
    """Every section of the law, in its order."""
    given = {reason.section: reason for reason in reasons}
    found = (
        _picture(facts),
        _plan(facts, today=today),
        _every_second_year(facts, today=today),
        _other_plans(facts),
        _agreements(facts, today=today),
        _council(facts, today=today),
        _coordination(facts),
        _leading_board(facts, today=today),
        _cameras(facts),
    )
    return tuple(_with_reason(one, given.get(one.section)) for one in found)


def days_by_law(facts: Facts) -> dict[Section, date]:
    """The days that follow from what has been done, for what comes back."""
    found = {
        Section.EVERY_SECOND_YEAR: min(_again(facts), default=None),
        Section.LEADING_BOARD: facts.reported_on
        and months_after(facts.reported_on, REPORT_EVERY),
    }
    return {section: day for section, day in found.items() if day is not None}


def counted(findings: Collection[Finding]) -> dict[Standing, int]:
    """How many duties stand how. A right is no duty."""
    duties = [one.standing for one in findings if one.standing is not Standing.RIGHT]
    return {one: duties.count(one) for one in Standing if one in duties}


def _with_reason(found: Finding, reason: Reason | None) -> Finding:
    if reason is None:
        return found
    if found.standing is Standing.MISSING:
        return replace(found, standing=Standing.NOT_STARTED, reason=reason)
    return replace(found, reason=reason) if found.standing is Standing.LATE else found


def _standing(by: date | None, *, soon: int, today: date) -> Standing:
    """Done until a day: the day itself is still in time."""
    if by is None:
        return Standing.DONE
    if by < today:
        return Standing.LATE
    return Standing.DUE if by <= months_after(today, soon) else Standing.DONE


def _picture(facts: Facts) -> Finding:
    if facts.picture_on is None:
        return Finding(Section.PICTURE, Standing.MISSING)
    remarks = [Remark("picture_frozen", {"number": facts.picture_number})]
    if not facts.picture_is_whole:
        remarks.append(Remark("picture_lacks_a_part"))
    return Finding(
        Section.PICTURE,
        Standing.DONE if facts.picture_is_whole else Standing.MISSING,
        on=facts.picture_on,
        remarks=tuple(remarks),
    )


def _plan(facts: Facts, *, today: date) -> Finding:
    if facts.plan_on is None:
        if today <= FIRST_PLAN:
            return Finding(Section.PLAN, Standing.DUE, by=FIRST_PLAN)
        return Finding(Section.PLAN, Standing.MISSING)
    if facts.plan_picture_number is None:
        return Finding(
            Section.PLAN,
            Standing.MISSING,
            on=facts.plan_on,
            remarks=(Remark("plan_without_picture"),),
        )
    older = facts.plan_picture_number < facts.picture_number
    remark = Remark(
        "plan_on_older_picture" if older else "plan_on_picture",
        {"number": facts.plan_picture_number, "latest": facts.picture_number},
    )
    return Finding(Section.PLAN, Standing.DONE, on=facts.plan_on, remarks=(remark,))


def _again(facts: Facts) -> list[date]:
    """By when the picture is made anew and the plan followed up."""
    followed_up = max(
        filter(None, [facts.plan_on, facts.plan_followed_up_on]), default=None
    )
    return [
        months_after(max(day, IN_FORCE), EVERY_SECOND_YEAR)
        for day in (facts.picture_on, followed_up)
        if day is not None
    ]


def _every_second_year(facts: Facts, *, today: date) -> Finding:
    section = Section.EVERY_SECOND_YEAR
    if facts.picture_on is None and facts.plan_on is None:
        return Finding(section, Standing.MISSING)
    by = min(_again(facts))
    standing = _standing(by, soon=SOON, today=today)
    remarks = []
    if facts.picture_on is None:
        remarks.append(Remark("no_picture_to_update"))
    if facts.plan_on is None and today > FIRST_PLAN:
        remarks.append(Remark("no_plan_to_follow_up"))
    elif facts.plan_on is not None and facts.plan_followed_up_on is None:
        remarks.append(Remark("plan_not_followed_up_yet"))
    lacks = {"no_picture_to_update", "no_plan_to_follow_up"} & {one.code for one in remarks}
    if lacks and standing is not Standing.LATE:
        standing = Standing.MISSING
    done = filter(None, [facts.picture_on, facts.plan_followed_up_on])
    return Finding(section, standing, max(done, default=None), by, tuple(remarks))


def _other_plans(facts: Facts) -> Finding:
    section = Section.TOGETHER_WITH_OTHER_PLANS
    if not facts.other_plans:
        return Finding(section, Standing.MISSING)
    remark = Remark("other_plans", {"count": facts.other_plans})
    return Finding(section, Standing.DONE, remarks=(remark,))


def _agreements(facts: Facts, *, today: date) -> Finding:
    section = Section.AGREEMENTS
    if not facts.agreements:
        over = facts.agreements_ran_out
        return Finding(section, Standing.LATE if over else Standing.MISSING, by=over)
    remarks = [Remark("agreements", {"count": facts.agreements})]
    if facts.agreements_lacking:
        remarks.append(Remark("agreements_lack", {"count": facts.agreements_lacking}))
        return Finding(section, Standing.MISSING, remarks=tuple(remarks))
    if not facts.with_police:
        remarks.append(Remark("agreements_without_police"))
    return Finding(
        section,
        _standing(facts.agreements_end, soon=SOON, today=today),
        by=facts.agreements_end,
        remarks=tuple(remarks),
    )


def _council(facts: Facts, *, today: date) -> Finding:
    if not facts.council:
        return Finding(Section.COUNCIL, Standing.MISSING)
    if not facts.municipal_chair:
        lacks = (Remark("council_without_municipal_chair"),)
        return Finding(Section.COUNCIL, Standing.MISSING, remarks=lacks)
    remarks = []
    if facts.not_leading:
        remarks.append(Remark("council_not_leading", {"count": facts.not_leading}))
    if facts.council_met_on is None or facts.council_met_on < months_after(today, -12):
        remarks.append(Remark("council_seldom_meets"))
    return Finding(
        Section.COUNCIL,
        _standing(facts.elected_to, soon=SOON, today=today),
        on=facts.council_met_on,
        by=facts.elected_to,
        remarks=tuple(remarks),
    )


def _coordination(facts: Facts) -> Finding:
    standing = Standing.DONE if facts.contact else Standing.MISSING
    return Finding(Section.COORDINATION, standing)


def _leading_board(facts: Facts, *, today: date) -> Finding:
    section = Section.LEADING_BOARD
    if not facts.sees_all:
        return Finding(section, Standing.UNSEEN)
    remarks = (Remark("board", {"board": facts.board}),) if facts.board else ()
    if not facts.board or facts.reported_on is None:
        lacks = Remark("no_board" if not facts.board else "no_report")
        return Finding(section, Standing.MISSING, remarks=(*remarks, lacks))
    by = months_after(facts.reported_on, REPORT_EVERY)
    standing = _standing(by, soon=SOON_IN_A_YEAR, today=today)
    return Finding(section, standing, facts.reported_on, by, remarks)


def _cameras(facts: Facts) -> Finding:
    remarks = (Remark("cameras", {"count": facts.cameras}),) if facts.cameras else ()
    return Finding(Section.CAMERAS, Standing.RIGHT, remarks=remarks)
