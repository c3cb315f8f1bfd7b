"""Names, scripts and refusals of dialogues, in plain words."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from handslag.domain.dialogues.rules import Age, Audience, Kind, Part, Room, Script, Sex
from handslag.web.words.text import Text

KINDS: Mapping[Kind, Text] = {
    Kind.MEETING: pgettext_lazy("dialogue", "Meeting"),
    Kind.SQUARE: _("On the square"),
    Kind.DIGITAL: _("Digital meeting"),
    Kind.INTERVIEW: _("Interviews"),
    Kind.SCHOOL: _("At school"),
    Kind.VAN: _("Dialogue van"),
    Kind.DOORS: _("Knocking on doors"),
    Kind.ASSOCIATION: _("With an association"),
    Kind.WORKPLACE: _("At a place of work"),
    Kind.OTHER: _("In another way"),
}
AUDIENCES: Mapping[Audience, Text] = {
    Audience.CITIZENS: _("With those who live or work here"),
    Audience.STAFF: _("With staff"),
}
AUDIENCES_SHORT: Mapping[Audience, Text] = {
    Audience.CITIZENS: _("Dialogue with residents"),
    Audience.STAFF: _("Dialogue with staff"),
}
ROOMS: Mapping[Room, Text] = {
    Room.PLENTY: _("there are places"),
    Room.FEW: _("few places left"),
    Room.NONE: _("all places are taken"),
}
PARTS: Mapping[Part, Text] = {
    Part.SEX: _("Women and men"),
    Part.AGE: pgettext_lazy("dialogue", "Age"),
    Part.AREA: pgettext_lazy("dialogue", "Where they live"),
}
SEXES: Mapping[Sex, Text] = {Sex.WOMEN: _("Women"), Sex.MEN: _("Men")}
AGES: Mapping[Age, Text] = {
    Age.CHILD: _("Under 13 years"),
    Age.YOUNG: _("13–17 years"),
    Age.YOUNG_ADULT: _("18–29 years"),
    Age.ADULT: _("30–64 years"),
    Age.OLDER: _("65 years or older"),
}
UNCOUNTED = pgettext_lazy("dialogue", "not counted")
SCRIPTS: Mapping[Script, Text] = {
    Script.WHAT: _("WHAT shall we do?"),
    Script.HOW: _("HOW shall we do it?"),
}
# By script and the code of the step: what it is called, and what one does.
STEPS: Mapping[tuple[Script, str], tuple[Text, Text]] = {
    (Script.WHAT, "why_we_are_here"): (
        _("Why we are here"),
        _("Say what the meeting is for, and what it cannot decide. Nobody is quoted."),
    ),
    (Script.WHAT, "what_we_know"): (
        _("What we know"),
        _("Show the situational picture in five minutes. Ask what is missing in it."),
    ),
    (Script.WHAT, "alone_first"): (
        _("Each alone"),
        _("Everyone writes what they see in their work. One thing on each note."),
    ),
    (Script.WHAT, "in_pairs"): (
        _("Two and two"),
        _("Read your notes to each other. Keep those that you both know from your work."),
    ),
    (Script.WHAT, "on_the_wall"): (
        _("On the wall"),
        _("Put up the notes, and those alike together. Give each heap a name."),
    ),
    (Script.WHAT, "choose_three"): (
        _("Choose three"),
        _("Everyone puts three marks. Count them. Three heaps go on to the next meeting."),
    ),
    (Script.WHAT, "what_happens_next"): (
        _("What happens next"),
        _("Say when you meet about HOW, and when everyone hears what came of it."),
    ),
    (Script.HOW, "what_was_chosen"): (
        _("What was chosen"),
        _("Show the three that were chosen, and what residents said about the same."),
    ),
    (Script.HOW, "what_stands_in_the_way"): (
        _("What stands in the way"),
        _("For each: why is it so? Ask why once more. Write the causes down."),
    ),
    (Script.HOW, "what_we_can_do"): (
        _("What we can do ourselves"),
        _("Propose what you can do together. Small things that can begin now count."),
    ),
    (Script.HOW, "who_and_when"): (
        _("Who, and by when"),
        _("For each proposal: which function does it, with whom, by which month."),
    ),
    (Script.HOW, "how_we_will_know"): (
        _("How we will know"),
        _("What shall be different in a year, and where will we see it?"),
    ),
    (Script.HOW, "what_happens_next"): (
        _("Afterwards"),
        _("Say who decides, and when everyone hears what was decided and why."),
    ),
}

REFUSALS: Mapping[str, Text] = {
    "dialogues.no_title": _("Write what the dialogue is called."),
    "dialogues.too_long": _("Write at most %(most)s characters."),
    "dialogues.bar_too_low": _("A theme needs at least %(least)s voices to be public."),
    "dialogues.bar_stays": _(
        "The result has been released. A theme cannot need fewer voices than it did."
    ),
    "dialogues.ends_before_it_begins": _("The meeting must end after it begins."),
    "dialogues.number_of_slots": _("Write from 1 to %(most)s places."),
    "dialogues.script_is_for_staff": _(
        "Dialogues with staff have the meetings WHAT and HOW, and only they have."
    ),
    "dialogues.script_is_taken": _("This dialogue already has that meeting."),
    "dialogues.what_comes_before_how": _("WHAT comes before HOW. Choose another day."),
    "dialogues.too_many_meetings": _("A dialogue has at most %(most)s meetings."),
    "dialogues.places_are_taken": _(
        "%(taken)s places are taken. There cannot be fewer places than that."
    ),
    "dialogues.one_must_be_left": _(
        "This is the only meeting. Move it to another day instead."
    ),
    "dialogues.staff_are_asked_at_work": _(
        "Staff are asked at work. Nothing is shown in public before the result is released."
    ),
    "dialogues.no_meeting_ahead": _("No meeting lies ahead. Plan one first."),
    "dialogues.say_where": _(
        "Say first where one meets, for each meeting that lies ahead."
    ),
    "dialogues.personal_data": _(
        "This points out a person: %(said)s. Write it without saying who."
    ),
    "dialogues.closed": _("The dialogue is closed. Nothing can be changed in it."),
    "dialogues.held_already": _(
        "The dialogue has been held. Its meetings stay as they are."
    ),
    "dialogues.not_yet": _("The last meeting has not come yet."),
    "dialogues.nobody_came": _("Write how many came, from 1 to %(most)s."),
    "dialogues.not_a_count": _("Write how many, as a whole number from 0."),
    "dialogues.more_than_came": _(
        "The groups together are more than all who came: %(people)s. Count once more."
    ),
    "dialogues.nothing_written": _("Write at least one line."),
    "dialogues.too_many_lines": _("Send at most %(most)s lines at a time."),
    "dialogues.key_is_taken": _("These notes were begun for another dialogue."),
    "dialogues.not_open": _("One cannot sign up for this meeting."),
    "dialogues.has_begun": _("The meeting has begun. One cannot sign up any more."),
    "dialogues.is_full": _("All places are taken. Choose another meeting if there is one."),
    "dialogues.no_such_place": _(
        "There is no such place any more. It may have been given back already."
    ),
    "dialogues.hold_it_first": _("Say first how many came."),
    "dialogues.too_few_people": _(
        "Fewer than %(least)s people came. Who they are could be guessed, so nothing is"
        " released."
    ),
    "dialogues.too_few_voices": _(
        "There are fewer than %(least)s voices. Write down more of what was said."
    ),
    "dialogues.voices_wait": _("%(n)s voices wait to be coded or decided about."),
    "dialogues.too_few_new": _(
        "A new result needs at least %(least)s new voices. Otherwise one could see what"
        " a single person said."
    ),
    "dialogues.say_what_was_said": _("Write in plain words what was said."),
    "dialogues.say_why": _("Write why the result is taken back."),
    "dialogues.release_it_first": _(
        "Release the result first: what was said is read by everyone at the same moment."
    ),
    "dialogues.nothing_is_released": _("No result is public."),
    "dialogues.cited_already": _("What this dialogue showed has been recorded already."),
    "dialogues.no_theme_is_large_enough": _(
        "No theme has %(least)s voices yet. Code the voices first."
    ),
}


def group_name(part: Part, group: str) -> str:
    """What a group is called. An area is called by its own name."""
    if not group:
        return str(UNCOUNTED)
    if part is Part.SEX:
        return str(SEXES[Sex(group)])
    if part is Part.AGE:
        return str(AGES[Age(group)])
    return group
