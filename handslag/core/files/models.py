"""One row for each content that is kept."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from handslag.core.files import rules


class StoredFile(models.Model):
    """A file, known by its content."""

    sha256 = models.CharField(max_length=64, unique=True)
    size = models.PositiveBigIntegerField()
    media_type = models.CharField(
        max_length=40, choices=[(kind, kind) for kind in rules.SUFFIXES]
    )
    name = models.CharField(max_length=120)
    stored_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("file")
        verbose_name_plural = _("files")

    def __str__(self) -> str:
        return self.name
