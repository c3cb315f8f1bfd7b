"""A word planted in every text that is not public is on no page that anyone can open."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

import pytest
from django.db import models
from django.test import Client
from django.urls import reverse

from handslag.core.access import Role
from handslag.core.mail.services import post_letter, post_text
from handslag.core.periods import parse
from handslag.domain.evidence.models import Evidence
from handslag.domain.evidence.rules import Visibility
from handslag.domain.promises import services
from handslag.domain.promises.models import (
    Activity,
    Amendment,
    Attachment,
    FollowUp,
    Lineage,
    Outcome,
    PlannedFollowUp,
    ProgressEntry,
    Promise,
    PromiseSet,
    Responsibility,
    Target,
)
from handslag.domain.promises.rules.words import Rhythm, Verdict
from handslag.domain.promises.services.following_up import OutcomeDraft
from tests import make
from tests.web.matrix.world import build as build_world
from tests.web.matrix.world import routes, words_for

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
SEED = "hemligtord"  # what one searches for; each planted word is longer

Rows = models.QuerySet[Any]

# Working rows of a set whose public page reads the frozen version.
WORKING: tuple[type[models.Model], ...] = (
    PromiseSet,
    Promise,
    Target,
    Activity,
    Responsibility,
    PlannedFollowUp,
    Lineage,
    Amendment,
    Attachment,
)
# Not texts that people write: addresses, codes, keys and what the database reads.
NOT_WRITTEN = {
    "url",
    "slug",
    "focus",
    "code",
    "source",
    "sha256",
    "fingerprint",
    "when_rule",
}


def planted() -> str:
    return f"{SEED}{uuid4().hex[:12]}"


def written(model: type[models.Model]) -> list[str]:
    """The columns that hold what somebody wrote."""
    return [
        field.name
        for field in model._meta.concrete_fields
        if isinstance(field, models.CharField | models.TextField)
        and not field.choices
        and field.name not in NOT_WRITTEN
    ]


def plant(rows: Rows) -> None:
    """Put a word of its own in every written column of these rows."""
    for row in rows:
        words = {name: planted() for name in written(type(row))}
        type(row)._default_manager.filter(pk=row.pk).update(**words)


def of_set(set_: PromiseSet) -> Iterator[Rows]:
    """Every working row of a set."""
    for model in WORKING:
        of = {"pk": set_.pk} if model is PromiseSet else {"promise__set": set_}
        if "set" in {field.name for field in model._meta.fields}:
            of = {"set": set_}
        yield model._default_manager.filter(**of)


@pytest.fixture
def secrets(db):
    """Lundby has a public set that is being amended; everything else is not public."""
    world = build_world("Lundby")
    home, police = world.municipality, world.police
    writer = make.member(home, Role.COORDINATOR)
    chair = make.member(home, Role.APPROVER, name=planted())
    own = Evidence.objects.create(
        home=home,
        source="medborgardialog",
        visibility=Visibility.OWN,
        recorded_at=NOW,
        statement=planted(),
        period_stated=planted(),
        place_stated=planted(),
    )
    asked = _asked(writer, home, police, own)
    services.answer(
        chair,
        asked,
        party=home.pk,
        agrees=False,
        reason=planted(),
        fingerprint=asked.round.version.fingerprint,  # type: ignore[union-attr]
        function=planted(),
        now=NOW,
    )
    for set_ in (_draft(writer, home, police), world.set):
        for rows in of_set(set_):
            plant(rows)
    _draft_follow_up(writer, world.set)
    post_letter(to=f"{planted()}@example.org", subject=planted(), body=planted())
    post_text(to="+46701740605", body=planted())
    return world


def _draft(writer, home, police) -> PromiseSet:
    set_ = make.promise_set(writer, home, police, period="2028")
    services.add_promise(writer, set_, make.promise_draft(home))
    return set_


def _asked(writer, home, police, own) -> PromiseSet:
    """Out for approval, with a link on its way, every word planted before it is frozen."""
    set_ = _draft(writer, home, police)
    PromiseSet.objects.filter(pk=set_.pk).update(
        starts=date(2027, 1, 1), ends=date(2027, 12, 31), period_stated="2027"
    )
    services.cite(writer, set_, [own])
    set_.refresh_from_db()
    services.plan_follow_ups(writer, set_, Rhythm.YEAR, function=planted())
    plant(Promise.objects.filter(set=set_))
    PromiseSet.objects.filter(pk=set_.pk).update(name=planted(), lead=planted())
    services.ask_for_approval(writer, set_, now=NOW)
    services.invite_by_link(
        writer,
        set_,
        party=police.pk,
        name=planted(),
        function=planted(),
        email=f"{planted()}@example.org",
        phone="+46701740605",
        now=NOW,
    )
    set_.refresh_from_db()
    return set_


def _draft_follow_up(writer, set_) -> None:
    begun = services.begin_follow_up(writer, set_, period=parse("2026"), now=NOW)
    said = {set_.promises.get().pk: OutcomeDraft(Verdict.PARTLY, planted())}
    services.save_follow_up(writer, begun, said, revision=1, summary=planted())
    FollowUp.objects.filter(published_at=None).update(
        forum=planted(), period_stated=planted()
    )
    Outcome.objects.filter(follow_up=begun).update(reservation=planted())


def open_addresses(world) -> list[str]:
    """Every address that is open to all, in both languages, and some that are not there."""
    found = [
        reverse(route, kwargs=words_for(route, pattern, world))
        for route, pattern in routes().items()
        if not route.startswith("workspace:")
    ]
    searches = ("/sok/", "/loftesbanken/", "/api/v1/promises")
    asked = [f"{path}?q={SEED}" for path in searches]
    missing = [
        "/lundby/loften/2027/",
        "/lundby/loften/2028/",
        "/lundby/loften/2028/1/",
        "/x/",
    ]
    swedish = [*found, *asked, *missing, "/lundby/loften/2026/version/2/"]
    english = [f"/en{path}" for path in swedish if not path.startswith("/api/")]
    return [*swedish, *english]


def leaks(world) -> list[str]:
    """The open addresses that show a planted word."""
    visitor = Client(
        headers={"Sec-Fetch-Site": "same-origin"}, raise_request_exception=False
    )
    found, read = [], 0
    for address in open_addresses(world):
        response = visitor.get(address)
        assert response.status_code < 500, address
        body = response.getvalue().decode(errors="replace")
        read += response.status_code == 200
        # The searched word itself is shown again in its field; planted words are longer.
        if any(_grows(rest) for rest in body.split(SEED)[1:]):
            found.append(address)
    assert read > 20
    return found


def test_no_word_that_is_not_public_is_on_any_open_page(secrets):
    assert leaks(secrets) == []


def test_a_word_that_is_shown_would_be_found(secrets):
    ProgressEntry.objects.update(note=planted())
    assert "/lundby/loften/2026/1/" in leaks(secrets)


def _grows(rest: str) -> bool:
    """Does what follows the searched word belong to a planted one?"""
    return rest[:12].isalnum() and len(rest) >= 12
