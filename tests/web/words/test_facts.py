import numpy as np
import pytest
from django.utils.translation import override

from handslag.statistics.comparisons import svy_change
from handslag.statistics.design import design
from handslag.statistics.effects.ratios import ratio_of_ratios
from handslag.statistics.surveys import svy_prop
from handslag.statistics.temporal.trends import trend
from handslag.statistics.verdicts import Alarm, Hot, Preliminary, verdict
from handslag.web.words.facts import Facts, facts_of
from handslag.web.words.verdicts import told


def prop(hits, n):
    return svy_prop(np.arange(n) < hits, design(np.ones(n)))


def test_the_facts_are_those_of_the_result():
    found = ratio_of_ratios(120, 70, 130, 125)
    facts = facts_of(found, area="Norrby")
    assert (facts.change, facts.low, facts.high) == (
        found.estimate,
        found.lower,
        found.upper,
    )
    assert (facts.after, facts.expected, facts.mde) == (70, found.expected, found.mde)
    assert facts_of(Alarm(19, 11), week=34) == Facts(after=19, limit=11, week=34)
    assert facts_of(Hot(14, 4.2, 0.01)) == Facts(after=14, expected=4.2)
    yearly = trend(1000 * np.exp(0.01 * np.arange(60)))
    assert facts_of(yearly).change == pytest.approx(np.exp(0.12), rel=1e-3)
    assert facts_of(Preliminary(0.9)) == Facts(registered=0.9)


def test_a_result_is_told_from_itself():
    with override("sv"):
        one, other = prop(310, 1000), prop(251, 1000)
        change = svy_change(one, other)
        facts = facts_of(change, before=one.estimate, after=other.estimate)
        said = told(verdict(change, "down"), facts)
        assert said.text.startswith("Från 31 till 25 procent (−6 procentenheter")
        assert said.goal_said == "Åt önskat håll"
        assert told(verdict(one), facts_of(one)).title == "31 procent."
