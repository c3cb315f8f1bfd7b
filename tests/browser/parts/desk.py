"""The desk of a municipality: its terms, kinds, rules, groups and keys."""

from handslag.domain.incidents.models import Category, Group, Route
from handslag.domain.organisations.models import Organisation

DESK = "/arbete/mottagning/{home}/"
AT_WORK = {
    "samordnare": (
        "/arbete/mottagning/",
        DESK,
        f"{DESK}villkor/",
        f"{DESK}kategorier/",
        f"{DESK}kategorier/ny/",
        f"{DESK}kategorier/{{kind}}/",
        f"{DESK}vems-uppgift/?category=&place=",
        f"{DESK}vems-uppgift/ny/",
        f"{DESK}vems-uppgift/{{rule}}/",
        f"{DESK}grupper/",
        f"{DESK}grupper/ny/",
        "/arbete/mottagning/grupp/{group}/",
        "/arbete/mottagning/grupp/{group}/ord/",
        "/arbete/mottagning/grupp/{group}/lamna/{group_member}/",
        f"{DESK}system/",
    )
}
NOT_PAGES = frozenset(
    {
        *("workspace:move-desk-category", "workspace:end-desk-category"),
        *("workspace:remove-desk-route", "workspace:answer-desk-group"),
        "workspace:end-desk-machine",
    }
)


def words() -> dict[str, str]:
    """The desk of Degerfors, and one of each thing that it has decided."""
    home = Organisation.objects.get(short_name="Degerfors", desk__isnull=False)
    group = Group.objects.filter(lead=home).order_by("pk")[0]
    member = group.members.exclude(organisation=home).order_by("pk")[0]
    kind = Category.objects.get(within=home, code="graffiti")
    rule = Route.objects.filter(within=home).order_by("pk")[0]
    return {
        "home": str(home.public_id),
        "group": str(group.public_id),
        "group_member": str(member.organisation.public_id),
        "kind": str(kind.public_id),
        "rule": str(rule.public_id),
    }
