"""The page of a set and of a promise, in every state it can be in."""

from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import uuid4

import pytest

from handslag.core.access import system
from handslag.core.files.services import store
from handslag.core.periods import parse
from handslag.domain.evidence.rules import Visibility
from handslag.domain.promises import published as public
from handslag.domain.promises import services
from handslag.domain.promises.models import (
    Attachment,
    Document,
    PlannedFollowUp,
    Promise,
    PromiseSet,
)
from handslag.domain.promises.rules.drafts import ActivityDraft, OwnerDraft, TargetDraft
from handslag.domain.promises.rules.words import (
    AmendmentKind,
    Condition,
    Direction,
    DocumentKind,
    Op,
    Part,
    Verdict,
)
from tests import make

SET = "/lundby/loften/2026/"


@pytest.fixture
def approved(coordinator, municipality, police, municipal_approver, police_approver):
    """Publish a set of 2026 with these promises."""

    def publish(*drafts, set_=None, **words) -> PromiseSet:
        set_ = set_ or make.promise_set(coordinator, municipality, police, **words)
        assert isinstance(set_, PromiseSet)
        for draft in drafts:
            services.add_promise(coordinator, set_, draft)
        make.publish(
            set_, coordinator, (municipal_approver, municipality), (police_approver, police)
        )
        return set_

    return publish


def target(**words) -> TargetDraft:
    return TargetDraft(**{"op": Op.MIN, "low": Decimal(4), "unit": "vandringar", **words})


# The set


def test_a_set_says_who_approved_what_when_and_how(published, words):
    said = words(SET)
    assert "Löftena i Lundby 2026" in said
    assert "Ett löfte för 2026. Ett pågår." in said
    assert "ordförande 18 februari 2026, inloggad i Handslag" in said
    assert (
        f"Fingeravtryck av den godkända texten: {published.version.fingerprint[:12]}"
        in said
    )


def test_promises_stand_by_whose_they_are(approved, municipality, police, words):
    own, theirs = OwnerDraft(municipality.pk), OwnerDraft(police.pk)
    helps = OwnerDraft(municipality.pk, Part.SUPPORTING)
    company = OwnerDraft(make.organisation("Lundbybyggen").pk)
    approved(
        make.promise_draft(municipality, heading="Ett", owners=(theirs, helps)),
        make.promise_draft(municipality, heading="Två", owners=(own,)),
        make.promise_draft(municipality, heading="Tre", owners=(own, theirs)),
        make.promise_draft(municipality, heading="Fyra", owners=(company,)),
    )
    said = words(SET)
    assert all(
        part in said
        for part in ["Tillsammans 3 Tre", "Kommunen 2 Två", "Polisen 1 Ett", "Andra 4 Fyra"]
    )
    assert "Ett Polisen, med kommunen" in said
    assert "Tre Kommunen och polisen" in said
    assert "Fyra Lundbybyggen" in said


def test_every_target_stands_against_its_outcome(
    approved, coordinator, municipality, words
):
    weekly = target(low=Decimal(1), unit="kontroll", per="vecka")
    set_ = approved(make.promise_draft(municipality, targets=(weekly,)))
    make.done(coordinator, set_, municipality, amount=Decimal(3))
    said = words(SET)
    assert "3 av minst 52 kontroll minst 1 kontroll per vecka" in said
    assert "5 färre än planerat vid det här laget" in said


def test_a_disputed_result_is_told_by_both(
    published, coordinator, liaison_officer, municipality, police, now, words
):
    make.follow_up(
        coordinator, published, Verdict.KEPT, party=municipality, amount=Decimal(5), now=now
    )
    make.follow_up(
        liaison_officer, published, Verdict.KEPT, party=police, amount=Decimal(4), now=now
    )
    assert "Lundby kommun: 5. Lokalpolisområde Lundby: 4." in words(SET)
    said = words(f"{SET}1/")
    assert "Två bilder Parterna redovisar olika Lundby kommun: 5 Hållet" in said
    assert "Lokalpolisområde Lundby: 4 Hållet" in said


def test_what_was_due_and_not_reported_says_when_it_was_due(published, words):
    PlannedFollowUp.objects.create(
        set=published, due_on=date(2026, 1, 31), rhythm="year", function="samordnaren"
    )
    # The plan is part of the approved text.
    published.version = make.frozen(published)
    published.save()
    assert "Inte redovisat" in words(SET)
    assert "Skulle ha redovisats 31 januari 2026" in words(SET)
    said = words(f"{SET}1/")
    assert "Inte redovisat. Skulle ha redovisats 31 januari 2026." in said
    assert "Nästa uppföljning 31 januari 2026 Inte redovisat än. Samordnaren." in said


def test_a_withdrawn_set_says_so_and_stays(published, coordinator, approved, words):
    services.begin_amendment(
        coordinator,
        published,
        AmendmentKind.WITHDRAWAL,
        reason="Pengarna räckte inte.",
        decided_on=date(2026, 3, 1),
    )
    approved(set_=published)
    said = words(SET)
    assert "Tillbakadraget. Löftena drogs tillbaka genom beslut 1 mars 2026." in said
    assert "Pengarna räckte inte." in said
    assert "Löftena 2026 Tillbakadraget." in words("/lundby/loften/")


def test_made_up_promises_say_so_on_every_page(published, words, get):
    PromiseSet.objects.update(is_example=True)
    published.refresh_from_db()
    published.version = make.frozen(published)
    published.save()
    for address in ("/lundby/", SET, f"{SET}1/", f"{SET}version/2/"):
        assert "Löftena och siffrorna är påhittade" in words(address)
        assert get(address).headers["X-Robots-Tag"] == "noindex"


def test_what_was_kept_changed_and_dropped_is_said_with_why(
    published, coordinator, municipality, approved, now, words
):
    renewed = services.renew(
        coordinator, published, name="Löfte 2027", period=parse("2027"), now=now
    )
    promise = renewed.promises.get()
    services.remove_promise(coordinator, promise, why="Ni ville hellre ha belysning.")
    approved(make.promise_draft(municipality, heading="Tänd gångväg"), set_=renewed)
    said = words("/lundby/loften/2027/")
    assert "Sedan Löftena 2026: Ett är nytt och ett är borttaget." in said
    assert "Ni ville hellre ha belysning." in said
    assert "Följs av Löftena 2027" in words(SET)


def test_a_signed_original_is_for_anyone_to_fetch(draft, approved, get):
    content = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF"
    stored = store(system("test"), "original.pdf", content)
    other = store(system("test"), "annan.pdf", content + b"\n%%EOF")
    Attachment.objects.create(set=draft, file=stored, title="Undertecknat löfte")
    approved(set_=draft)
    response = get(f"{SET}fil/{stored.sha256}/")
    assert response.content == content
    assert response.headers["Content-Type"] == "application/pdf"
    assert "attachment" in response.headers["Content-Disposition"]
    get(f"{SET}fil/{other.sha256}/", 404)
    assert f"fil/{stored.sha256}/" in get(SET).content.decode()


def test_a_file_that_is_added_after_the_approval_is_not_public(published, get):
    stored = store(system("test"), "ny.pdf", b"%PDF-1.7\n%%EOF")
    Attachment.objects.create(set=published, file=stored, title="Inte godkänd")
    get(f"{SET}fil/{stored.sha256}/", 404)


def test_two_publications_stand_side_by_side(published, words):
    document = Document.objects.create(
        set=published, kind=DocumentKind.PROMISE, publisher="polisen"
    )
    Promise.objects.create(
        set=published,
        document=document,
        text="Vi går minst tre trygghetsvandringar i centrum.",
        same_as=published.promises.get(document=None),
    )
    assert "Publicerat på två ställen" in words(SET)
    said = words(f"{SET}publiceringar/")
    assert "1 av 1 har andra ord." in said
    assert "Vi går minst tre trygghetsvandringar i centrum." in said


# One promise


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


# Versions


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


# Summaries


@pytest.fixture
def summary(municipality) -> PromiseSet:
    return make.retold(municipality, "Polisen syns mer i centrum.", period="2024")


@pytest.mark.parametrize(
    "address", ["/lundby/", "/lundby/loften/2024/", "/lundby/loften/2024/1/"]
)
def test_a_summary_says_whose_words_it_is_not(summary, address, words, get):
    said = words(address)
    assert (
        "Sammanfattning av en offentlig sida, hämtad 20 januari 2026;"
        " inte kommunens egna ord." in said
    )
    page = get(address).content.decode()
    assert "https://kommun.example/loften" in page
    assert "/rattelse/lundby/2024/" in page
    assert get(address).headers["X-Robots-Tag"] == "noindex"
    assert '<meta name="robots" content="noindex">' in page


def test_silence_about_a_summary_is_unknown_and_never_unreported(summary, words):
    said = words("/lundby/loften/2024/")
    assert "Underlaget säger inget om hur det gick." in said
    assert "Inte redovisat" not in said


def test_a_summary_that_is_taken_over_can_be_found(summary, get, words):
    PromiseSet.objects.update(taken_over_at=datetime(2026, 2, 2, tzinfo=UTC))
    response = get("/lundby/loften/2024/")
    assert "X-Robots-Tag" not in response.headers
    assert "inte kommunens egna ord" not in words("/lundby/loften/2024/")


# Addresses, languages, headers


def test_a_joint_set_counts_at_one_address(
    municipality, police, coordinator, municipal_approver, police_approver, get, words
):
    other = make.municipality("Sjövik kommun")
    set_ = make.promise_set(coordinator, municipality, other, police)
    services.set_parties(coordinator, set_, [municipality, police])
    services.add_promise(coordinator, set_, make.promise_draft(municipality))
    make.publish(
        set_, coordinator, (municipal_approver, municipality), (police_approver, police)
    )
    assert "Löftena i Lundby och Sjövik 2026" in words("/sjovik/loften/2026/")
    for rest in ("", "1/"):
        page = get(f"/sjovik/loften/2026/{rest}").content.decode()
        assert f'rel="canonical" href="http://127.0.0.1:8000{SET}{rest}"' in page
    english = get("/en/sjovik/loften/2026/").content.decode()
    assert f'rel="canonical" href="http://127.0.0.1:8000/en{SET}"' in english


def test_english_shows_the_swedish_words_as_swedish(published, get, words):
    page = get(f"/en{SET}1/").content.decode()
    assert '<span lang="sv">Vi går minst fyra trygghetsvandringar i centrum.</span>' in page
    assert 'at least 4 <span lang="sv">trygghetsvandringar</span>' in page.casefold()
    assert "The promises are shown in Swedish" in words(f"/en{SET}")
    assert "One promise for 2026." in words(f"/en{SET}")


def test_english_shows_what_is_translated(published, coordinator, words, get):
    promise = public.read(published.version.content).promises[0]
    services.translate(
        coordinator,
        published,
        language="en",
        texts={public.promise_place(promise.id, "heading"): "At least four safety walks"},
    )
    assert "At least four safety walks" in words(f"/en{SET}")
    assert "The Swedish text is the one that is approved." in words(f"/en{SET}")
    assert "At least four" not in words(SET)


@pytest.mark.parametrize(
    "address",
    [
        "/lundby/",
        "/lundby/loften/",
        SET,
        f"{SET}1/",
        f"{SET}version/1/",
        "/lundby/flode.xml",
    ],
)
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_pages_set_no_cookie_and_vary_with_nothing(published, address, prefix, get):
    response = get(f"{prefix}{address}")
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    assert "Accept-Language" not in response.get("Vary", "")
    policy = response.headers["Content-Security-Policy"]
    assert "unsafe-inline" not in policy
    assert b" style=" not in response.content


def test_a_set_page_takes_at_most_eight_queries(
    published,
    coordinator,
    municipality,
    approved,
    now,
    get,
    django_assert_max_num_queries,
):
    make.follow_up(coordinator, published, Verdict.KEPT, now=now)
    make.done(coordinator, published, municipality)
    finding = make.evidence(municipality)
    services.begin_amendment(
        coordinator,
        published,
        AmendmentKind.REVISION,
        reason="Underlag.",
        decided_on=date(2026, 3, 1),
    )
    services.cite(coordinator, published, [finding])
    approved(set_=published)
    renewed = services.renew(
        coordinator, published, name="Löfte 2027", period=parse("2027"), now=now
    )
    approved(set_=renewed)
    document = Document.objects.create(
        set=published, kind=DocumentKind.PROMISE, publisher="polisen"
    )
    Promise.objects.create(set=published, document=document, text="Andra ord.")
    for prefix in ("", "/en"):
        with django_assert_max_num_queries(8):
            get(f"{prefix}{SET}")
        with django_assert_max_num_queries(8):
            get(f"{prefix}{SET}1/")
