"""Whose reports somebody may analyse, and how many of them."""

from dataclasses import dataclass
from uuid import UUID

from handslag.domain.incidents.queries.cells import Home, homes_of
from handslag.domain.incidents.rules.sight import Sight


@dataclass(frozen=True, slots=True)
class Analysed:
    """A municipality, and whether only what is shared in the group is counted."""

    home: Home
    shared_only: bool

    @property
    def area(self) -> int:
        """Its code as a number, as the points have it."""
        return int(self.home.code)


def analysed_by(sight: Sight) -> list[Analysed]:
    """Its own people count all of it; an authority in its group what is shared there.

    Others see single reports, and count none: what they see says nothing of the whole.
    """
    found = []
    for home in homes_of(sight):
        together = sight.groups.get(home.pk, frozenset()) & sight.authorities
        if home.pk in sight.own or together:
            found.append(Analysed(home, shared_only=home.pk not in sight.own))
    return found


def chosen(among: list[Analysed], key: str, own: frozenset[int]) -> Analysed | None:
    """The one that is asked for; else one's own, or the first."""
    try:
        asked = UUID(key)
    except ValueError:
        asked = None
    named = [one for one in among if one.home.key == asked]
    mine = [one for one in among if one.home.pk in own]
    return next(iter(named or mine or among), None)
