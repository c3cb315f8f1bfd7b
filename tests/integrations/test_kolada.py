import json
from datetime import date
from decimal import Decimal

import pytest

from handslag.integrations import kolada
from handslag.integrations.http import Answer
from handslag.integrations.values import State, UnreadableError


def body(values, **more):
    return json.dumps({"values": values, "count": len(values), **more}).encode()


def row(*values, kpi="N00945"):
    # Källa: Kolada. N00945 of Stockholm, 2000.
    return {"kpi": kpi, "period": 2000, "municipality": "0180", "values": list(values)}


def value(number, gender="T", status=""):
    return {"gender": gender, "count": 1, "status": status, "value": number}


def test_a_value_keeps_all_its_digits_its_place_and_its_year():
    (figure,) = kolada.read(body([row(value(31.32959689))])).figures
    assert (figure.of, figure.area, figure.sex) == ("N00945", "0180", "T")
    assert (figure.starts, figure.ends) == (date(2000, 1, 1), date(2000, 12, 31))
    assert (figure.state, figure.amount) == (State.VALUE, Decimal("31.32959689"))


def test_all_women_and_men_are_three_and_states_are_kept_apart():
    said = [value(None), value(0, "K"), value(3, "M", "Privacy")]
    found = {figure.sex: figure.state for figure in kolada.read(body([row(*said)])).figures}
    assert found == {"T": State.MISSING, "K": State.ZERO, "M": State.SECRET}


def test_a_row_that_is_none_is_named_and_the_rest_are_read():
    reading = kolada.read(body([row(value(1, "X")), {}, row(value(1))]))
    assert [(line.nr, line.reason) for line in reading.bad] == [
        (1, "not_a_sex"),
        (2, "not_a_value"),
    ]
    assert len(reading.figures) == 1


def test_at_most_25_years_are_asked_for_at_once():
    asked = kolada.addresses(["N1"], ["0180"], range(1990, 2026))
    assert [len(address.rsplit("/", 1)[1].split(",")) for address in asked] == [25, 11]


def test_pages_are_followed_and_an_indicator_that_disappeared_is_named():
    following = f"{kolada.ADDRESS}/data/kpi/N00945?page=2"
    pages = [body([row(value(1))], next_url=following), body([row(value(2))]), body([])]
    asked = []

    def fetch(address, agent, sent):
        asked.append(address)
        return Answer(200, pages[len(asked) - 1])

    told = kolada.ask(
        fetch, kpis=["N00945", "N0GONE"], areas=["0180"], years=[2000], agent="Handslag"
    )
    assert (asked[1], told.gone) == (following, ("N0GONE",))
    assert [figure.amount for figure in told.reading.figures] == [1, 2]


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (Answer(503), "no_answer"),
        (Answer(200, b"<html>"), "not_json"),
        (Answer(200, b"[]"), "not_values"),
        (Answer(200, body([], next_url="https://other.se/")), "points_elsewhere"),
        (Answer(200, body([], next_url=f"{kolada.ADDRESS}/again")), "too_large"),
    ],
)
def test_no_whole_answer_is_refused(answer, code):
    with pytest.raises(UnreadableError, match=code):
        kolada.ask(lambda *_: answer, kpis=["N1"], areas=["0180"], years=[2000], agent="H")
