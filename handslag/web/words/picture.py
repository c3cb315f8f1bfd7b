"""Names and refusals of situational pictures, in plain words."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from handslag.domain.picture.rules.changes import Turn
from handslag.domain.picture.rules.words import (
    Aspect,
    Confidence,
    Direction,
    Part,
    Priority,
    StatutoryPart,
    Use,
    When,
)
from handslag.web.words.text import Text

STATUTORY: Mapping[StatutoryPart, Text] = {
    StatutoryPart.MAPPING: _("Mapping"),
    StatutoryPart.INFORMATION: _("Other information"),
    StatutoryPart.ANALYSIS: _("Analysis"),
}
PARTS: Mapping[Part, Text] = {
    Part.EXTENT: _("Mapping: how much crime there is"),
    Part.CONSEQUENCES: _("Mapping: the consequences"),
    Part.INFORMATION: _("Other information of importance"),
    Part.ANALYSIS: _("Analysis"),
}
# The questions behind each part: F3.4 and F3.5 of the national guidance, in our words.
QUESTIONS: Mapping[Part, tuple[Text, ...]] = {
    Part.EXTENT: (
        _("Which problems are the most common, and where are they largest?"),
        _("How often, at what times, and in which way?"),
        _("Is it more or less than earlier years, and than in comparable places?"),
    ),
    Part.CONSEQUENCES: (
        _("Who is affected, and how? Think of groups, never of single persons."),
        _("What do people refrain from because of it?"),
        _("What does it cost: money, trust, freedom of movement?"),
    ),
    Part.INFORMATION: (
        _("What is about to change: buildings, events, the population?"),
        _("What do schools, social services, traders and associations see?"),
        _("What has been tried already, and what became of it?"),
    ),
    Part.ANALYSIS: (
        _("What do the mapping and the information say together?"),
        _("Which problems are most urgent, and why just these?"),
        _("Which sources were used and which not, and what may they hide?"),
    ),
}
# What a template begins each part with. An ellipsis is where one writes.
GUIDES: Mapping[Part, Text] = {
    Part.EXTENT: _(
        "The most common problems are … They show most often at … (place) and … (time). "
        "Compared with earlier years …"
    ),
    Part.CONSEQUENCES: _(
        "The problems affect above all … (groups). It leads to … Many refrain from …"
    ),
    Part.INFORMATION: _(
        "During the period … will change. Those who work in … tell us that … "
        "We have already tried …"
    ),
    Part.ANALYSIS: _(
        "Taken together this shows … The most urgent is … because … "
        "What we do not know is …"
    ),
}
ASPECTS: Mapping[Aspect, Text] = {
    Aspect.EXTENT: _("How large is it?"),
    Aspect.CONSEQUENCE: _("What does it lead to?"),
    Aspect.TREND: _("Which way is it going?"),
    Aspect.COMPARISON: _("Compared with others?"),
}
TRENDS: Mapping[Direction, Text] = {
    Direction.UP: _("increases"),
    Direction.LEVEL: pgettext_lazy("a trend", "unchanged"),
    Direction.DOWN: _("decreases"),
    Direction.UNCLEAR: _("cannot be told"),
}
COMPARISONS: Mapping[Direction, Text] = {
    Direction.UP: _("more than others"),
    Direction.LEVEL: _("as others"),
    Direction.DOWN: _("less than others"),
    Direction.UNCLEAR: _("cannot be told"),
}
DIRECTIONS: Mapping[Aspect, Mapping[Direction, Text]] = {
    Aspect.TREND: TRENDS,
    Aspect.COMPARISON: COMPARISONS,
}
CONFIDENCES: Mapping[Confidence, Text] = {
    Confidence.LOW: _("We are unsure of this."),
    Confidence.MEDIUM: _("We are fairly sure of this."),
    Confidence.HIGH: _("We are sure of this."),
}
LEVELS: Mapping[Confidence, Text] = {
    Confidence.LOW: pgettext_lazy("how sure", "unsure"),
    Confidence.MEDIUM: pgettext_lazy("how sure", "fairly sure"),
    Confidence.HIGH: pgettext_lazy("how sure", "sure"),
}
PRIORITIES: Mapping[Priority, Text] = {
    Priority.PRIORITISED: pgettext_lazy("a problem", "Prioritised"),
    Priority.WATCHED: pgettext_lazy("a problem", "Watched"),
    Priority.NOT_NOW: pgettext_lazy("a problem", "Not now"),
}
USES: Mapping[Use, Text] = {
    Use.USED: pgettext_lazy("a source", "Used"),
    Use.REJECTED: pgettext_lazy("a source", "Considered, not used"),
}
WHEN: Mapping[When, Text] = {
    When.WINTER: _("winter"),
    When.SPRING: _("spring"),
    When.SUMMER: _("summer"),
    When.AUTUMN: _("autumn"),
    When.WEEKDAYS: _("weekdays"),
    When.WEEKENDS: _("weekends"),
    When.MORNING: _("in the morning"),
    When.DAY: _("in the daytime"),
    When.EVENING: _("in the evening"),
    When.NIGHT: _("at night"),
}
TURNS: Mapping[Turn, Text] = {
    Turn.NEW: pgettext_lazy("a problem", "New"),
    Turn.CLOSED: pgettext_lazy("a problem", "Closed"),
    Turn.REOPENED: pgettext_lazy("a problem", "Back again"),
    Turn.LEFT_OUT: pgettext_lazy("a problem", "Not in this version"),
    Turn.KEPT: pgettext_lazy("a problem", "Changed"),
}

# The word of the glossary that says what a theme is about, for those that have one.
THEME_TERMS: Mapping[str, str] = {
    "TRYGG_OFF": "otrygghet",
    "INBROTT": "mängdbrott",
    "SKADE": "skadegörelse",
    "VNR": "våld i nära relation",
    "UTSATT": "utsatt område",
    "DIALOG": "medborgardialog",
    "SAMV": "lägesbild",
    "INFO": "återkoppling",
}
REFUSALS: Mapping[str, Text] = {
    "picture.already_merged": _(
        "One of these is in the joint picture already. Open it there instead."
    ),
    "picture.closed_without_why": _("Write why it is no longer a problem."),
    "picture.does_not_score": _(
        "Only those who stand behind the joint picture score its problems."
    ),
    "picture.nothing_judged": _(
        "Nothing is written about that side of the problem yet. Write it first, or only"
        " keep the figure as a finding."
    ),
    "picture.finding_is_not_citable": _(
        "One of the findings may not be cited here. It may have been corrected."
    ),
    "picture.joint_is_shared": _("All parties read the joint picture already."),
    "picture.merged_elsewhere": _("That problem is in another picture."),
    "picture.no_analysis": _(
        "The analysis is empty. Say what the mapping and the information mean together."
    ),
    "picture.no_consequences": _(
        "The mapping says nothing of the consequences. Write what the problems lead to."
    ),
    "picture.no_extent": _(
        "The mapping says nothing of how much crime there is. Write what is known."
    ),
    "picture.no_information": _(
        "The part about other information is empty. Write what else is of importance."
    ),
    "picture.no_parties": _("Choose at least one that writes the picture."),
    "picture.no_problem": _("There is no problem in the picture. Add at least one."),
    "picture.no_theme": _("Choose a theme."),
    "picture.no_title": _("Say the problem in one line."),
    "picture.not_public": _("That version is not public."),
    "picture.not_scored_by_all": _(
        "Each party scores the problem first. Somebody has not done it yet."
    ),
    "picture.not_shared": _("What the other party has not shared cannot be merged."),
    "picture.nothing_ticked": _("Tick at least one problem first."),
    "picture.nothing_public_in_analysis": _(
        "All of the analysis is marked for the parties only. Then there is nothing to "
        "publish there. Write a passage that everyone may read."
    ),
    "picture.nothing_public_in_consequences": _(
        "All about the consequences is marked for the parties only. Write a passage "
        "that everyone may read."
    ),
    "picture.nothing_public_in_extent": _(
        "All about how much crime there is is marked for the parties only. Write a "
        "passage that everyone may read."
    ),
    "picture.nothing_public_in_information": _(
        "All of the other information is marked for the parties only. Write a passage "
        "that everyone may read."
    ),
    "picture.own_has_no_priority": _("Priorities are agreed in the joint picture."),
    "picture.own_has_one_party": _("A party's own picture is written by that party alone."),
    "picture.own_is_not_frozen": _(
        "What one party sees goes into the joint picture. Only that one is frozen."
    ),
    "picture.passage_is_empty": _("Write the passage, or take it out."),
    "picture.place_lies_elsewhere": _("Choose a place in the municipality."),
    "picture.priority_without_reason": _("Write why you give it this priority."),
    "picture.problem_changed_meanwhile": _(
        "Someone changed the problem meanwhile. Read it again before you agree."
    ),
    "picture.problem_was_frozen": _(
        "The problem stands in a frozen version, so it is not taken out. Close it "
        "instead, and say why."
    ),
    "picture.problem_without_evidence": _(
        "%(problem)s: nothing is cited. Cite a finding in one of its judgements, or "
        "write why evidence is missing."
    ),
    "picture.extent_without_evidence": _(
        "%(problem)s: the judgement of how large it is cites nothing. Cite a finding, or "
        "write why evidence is missing."
    ),
    "picture.consequence_without_evidence": _(
        "%(problem)s: the judgement of what it leads to cites nothing. Cite a finding, "
        "or write why evidence is missing."
    ),
    "picture.trend_without_evidence": _(
        "%(problem)s: the judgement of which way it is going cites nothing. Cite a "
        "finding, or write why evidence is missing."
    ),
    "picture.comparison_without_evidence": _(
        "%(problem)s: the comparison with others cites nothing. Cite a finding, or write "
        "why evidence is missing."
    ),
    "picture.rejected_without_reason": _("Write why the source was not used."),
    "picture.score_out_of_range": _("Choose a score from 1 to 5."),
    "picture.source_is_not_named": _("Name the source, or choose a finding."),
    "picture.taken_back_without_why": _("Write why nobody should read it any longer."),
    "picture.there_is_one": _("There is one already. Go on with that one."),
}
