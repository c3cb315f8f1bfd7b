"""Maps as other libraries count them."""

from tests.bench._peer import Call, Given


def gi_star(given: Given) -> Call:
    """esda, the weights made beforehand and binary: each square with the eight around."""
    from esda import G_Local  # noqa: PLC0415
    from libpysal.weights import fill_diagonal, lat2W  # noqa: PLC0415

    counts = given["counts"]
    weights = fill_diagonal(lat2W(*counts.shape, rook=False), 1.0)

    def once() -> Given:
        found = G_Local(
            counts.ravel().astype(float),
            weights,
            transform="B",
            permutations=0,
            star=True,
        )
        return {"z": found.Zs.reshape(counts.shape)}

    return once
