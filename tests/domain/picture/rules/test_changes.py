"""What changed from one frozen picture to another."""

from hypothesis import given
from hypothesis import strategies as st

from handslag.domain.picture.rules.changes import Turn, changes
from handslag.domain.picture.rules.words import Aspect
from tests.domain.picture.rules.contents import judgement, passage, picture, problem


def turns(before, after) -> dict[str, Turn]:
    return {change.id: change.turn for change in changes(before, after).problems}


def test_a_picture_does_not_differ_from_itself():
    content = picture(problem("p1"), problem("p2", state="closed"))
    assert changes(content, content).is_empty


def test_a_problem_is_found_again_by_its_id_and_not_by_its_title():
    before, after = picture(problem("p1")), picture(problem("p1", title="Nytt namn"))
    (change,) = changes(before, after).problems
    assert change.turn is Turn.KEPT
    assert [(one.what, one.before, one.after) for one in change.wording] == [
        ("title", "Problem p1", "Nytt namn")
    ]


def test_a_new_a_closed_and_a_reopened_problem_are_told():
    before = picture(problem("p1"), problem("p2", state="closed", closed_why="Löst."))
    after = picture(
        problem("p1", state="closed", closed_why="Belysningen är ny."),
        problem("p2"),
        problem("p3"),
    )
    assert turns(before, after) == {
        "p1": Turn.CLOSED,
        "p2": Turn.REOPENED,
        "p3": Turn.NEW,
    }
    (closed,) = changes(before, after).of(Turn.CLOSED)
    assert closed.why == "Belysningen är ny."


def test_a_problem_that_is_not_there_any_more_is_not_called_closed():
    assert turns(picture(problem("p1")), picture()) == {"p1": Turn.LEFT_OUT}


def test_a_problem_that_came_and_was_closed_in_between_is_no_news():
    assert turns(picture(), picture(problem("p1", state="closed"))) == {}


def test_another_priority_is_told_with_its_reason():
    before = picture(problem(priority="watched", priority_reason="Få fall."))
    after = picture(problem(priority="prioritised", priority_reason="Det ökar."))
    (change,) = changes(before, after).problems
    assert change.priority == ("watched", "prioritised")
    assert change.why == "Det ökar."


def test_another_judgement_is_told_with_how_sure_one_was():
    before = picture(problem(judgements=[judgement(confidence="low")]))
    after = picture(problem(judgements=[judgement(confidence="high"), judgement("trend")]))
    (change,) = changes(before, after).problems
    extent, trend = change.judgements
    assert (extent.aspect, trend.aspect) == (Aspect.EXTENT, Aspect.TREND)
    assert extent.before
    assert extent.after
    assert (extent.before["confidence"], extent.after["confidence"]) == ("low", "high")
    assert trend.before is None


def test_a_part_that_reads_differently_is_told():
    after = picture(problem())
    after["parts"]["analysis"] = [passage("Ny analys.")]
    (part,) = changes(picture(problem()), after).parts
    assert (part.what, part.after) == ("analysis", "Ny analys.")


def test_white_space_is_no_change():
    after = picture(problem())
    after["parts"]["analysis"] = [passage("Text. \n")]
    assert changes(picture(problem()), after).is_empty


KEYS = st.lists(st.sampled_from("abcdef"), unique=True, max_size=6)
STATES = st.sampled_from(["open", "closed"])


@given(st.dictionaries(st.sampled_from("abcdef"), STATES), st.data())
def test_every_open_problem_of_either_version_is_accounted_for(then, data):
    now = data.draw(st.dictionaries(st.sampled_from("abcdef"), STATES))
    before = picture(*(problem(key, state=state) for key, state in then.items()))
    after = picture(*(problem(key, state=state) for key, state in now.items()))
    told = turns(before, after)
    for key in set(then) | set(now):
        same = then.get(key) == now.get(key)
        never_open = "open" not in {then.get(key), now.get(key)}
        assert (key in told) == (not same and not never_open)
