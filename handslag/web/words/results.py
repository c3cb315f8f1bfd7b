"""Names, reasons and refusals of results, in plain words."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from handslag.web.words.text import Text

GROUPINGS: Mapping[str, Text] = {
    "sex": pgettext_lazy("results", "Sex"),
    "age": pgettext_lazy("results", "Age"),
    "area": pgettext_lazy("results", "Area"),
}
NOT_DIVIDED: Mapping[str, Text] = {
    "sex": _("Not divided by sex: some groups are too small."),
    "age": _("Not divided by age: some groups are too small."),
    "area": _("Not divided by area: some groups are too small."),
}
# Why the answers of two waves are not set against each other.
NOT_COMPARED: Mapping[str, Text] = {
    "first_wave": _("This is the first measurement. One measurement shows no trend."),
    "not_counted": _("The measurement before has not been counted in Handslag."),
    "not_public_before": _(
        "The measurement before is not public, so there is nothing to compare with."
    ),
    "not_a_sample": _(
        "Here those who wanted to have answered. Who they are differs from time to time,"
        " so a change between two such surveys says nothing of the inhabitants."
    ),
    "self_selected_before": _(
        "Last time whoever wanted to could answer, this time a sample was drawn. The two"
        " cannot be compared."
    ),
    "changed_areas": _(
        "The areas are not the same as last time, so the two cannot be compared."
    ),
}
APART: Mapping[str, Text] = {
    "not_asked_before": _("This question was not asked last time."),
    "not_public_before": _("The answers to this question last time are not public."),
    "changed_question": _(
        "The question or its answers were not the same last time, so the two are not"
        " compared."
    ),
}
METHODS: Mapping[str, Text] = {
    "unweighted": _(
        "Whoever wanted to could answer. The shares are of those who answered and say"
        " nothing sure of all inhabitants, so there is no interval."
    ),
    "equal": _(
        "A random sample was drawn. The number of inhabitants is not known for every area,"
        " so all answers weigh the same."
    ),
    "design": _(
        "A random sample was drawn in each area. Each answer stands for as many as live in"
        " the area for each one who answered."
    ),
    "raking": _(
        "A random sample was drawn in each area. The answers are weighted so that area,"
        " sex and age are as they are among those who live there."
    ),
}
FLAGS: Mapping[str, Text] = {
    "left_out.sex": _(
        "The numbers of inhabitants by sex could not be used: nobody in one of the groups"
        " has answered."
    ),
    "left_out.age": _(
        "The numbers of inhabitants by age could not be used: nobody in one of the groups"
        " has answered."
    ),
    "capped": _("Weights that became very large were cut."),
    "no_inhabitants": _("Say how many live in each area to weigh the answers."),
}
RELEASES: Mapping[str, Text] = {
    "asked": pgettext_lazy("release", "Is being protected, which takes about a minute"),
    "ready": pgettext_lazy("release", "Ready to be looked at"),
    "refused": pgettext_lazy(
        "release", "Cannot be protected beside what was public before"
    ),
    "published": pgettext_lazy("release", "Public"),
    "replaced": pgettext_lazy("release", "Replaced by a later one"),
    "taken_back": pgettext_lazy("release", "Taken back"),
}
REFUSALS: Mapping[str, Text] = {
    "surveys.not_a_sample": _(
        "Only the answers of a random sample can be made to stand for the inhabitants."
    ),
    "surveys.not_closed": _(
        "Figures can be made public when the survey is closed. Close it first."
    ),
    "surveys.not_all_opened": _(
        "All answers have not been opened yet. Try again in a few minutes."
    ),
    "surveys.too_few_for_the_public": _(
        "Fewer than 30 have answered. That is too few for anything to be made public."
    ),
    "surveys.no_such_columns": _(
        "The file needs two columns with the headings Grupp and Antal."
    ),
    "surveys.unknown_group": _(
        "Line %(line)s: %(said)s is no group of this survey. Write it as it stands here."
    ),
    "surveys.group_twice": _("Line %(line)s: %(said)s stands in the file twice."),
    "surveys.no_number_of_people": _(
        "Line %(line)s: %(said)s is no whole number of people."
    ),
    "surveys.width_out_of_bounds": _(
        "A hidden count must be able to be %(least)s to %(most)s different numbers. Write"
        " a whole number between them."
    ),
    "surveys.choose_questions": _("Choose at least one question."),
    "surveys.release_is_over": _("That has been done already. Load the page again."),
    "surveys.release_is_not_ready": _(
        "The figures are not protected yet. Wait a minute and load the page again."
    ),
    "surveys.say_why": _("Say why they are taken back. Anyone will read it."),
}
# From 0 to 6. The words at both ends are those of the police; the others are ours.
INDEX_WORDS: tuple[Text, ...] = (
    pgettext_lazy("index", "hardly a problem"),
    pgettext_lazy("index", "very small"),
    pgettext_lazy("index", "small"),
    pgettext_lazy("index", "clear"),
    pgettext_lazy("index", "large"),
    pgettext_lazy("index", "very large"),
    pgettext_lazy("index", "alarming"),
)
INDEX_REFUSED: Mapping[str, Text] = {
    "self_selected": _(
        "There is no index: those who answered chose it themselves, and the index is about"
        " everybody who lives there."
    ),
    "below_base": _(
        "There is no index: fewer than 30 have answered one of the questions it is made of."
    ),
}
