"""Things one on each line."""

from hypothesis import given
from hypothesis import strategies as st

from handslag.domain.agreements.rules.drafts import as_lines, lines


def test_marks_of_a_list_and_empty_lines_are_no_part_of_it():
    assert lines("- Minska brotten\n\n • Öka tryggheten \n- Minska brotten") == [
        "Minska brotten",
        "Öka tryggheten",
    ]


@given(st.text())
def test_what_was_read_is_read_the_same_again(text):
    assert lines(as_lines(lines(text))) == lines(text)
