from handslag.domain.agreements.published.files import PublishedFile, published_file
from handslag.domain.agreements.published.news import (
    AgreementNews,
    address_of,
    agreements_found,
    indexable,
    news,
)
from handslag.domain.agreements.published.pages import (
    AddedFile,
    AgreementPage,
    Agreements,
    Listed,
    Signature,
    agreements_of,
)
from handslag.domain.agreements.published.translations import (
    TextKind,
    approved_texts,
    texts_of,
)
from handslag.domain.agreements.published.wording import (
    NamedFile,
    PublishedAgreement,
    PublishedContact,
    PublishedField,
    PublishedFollowUp,
    PublishedLine,
    PublishedOutcome,
    PublishedParty,
    PublishedStatute,
    read,
    read_follow_up,
)

__all__ = [
    "AddedFile",
    "AgreementNews",
    "AgreementPage",
    "Agreements",
    "Listed",
    "NamedFile",
    "PublishedAgreement",
    "PublishedContact",
    "PublishedField",
    "PublishedFile",
    "PublishedFollowUp",
    "PublishedLine",
    "PublishedOutcome",
    "PublishedParty",
    "PublishedStatute",
    "Signature",
    "TextKind",
    "address_of",
    "agreements_found",
    "agreements_of",
    "approved_texts",
    "indexable",
    "news",
    "published_file",
    "read",
    "read_follow_up",
    "texts_of",
]
