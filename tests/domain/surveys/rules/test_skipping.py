"""Where paper sends whoever ticks an answer: to the next question that is theirs."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from handslag.domain.surveys.rules import Condition, Questionnaire, Section
from handslag.domain.surveys.rules.skipping import asked, next_after
from tests.make.surveys import AGE, DAY, FEARS, SAFE, SEX


def form(*questions):
    return Questionnaire(sections=(Section("s", {}, questions=questions),))


def test_whoever_is_safe_goes_past_what_is_asked_of_the_others():
    paper = form(SAFE, FEARS, AGE)
    assert next_after(paper, SAFE, "a") == AGE
    assert next_after(paper, SAFE, "c") == FEARS


def test_what_hangs_on_a_question_that_is_skipped_is_skipped_with_it():
    sex = replace(SEX, shown_if=Condition("safe", ("d",)))
    deeper = replace(DAY, shown_if=Condition("sex", ("a",)))
    paper = form(SAFE, sex, deeper)
    assert next_after(paper, SAFE, "a") is None
    assert next_after(paper, SAFE, "d") == sex
    assert next_after(form(SAFE, sex, deeper, AGE), SAFE, "a") == AGE


@given(
    st.lists(
        st.one_of(st.none(), st.tuples(st.integers(0, 5), st.sampled_from("abcd"))),
        min_size=2,
        max_size=6,
    ),
    st.data(),
)
def test_paper_sends_nobody_past_a_question_that_the_web_would_ask(hangs, data):
    """Whatever the branches: between an answer and where it leads, the web asks nothing."""
    questions = [
        replace(
            SAFE,
            key=f"q{nr}",
            shown_if=Condition(f"q{on[0]}", (on[1],)) if on and on[0] < nr else None,
        )
        for nr, on in enumerate(hangs)
    ]
    paper = form(*questions)
    chosen = {one.key: (data.draw(st.sampled_from("abcd")),) for one in questions}
    on_web = asked(paper, chosen)
    for at, one in enumerate(questions):
        if one not in on_web:
            continue
        after = next_after(paper, one, chosen[one.key][0])
        end = questions.index(after) if after else len(questions)
        assert not [skipped for skipped in questions[at + 1 : end] if skipped in on_web]
