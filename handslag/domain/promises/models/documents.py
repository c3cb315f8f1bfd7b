import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from handslag.core.text import choices
from handslag.domain.organisations.models import Organisation
from handslag.domain.promises.models.sets import PromiseSet
from handslag.domain.promises.rules.words import CodeKind, DocumentKind


class Document(models.Model):
    """One public page about a set, as somebody else published it.

    The police and the municipality may publish the same promises in different
    words: then a set has several documents, one of them leading. What a
    document states is kept in its own words, beside our reading of it.
    """

    set = models.ForeignKey(PromiseSet, on_delete=models.PROTECT, related_name="documents")
    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=10, choices=choices(DocumentKind))
    leading = models.BooleanField(default=False)
    catalogue_id = models.CharField(max_length=40, unique=True, null=True, blank=True)
    url = models.CharField(_("address"), max_length=2000, null=True, blank=True)
    publisher = models.CharField(_("published by"), max_length=20)
    retrieved_on = models.DateField(null=True, blank=True)
    partly_read = models.BooleanField(null=True, blank=True)
    difficulty = models.SmallIntegerField(null=True, blank=True)

    # In the document's own words; null and empty are two different silences.
    areas_listed = models.BooleanField(default=False)
    district_stated = models.CharField(max_length=300, null=True, blank=True)
    period_stated = models.CharField(max_length=300, null=True, blank=True)
    validity_stated = models.CharField(max_length=1000, null=True, blank=True)
    decided_by_stated = models.CharField(max_length=1000, null=True, blank=True)
    follow_up_stated = models.CharField(max_length=1000, null=True, blank=True)
    notes = models.TextField(null=True, blank=True)

    # Those who took part in the dialogue behind it
    has_participants = models.BooleanField(default=False)
    participants = models.IntegerField(null=True, blank=True)
    participants_what = models.CharField(max_length=1000, null=True, blank=True)
    participants_approximate = models.BooleanField(null=True, blank=True)
    participants_per = models.CharField(max_length=120, null=True, blank=True)

    # Names of fields that the source left out or left empty where it usually does not.
    odd_silences = models.JSONField(default=dict, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["set"],
                condition=models.Q(leading=True),
                name="one_leading_document_per_set",
            )
        ]

    def __str__(self) -> str:
        return self.catalogue_id or self.url or str(self.public_id)


class DocumentArea(models.Model):
    """A municipality that the document names."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="areas")
    municipality = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="+"
    )
    stated = models.CharField(max_length=200)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.stated


class DocumentParty(models.Model):
    """A party that the document names, as it is written there."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="parties")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    stated = models.CharField(max_length=300)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.stated


class DocumentCode(models.Model):
    """A code given to the document by hand: focus area, kind of source, feature."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="codes")
    kind = models.CharField(max_length=10, choices=choices(CodeKind))
    code = models.CharField(max_length=60)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.code
