"""How published things are said on a page: in its language, and whose words they are.

What the parties have written is Swedish. On an English page it is shown as it
stands, marked as Swedish so that it is read aloud right, unless somebody has
translated exactly those words.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from enum import Enum
from functools import lru_cache

from django.utils.dateformat import format as date_words
from django.utils.functional import Promise as Lazy
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from handslag.core.periods import Period, Rule, parse
from handslag.domain.promises.published import (
    PublishedPromise,
    PublishedTarget,
    Texts,
)
from handslag.web import targets
from handslag.web.answers import Answer
from handslag.web.ui.templatetags.ui import swedish_date

SWEDISH = '<span lang="sv">'

PUBLISHERS: Mapping[str, str | Lazy] = {
    "polisen": gettext_lazy("The police"),
    "kommun": gettext_lazy("The municipality"),
    "region": gettext_lazy("The region"),
    "press": gettext_lazy("The press"),
    "media": gettext_lazy("The press"),
    "seed": gettext_lazy("The municipality"),
}


def language() -> str:
    """The language of the page: sv or en."""
    return (get_language() or "sv")[:2]


def swedish(text: str) -> SafeString:
    """Words that are Swedish on any page, and marked so on a page that is not."""
    if not text or language() == "sv":
        return conditional_escape(text)
    return format_html('<span lang="sv">{}</span>', text)


def with_swedish(words: str, part: str) -> SafeString:
    """A sentence of ours in which a Swedish word stands: "at least 4 kontroller"."""
    escaped = conditional_escape(words)
    if not part or language() == "sv":
        return escaped
    return mark_safe(  # noqa: S308 - both have been escaped
        escaped.replace(conditional_escape(part), swedish(part), 1)
    )


class Translated(Enum):
    """How much of a set is said in the language of an English page."""

    NOTHING = 0
    PARTLY = 1
    ALL = 2


class Spoken:
    """The words of one set, in the language of the page."""

    def __init__(self, texts: Texts | None = None) -> None:
        self._texts = texts or Texts()

    @property
    def translated(self) -> Translated:
        """How much of the set is said in the language of the page."""
        if not self._texts.said:
            return Translated.NOTHING
        return Translated.ALL if self._texts.is_whole else Translated.PARTLY

    def words(self, approved: str) -> SafeString:
        """Exactly these words translated or, marked as such, in Swedish."""
        translated = self._texts.words.get(approved)
        return conditional_escape(translated) if translated else swedish(approved)

    def plain(self, approved: str) -> str:
        """The same without marks, for what is not HTML."""
        return self._texts.words.get(approved) or approved

    def title(self, promise: PublishedPromise) -> SafeString:
        return self.words(promise.title)

    def target(
        self, target: PublishedTarget, said: Callable[[targets.Target], str]
    ) -> SafeString:
        """A target in a sentence: "at least 4 walks", or "at least 4 vandringar"."""
        words = self._texts.words
        known = replace(target, unit=self.plain(target.unit), per=self.plain(target.per))
        left = "" if target.unit in words else target.unit
        return with_swedish(said(known), left)


def period_words(period: Period) -> str:
    """The period as one says it: "2026", "2021–2022", "2024 och tills vidare"."""
    starts, ends = period.starts, period.ends
    if period.rule is Rule.UNTIL_REPLACED and starts:
        return _("%(start)s and until further notice") % {"start": _from(starts)}
    if period.rule is Rule.OPEN and starts and not ends:
        return _("%(start)s and onwards") % {"start": _from(starts)}
    if period.rule not in {Rule.FIXED, Rule.EXTENDED} or not starts or not ends:
        return period.stated or _("without a stated period")
    if (starts.month, starts.day) == (1, 1) and (ends.month, ends.day) == (12, 31):
        same = starts.year == ends.year
        return f"{starts.year}" if same else f"{starts.year}–{ends.year}"
    if starts.day == 1 and (ends + timedelta(days=1)).day == 1:
        months = [date_words(day, "F Y") for day in (starts, ends)]
        return "–".join(dict.fromkeys(months))
    return f"{swedish_date(starts)}–{swedish_date(ends)}"


@lru_cache(maxsize=1000)
def _read(stated: str) -> Period:
    return parse(stated)


def spoken_period(stated: str) -> SafeString:
    """A period of which only the words are at hand, as `period_words` says it."""
    read = _read(stated)
    if not stated or read.rule in {Rule.FIXED, Rule.OPEN, Rule.UNTIL_REPLACED}:
        return conditional_escape(period_words(read))
    return swedish(stated)


def _from(day: date) -> str:
    return f"{day.year}" if (day.month, day.day) == (1, 1) else swedish_date(day)


def answer_html(answer: Answer) -> SafeString:
    """The answer with what is kept strong, and what is missing dotted."""
    tones = {"strong": "<strong>{}</strong>", "missing": "<em>{}</em>"}
    said = [format_html(tones.get(part.tone, "{}"), part.text) for part in answer.parts]
    middle = ""
    if said:
        *first, last = said
        both = _("%(all_but_last)s and %(last)s")
        middle = both % {"all_but_last": ", ".join(first), "last": last} if first else last
        middle += "."
    pieces = [
        conditional_escape(answer.opening),
        middle,
        conditional_escape(answer.closing),
    ]
    return mark_safe(" ".join(piece for piece in pieces if piece))  # noqa: S308 - escaped


def capital(words: SafeString) -> SafeString:
    """Finished words as the beginning of a sentence."""
    start = len(SWEDISH) if words.startswith(SWEDISH) else 0
    return SafeString(words[:start] + words[start : start + 1].upper() + words[start + 1 :])


def shortened(text: str, longest: int) -> str:
    """The beginning of a text, cut between two words."""
    if len(text) <= longest:
        return text
    return f"{text[:longest].rsplit(' ', 1)[0]} …"
