"""The open data: the same words as the pages, open to all, only to read."""

import csv
import hashlib
from io import StringIO
from uuid import UUID

import pytest

from handslag.domain.organisations.models import Kind
from handslag.domain.promises.rules.words import Origin, Verdict
from handslag.domain.vocabulary.models import Kind as TermKind
from handslag.web.api import interface
from tests import make

pytestmark = pytest.mark.django_db

UNKNOWN = UUID(int=1)
ADDRESSES = ["municipalities", "sets", "promises", "vocabulary/focus", "openapi.json"]


@pytest.fixture
def ask(visitor):
    def asked(address: str, status: int = 200, **headers: str):
        answer = visitor.get(f"/api/v1/{address}", headers=headers)
        assert answer.status_code == status, answer.content
        return answer

    return asked


@pytest.fixture
def retold():
    make.organisation("Örebro län", Kind.COUNTY, "18")
    home = make.municipality("Degerfors kommun", "1862", population=9_000)
    return make.retold(home, "Fler lampor.", "Tio vandringar.", outcomes={0: Verdict.KEPT})


@pytest.mark.parametrize("address", ADDRESSES)
def test_any_page_may_ask_and_nobody_gets_a_cookie(ask, address):
    answer = ask(address, Origin="https://annan.example")
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert not answer.cookies
    assert "Vary" not in answer.headers


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@pytest.mark.parametrize("address", ["municipalities", "sets", "promises.csv"])
def test_nothing_can_be_written(visitor, address, method):
    assert getattr(visitor, method)(f"/api/v1/{address}").status_code == 405


def test_every_municipality_is_there_with_what_there_is_to_read(ask, retold):
    make.municipality("Lund kommun", "1281")
    found = ask("municipalities").json()
    assert found["total"] == 2
    row = next(one for one in found["items"] if one["code"] == "1862")
    assert (row["presence"], row["promises"], row["made_up"]) == ("summary", 2, 0)
    assert row["url"].endswith("/degerfors/")
    assert ask("municipalities?county=12").json()["total"] == 1


def test_a_summary_says_so_in_every_record(ask, retold):
    notice = (
        "Sammanfattning av en offentlig sida, hämtad 2026-01-20; inte kommunens egna ord"
    )
    rows = [
        *ask("sets").json()["items"],
        *ask("promises").json()["items"],
        ask(f"sets/{retold.public_id}").json(),
    ]
    assert len(rows) == 4
    for row in rows:
        assert row["source"] == {
            "origin": "imported",
            "notice": notice,
            "url": "https://kommun.example/loften",
            "retrieved_on": "2026-01-20",
            "is_example": False,
            "licence": "CC0-1.0",
        }


def test_the_parties_own_words_carry_no_such_notice(ask, published):
    assert ask("sets").json()["items"][0]["source"]["notice"] == ""


def test_a_set_is_the_frozen_version_and_what_became_of_it(ask, published):
    found = ask(f"sets/{published.public_id}").json()
    assert found["wording"]["promises"][0]["heading"] == "Minst fyra trygghetsvandringar"
    assert found["wording"]["promises"][0]["targets"][0]["low"] == "4"
    assert found["standing"] == [
        {
            "promise": found["wording"]["promises"][0]["id"],
            "verdict": "ongoing",
            "late_since": None,
            "claims": [],
            "done": [None],
        }
    ]
    assert found["versions"][0]["fingerprint"] == published.version.fingerprint


def test_the_bytes_of_a_version_have_its_fingerprint(ask, published):
    answer = ask(f"sets/{published.public_id}/versions/1")
    assert hashlib.sha256(answer.content).hexdigest() == published.version.fingerprint
    assert answer.headers["X-Fingerprint"] == published.version.fingerprint
    ask(f"sets/{published.public_id}/versions/2", 404)


def test_nothing_that_is_not_public_can_be_asked_for(ask, draft):
    assert ask("sets").json()["total"] == 0
    assert ask("promises").json()["total"] == 0
    ask(f"sets/{draft.public_id}", 404)
    ask(f"sets/{draft.public_id}/versions/1", 404)


def test_promises_are_filtered_as_in_the_bank(ask, retold):
    found = ask("promises?verdict=kept&county=18&size=under_10").json()
    assert [row["title"] for row in found["items"]] == ["Fler lampor."]
    assert found["items"][0]["url"].endswith("/degerfors/loften/2024/1/")
    assert ask("promises?q=lamporr").json()["total"] == 1
    assert ask("promises?focus=INGET").json()["total"] == 0


def test_a_municipality_s_sets_are_found_by_code_and_by_short_name(ask, retold):
    make.retold(make.municipality("Lund kommun", "1281"), origin=Origin.RESTATED)
    for asked in ("sets?municipality=1862", "sets?municipality=degerfors"):
        assert [row["id"] for row in ask(asked).json()["items"]] == [str(retold.public_id)]
    assert ask("sets?origin=restated").json()["total"] == 1


@pytest.mark.parametrize(
    ("address", "field"),
    [
        ("promises?page=x", "page"),
        ("promises?page=0", "page"),
        ("promises?q=" + "a" * 300, "q"),
        ("sets?origin=stulen", "origin"),
        ("sets/inte-ett-id", "set_id"),
        ("municipalities?county=123", "county"),
    ],
)
def test_a_question_that_cannot_be_read_is_answered_with_what_is_wrong(ask, address, field):
    problem = ask(address, 422).json()
    assert problem["code"] == "bad_query"
    assert field in problem["message"]


@pytest.mark.parametrize("address", ["ingenting", f"sets/{UNKNOWN}", "vocabulary"])
def test_what_is_not_there_is_said_in_the_same_form(ask, address):
    problem = ask(address, 404)
    assert problem.json() == {"code": "not_found", "message": "Här finns inget offentligt."}
    assert problem.headers["Access-Control-Allow-Origin"] == "*"


def test_whoever_has_the_answer_is_told_so_until_something_changes(
    ask, retold, django_assert_max_num_queries
):
    etag = ask("promises").headers["ETag"]
    with django_assert_max_num_queries(1):
        again = ask("promises", 304, **{"If-None-Match": etag})
    assert again.content == b""
    make.retold(make.municipality("Lund kommun", "1281"))
    ask("promises", 200, **{"If-None-Match": etag})


def test_the_file_has_a_row_for_each_promise(ask, retold):
    answer = ask("promises.csv")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="loften.csv"'
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(text), delimiter=";"))
    assert [row["title"] for row in rows] == ["Fler lampor.", "Tio vandringar."]
    assert [row["verdict"] for row in rows] == ["kept", "unknown"]
    assert all("inte kommunens egna ord" in row["notice"] for row in rows)


def test_too_many_files_in_a_minute_are_refused_in_words(ask):
    for _ in range(interface.FILES_A_MINUTE):
        ask("promises.csv")
    problem = ask("promises.csv", 429).json()
    assert problem["code"] == "too_many"
    assert "Vänta en minut" in problem["message"]


def test_the_words_of_a_list_are_there_in_both_languages(ask):
    make.term(TermKind.FOCUS, "TRAFIK", "trafik", "traffic")
    found = ask("vocabulary/focus").json()
    assert found["items"] == [{"code": "TRAFIK", "sv": "trafik", "en": "traffic"}]
    ask("vocabulary/persons", 422)


def test_every_answer_that_is_given_is_declared(ask):
    schema = ask("openapi.json").json()
    assert schema["openapi"].startswith("3.1")
    for path, methods in schema["paths"].items():
        answers = methods["get"]["responses"]
        assert "200" in answers, path
        assert "422" in answers, path
        assert ("404" in answers) == ("{" in path), path
