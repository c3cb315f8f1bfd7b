"""Words that wait: the moderator reads them, decides, and they are gone."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from handslag.core.access import Act, require
from handslag.core.guard.rules import Choice, Kind, Piece, pieces
from handslag.domain.incidents import queries, services
from handslag.domain.incidents.models import Held, Incident
from handslag.domain.incidents.services.readings import QUEUE
from handslag.web.answers import capital, number
from handslag.web.requests import WorkRequest
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.words.guard import CHOICES, FOUND
from handslag.web.workspace import fields
from handslag.web.workspace.reports.one import name_of
from handslag.web.workspace.reports.sight import sight_of, the_incident
from handslag.web.workspace.sight import done, shown

BOTH = ["GET", "HEAD", "POST"]
AT_A_TIME = 30


class DecisionForm(forms.Form):
    """What becomes of words that wait."""

    choice = fields.choice(
        gettext_lazy("What becomes of them?"),
        [(one.value, name) for one, name in CHOICES.items()],
        required=gettext_lazy("Choose what becomes of the words."),
        radio=True,
    )
    marked = forms.MultipleChoiceField(
        label=gettext_lazy("What was found"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    others = fields.words(
        gettext_lazy("Other words to take out"),
        help_text=gettext_lazy("One to a line, exactly as they stand."),
        rows=2,
    )

    def __init__(self, *args: object, held: Held, **more: object) -> None:
        super().__init__(*args, **more)  # type: ignore[arg-type]
        self.fields["marked"].choices = [  # type: ignore[attr-defined]
            (str(nr), _found(held, one)) for nr, one in enumerate(held.found)
        ]
        if not held.found:
            del self.fields["marked"]

    def decide(self, request: WorkRequest, held: Held) -> None:
        given = self.cleaned_data
        services.decide(
            request.actor,
            held,
            Choice(given["choice"]),
            marked=[int(nr) for nr in given.get("marked", ())],
            others=given["others"].splitlines(),
        )


def _found(held: Held, one: dict[str, object]) -> str:
    start, end = int(str(one["start"])), int(str(one["end"]))
    return f"“{held.words[start:end]}”: {FOUND[Kind(str(one['kind']))]}"


def _homes(request: WorkRequest) -> frozenset[int]:
    """The municipalities one moderates for; whoever moderates for none is refused."""
    homes = request.actor.where(Act.MODERATE_REPORTS)
    require(request.actor, Act.MODERATE_REPORTS, in_any_of=homes)
    return homes


@require_http_methods(BOTH)
def queue(request: WorkRequest) -> HttpResponse:
    """Words that are held, then texts that nobody has read; the latter pass together."""
    homes = _homes(request)
    if request.method == "POST":
        passed = services.pass_texts(request.actor, _keys(request))
        said = ngettext(
            "%(n)s text was let through.", "%(n)s texts were let through.", passed
        )
        messages.success(request, capital(said % {"n": number(passed)}))
        return redirect("workspace:moderation")
    held = list(queries.held_in(homes)[:AT_A_TIME])
    unread = Paginator(queries.unread_in(homes), AT_A_TIME).get_page(
        request.GET.get("sida")
    )
    of_held = [one.incident for one in held if one.incident is not None]
    services.log_reading(request.actor, QUEUE, [*of_held, *unread], request.now)
    photos = queries.photos_waiting_in(homes)
    context = {
        "answer": _answer(len(held), unread.paginator.count, photos),
        "held": [_line(one) for one in held],
        "unread": [_unread(one) for one in unread],
        "page": unread,
        "photos": photos,
    }
    return shown(request, "reports/moderation", context)


def _keys(request: WorkRequest) -> list[UUID]:
    found = []
    for key in request.POST.getlist("read"):
        try:
            found.append(UUID(key))
        except ValueError:
            continue
    return found


def _answer(held: int, unread: int, photos: int) -> str:
    """What waits, in a sentence."""
    if not held and not unread and not photos:
        return _("Nothing waits for you. All that was written has been read.")
    said = ngettext(
        "%(n)s text may name somebody, and only you can read it.",
        "%(n)s texts may name somebody, and only you can read them.",
        held,
    ) % {"n": number(held)}
    more = ngettext(
        "%(n)s more has not been read by anyone.",
        "%(n)s more have not been read by anyone.",
        unread,
    ) % {"n": number(unread)}
    return f"{capital(said)} {capital(more)}"


def _line(held: Held) -> dict[str, object]:
    incident = held.incident
    return {
        "key": held.public_id,
        "what": name_of(incident) if incident else _("A message about a report"),
        "where": incident.place.name if incident and incident.place else "",
        "pieces": cut(held),
        "until": swedish_date(held.until),
        "is_where": held.field != "text",
    }


def cut(held: Held) -> list[Piece]:
    """The words with what was found apart, to be marked."""
    return pieces(held.words, [(one["start"], one["end"]) for one in held.found])


def _unread(incident: Incident) -> dict[str, object]:
    return {
        "key": incident.public_id,
        "what": name_of(incident),
        "where": incident.place.name if incident.place else "",
        "where_words": incident.where_words,
        "text": incident.text,
        "day": swedish_date(incident.day),
    }


@require_http_methods(BOTH)
def decide(request: WorkRequest, key: UUID) -> HttpResponse:
    """One text that waits, with what was found in it marked, and the choice."""
    held = queries.one_held(request.actor.where(Act.MODERATE_REPORTS), key)
    if held is None:
        raise Http404
    form = DecisionForm(
        request.POST or None,
        held=held,
        initial={
            "marked": [str(nr) for nr in range(len(held.found))],
            "choice": Choice.TAKE_OUT.value,
        },
    )
    if form.is_valid() and done(form, lambda: form.decide(request, held)):
        messages.success(request, _("Decided. The words that waited are gone."))
        return redirect("workspace:moderation")
    if held.incident is not None:
        services.log_reading(request.actor, QUEUE, [held.incident], request.now)
    context = {"line": _line(held), "form": form}
    return shown(request, "reports/decide", context, form)


class WordsForm(forms.Form):
    """Words to take out of a text that can be read already."""

    others = fields.words(
        gettext_lazy("Words to take out"),
        help_text=gettext_lazy("One to a line, exactly as they stand."),
        rows=3,
    )
    take_all = fields.tick(gettext_lazy("Take away all the words"))


@require_http_methods(BOTH)
def take_out(request: WorkRequest, key: UUID) -> HttpResponse:
    """Take words out of what can be read: what the guard did not see, somebody did."""
    incident = the_incident(sight_of(request), key)
    where = frozenset({incident.within_id})
    require(request.actor, Act.MODERATE_REPORTS, in_any_of=where)
    form = WordsForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and done(
        form,
        lambda: services.take_out_words(
            request.actor,
            incident,
            chosen=form.cleaned_data["others"].splitlines(),
            take_all=form.cleaned_data["take_all"],
            now=request.now,
        ),
    ):
        messages.success(request, _("The words are gone."))
        return redirect("workspace:report-page", key)
    services.log_reading(request.actor, QUEUE, [incident], request.now)
    context = {"form": form, "incident": incident, "line": _unread(incident)}
    return shown(request, "reports/take_out", context, form)
