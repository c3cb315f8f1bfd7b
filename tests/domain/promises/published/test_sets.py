from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from handslag.core.approvals.models import Translation
from handslag.core.approvals.rules import fingerprint
from handslag.core.periods import parse
from handslag.domain.organisations.models import Slug
from handslag.domain.promises import published as public
from handslag.domain.promises import services
from handslag.domain.promises.models import Document, Promise, PromiseSet
from handslag.domain.promises.rules.words import AmendmentKind, DocumentKind, Verdict
from tests import make

TODAY = date(2026, 3, 2)


def page(municipality="lundby", period="2026", **words) -> public.SetPage:
    found = public.set_page(municipality, period, today=TODAY, **words)
    assert isinstance(found, public.SetPage)
    return found


def reworded(set_, coordinator, municipality, text, **words):
    """Begin an amendment and change the words of the first promise."""
    services.begin_amendment(
        coordinator,
        set_,
        AmendmentKind.REVISION,
        reason="Efter dialogen i maj.",
        decided_on=date(2026, 6, 10),
    )
    promise = set_.promises.get()
    draft = make.promise_draft(municipality, text=text, **words)
    key = str(promise.targets.get().public_id)
    draft = replace(draft, targets=(replace(draft.targets[0], key=key),))
    services.save_promise(coordinator, promise, draft, revision=promise.revision)
    set_.refresh_from_db()


def test_a_follow_up_never_shows_words_that_are_not_approved_yet(
    published, coordinator, municipality, now
):
    make.follow_up(coordinator, published, Verdict.KEPT, now=now, result="Gjort.")
    reworded(published, coordinator, municipality, "Ogodkända ord.")
    assert "Ogodkända" not in repr(page())


def test_a_renamed_municipality_leads_to_its_new_address(published, municipality):
    Slug.objects.filter(organisation=municipality).update(current=False)
    Slug.objects.create(organisation=municipality, slug="nylundby", since=TODAY)
    moved = public.set_page("lundby", "2026", today=TODAY)
    assert moved == public.Moved("nylundby", "2026")
    assert page("nylundby").place == "Lundby"


def test_a_changed_period_leads_to_the_new_address(
    published,
    coordinator,
    municipal_approver,
    police_approver,
    municipality,
    police,
):
    services.begin_amendment(
        coordinator,
        published,
        AmendmentKind.EXTENSION,
        reason="Belysningen tog längre tid.",
        decided_on=date(2027, 1, 10),
        until=date(2027, 6, 30),
    )
    make.publish(
        published,
        coordinator,
        (municipal_approver, municipality),
        (police_approver, police),
    )
    moved = public.set_page("lundby", "2026", today=TODAY)
    assert isinstance(moved, public.Moved)
    assert moved.period == "2026-01--2027-06"
    assert [one.kind for one in page(period=moved.period).history] == [
        "extension",
        "first",
    ]


def test_a_joint_set_is_found_in_each_municipality_and_counts_in_one(
    municipality, police, coordinator, municipal_approver, police_approver
):
    other = make.municipality("Sjövik kommun")
    set_ = make.promise_set(coordinator, municipality, other, police)
    services.set_parties(coordinator, set_, [municipality, police], revision=set_.revision)
    services.add_promise(coordinator, set_, make.promise_draft(municipality))
    make.publish(
        set_, coordinator, (municipal_approver, municipality), (police_approver, police)
    )
    theirs = page("sjovik")
    assert theirs.place == "Sjövik"
    assert theirs.canonical == public.Moved("lundby", "2026")
    assert [area.name for area in theirs.areas] == ["Lundby", "Sjövik"]


def test_each_version_can_be_read_beside_the_one_it_replaced(
    published, coordinator, municipal_approver, police_approver, municipality, police
):
    reworded(published, coordinator, municipality, "Vi går minst sex vandringar.")
    assert public.version_page("lundby", "2026", 2) is None
    make.publish(
        published,
        coordinator,
        (municipal_approver, municipality),
        (police_approver, police),
    )
    second = public.version_page("lundby", "2026", 2)
    assert second is not None
    assert second.before is not None
    assert second.before.promises[0].text.startswith("Vi går minst fyra")
    assert second.wording.promises[0].text == "Vi går minst sex vandringar."
    assert second.version.reason == "Efter dialogen i maj."
    first = public.version_page("lundby", "2026", 1)
    assert first is not None
    assert first.before is None
    assert first.present_number == 2


def test_a_text_that_was_refused_never_becomes_a_public_version(
    published, coordinator, police_approver, municipality, police, now
):
    reworded(published, coordinator, municipality, "Ord som polisen sa nej till.")
    services.ask_for_approval(coordinator, published, now=now)
    published.refresh_from_db()
    assert published.round is not None
    services.answer(
        police_approver,
        published,
        party=police.pk,
        agrees=False,
        reason="Nej.",
        fingerprint=published.round.version.fingerprint,
        function="chef",
        now=now,
    )
    assert [one.number for one in page().history] == [1]
    assert public.version_page("lundby", "2026", 2) is None


def test_a_translation_is_shown_only_for_the_words_it_translates(published):
    assert published.version is not None
    promise = page().wording.promises[0]
    for name, swedish in [("text", promise.text), ("heading", "Andra ord")]:
        Translation.objects.create(
            version=published.version,
            language="en",
            place=public.promise_place(promise.id, name),
            fingerprint=fingerprint(swedish),
            text=f"English {name}",
        )
    texts = page(language="en").texts
    assert texts.of(public.promise_place(promise.id, "text")) == "English text"
    assert texts.of(public.promise_place(promise.id, "heading")) is None
    assert page().texts.said == {}


def test_another_publication_stands_beside_ours(published):
    document = Document.objects.create(
        set=published,
        kind=DocumentKind.PROMISE,
        publisher="polisen",
        url="https://x.example",
    )
    ours = published.promises.get()
    Promise.objects.create(
        set=published, document=document, text="Fyra vandringar.", same_as=ours
    )
    Promise.objects.create(
        set=published, document=document, text="Två kontroller.", position=1
    )
    assert page().has_other_wordings
    [theirs] = public.publications("lundby", "2026")
    assert [(one.nr, one.theirs) for one in theirs.promises] == [
        (1, "Fyra vandringar."),
        (None, "Två kontroller."),
    ]
    assert theirs.differing == 2


def test_a_set_with_everything_takes_six_queries(
    published,
    coordinator,
    municipal_approver,
    police_approver,
    municipality,
    police,
    now,
    django_assert_max_num_queries,
):
    make.follow_up(coordinator, published, Verdict.KEPT, now=now)
    make.done(coordinator, published, municipality, amount=Decimal(3))
    reworded(published, coordinator, municipality, "Vi går minst sex vandringar.")
    yes = ((municipal_approver, municipality), (police_approver, police))
    make.publish(published, coordinator, *yes)
    renewed = services.renew(
        coordinator, published, name="Löfte 2027", period=parse("2027"), now=now
    )
    make.publish(renewed, coordinator, *yes)
    document = Document.objects.create(
        set=published, kind=DocumentKind.PROMISE, publisher="polisen"
    )
    Promise.objects.create(set=published, document=document, text="Andra ord.")
    # One is left for the key of the cache, one for the names of sources.
    with django_assert_max_num_queries(6):
        shown = page()
    assert shown.has_other_wordings
    assert [one.is_later for one in shown.neighbours] == [True]
    assert shown.standing.promises[0].targets[0].done == 3


def test_sets_stand_where_they_are_in_time(
    municipality, police, coordinator, municipal_approver, police_approver
):
    for period in ["2024", "2025 och tills vidare", "2026", "2027"]:
        set_ = make.promise_set(coordinator, municipality, police, period=period)
        services.add_promise(coordinator, set_, make.promise_draft(municipality))
        make.publish(
            set_, coordinator, (municipal_approver, municipality), (police_approver, police)
        )
    found = public.sets_of("lundby", today=TODAY)
    assert [one.period for one in found.current] == ["2026"]
    assert [one.period for one in found.coming] == ["2027"]
    assert [one.period for one in found.earlier] == ["2025--", "2024"]
    alone = public.sets_of("lundby", today=date(2025, 5, 1))
    assert [one.period for one in alone.current] == ["2025--"]


@pytest.mark.parametrize("count", [1, 5])
def test_a_list_takes_three_queries_however_many_sets(
    count,
    municipality,
    police,
    coordinator,
    municipal_approver,
    police_approver,
    django_assert_num_queries,
):
    for year in range(2020, 2020 + count):
        set_ = make.promise_set(coordinator, municipality, police, period=str(year))
        services.add_promise(coordinator, set_, make.promise_draft(municipality))
        make.publish(
            set_, coordinator, (municipal_approver, municipality), (police_approver, police)
        )
    with django_assert_num_queries(3):
        assert len(public.summaries("lundby", today=TODAY)) == count


def test_what_was_last_reported_says_who_reported_it(published, coordinator, municipality):
    assert page().last_change.by == ""
    make.done(coordinator, published, municipality, day=date(2026, 2, 20))
    assert page().last_change.by == municipality.name


@pytest.mark.parametrize(
    ("words", "indexed"),
    [
        ({"origin": "decided"}, True),
        ({"origin": "imported"}, False),
        ({"origin": "restated"}, False),
        ({"origin": "imported", "taken_over_at": "2026-03-01T00:00Z"}, True),
        ({"origin": "decided", "is_example": True}, False),
    ],
)
def test_search_engines_get_what_the_parties_stand_behind(published, words, indexed):
    PromiseSet.objects.filter(pk=published.pk).update(**words)
    assert page().may_be_indexed is indexed
