"""What has happened to a set and to a promise, and what is to come."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from handslag.core.periods import stockholm_day
from handslag.domain.agreements.published import Signature as AgreementSignature
from handslag.domain.promises.published import (
    PromiseStanding,
    PublishedApproval,
    PublishedFollowUp,
    PublishedOutcome,
    PublishedPlan,
    PublishedProgress,
    PublishedVersion,
    SetPage,
)
from handslag.domain.promises.rules.words import AmendmentKind, Origin
from handslag.web.answers import joined
from handslag.web.public.spoken import Spoken, capital, swedish
from handslag.web.ui.templatetags.ui import number, swedish_date, verdict_word


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened, as it stands in a line of events."""

    day: date
    text: SafeString
    stated: str = ""
    href: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Planned:
    """A day of follow-up, who answers for it, and whether it was kept."""

    day: date
    label: SafeString
    who: SafeString
    answered: bool
    is_late: bool


def events_of_set(page: SetPage, spoken: Spoken, base: str) -> list[Event]:
    """Approvals, changes and follow-ups, the latest first."""
    versions = [_version(one, page, spoken, base) for one in page.history]
    told = [_follow_up(one, spoken) for one in page.standing.follow_ups if one.published_on]
    return _latest_first([*versions, *told])


def events_of_promise(
    one: PromiseStanding, page: SetPage, spoken: Spoken, base: str
) -> list[Event]:
    """What was done for a promise and said about it, and when the set was changed."""
    done = [_progress(entry, one, spoken) for entry in one.progress]
    said = [_verdict(claim) for claim in one.outcomes if claim.published_on]
    versions = [_version(version, page, spoken, base) for version in page.history]
    return _latest_first([*versions, *said, *done])


def _latest_first(events: Iterable[Event]) -> list[Event]:
    # Sorting keeps the order of those on the same day: the last one stated first.
    return sorted(events, key=lambda event: event.day, reverse=True)


def _version(version: PublishedVersion, page: SetPage, spoken: Spoken, base: str) -> Event:
    day = stockholm_day(version.on)
    href, link = "", ""
    if version.number != page.history[-1].number:
        href, link = f"{base}version/{version.number}/", _("See what was changed")
    if version.kind == "first":
        return Event(day, conditional_escape(_first_words(version, page)))
    words = {
        AmendmentKind.EXTENSION: _("Extended: %(why)s"),
        AmendmentKind.REVISION: _("Reworded: %(why)s"),
        AmendmentKind.WITHDRAWAL: _("Withdrawn: %(why)s"),
    }[AmendmentKind(version.kind)]
    text = format_html(_named(words), why=spoken.words(version.reason))
    return Event(day, text, href=href, link=link)


def _named(sentence: str) -> str:
    """A sentence for format_html: %(why)s is {why} there."""
    return sentence.replace("%(why)s", "{why}")


def _first_words(version: PublishedVersion, page: SetPage) -> str:
    if version.approvals:
        return _("Approved by %(parties)s.") % {
            "parties": joined([one.party for one in version.approvals])
        }
    if page.wording.origin == Origin.DECIDED:
        return _("Published.")
    return _("Entered in Handslag.")


def _follow_up(one: PublishedFollowUp, spoken: Spoken) -> Event:
    who = one.party or _("The parties together")
    said = _("%(who)s published a follow-up of %(period)s.") % {
        "who": who,
        "period": one.period or _("the promises"),
    }
    text = format_html("{} {} {}", said, _forum(one.forum, spoken), swedish(one.summary))
    return Event(one.published_on or date.min, text)


def _verdict(claim: PublishedOutcome) -> Event:
    who = claim.party or _("The parties together")
    text = format_html(
        "<strong>{}</strong> {} {}",
        verdict_word(claim.verdict),
        _("according to the follow-up by %(who)s.") % {"who": _inside(who, claim)},
        swedish(claim.result),
    )
    return Event(claim.published_on or date.min, text)


def _inside(who: str, claim: PublishedOutcome) -> str:
    return who if claim.party else _("the parties together")


def _progress(entry: PublishedProgress, one: PromiseStanding, spoken: Spoken) -> Event:
    note = swedish(entry.note)
    if entry.is_correction:
        note = format_html("{}: {}" if note else "{}", _("Correction"), note)
    unit = one.promise.targets[0].unit if one.promise.targets else ""
    parts = [note or swedish(entry.occasion)]
    if entry.amount not in {0, 1} or not parts[0]:
        parts.append(format_html("({} {})", number(entry.amount), spoken.words(unit)))
    text = SafeString(" ".join(part for part in parts if part))
    return Event(entry.day, format_html("{} <small>{}</small>", text, entry.party))


def plan_of(page: SetPage, spoken: Spoken, *, today: date) -> list[Planned]:
    """The days of follow-up that the parties have bound themselves to."""
    answered = {one.answers for one in page.standing.follow_ups}
    decided = page.wording.origin == Origin.DECIDED
    return [
        Planned(
            day=one.due_on,
            label=spoken.words(one.label),
            who=_who(one, spoken),
            answered=one.due_on in answered,
            is_late=decided and one.due_on < today and one.due_on not in answered,
        )
        for one in page.wording.plan
    ]


def _who(one: PublishedPlan, spoken: Spoken) -> SafeString:
    """ "Trygghetssamordnaren, eller kommunpolisen. Redovisas i Lok Brå." """
    said = []
    function, delegate = one.function, one.delegate
    if function and delegate:
        both = _("%(function)s, or %(delegate)s.")
        said.append(
            format_html(
                both.replace("%(function)s", "{a}").replace("%(delegate)s", "{b}"),
                a=capital(spoken.words(function)),
                b=spoken.words(delegate),
            )
        )
    elif function or delegate:
        said.append(format_html("{}.", capital(spoken.words(function or delegate))))
    if one.forum:
        said.append(_forum(one.forum, spoken))
    return SafeString(" ".join(said))


def _forum(forum: str, spoken: Spoken) -> SafeString:
    if not forum:
        return SafeString("")
    return format_html(
        _("Reported in %(forum)s.").replace("%(forum)s", "{}"), spoken.words(forum)
    )


@dataclass(frozen=True, slots=True)
class Signature:
    """Who said yes for a party, when, and how we know that it was them."""

    party: str
    who: str
    day: date
    at: datetime
    how: str


def signatures(
    approvals: Iterable[PublishedApproval | AgreementSignature],
) -> list[Signature]:
    """The answers that made a version public."""
    return [
        Signature(
            party=one.party,
            who=_voter(one),
            day=stockholm_day(one.at),
            at=one.at,
            how=_channel(one),
        )
        for one in approvals
    ]


def _voter(one: PublishedApproval | AgreementSignature) -> str:
    """Name and function; a demonstration's people are called by their function."""
    if one.name.casefold().startswith(one.function.casefold()):
        return one.name
    return f"{one.name}, {one.function}"


def _channel(approval: PublishedApproval | AgreementSignature) -> str:
    if approval.channel == "account":
        return _("signed in to Handslag")
    if approval.code_channel == "sms":
        return _("by a personal link, with a code by text message")
    return _("by a personal link, with a code that the coordinator read out")


def stamp(page: SetPage) -> str:
    """ "Senast ändrat 14 november 2026 av Degerfors kommun. Nästa uppföljning: …" """
    change = page.last_change
    day = swedish_date(change.at)
    if page.wording.origin != Origin.DECIDED and not page.is_taken_over:
        return _("Entered in Handslag on %(day)s.") % {"day": day}
    approvers = [one.party for one in page.approvals]
    by = change.by or joined(approvers)
    said = [
        _("Last changed on %(day)s by %(who)s.") % {"day": day, "who": by}
        if by
        else _("Last changed on %(day)s.") % {"day": day}
    ]
    if page.standing.next_due is not None:
        said.append(
            _("Next follow-up: %(day)s.") % {"day": swedish_date(page.standing.next_due)}
        )
    return " ".join(said)


def decided(page: SetPage, spoken: Spoken) -> str:
    """ "Beslutat 18 februari 2026 av kommunstyrelsen. Version 2." """
    first = page.history[-1]
    by = spoken.plain(page.wording.decided_by) or joined(
        [one.party for one in first.approvals]
    )
    day = page.wording.signed_on or (stockholm_day(first.on) if first.approvals else None)
    said = []
    if by and day:
        words = _("Decided on %(day)s by %(who)s.")
        said.append(words % {"day": swedish_date(day), "who": by})
    elif by:
        said.append(_("Decided by %(who)s.") % {"who": by})
    if page.version > 1:
        said.append(_("Version %(number)s.") % {"number": page.version})
    return " ".join(said)
