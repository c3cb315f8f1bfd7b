"""A municipality decides itself: which kinds, whose task, who sits in its groups."""

from dataclasses import replace
from datetime import timedelta

import pytest

from handslag.core.access import ForbiddenError, Role
from handslag.core.audit.models import Entry
from handslag.core.refusals import ChangedMeanwhileError
from handslag.domain.incidents import queries, services
from handslag.domain.incidents.models import Group, Incident
from handslag.domain.incidents.rules import Cadence, Top
from handslag.domain.incidents.rules.settings import (
    CategoryDraft,
    GroupDraft,
    RouteDraft,
)
from tests import make
from tests.make import incidents as made
from tests.refusing import code_of

TODAY = made.NOW.date()


@pytest.fixture
def lundby(db):
    municipality = make.municipality("Lundby kommun")
    made.desk(municipality)
    return municipality


@pytest.fixture
def staff(lundby):
    return make.member(lundby, Role.COORDINATOR)


def desk_of(municipality):
    found = queries.desk_of(municipality)
    assert found is not None
    return found


def test_a_new_kind_can_be_reported_and_ended_and_what_was_reported_keeps_it(lundby, staff):
    desk = desk_of(lundby)
    kind = services.add_category(
        staff,
        desk,
        Top.DISORDER,
        CategoryDraft("Elsparkcyklar i vägen", "E-scooters"),
        revision=desk.revision,
    )
    incident = made.incident(lundby, kind.code)
    services.end_category(staff, desk, kind)
    assert code_of(lambda: made.incident(lundby, kind.code)) == "incidents.unknown_category"
    assert Incident.objects.get(pk=incident.pk).category == kind
    services.resume_category(staff, desk, kind)
    assert made.incident(lundby, kind.code).category == kind


def test_renaming_keeps_the_code_and_refuses_whoever_saw_an_older_list(lundby, staff):
    desk = desk_of(lundby)
    graffiti = lundby.categories.get(code="graffiti")
    draft = CategoryDraft("Klotter och tejp")
    services.save_category(staff, desk, graffiti, draft, revision=desk.revision)
    graffiti.refresh_from_db()
    assert (graffiti.code, graffiti.sv) == ("graffiti", "Klotter och tejp")
    with pytest.raises(ChangedMeanwhileError):
        services.save_category(staff, desk, graffiti, draft, revision=desk.revision)


def test_the_shared_categories_stay_and_move_with_their_kinds(lundby, staff):
    desk, head = desk_of(lundby), lundby.categories.get(code="gathering")
    said = code_of(lambda: services.end_category(staff, desk, head))
    assert said == "incidents.categories_stay"
    services.move_category(staff, desk, head, up=True)
    codes = list(queries.categories_of(lundby).values_list("code", flat=True))
    assert codes[0] == "gathering"
    assert codes.index("damage") > codes.index("outdoors")


def test_what_is_tried_is_what_happens(lundby, staff):
    desk = desk_of(lundby)
    graffiti = lundby.categories.get(code="graffiti")
    square = make.place(lundby, "Torget")
    district = make.police_district("Lokalpolisområde Lundby", serving=lundby)
    for draft in (
        RouteDraft(lundby.public_id, 14),
        RouteDraft(district.public_id, 3, graffiti.public_id, square.public_id),
    ):
        desk.refresh_from_db()
        services.add_route(staff, desk, draft, revision=desk.revision, today=TODAY)
    assert queries.way_for(lundby, graffiti, square) == (district, 3)
    assert queries.way_for(lundby, graffiti, None) == (lundby, 14)
    there = replace(made.HERE, place=square.public_id)
    incident = made.incident(lundby, "graffiti", where=there)
    assert (incident.owner, incident.due) == (district, TODAY + timedelta(days=3))


def test_a_task_is_given_to_nobody_who_has_nothing_to_do_with_the_municipality(
    lundby, staff
):
    desk, stranger = desk_of(lundby), make.municipality("Sjövik kommun")
    draft = RouteDraft(stranger.public_id, 14)
    said = code_of(
        lambda: services.add_route(staff, desk, draft, revision=desk.revision, today=TODAY)
    )
    assert said == "incidents.unknown_owner"


def test_two_rules_for_the_same_are_one_too_many(lundby, staff):
    desk, draft = desk_of(lundby), RouteDraft(lundby.public_id, 14)
    services.add_route(staff, desk, draft, revision=desk.revision, today=TODAY)
    desk.refresh_from_db()
    said = code_of(
        lambda: services.add_route(staff, desk, draft, revision=desk.revision, today=TODAY)
    )
    assert said == "incidents.route_is_there"


def group_of(staff, lundby) -> Group:
    draft = GroupDraft("EST Lundby", Cadence.FORTNIGHTLY, 2, TODAY)
    return services.add_group(staff, lundby, draft)


def sees(municipality, viewer) -> bool:
    sight = queries.sight_of(viewer, today=TODAY)
    return queries.visible_to(sight).filter(within=municipality).exists()


def test_a_municipality_is_read_by_a_group_only_when_it_has_said_yes(lundby, staff):
    sjovik = make.municipality("Sjövik kommun")
    made.desk(sjovik)
    made.incident(sjovik)
    group = group_of(staff, lundby)
    services.take_in(staff, group, sjovik, since=TODAY, now=made.NOW)
    assert not sees(sjovik, staff)
    asked = queries.invitations_to(sjovik).get()
    with pytest.raises(ForbiddenError):
        services.come_in(staff, asked, today=TODAY)
    services.come_in(make.member(sjovik, Role.COORDINATOR), asked, today=TODAY)
    assert sees(sjovik, staff)
    assert not queries.invitations_to(sjovik).exists()


def test_whoever_leads_takes_in_others_and_anyone_leaves(lundby, staff):
    made.incident(lundby)
    district = make.police_district("Lokalpolisområde Lundby", serving=lundby)
    officer = make.member(district, Role.LIAISON_OFFICER)
    group = group_of(staff, lundby)
    services.take_in(staff, group, district, since=TODAY, now=made.NOW)
    assert sees(lundby, officer)
    seat = group.members.get(organisation=district)
    services.leave(officer, seat, last_day=TODAY)
    later = queries.sight_of(officer, today=TODAY + timedelta(days=1))
    assert not queries.visible_to(later).exists()
    with pytest.raises(ForbiddenError):
        services.take_in(officer, group, lundby, since=TODAY, now=made.NOW)


def test_a_key_is_shown_once_stored_as_a_hash_and_ends(lundby, staff):
    key, words = services.make_key(staff, desk_of(lundby), "Felanmälan", now=made.NOW)
    assert words not in {key.key_hash, key.name}
    assert queries.key_shown(lundby, words) == key
    assert queries.key_shown(make.municipality("Sjövik kommun"), words) is None
    services.end_key(staff, key, now=made.NOW)
    assert queries.key_shown(lundby, words) is None


def test_only_those_who_handle_the_reports_decide_and_it_is_written_down(lundby, staff):
    desk, reporter = desk_of(lundby), make.member(lundby, Role.REPORTER)
    with pytest.raises(ForbiddenError):
        services.make_key(reporter, desk, "Felanmälan", now=made.NOW)
    services.make_key(staff, desk, "Felanmälan", now=made.NOW)
    assert Entry.objects.filter(action="incidents.key_made").count() == 1
