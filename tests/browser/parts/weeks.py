"""The week of a group: list, board, projector and the forms of a meeting."""

from handslag.domain.weeks.models import EstPicture, Meeting
from handslag.domain.weeks.rules import State

WEEK = "/arbete/veckan/"
GROUP = WEEK + "{week_group}/"
PICTURES = GROUP + "lagesbild/"
DRAFT = PICTURES + "{est_draft}/"
FROZEN = PICTURES + "{est_frozen}/"
PUBLIC = ("/degerfors/lagesbild/est/", "/degerfors/lagesbild/est/2026-k3/")
MEETING = GROUP + "mote/{planned}/"
AT_WORK = {
    "samordnare": (
        WEEK,
        GROUP,
        f"{GROUP}motet/",
        GROUP + "mote/{held_week}/",
        f"{GROUP}mote/nytt/",
        f"{MEETING}ord/",
        f"{MEETING}avsluta/",
        f"{MEETING}prioritering/ny/",
        MEETING + "prioritering/{priority}/",
        MEETING + "prioritering/{priority}/ta-bort/",
        MEETING + "prioritering/{priority}/mal/nytt/",
        MEETING + "mal/{target}/",
        MEETING + "mal/{target}/ta-bort/",
        MEETING + "mal/{followed}/uppfoljning/",
        f"{MEETING}beslut/nytt/",
        MEETING + "beslut/{decision}/",
        MEETING + "beslut/{decision}/ta-bort/",
        PICTURES,
        f"{PICTURES}ny/",
        DRAFT,
        f"{DRAFT}text/problems/",
        f"{DRAFT}frys/",
        f"{FROZEN}projektor/",
        f"{FROZEN}ny-version/",
        f"{FROZEN}publicera/",
        f"{FROZEN}ta-tillbaka/",
    ),
}
NOT_PAGES = frozenset({"workspace:move-week-priority", "workspace:count-est-picture"})


def words() -> dict[str, str]:
    """The group of the demonstration with a meeting that was held and one ahead."""
    planned = Meeting.objects.filter(state=State.PLANNED).earliest("pk")
    held = planned.group.meetings.filter(state=State.HELD).latest("held_on")
    priority = planned.priorities.all()[0]
    pictures = EstPicture.objects.filter(group=planned.group)
    return {
        "est_draft": str(pictures.get(version=None).public_id),
        "est_frozen": str(pictures.get(span="quarter").public_id),
        "week_group": str(planned.group.public_id),
        "planned": str(planned.public_id),
        "held_week": str(held.public_id),
        "priority": str(priority.public_id),
        "target": str(priority.targets.all()[0].public_id),
        "followed": str(held.priorities.all()[0].targets.all()[0].public_id),
        "decision": str(planned.decisions.all()[0].public_id),
    }
