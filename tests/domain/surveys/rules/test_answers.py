"""What somebody typed is read, judged, and never kept by halves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.domain.surveys.rules import Questionnaire, Section
from handslag.domain.surveys.rules.answers import read
from handslag.domain.surveys.rules.coding import MARK, coded, columns
from handslag.domain.surveys.rules.documents import read as read_document
from handslag.domain.surveys.rules.documents import written
from handslag.domain.surveys.rules.envelopes import emptied, filled, size_of
from tests.make.surveys import AGE, ALL, DAY, FEARS, MATRIX, ORDER, SAFE, SEX, WHERE, WHY

ASKED = Questionnaire(sections=(Section("s", {"sv": "Trygghet"}, questions=ALL),))


def only(*questions):
    return Questionnaire(sections=(Section("s", {"sv": "x"}, questions=questions),))


def wrong(question, **posted):
    _, problems = read(
        only(question), {key.replace("_", "-"): v for key, v in posted.items()}
    )
    return [one.code for one in problems]


def test_each_kind_of_question_is_read():
    posted = {
        "q-sex": ["a"],
        "q-safe": ["d"],
        "q-fears": ["b", "other"],
        "q-fears-other": [" Älgar "],
        "q-parts-home": ["a"],
        "q-order-c": ["1"],
        "q-order-a": ["2"],
        "q-age": ["1 7"],
        "q-day": ["2026-02-28"],
        "q-why": ["Mörkt.\r\nOch tyst.\0"],
        "q-where-lon1": ["14,43"],
        "q-where-lat1": ["59.23"],
        "q-where-words2": ["Bakom skolan"],
    }
    answers, problems = read(ASKED, posted)
    assert problems == []
    assert answers == {
        "sex": {"o": ["a"]},
        "safe": {"o": ["d"]},
        "fears": {"o": ["b", "other"], "t": "Älgar"},
        "parts": {"r": {"home": "a"}},
        "order": {"k": ["c", "a"]},
        "age": {"n": 17},
        "day": {"d": "2026-02-28"},
        "why": {"t": "Mörkt.\nOch tyst."},
        "where": {"p": [{"at": [14.43, 59.23], "size": 50}, {"words": "Bakom skolan"}]},
    }


def test_what_is_not_asked_of_this_person_is_not_kept():
    answers, problems = read(ASKED, {"q-safe": ["a"], "q-fears": ["b"]})
    assert (answers, problems) == ({"safe": {"o": ["a"]}}, [])


def test_preferring_not_to_say_answers_a_required_question():
    answers, problems = read(only(SAFE), {"q-safe": ["declined"]})
    assert (answers, problems) == ({"safe": {"x": 1}}, [])


@pytest.mark.parametrize(
    ("question", "posted", "code"),
    [
        (SAFE, {}, "surveys.answer_is_required"),
        (SAFE, {"q_safe": ["z"]}, "surveys.unknown_option"),
        (SAFE, {"q_safe": ["a", "b"]}, "surveys.choose_one"),
        (AGE, {"q_age": ["femton"]}, "surveys.not_a_whole_number"),
        (AGE, {"q_age": ["12"]}, "surveys.out_of_bounds"),
        (DAY, {"q_day": ["2026-02-30"]}, "surveys.not_a_day"),
        (ORDER, {"q_order-a": ["1"], "q_order-b": ["1"]}, "surveys.same_place_twice"),
        (ORDER, {"q_order-a": ["4"]}, "surveys.not_a_place_in_the_order"),
        (WHY, {"q_why": ["x" * 2001]}, "surveys.text_too_long"),
        (
            WHERE,
            {"q_where-lon1": ["2.3"], "q_where-lat1": ["48.9"]},
            "surveys.not_on_the_map",
        ),
        (
            WHERE,
            {"q_where-lon1": ["nan"], "q_where-lat1": ["59"]},
            "surveys.not_on_the_map",
        ),
        (MATRIX, {"q_parts-home": ["z"]}, "surveys.unknown_option"),
        (SEX, {"q_sex": ["a", "b"]}, "surveys.choose_one"),
    ],
)
def test_wrong_input_is_named(question, posted, code):
    assert wrong(question, **posted) == [code]


def test_nothing_of_the_above_rules_out_the_others():
    question = FEARS.__class__("fears", FEARS.kind, FEARS.words, options=FEARS.options)
    assert wrong(question, q_fears=["a", "c"]) == ["surveys.rules_out_the_others"]


def test_a_document_comes_back_as_it_was():
    assert read_document(written(ASKED)) == ASKED


@pytest.mark.parametrize("document", [{}, {"format": 2}, {"format": 1, "sections": 3}])
def test_a_document_that_cannot_be_read_is_refused(document):
    with pytest.raises(ValueError, match="E_DOCUMENT"):
        read_document(document)


def test_answers_are_numbers_column_by_column():
    answers, _ = read(
        ASKED,
        {
            "q-safe": ["c"],
            "q-fears": ["a"],
            "q-parts-town": ["b"],
            "q-order-b": ["1"],
            "q-age": ["declined"],
            "q-day": ["2000-01-03"],
        },
    )
    assert coded(ASKED, answers) == {
        "sex": 1,
        "safe": 5,
        "fears.a": 4,
        "fears.b": 3,
        "fears.c": 3,
        "fears.other": 3,
        "parts.home": 1,
        "parts.town": 4,
        "order.a": 3,
        "order.b": 4,
        "order.c": 3,
        "age": MARK + 2,
        "day": 2,
    }
    assert coded(ASKED, {"safe": {"o": ["a"]}})["fears.a"] == 0


_VALUES = st.lists(
    st.one_of(
        st.text(max_size=2100),
        st.sampled_from(
            ["a", "b", "c", "d", "other", "declined", "1", "2", "59.1", "14.2"]
        ),
    ),
    max_size=3,
)
_FIELDS = st.sampled_from(
    [
        *(f"q-{one.key}" for one in ALL),
        *("q-fears-other", "q-parts-home", "q-parts-town", "q-order-a", "q-order-b"),
        *(
            "q-where-lon1",
            "q-where-lat1",
            "q-where-words1",
            "q-where-words2",
            "q-where-place1",
        ),
    ]
)


@given(st.dictionaries(_FIELDS, _VALUES))
def test_whatever_is_sent_is_read_or_named_and_fits_its_envelope(posted):
    answers, _ = read(ASKED, posted)
    size = size_of(ASKED)
    content = filled(answers, size)
    assert len(content) == size
    assert emptied(content) == answers
    codes = coded(ASKED, answers)
    assert list(codes) == [one.name for one in columns(ASKED)]


def test_the_longest_answers_fit():
    """Every text full of the longest signs, every option chosen."""
    long = "\U0001f512"
    posted = {
        "q-safe": ["d"],
        "q-sex": ["a"],
        "q-fears": ["a", "b", "other"],
        "q-fears-other": [long * 200],
        "q-why": [long * 2000],
        "q-parts-home": ["a"],
        "q-parts-town": ["b"],
        **{f"q-order-{key}": [str(nr)] for nr, key in enumerate("abc", 1)},
        "q-age": ["110"],
        "q-day": ["2026-12-31"],
    }
    for nr in "12":
        posted |= {
            f"q-where-lon{nr}": ["14.12345"],
            f"q-where-lat{nr}": ["59.12345"],
            f"q-where-size{nr}": ["400"],
            f"q-where-place{nr}": ["6a1f0d0e-1b1c-4b1e-8a7e-000000000001"],
            f"q-where-words{nr}": ['"' * 200],
        }
    answers, problems = read(ASKED, posted)
    assert problems == []
    assert len(answers) == len(ALL)
    assert emptied(filled(answers, size_of(ASKED))) == answers


def test_more_than_fits_is_not_cut():
    with pytest.raises(ValueError, match="E_TOO_LONG"):
        filled({"why": {"t": "x" * 5000}}, 1024)
