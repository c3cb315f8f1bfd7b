"""What an agreement is made of: purposes, areas, problems, goals, commitments, links."""

import uuid

from django.db import models

from handslag.core.text import choices
from handslag.domain.agreements.models.agreements import Agreement, AgreementParty
from handslag.domain.agreements.rules.words import Statute
from handslag.domain.picture.models import Problem


class Purpose(models.Model):
    """What one works together for (Lag 2023:196, 9 §)."""

    agreement = models.ForeignKey(
        Agreement, on_delete=models.CASCADE, related_name="purposes"
    )
    text = models.CharField(max_length=500)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.text


class Field(models.Model):
    """An area of cooperation (9 §): a shared word, the parties' own words, or both."""

    agreement = models.ForeignKey(
        Agreement, on_delete=models.CASCADE, related_name="fields"
    )
    code = models.CharField(max_length=60, blank=True)
    text = models.CharField(max_length=300, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.text or self.code


class FocusProblem(models.Model):
    """A problem in focus: one of the picture's, or in the parties' own words."""

    agreement = models.ForeignKey(
        Agreement, on_delete=models.CASCADE, related_name="problems"
    )
    problem = models.ForeignKey(
        Problem, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    text = models.CharField(max_length=500, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.text


class AgreementGoal(models.Model):
    """A bounded goal, and how one sees that it is reached."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="goals")
    text = models.CharField(max_length=500)
    seen_by = models.CharField(max_length=500, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.text


class Commitment(models.Model):
    """What one party undertakes. Without a party: what they all do together."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    agreement = models.ForeignKey(
        Agreement, on_delete=models.CASCADE, related_name="commitments"
    )
    party = models.ForeignKey(
        AgreementParty,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="commitments",
    )
    text = models.CharField(max_length=1000)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.text


class StatuteLink(models.Model):
    """Analysis or planning under another statute that this is tied to (7 §)."""

    agreement = models.ForeignKey(
        Agreement, on_delete=models.CASCADE, related_name="statutes"
    )
    statute = models.CharField(max_length=20, choices=choices(Statute))
    title = models.CharField(max_length=200)
    address = models.CharField(max_length=600, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.title
