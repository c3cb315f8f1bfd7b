"""An EST picture is begun, written, counted again, frozen, and made public."""

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from handslag.core.access import ForbiddenError
from handslag.core.refusals import ChangedMeanwhileError
from handslag.domain.weeks import services
from handslag.domain.weeks.models import EstPicture
from handslag.domain.weeks.queries import pictures as queries
from handslag.domain.weeks.rules.spans import Span, SpanKind, before, span_of
from handslag.domain.weeks.rules.words import Heading, PictureState
from handslag.web.forms import refused_words, saved_words, wants_words
from handslag.web.requests import WorkRequest
from handslag.web.words.est import HEADINGS, QUESTIONS
from handslag.web.workspace.promises.overtaken import Difference, differences
from handslag.web.workspace.sight import done, shown
from handslag.web.workspace.weeks.est import said
from handslag.web.workspace.weeks.est.forms import BeginForm, PassageForm, ReadForm
from handslag.web.workspace.weeks.est.sight import (
    figures_of,
    the_heading,
    the_picture,
    words_of,
)
from handslag.web.workspace.weeks.est.views import title, told
from handslag.web.workspace.weeks.sight import the_group
from handslag.web.workspace.weeks.writing import BOTH, Page, nothing, written

FASTER = 409
# How many spans of each kind can be chosen, the one under way first.
OFFERED = {
    SpanKind.WEEK: 5,
    SpanKind.MONTH: 4,
    SpanKind.QUARTER: 3,
    SpanKind.TERTIAL: 3,
    SpanKind.YEAR: 2,
}


def offered(request: WorkRequest) -> list[Span]:
    """The spans that can be begun now, the latest of each kind first."""
    found = []
    for kind, many in OFFERED.items():
        span = span_of(kind, request.today)
        for _step in range(many):
            found.append(span)
            span = before(span)
    return found


@require_http_methods(BOTH)
def new(request: WorkRequest, key: UUID) -> HttpResponse:
    """Choose a span: the figures are counted at once."""
    group = the_group(request, key)
    if not queries.writes_in(request.actor, group, today=request.today):
        raise ForbiddenError("Only authorities of the group write its pictures.")
    form = BeginForm(
        request.POST or None,
        spans=offered(request),
        among=queries.municipalities_in(group, today=request.today),
        initial={"span": request.GET.get("period", "")},
    )
    made: list[EstPicture] = []
    page = Page(
        group,
        _("Begin an EST picture"),
        _("The figures are counted when you begin. You write what they mean."),
        _("Begin"),
    )
    answer = written(
        request,
        page,
        form,
        lambda: made.append(
            services.begin_picture(
                request.actor,
                group,
                form.chosen,
                within=form.municipality,
                now=request.now,
            )
        ),
    )
    if made:
        return redirect("workspace:est-picture", group.public_id, made[0].public_id)
    return answer


@require_http_methods(BOTH)
def passage(request: WorkRequest, key: UUID, picture: UUID, heading: str) -> HttpResponse:
    """Write under one heading, beside its figures. It is saved while one writes."""
    row = the_picture(request, key, picture, to_write=True)
    code = the_heading(heading)
    if row.state == PictureState.FROZEN:
        return redirect("workspace:est-picture", row.group.public_id, row.public_id)
    form = PassageForm(request.POST or None, initial=_standing(row, code))
    theirs: list[Difference] = []
    if form.is_valid():
        try:
            if done(form, lambda: _write(request, row, code, form)):
                return _saved(request, row, code)
        except ChangedMeanwhileError:
            now = _standing(row, code)
            theirs = differences(form, now)
            form.overtaken(int(str(now["revision"])))
    if wants_words(request):
        return refused_words(form, FASTER if theirs else 422)
    figures = figures_of(row)
    context = {
        "group": row.group,
        "picture": row,
        "title": title(row),
        "section": {"code": code.value, "name": HEADINGS[code]},
        "question": QUESTIONS[code],
        "answer": said.answer(figures, row.over),
        "form": form,
        "theirs": theirs,
        **told(figures),
    }
    return shown(request, "weeks/est/passage", context, form)


def _standing(picture: EstPicture, heading: Heading) -> dict[str, object]:
    row = queries.passages_of(picture)[heading]
    return {"words": row.words, "revision": row.revision}


def _write(
    request: WorkRequest, picture: EstPicture, heading: Heading, form: PassageForm
) -> None:
    services.write_passage(
        request.actor,
        picture,
        heading,
        form.cleaned_data["words"],
        revision=form.cleaned_data["revision"],
        now=request.now,
    )


def _saved(request: WorkRequest, picture: EstPicture, heading: Heading) -> HttpResponse:
    if wants_words(request):
        return saved_words(int(str(_standing(picture, heading)["revision"])), request.now)
    messages.success(request, _("Saved."))
    return redirect(
        reverse("workspace:est-picture", args=_keys(picture)) + f"#{heading.value}"
    )


def _keys(picture: EstPicture) -> list[UUID]:
    return [picture.group.public_id, picture.public_id]


@require_POST
def count(request: WorkRequest, key: UUID, picture: UUID) -> HttpResponse:
    """Count again what has come in since."""
    row = the_picture(request, key, picture, to_write=True)
    page = _page(row, _("Count again"), "", _("Count again"))
    return written(
        request,
        page,
        nothing(request),
        lambda: services.count_again(request.actor, row, now=request.now),
    )


@require_http_methods(BOTH)
def freeze(request: WorkRequest, key: UUID, picture: UUID) -> HttpResponse:
    """Ask once more, and keep it for ever."""
    row = the_picture(request, key, picture, to_answer=True)
    page = _page(
        row,
        _("Freeze the picture?"),
        _(
            "Figures and words are kept exactly as they are, and become a finding that the"
            " situational picture can cite. What is wrong is put right in a new version."
        ),
        _("Freeze the picture"),
    )
    return _read(
        request,
        row,
        page,
        lambda is_read, revision: services.freeze_picture(
            request.actor, row, revision=revision, is_read=is_read, now=request.now
        ),
    )


@require_http_methods(BOTH)
def again(request: WorkRequest, key: UUID, picture: UUID) -> HttpResponse:
    """A new version, with the words of the old one."""
    row = the_picture(request, key, picture, to_answer=True)
    made: list[EstPicture] = []
    page = _page(
        row,
        _("Make a new version?"),
        _("The words come with it and the figures are counted anew. The old one stands."),
        _("Make a new version"),
    )
    answer = written(
        request,
        page,
        nothing(request),
        lambda: made.append(services.begin_again(request.actor, row, now=request.now)),
    )
    return redirect("workspace:est-picture", *_keys(made[0])) if made else answer


@require_http_methods(BOTH)
def publish(request: WorkRequest, key: UUID, picture: UUID) -> HttpResponse:
    """Show exactly what everyone will read, and publish it."""
    row = the_picture(request, key, picture, to_answer=True)
    page = _page(
        row,
        _("Publish the summary?"),
        words_of(row)[Heading.SUMMARY],
        _("Publish the summary"),
    )
    return _read(
        request,
        row,
        page,
        lambda is_read, _revision: services.publish_summary(
            request.actor, row, is_read=is_read, now=request.now
        ),
    )


@require_http_methods(BOTH)
def withdraw(request: WorkRequest, key: UUID, picture: UUID) -> HttpResponse:
    """Ask once more, and take it back."""
    row = the_picture(request, key, picture, to_answer=True)
    page = _page(
        row,
        _("Take the summary back?"),
        _("Nobody outside reads it any more. The frozen picture stands."),
        _("Take the summary back"),
    )
    return written(
        request,
        page,
        nothing(request),
        lambda: services.withdraw_summary(request.actor, row),
    )


def _page(picture: EstPicture, heading: str, answer: str, button: str) -> Page:
    onward = reverse("workspace:est-picture", args=_keys(picture))
    return Page(picture.group, heading, answer, button, onward=onward)


def _read(
    request: WorkRequest,
    picture: EstPicture,
    page: Page,
    deed: Callable[[bool, int], object],
) -> HttpResponse:
    """A form with the tick that says that somebody has read it."""
    form: forms.Form = ReadForm(
        request.POST or None, initial={"revision": picture.revision}
    )
    return written(
        request,
        page,
        form,
        lambda: deed(form.cleaned_data["is_read"], form.cleaned_data["revision"]),
        now=lambda: {"revision": _revision(picture)},
    )


def _revision(picture: EstPicture) -> int:
    return queries.pictures_of(picture.group).get(pk=picture.pk).revision
