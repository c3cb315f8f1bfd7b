"""The page of a promise, and what it said before."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

from handslag.domain.evidence.rules import Visibility
from handslag.domain.promises import services
from handslag.domain.promises.rules.drafts import ActivityDraft, TargetDraft
from handslag.domain.promises.rules.words import (
    AmendmentKind,
    Condition,
    Direction,
    Op,
)
from tests import make

SET = "/lundby/loften/2026/"


def target(**words) -> TargetDraft:
    return TargetDraft(**{"op": Op.MIN, "low": Decimal(4), "unit": "vandringar", **words})


def test_a_promise_says_why_and_what_is_not_said(approved, municipality, words):
    finding = make.evidence(municipality)
    approved(make.promise_draft(municipality, evidence=(finding.pk,)))
    said = words(f"{SET}1/")
    assert "Ni sa Fyra av tio undviker torget på kvällen." in said
    assert "Vi såg Inga siffror eller iakttagelser är angivna." in said
    assert "Mål Det är inte sagt vad det ska leda till." in said


def test_a_finding_that_is_not_public_is_not_shown(approved, municipality, words):
    finding = make.evidence(municipality, "Hemlig iakttagelse.", visibility=Visibility.OWN)
    approved(make.promise_draft(municipality, evidence=(finding.pk,)))
    assert "Hemlig" not in words(f"{SET}1/")


def test_a_time_limit_says_how_sure_the_share_is(
    approved, coordinator, municipality, words
):
    limit = target(
        op=Op.WITHIN,
        low=Decimal(1),
        unit="vecka",
        clock_starts="när en utredare fått ärendet",
        precondition="förundersökning är inledd",
        least_share=Decimal("0.9"),
    )
    set_ = approved(make.promise_draft(municipality, targets=(limit,)))
    make.done(coordinator, set_, municipality, amount=Decimal(60), within=Decimal(48))
    said = words(f"{SET}1/")
    assert "80 % inom 1 vecka i minst 90 procent av fallen" in said
    assert "Av 60 ärenden var 80 % inom tidsgränsen." in said
    assert "mellan 68 % och 88 %" in said
    assert "Klockan startar när en utredare fått ärendet" in said
    assert "Gäller när förundersökning är inledd" in said


def test_a_handful_of_persons_is_never_counted_in_public(
    approved, coordinator, municipality, words
):
    few = target(low=Decimal(5), unit="våldsutsatta erbjuds en plan")
    set_ = approved(make.promise_draft(municipality, targets=(few,), is_sensitive=True))
    make.done(coordinator, set_, municipality, amount=Decimal(3), note="Tre i Klinte.")
    for address in (SET, f"{SET}1/", "/lundby/flode.xml"):
        said = words(address)
        assert "Klinte" not in said
        assert "3 av" not in said
    assert "För få för att visas" in words(SET)


def test_the_rows_of_a_handful_cannot_be_counted(
    approved, coordinator, municipality, words
):
    few = target(low=Decimal(5), unit="våldsutsatta erbjuds en plan")
    set_ = approved(make.promise_draft(municipality, targets=(few,), is_sensitive=True))
    before = words(f"{SET}1/"), words("/lundby/flode.xml")
    for day in (2, 9, 16):
        make.done(coordinator, set_, municipality, day=date(2026, 2, day))
    for address, old in zip((f"{SET}1/", "/lundby/flode.xml"), before, strict=True):
        for stated in ("2 februari", "9 februari", "16 februari"):
            assert words(address).count(stated) == old.count(stated)
    assert "visas inte dag för dag" in words(f"{SET}1/")


def test_more_reports_can_be_good_and_why_is_said(approved, municipality, words):
    more = target(
        direction=Direction.UP,
        direction_why="Fler anmälningar betyder att färre brott förblir osedda.",
    )
    approved(make.promise_draft(municipality, targets=(more,)))
    assert "Vad som är bra Mer är bättre. Fler anmälningar betyder" in words(f"{SET}1/")


def test_activities_stand_in_three_levels(approved, municipality, get):
    steps = (
        ActivityDraft("Bjuda in", 1),
        ActivityDraft("Affischer", 2),
        ActivityDraft("På torget", 3),
    )
    approved(make.promise_draft(municipality, activities=steps))
    page = get(f"{SET}1/").content.decode()
    assert page.count('<ul class="activities">') == 3


def test_a_conditional_promise_says_when_it_holds(approved, municipality, words):
    approved(
        make.promise_draft(
            municipality, binds=Condition.WHEN, condition="om det varit oroligt"
        )
    )
    assert "Villkor" in words(f"{SET}1/")
    assert "om det varit oroligt" in words(f"{SET}1/")


def test_what_was_done_is_told_with_corrections(
    published, coordinator, municipality, now, words
):
    entry = make.done(coordinator, published, municipality, note="Vandring vid torget.")
    services.correct_progress(
        coordinator,
        entry,
        right_amount=Decimal(0),
        why="Vandringen ställdes in.",
        token=uuid4(),
        now=now,
    )
    said = words(f"{SET}1/")
    assert "Vandring vid torget." in said
    assert "Rättelse: Vandringen ställdes in." in said


def test_a_number_that_is_not_there_leads_to_the_list(published, words):
    assert "Det finns inget löfte med det numret" in words(f"{SET}9/", 404)
    assert "Det finns inga löften på den här adressen" in words("/lundby/loften/1999/", 404)


def test_a_moved_set_takes_its_promises_along(published, coordinator, approved, get):
    services.begin_amendment(
        coordinator,
        published,
        AmendmentKind.EXTENSION,
        reason="Det tog längre tid.",
        decided_on=date(2026, 3, 1),
        until=date(2027, 6, 30),
    )
    approved(set_=published)
    new = "/lundby/loften/2026-01--2027-06/"
    assert get(SET, 301).headers["Location"] == new
    assert get(f"{SET}1/", 301).headers["Location"] == f"{new}1/"
    assert get(f"/en{SET}1/", 301).headers["Location"] == f"/en{new}1/"


def test_a_version_shows_what_was_changed_and_why(
    published, coordinator, municipality, approved, words, get
):
    services.begin_amendment(
        coordinator,
        published,
        AmendmentKind.REVISION,
        reason="Efter dialogen i maj.",
        decided_on=date(2026, 3, 1),
    )
    promise = published.promises.get()
    draft = make.promise_draft(
        municipality, text="Vi går minst sex trygghetsvandringar i centrum."
    )
    services.save_promise(coordinator, promise, draft, revision=promise.revision)
    approved(set_=published)
    said = words(f"{SET}version/2/")
    assert "1 del skiljer sig från version 1." in said
    assert "Varför: Efter dialogen i maj." in said
    page = get(f"{SET}version/2/").content.decode()
    assert "<del>fyra</del><ins>sex</ins>" in page
    assert "Det här är en tidigare version." in words(f"{SET}version/1/")
    assert get(f"{SET}version/1/").headers["X-Robots-Tag"] == "noindex"
    get(f"{SET}version/3/", 404)
    assert f"{SET}version/2/" in get(SET).content.decode()
