import uuid

from django.db import models
from django.db.models import Q

from handslag.core.text import choices
from handslag.domain.evidence.models import Evidence
from handslag.domain.picture.models.causes import Cause
from handslag.domain.picture.models.pictures import Passage, Picture
from handslag.domain.picture.models.problems import Judgement, Problem
from handslag.domain.picture.rules.words import Use


class Citation(models.Model):
    """The finding that something in the picture rests on."""

    evidence = models.ForeignKey(
        Evidence, on_delete=models.PROTECT, related_name="picture_citations"
    )
    passage = models.ForeignKey(
        Passage, on_delete=models.CASCADE, null=True, blank=True, related_name="citations"
    )
    judgement = models.ForeignKey(
        Judgement, on_delete=models.CASCADE, null=True, blank=True, related_name="citations"
    )
    cause = models.ForeignKey(
        Cause, on_delete=models.CASCADE, null=True, blank=True, related_name="citations"
    )
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=(~Q(passage=None) & Q(judgement=None, cause=None))
                | (~Q(judgement=None) & Q(passage=None, cause=None))
                | (~Q(cause=None) & Q(passage=None, judgement=None)),
                name="a_citation_stands_under_one_thing",
            ),
            models.UniqueConstraint(
                fields=["evidence", "passage"], name="a_passage_cites_a_finding_once"
            ),
            models.UniqueConstraint(
                fields=["evidence", "judgement"], name="a_judgement_cites_a_finding_once"
            ),
            models.UniqueConstraint(
                fields=["evidence", "cause"], name="a_cause_cites_a_finding_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.evidence}"


class SourceNote(models.Model):
    """What became of a source: used or rejected, why, and what its limits mean."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    picture = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="sources")
    problem = models.ForeignKey(
        Problem, on_delete=models.CASCADE, null=True, blank=True, related_name="sources"
    )
    evidence = models.ForeignKey(
        Evidence, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    stated = models.CharField(max_length=300, blank=True)
    use = models.CharField(max_length=8, choices=choices(Use), default=Use.USED.value)
    reason = models.CharField(max_length=1000, blank=True)
    limits = models.CharField(max_length=1000, blank=True)
    is_internal = models.BooleanField(default=False)
    position = models.PositiveSmallIntegerField(default=0)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(stated="") | ~Q(evidence=None),
                name="a_source_is_named",
            ),
            models.CheckConstraint(
                condition=Q(use=Use.USED.value) | ~Q(reason=""),
                name="a_rejected_source_says_why",
            ),
        ]

    def __str__(self) -> str:
        return self.stated or f"{self.evidence}"
