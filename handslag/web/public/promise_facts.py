"""What the page of one promise says: who, where, when, how it is counted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from handslag.domain.promises.published import (
    PromiseStanding,
    PublishedActivity,
    PublishedOutcome,
    PublishedPromise,
    SetPage,
    TargetStanding,
)
from handslag.domain.promises.rules.words import (
    Change,
    Condition,
    Direction,
    Measures,
    Op,
    Origin,
    Verdict,
)
from handslag.web.public.facts import address_of, short_name_of
from handslag.web.public.rows import (
    NO_WORDS,
    Counted,
    agreed_amount,
    judgement_words,
    overdue_words,
    target_counted,
)
from handslag.web.public.spoken import Spoken, period_words, swedish
from handslag.web.public.timeline import Planned, plan_of
from handslag.web.ui.drawing import Drawing
from handslag.web.ui.marks import HANDSHAKE, VERDICTS
from handslag.web.ui.templatetags.ui import number, percent, swedish_date, verdict
from handslag.web.words.promises import CHANGES, CONDITIONS, DIRECTIONS, PARTS


@dataclass(frozen=True, slots=True)
class PromiseAnswer:
    """The verdict, and a sentence beside it."""

    code: Verdict
    verdict: SafeString
    sentence: SafeString
    is_missing: bool = False


def promise_answer(
    standing: PromiseStanding, spoken: Spoken, *, starts: date | None = None
) -> PromiseAnswer:
    """ "Hållet. 5 av minst 4 trygghetsvandringar." """
    code = standing.verdict
    # Where the sentence says the same as the word, the shape is enough.
    word = "" if code is Verdict.UNKNOWN else f"{VERDICTS[code].word}."
    return PromiseAnswer(
        code=code,
        verdict=format_html(
            '<span class="verdict">{}{}</span>', VERDICTS[code].shape, word
        ),
        sentence=_sentence(standing, spoken, starts),
        is_missing=code in {Verdict.NOT_REPORTED, Verdict.UNKNOWN},
    )


def _sentence(standing: PromiseStanding, spoken: Spoken, starts: date | None) -> SafeString:
    late = standing.late_since
    plain = {
        Verdict.UNKNOWN: _("The source says nothing about how it went."),
        Verdict.DISPUTED: _("Both accounts stand below, side by side."),
        Verdict.NOT_REPORTED: _("The period is over, and nobody has said how it went.")
        if late is None
        else _("Was to be reported on %(day)s.") % {"day": swedish_date(late)},
        Verdict.NOT_BEGUN: _begins(starts),
    }.get(standing.verdict)
    if plain is not None:
        return conditional_escape(plain)
    overdue = overdue_words(standing)
    said = [_reached(standing, spoken), f"{overdue}." if overdue else ""]
    return format_html_join(" ", "{}", ((one,) for one in said if one))


def _begins(starts: date | None) -> str:
    return _("Begins on %(day)s.") % {"day": swedish_date(starts)} if starts else ""


def _reached(standing: PromiseStanding, spoken: Spoken) -> SafeString:
    """ "5 av minst 4 trygghetsvandringar." """
    if not standing.targets:
        return NO_WORDS
    shown = target_counted(standing.targets[0], spoken, reported=agreed_amount(standing))
    return format_html("{} {}.", shown.value, shown.words) if shown.value else NO_WORDS


@dataclass(frozen=True, slots=True)
class Who:
    """One that answers for a promise, and with which part."""

    mark: Drawing
    name: SafeString
    part: str
    note: str


def responsible_of(promise: PublishedPromise) -> list[Who]:
    """Everyone with a part in the promise, those who answer for it first."""
    order = list(PARTS)
    return [
        Who(
            mark=HANDSHAKE[one.side],
            name=swedish(one.name),
            part=str(PARTS[one.part]),
            note=_("our reading, not stated") if one.inferred else "",
        )
        for one in sorted(promise.responsible, key=lambda one: order.index(one.part))
    ]


@dataclass(frozen=True, slots=True)
class TargetShown:
    """One target with all that is said of how it is counted."""

    counted: Counted
    judgement: str
    is_met: bool
    behind: str
    interval: str
    notes: tuple[tuple[str, SafeString], ...]


def targets_of(standing: PromiseStanding, spoken: Spoken) -> list[TargetShown]:
    """Every target of a promise, with how it is counted and why that way is good."""
    only = agreed_amount(standing)
    return [
        TargetShown(
            counted=target_counted(target, spoken, reported=only),
            judgement=judgement_words(target.judgement),
            is_met=target.judgement == "met",
            behind=_behind(target, standing),
            interval=_interval(target),
            notes=tuple(_target_notes(target, spoken)),
        )
        for target in standing.targets
    ]


def _behind(target: TargetStanding, standing: PromiseStanding) -> str:
    if not target.behind or standing.verdict is not Verdict.ONGOING:
        return ""
    return _("An even pace would have given %(n)s more by now.") % {
        "n": number(target.behind)
    }


def _interval(standing: TargetStanding) -> str:
    """How sure a share is, in words."""
    inside = standing.inside
    if inside is None:
        if standing.target.op is Op.WITHIN and not standing.hidden:
            return _("No cases are counted yet, or they are too few to show.")
        return ""
    return _(
        "Of %(n)s cases, %(share)s were inside the limit. With so few or many cases the"
        " share can lie between %(low)s and %(high)s."
    ) % {
        "n": number(inside.n),
        "share": percent(inside.estimate),
        "low": percent(inside.lower),
        "high": percent(inside.upper),
    }


def _target_notes(
    standing: TargetStanding, spoken: Spoken
) -> Iterable[tuple[str, SafeString]]:
    target = standing.target
    stated = (
        (pgettext("label", "How it is counted"), target.counting_rule),
        (pgettext("label", "The clock starts"), target.clock_starts),
        (pgettext("label", "Applies when"), target.precondition),
        (pgettext("label", "Note"), target.note),
    )
    yield from ((label, spoken.words(words)) for label, words in stated if words)
    if target.direction_why or target.direction != Direction.UP:
        why = spoken.words(target.direction_why)
        words = DIRECTIONS[Direction(target.direction)]
        yield (
            pgettext("label", "Which way is good"),
            format_html("{}. {}", words, why) if why else format_html("{}.", words),
        )
    if target.measures == Measures.EFFECT:
        yield (
            pgettext("label", "Measures"),
            conditional_escape(_("What becomes of it, not what is done.")),
        )
    if target.beyond_ordinary:
        yield (
            pgettext("label", "Extra"),
            conditional_escape(_("Beyond what is ordinarily done.")),
        )
    if target.is_shared:
        yield (
            pgettext("label", "Shared"),
            conditional_escape(_("One number for all municipalities in the set together.")),
        )
    if target.part_of:
        yield (
            pgettext("label", "Part"),
            conditional_escape(_("A part of another number in this promise.")),
        )


@dataclass(frozen=True, slots=True)
class Account:
    """What one party, or both together, has said."""

    side: str
    heading: str
    code: Verdict
    verdict: SafeString
    amount: str
    result: SafeString
    reservation: SafeString
    wording: SafeString
    when: str
    stated_status: str
    url: str


def claims_of(standing: PromiseStanding) -> list[Account]:
    """The accounts that differ, with equal weight. Nothing when they agree."""
    if standing.verdict is not Verdict.DISPUTED:
        return []
    return sorted(
        (_account(one) for one in standing.claims), key=lambda account: account.side
    )


def told_of(standing: PromiseStanding) -> list[Account]:
    """Every follow-up that speaks of the promise, the latest first."""
    return [
        _account(one)
        for one in standing.outcomes
        if one.verdict is not Verdict.UNKNOWN or one.result or one.amount is not None
    ]


def _account(one: PublishedOutcome) -> Account:
    published = swedish_date(one.published_on)
    return Account(
        side=one.side,
        heading=one.party or _("The parties together"),
        code=one.verdict,
        verdict=verdict(one.verdict),
        amount="" if one.amount is None else number(one.amount),
        result=swedish(one.result),
        reservation=swedish(one.reservation),
        wording=swedish(one.wording),
        when=", ".join(word for word in (one.period, published) if word),
        stated_status=one.stated_status,
        url=one.url,
    )


@dataclass(frozen=True, slots=True)
class Activity:
    """One thing to be done, with what it consists of."""

    text: SafeString
    context: SafeString
    parts: tuple["Activity", ...]


def activities_of(promise: PublishedPromise, spoken: Spoken) -> list[Activity]:
    """What is to be done, in up to three levels."""
    return [_activity(one, spoken) for one in promise.activities]


def _activity(one: PublishedActivity, spoken: Spoken) -> Activity:
    context = [spoken.words(said) for said in (one.owner, one.place, one.when) if said]
    return Activity(
        text=spoken.words(one.text),
        context=SafeString(", ".join(context)),
        parts=tuple(_activity(part, spoken) for part in one.parts),
    )


@dataclass(frozen=True, slots=True)
class Kin:
    """The same promise in the set before or after."""

    label: str
    text: SafeString
    href: str
    why: SafeString


def kin_of(promise: PublishedPromise, page: SetPage, spoken: Spoken) -> list[Kin]:
    """Where the promise comes from, and what became of it in the next set."""
    found: list[Kin] = []
    for neighbour in page.neighbours:
        name, address = short_name_of(neighbour.wording), address_of(neighbour)
        later = neighbour.is_later
        lines = neighbour.wording.lineage if later else page.wording.lineage
        for line in lines:
            if (line.earlier if later else line.promise) != promise.id:
                continue
            other = line.promise if later else line.earlier
            relative = _promise_by_id(neighbour.wording.promises, other)
            found.append(
                Kin(
                    label=f"{name}: {CHANGES[Change(line.change)]}",
                    text=spoken.words(relative.title if relative else ""),
                    # One step deeper than the page of the set.
                    href=f"../{address}{relative.nr}/" if relative else f"../{address}",
                    why=spoken.words(line.why),
                )
            )
    return found


def _promise_by_id(
    promises: Iterable[PublishedPromise], key: str | None
) -> PublishedPromise | None:
    return next((one for one in promises if one.id == key), None)


def when_of(promise: PublishedPromise, page: SetPage, spoken: Spoken) -> SafeString:
    """When it is done, as stated; otherwise the period of the set."""
    if promise.when.stated:
        return spoken.words(promise.when.stated)
    return conditional_escape(period_words(page.wording.period))


def condition_of(promise: PublishedPromise, spoken: Spoken) -> SafeString:
    """When the promise binds, unless it always does."""
    if promise.binds == Condition.ALWAYS:
        return SafeString("")
    words = CONDITIONS[Condition(promise.binds)]
    said = spoken.words(promise.condition)
    return format_html("{}: {}", words, said) if said else format_html("{}.", words)


def next_follow_up(page: SetPage, spoken: Spoken, *, today: date) -> Planned | None:
    """The follow-up that is waited for: the first that is not answered."""
    if page.wording.origin != Origin.DECIDED or page.is_withdrawn:
        return None
    return next(
        (one for one in plan_of(page, spoken, today=today) if not one.answered), None
    )
