"""The promises in English: each approved text, and a field for what it is called there."""

from collections.abc import Mapping
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from handslag.core.access import Act
from handslag.domain.promises import queries, services
from handslag.domain.promises.models import PromiseSet
from handslag.domain.promises.rules.translating import KEPT_BACK, Said, Step
from handslag.web.forms import saved_words, wants_words
from handslag.web.requests import WorkRequest
from handslag.web.workspace.promises.english_sheet import (
    ENGLISH,
    EnglishForm,
    Sheet,
    groups_of,
    next_seen,
    sent,
    sheet_of,
    too_long,
)
from handslag.web.workspace.sight import may, shown, the_set

FASTER, UNFINISHED = 409, 422

SENTENCES: Mapping[Step, str | Lazy] = {
    Step.OVERTAKEN: gettext_lazy(
        "Someone else translated this while you were writing. Yours is kept in the field:"
        " save again to put it in the place of theirs."
    ),
    Step.REWORDED: gettext_lazy(
        "The Swedish words were changed while you were writing. Read them again, and save"
        " again if yours still say the same."
    ),
    Step.GONE: gettext_lazy(
        "Some of what you wrote belongs to texts that are no longer in the promises."
    ),
}


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """Every text of the set: to translate or, without the right to, to read."""
    act = Act.WRITE_PROMISE if request.method == "POST" else None
    set_ = the_set(request, key, act)
    if not queries.may_be_translated(set_):
        raise Http404
    if request.method == "POST":
        return _write(request, set_)
    sheet = sheet_of(set_)
    return _shown(request, set_, sheet, EnglishForm(sheet), {}, {})


def _write(request: WorkRequest, set_: PromiseSet) -> HttpResponse:
    texts = sent(request.POST)
    steps = services.translate(request.actor, set_, language=ENGLISH, texts=texts)
    set_ = the_set(request, set_.public_id)
    sheet = sheet_of(set_)
    kept = {key: step for key, step in steps.items() if step in KEPT_BACK}
    if not kept:
        return _saved(request, set_, sheet, texts)
    form = EnglishForm(sheet, {key: texts[key].text for key in kept})
    for key, step in kept.items():
        _say(form, key, step, texts[key].text)
    if wants_words(request):
        said = {str(one) for errors in form.errors.values() for one in errors}
        answer = {"sentence": " ".join(said), "revision": next_seen(sheet, texts)}
        only_long = set(kept.values()) == {Step.TOO_LONG}
        return JsonResponse(answer, status=UNFINISHED if only_long else FASTER)
    return _shown(request, set_, sheet, form, kept, texts)


def _say(form: EnglishForm, key: str, step: Step, text: str) -> None:
    """The sentence beside the field, or at the top where there is no field any more."""
    if step is Step.TOO_LONG:
        form.add_error(key, too_long(text))
    elif step is not Step.GONE:
        form.add_error(key, str(SENTENCES[step]))
    elif not form.has_error("__all__"):
        form.add_error(None, str(SENTENCES[step]))


def _saved(
    request: WorkRequest, set_: PromiseSet, sheet: Sheet, texts: Mapping[str, Said]
) -> HttpResponse:
    public = _("In English now: %(done)s of %(all)s texts.") % sheet.counts
    if wants_words(request):
        return saved_words(next_seen(sheet, texts), request.now, public)
    messages.success(request, " ".join([_("Saved."), public]))
    if "stay" in request.POST:
        return redirect("workspace:english", set_.public_id)
    return redirect("workspace:set", set_.public_id)


def _shown(
    request: WorkRequest,
    set_: PromiseSet,
    sheet: Sheet,
    form: EnglishForm,
    kept: Mapping[str, Step],
    texts: Mapping[str, Said],
) -> HttpResponse:
    gone = [texts[key].text for key, step in kept.items() if step is Step.GONE]
    context = {
        "set": set_,
        "form": form,
        "groups": list(groups_of(sheet, form, kept)),
        "counts": sheet.counts,
        "is_whole": sheet.done == len(sheet.lines),
        "first_left": next(
            (one.text.key for one in sheet.lines if not one.stands.is_current), None
        ),
        "changed": sum(line.is_changed for line in sheet.lines),
        "gone": gone,
        "may_write": may(request, set_).write,
    }
    return shown(request, "promises/english", context, form)
