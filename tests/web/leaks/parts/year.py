"""What the year keeps to itself: why a duty is not begun, and what was never published."""

from datetime import UTC, date, datetime
from uuid import uuid4

from handslag.core.access import Actor
from handslag.core.approvals.services import freeze
from handslag.domain.year.models import (
    AssemblyReport,
    LawStatement,
    LeadingBoard,
    Reminder,
    ReportIntroduction,
    Rhythm,
)
from handslag.domain.year.rules.words import Section
from tests.web.matrix.world import World

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)

SEED = "hemligtord"  # as tests/web/leaks/planting.py searches for it

OPEN = {"year.CalendarFeed": "the fingerprint of an address"}


def planted() -> str:
    """A word of its own, that nobody has written before."""
    return f"{SEED}{uuid4().hex[:12]}"


def plant(actor: Actor, world: World) -> None:
    """A word in each column of each row."""
    home = world.municipality
    Rhythm.objects.create(
        home=home,
        what=planted(),
        function=planted(),
        starts_month=3,
        starts_day=1,
        ends_month=3,
        ends_day=31,
    )
    Reminder.objects.create(
        home=home,
        kind=planted(),
        path=planted(),
        due_on=NOW.date(),
        step=planted()[:20],
        sent_at=NOW,
    )
    LawStatement.objects.create(
        home=home, section=Section.PLAN, why=planted(), stated_on=date(2026, 3, 1)
    )
    LeadingBoard.objects.create(home=home, board=planted(), decided_by=planted())
    ReportIntroduction.objects.create(home=home, year=2026, text=planted())
    key = uuid4()
    AssemblyReport.objects.create(
        public_id=key,
        home=home,
        year=2026,
        reported_on=NOW.date(),
        what=planted(),
        version=freeze(
            actor, subject_kind="assembly_report", subject_id=key, content={"s": planted()}
        ),
        recorded_at=NOW,
    )
