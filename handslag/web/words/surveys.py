"""Names and refusals of surveys, in plain words."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from handslag.domain.surveys.rules import (
    Background,
    QuestionKind,
    Selection,
    SurveyState,
)
from handslag.web.words.text import Text

KINDS: Mapping[QuestionKind, Text] = {
    QuestionKind.SINGLE: _("One answer of several"),
    QuestionKind.SCALE: _("A scale in words"),
    QuestionKind.MULTIPLE: _("Several answers"),
    QuestionKind.MATRIX: _("The same scale for several lines"),
    QuestionKind.RANKING: _("Put in order"),
    QuestionKind.NUMBER: _("A number"),
    QuestionKind.DATE: _("A date"),
    QuestionKind.SHORT: _("A short text"),
    QuestionKind.LONG: _("A long text"),
    QuestionKind.PLACE: _("A place"),
}
# What one gets by choosing a kind, in a sentence.
KIND_HINTS: Mapping[QuestionKind, Text] = {
    QuestionKind.SINGLE: _("A list from which one answer is chosen."),
    QuestionKind.SCALE: _(
        "From much to little, or from safe to unsafe. Words, never numbers."
    ),
    QuestionKind.MULTIPLE: _("A list from which all that fit are chosen."),
    QuestionKind.MATRIX: _(
        "Several things judged on one scale. Each line is shown as a question of its own."
    ),
    QuestionKind.RANKING: _("What comes first, second and third."),
    QuestionKind.NUMBER: _("How many, how old, since which year."),
    QuestionKind.DATE: _("When it happened."),
    QuestionKind.SHORT: _("A few words."),
    QuestionKind.LONG: _("In own words. Somebody must read and code each answer."),
    QuestionKind.PLACE: _(
        "Pointed out on a map, chosen by name or told in words: a map is never needed."
    ),
}
BACKGROUNDS: Mapping[Background, Text] = {
    Background.SEX: _("Sex"),
    Background.AGE: _("Age"),
    Background.AREA: pgettext_lazy("background", "Area"),
}
# How one answer of a list stands to the others.
LINE_KINDS: tuple[tuple[str, Text], ...] = (
    ("", _("One of the list")),
    ("apart", _("Apart: do not know, none of these")),
    ("other", _("With a line to write on")),
)
SELECTIONS: Mapping[Selection, Text] = {
    Selection.DRAWN: _("A random sample, with a code for each"),
    Selection.OPEN: _("Whoever wants to answer"),
}
STATES: Mapping[SurveyState, Text] = {
    SurveyState.DRAFT: pgettext_lazy("survey", "Draft"),
    SurveyState.OPEN: pgettext_lazy("survey", "Open for answers"),
    SurveyState.CLOSED: pgettext_lazy("survey", "Closed"),
}
# What is wrong with one answer, said beside its question.
PROBLEMS: Mapping[str, Text] = {
    "surveys.answer_is_required": _(
        "Answer this question, or choose that you prefer not to."
    ),
    "surveys.unknown_option": _("Choose one of the answers in the list."),
    "surveys.choose_one": _("Choose one answer only."),
    "surveys.rules_out_the_others": _(
        "You have chosen an answer that rules out the others. Take one of them away."
    ),
    "surveys.too_many_chosen": _("Choose at most %(most)s."),
    "surveys.every_row": _("Answer every line. %(left)s are left."),
    "surveys.not_a_place_in_the_order": _("Write a number from 1 to %(most)s."),
    "surveys.same_place_twice": _("Two of them have place %(place)s. Give each its own."),
    "surveys.not_a_whole_number": _("Write a whole number, with digits."),
    "surveys.out_of_bounds": _("Write a number from %(least)s to %(most)s."),
    "surveys.not_a_day": _("Write the day as year, month and day: 2026-10-07."),
    "surveys.text_too_long": _(
        "Write at most %(most)s characters. Shorten the text a bit."
    ),
    "surveys.not_on_the_map": _("The point could not be read. Point it out anew."),
    "surveys.names_a_person": _(
        "Take away %(said)s, so that nobody can be pointed out. The rest is kept."
    ),
}
LACKS: Mapping[str, Text] = {
    "surveys.no_questions": _("There are no questions yet."),
    "surveys.too_many_questions": _("There are more than 120 questions."),
    "surveys.same_question_twice": _("The same question stands there twice."),
    "surveys.not_translated": _("Something is not said in this language yet."),
    "surveys.too_few_options": _("There are fewer than two answers to choose from."),
    "surveys.too_many_options": _("There are more than 60 answers to choose from."),
    "surveys.same_option_twice": _("The same answer stands there twice."),
    "surveys.no_rows": _("There are no lines to answer for."),
    "surveys.bounds_are_turned": _("The smallest number is larger than the largest."),
    "surveys.hangs_on_nothing": _(
        "It is shown after an answer that is not asked for before it."
    ),
}
# What would make a question better, said while it is written. Nothing is stopped by it.
HINTS: Mapping[str, Text] = {
    "leading": _("The words lead to one answer. Ask so that every answer is as easy."),
    "double": _("It may ask about two things at once. Make two questions of it."),
    "negation": _(
        "“%(word)s” in the question makes it hard to know what “no” means. Turn it round."
    ),
    "absolute": _("“%(word)s” is hard to say yes to. Say how often or how much instead."),
    "officialese": _("“%(word)s” is a word of offices. Write “%(better)s”, for example."),
    "long": _("The sentence has more than %(most)s words. Divide it."),
    "many_answers": _("More than %(most)s answers are hard to take in on a phone."),
    "no_way_out": _(
        "Nothing to choose for those who do not know. Add “Do not know”, apart."
    ),
    "numbers": _("Write the steps of the scale in words, not in numbers."),
    "unbalanced": _("The scale leans: as many steps are wanted on both sides."),
    "overlapping": _("%(number)s stands in two of the answers."),
    "gap": _("%(number)s stands in none of the answers."),
}
REFUSALS: Mapping[str, Text] = {
    **PROBLEMS,
    "surveys.has_lacks": _("Something is missing before people can answer. See the list."),
    "surveys.over_already": _("The last day has passed. Choose a later one."),
    "surveys.nobody_drawn": _("Draw the sample before you open: nobody has a code yet."),
    "surveys.is_fixed": _(
        "People have begun to answer, so nothing in the questions is changed any more."
        " Close the survey, and make the change in the next wave."
    ),
    "surveys.not_opened_yet": _("This wave has not been opened yet."),
    "surveys.others_hang_on_it": _(
        "Other questions are shown after an answer to this one. Change them first."
    ),
    "surveys.order_leaves_something_out": _(
        "Somebody has added or removed a question meanwhile. Load the page again."
    ),
    "surveys.section_is_needed": _(
        "Move the questions away from the section first. One section must remain."
    ),
    "surveys.nothing_taken": _("Choose at least one question that is not asked already."),
    "surveys.asks_something_already": _(
        "The survey asks something already. Take questions from the bank instead."
    ),
    "surveys.unknown_section": _("That section has been removed meanwhile."),
    "surveys.is_not_open": _("The survey does not take answers today."),
    "surveys.not_later": _("Choose a day after the one that was said."),
    "surveys.quota_is_full": _(
        "We have enough answers from your group, and take no more. Thank you for wanting"
        " to answer."
    ),
    "surveys.unknown_code": _(
        "We do not find that code. Read it on the letter again: it has twelve signs."
    ),
    "surveys.code_is_used": _(
        "The code has been used. If you have just answered, your answer has come in."
    ),
    "surveys.more_than_there_are": _(
        "%(stratum)s has only %(there)s to draw from, and you want %(wanted)s."
    ),
    "surveys.too_few_to_mix": _(
        "There must be at least twenty answers, so that they can be mixed."
    ),
    "surveys.nobody_to_draw": _("Say how many are to be drawn."),
}
