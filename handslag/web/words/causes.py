"""Names, hints and refusals of causes and of the ways that answer them, in plain words."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from handslag.domain.picture.rules.causes import (
    CauseKind,
    Corner,
    Horizon,
    Perspective,
    Step,
)
from handslag.domain.picture.rules.suggestions import Way
from handslag.domain.picture.rules.words import Confidence
from handslag.web.words.text import Text

PERSPECTIVES: Mapping[Perspective, Text] = {
    Perspective.SITUATIONAL: _("The situation: what makes it possible"),
    Perspective.VICTIMISATION: _("The exposed: who or what it happens to, and again"),
    Perspective.OFFENDER: _("Those who do it: why they do"),
}
SEEN_FROM: Mapping[Perspective, Text] = {
    Perspective.SITUATIONAL: _("the situation"),
    Perspective.VICTIMISATION: _("the exposed"),
    Perspective.OFFENDER: _("those who do it"),
}
CORNERS: Mapping[Corner, Text] = {
    Corner.OFFENDER: _("Those who commit the crimes"),
    Corner.TARGET: _("Who or what is exposed"),
    Corner.GUARDIAN: _("Those who could have prevented it"),
}
KINDS: Mapping[CauseKind, Text] = {
    CauseKind.SITUATIONAL: pgettext_lazy("cause", "situational"),
    CauseKind.SOCIAL: pgettext_lazy("cause", "social"),
}
KIND_CHOICES: Mapping[CauseKind, Text] = {
    CauseKind.SITUATIONAL: _("In the situation: the place, the time, the things"),
    CauseKind.SOCIAL: _("In social conditions: upbringing, school, addiction, attitudes"),
}
HORIZONS: Mapping[Horizon, Text] = {
    Horizon.SHORT: pgettext_lazy("cause", "short term"),
    Horizon.LONG: pgettext_lazy("cause", "long term"),
}
HORIZON_CHOICES: Mapping[Horizon, Text] = {
    Horizon.SHORT: _("Within months"),
    Horizon.LONG: _("After years"),
}
HOW_SURE: Mapping[Confidence, Text] = {
    Confidence.HIGH: _("We know it"),
    Confidence.MEDIUM: _("We believe it"),
    Confidence.LOW: _("We guess"),
}
STEPS: Mapping[Step, Text] = {
    Step.UP: pgettext_lazy("cause", "Up"),
    Step.DOWN: pgettext_lazy("cause", "Down"),
    Step.IN: pgettext_lazy("cause", "In"),
    Step.OUT: pgettext_lazy("cause", "Out"),
}
WAYS: Mapping[Way, Text] = {
    Way.EFFORT: _("Make it harder to do"),
    Way.RISK: _("Make it more likely to be seen"),
    Way.REWARD: _("Make it less rewarding"),
    Way.PROVOCATION: _("Take away what provokes it"),
    Way.EXCUSES: _("Take away the excuses"),
    Way.REPEAT: _("Protect those who are exposed again"),
    Way.ATTITUDES: _("Change attitudes"),
    Way.BEHAVIOUR: _("Support people in changing what they do"),
    Way.PARENTS: _("Strengthen parents and other adults"),
}
REFUSALS: Mapping[str, Text] = {
    "picture.cause_cycle": _(
        "A cause cannot hang under itself, nor under something that explains it."
        " Choose another place."
    ),
    "picture.cause_too_deep": _(
        "The tree has room for %(deepest)s layers of causes. Hang it further out."
    ),
    "picture.too_many_causes": _(
        "There are %(most)s causes already. Put some together before you add more."
    ),
    "picture.cause_not_up": _("It is first already."),
    "picture.cause_not_down": _("It is last already."),
    "picture.cause_not_in": _("There is no cause above it to hang it under."),
    "picture.cause_not_out": _("It hangs directly under the problem already."),
    "picture.cause_is_gone": _("Someone else has taken out that cause. Look at the tree."),
    "picture.cause_is_answered": _(
        "A measure in the plan answers this cause. Let the measure answer another first."
    ),
    "picture.cause_without_words": _("Write the cause, in a sentence."),
    "picture.analysis_without_causes": _("Write at least one cause first."),
}
