"""The results of a survey as a stranger reads them, and as a file."""

import csv
import io

import pytest
from django.urls import reverse

from handslag.domain.surveys import services, tasks
from handslag.web.public import cached
from tests.make import counted, surveys
from tests.make.counted import TIMER, chose, many
from tests.make.surveys import NOW, SAFE, SEX


@pytest.fixture
def row(coordinator, municipality):
    """Closed and public; three in the group that is named with a third word."""
    found = surveys.opened(coordinator, municipality, (SEX, SAFE))
    counted.answered(
        found,
        many(
            (90, chose(sex="a", safe="a")),
            (20, chose(sex="a", safe="d")),
            (90, chose(sex="b", safe="b")),
            (20, chose(sex="b", safe="d")),
            (3, chose(sex="c", safe="d")),
            (6, chose(safe="b")),
        ),
    )
    return counted.closed(found)


@pytest.fixture
def release(coordinator, row):
    asked = services.ask_release(coordinator, row, ["safe"])
    tasks.prepare_releases(TIMER)
    asked.refresh_from_db()
    return services.publish_release(coordinator, asked, now=NOW)


def at(row, name="survey-results"):
    slug = row.home.slugs.get(current=True).slug
    return reverse(f"public:{name}", args=[slug, row.occasion.slug])


def text(answer):
    return answer.content.decode().replace("\u00a0", " ").replace("\u202f", " ")


def test_nothing_is_there_before_it_is_published(client, row):
    assert client.get(at(row)).status_code == 404


def test_each_question_has_its_table_and_its_method(client, release, row):
    page = text(client.get(at(row)))
    assert "229 ville svara. De är inget urval av alla invånare." in page
    assert "Hur trygg känner du dig utomhus sent en kväll?" in page
    assert "Jämför inte med den nationella trygghetsundersökningen" in page
    assert "Är du …" not in page  # a question that was not chosen


def test_what_is_hidden_is_in_neither_page_nor_file(client, release, row):
    page = text(client.get(at(row)))
    (annat,) = [one for one in page.split("<tr>") if ">Annat<" in one]
    assert "visas inte, så att ingen kan pekas ut" in annat
    assert not any(sign.isdigit() for sign in annat.split("</th>")[1].split(">")[-2])
    lines = list(
        csv.reader(
            io.StringIO(text(client.get(at(row, "survey-results-file")))), delimiter=";"
        )
    )
    hidden = [one for one in lines if "dold" in one]
    assert len([one for one in hidden if one[3] == "Annat"]) == 4
    assert not [one for one in hidden if one[2] == "alla" and one[4] != "Mycket otrygg"]
    assert all(one[6:9] == ["", "", ""] for one in hidden)
    assert all(one[9] == "" for one in hidden if one[3] == "Annat")


def test_the_file_says_what_its_columns_hold(client, release, row):
    lines = text(client.get(at(row, "survey-results-file")))
    head, rest = lines.split("\r\n", 1)
    assert head.startswith("\ufefffraga;rad;indelning;grupp;svar;tillstand;varde")
    assert "tillstand;visas; dold" in rest or 'tillstand;"visas; dold' in rest
    assert ";alla;;Mycket trygg;visas;0.393013" in rest


def test_the_words_of_a_survey_are_no_formula(client, release, row, monkeypatch):
    monkeypatch.setattr("handslag.web.public.results.pages.said", lambda *_: "=1+1")
    lines = text(client.get(at(row, "survey-results-file"))).split("\r\n")
    assert lines[1].startswith("'=1+1;")


def test_what_is_taken_back_says_why(client, coordinator, release, row):
    services.take_back(coordinator, release, why="Fel område räknades.", now=NOW)
    page = client.get(at(row))
    assert page.status_code == 410
    assert "Fel område räknades." in text(page)


def test_a_page_costs_few_questions(client, release, row, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        client.get(at(row))


@pytest.mark.parametrize(
    "asked", ["?grupp=sex&sex=c", "?kon=a&alder=1", "?area=1&safe=d", "?filter=sex:c"]
)
def test_nobody_chooses_whom_the_figures_are_of(client, release, row, asked):
    for name in ("survey-results", "survey-results-file"):
        plain = text(client.get(at(row, name)))
        cached.clear()  # a page that is kept is the same whatever is asked for
        assert text(client.get(f"{at(row, name)}{asked}")) == plain
