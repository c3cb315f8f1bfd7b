"""Findings: the list, a new one, one with its corrections."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from handslag.core.access import Act, require
from handslag.core.files import services as files
from handslag.domain.evidence import queries, services
from handslag.domain.evidence.models import Evidence
from handslag.domain.evidence.rules import POLICE, VOICES
from handslag.domain.organisations import queries as organisations
from handslag.domain.organisations.models import Place
from handslag.domain.picture import queries as pictures
from handslag.domain.picture.models import Picture
from handslag.domain.picture.queries.citing import citing
from handslag.domain.promises import queries as promises
from handslag.domain.vocabulary.published import offered, terms
from handslag.domain.vocabulary.rules import Kind
from handslag.web.requests import WorkRequest
from handslag.web.workspace.evidence.forms import FindingForm, initial_of
from handslag.web.workspace.evidence.rows import facts_of, figures_of, shown_in, table_shown
from handslag.web.workspace.sight import done, shown

POLICE_SOURCES = " ".join(sorted(POLICE))


@require_safe
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """One finding, its versions, what those who spoke were told, and where it is cited."""
    visible = queries.visible_to(request.actor, today=request.today)
    finding = get_object_or_404(visible.select_related("home", "corrects"), public_id=key)
    versions = queries.chain_of(finding, among=visible)
    sources = terms(Kind.SOURCE, get_language() or "sv")
    context = {
        "finding": finding,
        "source": sources.get(finding.source, finding.source),
        "facts": facts_of(finding),
        "table": table_shown(finding),
        "figures": figures_of(finding),
        "is_voice": finding.source in VOICES and finding.considered == "used",
        "feedback": queries.feedback_of(finding).filter(evidence__in=visible),
        "latest": versions[-1],
        "events": shown_in(versions, finding),
        "cited": finding.grounds.filter(
            set__in=promises.visible_to(request.actor).values("pk")
        ).select_related("set", "promise"),
        "pictures": citing(request.actor, finding),
        "may_correct": request.actor.may(Act.RECORD_EVIDENCE, finding.home_id),
    }
    return shown(request, "evidence/page", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: WorkRequest) -> HttpResponse:
    """Write down a finding."""
    picture = _picture(request)
    form = form_for(request, initial={"source": request.GET.get("kalla", "")})
    made = recorded(request, form)
    if made is not None:
        if made.considered == "rejected":
            messages.success(request, _("It is kept with the reason, and is not cited."))
        else:
            messages.success(
                request, _("The finding is written down. It can be cited now.")
            )
        if picture is not None:
            return redirect("workspace:new-problem", picture.public_id)
        return redirect("workspace:finding", made.public_id)
    context = {"form": form, "sources": POLICE_SOURCES, "picture": picture}
    return shown(request, "evidence/new", context, form)


def _picture(request: WorkRequest) -> Picture | None:
    """The picture that the finding is written for, to go on with it afterwards."""
    asked = request.GET.get("bild", "")
    if not asked:
        return None
    try:
        return get_object_or_404(pictures.visible_to(request.actor), public_id=UUID(asked))
    except ValueError:
        raise Http404 from None


@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: WorkRequest, key: UUID) -> HttpResponse:
    """Correct a finding by a new one. The first stays, for those who cited it."""
    finding = the_finding(request, key, Act.RECORD_EVIDENCE)
    later = getattr(finding, "corrected_by", None)
    if later is not None:
        messages.info(request, _("It has been corrected already. This is the latest."))
        return redirect("workspace:finding", later.public_id)
    form = form_for(request, initial=initial_of(finding), corrects=finding)
    made = recorded(request, form, corrects=finding)
    if made is not None:
        messages.success(request, _("The correction is written down."))
        return redirect("workspace:finding", made.public_id)
    context = {"form": form, "finding": finding, "sources": POLICE_SOURCES}
    return shown(request, "evidence/correct", context, form)


@require_safe
def file(request: WorkRequest, key: UUID, sha256: str) -> HttpResponse:
    """A picture of a finding, for those who may see the finding."""
    finding = the_finding(request, key)
    row = get_object_or_404(queries.file_of(finding, sha256))
    response = HttpResponse(files.content(row.file), content_type=row.file.media_type)
    # Drawn anew when it was taken in: it is a picture, and nothing else.
    response["Content-Disposition"] = "inline"
    response["Cache-Control"] = "private, max-age=3600"
    return response


def the_finding(request: WorkRequest, key: UUID, act: Act | None = None) -> Evidence:
    """One finding that the person may see and, with `act`, may do that with."""
    visible = queries.visible_to(request.actor, today=request.today)
    found = get_object_or_404(visible.select_related("home"), public_id=key)
    if act is not None:
        require(request.actor, act, in_any_of=frozenset({found.home_id}))
    return found


def form_for(
    request: WorkRequest,
    initial: dict[str, object] | None = None,
    corrects: Evidence | None = None,
) -> FindingForm:
    """The form, for those who may write findings down somewhere."""
    own = request.actor.where(Act.RECORD_EVIDENCE)
    require(request.actor, Act.RECORD_EVIDENCE, in_any_of=own)
    sources = offered(Kind.SOURCE, get_language() or "sv", today=request.today)
    typed = (request.POST, request.FILES) if request.method == "POST" else ()
    return FindingForm(
        *typed,
        initial=initial,
        homes=list(organisations.where(request.actor, Act.RECORD_EVIDENCE)),
        sources=sources,
        places=_places(request, corrects),
        corrects=corrects,
    )


def _places(request: WorkRequest, corrects: Evidence | None) -> list[Place]:
    """The named places to choose among, and the one that was chosen."""
    homes = [corrects.home_id] if corrects else request.actor.where(Act.RECORD_EVIDENCE)
    near = list(queries.places_for(homes, today=request.today))
    chosen = corrects.place if corrects else None
    return near if chosen is None or chosen in near else [chosen, *near]


def recorded(
    request: WorkRequest, form: FindingForm, corrects: Evidence | None = None
) -> Evidence | None:
    """Write down what a valid form says; nothing, and why on the form, if not."""
    made: list[Evidence] = []
    if not form.is_valid():
        return None
    keeps = corrects is not None and form.cleaned_data.get("keep_pictures")
    done(
        form,
        lambda: made.append(
            services.record_finding(
                request.actor,
                home=corrects.home if corrects else form.home_chosen,
                finding=form.finding,
                now=request.now,
                pictures=form.pictures,
                kept=list(corrects.files.all()) if corrects and keeps else (),
                corrects=corrects,
            )
        ),
        file="picture",
    )
    return made[0] if made else None
