"""The page where those who are asked are drawn."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from handslag.core.audit.models import Entry
from handslag.core.sheets.writing import write_rows
from handslag.domain.organisations.models import Place, PlaceKind
from handslag.domain.surveys.rules import Selection
from tests.make import surveys
from tests.make.surveys import SAFE, SEX
from tests.web import pages

HEAD = "namn;adress;postnummer;ort;område\n"
LINES = "".join(
    f"Namn {n};Gatan {n};123 45;Lundby;{'C' if n < 9 else 'Norr'}\n" for n in range(2, 16)
)


@pytest.fixture
def row(coordinator, municipality):
    return surveys.survey(coordinator, municipality, (SEX, SAFE), selection=Selection.DRAWN)


def at(row, name="survey-sample"):
    return reverse(f"workspace:{name}", args=[row.public_id])


AREAS = {
    "omrade-0-name": "Centrum",
    "omrade-0-code": "C",
    "omrade-0-inhabitants": "900",
    "omrade-0-wanted": "3",
    "omrade-1-name": "Norr",
    "omrade-1-code": "N",
    "omrade-1-inhabitants": "300",
    "omrade-1-wanted": "2",
}


def two_areas(at_work, row):
    return pages.sent(at_work, at(row), **AREAS)


def sent(at_work, row, words, **more):
    file = SimpleUploadedFile("lista.csv", words.encode())
    return at_work.post(at(row, "survey-draw"), {"file": file, **more}, follow=True)


def text(answer):
    return answer.content.decode()


def test_areas_are_typed_and_people_drawn_from_a_file(at_work, row):
    two_areas(at_work, row)
    page = text(sent(at_work, row, HEAD + LINES, draw="1"))
    assert "Fem är dragna, i två områden." in page
    assert row.invitations.count() == 5
    lines = text_of(at_work.get(at(row, "survey-drawn-lines")))
    assert len(lines.strip().splitlines()) == 6
    assert "Gatan" not in lines


def text_of(streamed):
    return b"".join(streamed.streaming_content).decode()


def test_looking_at_a_file_keeps_nothing_of_it(at_work, row):
    two_areas(at_work, row)
    page = text(sent(at_work, row, HEAD + LINES))
    assert "Centrum: 7 rader, 3 att dra" in page
    assert "Namn 2" in page
    assert "Filen är inte sparad" in page
    assert not row.invitations.exists()
    assert "Gatan 2" not in text(at_work.get(at(row)))


def test_people_are_drawn_from_a_workbook_of_excel(at_work, row):
    two_areas(at_work, row)
    head, *lines = (HEAD + LINES).splitlines()
    out = io.BytesIO()
    write_rows(out, head.split(";"), [line.split(";") for line in lines])
    file = SimpleUploadedFile("lista.xlsx", out.getvalue())
    page = text(
        at_work.post(at(row, "survey-draw"), {"file": file, "draw": "1"}, follow=True)
    )
    assert "Fem är dragna, i två områden." in page
    assert all("Lundby" in one.address for one in row.invitations.all())


def test_bad_lines_are_named_and_left_out_if_one_says_so(at_work, row):
    two_areas(at_work, row)
    words = f"{HEAD}{LINES}Namn 99;Gatan 99;123 45;Lundby;Söder\n"
    page = text(sent(at_work, row, words, draw="1"))
    assert "Rad 16: ”Söder” är inget av områdena ovan." in page
    assert "Några rader går inte att dra." in page
    assert not row.invitations.exists()
    sent(at_work, row, words, draw="1", leave_out="on")
    assert row.invitations.count() == 5
    assert Entry.objects.get(action="surveys.drawn").details["left_out"] == 1


def test_an_unknown_column_is_told_of_and_what_was_typed_is_kept(at_work, row):
    two_areas(at_work, row)
    answer = sent(at_work, row, HEAD + LINES, area="trakt", draw="1")
    assert answer.status_code == 422
    assert "Filen har ingen kolumn ”trakt”." in text(answer)
    assert 'value="trakt"' in text(answer)


def test_lines_of_lists_on_paper_are_drawn(at_work, row):
    two_areas(at_work, row)
    there = {f"lines-{one.public_id}": "40" for one in row.strata.all()}
    page = text(at_work.post(at(row, "survey-draw-on-paper"), there, follow=True))
    assert "Fem är dragna." in page
    assert set(row.invitations.values_list("address", flat=True)) == {""}
    there = {f"lines-{one.public_id}": "1" for one in row.strata.all()}
    short = at_work.post(at(row, "survey-draw-on-paper"), there)
    assert short.status_code == 422
    assert "har bara 1 att dra ur" in text(short)


def test_the_draw_is_thrown_away(at_work, row):
    two_areas(at_work, row)
    sent(at_work, row, HEAD + LINES, draw="1")
    page = at_work.post(at(row, "survey-undo-draw"), follow=True)
    assert "Ingen är dragen än." in text(page)
    assert not row.invitations.exists()


def test_the_areas_begin_with_the_places_of_the_municipality(at_work, row, municipality):
    Place.objects.create(
        within=municipality, name="Åsen", kind=PlaceKind.LOCALITY, population=700
    )
    Place.objects.create(within=municipality, name="Torget", kind=PlaceKind.SQUARE)
    at_work.post(at(row, "survey-strata"), {"places": "1"})
    assert list(row.strata.values_list("name", "inhabitants")) == [("Åsen", 700)]
    two_areas(at_work, row)
    assert row.strata.first().place is not None


def test_what_is_wrong_with_an_area_is_said_and_nothing_typed_is_lost(at_work, row):
    typed = {"omrade-0-name": "Centrum", "omrade-0-wanted": "trehundra"}
    answer = pages.sent(at_work, at(row), **typed)
    assert answer.status == 422
    assert answer.says("Skriv ett heltal")
    form = answer.form(having="omrade-0-wanted")
    assert form.fields["omrade-0-wanted"] == ["trehundra"]


def test_two_who_change_the_areas_at_once_lose_nothing(at_work, row):
    page = pages.opened(at_work, at(row))
    two_areas(at_work, row)
    typed = {**page.form(having="omrade-0-name").fields, "omrade-0-name": "Söder"}
    late = pages.sent_as(at_work, at(row, "survey-strata"), typed)
    assert late.status == 422
    assert late.form(having="omrade-0-name").fields["omrade-0-name"] == ["Söder"]
    assert row.strata.count() == 2


def test_where_anybody_may_answer_nobody_is_drawn(at_work, coordinator, municipality):
    row = surveys.survey(coordinator, municipality, (SAFE,))
    assert "Alla som vill får svara, så ingen dras." in text(at_work.get(at(row)))


def test_the_page_asks_the_same_however_many_are_drawn(
    at_work, row, django_assert_max_num_queries, django_assert_num_queries
):
    two_areas(at_work, row)
    row.strata.update(wanted=2)
    sent(at_work, row, HEAD + LINES, draw="1")
    with django_assert_max_num_queries(15) as few:
        at_work.get(at(row))
        n = len(few)
    at_work.post(at(row, "survey-undo-draw"))
    row.strata.update(wanted=7)
    sent(at_work, row, HEAD + LINES, draw="1")
    with django_assert_num_queries(n):
        at_work.get(at(row))
