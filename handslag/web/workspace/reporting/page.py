"""The page where somebody in service reports: an ordinary form, and more with a script."""

import json
from uuid import UUID, uuid4

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from handslag.core.access import Act, require
from handslag.core.refusals import NotAllowedError
from handslag.domain.incidents.models import Report
from handslag.domain.incidents.queries import reporting
from handslag.domain.incidents.queries.reporting import Post
from handslag.web.requests import WorkRequest
from handslag.web.words import refusal
from handslag.web.workspace.reporting.device import device_of
from handslag.web.workspace.reporting.forms import (
    Choices,
    IncidentForm,
    choices_of,
)
from handslag.web.workspace.reporting.sending import (
    CHOSEN,
    Said,
    as_typed,
    events_in,
    first_wrong,
    forms_of,
    ground_of,
    name_of,
    named,
    posts_for,
    receive,
)
from handslag.web.workspace.reporting.spoken import event_words
from handslag.web.workspace.sight import shown

# What the next event of the same report most often has in common with the last.
KEPT = ("lon", "lat", "accuracy", "same", "place", "where", "inside", "when")
KEPT_TIMES = ("starts", "ends")


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: WorkRequest) -> HttpResponse:
    """Report. Whoever has not read the ten things reads them first."""
    own = request.actor.where(Act.REPORT_INCIDENTS)
    require(request.actor, Act.REPORT_INCIDENTS, in_any_of=own)
    if not reporting.has_passed(request.actor):
        return redirect("workspace:training")
    posts = posts_for(request)
    post = _post(request, posts)
    if post is None:
        return shown(request, "reporting/choose", {"posts": _choices(posts, None)})
    if request.method == "POST" and "do" in request.POST:
        return _taken(request, post, posts)
    if request.GET.get("for"):
        return HttpResponseRedirect(request.path)
    return _page(request, post, posts, key=uuid4())


def _post(request: WorkRequest, posts: list[Post]) -> Post | None:
    """For whom and where: as chosen now, in this session, last time, or the only way."""
    asked = request.POST.get("post") or request.GET.get("for")
    found = named(posts, asked) or named(posts, request.session.get(CHOSEN))
    if found is None:
        last = reporting.last_post(request.actor)
        found = next((one for one in posts if (one.by.pk, one.within.pk) == last), None)
    if found is None and len(posts) == 1:
        found = posts[0]
    if found is not None and asked == name_of(found):
        request.session[CHOSEN] = asked
    return found


def _choices(posts: list[Post], chosen: Post | None) -> list[dict[str, object]]:
    return [
        {"name": name_of(one), "post": one, "is_chosen": one == chosen} for one in posts
    ]


def _taken(request: WorkRequest, post: Post, posts: list[Post]) -> HttpResponse:
    """Send, add one more event, or take one away that was ready."""
    choices, do = choices_of(post), request.POST["do"]
    key, ready = _key(request), _ready(request)
    if do.startswith("remove-"):
        left = [one for i, one in enumerate(ready) if do != f"remove-{i}"]
        form = IncidentForm(
            initial=request.POST.dict(), choices=choices, actor=request.actor
        )
        return _page(request, post, posts, key=key, ready=left, form=form)
    form = IncidentForm(request.POST, choices=choices, actor=request.actor)
    if do == "more" and form.is_valid():
        events = [*ready, as_typed(form, request.now)]
        kept = {name: request.POST.get(name, "") for name in KEPT + KEPT_TIMES}
        return _page(
            request,
            post,
            posts,
            key=key,
            ready=events,
            form=IncidentForm(initial=kept, choices=choices, actor=request.actor),
        )
    if do == "send":
        sent = _sent(request, post, choices, key, ready, form)
        if sent is not None:
            return sent
    return _page(request, post, posts, key=key, ready=ready, form=form)


def _key(request: WorkRequest) -> UUID:
    try:
        return UUID(request.POST.get("key", ""))
    except ValueError:
        return uuid4()


def _ready(request: WorkRequest) -> list[Said]:
    try:
        return events_in(request.POST.get("ready", ""))
    except (ValidationError, NotAllowedError):
        return []


def _sent(
    request: WorkRequest,
    post: Post,
    choices: Choices,
    key: UUID,
    ready: list[Said],
    form: IncidentForm,
) -> HttpResponse | None:
    """Send what is ready, with what stands in the form; nothing if something is wrong."""
    forms = forms_of(ready, choices, request)
    is_untouched = bool(ready) and not (request.POST.get("top") or request.POST.get("text"))
    if not is_untouched:
        forms.append(form)
    wrong = first_wrong(forms)
    if wrong is not None:
        if wrong.form is not form:
            form.add_error(None, " ".join(wrong.sentences))
        return None
    try:
        received = receive(request, post, forms, key=key)
    except NotAllowedError as error:
        form.add_error(None, refusal(error))
        return None
    messages.success(request, sent_words(len(forms)))
    return redirect("workspace:own-report", received.report.public_id)


def sent_words(events: int) -> str:
    """What is said when a report has come in."""
    return ngettext(
        "Sent: %(n)s event. You can follow what becomes of it here.",
        "Sent: %(n)s events. You can follow what becomes of them here.",
        events,
    ) % {"n": events}


def _page(
    request: WorkRequest,
    post: Post,
    posts: list[Post],
    *,
    key: UUID,
    ready: list[Said] | None = None,
    form: IncidentForm | None = None,
) -> HttpResponse:
    choices = form.offered if form else choices_of(post)
    form = form or IncidentForm(choices=choices, actor=request.actor)
    events = ready or []
    context = {
        "form": form,
        "post": post,
        "post_name": name_of(post),
        "posts": _choices(posts, post) if len(posts) > 1 else [],
        "kinds": [(one, form[f"kind_{one.top.value}"]) for one in choices.kinds],
        "key": key,
        "ready": [(i, event_words(one, choices)) for i, one in enumerate(events)],
        "ready_json": json.dumps(events),
        "ground": ground_of(post),
        "last": reporting.last_incident(request.actor, post.within),
        "device": device_of(request),
    }
    return shown(request, "reporting/page", context, form)


def report_of(request: WorkRequest, key: UUID) -> Report | None:
    """The person's own report under this public key."""
    return reporting.own_reports(request.actor).filter(public_id=key).first()
