"""How many know the promise: published samples alone, and no trend of one."""

from datetime import date

import pytest

from handslag.domain.surveys import services, tasks
from handslag.domain.surveys.models import Survey
from handslag.domain.surveys.published.awareness import awareness_of
from handslag.domain.surveys.rules import Question, QuestionKind
from handslag.domain.surveys.services.drafting import SurveyDraft
from tests.make import counted, surveys
from tests.make.counted import TIMER, chose, many
from tests.make.surveys import NOW, SAFE

KNOWS = Question(
    "knows",
    QuestionKind.SINGLE,
    {"sv": "Känner du till löftet?"},
    options=surveys.options("Ja", "Nej", "Vet inte", apart=["Vet inte"]),
    bank="knows_promise",
)


def wave(actor, home, knowing, before=None, *, is_drawn=True, question=KNOWS):
    """600 who answered, of 6,000; so many of them know it."""
    title = f"Enkät {Survey.objects.count()}"
    if before is None:
        strata = (600,) if is_drawn else ()
        row = surveys.opened(actor, home, (question, SAFE), strata=strata, title=title)
    else:
        draft = SurveyDraft(title, date(2026, 3, 1), date(2026, 3, 31), before.selection)
        row = services.next_wave(actor, before, draft, now=NOW)
        surveys.stratum(row, 0, 600)
        row = services.open_survey(actor, row, now=NOW)
    answers = many((knowing, chose(knows="a")), (600 - knowing, chose(knows="b")))
    counted.answered(row, answers, stratum=row.strata.first())
    return counted.closed(row)


def publish(actor, row, *keys):
    release = services.ask_release(actor, row, keys or ["knows"])
    tasks.prepare_releases(TIMER)
    release.refresh_from_db()
    return services.publish_release(actor, release, now=NOW)


@pytest.fixture
def address(municipality):
    return municipality.slugs.get(current=True).slug


def test_nothing_is_known_before_anything_is_public(coordinator, municipality, address):
    wave(coordinator, municipality, 120)
    assert awareness_of(address).measured == ()


def test_one_measurement_has_an_interval_and_no_trend(coordinator, municipality, address):
    publish(coordinator, wave(coordinator, municipality, 120))
    found = awareness_of(address)
    (one,) = found.measured
    assert (one.share, one.n, one.invited) == (0.2, 600, 600)
    assert one.lower < one.share < one.upper
    assert found.change is None


def test_two_measurements_have_a_change_that_is_certain_or_not(
    coordinator, municipality, address
):
    first = wave(coordinator, municipality, 120)
    publish(coordinator, first)
    second = wave(coordinator, municipality, 240, first)
    publish(coordinator, second)
    found = awareness_of(address)
    assert [one.share for one in found.measured] == [0.2, 0.4]
    assert found.change
    assert found.change[0] == pytest.approx(0.2)
    assert found.is_certain
    third = wave(coordinator, municipality, 246, second)
    publish(coordinator, third)
    found = awareness_of(address)
    assert len(found.measured) == 3
    assert found.change
    assert found.change[0] == pytest.approx(0.01)
    assert not found.is_certain


def test_a_wave_before_that_is_not_public_is_not_compared_with(
    coordinator, municipality, address
):
    first = wave(coordinator, municipality, 120)
    second = wave(coordinator, municipality, 240, first)
    publish(coordinator, second)
    assert [one.share for one in awareness_of(address).measured] == [0.4]
    assert awareness_of(address).change is None


def test_those_who_chose_to_answer_are_in_no_trend(coordinator, municipality, address):
    publish(coordinator, wave(coordinator, municipality, 120, is_drawn=False))
    assert awareness_of(address).measured == ()


def test_what_is_taken_back_is_in_no_trend(coordinator, municipality, address):
    release = publish(coordinator, wave(coordinator, municipality, 120))
    services.take_back(coordinator, release, why="Fel", now=NOW)
    assert awareness_of(address).measured == ()


def test_it_is_one_question_to_the_database(
    coordinator, municipality, address, django_assert_num_queries
):
    publish(coordinator, wave(coordinator, municipality, 120))
    with django_assert_num_queries(1):
        awareness_of(address)
