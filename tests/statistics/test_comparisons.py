import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.statistics.comparisons import against_whole, bh, changes, holm, svy_change
from handslag.statistics.design import design
from handslag.statistics.intervals import share
from handslag.statistics.surveys import svy_mean, svy_prop
from handslag.statistics.tables import svy_table

P_VALUES = st.lists(st.floats(0, 1), max_size=30)


def prop(hits, n):
    return svy_prop(np.arange(n) < hits, design(np.ones(n)))


def test_a_change_is_the_difference_with_both_uncertainties():
    one, other = prop(120, 400), prop(200, 500)
    found = svy_change(one, other)
    # s^2 of 0/1 is n/(n-1) p q, and that by n: p q / (n - 1).
    variance = 0.3 * 0.7 / 399 + 0.4 * 0.6 / 499
    assert found.estimate == pytest.approx(0.1)
    assert found.se == pytest.approx(np.sqrt(variance))
    assert found.lower > 0
    assert found.p == pytest.approx(0.0016, abs=2e-4)  # z = 3.157, two sided
    assert found.n == 900


def test_the_same_people_asked_again_are_surer():
    one, other = prop(120, 400), prop(140, 400)
    apart = svy_change(one, other)
    panel = svy_change(one, other, cov=0.8 * one.se * other.se)
    assert panel.se < apart.se
    assert panel.p < apart.p


def test_from_nobody_to_some_is_not_sure_because_nobody_varied():
    nobody, some = prop(0, 20), prop(4, 20)
    found = svy_change(nobody, some)
    # With the variance of the four alone it would be 0.2 / 0.092, beyond chance.
    assert found.p > 0.05
    assert found.lower < 0 < found.upper
    assert "at_end" in found.flags


def test_means_are_compared_too_and_a_figure_without_error_is_not():
    one = svy_mean(np.array([1.0, 2, 3, 4]), design(np.ones(4)))
    same = svy_change(one, one)
    assert (same.estimate, same.p) == (0, 1)
    assert same.df == pytest.approx(6)
    with pytest.raises(ValueError, match="E_SHAPE"):
        svy_change(one, share(1, 4))
    with pytest.raises(ValueError, match="E_SHAPE"):
        svy_change(one, svy_mean(np.arange(4.0), design(np.ones(4)), level=0.9))


@given(st.integers(0, 60), st.integers(0, 40))
def test_a_change_back_is_the_change_turned(a, b):
    there = svy_change(prop(a, 60), prop(b, 40))
    back = svy_change(prop(b, 40), prop(a, 60))
    assert there.estimate == pytest.approx(-back.estimate)
    assert there.lower == pytest.approx(-back.upper)
    assert there.p == pytest.approx(back.p)
    assert (there.p < 0.05) == (there.lower > 0 or there.upper < 0)


def test_whole_tables_are_compared_cell_by_cell():
    rng = np.random.default_rng(1)
    tables = []
    for _ in range(2):
        codes, groups = rng.integers(0, 4, 90), rng.integers(1, 3, 90)
        tables.append(svy_table(codes, groups, design(np.ones(90)), options=3, many=2))
    found = changes(tables[0].cells(), tables[1].cells())
    for group in range(3):
        for option in range(3):
            alone = svy_change(*(table.at(group, option) for table in tables))
            assert found.difference[group, option] == pytest.approx(alone.estimate)
            assert found.se[group, option] == pytest.approx(alone.se)
            assert found.p[group, option] == pytest.approx(alone.p)
            assert found.lower[group, option] == pytest.approx(alone.lower)


def test_a_part_against_its_whole_is_a_share_of_its_distance_from_the_rest():
    # part - whole = (1 - s)(part - rest), and part and rest are drawn apart in strata.
    rng = np.random.default_rng(2)
    strata = np.repeat([0, 1], [80, 120])
    y, part = rng.normal(strata, 1), strata == 0
    sample = design(np.ones(200), strata=strata)
    found = against_whole(y, sample, part)
    one, rest = svy_mean(y, sample, domain=part), svy_mean(y, sample, domain=~part)
    assert found.estimate == pytest.approx(0.6 * (one.estimate - rest.estimate))
    assert found.se == pytest.approx(0.6 * np.hypot(one.se, rest.se))
    # As if they were independent it would seem less sure.
    assert found.se < svy_change(svy_mean(y, sample), one).se


def test_a_part_that_is_not_in_the_whole_is_refused():
    sample, part = design(np.ones(3)), np.array([True, False, False])
    with pytest.raises(ValueError, match="E_SHAPE"):
        against_whole(np.ones(3), sample, part, base=~part)
    with pytest.raises(ValueError, match="E_EMPTY"):
        against_whole(np.ones(3), sample, np.zeros(3, bool))
    with pytest.raises(ValueError, match="E_NAN"):
        against_whole(np.array([np.nan, 1, 2]), sample, part)


def test_many_comparisons_are_adjusted_as_in_the_papers():
    # R's p.adjust of 0.01, 0.02, 0.03, 0.04 by hand: Holm 4*.01, 3*.02, then never
    # less; Benjamini and Hochberg p*4/rank, never more than the next.
    p = np.array([0.04, 0.01, 0.03, 0.02])
    assert holm(p) == pytest.approx([0.06, 0.04, 0.06, 0.06])
    assert bh(p) == pytest.approx([0.04, 0.04, 0.04, 0.04])
    # The fifteen p values of Benjamini & Hochberg (1995), 4.1: four are found at 0.05.
    theirs = [
        *(0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344),
        *(0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0),
    ]
    assert (bh(np.array(theirs)) <= 0.05).sum() == 4
    assert (holm(np.array(theirs)) <= 0.05).sum() == 3


@given(P_VALUES)
def test_adjusting_keeps_the_order_and_never_makes_anything_surer(values):
    p = np.array(values)
    strict, mild = holm(p), bh(p)
    assert (p <= mild + 1e-15).all()
    assert (mild <= strict + 1e-15).all()
    assert (strict <= 1).all()
    order = np.argsort(p)
    assert (np.diff(strict[order]) >= 0).all()
    assert (np.diff(mild[order]) >= 0).all()


def test_what_could_not_be_compared_is_not_counted():
    p = np.array([[0.02, np.nan], [0.5, np.nan]])
    assert holm(p)[0, 0] == pytest.approx(0.04)
    assert np.isnan(holm(p)[:, 1]).all()
    with pytest.raises(ValueError, match="E_NEGATIVE"):
        bh(np.array([1.2]))


@pytest.mark.parametrize(("n", "weighted"), [(300, True), (60, False)])
def test_a_questionnaire_where_nothing_changed_rarely_says_that_anything_did(n, weighted):
    """At most 6 in 100 at nominal 5: single questions, and whole questionnaires of 20
    questions with Holm's correction."""
    rng = np.random.default_rng(20)
    single = together = 0
    runs, shares = 400, rng.uniform(0.08, 0.9, 20)
    strata = np.arange(n) % 3
    for _ in range(runs):
        p = []
        waves = [design(rng.uniform(1, 3, n) if weighted else np.ones(n), strata=strata)]
        waves.append(waves[0])
        for truth in shares:
            found = [svy_prop(rng.random(n) < truth, wave) for wave in waves]
            p.append(svy_change(*found).p)
        single += sum(one < 0.05 for one in p)
        together += bool((holm(np.array(p)) < 0.05).any())
    assert 0.03 * runs * 20 < single <= 0.06 * runs * 20
    assert together <= 0.06 * runs
