"""The signed original, or another file, belongs to an agreement.

What is attached to a draft is approved with it. The original that is signed
afterwards is added then, with its day, and changes nothing in the text.
"""

from datetime import datetime

from django.db import transaction
from django.db.models import Max

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.core.files import services as files
from handslag.core.periods import stockholm_day
from handslag.core.refusals import NotAllowedError
from handslag.domain.agreements.models import Agreement, AgreementAttachment
from handslag.domain.agreements.queries import party_ids
from handslag.domain.agreements.rules.words import State
from handslag.domain.agreements.services.locking import locked, locked_draft
from handslag.domain.agreements.services.publishing import touched
from handslag.domain.organisations.services import bump_public


@transaction.atomic
def attach(
    actor: Actor,
    agreement: Agreement,
    *,
    title: str,
    is_signed: bool,
    name: str,
    content: bytes,
    now: datetime,
) -> AgreementAttachment:
    """Attach a file to a draft, or the signed original to what is settled."""
    require(actor, Act.WRITE_AGREEMENT, in_any_of=party_ids(agreement))
    row = locked(agreement)
    if row.state == State.IN_APPROVAL:
        raise NotAllowedError("agreement.not_editable_in_approval")
    if row.version_id is not None and not is_signed:
        raise NotAllowedError("agreement.only_signed_afterwards")
    stored = files.store(actor, name, content)
    if row.attachments.filter(file=stored).exists():
        raise NotAllowedError("agreement.already_attached")
    last = row.attachments.aggregate(last=Max("position"))["last"]
    attachment = AgreementAttachment.objects.create(
        agreement=row,
        file=stored,
        title=title.strip() or stored.name,
        is_signed=is_signed,
        added_on=stockholm_day(now),
        position=(-1 if last is None else last) + 1,
    )
    if row.version_id is not None:
        bump_public(*touched(row))
    record(actor, "agreements.file_attached", row, sha256=stored.sha256)
    return attachment


@transaction.atomic
def detach(actor: Actor, attachment: AgreementAttachment) -> None:
    """Take a file out of a draft. What was approved with it keeps it."""
    require(actor, Act.WRITE_AGREEMENT, in_any_of=party_ids(attachment.agreement))
    row = locked_draft(attachment.agreement)
    sha256 = attachment.file.sha256
    attachment.delete()
    record(actor, "agreements.file_detached", row, sha256=sha256)
