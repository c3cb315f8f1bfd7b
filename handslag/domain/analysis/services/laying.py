"""Laying out the points of files for analysis, beside the database."""

from datetime import datetime

import numpy as np
from django.db.models import Q

from handslag.core.access import Actor, require_system
from handslag.core.points.cubes import recount
from handslag.core.points.files import forget, rebuild
from handslag.core.points.rules import Points, points
from handslag.domain.analysis.figures.again import questions_of_file
from handslag.domain.analysis.models import PointFile
from handslag.domain.analysis.services.returning import count_returns
from handslag.statistics.columns import unpack

_KEPT = ("kind", "east", "north", "day", "hour", "hours")
HELD = Q(done_at__isnull=False, undone_at__isnull=True)


def lay_out(file: PointFile) -> None:
    """Make the points of a file anew, and what is counted of them up to the last day that
    it covers. Harmless twice."""
    rebuild(file.source, [_points(file)])
    recount(file.source, today=file.ends)
    asked = questions_of_file(int(file.within.code), file.source, len(file.kinds))
    count_returns(file.source, list(asked), file.ends)


def take_away(file: PointFile) -> None:
    """Nothing of it is left to be asked."""
    forget(file.source)


def lay_out_due(actor: Actor, *, now: datetime) -> int:
    """What has been read in since the last time; answer how many files."""
    require_system(actor)
    return _lay_out(HELD & Q(laid_at=None), now)


def lay_out_all(now: datetime) -> None:
    """Every file that is held."""
    _lay_out(HELD, now)


def _lay_out(which: Q, now: datetime) -> int:
    files = PointFile.objects.filter(which).select_related("within")
    many = 0
    for one in files.iterator(chunk_size=1):
        lay_out(one)
        many += 1
        PointFile.objects.filter(pk=one.pk).update(laid_at=now)
        if not PointFile.objects.filter(HELD, pk=one.pk).exists():  # meanwhile
            take_away(one)
    return many


def _points(file: PointFile) -> Points:
    columns = unpack(bytes(file.rows or b""))
    n = len(columns["day"])
    return points(
        area=np.full(n, int(file.within.code)),
        shared=np.zeros(n, np.int64),
        **{name: columns[name] for name in _KEPT},
    )
