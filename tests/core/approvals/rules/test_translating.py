from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from handslag.core.approvals.rules import fingerprint
from handslag.core.approvals.rules.translating import (
    LONGEST,
    Said,
    Step,
    TextStanding,
    carried,
    step_for,
    tidy,
)

WORDS = st.sampled_from(["", "centrum", "torget", "the centre", "the square"])
SWEDISH = st.sampled_from(["centrum", "torget", "stationen"])


@st.composite
def standing(draw) -> TextStanding:
    """A text with no translation, one that fits, or one of other words."""
    text = draw(WORDS)
    return TextStanding(draw(SWEDISH), text, fingerprint(draw(SWEDISH)) if text else "")


def saves(said: Said, now: TextStanding) -> bool:
    return step_for(said, now) is Step.SAVE


@given(typed=WORDS, then=standing(), now=standing(), holds=st.booleans())
def test_nothing_is_saved_that_its_writer_did_not_write_on(typed, then, now, holds):
    """Never over Swedish words, or a translation, that they have not seen."""
    if saves(Said(typed, seen=then.seen, holds=holds), now):
        assert then.swedish == now.swedish
        assert then.text == now.text


@given(typed=WORDS, then=standing(), now=standing(), holds=st.booleans())
def test_what_somebody_wrote_is_saved_or_stands_there_or_is_kept_back(
    typed, then, now, holds
):
    step = step_for(Said(typed, seen=then.seen, holds=holds), now)
    if step is Step.NOTHING and typed != then.text:
        assert typed == now.text


@given(typed=WORDS, now=standing())
def test_what_is_written_on_what_stands_is_saved(typed, now):
    changed = typed != now.text
    assert saves(Said(typed, seen=now.seen), now) == changed


@given(then=standing(), now=standing())
def test_a_field_that_nobody_touched_changes_nothing(then, now):
    assert step_for(Said(then.text, seen=then.seen), now) is Step.NOTHING


def test_an_old_translation_holds_for_new_words_when_somebody_says_so():
    now = TextStanding("på torget", "the square", fingerprint("torget"))
    assert not saves(Said("the square", seen=now.seen), now)
    assert saves(Said("the square", seen=now.seen, holds=True), now)


def test_each_reason_to_keep_a_text_back():
    then, other = TextStanding("torget"), TextStanding("torget", "Square")
    said = Said("the square", seen=then.seen)
    assert step_for(said, other) is Step.OVERTAKEN
    assert step_for(said, TextStanding("stationen")) is Step.REWORDED
    assert step_for(said, None) is Step.GONE
    assert step_for(Said("", seen=other.seen), None) is Step.NOTHING
    assert step_for(Said("x" * (LONGEST + 1), seen=then.seen), then) is Step.TOO_LONG
    assert step_for(Said("x" * LONGEST, seen=then.seen), then) is Step.SAVE


def test_a_text_is_kept_without_what_a_browser_adds_to_it():
    assert tidy(" one\r\ntwo\0 \n") == "one\ntwo"


PLACES = st.dictionaries(st.sampled_from("abcd"), standing(), max_size=4)
AFTER = st.dictionaries(st.sampled_from("abcd"), SWEDISH, max_size=4)


@given(before=PLACES, after=AFTER)
def test_a_translation_that_is_carried_on_is_one_that_was_there(before, after):
    kept: Mapping[str, TextStanding] = {k: one for k, one in before.items() if one.text}
    rows = {(one.of, one.text) for one in kept.values()}
    for place, one in carried(kept, after.items()).items():
        assert (one.of, one.text) in rows
        assert one.swedish == after[place]


@given(before=PLACES, after=AFTER)
def test_a_translation_is_carried_on_wherever_its_words_still_stand(before, after):
    kept = {k: one for k, one in before.items() if one.text}
    translated = {one.of for one in kept.values()}
    found = carried(kept, after.items())
    for place, swedish in after.items():
        if fingerprint(swedish) in translated:
            assert found[place].is_current


def test_what_has_moved_is_not_left_behind_as_well():
    """An activity is put before another: the old translation follows its words."""
    before = {"0": TextStanding("Gå", "Walk", fingerprint("Gå"))}
    found = carried(before, [("0", "Bjuda in"), ("1", "Gå")])
    assert found == {"1": TextStanding("Gå", "Walk", fingerprint("Gå"))}


def test_a_translation_of_changed_words_is_there_to_start_from():
    before = {"0": TextStanding("Gå", "Walk", fingerprint("Gå"))}
    assert not carried(before, [("0", "Gå fort")])["0"].is_current
