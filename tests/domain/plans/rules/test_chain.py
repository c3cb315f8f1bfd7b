from hypothesis import given
from hypothesis import strategies as st

from handslag.domain.plans.rules.chain import (
    Break,
    CauseLinks,
    Chain,
    Defect,
    MeasureLinks,
    ProblemLinks,
    PromiseLinks,
    Reason,
    VoiceLinks,
    by_kind,
    defects,
    used,
    without_reason,
)

UNBROKEN = Chain(
    problems=[ProblemLinks("p", "Skadegörelse", "plan", findings=1, measures=1)],
    causes=[CauseLinks("c", "Ingen vuxen", "plan", answers=1)],
    measures=[MeasureLinks("m", "Nattvandring", "plan", causes=1)],
    promises=[PromiseLinks("l", "Vi vandrar", "set", has_problem=True, has_effect=True)],
    voices=[VoiceLinks("v", "Torget är mörkt", told=1)],
)


def _kinds(chain):
    return [one.kind for one in defects(chain)]


def test_a_whole_chain_has_no_defects():
    assert defects(UNBROKEN) == []


def test_each_missing_link_is_named_where_it_is_missing():
    chain = Chain(
        problems=[ProblemLinks("p", "Skadegörelse", "plan", findings=0, measures=0)],
        causes=[CauseLinks("c", "Ingen vuxen", "plan")],
        measures=[MeasureLinks("m", "Vandring", "plan", 0, is_over=True)],
        promises=[PromiseLinks("l", "Vi vandrar", "set", False, False, is_over=True)],
        voices=[VoiceLinks("v", "Mörkt", told=0)],
    )
    found = {(one.kind, one.thing, one.within) for one in defects(chain)}
    assert found == {
        (Break.PROBLEM_WITHOUT_EVIDENCE, "p", "plan"),
        (Break.PROBLEM_WITHOUT_MEASURE, "p", "plan"),
        (Break.CAUSE_WITHOUT_GOAL, "c", "plan"),
        (Break.MEASURE_WITHOUT_CAUSE, "m", "plan"),
        (Break.ACTIVITY_WITHOUT_OUTCOME, "m", "plan"),
        (Break.PROMISE_WITHOUT_PROBLEM, "l", "set"),
        (Break.PROMISE_WITHOUT_EFFECT, "l", "set"),
        (Break.ACTIVITY_WITHOUT_OUTCOME, "l", "set"),
        (Break.VOICE_WITHOUT_FEEDBACK, "v", ""),
    }


def test_what_is_over_and_told_of_is_no_defect():
    told = MeasureLinks("m", "Vandring", "plan", causes=1, is_over=True, is_told=True)
    assert _kinds(Chain(measures=[told])) == []


def test_a_cause_is_led_on_by_its_root_or_by_a_part_of_it():
    tree = [
        CauseLinks("root", "Mörkt", "plan"),
        CauseLinks("answered", "Lampor är trasiga", "plan", parent="root", answers=1),
        CauseLinks("deep", "Ingen felanmäler", "plan", parent="answered"),
        CauseLinks("beside", "Buskar skymmer", "plan", parent="root"),
    ]
    assert [one.thing for one in defects(Chain(causes=tree))] == ["beside"]


def test_a_ring_of_causes_comes_to_an_end():
    ring = [CauseLinks("a", "A", "p", parent="b"), CauseLinks("b", "B", "p", parent="a")]
    assert len(defects(Chain(causes=ring))) == 2


DEFECT = Defect(Break.MEASURE_WITHOUT_CAUSE, "m", "Vandring")
OTHER = Defect(Break.MEASURE_WITHOUT_CAUSE, "n", "Lampor")


def test_a_reason_for_the_thing_lets_that_thing_through_and_no_other():
    reason = Reason(Break.MEASURE_WITHOUT_CAUSE, "Beslutat tidigare.", "m")
    assert without_reason([DEFECT, OTHER], [reason]) == [OTHER]


def test_a_reason_for_the_kind_lets_all_of_the_kind_through():
    reason = Reason(Break.MEASURE_WITHOUT_CAUSE, "Lägesbilden är äldre än Handslag.")
    problem = Defect(Break.PROBLEM_WITHOUT_MEASURE, "p", "Skadegörelse")
    assert without_reason([DEFECT, OTHER, problem], [reason]) == [problem]


def test_an_empty_reason_is_no_reason():
    reason = Reason(Break.MEASURE_WITHOUT_CAUSE, "  ", "m")
    assert without_reason([DEFECT], [reason]) == [DEFECT]
    assert used([reason], [DEFECT]) == []


def test_a_reason_for_what_was_mended_is_not_told():
    mended = Reason(Break.MEASURE_WITHOUT_CAUSE, "Beslutat tidigare.", "mended")
    whole = Reason(Break.PROBLEM_WITHOUT_MEASURE, "Vi väntar.")
    own = Reason(Break.MEASURE_WITHOUT_CAUSE, "Beslutat tidigare.", "m")
    assert used([mended, whole, own], [DEFECT]) == [own]


def test_kinds_are_counted_in_the_order_of_the_chain():
    voice = Defect(Break.VOICE_WITHOUT_FEEDBACK, "v", "Mörkt")
    assert by_kind([voice, DEFECT, OTHER]) == [
        (Break.MEASURE_WITHOUT_CAUSE, 2),
        (Break.VOICE_WITHOUT_FEEDBACK, 1),
    ]


@given(
    st.lists(st.sampled_from(list(Break)), max_size=8),
    st.sets(st.sampled_from(list(Break))),
)
def test_what_has_a_reason_and_what_has_not_are_together_all(kinds, excused):
    found = [Defect(kind, str(nr), "") for nr, kind in enumerate(kinds)]
    reasons = [Reason(kind, "Skäl.") for kind in excused]
    left = without_reason(found, reasons)
    assert [one for one in found if one.kind not in excused] == left
    assert {one.kind for one in used(reasons, found)} == set(kinds) & excused
