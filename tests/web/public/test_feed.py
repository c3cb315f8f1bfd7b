"""The feed tells what is new, in the words that are public."""

from datetime import date
from uuid import uuid4
from xml.etree import ElementTree

import pytest

from handslag.domain.promises import services
from handslag.domain.promises.models import PromiseSet
from handslag.domain.promises.rules.words import AmendmentKind, Verdict
from tests import make

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def entries(get):
    """Title, summary and address of each entry, the latest first."""

    def read(address: str = "/lundby/flode.xml") -> list[tuple[str, str, str]]:
        response = get(address)
        assert response.headers["Content-Type"].startswith("application/atom+xml")
        feed = ElementTree.fromstring(response.content)  # noqa: S314 - our own
        return [
            (
                entry.findtext(f"{ATOM}title") or "",
                entry.findtext(f"{ATOM}summary") or "",
                entry.find(f"{ATOM}link").attrib["href"],  # type: ignore[union-attr]
            )
            for entry in feed.findall(f"{ATOM}entry")
        ]

    return read


def test_what_happens_is_told_in_order(published, coordinator, municipality, now, entries):
    make.done(
        coordinator,
        published,
        municipality,
        day=date(2026, 2, 20),
        note="Vandring vid torget.",
    )
    make.follow_up(coordinator, published, Verdict.KEPT, now=now)
    told = entries()
    assert [title for title, _, _ in told] == [
        "Uppföljning: Löftena 2026",
        "Gjort för löfte 1: Minst fyra trygghetsvandringar",
        "Nytt: Löftena 2026",
    ]
    assert told[1][1] == "Vandring vid torget."
    assert told[1][2] == "http://127.0.0.1:8000/lundby/loften/2026/1/"


def test_every_entry_has_an_id_of_its_own(published, coordinator, municipality, get):
    for _ in range(3):
        make.done(coordinator, published, municipality)
    feed = ElementTree.fromstring(get("/lundby/flode.xml").content)  # noqa: S314 - our own
    ids = [one.text for one in feed.iter(f"{ATOM}id")]
    assert len(ids) == len(set(ids)) == 5


def test_words_that_are_not_approved_are_not_told(
    published, coordinator, municipality, entries
):
    services.begin_amendment(
        coordinator,
        published,
        AmendmentKind.REVISION,
        reason="Hemligt skäl.",
        decided_on=date(2026, 3, 1),
    )
    promise = published.promises.get()
    secret = make.promise_draft(municipality, heading="Hemlig rubrik")
    services.save_promise(coordinator, promise, secret, revision=promise.revision)
    extra = services.add_promise(coordinator, published, secret)
    services.report_progress(
        coordinator,
        extra,
        services.progress.Done(date(2026, 2, 17), note="Hemlig notis"),
        organisation=municipality,
        target=None,
        token=uuid4(),
        now=published.published_at,
    )
    assert "Hemlig" not in repr(entries())
    assert "Hemligt" not in repr(entries())


def test_a_summary_says_what_it_is_in_the_feed_too(municipality, entries):
    make.retold(municipality, period="2024")
    [(title, summary, _)] = entries()
    assert title == "Nytt: Löftena 2024"
    assert "hämtad 20 januari 2026; inte kommunens egna ord." in summary
    assert "https://kommun.example/loften" in summary


def test_made_up_promises_say_so_in_the_feed(published, entries):
    PromiseSet.objects.update(is_example=True)
    published.refresh_from_db()
    published.version = make.frozen(published)
    published.save()
    assert entries()[0][1].startswith("Exempel, påhittat.")


def test_the_feed_is_there_in_english(published, entries):
    [(title, _, address)] = entries("/en/lundby/flode.xml")
    assert title == "New: The promises 2026"
    assert address.startswith("http://127.0.0.1:8000/en/")


def test_an_empty_feed_is_a_feed(municipality, entries):
    assert entries() == []
