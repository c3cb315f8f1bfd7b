"""What anyone reads of a cooperation agreement."""

from datetime import date

import pytest

from handslag.core.periods import parse
from handslag.domain.agreements import services
from handslag.domain.agreements.rules.drafts import ContentsDraft, StatuteDraft
from handslag.domain.agreements.rules.words import Prolongation, Statute
from handslag.web.public import cached
from tests import make
from tests.make import agreements as made

HERE = "/lundby/overenskommelse/"


@pytest.fixture
def settled(coordinator, municipality, police):
    return made.settled(coordinator, municipality, police)


def test_where_there_is_none_the_page_says_what_it_would_be(municipality, words):
    assert "Ingen överenskommelse här ännu." in words(HERE)


def test_the_answer_comes_first(settled, words):
    said = words(HERE)
    assert (
        "Överenskommelsen gäller till och med 31 december 2026. "
        "Tecknas ingen ny förlängs den tills vidare." in said
    )
    assert "Den skulle ha följts upp senast 1 januari 2025." in said
    for part in ("Minska brottsligheten", "Trygghet i centrum", "Otrygghet på torget"):
        assert part in said
    assert "antal vandringar" in said
    assert "Lundby kommun har en kontakt." in said


def test_who_approved_is_shown_in_order_with_time_and_fingerprint(settled, words):
    said = words(HERE)
    assert "7 januari 2026 kl. 10.00" in said
    assert settled.version.fingerprint[:12] in said
    assert said.index("kl. 10.00 Lundby kommun") < said.index("kl. 10.00 Lokalpolisområde")


def test_a_draft_is_nowhere(coordinator, municipality, police, get, words):
    row = made.agreement(coordinator, municipality, police)
    assert row.name not in words(HERE)
    get(f"{HERE}2023-2026/", 404)


def test_what_is_under_work_does_not_show(settled, words):
    settled.purposes.update(text="Något annat")
    assert "Något annat" not in words(HERE)


def test_the_earlier_one_keeps_its_page(settled, coordinator, words):
    new = services.renew(
        coordinator,
        settled,
        name="Samverkansöverenskommelse 2025-2028",
        period=parse("2025-2028"),
        changes="Fler mål.",
        now=made.NOW,
    )
    made.settle(new, coordinator)
    cached.clear()
    assert "2025-2028" in words(HERE)
    assert "Fler mål." in words(HERE)
    assert "Överenskommelsen gällde till och med 31 december 2024." in words(
        f"{HERE}2023-2026/"
    )


def test_a_joint_one_is_read_in_both_municipalities(
    coordinator, municipality, police, words
):
    other = make.municipality("Sjövik kommun")
    made.settled(coordinator, municipality, other, police)
    assert "Minska brottsligheten" in words("/sjovik/overenskommelse/")


def test_one_that_ran_out_says_that_nothing_has_replaced_it(
    coordinator, municipality, police, words
):
    made.settled(
        coordinator, municipality, police, period="2025", prolongation=Prolongation.NONE
    )
    assert "löpte ut 31 december 2025 och har inte ersatts" in words(HERE)


def test_only_web_addresses_become_links(coordinator, municipality, police, get):
    contents = ContentsDraft(
        purposes=("Syfte",),
        fields=(("", "Område"),),
        statutes=(
            StatuteDraft(Statute.OTHER, "Ond", "javascript:alert(1)"),
            StatuteDraft(Statute.RISK, "God", "https://example.org/plan"),
        ),
    )
    row = made.agreement(coordinator, municipality, police, contents=contents)
    made.settle(row, coordinator)
    said = get(HERE).content.decode()
    assert "javascript:" not in said
    assert 'href="https://example.org/plan"' in said


def test_the_page_in_english_marks_what_is_swedish(settled, words, get):
    said = words(f"/en{HERE}")
    assert "The agreement holds until 31 December 2026." in said
    assert '<li><span lang="sv">Minska' in get(f"/en{HERE}").content.decode()


@pytest.mark.parametrize("count", [1, 5])
def test_the_page_asks_few_questions(
    count, coordinator, municipality, police, get, django_assert_max_num_queries
):
    for year in range(count):
        row = made.settled(coordinator, municipality, police, period=f"{2020 + year}-2026")
        made.follow_up(coordinator, row, date(2026, 1, 20))
    cached.clear()
    with django_assert_max_num_queries(8):
        get(HERE)


def test_it_is_in_the_feed_and_in_the_sitemap(settled, coordinator, get):
    made.follow_up(coordinator, settled, date(2026, 2, 1))
    feed = get("/lundby/flode.xml").content.decode()
    assert "Ny överenskommelse: Samverkansöverenskommelse 2023-2026" in feed
    assert "Uppföljd överenskommelse" in feed
    assert "lundby/overenskommelse/2023-2026/" in get("/sitemap.xml").content.decode()


def test_the_municipality_and_the_promises_lead_to_it(
    settled,
    draft,
    coordinator,
    get,
    municipal_approver,
    police_approver,
    municipality,
    police,
):
    draft.cooperation_agreement = settled
    draft.save()
    make.publish(
        draft, coordinator, (municipal_approver, municipality), (police_approver, police)
    )
    assert f'href="{HERE}"' in get("/lundby/").content.decode()
    assert f'href="{HERE}2023-2026/"' in get("/lundby/loften/2026/").content.decode()


def test_made_up_ones_are_marked_and_not_indexed(
    coordinator, municipality, police, get, words
):
    made.settled(coordinator, municipality, police, is_example=True)
    assert "Överenskommelsen är påhittad" in words(HERE)
    assert get(HERE)["X-Robots-Tag"] == "noindex"


def test_a_file_that_is_not_named_is_not_handed_out(settled, get):
    get(f"{HERE}2023-2026/fil/{'0' * 64}/", 404)
