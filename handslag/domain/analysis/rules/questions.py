"""What is asked of points: of which municipality, which kinds, how long back."""

from dataclasses import dataclass, replace
from datetime import date

from handslag.core.deadlines import months_after
from handslag.domain.analysis.rules.kinds import SOURCE, TROUBLES, Way, kinds_of
from handslag.domain.incidents.rules import Top

YEARS = (1, 2)


@dataclass(frozen=True, slots=True)
class Question:
    """The points of so many times twelve whole months, up to the last one that is over.

    `area` is the municipality's code as a number. Of reports: `tops` and `ways` say which,
    all troubles from everyone if nothing is said; `shared_only` those of a group alone. Of
    another `source`: `labels` are the numbers of its kinds, all of them if none is said.
    """

    area: int
    tops: tuple[Top, ...] = TROUBLES
    ways: tuple[Way, ...] = tuple(Way)
    years: int = 1
    shared_only: bool = False
    source: str = SOURCE
    labels: tuple[int, ...] = ()

    @property
    def kinds(self) -> tuple[int, ...]:
        """As the points have them."""
        if self.source != SOURCE:
            return self.labels
        return kinds_of(self.tops, self.ways)

    @property
    def of_everything(self) -> "Question":
        """The same municipality, of all kinds, from everyone, as long back as there is."""
        return replace(self, tops=tuple(Top), ways=tuple(Way), labels=(), years=max(YEARS))

    @property
    def is_all_received(self) -> bool:
        """Whether it is all that the municipality has received, from everyone."""
        return set(self.ways) == set(Way) and not self.shared_only

    def span(self, *, today: date) -> tuple[date, date]:
        """The first day, and the day after the last."""
        ends = today.replace(day=1)
        return months_after(ends, -12 * self.years), ends
