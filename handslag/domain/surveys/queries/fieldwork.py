"""How the fieldwork goes: who has been sent what, and how many have answered.

Every number is counted by the database: a page asks as much for ten as for a million.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet, Sum

from handslag.core.deadlines import Basis, Deadline
from handslag.core.refusals import NotAllowedError
from handslag.core.sealing.keys import has_key
from handslag.domain.surveys.models import Batch, Invitation, Mailing, Stratum, Survey
from handslag.domain.surveys.queries.codes import code_hash
from handslag.domain.surveys.rules import Selection, SurveyState
from handslag.domain.surveys.rules.fieldwork import Days, by_days
from handslag.domain.surveys.rules.words import MailingKind

USED, RETURNED = Q(invitations__used_on__isnull=False), Q(invitations__is_returned=True)


@dataclass(frozen=True, slots=True)
class Rate:
    """How many of a stratum have answered, of those whom the letter has reached."""

    name: str
    drawn: int
    returned: int
    answered: int

    @property
    def reached(self) -> int:
        return max(self.drawn - self.returned, self.answered)

    @property
    def share(self) -> float:
        return self.answered / self.reached if self.reached else 0.0


def rates(survey: Survey) -> list[Rate]:
    """The response rate of each stratum. One query."""
    counted = Stratum.objects.filter(survey=survey).annotate(
        used=Count("invitations", filter=USED),
        back=Count("invitations", filter=RETURNED & Q(invitations__used_on__isnull=True)),
    )
    return [
        Rate(
            one.name,
            one.drawn,
            one.back if one.returned is None else one.returned,
            one.used if one.answered is None else one.answered,
        )
        for one in counted.order_by("position", "pk")
    ]


def days_of(survey: Survey) -> list[Days]:
    """On which days codes have been used; never a day with few."""
    rows = (
        Invitation.objects.filter(survey=survey, used_on__isnull=False)
        .order_by()
        .values_list("used_on")
        .annotate(n=Count("pk"))
    )
    return by_days({day: n for day, n in rows if day is not None})


def sealed(survey: Survey) -> int:
    """Answers that have come in and wait to be opened together with others."""
    waiting = Batch.objects.filter(survey=survey)
    return waiting.aggregate(n=Sum("filled"))["n"] or 0


def lost(survey: Survey) -> int:
    """Sealed answers that nobody can open any more: the file of their key is not there."""
    waiting = Batch.objects.filter(survey=survey).values_list("pk", "filled")
    return sum(filled for key, filled in waiting if not has_key(key))


def mailings_of(survey: Survey) -> QuerySet[Mailing]:
    """The letters of a survey, with their days."""
    return Mailing.objects.filter(survey=survey).order_by("due_on", "pk")


def plan_of(survey: Survey) -> dict[MailingKind, date]:
    """On which day each kind of letter is to go out."""
    return {MailingKind(one.kind): one.due_on for one in mailings_of(survey)}


def recipients(survey: Survey, kind: MailingKind) -> QuerySet[Invitation]:
    """Who gets it, in the order of their numbers: reminders go to those who have neither
    answered nor moved away."""
    rows = Invitation.objects.filter(survey=survey).order_by("number")
    if kind is MailingKind.LETTER:
        return rows
    return rows.filter(used_on__isnull=True, is_returned=False)


def may_answer(survey: Survey, code: str, today: date) -> None:
    """Refuse a form that leads to no answer, before somebody types forty of them.

    Raises NotAllowedError: surveys.is_not_open, surveys.unknown_code, surveys.code_is_used.
    """
    is_within = survey.opens_on <= today <= survey.closes_on
    if survey.state != SurveyState.OPEN or not is_within:
        raise NotAllowedError("surveys.is_not_open")
    if survey.selection == Selection.OPEN:
        return
    rows = Invitation.objects.filter(survey=survey, code_hash=code_hash(code))
    used_on = rows.values_list("used_on", flat=True)[:1]
    if not used_on:
        raise NotAllowedError("surveys.unknown_code")
    if used_on[0] is not None:
        raise NotAllowedError("surveys.code_is_used")


def to_forget(closed_by: date) -> QuerySet[Survey]:
    """Surveys that closed by this day and in which nothing waits to be opened."""
    waits = Batch.objects.values("survey")
    return Survey.objects.filter(
        state=SurveyState.CLOSED, closes_on__lte=closed_by
    ).exclude(pk__in=waits)


def deadlines(*, homes: Collection[int] | None, today: date) -> Iterable[Deadline]:
    """Letters that have not been sent, while the survey goes on."""
    rows = Mailing.objects.filter(sent_on__isnull=True, survey__closes_on__gte=today)
    rows = rows.exclude(survey__state=SurveyState.CLOSED)
    if homes is not None:
        rows = rows.filter(survey__home__in=homes)
    for one in rows.select_related("survey__occasion").order_by("due_on", "pk"):
        yield Deadline(
            kind=f"surveys.{one.kind}",
            due_on=one.due_on,
            basis=Basis.OWN_RHYTHM,
            home=one.survey.home_id,
            name=one.survey.occasion.title,
            path=f"/arbete/enkater/{one.survey.public_id}/utskick/",
        )
