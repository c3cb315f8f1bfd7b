"""Moving questions loses none, and changes nothing but the order."""

from hypothesis import given
from hypothesis import strategies as st

from handslag.domain.surveys.rules.moving import Layout, question_moved, section_moved

LAYOUTS = st.lists(st.integers(0, 3), min_size=1, max_size=4).map(
    lambda sizes: [
        (f"s{nr}", [f"q{nr}{each}" for each in range(size)])
        for nr, size in enumerate(sizes)
    ]
)


def flat(layout: Layout) -> list[str]:
    return [key for _section, keys in layout for key in keys]


@given(LAYOUTS, st.data(), st.sampled_from([-1, 1]))
def test_a_question_moves_one_step_and_back_again(layout, data, by):
    keys = flat(layout)
    key = data.draw(st.sampled_from([*keys, "gone"]))
    moved = question_moved(layout, key, by)
    assert sorted(flat(moved)) == sorted(keys)
    assert [section for section, _keys in moved] == [section for section, _keys in layout]
    if moved != layout:
        assert question_moved(moved, key, -by) == layout


@given(LAYOUTS, st.data(), st.sampled_from([-1, 1]))
def test_a_section_moves_with_its_questions(layout, data, by):
    section = data.draw(st.sampled_from([*(key for key, _keys in layout), "gone"]))
    moved = section_moved(layout, section, by)
    assert sorted(moved) == sorted(layout)
    if moved != layout:
        assert section_moved(moved, section, -by) == layout


def test_past_the_end_of_a_section_a_question_comes_into_the_next():
    layout = [("one", ["a", "b"]), ("two", ["c"])]
    assert question_moved(layout, "b", 1) == [("one", ["a"]), ("two", ["b", "c"])]
    assert question_moved(layout, "c", -1) == [("one", ["a", "b", "c"]), ("two", [])]
    assert question_moved(layout, "a", -1) == layout
