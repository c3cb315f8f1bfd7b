"""Maps as other libraries count them."""

import numpy as np

from tests.bench._peer import Call, Given


def gi_star(given: Given) -> Call:
    """esda, the weights made beforehand and binary: each square with the eight around."""
    from esda import G_Local  # noqa: PLC0415
    from libpysal.weights import fill_diagonal, lat2W  # noqa: PLC0415

    counts = given["counts"]
    weights = fill_diagonal(lat2W(*counts.shape, rook=False), 1.0)

    def once() -> Given:
        values = counts.ravel().astype(float)
        found = G_Local(values, weights, transform="B", permutations=0, star=True)
        return {"z": found.Zs.reshape(counts.shape)}

    return once


def gi_star_of_points(given: Given) -> Call:
    """numpy's histogram, libpysal's weights and esda."""
    from esda import G_Local  # noqa: PLC0415
    from libpysal.weights import fill_diagonal, lat2W  # noqa: PLC0415

    rows, columns = (int(one) for one in given["shape"])
    cell = float(given["cell"])

    def once() -> Given:
        edges = np.arange(rows + 1) * cell, np.arange(columns + 1) * cell
        counts = np.histogram2d(given["y"], given["x"], bins=edges)[0]
        weights = fill_diagonal(lat2W(rows, columns, rook=False), 1.0)
        found = G_Local(counts.ravel(), weights, transform="B", permutations=0, star=True)
        return {"z": found.Zs.reshape(rows, columns)}

    return once


def local_moran(given: Given) -> Call:
    """esda with analytic moments alone."""
    from esda import Moran_Local  # noqa: PLC0415
    from libpysal.weights import lat2W  # noqa: PLC0415

    counts = given["counts"]
    weights = lat2W(*counts.shape, rook=False)

    def once() -> Given:
        values = counts.ravel().astype(float)
        return {"i": Moran_Local(values, weights, permutations=0).Is}

    return once


def knox(given: Given) -> Call:
    """pointpats, one band, 99 exchanges."""
    from pointpats import Knox  # noqa: PLC0415

    days = given["day"].astype(float).reshape(-1, 1)
    delta, tau = float(given["delta"]), float(given["tau"])

    def once() -> Given:
        found = Knox(given["xy"], days, delta, tau, permutations=99)
        return {"observed": np.array(found.statistic_)}

    return once


def kde(given: Given) -> Call:
    """KDEpy by Fourier transform, at the same places."""
    from KDEpy import FFTKDE  # noqa: PLC0415

    points = np.column_stack([given["x"], given["y"]])
    grid = np.stack(np.meshgrid(given["to_x"], given["to_y"], indexing="ij"), axis=-1)
    places = grid.reshape(-1, 2)

    def once() -> Given:
        kernel = FFTKDE(kernel="gaussian", bw=float(given["bw"]))
        return {"density": kernel.fit(points).evaluate(places)}

    return once
