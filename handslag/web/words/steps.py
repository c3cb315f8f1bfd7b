"""The steps of the work and their signs, in plain words."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from handslag.domain.year.rules.steps import Reach, Sign
from handslag.web.words.text import Text

TEN_STEPS: tuple[Text, ...] = (
    _("Begin to cooperate"),
    _("Communication, throughout"),
    _("Work from problems"),
    _("Local pictures, one from each"),
    _("Staff dialogue"),
    _("Citizen dialogue"),
    _("One joint picture, and focus areas"),
    _("Problems described, causes analysed"),
    _("Activities planned and done"),
    _("Follow-up and feedback"),
)
FIVE_STEPS: tuple[Text, ...] = (
    pgettext_lazy("step", "Begin"),
    pgettext_lazy("step", "Own preparations"),
    pgettext_lazy("step", "Joint preparations"),
    pgettext_lazy("step", "Carrying out"),
    pgettext_lazy("step", "Follow-up"),
)
REACHES: Mapping[Reach, Text] = {
    Reach.DONE: pgettext_lazy("step", "Done"),
    Reach.BEGUN: pgettext_lazy("step", "Begun"),
    Reach.NOT_BEGUN: pgettext_lazy("step", "Not begun"),
}
SIGNS: Mapping[Sign, Text] = {
    Sign.MANDATE: _("There is a mandate and a steering group"),
    Sign.COUNCIL: _("The council is led by the municipality"),
    Sign.CONTACT: _("The coordinating function has a public contact"),
    Sign.COMMUNICATION_PLAN: _("There is a plan for communication"),
    Sign.COMMUNICATION_ACTIVITIES: _("It says what is told to whom, and when"),
    Sign.METHOD: _("Those who take part know how to work from problems"),
    Sign.SECRECY: _("It is clear what may be told between authorities"),
    Sign.OWN_MUNICIPAL: _("The municipality has written what it sees"),
    Sign.OWN_POLICE: _("The police have written what they see"),
    Sign.STAFF_DIALOGUE: _("Staff have said what they see and want to do"),
    Sign.CITIZEN_DIALOGUE: _("Residents have been asked"),
    Sign.MERGED: _("The pictures are merged into one"),
    Sign.PRIORITISED: _("The problems are prioritised"),
    Sign.FROZEN: _("The joint picture is frozen in a version"),
    Sign.CAUSES: _("Each prioritised problem has its cause analysis"),
    Sign.AGREEMENT: _("The agreement is signed by both"),
    Sign.PLAN: _("The action plan is decided"),
    Sign.PROMISES: _("Promises hold and are public"),
    Sign.MEASURES: _("Measures of the plan are under way"),
    Sign.FOLLOWED_UP: _("What was planned or promised is followed up"),
    Sign.FED_BACK: _("Those who spoke have been told what became of it"),
}
LACKS: Mapping[Sign, Text] = {
    Sign.MERGED: _("two pictures merged into one"),
    Sign.PRIORITISED: _("a priority for each problem"),
    Sign.CITIZEN_DIALOGUE: _("dialogues with residents"),
    Sign.CAUSES: _("a cause analysis for each prioritised problem"),
    Sign.AGREEMENT: _("an agreement signed by both"),
}
DEEDS: Mapping[Sign, Text] = {
    Sign.COUNCIL: _("Go to the council"),
    Sign.CONTACT: _("Write the contact"),
    Sign.OWN_MUNICIPAL: _("Write the picture"),
    Sign.OWN_POLICE: _("Write the picture"),
    Sign.STAFF_DIALOGUE: _("Write down what was said"),
    Sign.CITIZEN_DIALOGUE: _("Write down what was said"),
    Sign.MERGED: _("Merge the pictures"),
    Sign.PRIORITISED: _("Weigh the problems"),
    Sign.FROZEN: _("Freeze the picture"),
    Sign.AGREEMENT: _("Go to the agreements"),
    Sign.PLAN: _("Go to the plan"),
    Sign.PROMISES: _("Go to the promises"),
    Sign.MEASURES: _("Go to the plan"),
    Sign.FOLLOWED_UP: _("Go to the promises"),
    Sign.FED_BACK: _("Tell those who spoke"),
}
REFUSALS: Mapping[str, Text] = {
    "year.sign_shows_itself": _("That shows by itself when it is done here."),
    "year.mark_ahead_of_its_day": _("The day has not come yet. Write when it was done."),
    "year.mark_without_note": _("Write how you know that it is done."),
}
