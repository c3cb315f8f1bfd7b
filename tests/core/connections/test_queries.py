from datetime import UTC, datetime, timedelta

from handslag.core.access import ANYONE, system
from handslag.core.connections import queries, services
from handslag.core.connections.rules import Connector, Outcome

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
TASK = system("test")


def due():
    return queries.is_due(Connector.POLISEN, now=NOW)


def test_all_are_there_and_off_before_anyone_has_touched_them(db):
    assert [one.connector for one in queries.every()] == list(Connector)
    assert not any(one.is_on for one in queries.every())
    assert not due()


def test_what_is_on_is_due_until_it_has_answered(coordinator):
    services.turn(coordinator, Connector.POLISEN, on=True)
    assert due()
    services.note_run(TASK, Connector.POLISEN, Outcome(), dry=False, now=NOW)
    assert not due()
    assert queries.is_due(Connector.POLISEN, now=NOW + timedelta(hours=1))


def test_a_trial_is_due_though_it_is_off_and_only_once(coordinator):
    services.ask_for_trial(coordinator, Connector.POLISEN)
    assert due()
    assert queries.wants_trial(Connector.POLISEN)
    services.note_run(TASK, Connector.POLISEN, Outcome(), dry=True, now=NOW)
    assert not due()


def test_a_run_done_for_one_is_not_seen_by_another(
    coordinator, municipality, reader, elsewhere
):
    def noted(**more):
        return services.note_run(
            coordinator, Connector.TABLE, Outcome(), dry=False, now=NOW, **more
        )

    own, all_ = noted(on_behalf=municipality.pk), noted()
    assert set(queries.runs_seen_by(reader)) == {own, all_}
    assert set(queries.runs_seen_by(elsewhere)) == {all_}
    assert not queries.runs_seen_by(ANYONE)
