"""An EST picture through the pages: begun, written, frozen, made public, taken back."""

from datetime import UTC, date, datetime, timedelta

import pytest

from handslag.core.access import Role
from handslag.core.accounts.models import Person
from handslag.domain.incidents.models import Desk, Group, GroupMember, Incident
from handslag.domain.organisations.models import Kind, Place, PlaceKind
from handslag.domain.weeks.models import EstPicture
from tests import make
from tests.make import incidents

FEBRUARY = {"span": "2026-02"}


@pytest.fixture
def group(municipality, police) -> Group:
    incidents.desk(municipality)
    Desk.objects.update(opened_at=datetime(2025, 8, 1, tzinfo=UTC))
    for week in range(30):
        when = datetime(2025, 8, 5, 20, tzinfo=UTC) + timedelta(weeks=week)
        incidents.incident(municipality, text="Hemliga ord.", now=when)
    Place.objects.create(within=municipality, name="Torget", kind=PlaceKind.SQUARE)
    return incidents.group(municipality, police, since=date(2026, 1, 1))


def begun(browser, group: Group, span: str = "2026-02") -> str:
    """Where the new picture is."""
    here = f"/arbete/veckan/{group.public_id}/lagesbild/"
    return str(browser.post(f"{here}ny/", {"span": span}).headers["Location"])


def write(browser, mine: str, heading: str, words: str, revision: int = 0):
    typed = {"words": words, "revision": str(revision)}
    return browser.post(f"{mine}text/{heading}/", typed)


def freeze(browser, mine: str):
    """As somebody who has just seen it."""
    revision = EstPicture.objects.latest("number").revision
    return browser.post(f"{mine}frys/", {"revision": revision})


def test_a_month_is_counted_written_and_frozen(at_work, group):
    here = f"/arbete/veckan/{group.public_id}/lagesbild/"
    assert "Ingen bild" in at_work.get(here).content.decode()
    assert at_work.post(f"{here}ny/", {"span": ""}).status_code == 422
    mine = begun(at_work, group)
    said = at_work.get(mine).content.decode()
    assert "4 händelser i februari 2026" in said
    assert "för få för att bedöma" in said
    assert "Hemliga ord" not in said
    refused = freeze(at_work, mine)
    assert refused.status_code == 422
    assert "Skriv först vad siffrorna betyder" in refused.content.decode()
    pointed = write(at_work, mine, "problems", "Ring 070-174 06 05.")
    assert pointed.status_code == 422
    assert "070-174 06 05." in pointed.content.decode()
    write(at_work, mine, "problems", "Klotter.")
    at_work.post(f"{mine}rakna-om/")
    assert freeze(at_work, mine).status_code == 302
    shown = at_work.get(mine).content.decode()
    assert "version 1, fryst 2 mars 2026" in shown
    assert "Fingeravtryck" in shown
    assert write(at_work, mine, "causes", "Mer.").status_code == 302
    assert not EstPicture.objects.get().passages.get(heading="causes").words


def test_a_summary_is_made_public_and_taken_back(at_work, visitor, group):
    mine, public = begun(at_work, group), "/lundby/lagesbild/est/2026-02/"
    write(at_work, mine, "problems", "Klotter.")
    write(at_work, mine, "summary", "Lugnt på Torget.")
    freeze(at_work, mine)
    assert visitor.get(public).status_code == 404
    fine = at_work.post(f"{mine}publicera/", {"revision": "0"})
    assert fine.status_code == 422
    assert "inte visat något om de här platserna: Torget" in fine.content.decode()
    again = at_work.post(f"{mine}ny-version/").headers["Location"]
    write(at_work, again, "summary", "Lugnt i centrum.", revision=0)
    freeze(at_work, again)
    assert at_work.post(f"{again}publicera/", {"revision": "0"}).status_code == 302
    page = visitor.get(public).content.decode()
    assert "Lugnt i centrum." in page
    assert "Klotter." not in page
    assert "4 händelser" not in page
    assert public in at_work.get(again).content.decode()
    assert at_work.post(f"{again}ta-tillbaka/").status_code == 302
    assert visitor.get(public).status_code == 404


def test_who_is_overtaken_sees_both_texts(at_work, group):
    here = f"/arbete/veckan/{group.public_id}/lagesbild/"
    mine = at_work.post(f"{here}ny/", FEBRUARY).headers["Location"]
    at_work.post(f"{mine}text/causes/", {"words": "Nya ord", "revision": "0"})
    late = at_work.post(f"{mine}text/causes/", {"words": "Mina ord", "revision": "0"})
    assert late.status_code == 422
    assert "Mina ord</textarea>" in late.content.decode()
    assert ">Nya<" in late.content.decode()
    typed = {"words": "Mina ord", "revision": "0"}
    script = at_work.post(
        f"{mine}text/causes/", typed, headers={"Accept": "application/json"}
    )
    assert script.status_code == 409


def test_a_partner_reads_figures_and_only_frozen_words(at_work, signed_in, group):
    housing = make.organisation("Lundbybostäder", kind=Kind.HOUSING_COMPANY)
    GroupMember.objects.create(group=group, organisation=housing, since=date(2026, 1, 1))
    here = f"/arbete/veckan/{group.public_id}/lagesbild/"
    mine = at_work.post(f"{here}ny/", FEBRUARY).headers["Location"]
    at_work.post(f"{mine}text/problems/", {"words": "Olästa ord.", "revision": "0"})
    partner = signed_in(make.member(housing, Role.COORDINATOR))
    for address in (mine, f"{mine}projektor/"):
        said = partner.get(address).content.decode()
        assert "4 händelser" in said
        assert "Olästa ord" not in said
    assert partner.get(f"{mine}text/problems/").status_code == 403
    assert partner.get(f"{here}ny/").status_code == 403
    picture = EstPicture.objects.get()
    at_work.post(f"{mine}frys/", {"revision": picture.revision})
    assert "Olästa ord." in partner.get(mine).content.decode()


def test_a_month_that_ended_waits_on_the_first_page(at_work, group):
    here = f"/arbete/veckan/{group.public_id}/lagesbild/"
    assert "EST-lägesbild för" not in at_work.get("/arbete/").content.decode()
    at_work.post(f"{here}ny/", {"span": "2026-01"})
    said = at_work.get("/arbete/").content.decode()
    assert "EST-lägesbild för februari 2026" in said
    way = next(one for one in said.split('"') if "period=2026-02" in one)
    assert 'value="2026-02" selected' in at_work.get(way).content.decode()


def test_the_words_of_figures_are_english_on_english_pages(signed_in, coordinator, group):
    person = Person.objects.get(pk=coordinator.person_id)
    person.language = "en"
    person.save()
    browser = signed_in(coordinator)
    here = f"/arbete/veckan/{group.public_id}/lagesbild/"
    mine = browser.post(f"{here}ny/", FEBRUARY).headers["Location"]
    said = browser.get(mine).content.decode()
    assert "4 events in February 2026" in said
    assert "Damage to property" in said
    incidents.incident(group.lead, "event", now=datetime(2026, 3, 1, tzinfo=UTC))
    category = Incident.objects.latest("pk").category
    category.en = "Coming event in English"
    category.save()
    Incident.objects.filter(category=category).update(day=date(2026, 3, 5))
    board = browser.get(f"/arbete/veckan/{group.public_id}/").content.decode()
    assert "Coming event in English" in board
