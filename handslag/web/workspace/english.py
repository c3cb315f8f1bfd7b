"""A text in English: each approved piece of it, and a field for what it is called there.

An `English` says what is particular to promises, to agreements and so on. It is
handed to the view in `urls.py`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from handslag.core.access import Act
from handslag.core.approvals.rules.translating import KEPT_BACK, Said, Step
from handslag.web.forms import saved_words, wants_words
from handslag.web.requests import WorkRequest
from handslag.web.workspace.english_sheet import (
    ENGLISH,
    EnglishForm,
    Sheet,
    Source,
    groups_of,
    next_seen,
    sent,
    sheet_of,
    too_long,
)
from handslag.web.workspace.fields import Text
from handslag.web.workspace.sight import shown

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
        "Some of what you wrote belongs to words that are no longer in the text."
    ),
}


Thing = TypeVar("Thing", bound=Any)


@dataclass(frozen=True, slots=True)
class English(Generic[Thing]):
    """What is particular to the texts of one kind of thing.

    `page` and `here` are names of addresses: of the thing, and of its texts in English.
    """

    act: Act
    find: Callable[[WorkRequest, UUID, Act | None], Thing]
    party_ids: Callable[[Thing], frozenset[int]]
    source: Callable[[Thing], Source | None]
    translate: Callable[..., dict[str, Step]]
    title: Text
    gone: Text
    page: str
    here: str


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: WorkRequest, key: UUID, of: English[Any]) -> HttpResponse:
    """Every text of the thing: to translate or, without the right to, to read."""
    act = of.act if request.method == "POST" else None
    thing = of.find(request, key, act)
    sheet = _sheet(thing, of)
    if request.method == "POST":
        return _write(request, thing, of)
    return _shown(request, thing, of, sheet, EnglishForm(sheet), {}, {})


def _sheet(thing: Any, of: English[Any]) -> Sheet:
    source = of.source(thing)
    if source is None:
        raise Http404
    return sheet_of(source)


def _write(request: WorkRequest, thing: Any, of: English[Any]) -> HttpResponse:
    texts = sent(request.POST)
    steps = of.translate(request.actor, thing, language=ENGLISH, texts=texts)
    thing = of.find(request, thing.public_id, None)
    sheet = _sheet(thing, of)
    kept = {key: step for key, step in steps.items() if step in KEPT_BACK}
    if not kept:
        return _saved(request, thing, of, sheet, texts)
    form = EnglishForm(sheet, {key: texts[key].text for key in kept})
    for key, step in kept.items():
        _say(form, key, step, texts[key].text)
    if wants_words(request):
        said = {str(one) for errors in form.errors.values() for one in errors}
        answer = {"sentence": " ".join(said), "revision": next_seen(sheet, texts)}
        only_long = set(kept.values()) == {Step.TOO_LONG}
        return JsonResponse(answer, status=UNFINISHED if only_long else FASTER)
    return _shown(request, thing, of, sheet, form, kept, texts)


def _say(form: EnglishForm, key: str, step: Step, text: str) -> None:
    """The sentence beside the field, or at the top where there is no field any more."""
    if step is Step.TOO_LONG:
        form.add_error(key, too_long(text))
    elif step is not Step.GONE:
        form.add_error(key, str(SENTENCES[step]))
    elif not form.has_error("__all__"):
        form.add_error(None, str(SENTENCES[step]))


def _saved(
    request: WorkRequest,
    thing: Any,
    of: English[Any],
    sheet: Sheet,
    texts: Mapping[str, Said],
) -> HttpResponse:
    public = _("In English now: %(done)s of %(all)s texts.") % sheet.counts
    if wants_words(request):
        return saved_words(next_seen(sheet, texts), request.now, public)
    messages.success(request, " ".join([_("Saved."), public]))
    return redirect(of.here if "stay" in request.POST else of.page, thing.public_id)


def _shown(
    request: WorkRequest,
    thing: Any,
    of: English[Any],
    sheet: Sheet,
    form: EnglishForm,
    kept: Mapping[str, Step],
    texts: Mapping[str, Said],
) -> HttpResponse:
    may_write = bool(of.party_ids(thing) & request.actor.where(of.act))
    context = {
        "thing": thing,
        "title": of.title,
        "above": reverse(of.page, args=[thing.public_id]),
        "here": reverse(of.here, args=[thing.public_id]),
        "form": form,
        "groups": list(groups_of(sheet, form, kept)),
        "counts": sheet.counts,
        "is_whole": sheet.done == len(sheet.lines),
        "first_left": next(
            (one.text.key for one in sheet.lines if not one.stands.is_current), None
        ),
        "changed": sum(line.is_changed for line in sheet.lines),
        "gone": [texts[key].text for key, step in kept.items() if step is Step.GONE],
        "gone_from": of.gone,
        "may_write": may_write,
    }
    return shown(request, "english/page", context, form)
