"""From what was typed to a report: the same for the page and for a device's queue."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.dateparse import parse_datetime

from handslag.core.refusals import NotAllowedError
from handslag.domain.incidents import services
from handslag.domain.incidents.queries.reporting import Post, posts_of
from handslag.domain.incidents.rules import Channel, ReportDraft
from handslag.domain.incidents.rules.drafts import MOST_INCIDENTS
from handslag.domain.incidents.services import Received
from handslag.web.requests import WorkRequest
from handslag.web.workspace.reporting.forms import Choices, IncidentForm

CHOSEN = "reporting"  # in the session: in whose service, and to whom
OLDEST_DRAFT = timedelta(days=60)

Said = Mapping[str, Any]


def name_of(post: Post) -> str:
    """How a page names a way to report: the two public keys."""
    return f"{post.by.public_id}.{post.within.public_id}"


def ground_of(post: Post) -> str:
    """The address of what lies under the map of the municipality, if it has one."""
    slug = post.within.slugs.filter(current=True).first()
    return reverse("public:map-ground", args=[slug.slug]) if slug else ""


def named(posts: Sequence[Post], name: object) -> Post | None:
    return next((one for one in posts if name_of(one) == name), None)


def posts_for(request: WorkRequest) -> list[Post]:
    return posts_of(request.actor, today=request.today)


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with one of the events, and which."""

    number: int
    form: IncidentForm

    @property
    def sentences(self) -> list[str]:
        return [str(one) for errors in self.form.errors.values() for one in errors]


def forms_of(
    events: Sequence[Said], choices: Choices, request: WorkRequest
) -> list[IncidentForm]:
    return [IncidentForm(dict(one), choices=choices, actor=request.actor) for one in events]


def first_wrong(forms: Sequence[IncidentForm]) -> Wrong | None:
    wrong = (Wrong(i, form) for i, form in enumerate(forms) if not form.is_valid())
    return next(wrong, None)


def receive(
    request: WorkRequest,
    post: Post,
    forms: Sequence[IncidentForm],
    *,
    key: UUID,
    written_at: datetime | None = None,
) -> Received:
    """Hand in the events, which are all valid. Raises NotAllowedError."""
    moment = written_at or request.now
    draft = ReportDraft(
        key=key,
        incidents=[form.draft(_typed_at(form, request) or moment) for form in forms],
        written_at=written_at,
        language=request.user.language,
    )
    return services.receive(
        request.actor,
        post.within,
        draft,
        channel=Channel.REPORTER,
        by=post.by,
        now=request.now,
    )


def _typed_at(form: IncidentForm, request: WorkRequest) -> datetime | None:
    """When this one of several events was typed, should it be known."""
    return written(form.data.get("at"), request.now)


def written(said: object, now: datetime) -> datetime | None:
    """When it was written, as the device says; its clock is not believed blindly."""
    if not isinstance(said, str) or not said:
        return None
    try:
        moment = parse_datetime(said)
    except ValueError:
        return None
    if moment is None or moment.tzinfo is None:
        return None
    return moment if now - OLDEST_DRAFT <= moment <= now else None


def events_in(text: str) -> list[Said]:
    """The events that are ready, as a page or a device hands them over."""
    try:
        said = json.loads(text or "[]")
    except (ValueError, RecursionError) as error:
        raise ValidationError("no list") from error
    if not isinstance(said, list) or not all(isinstance(one, dict) for one in said):
        raise ValidationError("no list")
    if len(said) > MOST_INCIDENTS:
        raise NotAllowedError("incidents.too_many", most=MOST_INCIDENTS)
    return [{str(name): _plain(value) for name, value in one.items()} for one in said]


def _plain(value: object) -> str:
    return value if isinstance(value, str) else ""


def as_typed(form: IncidentForm, now: datetime) -> dict[str, str]:
    """What was typed in a form, to be handed over once more."""
    return {"at": now.isoformat()} | {
        name: str(form.data[name])
        for name in form.fields
        if name in form.data and form.data[name] not in (None, "")
    }
