"""What all that is public adds up to. What a source is silent about is counted apart."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from handslag.domain.promises.models import BankArea, BankEntry
from handslag.domain.promises.rules.verdicts import Tally, tally_of
from handslag.domain.promises.rules.words import Verdict


@dataclass(frozen=True, slots=True)
class Sum:
    """Promises by what became of them. Made-up examples are in no count but their own."""

    tally: Tally
    examples: int = 0

    @property
    def total(self) -> int:
        return self.tally.total + self.examples


def sum_of(entries: QuerySet[BankEntry]) -> Sum:
    """What became of these promises. One query."""
    rows = entries.order_by().values("verdict", "is_example").annotate(count=Count("pk"))
    return summed(list(rows.values_list("verdict", "is_example", "count")))


def summed(rows: list[tuple[str, bool, int]]) -> Sum:
    """Counts by verdict, as the database hands them back."""
    real: Counter[Verdict] = Counter()
    examples = 0
    for verdict, is_example, count in rows:
        if is_example:
            examples += count
        else:
            real[Verdict(verdict)] += count
    return Sum(tally_of(real), examples)


def municipalities() -> int:
    """How many municipalities have a public promise that is not made up. One query."""
    areas = BankArea.objects.filter(bank_set__is_example=False)
    return areas.values("municipality").distinct().count()


def by_focus() -> dict[str, int]:
    """How many promises each focus area has, the made-up ones left out. One query."""
    real = BankEntry.objects.filter(is_example=False).exclude(focus="")
    rows = real.order_by().values("focus").annotate(count=Count("pk"))
    return dict(rows.values_list("focus", "count"))
