from handslag.domain.promises.models.bank import (
    BankArea,
    BankEntry,
    BankSet,
)
from handslag.domain.promises.models.corrections import CorrectionRequest
from handslag.domain.promises.models.documents import (
    Document,
    DocumentArea,
    DocumentCode,
    DocumentParty,
)
from handslag.domain.promises.models.effects import EffectTie
from handslag.domain.promises.models.followups import FollowUp, Outcome, PlannedFollowUp
from handslag.domain.promises.models.progress import ProgressEntry
from handslag.domain.promises.models.promises import (
    Activity,
    ActivityType,
    Ground,
    Lineage,
    MissingLink,
    Promise,
    Responsibility,
    Target,
)
from handslag.domain.promises.models.sets import (
    Amendment,
    Attachment,
    PromiseSet,
    SetArea,
    SetParty,
    SetSlug,
)

__all__ = [
    "Activity",
    "ActivityType",
    "Amendment",
    "Attachment",
    "BankArea",
    "BankEntry",
    "BankSet",
    "CorrectionRequest",
    "Document",
    "DocumentArea",
    "DocumentCode",
    "DocumentParty",
    "EffectTie",
    "FollowUp",
    "Ground",
    "Lineage",
    "MissingLink",
    "Outcome",
    "PlannedFollowUp",
    "ProgressEntry",
    "Promise",
    "PromiseSet",
    "Responsibility",
    "SetArea",
    "SetParty",
    "SetSlug",
    "Target",
]
