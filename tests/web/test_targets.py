"""Each way of putting a number on a promise, as people say it."""

from decimal import Decimal
from typing import Any

import pytest
from django.utils import translation

from handslag.domain.promises.models import Target
from handslag.domain.promises.rules.words import Op
from handslag.web.targets import aimed_at, in_words


def said(op: Op, low: str | None = None, unit: str = "", **more: Any) -> str:
    number = None if low is None else Decimal(low)
    return in_words(Target(op=op, low=number, unit=unit, **more))


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("minst 4 vandringar", (Op.MIN, "4", "vandringar", {"per": "period"})),
        ("1 rondering per dygn", (Op.EXACT, "1.0000", "rondering", {"per": "dygn"})),
        ("högst 5 samtal per familj", (Op.MAX, "5", "samtal", {"per": "familj"})),
        ("i snitt minst 2,5 möten per år", (Op.AVG_MIN, "2.5", "möten", {"per": "år"})),
        (
            "2–3 skolbesök per termin",
            (Op.RANGE, "2", "skolbesök", {"high": 3, "per": "termin"}),
        ),
        ("varav minst 4 vid skolor", (Op.SUBSET, "4", "vid skolor", {})),
        ("2 förslag för varje vandring", (Op.EACH, "2", "förslag", {"per": "vandring"})),
        ("100 procent av skolorna", (Op.ALL, "100", "procent av skolorna", {})),
        ("alla skolor", (Op.ALL, None, "skolor", {})),
        ("80 procent av skolorna", (Op.ALL, "80", "skolorna", {})),
        ("inom 24 timmar", (Op.WITHIN, "24", "timmar", {"per": "ärende"})),
        (
            "inom 1 vecka i minst 90 procent av fallen",
            (Op.WITHIN, "1", "vecka", {"least_share": Decimal("0.9")}),
        ),
        ("skyndsamt: sanering", (Op.PROMPT, None, "sanering", {})),
        ("flera möten", (Op.SEVERAL, None, "möten", {})),
        ("varje gång: arrangemang", (Op.ALWAYS, None, "arrangemang", {})),
        ("när någon ber om det: råd", (Op.ON_REQUEST, None, "råd", {})),
    ],
)
def test_a_target_is_said_as_people_say_it(words, target):
    op, low, unit, more = target
    assert said(op, low, unit, **more) == words


def test_every_kind_of_target_has_a_sentence():
    assert all(said(op, "3", "besök") for op in Op)


@pytest.mark.parametrize("op", [Op.MIN, Op.EXACT, Op.AVG_MIN, Op.SUBSET, Op.RANGE])
def test_without_a_number_it_says_which_way_is_good_and_invents_no_number(op):
    words = said(op, None, "anmälningar", direction="up")
    assert words == "anmälningar: mer är bättre"
    assert said(op, None, "bränder", direction="down") == "bränder: mindre är bättre"


def test_a_ceiling_without_a_number_never_says_that_more_is_better():
    assert said(Op.MAX, None, "bränder", direction="up") == "bränder: mindre är bättre"


def test_a_range_with_only_its_upper_end_is_a_ceiling():
    assert said(Op.RANGE, None, "möten", high=Decimal(3)) == "högst 3 möten"


def test_a_target_in_english():
    with translation.override("en"):
        assert (
            said(Op.MIN, "1052", "controls", per="week")
            == "at least 1,052 controls per week"
        )


def test_what_stands_beside_the_number_reached():
    target = Target(op=Op.MIN, low=Decimal(4), unit="vandringar")
    assert aimed_at(target) == "av minst 4 vandringar"
    assert aimed_at(target, Decimal("4.0000")) == "av minst 4 vandringar"


def test_a_part_stands_alone_beside_its_own_number():
    target = Target(op=Op.SUBSET, low=Decimal(4), unit="vid skolor")
    assert aimed_at(target) == "av minst 4 vid skolor"


def test_a_number_a_week_is_said_for_the_whole_period_too():
    target = Target(op=Op.MIN, low=Decimal(1), unit="kontroll", per="vecka")
    words = "av 52 under perioden (minst 1 kontroll per vecka)"
    assert aimed_at(target, Decimal(52)) == words
