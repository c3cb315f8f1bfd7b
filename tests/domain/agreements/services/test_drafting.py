"""The text of an agreement: begun, worded, given parties and commitments."""

import pytest

from handslag.core.access import ForbiddenError
from handslag.core.refusals import ChangedMeanwhileError, NotAllowedError
from handslag.domain.agreements import queries, services
from handslag.domain.agreements.rules.drafts import ContentsDraft, GoalDraft
from handslag.domain.agreements.rules.quality import stops
from handslag.domain.organisations.rules import Kind
from tests import make
from tests.make import agreements as make_agreements


def test_the_first_one_is_ready_to_be_asked_about(coordinator, municipality, police, now):
    row = services.draft_first(
        coordinator,
        make_agreements.words("2027-2030"),
        home=municipality,
        parties=[municipality, police],
        now=now,
    )
    assert stops(queries.looked_at(row)) == []
    assert all(party.commitments.exists() for party in row.parties.all())


def test_two_who_write_at_once_lose_nothing(written, coordinator, liaison_officer):
    words = make_agreements.words("2024-2027")
    services.save_words(coordinator, written, words, revision=3)
    with pytest.raises(ChangedMeanwhileError):
        services.save_contents(
            liaison_officer, written, make_agreements.CONTENTS, revision=3
        )


def test_a_goal_whose_words_stay_is_the_same_goal(written, coordinator):
    goal = written.goals.get()
    more = ContentsDraft(
        purposes=("Minska brottsligheten",),
        fields=(("", "Centrum"),),
        goals=(GoalDraft("Ett nytt mål"), GoalDraft(goal.text)),
    )
    services.save_contents(coordinator, written, more, revision=3)
    assert [one.public_id == goal.public_id for one in written.goals.all()] == [False, True]


def test_those_who_stay_keep_what_they_undertook(
    written, coordinator, municipality, police
):
    landlord = make.organisation("Lundbybostäder", Kind.HOUSING_COMPANY)
    services.set_parties(
        coordinator,
        written,
        [municipality, landlord],
        approvers=[municipality],
        revision=3,
    )
    found = {one["name"]: one["commitments"] for one in queries.content(written)["parties"]}
    assert list(found) == ["Lundby kommun", "Lundbybostäder"]
    assert found["Lundby kommun"][0]["text"] == "Lundby kommun har en kontakt."
    assert found["Lundbybostäder"] == []
    assert queries.approvers_of(written) == [municipality]


def test_an_annex_has_no_annex(written, coordinator, municipality, police):
    annex = make_agreements.agreement(coordinator, municipality, police, parent=written)
    with pytest.raises(NotAllowedError, match="annex_of_annex"):
        make_agreements.agreement(coordinator, municipality, police, parent=annex)


def test_strangers_write_nothing(written, elsewhere, reader):
    for actor in (elsewhere, reader):
        with pytest.raises(ForbiddenError):
            services.save_words(actor, written, make_agreements.words(), revision=3)


def test_what_is_signed_on_paper_needs_its_source(written, coordinator, now, today):
    with pytest.raises(NotAllowedError, match="needs_original"):
        services.publish_restated(coordinator, written, source=" ", read_on=today, now=now)
    services.publish_restated(
        coordinator, written, source="kommunens webbplats", read_on=today, now=now
    )
    written.refresh_from_db()
    assert written.is_published
    assert written.round is None
