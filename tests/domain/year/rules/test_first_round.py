"""What comes next for a municipality that has not done it before."""

from handslag.domain.year.rules.first_round import (
    Begun,
    Milestone,
    Stage,
    first_round,
    next_of,
)
from handslag.domain.year.rules.law import Finding, Standing
from handslag.domain.year.rules.words import Section

NOTHING = [Finding(section, Standing.MISSING) for section in Section]


def stands(**given: Standing) -> list[Finding]:
    return [
        Finding(one.section, given.get(one.section.name, one.standing)) for one in NOTHING
    ]


def next_name(findings, begun=None, *, has_promises=False) -> str | None:
    found = next_of(first_round(findings, begun or {}, has_promises=has_promises))
    return found.milestone.value if found else None


def test_with_nothing_done_the_picture_comes_first():
    assert next_name(NOTHING) == "picture"
    assert {one.stage for one in first_round(NOTHING, {}, has_promises=False)} == {
        Stage.AHEAD
    }


def test_what_is_done_is_passed_also_when_it_is_late_or_soon_due_again():
    for standing in (Standing.DONE, Standing.DUE, Standing.LATE):
        assert next_name(stands(PICTURE=standing)) == "plan"


def test_while_others_answer_one_goes_on_with_the_next():
    done = stands(PICTURE=Standing.DONE, PLAN=Standing.DONE)
    asked = {Milestone.AGREEMENT: Begun("a", is_asked=True)}
    assert next_name(done, {Milestone.AGREEMENT: Begun("a")}) == "agreement"
    assert next_name(done, asked) == "council"


def test_when_only_answers_are_left_they_are_what_is_waited_for():
    done = stands(**{one.name: Standing.DONE for one in Section})
    asked = {Milestone.PROMISES: Begun("a", is_asked=True)}
    assert next_name(done, asked) == "promises"
    assert next_name(done, asked, has_promises=True) is None


def test_what_is_put_off_with_a_reason_is_no_step_on_the_way():
    put_off = stands(PICTURE=Standing.NOT_STARTED)
    assert next_name(put_off) == "plan"
    reached = first_round(put_off, {}, has_promises=False)
    assert Milestone.PICTURE not in {one.milestone for one in reached}
