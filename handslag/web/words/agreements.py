"""Names, hints and refusals of agreements, in plain words."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from handslag.domain.agreements.rules.force import Caution, Force
from handslag.domain.agreements.rules.quality import Hint
from handslag.domain.agreements.rules.words import (
    Level,
    Origin,
    Prolongation,
    State,
    Statute,
    Verdict,
)
from handslag.web.words.text import Text

STATES: Mapping[State, Text] = {
    State.DRAFT: _("Draft"),
    State.IN_APPROVAL: _("Waiting for approval"),
    State.SETTLED: _("Settled"),
    State.ENDED: _("Ended"),
}
FORCES: Mapping[Force, Text] = {
    Force.NOT_BEGUN: _("Begins later"),
    Force.IN_FORCE: _("In force"),
    Force.PROLONGED: _("Prolonged"),
    Force.RUN_OUT: _("Ran out"),
    Force.REPLACED: _("Replaced"),
    Force.ENDED_EARLY: _("Ended early"),
}
LEVELS: Mapping[Level, Text] = {
    Level.STRATEGIC: _("Strategic agreement"),
    Level.ANNEX: _("Operative annex"),
}
PROLONGATIONS: Mapping[Prolongation, Text] = {
    Prolongation.NONE: _("It ends on its last day"),
    Prolongation.UNTIL_FURTHER_NOTICE: _("It is prolonged until further notice"),
    Prolongation.BY_MONTHS: _("It is prolonged some months at a time"),
}
ORIGINS: Mapping[Origin, Text] = {
    Origin.DECIDED: _("Approved by the parties in Handslag"),
    Origin.RESTATED: _("Restated from what the parties have signed"),
}
STATUTES: Mapping[Statute, Text] = {
    Statute.RISK: _("Risk and vulnerability analysis"),
    Statute.SCHOOL: _("Preparedness plans of schools"),
    Statute.PUBLIC_HEALTH: _("Public health"),
    Statute.ANDT: _("Alcohol, narcotics, doping and tobacco (ANDT)"),
    Statute.OTHER: _("Another plan"),
}
VERDICTS: Mapping[Verdict, Text] = {
    Verdict.DONE: _("Done"),
    Verdict.PARTLY: _("Partly done"),
    Verdict.NOT_DONE: _("Not done"),
    Verdict.ONGOING: _("Ongoing"),
}
# As the mark of the same meaning is called among the verdicts of promises.
MARKS: Mapping[Verdict, str] = {
    Verdict.DONE: "kept",
    Verdict.PARTLY: "partly",
    Verdict.NOT_DONE: "not_kept",
    Verdict.ONGOING: "ongoing",
}
CAUTIONS: Mapping[Caution, Text] = {
    Caution.RAN_OUT: _("It has run out, and nothing has replaced it."),
    Caution.RUNS_OUT: _("It runs out within six months. Begin the next one."),
    Caution.PROLONGS: _("It is prolonged within six months unless you renew it."),
    Caution.PROLONGED: _("It is prolonged by its own words. Think of a new one."),
}
HINTS: Mapping[Hint, Text] = {
    Hint.GOALS: _("Say what you want to reach: one or two bounded goals."),
    Hint.BOUNDED: _("Say how one sees that the goal is reached: %(about)s"),
    Hint.COMMITMENTS: _("Say what %(about)s undertakes."),
    Hint.CONTACT: _("Name the contact that %(about)s has appointed, and how to reach it."),
    Hint.FOLLOW_UP: _("Say which functions follow it up."),
    Hint.DOCUMENTATION: _("Say how the work is documented."),
    Hint.PROBLEMS: _("Say which problems are in focus."),
}
REFUSALS: Mapping[str, Text] = {
    "agreement.one_party": _("An agreement has at least two parties. Add one."),
    "agreement.nobody_approves": _("Say which parties are asked to approve the text."),
    "agreement.no_purpose": _(
        "Say for which purposes you cooperate. The law asks for it (2023:196, 9 §)."
    ),
    "agreement.no_field": _(
        "Say in which areas you cooperate. The law asks for it (2023:196, 9 §)."
    ),
    "agreement.no_period": _("Say which period the agreement holds."),
    "agreement.prolonged_without_last_day": _(
        "Give the last day, so that one knows when it is prolonged."
    ),
    "agreement.may_not_agree": _(
        "A county or a council cannot be party. Choose those who sit in it."
    ),
    "agreement.not_a_party": _("That organisation is not party to the agreement."),
    "agreement.annex_of_annex": _("An annex belongs to an agreement, not to an annex."),
    "agreement.not_editable_in_approval": _(
        "The text is out for approval and cannot be changed. Take the question back first."
    ),
    "agreement.not_editable_settled": _(
        "The agreement is settled and cannot be changed. Make the next one of it."
    ),
    "agreement.not_editable_ended": _("The agreement has ended and cannot be changed."),
    "agreement.not_from_draft": _("The agreement is still a draft."),
    "agreement.not_from_in_approval": _(
        "The text is out for approval. Wait for the answers, or take the question back."
    ),
    "agreement.not_from_settled": _("The agreement is already settled."),
    "agreement.not_from_ended": _("The agreement has already ended."),
    "agreement.not_published": _("The agreement must be settled first."),
    "agreement.already_renewed": _("The next agreement is already begun."),
    "agreement.ending_needs_reason": _("Say why it ends. Residents will read it."),
    "agreement.ends_before_start": _("It cannot end before it begins."),
    "agreement.needs_original": _(
        "Say where the signed text can be read, or attach the signed original."
    ),
    "agreement.only_signed_afterwards": _(
        "Only the signed original can be added to an agreement that is settled."
    ),
    "agreement.already_attached": _("This file is attached already."),
    "agreement.day_to_come": _("That day has not been yet."),
    "agreement.follow_up_published": _(
        "This follow-up is published. Add a new one instead."
    ),
    "agreement.follow_up_empty": _(
        "Say what was done for at least one goal or commitment first."
    ),
}
