"""Words that may name somebody: read by those who listen, decided about, and gone."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from handslag.core.guard.rules import Choice, Piece, left, pieces
from handslag.domain.voices import queries, services
from handslag.domain.voices.models import Voice
from handslag.domain.voices.rules import VoiceState
from handslag.web.requests import WorkRequest
from handslag.web.workspace.sight import done, shown
from handslag.web.workspace.voices.forms import DecisionForm
from handslag.web.workspace.voices.sight import the_occasion, the_voice
from handslag.web.workspace.voices.writing import BOTH

AT_A_TIME = 50


@require_safe
def queue(request: WorkRequest, key: UUID) -> HttpResponse:
    """All that waits at one occasion, with what was found marked."""
    at = the_occasion(request, key, to_listen=True)
    held = queries.held_of(at.occasion)[:AT_A_TIME]
    rows = [(one.public_id, cut(one)) for one in held]
    context = {"at": at, "occasion": at.occasion, "rows": rows}
    return shown(request, "voices/held", context)


@require_http_methods(BOTH)
def decide(request: WorkRequest, key: UUID, voice: UUID) -> HttpResponse:
    """One text: let through, something taken out, or all of it."""
    row = the_voice(request, key, voice)
    if row.state != VoiceState.HELD:
        raise Http404
    form = DecisionForm(request.POST or None, voice=row)
    if form.is_valid() and done(form, lambda: _decide(request, row, form)):
        messages.success(request, _("Decided. The words that waited are gone."))
        return redirect("workspace:held-voices", key)
    context = {"occasion": row.occasion, "pieces": cut(row), "form": form}
    return shown(request, "voices/decide", context, form)


def _decide(request: WorkRequest, row: Voice, form: DecisionForm) -> None:
    given = form.cleaned_data
    words = left(
        row.text,
        Choice(given["choice"]),
        _spans(row),
        marked=[int(nr) for nr in given["marked"]],
        others=given["others"].splitlines(),
    )
    services.decide_words(request.actor, row, words=words)


def cut(row: Voice) -> list[Piece]:
    """The words with what was found apart, to be marked."""
    return pieces(row.text, _spans(row))


def _spans(row: Voice) -> list[tuple[int, int]]:
    return [(one["start"], one["end"]) for one in row.found]
