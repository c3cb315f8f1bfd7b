"""The page of a set, in every state it can be in."""

from datetime import date
from decimal import Decimal

from handslag.core.access import system
from handslag.core.files.services import store
from handslag.core.periods import parse
from handslag.domain.promises import services
from handslag.domain.promises.models import (
    Attachment,
    Document,
    PlannedFollowUp,
    Promise,
    PromiseSet,
)
from handslag.domain.promises.rules.drafts import OwnerDraft, TargetDraft
from handslag.domain.promises.rules.words import (
    AmendmentKind,
    DocumentKind,
    Op,
    Part,
    Verdict,
)
from tests import make

SET = "/lundby/loften/2026/"


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
    weekly = TargetDraft(op=Op.MIN, low=Decimal(1), unit="kontroll", per="vecka")
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
