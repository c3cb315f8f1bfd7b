"""How an occasion is told of: what was held, when, what waits, since when."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from handslag.domain.voices.models import Occasion
from handslag.domain.voices.queries import Standing, ToForget
from handslag.domain.voices.rules import Phase, Way
from handslag.web.answers import capital, joined, number
from handslag.web.words.voices import PHASES, WAYS, days

_WEEK, _MONTH = 7, 30


def when(occasion: Occasion) -> str:
    """The day, or the first and the last."""
    return days(occasion.starts, occasion.ends)


def hint(at: Standing) -> str:
    """How, when and how many, on one line of a list."""
    occasion = at.occasion
    parts = [str(WAYS[Way(occasion.way)]), when(occasion)]
    if occasion.people is not None:
        parts.append(people(occasion.people))
    parts.append(phase(at))
    return " · ".join(parts)


def people(n: int) -> str:
    """How many took part, in words."""
    said = ngettext("%(n)s person took part", "%(n)s people took part", n)
    return said % {"n": number(n)}


def phase(at: Standing) -> str:
    """How far it has come. Closed without an answer is said as it is."""
    if at.occasion.phase == Phase.CLOSED and not at.is_told:
        return _("Closed without an answer")
    if at.occasion.phase == Phase.HEARD and at.is_told:
        return _("Answered, not closed yet")
    return str(PHASES[Phase(at.occasion.phase)])


def waits(at: Standing) -> list[str]:
    """What is to be done there: words to decide about first, since they may hurt."""
    found = []
    if at.held:
        found.append(
            ngettext(
                "%(n)s text may name somebody", "%(n)s texts may name somebody", at.held
            )
            % {"n": number(at.held)}
        )
    if at.uncoded:
        found.append(
            ngettext("%(n)s voice to code", "%(n)s voices to code", at.uncoded)
            % {"n": number(at.uncoded)}
        )
    return found


def owed_since(at: Standing, today: date) -> str:
    """How long those who spoke have waited, when they have not been told."""
    return ago(at.occasion.ends, today) if at.is_owed else ""


def ago(day: date, today: date) -> str:
    """Days, then weeks, then months, as one says it."""
    days = max((today - day).days, 0)
    if days < _WEEK:
        said, n = ngettext("%(n)s day", "%(n)s days", days), days
    elif days < 2 * _MONTH:
        n = days // _WEEK
        said = ngettext("%(n)s week", "%(n)s weeks", n)
    else:
        n = days // _MONTH
        said = ngettext("%(n)s month", "%(n)s months", n)
    return _("no answer for %(time)s") % {"time": said % {"n": number(n)}}


def answer(rows: list[Standing]) -> str:
    """To how many an answer is owed, in one sentence."""
    if not rows:
        return _("Nobody has been asked here yet.")
    owed = sum(one.is_owed for one in rows)
    if not owed:
        return _("All who have said what they wanted to say have been answered.")
    said = ngettext(
        "%(n)s time people have said what they wanted to say, and wait for an answer.",
        "%(n)s times people have said what they wanted to say, and wait for an answer.",
        owed,
    )
    return capital(said % {"n": number(owed)})


def stands(at: Standing, today: date) -> str:
    """How it stands with one occasion, in a sentence or two."""
    heard = ngettext(
        "%(n)s voice is written down.", "%(n)s voices are written down.", at.heard
    ) % {"n": number(at.heard)}
    parts = [capital(heard)]
    if since := owed_since(at, today):
        parts.append(f"{capital(since)}.")
    elif at.is_told:
        parts.append(_("Those who spoke have been told what became of it."))
    return " ".join(parts)


def forgotten(goes: ToForget) -> str:
    """What is forgotten within a month: how much, and never what. Nothing: no words."""
    if not goes:
        return ""
    words = ngettext(
        "the words of %(n)s voice", "the words of %(n)s voices", goes.voices
    ) % {"n": number(goes.voices)}
    left = ngettext("%(n)s address", "%(n)s addresses", goes.addresses) % {
        "n": number(goes.addresses)
    }
    both = [words] * bool(goes.voices) + [left] * bool(goes.addresses)
    return _("Forgotten within a month: %(what)s. The numbers stay.") % {
        "what": joined(both)
    }
