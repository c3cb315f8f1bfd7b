"""Whose year it is: the municipality of the page, and the ways between its pages."""

from collections.abc import Sequence

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from handslag.core.access import Act, require
from handslag.domain.year import queries
from handslag.domain.year.queries import Home
from handslag.web.requests import WorkRequest

# What a party beside the municipality may not open.
_OF_ONES_OWN = frozenset({"assembly-report"})
_ONLY_OWN = ("/arbete/organisationer/", "/arbete/rapport/")


def all_homes(request: WorkRequest) -> list[Home]:
    """The municipalities whose year the person may see, their own first. One query."""
    return queries.homes_of(request.actor, today=request.today)


def the_home(request: WorkRequest, municipality: str, act: Act | None = None) -> Home:
    """The municipality at this address, if its year is this person's to see."""
    found = next((one for one in all_homes(request) if one.slug == municipality), None)
    if found is None:
        raise Http404
    if act is not None:
        require(request.actor, act, in_any_of=frozenset({found.organisation.pk}))
    return found


def may_write(request: WorkRequest, home: Home) -> bool:
    """Whether the person keeps the year of this municipality."""
    return request.actor.may(Act.FOLLOW_UP, home.organisation.pk)


def ways(home: Home, here: str) -> list[dict[str, object]]:
    """The pages of one municipality's year; `here` is the name of this one."""
    pages: Sequence[tuple[str, str]] = (
        ("year-of", _("Calendar")),
        ("wheel", _("Year wheel")),
        ("law", _("Law check")),
        ("steps-of", _("The steps")),
        ("assembly-report", _("Report to the assembly")),
        ("reminders", _("Reminders")),
    )
    return [
        {
            "href": reverse(f"workspace:{name}", args=[home.slug]),
            "text": text,
            "here": name == here,
        }
        for name, text in pages
        if home.is_own or name not in _OF_ONES_OWN
    ]


def own_page(path: str, home: Home) -> str:
    """The path, unless only those who work in the municipality may open it."""
    return path if home.is_own or not path.startswith(_ONLY_OWN) else ""


def others(homes: Sequence[Home], home: Home, page: str) -> list[dict[str, str]]:
    """The same page of the other municipalities."""
    return [
        {
            "href": reverse(f"workspace:{page}", args=[one.slug]),
            "text": one.organisation.short_name,
        }
        for one in homes
        if one.slug != home.slug
    ]
