"""On the day and after it: fast notes, who came, the minutes."""

from urllib.parse import urlencode
from uuid import UUID, uuid4

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from handslag.domain.dialogues import queries, services
from handslag.domain.dialogues.models import Dialogue
from handslag.domain.dialogues.rules import Age, Audience, Part, Script, Sex
from handslag.web.forms import refused_words, saved_words, wants_words
from handslag.web.requests import WorkRequest
from handslag.web.words.dialogues import SCRIPTS
from handslag.web.workspace.dialogues.forms import HeldForm, MinutesForm, NotesForm
from handslag.web.workspace.dialogues.rows import script_rows
from handslag.web.workspace.dialogues.sight import page_of, the_dialogue
from handslag.web.workspace.sight import done, handed_out, shown
from handslag.web.workspace.walks.writing import BOTH, written

SAVED = "sparad"


@require_http_methods(BOTH)
def notes(request: WorkRequest, key: UUID) -> HttpResponse:
    """Write fast: a line is a voice. One stays on the page and goes on writing."""
    dialogue = the_dialogue(request, key, to_lead=True)
    is_staff = dialogue.audience is Audience.STAFF
    scripts = {one.value: SCRIPTS[one] for one in Script} if is_staff else {}
    chosen = request.GET.get("traff", "")
    initial = _begun(request, dialogue, chosen if chosen in scripts else "")
    form = NotesForm(request.POST or None, scripts=scripts, initial=initial)
    if request.method == "POST" and wants_words(request):
        return _keep(request, dialogue, form)
    written_down: list[int] = []

    def save() -> None:
        given = form.cleaned_data
        lines = services.note(
            request.actor,
            dialogue,
            given["notes"],
            key=given["key"],
            script=form.chosen,
            now=request.now,
        )
        written_down.append(lines)

    if form.is_valid() and done(form, save):
        said = ngettext("%(n)s voice is saved.", "%(n)s voices are saved.", written_down[0])
        messages.success(request, said % {"n": written_down[0]})
        asked = {"traff": form.chosen.value if form.chosen else "", SAVED: given_key(form)}
        return redirect(f"{request.path}?{urlencode(asked)}")
    context = {
        "dialogue": dialogue,
        "form": form,
        "heard": queries.heard_at(dialogue),
        "scripts": script_rows() if is_staff else [],
        "saved": request.GET.get(SAVED, ""),
    }
    return shown(request, "dialogues/notes", context, form)


def given_key(form: NotesForm) -> str:
    """Under which the lines were saved: the copy in the tab is not offered again."""
    return str(form.cleaned_data["key"])


def _begun(request: WorkRequest, dialogue: Dialogue, script: str) -> dict[str, object]:
    """What this person was typing here, or an empty sheet."""
    draft = queries.draft_of(dialogue, request.actor.person_id)
    if draft is None:
        return {"key": uuid4(), "script": script}
    return {"key": draft.key, "script": draft.script or script, "notes": draft.text}


def _keep(request: WorkRequest, dialogue: Dialogue, form: NotesForm) -> JsonResponse:
    """A script keeps what is typed; it becomes voices when the button is pressed."""
    for field in form.fields.values():
        field.required = False

    def keep() -> None:
        services.keep_draft(
            request.actor,
            dialogue,
            form.cleaned_data["notes"],
            key=form.cleaned_data["key"] or uuid4(),
            script=form.chosen,
            now=request.now,
        )

    if form.is_valid() and done(form, keep):
        return saved_words(0, request.now, _("No voices yet: press the button for that."))
    return refused_words(form)


@require_http_methods(BOTH)
def held(request: WorkRequest, key: UUID) -> HttpResponse:
    """It has been held: how many came, of which groups, from where."""
    dialogue = the_dialogue(request, key, to_lead=True)
    form = HeldForm(request.POST or None, initial=_held(dialogue))
    return written(
        request,
        page_of(
            dialogue,
            _("Who came"),
            _("Only how many, as you saw it. Never names. Leave out what you do not know."),
        ),
        form,
        lambda: services.save_held(
            request.actor,
            dialogue,
            form.draft(),
            revision=form.cleaned_data["revision"],
            now=request.now,
            today=request.today,
        ),
        now=lambda: _held(the_dialogue(request, key, to_lead=True)),
        template="dialogues/held",
    )


def _held(dialogue: Dialogue) -> dict[str, object]:
    profile = queries.profile_of(dialogue)
    sexes, ages = profile.get(Part.SEX, {}), profile.get(Part.AGE, {})
    areas = profile.get(Part.AREA, {})
    return {
        "people": dialogue.occasion.people,
        **{f"sex_{one.value}": sexes.get(one.value) for one in Sex},
        **{f"age_{one.value}": ages.get(one.value) for one in Age},
        "areas": "\n".join(f"{name}: {n}" for name, n in areas.items()),
        "came": "\n".join(f"{one.name}: {one.people}" for one in dialogue.came.all()),
        "revision": dialogue.revision,
    }


@require_http_methods(BOTH)
def minutes(request: WorkRequest, key: UUID) -> HttpResponse:
    """Keep the minutes as a file. They are not public."""
    dialogue = the_dialogue(request, key, to_lead=True)
    is_sent = request.method == "POST"
    given = (request.POST, request.FILES) if is_sent else ()
    form = MinutesForm(*given)

    def keep() -> None:
        file: UploadedFile[bytes] = form.cleaned_data["file"]
        services.keep_minutes(request.actor, dialogue, file.name or "", file.read())

    return written(
        request,
        page_of(
            dialogue,
            _("The minutes"),
            _("For those who work here. Take out names before you put in the file."),
        ),
        form,
        keep,
        template="dialogues/form",
    )


@require_safe
def minutes_file(request: WorkRequest, key: UUID) -> HttpResponse:
    """The file."""
    dialogue = the_dialogue(request, key)
    if dialogue.minutes is None:
        raise Http404
    return handed_out(dialogue.minutes)
