"""Names and refusals of councils, in plain words."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from handslag.domain.council.rules.seats import Flaw
from handslag.domain.council.rules.words import (
    ItemKind,
    Layer,
    MeetingState,
    Presence,
    SeatPlace,
    TaskState,
)
from handslag.web.words.text import Text

LAYERS: Mapping[Layer, Text] = {
    Layer.STRATEGIC: _("Strategic council"),
    Layer.PREPARING: _("Preparing group"),
    Layer.EST: _("EST group"),
}
PLACES: Mapping[SeatPlace, Text] = {
    SeatPlace.CHAIR: _("Chair"),
    SeatPlace.VICE_CHAIR: _("Vice chair"),
    SeatPlace.MEMBER: _("Member"),
    SeatPlace.ADJUNCT: _("Adjunct"),
    SeatPlace.SECRETARY: _("Secretary"),
}
STATES: Mapping[MeetingState, Text] = {
    MeetingState.PLANNED: _("In the calendar"),
    MeetingState.CALLED: _("Called"),
    MeetingState.HELD: _("The minutes are being written"),
    MeetingState.ADJUSTING: _("Being adjusted"),
    MeetingState.FINAL: _("Adjusted"),
    MeetingState.CANCELLED: _("Called off"),
}
KINDS: Mapping[ItemKind, Text] = {
    ItemKind.DECIDE: _("to decide"),
    ItemKind.DISCUSS: _("to discuss"),
    ItemKind.INFORM: _("information"),
}
PRESENCES: Mapping[Presence, Text] = {
    Presence.PRESENT: _("Present"),
    Presence.ABSENT: _("Absent"),
    Presence.REPLACED: _("Replaced"),
}
TASK_STATES: Mapping[TaskState, Text] = {
    TaskState.OPEN: _("Open"),
    TaskState.DONE: _("Done"),
    TaskState.DROPPED: _("Will not be done"),
}
FLAWS: Mapping[Flaw, Text] = {
    Flaw.NO_CHAIR: _(
        "The council has no chair. The law says that the municipality leads it."
    ),
    Flaw.FOREIGN_CHAIR: _(
        "The chair is not from a municipality that the council covers: %(functions)s."
    ),
    Flaw.NO_POLICE: _("Nobody from the police has a seat as chair, vice chair or member."),
    Flaw.NOT_LEADING: _(
        "The law says that partners should be represented by people in leading positions."
        " Not in one: %(functions)s."
    ),
}
EARLIER = "earlier"
# What an item of an agenda can be about.
SUBJECTS: Mapping[str, Text] = {
    "picture": _("Situational pictures"),
    "plan": _("Action plans"),
    "agreement": _("Cooperation agreements"),
    "promises": _("Promises"),
    EARLIER: _("Chosen before"),
}
# What the lower parts call due, as the item of an agenda. %(name)s is the thing.
SUGGESTED: Mapping[str, Text] = {
    "picture.new": _("New picture: %(name)s"),
    "weeks.est_picture": _("EST picture is frozen: %(name)s"),
    "picture.update": _("The picture is to be updated: %(name)s"),
    "plan.follow_up": _("Follow-up of the plan: %(name)s"),
    "plan.grant_accounting": _("Accounting of the state grant: %(name)s"),
    "agreement.renew": _("The agreement is to be renewed: %(name)s"),
    "agreement.follow_up": _("Follow-up of the agreement: %(name)s"),
    "promises.follow_up": _("Follow-up of the promises: %(name)s"),
    "promises.renewal": _("The promises end, and new ones are needed: %(name)s"),
    "promises.approval": _("An answer is waited for: %(name)s"),
    "council.election": _("The elected period ends: %(name)s"),
}
REFUSALS: Mapping[str, Text] = {
    "council.chair_not_municipal": _(
        "The chair must come from a municipality that the council covers: by law the"
        " municipality leads the council."
    ),
    "council.no_chair": _(
        "The council has no chair. Give somebody from the municipality the chair before"
        " you call it."
    ),
    "council.two_chairs": _("The council has a chair already. End that seat first."),
    "council.home_is_municipal": _("A council is founded by a municipality."),
    "council.name_missing": _("Write what the council is called."),
    "council.function_missing": _(
        "Write in which function: the head of schools, for example."
    ),
    "council.group_below": _("A group stands below the council itself."),
    "council.not_invited": _(
        "The council must first give your municipality a seat. Then you can join it."
    ),
    "council.not_now": _(
        "The meeting has come to another step since you opened the page. Look at it again."
    ),
    "council.minutes_final": _(
        "The minutes are adjusted and cannot be changed. Write a correction beside them."
    ),
    "council.empty_agenda": _("Put at least one item on the agenda first."),
    "council.call_in_past": _("That day has been. Give the meeting a day to come first."),
    "council.meeting_to_come": _(
        "The meeting is still to come. Its minutes wait until then."
    ),
    "council.meeting_ends_first": _("The meeting ends before it begins."),
    "council.item_leads_nowhere": _("Write an address that begins with https://."),
    "council.item_needs_title": _("Write what the item is called."),
    "council.replaced_by_whom": _(
        "Write in which function the one came who replaced them."
    ),
    "council.nobody_present": _("Write down who was there first."),
    "council.no_adjusters": _("Choose who adjusts the minutes."),
    "council.older_minutes": _(
        "The minutes have been taken back and changed. Read them again."
    ),
    "council.already_confirmed": _("That is confirmed already."),
    "council.confirmed_when": _("Give a day after the meeting, and not one to come."),
    "council.note_needs_text": _("Write what was wrong, and what is right."),
    "council.task_needs_text": _("Write what is to be done."),
    "council.task_needs_result": _("Write what became of it. Residents may read it."),
}


def with_late(said: str, count: int, late: int, late_said: str) -> str:
    """How many are open, and how many of them are late, as a sentence."""
    if not late:
        return f"{said}."
    if late == count:
        sentence = ngettext(
            "%(said)s, and it is late.", "%(said)s, and all are late.", late
        )
    else:
        sentence = ngettext("%(said)s, and one is late.", "%(said)s, %(n)s are late.", late)
    return sentence % {"said": said, "n": late_said}
