"""Names, duties and refusals of the year, in plain words."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from handslag.core.deadlines import Basis, Deadline
from handslag.domain.year.rules.law import Standing
from handslag.domain.year.rules.words import RhythmKind, Section
from handslag.web.words.text import Text

BASES: Mapping[Basis, Text] = {
    Basis.LAW: _("the law"),
    Basis.AGREEMENT: _("an agreement"),
    Basis.DECISION: _("a decision"),
    Basis.PROMISE: _("a promise"),
    Basis.OWN_RHYTHM: _("your own rhythm"),
}
RHYTHM_KINDS: Mapping[RhythmKind, Text] = {
    RhythmKind.KNOWLEDGE: _("Knowledge: surveys, statistics, the picture"),
    RhythmKind.DIALOGUE: _("Dialogue: residents and staff are asked"),
    RhythmKind.COUNCIL: _("The council meets"),
    RhythmKind.DECISION: _("A board or the assembly decides"),
    RhythmKind.FOLLOW_UP: _("Follow-up"),
    RhythmKind.PUBLICATION: _("Everyone is told"),
}
STANDINGS: Mapping[Standing, Text] = {
    Standing.DONE: _("Done"),
    Standing.DUE: _("Done, and soon due again"),
    Standing.LATE: _("Late"),
    Standing.NOT_STARTED: _("Not begun, with a reason"),
    Standing.MISSING: _("Missing"),
    Standing.UNSEEN: _("Not public"),
    Standing.RIGHT: _("You may"),
}
# The same where there is room for a word.
SHORT_STANDINGS: Mapping[Standing, Text] = {
    Standing.DONE: _("done"),
    Standing.DUE: _("soon due"),
    Standing.LATE: _("late"),
    Standing.NOT_STARTED: _("not begun"),
    Standing.MISSING: _("missing"),
    Standing.UNSEEN: _("not public"),
    Standing.RIGHT: _("you may"),
}
NOTHING_HERE = _("nothing here")
# What each kind of deadline is about. `%(name)s` is the name of the thing.
DEADLINES: Mapping[str, Text] = {
    "picture.update": _("Update the picture: %(name)s"),
    "plan.follow_up": _("Follow up the plan: %(name)s"),
    "plan.grant_accounting": _("Account for the state grant: %(name)s"),
    "agreement.renew": _("Renew the agreement: %(name)s"),
    "agreement.follow_up": _("Follow up the agreement: %(name)s"),
    "council.task": _("Task of the council: %(name)s"),
    "council.adjust": _("Have the minutes adjusted: %(name)s"),
    "council.election": _("The elected period of the council ends: %(name)s"),
    "promises.follow_up": _("Follow up %(name)s"),
    "promises.renewal": _("%(name)s ends, and nothing comes after it yet"),
    "promises.approval": _("The parties answer about %(name)s"),
    "surveys.letter": _("Send the letters of the survey: %(name)s"),
    "surveys.reminder": _("Send the first reminder of the survey: %(name)s"),
    "surveys.second": _("Send the second reminder, with a paper form: %(name)s"),
    "year.report": _("Report to the assembly (%(name)s)"),
    "year.beginning": _("What you planned to begin: %(name)s"),
}


def named(deadline: Deadline) -> str:
    """A deadline in words, in the language of the page or the letter."""
    return str(DEADLINES.get(deadline.kind, "%(name)s")) % {"name": deadline.name}


SECTIONS: Mapping[Section, str] = {
    Section.PICTURE: "4 §",
    Section.PLAN: "5 §",
    Section.EVERY_SECOND_YEAR: "6 §",
    Section.TOGETHER_WITH_OTHER_PLANS: "7 §",
    Section.AGREEMENTS: "8–9 §§",
    Section.COUNCIL: "10 §",
    Section.COORDINATION: "11–12 §§",
    Section.LEADING_BOARD: "13 §",
    Section.CAMERAS: "14 §",
}
# The duties of the law, said again in our own words.
DUTIES: Mapping[Section, tuple[Text, Text]] = {
    Section.PICTURE: (
        _("A picture of crime"),
        _(
            "You map crime in the whole area of the municipality, how much there is and "
            "what it leads to, add other information that matters, and analyse it all."
        ),
    ),
    Section.PLAN: (
        _("A plan that rests on the picture"),
        _("You decide on a plan of what you mean to do, with the picture as its ground."),
    ),
    Section.EVERY_SECOND_YEAR: (
        _("A new look every second year"),
        _("At least every second year you update the picture and follow up the plan."),
    ),
    Section.TOGETHER_WITH_OTHER_PLANS: (
        _("Together with other planning"),
        _(
            "Where it suits, the work is done together with what other statutes ask for: "
            "preparedness, schools, public health."
        ),
    ),
    Section.AGREEMENTS: (
        _("Written agreements"),
        _(
            "You work for written agreements with those it concerns. Each says at least "
            "why and in which areas you cooperate."
        ),
    ),
    Section.COUNCIL: (
        _("A council that the municipality leads"),
        _(
            "You work for a strategic council with those it concerns. The municipality "
            "leads it, and the others should be there by people in leading positions."
        ),
    ),
    Section.COORDINATION: (
        _("A coordination function"),
        _(
            "A function coordinates and supports the work, is the way in for others, and "
            "helps to tell residents."
        ),
    ),
    Section.LEADING_BOARD: (
        _("A board that leads and reports"),
        _(
            "The executive board, or another that the assembly chooses, leads the work "
            "and reports to the assembly as it goes on. We count with once a year."
        ),
    ),
    Section.CAMERAS: (
        _("Cameras in public places"),
        _(
            "The municipality may use camera surveillance to make public places safe. "
            "It is a right, not a duty, so nothing can be missing here."
        ),
    ),
}
# Whether a goal of the plan was reached, as its follow-up says.
REACHED: Mapping[str, Text] = {
    "yes": _("Reached"),
    "partly": _("Partly reached"),
    "no": _("Not reached"),
    "unknown": _("Not measured"),
}
REMARKS: Mapping[str, Text] = {
    "picture_frozen": _("Version %(number)s."),
    "picture_lacks_a_part": _("One of the three parts that the law asks for is empty."),
    "plan_without_picture": _("The plan does not rest on a frozen picture."),
    "plan_on_picture": _("It rests on version %(number)s of the picture."),
    "plan_on_older_picture": _(
        "It rests on version %(number)s of the picture; there is a version %(latest)s now."
    ),
    "no_picture_to_update": _("There is no picture to update."),
    "no_plan_to_follow_up": _("There is no plan to follow up."),
    "plan_not_followed_up_yet": _("The plan has not been followed up yet."),
    "other_plans": _("Plans under other statutes that are linked: %(count)s."),
    "agreements": _("Agreements in force: %(count)s."),
    "agreements_lack": _("Without purposes or areas: %(count)s."),
    "agreements_without_police": _("None of them is with the police."),
    "council_without_municipal_chair": _("Nobody from the municipality chairs it."),
    "council_not_leading": _("Partners who are not in a leading position: %(count)s."),
    "council_seldom_meets": _("It has not met in the last year."),
    "board": _("Led by: %(board)s."),
    "no_board": _("Which board leads the work is not written down."),
    "no_report": _("No report to the assembly is written down."),
    "cameras": _("Measures with cameras in the plan: %(count)s."),
}
REFUSALS: Mapping[str, Text] = {
    "year.no_such_day": _(
        "There is no day %(day)s in month %(month)s. Choose another day."
    ),
    "year.which_years": _("Write one of the years in which it happens."),
    "year.wheel_not_empty": _("The wheel already holds something, so nothing was added."),
    "year.report_in_the_future": _(
        "Choose a day that has been: the report is written down once it is given."
    ),
}
