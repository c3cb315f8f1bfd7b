"""The sets of one's organisations: the list, a new one, its words and its parties."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from handslag.core.access import Act, require
from handslag.domain.agreements import queries as agreements
from handslag.domain.organisations import queries as organisations
from handslag.domain.organisations.models import Organisation
from handslag.domain.promises import queries, services
from handslag.domain.promises.models import PromiseSet
from handslag.domain.promises.rules.states import ChangedMeanwhileError
from handslag.web.requests import WorkRequest
from handslag.web.workspace.parties import Parties, home_first
from handslag.web.workspace.promises.overtaken import Difference, differences
from handslag.web.workspace.promises.set_forms import (
    ALL_APPROVE,
    GIVERS,
    NewSetForm,
    WordsForm,
    initial_of,
)
from handslag.web.workspace.promises.standing import lines_of
from handslag.web.workspace.sight import done, home_of, shown, the_set

LAST_MONTH_OF_THE_SAME_YEAR = 9


@require_safe
def listing(request: WorkRequest) -> HttpResponse:
    """All sets the person may see, the latest first."""
    sets = lines_of(queries.visible_to(request.actor), today=request.today)
    may_write = bool(request.actor.where(Act.WRITE_PROMISE))
    return shown(request, "promises/sets", {"sets": sets, "may_write": may_write})


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: WorkRequest) -> HttpResponse:
    """Begin a set. Somebody who writes for several first says for which."""
    homes = organisations.where(request.actor, Act.WRITE_PROMISE)
    require(request.actor, Act.WRITE_PROMISE, in_any_of=request.actor.organisation_ids)
    home = home_of(request, homes)
    if home is None:
        return shown(request, "promises/new_for", {"homes": homes})
    around = organisations.around(home, today=request.today)
    form = NewSetForm(
        request.POST or None,
        parties=organisations.that_may_promise(around),
        home=home,
        initial=_usual(home, request.today),
    )
    if form.is_valid():
        set_ = services.draft_set(
            request.actor,
            form.draft,
            home=home,
            areas=form.holds_in,
            parties=home_first(form.cleaned_data["parties"], home),
            now=request.now,
        )
        messages.success(request, _("The draft is made. Write the first promise."))
        return redirect("workspace:set", set_.public_id)
    return shown(request, "promises/new", {"form": form, "home": home}, form)


def _usual(home: Organisation, today: date) -> dict[str, object]:
    """Most sets hold for a year, and are given by the municipality and its police."""
    year = today.year + (today.month > LAST_MONTH_OF_THE_SAME_YEAR)
    police = organisations.police_for(home)
    parties = [one.public_id for one in (home, police) if one]
    return {
        "name": _("Citizen promises %(year)s") % {"year": year},
        "period_stated": str(year),
        "parties": parties,
        "areas": [home.public_id],
    }


@require_http_methods(["GET", "HEAD", "POST"])
def words(request: WorkRequest, key: UUID) -> HttpResponse:
    """The words of the set itself: name, period, introduction, decision."""
    set_ = the_set(request, key, Act.WRITE_PROMISE)
    form = WordsForm(
        request.POST or None,
        initial=initial_of(set_),
        agreements=list(
            agreements.choosable_by(request.actor, also=set_.cooperation_agreement_id)
        ),
    )
    theirs: list[Difference] = []
    if form.is_valid():
        try:
            if done(form, lambda: _save(request, set_, form)):
                messages.success(request, _("Saved."))
                return redirect("workspace:set", set_.public_id)
        except ChangedMeanwhileError:
            theirs = differences(form, initial_of(the_set(request, key)))
            form.overtaken(the_set(request, key).revision)
    context = {"set": set_, "form": form, "theirs": theirs}
    return shown(request, "promises/words", context, form)


def _save(request: WorkRequest, set_: PromiseSet, form: WordsForm) -> None:
    services.save_set(
        request.actor, set_, form.draft, revision=form.cleaned_data["revision"]
    )


PARTIES = Parties(
    act=Act.WRITE_PROMISE,
    find=the_set,
    offered=organisations.that_may_promise,
    save=services.set_parties,
    title=gettext_lazy("Who gives the promises"),
    question=GIVERS[0],
    needed=GIVERS[1],
    hint=ALL_APPROVE,
    saved=gettext_lazy("Saved."),
    page="workspace:set",
    then="workspace:set",
)
