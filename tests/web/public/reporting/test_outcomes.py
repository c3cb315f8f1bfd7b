"""How many reports led to something, as anyone reads it."""

import csv
from datetime import UTC, date, datetime

import pytest

from handslag.domain.incidents.models import Desk, LedShare
from handslag.domain.organisations.models import Organisation
from handslag.web.public import cached
from tests import make
from tests.make import incidents as made

PAGE = "/lundby/rapportera/vad-hande/"
KINDS = ("fixed", "partly", "measure", "open", "noted", "not_ours", "will_not")


@pytest.fixture
def lundby(db) -> Organisation:
    municipality = make.municipality("Lundby kommun")
    made.desk(municipality)
    return municipality


def released(lundby, since: str, month: str, n: int, tenths: int, **kinds: int) -> None:
    half = kinds.pop("half", None)
    parts: dict[tuple[str, ...], int] = {(one,): kinds.pop(one, 0) for one in KINDS}
    for name, number in kinds.items():
        together = tuple(name.split("__"))
        parts = {key: few for key, few in parts.items() if key[0] not in together}
        parts[together] = number
    LedShare.objects.create(
        within=lundby,
        since=date.fromisoformat(f"{since}-01"),
        month=date.fromisoformat(f"{month}-01"),
        n=n,
        tenths=tenths,
        parts=[{"fates": list(key), "n": few} for key, few in parts.items()],
        half_within=half,
        made_at=datetime(2026, 6, 2, tzinfo=UTC),
    )


def words(visitor, path: str = PAGE) -> str:
    cached.clear()
    answer = visitor.get(path)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_the_page_begins_with_the_share_of_the_last_three_months(lundby, visitor):
    released(lundby, "2025-11", "2025-12", 200, 1, fixed=20, noted=180)
    released(lundby, "2026-01", "2026-01", 30, 8, fixed=25, noted=5)
    released(lundby, "2026-02", "2026-02", 40, 7, fixed=30, noted=10)
    released(lundby, "2026-03", "2026-03", 30, 6, half=3, fixed=20, noted=10)
    page = words(visitor)
    assert "7 av 10 rapporter från januari–mars 2026 ledde till något." in page
    assert "Omkring 100 rapporter." in page
    assert "Hälften av dem från mars 2026 fick ett första svar inom 3 dagar." in page
    assert "november–december 2025" in page
    english = words(visitor, f"/en{PAGE}")
    assert "7 of 10 reports from January–March 2026 led to something." in english
    assert words(visitor, "/lundby/").count(PAGE) == 1
    assert PAGE in words(visitor, "/lundby/rapportera/")


def test_a_gap_is_not_bridged_and_what_is_of_long_stands_alone(lundby, visitor):
    released(lundby, "2026-01", "2026-01", 30, 2, fixed=5, noted=25)
    released(lundby, "2026-03", "2026-03", 30, 6, fixed=20, noted=10)
    assert "6 av 10 rapporter från mars 2026" in words(visitor)
    released(lundby, "2026-04", "2026-09", 30, 3, fixed=10, noted=20)
    assert "3 av 10 rapporter från april–september 2026" in words(visitor)


@pytest.mark.parametrize(
    ("tenths", "kinds", "said"),
    [
        (0, {"noted": 40}, "Ingen av omkring 40 rapporter från mars 2026 ledde"),
        (0, {"fixed": 5, "noted": 95}, "Färre än 1 av 10 rapporter från mars 2026"),
        (10, {"fixed": 95, "noted": 5}, "Fler än 9 av 10 rapporter från mars 2026"),
        (10, {"fixed": 40}, "Alla av omkring 40 rapporter från mars 2026 ledde"),
    ],
)
def test_none_and_few_and_all_are_told_apart(lundby, visitor, tenths, kinds, said):
    released(lundby, "2026-03", "2026-03", sum(kinds.values()), tenths, **kinds)
    assert said in words(visitor)


def test_what_could_not_be_told_apart_once_is_not_told_apart_in_the_sum(lundby, visitor):
    released(lundby, "2026-02", "2026-02", 30, 7, fixed=10, partly=10, noted=10)
    released(lundby, "2026-03", "2026-03", 30, 7, partly__measure=10, fixed=10, noted=10)
    page = words(visitor)
    assert 'Delvis åtgärdade eller en åtgärd vidtogs</th><td class="num">20<' in page
    assert 'Åtgärdade</th><td class="num">20<' in page


def test_without_a_figure_the_page_says_so_and_nothing_leads_there(lundby, visitor):
    assert "har inte redovisat än hur många rapporter" in words(visitor)
    assert visitor.get(PAGE)["X-Robots-Tag"] == "noindex"
    assert PAGE not in words(visitor, "/lundby/")
    assert PAGE not in words(visitor, "/lundby/rapportera/")


def test_what_is_made_up_says_so_in_page_and_file_and_what_is_real_does_not(
    lundby, visitor
):
    released(lundby, "2026-03", "2026-03", 30, 6, half=2, fixed=20, noted=10)
    for is_example, said in ((False, "nej"), (True, "ja")):
        Desk.objects.update(is_example=is_example)
        assert ("Påhittat för demonstrationen" in words(visitor)) is is_example
        for path in (PAGE, f"{PAGE}siffror.csv"):
            assert visitor.get(path).has_header("X-Robots-Tag") is is_example
        text = visitor.get(f"{PAGE}siffror.csv").content.decode()
        rows = list(csv.DictReader(text.splitlines(), delimiter=";"))
        assert len(rows) == len(KINDS)
        assert {row["pahittat"] for row in rows} == {said}
        assert rows[0] == {
            **{"fran": "2026-03", "till": "2026-03", "rapporter": "30", "av_tio": "6"},
            **{"halften_inom_dagar": "2", "vad": "fixed", "n": "20", "pahittat": said},
        }
