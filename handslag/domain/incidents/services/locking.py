"""One at a time: what belongs to a desk is changed under its lock and its revision."""

from handslag.core.refusals import same_revision
from handslag.domain.incidents.models import Desk, Group
from handslag.domain.organisations.services import bump_public


def locked(desk: Desk, revision: int | None = None) -> Desk:
    """The desk, so that nobody else changes what belongs to it meanwhile."""
    rows = Desk.objects.select_for_update().select_related("within")
    found = rows.get(pk=desk.pk)
    if revision is not None:
        same_revision(revision, found.revision)
    return found


def touched(desk: Desk) -> None:
    """Whoever has the old list open learns of it on saving; public pages are made anew."""
    desk.revision += 1
    desk.save(update_fields=["revision"])
    bump_public(desk.within)


def locked_group(group: Group, revision: int | None = None) -> Group:
    """The group, so that nobody else changes it or its members meanwhile."""
    found = Group.objects.select_for_update().get(pk=group.pk)
    if revision is not None:
        same_revision(revision, found.revision)
    return found
