"""The desk of a municipality at a glance, and its terms."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from handslag.core.access import Act, require
from handslag.domain.incidents import queries, services
from handslag.domain.incidents.models import Desk
from handslag.domain.incidents.queries import batches
from handslag.domain.incidents.rules.importing import Stage
from handslag.domain.incidents.rules.settings import MOST_DAYS
from handslag.domain.incidents.services.desks import Terms
from handslag.domain.organisations.models import Organisation
from handslag.web.forms import LockForm
from handslag.web.requests import WorkRequest
from handslag.web.workspace import fields
from handslag.web.workspace.desk.sight import saved, the_home
from handslag.web.workspace.sight import shown

USUAL_DAYS = 14


def days_field() -> forms.IntegerField:
    """Within how many days."""
    said = _("Write a number of days between 1 and 365.")
    return forms.IntegerField(
        label=_("Within how many days?"),
        min_value=1,
        max_value=MOST_DAYS,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"), said
        ),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "short"}),
    )


class TermsForm(LockForm):
    """From whom reports are received, and what is done with them from the start."""

    is_open_to_residents = fields.tick(
        _("Residents can report"),
        help_text=_("Without an account, on the municipality's pages here."),
    )
    is_open_to_machines = fields.tick(
        _("Other systems can hand in reports"),
        help_text=_("By the standard Open311, each with a key that you make here."),
    )
    shares_with_group = fields.tick(
        _("What residents report is shared with the group from the start"),
        help_text=_(
            "Otherwise you share each report yourselves. Reporters in service always share."
        ),
    )
    days = days_field()

    @property
    def terms(self) -> Terms:
        given = self.cleaned_data
        return Terms(**{name: given[name] for name in Terms.__dataclass_fields__})


@require_safe
def start(request: WorkRequest) -> HttpResponse:
    """The desk of one's municipality; which one, when there are several."""
    may = request.actor.where(Act.HANDLE_REPORTS)
    require(request.actor, Act.HANDLE_REPORTS, in_any_of=may)
    homes = list(queries.run_by(request.actor))
    if len(homes) == 1:
        return redirect("workspace:desk-of", homes[0].public_id)
    things = [
        {"href": reverse("workspace:desk-of", args=[one.public_id]), "text": one.name}
        for one in homes
    ]
    return shown(request, "desk/start", {"things": things})


@require_safe
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """What is decided, and where each part of it is changed."""
    home = the_home(request, key)
    desk = queries.desk_of(home)
    context = {
        "home": home,
        "desk": desk,
        "answer": _answer(desk),
        "invitations": queries.invitations_to(home),
        "things": _things(home, desk) if desk else [],
        "more": _more(home) if desk else [],
    }
    return shown(request, "desk/page", context)


def _answer(desk: Desk | None) -> str:
    if desk is None:
        return now_("You do not receive reports yet.")
    if desk.is_open_to_residents:
        return now_("You receive reports from reporters in service and from residents.")
    return now_("You receive reports from reporters in service. Residents cannot report.")


def _things(home: Organisation, desk: Desk) -> list[dict[str, object]]:
    """The parts of the desk, each with what it holds now."""
    kinds = queries.categories_of(home).count()
    routes = queries.routes_of(home).count()
    groups = queries.groups_of(home).count()
    keys = queries.keys_of(home).filter(ended_at__isnull=True).count()
    rows = [
        (
            "desk-categories",
            now_("What can be reported"),
            ngettext("%(n)s kind", "%(n)s kinds", kinds) % {"n": kinds},
        ),
        (
            "desk-routes",
            now_("Whose task it becomes"),
            ngettext("%(n)s rule", "%(n)s rules", routes) % {"n": routes}
            if routes
            else now_("no rule yet: nobody is given the task by itself"),
        ),
        (
            "desk-groups",
            now_("Groups that share what they see"),
            ngettext("%(n)s group", "%(n)s groups", groups) % {"n": groups},
        ),
        (
            "desk-machines",
            now_("Other systems that hand in reports"),
            ngettext("%(n)s key", "%(n)s keys", keys) % {"n": keys}
            if desk.is_open_to_machines
            else now_("closed"),
        ),
        _files(home),
    ]
    return [
        {"href": reverse(f"workspace:{name}", args=[home.public_id]), "text": t, "hint": h}
        for name, t, h in rows
    ]


def _files(home: Organisation) -> tuple[str, str, str]:
    n = batches.batches_of(home).filter(stage=Stage.DONE).count()
    hint = now_("read in a file, see each row first, and take it back")
    if n:
        hint = ngettext("%(n)s file read in", "%(n)s files read in", n) % {"n": n}
    return "desk-files", now_("Files from other systems"), hint


def _more(home: Organisation) -> list[dict[str, object]]:
    """What else belongs to receiving reports."""
    return [
        {"href": reverse("workspace:posters"), "text": now_("Posters for places")},
        {"href": reverse("workspace:trained"), "text": now_("Who has read the ten things")},
        {
            "href": reverse("workspace:desk-forgetting", args=[home.public_id]),
            "text": now_("What is forgotten next"),
        },
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def terms(request: WorkRequest, key: UUID) -> HttpResponse:
    """Say on which terms; the first time, begin to receive."""
    home = the_home(request, key)
    desk = queries.desk_of(home)
    form = TermsForm(request.POST or None, initial=_initial(desk))
    if form.is_valid() and saved(
        form, lambda: _save(request, home, desk, form), lambda: _revision(home)
    ):
        messages.success(request, now_("Saved."))
        return redirect("workspace:desk-of", home.public_id)
    context = {"home": home, "desk": desk, "form": form}
    return shown(request, "desk/terms", context, form)


def _save(
    request: WorkRequest, home: Organisation, desk: Desk | None, form: TermsForm
) -> None:
    revision = form.cleaned_data["revision"]
    if desk is None:
        desk = services.open_desk(request.actor, home, now=request.now)
        revision = desk.revision
    services.save_desk(request.actor, desk, form.terms, revision=revision)


def _revision(home: Organisation) -> int:
    desk = queries.desk_of(home)
    return desk.revision if desk else 0


def _initial(desk: Desk | None) -> dict[str, object]:
    if desk is None:
        return {"shares_with_group": True, "days": USUAL_DAYS, "revision": 0}
    names = (*Terms.__dataclass_fields__, "revision")
    return {name: getattr(desk, name) for name in names}
