"""The agreements of one's organisations: the list with its warnings, and a new one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from handslag.core.access import Act, require
from handslag.core.deadlines import months_after
from handslag.domain.agreements import queries, services
from handslag.domain.agreements.models import Agreement
from handslag.domain.agreements.rules.force import (
    WARN_MONTHS,
    Caution,
    Force,
    caution,
    standing,
)
from handslag.domain.agreements.rules.words import State
from handslag.domain.organisations import queries as organisations
from handslag.domain.organisations.models import Organisation
from handslag.web.answers import number
from handslag.web.holding import how_it_holds
from handslag.web.requests import WorkRequest
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.words.agreements import CAUTIONS, FORCES, STATES
from handslag.web.workspace.agreements.forms import NewForm, usual
from handslag.web.workspace.agreements.sight import the_agreement
from handslag.web.workspace.sight import done, home_of, shown


@dataclass(frozen=True, slots=True)
class Line:
    """One agreement in a list: how it stands, what to think of, and its annexes."""

    agreement: Agreement
    state: str
    stands: str
    caution: str
    is_late: bool
    follow_up: str
    follow_up_is_late: bool
    annexes: tuple["Line", ...] = ()


def line_of(row: Agreement, today: date, annexes: Iterable["Line"] = ()) -> Line:
    """What a list says of an agreement that `with_days` has found."""
    term = queries.term_of(row)
    now = standing(term, today)
    settled = row.version_id is not None
    warned = caution(term, today) if settled else None
    due = queries.follow_up_day(row, today) if settled else None
    late = due is not None and due < today
    return Line(
        agreement=row,
        state=str(FORCES[now.force] if settled else STATES[State(row.state)]),
        stands=how_it_holds(term, now) if settled else "",
        caution=str(CAUTIONS[warned]) if warned else "",
        is_late=warned is Caution.RAN_OUT,
        follow_up=_follow_up(due, today, late=late),
        follow_up_is_late=late,
        annexes=tuple(annexes),
    )


def _follow_up(due: date | None, today: date, *, late: bool) -> str:
    if due is None or due > months_after(today, WARN_MONTHS):
        return ""
    words = (
        _("Should have been followed up by %(day)s.")
        if late
        else _("To be followed up by %(day)s.")
    )
    return words % {"day": swedish_date(due)}


@require_safe
def listing(request: WorkRequest) -> HttpResponse:
    """All agreements the person may see; those that are replaced or ended come last."""
    rows = list(
        queries.with_days(queries.visible_to(request.actor)).order_by("-starts", "-pk")
    )
    keys = {row.pk for row in rows}
    lines = [
        line_of(
            row,
            request.today,
            [line_of(one, request.today) for one in rows if one.parent_id == row.pk],
        )
        for row in rows
        if row.parent_id not in keys
    ]
    past = [line for line in lines if _is_past(line.agreement, request.today)]
    held = sum(_holds(row, request.today) for row in rows)
    context = {
        "lines": [line for line in lines if line not in past],
        "past": past,
        "held": held,
        "said": number(held).capitalize(),
        "may_write": bool(request.actor.where(Act.WRITE_AGREEMENT)),
    }
    return shown(request, "agreements/listing", context)


def _holds(row: Agreement, today: date) -> bool:
    return row.version_id is not None and standing(queries.term_of(row), today).holds


def _is_past(row: Agreement, today: date) -> bool:
    """Replaced or ended: it belongs to the archive. What ran out still asks for more."""
    now = standing(queries.term_of(row), today)
    return row.version_id is not None and now.force in {Force.REPLACED, Force.ENDED_EARLY}


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: WorkRequest) -> HttpResponse:
    """Begin an agreement, or an annex to one (`?till=`)."""
    require(request.actor, Act.WRITE_AGREEMENT, in_any_of=request.actor.organisation_ids)
    parent = _parent(request)
    homes = organisations.where(request.actor, Act.WRITE_AGREEMENT)
    home = _home(request, parent, homes)
    if home is None:
        return shown(request, "agreements/new_for", {"homes": homes})
    around = organisations.around(home, today=request.today)
    present = queries.parties_of(parent) if parent else []
    police = organisations.police_for(home, today=request.today)
    form = NewForm(
        request.POST or None,
        parties=organisations.that_may_agree(around, also=present),
        is_annex=parent is not None,
        initial=usual(home, police, parent, request.today),
    )
    made: list[Agreement] = []
    if form.is_valid() and done(
        form, lambda: made.append(_draft(request, form, home, parent))
    ):
        messages.success(request, _("The draft is made. Read it through and change it."))
        return redirect("workspace:agreement", made[0].public_id)
    context = {"form": form, "home": home, "parent": parent}
    return shown(request, "agreements/new", context, form)


def _parent(request: WorkRequest) -> Agreement | None:
    key = request.GET.get("till") or request.POST.get("till")
    if not key:
        return None
    try:
        return the_agreement(request, UUID(key), Act.WRITE_AGREEMENT)
    except ValueError:
        raise Http404 from None


def _home(
    request: WorkRequest, parent: Agreement | None, homes: QuerySet[Organisation]
) -> Organisation | None:
    if parent is None:
        return home_of(request, homes)
    return next((one for one in homes if one == parent.home), homes[0])


def _draft(
    request: WorkRequest, form: NewForm, home: Organisation, parent: Agreement | None
) -> Agreement:
    parties = form.agreed_by(home)
    if form.cleaned_data.get("template"):
        return services.draft_first(
            request.actor,
            form.draft,
            home=home,
            parties=parties,
            approvers=form.approvers,
            now=request.now,
        )
    return services.draft_agreement(
        request.actor,
        form.draft,
        home=home,
        parties=parties,
        approvers=form.approvers,
        parent=parent,
        now=request.now,
    )
