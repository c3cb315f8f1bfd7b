import uuid

from django.db import models
from django.db.models import Q

from handslag.core.approvals.models import Version
from handslag.domain.organisations.models import Organisation
from handslag.domain.year.rules.words import DUTIES


class LawStatement(models.Model):
    """Why a duty of the law is not begun, and when it is planned to be."""

    home = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="law_statements"
    )
    section = models.CharField(
        max_length=8, choices=[(section.value, section.value) for section in DUTIES]
    )
    why = models.TextField()
    planned_on = models.DateField(null=True, blank=True)
    stated_on = models.DateField()
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["home", "section"], name="one_statement_for_each_duty"
            ),
            models.CheckConstraint(condition=~Q(why=""), name="a_statement_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.section} §"


class LeadingBoard(models.Model):
    """The board that leads the work (13 §): the executive one, unless decided otherwise."""

    home = models.OneToOneField(
        Organisation, on_delete=models.PROTECT, related_name="leading_board"
    )
    board = models.CharField(max_length=120)
    decided_by = models.CharField(max_length=120, blank=True)
    since = models.DateField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(board=""), name="a_leading_board_is_named")
        ]

    def __str__(self) -> str:
        return self.board


class ReportIntroduction(models.Model):
    """The words that the report to the assembly for one year begins with."""

    home = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    text = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["home", "year"], name="one_introduction_for_each_year"
            )
        ]

    def __str__(self) -> str:
        return f"{self.home_id} {self.year}"


class AssemblyReport(models.Model):
    """A report that the assembly was given, as it stood. Never changed."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    home = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="assembly_reports"
    )
    year = models.PositiveSmallIntegerField()
    reported_on = models.DateField()
    what = models.CharField(max_length=200, blank=True)
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["-reported_on", "-pk"]

    def __str__(self) -> str:
        return f"{self.home_id} {self.reported_on}"
