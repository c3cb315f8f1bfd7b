"""A word planted in every text that is not public is on no page that anyone can open."""

from datetime import UTC, date, datetime, timedelta
from random import Random
from uuid import uuid4

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from handslag.core.access import ANYONE, Role, system
from handslag.core.accounts.models import Person
from handslag.core.approvals.models import Translation, Version
from handslag.core.approvals.rules import fingerprint
from handslag.core.files.services import store
from handslag.core.mail.models import Message
from handslag.core.mail.rules import Channel
from handslag.core.mail.services import post_letter, post_text
from handslag.core.periods import parse
from handslag.core.schedule.models import Run
from handslag.core.search.services import forget_unused_words
from handslag.domain.evidence.models import Evidence
from handslag.domain.evidence.rules import Visibility
from handslag.domain.incidents.models import Desk, Incident, Report
from handslag.domain.incidents.services import release_shares_due
from handslag.domain.promises import services
from handslag.domain.promises.models import (
    FollowUp,
    Outcome,
    ProgressEntry,
    Promise,
    PromiseSet,
)
from handslag.domain.promises.published import approved_texts, read
from handslag.domain.promises.rules.drafts import ActivityDraft
from handslag.domain.promises.rules.words import AmendmentKind, Rhythm, Verdict
from handslag.domain.promises.services.following_up import OutcomeDraft
from handslag.domain.promises.services.progress import Done
from tests import make
from tests.make import incidents as made
from tests.web.leaks import reported
from tests.web.leaks.parts import PARTS
from tests.web.leaks.planting import (
    SEED,
    copied,
    of_set,
    plant,
    planted,
    shows_a_planted_word,
    without_a_word,
)
from tests.web.matrix.world import PDF, World, routes, words_for
from tests.web.matrix.world import build as build_world

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
HIDDEN_YEARS = ("2023", "2024", "2027", "2028", "2029", "2030")


@pytest.fixture
def secrets(db) -> World:
    """Lundby has one public set, that is being amended; no other text of it is public.

    2023 public, and the words of its withdrawal out for approval; 2024 a summary that was
    taken down; 2026 public and being amended, with a follow-up begun; 2027 refused; 2028 a
    draft; 2029 out for approval, with a link on its way; 2030 asked about and taken back.
    """
    world = build_world("Lundby")
    writer = make.member(world.municipality, Role.COORDINATOR)
    plant(Person.objects.filter(pk=writer.person_id or 0))
    _refused(writer, world)
    _taken_back(writer, world)
    _out_for_approval(writer, world)
    _amendment_out_for_approval(writer, world)
    for set_ in (_drafted(writer, world, "2028"), world.set):
        for rows in of_set(set_):
            plant(rows)
    _taken_down(world)
    _draft_follow_up(writer, world.set)
    _added_in_the_amendment(writer, world)
    _words_of_our_own(world)
    _translations_of_versions_that_are_not_public()
    _letters()
    for part in PARTS:
        part.plant(writer, world)
    return world


def _drafted(writer, world, period) -> PromiseSet:
    """A draft with a promise, an activity, an owner, a target and a plan."""
    home = world.municipality
    set_ = make.promise_set(writer, home, world.police, period=period)
    activity = ActivityDraft("Vi går tillsammans.", place_stated="centrum")
    services.add_promise(writer, set_, make.promise_draft(home, activities=(activity,)))
    services.plan_follow_ups(writer, set_, Rhythm.YEAR, function="kommunchef")
    return set_


def _asked(writer, world, period) -> PromiseSet:
    """Out for approval, every word planted before it is frozen."""
    set_ = _drafted(writer, world, period)
    own = Evidence.objects.create(
        home=world.municipality,
        source="medborgardialog",
        visibility=Visibility.OWN,
        recorded_at=NOW,
        statement=planted(),
        limits=planted(),
        method=planted(),
    )
    services.cite(writer, set_, [own])
    dates = {"period_stated": set_.period_stated}
    for rows in of_set(set_):
        plant(rows)
    PromiseSet.objects.filter(pk=set_.pk).update(**dates)
    set_.refresh_from_db()
    services.ask_for_approval(writer, set_, now=NOW)
    set_.refresh_from_db()
    return set_


def _refused(writer, world) -> None:
    set_ = _asked(writer, world, "2027")
    assert set_.round is not None
    services.answer(
        make.member(world.municipality, Role.APPROVER, name=planted()),
        set_,
        party=world.municipality.pk,
        agrees=False,
        reason=planted(),
        fingerprint=set_.round.version.fingerprint,
        function=planted(),
        now=NOW,
    )


def _taken_back(writer, world) -> None:
    services.withdraw_from_approval(writer, _asked(writer, world, "2030"))


def _out_for_approval(writer, world) -> None:
    services.invite_by_link(
        writer,
        _asked(writer, world, "2029"),
        party=world.police.pk,
        name=planted(),
        function=planted(),
        email=f"{planted()}@example.org",
        phone="+46701740605",
        now=NOW,
    )


def _amendment_out_for_approval(writer, world) -> None:
    """Public words whose change nobody has answered about yet."""
    home = world.municipality
    set_ = make.promise_set(writer, home, world.police, period="2023")
    services.add_promise(writer, set_, make.promise_draft(home))
    parties = [(make.member(party, Role.APPROVER), party) for party in (home, world.police)]
    make.publish(set_, writer, *parties)
    services.begin_amendment(
        writer,
        set_,
        AmendmentKind.WITHDRAWAL,
        reason=planted(),
        decided_on=date(2026, 3, 1),
    )
    plant(Promise.objects.filter(set=set_))
    set_.refresh_from_db()
    services.ask_for_approval(writer, set_, now=NOW)


def _taken_down(world) -> None:
    """A summary that somebody objected to, and that was taken away."""
    summary = make.retold(world.municipality, planted(), period="2024", heading=planted())
    services.request_correction(ANYONE, summary, text=planted(), contact=planted(), now=NOW)
    services.take_down(system("test"), summary, now=NOW)
    forget_unused_words()  # as the night does


def _draft_follow_up(writer, set_) -> None:
    begun = services.begin_follow_up(writer, set_, period=parse("2026"), now=NOW)
    said = {set_.promises.get().pk: OutcomeDraft(Verdict.PARTLY, planted())}
    services.save_follow_up(writer, begun, said, revision=1, summary=planted())
    plant(FollowUp.objects.filter(published_at=None))
    plant(Outcome.objects.filter(follow_up=begun))


def _added_in_the_amendment(writer, world) -> None:
    """A promise that nobody has approved, and what is already done for it."""
    home = world.municipality
    extra = services.add_promise(writer, world.set, make.promise_draft(home))
    entry = services.report_progress(
        writer,
        extra,
        Done(date(2026, 3, 1)),
        organisation=home,
        target=None,
        token=uuid4(),
        now=NOW,
    )
    plant(Promise.objects.filter(pk=extra.pk))
    plant(ProgressEntry.objects.filter(pk=entry.pk))


def _words_of_our_own(world) -> None:
    """A finding, a file and a translation that belong to no public text."""
    actor = make.member(world.municipality, Role.COORDINATOR)
    make.evidence(world.municipality, planted(), visibility=Visibility.PARTIES)
    store(actor, f"{planted()}.pdf", PDF.replace(b"%%EOF", b"% 2\n%%EOF"))
    version = world.set.version
    assert version is not None
    promise = world.set.promises.order_by("position")[0]
    place = f"promises.{promise.public_id}"
    said = {f"{place}.text": "andra ord", f"{place}.gone": promise.heading, "gone": "x"}
    _translated(version, said)


def _translated(version, swedish) -> None:
    """What is kept of these words in English, by the place it stands at."""
    for place, words in swedish.items():
        Translation.objects.create(
            version=version,
            language="en",
            place=place,
            fingerprint=fingerprint(words),
            text=planted(),
        )


def _translations_of_versions_that_are_not_public() -> None:
    """Every text of every frozen version that no public page reads, said in English."""
    read_now = PromiseSet.objects.exclude(version=None).values("version")
    of_promises = Version.objects.filter(subject_kind="promise_set")
    for version in of_promises.exclude(pk__in=read_now):
        texts = approved_texts(read(version.content))
        _translated(version, {one.key: one.swedish for one in texts})


def _letters() -> None:
    post_letter(to=f"{planted()}@example.org", subject=planted(), body=planted())
    post_text(to="+46701740605", body=planted())
    plant(Message.objects.filter(channel=Channel.EMAIL)[:1])
    plant(Run.objects.filter(pk=Run.objects.create(name="prov").pk))


def open_addresses(world) -> list[str]:
    """Every address that is open to all, in both languages, and some that are not there."""
    found = [
        reverse(route, kwargs=words_for(route, pattern, world))
        for route, pattern in routes().items()
        if not route.startswith("workspace:")
    ]
    searches = ("/sok/", "/loftesbanken/", "/api/v1/promises")
    asked = [f"{path}?q={SEED}" for path in searches]
    hidden = [
        f"/lundby/loften/{year}/{rest}"
        for year in HIDDEN_YEARS
        for rest in ("", "1/", "version/1/", "version/2/", "publiceringar/")
    ]
    other = ["/lundby/loften/2026/version/2/", "/rattelse/lundby/2024/", "/x/"]
    swedish = [*found, *asked, *hidden, *other]
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
        read += response.status_code == 200
        if shows_a_planted_word(response.getvalue().decode(errors="replace")):
            found.append(address)
    assert read > 20
    return found


def test_no_word_that_is_not_public_is_on_any_open_page(secrets):
    assert leaks(secrets) == []


def test_no_word_that_is_not_public_is_in_a_copy_made_for_the_public(secrets):
    assert copied() == []


def test_every_column_that_somebody_writes_in_holds_a_planted_word(secrets):
    """A new column is planted too, or is named in planting.py with why it is open."""
    assert without_a_word() == []


def test_a_word_that_is_shown_would_be_found(secrets):
    ProgressEntry.objects.filter(promise__set=secrets.set).update(note=planted())
    assert "/lundby/loften/2026/1/" in leaks(secrets)


@time_machine.travel(made.NOW, tick=False)
def test_not_one_sign_of_any_open_page_depends_on_a_private_report(db):
    """Not by a number, a word, a coordinate, nor by a count that is another."""
    world, random = build_world("Lundby"), Random(4)
    made.desk(world.municipality)
    made.group(world.municipality, world.police)
    places = [make.place(world.municipality, name) for name in ("Torget", "Parken")]
    before = reported.pages(open_addresses(world))
    for few in reported.ROUNDS:
        told = reported.some_reports(world, places, few, random)
        after = reported.pages(open_addresses(world))
        assert [one for one in before if before[one] != after.get(one)] == []
        everything = b"".join(after.values()).decode(errors="replace")
        assert [sign for sign in told.signs if sign in everything] == []


RELEASED = "/lundby/rapportera/vad-hande/"
# What a release changes: the page and its file, and the two that lead there.
LEAD_THERE = {"/lundby/", "/lundby/rapportera/"}


@time_machine.travel(made.NOW, tick=False)
def test_a_release_changes_what_it_is_about_and_nothing_changes_it_afterwards(db):
    """The share of reports: random ones before and after it change not one sign."""
    world, random = build_world("Lundby"), Random(7)
    made.desk(world.municipality)
    Desk.objects.update(opened_at=made.NOW - timedelta(days=300))
    places = [make.place(world.municipality, "Torget")]
    before = reported.pages(open_addresses(world))
    long_ago = made.NOW - timedelta(days=100)
    reported.some_reports(world, places, 15, random)
    assert release_shares_due(system("test"), now=made.NOW) == 0
    assert reported.changed(before, open_addresses(world)) == []
    for number in range(30):
        made.report(world.municipality, now=long_ago + timedelta(days=number % 9))
    assert release_shares_due(system("test"), now=made.NOW) == 1
    released = reported.pages(open_addresses(world))
    changed = {one for one in before if before[one] != released[one]}
    plain = {one.removeprefix("/en") for one in changed}
    assert {one for one in plain if not one.startswith(RELEASED)} == LEAD_THERE
    reported.some_reports(world, places, 15, random)
    Report.objects.filter(pk__in=Report.objects.order_by("?")[:9].values("pk")).delete()
    Incident.objects.filter(phase="new").update(
        phase="closed", outcome="fixed", closed_on=made.NOW.date()
    )
    assert release_shares_due(system("test"), now=made.NOW) == 0
    assert reported.changed(released, open_addresses(world)) == []
