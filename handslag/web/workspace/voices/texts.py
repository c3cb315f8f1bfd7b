"""What is written of an occasion: a batch of reports, its words, voices, the finding."""

from datetime import date, timedelta
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from handslag.core.access import Act, require
from handslag.core.deadlines import months_after
from handslag.domain.incidents.published.shares import public_shares
from handslag.domain.organisations.models import Organisation
from handslag.domain.voices import queries, services
from handslag.domain.voices.models import Occasion
from handslag.domain.voices.queries import Standing
from handslag.domain.voices.rules import Phase, Way
from handslag.domain.voices.services import SOURCES
from handslag.web.answers import number
from handslag.web.requests import WorkRequest
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.workspace.sight import home_of, shown
from handslag.web.workspace.voices import said
from handslag.web.workspace.voices.forms import (
    FindingForm,
    HeardForm,
    OccasionForm,
    TyingForm,
)
from handslag.web.workspace.voices.overview import themes_of
from handslag.web.workspace.voices.sight import the_occasion
from handslag.web.workspace.voices.writing import BOTH, Page, written

MOST_NAMED = 3  # themes in the sentence of a finding


@require_http_methods(BOTH)
def new(request: WorkRequest) -> HttpResponse:
    """The reports of a period, as one occasion: they came by themselves, and are owed
    an answer as any others."""
    homes = queries.homes_listened_for(request.actor)
    require(request.actor, Act.LISTEN, in_any_of=request.actor.where(Act.LISTEN))
    home = home_of(request, homes)
    if home is None:
        context = {"homes": homes, "occasion": None}
        return shown(request, "voices/whose", context)
    form = OccasionForm(request.POST or None, initial=_of_reports(home))
    answer = _("What residents have reported during a time. Its numbers are public.")
    page = Page(_("Reports that are owed an answer"), answer, said=_("It is written down."))
    return written(request, page, form, lambda: _planned(request, home, form))


def _planned(request: WorkRequest, home: Organisation, form: OccasionForm) -> Occasion:
    draft = form.draft(Way.REPORTS, is_example=home.is_example)
    row = services.plan_occasion(request.actor, home, draft, now=request.now)
    return services.step(request.actor, row, Phase.HEARD, now=request.now)


def _of_reports(home: Organisation) -> dict[str, object]:
    """The latest months whose numbers are public, when there are any."""
    slug = home.slugs.filter(current=True).values_list("slug", flat=True).first()
    shares = public_shares(slug) if slug else None
    if shares is None:
        return {"revision": 0}
    lately = shares.lately
    facts = {"n": lately.figure.n, "tenths": number(lately.figure.tenths)}
    return {
        "revision": 0,
        "title": _("Residents' reports until %(day)s")
        % {"day": swedish_date(_last_day(lately.month))},
        "starts": lately.since,
        "ends": _last_day(lately.month),
        "said": _("%(n)s reports came in. Of ten, %(tenths)s led to something.") % facts,
    }


def _last_day(month: date) -> date:
    return months_after(month, 1) - timedelta(days=1)


@require_http_methods(BOTH)
def edit(request: WorkRequest, key: UUID) -> HttpResponse:
    """What anyone can read of it: what was said, what became of it, how to read that."""
    at = the_occasion(request, key, to_listen=True)
    occasion = at.occasion
    form = OccasionForm(request.POST or None, initial=OccasionForm.stored(occasion))
    return written(
        request,
        Page(_("What can everyone read of it?"), occasion=occasion),
        form,
        lambda: services.change_occasion(
            request.actor,
            occasion,
            form.draft(Way(occasion.way), is_example=occasion.is_example),
            revision=form.cleaned_data["revision"],
            now=request.now,
        ),
        now=lambda: OccasionForm.stored(the_occasion(request, key).occasion),
    )


@require_http_methods(BOTH)
def hear(request: WorkRequest, key: UUID) -> HttpResponse:
    """Write down what was said, a voice to each paragraph."""
    occasion = the_occasion(request, key, to_listen=True).occasion
    form = HeardForm(request.POST or None)
    return written(
        request,
        Page(_("Write down what was said"), occasion=occasion),
        form,
        lambda: services.hear(request.actor, occasion, form.drafts(), now=request.now),
    )


@require_http_methods(BOTH)
def cite(request: WorkRequest, key: UUID) -> HttpResponse:
    """What it shows, as a finding that pictures and promises can rest on."""
    at = the_occasion(request, key, to_listen=True)
    occasion = at.occasion
    where = frozenset({occasion.home_id})
    require(request.actor, Act.RECORD_EVIDENCE, in_any_of=where)
    form = FindingForm(request.POST or None, initial=_prefilled(at))
    period = said.when(occasion)
    source = SOURCES[Way(occasion.way)]
    return written(
        request,
        Page(
            _("What does it show?"),
            _("Written down so that the picture, the plan and the promises can cite it."),
            occasion=occasion,
            said=_("It can be cited now."),
        ),
        form,
        lambda: services.cite(
            request.actor, occasion, form.finding(source, period), now=request.now
        ),
    )


@require_http_methods(BOTH)
def tie(request: WorkRequest, key: UUID) -> HttpResponse:
    """Findings that were written down before, or elsewhere, and that it showed."""
    occasion = the_occasion(request, key, to_listen=True).occasion
    where = frozenset({occasion.home_id})
    require(request.actor, Act.RECORD_EVIDENCE, in_any_of=where)
    given = request.POST if request.method == "POST" else None
    among = queries.findings_to_tie(occasion)
    form = TyingForm(given, among=among, initial={"revision": occasion.revision})
    return written(
        request,
        Page(
            _("What did it show?"),
            _("Then one can follow it from what was said to the promise, and back."),
            occasion=occasion,
        ),
        form,
        lambda: services.tie_findings(
            request.actor,
            occasion,
            form.chosen,
            revision=form.cleaned_data["revision"],
            now=request.now,
        ),
        now=lambda: {"revision": the_occasion(request, key).occasion.revision},
    )


def _prefilled(at: Standing) -> dict[str, object]:
    """The numbers in a sentence, how it was done, and that those who spoke chose to."""
    occasion = at.occasion
    named = themes_of(occasion)[:MOST_NAMED]
    n = at.heard or occasion.people
    parts = [
        _("%(n)s about %(theme)s") % {"n": voices, "theme": name}
        for _code, name, voices in named
    ]
    statement = ""
    if parts:
        heard = ngettext("Of %(n)s voice:", "Of %(n)s voices:", at.heard) % {"n": at.heard}
        statement = f"{heard} {', '.join(parts)}."
    return {
        "statement": statement,
        "method": _("%(title)s, %(when)s. Free text, coded to themes by people.")
        % {"title": occasion.title, "when": said.when(occasion)},
        "n": n,
        "limits": _(
            "Those who took part chose to. They are no cross-section of all who live here,"
            " and are not to be compared with a random sample."
        ),
    }
