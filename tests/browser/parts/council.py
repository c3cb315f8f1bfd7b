"""The council: list and page, each state of a meeting, minutes, a task; in public."""

from handslag.domain.council.models import Council, Meeting, Seat, Task
from handslag.domain.council.queries import latest_adjusters
from handslag.domain.council.rules.words import Layer, MeetingState

RADET = "/arbete/radet/"
MOTE = RADET + "mote/"
PUBLIC = (
    "/degerfors/radet/",
    "/degerfors/radet/2026-05-27/",
    "/degerfors/radet/2026-12-03/",
    "/hallefors/radet/",
    "/en/degerfors/radet/",
)
AT_WORK = {
    "samordnare": (
        RADET,
        f"{RADET}nytt/",
        RADET + "{council}/",
        RADET + "{council}/ord/",
        RADET + "{council}/reglemente/",
        RADET + "{council}/mote/nytt/",
        RADET + "plats/{seat}/",
        MOTE + "{called}/",
        MOTE + "{called}/dagordning/",
        MOTE + "{called}/kalla/",
        MOTE + "{final}/",
        MOTE + "{final}/publicera/",
        MOTE + "{adjusting}/",
        RADET + "uppgift/{task}/",
        # Each a form of its own, on the same template.
        RADET + "{council}/plats/ny/",
        RADET + "{council}/grupp/ny/",
        RADET + "plats/{seat}/avsluta/",
        MOTE + "{called}/tid/",
        MOTE + "{called}/dagordning/{item}/",
        MOTE + "{called}/stall-in/",
        MOTE + "{called}/borja/",
        MOTE + "{adjusting}/ta-tillbaka/",
        MOTE + "{adjusting}/bekrafta/{adjuster}/",
        MOTE + "{final}/rattelse/",
    ),
    "osthammar": (MOTE + "{held}/protokoll/", MOTE + "{held}/justera/"),
}
NOT_PAGES = frozenset(
    {
        *("workspace:join-council", "workspace:move-item", "workspace:remove-item"),
        *("workspace:drop-task", "workspace:meeting-calendar"),
        *("public:council-calendar", "public:meeting-calendar"),
        *("public:council-charter", "workspace:council-charter-file"),
    }
)


def words() -> dict[str, str]:
    """The joint council, a meeting in each state, a seat and an open task."""
    council = Council.objects.get(name__startswith="Lok Brå", layer=Layer.STRATEGIC)
    meetings = {
        state: str(Meeting.objects.filter(state=state).latest("starts_at").public_id)
        for state in (
            MeetingState.CALLED,
            MeetingState.HELD,
            MeetingState.ADJUSTING,
        )
    }
    final = council.meetings.filter(state=MeetingState.FINAL).latest("starts_at")
    seat = Seat.objects.filter(council=council).order_by("pk")[0]
    task = Task.objects.filter(council=council, state="open").order_by("pk")[0]
    called = Meeting.objects.get(public_id=meetings[MeetingState.CALLED])
    adjusting = Meeting.objects.get(public_id=meetings[MeetingState.ADJUSTING])
    return {
        "item": str(called.items.order_by("pk")[0].public_id),
        "adjuster": str(latest_adjusters(adjusting).latest("pk").public_id),
        **{state.value: found for state, found in meetings.items()},
        "final": str(final.public_id),
        "council": str(council.public_id),
        "seat": str(seat.public_id),
        "task": str(task.public_id),
    }
