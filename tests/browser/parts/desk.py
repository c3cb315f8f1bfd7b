"""The desk of a municipality: its terms, kinds, rules, groups and keys."""

from handslag.core.access import Role
from handslag.domain.incidents.models import Category, Group, Report, Route
from handslag.domain.incidents.rules.importing import Field, Plan
from handslag.domain.incidents.services import importing
from handslag.domain.organisations.models import Organisation
from tests import make

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
        f"{DESK}las-in/",
        f"{DESK}las-in/{{new_file}}/kolumner/",
        f"{DESK}las-in/{{new_file}}/varden/",
        f"{DESK}las-in/{{file}}/?visa=wrong",
        f"{DESK}las-in/{{read_file}}/angra/",
        f"{DESK}glomska/",
        "/arbete/rapporter/aterkoppling/{home}/?manad=2026-09",
        "/arbete/rapporter/aterkoppling/{home}/kommun/?manad=2026-10",
    ),
    "rapportor": ("/arbete/rapporter/aterkoppling/?manad=2026-10",),
}
NOT_PAGES = frozenset(
    {
        *("workspace:move-desk-category", "workspace:end-desk-category"),
        *("workspace:remove-desk-route", "workspace:answer-desk-group"),
        *("workspace:end-desk-machine", "workspace:desk-files-start"),
        *("workspace:desk-files-sample", "workspace:choose-desk-file"),
        *("workspace:read-desk-file", "workspace:go-on-desk-file"),
        "workspace:remove-desk-file",
        *("workspace:end-desk-machine", "workspace:feedback-letters"),
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
        **_files(home),
    }


def _files(home: Organisation) -> dict[str, str]:
    """A file at each of its stages, with a row that can be read and one that cannot."""
    now = Report.objects.filter(within=home).latest("sent_at").sent_at
    actor = make.member(home, Role.COORDINATOR)
    words = f"Datum;Adress;Typ\n{now:%Y-%m-%d};Torget;Klotter\nigår;Torget;Glas\n".encode()
    values = {"kind": {"klotter": "graffiti", "glas": "broken_glass"}}
    plan = Plan(columns={Field.DAY: 0, Field.WHERE: 1, Field.KIND: 2})
    found = {}
    for name in ("new_file", "file", "read_file"):
        batch = importing.upload(
            actor, home, name=f"{name}.csv", system=name, content=words, now=now
        )
        batch = importing.save_plan(actor, batch, plan, revision=batch.revision)
        if name != "new_file":
            batch = importing.judge(actor, batch, values, revision=batch.revision)
            importing.advance(actor, batch, now=now)
            batch.refresh_from_db()
        if name == "read_file":
            importing.begin_reading(actor, batch, revision=batch.revision)
            importing.advance(actor, batch, now=now)
        found[name] = str(batch.public_id)
    return found
