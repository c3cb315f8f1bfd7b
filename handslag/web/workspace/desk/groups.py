"""Groups that meet about what was reported: how often, and who sits there."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from handslag.core.access import Act
from handslag.domain.incidents import queries, services
from handslag.domain.incidents.models import Group
from handslag.domain.incidents.rules import Cadence
from handslag.domain.incidents.rules.settings import LONGEST_NAME, GroupDraft
from handslag.domain.organisations.models import KIND_NAMES
from handslag.domain.organisations.rules import Kind
from handslag.web.forms import LockForm
from handslag.web.requests import WorkRequest
from handslag.web.words.incidents import CADENCES
from handslag.web.workspace import fields
from handslag.web.workspace.desk.sight import saved, sent, the_desk, the_group, the_home
from handslag.web.workspace.sight import done, shown

GROUP = "workspace:desk-group"


class GroupForm(LockForm):
    """What it is called, how often it meets, from when."""

    name = fields.line(
        _("What is the group called?"),
        required=_("Write the name."),
        max_length=LONGEST_NAME,
    )
    cadence = fields.choice(
        _("How often does it meet?"),
        [(one.value, CADENCES[one]) for one in Cadence],
        required=_("Choose how often."),
        radio=True,
    )
    weekday = fields.choice(
        _("On which day of the week?"),
        [(str(number + 1), name) for number, name in WEEKDAYS.items()],
        required=_("Choose a day."),
    )
    since = fields.day(_("From"), required=_("Write from which day."))
    until = fields.day(_("Last day"), help_text=_("Empty: the group goes on."))

    @property
    def draft(self) -> GroupDraft:
        given = self.cleaned_data
        return GroupDraft(
            given["name"],
            Cadence(given["cadence"]),
            int(given["weekday"]),
            given["since"],
            given["until"],
        )


class SeatForm(forms.Form):
    """Who comes into the group, and when."""

    organisation = fields.choice(
        _("Who comes in?"), [], required=_("Choose an organisation.")
    )
    since = fields.day(_("From"), required=_("Write from which day."))

    def __init__(self, *args: Any, group: Group, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = queries.can_be_asked(group, today=today)
        self.those = {str(one.public_id): one for one in rows}
        field = self.fields["organisation"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        tied: list[tuple[str, str]] = []
        municipalities: list[tuple[str, str]] = []
        for key, one in self.those.items():
            to = municipalities if one.kind == Kind.MUNICIPALITY else tied
            to.append((key, one.name))
        field.choices = [
            ("", _("Choose")),
            (_("Comes in at once"), tied),
            (_("A municipality: is asked, and answers itself"), municipalities),
        ]


class LeaveForm(forms.Form):
    """The last day somebody sits in the group."""

    last_day = fields.day(_("Last day"), required=_("Write the last day."))


@require_safe
def listing(request: WorkRequest, key: UUID) -> HttpResponse:
    """The groups, and those that ask the municipality to come in."""
    desk = the_desk(request, key)
    rows = [
        {"one": one, "when": _when(one), "has_ended": _has_ended(one, request.today)}
        for one in queries.groups_of(desk.within)
    ]
    context = {
        "home": desk.within,
        "rows": rows,
        "invitations": queries.invitations_to(desk.within),
    }
    return shown(request, "desk/groups", context)


def _when(group: Group) -> str:
    """ "Every week, on a Monday"."""
    day = str(WEEKDAYS[group.weekday - 1])
    words = {"often": CADENCES[Cadence(group.cadence)], "day": day.lower()}
    return now_("%(often)s, on a %(day)s") % words


def _has_ended(group: Group, today: date) -> bool:
    return group.until is not None and group.until < today


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: WorkRequest, key: UUID) -> HttpResponse:
    """A group begins."""
    desk = the_desk(request, key)
    form = GroupForm(request.POST or None, initial={"revision": 0, "since": request.today})
    made: list[Group] = []
    if form.is_valid() and done(
        form,
        lambda: made.append(services.add_group(request.actor, desk.within, form.draft)),
    ):
        messages.success(request, now_("The group is there. Say who sits in it."))
        return redirect(GROUP, made[0].public_id)
    context = {"home": desk.within, "form": form, "group": None}
    return shown(request, "desk/group_words", context, form)


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: WorkRequest, group: UUID) -> HttpResponse:
    """One group: who sits there; the one that leads it takes others in."""
    found = the_group(request, group)
    leads = request.actor.may(Act.HANDLE_REPORTS, found.lead_id)
    form = SeatForm(
        request.POST or None,
        group=found,
        today=request.today,
        initial={"since": request.today},
    )
    if form.is_valid() and done(form, _taking_in(request, found, form)):
        messages.success(request, now_("Saved."))
        return redirect(GROUP, found.public_id)
    own = request.actor.where(Act.HANDLE_REPORTS)
    members = [
        {
            "one": one,
            "kind": KIND_NAMES[Kind(one.organisation.kind)],
            "may_end": one.until is None
            and one.organisation_id != found.lead_id
            and (leads or one.organisation_id in own),
        }
        for one in queries.members_of_group(found)
    ]
    context = {
        "group": found,
        "home": found.lead,
        "when": _when(found),
        "leads": leads,
        "members": members,
        "asked": queries.asked_into(found),
        "form": form,
    }
    return shown(request, "desk/group", context, form)


def _taking_in(request: WorkRequest, group: Group, form: SeatForm) -> Callable[[], None]:
    given = form.cleaned_data
    return lambda: services.take_in(
        request.actor,
        group,
        form.those[given["organisation"]],
        since=given["since"],
        now=request.now,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def words(request: WorkRequest, group: UUID) -> HttpResponse:
    """Change its name, how often it meets, or let it end."""
    found = the_group(request, group)
    names = ("name", "cadence", "weekday", "since", "until", "revision")
    form = GroupForm(
        request.POST or None, initial={name: getattr(found, name) for name in names}
    )
    if form.is_valid() and saved(
        form,
        lambda: services.save_group(
            request.actor, found, form.draft, revision=form.cleaned_data["revision"]
        ),
        lambda: the_group(request, group).revision,
    ):
        messages.success(request, now_("Saved."))
        return redirect(GROUP, found.public_id)
    context = {"home": found.lead, "form": form, "group": found}
    return shown(request, "desk/group_words", context, form)


@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: WorkRequest, group: UUID, organisation: UUID) -> HttpResponse:
    """Say the last day somebody sits there."""
    found = the_group(request, group)
    sits = queries.members_of_group(found).filter(until__isnull=True)
    member = get_object_or_404(sits, organisation__public_id=organisation)
    form = LeaveForm(request.POST or None, initial={"last_day": request.today})
    if form.is_valid() and done(
        form,
        lambda: services.leave(
            request.actor, member, last_day=form.cleaned_data["last_day"]
        ),
    ):
        messages.success(request, now_("Saved."))
        return redirect(GROUP, found.public_id)
    context = {"group": found, "member": member, "form": form}
    return shown(request, "desk/leave", context, form)


@require_POST
def answer(request: WorkRequest, key: UUID, invitation: UUID) -> HttpResponse:
    """The municipality says yes or no to a group that asked."""
    home = the_home(request, key)
    asked = get_object_or_404(queries.invitations_to(home), public_id=invitation)
    if request.POST.get("answer") == "yes":
        return sent(
            request,
            lambda: services.come_in(request.actor, asked, today=request.today),
            now_("You sit in the group from today."),
            "workspace:desk-groups",
            key,
        )
    return sent(
        request,
        lambda: services.decline(request.actor, asked),
        now_("You have said no. Nothing is shared."),
        "workspace:desk-groups",
        key,
    )
