"""What the timer would send, the own calendar's address, and what has been sent."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from handslag.domain.year import notices, queries, services
from handslag.domain.year.queries import Home, Recipient
from handslag.domain.year.rules.reminders import ESCALATED, step_of
from handslag.web.requests import WorkRequest
from handslag.web.words.year import named
from handslag.web.workspace.sight import shown
from handslag.web.workspace.year.homes import all_homes, others, the_home, ways


@require_safe
def page(request: WorkRequest, municipality: str) -> HttpResponse:
    """The next letter, as it would look, and the latest reminders."""
    home = the_home(request, municipality)
    found = queries.deadlines_for(request.actor, [home], today=request.today)
    due = queries.due_reminders(found, today=request.today)
    known = queries.recipients({to for one in due for to in one.to}, today=request.today)
    told = {who.email for one in due for to in one.to for who in known.get(to, [])}
    context = {
        "home": home,
        "ways": ways(home, "reminders"),
        "others": others(all_homes(request), home, "reminders"),
        "letter": _letter(request, home, due),
        "told": len(told),
        "sent": [
            {"at": one.sent_at, "due_on": one.due_on, "step": step_words(one.step)}
            for one in queries.latest_reminders(home.organisation)
        ],
    }
    return shown(request, "year/reminders", context)


def _letter(
    request: WorkRequest, home: Home, due: list[queries.Due]
) -> notices.Letter | None:
    """The letter as one that follows up here would get it."""
    me = Recipient(request.user.email, request.user.language)
    organisation = home.organisation
    letters = notices.letters(
        due,
        {to: [me] for one in due for to in one.to},
        homes={organisation.pk: organisation.name},
        naming=named,
        today=request.today,
    )
    return letters[0] if letters else None


def step_words(code: str) -> str:
    """ "3 months before", "2 weeks late", or that the other party was told."""
    step = step_of(code)
    if step is None:
        return _("the other party was told") if code == ESCALATED else code
    if step.weeks_late:
        said = ngettext("%(count)s week late", "%(count)s weeks late", step.weeks_late)
        return said % {"count": step.weeks_late}
    months = -step.months_nearer
    said = ngettext("%(count)s month before", "%(count)s months before", months)
    return said % {"count": months}


@require_http_methods(["GET", "HEAD", "POST"])
def own_calendar(request: WorkRequest) -> HttpResponse:
    """The secret address of one's own calendar: made, replaced, ended."""
    address = ""
    if request.method == "POST":
        if "end" in request.POST:
            services.end_feed(request.actor)
            messages.success(request, _("The address answers nothing any more."))
            return redirect("workspace:own-calendar")
        token = services.make_feed(request.actor, now=request.now)
        address = settings.PUBLIC_ADDRESS + reverse("public:own-calendar", args=[token])
    context = {"address": address, "feed": queries.feed_of(request.user.pk)}
    return shown(request, "year/own_calendar", context)
