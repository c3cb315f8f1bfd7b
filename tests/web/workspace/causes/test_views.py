"""A cause analysis is written by a coordinator with the keyboard alone."""

from urllib.parse import parse_qs, urlparse

import pytest
from django.urls import reverse

from handslag.domain.evidence.rules import Visibility
from handslag.domain.picture.models import CauseAnalysis
from handslag.domain.picture.queries.causes import causes_of
from handslag.domain.picture.rules.causes import Corner
from handslag.domain.picture.services import causes as services
from tests import make
from tests.make import causes as made
from tests.make import plans
from tests.web.pages import opened, sent


@pytest.fixture
def problem(municipality, police):
    return made.prioritised(municipality, police)


def at(problem, name="causes", *more) -> str:
    names = [problem.picture.public_id, problem.public_id, *more]
    return reverse(f"workspace:{name}", args=names)


def texts(problem) -> list[str]:
    return [one.text for one in causes_of(problem)]


def test_an_analysis_begins_with_a_sentence_and_two_choices(at_work, problem):
    page = opened(at_work, at(problem))
    assert page.says("Ingen orsak är skriven än.")
    form = opened(at_work, at(problem, "new-cause")).form(having="text")
    assert form.names - {"csrfmiddlewaretoken"} == {"text", "perspective", "corner"}
    page = sent(
        at_work,
        at(problem, "new-cause"),
        text="Ingen har uppsikt över ställen.",
        perspective="situational",
        corner="guardian",
    )
    assert page.says("En orsak. Analysen pågår.")
    assert page.says("Inte belyst än: de som begår brotten, de eller det som utsätts,")
    assert page.says("Öka risken att bli sedd")


def test_a_cause_without_words_keeps_the_choices(at_work, problem):
    page = sent(at_work, at(problem, "new-cause"), text=" ", perspective="offender")
    assert page.status == 422
    assert page.says("Skriv orsaken, i en mening.")
    assert page.form(having="text").fields["perspective"] == ["offender"]


def test_several_causes_are_written_in_a_row(at_work, coordinator, problem):
    above = made.cause(coordinator, problem, "Mörkt")
    address = f"{at(problem, 'new-cause')}?under={above.public_id}"
    answer = at_work.post(
        address, {"text": "Buskar", "perspective": "situational", "more": "1"}
    )
    assert (answer.status_code, answer["Location"]) == (302, address)
    assert above.causes.get().text == "Buskar"


def test_a_moved_cause_keeps_the_focus_where_the_hand_was(at_work, coordinator, problem):
    rows = [made.cause(coordinator, problem, text) for text in "abc"]
    answer = at_work.post(at(problem, "move-cause", rows[2].public_id), {"step": "up"})
    assert texts(problem) == ["a", "c", "b"]
    asked = parse_qs(urlparse(answer["Location"]).query)
    assert asked == {"touched": [str(rows[2].public_id)], "step": ["up"]}
    html = at_work.get(answer["Location"]).content.decode()
    assert html.count("autofocus") == 1
    assert 'value="up" autofocus' in html


def test_a_cause_that_came_first_has_the_focus_on_the_way_back(
    at_work, coordinator, problem
):
    rows = [made.cause(coordinator, problem, text) for text in "ab"]
    answer = at_work.post(at(problem, "move-cause", rows[1].public_id), {"step": "up"})
    html = at_work.get(answer["Location"]).content.decode()
    assert 'value="down" autofocus' in html


def test_a_circle_gets_its_sentence(at_work, coordinator, problem):
    above = made.cause(coordinator, problem, "Mörkt")
    below = made.cause(coordinator, problem, "Trasig lykta", under=above)
    answer = at_work.post(
        at(problem, "move-cause", above.public_id),
        {"under": str(below.public_id)},
        follow=True,
    )
    assert "En orsak kan inte hänga under sig själv" in answer.content.decode()
    assert below.causes.count() == 0


def test_two_who_word_a_cause_lose_nothing(at_work, coordinator, problem):
    row = made.cause(coordinator, problem, "Mörkt")
    address = at(problem, "cause", row.public_id)
    form = opened(at_work, address).form(having="text").fields
    services.save_cause(coordinator, row, made.draft("Ljust"), revision=1)
    form["text"] = ["Skumt"]
    answer = at_work.post(address, form)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "Någon annan ändrade texten medan ni skrev." in html
    assert "Ljust" in html
    assert "Skumt" in html
    assert texts(problem) == ["Ljust"]


def test_a_cause_is_worded_in_full(at_work, coordinator, municipality, problem):
    row = made.cause(coordinator, problem, "Mörkt")
    finding = make.evidence(municipality, "Tolv anmälningar.")
    page = sent(
        at_work,
        at(problem, "cause", row.public_id),
        kind="social",
        horizon="long",
        confidence="low",
        findings=[str(finding.public_id)],
        is_internal="on",
    )
    assert page.says("Sparat.")
    assert page.says("social · lång sikt · sett från situationen · internt")
    assert page.says("Tolv anmälningar.")


def test_a_finding_of_another_is_not_shown_in_the_tree(
    at_work, liaison_officer, police, problem
):
    own = make.evidence(police, "Bara polisens.", visibility=Visibility.OWN)
    made.cause(liaison_officer, problem, evidence=(own.pk,))
    assert not opened(at_work, at(problem)).says("Bara polisens.")


def test_a_cause_is_taken_out_after_a_question(at_work, coordinator, problem):
    row = made.cause(coordinator, problem, "Mörkt")
    made.cause(coordinator, problem, "Buskar", under=row)
    address = at(problem, "remove-cause", row.public_id)
    assert opened(at_work, address).says("Det som hänger under den blir kvar")
    assert sent(at_work, address).says("Orsaken är borttagen.")
    assert texts(problem) == ["Buskar"]


def test_a_cause_that_someone_has_just_worded_is_read_again_first(
    at_work, coordinator, problem
):
    row = made.cause(coordinator, problem, "Mörkt")
    services.save_cause(coordinator, row, made.draft("Ljust"), revision=1)
    answer = at_work.post(
        at(problem, "remove-cause", row.public_id), {"revision": "1"}, follow=True
    )
    assert "Läs den igen först." in answer.content.decode()
    assert texts(problem) == ["Ljust"]


def test_the_triangle_is_put_in_words_and_the_analysis_done(at_work, coordinator, problem):
    made.cause(coordinator, problem)
    page = sent(at_work, at(problem, "cause-words"), offender="Unga.", summary="Ljuset.")
    assert page.says("Unga.")
    assert page.says("Ljuset.")
    answer = at_work.post(at(problem, "finish-causes"), follow=True)
    assert "En orsak. Analysen är klar." in answer.content.decode()
    at_work.post(at(problem, "finish-causes"), {"reopen": "1"})
    assert not CauseAnalysis.objects.get().is_done


def test_an_analysis_without_causes_is_not_done(at_work, problem):
    answer = at_work.post(at(problem, "finish-causes"), follow=True)
    assert "Skriv minst en orsak först." in answer.content.decode()


def test_a_reader_reads_and_finds_no_buttons(reading, coordinator, problem):
    made.cause(coordinator, problem, "Mörkt")
    page = opened(reading, at(problem))
    assert page.says("Mörkt")
    assert not [form for form in page.forms if "orsaker" in form.action]
    assert not [link for link in page.links if link.endswith("/ny/")]


@pytest.mark.parametrize("count", [2, 40])
def test_a_tree_takes_as_many_queries_whatever_its_size(
    at_work, coordinator, municipality, problem, count, django_assert_max_num_queries
):
    finding = make.evidence(municipality)
    for nr in range(count):
        made.cause(coordinator, problem, f"{nr}", evidence=(finding.pk,))
    with django_assert_max_num_queries(12):
        at_work.get(at(problem))


def test_a_suggestion_leads_to_a_measure_that_answers_the_cause(
    at_work, reading, coordinator, municipality, problem
):
    why = made.cause(coordinator, problem, "Ingen har uppsikt över ställen.")
    made.cause(coordinator, problem, "Samma cyklar tas igen.", corner=Corner.TARGET)
    assert not [one for one in opened(at_work, at(problem)).links if "?cause=" in one]
    version = plans.freeze_picture(problem.picture)
    plan = plans.plan(coordinator, municipality, version)
    goal = plans.goal(coordinator, plan, problem)
    elsewhere = plans.problem(plans.picture(make.municipality("Sunnby kommun")))
    foreign = plans.cause(elsewhere, "Någon annans orsak")

    asked = [one for one in opened(at_work, at(problem)).links if "strategy=risk" in one]
    page = opened(at_work, f"{asked[0]}&cause={foreign.public_id}&strategy=nonsens")
    form = page.form(having="title").fields
    assert form["causes"] == [str(why.public_id)]
    assert form["goal"] == [str(goal.public_id)]
    page = opened(at_work, asked[0])
    assert page.form(having="title").fields["strategy"] == ["risk"]
    assert not page.says("Någon annans orsak")
    sent(at_work, asked[0], title="Lås och ljus vid ställen")
    measure = plan.measures.get()
    assert [one.cause for one in measure.answers.all()] == [why]
    assert (measure.goal, measure.strategy) == (goal, "risk")

    assert not [one for one in opened(reading, at(problem)).links if "?cause=" in one]
    assert reading.get(asked[0]).status_code == 403
