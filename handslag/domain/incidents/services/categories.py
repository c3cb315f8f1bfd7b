"""The kinds of incident of one municipality: added, renamed, ordered, ended."""

from django.db import transaction
from django.db.models import Max

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.core.refusals import NotAllowedError
from handslag.domain.incidents.models import Category, Desk
from handslag.domain.incidents.rules import Top
from handslag.domain.incidents.rules.settings import (
    MOST_KINDS,
    CategoryDraft,
    Kind,
    check_name,
    code_for,
    moved,
)
from handslag.domain.incidents.services.locking import locked, touched


@transaction.atomic
def add_category(
    actor: Actor, desk: Desk, top: Top, draft: CategoryDraft, *, revision: int
) -> Category:
    """One more kind under a category. It can be chosen at once."""
    require(actor, Act.HANDLE_REPORTS, in_any_of=frozenset({desk.within_id}))
    desk = locked(desk, revision)
    name = check_name(draft.sv)
    there = Category.objects.filter(within=desk.within_id)
    taken = frozenset(there.values_list("code", flat=True))
    if len(taken) >= MOST_KINDS:
        raise NotAllowedError("incidents.too_many_kinds", most=MOST_KINDS)
    last = there.aggregate(last=Max("position"))["last"]
    made = Category.objects.create(
        within=desk.within,
        top=top,
        code=code_for(name, taken),
        sv=name,
        en=draft.en.strip(),
        position=(last or 0) + 1,
        for_residents=draft.for_residents,
    )
    touched(desk)
    record(actor, "incidents.category_added", made, on_behalf=desk.within_id)
    return made


@transaction.atomic
def save_category(
    actor: Actor, desk: Desk, category: Category, draft: CategoryDraft, *, revision: int
) -> Category:
    """Call it something else. Its code stays, and so does what was reported under it."""
    require(actor, Act.HANDLE_REPORTS, in_any_of=frozenset({desk.within_id}))
    desk = locked(desk, revision)
    category = Category.objects.get(pk=category.pk, within=desk.within_id)
    category.sv = check_name(draft.sv)
    category.en = draft.en.strip()
    category.for_residents = draft.for_residents
    category.save()
    touched(desk)
    record(actor, "incidents.category_changed", category, on_behalf=desk.within_id)
    return category


@transaction.atomic
def move_category(actor: Actor, desk: Desk, category: Category, *, up: bool) -> None:
    """Let it stand one step earlier or later in the list."""
    require(actor, Act.HANDLE_REPORTS, in_any_of=frozenset({desk.within_id}))
    desk = locked(desk)
    rows = list(
        Category.objects.filter(within=desk.within_id, is_ended=False).order_by(
            "position", "pk"
        )
    )
    if category.pk not in {one.pk for one in rows}:
        return
    kinds = [Kind(one.pk, Top(one.top), one.code == one.top) for one in rows]
    place = {key: nr for nr, key in enumerate(moved(kinds, category.pk, up=up))}
    for one in rows:
        one.position = place[one.pk]
    Category.objects.bulk_update(rows, ["position"])
    touched(desk)
    record(actor, "incidents.category_moved", category, on_behalf=desk.within_id)


@transaction.atomic
def end_category(actor: Actor, desk: Desk, category: Category) -> None:
    """It can be chosen no more. What was reported under it keeps its name."""
    require(actor, Act.HANDLE_REPORTS, in_any_of=frozenset({desk.within_id}))
    desk = locked(desk)
    if category.code == category.top:
        raise NotAllowedError("incidents.categories_stay")
    _end(desk, category, ended=True)
    touched(desk)
    record(actor, "incidents.category_ended", category, on_behalf=desk.within_id)


@transaction.atomic
def resume_category(actor: Actor, desk: Desk, category: Category) -> None:
    """It can be chosen again."""
    require(actor, Act.HANDLE_REPORTS, in_any_of=frozenset({desk.within_id}))
    desk = locked(desk)
    _end(desk, category, ended=False)
    touched(desk)
    record(actor, "incidents.category_resumed", category, on_behalf=desk.within_id)


def _end(desk: Desk, category: Category, *, ended: bool) -> None:
    rows = Category.objects.filter(pk=category.pk, within=desk.within_id)
    rows.update(is_ended=ended)
