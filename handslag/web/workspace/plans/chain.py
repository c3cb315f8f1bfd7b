"""The chain: everything that lacks its link, on one page."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from handslag.core.access import Act
from handslag.domain.plans import queries as plans
from handslag.domain.plans.rules.chain import Break, Defect
from handslag.domain.promises import queries as promises
from handslag.web.requests import WorkRequest
from handslag.web.workspace.plans.breaks import Group, grouped
from handslag.web.workspace.sight import shown


@dataclass(frozen=True, slots=True)
class Everything:
    """What is missing in all that the person leads: to mend, and explained."""

    left: list[Defect]
    explained: list[tuple[Defect, str]]

    @property
    def groups(self) -> list[Group]:
        return grouped(self.left)

    @property
    def explained_groups(self) -> list[Group]:
        said = {(one.kind, one.thing): text for one, text in self.explained}
        return grouped((one for one, _text in self.explained), said)


def everything(request: WorkRequest) -> Everything:
    """All missing links in the plans and promises of one's organisations."""
    homes = request.actor.where(Act.WRITE_PLAN)
    in_plans = plans.broken(homes, today=request.today)
    in_sets = promises.broken(homes, today=request.today)
    found = _once(
        [
            *(one for row in in_plans for one in row.left),
            *(one for row in in_sets for one in row.left),
        ]
    )
    explained = [
        *(pair for row in in_plans for pair in row.explained),
        *(pair for row in in_sets for pair in row.explained),
    ]
    return Everything(found, explained)


def _once(found: Iterable[Defect]) -> list[Defect]:
    """A voice that is cited in a plan and in a set is told once."""
    seen: dict[tuple[Break, str], Defect] = {}
    for one in found:
        seen.setdefault((one.kind, one.thing), one)
    return list(seen.values())


@require_safe
def page(request: WorkRequest) -> HttpResponse:
    """All missing links, grouped, each with a way to where it is mended."""
    found = everything(request)
    context = {
        "groups": found.groups,
        "explained": found.explained_groups,
        "count": len(found.left),
        "may_write": bool(request.actor.where(Act.WRITE_PLAN)),
    }
    return shown(request, "plans/chain", context)
