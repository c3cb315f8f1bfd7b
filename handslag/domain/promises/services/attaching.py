"""The signed original, or another file, belongs to a set and is approved with it."""

from django.db import transaction
from django.db.models import Max

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.core.files import services as files
from handslag.domain.promises.models import Attachment, PromiseSet
from handslag.domain.promises.queries import party_ids
from handslag.domain.promises.rules.states import NotAllowedError
from handslag.domain.promises.services.locking import locked_draft


@transaction.atomic
def attach(
    actor: Actor, set_: PromiseSet, *, title: str, name: str, content: bytes
) -> Attachment:
    """Attach a file to a draft. The same file is attached once."""
    require(actor, Act.WRITE_PROMISE, in_any_of=party_ids(set_))
    row = locked_draft(set_)
    stored = files.store(actor, name, content)
    if row.attachments.filter(file=stored).exists():
        raise NotAllowedError("already_attached")
    last = row.attachments.aggregate(last=Max("position"))["last"]
    attachment = Attachment.objects.create(
        set=row,
        file=stored,
        title=title.strip() or stored.name,
        position=(-1 if last is None else last) + 1,
    )
    record(actor, "promises.file_attached", row, sha256=stored.sha256)
    return attachment


@transaction.atomic
def detach(actor: Actor, attachment: Attachment) -> None:
    """Take a file out of a draft. What was approved with it keeps it."""
    require(actor, Act.WRITE_PROMISE, in_any_of=party_ids(attachment.set))
    row = locked_draft(attachment.set)
    sha256 = attachment.file.sha256
    attachment.delete()
    record(actor, "promises.file_detached", row, sha256=sha256)
