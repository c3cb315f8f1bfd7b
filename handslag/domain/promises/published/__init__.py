"""What may anyone see of promises? The only door between them and the public."""

from handslag.domain.promises.published.addresses import Area, Moved, Neighbour
from handslag.domain.promises.published.contacts import PublishedContact
from handslag.domain.promises.published.files import PublishedFile, published_file
from handslag.domain.promises.published.lists import Sets, SetSummary, sets_of, summaries
from handslag.domain.promises.published.publications import OtherWording, SamePromise
from handslag.domain.promises.published.sets import SetPage, set_page
from handslag.domain.promises.published.standing import (
    PromiseStanding,
    PublishedFollowUp,
    PublishedOutcome,
    PublishedProgress,
    SetStanding,
    standing_of,
    standings,
)
from handslag.domain.promises.published.targets import TargetStanding
from handslag.domain.promises.published.translations import Texts, promise_place
from handslag.domain.promises.published.versions import (
    PublishedApproval,
    PublishedVersion,
    VersionPage,
    present,
    version_page,
)
from handslag.domain.promises.published.wording import (
    PublishedActivity,
    PublishedGround,
    PublishedPromise,
    PublishedResponsible,
    PublishedTarget,
    PublishedWording,
    read,
)

__all__ = [
    "Area",
    "Moved",
    "Neighbour",
    "OtherWording",
    "PromiseStanding",
    "PublishedActivity",
    "PublishedApproval",
    "PublishedContact",
    "PublishedFile",
    "PublishedFollowUp",
    "PublishedGround",
    "PublishedOutcome",
    "PublishedProgress",
    "PublishedPromise",
    "PublishedResponsible",
    "PublishedTarget",
    "PublishedVersion",
    "PublishedWording",
    "SamePromise",
    "SetPage",
    "SetStanding",
    "SetSummary",
    "Sets",
    "TargetStanding",
    "Texts",
    "VersionPage",
    "present",
    "promise_place",
    "published_file",
    "read",
    "set_page",
    "sets_of",
    "standing_of",
    "standings",
    "summaries",
    "version_page",
]
