from handslag.domain.evidence.models.feedback import Feedback
from handslag.domain.evidence.models.findings import Evidence, EvidenceFile

__all__ = ["Evidence", "EvidenceFile", "Feedback"]
