"""The page of results, and where the number of inhabitants is typed."""

from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from handslag.core.sheets.writing import workbook
from handslag.domain.surveys import services
from handslag.domain.surveys.models import Count, Survey
from handslag.domain.surveys.rules import Background
from tests.make import counted, surveys
from tests.make.counted import TIMER, chose, many
from tests.make.surveys import FEARS, NOW, SAFE, SEX
from tests.web import pages

AGE = replace(surveys.AGE, background=Background.AGE)


def at(row, name="survey-results"):
    return reverse(f"workspace:{name}", args=[row.public_id])


def text(answer):
    return answer.content.decode().replace("\u00a0", " ").replace("\u202f", " ")


@pytest.fixture
def drawn(coordinator, municipality):
    """Two areas, the second with few answers; women are less safe than men."""
    row = surveys.opened(
        coordinator, municipality, (SEX, AGE, SAFE, FEARS), strata=(100, 100)
    )
    first, second = row.strata.all()
    counted.answered(
        row,
        many(
            (60, chose(sex="a", safe="d", fears=["a", "b"]) | {"age": {"n": 40}}),
            (60, chose(sex="b", safe="a") | {"age": {"n": 70}}),
        ),
        stratum=first,
    )
    counted.answered(row, many((4, chose(sex="b", safe="c"))), stratum=second)
    services.count_due(TIMER, now=NOW)
    return row


def test_before_anything_is_counted_the_page_says_why(at_work, coordinator, municipality):
    row = surveys.opened(coordinator, municipality, (SAFE,))
    assert "minst tjugo åt gången" in text(at_work.get(at(row)))


def test_the_page_begins_with_how_many_and_how_sure(at_work, drawn):
    page = text(at_work.get(at(drawn)))
    assert "124 av 200 tillfrågade har svarat, 62 %." in page
    assert "procentenheter" in page
    assert "124 svarade av 124 som fick frågan." in page
    assert "60 svarade av 64 som fick frågan." in page  # fears: the unsafe alone
    assert "Det här är första mätningen." in page


def test_the_answers_are_divided_by_one_thing_at_a_time(at_work, drawn):
    page = text(at_work.get(at(drawn), {"grupp": "kon"}))
    assert '<table class="groups"><caption>Kön</caption>' in page
    assert "lägre än alla:" in page
    assert '<table class="groups">' not in text(at_work.get(at(drawn)))


def test_a_group_of_four_is_not_shown_nor_found_by_subtraction(at_work, drawn):
    page = text(at_work.get(at(drawn), {"grupp": "omrade"}))
    assert page.count("färre än 10, eller avslöjar ett så litet tal") >= 2
    safe = page.split('id="fraga-safe"')[1].split("</section>")[0]
    assert ">120<" not in safe


def test_an_open_survey_has_no_interval(at_work, coordinator, municipality):
    row = surveys.opened(coordinator, municipality, (SEX, SAFE))
    counted.answered(row, many((40, chose(sex="a", safe="a"))))
    services.count_due(TIMER, now=NOW)
    page = text(at_work.get(at(row)))
    assert "De valde själva att svara" in page
    assert '<th scope="col" class="num">Mellan</th>' not in page
    assert 'class="interval"' not in page


def test_the_page_costs_as_many_questions_whatever_was_answered(
    at_work, drawn, django_assert_max_num_queries
):
    with django_assert_max_num_queries(8):
        at_work.get(at(drawn), {"grupp": "omrade"})


def test_numbers_of_inhabitants_are_typed_and_weigh_the_answers(at_work, drawn):
    page = pages.sent(
        at_work, at(drawn, "survey-inhabitants"), **{"sex-a": "200", "sex-b": "1 800"}
    )
    assert page.status == 200
    assert Count.objects.get(survey=drawn).is_stale
    services.count_due(TIMER, now=NOW)
    assert "Svaren är vägda så att" in text(at_work.get(at(drawn)))
    again = text(at_work.get(at(drawn, "survey-inhabitants")))
    assert 'value="1800"' in again


def taken(at_work, row, content, name="antal.csv"):
    """The page after a file was sent."""
    address = at(row, "survey-inhabitants")
    plain = content.encode() if isinstance(content, str) else content
    sent = SimpleUploadedFile(name, plain)
    return text(at_work.post(address, {"fil": sent}, follow=True))


def test_numbers_of_inhabitants_are_taken_from_a_file(at_work, drawn):
    taken(at_work, drawn, "Grupp;Antal\nKvinna;200\nMan;1 800\nOmråde 0;2000\n")
    assert dict(drawn.margins.values_list("code", "inhabitants")) == {"a": 200, "b": 1800}
    assert drawn.strata.get(code="S0").inhabitants == 2000
    assert Count.objects.get(survey=drawn).is_stale


def test_they_are_taken_from_a_workbook_too(at_work, drawn):
    content = b"".join(workbook(["Grupp", "Antal"], [["Man", 1800]]))
    taken(at_work, drawn, content, "antal.xlsx")
    assert dict(drawn.margins.values_list("code", "inhabitants")) == {"b": 1800}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("A;B\nKvinna;2\n", "två kolumner med rubrikerna Grupp och Antal"),
        ("Grupp;Antal\nKatt;2\n", "Rad 2: Katt är ingen grupp"),
        ("Grupp;Antal\nMan;2\nMan;2\n", "Rad 3: Man står två gånger"),
        ("Grupp;Antal\nMan;många\n", "Rad 2: många är inget helt antal"),
        (b"\x89PNG\r\n\x1a\n\x00\xff", ""),
    ],
)
def test_what_is_wrong_in_the_file_is_said_and_nothing_is_changed(
    at_work, drawn, content, said
):
    assert said in taken(at_work, drawn, content)
    assert not drawn.margins.exists()


def test_what_is_no_number_is_said_and_kept(at_work, drawn):
    page = pages.sent(
        at_work, at(drawn, "survey-inhabitants"), **{"sex-a": "många", "sex-b": "9"}
    )
    assert page.status == 422
    assert 'value="många"' in text(page.answer)
    assert not drawn.margins.exists()


def test_the_inhabitants_of_an_open_survey_are_refused(at_work, coordinator, municipality):
    row = surveys.opened(coordinator, municipality, (SEX, SAFE))
    page = pages.sent(at_work, at(row, "survey-inhabitants"), **{"sex-a": "9"})
    assert "Bara svaren i ett slumpmässigt urval" in text(page.answer)


def wave(coordinator, municipality, safe, follows=None, questions=(SEX, SAFE)):
    title = f"Trygghet {Survey.objects.count()}"
    row = surveys.opened(coordinator, municipality, questions, strata=(1000,), title=title)
    Survey.objects.filter(pk=row.pk).update(follows=follows)
    row.refresh_from_db()
    (area,) = row.strata.all()
    counted.answered(
        row,
        many((safe, chose(sex="a", safe="a")), (400 - safe, chose(sex="b", safe="d"))),
        stratum=area,
    )
    services.count_due(TIMER, now=NOW)
    return row


def test_a_change_since_the_last_wave_is_told_from_chance(
    at_work, coordinator, municipality
):
    first = wave(coordinator, municipality, 200)
    second = wave(coordinator, municipality, 204, first)
    third = wave(coordinator, municipality, 300, second)
    page = text(at_work.get(at(second)))
    assert "1 procentenheter (−6 till 8), kan vara slump" in page
    page = text(at_work.get(at(third)))
    assert "24 procentenheter (18 till 30), säkerställd" in page
    assert "Fler än förra gången: Mycket trygg, 75 % mot 51 %." in page


def test_a_question_that_was_changed_is_not_compared(at_work, coordinator, municipality):
    first = wave(coordinator, municipality, 200)
    other = replace(SAFE, words={"sv": "Är du trygg?"})
    second = wave(coordinator, municipality, 300, first, (SEX, other))
    page = text(at_work.get(at(second)))
    assert "Frågan eller svaren var inte desamma förra gången" in page
    assert "säkerställd" not in page.split("Är du trygg?")[1].split("</section>")[0]


def test_a_sample_is_not_compared_with_those_who_chose_themselves(
    at_work, coordinator, municipality
):
    first = surveys.opened(coordinator, municipality, (SEX, SAFE), title="Öppen")
    counted.answered(first, many((40, chose(sex="a", safe="a"))))
    services.count_due(TIMER, now=NOW)
    second = wave(coordinator, municipality, 300, first)
    page = text(at_work.get(at(second)))
    assert "Förra gången kunde alla som ville svara" in page
    assert "Förra gången</th>" not in page
