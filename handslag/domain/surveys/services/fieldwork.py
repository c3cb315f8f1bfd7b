"""Letters, reminders, and what is forgotten when the fieldwork is over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.db import transaction

from handslag.core.access import Act, Actor, require, require_system
from handslag.core.audit.services import record
from handslag.core.deadlines import months_after
from handslag.core.periods import stockholm_day
from handslag.core.refusals import ChangedMeanwhileError, NotAllowedError
from handslag.domain.surveys.models import Invitation, Mailing, Stratum, Survey
from handslag.domain.surveys.queries import fieldwork as queries
from handslag.domain.surveys.queries import locked
from handslag.domain.surveys.queries.codes import code_hash
from handslag.domain.surveys.rules import SurveyState
from handslag.domain.surveys.rules.codes import code_of
from handslag.domain.surveys.rules.fieldwork import numbers_of
from handslag.domain.surveys.rules.words import MailingKind

KEPT_MONTHS = 3


@dataclass(frozen=True, slots=True)
class Letter:
    """What a letter to one who was drawn is made of. Nothing of it is stored."""

    number: int
    address: str
    code: str


@transaction.atomic
def plan_letters(
    actor: Actor,
    survey: Survey,
    days: Mapping[MailingKind, date | None],
    *,
    seen: Mapping[MailingKind, date],
) -> None:
    """When letters go out; none of a kind where there is no day. `seen`: the plan that
    the writer had before them.

    Raises NotAllowedError: surveys.letters_out_of_order, surveys.is_closed;
    ChangedMeanwhileError."""
    row = _under_way(actor, survey)
    if queries.plan_of(row) != seen:
        raise ChangedMeanwhileError
    chosen = [day for kind in MailingKind if (day := days.get(kind)) is not None]
    if chosen != sorted(chosen) or (chosen and chosen[-1] > row.closes_on):
        raise NotAllowedError("surveys.letters_out_of_order")
    there = {one.kind: one for one in queries.mailings_of(row)}
    for kind in MailingKind:
        day, mailing = days.get(kind), there.get(kind)
        if mailing is not None and (mailing.sent_on or mailing.due_on == day):
            continue
        if day is None:
            Mailing.objects.filter(survey=row, kind=kind, made_on__isnull=True).delete()
        else:
            row.mailings.update_or_create(kind=kind, defaults={"due_on": day})
    record(actor, "surveys.letters_planned", row, on_behalf=row.home_id, n=len(chosen))


@transaction.atomic
def make_letters(
    actor: Actor, survey: Survey, kind: MailingKind, part: int, *, now: datetime
) -> Sequence[Letter]:
    """The letters of a file, by their numbers. Nobody is drawn anew from then on. The log
    says that it was made and how many, and no code.

    Raises NotAllowedError: surveys.is_closed, surveys.no_letters."""
    row = _under_way(actor, survey)
    rows = queries.recipients(row, kind).filter(number__range=numbers_of(kind, part))
    secret = settings.SECRET_KEY.encode()
    letters = [
        Letter(nr, address, code_of(secret, str(row.public_id), nr, turn))
        for nr, address, turn in rows.values_list("number", "address", "turn")
    ]
    if not letters:
        raise NotAllowedError("surveys.no_letters")
    today = stockholm_day(now)
    mailing, _ = row.mailings.get_or_create(kind=kind, defaults={"due_on": today})
    if mailing.made_on is None:
        mailing.made_on = today
        mailing.save(update_fields=["made_on"])
    record(
        actor,
        "surveys.letters_made",
        row,
        on_behalf=row.home_id,
        kind=kind.value,
        part=part,
        n=len(letters),
    )
    return letters


@transaction.atomic
def letters_sent(actor: Actor, survey: Survey, kind: MailingKind, *, now: datetime) -> None:
    """They have been handed to the post. Raises NotAllowedError: surveys.no_letters."""
    row = _under_way(actor, survey)
    waits = row.mailings.filter(kind=kind, made_on__isnull=False, sent_on__isnull=True)
    if not waits.update(sent_on=stockholm_day(now)):
        raise NotAllowedError("surveys.no_letters")
    record(actor, "surveys.letters_sent", row, on_behalf=row.home_id, kind=kind.value)


@transaction.atomic
def mark_returned(actor: Actor, survey: Survey, numbers: Sequence[int]) -> int:
    """Letters that the post has brought back; say how many were not known of before.

    Raises NotAllowedError: surveys.no_such_letters."""
    row = _under_way(actor, survey)
    rows = row.invitations.filter(number__in=numbers)
    known = set(rows.values_list("number", flat=True))
    if unknown := [one for one in numbers if one not in known]:
        raise NotAllowedError("surveys.no_such_letters", numbers=unknown[:20])
    n = rows.filter(is_returned=False, used_on__isnull=True).update(is_returned=True)
    record(actor, "surveys.letters_returned", row, on_behalf=row.home_id, n=n)
    return n


@transaction.atomic
def renew_code(actor: Actor, survey: Survey, number: int) -> Letter:
    """A new code for one whose letter was lost. The old one no longer works.

    Raises NotAllowedError: surveys.no_such_letters, surveys.code_is_used."""
    row = _under_way(actor, survey)
    invited = row.invitations.select_for_update().filter(number=number).first()
    if invited is None:
        raise NotAllowedError("surveys.no_such_letters", numbers=[number])
    if invited.used_on is not None:
        raise NotAllowedError("surveys.code_is_used")
    invited.turn += 1
    code = code_of(
        settings.SECRET_KEY.encode(), str(row.public_id), number, turn=invited.turn
    )
    invited.code_hash = code_hash(code)
    invited.is_returned = False
    invited.save(update_fields=["turn", "code_hash", "is_returned"])
    record(actor, "surveys.code_renewed", row, on_behalf=row.home_id)
    return Letter(number, invited.address, code)


@transaction.atomic
def forget_addresses(actor: Actor, *, now: datetime) -> int:
    """Names and addresses go when the survey has closed and its answers are opened."""
    require_system(actor)
    over = queries.to_forget(stockholm_day(now)).values("pk")
    rows = Invitation.objects.filter(survey__in=over).exclude(address="")
    return rows.update(address="")


@transaction.atomic
def forget_invitations(actor: Actor, *, now: datetime) -> int:
    """Who was drawn goes three months later; how many answered in each area stays."""
    require_system(actor)
    over = queries.to_forget(months_after(stockholm_day(now), -KEPT_MONTHS))
    gone = 0
    for survey in over.filter(pk__in=Invitation.objects.values("survey")).order_by("pk"):
        strata = Stratum.objects.filter(survey=survey).order_by("position", "pk")
        for stratum, rate in zip(strata, queries.rates(survey), strict=True):
            stratum.answered, stratum.returned = rate.answered, rate.returned
            stratum.save(update_fields=["answered", "returned"])
        n, _ = survey.invitations.all().delete()
        record(actor, "surveys.drawn_forgotten", survey, on_behalf=survey.home_id, n=n)
        gone += n
    return gone


def _under_way(actor: Actor, survey: Survey) -> Survey:
    row = locked(survey)
    require(actor, Act.LISTEN, in_any_of=frozenset({row.home_id}))
    if row.state == SurveyState.CLOSED:
        raise NotAllowedError("surveys.is_closed")
    return row
