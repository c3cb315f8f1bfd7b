"""Every party says yes to the same exact wording, and then it is settled."""

import json
from functools import partial

import pytest
from django.db import Error, connection, transaction

from handslag.core.access import ForbiddenError
from handslag.core.approvals.models import Link, Version, Vote
from handslag.core.approvals.rules import VoteRefusedError
from handslag.core.approvals.services import link_actor
from handslag.core.mail.models import Message
from handslag.core.refusals import NotAllowedError
from handslag.domain.agreements import queries, services
from handslag.domain.agreements.models import Agreement, Ending
from handslag.domain.agreements.rules.drafts import ContentsDraft
from handslag.domain.agreements.rules.words import State
from handslag.domain.organisations.rules import Kind
from tests import make
from tests.make import agreements as make_agreements
from tests.together import at_once


def say(row, actor, party, now, *, agrees=True, reason=""):
    """Answer for a party about the text that is out."""
    row.refresh_from_db()
    return services.answer(
        actor,
        row,
        party=party.pk,
        agrees=agrees,
        reason=reason,
        fingerprint=row.round.version.fingerprint,
        function="ordförande",
        now=now,
    )


@pytest.mark.parametrize(
    ("contents", "code"),
    [
        (ContentsDraft(fields=(("", "Centrum"),)), "agreement.no_purpose"),
        (ContentsDraft(purposes=("Minska brotten",)), "agreement.no_field"),
    ],
)
def test_without_purpose_or_area_nobody_is_asked(
    coordinator, municipality, police, now, contents, code
):
    row = make_agreements.agreement(coordinator, municipality, police, contents=contents)
    with pytest.raises(NotAllowedError) as refused:
        services.ask_for_approval(coordinator, row, now=now)
    assert refused.value.code == code
    row.refresh_from_db()
    assert row.state == State.DRAFT
    assert not Version.objects.exists()


def test_the_last_yes_settles_it(
    written, coordinator, municipal_approver, police_approver, municipality, police, now
):
    before = municipality.public_revision
    services.ask_for_approval(coordinator, written, now=now)
    say(written, municipal_approver, municipality, now)
    written.refresh_from_db()
    assert not written.is_published
    say(written, police_approver, police, now)
    written.refresh_from_db()
    assert written.state == State.SETTLED
    assert written.version is not None
    assert json.loads(written.version.content)["purposes"] == ["Minska brottsligheten"]
    municipality.refresh_from_db()
    assert municipality.public_revision > before
    assert written.slugs.get().slug == "2023-2026"


def test_one_no_with_a_reason_makes_it_a_draft_again(
    written, coordinator, municipal_approver, municipality, now
):
    services.ask_for_approval(coordinator, written, now=now)
    with pytest.raises(NotAllowedError, match="no_needs_reason"):
        say(written, municipal_approver, municipality, now, agrees=False)
    say(written, municipal_approver, municipality, now, agrees=False, reason="Fel år.")
    written.refresh_from_db()
    assert written.state == State.DRAFT
    assert Message.objects.filter(body__contains="Fel år.").exists()


def test_a_landlord_without_an_account_answers_by_link(
    coordinator, municipality, police, municipal_approver, police_approver, now
):
    landlord = make.organisation("Lundbybostäder", Kind.HOUSING_COMPANY)
    row = make_agreements.agreement(coordinator, municipality, police, landlord)
    services.ask_for_approval(coordinator, row, now=now)
    link, code = services.invite_by_link(
        coordinator,
        row,
        party=landlord.pk,
        name="Vd",
        function="vd",
        email="vd@example.org",
        phone="",
        now=now,
    )
    assert code
    letter = Message.objects.get(to="vd@example.org")
    assert "/godkann/" in letter.body
    assert code not in letter.body
    with pytest.raises(ForbiddenError):
        services.answer_by_link(coordinator, link, agrees=True, reason="", now=now)
    services.answer_by_link(link_actor(link), link, agrees=True, reason="", now=now)
    say(row, municipal_approver, municipality, now)
    say(row, police_approver, police, now)
    row.refresh_from_db()
    assert row.state == State.SETTLED
    assert Vote.objects.filter(channel="link", voter_function="vd").exists()
    assert Link.objects.get().used_at == now


@pytest.mark.parametrize("kind", [Kind.COUNTY, Kind.COUNCIL])
def test_a_county_or_a_council_binds_nobody(coordinator, municipality, kind):
    other = make.organisation("De andra", kind)
    with pytest.raises(NotAllowedError, match="may_not_agree"):
        make_agreements.agreement(coordinator, municipality, other)


def test_a_question_that_is_taken_back_opens_the_text(written, coordinator, now):
    services.ask_for_approval(coordinator, written, now=now)
    words = make_agreements.words("2024-2027")
    with pytest.raises(NotAllowedError, match="not_editable_in_approval"):
        services.save_words(coordinator, written, words, revision=3)
    services.withdraw_from_approval(coordinator, written)
    services.save_words(coordinator, written, words, revision=3)
    written.refresh_from_db()
    assert written.period_stated == "2024-2027"


def test_strangers_and_readers_ask_nobody(written, elsewhere, reader, now):
    for actor in (elsewhere, reader):
        with pytest.raises(ForbiddenError):
            services.ask_for_approval(actor, written, now=now)


@pytest.mark.long
@pytest.mark.django_db(transaction=True)
def test_two_last_votes_at_once_settle(
    written, coordinator, municipal_approver, police_approver, municipality, police, now
):
    for _ in range(20):
        services.ask_for_approval(coordinator, written, now=now)
        done = at_once(
            partial(say, Agreement.objects.get(), municipal_approver, municipality, now),
            partial(say, Agreement.objects.get(), police_approver, police, now),
        )
        assert [type(one).__name__ for one in done] == ["Outcome", "Outcome"]
        row = Agreement.objects.get()
        assert row.state == State.SETTLED
        Agreement.objects.update(state=State.DRAFT, version=None)


def test_an_answer_to_another_text_does_not_count(
    written, coordinator, municipal_approver, municipality, now
):
    services.ask_for_approval(coordinator, written, now=now)
    with pytest.raises(VoteRefusedError):
        services.answer(
            municipal_approver,
            written,
            party=municipality.pk,
            agrees=True,
            fingerprint="0" * 64,
            function="ordförande",
            now=now,
        )


def test_all_that_the_public_reads_is_in_the_frozen_text(settled):
    expected = json.loads(json.dumps(queries.content(settled)))
    assert json.loads(settled.version.content) == expected


def test_what_is_settled_cannot_be_changed_by_any_route(settled, coordinator):
    for change in (
        lambda: services.save_words(
            coordinator, settled, make_agreements.words(), revision=settled.revision
        ),
        lambda: services.save_contents(
            coordinator, settled, make_agreements.CONTENTS, revision=settled.revision
        ),
        lambda: services.set_parties(
            coordinator,
            settled,
            queries.parties_of(settled),
            approvers=[],
            revision=settled.revision,
        ),
    ):
        with pytest.raises(NotAllowedError, match="not_editable_settled"):
            change()
    with pytest.raises(Error), transaction.atomic():
        Version.objects.filter(pk=settled.version_id).update(content="{}")


def test_an_ending_stays_as_it_was_written(settled, coordinator, now, today):
    services.end_early(coordinator, settled, on=today, reason="Nya gränser.", now=now)
    with pytest.raises(Error), transaction.atomic():
        Ending.objects.update(reason="Annat.")
    with pytest.raises(Error), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM agreements_ending")
    assert Ending.objects.get().reason == "Nya gränser."
