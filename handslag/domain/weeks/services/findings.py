"""A frozen EST picture becomes a finding, which the situational picture can cite."""

from collections.abc import Mapping
from datetime import date, datetime

from django.utils import translation
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from handslag.core.access import Actor
from handslag.core.periods import stockholm_day
from handslag.domain.evidence import services as evidence
from handslag.domain.evidence.models import Evidence
from handslag.domain.evidence.rules import Confidence, Finding, Table, Visibility
from handslag.domain.incidents.models import Category
from handslag.domain.organisations.models import Organisation
from handslag.domain.weeks.models import EstPicture
from handslag.domain.weeks.rules.words import Heading, Level

SOURCE = "EST"  # a code of the vocabulary
_JUDGED = {Level.UNUSUAL.value, Level.HINT.value, Level.USUAL.value}
MOST_SAID = 600


def record_picture(
    actor: Actor,
    picture: EstPicture,
    words: Mapping[Heading, str],
    *,
    home: Organisation,
    now: datetime,
) -> Evidence:
    """For the parties alone: what everyone may read of it is the summary, if that is
    made public. A new version corrects the finding of the one before."""
    with translation.override("sv"):
        finding = _finding(picture, words, home, now)
    return evidence.record_finding(
        actor, home=home, finding=finding, now=now, corrects=_earlier(picture, home)
    )


def _earlier(picture: EstPicture, home: Organisation) -> Evidence | None:
    """The finding of the version before, if it is of the same organisation."""
    found = EstPicture.objects.filter(
        group=picture.group_id,
        within=picture.within_id,
        span=picture.span,
        starts=picture.starts,
        number=picture.number - 1,
        evidence__home=home,
    ).select_related("evidence")
    before = found.first()
    return before.evidence if before else None


def stated(starts: date, ends: date) -> str:
    """In words: two days in digits can be the number of a person, and are refused."""
    return f"{_day(starts)}–{_day(ends)}"


def _day(day: date) -> str:
    return f"{day.day} {str(MONTHS[day.month]).lower()} {day.year}"


def _finding(
    picture: EstPicture, words: Mapping[Heading, str], home: Organisation, now: datetime
) -> Finding:
    figures = picture.figures
    n = figures["all"]["n"]
    counted = ngettext("%(n)s event was reported.", "%(n)s events were reported.", n) % {
        "n": n
    }
    problems = words[Heading.PROBLEMS].strip()[:MOST_SAID]
    about = {
        "group": picture.group.name,
        "number": picture.number,
        "day": _day(stockholm_day(now)),
        "print": (picture.version.fingerprint if picture.version else "")[:8],
    }
    return Finding(
        source=SOURCE,
        statement=f"{counted} {problems}",
        period=stated(picture.starts, picture.ends),
        place_stated=picture.within.name if picture.within else picture.group.name,
        visibility=Visibility.PARTIES,
        method=_(
            "EST picture of %(group)s, version %(number)s, frozen %(day)s,"
            " fingerprint %(print)s. Events that are shared with the group, doubles"
            " counted once."
        )
        % about,
        n=n,
        confidence=(
            Confidence.MEDIUM if figures["all"]["level"] in _JUDGED else Confidence.LOW
        ),
        limits=_(
            "It counts what was reported, not what happened: the more who report, the more"
            " is seen."
        ),
        table=_table(picture, home),
    )


def _table(picture: EstPicture, home: Organisation) -> Table:
    """By kind, now and before; what is not known is said so, and is not nought."""
    names = {
        one.code: one.sv for one in Category.objects.filter(within=_desk(picture, home))
    }
    return Table(
        (_("Kind"), pgettext("table", "Number"), _("The span before")),
        tuple(
            (
                names.get(one["top"], one["top"]),
                str(one["n"]),
                _("not known") if one["before"] is None else str(one["before"]),
            )
            for one in picture.figures["kinds"]
        ),
    )


def _desk(picture: EstPicture, home: Organisation) -> int:
    return picture.within_id if picture.within_id is not None else home.pk
