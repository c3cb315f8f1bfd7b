"""The result as a stranger will read it, released at one moment, and taken back."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from handslag.domain.dialogues import services
from handslag.domain.dialogues.models import Dialogue
from handslag.domain.dialogues.published import content_of, read
from handslag.web.dialogues_told import told_rows
from handslag.web.requests import WorkRequest
from handslag.web.workspace.dialogues.forms import ReleaseForm, WithdrawForm
from handslag.web.workspace.dialogues.sight import page_of, the_dialogue
from handslag.web.workspace.walks.writing import BOTH, written


@require_http_methods(BOTH)
def release(request: WorkRequest, key: UUID) -> HttpResponse:
    """The last look: what everyone will read, all of it, from this moment on."""
    dialogue = the_dialogue(request, key, to_lead=True)
    form = ReleaseForm(request.POST or None, initial=_of(dialogue))
    preview = read(content_of(dialogue), number=1, released_on=request.today)
    return written(
        request,
        page_of(
            dialogue,
            _("Release the result?"),
            _("Everyone can read it at the same moment. It stays as it is now."),
            _("Release it"),
        ),
        form,
        lambda: services.release(
            request.actor,
            dialogue,
            said=form.cleaned_data["said"],
            revision=form.cleaned_data["revision"],
            now=request.now,
        ),
        now=lambda: _of(the_dialogue(request, key, to_lead=True)),
        template="dialogues/release",
        more={"told": told_rows(preview)},
    )


def _of(dialogue: Dialogue) -> dict[str, object]:
    return {"said": dialogue.occasion.said, "revision": dialogue.revision}


@require_http_methods(BOTH)
def withdraw(request: WorkRequest, key: UUID) -> HttpResponse:
    """Take the result back, and say why."""
    dialogue = the_dialogue(request, key, to_lead=True)
    form = WithdrawForm(request.POST or None)
    return written(
        request,
        page_of(
            dialogue,
            _("Take the result back?"),
            _("Nobody can read it after this. Its address says that it was taken back."),
            _("Take it back"),
        ),
        form,
        lambda: services.withdraw(
            request.actor, dialogue, why=form.cleaned_data["why"], now=request.now
        ),
        template="dialogues/form",
    )
