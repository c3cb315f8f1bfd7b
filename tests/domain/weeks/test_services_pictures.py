"""An EST picture from its first count to the version that puts it right."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import translation

from handslag.core.access import ForbiddenError, Role
from handslag.core.audit.models import Entry
from handslag.core.periods import parse
from handslag.core.refusals import ChangedMeanwhileError
from handslag.domain.evidence.rules import Visibility
from handslag.domain.evidence.rules.identifiers import first_of
from handslag.domain.incidents.models import Desk, GroupMember, Incident, Reading
from handslag.domain.picture import services as picture_services
from handslag.domain.picture.queries import citable
from handslag.domain.picture.rules.drafts import PassageDraft
from handslag.domain.picture.rules.words import Part
from handslag.domain.weeks import services
from handslag.domain.weeks.figures import picture_figures
from handslag.domain.weeks.models import EstPicture
from handslag.domain.weeks.queries import groups_seen_by
from handslag.domain.weeks.queries import pictures as queries
from handslag.domain.weeks.rules.spans import SpanKind, span_of
from handslag.domain.weeks.rules.words import Heading
from handslag.domain.weeks.services.findings import stated
from tests import make
from tests.make import est, incidents, weeks
from tests.make import picture as situational
from tests.refusing import code_of

FEBRUARY = span_of(SpanKind.MONTH, date(2026, 2, 10))
SECOND = span_of(SpanKind.MONTH, date(2026, 1, 10))

DOUBTFUL = "Sven står i porten."


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


@pytest.fixture
def winter(group, municipality, housing):
    """A report each week since August; in February eight more, four of them by a company
    that reported in January as well."""
    incidents.desk(municipality)
    Desk.objects.update(opened_at=noon(date(2025, 8, 1)))
    for week in range(31):
        incidents.incident(municipality, now=noon(date(2025, 8, 4)) + timedelta(weeks=week))
    reporter = make.member(housing, Role.REPORTER)
    for day in (6, 13):
        incidents.incident(
            municipality, actor=reporter, by=housing, now=noon(date(2026, 1, day))
        )
    for day in (3, 4, 5, 6):
        incidents.incident(municipality, "litter", now=noon(date(2026, 2, day)))
        incidents.incident(
            municipality, actor=reporter, by=housing, now=noon(date(2026, 2, day))
        )
    return group


def begun(actor, group, span=FEBRUARY) -> EstPicture:
    return services.begin_picture(actor, group, span, within=None, now=weeks.NOW)


def test_the_figures_of_a_month_are_those_counted_by_hand(
    winter, municipality, today, django_assert_num_queries
):
    """February: 2, 9, 16 and 23 and eight more. January: 5, 12, 19, 26 and two more."""
    with django_assert_num_queries(10):
        drawn = picture_figures(winter, [municipality.pk], FEBRUARY, today=today)
    figures = drawn.figures
    assert (figures["all"]["n"], figures["all"]["before"]) == (12, 6)
    assert figures["all"]["both"] == [4, 2]
    assert (figures["days"], figures["days_before"]) == (28, 31)
    # 12 in 28 days against 6 in 31.
    assert float(figures["all"]["ratio"]) == pytest.approx(12 / 28 / (6 / 31), abs=1e-4)
    assert figures["all"]["verdict"] == "few"
    assert figures["effort"]["organisations"] == figures["effort"]["both"] == 1
    assert figures["effort"]["ways"] == {"reporter": [4, 2], "resident": [8, 4]}
    kinds = {one["top"]: one["n"] for one in figures["kinds"]}
    assert kinds == {"damage": 8, "gathering": 0, "disorder": 0, "unsafe_place": 4}
    assert figures["when"]["unknown"] + figures["when"]["timed"] == 12
    assert figures["inside"]["outdoors"] == 12
    assert figures["missing"] == ""


def test_a_month_under_way_is_compared_by_the_days_that_have_come(
    winter, municipality, today
):
    """On the second of March two days of it have come: 1 in two days against 12 in 28."""
    march = span_of(SpanKind.MONTH, today)
    figures = picture_figures(winter, [municipality.pk], march, today=today).figures
    assert (figures["days"], figures["days_before"]) == (2, 28)
    assert float(figures["all"]["ratio"]) == pytest.approx(1 / 2 / (12 / 28), abs=1e-4)


def test_a_span_before_the_desk_opened_is_missing_and_not_nought(
    winter, municipality, today
):
    Desk.objects.update(opened_at=noon(date(2026, 1, 20)))
    Incident.objects.filter(day__lt=date(2026, 1, 20)).delete()
    municipality.reports.filter(sent_at__lt=noon(date(2026, 1, 20))).delete()
    figures = picture_figures(winter, [municipality.pk], FEBRUARY, today=today).figures
    assert figures["missing"] == "not_begun"
    assert figures["all"]["before"] is None
    assert figures["all"]["verdict"] == "missing"
    Desk.objects.update(opened_at=noon(date(2023, 1, 1)))
    late = picture_figures(winter, [municipality.pk], SECOND, today=date(2028, 1, 1))
    assert late.figures["missing"] == "not_kept"


def test_a_picture_is_written_frozen_and_no_later_report_changes_it(
    winter, coordinator, liaison_officer, municipality
):
    picture = begun(coordinator, winter)
    assert picture.within == municipality  # the only one of the group
    est.write(liaison_officer, picture, Heading.PROBLEMS, "Klotter vid skolan.")
    incidents.incident(municipality, now=noon(date(2026, 2, 20)))
    counted = services.count_again(coordinator, picture, now=weeks.NOW)
    assert counted.figures["all"]["n"] == 13
    assert queries.passages_of(counted)[Heading.PROBLEMS].words == "Klotter vid skolan."
    frozen = est.frozen(coordinator, counted)
    assert frozen.version is not None
    incidents.incident(municipality, now=noon(date(2026, 2, 20)))
    content = json.loads(frozen.version.content)
    assert content["figures"]["all"]["n"] == 13
    assert content["words"]["problems"] == "Klotter vid skolan."
    refused = [
        lambda: services.count_again(coordinator, frozen, now=weeks.NOW),
        lambda: est.write(coordinator, frozen, Heading.CAUSES, "Mer."),
        lambda: est.frozen(coordinator, frozen),
    ]
    for deed in refused:
        assert code_of(deed) == "weeks.picture_is_frozen"
    actions = set(Entry.objects.values_list("action", flat=True))
    assert {"weeks.picture_begun", "weeks.picture_frozen"} <= actions
    told = json.dumps(list(Entry.objects.values_list("details", flat=True)))
    assert "Klotter" not in told


def test_a_new_version_has_the_words_and_corrects_the_finding(winter, coordinator):
    first = est.frozen(coordinator, _with_words(coordinator, begun(coordinator, winter)))
    second = services.begin_again(coordinator, first, now=weeks.NOW)
    assert second.number == 2
    assert queries.passages_of(second)[Heading.PROBLEMS].words == "Klotter."
    assert (
        code_of(lambda: services.begin_again(coordinator, first, now=weeks.NOW))
        == "weeks.newer_picture_is_there"
    )
    assert code_of(lambda: begun(coordinator, winter)) == "weeks.picture_is_there"
    after = est.frozen(coordinator, second)
    assert after.evidence is not None
    assert after.evidence.corrects == first.evidence
    assert after.evidence.number == 2


def _with_words(actor, picture: EstPicture) -> EstPicture:
    est.write(actor, picture, Heading.PROBLEMS, "Klotter.")
    picture.refresh_from_db()
    return picture


def test_the_frozen_picture_is_a_finding_that_the_situational_picture_cites(
    winter, coordinator, municipality
):
    frozen = est.frozen(coordinator, _with_words(coordinator, begun(coordinator, winter)))
    finding = frozen.evidence
    assert finding is not None
    assert finding.source == "EST"
    assert (finding.starts, finding.ends) == (FEBRUARY.starts, FEBRUARY.ends)
    assert finding.n == 12
    assert finding.visibility == Visibility.PARTIES
    assert frozen.version is not None
    assert frozen.version.fingerprint[:8] in finding.method
    assert finding.table is not None
    assert finding.table["rows"][0][1:] == ["8", "6"]
    mine = situational.joint(coordinator, municipality)
    assert finding in citable(coordinator, mine)
    passage = picture_services.add_passage(
        coordinator, mine, PassageDraft(Part.EXTENT, "Det ökar.", evidence=(finding.pk,))
    )
    assert [one.evidence for one in passage.citations.all()] == [finding]


def test_only_authorities_of_the_group_write_and_only_the_municipality_freezes(
    winter, coordinator, liaison_officer, housing, elsewhere, reader, today
):
    partner = make.member(housing, Role.COORDINATOR)
    for one in (partner, elsewhere, reader):
        with pytest.raises(ForbiddenError):
            begun(one, winter)
    picture = begun(liaison_officer, winter)
    est.write(liaison_officer, picture, Heading.PROBLEMS, "Klotter.")
    picture.refresh_from_db()
    for one in (partner, liaison_officer):
        with pytest.raises(ForbiddenError):
            est.frozen(one, picture)
    assert not queries.reads_drafts(partner, winter, today=today)
    assert queries.reads_drafts(liaison_officer, winter, today=today)
    assert list(groups_seen_by(partner, today=today)) == [winter]


def test_what_points_at_somebody_is_refused_and_doubt_is_read_first(winter, coordinator):
    picture = begun(coordinator, winter)
    assert (
        code_of(
            lambda: est.write(coordinator, picture, Heading.CAUSES, "Ring 070-174 06 05.")
        )
        == "weeks.personal_data"
    )
    est.write(coordinator, picture, Heading.PROBLEMS, DOUBTFUL)
    picture.refresh_from_db()
    assert code_of(lambda: est.frozen(coordinator, picture)) == "weeks.read_it_first"
    assert est.frozen(coordinator, picture, is_read=True).version is not None


def test_two_who_write_lose_nothing_and_freeze_only_what_they_saw(winter, coordinator):
    picture = begun(coordinator, winter)
    seen = picture.revision
    est.write(coordinator, picture, Heading.PROBLEMS, "Först.")
    est.write(coordinator, picture, Heading.CAUSES, "Samtidigt.")  # no conflict
    with pytest.raises(ChangedMeanwhileError):
        est.write(coordinator, picture, Heading.PROBLEMS, "Sist.")
    with pytest.raises(ChangedMeanwhileError):
        services.freeze_picture(
            coordinator, picture, revision=seen, is_read=True, now=weeks.NOW
        )


def test_a_span_under_way_and_one_without_words_are_not_frozen(winter, coordinator):
    empty = begun(coordinator, winter)
    assert code_of(lambda: est.frozen(coordinator, empty)) == (
        "weeks.picture_without_problems"
    )
    march = span_of(SpanKind.MONTH, date(2026, 3, 2))
    now = _with_words(coordinator, begun(coordinator, winter, march))
    assert code_of(lambda: est.frozen(coordinator, now)) == "weeks.span_is_not_over"
    april = span_of(SpanKind.MONTH, date(2026, 4, 2))
    assert code_of(lambda: begun(coordinator, winter, april)) == (
        "weeks.span_has_not_begun"
    )


def test_a_group_of_two_municipalities_draws_all_or_one(
    winter, coordinator, municipality, today
):
    """Everyone of the group sees the same order, whichever municipality it is of."""
    other = make.municipality("Granby kommun")
    incidents.desk(other)
    GroupMember.objects.create(group=winter, organisation=other, since=date(2026, 1, 1))
    incidents.incident(other, now=noon(date(2026, 2, 11)))
    whole = begun(coordinator, winter)
    assert (whole.within, whole.figures["all"]["n"]) == (None, 13)
    own = services.begin_picture(
        coordinator, winter, FEBRUARY, within=municipality, now=weeks.NOW
    )
    assert own.figures["all"]["n"] == 12
    frozen = est.frozen(coordinator, _with_words(coordinator, whole), is_read=True)
    assert (
        code_of(
            lambda: services.publish_summary(
                coordinator, frozen, is_read=True, now=weeks.NOW
            )
        )
        == "weeks.of_several_municipalities"
    )
    neighbour = make.member(other, Role.COORDINATOR)
    with pytest.raises(ForbiddenError):
        est.frozen(neighbour, _with_words(coordinator, own))
    stranger = make.municipality("Utby kommun")
    assert (
        code_of(
            lambda: services.begin_picture(
                coordinator, winter, SECOND, within=stranger, now=weeks.NOW
            )
        )
        == "weeks.not_a_municipality_of_the_group"
    )


def test_a_span_that_ended_without_a_picture_waits_for_those_who_lead(
    winter, coordinator, elsewhere, today
):
    assert queries.not_drawn_yet(coordinator, today=today) == []
    begun(coordinator, winter, SECOND)
    assert queries.not_drawn_yet(coordinator, today=today) == [(winter, FEBRUARY)]
    assert queries.not_drawn_yet(elsewhere, today=today) == []
    begun(coordinator, winter)
    assert queries.not_drawn_yet(coordinator, today=today) == []


def test_coming_events_by_name_are_logged_as_read(winter, coordinator, municipality):
    coming = incidents.incident(municipality, "event", now=weeks.NOW)
    picture = begun(coordinator, winter)
    assert [one["day"] for one in picture.figures["events"]] == ["2026-03-02"]
    assert Reading.objects.latest("pk").shown == [coming.pk]


def test_no_span_is_written_as_the_number_of_a_person():
    """7 to 13 September 2026, in digits, is a valid one. The words are read as the days."""
    assert first_of(["2026-09-07–2026-09-13"]) is not None
    with translation.override("sv"):
        for week in range(530):
            span = span_of(SpanKind.WEEK, date(2024, 1, 1) + timedelta(weeks=week))
            said = stated(span.starts, span.ends)
            assert first_of([said]) is None
            read = parse(said)
            assert (read.starts, read.ends) == (span.starts, span.ends)


def test_what_the_last_meeting_put_first_and_its_targets_stand_in_the_figures(
    winter, coordinator, municipality, housing, today
):
    meeting = weeks.meeting(coordinator, winter, date(2026, 2, 16))
    priority = weeks.priority(coordinator, meeting, "Klotter", where="vid skolan")
    weeks.target(coordinator, priority, housing)
    services.hold(
        coordinator,
        meeting,
        revision=meeting.revision,
        now=weeks.NOW,
        today=meeting.held_on,
    )
    figures = picture_figures(winter, [municipality.pk], FEBRUARY, today=today).figures
    assert figures["priorities"] == [{"what": "Klotter", "where": "vid skolan"}]
    assert figures["targets"] == {"done": 0, "partly": 0, "not_done": 0, "": 1}
