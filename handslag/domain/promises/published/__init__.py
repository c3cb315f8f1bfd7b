"""What may anyone see of promises? The only door between them and the public."""

from handslag.domain.promises.published.pages import (
    Moved,
    SetPage,
    SetSummary,
    set_page,
    summaries,
    version_page,
)
from handslag.domain.promises.published.standing import (
    PromiseStanding,
    PublishedOutcome,
    PublishedProgress,
    SetStanding,
    TargetStanding,
)
from handslag.domain.promises.published.wording import (
    PublishedPromise,
    PublishedWording,
    read,
)

__all__ = [
    "Moved",
    "PromiseStanding",
    "PublishedOutcome",
    "PublishedProgress",
    "PublishedPromise",
    "PublishedWording",
    "SetPage",
    "SetStanding",
    "SetSummary",
    "TargetStanding",
    "read",
    "set_page",
    "summaries",
    "version_page",
]
