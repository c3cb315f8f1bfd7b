from handslag.domain.incidents.published.desk import (
    Named,
    ReportingDesk,
    ReportKind,
    is_open,
    lies_in,
    named_places,
    reporting_desk,
)
from handslag.domain.incidents.published.echoes import Several, several
from handslag.domain.incidents.published.receipts import (
    LetterLink,
    Receipt,
    letter_link,
    receipt,
)

__all__ = [
    "LetterLink",
    "Named",
    "Receipt",
    "ReportKind",
    "ReportingDesk",
    "Several",
    "is_open",
    "letter_link",
    "lies_in",
    "named_places",
    "receipt",
    "reporting_desk",
    "several",
]
