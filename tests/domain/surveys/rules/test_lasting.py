"""How long it takes to answer."""

from handslag.domain.surveys.rules import Questionnaire, Section
from handslag.domain.surveys.rules.lasting import minutes
from tests.make.surveys import ALL, MATRIX, SAFE


def lasting(*questions):
    return minutes(Questionnaire(sections=(Section("s", {}, questions=questions),)))


def test_nothing_takes_a_minute_and_forty_questions_take_less_than_half_an_hour():
    assert lasting() == 1
    assert 3 < lasting(*[SAFE] * 40) < 30


def test_each_line_of_a_matrix_takes_time():
    assert lasting(*[MATRIX] * 10) > 1
    assert lasting(*ALL) < lasting(*ALL, *[MATRIX] * 20)
