"""Rows of totals: for each reporter of an organisation, for each organisation."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from handslag.core.access import Role
from handslag.domain.incidents.rules.fates import Told, Total
from handslag.domain.organisations.models import ROLE_NAMES
from handslag.web.answers import capital, joined
from handslag.web.ui.numbers import SPACE


def columns(first: str) -> list[dict[str, object]]:
    """Of a table of totals. The numbers overlap: what is answered may not be closed."""
    numbers = (
        *(
            pgettext("feedback", "Reported"),
            _("Answered"),
            _("Led to something"),
            _("Not closed"),
        ),
        _("First answer"),
    )
    return [{"text": first}, *({"text": text, "num": True} for text in numbers)]


def row(name: str, whole: Total) -> list[object]:
    numbers = (whole.reported, whole.answered, whole.led, whole.still_open)
    return [name, *numbers, days(whole)]


def days(whole: Total) -> str:
    """Half of those that were answered had an answer within so many days."""
    if whole.days is None:
        return _("none yet")
    said = ngettext("%(days)s day (n = %(n)s)", "%(days)s days (n = %(n)s)", whole.days)
    whole_said = said % {"days": whole.days, "n": whole.answered}
    return whole_said.replace(" ", SPACE)


def answered(whole: Total) -> str:
    """How many have been answered, and how soon half of those were."""
    said = ngettext(
        "%(n)s of %(all)s has been answered.",
        "%(n)s of %(all)s have been answered.",
        whole.answered,
    ) % {"n": whole.answered, "all": whole.reported}
    if whole.days is None:
        return said
    half = ngettext(
        "Half of those that were answered had a first answer within %(days)s day.",
        "Half of those that were answered had a first answer within %(days)s days.",
        whole.days,
    ) % {"days": whole.days}
    return f"{said} {half}"


def by_reporter(
    told: Iterable[Told], roles: Mapping[int, str]
) -> list[tuple[str, list[Told]]]:
    """Each reporter by role, never by name; numbered where several have the same role.
    Those whose account is no longer kept with the report are one."""
    found: dict[int | None, list[Told]] = defaultdict(list)
    for one in told:
        found[one.person].append(one)
    named = _named([key for key in sorted(found, key=lambda key: key or 0) if key], roles)
    if None in found:
        named[None] = _("It is no longer kept who")
    return [(named[key], found[key]) for key in named]


def _named(persons: Sequence[int], roles: Mapping[int, str]) -> dict[int | None, str]:
    by_role: dict[str, list[int]] = defaultdict(list)
    for person in persons:
        role = roles.get(person)
        by_role[str(ROLE_NAMES[Role(role)]) if role else _("former member")].append(person)
    return {
        person: capital(f"{role} {number}" if len(those) > 1 else role)
        for role, those in sorted(by_role.items())
        for number, person in enumerate(those, start=1)
    }


def answer(whole: Total) -> str:
    """How it went, in a sentence."""
    if not whole.reported:
        return _("Nothing was reported.")
    led = ngettext(
        "%(led)s of %(n)s event led to something",
        "%(led)s of %(n)s events led to something",
        whole.reported,
    ) % {"led": whole.led, "n": whole.reported}
    still = ngettext("%(n)s is not closed", "%(n)s are not closed", whole.still_open) % {
        "n": whole.still_open
    }
    return f"{joined([led, still])}." if whole.still_open else f"{led}."
