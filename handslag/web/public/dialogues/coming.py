"""A dialogue that lies ahead: when, where and who may come; a place, and a calendar."""

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from handslag.core.periods import STOCKHOLM, stockholm_day
from handslag.core.refusals import NotAllowedError
from handslag.domain.dialogues import services
from handslag.domain.dialogues.published import (
    Coming,
    ComingMeeting,
    coming_dialogues,
    span,
)
from handslag.domain.dialogues.rules import Room
from handslag.domain.organisations.published import Moved, Municipality
from handslag.domain.organisations.published import municipality as published_municipality
from handslag.web.forms import PublicForm, public_write
from handslag.web.public.missing import no_municipality, not_here
from handslag.web.public.spoken import language, swedish
from handslag.web.public.voices.parts import Chance
from handslag.web.requests import SiteRequest
from handslag.web.ui.calendars import MEDIA_TYPE, Event, calendar
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.words import refusal
from handslag.web.words.dialogues import KINDS, ROOMS

NAME = "dialogue"
HOUR = 60 * 60
SIGNED_UP = "anmald"


class SignUpForm(PublicForm):
    """An address, and which of the meetings."""

    form_name: ClassVar[str] = NAME

    meeting = forms.ChoiceField(
        label=gettext_lazy("Which meeting?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose a meeting.")},
    )
    email = forms.EmailField(
        label=gettext_lazy("Your e-mail address"),
        help_text=gettext_lazy(
            "For a letter with your place and a reminder. We need no name, and delete the"
            " address a week after the meeting."
        ),
        error_messages={
            "required": gettext_lazy("Write your e-mail address."),
            "invalid": gettext_lazy(
                "Write an e-mail address, for example name@example.org."
            ),
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def __init__(self, *args: Any, meetings: list[ComingMeeting], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["meeting"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        choices = [(str(one.key), _choice(one)) for one in meetings]
        field.choices = choices
        if len(choices) == 1:
            field.initial = choices[0][0]


def _choice(one: ComingMeeting) -> str:
    return f"{span(one.starts, one.ends)}, {places(one)}"


def places(one: ComingMeeting) -> str:
    """Whether there is room, in a few words."""
    return str(ROOMS[one.room]) if one.room else _("one just comes")


def _has_room(one: ComingMeeting) -> bool:
    return one.room in {Room.PLENTY, Room.FEW}


def chances(municipality: str, today: date) -> Iterator[Chance]:
    """The dialogues one may come to."""
    now = datetime.combine(today, time(), tzinfo=STOCKHOLM)
    for one in coming_dialogues(municipality, now=now):
        first = stockholm_day(one.meetings[0].starts)
        yield Chance(
            href=reverse("public:take-part-in", args=[municipality, one.slug]),
            text=one.title,
            hint=f"{KINDS[one.kind]}, {swedish_date(first)}",
            starts=first,
            is_example=one.is_example,
        )


@public_write(NAME, limit=20, seconds=HOUR)
def page(request: SiteRequest, municipality: str, slug: str) -> HttpResponse:
    """One of them, with the way to a place where there are places."""
    found = published_municipality(municipality)
    if not isinstance(found, Municipality):
        return no_municipality(request)
    one = _coming(request, municipality, slug)
    if one is None:
        return _over(request, found)
    free = [row for row in one.meetings if _has_room(row) and row.starts > request.now]
    given = request.POST if request.method == "POST" else None
    form = SignUpForm(given, meetings=free)
    if form.is_valid() and _signed_up(request, municipality, slug, form):
        return HttpResponseRedirect(f"{request.path}?{SIGNED_UP}")
    context = {
        "municipality": found,
        "dialogue": one,
        "title": swedish(one.title),
        "kind": KINDS[one.kind],
        "answer": _answer(one),
        "meetings": [
            (span(row.starts, row.ends), places(row), row) for row in one.meetings
        ],
        "form": form if free else None,
        "is_full": not free and any(row.room is not None for row in one.meetings),
        "is_signed_up": SIGNED_UP in request.GET,
        "indexed": not one.is_example,
    }
    status = 422 if form.errors else 200
    response = render(request, "public/dialogues/coming.html", context, status=status)
    if one.is_example:
        response["X-Robots-Tag"] = "noindex"
    return response


def _signed_up(
    request: SiteRequest, municipality: str, slug: str, form: SignUpForm
) -> bool:
    given = form.cleaned_data
    try:
        services.sign_up_at(
            municipality,
            slug,
            UUID(given["meeting"]),
            given["email"],
            language=language(),
            now=request.now,
        )
    except NotAllowedError as error:
        form.add_error(None, refusal(error))
        return False
    return True


def _coming(request: SiteRequest, municipality: str, slug: str) -> Coming | None:
    rows = coming_dialogues(municipality, now=request.now)
    return next((one for one in rows if one.slug == slug), None)


def _answer(one: Coming) -> str:
    first = one.meetings[0]
    return _("Come and talk on %(day)s.") % {"day": swedish_date(first.starts)}


def _over(request: SiteRequest, found: Municipality) -> HttpResponse:
    return not_here(
        request,
        what=_("There is nothing to take part in at this address"),
        advice=_("It may be over. Here is what is open in %(place)s, and what comes.")
        % {"place": found.short_name},
        href=reverse("public:take-part", args=[found.slug]),
        link=_("Take part in %(place)s") % {"place": found.short_name},
    )


@require_safe
def file(request: SiteRequest, municipality: str, slug: str, key: UUID) -> HttpResponse:
    """One meeting for one's own calendar."""
    if isinstance(published_municipality(municipality), Moved | None):
        raise Http404
    one = _coming(request, municipality, slug)
    rows = one.meetings if one else ()
    row = next((each for each in rows if each.key == key), None)
    if one is None or row is None:
        raise Http404
    address = reverse("public:take-part-in", args=[municipality, slug])
    event = Event(
        uid=f"{row.key}@handslag",
        starts=row.starts,
        ends=row.ends,
        title=one.title,
        changed_at=row.changed_at,
        description=one.asks,
        url=f"{settings.PUBLIC_ADDRESS}{address}",
        place=row.where,
        sequence=row.revision,
    )
    answer = HttpResponse(calendar([event], name=one.title), content_type=MEDIA_TYPE)
    answer["Content-Disposition"] = f'attachment; filename="{slug}.ics"'
    if one.is_example:
        answer["X-Robots-Tag"] = "noindex"
    return answer
