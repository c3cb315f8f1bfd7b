"""Names, questions and refusals of EST pictures, in plain words."""

from collections.abc import Mapping
from datetime import date

from django.utils.dates import MONTHS
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from handslag.domain.weeks.rules.comparing import Missing, Verdict
from handslag.domain.weeks.rules.spans import Span, SpanKind
from handslag.domain.weeks.rules.words import Heading
from handslag.web.words.text import Text

KINDS: Mapping[SpanKind, Text] = {
    SpanKind.WEEK: _("Week"),
    SpanKind.MONTH: pgettext_lazy("span", "Month"),
    SpanKind.QUARTER: _("Quarter"),
    SpanKind.TERTIAL: _("Tertial (four months)"),
    SpanKind.YEAR: pgettext_lazy("span", "Year"),
}
HEADINGS: Mapping[Heading, Text] = {
    Heading.OBSERVATIONS: _("What has been reported"),
    Heading.PROBLEMS: _("The problems together"),
    Heading.CAUSES: _("Why it happens"),
    Heading.WORRIES: _("What may come"),
    Heading.FOLLOWED_UP: _("What became of the last span"),
    Heading.PRIORITIES: _("What comes first now"),
    Heading.SUMMARY: _("Summary for everyone"),
}
QUESTIONS: Mapping[Heading, Text] = {
    Heading.OBSERVATIONS: _(
        "What have you seen that the figures do not say? What is missing in them?"
    ),
    Heading.PROBLEMS: _(
        "Which problems hang together, where, and for whom? Begin with what gets worse."
    ),
    Heading.CAUSES: _(
        "Why there, why then? What makes it possible: light, sight, staff, opening hours?"
    ),
    Heading.WORRIES: _(
        "What do you know of ahead: events, holidays, places that open or close?"
    ),
    Heading.FOLLOWED_UP: _(
        "What was done, what was not, and what changed? Say also what did not help."
    ),
    Heading.PRIORITIES: _("What do you do first, where, and who does it?"),
    Heading.SUMMARY: _(
        "A few sentences that everyone can read. No numbers of single places, and no"
        " place that the public map does not show."
    ),
}
VERDICTS: Mapping[Verdict, Text] = {
    Verdict.UP: _("Certain rise"),
    Verdict.DOWN: _("Certain fall"),
    Verdict.MORE_TOLD: _("More reports, perhaps not more events"),
    Verdict.LESS_TOLD: _("Fewer reports, perhaps not fewer events"),
    Verdict.SAME: _("As good as unchanged"),
    Verdict.NONE: _("No certain change"),
    Verdict.FEW: _("Too few to judge"),
    Verdict.SHORT: _("Too short a history to judge"),
    Verdict.NOTHING: _("Nothing reported"),
    Verdict.MISSING: _("Nothing to compare with"),
}
WAYS: Mapping[Verdict, str] = {
    Verdict.UP: "up",
    Verdict.DOWN: "down",
    Verdict.MORE_TOLD: "unclear",
    Verdict.LESS_TOLD: "unclear",
    Verdict.SAME: "level",
    Verdict.NONE: "level",
}
MISSING: Mapping[Missing, Text] = {
    Missing.NOT_BEGUN: _(
        "The span before is not known: reports were not received in all of it. That is"
        " not the same as none."
    ),
    Missing.NOT_KEPT: _(
        "The span before is not known any more: reports are deleted after 24 months. That"
        " is not the same as none."
    ),
}
BLOCKS: Mapping[str, Text] = {
    "night": _("Night, 0 to 6"),
    "morning": _("Morning, 6 to 12"),
    "daytime": _("Afternoon, 12 to 18"),
    "evening": _("Evening, 18 to 24"),
    "unknown": _("Not known when on the day"),
}
REPORTERS: Mapping[str, Text] = {
    "reporter": _("Reporters in service"),
    "resident": _("Residents"),
    "machines": _("Other systems"),
}
REFUSALS: Mapping[str, Text] = {
    "weeks.picture_is_frozen": _(
        "The picture is frozen. What is wrong in it is put right in a new version."
    ),
    "weeks.freeze_first": _("Freeze the picture first."),
    "weeks.span_is_not_over": _("The span is not over yet. Freeze the picture when it is."),
    "weeks.span_has_not_begun": _("Choose a span that has begun."),
    "weeks.picture_without_problems": _(
        "Write first what the figures mean, under “The problems together”."
    ),
    "weeks.read_it_first": _(
        "This may point at a person: %(said)s. Read it, and tick that it does not."
    ),
    "weeks.no_summary": _(
        "The picture was frozen without a summary. Make a new version and write one."
    ),
    "weeks.place_is_too_fine": _(
        "The public map has shown nothing of these places: %(said)s. Name the locality, or"
        " write without the place."
    ),
    "weeks.not_a_municipality_of_the_group": _("Choose a municipality of the group."),
    "weeks.picture_is_there": _("There is a picture of that span already."),
    "weeks.newer_picture_is_there": _("There is a newer version already."),
    "weeks.too_many_words": _("That is too long. Write at most %(most)s characters."),
    "weeks.another_is_public": _(
        "Another group's summary of the same span is public already."
    ),
    "weeks.is_not_public": _("The summary is not public."),
    "weeks.of_several_municipalities": _(
        "A picture of several municipalities has no public page. Make one of your own"
        " municipality."
    ),
}


def span_name(span: Span) -> str:
    """ "week 9 of 2026", "March 2026", "the first quarter of 2026" """
    facts = {
        "n": span.number,
        "year": span.year,
        "first": month_name(span.starts),
        "last": month_name(span.ends),
    }
    return _FORMS[span.kind]() % facts


def month_name(day: date) -> str:
    """As within a sentence: "mars", but "March"."""
    name = str(MONTHS[day.month])
    return name if get_language() == "en" else name.lower()


_FORMS = {
    SpanKind.WEEK: lambda: _now("week %(n)s of %(year)s"),
    SpanKind.MONTH: lambda: _now("%(first)s %(year)s"),
    SpanKind.QUARTER: lambda: _now("quarter %(n)s of %(year)s"),
    SpanKind.TERTIAL: lambda: _now("tertial %(n)s of %(year)s, %(first)s to %(last)s"),
    SpanKind.YEAR: lambda: _now("the year %(year)s"),
}
