"""What came of the made-up reports, told: to everyone, to reporters, to owners of tasks."""

from datetime import datetime, time, timedelta

from handslag.config.demo.accounts import DEGERFORS, KARLSKOGA
from handslag.config.demo.reported import BEGAN
from handslag.config.demo.stage import TODAY, Stage
from handslag.core.access import system
from handslag.core.periods import STOCKHOLM
from handslag.domain.incidents import services
from handslag.domain.incidents.rules.release import month_after, month_of, months_before
from handslag.domain.incidents.rules.shares import WAITS, month_due

MORNING = time(7)


def tell(stage: Stage) -> None:
    """Let the months pass; then the letters of the last one, and of the last day."""
    by = system("demo")
    for name in (DEGERFORS, KARLSKOGA):
        month = month_of(BEGAN)
        while month <= month_due(TODAY):
            after = month_after(months_before(month, -WAITS)) + timedelta(days=1)
            now = datetime.combine(after, MORNING, tzinfo=STOCKHOLM)
            services.release_share(by, stage.org(name), month=month, now=now)
            month = month_after(month)
    first = month_of(TODAY) + timedelta(days=1)
    services.tell_month(by, now=datetime.combine(first, MORNING, tzinfo=STOCKHOLM))
    services.tell_owners(by, now=datetime.combine(TODAY, MORNING, tzinfo=STOCKHOLM))
