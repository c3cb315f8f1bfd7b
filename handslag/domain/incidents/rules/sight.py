"""Who may see an incident, and its words. Pure."""

from dataclasses import dataclass, field

from handslag.domain.incidents.rules.words import TextState

READ = frozenset({TextState.CHECKED, TextState.REDACTED})


@dataclass(frozen=True, slots=True)
class Sight:
    """What a viewer's organisations let them see. Ids of organisations.

    `own` are those the viewer acts for; `authorities` those of them that are authorities;
    `groups` maps each municipality to the viewer's organisations that sit in a group there.
    """

    own: frozenset[int] = frozenset()
    authorities: frozenset[int] = frozenset()
    groups: dict[int, frozenset[int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Seen:
    """What sight depends on, of one incident."""

    within: int
    by: int | None
    owner: int | None
    shared: bool
    text_state: TextState


def through(sight: Sight, seen: Seen) -> frozenset[int]:
    """The viewer's organisations through which the incident is seen; none: not seen."""
    tied = {one for one in (seen.within, seen.by, seen.owner) if one is not None}
    shared = sight.groups.get(seen.within, frozenset()) if seen.shared else frozenset()
    return (sight.own & tied) | shared


def may_see(sight: Sight, seen: Seen) -> bool:
    return bool(through(sight, seen))


def may_read(sight: Sight, seen: Seen) -> bool:
    """The words: authorities, those who wrote them, and everyone once they were read
    by a moderator. Words that are held are read by nobody but the moderator."""
    by = through(sight, seen)
    if not by or seen.text_state in (TextState.HELD, TextState.EMPTY):
        return False
    if seen.text_state in READ:
        return True
    return bool(by & sight.authorities) or seen.by in by


def may_read_where(sight: Sight, seen: Seen) -> bool:
    """Where it is in words: typed by hand as well, but seldom read by a moderator."""
    by = through(sight, seen)
    if by and seen.text_state in READ:
        return True
    return bool(by & sight.authorities) or (seen.by is not None and seen.by in by)
