"""Findings that are not for everyone: of the house, of the parties, rejected."""

from datetime import UTC, date, datetime

from handslag.core.access import Actor
from handslag.core.files.services import store
from handslag.domain.evidence.models import Evidence, EvidenceFile, Feedback
from handslag.domain.evidence.rules import Considered, Visibility
from tests.web.leaks.planting import planted, written
from tests.web.matrix.world import PDF, World

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def plant(writer: Actor, world: World) -> None:
    file = store(writer, f"{planted()}.pdf", PDF.replace(b"%%EOF", b"% 3\n%%EOF"))
    for visibility in (Visibility.OWN, Visibility.PARTIES):
        finding = Evidence.objects.create(
            home=world.municipality,
            source="medborgardialog",
            visibility=visibility,
            considered=Considered.REJECTED,
            table={"header": [planted()], "rows": [[planted()]]},
            recorded_at=NOW,
            **{name: planted() for name in written(Evidence)},
        )
        EvidenceFile.objects.create(evidence=finding, file=file, alt=planted())
        Feedback.objects.create(
            evidence=finding,
            told_on=date(2026, 3, 1),
            channel=planted(),
            said=planted(),
            recorded_at=NOW,
        )
