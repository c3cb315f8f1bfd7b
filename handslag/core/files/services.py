"""Taking care of files."""

import hashlib

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from handslag.core.access import Actor
from handslag.core.audit.services import record
from handslag.core.files import rules
from handslag.core.files.models import StoredFile
from handslag.core.files.pictures import redrawn
from handslag.core.files.rules import FileRefusedError

__all__ = ["FileRefusedError", "content", "remove", "store", "store_picture"]


@transaction.atomic
def store(actor: Actor, name: str, content: bytes) -> StoredFile:
    """Keep a file; the same content is kept once, under its first name."""
    kind = rules.media_type(content, largest=settings.LARGEST_FILE)
    sha256 = hashlib.sha256(content).hexdigest()
    # The content first: a row never points at nothing.
    _keep(rules.path(sha256), content)
    stored, _ = StoredFile.objects.get_or_create(
        sha256=sha256,
        defaults={
            "size": len(content),
            "media_type": kind,
            "name": rules.plain_name(name),
        },
    )
    record(actor, "file_stored", stored, sha256=sha256)
    return stored


@transaction.atomic
def store_picture(actor: Actor, content: bytes) -> StoredFile:
    """Keep what a picture shows, drawn anew: not its name, nor what else lay in it."""
    kind = rules.media_type(content, largest=settings.LARGEST_FILE)
    if kind not in rules.PICTURES:
        raise FileRefusedError("no_picture")
    return store(actor, f"bild{rules.SUFFIXES[kind]}", redrawn(content, kind))


@transaction.atomic
def remove(actor: Actor, stored: StoredFile) -> None:
    """Forget a file that nothing points at any longer; refused while something does."""
    record(actor, "file_removed", stored, sha256=stored.sha256)
    sha256 = stored.sha256
    stored.delete()
    transaction.on_commit(lambda: _forget(sha256))


def content(stored: StoredFile) -> bytes:
    """What the file holds, checked against its name: nobody has exchanged it."""
    with default_storage.open(rules.path(stored.sha256)) as file:
        held: bytes = file.read()
    if hashlib.sha256(held).hexdigest() != stored.sha256:
        raise OSError(f"File {stored.pk} is not what was stored.")
    return held


def _keep(path: str, content: bytes) -> None:
    if default_storage.exists(path):
        return
    kept_as = default_storage.save(path, ContentFile(content))
    if kept_as != path:  # someone else stored the same content just now
        default_storage.delete(kept_as)


def _forget(sha256: str) -> None:
    """Unless somebody has stored the same content since."""
    if not StoredFile.objects.filter(sha256=sha256).exists():
        default_storage.delete(rules.path(sha256))
