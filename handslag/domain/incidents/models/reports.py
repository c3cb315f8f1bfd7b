"""What came in: the report, the incidents in it, and what waits for a moderator."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from handslag.core.text import choices
from handslag.domain.incidents.models.catalogue import Category
from handslag.domain.incidents.rules import (
    Better,
    Certainty,
    Channel,
    Inside,
    Known,
    Outcome,
    Phase,
    Precision,
    TextState,
    Top,
    Worry,
)
from handslag.domain.organisations.models import Organisation, Place


class Report(models.Model):
    """What somebody sent in one go. It never says who, only in which capacity."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    within = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="reports"
    )
    channel = models.CharField(max_length=10, choices=choices(Channel))
    # The organisation in whose service a reporter wrote, and who, until the feedback
    # has been given and the person is no longer needed.
    by = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    # Made where it was written: the same report is received once.
    key = models.UUIDField(unique=True)
    code_hash = models.CharField(max_length=64, blank=True)
    language = models.CharField(max_length=10, default="sv")
    # For what machines and files bring: their own number of it.
    source = models.CharField(max_length=80, blank=True)
    batch = models.ForeignKey(
        "incidents.Batch",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="reports",
    )
    sent_at = models.DateTimeField()
    written_at = models.DateTimeField(null=True, blank=True)
    better = models.CharField(max_length=10, choices=choices(Better), blank=True)
    asked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(channel__in=[one.value for one in Channel]),
                name="a_report_came_in_a_known_way",
            ),
            models.UniqueConstraint(
                fields=["code_hash"],
                condition=~Q(code_hash=""),
                name="a_receipt_leads_to_one_report",
            ),
            models.UniqueConstraint(
                fields=["within", "source"],
                condition=~Q(source=""),
                name="a_report_from_elsewhere_is_received_once",
            ),
        ]
        indexes = [
            models.Index(fields=["person", "-sent_at"], name="reports_of_a_person"),
        ]

    def __str__(self) -> str:
        return str(self.public_id)


class Contact(models.Model):
    """Where a resident wants to hear what happened. Gone when it has been told."""

    report = models.OneToOneField(
        Report, on_delete=models.CASCADE, primary_key=True, related_name="contact"
    )
    email = models.EmailField()

    def __str__(self) -> str:
        return str(self.report_id)


class Incident(models.Model):
    """One thing at one place: what, where, when, and what becomes of it."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="incidents")
    within = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    channel = models.CharField(max_length=10, choices=choices(Channel))
    by = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    received_at = models.DateTimeField()
    # What
    category = models.ForeignKey(Category, on_delete=models.PROTECT, related_name="+")
    top = models.CharField(max_length=20, choices=choices(Top))
    text = models.TextField(blank=True)
    text_state = models.CharField(
        max_length=10, choices=choices(TextState), default=TextState.EMPTY.value
    )
    worry = models.CharField(max_length=10, choices=choices(Worry), blank=True)
    certainty = models.CharField(max_length=10, choices=choices(Certainty), blank=True)
    # Where: degrees as given, whole metres east and north in SWEREF 99 TM
    lon = models.FloatField(null=True, blank=True)
    lat = models.FloatField(null=True, blank=True)
    accuracy = models.PositiveIntegerField(null=True, blank=True)
    east = models.IntegerField(null=True, blank=True)
    north = models.IntegerField(null=True, blank=True)
    precision = models.CharField(max_length=10, choices=choices(Precision))
    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    where_words = models.CharField(max_length=200, blank=True)
    inside = models.CharField(max_length=10, choices=choices(Inside))
    # When
    known = models.CharField(max_length=10, choices=choices(Known))
    starts = models.DateTimeField(null=True, blank=True)
    ends = models.DateTimeField(null=True, blank=True)
    dayparts = models.CharField(max_length=80, blank=True)
    # The day it counts on, in Sweden: when it happened, else when it was sent.
    day = models.DateField()
    # Who deals with it
    shared = models.BooleanField(default=True)
    owner = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    due = models.DateField(null=True, blank=True)
    phase = models.CharField(max_length=10, choices=choices(Phase), default=Phase.NEW.value)
    outcome = models.CharField(max_length=10, choices=choices(Outcome), blank=True)
    closed_on = models.DateField(null=True, blank=True)
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged"
    )
    me_too = models.PositiveIntegerField(default=0)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(phase=Phase.CLOSED.value, closed_on__isnull=False)
                & ~Q(outcome="")
                | (~Q(phase=Phase.CLOSED.value) & Q(outcome="", closed_on__isnull=True)),
                name="an_incident_that_is_closed_says_how_it_ended",
            ),
            models.CheckConstraint(
                condition=Q(east__isnull=True, north__isnull=True)
                | Q(east__isnull=False, north__isnull=False),
                name="an_incident_has_both_or_neither_of_its_coordinates",
            ),
            models.CheckConstraint(
                condition=~Q(text_state=TextState.HELD.value) | Q(text=""),
                name="words_that_are_held_stand_nowhere_else",
            ),
            models.CheckConstraint(
                condition=Q(top__in=[one.value for one in Top]),
                name="an_incident_is_of_a_known_kind",
            ),
        ]
        indexes = [
            models.Index(fields=["within", "-id"], name="incidents_newest_first"),
            models.Index(fields=["within", "phase", "-id"], name="incidents_by_phase"),
            models.Index(fields=["owner", "phase", "due"], name="incidents_of_an_owner"),
            models.Index(fields=["within", "east", "north"], name="incidents_in_a_box"),
            models.Index(fields=["within", "day"], name="incidents_by_day"),
            models.Index(fields=["place", "day"], name="incidents_at_a_place"),
        ]

    def __str__(self) -> str:
        return str(self.public_id)


class Held(models.Model):
    """Words in which there may be a person. Only the moderator reads them; gone after
    the decision, at the latest when `until` has passed."""

    incident = models.ForeignKey(
        Incident, on_delete=models.CASCADE, null=True, blank=True, related_name="held"
    )
    message = models.ForeignKey(
        "incidents.Message",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="held",
    )
    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    within = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    field = models.CharField(max_length=20)  # text | where_words
    words = models.TextField()
    found = models.JSONField(default=list)  # [{start, end, kind}]
    until = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(incident__isnull=False, message__isnull=True)
                | Q(incident__isnull=True, message__isnull=False),
                name="words_are_held_for_one_thing",
            )
        ]
        indexes = [models.Index(fields=["within", "until"], name="held_words_by_day")]

    def __str__(self) -> str:
        return str(self.public_id)
