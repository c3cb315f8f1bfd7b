"""Population and key figures, asked for when somebody has turned it on."""

import json
from datetime import UTC, datetime

import pytest

from handslag.core.access import system
from handslag.core.connections.models import Connection, Run
from handslag.core.connections.rules import Connector
from handslag.domain.series.models import Value
from handslag.domain.series.queries import population
from handslag.domain.series.rules import SeriesDraft, Source
from handslag.domain.series.services import make_series
from handslag.domain.series.tasks import fetch_kolada, fetch_population
from handslag.integrations.http import Answer

TASK = system("timer")
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
KPI = {"kpi": "N00945", "municipality": "0018", "period": 2024}
KOLADA = json.dumps({"values": [{**KPI, "values": [{"gender": "T", "value": 31}]}]})


def regions(index):
    return {"category": {"index": index}}


SCB = json.dumps(
    {
        "id": ["Region", "Tid"],
        "size": [1, 2],
        "dimension": {"Region": regions(["1862"]), "Tid": regions(["2024", "2025"])},
        "value": [9200, 9100],
    }
)


@pytest.fixture
def asked(db, settings):
    settings.CONNECTION_CONTACT = "it@lundby.example"
    return Asked()


class Asked:
    """A site that answers the same to everything, and remembers what it was asked."""

    def __init__(self):
        self.calls = []

    def __call__(self, body, status=200):
        def fetch(address, _agent, _sent):
            self.calls.append(address)
            return Answer(status, body.encode())

        return fetch


def turned(connector, **how):
    Connection.objects.create(connector=connector, **how)


def test_nobody_is_asked_until_it_is_turned_on(asked):
    assert fetch_population(TASK, now=NOW, fetch=asked(SCB)) == 0
    assert asked.calls == []


def test_population_is_fetched_once_a_week_and_noted(asked):
    turned(Connector.SCB_POPULATION, is_on=True)
    assert fetch_population(TASK, now=NOW, fetch=asked(SCB)) == 2
    assert population("1862") == {2024: 9200, 2025: 9100}
    assert fetch_population(TASK, now=NOW, fetch=asked(SCB)) == 0
    assert len(asked.calls) == 1
    assert Value.objects.filter(run=Run.objects.get().public_id).count() == 2


def test_a_trial_keeps_nothing(asked):
    turned(Connector.SCB_POPULATION, wants_trial=True)
    assert fetch_population(TASK, now=NOW, fetch=asked(SCB)) == 0
    assert not Value.objects.exists()
    assert (Run.objects.get().is_dry, Run.objects.get().new) == (True, 2)


def test_kolada_is_asked_for_the_key_figures_that_are_held(asked):
    turned(Connector.KOLADA, is_on=True)
    make_series(TASK, SeriesDraft(Source.KOLADA, "N00945", "VAB", "procent"))
    assert fetch_kolada(TASK, now=NOW, fetch=asked(KOLADA)) == 1
    assert Value.objects.get().area.code == "18"
    assert "/kpi/N00945/municipality/0000,0001," in asked.calls[0]
    assert any(",1862," in one for one in asked.calls)


def test_what_they_refuse_is_noted(asked):
    turned(Connector.SCB_POPULATION, is_on=True)
    assert fetch_population(TASK, now=NOW, fetch=asked("", 503)) == 0
    assert Run.objects.get().failure == "server"
