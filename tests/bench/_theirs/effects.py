"""Weights, figures of a sample and evaluations as other libraries count them."""

from itertools import combinations

import numpy as np

from tests.bench._peer import Call, Given


def rake(given: Given) -> Call:
    """ipfn, on a table with a row for each answer, to as close as ours."""
    import pandas as pd  # noqa: PLC0415
    from ipfn.ipfn import ipfn  # noqa: PLC0415

    names = [name for name in given if name.startswith("codes")]
    rows = pd.DataFrame({name: given[name] for name in names})
    aggregates = []
    for name in names:
        totals = pd.Series(given[name.replace("codes", "totals")])
        totals.index.name = name
        aggregates.append(totals)

    def once() -> Given:
        table = rows.assign(total=1.0)
        made = ipfn(table, aggregates, [[name] for name in names], "total", 1e-10)
        return {"weights": made.iteration()["total"].to_numpy()}

    return once


def means(given: Given) -> Call:
    """svy, one mean for each group of each question, the sample made beforehand."""
    import polars as pl  # noqa: PLC0415
    import svy  # noqa: PLC0415

    questions = given["y"]
    names = [f"y{at}" for at in range(len(questions))]
    columns = dict(zip(names, questions, strict=True))
    known = {name: given[name] for name in ("w", "strata", "fpc", "group")}
    sample = svy.Sample(
        pl.DataFrame({**columns, **known}),
        svy.Design(stratum="strata", wgt="w", pop_size="fpc"),
    )

    def once() -> Given:
        found = []
        for name in names:
            made = sample.estimation.mean(name, by="group").estimates
            found.append([(one.est, one.se) for one in made])
        return {"found": np.array(found)}

    return once


def did(given: Given) -> Call:
    """statsmodels, a regression for each choice of as many areas."""
    import statsmodels.api as sm  # noqa: PLC0415

    counts, after = given["counts"], given["after"]
    areas, spans = counts.shape
    area, span = np.repeat(np.arange(areas), spans), np.tile(np.arange(spans), areas)
    levels = np.column_stack([np.eye(areas)[area], np.eye(spans)[span][:, 1:]])
    offset = np.log(given["exposure"]).ravel()

    def once() -> Given:
        found = []
        for chosen in combinations(range(areas), int(given["many"])):
            mark = np.isin(area, chosen) & after[span]
            model = sm.GLM(
                counts.ravel(),
                np.column_stack([mark.astype(float), levels]),
                family=sm.families.Poisson(),
                offset=offset,
            )
            found.append(model.fit(tol=1e-12).params[0])
        return {"log_ratios": np.array(found)}

    return once
