from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handslag.statistics import surveys
from handslag.statistics.design import design
from handslag.statistics.samples import svy_mean, svy_prop, svy_ratio, svy_total
from handslag.statistics.weighting import poststratify
from tests.statistics.drawn import schools

# R's data set apiclus1 (all schools of 15 districts in California, package survey, Lumley
# 2004) by district and kind of school: how many schools, and of the index and of pupils
# enrolled the sums, which are all that its clustered figures are made of.
DISTRICTS = np.array(
    [
        [61, 0, 10, 7203, 3884], [61, 2, 3, 2169, 2893], [135, 0, 34, 22508, 15038],
        [178, 0, 2, 1001, 937], [178, 1, 1, 529, 388], [178, 2, 1, 547, 343],
        [197, 0, 10, 6714, 4121], [197, 2, 3, 1879, 2837], [255, 0, 13, 9185, 6475],
        [255, 2, 3, 2184, 2550], [406, 0, 2, 1116, 683], [413, 0, 1, 551, 274],
        [437, 0, 2, 963, 732], [437, 1, 1, 443, 418], [437, 2, 1, 482, 286],
        [448, 0, 9, 6858, 3794], [448, 1, 1, 703, 2147], [448, 2, 2, 1550, 1434],
        [510, 0, 16, 10593, 7535], [510, 1, 2, 1256, 3440], [510, 2, 3, 1912, 3993],
        [568, 0, 4, 2859, 842], [568, 1, 4, 2848, 1105], [568, 2, 1, 679, 233],
        [637, 0, 8, 5418, 2551], [637, 1, 1, 608, 1689], [637, 2, 2, 1333, 1841],
        [716, 0, 30, 16808, 14466], [716, 1, 3, 1577, 6195], [716, 2, 4, 2009, 5153],
        [778, 0, 1, 494, 308], [778, 2, 1, 411, 372], [815, 0, 2, 1166, 691],
        [815, 1, 1, 696, 442], [815, 2, 1, 631, 508],
    ]
)  # fmt: skip
MANY = DISTRICTS[:, 2]
DISTRICT, KIND = (np.repeat(DISTRICTS[:, column], MANY) for column in (0, 1))
INDEX, ENROLLED = (np.repeat(DISTRICTS[:, c] / MANY, MANY) for c in (3, 4))
WEIGHTS = np.full(183, 33.847)
CLUSTERS: dict[str, Any] = {"psu": DISTRICT, "fpc": np.full(183, 757)}


def rounded(found, decimals):
    return round(found.estimate, decimals), round(found.se, decimals)


def test_clusters_agree_with_the_r_package_survey():
    # R survey: svymean(~api00) and svytotal(~enroll) of svydesign(id=~dnum, weights=~pw,
    # data=apiclus1, fpc=~fpc), as its documentation prints them.
    assert rounded(svy_mean(INDEX, WEIGHTS, **CLUSTERS), 3) == (644.169, 23.542)
    total = svy_total(ENROLLED, WEIGHTS, **CLUSTERS)
    assert rounded(total, 0) == (3404941, 932235)
    assert total.df == 14


def test_poststratified_clusters_agree_with_the_r_package_survey():
    # R survey: postStratify(dclus1, ~stype, data.frame(stype=c("E","H","M"),
    # Freq=c(4421,755,1018))); svymean(~api00) 642.31, 23.921; svytotal(~enroll) 3680893,
    # 406293.
    made = poststratify(KIND, np.array([4421.0, 755, 1018]), WEIGHTS)
    assert rounded(svy_mean(INDEX, made, **CLUSTERS), 2) == (642.31, 23.92)
    total = svy_total(ENROLLED, made, **CLUSTERS)
    assert rounded(total, 0) == (3680893, 406293)
    # The same from the weights, what they were fitted to, and those before.
    known: dict[str, Any] = {"X": np.eye(3)[KIND], "initial": WEIGHTS}
    given_ = svy_total(ENROLLED, made.weights, **known, **CLUSTERS)
    assert (given_.estimate, given_.se) == pytest.approx((total.estimate, total.se))
    assert given_.se < 0.5 * svy_total(ENROLLED, made.weights, **CLUSTERS).se


def test_parts_and_rare_shares_agree_with_another_package():
    # svy 0.35, which agrees with R: apiclus1, elementary schools; schools without pupils
    # learning English, of which there are four, in the district 568.
    part = svy_mean(INDEX, WEIGHTS, domain=KIND == 0, **CLUSTERS)
    assert (part.estimate, part.se) == pytest.approx((648.8680555556, 22.3624088938))
    assert (part.lower, part.upper) == pytest.approx((600.9054586503, 696.8306524608))
    none = np.cumsum(DISTRICT == 568) * (DISTRICT == 568)
    few = (none > 0) & (none <= 4)
    logit = svy_prop(few, WEIGHTS, **CLUSTERS)
    assert logit.se == pytest.approx(0.0226224508611, abs=1e-12)
    ends = (0.00230469128414, 0.177747766823)
    assert (logit.lower, logit.upper) == pytest.approx(ends, abs=1e-11)
    beta = svy_prop(few * 1, WEIGHTS, ci="beta", **CLUSTERS)
    ends = (0.000216146832743, 0.137507763915)
    assert (beta.lower, beta.upper) == pytest.approx(ends, abs=1e-11)


def test_strata_may_be_words_and_ratios_are_those_of_r():
    strata, there, weights, tested, enrolled, _ = schools()
    words = np.array(["E", "M", "H"])[strata]
    found = svy_ratio(tested, enrolled, weights, strata=words, fpc=there)
    assert (round(found.estimate, 7), round(found.se, 9)) == (0.8369569, 0.007757103)


def test_beta_may_stand_on_more_cases_than_answered_as_in_r():
    strata = np.repeat([0, 1], 20)
    y = (strata == 1) | (np.arange(40) == 0)
    free = svy_prop(y, np.ones(40), strata=strata, ci="beta")
    capped = svy_prop(y, np.ones(40), strata=strata, ci="beta", capped=True)
    assert free.upper - free.lower < capped.upper - capped.lower


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**32))
def test_columns_say_what_a_design_of_them_says(seed):
    rng = np.random.default_rng(seed)
    strata, weights = np.arange(60) % 3, rng.uniform(1, 4, 60)
    y, x, part = rng.normal(5, 1, 60), rng.uniform(1, 2, 60), rng.random(60) < 0.7
    part[:2] = True
    drawn = design(weights, strata=strata)
    rest: dict[str, Any] = {"strata": strata, "domain": part, "level": 0.9}
    same: dict[str, Any] = {"domain": part, "level": 0.9}
    assert svy_mean(y, weights, **rest) == surveys.svy_mean(y, drawn, **same)
    assert svy_total(y, drawn, **same) == surveys.svy_total(y, drawn, **same)
    assert svy_ratio(y, x, weights, **rest) == surveys.svy_ratio(y, x, drawn, **same)


def test_what_cannot_be_is_refused():
    with pytest.raises(ValueError, match="E_SHAPE"):
        svy_prop([0, 1, 2], np.ones(3))
    with pytest.raises(ValueError, match="E_SHAPE"):
        svy_mean(np.ones(3), np.ones(3), X=np.ones((2, 1)))
    with pytest.raises(ValueError, match="E_SINGLE_PSU"):
        svy_mean(np.ones(3), np.ones(3), strata=["a", "a", "b"])
