"""What is made public of a survey: nothing in it, or in all of it, gives a person away."""

import math

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handslag.core.access import ForbiddenError, Role
from handslag.domain.surveys import services, tasks
from handslag.domain.surveys.figures import linked
from handslag.domain.surveys.figures.released import read_release
from handslag.domain.surveys.models import Release
from handslag.domain.surveys.rules.counting import LEAST_WIDTH, MOST_WIDTH
from handslag.domain.surveys.rules.words import ReleaseState
from tests import make
from tests.domain.surveys.adversary import narrowest
from tests.make import counted, surveys
from tests.make.counted import TIMER, chose, many
from tests.make.surveys import FEARS, NOW, ORDER, SAFE, SEX
from tests.refusing import code_of


@pytest.fixture
def row(coordinator, municipality):
    """Closed; 3 in the group that is named with a third word, 6 who did not say."""
    found = surveys.opened(coordinator, municipality, (SEX, SAFE, FEARS))
    answers = many(
        (60, chose(sex="a", safe="a")),
        (30, chose(sex="a", safe="d", fears=["a", "b"])),
        (50, chose(sex="b", safe="b")),
        (40, chose(sex="b", safe="c", fears=["b"])),
        (3, chose(sex="c", safe="d", fears=["c"])),
        (6, chose(safe="b")),
    )
    counted.answered(found, answers)
    return counted.closed(found)


def prepared(actor, row, *questions, width=None):
    release = services.ask_release(actor, row, questions, width=width)
    tasks.prepare_releases(TIMER)
    release.refresh_from_db()
    return release


def published(actor, row, *questions):
    return services.publish_release(actor, prepared(actor, row, *questions), now=NOW)


def part(release, question):
    return read_release(bytes(release.content)).figures.part(question, "")


def read_all(*releases):
    """How many numbers the best known hidden count can be, to one who reads it all."""
    return narrowest(*(read_release(bytes(one.content)) for one in releases))


def test_a_small_group_is_hidden_and_the_rest_is_shown(coordinator, row):
    safe = part(published(coordinator, row, "safe"), "safe")
    assert [one and one.n for one in safe.by["sex"]] == [90, 90, None]
    assert safe.whole.n == 189


@pytest.mark.parametrize("question", ["safe", "fears"])
def test_nobody_can_work_out_what_is_hidden(coordinator, row, question):
    release = published(coordinator, row, question)
    assert read_all(release) >= LEAST_WIDTH


def test_one_small_group_takes_another_with_it(coordinator, municipality):
    row = surveys.opened(coordinator, municipality, (SEX, SAFE))
    counted.answered(
        row,
        many(
            *((60, chose(sex="a", safe=one)) for one in "ad"),
            *((40, chose(sex="b", safe=one)) for one in "ad"),
            (3, chose(sex="c", safe="d")),
        ),
    )
    counted.closed(row)
    release = published(coordinator, row, "safe")
    groups = part(release, "safe").by["sex"]
    assert groups[2] is None
    assert sum(one is None or any(v != v for v in one.values) for one in groups) >= 2  # noqa: PLR0124
    assert read_all(release) >= LEAST_WIDTH


def test_a_later_release_hides_and_shows_the_same(coordinator, row):
    first = published(coordinator, row, "safe")
    services.take_back(coordinator, first, why="Fel rubrik", now=NOW)
    second = published(coordinator, row, "safe", "fears")
    hidden = [
        read_release(bytes(one.content)).hidden["safe", ""] for one in (first, second)
    ]
    assert hidden[0] == hidden[1]
    assert read_all(first, second) >= LEAST_WIDTH


def test_what_was_shown_before_and_gives_it_away_is_refused(coordinator, row, monkeypatch):
    for module in (tasks, linked):
        monkeypatch.setattr(module, "FEWEST_IN_PUBLIC", 0)
    published(coordinator, row, "safe")
    for module in (tasks, linked):
        monkeypatch.setattr(module, "FEWEST_IN_PUBLIC", 1000)
    release = prepared(coordinator, row, "safe")
    assert release.state in {ReleaseState.REFUSED, ReleaseState.READY}
    if release.state == ReleaseState.READY:
        hidden = read_release(bytes(release.content)).hidden["safe", ""]
        assert hidden == frozenset()  # what is known cannot be hidden again


def test_a_question_that_few_answered_is_not_public(coordinator, municipality):
    row = surveys.opened(coordinator, municipality, (SAFE, FEARS))
    counted.answered(row, many((40, chose(safe="a")), (20, chose(safe="d", fears=["a"]))))
    counted.closed(row)
    fears = part(published(coordinator, row, "safe", "fears"), "fears")
    assert (fears.whole, fears.answered) == (None, 0)


def test_nothing_is_public_before_the_survey_is_closed(coordinator, municipality):
    row = surveys.opened(coordinator, municipality, (SAFE,))
    counted.answered(row, many((40, chose(safe="a"))))
    assert code_of(lambda: services.ask_release(coordinator, row, ["safe"])) == (
        "surveys.not_closed"
    )


def test_only_what_was_looked_at_is_published_and_one_at_a_time(coordinator, row):
    asked = services.ask_release(coordinator, row, ["safe"])
    publishing = lambda: services.publish_release(coordinator, asked, now=NOW)  # noqa: E731
    assert code_of(publishing) == "surveys.release_is_not_ready"
    first = published(coordinator, row, "safe")
    second = published(coordinator, row, "fears")
    states = Release.objects.order_by("number").values_list("state", flat=True)
    assert list(states) == ["dropped", "replaced", "published"]
    assert (first.number, second.number) == (2, 3)


def test_what_is_taken_back_says_why(coordinator, row):
    release = published(coordinator, row, "safe")
    back = lambda why: services.take_back(coordinator, release, why=why, now=NOW)  # noqa: E731
    assert code_of(lambda: back(" ")) == "surveys.say_why"
    assert back("Fel område").state == ReleaseState.TAKEN_BACK


@pytest.mark.parametrize("role", [Role.READER, Role.REPORTER, Role.APPROVER])
def test_only_those_who_listen_publish(municipality, row, role):
    somebody = make.member(municipality, role)
    with pytest.raises(ForbiddenError):
        services.ask_release(somebody, row, ["safe"])


# For each sex: safe; fairly unsafe and did not answer what they fear, fear burglary, fear
# robbery; the same of the very unsafe. The last did not say which sex.
LED = {
    "a": (15, 3, 30, 6, 1, 8, 39),
    "b": (27, 0, 16, 18, 0, 8, 10),
    "c": (5, 0, 1, 2, 0, 0, 2),
    "": (5, 0, 0, 1, 1, 0, 0),
}


@pytest.fixture
def led(coordinator, municipality):
    """What they fear was asked only of the unsafe."""
    found = surveys.opened(coordinator, municipality, (SEX, SAFE, FEARS))
    said = [{"safe": "a"}]
    for safe in "cd":
        said += [{"safe": safe}, *({"safe": safe, "fears": one} for one in "ab")]
    counted.answered(
        found,
        many(
            *(
                (n, chose(**({"sex": sex} if sex else {}), **one))
                for sex, numbers in LED.items()
                for n, one in zip(numbers, said, strict=True)
            )
        ),
    )
    return counted.closed(found)


def test_who_was_led_to_a_question_gives_nobody_away_who_led_there(coordinator, led):
    release = published(coordinator, led, "safe", "fears")
    assert part(release, "fears").by["sex"][0].n == 83  # it is shown all the same
    assert LEAST_WIDTH <= read_all(release) < math.inf


def test_a_question_that_is_released_later_gives_nobody_away(coordinator, led):
    first = published(coordinator, led, "safe")
    second = published(coordinator, led, "fears")
    assert LEAST_WIDTH <= read_all(first, second) < math.inf


def test_what_was_asked_of_few_is_said_nowhere(coordinator, municipality):
    row = surveys.opened(coordinator, municipality, (SAFE, FEARS))
    counted.answered(row, many((90, chose(safe="a")), (7, chose(safe="d", fears=["a"]))))
    counted.closed(row)
    fears = part(published(coordinator, row, "fears"), "fears")
    assert (fears.asked, fears.answered, fears.whole) == (0, 0, None)


def test_an_answer_that_nobody_gave_costs_no_group(coordinator, municipality):
    row = surveys.opened(coordinator, municipality, (SEX, SAFE))
    counted.answered(
        row,
        many(
            *((60, chose(sex=sex, safe=safe)) for sex in "ab" for safe in "ab"),
            *((10, chose(sex="c", safe=safe)) for safe in "ab"),
            *((8, chose(safe=safe)) for safe in "ab"),
        ),
    )
    counted.closed(row)
    release = published(coordinator, row, "safe")
    assert [one and one.n for one in part(release, "safe").by["sex"]] == [120, 120, None]
    assert LEAST_WIDTH <= read_all(release) < math.inf


def test_an_order_has_one_that_is_first_and_no_more(coordinator, municipality):
    row = surveys.opened(coordinator, municipality, (SEX, ORDER))
    first = lambda one: {"order": {"k": [one]}}  # noqa: E731
    numbers = {"a": (60, 50, 20), "b": (40, 60, 30), "c": (9, 2, 1), "": (5, 7, 1)}
    counted.answered(
        row,
        many(
            *(
                (n, (chose(sex=sex) if sex else {}) | first(one))
                for sex, own in numbers.items()
                for one, n in zip("abc", own, strict=True)
            )
        ),
    )
    counted.closed(row)
    release = published(coordinator, row, "order")
    assert LEAST_WIDTH <= read_all(release) < math.inf


def test_who_is_what_does_not_tell_how_many_of_a_small_group_answered(coordinator, led):
    """Ten of a third sex: those who answer a question are then known nearly to a man."""
    release = published(coordinator, led, "sex", "safe")
    assert part(release, "sex").whole is None
    assert part(release, "safe").by["sex"][0].n == 102
    assert LEAST_WIDTH <= read_all(release) < math.inf


def test_a_survey_may_want_more_than_the_least(coordinator, led):
    release = prepared(coordinator, led, "safe", width=9)
    assert read_all(release) >= 9
    assert read_release(bytes(release.content)).width == 9


@pytest.mark.parametrize("width", [0, LEAST_WIDTH - 1, MOST_WIDTH + 1])
def test_nobody_can_want_less_than_the_least(coordinator, led, width):
    asking = lambda: services.ask_release(coordinator, led, ["safe"], width=width)  # noqa: E731
    assert code_of(asking) == "surveys.width_out_of_bounds"


sizes = st.lists(st.integers(0, 45), min_size=12, max_size=12)


@given(sizes=sizes)
@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_whatever_was_answered_nobody_can_work_it_out(coordinator, municipality, sizes):
    row = surveys.opened(
        coordinator,
        municipality,
        (SEX, SAFE),
        title=f"Enkät {Release.objects.count()}{sizes}"[:60],
    )
    wanted = [
        (n, chose(sex="abc"[at % 3], safe="abcd"[at // 3])) for at, n in enumerate(sizes)
    ]
    counted.answered(row, many(*wanted, (40, chose(sex="a", safe="a"))))
    counted.closed(row)
    release = published(coordinator, row, "safe")
    if part(release, "safe").whole is not None:
        assert read_all(release) >= LEAST_WIDTH


def test_what_anyone_reads_is_of_those_whom_staff_have_seen_counted(coordinator, row):
    counted.answered(row, many((7, chose(sex="a", safe="a"))))
    assert read_release(bytes(prepared(coordinator, row, "safe").content)).figures.n == 189


def test_nothing_goes_out_before_it_has_been_counted(coordinator, row):
    counted.answered(row, many((10, chose(sex="a", safe="a"))))
    asking = lambda: services.ask_release(coordinator, row, ["safe"])  # noqa: E731
    assert code_of(asking) == "surveys.not_all_opened"
