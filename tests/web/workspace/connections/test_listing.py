from datetime import UTC, datetime

from handslag.core.access import system
from handslag.core.connections.rules import Connector, Counts, Outcome
from handslag.core.connections.services import note_run
from handslag.integrations.values import BadLine

LIST = "/arbete/anslutningar/"
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
TASK = system("test")


def said(browser, address=LIST):
    return browser.get(address).content.decode().replace("\xa0", " ")


def test_all_are_off_and_named_before_anyone_has_touched_them(at_work):
    page = said(at_work)
    assert "Ingenting utanför frågas" in page
    for name in ("Polisens händelsenotiser", "polisen.se", "api.kolada.se", "api.scb.se"):
        assert name in page


def test_how_it_went_last_stands_there_and_leads_to_the_run(at_work):
    outcome = Outcome(Counts(new=3, bad=(BadLine(17, "not_a_time"),)))
    run = note_run(TASK, Connector.POLISEN, outcome, dry=False, now=NOW)
    note_run(TASK, Connector.KOLADA, Outcome(failure="silent"), dry=False, now=NOW)
    page = said(at_work)
    assert "2 mars 2026 kl. 10.00" in page
    assert "Ingen svarade." in page
    address = f"{LIST}korningar/{run.public_id}/"
    assert address in page
    about = said(at_work, address)
    assert ">17<" in about
    assert "Tiden går inte att läsa." in about


def test_who_may_not_turn_it_on_is_shown_no_button(reading):
    assert f"{LIST}polisen/" not in said(reading)
