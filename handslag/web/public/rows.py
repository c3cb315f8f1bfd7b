"""Promises in a list: whose they are, what was promised and what became of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from handslag.domain.promises.published import (
    PromiseStanding,
    PublishedOutcome,
    PublishedTarget,
    PublishedWording,
    SetStanding,
    TargetStanding,
)
from handslag.domain.promises.rules.targets import Judgement
from handslag.domain.promises.rules.verdicts import DONE_WITH
from handslag.domain.promises.rules.words import Op, Verdict
from handslag.web import targets
from handslag.web.public.owners import NOTHING, owner_of
from handslag.web.public.spoken import Spoken, capital, shortened, swedish
from handslag.web.ui import charts
from handslag.web.ui.drawing import Drawing
from handslag.web.ui.marks import HANDSHAKE
from handslag.web.ui.templatetags.ui import (
    number,
    percent,
    swedish_date,
    verdict,
    verdict_word,
)

LONGEST_RESULT = 140
SIDES = ("together", "municipality", "police", "others", "unstated")
RATED = targets.NUMBERED
NO_WORDS = SafeString("")


@dataclass(frozen=True, slots=True)
class Counted:
    """Target against outcome: "5 av minst 4 vandringar", and the bar."""

    value: str = ""
    words: SafeString = NO_WORDS
    rate: SafeString = NO_WORDS  # as it was promised, when that is per week
    bar: Drawing = NOTHING
    said: SafeString = NO_WORDS  # what the follow-up says, in its own words
    late: str = ""
    more: tuple[SafeString, ...] = ()  # the other targets of the promise


@dataclass(frozen=True, slots=True)
class Row:
    """One promise in a list."""

    nr: int
    href: str
    title: SafeString
    side: str
    mark: Drawing
    owner: SafeString
    code: Verdict
    verdict: SafeString
    counted: Counted


@dataclass(frozen=True, slots=True)
class PartOfSet:
    """The promises of one side: the municipality's, the police's, those together."""

    side: str
    mark: Drawing
    heading: str
    rows: tuple[Row, ...]


def rows_of(
    wording: PublishedWording, standing: SetStanding, spoken: Spoken, base: str
) -> list[Row]:
    """Every promise of a set. `base` is the address of the set."""
    return [_row(one, wording, spoken, base) for one in standing.promises]


def parts_of(rows: Iterable[Row]) -> list[PartOfSet]:
    """The rows by whose they are; one part without a heading when all are alike."""
    by_side: dict[str, list[Row]] = {}
    for row in rows:
        by_side.setdefault(row.side, []).append(row)
    headings = _headings()
    return [
        PartOfSet(
            side=side,
            mark=HANDSHAKE.get(side, NOTHING),
            heading=headings[side],
            rows=tuple(by_side[side]),
        )
        for side in SIDES
        if side in by_side
    ]


def _headings() -> Mapping[str, str]:
    return {
        "together": pgettext("label", "Together"),
        "municipality": pgettext("label", "The municipality"),
        "police": pgettext("label", "The police"),
        "others": pgettext("label", "Others"),
        "unstated": _("It is not said who answers for these"),
    }


def _row(
    one: PromiseStanding,
    wording: PublishedWording,
    spoken: Spoken,
    base: str,
) -> Row:
    owner = owner_of(one.promise, wording)
    return Row(
        nr=one.promise.nr,
        href=f"{base}{one.promise.nr}/",
        title=spoken.title(one.promise),
        side=owner.side,
        mark=owner.mark,
        owner=owner.words,
        code=one.verdict,
        verdict=verdict(one.verdict),
        counted=counted(one, spoken),
    )


def counted(one: PromiseStanding, spoken: Spoken) -> Counted:
    """The first target of a promise against its outcome, as far as may be shown."""
    late = _late(one)
    if one.verdict is Verdict.DISPUTED:
        return Counted(said=_accounts(one), late=late)
    result = next((claim.result for claim in one.claims if claim.result), "")
    said = swedish(shortened(result, LONGEST_RESULT))
    if not one.targets:
        return Counted(said=said, late=late)
    shown = target_counted(one.targets[0], spoken, reported=agreed_amount(one))
    more = tuple(_in_short(target, spoken) for target in one.targets[1:])
    return replace(shown, said=said, late=late, more=more)


def _in_short(standing: TargetStanding, spoken: Spoken) -> SafeString:
    """A further target on one line: "3 av minst 12 kontroller"."""
    shown = target_counted(standing, spoken)
    return format_html("{} {}", shown.value, shown.words) if shown.value else shown.words


def agreed_amount(one: PromiseStanding) -> Decimal | None:
    """How many the parties say it became, when they say the same."""
    amounts = {claim.amount for claim in one.claims if claim.amount is not None}
    return amounts.pop() if len(amounts) == 1 and len(one.targets) == 1 else None


def _accounts(one: PromiseStanding) -> SafeString:
    """ "Degerfors kommun: 5. Polisen: 4." """
    said = (
        (swedish(claim.party), _account(claim))
        for claim in sorted(one.claims, key=lambda claim: claim.side)
    )
    return format_html_join(" ", "{}: {}.", said)


def _account(claim: PublishedOutcome) -> str:
    if claim.amount is not None:
        return number(claim.amount)
    return verdict_word(claim.verdict).lower()


def _late(one: PromiseStanding) -> str:
    return ". ".join(said for said in (overdue_words(one), _behind(one)) if said)


def _behind(one: PromiseStanding) -> str:
    """How many fewer than an even pace would have given by now."""
    behind = next((target.behind for target in one.targets if target.behind), None)
    if behind is None or one.verdict is not Verdict.ONGOING:
        return ""
    return ngettext(
        "%(n)s fewer than planned by now", "%(n)s fewer than planned by now", int(behind)
    ) % {"n": number(behind)}


def overdue_words(one: PromiseStanding) -> str:
    """The day that passed without a word, as long as there is more to tell."""
    if one.late_since is None or one.verdict in DONE_WITH:
        return ""
    return _("Was to be reported on %(day)s") % {"day": swedish_date(one.late_since)}


def target_counted(
    standing: TargetStanding, spoken: Spoken, *, reported: Decimal | None = None
) -> Counted:
    """One target: the number large, what was promised beside it, and the bar."""
    target = standing.target
    promised = promised_words(target, spoken)
    if standing.hidden:
        return Counted(words=conditional_escape(_("Too few to show")), rate=promised)
    if target.op is Op.WITHIN:
        return _share_inside(standing, promised)
    reached = reported if reported is not None else standing.done
    if reached is None:
        return Counted(words=capital(promised))
    goal, upper = _goals(standing)
    if target.op not in RATED:
        return _of_all(reached, goal, promised)
    whole = _whole(target, goal, upper)
    return Counted(
        value=number(reached),
        words=spoken.target(whole, targets.aimed_at),
        rate=promised if whole is not target else SafeString(""),
        bar=charts.target_bar(
            float(reached),
            None if goal is None else float(goal),
            upper=None if upper is None else float(upper),
        ),
    )


def promised_words(target: PublishedTarget, spoken: Spoken) -> SafeString:
    """What is promised; a unit that is not translated is marked as Swedish."""
    return spoken.target(target, targets.in_words)


def _of_all(reached: Decimal, goal: Decimal | None, promised: SafeString) -> Counted:
    """ "17 av 24", when it is known how many there are; otherwise what was promised."""
    if goal is None:
        return Counted(value=number(reached), words=promised)
    return Counted(
        value=number(reached),
        words=conditional_escape(_("of %(goal)s") % {"goal": number(goal)}),
        rate=promised,
        bar=charts.target_bar(float(reached), float(goal)),
    )


def _share_inside(standing: TargetStanding, promised: SafeString) -> Counted:
    if standing.inside is None:
        return Counted(words=capital(promised))
    least = standing.target.least_share
    return Counted(
        value=percent(standing.inside.estimate),
        words=promised,
        bar=charts.target_bar(
            standing.inside.estimate, 1.0 if least is None else float(least), scale=1.0
        ),
    )


def _goals(standing: TargetStanding) -> tuple[Decimal | None, Decimal | None]:
    """What the whole period asks for: the number, and the far end of a range."""
    target, goal = standing.target, standing.needed
    if target.op is Op.ALL:
        share = Decimal(1) if target.low is None else target.low / 100
        return (None if target.out_of is None else target.out_of * share), None
    if target.op not in RATED:
        return None, None
    if target.op is not Op.RANGE or not goal or not target.low or target.high is None:
        return goal, None
    return goal, target.high * goal / target.low


def _whole(
    target: PublishedTarget, goal: Decimal | None, upper: Decimal | None
) -> PublishedTarget:
    """The target for the whole period: one a week is 52 in a year."""
    if target.op not in RATED or goal is None or goal == target.low:
        return target
    op = Op.MIN if target.op is Op.AVG_MIN else target.op
    return replace(target, op=op, low=goal, high=upper or target.high, per="")


def judgement_words(judgement: Judgement) -> str:
    """Was the number reached? Nothing when it cannot be said."""
    return {
        Judgement.MET: _("The target is met"),
        Judgement.NOT_MET: _("The target is not met"),
        Judgement.CANNOT_SAY: "",
    }[judgement]


@dataclass(frozen=True, slots=True)
class TableRow:
    """One target in the table of targets against outcome.

    `span`: how many rows the promise has, in its first row; 0 in the others.
    """

    span: int
    nr: int
    href: str
    title: SafeString
    target: SafeString
    outcome: SafeString
    judgement: str
    verdict: SafeString


def table_of(standing: SetStanding, spoken: Spoken, base: str) -> list[TableRow]:
    """Every target of a set against its outcome, one row each."""
    return [row for one in standing.promises for row in _table_rows(one, spoken, base)]


def _table_rows(one: PromiseStanding, spoken: Spoken, base: str) -> Iterable[TableRow]:
    reported = {claim.amount for claim in one.claims if claim.amount is not None}
    told = swedish(
        shortened(next((c.result for c in one.claims if c.result), ""), LONGEST_RESULT)
    )
    lines = one.targets or [None]
    for at, target in enumerate(lines):
        outcome = NO_WORDS if target is None else _outcome(target, one, reported)
        yield TableRow(
            span=0 if at else len(lines),
            nr=one.promise.nr,
            href=f"{base}{one.promise.nr}/",
            title=spoken.title(one.promise),
            target=_promised(target, spoken),
            outcome=outcome or (told if at == 0 else SafeString("")),
            judgement=judgement_words(target.judgement) if target else "",
            verdict=verdict(one.verdict),
        )


def _promised(standing: TargetStanding | None, spoken: Spoken) -> SafeString:
    if standing is None:
        return conditional_escape(_("No number"))
    return capital(promised_words(standing.target, spoken))


def _outcome(
    standing: TargetStanding, one: PromiseStanding, reported: set[Decimal]
) -> SafeString:
    if standing.hidden:
        return conditional_escape(_("Too few to show"))
    if standing.inside is not None:
        return conditional_escape(percent(standing.inside.estimate))
    if reported and len(one.targets) == 1:
        return format_html_join(" / ", "{}", ((number(n),) for n in sorted(reported)))
    return NO_WORDS if standing.done is None else conditional_escape(number(standing.done))
