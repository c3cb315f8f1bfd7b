"""The list of incidents for staff: narrowed, page by page, with its totals."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from functools import cache
from typing import Any
from uuid import UUID

from django.db.models import CharField, F, Q, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Coalesce

from handslag.core.text import sort_key
from handslag.domain.incidents.models import (
    Category,
    GroupMember,
    Held,
    Incident,
    Route,
    Tally,
)
from handslag.domain.incidents.queries.counting import Counted, Summed
from handslag.domain.incidents.rules import Phase, TextState, Top
from handslag.domain.incidents.rules.release import NOT_DRAWN
from handslag.domain.incidents.rules.sight import Seen, Sight
from handslag.domain.incidents.rules.squares import Box
from handslag.domain.organisations.models import Kind, Organisation, Place

ON_A_PAGE = 100
COUNTED_TO = 1000
OPEN = tuple(phase for phase in Phase if phase is not Phase.CLOSED)
NOBODY = "none"
TROUBLE = "trouble"
TROUBLES = tuple(top for top in Top if top not in NOT_DRAWN)


@dataclass(frozen=True, slots=True)
class Sought:
    """What the list is narrowed to. `phase` may be "open": all that is not closed; `kind`
    a category, a kind of the municipality, or "trouble": all that is not good news."""

    within: int | None = None
    phase: str = ""
    kind: str = ""
    place: str = ""
    channel: str = ""
    owner: str = ""
    late: bool = False
    mine: bool = False
    since: date | None = None
    until: date | None = None
    box: Box | None = None

    @property
    def is_counted(self) -> bool:
        """Whether the counters know how many there are."""
        known = replace(self, within=None, phase="", channel="", kind="")
        return known == Sought() and (not self.kind or self.kind in set(Top))


@dataclass(frozen=True, slots=True)
class Line:
    """One incident of the list. The names of the fields say where each comes from."""

    pk: int
    within_id: int
    by_id: int | None
    owner_id: int | None
    shared: bool
    text_state: str
    public_id: UUID
    top: str
    category__sv: str
    category__en: str
    place__name: str | None
    where_words: str
    inside: str
    text: str
    known: str
    day: date
    starts: datetime | None
    received_at: datetime
    channel: str
    by__name: str | None
    owner__name: str | None
    within__short_name: str
    within__desk__is_example: bool | None
    due: date | None
    phase: str
    outcome: str
    closed_on: date | None
    me_too: int
    worry: str

    @property
    def seen(self) -> Seen:
        return Seen(
            within=self.within_id,
            by=self.by_id,
            owner=self.owner_id,
            shared=self.shared,
            text_state=TextState(self.text_state),
        )


@dataclass(frozen=True, slots=True)
class Glance:
    """How it stands, in numbers. A number over COUNTED_TO is only "more than"."""

    new: int
    late: int
    held: int
    total: int


@dataclass(frozen=True, slots=True)
class Home:
    """A municipality whose reports, or some of them, the viewer sees."""

    pk: int
    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen among: whose reports, which kinds, whose task."""

    homes: tuple[Home, ...]
    kinds: tuple[tuple[str, str, str], ...]
    owners: tuple[tuple[str, str], ...]


_COLUMNS = tuple(one.name for one in fields(Line))


def handled(visible: QuerySet[Incident]) -> QuerySet[Incident]:
    """Those that stand for themselves: not put together with another."""
    return visible.filter(merged_into__isnull=True)


def narrowed(
    visible: QuerySet[Incident], sought: Sought, sight: Sight, *, today: date
) -> QuerySet[Incident]:
    """The incidents that fit all that was asked for."""
    found = handled(visible)
    if sought.within is not None:
        found = found.filter(within=sought.within)
    found = _of_phase(found, sought.phase)
    if sought.kind:
        tops = kinds_of(sought.kind)
        of_kind = Q(category__code=sought.kind) if tops is None else Q(top__in=tops)
        found = found.filter(of_kind)
    if sought.box:
        found = _in_box(found, sought.box)
    if sought.place:
        places = Place.objects.filter(name__icontains=sought.place)
        found = found.filter(place__in=places.values("pk"))
    if sought.channel:
        found = found.filter(channel=sought.channel)
    found = _of_owner(found, sought, sight)
    if sought.late:
        found = found.filter(due__lt=today, phase__in=OPEN)
    if sought.since:
        found = found.filter(day__gte=sought.since)
    return found.filter(day__lte=sought.until) if sought.until else found


def kinds_of(kind: str) -> tuple[str, ...] | None:
    """The categories that are meant; None: a kind that is the municipality's own."""
    if not kind:
        return tuple(Top)
    if kind == TROUBLE:
        return TROUBLES
    return (kind,) if kind in set(Top) else None


def _in_box(found: QuerySet[Incident], box: Box) -> QuerySet[Incident]:
    return found.filter(
        east__gte=box.west,
        east__lt=box.east,
        north__gte=box.south,
        north__lt=box.north,
    )


def _of_phase(found: QuerySet[Incident], phase: str) -> QuerySet[Incident]:
    if phase == "open":
        return found.filter(phase__in=OPEN)
    return found.filter(phase=phase) if phase else found


def _of_owner(
    found: QuerySet[Incident], sought: Sought, sight: Sight
) -> QuerySet[Incident]:
    if sought.mine:
        found = found.filter(owner__in=sight.own)
    if sought.owner == NOBODY:
        return found.filter(owner__isnull=True)
    if sought.owner:
        owner = Organisation.objects.filter(public_id=sought.owner)
        return found.filter(owner=Subquery(owner.values("pk")[:1]))
    return found


@cache
def _named() -> QuerySet[Incident, Any]:
    """What a line says of each. Thirty names are looked up once, not for every page."""
    return Incident.objects.values_list(*_COLUMNS)


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the list, newest first, and whether there is more on either side."""

    lines: Sequence[Line]
    newer: UUID | None
    older: UUID | None


def page_of(
    found: QuerySet[Incident], *, before: UUID | None = None, after: UUID | None = None
) -> Page:
    """One query, as quick on the last page as on the first: it begins where the page
    before ended, and counts nothing off."""
    turn = after or before
    if turn is not None:
        at = Subquery(Incident.objects.filter(public_id=turn).values("pk")[:1])
        found = found.filter(pk__gt=at) if after else found.filter(pk__lt=at)
    order = "pk" if after else "-pk"
    # Which they are is asked first, of one table and its index; then what they are called.
    some = found.order_by(order).values("pk")[: ON_A_PAGE + 1]
    rows = list(_named().filter(pk__in=some).order_by(order))
    lines = [Line(*row) for row in rows[:ON_A_PAGE]]
    more = len(rows) > ON_A_PAGE
    if after:
        lines.reverse()
    if not lines:
        return Page([], None, None)
    has_newer, has_older = (more, True) if after else (before is not None, more)
    return Page(
        lines,
        newer=lines[0].public_id if has_newer else None,
        older=lines[-1].public_id if has_older else None,
    )


def glance(
    visible: QuerySet[Incident],
    found: QuerySet[Incident],
    sought: Sought,
    sight: Sight,
    *,
    moderated: frozenset[int],
    monday: datetime,
    today: date,
) -> Glance:
    """One query. The total comes from the counters when the one municipality whose
    reports are shown is the viewer's own; else they are counted, to a bound."""
    home = sought.within
    base = handled(visible)
    if home is not None:
        base = base.filter(within=home)
    # Reports are numbered as they come: what came since Monday lies after the last
    # that came before it, and only that much is looked through.
    last = Incident.objects.filter(received_at__lt=monday).order_by("-pk").values("pk")
    new = base.filter(pk__gt=Coalesce(Subquery(last[:1]), 0), received_at__gte=monday)
    late = base.filter(due__lt=today, phase__in=OPEN)
    held = Held.objects.filter(within__in=moderated)
    known = sought.is_counted and home is not None and home in sight.own
    total = Summed(_tallied(sought, home)) if known else _counted(found)
    # Any row serves: the numbers are asked for beside it.
    row = (
        Organisation.objects.filter(pk__in=sight.own)
        .order_by()
        .values_list(
            _counted(new),
            _counted(late),
            _counted(held),
            total,
        )[:1]
    )
    return Glance(*next(iter(row), (0, 0, 0, 0)))


def _counted(found: QuerySet[Any]) -> Counted:
    return Counted(found.order_by().values("pk")[: COUNTED_TO + 1])


def _tallied(sought: Sought, home: int | None) -> QuerySet[Tally, Any]:
    rows = Tally.objects.filter(within=home)
    if sought.phase == "open":
        rows = rows.filter(phase__in=OPEN)
    elif sought.phase:
        rows = rows.filter(phase=sought.phase)
    if sought.kind:
        rows = rows.filter(top=sought.kind)
    if sought.channel:
        rows = rows.filter(channel=sought.channel)
    return rows.values("n")


def choices(sight: Sight) -> Choices:
    """One query: the municipalities, their kinds, and who may have tasks there."""
    homes = sight.own | frozenset(sight.groups)
    text = CharField()
    nothing = Value("", text)
    received = Organisation.objects.filter(pk__in=homes, kind=Kind.MUNICIPALITY)
    kinds = Category.objects.filter(within__in=homes).exclude(code=F("top"))
    key, number = Cast("public_id", text), Cast("pk", text)
    rows = received.values_list(Value("home", text), key, F("name"), number).union(
        kinds.values_list(Value("kind", text), F("code"), F("sv"), F("en")),
        _owners(sight, homes).values_list(Value("owner", text), key, F("name"), nothing),
    )
    found = sorted(rows, key=lambda row: sort_key(row[2]))
    return Choices(
        homes=tuple(
            Home(int(n), _dashed(k), name) for w, k, name, n in found if w == "home"
        ),
        kinds=tuple((code, sv, en) for what, code, sv, en in found if what == "kind"),
        owners=tuple((_dashed(k), name) for what, k, name, _ in found if what == "owner"),
    )


def _owners(sight: Sight, homes: frozenset[int]) -> QuerySet[Organisation]:
    """Those whose task something may be: by a rule, or by sitting in the same group."""
    routed = Route.objects.filter(within__in=homes).values("owner")
    together = GroupMember.objects.filter(
        group__members__organisation__in=sight.own, until__isnull=True
    ).values("organisation")
    return Organisation.objects.filter(
        Q(pk__in=sight.own) | Q(pk__in=routed) | Q(pk__in=together)
    )


def _dashed(key: str) -> str:
    """A public key as addresses have it: SQLite stores it without its dashes."""
    return str(UUID(key))
