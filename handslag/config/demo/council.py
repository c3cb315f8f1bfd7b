"""Three councils: a joint one with a whole year, the bare minimum, and one that stopped.

Lok Brå Karlskoga–Degerfors is a real joint council; what it says and decides here is
made up, as is all that the councils of Åsele and Östhammar say.
"""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from handslag.config.demo.accounts import DEGERFORS, HOUSING, KARLSKOGA, POLICE
from handslag.config.demo.council_said import (
    ASELE,
    BARE,
    CHARTER,
    JANUARY,
    MAY,
    OSTHAMMAR,
    OVERDUE,
    SEPTEMBER,
    Asked,
    Said,
    Told,
)
from handslag.config.demo.stage import COUNCIL, Stage, at
from handslag.core.access import Actor
from handslag.domain.council import queries, services
from handslag.domain.council.models import AgendaItem, Council, Meeting, Seat, Task
from handslag.domain.council.rules.drafts import (
    Came,
    CouncilDraft,
    ItemDraft,
    MeetingDraft,
    MinuteDraft,
    SeatDraft,
    TaskDraft,
)
from handslag.domain.council.rules.words import (
    ItemKind,
    Layer,
    Presence,
    SeatPlace,
    TaskState,
)

STOCKHOLM = ZoneInfo("Europe/Stockholm")


def _hour(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), STOCKHOLM).astimezone(UTC)


def tell(stage: Stage) -> None:
    """The three councils."""
    _joint(stage)
    _bare(stage)
    _overdue(stage)


def _joint(stage: Stage) -> None:
    """One council for two municipalities, with groups, three meetings and one called."""
    actor = stage.actor("samordnare")
    council = _found(actor, stage, DEGERFORS, COUNCIL, date(2024, 1, 15), usual=False)
    council = _describe(actor, council)
    seats = _seats(actor, stage, council)
    _groups(actor, council)
    for told in (JANUARY, MAY):
        meeting = _hold(stage, actor, council, told)
        _finish(actor, meeting, seats[:2], told.day)
        services.publish(actor, meeting, now=at(_later(told.day, 16)))
    september = _hold(stage, actor, council, SEPTEMBER)
    _adjust_half(actor, september, seats[:2])
    _december(actor, council)


def _describe(actor: Actor, council: Council) -> Council:
    """What it is for, its rules of procedure, and how long it is elected."""
    return services.save_council(
        actor,
        council,
        CouncilDraft(
            name=COUNCIL,
            purpose=(
                "Rådet samlar kommunerna, polisen och bostadsbolaget kring det som är"
                " viktigast för tryggheten i Karlskoga och Degerfors."
            ),
            since_stated="1994",
            charter_text=CHARTER,
            charter_decided="Kommunfullmäktige i båda kommunerna, mars 2023 (påhittat)",
            elected_from=date(2023, 1, 1),
            elected_to=date(2026, 12, 31),
        ),
        revision=council.revision,
    )


def _groups(actor: Actor, council: Council) -> None:
    """The group that prepares it, and the one that goes through the week."""
    for layer, name, purpose in (
        (
            Layer.PREPARING,
            "Beredningsgruppen",
            "Förbereder rådets möten, en gång i månaden.",
        ),
        (Layer.EST, "EST-gruppen Degerfors", "Går igenom veckans händelser, varje tisdag."),
    ):
        services.add_group(
            actor,
            council,
            layer=layer,
            name=name,
            purpose=purpose,
            now=at(date(2024, 1, 16)),
        )


def _seats(actor: Actor, stage: Stage, council: Council) -> list[Seat]:
    """The functions of both municipalities, the police and the housing company."""
    since = date(2024, 1, 15)
    rows = (
        (KARLSKOGA, SeatPlace.CHAIR, "kommunstyrelsens ordförande", True, ""),
        (
            DEGERFORS,
            SeatPlace.VICE_CHAIR,
            "kommunstyrelsens ordförande",
            True,
            "ordforande",
        ),
        (POLICE, SeatPlace.MEMBER, "lokalpolisområdeschef", True, "polischef"),
        (DEGERFORS, SeatPlace.MEMBER, "skolchef", True, ""),
        (KARLSKOGA, SeatPlace.MEMBER, "socialchef", True, ""),
        (HOUSING, SeatPlace.MEMBER, "förvaltare", False, "rapportor"),
        (POLICE, SeatPlace.ADJUNCT, "kommunpolis", False, "kommunpolis"),
        (DEGERFORS, SeatPlace.SECRETARY, "trygghetssamordnare", False, "samordnare"),
    )
    return [
        services.add_seat(
            actor,
            council,
            SeatDraft(
                place=place,
                function=function,
                is_leading=is_leading,
                email=f"{key}@handslag.example" if key else "",
                since=since,
            ),
            organisation=stage.org(name),
        )
        for name, place, function, is_leading, key in rows
    ]


def _december(actor: Actor, council: Council) -> None:
    """Called on 12 November, with an item to decide on."""
    planned = services.plan_meeting(
        actor,
        council,
        MeetingDraft(
            _hour(date(2026, 12, 3), 13),
            _hour(date(2026, 12, 3), 15),
            "Kommunhuset, Degerfors",
            "Läs förslaget till gemensamma löften innan mötet.",
        ),
        now=at(date(2026, 1, 29)),
    )
    services.add_item(
        actor,
        planned,
        ItemDraft(
            "Mötestider 2027",
            ItemKind.DECIDE,
            "Förslag: 27 januari, 26 maj, 22 september och 1 december.",
        ),
    )
    services.add_item(
        actor,
        planned,
        ItemDraft(
            "Överenskommelsen inför det sista året",
            ItemKind.DISCUSS,
            "Vad behöver in i nästa?",
            link="/degerfors/overenskommelse/2024-2027/",
            link_name="Samverkansöverenskommelse 2024–2027",
        ),
    )
    services.call(actor, planned, now=at(date(2026, 11, 12)), today=date(2026, 11, 12))


def _bare(stage: Stage) -> None:
    """Åsele: what the law asks for, and no more."""
    actor, day = stage.actor("asele"), date(2026, 3, 17)
    council = _found(actor, stage, ASELE, "Lokala samverkansgruppen", date(2023, 7, 3))
    meeting = _hold(stage, actor, council, BARE)
    chair = queries.seats_now(council, today=day)[:1]
    _finish(actor, meeting, chair, day)
    services.publish(actor, meeting, now=at(_later(day, 10)))


def _overdue(stage: Stage) -> None:
    """Östhammar: the council has not met for long, and its last minutes were left lying."""
    actor = stage.actor("osthammar")
    council = _found(actor, stage, OSTHAMMAR, "Trygg i Östhammar", date(2023, 7, 3))
    _hold(stage, actor, council, OVERDUE)


def _found(
    actor: Actor, stage: Stage, home: str, name: str, on: date, *, usual: bool = True
) -> Council:
    return services.found_council(
        actor,
        home=stage.org(home),
        name=name,
        now=at(on),
        today=on,
        with_usual_seats=usual,
        is_example=True,
    )


def _hold(stage: Stage, actor: Actor, council: Council, told: Told) -> Meeting:
    """The meeting as it was planned, held and written down."""
    draft = MeetingDraft(_hour(told.day, 13), _hour(told.day, 15), told.place)
    meeting = services.plan_meeting(actor, council, draft, now=at(_later(told.day, -60)))
    for one in told.own:
        services.add_item(
            actor, meeting, ItemDraft(one.title, one.kind, is_internal=one.internal)
        )
    meeting = services.begin(actor, meeting, now=at(told.day, 13), today=told.day)
    _attend(actor, meeting, told)
    said = {**told.said, **{one.title: one for one in told.own}}
    for item in queries.agenda_of(meeting):
        one = said.get(item.source or item.title, Said())
        _name(actor, item, one)
        draft_of_item = MinuteDraft(one.text, one.decision, 0)
        services.save_minutes(actor, meeting, {item.pk: draft_of_item})
        for asked in one.asked:
            owner = stage.org(asked.owner)
            draft_of_task = TaskDraft(asked.text, owner.pk, asked.by, asked.function)
            task = services.give_task(actor, meeting, item, draft_of_task)
            _report(actor, task, asked)
    return meeting


def _name(actor: Actor, item: AgendaItem, one: Said) -> None:
    """A theme has a name of its own."""
    if item.source and one.title:
        draft = ItemDraft(one.title, ItemKind(item.kind), item.text)
        services.save_item(actor, item, draft, revision=item.revision)


def _attend(actor: Actor, meeting: Meeting, told: Told) -> None:
    came = []
    for one in meeting.attendances.all():
        presence = Presence.PRESENT
        if one.function in told.absent:
            presence = Presence.ABSENT
        elif one.function in told.replaced:
            presence = Presence.REPLACED
        instead = told.replaced.get(one.function, "")
        came.append(Came(one.seat_id, one.organisation_id, one.function, presence, instead))
    services.save_attendance(actor, meeting, came, revision=meeting.revision)


def _report(actor: Actor, task: Task, asked: Asked) -> None:
    """What became of it, where something has."""
    if asked.done is None:
        return
    services.report_task(
        actor,
        task,
        state=TaskState.DROPPED if asked.dropped else TaskState.DONE,
        result=asked.result,
        due_on=task.due_on,
        revision=task.revision,
        today=asked.done,
    )


def _finish(actor: Actor, meeting: Meeting, seats: list[Seat], day: date) -> None:
    """The minutes are confirmed by all who adjust them, within a fortnight."""
    frozen = services.freeze_minutes(actor, meeting, seats, now=at(_later(day, 6)))
    for adjuster in queries.adjusters_of(frozen):
        on = _later(day, 14)
        services.record_confirmation(actor, adjuster, on=on, now=at(on))


def _adjust_half(actor: Actor, meeting: Meeting, seats: list[Seat]) -> None:
    """One of two has confirmed, and the thirty days have passed."""
    frozen = services.freeze_minutes(actor, meeting, seats, now=at(date(2026, 10, 5)))
    first = queries.adjusters_of(frozen)[0]
    on = date(2026, 10, 12)
    services.record_confirmation(actor, first, on=on, now=at(on))


def _later(day: date, days: int) -> date:
    return date.fromordinal(day.toordinal() + days)
