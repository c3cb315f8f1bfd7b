"""A page that is not there says what to do instead."""

from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from handslag.domain.organisations.published import Municipality
from handslag.domain.organisations.published import municipality as published_municipality
from handslag.domain.promises.published import SetPage, was_taken_down
from handslag.web.requests import SiteRequest
from handslag.web.ui.templatetags.ui import home


def _page(
    request: SiteRequest, status: HTTPStatus = HTTPStatus.NOT_FOUND, **words: str
) -> HttpResponse:
    return render(request, "public/missing.html", words, status=status)


def not_here(
    request: SiteRequest, *, what: str, advice: str, href: str, link: str
) -> HttpResponse:
    """Nothing at this address, and where to go instead."""
    return _page(request, what=what, advice=advice, href=href, link=link)


def no_municipality(request: SiteRequest) -> HttpResponse:
    """The first word of the address is no municipality's."""
    return _page(
        request,
        what=_("There is no page here"),
        advice=_("Check the address, or search for your municipality."),
        href=f"{home()}kommuner/",
        link=_("All municipalities"),
    )


def no_finding(request: SiteRequest) -> HttpResponse:
    """Nothing that anyone may see is found at this address."""
    return _page(
        request,
        what=_("There is no page here"),
        advice=_("Some of what promises rest on is not public. Only its kind is said."),
        href=home(),
        link=_("To the front page"),
    )


def no_set(request: SiteRequest, municipality: str, period: str) -> HttpResponse:
    """The municipality has no set at this address, or none any more."""
    found = published_municipality(municipality)
    if not isinstance(found, Municipality):
        return no_municipality(request)
    here = {
        "what": _("There are no promises at this address"),
        "advice": _("The page may have moved. Here is all that %(place)s has promised."),
    }
    gone = {
        "what": _("The summary has been taken away"),
        "advice": _(
            "Here was a summary of a public page. It was taken away because somebody "
            "asked for it. Here is what else %(place)s has promised."
        ),
    }
    is_gone = was_taken_down(municipality, period)
    words = gone if is_gone else here
    return _page(
        request,
        HTTPStatus.GONE if is_gone else HTTPStatus.NOT_FOUND,
        what=words["what"],
        advice=words["advice"] % {"place": found.short_name},
        href=reverse("public:archive", args=[municipality]),
        link=_("All promises in %(place)s") % {"place": found.short_name},
    )


def no_agreement(request: SiteRequest, found: Municipality) -> HttpResponse:
    """The municipality has no agreement at this address."""
    return _page(
        request,
        what=_("There is no agreement at this address"),
        advice=_("The page may have moved. Here is the agreement of %(place)s.")
        % {"place": found.short_name},
        href=reverse("public:agreements", args=[found.slug]),
        link=_("The cooperation agreement"),
    )


def no_promise(request: SiteRequest, page: SetPage) -> HttpResponse:
    """The set has no promise with this number."""
    return _page(
        request,
        what=_("There is no promise with that number"),
        advice=_("Choose one of the promises in the list."),
        href=reverse("public:set", args=[page.municipality, page.period]),
        link=_("The promises in %(place)s") % {"place": page.place},
    )


def no_picture(request: SiteRequest, found: Municipality) -> HttpResponse:
    """The municipality has published no picture, or none with that number."""
    return _page(
        request,
        what=_("There is no situational picture here"),
        advice=_(
            "%(place)s has not published a picture of crime and safety at this address."
        )
        % {"place": found.short_name},
        href=reverse("public:municipality", args=[found.slug]),
        link=_("To %(place)s") % {"place": found.short_name},
    )


def no_indicator(request: SiteRequest, found: Municipality) -> HttpResponse:
    """The municipality shows no figures to everyone, or none at this address."""
    return _page(
        request,
        what=_("There is no figure here"),
        advice=_("%(place)s does not show figures to everyone at this address.")
        % {"place": found.short_name},
        href=reverse("public:municipality", args=[found.slug]),
        link=_("To %(place)s") % {"place": found.short_name},
    )
