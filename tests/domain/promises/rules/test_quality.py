import pytest

from handslag.core.periods import Period, parse
from handslag.domain.promises.rules.quality import (
    STOPS,
    Hint,
    Promised,
    has_period,
    hints,
    is_plain,
)

GOOD = Promised(
    text="Vi går minst fyra trygghetsvandringar i centrum.",
    owners=2,
    place="centrum",
    targets=1,
    grounds=1,
)


def of(promise: Promised, period: Period | None = None, follow_ups: int = 1) -> list[Hint]:
    return hints(promise, period=period or parse("2026"), follow_ups=follow_ups)


def test_a_good_promise_gets_no_hint():
    assert of(GOOD) == []


def test_a_bare_wish_gets_every_hint_that_can_be_given():
    wish = Promised("Vi ska verka för ökad trygghet.", 0, "", 0, 0)
    assert of(wish, Period(), 0) == list(Hint)


def test_only_owner_and_period_stop():
    assert {Hint.OWNER, Hint.PERIOD} == STOPS


@pytest.mark.parametrize(
    ("words", "enough"),
    [
        ("2026", True),
        ("2024 och tills vidare", True),
        ("2019-06-01--", True),
        ("--2021-12", False),
        ("löpande", False),
        ("", False),
    ],
)
def test_a_period_ends_or_holds_until_replaced(words, enough):
    assert has_period(parse(words)) is enough


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Vi finns på torget varje fredag kväll.", True),
        ("Insatser avseende otrygghet genomförs.", False),
        ("Vi " + "och ".join(["går "] * 30) + "hem.", False),
        ("", True),
    ],
)
def test_plain_language_is_short_sentences_and_everyday_words(text, plain):
    assert is_plain(text) is plain
