"""What is counted, as numbers: the category that all share, and who it came from."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from itertools import product

from handslag.domain.incidents.rules import Channel, Top

SOURCE = "incidents"


class Way(StrEnum):
    """Who reported: those who do it in their service, residents, or other systems. What
    one of them reports more of, another need not see."""

    SERVICE = "service"
    RESIDENT = "resident"
    MACHINE = "machine"


WAY_OF: Mapping[Channel, Way] = {
    Channel.REPORTER: Way.SERVICE,
    Channel.STAFF: Way.SERVICE,
    Channel.RESIDENT: Way.RESIDENT,
    Channel.OPEN311: Way.MACHINE,
    Channel.IMPORTED: Way.MACHINE,
}
# Never renumbered: files hold them.
_TOPS: Mapping[Top, int] = {
    Top.DAMAGE: 1,
    Top.GATHERING: 2,
    Top.DISORDER: 3,
    Top.UNSAFE_PLACE: 4,
    Top.EVENT: 5,
    Top.SAFE_PLACE: 6,
}
_WAYS: Mapping[Way, int] = {Way.SERVICE: 0, Way.RESIDENT: 1, Way.MACHINE: 2}
# What is unwanted. A safe place and a coming event are no trouble.
TROUBLES = (Top.DAMAGE, Top.GATHERING, Top.DISORDER, Top.UNSAFE_PLACE)


def kind_of(top: Top, channel: Channel) -> int:
    """The number under which a report is kept."""
    return 10 * _TOPS[top] + _WAYS[WAY_OF[channel]]


def top_of(kind: int) -> Top:
    """The category of such a number."""
    return next(top for top, number in _TOPS.items() if number == kind // 10)


def kinds_of(tops: Iterable[Top], ways: Iterable[Way] = Way) -> tuple[int, ...]:
    """The numbers of some categories, from some of those who report."""
    return tuple(10 * _TOPS[top] + _WAYS[way] for top, way in product(tops, ways))
