import json
from datetime import date
from decimal import Decimal

import pytest

from handslag.integrations import scb_population as scb
from handslag.integrations.http import Answer
from handslag.integrations.values import BadLine, State, UnreadableError

TABLE = {
    "id": ["Region", "ContentsCode", "Tid"],
    "size": [2, 1, 2],
    "dimension": {
        "Region": {"category": {"index": {"0115": 1, "0114": 0}}},
        "ContentsCode": {"category": {"index": ["BE0101N1"]}},
        "Tid": {"category": {"index": {"2023": 0, "2024": 1}}},
    },
    "value": [50_295, None, 35_090, 0],
}


def test_a_table_is_read_in_the_order_that_it_states():
    figures = scb.read(json.dumps(TABLE).encode()).figures
    assert [(f.area, f.starts.year, f.state) for f in figures] == [
        ("0114", 2023, State.VALUE),
        ("0114", 2024, State.MISSING),
        ("0115", 2023, State.VALUE),
        ("0115", 2024, State.ZERO),
    ]
    assert figures[2].amount == 35_090
    assert figures[0].ends == date(2023, 12, 31)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"size": [2, 1, 3]}, "not_a_table"),
        ({"value": None}, "not_a_table"),
        ({"size": [9_999, 99, 99]}, "not_a_table"),
    ],
)
def test_a_table_that_does_not_hold_together_is_refused(changed, code):
    with pytest.raises(UnreadableError, match=code):
        scb.read(json.dumps({**TABLE, **changed}).encode())


def test_the_question_names_areas_and_years():
    asked = []

    def fetch(_address, _agent, sent):
        asked.append(json.loads(sent))
        return Answer(200, json.dumps(TABLE).encode())

    assert scb.ask(fetch, areas=["0114"], years=[2024], agent="Handslag").figures
    chosen = {part["code"]: part["selection"]["values"] for part in asked[0]["query"]}
    assert (chosen["Region"], chosen["Tid"]) == (["0114"], ["2024"])
    with pytest.raises(UnreadableError, match="no_answer"):
        scb.ask(lambda *_: Answer(429), areas=[], years=[], agent="Handslag")


def test_a_file_is_read_and_its_bad_lines_are_named():
    rows = [
        ["kommun_kod", "kommun_namn", "population"],
        ["114", "Upplands Väsby", "50 295"],
    ]
    rows += [["Ale", "Ale", "1"], [], ["0115", "Vallentuna", "många"], ["0117"]]
    reading = scb.read_rows(rows, 2024)
    assert [(figure.area, figure.amount) for figure in reading.figures] == [
        ("0114", Decimal(50_295))
    ]
    assert reading.bad == (
        BadLine(3, "not_an_area"),
        BadLine(5, "not_a_number"),
        BadLine(6, "too_short"),
    )
    with pytest.raises(UnreadableError, match="no_such_columns"):
        scb.read_rows([["a", "b"]], 2024)
