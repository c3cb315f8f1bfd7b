"""How many know the promise: published samples alone, and no trend of one."""

import pytest

from handslag.domain.surveys import services
from handslag.domain.surveys.published.awareness import awareness_of
from tests.make.surveys import NOW
from tests.make.waves import publish, wave


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
