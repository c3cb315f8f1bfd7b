"""Names, hints and refusals of promises, in plain words."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from handslag.domain.promises.rules.quality import Hint
from handslag.domain.promises.rules.states import State
from handslag.domain.promises.rules.words import (
    AmendmentKind,
    Change,
    Condition,
    Direction,
    Measures,
    Op,
    Origin,
    Part,
    Rhythm,
    Timeliness,
)
from handslag.web.words.text import Text

STATES: Mapping[State, Text] = {
    State.DRAFT: _("Draft"),
    State.IN_APPROVAL: _("Waiting for approval"),
    State.SETTLED: _("Approved and published"),
    State.WITHDRAWN: _("Withdrawn"),
}
PARTS: Mapping[Part, Text] = {
    Part.OWNER: _("responsible"),
    Part.JOINT: _("responsible together with others"),
    Part.SUPPORTING: _("helps"),
    Part.INVITED: _("is invited"),
}
CONDITIONS: Mapping[Condition, Text] = {
    Condition.ALWAYS: _("The promise always holds"),
    Condition.WHEN: _("The promise holds if something happens"),
    Condition.ON_DEMAND: _("The promise holds if someone asks for it"),
}
OPERATORS: Mapping[Op, Text] = {
    Op.MIN: _("at least"),
    Op.EXACT: _("exactly"),
    Op.MAX: _("at most"),
    Op.AVG_MIN: _("on average at least"),
    Op.RANGE: _("between two numbers"),
    Op.SUBSET: _("of which at least"),
    Op.EACH: _("for each occasion"),
    Op.ALL: _("all"),
    Op.WITHIN: _("within a time limit"),
    Op.PROMPT: _("promptly, without a number"),
    Op.SEVERAL: _("several"),
    Op.ALWAYS: _("every time it happens"),
    Op.ON_REQUEST: _("when someone asks"),
}
MEASURES: Mapping[Measures, Text] = {
    Measures.OUTPUT: _("what is done"),
    Measures.EFFECT: _("what becomes of it"),
}
DIRECTIONS: Mapping[Direction, Text] = {
    Direction.UP: _("More is better"),
    Direction.DOWN: _("Less is better"),
    Direction.NEITHER: _("Neither more nor less is better in itself"),
}
RHYTHMS: Mapping[Rhythm, Text] = {
    Rhythm.YEAR: _("every year"),
    Rhythm.HALF_YEAR: _("every six months"),
    Rhythm.TERTIAL: _("every four months"),
    Rhythm.QUARTER: _("every three months"),
    Rhythm.AFTER_SURVEY: _("after the survey"),
    Rhythm.AFTER_EVENT: _("after each event"),
    Rhythm.ONCE: _("once, after the period"),
}
CHANGES: Mapping[Change, Text] = {
    Change.KEPT: _("Kept on"),
    Change.CHANGED: _("Changed"),
    Change.DROPPED: _("Dropped"),
    Change.NEW: _("New"),
}
AMENDMENTS: Mapping[AmendmentKind, Text] = {
    AmendmentKind.EXTENSION: _("Extended"),
    AmendmentKind.REVISION: _("Reworded"),
    AmendmentKind.WITHDRAWAL: _("Withdrawn"),
}
TIMELINESS: Mapping[Timeliness, Text] = {
    Timeliness.ON_TIME: _("On time"),
    Timeliness.DUE_SOON: _("Due within a month"),
    Timeliness.LATE: _("Late"),
    Timeliness.REPORTED: _("Reported"),
    Timeliness.NO_DATE: _("No day is set"),
}
ORIGINS: Mapping[Origin, Text] = {
    Origin.DECIDED: _("Decided by the parties in Handslag"),
    Origin.IMPORTED: _("Summary of a public page; not the municipality's own words"),
    Origin.RESTATED: _("Restated from the parties' own published text"),
}
HINTS: Mapping[Hint, Text] = {
    Hint.CONCRETE: _("Say what will be done, so that anyone can see if it was."),
    Hint.OWNER: _("Say who answers for it. Without an owner it cannot be approved."),
    Hint.PLACE: _("Name the place: a square, a street, a village."),
    Hint.NUMBER: _("Put a number on it, such as at least four."),
    Hint.PERIOD: _("Say when it ends, or that it holds until replaced."),
    Hint.FOLLOW_UP: _("Say when it is followed up, and who does it."),
    Hint.PLAIN: _("Shorter sentences and everyday words. More people will read it."),
    Hint.GROUND: _("Cite what it rests on: a dialogue, a survey, a walk."),
}
REFUSALS: Mapping[str, Text] = {
    "no_promises": _("Add at least one promise before you ask for approval."),
    "no_parties": _("Say who gives the promises. They are the ones who approve."),
    "no_period": _("Say which period the promises hold, or that they hold until replaced."),
    "no_owner": _("Say who answers for each promise. Missing for: %(promises)s."),
    "already_published": _("This set is published already."),
    "not_published": _("The set must be approved and published first."),
    "not_editable_in_approval": _(
        "The text is out for approval and cannot be changed. Take the question back first."
    ),
    "not_editable_settled": _(
        "The text is approved and published. Begin an amendment to change it."
    ),
    "not_editable_withdrawn": _("The set is withdrawn and cannot be changed."),
    "not_from_draft": _("The text is still a draft."),
    "not_from_in_approval": _("The text is out for approval. Wait for the answers."),
    "not_from_settled": _("The text is already approved."),
    "not_from_withdrawn": _("The set is withdrawn."),
    "plan_needs_period": _("Give the first and last day of the period first."),
    "effect_has_begun": _(
        "The plan has begun, so it stays with the promise. Otherwise the answer could be"
        " chosen."
    ),
    "effect_of_others": _("Choose a plan of a municipality that the promises are about."),
    "promise_has_history": _(
        "Something is already reported on this promise, so it cannot be taken out."
    ),
    "target_has_progress": _(
        "Something is already counted towards this target, so it cannot be taken out."
    ),
    "dropped_needs_why": _("Say why the promise is not kept on. Residents will read it."),
    "change_needs_why": _("Say why. Residents will read it."),
    "amendment_needs_reason": _(
        "Say why the promises are changed. Residents will read it."
    ),
    "extension_needs_later_day": _("Give a last day that is later than the present one."),
    "no_amendment": _("There is no amendment to end."),
    "text_differs": _("The text has been changed. Put it back, or ask for approval."),
    "take_over_first": _("Take over the set first. Those who answer for it translate it."),
    "not_in_the_text": _("That text is not in the approved version."),
    "not_this_promise": _("That target belongs to another promise."),
    "negative_amount": _("Write how many, as a number from 0 and up."),
    "place_lies_elsewhere": _("Choose a place in one of the municipalities of the set."),
    "link_lies_elsewhere": _(
        "Choose a measure or a problem of one of the municipalities of the set."
    ),
    "chain_broken": _(
        "The chain is broken in %(count)s places. Mend them, or write why they are missing."
    ),
    "day_to_come": _("That day has not been yet."),
    "more_within_than_cases": _("No more can be inside the limit than there are cases."),
    "ends_before_start": _("The last day comes before the first."),
    "correction_needs_why": _("Say what was wrong, so that others can follow the count."),
    "follow_up_published": _("This follow-up is published. Add a new one instead."),
    "follow_up_empty": _("Say what became of at least one promise first."),
    "not_an_answer": _("Choose one of the answers."),
    "reservation_needs_words": _("Say what the reservation is."),
    "not_imported": _("This is no summary of a public page."),
    "already_attached": _("This file is attached already."),
    "already_taken_over": _("The municipality has already taken over this set."),
    "already_taken_down": _("The summary has already been taken down."),
    "not_taken_down": _("The summary is not taken down."),
    "request_needs_text": _("Write what is wrong, or why it should be removed."),
    "request_too_long": _("Write at most 4,000 characters."),
    "contact_too_long": _("Write at most 254 characters."),
    "already_settled": _("This request has already been dealt with."),
}
