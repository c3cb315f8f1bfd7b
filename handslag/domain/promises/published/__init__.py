"""What may anyone see of promises? The only door between them and the public."""

from handslag.core.approvals.translations import ApprovedText, Texts
from handslag.domain.promises.published.addresses import Area, Moved, Neighbour
from handslag.domain.promises.published.contacts import PublishedContact
from handslag.domain.promises.published.effects import PromiseEffect, effect_of_promise
from handslag.domain.promises.published.files import PublishedFile, published_file
from handslag.domain.promises.published.lists import Sets, SetSummary, sets_of, summaries
from handslag.domain.promises.published.news import News, news
from handslag.domain.promises.published.publications import OtherWording, SamePromise
from handslag.domain.promises.published.sets import SetPage, publications, set_page
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
from handslag.domain.promises.published.translations import (
    TextKind,
    approved_texts,
    promise_place,
    texts_in,
)
from handslag.domain.promises.published.versions import (
    PublishedApproval,
    PublishedVersion,
    VersionPage,
    present,
    version_page,
    was_taken_down,
)
from handslag.domain.promises.published.wording import (
    PublishedActivity,
    PublishedChain,
    PublishedGround,
    PublishedLineage,
    PublishedMissingLink,
    PublishedOrganisation,
    PublishedPlan,
    PublishedPromise,
    PublishedResponsible,
    PublishedSite,
    PublishedTarget,
    PublishedWording,
    read,
)

__all__ = [
    "ApprovedText",
    "Area",
    "Moved",
    "Neighbour",
    "News",
    "OtherWording",
    "PromiseEffect",
    "PromiseStanding",
    "PublishedActivity",
    "PublishedApproval",
    "PublishedChain",
    "PublishedContact",
    "PublishedFile",
    "PublishedFollowUp",
    "PublishedGround",
    "PublishedLineage",
    "PublishedMissingLink",
    "PublishedOrganisation",
    "PublishedOutcome",
    "PublishedPlan",
    "PublishedProgress",
    "PublishedPromise",
    "PublishedResponsible",
    "PublishedSite",
    "PublishedTarget",
    "PublishedVersion",
    "PublishedWording",
    "SamePromise",
    "SetPage",
    "SetStanding",
    "SetSummary",
    "Sets",
    "TargetStanding",
    "TextKind",
    "Texts",
    "VersionPage",
    "approved_texts",
    "effect_of_promise",
    "news",
    "present",
    "promise_place",
    "publications",
    "published_file",
    "read",
    "set_page",
    "sets_of",
    "standing_of",
    "standings",
    "summaries",
    "texts_in",
    "version_page",
    "was_taken_down",
]
