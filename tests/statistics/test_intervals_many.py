import numpy as np

from handslag.statistics.intervals import Estimate, Estimates, flagged, single


def test_each_place_has_the_names_that_are_true_there():
    found = flagged((3,), few=np.array([True, False, True]), short=np.array([1, 0, 0]) > 0)
    assert list(found) == [("few", "short"), (), ("few",)]


def test_arrays_without_dimensions_are_one_figure():
    many = Estimates(
        estimate=np.array(2.0),
        lower=np.array(1.0),
        upper=np.array(3.0),
        level=0.95,
        n=np.array(7),
        method="none",
        flags=flagged((), few=np.array(True)),
    )
    assert single(Estimate, many) == Estimate(
        2.0, 1.0, 3.0, 0.95, 7, "none", flags=("few",)
    )
