"""What can be reported: the municipality's own words for the shared categories."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from handslag.domain.incidents import queries, services
from handslag.domain.incidents.models import Category, Desk
from handslag.domain.incidents.rules import Top
from handslag.domain.incidents.rules.settings import LONGEST_NAME, CategoryDraft
from handslag.web.forms import LockForm
from handslag.web.requests import WorkRequest
from handslag.web.words.incidents import TOPS
from handslag.web.workspace import fields
from handslag.web.workspace.desk.sight import saved, sent, the_desk
from handslag.web.workspace.sight import shown

LIST = "workspace:desk-categories"


class CategoryForm(LockForm):
    """What it is called, and who can choose it."""

    sv = fields.line(
        _("Name in Swedish"), required=_("Write the name."), max_length=LONGEST_NAME
    )
    en = fields.line(
        _("Name in English"),
        help_text=_("Shown on the English pages. Empty: the Swedish name stands there."),
        max_length=LONGEST_NAME,
    )
    for_residents = fields.tick(
        _("Residents can choose it"),
        help_text=_("Otherwise only reporters in service can."),
        initial=True,
    )

    @property
    def draft(self) -> CategoryDraft:
        given = self.cleaned_data
        return CategoryDraft(given["sv"], given["en"], given["for_residents"])


class NewCategoryForm(CategoryForm):
    """One more kind, and which category it belongs under."""

    top = fields.choice(
        _("Which category does it belong under?"),
        [(one.value, TOPS[one]) for one in Top],
        required=_("Choose a category."),
        radio=True,
    )
    field_order = ("top", "sv", "en", "for_residents")


@require_safe
def listing(request: WorkRequest, key: UUID) -> HttpResponse:
    """All kinds in their order, under their categories."""
    desk = the_desk(request, key)
    rows = list(queries.every_category(desk.within))
    uses = queries.uses_of(desk.within)
    lines: list[dict[str, Any]] = [
        {"one": one, "n": uses.get(one.pk, 0), "is_head": one.code == one.top}
        for one in rows
    ]
    context = {
        "home": desk.within,
        "groups": _by_top([line for line in lines if not line["one"].is_ended]),
        "ended": [line for line in lines if line["one"].is_ended],
    }
    return shown(request, "desk/categories", context)


def _by_top(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The categories in order, each with its kinds."""
    found: dict[str, dict[str, Any]] = {}
    for line in lines:
        top = line["one"].top
        group = found.setdefault(top, {"head": None, "kinds": [], "name": TOPS[Top(top)]})
        if line["is_head"]:
            group["head"] = line
        else:
            group["kinds"].append(line)
    return list(found.values())


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: WorkRequest, key: UUID) -> HttpResponse:
    """One more kind."""
    desk = the_desk(request, key)
    initial = {"revision": desk.revision, "top": request.GET.get("under", "")}
    form = NewCategoryForm(request.POST or None, initial=initial)
    if form.is_valid() and saved(
        form, lambda: _add(request, desk, form), lambda: _revision(desk)
    ):
        messages.success(request, now_("Saved. It can be chosen from now on."))
        return redirect(LIST, key)
    context = {"home": desk.within, "form": form, "one": None}
    return shown(request, "desk/category", context, form)


def _add(request: WorkRequest, desk: Desk, form: NewCategoryForm) -> None:
    given = form.cleaned_data
    services.add_category(
        request.actor, desk, Top(given["top"]), form.draft, revision=given["revision"]
    )


@require_http_methods(["GET", "HEAD", "POST"])
def one(request: WorkRequest, key: UUID, one: UUID) -> HttpResponse:
    """Call it something else."""
    desk = the_desk(request, key)
    category = _the_category(desk, one)
    initial = {name: getattr(category, name) for name in ("sv", "en", "for_residents")}
    form = CategoryForm(
        request.POST or None, initial={**initial, "revision": desk.revision}
    )
    if form.is_valid() and saved(
        form,
        lambda: services.save_category(
            request.actor,
            desk,
            category,
            form.draft,
            revision=form.cleaned_data["revision"],
        ),
        lambda: _revision(desk),
    ):
        messages.success(request, now_("Saved."))
        return redirect(LIST, key)
    context = {"home": desk.within, "form": form, "one": category}
    return shown(request, "desk/category", context, form)


@require_POST
def move(request: WorkRequest, key: UUID, one: UUID) -> HttpResponse:
    """One step up or down."""
    desk = the_desk(request, key)
    category = _the_category(desk, one)
    up = request.POST.get("at") == "upp"
    return sent(
        request,
        lambda: services.move_category(request.actor, desk, category, up=up),
        now_("Moved."),
        LIST,
        key,
    )


@require_POST
def end(request: WorkRequest, key: UUID, one: UUID) -> HttpResponse:
    """It can be chosen no more; or again."""
    desk = the_desk(request, key)
    category = _the_category(desk, one)
    if category.is_ended:
        return sent(
            request,
            lambda: services.resume_category(request.actor, desk, category),
            now_("It can be chosen again."),
            LIST,
            key,
        )
    return sent(
        request,
        lambda: services.end_category(request.actor, desk, category),
        now_("It can be chosen no more. What was reported keeps it."),
        LIST,
        key,
    )


def _the_category(desk: Desk, key: UUID) -> Category:
    return get_object_or_404(queries.every_category(desk.within), public_id=key)


def _revision(desk: Desk) -> int:
    found = queries.desk_of(desk.within)
    return found.revision if found else 0
