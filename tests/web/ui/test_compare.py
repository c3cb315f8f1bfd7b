"""Two wordings side by side: what a reader is shown of a change."""

from hypothesis import given
from hypothesis import strategies as st

from handslag.web.ui.compare import Kind, compare

wordings = st.text(alphabet="aåb ,.\n2", max_size=40)


def without(kind: Kind, old: str, new: str) -> str:
    return "".join(text for k, text in compare(old, new).parts if k is not kind)


@given(old=wordings, new=wordings)
def test_no_word_is_lost_or_made_up(old, new):
    assert without(Kind.ADDED, old, new) == old
    assert without(Kind.REMOVED, old, new) == new


@given(wording=wordings)
def test_a_wording_is_the_same_as_itself(wording):
    assert compare(wording, wording).same


@given(old=wordings, new=wordings)
def test_two_wordings_are_the_same_only_when_no_letter_differs(old, new):
    assert compare(old, new).same is (old == new)


def test_one_changed_word_is_shown_as_one():
    comparison = compare("minst tre vandringar", "minst fyra vandringar")
    assert comparison.parts == (
        (Kind.SAME, "minst "),
        (Kind.REMOVED, "tre"),
        (Kind.ADDED, "fyra"),
        (Kind.SAME, " vandringar"),
    )


def test_changed_words_beside_each_other_are_one_change():
    comparison = compare("går varje höst ut", "går två gånger ut")
    assert comparison.removed == ("varje höst",)
    assert comparison.added == ("två gånger",)


def test_a_comma_is_a_change_of_its_own():
    comparison = compare("i centrum", "i centrum, varje kväll")
    assert comparison.removed == ()
    assert comparison.added == (", varje kväll",)
