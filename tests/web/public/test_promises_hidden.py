"""Nothing that is not public is on any public page, in any state it can be in."""

from datetime import date
from uuid import uuid4

import pytest

from handslag.core.approvals.models import Translation
from handslag.core.approvals.rules import fingerprint
from handslag.core.periods import parse
from handslag.domain.evidence.rules import Visibility
from handslag.domain.promises import services
from handslag.domain.promises.rules.drafts import ActivityDraft, TargetDraft
from handslag.domain.promises.rules.words import AmendmentKind, Op, Verdict
from handslag.domain.promises.services.following_up import OutcomeDraft
from handslag.domain.promises.services.progress import Done
from tests import make

SECRET = "zirkonvals"
ADDRESSES = [
    "/lundby/",
    "/lundby/loften/",
    "/lundby/flode.xml",
    "/lundby/loften/2026/",
    "/lundby/loften/2026/1/",
    "/lundby/loften/2026/2/",
    "/lundby/loften/2026/version/1/",
    "/lundby/loften/2026/version/2/",
    "/lundby/loften/2027/",
    "/rattelse/lundby/2026/",
]


def secret(municipality, **words):
    """A promise whose every text is the secret."""
    return make.promise_draft(
        municipality,
        text=SECRET,
        heading=SECRET,
        purpose=SECRET,
        place_stated=SECRET,
        when_stated=SECRET,
        condition=SECRET,
        targets=(TargetDraft(op=Op.SEVERAL, unit=SECRET, note=SECRET),),
        activities=(ActivityDraft(SECRET, place_stated=SECRET),),
        **words,
    )


def a_draft(set_, coordinator, municipality, now):
    services.add_promise(coordinator, set_, secret(municipality))


def out_for_approval(set_, coordinator, municipality, now):
    services.add_promise(coordinator, set_, secret(municipality))
    services.ask_for_approval(coordinator, set_, now=now)


def an_amendment(set_, coordinator, municipality, now):
    services.begin_amendment(
        coordinator,
        set_,
        AmendmentKind.REVISION,
        reason=SECRET,
        decided_on=date(2026, 3, 1),
    )
    promise = set_.promises.get()
    services.save_promise(
        coordinator, promise, secret(municipality), revision=promise.revision
    )
    extra = services.add_promise(coordinator, set_, secret(municipality))
    services.report_progress(
        coordinator,
        extra,
        Done(date(2026, 3, 1), note=SECRET),
        organisation=municipality,
        target=None,
        token=uuid4(),
        now=now,
    )


def an_amendment_out_for_approval(set_, coordinator, municipality, now):
    an_amendment(set_, coordinator, municipality, now)
    services.ask_for_approval(coordinator, set_, now=now)


def a_follow_up_in_the_making(set_, coordinator, municipality, now):
    begun = services.begin_follow_up(
        coordinator, set_, period=set_.period, forum=SECRET, now=now
    )
    said = OutcomeDraft(Verdict.WITH_RESERVATION, result=SECRET, reservation=SECRET)
    promise = set_.promises.get()
    services.save_follow_up(
        coordinator, begun, {promise.pk: said}, revision=1, summary=SECRET
    )


def a_finding_of_our_own(set_, coordinator, municipality, now):
    finding = make.evidence(municipality, SECRET, visibility=Visibility.OWN)
    services.begin_amendment(
        coordinator, set_, AmendmentKind.REVISION, reason="x", decided_on=now.date()
    )
    services.cite(coordinator, set_, [finding])
    set_.refresh_from_db()
    set_.version = make.frozen(set_)
    set_.save()


def next_years_draft(set_, coordinator, municipality, now):
    renewed = services.renew(coordinator, set_, name=SECRET, period=parse("2027"), now=now)
    services.add_promise(coordinator, renewed, secret(municipality))


def a_translation_of_other_words(set_, coordinator, municipality, now):
    promise = set_.promises.get()
    Translation.objects.create(
        version=set_.version,
        language="en",
        place=f"promises.{promise.public_id}.text",
        fingerprint=fingerprint("andra ord"),
        text=SECRET,
    )


@pytest.mark.parametrize("state", [a_draft, out_for_approval])
def test_a_set_that_was_never_approved_is_nowhere(
    state, draft, coordinator, municipality, now, visitor
):
    state(draft, coordinator, municipality, now)
    nowhere(visitor)


@pytest.mark.parametrize(
    "state",
    [
        an_amendment,
        an_amendment_out_for_approval,
        a_follow_up_in_the_making,
        a_finding_of_our_own,
        next_years_draft,
        a_translation_of_other_words,
    ],
)
def test_what_is_not_public_of_a_published_set_is_nowhere(
    state, published, coordinator, municipality, now, visitor
):
    state(published, coordinator, municipality, now)
    nowhere(visitor)


def nowhere(visitor) -> None:
    for address in ADDRESSES:
        for prefix in ("", "/en"):
            response = visitor.get(f"{prefix}{address}")
            assert response.status_code in {200, 404}
            assert SECRET not in response.content.decode(), address
