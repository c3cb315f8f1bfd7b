"""Summaries of others' pages, and every page in two languages, without a cookie."""

from datetime import UTC, date, datetime

import pytest

from handslag.core.approvals.rules.translating import Said
from handslag.core.periods import parse
from handslag.domain.promises import published as public
from handslag.domain.promises import services
from handslag.domain.promises.models import (
    Document,
    Promise,
    PromiseSet,
)
from handslag.domain.promises.rules.words import (
    AmendmentKind,
    DocumentKind,
    Verdict,
)
from tests import make

SET = "/lundby/loften/2026/"


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


def test_a_joint_set_counts_at_one_address(
    municipality, police, coordinator, municipal_approver, police_approver, get, words
):
    other = make.municipality("Sjövik kommun")
    set_ = make.promise_set(coordinator, municipality, other, police)
    services.set_parties(coordinator, set_, [municipality, police], revision=set_.revision)
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
        texts={
            public.promise_place(promise.id, "heading"): Said("At least four safety walks")
        },
    )
    assert "At least four safety walks" in words(f"/en{SET}")
    assert "Part of the text is translated" in words(f"/en{SET}")
    assert "The Swedish text is the one that is approved." in words(f"/en{SET}")
    assert "At least four" not in words(SET)


def test_english_is_english_throughout_when_every_text_is_translated(
    published, coordinator, words, get
):
    texts = public.approved_texts(public.read(published.version.content))
    said = {one.key: Said(f"English {one.kind}") for one in texts}
    services.translate(coordinator, published, language="en", texts=said)
    for address in (f"/en{SET}", f"/en{SET}1/"):
        assert "The promises are translated." in words(address)
        for one in texts:
            assert f'<span lang="sv">{one.swedish}</span>' not in html(get, address)
    assert "at least 4 English unit" in words(f"/en{SET}1/").replace("At", "at")


def html(get, address) -> str:
    return str(get(address).content.decode())


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
        # A promise asks one more: whether a plan tells if it helped.
        with django_assert_max_num_queries(9):
            get(f"{prefix}{SET}1/")
