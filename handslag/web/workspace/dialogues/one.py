"""A dialogue: before, on the day, after."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from handslag.domain.dialogues import queries, services
from handslag.domain.dialogues.models import Dialogue
from handslag.domain.dialogues.queries import Heard
from handslag.domain.dialogues.rules import Audience, Kind, Script
from handslag.domain.voices.rules import Phase
from handslag.web.requests import WorkRequest
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.words.dialogues import AUDIENCES_SHORT, KINDS
from handslag.web.workspace.dialogues.forms import DialogueForm
from handslag.web.workspace.dialogues.rows import (
    meeting_rows,
    profile_rows,
    script_rows,
    theme_rows,
)
from handslag.web.workspace.dialogues.sight import page_of, the_dialogue
from handslag.web.workspace.sight import shown
from handslag.web.workspace.walks.writing import BOTH, nothing, written

TEMPLATE = "dialogues/form"


@require_safe
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """All of it, in the order in which it happens."""
    dialogue = the_dialogue(request, key)
    heard = queries.heard_at(dialogue)
    meetings = meeting_rows(dialogue)
    is_staff = dialogue.audience is Audience.STAFF
    last = queries.latest_release(dialogue)
    is_out = last is not None and not queries.is_withdrawn(last)
    context = {
        "dialogue": dialogue,
        "occasion": dialogue.occasion,
        "audience": AUDIENCES_SHORT[dialogue.audience],
        "kind": KINDS[Kind(dialogue.kind)],
        "answer": _answer(dialogue, heard, is_out=is_out),
        "steps": _steps(dialogue, is_out=is_out),
        "may": queries.leads(request.actor, dialogue),
        "meetings": meetings,
        "is_open": dialogue.occasion.phase == Phase.OPEN,
        "is_over": dialogue.occasion.ends < request.today,
        "is_closed": dialogue.occasion.phase == Phase.CLOSED,
        "is_staff": is_staff,
        "scripts": script_rows() if is_staff else [],
        "may_meet_more": not is_staff or len(meetings) < len(Script),
        "heard": heard,
        "themes": theme_rows(dialogue),
        "profile": profile_rows(queries.profile_of(dialogue)),
        "came": list(dialogue.came.all()),
        "cited": dialogue.occasion.findings.select_related("evidence").first(),
        "last": last,
        "is_out": is_out,
    }
    return shown(request, "dialogues/dialogue", context)


def _steps(dialogue: Dialogue, *, is_out: bool) -> list[dict[str, str]]:
    now = 3 if is_out else 2 if dialogue.held_on else 1
    hints = (
        swedish_date(dialogue.occasion.starts),
        swedish_date(dialogue.held_on) if dialogue.held_on else "",
        "",
    )
    texts = (_("Before and on the day"), _("Afterwards"), _("The result is public"))
    return [
        {
            "text": text,
            "hint": hint,
            "state": "past" if nr < now else "now" if nr == now else "ahead",
        }
        for nr, (text, hint) in enumerate(zip(texts, hints, strict=True), start=1)
    ]


def _answer(dialogue: Dialogue, heard: Heard, *, is_out: bool) -> str:
    """What a visitor wants to know first."""
    said = ngettext("%(n)s voice", "%(n)s voices", heard.voices) % {"n": heard.voices}
    if dialogue.held_on is None:
        day = swedish_date(dialogue.occasion.starts)
        if not heard.voices:
            return _("The dialogue is planned for %(day)s.") % {"day": day}
        return _("%(voices)s so far.") % {"voices": said}
    people = dialogue.occasion.people or 0
    came = ngettext("%(n)s came", "%(n)s came", people) % {"n": people}
    if is_out:
        return _("%(came)s, %(voices)s. The result is public.") % {
            "came": came,
            "voices": said,
        }
    if heard.waiting:
        return ngettext(
            "%(came)s, %(voices)s. %(n)s waits to be coded.",
            "%(came)s, %(voices)s. %(n)s wait to be coded.",
            heard.waiting,
        ) % {"came": came, "voices": said, "n": heard.waiting}
    return _("%(came)s, %(voices)s. The result can be released.") % {
        "came": came,
        "voices": said,
    }


@require_http_methods(BOTH)
def words(request: WorkRequest, key: UUID) -> HttpResponse:
    """Change what one wants to know, and who leads it."""
    dialogue = the_dialogue(request, key, to_lead=True)
    form = DialogueForm(request.POST or None, initial=_of(dialogue))
    return written(
        request,
        page_of(dialogue, _("What, how and who leads")),
        form,
        lambda: services.save_dialogue(
            request.actor,
            dialogue,
            form.draft(dialogue.audience),
            revision=form.cleaned_data["revision"],
            now=request.now,
        ),
        now=lambda: _of(the_dialogue(request, key, to_lead=True)),
        template=TEMPLATE,
    )


def _of(dialogue: Dialogue) -> dict[str, object]:
    return {
        "title": dialogue.occasion.title,
        "kind": dialogue.kind,
        "asks": dialogue.asks,
        "who": dialogue.who,
        "leader": dialogue.leader,
        "least": dialogue.least,
        "revision": dialogue.revision,
    }


@require_http_methods(BOTH)
def invite(request: WorkRequest, key: UUID) -> HttpResponse:
    """The last look before everyone can read that they may come."""
    dialogue = the_dialogue(request, key, to_lead=True)
    return written(
        request,
        page_of(
            dialogue,
            _("Invite to the dialogue?"),
            _("Everyone can read when and where one meets, and sign up."),
            _("Invite"),
        ),
        nothing(request),
        lambda: services.invite(request.actor, dialogue, now=request.now),
        template=TEMPLATE,
    )


@require_http_methods(BOTH)
def cite(request: WorkRequest, key: UUID) -> HttpResponse:
    """The last look before what was said enters the chain."""
    dialogue = the_dialogue(request, key, to_lead=True)
    answer = _(
        "What was said most becomes a finding among what is known. The situational"
        " picture and the promises can rest on it."
    )
    return written(
        request,
        page_of(dialogue, _("Record it as what is known?"), answer, _("Record it")),
        nothing(request),
        lambda: services.cite(request.actor, dialogue, now=request.now),
        template=TEMPLATE,
    )
