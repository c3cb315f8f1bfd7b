"""One's own organisations: contact, members, invitations."""

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.crypto import get_random_string, salted_hmac
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from handslag.core.access import Act, Role, require
from handslag.core.accounts.models import Person
from handslag.domain.organisations import queries, services
from handslag.domain.organisations.models import (
    KIND_NAMES,
    ROLE_NAMES,
    Membership,
    Organisation,
)
from handslag.domain.organisations.rules import Kind, NotAllowedError
from handslag.web.requests import WorkRequest
from handslag.web.workspace.beginning import next_step
from handslag.web.workspace.organisations.forms import ContactForm, EndForm, InviteForm
from handslag.web.workspace.sight import shown

PASSWORD_LENGTH = 16


@require_safe
def listing(request: WorkRequest) -> HttpResponse:
    """The organisations the person works in."""
    own = queries.visible_to(request.actor).order_by("name")
    rows = [{"organisation": one, "kind": KIND_NAMES[Kind(one.kind)]} for one in own]
    return shown(request, "organisations/listing", {"rows": rows})


@require_safe
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """How the public reaches it, who works in it, and whom it belongs with."""
    organisation = _own(request, key)
    members = queries.members_of(organisation, today=request.today)
    around = queries.around(organisation, today=request.today)
    context = {
        "organisation": organisation,
        "kind": KIND_NAMES[Kind(organisation.kind)],
        "members": [
            {"held": one, "role": ROLE_NAMES[Role(one.role)], "key": _key(one)}
            for one in members
        ],
        "around": [
            {"name": one.name, "kind": KIND_NAMES[Kind(one.kind)]}
            for one in around.exclude(pk=organisation.pk)
        ],
        "onward": next_step(request, organisation),
        "may_appoint": request.actor.may(Act.APPOINT, organisation.pk),
        "may_say_contact": request.actor.may(Act.SAY_CONTACT, organisation.pk),
    }
    return shown(request, "organisations/page", context)


@require_http_methods(["GET", "HEAD", "POST"])
def contact(request: WorkRequest, key: UUID) -> HttpResponse:
    """Say how the public reaches it."""
    organisation = _own(request, key, Act.SAY_CONTACT)
    initial = {
        "name": organisation.contact_name,
        "email": organisation.contact_email,
        "phone": organisation.contact_phone,
    }
    form = ContactForm(request.POST or None, initial=initial)
    if form.is_valid():
        services.set_contact(request.actor, organisation, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("workspace:organisation", organisation.public_id)
    context = {"organisation": organisation, "form": form}
    return shown(request, "organisations/contact", context, form)


@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: WorkRequest, key: UUID) -> HttpResponse:
    """Give someone an account, if they have none, and a role."""
    organisation = _own(request, key, Act.APPOINT)
    form = InviteForm(request.POST or None, initial={"since": request.today})
    password = get_random_string(PASSWORD_LENGTH)
    made: list[Person] = []
    if form.is_valid() and _done(
        form, lambda: made.append(_invite(request, organisation, form, password))
    ):
        is_new = made[0].check_password(password)
        context = {
            "organisation": organisation,
            "person": made[0],
            # Shown once, on the answer itself: only its hash is stored.
            "password": password if is_new else "",
        }
        return shown(request, "organisations/invited", context)
    context = {"organisation": organisation, "form": form}
    return shown(request, "organisations/invite", context, form)


def _invite(
    request: WorkRequest, organisation: Organisation, form: InviteForm, password: str
) -> Person:
    given = form.cleaned_data
    return services.invite(
        request.actor,
        organisation,
        Role(given["role"]),
        email=given["email"],
        name=given["name"],
        since=given["since"],
        password=password,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def end(request: WorkRequest, key: UUID, member: str) -> HttpResponse:
    """Let a role end."""
    organisation = _own(request, key, Act.APPOINT)
    members = queries.members_of(organisation, today=request.today)
    held = next((one for one in members if _key(one) == member), None)
    if held is None:
        raise Http404
    form = EndForm(request.POST or None, initial={"last_day": request.today})
    if form.is_valid() and _done(
        form,
        lambda: services.end_membership(
            request.actor, held, last_day=form.cleaned_data["last_day"]
        ),
    ):
        messages.success(request, _("The role ends that day."))
        return redirect("workspace:organisation", organisation.public_id)
    role = ROLE_NAMES[Role(held.role)]
    context = {"organisation": organisation, "held": held, "role": role, "form": form}
    return shown(request, "organisations/end", context, form)


def _key(held: Membership) -> str:
    """A name for a role in addresses, that says nothing of numbers or persons."""
    return salted_hmac("handslag.membership", str(held.pk)).hexdigest()


def _own(request: WorkRequest, key: UUID, act: Act | None = None) -> Organisation:
    """An organisation the person works in and, with `act`, may do that in."""
    found = get_object_or_404(queries.visible_to(request.actor), public_id=key)
    if act is not None:
        require(request.actor, act, in_any_of=frozenset({found.pk}))
    return found


def _done(form: forms.Form, deed: Callable[[], object]) -> bool:
    """Do it; if the rules say no, the form says why and keeps what was typed."""
    try:
        deed()
    except NotAllowedError as error:
        form.add_error(None, services.sentence(error))
        return False
    return True
