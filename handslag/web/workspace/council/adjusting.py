"""Minutes are put to those who adjust them, confirmed, published, and noted upon."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from handslag.core.access import ForbiddenError
from handslag.domain.council import queries, services
from handslag.domain.council.models import Adjuster, Meeting, Seat
from handslag.domain.council.rules.words import SeatPlace
from handslag.web.requests import WorkRequest
from handslag.web.words.council import PLACES
from handslag.web.workspace import fields
from handslag.web.workspace.council.sight import may_run, the_adjuster, the_meeting
from handslag.web.workspace.sight import done, shown

BOTH = ["GET", "HEAD", "POST"]


class AdjustersForm(forms.Form):
    """Who adjusts the minutes."""

    seats = forms.MultipleChoiceField(
        label=gettext_lazy("Who adjusts the minutes?"),
        help_text=gettext_lazy("Often the chair and one more."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": gettext_lazy("Choose who adjusts the minutes."),
            "invalid_choice": gettext_lazy("Choose from the list."),
        },
    )

    def __init__(self, *args: object, among: list[Seat], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        field = self.fields["seats"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 - declared above
        field.choices = [(str(one.public_id), _named(one)) for one in among]


def _named(seat: Seat) -> str:
    place = PLACES[SeatPlace(seat.place)]
    return f"{seat.function}, {seat.organisation.name} ({str(place).lower()})"


class DayForm(forms.Form):
    """The day on which an adjuster confirmed."""

    on = fields.day(
        gettext_lazy("On which day did they confirm?"),
        required=gettext_lazy("Write the day on which they confirmed."),
    )


class NoteForm(forms.Form):
    """A correction beside the minutes."""

    text = fields.words(
        gettext_lazy("What was wrong, and what is right?"),
        required=gettext_lazy("Write what was wrong, and what is right."),
    )
    is_internal = fields.tick(
        gettext_lazy("Internal"), help_text=gettext_lazy("The public does not read it.")
    )


@require_http_methods(BOTH)
def freeze(request: WorkRequest, key: UUID) -> HttpResponse:
    """Choose who adjusts the minutes, and freeze them."""
    meeting = the_meeting(request, key, to_run=True)
    seats = queries.seats_now(meeting.council, today=request.today)
    usual = [str(one.public_id) for one in seats if one.place == SeatPlace.CHAIR]
    form = AdjustersForm(request.POST or None, among=seats, initial={"seats": usual})
    if form.is_valid():
        chosen = [one for one in seats if str(one.public_id) in form.cleaned_data["seats"]]
        if done(form, lambda: _freeze(request, meeting, chosen)):
            messages.success(request, _("The minutes are frozen. The adjusters are told."))
            return redirect("workspace:meeting", meeting.public_id)
    context = {
        "council": meeting.council,
        "meeting": meeting,
        "form": form,
        "title": _("Put the minutes to those who adjust them"),
        "answer": _(
            "The text is frozen. When all have confirmed it, it is final and can never be"
            " changed. Until then you can take it back."
        ),
        "button": _("Freeze the minutes"),
    }
    return shown(request, "council/form", context, form)


def _freeze(request: WorkRequest, meeting: Meeting, seats: list[Seat]) -> None:
    services.freeze_minutes(request.actor, meeting, seats, now=request.now)


@require_http_methods(BOTH)
def take_back(request: WorkRequest, key: UUID) -> HttpResponse:
    """Go on writing. What was confirmed is confirmed anew."""
    meeting = the_meeting(request, key, to_run=True)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and done(
        form, lambda: services.take_back(request.actor, meeting, now=request.now)
    ):
        return redirect("workspace:minutes", meeting.public_id)
    context = {
        "council": meeting.council,
        "meeting": meeting,
        "form": form,
        "title": _("Take the minutes back?"),
        "answer": _(
            "You go on writing. Those who have confirmed must confirm the new text."
        ),
        "button": _("Take them back"),
    }
    return shown(request, "council/form", context, form)


@require_http_methods(BOTH)
def confirm(request: WorkRequest, key: UUID, adjuster: UUID) -> HttpResponse:
    """Confirm for one's own seat, or write down that somebody else has."""
    row = the_adjuster(request, key, adjuster)
    is_me = row.seat.email.casefold() == request.user.email.casefold()
    if not is_me and not may_run(request, row.minutes.meeting.council):
        raise ForbiddenError("Neither the seat's own account nor one who runs the council.")
    typed = request.POST if request.method == "POST" else None
    form: forms.Form = (
        forms.Form(typed) if is_me else DayForm(typed, initial={"on": request.today})
    )
    if form.is_valid() and done(form, lambda: _confirm(request, row, form, is_me=is_me)):
        messages.success(request, _("Confirmed."))
        return redirect("workspace:meeting", row.minutes.meeting.public_id)
    context = {
        "council": row.minutes.meeting.council,
        "meeting": row.minutes.meeting,
        "form": form,
        "title": _("Are the minutes right?")
        if is_me
        else _("Confirmed by: %(function)s") % {"function": row.function},
        "answer": _("You confirm the text as it stands on the page of the meeting.")
        if is_me
        else _("Write down the day on which they told you that the minutes are right."),
        "button": _("The minutes are right"),
    }
    return shown(request, "council/form", context, form)


def _confirm(request: WorkRequest, row: Adjuster, form: forms.Form, *, is_me: bool) -> None:
    if is_me:
        services.confirm(request.actor, row, now=request.now)
    else:
        on = form.cleaned_data["on"]
        services.record_confirmation(request.actor, row, on=on, now=request.now)


@require_http_methods(BOTH)
def publish(request: WorkRequest, key: UUID) -> HttpResponse:
    """Let anyone read the final minutes."""
    meeting = the_meeting(request, key, to_run=True)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and done(
        form, lambda: services.publish(request.actor, meeting, now=request.now)
    ):
        messages.success(request, _("Anyone can read the minutes now."))
        return redirect("workspace:meeting", meeting.public_id)
    items = queries.agenda_of(meeting)
    inside = [item.title for item in items if item.is_internal]
    context = {
        "council": meeting.council,
        "meeting": meeting,
        "form": form,
        "title": _("Publish the minutes?"),
        "answer": _("They are shown in every municipality that the council covers."),
        "points": inside,
        "points_title": _("Left out, since they are internal"),
        "button": _("Publish"),
    }
    return shown(request, "council/form", context, form)


@require_http_methods(BOTH)
def note(request: WorkRequest, key: UUID) -> HttpResponse:
    """A correction beside final minutes."""
    meeting = the_meeting(request, key, to_run=True)
    form = NoteForm(request.POST or None)
    if form.is_valid() and done(
        form,
        lambda: services.add_note(
            request.actor, meeting, **form.cleaned_data, now=request.now
        ),
    ):
        messages.success(request, _("The correction stands beside the minutes."))
        return redirect("workspace:meeting", meeting.public_id)
    context = {
        "council": meeting.council,
        "meeting": meeting,
        "form": form,
        "title": _("A correction beside the minutes"),
        "answer": _(
            "The minutes stand as they are. The correction is dated and stays too."
        ),
    }
    return shown(request, "council/form", context, form)
