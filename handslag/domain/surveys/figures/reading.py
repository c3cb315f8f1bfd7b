"""All answers of a survey as columns, each with the area it was drawn in."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from handslag.domain.surveys.models import Block, Survey
from handslag.statistics.columns import Columns, join, unpack
from handslag.statistics.weighting import Codes


@dataclass(frozen=True, slots=True)
class Area:
    """A stratum with those that were put together with it."""

    code: str
    name: str
    inhabitants: int


@dataclass(frozen=True, slots=True, eq=False)
class Answered:
    """The answers: `strata` is the place in `areas` of each, all 0 when there are none."""

    n: int
    columns: Columns
    strata: Codes
    areas: tuple[Area, ...]
    drawn: int


def answers_of(survey: Survey) -> Answered:
    """Those that are counted: what is made of them differs by ten or by none. Two
    queries, however many there are."""
    there = areas_of(survey)
    blocks = list(Block.objects.filter(survey=survey, is_counted=True).order_by("pk"))
    strata = [np.full(one.answers, there.at(one.stratum_id), np.int64) for one in blocks]
    packed = [unpack(bytes(one.columns)) for one in blocks if one.columns]
    return Answered(
        n=sum(one.answers for one in blocks),
        columns=join(packed),
        strata=np.concatenate(strata) if strata else np.zeros(0, np.int64),
        areas=there.areas,
        drawn=there.drawn,
    )


@dataclass(frozen=True, slots=True)
class Areas:
    """The areas as they are counted, and which stratum is in which of them."""

    areas: tuple[Area, ...]
    places: Mapping[int, int]
    drawn: int

    def at(self, stratum: int | None) -> int:
        """The place in `areas`; 0 when there are none."""
        return self.places.get(stratum or 0, 0)


def areas_of(survey: Survey) -> Areas:
    """One query."""
    rows = list(survey.strata.all())
    whole = [one for one in rows if one.merged_into_id is None]
    places = {one.pk: at for at, one in enumerate(whole)}
    merged = {
        one.pk: places[one.merged_into_id] for one in rows if one.merged_into_id in places
    }
    areas = []
    for one in whole:
        parts = [one, *(other for other in rows if other.merged_into_id == one.pk)]
        areas.append(
            Area(
                one.code,
                " + ".join(part.name for part in parts),
                sum(part.inhabitants for part in parts),
            )
        )
    return Areas(tuple(areas), places | merged, sum(one.drawn for one in rows))
