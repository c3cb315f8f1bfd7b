"""The lines of the list, written out one by one.

A hundred of them through a template cost more than all else on the page (see
`make bench ARGS=reports`), so they are put together here, every word escaped.
"""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, lru_cache
from html import escape

from django.utils.dateformat import format as date_words
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from handslag.domain.incidents.queries.lists import Line
from handslag.domain.incidents.rules import Known, TextState, Worry
from handslag.domain.incidents.rules.handling import Timeliness, timeliness
from handslag.domain.incidents.rules.sight import Seen, Sight, may_read, may_read_where
from handslag.web.ui.templatetags.ui import clock
from handslag.web.workspace.reports import marks

SHORT = 140  # letters of a text in the list


@dataclass(frozen=True, slots=True)
class Words:
    """What is said in many lines, in the language of the page and ready to be written."""

    nowhere: str
    held: str
    unread: str
    resident: str
    acute: str
    nobody: str


@cache
def _words(_language: str) -> Words:
    return Words(
        nowhere=_("No place is named"),
        held=escape(_("The text waits for a moderator.")),
        unread=escape(_("You read the text when a moderator has read it.")),
        resident=_("Resident"),
        acute=escape(_("Acute")),
        nobody=escape(_("Nobody's yet")),
    )


@dataclass(frozen=True, slots=True)
class Lines:
    """Writes lines for one viewer. `several`: of more than one municipality, each named."""

    sight: Sight
    today: date
    several: bool
    language: str
    words: Words

    def drawn(self, one: Line) -> SafeString:
        """One line: what, where, when, whose, and phase, timeliness and outcome apart."""
        seen = one.seen
        return mark_safe(  # noqa: S308 - each part is escaped
            f'<li><div class="what">{self._what(one, seen)}{self._said(one, seen)}</div>'
            f'<div class="when">{self._when(one)}</div>'
            f'<div class="stands">{marks.phase(one.phase, self.language)}'
            f"{marks.outcome(one.outcome, self.language)}{self._late(one)}"
            f'{self._acute(one)}</div><div class="whose">{self._whose(one)}</div></li>'
        )

    def _what(self, one: Line, seen: Seen) -> str:
        kind = (self.language == "en" and one.category__en) or one.category__sv
        words = one.where_words if may_read_where(self.sight, seen) else ""
        where = one.place__name or words or self.words.nowhere
        beside = one.place__name and words
        return f'<a href="{one.public_id}/"><b>{escape(kind)}</b> {escape(where)}</a>' + (
            f' <span class="small">{escape(words)}</span>' if beside else ""
        )

    def _said(self, one: Line, seen: Seen) -> str:
        if one.text and may_read(self.sight, seen):
            return f"<p>{escape(_cut(one.text))}</p>"
        if one.text_state == TextState.HELD:
            return f'<p class="small">{self.words.held}</p>'
        if one.text_state == TextState.UNCHECKED:
            return f'<p class="small">{self.words.unread}</p>'
        return ""

    def _when(self, one: Line) -> str:
        said = escape(when(one.known, one.day, one.starts, self.language))
        home = f'<span class="small">{escape(one.within__short_name)}</span>'
        by = escape(one.by__name or self.words.resident)
        more = f" +{one.me_too}" if one.me_too else ""
        return f'{said}{home if self.several else ""}<span class="small">{by}{more}</span>'

    def _late(self, one: Line) -> str:
        """Nothing as long as it is in time: only what is late is said in the list."""
        how = timeliness(due=one.due, closed=one.closed_on, today=self.today)
        if how is not Timeliness.LATE or one.due is None:
            return ""
        return marks.timeliness(how, _day(one.due, "j b", self.language))

    def _acute(self, one: Line) -> str:
        is_acute = one.worry == Worry.ACUTE
        return f'<strong class="late">{self.words.acute}</strong>' if is_acute else ""

    def _whose(self, one: Line) -> str:
        if one.owner__name:
            return escape(one.owner__name)
        return f'<span class="small">{self.words.nobody}</span>'


def lines(sight: Sight, *, today: date, several: bool) -> Lines:
    """For the viewer who asks now, in the language of the page."""
    language = get_language() or "sv"
    return Lines(sight, today, several, language, _words(language))


def when(known: str, day: date, starts: datetime | None, language: str) -> str:
    """ "lör 21 nov kl. 22.14"; the day it was sent when nothing else is known."""
    said = _day(day, "D j b", language)
    if known == Known.EXACT and starts is not None:
        return f"{said} {clock(starts)}"
    return said


@lru_cache(maxsize=2048)
def _day(day: date, form: str, _language: str) -> str:
    return date_words(day, form)


def _cut(text: str) -> str:
    return text if len(text) <= SHORT else f"{text[:SHORT].rsplit(' ', 1)[0]} …"
