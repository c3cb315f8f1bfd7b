"""The parts of what happens out there, as a small menu. `{% load reports %}`."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from django import template
from django.urls import Resolver404, resolve
from django.utils.translation import gettext_lazy as _

from handslag.core.access import Act, Actor
from handslag.web.words.text import Text

register = template.Library()


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its address, its name, and what one must be allowed to see it."""

    code: str
    href: str
    text: Text
    act: Act


PARTS = (
    Part("report", "/arbete/rapportera/", _("Report"), Act.REPORT_INCIDENTS),
    Part("reports", "/arbete/rapporter/", _("Reports"), Act.SEE_REPORTS),
    Part("feedback", "/arbete/rapporter/aterkoppling/", _("Feedback"), Act.SEE_REPORTS),
    Part("week", "/arbete/veckan/", _("The week"), Act.SEE_REPORTS),
    Part("map", "/arbete/karta/", _("Map"), Act.SEE_REPORTS),
    Part("analysis", "/arbete/analys/", _("Analysis"), Act.SEE_REPORTS),
    Part("desk", "/arbete/mottagning/", _("Receiving"), Act.HANDLE_REPORTS),
)


@register.simple_tag
def parts_of_reports(actor: Actor) -> Sequence[Part]:
    """Those that are there and that the person may open."""
    return [one for one in _there() if actor.where(one.act)]


@cache
def _there() -> Sequence[Part]:
    return [one for one in PARTS if _leads_somewhere(one.href)]


def _leads_somewhere(href: str) -> bool:
    try:
        resolve(href)
    except Resolver404:
        return False
    return True
