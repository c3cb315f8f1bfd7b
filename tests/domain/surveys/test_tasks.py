"""What is made public of a survey: nothing in it, or in all of it, gives a person away."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handslag.core.access import ForbiddenError, Role
from handslag.domain.surveys import services, tasks
from handslag.domain.surveys.figures.released import of_groups, read_release
from handslag.domain.surveys.models import Release
from handslag.domain.surveys.rules.documents import read
from handslag.domain.surveys.rules.words import ReleaseState
from handslag.domain.surveys.services.counting import made_now
from handslag.statistics.protection import attack
from tests import make
from tests.make import counted, surveys
from tests.make.counted import TIMER, chose, many
from tests.make.surveys import FEARS, NOW, SAFE, SEX
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


def prepared(actor, row, *questions):
    release = services.ask_release(actor, row, questions)
    tasks.prepare_releases(TIMER)
    release.refresh_from_db()
    return release


def published(actor, row, *questions):
    return services.publish_release(actor, prepared(actor, row, *questions), now=NOW)


def part(release, question):
    return read_release(bytes(release.content)).figures.part(question, "")


def least_width(row, release, question):
    """How many numbers the best known hidden count can be, to one who reads it all.

    Where no group is shown at all there is nothing to work out but what all said."""
    groups = part(release, question).by
    if all(one is None for lines in groups.values() for one in lines):
        return np.inf
    made = made_now(row)
    asked = read(row.document).question(question)
    (one,) = [one for one in made.parts if one.part.question == question]
    assert asked is not None
    by = list(of_groups(made.by, asked))
    counts, cells = tasks.counts_of(one, asked, by)
    cell_hidden = read_release(bytes(release.content)).hidden[question, ""]
    hidden = frozenset(key for key, cell in cells.items() if cell in cell_hidden)
    widths = [most - least + 1 for least, most in attack(counts, hidden).values()]
    return min(widths, default=np.inf)


def test_a_small_group_is_hidden_and_the_rest_is_shown(coordinator, row):
    safe = part(published(coordinator, row, "safe"), "safe")
    assert [one and one.n for one in safe.by["sex"]] == [90, 90, None]
    assert safe.whole.n == 189


@pytest.mark.parametrize("question", ["safe", "fears"])
def test_nobody_can_work_out_what_is_hidden(coordinator, row, question):
    release = published(coordinator, row, question)
    assert least_width(row, release, question) >= tasks.K


def test_one_small_group_takes_another_with_it(coordinator, municipality):
    row = surveys.opened(coordinator, municipality, (SEX, SAFE))
    counted.answered(
        row,
        many(
            (60, chose(sex="a", safe="a")),
            (40, chose(sex="b", safe="b")),
            (3, chose(sex="c", safe="d")),
        ),
    )
    counted.closed(row)
    release = published(coordinator, row, "safe")
    groups = part(release, "safe").by["sex"]
    assert groups[2] is None
    assert sum(one is None or any(v != v for v in one.values) for one in groups) >= 2  # noqa: PLR0124
    assert least_width(row, release, "safe") >= tasks.K


def test_a_later_release_hides_and_shows_the_same(coordinator, row):
    first = published(coordinator, row, "safe")
    services.take_back(coordinator, first, why="Fel rubrik", now=NOW)
    second = published(coordinator, row, "safe", "fears")
    hidden = [
        read_release(bytes(one.content)).hidden["safe", ""] for one in (first, second)
    ]
    assert hidden[0] == hidden[1]
    assert least_width(row, second, "safe") >= tasks.K


def test_what_was_shown_before_and_gives_it_away_is_refused(coordinator, row, monkeypatch):
    monkeypatch.setattr(tasks, "FEWEST_IN_PUBLIC", 0)
    published(coordinator, row, "safe")
    monkeypatch.setattr(tasks, "FEWEST_IN_PUBLIC", 1000)
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
        assert least_width(row, release, "safe") >= tasks.K
